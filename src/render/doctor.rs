//! What `doctor` found: a line each, told by its mark and its words, and what to type.

use crate::domain::message::Message;
use crate::usecase::read::doctor::{Finding, Grade};

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};

/// Every finding, and a line that sums them up.
pub fn findings(pen: &mut Pen<'_>, say: &Catalogue, findings: &[Finding]) {
    for finding in findings {
        let said = say.say(&finding.what);
        let (style, mark, text) = match finding.grade {
            Grade::Fine => (Style::Plain, "✓ ", said),
            Grade::Remark => (Style::Warning, "! ", labelled(say, "severity-warning", &said)),
            Grade::Mend => (Style::Bad, "✗ ", labelled(say, "doctor-to-mend", &said)),
        };
        pen.hanging_styled(style, mark, &text);
        for command in finding.commands.iter().map(|command| filled_in(say, command)) {
            pen.text("    ").styled(Style::Command, &command).end();
        }
    }
    pen.end();
    let count = |grade| findings.iter().filter(|finding| finding.grade == grade).count();
    let (mend, remarks) = (count(Grade::Mend), count(Grade::Remark));
    let style = if mend > 0 { Style::Bad } else { Style::Good };
    let remarks = Message::new("warning-count").with("count", remarks);
    pen.wrapped_styled(style, "", &say.say(&Message::new("doctor-summary").with("count", mend).with("remarks", remarks)));
}

/// `command` with the words of the language in the places that the person fills in.
fn filled_in(say: &Catalogue, command: &str) -> String {
    let filled = command.split(' ').map(|word| match word {
        "URL" => say.word("value-url"),
        "DIR" => say.word("value-dir"),
        "FILE" => say.word("doctor-file"),
        "./FILE" => format!("./{}", say.word("doctor-file")),
        word => word.to_owned(),
    });
    filled.collect::<Vec<_>>().join(" ")
}

fn labelled(say: &Catalogue, label: &str, said: &str) -> String {
    format!("{}{}{said}", say.word(label), say.word("colon"))
}

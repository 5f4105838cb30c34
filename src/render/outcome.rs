//! What a command answers when it wrote something, or could not.

use similar::{ChangeTag, TextDiff};

use crate::domain::message::Message;
use crate::store::{Problem, Severity};
use crate::usecase::read::check::Report;
use crate::usecase::{Failure, Landing, PlannedFile, Receipt};

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};
use super::safe::visible_line;

/// Lines of context around a change.
const CONTEXT: usize = 3;

/// The effect of a write, where it leads, and the way back.
pub fn receipt(pen: &mut Pen<'_>, say: &Catalogue, receipt: &Receipt) {
    match &receipt.landing {
        Landing::Planned(files, message) => {
            planned(pen, files, message);
            dry_run(pen, say);
            return;
        }
        Landing::Nothing => pen.wrapped("", &say.say(receipt.effect())),
        Landing::Committed(_) | Landing::Dropped => pen.wrapped_styled(Style::Good, "", &say.say(receipt.effect())),
    };
    for note in &receipt.notes {
        pen.wrapped("", &say.say(note));
    }
}

/// Nothing was done: it was only shown.
pub fn dry_run(pen: &mut Pen<'_>, say: &Catalogue) {
    pen.wrapped_styled(Style::Warning, "", &say.word("dry-run"));
}

/// Sentences, one after the other.
pub fn notes(pen: &mut Pen<'_>, say: &Catalogue, notes: &[&Message]) {
    for note in notes {
        pen.wrapped("", &say.say(note));
    }
}

fn planned(pen: &mut Pen<'_>, files: &[PlannedFile], message: &str) {
    for file in files {
        pen.styled(Style::Strong, &format!("--- {}", old_name(file))).end();
        pen.styled(Style::Strong, &format!("+++ {}", new_name(file))).end();
        let diff = TextDiff::from_lines(file.before.as_str(), file.after.as_deref().unwrap_or_default());
        for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
            pen.styled(Style::Faint, hunk.header().to_string().trim_end()).end();
            for change in hunk.iter_changes() {
                let (mark, style) = match change.tag() {
                    ChangeTag::Delete => ("-", Style::Bad),
                    ChangeTag::Insert => ("+", Style::Good),
                    ChangeTag::Equal => (" ", Style::Plain),
                };
                let line = change.value().trim_end_matches('\n');
                pen.styled(style, &format!("{mark}{}", visible_line(line))).end();
            }
        }
    }
    pen.end();
    for line in message.trim_end().lines() {
        pen.text("    ").line(&visible_line(line));
    }
    pen.end();
}

fn old_name(file: &PlannedFile) -> String {
    if file.before.is_empty() { "/dev/null".to_owned() } else { format!("a/{}", file.path) }
}

fn new_name(file: &PlannedFile) -> String {
    if file.after.is_none() { "/dev/null".to_owned() } else { format!("b/{}", file.path) }
}

/// What was found, what was expected, what to type.
pub fn failure(pen: &mut Pen<'_>, say: &Catalogue, failure: &Failure) {
    pen.wrapped_styled(Style::Bad, "", &say.say(&failure.message));
    for detail in failure.details.iter() {
        pen.wrapped("  ", &say.say(detail));
    }
    for hint in failure.hints.iter() {
        pen.wrapped("", &say.say(hint));
    }
}

/// The files that could not be used, said once beside any result.
pub fn problems(pen: &mut Pen<'_>, say: &Catalogue, problems: &[Problem]) {
    const SHOWN: usize = 3;
    let mut files: Vec<&Problem> = problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    files.dedup_by(|a, b| a.path == b.path);
    for first in files.iter().take(SHOWN) {
        pen.wrapped_styled(Style::Warning, "", &say.say(&first.message()));
    }
    if !files.is_empty() {
        let rest = files.len().saturating_sub(SHOWN);
        pen.wrapped_styled(Style::Warning, "", &say.say(&Message::new("problems-more").with("count", rest)));
    }
}

/// Everything that `check` found, and a line that sums it up.
pub fn report(pen: &mut Pen<'_>, say: &Catalogue, report: &Report) {
    for problem in &report.problems {
        let (style, word) = match problem.severity {
            Severity::Error => (Style::Bad, "severity-error"),
            Severity::Warning => (Style::Warning, "severity-warning"),
        };
        pen.found(style, &format!("{}{}", say.word(word), say.word("colon")), &say.say(&problem.message()));
    }
    if !report.problems.is_empty() {
        pen.end();
    }
    summary(pen, say, report);
}

/// How much was looked at, and how much is wrong.
pub fn summary(pen: &mut Pen<'_>, say: &Catalogue, report: &Report) {
    if report.elsewhere > 0 {
        pen.wrapped("", &say.say(&Message::new("check-elsewhere").with("count", report.elsewhere)));
    }
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    let style = if errors > 0 { Style::Bad } else { Style::Good };
    let summary = Message::new("check-summary")
        .with("tasks", Message::new("list-count").with("count", report.tasks))
        .with("errors", Message::new("error-count").with("count", errors))
        .with("warnings", Message::new("warning-count").with("count", warnings));
    pen.styled(style, &say.say(&summary)).end();
}

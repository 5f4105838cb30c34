//! A text ready to be sent: whom to, about what, its lines; and how several are shown to be copied.
//!
//! Everything that comes from data passes through the catalogue on one line, so that a title can neither begin a new
//! header nor hide anything.

use crate::domain::address::Email;
use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::message::{Arg, Message};
use crate::domain::name::Handle;
use crate::domain::text::{UNBROKEN, shorten};

use super::catalogue::Catalogue;
use super::language::Language;
use super::pen::{Pen, Style};
use super::safe::visible_line;

/// How much of a title stands in a subject, in columns.
const SUBJECT_TITLE: usize = 60;

/// A line of a text; commands and links stand further in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    indent: &'static str,
    text: String,
}

/// A text ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// To whom; `None` for whoever is invited or reads the campaign's mailbox.
    pub handle: Option<Handle>,
    /// Where to, when that is known.
    pub address: Option<Email>,
    /// In which language.
    pub language: Language,
    /// Its subject, on one line.
    pub subject: String,
    /// Its text.
    pub body: Vec<Line>,
}

impl Mail {
    /// The text on lines as long as they come, for programs.
    pub fn plain(&self) -> String {
        let lines = self.body.iter().map(|line| format!("{}{}", line.indent, line.text));
        lines.collect::<Vec<_>>().join("\n").replace(UNBROKEN, " ")
    }
}

/// What the texts need to know of the campaign.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The command that sends commits, where there is a remote.
    pub push: Option<&'a str>,
    /// Where the shared repository is, when everybody would find it there.
    pub address: Option<&'a str>,
    /// What this program is called in the index of Python's packages, where it is one that is there.
    pub published: Option<&'a str>,
}

/// The lines of a text, paragraph after paragraph.
#[derive(Default)]
pub(super) struct Body(pub(super) Vec<Line>);

impl Body {
    pub(super) fn line(&mut self, text: String) -> &mut Self {
        self.0.push(Line { indent: "", text });
        self
    }

    pub(super) fn inner(&mut self, text: String) -> &mut Self {
        self.0.push(Line { indent: "  ", text });
        self
    }

    pub(super) fn gap(&mut self) -> &mut Self {
        self.line(String::new())
    }
}

/// A text on one line without our own marks: what may stand in a header.
pub(super) fn header(text: &str) -> String {
    visible_line(&text.replace(UNBROKEN, " ")).into_owned()
}

/// The beginning of a title, for a subject.
pub(super) fn short(title: &str) -> String {
    shorten(title, SUBJECT_TITLE).into_owned()
}

/// `vendredi 4 décembre`.
pub(super) fn written(say: &Catalogue, day: Day) -> Arg {
    Arg::Text(say.language().weekday(day, say.today()))
}

/// How far away a day is.
pub(super) fn when(day: Day, today: Day) -> Message {
    let days = (day - today).num_days();
    if days < 0 { Message::new("remind-days-ago").with("days", -days) } else { Message::new("remind-in-days").with("days", days) }
}

pub(super) fn sign(body: &mut Body, say: &Catalogue, campaign: &Campaign) {
    let name = campaign.name.as_str();
    body.gap().line(say.word("remind-thanks")).line(say.say(&Message::new("remind-sign").with("campaign", name)));
    if let Some(contact) = &campaign.contact {
        body.line(say.say(&Message::new("remind-contact").with("contact", contact.as_str())));
    }
}

/// The texts one after the other, each behind a rule, to be copied.
pub fn mails(pen: &mut Pen<'_>, say: &Catalogue, mails: &[Mail]) {
    if mails.is_empty() {
        pen.wrapped("", &say.word("remind-nothing"));
    }
    for mail in mails {
        let rule = "─".repeat(pen.sheet().text_width().min(60));
        pen.styled(Style::Faint, &rule).end();
        let to = match (&mail.address, &mail.handle) {
            (Some(address), Some(who)) => format!("{} ({who})", address.as_str()),
            (Some(address), None) => address.as_str().to_owned(),
            (None, Some(who)) => say.say(&Message::new("remind-no-address").with("person", who)),
            (None, None) => say.word("remind-to-fill"),
        };
        pen.styled(Style::Strong, &say.word("remind-to")).text(&to).end();
        pen.styled(Style::Strong, &say.word("remind-subject")).text(&mail.subject).end();
        pen.end();
        for line in &mail.body {
            if line.text.is_empty() {
                pen.end();
            } else {
                pen.wrapped(line.indent, &line.text);
            }
        }
        pen.end();
    }
}

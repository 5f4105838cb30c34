//! From what was typed to what it means, or a sentence that says what could have been typed.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use clap::builder::ValueParserFactory;
use strum::VariantNames;
use url::Url;

use crate::domain::budget::{Budget, Minutes};
use crate::domain::claim::{Evidence, EvidenceFault};
use crate::domain::day::{Day, Deadline, parse_day};
use crate::domain::link::is_safe_link;
use crate::domain::message::{Arg, Message};
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::name_fault::NameFault;
use crate::domain::promotion::Promotion;
use crate::domain::sheet::Form;
use crate::domain::task::{Place, Resource};
use crate::domain::text::{TextFault, block_fault, block_of, folded, line_of};
use crate::domain::typed_day::{Side, TypedDay, typed_day};
use crate::domain::typed_time::typed_time;
use crate::domain::zone::Zone;
use crate::render::Language;
use crate::usecase::failure::missing;
use crate::usecase::read::query::{Sort, State};
use crate::usecase::write::project_fields::RemovableOfProject;
use crate::usecase::write::task_fields::Removable;
use crate::usecase::write::tasks::COPIES_MAX;
use crate::usecase::{Failure, Kind};

use super::words::{LANGUAGES, PLACES, STATES, WORDS_OF_STATES};

/// What a text means, or why it means nothing here.
type Read<T> = Result<T, Failure>;

/// Says which option or argument took a wrong value.
pub fn about(flag: impl Into<Arg>) -> impl FnOnce(Failure) -> Failure {
    |failure| Failure { message: failure.message.with("flag", flag), ..failure }
}

/// `found` is not what is taken there; whoever asked for it says where.
fn wrong(key: &'static str, found: &str) -> Failure {
    Failure::new(Kind::Usage, Message::new(key).with("found", found))
}

/// The same for a name, with the reason.
fn misnamed(key: &'static str, found: &str, fault: Option<NameFault>) -> Failure {
    let reason = fault.map_or_else(|| Message::new("name-empty"), NameFault::reason);
    let failure = Failure::new(Kind::Usage, wrong(key, found).message.with("reason", reason));
    let near = Slug::of_title(found).filter(|_| key != "wrong-id");
    near.iter().fold(failure, |failure, near| failure.hint(Message::new("hint-name").with("name", near)))
}

/// A day, in any of the forms that [`typed_day`] reads.
pub fn day(text: &str, today: Day, side: Side) -> Read<TypedDay> {
    typed_day(text, today, side).ok_or_else(|| wrong("wrong-day", text))
}

/// Whether a day is typed so that day and month could be taken for each other: `05/01/2026`.
pub fn reads_two_ways(text: &str) -> bool {
    let mut parts = text.split('/').map(|part| part.trim().parse::<u32>().ok());
    matches!((parts.next(), parts.next()), (Some(Some(day)), Some(Some(month))) if day <= 12 && month <= 12 && day != month)
}

/// A duration: `45m`, `1h30`, or one of a few words for it.
pub fn time(text: &str) -> Read<Minutes> {
    typed_time(text).ok_or_else(|| wrong_time(text.trim()))
}

/// A bare number could be minutes as well as hours.
pub(super) fn wrong_time(found: &str) -> Failure {
    let is_number = found.bytes().all(|b| b.is_ascii_digit()) && found.bytes().any(|b| b != b'0');
    wrong(if is_number { "wrong-time-unit" } else { "wrong-time" }, found)
}

/// A budget: a duration or a range of two.
pub fn budget(text: &str) -> Read<Budget> {
    Budget::parse(text).ok_or_else(|| wrong("wrong-budget", text))
}

/// The address that commits bear: a name and a host, nothing around them.
pub fn address(text: &str) -> Read<String> {
    let text = text.trim();
    let is_plain = text.chars().all(|c| c.is_ascii_graphic() && !"<>,;\"'".contains(c));
    let parts =
        text.split_once('@').filter(|(name, host)| is_plain && !name.is_empty() && !host.is_empty() && !host.contains('@'));
    parts.map(|_| text.to_owned()).ok_or_else(|| wrong("wrong-address", text))
}

/// A handle.
pub fn handle(text: &str) -> Read<Handle> {
    Handle::new(text).ok_or_else(|| misnamed("wrong-handle", text, Handle::fault(text)))
}

/// Somebody who is named where the people files may say whose an account is.
#[derive(Debug, Clone)]
pub enum Who {
    /// By their handle.
    Handle(Handle),
    /// By `@` and their account on the forge.
    Account(String),
}

impl Display for Who {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Handle(handle) => handle.fmt(f),
            Self::Account(login) => write!(f, "@{login}"),
        }
    }
}

/// A handle, or `@` and an account.
pub fn who(text: &str) -> Read<Who> {
    text.strip_prefix('@').map_or_else(|| handle(text).map(Who::Handle), |login| Ok(Who::Account(login.to_owned())))
}

/// The short name of a project, a theme or a deliverable.
pub fn slug(text: &str) -> Read<Slug> {
    Slug::new(text).ok_or_else(|| misnamed("wrong-slug", text, Slug::fault(text)))
}

/// The id of a task, in full.
pub fn id(text: &str) -> Read<TaskId> {
    let forgiven = TaskId::forgive(text).unwrap_or_else(|| text.to_owned());
    TaskId::new(&forgiven).ok_or_else(|| misnamed("wrong-id", text, TaskId::fault(&forgiven)))
}

/// A link, a path, a commit or a sentence.
pub fn evidence(text: &str) -> Read<Evidence> {
    let key = match Evidence::fault(text) {
        _ if block_fault(text).is_some_and(|fault| fault != TextFault::Empty) => "wrong-text",
        Some(EvidenceFault::NotHttps) => "wrong-evidence-link",
        Some(EvidenceFault::Elsewhere) => "wrong-evidence-path",
        Some(EvidenceFault::TooLittle) | None => "wrong-evidence",
    };
    Evidence::new(text).filter(|_| block_fault(text).is_none()).ok_or_else(|| wrong(key, text))
}

/// A text of one line.
pub fn line(text: &str) -> Read<String> {
    line_of(text).ok_or_else(|| unfit("wrong-line", text))
}

fn unfit(key: &'static str, text: &str) -> Failure {
    wrong(if text.trim().is_empty() { "wrong-empty" } else { key }, text)
}

/// A text of any number of lines.
pub fn block(text: &str) -> Read<String> {
    block_of(text).ok_or_else(|| unfit("wrong-text", text))
}

/// `Label=https://…`, a link alone, which is called after its host, or an e-mail address.
pub fn resource(text: &str) -> Read<Resource> {
    Resource::parse(text).ok_or_else(|| wrong("wrong-resource", text))
}

/// `slug=text`.
pub fn pair(text: &str) -> Read<(Slug, String)> {
    let (name, value) = text.split_once('=').ok_or_else(|| wrong("wrong-pair", text))?;
    Ok((slug(name.trim())?, value.trim().to_owned()))
}

/// A deliverable: `slug=title`, or a title that makes its own.
pub fn promised(text: &str) -> Read<(Slug, String)> {
    if text.contains('=') {
        let (slug, title) = pair(text)?;
        return Ok((slug, line(&title)?));
    }
    let title = line(text)?;
    let slug = Slug::of_title(&title).ok_or_else(|| missing("--deliverable SLUG="))?;
    Ok((slug, title))
}

/// Where somebody looks for tasks: one of the words for it, or a town.
pub fn sought_place(text: &str) -> Read<Place> {
    Ok(place(text).unwrap_or_else(|_| Place::OnSite(Some(text.to_owned()))))
}

/// `remote`, `on-site`, `either`.
pub fn place(text: &str) -> Read<Place> {
    let word = match text {
        "distance" | "à-distance" => "remote",
        "sur-place" => "on-site",
        other => other,
    };
    Place::parse(word, None).ok_or_else(|| one_of(text, &PLACES))
}

/// A state, in English or in French, with its accents or without.
pub fn state(text: &str) -> Read<State> {
    let typed = folded(text);
    let found = STATES.iter().find(|(english, (french, _))| *english == text || folded(french) == typed);
    found.map(|(_, (_, state))| *state).ok_or_else(|| one_of(text, &WORDS_OF_STATES))
}

/// `sainte-barbe`, or a day.
pub fn deadline(text: &str) -> Read<Deadline> {
    if text == Deadline::SAINTE_BARBE {
        return Ok(Deadline::SainteBarbe);
    }
    parse_day(text).map(Deadline::On).ok_or_else(|| wrong("wrong-deadline", text))
}

/// How many tasks alike are made.
pub fn copies(found: u32) -> Read<u32> {
    let message = || Message::new("wrong-copies").with("found", found).with("most", COPIES_MAX);
    if (1..=COPIES_MAX).contains(&found) { Ok(found) } else { Err(Failure::new(Kind::Usage, message())) }
}

/// The address of a folder of pages, with a slash at its end.
pub fn base_url(text: &str) -> Read<Url> {
    let whole = if text.ends_with('/') { text.to_owned() } else { format!("{text}/") };
    let is_plain = |url: &Url| url.scheme() == "https" && url.query().is_none() && url.fragment().is_none();
    let url = Url::parse(&whole).ok().filter(|url| is_safe_link(&whole) && is_plain(url));
    url.ok_or_else(|| wrong("site-wrong-address", text))
}

/// How clap reads types that mean the same wherever they are typed.
macro_rules! typed {
    ($($meant:ty: $read:expr;)*) => {$(
        impl ValueParserFactory for $meant {
            type Parser = fn(&str) -> Read<$meant>;

            fn value_parser() -> Self::Parser {
                $read
            }
        }
    )*};
}

typed! {
    Budget: budget;
    Deadline: deadline;
    Form: among;
    Handle: handle;
    Language: |text| Language::parse(text).ok_or_else(|| one_of(text, &LANGUAGES));
    Minutes: time;
    Place: place;
    Promotion: |text| Promotion::parse(text).ok_or_else(|| wrong("wrong-class", text));
    Removable: among;
    RemovableOfProject: among;
    Resource: resource;
    Slug: slug;
    Sort: among;
    State: state;
    TaskId: id;
    Who: who;
    Zone: |text| Zone::parse(text).ok_or_else(|| wrong("wrong-timezone", text));
}

fn among<T: FromStr + VariantNames>(text: &str) -> Read<T> {
    text.parse().map_err(|_| one_of(text, T::VARIANTS))
}

fn one_of(found: &str, words: &[&str]) -> Failure {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    Failure::new(Kind::Usage, Message::new("wrong-word").with("found", found).with("words", words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::status::Status;

    #[test]
    fn states_are_read_without_accents() {
        for (typed, meant) in [
            ("terminée", State::Is(Status::Done)),
            ("terminee", State::Is(Status::Done)),
            ("annulee", State::Is(Status::Cancelled)),
            ("delai-passe", State::Expired),
            ("a-reprendre", State::SentBack),
            ("sent-back", State::SentBack),
            ("a-valider", State::Pending),
        ] {
            assert_eq!(state(typed).unwrap(), meant, "{typed}");
        }
        assert!(state("termine").is_err());
    }
}

//! From what was typed to what it means, or a sentence that says what could have been typed.

use crate::domain::budget::{Budget, Minutes};
use crate::domain::campaign::Campaign;
use crate::domain::claim::{Evidence, EvidenceFault};
use crate::domain::day::{Day, Deadline, parse_day};
use crate::domain::link::{is_safe_link, named_by_itself};
use crate::domain::message::{Arg, Message};
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::name_fault::NameFault;
use crate::domain::promotion::Promotion;
use crate::domain::task::{Place, Resource};
use crate::domain::text::{TextFault, block_fault, folded, line_fault};
use crate::domain::typed_day::{Side, TypedDay, typed_day};
use crate::domain::typed_time::typed_time;
use crate::domain::zone::Zone;
use crate::usecase::read::query::{Sort, State};
use crate::usecase::write::project_fields::RemovableOfProject;
use crate::usecase::write::task_fields::Removable;
use crate::usecase::{Failure, Kind};

use super::words::{PLACES, REMOVABLE, REMOVABLE_OF_PROJECT, SORTS, STATES, words};

type Read<T> = Result<T, Failure>;

/// `found` is not what `flag` takes.
fn wrong(key: &'static str, flag: &str, found: &str) -> Failure {
    Failure::new(Kind::Usage, Message::new(key).with("flag", named(flag)).with("found", found))
}

/// The same for a name, with the reason.
fn misnamed(key: &'static str, flag: &str, found: &str, fault: Option<NameFault>) -> Failure {
    let reason = fault.map_or_else(|| Message::new("name-empty"), NameFault::reason);
    let failure = Failure::new(Kind::Usage, wrong(key, flag, found).message.with("reason", reason));
    let near = Slug::of_title(found).filter(|_| key != "wrong-id");
    near.iter().fold(failure, |failure, near| failure.hint(Message::new("hint-name").with("name", near)))
}

/// The flag, or the name of the argument in the reader's language.
fn named(flag: &str) -> Arg {
    match flag {
        "TIME" => Message::new("value-time").into(),
        "PROJECT" => Message::new("value-project").into(),
        "THEME" => Message::new("value-theme").into(),
        "DELIVERABLE" => Message::new("value-deliverable").into(),
        "HANDLE" => Message::new("value-handle").into(),
        other => other.into(),
    }
}

/// A day, in any of the forms that [`typed_day`] reads.
pub fn day(flag: &str, text: &str, today: Day, side: Side) -> Read<TypedDay> {
    typed_day(text, today, side).ok_or_else(|| wrong("wrong-day", flag, text))
}

/// Whether a day is typed so that day and month could be taken for each other: `05/01/2026`.
pub fn reads_two_ways(text: &str) -> bool {
    let mut parts = text.split('/').map(|part| part.trim().parse::<u32>().ok());
    matches!((parts.next(), parts.next()), (Some(Some(day)), Some(Some(month))) if day <= 12 && month <= 12 && day != month)
}

/// A duration: `45m`, `1h30`, or one of a few words for it.
pub fn time(flag: &str, text: &str) -> Read<Minutes> {
    typed_time(text).ok_or_else(|| wrong_time(flag, text.trim()))
}

/// A bare number could be minutes as well as hours.
pub(super) fn wrong_time(flag: &str, found: &str) -> Failure {
    let is_number = found.bytes().all(|b| b.is_ascii_digit()) && found.bytes().any(|b| b != b'0');
    wrong(if is_number { "wrong-time-unit" } else { "wrong-time" }, flag, found)
}

/// A budget: a duration or a range of two.
pub fn budget(flag: &str, text: &str) -> Read<Budget> {
    Budget::parse(text).ok_or_else(|| wrong("wrong-budget", flag, text))
}

/// The address that commits bear: a name and a host, nothing around them.
pub fn address(text: &str) -> Read<String> {
    let text = text.trim();
    let is_plain = text.chars().all(|c| c.is_ascii_graphic() && !"<>,;\"'".contains(c));
    let parts =
        text.split_once('@').filter(|(name, host)| is_plain && !name.is_empty() && !host.is_empty() && !host.contains('@'));
    parts.map(|_| text.to_owned()).ok_or_else(|| Failure::new(Kind::Usage, Message::new("wrong-address").with("found", text)))
}

/// A handle.
pub fn handle(flag: &str, text: &str) -> Read<Handle> {
    Handle::new(text).ok_or_else(|| misnamed("wrong-handle", flag, text, Handle::fault(text)))
}

/// The short name of a project, a theme or a deliverable.
pub fn slug(flag: &str, text: &str) -> Read<Slug> {
    Slug::new(text).ok_or_else(|| misnamed("wrong-slug", flag, text, Slug::fault(text)))
}

/// The id of a task, in full.
pub fn id(flag: &str, text: &str) -> Read<TaskId> {
    let forgiven = TaskId::forgive(text).unwrap_or_else(|| text.to_owned());
    TaskId::new(&forgiven).ok_or_else(|| misnamed("wrong-id", flag, text, TaskId::fault(&forgiven)))
}

/// A link, a path, a commit or a sentence.
pub fn evidence(flag: &str, text: &str) -> Read<Evidence> {
    let key = match Evidence::fault(text) {
        _ if block_fault(text).is_some_and(|fault| fault != TextFault::Empty) => "wrong-text",
        Some(EvidenceFault::NotHttps) => "wrong-evidence-link",
        Some(EvidenceFault::Elsewhere) => "wrong-evidence-path",
        Some(EvidenceFault::TooLittle) | None => "wrong-evidence",
    };
    Evidence::new(text).filter(|_| block_fault(text).is_none()).ok_or_else(|| wrong(key, flag, text))
}

/// A text of one line.
pub fn line(flag: &str, text: &str) -> Read<String> {
    if line_fault(text).is_some() || says_nothing(text) {
        Err(unfit("wrong-line", flag, text))
    } else {
        Ok(text.trim().to_owned())
    }
}

fn unfit(key: &'static str, flag: &str, text: &str) -> Failure {
    wrong(if text.trim().is_empty() { "wrong-empty" } else { key }, flag, text)
}

/// Whether a text is signs only, like the dots in a command that is to be filled in.
fn says_nothing(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// A text of any number of lines.
pub fn block(flag: &str, text: &str) -> Read<String> {
    if block_fault(text).is_some() || says_nothing(text) {
        Err(unfit("wrong-text", flag, text))
    } else {
        Ok(text.trim().replace("\r\n", "\n"))
    }
}

/// `Label=https://…`, a link alone, which is called after its host, or an e-mail address.
pub fn resource(flag: &str, text: &str) -> Read<Resource> {
    let named = text.split_once('=').map(|(label, link)| (label.trim(), link.trim()));
    let named = named.filter(|(label, link)| line_fault(label).is_none() && is_safe_link(link));
    let (label, link) = match named {
        Some((label, link)) => (label.to_owned(), link.to_owned()),
        None => named_by_itself(text.trim()).ok_or_else(|| wrong("wrong-resource", flag, text))?,
    };
    Ok(Resource { label, link })
}

/// `slug=text`.
pub fn pair(flag: &str, text: &str) -> Read<(Slug, String)> {
    let (name, value) = text.split_once('=').ok_or_else(|| wrong("wrong-pair", flag, text))?;
    Ok((slug(flag, name.trim())?, value.trim().to_owned()))
}

/// `remote`, `on-site`, `either`.
pub fn place(flag: &str, text: &str, name: Option<String>) -> Read<Place> {
    let word = match text {
        "distance" | "à-distance" => "remote",
        "sur-place" => "on-site",
        other => other,
    };
    Place::parse(word, name).ok_or_else(|| one_of(flag, text, &PLACES))
}

/// A state, in English or in French, with its accents or without.
pub fn state(flag: &str, text: &str) -> Read<State> {
    let typed = folded(text);
    let found = STATES.iter().find(|(english, (french, _))| *english == text || folded(french) == typed);
    found.map(|(_, (_, state))| *state).ok_or_else(|| one_of(flag, text, &words(&STATES)))
}

/// An order of lists.
pub fn sort(flag: &str, text: &str) -> Read<Sort> {
    among(flag, text, &SORTS)
}

/// A field of a task that can be taken out.
pub fn removable(flag: &str, text: &str) -> Read<Removable> {
    among(flag, text, &REMOVABLE)
}

/// A field of a project that can be taken out.
pub fn removable_of_project(flag: &str, text: &str) -> Read<RemovableOfProject> {
    among(flag, text, &REMOVABLE_OF_PROJECT)
}

/// A class: `P17 ICiv`.
pub fn promotion(flag: &str, text: &str) -> Read<Promotion> {
    Promotion::parse(text).ok_or_else(|| wrong("wrong-class", flag, text))
}

/// `sainte-barbe`, or a day.
pub fn deadline(flag: &str, text: &str) -> Read<Deadline> {
    if text == Deadline::SAINTE_BARBE {
        return Ok(Deadline::SainteBarbe);
    }
    parse_day(text).map(Deadline::On).ok_or_else(|| wrong("wrong-deadline", flag, text))
}

/// A time zone: `Europe/Paris`.
pub fn timezone(flag: &str, text: &str, campaign: &mut Campaign) -> Read<()> {
    campaign.timezone = Zone::parse(text).ok_or_else(|| wrong("wrong-timezone", flag, text))?;
    Ok(())
}

fn among<T: Copy, const N: usize>(flag: &str, text: &str, known: &[(&'static str, T); N]) -> Read<T> {
    let found = known.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    found.ok_or_else(|| one_of(flag, text, &words(known)))
}

fn one_of(flag: &str, found: &str, words: &[&str]) -> Failure {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    Failure::new(Kind::Usage, Message::new("wrong-word").with("flag", flag).with("found", found).with("words", words))
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
            assert_eq!(state("--status", typed).unwrap(), meant, "{typed}");
        }
        assert!(state("--status", "termine").is_err());
    }
}

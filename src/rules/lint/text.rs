//! What is wrong with texts, one file at a time: titles that say nothing, and what belongs to a person.
//!
//! Texts are long. So a task's are looked at while its file is read, and nobody has to keep them.

use crate::domain::campaign::Campaign;
use crate::domain::file_key::FileKey;
use crate::domain::message::{Arg, Message};
use crate::domain::name::Slug;
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;
use crate::rules::personal::{Personal, personal};
use crate::rules::texts::{self, See};

use super::{Finding, Gravity};

const EMAIL: &str = "lint-personal-email";
const PHONE: &str = "lint-personal-phone";

/// A shorter title, in letters and digits, cannot say what is to be done.
const TITLE_LEAST: usize = 8;
/// Words that name no task by themselves, without accents, in order.
#[rustfmt::skip]
const VAGUE: [&str; 79] = [
    "admin", "administratif", "aide", "aider", "autre", "autres", "besoin", "besoins", "chose", "choses", "com",
    "comm", "communication", "content", "contenu", "divers", "diverse", "diverses", "doc", "docs", "document",
    "documentation", "documents", "evenement", "event", "faire", "fixme", "gestion", "help", "idea", "ideas", "idee",
    "idees", "jour", "logistics", "logistique", "mail", "mails", "management", "marketing", "media", "medias",
    "meeting", "misc", "miscellaneous", "mise", "organisation", "organization", "other", "page", "pages", "project",
    "projet", "question", "questions", "reseaux", "reunion", "site", "social", "sociaux", "stuff", "suivi", "tache",
    "taches", "task", "tasks", "tba", "tbd", "thing", "things", "todo", "travail", "truc", "trucs", "urgent",
    "various", "web", "website", "work",
];
/// Words that add nothing to a vague one, in order.
#[rustfmt::skip]
const FILLING: [&str; 41] = [
    "a", "and", "au", "avec", "ce", "cette", "d", "de", "des", "do", "du", "en", "et", "for", "important",
    "importante", "internet", "it", "l", "la", "le", "les", "notre", "nouveau", "nouvelle", "of", "on", "ou", "our",
    "petit", "petite", "pour", "quelques", "some", "sur", "the", "this", "to", "un", "une", "up",
];

/// Everything wrong with the texts of `task`. Addresses among `public` may stand anywhere.
pub fn texts_of_task(task: &Task, public: &[&str]) -> Vec<Finding> {
    let personal = about_people(task.key(), public, |see| texts::of_task(&mut task.clone(), see));
    vague(task).into_iter().chain(personal).collect()
}

/// Everything wrong with the texts of `project`.
pub(super) fn texts_of_project(project: &Project, public: &[&str]) -> Vec<Finding> {
    about_people(project.key(), public, |see| texts::of_project(&mut project.clone(), see))
}

/// Everything wrong with the texts of `theme`.
pub(super) fn texts_of_theme(theme: &Theme, public: &[&str]) -> Vec<Finding> {
    about_people(theme.key(), public, |see| texts::of_theme(&mut theme.clone(), see))
}

/// Everything wrong with the texts of `person`.
pub(super) fn texts_of_person(person: &Person, public: &[&str]) -> Vec<Finding> {
    about_people(person.key(), public, |see| texts::of_person(&mut person.clone(), see))
}

/// Everything wrong with the texts of `campaign`.
pub(super) fn texts_of_campaign(campaign: &Campaign, public: &[&str]) -> Vec<Finding> {
    about_people(FileKey::Campaign, public, |see| texts::of_campaign(&mut campaign.clone(), see))
}

/// Whether a remark of `about_people` is what `message` says, or what it repeats.
pub fn is_personal(message: &Message) -> bool {
    let repeats = |arg: &Arg| matches!(arg, Arg::Word(inner) if is_personal(inner));
    matches!(message.key(), EMAIL | PHONE) || message.args().iter().any(|(_, arg)| repeats(arg))
}

/// What belongs to a person in the texts that `show` shows.
fn about_people(about: FileKey, public: &[&str], show: impl FnOnce(&mut See<'_>)) -> Vec<Finding> {
    let mut findings = Vec::new();
    show(&mut |field, _, text| {
        let Some(found) = personal(text, public) else { return };
        let message = match found {
            Personal::Email(found) => Message::new(EMAIL).with("found", found),
            Personal::Phone(found) => Message::new(PHONE).with("found", found),
        };
        findings.push(Finding { about: about.clone(), field: Some(field.to_string()), gravity: Gravity::Warning, message });
    });
    findings
}

/// The same finding, with the command that takes out what belongs to a person, where there is one.
pub fn with_way_out(finding: Finding) -> Finding {
    let command = match &finding.about {
        FileKey::Task { id, .. } => format!("mpa tasks edit {id} --redact"),
        FileKey::Project(slug) => format!("mpa projects edit {slug} --redact"),
        FileKey::Campaign | FileKey::Theme(_) | FileKey::Person(_) => return finding,
    };
    let key = match finding.message.key() {
        EMAIL => "redact-personal-email",
        PHONE => "redact-personal-phone",
        _ => return finding,
    };
    let said = Message::new(key).with("command", command);
    let message = finding.message.args().iter().fold(said, |said, (name, value)| said.with(name, value.clone()));
    Finding { message, ..finding }
}

/// A title that does not say what is to be done, of a task that somebody may still take.
fn vague(task: &Task) -> Option<Finding> {
    if task.is_over() || !is_vague(&task.title) {
        return None;
    }
    let message = Message::new("lint-vague-title").with("found", task.title.as_str());
    Some(Finding { about: task.key(), field: Some("title".to_owned()), gravity: Gravity::Warning, message })
}

/// Whether the title is too short, or made of words that name no task.
fn is_vague(title: &str) -> bool {
    if title.chars().filter(|c| c.is_alphanumeric()).count() < TITLE_LEAST {
        // A script that needs no spaces says much in a few signs.
        return title.chars().all(|c| !c.is_alphabetic() || u32::from(c) < 0x2e80);
    }
    let mut has_vague = false;
    // Most titles are told from the first word.
    let says_nothing = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| {
        let Some(word) = Slug::of_title(word) else { return false };
        let is_vague = VAGUE.binary_search(&word.as_str()).is_ok();
        has_vague |= is_vague;
        is_vague || FILLING.binary_search(&word.as_str()).is_ok() || word.as_str().bytes().all(|b| b.is_ascii_digit())
    });
    says_nothing && has_vague
}

#[cfg(test)]
mod tests {
    use super::is_vague;

    #[test]
    fn words_are_in_order() {
        assert!(super::VAGUE.is_sorted() && super::FILLING.is_sorted());
    }

    #[test]
    fn titles_say_what_is_to_be_done() {
        for title in [
            "Divers",
            "À faire",
            "Site",
            "Le site internet",
            "Communication",
            "TODO",
            "misc.",
            "Help!",
            "Mise à jour du site",
            "Réseaux sociaux",
            "Tâches diverses",
            "Site web 2026",
            "Other things to do",
            "Appeler",
            "???",
            "Réunion",
        ] {
            assert!(is_vague(title), "{title}");
        }
        for title in [
            "Mettre en ligne la liste des tâches",
            "Relire la fiche",
            "Dessiner le logo",
            "Écrire la page d’aide",
            "Appeler Zoé",
            "Communication : rédiger trois messages",
            "把任务列表放到网上",
            "Réserver le site des Gobelins",
        ] {
            assert!(!is_vague(title), "{title}");
        }
    }
}

//! What is wrong with texts, one file at a time: titles that say nothing, and what belongs to a person.
//!
//! Texts are long. So a task's are looked at while its file is read, and nobody has to keep them.

use std::fmt::Arguments;

use crate::domain::claim::{Cancellation, Closing, Reopening};
use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::project::Project;
use crate::domain::task::Task;

use super::lint::{About, Finding, Gravity};
use super::personal::{Personal, personal};

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

/// Hands over a text and the dotted key it stands under.
type Look<'l> = dyn FnMut(Arguments<'_>, &str) + 'l;

/// Everything wrong with the texts of `task`. Addresses among `public` may stand anywhere.
pub fn texts_of_task(task: &Task, public: &[&str]) -> Vec<Finding> {
    let about = || About::Task(task.id.clone());
    let mut findings: Vec<Finding> = vague(task).into_iter().collect();
    let mut look = |field: Arguments<'_>, text: &str| findings.extend(about_a_person(about, field, text, public));
    look(format_args!("title"), &task.title);
    for (field, text) in [("done-when", &task.done_when), ("description", &task.description)] {
        text.iter().for_each(|text| look(format_args!("{field}"), text));
    }
    for (who, claim) in &task.claims {
        claim.handover.iter().for_each(|text| look(format_args!("claims.{who}.handover"), text));
    }
    endings("", task.done.as_ref(), task.cancelled.as_ref(), &mut look);
    for (key, again) in [("sent-back", &task.sent_back), ("reopened", &task.reopened)] {
        again.iter().for_each(|again| reopening(key, again, &mut look));
    }
    findings
}

/// Everything wrong with the texts of `project`.
pub(super) fn texts_of_project(project: &Project, public: &[&str]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let about = || About::Project(project.slug.clone());
    let mut look = |field: Arguments<'_>, text: &str| findings.extend(about_a_person(about, field, text, public));
    look(format_args!("title"), &project.title);
    project.summary.iter().for_each(|text| look(format_args!("summary"), text));
    project.needs.iter().for_each(|text| look(format_args!("needs"), text));
    for deliverable in &project.deliverables {
        look(format_args!("deliverables.{}.title", deliverable.slug), &deliverable.title);
        let delivered = deliverable.delivered.iter();
        delivered.for_each(|it| look(format_args!("deliverables.{}.delivered.evidence", deliverable.slug), it.evidence.as_str()));
    }
    findings
}

fn reopening(key: &str, again: &Reopening, look: &mut Look<'_>) {
    look(format_args!("{key}.reason"), &again.reason);
    endings(&format!("{key}."), again.done.as_ref(), again.cancelled.as_ref(), look);
}

fn endings(before: &str, done: Option<&Closing>, cancelled: Option<&Cancellation>, look: &mut Look<'_>) {
    if let Some(done) = done {
        look(format_args!("{before}done.evidence"), done.evidence.as_str());
        done.note.iter().for_each(|text| look(format_args!("{before}done.note"), text));
    }
    if let Some(cancelled) = cancelled {
        look(format_args!("{before}cancelled.reason"), &cancelled.reason);
    }
}

fn about_a_person(about: impl Fn() -> About, field: Arguments<'_>, text: &str, public: &[&str]) -> Option<Finding> {
    let message = match personal(text, public)? {
        Personal::Email(found) => Message::new("lint-personal-email").with("found", found),
        Personal::Phone(found) => Message::new("lint-personal-phone").with("found", found),
    };
    Some(Finding { about: about(), field: Some(field.to_string()), gravity: Gravity::Warning, message })
}

/// A title that does not say what is to be done, of a task that somebody may still take.
fn vague(task: &Task) -> Option<Finding> {
    if task.is_over() || !is_vague(&task.title) {
        return None;
    }
    let message = Message::new("lint-vague-title").with("found", task.title.as_str());
    Some(Finding { about: About::Task(task.id.clone()), field: Some("title".to_owned()), gravity: Gravity::Warning, message })
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

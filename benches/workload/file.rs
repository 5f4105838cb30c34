//! A drawn task as its file, in the canonical order of keys.

use super::fate::{Again, Claim, Done, Kind, Ruling};
use super::task::Task;
use super::toml::Toml;

/// Who decides and writes down in the generated campaign.
const ORGANISER: &str = "chef";

/// The text of the file of `task`.
pub fn file(task: &Task) -> String {
    let mut toml = Toml::default();
    toml.text("title", &task.title);
    if task.fate.kind == Kind::Draft {
        toml.bare("draft", true);
    }
    toml.text("budget", task.budget);
    toml.text("done-when", &task.done_when);
    toml.bare("created", task.created);
    if let Some(deliverable) = task.deliverable {
        toml.text("deliverable", deliverable);
    }
    toml.list("skills", &task.skills);
    if let Some(place) = task.place {
        toml.text("where", place);
    }
    if let Some(town) = task.town {
        toml.text("place", town);
    }
    if let Some(due) = task.due {
        toml.bare("due", due);
    }
    toml.list("after", &task.after);
    if let Some(contact) = &task.contact {
        toml.text("contact", contact);
    }
    toml.block("description", &task.description);
    toml.table("resources");
    task.resources.iter().for_each(|(label, link)| toml.text(label, link));
    if let Some(record) = &task.fate.again {
        again(&mut toml, record);
    }
    task.fate.claims.iter().for_each(|record| claim(&mut toml, record));
    if let Some(record) = &task.fate.done {
        done(&mut toml, "done", record);
    }
    if let Some(record) = &task.fate.cancelled {
        ruling(&mut toml, "cancelled", record);
    }
    toml.finish()
}

fn again(toml: &mut Toml, record: &Again) {
    let table = if record.done.is_some() { "sent-back" } else { "reopened" };
    ruling(toml, table, &record.ruling);
    if let Some(replaced) = &record.done {
        done(toml, &format!("{table}.done"), replaced);
    }
    if let Some(replaced) = &record.cancelled {
        ruling(toml, &format!("{table}.cancelled"), replaced);
    }
}

fn ruling(toml: &mut Toml, table: &str, record: &Ruling) {
    toml.table(table);
    toml.text("by", ORGANISER);
    toml.bare("at", record.at);
    toml.text("reason", record.reason);
}

fn claim(toml: &mut Toml, record: &Claim) {
    toml.table(&format!("claims.{}", record.by));
    toml.bare("since", record.since);
    if record.recorded {
        toml.text("recorded-by", ORGANISER);
    }
    if record.renewed {
        toml.bare("renewed", 1);
    }
    record.spent.iter().for_each(|(day, time)| toml.text(&format!("spent.{day}"), time));
    if let Some((day, handover)) = record.released {
        toml.bare("released", day);
        toml.text("handover", handover);
    }
    toml.bare("until", record.until);
}

fn done(toml: &mut Toml, table: &str, record: &Done) {
    toml.table(table);
    toml.text("by", &record.by);
    toml.bare("at", record.at);
    toml.text("evidence", &record.evidence);
    if let Some(note) = record.note {
        toml.text("note", note);
    }
}

//! New files in canonical form: the same edits, made on an empty document.

use toml_edit::{DocumentMut, Item, Table, Value};

use crate::domain::campaign::{Campaign, FORMAT};
use crate::domain::day::Deadline;
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;

use super::document::{set, set_pairs};
use super::edit::{day, person, project, task, text};
use super::list::set_list;

/// The file of a new task.
pub fn new_task_file(new: &Task) -> String {
    let mut document = DocumentMut::new();
    task(&mut document, None, new);
    document.to_string()
}

/// The file of a new project.
pub fn new_project_file(new: &Project) -> String {
    let mut document = DocumentMut::new();
    project(&mut document, None, new);
    document.to_string()
}

/// The file of a new person.
pub fn new_person_file(new: &Person) -> String {
    let mut document = DocumentMut::new();
    person(&mut document, None, new);
    document.to_string().trim_start().to_owned()
}

/// The file of a new theme.
pub fn new_theme_file(new: &Theme) -> String {
    let mut document = DocumentMut::new();
    let root = document.as_table_mut();
    set(root, &[], "title", text(Some(&new.title)));
    set(root, &[], "question", text(new.question.as_deref()));
    set_list(root, &[], "ideas", &new.ideas);
    document.to_string()
}

/// The file of a new campaign, with the rules in it to be seen and changed.
pub fn new_campaign_file(new: &Campaign) -> String {
    let mut document = DocumentMut::new();
    let root = document.as_table_mut();
    set(root, &[], "format", Some(i64::from(FORMAT).into()));
    set(root, &[], "name", text(Some(&new.name)));
    set(root, &[], "language", text(Some(&new.language)));
    set(root, &[], "timezone", text(Some(new.timezone.name())));
    set(root, &[], "started", new.started.map(day));
    set(
        root,
        &[],
        "deadline",
        Some(match new.deadline {
            Deadline::SainteBarbe => Deadline::SAINTE_BARBE.into(),
            Deadline::On(on) => day(on),
        }),
    );
    set_list(root, &[], "organisers", &new.organisers.iter().map(ToString::to_string).collect::<Vec<_>>());
    set(root, &[], "contact", text(new.contact.as_deref()));
    let also: Vec<_> = new.also.iter().map(|it| (it.label.clone(), Value::from(it.link.as_str()))).collect();
    set_pairs(root, "also", &also);
    let number = |number: u32| Value::from(i64::from(number));
    section(
        root,
        "claims",
        [
            ("days", number(new.claims.days)),
            ("warn-days", number(new.claims.warn_days)),
            ("limit", number(new.claims.limit)),
            ("renewals", number(new.claims.renewals)),
            ("cooldown-days", number(new.claims.cooldown_days)),
        ],
    );
    section(root, "tasks", [("max-budget", new.tasks.max_budget.to_string().into())]);
    let flow = &new.workflow;
    section(
        root,
        "workflow",
        [
            ("mode", flow.mode.as_str().into()),
            ("remote", flow.remote.as_str().into()),
            ("main", flow.main.as_str().into()),
            ("forge", flow.forge.as_str().into()),
            ("send", flow.send.as_str().into()),
        ],
    );
    document.to_string()
}

fn section<const N: usize>(root: &mut Table, key: &str, entries: [(&str, Value); N]) {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    entries.into_iter().for_each(|(key, value)| drop(table.insert(key, Item::Value(value))));
    root.insert(key, Item::Table(table));
}

//! New files in canonical form: the same edits, made on an empty document.

use toml_edit::DocumentMut;

use crate::domain::campaign::{Campaign, FORMAT};
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;

use super::edit::{person, project, task};
use super::edit_fields::write_fields;
use super::table::set;

/// The file of a new task.
pub fn new_task_file(new: &Task) -> String {
    written(|document| task(document, None, new))
}

/// The file of a new project.
pub fn new_project_file(new: &Project) -> String {
    written(|document| project(document, None, new))
}

/// The file of a new person.
pub fn new_person_file(new: &Person) -> String {
    written(|document| person(document, None, new)).trim_start().to_owned()
}

/// The file of a new theme.
pub fn new_theme_file(new: &Theme) -> String {
    written(|document| write_fields(document.as_table_mut(), None, new))
}

/// The file of a new campaign, with the rules in it to be seen and changed.
pub fn new_campaign_file(new: &Campaign) -> String {
    written(|document| {
        set(document.as_table_mut(), &[], "format", Some(i64::from(FORMAT).into()));
        write_fields(document.as_table_mut(), None, new);
    })
}

fn written(write: impl FnOnce(&mut DocumentMut)) -> String {
    let mut document = DocumentMut::new();
    write(&mut document);
    document.to_string()
}

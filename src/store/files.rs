//! Reading, creating and editing a file of any kind, and replacing a handle in it.

use crate::domain::document::Document;
use crate::domain::file_key::FileKey;
use crate::domain::name::Handle;

use super::decode_campaign::decode_campaign;
use super::decode_person::decode_person;
use super::decode_project::{decode_project, decode_theme};
use super::decode_task::decode_task;
use super::edit::{edit_person, edit_project, edit_task};
use super::edit_campaign::edit_campaign;
use super::error::StoreError;
use super::problem::Decoded;
use super::replace::{replace_in_campaign, replace_in_project, replace_in_task};
use super::write::{new_campaign_file, new_person_file, new_project_file, new_task_file, new_theme_file};

/// What `bytes` describe in the file `key`; `path` is what problems call it.
pub fn decode(key: &FileKey, path: &str, bytes: &[u8]) -> Decoded<Document> {
    match key {
        FileKey::Campaign => any(decode_campaign(bytes)),
        FileKey::Theme(slug) => any(decode_theme(slug, path, bytes)),
        FileKey::Project(slug) => any(decode_project(slug, path, bytes)),
        FileKey::Task { id, project } => any(decode_task(id, project, path, bytes)),
        FileKey::Person(handle) => any(decode_person(handle, path, bytes)),
    }
}

fn any<T: Into<Document>>(decoded: Decoded<T>) -> Decoded<Document> {
    Decoded { value: decoded.value.map(T::into), problems: decoded.problems }
}

/// A new file that describes `new`.
pub fn new_file(new: &Document) -> String {
    match new {
        Document::Campaign(campaign) => new_campaign_file(campaign),
        Document::Theme(theme) => new_theme_file(theme),
        Document::Project(project) => new_project_file(project),
        Document::Task(task) => new_task_file(task),
        Document::Person(person) => new_person_file(person),
    }
}

/// The smallest edit of `bytes`, which describe `before`, that makes them describe `after`.
///
/// # Errors
/// When the edited text would not mean exactly `after`; for a theme, which nothing edits.
pub fn edit_file(bytes: &[u8], before: &Document, after: &Document) -> Result<Vec<u8>, StoreError> {
    match (before, after) {
        (Document::Campaign(before), Document::Campaign(after)) => edit_campaign(bytes, before, after),
        (Document::Project(before), Document::Project(after)) => edit_project(bytes, before, after),
        (Document::Task(before), Document::Task(after)) => edit_task(bytes, before, after),
        (Document::Person(before), Document::Person(after)) => edit_person(bytes, before, after),
        _ => Err(StoreError::Edit),
    }
}

/// The bytes, which describe the first of `versions`, once the first of `names` is the second: they describe the other version.
///
/// # Errors
/// When the edited text would not mean exactly that; for a theme or a person, in which nobody else is named.
pub fn replace_in_file(bytes: &[u8], names: (&Handle, &Handle), versions: (&Document, &Document)) -> Result<Vec<u8>, StoreError> {
    match versions {
        (Document::Campaign(before), Document::Campaign(after)) => replace_in_campaign(bytes, names, (before, after)),
        (Document::Project(before), Document::Project(after)) => replace_in_project(bytes, names, (before, after)),
        (Document::Task(before), Document::Task(after)) => replace_in_task(bytes, names, (before, after)),
        _ => Err(StoreError::Edit),
    }
}

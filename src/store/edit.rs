//! From the difference of two values to the smallest edit of the bytes, verified by reading the result.

use toml_edit::DocumentMut;

use crate::domain::person::Person;
use crate::domain::project::{Deliverable, Project};
use crate::domain::task::Task;

use super::decode_person::decode_person;
use super::decode_project::decode_project;
use super::decode_task::decode_task;
use super::edit_fields::write_fields;
use super::edit_record::records;
use super::error::StoreError;
use super::lines::keeping_endings;
use super::problem::Decoded;
use super::source::FILE_MAX;
use super::table::{Ends, header, put_last};

pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The bytes of the task's file when `before` has become `after`: only what differs is touched.
///
/// # Errors
/// When the edited text would not mean exactly `after`.
pub fn edit_task(bytes: &[u8], before: &Task, after: &Task) -> Result<Vec<u8>, StoreError> {
    let read = |edited: &[u8]| decode_task(&after.id, &after.project, "", edited);
    edit(bytes, (before, after), |document| task(document, Some(before), after), read)
}

/// The bytes of the project's file when `before` has become `after`.
///
/// # Errors
/// As [`edit_task`].
pub fn edit_project(bytes: &[u8], before: &Project, after: &Project) -> Result<Vec<u8>, StoreError> {
    let read = |edited: &[u8]| decode_project(&after.slug, "", edited);
    edit(bytes, (before, after), |document| project(document, Some(before), after), read)
}

/// The bytes of the people file when `before` has become `after`.
///
/// # Errors
/// As [`edit_task`].
pub fn edit_person(bytes: &[u8], before: &Person, after: &Person) -> Result<Vec<u8>, StoreError> {
    let read = |edited: &[u8]| decode_person(&after.handle, "", edited);
    edit(bytes, (before, after), |document| person(document, Some(before), after), read)
}

/// The bytes, which mean `before`, once `change` is made: `read`, they mean `after`.
pub(super) fn edit<T: PartialEq>(
    bytes: &[u8],
    (before, after): (&T, &T),
    change: impl FnOnce(&mut DocumentMut),
    read: impl FnOnce(&[u8]) -> Decoded<T>,
) -> Result<Vec<u8>, StoreError> {
    if before == after {
        return Ok(bytes.to_vec());
    }
    let text = std::str::from_utf8(bytes).map_err(|_| StoreError::Edit)?;
    let (mark, text) = match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (BYTE_ORDER_MARK, rest),
        None => ("", text),
    };
    let edited = keeping_endings(text, |text| {
        let mut document: DocumentMut = text.parse().ok()?;
        change(&mut document);
        Some(document.to_string())
    });
    let edited = format!("{mark}{}", edited.ok_or(StoreError::Edit)?).into_bytes();
    match edited.len() > FILE_MAX {
        true => Err(StoreError::TooLarge),
        false if read(&edited).value.as_ref() == Some(after) => Ok(edited),
        false => Err(StoreError::Edit),
    }
}

/// Writes what differs between two versions of a task; everything when there was none.
pub(super) fn task(document: &mut DocumentMut, before: Option<&Task>, after: &Task) {
    write_fields(document.as_table_mut(), before, after);
    records(document, before, after);
}

/// Writes what differs between two versions of a project.
pub(super) fn project(document: &mut DocumentMut, before: Option<&Project>, after: &Project) {
    write_fields(document.as_table_mut(), before, after);
    let mut ends = Ends::default();
    for wanted in &after.deliverables {
        let known = before.and_then(|before| before.deliverable(&wanted.slug));
        if known != Some(wanted) {
            deliverable((document, &mut ends), known, wanted);
        }
    }
}

fn deliverable((document, ends): (&mut DocumentMut, &mut Ends), before: Option<&Deliverable>, after: &Deliverable) {
    let end = before.is_none().then(|| ends.take(document));
    let all = header(document.as_table_mut(), "deliverables");
    let own = header(all, after.slug.as_str());
    own.set_implicit(false);
    write_fields(own, before, after);
    if let Some(delivery) = after.delivered.as_ref().filter(|it| before.and_then(|old| old.delivered.as_ref()) != Some(*it)) {
        let position = own.position();
        let record = header(own, "delivered");
        record.set_implicit(false);
        write_fields(record, None, delivery);
        if record.decor().prefix().is_none() {
            record.decor_mut().set_prefix("\n");
        }
        record.set_position(position);
    }
    if let Some(end) = end {
        put_last(all, after.slug.as_str(), end);
    }
}

/// Writes what differs between two versions of a people file.
pub(super) fn person(document: &mut DocumentMut, before: Option<&Person>, after: &Person) {
    write_fields(document.as_table_mut(), before, after);
}

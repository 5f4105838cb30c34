//! One handle replaced by another in the text of a file: the names change, every other byte stays.
//!
//! A key is renamed where it stands: the order of claims decides who was last. A value keeps its quotes.

use toml_edit::{DocumentMut, InlineTable, Item, Key, Table, TableLike, Value};

use crate::domain::campaign::Campaign;
use crate::domain::name::Handle;
use crate::domain::project::Project;
use crate::domain::task::Task;

use super::decode_campaign::decode_campaign;
use super::decode_project::decode_project;
use super::decode_task::decode_task;
use super::edit::edit;
use super::error::StoreError;
use super::problem::Decoded;

/// The bytes of a task's file, which mean `before`, once `from` is `to`: they mean `after`.
///
/// # Errors
/// When the edited text would not mean exactly `after`.
pub(super) fn replace_in_task(
    bytes: &[u8],
    (from, to): (&Handle, &Handle),
    versions: (&Task, &Task),
) -> Result<Vec<u8>, StoreError> {
    let read = |edited: &[u8]| decode_task(&versions.1.id, &versions.1.project, "", edited);
    in_place(bytes, versions, |document| Names { from, to }.in_task(document), read)
}

/// The same for a project.
///
/// # Errors
/// As [`replace_in_task`].
pub(super) fn replace_in_project(
    bytes: &[u8],
    (from, to): (&Handle, &Handle),
    versions: (&Project, &Project),
) -> Result<Vec<u8>, StoreError> {
    let read = |edited: &[u8]| decode_project(&versions.1.slug, "", edited);
    in_place(bytes, versions, |document| Names { from, to }.in_project(document), read)
}

/// The same for the campaign.
///
/// # Errors
/// As [`replace_in_task`].
pub(super) fn replace_in_campaign(
    bytes: &[u8],
    (from, to): (&Handle, &Handle),
    versions: (&Campaign, &Campaign),
) -> Result<Vec<u8>, StoreError> {
    let change = |document: &mut DocumentMut| Names { from, to }.in_list(document.as_table_mut(), "organisers");
    in_place(bytes, versions, change, decode_campaign)
}

/// An edit after which the last line ends as it did, whatever became of it.
fn in_place<T: PartialEq>(
    bytes: &[u8],
    versions: (&T, &T),
    change: impl FnOnce(&mut DocumentMut),
    read: impl FnOnce(&[u8]) -> Decoded<T>,
) -> Result<Vec<u8>, StoreError> {
    let mut edited = edit(bytes, versions, change, read)?;
    if !bytes.ends_with(b"\n") {
        let ended = edited.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n')).map_or(0, |last| last + 1);
        edited.truncate(ended);
    }
    Ok(edited)
}

#[derive(Clone, Copy)]
struct Names<'a> {
    from: &'a Handle,
    to: &'a Handle,
}

impl Names<'_> {
    fn in_task(self, document: &mut DocumentMut) {
        let root: &mut dyn TableLike = document.as_table_mut();
        if let Some(claims) = root.get_mut("claims") {
            self.in_keys(claims);
            for (_, record) in claims.as_table_like_mut().into_iter().flat_map(|claims| claims.iter_mut()) {
                self.in_ending(record);
            }
        }
        self.in_endings(root);
        for again in ["sent-back", "reopened"] {
            if let Some(item) = root.get_mut(again) {
                self.in_ending(item);
                item.as_table_like_mut().into_iter().for_each(|table| self.in_endings(table));
            }
        }
    }

    fn in_project(self, document: &mut DocumentMut) {
        let root: &mut dyn TableLike = document.as_table_mut();
        self.in_list(root, "leads");
        let deliverables = root.get_mut("deliverables").and_then(Item::as_table_like_mut);
        for (_, deliverable) in deliverables.into_iter().flat_map(|all| all.iter_mut()) {
            if let Some(delivered) = deliverable.as_table_like_mut().and_then(|it| it.get_mut("delivered")) {
                self.in_ending(delivered);
            }
        }
    }

    fn in_endings(self, table: &mut dyn TableLike) {
        for ending in ["done", "cancelled"] {
            table.get_mut(ending).into_iter().for_each(|item| self.in_ending(item));
        }
    }

    /// The people that a record or an ending names.
    fn in_ending(self, item: &mut Item) {
        let Some(table) = item.as_table_like_mut() else { return };
        for key in ["by", "recorded-by"] {
            table.get_mut(key).and_then(Item::as_value_mut).into_iter().for_each(|value| self.in_value(value));
        }
    }

    fn in_list(self, table: &mut dyn TableLike, key: &str) {
        let list = table.get_mut(key).and_then(Item::as_array_mut);
        list.into_iter().flat_map(|list| list.iter_mut()).for_each(|value| self.in_value(value));
    }

    fn in_value(self, value: &mut Value) {
        if value.as_str() != Some(self.from.as_str()) {
            return;
        }
        let Value::String(text) = &*value else { return };
        let written = text.display_repr().replace(self.from.as_str(), self.to.as_str());
        let alike = written.parse::<Value>().ok().filter(|new| new.as_str() == Some(self.to.as_str()));
        let mut new = alike.unwrap_or_else(|| Value::from(self.to.as_str()));
        *new.decor_mut() = value.decor().clone();
        *value = new;
    }

    /// Renames the key of the person's record, with the records before and behind it where they are.
    fn in_keys(self, item: &mut Item) {
        match item {
            Item::Table(table) => self.in_keys_of_table(table),
            Item::Value(Value::InlineTable(table)) => self.in_keys_of_inline(table),
            _ => {}
        }
    }

    fn in_keys_of_table(self, table: &mut Table) {
        let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
        let entries: Vec<(Key, Item)> = keys.iter().filter_map(|key| table.remove_entry(key)).collect();
        for (key, item) in entries {
            table.insert_formatted(&self.key(key), item);
        }
    }

    fn in_keys_of_inline(self, table: &mut InlineTable) {
        let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
        let entries: Vec<(Key, Value)> = keys.iter().filter_map(|key| table.remove_entry(key)).collect();
        for (key, value) in entries {
            table.insert_formatted(&self.key(key), value);
        }
    }

    fn key(self, key: Key) -> Key {
        if key.get() != self.from.as_str() {
            return key;
        }
        let written = key.display_repr().replace(self.from.as_str(), self.to.as_str());
        let alike = written.parse::<Key>().ok().filter(|new| new.get() == self.to.as_str());
        let new = alike.unwrap_or_else(|| Key::new(self.to.as_str()));
        new.with_leaf_decor(key.leaf_decor().clone()).with_dotted_decor(key.dotted_decor().clone())
    }
}

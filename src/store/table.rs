//! A TOML document being edited: each touch changes as little of the text as it can.

use toml_edit::{Decor, DocumentMut, InlineTable, Item, Key, RawString, Table, Value};

use crate::domain::field::{Field, Kind};

/// Sets `key` to `value`, or removes it. A value that is there keeps its place and its comments; a new key goes where
/// `order` wants it; keys that `order` does not know stay where they are.
pub(super) fn set(table: &mut Table, order: &[Field], key: &str, value: Option<Value>) {
    let Some(mut value) = value else {
        table.remove(key);
        return;
    };
    if let Some(old) = table.get_mut(key).and_then(Item::as_value_mut) {
        *value.decor_mut() = old.decor().clone();
        *old = value;
    } else {
        insert(table, order, key, Item::Value(value));
    }
}

/// Inserts `item` behind the last key that comes before `key` in `order`.
fn insert(table: &mut Table, order: &[Field], key: &str, item: Item) {
    let rank = |key: &str| rank(order, key);
    let Some(place) = rank(key) else {
        table.insert(key, item);
        return;
    };
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    let start = keys.iter().rposition(|key| rank(key).is_some_and(|other| other < place)).map_or(0, |at| at + 1);
    let tail: Vec<(Key, Item)> = keys[start..].iter().filter_map(|key| table.remove_entry(key)).collect();
    table.insert(key, item);
    for (key, item) in tail {
        table.insert_formatted(&key, item);
    }
}

/// The place of `key` in `order`, where tables have none.
pub(super) fn rank(order: &[Field], key: &str) -> Option<usize> {
    order.iter().position(|known| known.key() == key && known.kind() != Kind::Table)
}

/// Moves `key` behind every other key of the table.
pub(super) fn move_last(table: &mut Table, key: &str) {
    let is_last = table.iter().filter(|(_, item)| !is_header(item)).last().is_some_and(|(last, _)| last == key);
    if !is_last && let Some((key, item)) = table.remove_entry(key) {
        table.insert_formatted(&key, item);
    }
}

/// Whether the item is a table with a header of its own.
pub(super) fn is_header(item: &Item) -> bool {
    item.as_table().is_some_and(|table| !table.is_dotted())
}

/// The table under `key`: made when missing, rewritten when it was inline, which nothing with a header can be added to.
pub(super) fn table<'a>(parent: &'a mut Table, key: &str) -> &'a mut Table {
    let (key_decor, is_inline) =
        (parent.key(key).map(|key| key.leaf_decor().clone()), parent.get(key).is_some_and(Item::is_value));
    if is_inline && let Some(mut key) = parent.key_mut(key) {
        key.leaf_decor_mut().clear();
    }
    let item = parent.entry(key).or_insert_with(|| Item::Table(implicit()));
    if let Item::Value(Value::InlineTable(inline)) = item {
        let (behind, mut table) = (inline.decor().suffix().cloned(), plain_table(std::mem::take(inline)));
        let above =
            key_decor.as_ref().and_then(Decor::prefix).filter(|above| above.as_str().is_some_and(|above| above.contains('#')));
        above.into_iter().for_each(|above| table.decor_mut().set_prefix(above.clone()));
        behind.into_iter().for_each(|behind| table.decor_mut().set_suffix(behind));
        *item = Item::Table(table);
    }
    if !item.is_table() {
        *item = Item::Table(implicit());
    }
    item.as_table_mut().unwrap_or_else(|| unreachable!("it was just made a table"))
}

/// The table under `key` with a header of its own, rewritten when it was inline or dotted.
pub(super) fn header<'a>(parent: &'a mut Table, key: &str) -> &'a mut Table {
    let table = table(parent, key);
    if table.is_dotted() {
        table.set_dotted(false);
        table.set_implicit(true);
    }
    table
}

fn implicit() -> Table {
    let mut table = Table::new();
    table.set_implicit(true);
    table
}

/// The table under `key` written as `key.sub = value` among the keys of its parent.
pub(super) fn dotted<'a>(parent: &'a mut Table, order: &[Field], key: &str) -> &'a mut Table {
    if !parent.contains_key(key) {
        insert(parent, order, key, Item::Table(Table::new()));
    }
    let table = table(parent, key);
    if !table.is_dotted() {
        table.set_dotted(true);
        let said = comments(table.decor());
        if let Some((mut first, _)) = table.iter_mut().next() {
            let above = said + first.leaf_decor().prefix().and_then(RawString::as_str).unwrap_or_default();
            first.leaf_decor_mut().set_prefix(above);
        }
    }
    table
}

/// The comments above a header and behind it, one a line.
fn comments(decor: &Decor) -> String {
    let parts = [decor.prefix(), decor.suffix()].into_iter().flatten().filter_map(RawString::as_str);
    parts.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

/// The same entries, without the spaces they had between the braces.
fn plain_table(inline: InlineTable) -> Table {
    let mut table = inline.into_table();
    table.iter_mut().for_each(|(mut key, _)| key.leaf_decor_mut().clear());
    table
}

/// Where a document ends.
pub(super) struct End {
    position: isize,
    /// A comment that ended the file: it stays above what is put behind it.
    comment: String,
}

/// The ends that one document has while many tables are put there: it is looked through once.
#[derive(Default)]
pub(super) struct Ends {
    last: Option<isize>,
}

impl Ends {
    /// Takes the end of the document, for [`put_last`].
    pub(super) fn take(&mut self, document: &mut DocumentMut) -> End {
        fn largest(table: &Table) -> isize {
            let own = table.position().unwrap_or(0);
            table.iter().filter_map(|(_, item)| item.as_table()).map(largest).fold(own, isize::max)
        }
        let mut comment = document.trailing().as_str().unwrap_or_default().to_owned();
        if !comment.is_empty() && !comment.ends_with('\n') {
            comment.push('\n');
        }
        document.set_trailing("");
        let position = self.last.unwrap_or_else(|| largest(document.as_table())) + 1;
        self.last = Some(position);
        End { position, comment }
    }
}

/// Puts the table under `key` at the end of the document, behind a blank line when it is new.
pub(super) fn put_last(parent: &mut Table, key: &str, end: End) {
    let Some(table) = parent.get_mut(key).and_then(Item::as_table_mut) else { return };
    let is_behind_a_blank_line = !end.comment.is_empty() && end.comment.trim().is_empty();
    let new = if is_behind_a_blank_line { "" } else { "\n" };
    let own = table.decor().prefix().and_then(RawString::as_str).unwrap_or(new);
    let prefix = format!("{}{own}", end.comment);
    table.decor_mut().set_prefix(prefix);
    table.set_position(Some(end.position));
    for (_, item) in table.iter_mut() {
        if let Some(inner) = item.as_table_mut().filter(|inner| !inner.is_dotted()) {
            inner.set_position(Some(end.position));
            if inner.decor().prefix().is_none() {
                inner.decor_mut().set_prefix("\n");
            }
        }
    }
}

/// Makes the table under `key` hold the pairs `wanted`, in that order; it is removed when there are none.
pub(super) fn set_pairs(parent: &mut Table, key: &str, wanted: &[(String, Value)]) {
    if wanted.is_empty() {
        parent.remove(key);
        return;
    }
    let is_new = !parent.contains_key(key);
    let table = header(parent, key);
    if is_new {
        table.set_implicit(false);
        table.decor_mut().set_prefix("\n");
    }
    let gone: Vec<String> =
        table.iter().map(|(key, _)| key.to_owned()).filter(|key| !wanted.iter().any(|(wanted, _)| wanted == key)).collect();
    gone.iter().for_each(|key| drop(table.remove(key)));
    for (key, value) in wanted {
        let same = table.get(key).and_then(Item::as_value).is_some_and(|old| means(old, value));
        if !same {
            set(table, &[], key, Some(value.clone()));
        }
    }
    let in_order = table.iter().map(|(key, _)| key).eq(wanted.iter().map(|(key, _)| key.as_str()));
    if !in_order {
        wanted.iter().for_each(|(key, _)| move_last(table, key));
    }
}

/// Whether two values say the same, however they are written.
fn means(old: &Value, new: &Value) -> bool {
    let plain = |value: &Value| value.clone().decorated("", "").to_string();
    match (old.as_str(), new.as_str()) {
        (Some(old), Some(new)) => old == new,
        _ => plain(old) == plain(new),
    }
}

//! A TOML document being edited: each touch changes as little of the text as it can.

use toml_edit::{Array, DocumentMut, InlineTable, Item, Key, Table, Value};

/// The indent of an array's elements, one a line.
const INDENT: &str = "\n    ";

/// Sets `key` to `value`, or removes it. A value that is there keeps its place and its comments; a new key goes where
/// `order` wants it; keys that `order` does not know stay where they are.
pub(super) fn set(table: &mut Table, order: &[&str], key: &str, value: Option<Value>) {
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
fn insert(table: &mut Table, order: &[&str], key: &str, item: Item) {
    let rank = |key: &str| order.iter().position(|known| *known == key);
    let comes_before = |other: &str| rank(other) < rank(key) && rank(other).is_some();
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    let start = match rank(key) {
        Some(_) => keys.iter().rposition(|key| comes_before(key)).map_or(0, |at| at + 1),
        None => keys.len(),
    };
    let tail: Vec<(Key, Item)> = keys[start..].iter().filter_map(|key| table.remove_entry(key)).collect();
    table.insert(key, item);
    for (key, item) in tail {
        table.insert_formatted(&key, item);
    }
}

/// Moves `key` behind every other key of the table.
pub(super) fn move_last(table: &mut Table, key: &str) {
    let is_last = table.iter().filter(|(_, item)| !is_header(item)).last().is_some_and(|(last, _)| last == key);
    if !is_last && let Some((key, item)) = table.remove_entry(key) {
        table.insert_formatted(&key, item);
    }
}

/// Whether the item is a table with a header of its own.
fn is_header(item: &Item) -> bool {
    item.as_table().is_some_and(|table| !table.is_dotted())
}

/// The table under `key` with a header of its own: made when missing, rewritten when it was inline or dotted.
pub(super) fn header<'a>(parent: &'a mut Table, key: &str) -> &'a mut Table {
    let item = parent.entry(key).or_insert_with(|| Item::Table(implicit()));
    if let Item::Value(Value::InlineTable(inline)) = item {
        *item = Item::Table(std::mem::take(inline).into_table());
    }
    if !item.is_table() {
        *item = Item::Table(implicit());
    }
    let table = item.as_table_mut().unwrap_or_else(|| unreachable!("it was just made a table"));
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
pub(super) fn dotted<'a>(parent: &'a mut Table, order: &[&str], key: &str) -> &'a mut Table {
    if !parent.get(key).is_some_and(Item::is_table) {
        let known = match parent.remove(key) {
            Some(Item::Value(Value::InlineTable(inline))) => InlineTable::into_table(inline),
            _ => Table::new(),
        };
        insert(parent, order, key, Item::Table(known));
    }
    let table = parent.get_mut(key).and_then(Item::as_table_mut).unwrap_or_else(|| unreachable!("it was just made a table"));
    if !table.is_dotted() {
        table.set_dotted(true);
        table.iter_mut().for_each(|(mut key, _)| key.leaf_decor_mut().clear());
    }
    table
}

/// Puts the table under `key` at the end of the document, behind a blank line when it is new.
pub(super) fn put_last(parent: &mut Table, key: &str, last: isize) {
    let Some(table) = parent.get_mut(key).and_then(Item::as_table_mut) else { return };
    if table.decor().prefix().is_none() {
        table.decor_mut().set_prefix("\n");
    }
    table.set_position(Some(last));
    for (_, item) in table.iter_mut() {
        if let Some(inner) = item.as_table_mut().filter(|inner| !inner.is_dotted()) {
            inner.set_position(Some(last));
            if inner.decor().prefix().is_none() {
                inner.decor_mut().set_prefix("\n");
            }
        }
    }
}

/// A position behind every table of the document.
pub(super) fn behind_everything(document: &DocumentMut) -> isize {
    fn largest(table: &Table) -> isize {
        let own = table.position().unwrap_or(0);
        table.iter().filter_map(|(_, item)| item.as_table()).map(largest).fold(own, isize::max)
    }
    largest(document.as_table()) + 1
}

/// Makes the list under `key` hold `wanted`: elements that stay keep their line and their comments.
pub(super) fn set_list(table: &mut Table, order: &[&str], key: &str, wanted: &[String]) {
    if wanted.is_empty() {
        table.remove(key);
        return;
    }
    let old = table.get(key).and_then(Item::as_array).cloned();
    let kept = old.filter(spread).map(|old| merged(old, wanted)).filter(|array| holds(array, wanted));
    let array = kept.unwrap_or_else(|| list(wanted));
    set(table, order, key, Some(Value::Array(array)));
}

fn spread(array: &Array) -> bool {
    array
        .iter()
        .all(|value| value.decor().prefix().and_then(|prefix| prefix.as_str()).is_some_and(|prefix| prefix.contains('\n')))
}

fn merged(mut array: Array, wanted: &[String]) -> Array {
    array.retain(|value| value.as_str().is_some_and(|text| wanted.iter().any(|wanted| wanted == text)));
    for text in wanted {
        if !array.iter().any(|value| value.as_str() == Some(text)) {
            array.push_formatted(element(text));
        }
    }
    array.set_trailing_comma(true);
    array
}

fn holds(array: &Array, wanted: &[String]) -> bool {
    array.len() == wanted.len() && array.iter().zip(wanted).all(|(value, wanted)| value.as_str() == Some(wanted))
}

fn element(text: &str) -> Value {
    Value::from(text).decorated(INDENT, "")
}

/// A new list: one element on one line, more with one a line.
fn list(wanted: &[String]) -> Array {
    if let [only] = wanted {
        return Array::from_iter([only.as_str()]);
    }
    let mut array = Array::new();
    wanted.iter().for_each(|text| array.push_formatted(element(text)));
    array.set_trailing("\n");
    array.set_trailing_comma(true);
    array
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
        let same = table.get(key).and_then(Item::as_value).is_some_and(|old| plain(old) == plain(value));
        if !same {
            set(table, &[], key, Some(value.clone()));
        }
    }
    let in_order = table.iter().map(|(key, _)| key).eq(wanted.iter().map(|(key, _)| key.as_str()));
    if !in_order {
        wanted.iter().for_each(|(key, _)| move_last(table, key));
    }
}

fn plain(value: &Value) -> String {
    value.clone().decorated("", "").to_string()
}

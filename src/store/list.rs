//! Editing a list: elements that stay keep their line and their comments.
//!
//! The editor keeps what stands between two elements in front of the second one. Up to the line break it is a comment
//! about the first, and stays with the first here.

use toml_edit::{Array, RawString, Table, Value};

use crate::domain::field::Field;

use super::table::set;

/// What stands in front of an element that has a line of its own.
const INDENT: &str = "\n    ";

/// Makes the list under `key` hold `wanted`.
pub(super) fn set_list(table: &mut Table, order: &[Field], key: &str, wanted: &[String]) {
    if wanted.is_empty() {
        table.remove(key);
        return;
    }
    let old = table.get(key).and_then(|item| item.as_array()).cloned();
    let kept = old.filter(is_spread).map(|old| merged(old, wanted)).filter(|array| holds(array, wanted));
    set(table, order, key, Some(Value::Array(kept.unwrap_or_else(|| list(wanted)))));
}

/// Whether every element has a line of its own.
fn is_spread(array: &Array) -> bool {
    array.iter().all(|value| before(value).contains('\n'))
}

fn merged(mut array: Array, wanted: &[String]) -> Array {
    close(&mut array);
    for at in (0..array.len()).rev() {
        let stays = array.get(at).and_then(Value::as_str).is_some_and(|text| wanted.iter().any(|wanted| wanted == text));
        if !stays {
            remove(&mut array, at);
        }
    }
    for text in wanted {
        if !array.iter().any(|value| value.as_str() == Some(text)) {
            push(&mut array, text);
        }
    }
    array
}

fn holds(array: &Array, wanted: &[String]) -> bool {
    array.len() == wanted.len() && array.iter().zip(wanted).all(|(value, wanted)| value.as_str() == Some(wanted))
}

/// Puts a comma behind the last element, in front of its comment.
fn close(array: &mut Array) {
    if !array.trailing_comma() {
        let last = array.len().checked_sub(1).and_then(|last| array.get_mut(last));
        let behind = last.map(|last| {
            let behind = raw(last.decor().suffix()).to_owned();
            last.decor_mut().set_suffix("");
            behind
        });
        array.set_trailing(behind.unwrap_or_default() + raw(Some(array.trailing())));
        array.set_trailing_comma(true);
    }
}

/// Removes the element `at` with the comments above and behind it.
fn remove(array: &mut Array, at: usize) {
    let (previous, _) = array.get(at).map(|value| halves(before(value))).unwrap_or_default();
    let previous = previous.to_owned();
    match array.get_mut(at + 1) {
        Some(next) => {
            let (_, own) = halves(before(next));
            let joined = previous + own;
            next.decor_mut().set_prefix(joined);
        }
        None => array.set_trailing(previous + halves(raw(Some(array.trailing()))).1),
    }
    array.remove(at);
}

/// Adds an element on a line of its own, indented as the last one.
fn push(array: &mut Array, text: &str) {
    let indent = array.iter().last().map(before).and_then(|last| last.rfind('\n').map(|at| last[at..].to_owned()));
    let indent = indent.unwrap_or_else(|| INDENT.to_owned());
    let (previous, rest) = halves(raw(Some(array.trailing())));
    let (above, rest) = (format!("{previous}{indent}"), if rest.is_empty() { "\n".to_owned() } else { rest.to_owned() });
    array.push_formatted(Value::from(text).decorated(above, ""));
    array.set_trailing(rest);
}

/// What belongs to the line before, and the rest from the line break on.
fn halves(between: &str) -> (&str, &str) {
    between.split_at(between.find('\n').unwrap_or(between.len()))
}

fn before(value: &Value) -> &str {
    raw(value.decor().prefix())
}

fn raw(text: Option<&RawString>) -> &str {
    text.and_then(RawString::as_str).unwrap_or_default()
}

/// A new list: one element on one line, more with one a line.
pub(super) fn list(wanted: &[String]) -> Array {
    if let [only] = wanted {
        return Array::from_iter([only.as_str()]);
    }
    let mut array = Array::new();
    wanted.iter().for_each(|text| array.push_formatted(Value::from(text.as_str()).decorated(INDENT, "")));
    array.set_trailing("\n");
    array.set_trailing_comma(true);
    array
}

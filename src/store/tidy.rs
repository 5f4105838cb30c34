//! The canonical form of a file: everything that can be set right in one way only, and nothing else.
//!
//! Byte order mark, line endings, spaces at the ends of lines, the order of keys, one element of a list a line, quotes,
//! days and durations. Comments travel with their key, unknown keys stay where they are, and neither sections nor
//! claims change their order. What is no TOML is left alone.

use std::ptr;

use toml_edit::{Array, DocumentMut, Item, Key, RawString, Table, TableLike, Value};
use toml_parser::lexer::TokenKind;

use crate::domain::budget::Budget;
use crate::domain::day::parse_day;
use crate::domain::field::{Field, Kind};
use crate::domain::hidden::hidden_in;

use super::canonical::{CLAIM, Section};
use super::edit::BYTE_ORDER_MARK;
use super::edit_fields::day;
use super::list::list;
use super::table::{dotted, is_header, move_last, rank};

/// `text` as a file described by `root` is written; `None` when it is no TOML.
pub(super) fn tidy(text: &str, root: &'static Section) -> Option<String> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text).replace("\r\n", "\n");
    let mut document: DocumentMut = text.parse().ok()?;
    tidy_table(document.as_table_mut(), root);
    Some(without_loose_spaces(&document.to_string()))
}

fn tidy_table(table: &mut Table, section: &'static Section) {
    tidy_values(table, section);
    let is_claim = ptr::eq(section, &CLAIM);
    if is_claim && table.get("spent").is_some_and(is_header) {
        dotted(table, section.fields, "spent");
    }
    put_in_order(table, section.fields);
    if is_claim && table.contains_key("until") {
        move_last(table, "until");
    }
    for (key, item) in table.iter_mut() {
        let Some(below) = section.table(key.get()) else { continue };
        match item {
            Item::Table(inner) => tidy_table(inner, below),
            // What stands on one line stays there, in its order.
            Item::Value(Value::InlineTable(inner)) => tidy_inline(inner, below),
            _ => {}
        }
    }
}

fn tidy_inline(table: &mut dyn TableLike, section: &'static Section) {
    tidy_values(table, section);
    for (key, item) in table.iter_mut() {
        if let (Some(below), Some(inner)) = (section.table(key.get()), item.as_table_like_mut()) {
            tidy_inline(inner, below);
        }
    }
}

fn tidy_values(table: &mut dyn TableLike, section: &Section) {
    for (key, item) in table.iter_mut() {
        let (Some(kind), Some(value)) = (section.kind(key.get()), item.as_value_mut()) else { continue };
        let text = value.as_str();
        let as_day = || text.and_then(parse_day).map(day);
        let as_text = || text.and_then(|text| plain(value, text));
        let new = match kind {
            Kind::Text => as_text(),
            Kind::List => value.as_array().and_then(spread),
            Kind::Day => as_day(),
            Kind::Deadline => as_day().or_else(as_text),
            Kind::Budget => text.and_then(Budget::parse).and_then(|budget| plain(value, &budget.to_string())),
            Kind::Plain | Kind::Table => None,
        };
        if let Some(mut new) = new {
            *new.decor_mut() = value.decor().clone();
            *value = new;
        }
    }
}

/// `text` in simple quotes, where `old` is written otherwise and nothing in it needs an escape.
fn plain(old: &Value, text: &str) -> Option<Value> {
    let is_safe = !text.contains(['"', '\\']) && hidden_in(text).next().is_none();
    let is_written_so = old.clone().decorated("", "").to_string() == format!("\"{text}\"");
    (is_safe && !is_written_so).then(|| Value::from(text))
}

/// The list with one element a line, or on one line when there is only one. A list with comments in it stays as it is.
fn spread(old: &Array) -> Option<Value> {
    let has_comment = |raw: Option<&RawString>| raw.and_then(RawString::as_str).is_some_and(|raw| raw.contains('#'));
    let is_commented = |value: &Value| has_comment(value.decor().prefix()) || has_comment(value.decor().suffix());
    if old.is_empty() || has_comment(Some(old.trailing())) || old.iter().any(is_commented) {
        return None;
    }
    let texts: Option<Vec<String>> = old.iter().map(|value| value.as_str().map(str::to_owned)).collect();
    let mut new = list(&texts?);
    for (new, old) in new.iter_mut().zip(old.iter()) {
        // An element that cannot be written plainly keeps its quotes.
        let decor = new.decor().clone();
        *new = plain(old, old.as_str().unwrap_or_default()).unwrap_or_else(|| old.clone());
        *new.decor_mut() = decor;
    }
    let shown = |array: &Array| Value::from(array.clone()).decorated("", "").to_string();
    (shown(&new) != shown(old)).then(|| new.into())
}

/// Puts the keys that `order` knows in that order, into the places that such keys have.
fn put_in_order(table: &mut Table, order: &[Field]) {
    let rank = |key: &str| rank(order, key);
    let is_known = |(key, item): &(&str, &Item)| rank(key).is_some() && !is_header(item);
    let mut known: Vec<String> = table.iter().filter(is_known).map(|(key, _)| key.to_owned()).collect();
    if known.is_sorted_by_key(|key| rank(key)) {
        return;
    }
    let first = table.iter().next().map(|(key, _)| key.to_owned()).unwrap_or_default();
    let heading = take_heading(table, &first);
    known.sort_by_key(|key| rank(key));
    let mut known = known.into_iter();
    let keys: Vec<String> = table
        .iter()
        .map(|(key, item)| if is_known(&(key, item)) { known.next() } else { None }.unwrap_or_else(|| key.to_owned()))
        .collect();
    let entries: Vec<(Key, Item)> = keys.iter().filter_map(|key| table.remove_entry(key)).collect();
    for (key, item) in entries {
        table.insert_formatted(&key, item);
    }
    if let Some(mut key) = keys.first().and_then(|key| table.key_mut(key)) {
        let own = prefix(key.leaf_decor().prefix()).to_owned();
        key.leaf_decor_mut().set_prefix(heading + &own);
    }
}

/// Takes what stands above the first key and is set apart by a blank line: it is about the whole, not about that key.
fn take_heading(table: &mut Table, first: &str) -> String {
    let Some(mut key) = table.key_mut(first) else { return String::new() };
    let above = prefix(key.leaf_decor().prefix()).to_owned();
    let end = above.rfind("\n\n").map_or(0, |at| at + 2);
    key.leaf_decor_mut().set_prefix(&above[end..]);
    above[..end].to_owned()
}

fn prefix(raw: Option<&RawString>) -> &str {
    raw.and_then(RawString::as_str).unwrap_or_default()
}

/// `text` without spaces at the ends of lines, outside of texts, and with one line end at its own end.
fn without_loose_spaces(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut spaces = "";
    for token in toml_parser::Source::new(text).lex() {
        let raw = &text[token.span().start()..token.span().end()];
        match token.kind() {
            TokenKind::Whitespace => spaces = raw,
            TokenKind::Newline | TokenKind::Eof => {
                kept.push_str(raw);
                spaces = "";
            }
            kind => {
                kept.push_str(std::mem::take(&mut spaces));
                kept.push_str(if kind == TokenKind::Comment { raw.trim_end() } else { raw });
            }
        }
    }
    let kept = kept.trim_matches('\n');
    if kept.is_empty() { String::new() } else { format!("{kept}\n") }
}

//! Every value of a file with its dotted key, whether or not anybody reads it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::budget::Budget;
use crate::domain::day::parse_day;

use super::source::Source;

/// One value.
pub(super) struct Leaf {
    /// Its dotted key.
    pub key: String,
    /// What it is, however it is written.
    pub value: String,
    /// The same where it holds a day or a budget: with or without quotes, `1h30` or `90m`.
    pub meaning: String,
    /// Key and value as they are written.
    pub raw: String,
    /// Where the value stands.
    pub span: Range<usize>,
}

/// Every value, in the order of the file.
pub(super) fn leaves(source: &Source<'_>) -> Option<Vec<Leaf>> {
    let root = DeTable::parse(source.text).ok()?;
    let mut found = Vec::new();
    below(source.text, root.get_ref(), ("", ""), &mut found);
    found.sort_by_key(|leaf| leaf.span.start);
    Some(found)
}

/// Tables nest no deeper than the parser lets them.
fn below(text: &str, table: &DeTable<'_>, (prefix, raw_prefix): (&str, &str), found: &mut Vec<Leaf>) {
    for (key, value) in table {
        let name = format!("{prefix}{}", plain_key(key.get_ref()));
        let raw_name = format!("{raw_prefix}{}", at(text, key.span()));
        match value.get_ref() {
            DeValue::Table(inner) if !inner.is_empty() => {
                below(text, inner, (&format!("{name}."), &format!("{raw_name}.")), found);
            }
            other => found.push(Leaf {
                key: name,
                value: written(other),
                meaning: meaning(other),
                raw: format!("{raw_name} = {}", raw(text, value)).replace("\r\n", "\n"),
                span: value.span(),
            }),
        }
    }
}

/// A value as it is written. Of tables with a header of their own, only that is written where they stand.
fn raw(text: &str, value: &Spanned<DeValue<'_>>) -> String {
    let own = at(text, value.span()).to_owned();
    match value.get_ref() {
        DeValue::Array(list) => list.iter().filter(|it| it.get_ref().is_table()).fold(own, |all, one| all + &raw(text, one)),
        DeValue::Table(table) => {
            table.iter().fold(own, |all, (key, value)| format!("{all}\n{} = {}", at(text, key.span()), raw(text, value)))
        }
        _ => own,
    }
}

fn at(text: &str, span: Range<usize>) -> &str {
    text.get(span).unwrap_or_default()
}

fn plain_key(key: &str) -> String {
    let is_bare = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if is_bare { key.to_owned() } else { format!("{key:?}") }
}

/// A value in one form: however a text is quoted, and however its lines end.
pub(super) fn written(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("{:?}", text.replace("\r\n", "\n")),
        DeValue::Integer(number) => format!("{} in {}", number.as_str(), number.radix()),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(is) => is.to_string(),
        DeValue::Datetime(moment) => moment.to_string(),
        DeValue::Array(list) => {
            list.iter().map(Spanned::get_ref).map(written).fold("[".to_owned(), |all, one| all + &one + ", ") + "]"
        }
        DeValue::Table(table) => {
            let mut entries: Vec<String> = table
                .iter()
                .map(|(key, value)| format!("{} = {}, ", plain_key(key.get_ref()), written(value.get_ref())))
                .collect();
            entries.sort();
            format!("{{{}}}", entries.concat())
        }
    }
}

fn meaning(value: &DeValue<'_>) -> String {
    let day = |text| parse_day(text).map(|day| day.to_string());
    let budget = |text| Budget::parse(text).map(|budget| budget.to_string());
    value.as_str().and_then(|text| day(text).or_else(|| budget(text))).unwrap_or_else(|| written(value))
}

//! What a file says value by value, whether or not anybody reads it: what is left of a change once everything is taken off
//! that somebody is known to have meant.
//!
//! A decoded value leaves out what this version does not know, and what it passes over: neither may come along unseen.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::budget::Budget;
use crate::domain::day::parse_day;

use super::comments::comments;
use super::source::Source;

/// How much longer than its values need a file may be, in bytes, beside twice their length.
const SLACK: usize = 1_024;

/// Four versions of one file: two as they are, and two as this program would write what they mean.
#[derive(Debug, Clone, Copy)]
pub struct Versions<'a> {
    /// The file before.
    pub origin: &'a [u8],
    /// The file after.
    pub head: &'a [u8],
    /// In canonical form, what `origin` means.
    pub before: &'a [u8],
    /// In canonical form, what is known to be meant by whoever wrote `head`.
    pub after: &'a [u8],
}

/// The dotted keys whose value in `head` is neither what it was in `origin` nor what is known to be meant; `None` when one of
/// the four is no TOML.
pub fn left_over(versions: Versions<'_>) -> Option<Vec<String>> {
    let Versions { origin, head, before, after } = versions;
    let leaves = |bytes| Some(leaves(bytes)?.into_iter().collect::<BTreeMap<String, String>>());
    let (origin, head, before, after) = (leaves(origin)?, leaves(head)?, leaves(before)?, leaves(after)?);
    let keys: BTreeSet<&String> = [&origin, &head, &before, &after].into_iter().flat_map(BTreeMap::keys).collect();
    let wanted = |key: &String| if before.get(key) == after.get(key) { origin.get(key) } else { after.get(key) };
    Some(keys.into_iter().filter(|key| head.get(*key) != wanted(key)).cloned().collect())
}

/// Whether `head` tells what it has in common with `expected` in the same order, with the same comments, and without much
/// that is nothing.
pub fn is_laid_out_as(head: &[u8], expected: &[u8]) -> bool {
    let keys = |bytes| {
        let mut keys: Vec<String> = leaves(bytes)?.into_iter().map(|(key, _)| without_day(key)).collect();
        keys.dedup();
        Some(keys)
    };
    let (Some(found), Some(wanted)) = (keys(head), keys(expected)) else { return false };
    let common = |these: &[String], those: &[String]| -> Vec<String> {
        let those: BTreeSet<&String> = those.iter().collect();
        these.iter().filter(|key| those.contains(key)).cloned().collect()
    };
    let is_padded = head.len() > 2 * expected.len() + SLACK;
    !is_padded && common(&found, &wanted) == common(&wanted, &found) && comments(head) == comments(expected)
}

/// Days below one key tell their order themselves.
fn without_day(key: String) -> String {
    match key.rsplit_once('.') {
        Some((above, day)) if parse_day(day).is_some() => above.to_owned(),
        _ => key,
    }
}

/// Every value with its dotted key, in the order of the file.
fn leaves(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    let source = Source::new("", bytes).ok()?;
    let root = DeTable::parse(source.text).ok()?;
    let mut found = Vec::new();
    below(root.get_ref(), "", &mut found);
    found.sort_by_key(|(at, ..)| *at);
    Some(found.into_iter().map(|(_, key, value)| (key, value)).collect())
}

/// Tables nest no deeper than the parser lets them.
fn below(table: &DeTable<'_>, prefix: &str, found: &mut Vec<(usize, String, String)>) {
    for (key, value) in table {
        let name = format!("{prefix}{}", plain_key(key.get_ref()));
        match value.get_ref() {
            DeValue::Table(inner) if !inner.is_empty() => below(inner, &format!("{name}."), found),
            other => found.push((value.span().start, name, written(other))),
        }
    }
}

fn plain_key(key: &str) -> String {
    let is_bare = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if is_bare { key.to_owned() } else { format!("{key:?}") }
}

/// A value in one form, however it is written: days with or without quotes, `1h30` or `90m`.
pub(super) fn written(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => {
            let day = parse_day(text).map(|day| day.to_string());
            let budget = || Budget::parse(text).map(|budget| budget.to_string());
            day.or_else(budget).unwrap_or_else(|| format!("{:?}", text.replace("\r\n", "\n")))
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "title = \"A\"\nbudget = \"2h\"\n[notes]\nx = \"a\"\n";

    fn left(head: &str, before: &str, after: &str) -> Vec<String> {
        let [origin, head, before, after] = [ORIGIN, head, before, after].map(str::as_bytes);
        left_over(Versions { origin, head, before, after }).unwrap()
    }

    #[test]
    fn what_is_meant_is_taken_off_and_the_rest_stays() {
        let (before, after) = ("title = \"A\"\nbudget = \"2h\"\n", "title = \"A\"\nbudget = \"3h\"\n");
        assert_eq!(left(&ORIGIN.replace("2h", "3h"), before, after), Vec::<String>::new());
        assert_eq!(left(&ORIGIN.replace("2h", "180m"), before, after), Vec::<String>::new(), "said in another way");
        assert_eq!(left(ORIGIN, before, after), ["budget"], "not done");
        assert_eq!(left(&ORIGIN.replace("\"a\"", "\"b\""), before, before), ["notes.x"], "in a section nobody reads");
        assert_eq!(left(&format!("{ORIGIN}y.z = [1]\n\"a b\" = 1\n"), before, before), ["notes.\"a b\"", "notes.y.z"]);
        assert_eq!(left(&ORIGIN.replace("x = \"a\"", ""), before, before), ["notes", "notes.x"], "taken away");
        assert_eq!(left_over(Versions { origin: b"=", head: b"", before: b"", after: b"" }), None);
    }

    #[test]
    fn order_comments_and_padding_are_layout() {
        let is_same = |head: &str, expected: &str| is_laid_out_as(head.as_bytes(), expected.as_bytes());
        assert!(is_same(ORIGIN, ORIGIN) && is_same(&ORIGIN.replace('\n', "  \r\n"), ORIGIN));
        assert!(is_same("title = \"A\"\nbudget = \"2h\"\nnotes.x = \"a\"\n", ORIGIN), "the same in other words");
        assert!(!is_same("budget = \"2h\"\ntitle = \"A\"\n", ORIGIN));
        assert!(!is_same(&format!("{ORIGIN}# x\n"), ORIGIN) && !is_same(ORIGIN, &format!("{ORIGIN}# x\n")));
        assert!(!is_same(&format!("{ORIGIN}{}", "\n".repeat(2_000)), ORIGIN));
    }
}

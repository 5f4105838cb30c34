//! What a file says value by value, whether or not anybody reads it: what is left of a change once everything is taken off
//! that somebody is known to have meant.
//!
//! A decoded value leaves out what this version does not know, and what it passes over: neither may come along unseen.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use memchr::memmem;

use crate::domain::day::parse_day;

use super::comments::comment_spans;
use super::leaf::{Leaf, leaves};
use super::source::Source;

/// How much longer than this program would make it a file may be, in bytes.
const SLACK: usize = 256;

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
    let by_key = |bytes| Some(by_key(File::read(bytes)?.leaves));
    let (origin, head, before, after) = (by_key(origin)?, by_key(head)?, by_key(before)?, by_key(after)?);
    let is_left = |key: &String| {
        let is_known = before.contains_key(key) || after.contains_key(key);
        let said = |leaves| said(leaves, key, is_known);
        let wanted = if said(&before) == said(&after) { &origin } else { &after };
        said(&head) != said(wanted)
    };
    let keys: BTreeSet<&String> = [&origin, &head, &before, &after].into_iter().flat_map(BTreeMap::keys).collect();
    Some(keys.into_iter().filter(|key| is_left(key)).cloned().collect())
}

/// What a key says: only one that is known may hold a day or a budget.
fn said<'a>(leaves: &'a BTreeMap<String, Leaf>, key: &str, is_known: bool) -> Option<&'a str> {
    leaves.get(key).map(|leaf| if is_known { leaf.meaning.as_str() } else { leaf.value.as_str() })
}

/// Whether `head` tells what it has in common with `expected` in the same order, with the same comments at the same keys, and
/// without much that is nothing; and writes what it says as `origin` did, or as `expected` does.
pub fn is_laid_out_as(head: &[u8], expected: &[u8], origin: &[u8]) -> bool {
    let is_padded = length(head) > length(expected) + SLACK;
    let (Some(head), Some(expected), Some(origin)) = (File::read(head), File::read(expected), File::read(origin)) else {
        return false;
    };
    let is_said_alike = head.order(&expected) == expected.order(&head) && head.comments() == expected.comments();
    !is_padded && is_said_alike && is_written_as(&head, expected, origin)
}

/// Whether each value of `head` that `origin` has is written as there, or as in `expected`.
fn is_written_as(head: &File<'_>, expected: File<'_>, origin: File<'_>) -> bool {
    let (expected, origin) = (by_key(expected.leaves), by_key(origin.leaves));
    head.leaves.iter().all(|leaf| {
        let is_kept = origin.get(&leaf.key).is_none_or(|old| old.meaning != leaf.meaning || old.raw == leaf.raw);
        is_kept || expected.get(&leaf.key).is_some_and(|wanted| wanted.raw == leaf.raw)
    })
}

/// How long a file is, however its lines end.
fn length(bytes: &[u8]) -> usize {
    bytes.len() - memmem::find_iter(bytes, "\r\n").count()
}

fn by_key(leaves: Vec<Leaf>) -> BTreeMap<String, Leaf> {
    leaves.into_iter().map(|leaf| (leaf.key.clone(), leaf)).collect()
}

/// The text of a file and its values.
struct File<'a> {
    text: &'a str,
    leaves: Vec<Leaf>,
}

impl<'a> File<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let source = Source::new("", bytes).ok()?;
        Some(Self { text: source.text, leaves: leaves(&source)? })
    }

    /// The keys that `other` has too, in order. Days below one key tell their order themselves.
    fn order(&self, other: &Self) -> Vec<&str> {
        let known: BTreeSet<&str> = other.leaves.iter().map(|leaf| without_day(&leaf.key)).collect();
        let mut keys: Vec<&str> = self.leaves.iter().map(|leaf| without_day(&leaf.key)).collect();
        keys.dedup();
        keys.retain(|key| known.contains(key));
        keys
    }

    /// The comments, each with the key it stands behind, or else above.
    fn comments(&self) -> Vec<(&'a str, bool, &str)> {
        let text = self.text;
        let at = |start: usize| {
            let next = self.leaves.partition_point(|leaf| leaf.span.start < start);
            let last = next.checked_sub(1).map(|last| &self.leaves[last]);
            let behind = last.filter(|leaf| !text.get(leaf.span.end..start).is_some_and(|between| between.contains('\n')));
            (behind.is_some(), behind.or(self.leaves.get(next)).map_or("", |leaf| leaf.key.as_str()))
        };
        let comment = |span: Range<usize>| {
            let (is_behind, key) = at(span.start);
            (text.get(span).unwrap_or_default().trim_end(), is_behind, key)
        };
        comment_spans(text).map(comment).collect()
    }
}

fn without_day(key: &str) -> &str {
    key.rsplit_once('.').filter(|(_, day)| parse_day(day).is_some()).map_or(key, |(above, _)| above)
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
    fn keys_that_nobody_knows_hold_no_budget() {
        let unknown = |value: &str| format!("rest = {value}\n{ORIGIN}");
        let [origin, hours, minutes] = [unknown("\"2h\""), unknown("'2h'"), unknown("\"120m\"")];
        let before = b"budget = \"2h\"".as_slice();
        let left =
            |head: &str| left_over(Versions { origin: origin.as_bytes(), head: head.as_bytes(), before, after: before }).unwrap();
        assert_eq!(left(&minutes), ["rest"]);
        assert_eq!(left(&hours), Vec::<String>::new(), "said in another way");
    }

    #[test]
    fn order_comments_and_padding_are_layout() {
        let is_same = |head: &str, expected: &str| is_laid_out_as(head.as_bytes(), expected.as_bytes(), expected.as_bytes());
        assert!(is_same(ORIGIN, ORIGIN) && is_same(&ORIGIN.replace('\n', "  \r\n"), ORIGIN));
        assert!(is_same("title = \"A\"\nbudget = \"2h\"\nnotes.x = \"a\"\n", ORIGIN), "the same in other words");
        assert!(!is_same("budget = \"2h\"\ntitle = \"A\"\n", ORIGIN));
        assert!(!is_same(&format!("{ORIGIN}# x\n"), ORIGIN) && !is_same(ORIGIN, &format!("{ORIGIN}# x\n")));
        assert!(is_same(&format!("{ORIGIN}{}", "\n".repeat(200)), ORIGIN));
        assert!(!is_same(&format!("{ORIGIN}{}", "\n".repeat(300)), ORIGIN));
    }

    #[test]
    fn comments_stay_where_they_are() {
        let commented = |at: &str, with: &str| ORIGIN.replacen(at, with, 1);
        let is_same = |head: &str, expected: &str| is_laid_out_as(head.as_bytes(), expected.as_bytes(), expected.as_bytes());
        let behind = commented("\"2h\"", "\"2h\" # x");
        assert!(is_same(&behind, &behind) && is_same(&behind.replace(" #", "   #"), &behind));
        for moved in [commented("\"A\"", "\"A\" # x"), commented("budget", "# x\nbudget"), commented("[notes]", "# x\n[notes]")] {
            assert!(!is_same(&moved, &behind) && !is_same(&behind, &moved), "{moved}");
        }
    }

    #[test]
    fn another_way_to_write_the_same_is_layout() {
        let expected = ORIGIN.replace("2h", "3h");
        let is_same = |head: &str| is_laid_out_as(head.as_bytes(), expected.as_bytes(), ORIGIN.as_bytes());
        assert!(is_same(&expected) && is_same(&expected.replace("3h", "180m")));
        for (from, to) in [("\"A\"", "\"\\u0041\""), ("\"a\"", "'a'"), ("\"a\"", "\"\"\"\\\n a\"\"\""), ("title", "\"title\"")] {
            assert!(!is_same(&expected.replacen(from, to, 1)), "{to}");
        }
    }
}

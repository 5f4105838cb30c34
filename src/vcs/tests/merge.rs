//! What becomes of a file that two sides changed: the same as git makes of it.

use super::kit::Kit;
use crate::vcs::merged_text;

/// What `git merge-file` makes of the three; `None` when they conflict.
fn by_git(kit: &Kit, texts: [&str; 3]) -> Option<String> {
    let [origin, ours, theirs] = texts;
    for (name, text) in [("origin", origin), ("ours", ours), ("theirs", theirs)] {
        kit.write(name, text);
    }
    let merged = kit.try_git(&["merge-file", "ours", "origin", "theirs"]);
    merged.then(|| kit.read("ours"))
}

#[test]
fn texts_merge_as_they_do_in_git() {
    let kit = Kit::new();
    let base = "a = 1\nb = 2\nc = 3\nd = 4\ne = 5\n";
    let mut clean = 0;
    for (ours, theirs) in [
        ("a = 9\nb = 2\nc = 3\nd = 4\ne = 5\n", "a = 1\nb = 2\nc = 3\nd = 4\ne = 9\n"),
        ("a = 9\nb = 2\nc = 3\nd = 4\ne = 5\n", "a = 1\nb = 9\nc = 3\nd = 4\ne = 5\n"),
        ("a = 9\nb = 2\nc = 3\nd = 4\ne = 5\n", "a = 8\nb = 2\nc = 3\nd = 4\ne = 5\n"),
        ("x = 1\na = 1\nb = 2\nc = 3\nd = 4\ne = 5\n", "a = 1\nb = 2\nc = 3\nd = 4\ne = 5\nx = 2\n"),
        ("a = 1\nb = 2\nc = 3\nd = 4\ne = 5\nx = 1\n", "a = 1\nb = 2\nc = 3\nd = 4\ne = 5\nx = 2\n"),
        ("a = 1\r\nb = 2\r\nc = 3\r\nd = 4\r\ne = 5\r\n", "a = 1\nb = 2\nc = 3\nd = 4\ne = 9\n"),
        ("a = 9\nb = 2\nc = 3\nd = 4\ne = \0\n", "a = 1\nb = 2\nc = 3\nd = 9\ne = 5\n"),
        ("", base),
        (base, "a = 1\nb = 2\nc = 3\nd = 4\ne = 5"),
    ] {
        let expected = by_git(&kit, [base, ours, theirs]);
        clean += usize::from(expected.is_some());
        let merged = merged_text(base.as_bytes(), ours.as_bytes(), theirs.as_bytes());
        assert_eq!(merged.map(|bytes| String::from_utf8(bytes).unwrap()), expected, "{ours}---\n{theirs}");
    }
    assert!((3..9).contains(&clean), "{clean}");
}

//! Giving an edited text the line endings of the text it came from.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// `edited`, whose lines end with LF, with the endings of `original`: lines that did not change keep theirs, new ones
/// take the one that `original` uses most.
pub(super) fn with_endings_of(original: &str, edited: &str) -> String {
    let old: Vec<(&str, &str)> = original.split_inclusive('\n').map(split_ending).collect();
    let (old_lines, new_lines): (Vec<&str>, Vec<&str>) = (old.iter().map(|(line, _)| *line).collect(), edited.lines().collect());
    let windows = old.iter().filter(|(_, ending)| *ending == "\r\n").count();
    let usual = if windows * 2 > old.len() { "\r\n" } else { "\n" };
    let mut text = String::with_capacity(edited.len() + new_lines.len());
    for op in capture_diff_slices(Algorithm::Myers, &old_lines, &new_lines) {
        let kept_from = match op {
            DiffOp::Equal { old_index, .. } => Some(old_index),
            _ => None,
        };
        for (offset, at) in op.new_range().enumerate() {
            let is_last = at + 1 == new_lines.len();
            let ending = match kept_from.map(|start| old[start + offset].1) {
                Some("") if is_last => "",
                Some("") | None => usual,
                Some(kept) => kept,
            };
            text.push_str(new_lines[at]);
            text.push_str(ending);
        }
    }
    text
}

fn split_ending(line: &str) -> (&str, &str) {
    let bare = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
    line.split_at(bare.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unchanged_lines_keep_their_endings() {
        assert_eq!(with_endings_of("a\r\nb\nc\r\n", "a\nb\nnew\nc\n"), "a\r\nb\nnew\r\nc\r\n");
        assert_eq!(with_endings_of("a\nb", "a\nb\n"), "a\nb");
        assert_eq!(with_endings_of("a\nb", "a\nb\nc\n"), "a\nb\nc\n");
        assert_eq!(with_endings_of("", "a\n"), "a\n");
    }
}

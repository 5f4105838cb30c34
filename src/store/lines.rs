//! Line endings around an edit: the editor knows LF only, the file keeps the endings it has.

/// `text` as `change` edits it: a line that is still there keeps its ending, a new one takes the ending that `text` uses
/// most, and the last line stays without an ending if it had none.
pub(super) fn keeping_endings(text: &str, change: impl FnOnce(&str) -> Option<String>) -> Option<String> {
    let windows = text.matches("\r\n").count();
    let all = text.matches('\n').count();
    let edited = if windows == 0 {
        change(text)?
    } else if windows == all {
        change(&text.replace("\r\n", "\n"))?.replace('\n', "\r\n")
    } else {
        let marks = Marks::absent_from(text, if windows * 2 > all { "\r\n" } else { "\n" })?;
        marks.unmarked(&change(&marks.marked(text))?, text)
    };
    Some(without_new_end(text, edited))
}

/// `edited` without the ending of its last line, if that line is the last of `text` and has none there.
fn without_new_end(text: &str, edited: String) -> String {
    let last = text.rsplit('\n').next().unwrap_or_default();
    let bare = edited.trim_end_matches(['\r', '\n']);
    let is_same = !last.trim().is_empty() && bare.rsplit('\n').next() == Some(last);
    if is_same { bare.to_owned() } else { edited }
}

/// How each ending is written while a file that mixes them is edited: as a comment at the end of its line, which every
/// edit keeps with its line. Inside a text of several lines it is part of the text, which no edit takes apart.
struct Marks {
    windows: String,
    unix: String,
    usual: &'static str,
}

impl Marks {
    /// Marks made of characters that `text` does not hold.
    fn absent_from(text: &str, usual: &'static str) -> Option<Self> {
        let mut free = ('\u{e000}'..='\u{f8ff}').filter(|mark| !text.contains(*mark)).map(|mark| format!("#{mark}"));
        Some(Self { windows: free.next()?, unix: free.next()?, usual })
    }

    /// `text` with LF only.
    fn marked(&self, text: &str) -> String {
        let mut marked = String::with_capacity(text.len() * 2);
        for line in text.split_inclusive('\n') {
            let (bare, ending) = parts(line);
            marked.push_str(bare);
            marked.push_str(match ending {
                "\r\n" if !goes_on(bare) => &self.windows,
                "\n" if !goes_on(bare) => &self.unix,
                _ => "",
            });
            marked.push_str(if ending.is_empty() { "" } else { "\n" });
        }
        marked
    }

    fn unmarked(&self, marked: &str, original: &str) -> String {
        let mut text = String::with_capacity(marked.len());
        let unmarkable = original.split_inclusive('\n').map(parts).filter(|(bare, ending)| goes_on(bare) && !ending.is_empty());
        let mut unmarkable: Vec<_> = unmarkable.collect();
        for line in marked.split_inclusive('\n') {
            let (bare, ending) = parts(line);
            let known = [(&self.windows, "\r\n"), (&self.unix, "\n")];
            let found = known.iter().find_map(|(mark, ending)| Some((bare.strip_suffix(mark.as_str())?, *ending)));
            let found = found.or_else(|| Some(unmarkable.remove(unmarkable.iter().position(|(old, _)| *old == bare)?)));
            let (bare, ending) = found.unwrap_or((bare, if ending.is_empty() { "" } else { self.usual }));
            text.push_str(bare);
            text.push_str(ending);
        }
        text
    }
}

/// A line and its ending.
fn parts(line: &str) -> (&str, &str) {
    let bare = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
    line.split_at(bare.len())
}

/// Whether the line may go on in the next one, so that it has no room for a mark.
fn goes_on(line: &str) -> bool {
    line.trim_end().ends_with('\\')
}

#[cfg(test)]
mod tests {
    use super::keeping_endings;

    fn replaced(text: &str, from: &str, to: &str) -> String {
        keeping_endings(text, |text| Some(text.replace(from, to))).unwrap()
    }

    #[test]
    fn lines_keep_their_endings() {
        assert_eq!(replaced("a\nb\n", "b", "new\nb"), "a\nnew\nb\n");
        assert_eq!(replaced("a\r\nb\r\n", "b", "new\nb"), "a\r\nnew\r\nb\r\n");
        assert_eq!(replaced("a\r\nb\nc\r\n", "b", "new\nb"), "a\r\nnew\r\nb\nc\r\n");
        assert_eq!(replaced("a\\\r\nb\nc\n", "b", "new\nb"), "a\\\r\nnew\nb\nc\n");
        assert_eq!(
            replaced("a\\\nb\na\\\r\nc\na\\\n", "c", "new\nc"),
            "a\\\nb\na\\\r\nnew\nc\na\\\n",
            "each of two keeps its own"
        );
        assert_eq!(replaced("a\u{e000}\r\nb\n", "a", "A"), "A\u{e000}\r\nb\n");
    }

    #[test]
    fn the_last_line_stays_open() {
        let closed = |text: &str| keeping_endings(text, |text| Some(format!("{text}\n"))).unwrap();
        assert_eq!(closed("a\nb"), "a\nb");
        assert_eq!(closed("a\r\nb"), "a\r\nb");
        assert_eq!(keeping_endings("a\nb", |text| Some(format!("{text}\nc\n"))).unwrap(), "a\nb\nc\n");
        assert_eq!(keeping_endings("", |_| Some("a\n".to_owned())).unwrap(), "a\n");
    }
}

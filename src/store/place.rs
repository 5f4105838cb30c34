//! Where something stands in a file: lines and columns for people, found without reading the file anew for each of them.

/// The beginnings of the lines of a text.
pub(super) struct Places<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Places<'a> {
    /// Finds the lines of `text`.
    pub(super) fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1)).collect();
        Self { text, starts }
    }

    /// The line of the byte `at`, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// Line and column of the byte `at`, both from 1 and in characters.
    pub(super) fn position(&self, at: usize) -> (usize, usize) {
        let at = self.text.floor_char_boundary(at);
        let line = self.line(at);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        (line, self.text[start..at].chars().count() + 1)
    }

    /// The text of the line that holds the byte `at`.
    pub(super) fn line_text(&self, at: usize) -> &'a str {
        let line = self.line(at);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        &self.text[start..end]
    }
}

//! What a file says to people only: its comments, which no value shows.

use std::ops::Range;

use memchr::memmem;
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// The comments of a file, in order; none where it is not text.
pub fn comments(bytes: &[u8]) -> Vec<&str> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    comment_spans(text).map(|span| text.get(span).unwrap_or_default().trim_end()).collect()
}

/// Where the comments of a text stand.
pub(super) fn comment_spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let tokens = Source::new(text).lex();
    tokens.filter(|token| token.kind() == TokenKind::Comment).map(|token| token.span().start()..token.span().end())
}

/// Whether the bytes may hold the word `needle` anywhere: what is worth being parsed. A letter that is written as its number
/// (`\u0061`) may be any.
pub fn mentions(bytes: &[u8], needle: &str) -> bool {
    let is_number = |at: usize| matches!(bytes.get(at + 1), Some(b'u' | b'U' | b'x'));
    memmem::find(bytes, needle.as_bytes()).is_some() || memchr::memchr_iter(b'\\', bytes).any(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written() {
        assert!(mentions(b"[claims.piolet]", "piolet") && mentions(b"[claims.\"\\u0070iolet\"]", "piolet"));
        assert!(mentions(b"[claims.\"\\x70iolet\"]", "piolet") && mentions(b"[claims.\"pi\\U0000006flet\"]", "piolet"));
        assert!(!mentions(b"[claims.lampe]\nhandover = \"a\\nb\\\"", "piolet"));
    }

    #[test]
    fn comments_are_told_from_texts() {
        let file = b"# first\ntitle = \"a # b\" # behind\ntext = \"\"\"\n# no\n\"\"\"\n";
        assert_eq!(comments(file), ["# first", "# behind"]);
        assert_eq!(comments(b"\xff # x"), Vec::<&str>::new());
    }
}

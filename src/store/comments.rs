//! What a file says to people only: its comments, which no value shows.

use memchr::memmem;
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// The comments of a file, in order; none where it is not text.
pub fn comments(bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    let tokens = Source::new(text).lex();
    let shown = tokens.filter(|token| token.kind() == TokenKind::Comment).filter_map(|token| {
        let span = token.span();
        text.get(span.start()..span.end())
    });
    shown.map(|comment| comment.trim_end().to_owned()).collect()
}

/// Whether the bytes hold `needle` anywhere: what is worth being parsed.
pub fn mentions(bytes: &[u8], needle: &str) -> bool {
    memmem::find(bytes, needle.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_from_texts() {
        let file = b"# first\ntitle = \"a # b\" # behind\ntext = \"\"\"\n# no\n\"\"\"\n";
        assert_eq!(comments(file), ["# first", "# behind"]);
        assert_eq!(comments(b"\xff # x"), Vec::<String>::new());
    }
}

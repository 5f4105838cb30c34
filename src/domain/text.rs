//! What a text from outside may not hold: characters that steer a terminal or hide what is written, and
//! links that lead nowhere safe.

use url::Url;

/// The longest one-line text: a title, a label, a reason.
pub const LINE_MAX: usize = 200;

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing but white space.
    Empty,
    /// A line break where one line is expected.
    SeveralLines,
    /// A control, bidirectional or invisible character.
    Hidden(char),
    /// More than [`LINE_MAX`] characters.
    TooLong,
}

/// What is wrong with a text of one line, if anything.
pub fn line_fault(text: &str) -> Option<TextFault> {
    if text.trim().is_empty() {
        return Some(TextFault::Empty);
    }
    if text.contains(['\n', '\r']) {
        return Some(TextFault::SeveralLines);
    }
    if text.chars().count() > LINE_MAX {
        return Some(TextFault::TooLong);
    }
    text.chars().find(|c| is_hidden(*c)).map(TextFault::Hidden)
}

/// What is wrong with a text of several lines, if anything.
pub fn block_fault(text: &str) -> Option<TextFault> {
    if text.trim().is_empty() {
        return Some(TextFault::Empty);
    }
    text.chars().find(|c| is_hidden(*c) && !matches!(c, '\n' | '\r' | '\t')).map(TextFault::Hidden)
}

/// Whether a character steers the terminal, the direction of the text, or cannot be seen. The joiners of emoji
/// (U+200D, variation selectors) and the no-break spaces of French are not hidden.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether `text` is a link people may be sent to: https (or mailto with one address), no user name or password in it,
/// nothing hidden.
pub fn is_safe_link(text: &str) -> bool {
    if text.chars().any(|c| is_hidden(c) || c.is_whitespace()) {
        return false;
    }
    Url::parse(text).is_ok_and(|url| match url.scheme() {
        "https" => url.host_str().is_some_and(|host| !host.is_empty()) && url.username().is_empty() && url.password().is_none(),
        "mailto" => url.path().contains('@') && url.query().is_none(),
        _ => false,
    })
}

/// How many links a free text holds, whatever their scheme.
pub fn count_links(text: &str) -> usize {
    text.matches("://").count()
}

/// Whether a free text holds a link that is not https.
pub fn has_unsafe_link(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.match_indices("://").any(|(at, _)| !lower[..at].ends_with("https"))
        || ["javascript:", "data:text", "vbscript:"].iter().any(|scheme| lower.contains(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_found() {
        assert_eq!(line_fault("Titre\u{1b}[31m"), Some(TextFault::Hidden('\u{1b}')));
        assert_eq!(line_fault("a\u{202e}b"), Some(TextFault::Hidden('\u{202e}')));
        assert_eq!(line_fault("a\nb"), Some(TextFault::SeveralLines));
        assert_eq!(line_fault("  "), Some(TextFault::Empty));
        assert_eq!(line_fault(&"é".repeat(201)), Some(TextFault::TooLong));
        assert_eq!(line_fault("Préparer l’atelier\u{a0}: 2\u{202f}h 👩\u{200d}🔬"), None);
        assert_eq!(block_fault("un\n\tdeux\r\n"), None);
    }

    #[test]
    fn links_are_https_without_credentials() {
        assert!(is_safe_link("https://example.org/a?b=c#d"));
        assert!(is_safe_link("mailto:contact@example.org"));
        for bad in [
            "http://example.org",
            "javascript:alert(1)",
            "https://user:pw@example.org",
            "https://user@example.org",
            "//example.org",
            "https://example.org/\u{202e}",
            "https://a b.org",
            "data:text/html,x",
            "file:///etc/passwd",
            "",
        ] {
            assert!(!is_safe_link(bad), "{bad}");
        }
        assert_eq!(count_links("voir https://a.org et http://b.org"), 2);
        assert!(has_unsafe_link("voir http://b.org") && !has_unsafe_link("voir https://b.org"));
    }
}

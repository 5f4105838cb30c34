//! What leads somewhere else: which links people may be sent to, and what in a free text is one at all.
//!
//! What a link is, a browser decides: `https:/x`, `HTTPS:x`, `www.x` and `\\x` lead somewhere as `https://x` does. The
//! grammar is that of the `url` crate, the one that browsers have.

use std::sync::LazyLock;

use regex_lite::Regex;
use url::Url;

use super::hidden::hidden_in;

/// Whether `text` is a link people may be sent to: https (or mailto with one address), no user name or password in it,
/// nothing hidden.
pub fn is_safe_link(text: &str) -> bool {
    if text.contains(char::is_whitespace) || hidden_in(text).next().is_some() {
        return false;
    }
    Url::parse(text).is_ok_and(|url| match url.scheme() {
        "https" => is_plain_web(text, &url),
        "mailto" => url.path().contains('@') && url.query().is_none(),
        _ => false,
    })
}

/// Whether an address says where it leads: written out, a host, nobody's name or password before it.
fn is_plain_web(text: &str, url: &Url) -> bool {
    let is_written_out = text.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"));
    let has_host = url.host_str().is_some_and(|host| !host.is_empty()) && text.as_bytes().get(8) != Some(&b'/');
    is_written_out && has_host && url.username().is_empty() && url.password().is_none() && !text.contains(['@', '\\'])
}

/// What a free text holds of links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Links {
    /// How many there are, of whatever kind.
    pub count: usize,
    /// Whether each is a plain https address.
    pub are_plain: bool,
}

/// Everything in a free text that leads somewhere: addresses with a scheme however it is written, `www.`, the network paths
/// of Windows, and links of Markdown or HTML.
pub fn links(text: &str) -> Links {
    static BEGINNING: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let known = "https?|ftps?|sftp|file|mailto|javascript|vbscript|data|tel|sms|ssh|git|ldaps?|smb|blob|about|view-source";
        let address = format!(r"(?:{known}):[^\s]|[a-z][a-z0-9+.-]*:[/\\]|www\.[a-z0-9]|\\\\[^\s]");
        Regex::new(&format!(r"(?i)(?:^|[^a-z0-9+.-])({address})|\]\(|\]\s*\[|\]:|<a\s")).ok()
    });
    let Some(pattern) = BEGINNING.as_ref() else { return Links { count: usize::MAX, are_plain: false } };
    let mut found = Links { count: 0, are_plain: true };
    let mut from = 0;
    while let Some(beginning) = pattern.captures_at(text, from) {
        let whole = beginning.get(0).map_or(from..from + 1, |whole| whole.range());
        let start = beginning.get(1).map_or(whole.start, |link| link.start());
        let link = one_link(&text[start..]);
        found.count += 1;
        found.are_plain &= Url::parse(link).is_ok_and(|url| url.scheme() == "https" && is_plain_web(link, &url));
        from = whole.end.max(start + link.len());
    }
    found
}

/// As much of a text as belongs to the link it begins with.
fn one_link(text: &str) -> &str {
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '|'))
        .unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_https_without_credentials() {
        assert!(is_safe_link("https://example.org/a?b=c#d"));
        assert!(is_safe_link("mailto:contact@example.org"));
        for bad in [
            "http://example.org",
            "javascript:alert(1)",
            "https://user:pw@example.org",
            "https://user@example.org",
            "https:/example.org",
            "https:example.org",
            "https:///example.org",
            "https:\\\\example.org",
            "//example.org",
            "https://example.org/\u{202e}",
            "https://a b.org",
            "data:text/html,x",
            "file:///etc/passwd",
            "",
        ] {
            assert!(!is_safe_link(bad), "{bad}");
        }
    }

    #[test]
    fn everything_that_leads_somewhere_is_a_link() {
        for (text, count, are_plain) in [
            ("Rien ici : 2 h, à 12:30, http et https.", 0, true),
            ("Résumé : fait. Reste : la page 3/4, sous C:", 0, true),
            ("voir https://a.org.", 1, true),
            ("(https://a.org/b?c=d#e), fini", 1, true),
            ("voir https://a.org et http://b.org", 2, false),
            ("HTTPS://a.org", 1, true),
            ("https:/a.org", 1, false),
            ("https:a.org", 1, false),
            ("https:\\\\a.org", 1, false),
            ("https://lampe:x@a.org", 1, false),
            ("https://lampe@a.org", 1, false),
            ("www.a.org", 1, false),
            ("voir WWW.a.org/x", 1, false),
            ("mailto:x@a.org", 1, false),
            ("javascript:alert(1)", 1, false),
            ("data:text/html,x", 1, false),
            ("\\\\serveur\\partage", 1, false),
            ("foo+bar://a.org", 1, false),
            ("[lien](https://a.org)", 1, false),
            ("[lien]: https://a.org", 2, false),
            ("<a href=x>", 1, false),
        ] {
            let found = links(text);
            assert_eq!((found.count, found.are_plain), (count, are_plain), "{text}");
        }
    }
}

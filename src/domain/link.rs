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

/// What to call the place a safe link leads to, and the link: its host, or the address that a mail goes to.
pub fn named_by_itself(text: &str) -> Option<(String, String)> {
    let is_address = |(who, host): (&str, &str)| !who.is_empty() && !who.contains(':') && host.contains('.');
    let link = if text.split_once('@').is_some_and(is_address) { format!("mailto:{text}") } else { text.to_owned() };
    let url = Url::parse(&link).ok().filter(|_| is_safe_link(&link))?;
    Some((url.host_str().unwrap_or(url.path()).to_owned(), link))
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

/// The schemes that need no slashes to lead somewhere: what a browser, a telephone or a desktop opens, or hands on to what was
/// installed with it, of the registry of IANA and of common use; `ms-*` are the many of one maker. Left out is what only names
/// something (`doi:`, `urn:`), and what people write as a word of a sentence (`info:`, `message:`).
const OPENED: &str = include_str!("schemes.txt");

/// How many links are counted: where there are as many, nobody asks for more.
const COUNTED: usize = 2;

/// What links begin with; the groups are those that are addresses. What has slashes after its scheme leads somewhere whatever
/// stands before; `tel:` and `www.` behind a letter are the end of another word.
static BEGINNING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let opened: Vec<String> = OPENED.lines().map(|it| regex_lite::escape(it).replace(r"\*", "[a-z0-9+.-]+")).collect();
    let alternatives = [
        r"<(https://[^\s<>]+)>",
        r"<[a-z/!]",
        r"([a-z][a-z0-9+.-]*:[/\\])",
        r"(?:^|[^a-z])(www\.[a-z0-9])",
        &format!(r"(?:^|[^a-zÀ-ɏ])((?:{}):\S)", opened.join("|")),
        r#"(?:^|[\s("'\[{<>«“‘,;=|])([/\\]{2,}[^\s/\\])"#,
        r"\]\(|\]\s*\[|\]:",
    ];
    Regex::new(&format!("(?i){}", alternatives.join("|"))).ok()
});

/// Everything in a free text that leads somewhere: addresses with a scheme however it is written, or with slashes alone,
/// `www.`, the network paths of Windows, and links of Markdown or HTML.
pub fn links(text: &str) -> Links {
    let Some(pattern) = BEGINNING.as_ref() else { return Links { count: usize::MAX, are_plain: false } };
    let mut found = Links { count: 0, are_plain: true };
    let mut from = 0;
    while let Some((start, end)) = beginning(pattern, text, from).filter(|_| found.count < COUNTED) {
        let link = one_link(pattern, &text[start..]);
        found.count += 1;
        found.are_plain &= Url::parse(link).is_ok_and(|url| url.scheme() == "https" && is_plain_web(link, &url));
        from = if link.is_empty() { end } else { start + link.len() };
    }
    found
}

/// Where the first link from `from` on begins, and where what shows that it is one ends.
fn beginning(pattern: &Regex, text: &str, from: usize) -> Option<(usize, usize)> {
    let found = pattern.captures_at(text, from)?;
    let whole = found.get(0)?;
    let address = found.iter().skip(1).flatten().next().unwrap_or(whole);
    Some((address.start(), whole.end()))
}

/// As much of a text as belongs to the link it begins with.
fn one_link<'a>(pattern: &Regex, text: &'a str) -> &'a str {
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '|' | '[' | ']'))
        .unwrap_or(text.len());
    let word = &text[..end];
    let link = &word[..another_link(pattern, word).unwrap_or(end)];
    link.trim_end_matches(['.', ',', ';', ':', '!', '?', '(', ')', '\'', '’', '…'])
}

/// Where in a word that begins with a link another one does: an address may hold one in its path or its query.
fn another_link(pattern: &Regex, word: &str) -> Option<usize> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '/' | '=' | '?' | '#' | '.' | '-' | '_' | '~' | '+' | '%');
    let mut from = 1;
    while let Some((start, end)) = beginning(pattern, word, from) {
        if !word[..start].ends_with(is_part) {
            return Some(start);
        }
        from = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_https_without_credentials() {
        assert!(is_safe_link("https://example.org/a?b=c#d"));
        assert!(is_safe_link("mailto:contact@example.org"));
        for (typed, name, link) in [
            ("https://example.org/a?b=c", "example.org", "https://example.org/a?b=c"),
            ("mailto:fete@example.org", "fete@example.org", "mailto:fete@example.org"),
            ("fete@example.org", "fete@example.org", "mailto:fete@example.org"),
        ] {
            assert_eq!(named_by_itself(typed), Some((name.to_owned(), link.to_owned())));
        }
        assert!(["example.org", "http://example.org", "@", "une phrase"].iter().all(|text| named_by_itself(text).is_none()));
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
            ("[lien](https://a.org)", 2, false),
            ("[lien]: https://a.org", 2, false),
            ("<a href=x>", 1, false),
            ("<a/href=x>", 1, false),
            ("<img src=x>", 1, false),
            ("voir <https://a.org/>, fini", 1, true),
            ("<https://a.org/ onclick=x>", 2, false),
            ("-http://a.org/x", 1, false),
            (".http://a.org/x", 1, false),
            ("1http://a.org/x", 1, false),
            ("+www.a.org", 1, false),
            ("-javascript:alert(1)", 1, false),
            ("2.https://a.org", 1, true),
            ("//a.org/x", 1, false),
            ("voir (//a.org/x)", 1, false),
            ("\\/a.org", 1, false),
            ("skype:lampe?call", 1, false),
            ("magnet:?xt=x", 1, false),
            ("CallTo:lampe", 1, false),
            ("intent:x", 1, false),
            ("xmpp:lampe", 1, false),
            ("bitcoin:x", 1, false),
            ("ms-excel:ofe", 1, false),
            ("web+x:y", 1, false),
        ] {
            let found = links(text);
            assert_eq!((found.count, found.are_plain), (count, are_plain), "{text}");
        }
    }

    #[test]
    fn links_end_where_the_next_one_begins() {
        for (text, count, are_plain) in [
            ("https://a.org/x,http://b.org/", 2, false),
            ("https://a.org/;https://b.org/", 2, true),
            ("https://a.org/(http://b.org/)", 2, false),
            ("https://a.org/;javascript:alert(1)", 2, false),
            ("https://a.org,//b.org", 2, false),
            ("https://a.org,www.b.org", 2, false),
            ("[https://a.org](x)", 2, false),
            ("https://a.org, https://b.org, https://c.org", 2, true),
            ("https://a.org/web/2026/https://b.org/x", 1, true),
            ("https://a.org/?url=http://b.org/x#c", 1, true),
            ("https://fr.www.a.org/wiki/File:x_(y),_z//t", 1, true),
        ] {
            let found = links(text);
            assert_eq!((found.count, found.are_plain), (count, are_plain), "{text}");
        }
    }

    #[test]
    fn colons_and_strokes_of_prose_are_no_links() {
        for text in [
            "note:fait, Reste :x, h:30, de 9:00-12:30",
            "C:, a:b, fichier.rs:12, std::fs, localhost:8080",
            "doi:10.1000/182, l'hôtel:complet, MÉTADATA:x",
            "3 // 4, validé//refusé, // fait, et/ou, 3 < 4, <3, a <- b",
            "À faire:\n- tel : x\n- sms, irc: y",
        ] {
            assert_eq!(links(text).count, 0, "{text}");
        }
    }
}

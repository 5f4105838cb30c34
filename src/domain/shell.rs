//! Commands that people are told to type, with names in them that others chose.
//!
//! A branch may be called `mpa/$(touch${IFS}x)`, and whoever copies the command would run it. People copy into a POSIX shell,
//! into PowerShell or into `cmd`, and nobody here knows into which: a name is written as it is where it means itself in all
//! of them, in single quotes where these keep the first two from reading it and the third does nothing worse than fail, in
//! double ones where an apostrophe is all that stands against single ones, and else not at all.

use std::borrow::Cow;

use super::hidden::is_hidden;

/// Stands for a name that no quotes make safe: something to fill in.
const NOT_SAID: &str = "…";

/// `text` as one word of a command.
pub fn word(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | ':' | '=' | '+' | '@');
    let starts_plainly = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '+'));
    let is_visible = !text.chars().any(is_hidden);
    if starts_plainly && is_visible && text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    // PowerShell takes typographic quotes for quotes; `cmd` knows no single ones.
    let is_single = |c: char| matches!(c, '\'' | '‘' | '’' | '‚' | '‛');
    let breaks_out = |c: char| matches!(c, '"' | '&' | '|' | '<' | '>' | '%' | '!');
    let is_read_between_double = |c: char| matches!(c, '$' | '`' | '\\' | '“' | '”' | '„' | '^');
    let is_option = text.is_empty() || text.starts_with('-');
    if is_option || !is_visible || text.contains(breaks_out) || text.ends_with('\\') {
        return Cow::Borrowed(NOT_SAID);
    }
    match text.contains(is_single) {
        false => Cow::Owned(format!("'{text}'")),
        true if text.contains(is_read_between_double) => Cow::Borrowed(NOT_SAID),
        true => Cow::Owned(format!("\"{text}\"")),
    }
}

/// Whether [`word`] says what it was given.
pub fn can_be_said(text: &str) -> bool {
    word(text) != NOT_SAID
}

/// The command `form` with each `{}` replaced by the next of `values`, as one word each.
pub fn command(form: &'static str, values: &[&str]) -> String {
    let mut parts = form.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        text.push_str(&word(value));
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_itself_or_is_not_said() {
        for plain in
            ["mpa/k7q2m-zoe", "origin", "/tmp/a_b/c.toml", "a@b.org", "refs/mpa/lost/2026-1", "été", "v1.2", "a:b", "a=b+c"]
        {
            assert_eq!(word(plain), plain);
        }
        for quoted in [
            "a b",
            "mpa/$(touch${IFS}pwned)",
            "a;b",
            "`id`",
            "$HOME",
            "~root",
            "@splat",
            "#12",
            "a*b?[c]",
            "{a,b}",
            "a,b",
            "(a)",
            "C:\\a\\b",
            "+refs/*",
            "a^",
            "HEAD~2",
            "=a",
        ] {
            assert_eq!(word(quoted), format!("'{quoted}'"));
        }
        for apostrophe in ["l'été.odt", "l’été (2).odt", "a'; id; 'b", "'", "a'#b"] {
            assert_eq!(word(apostrophe), format!("\"{apostrophe}\""));
        }
        for unsaid in [
            "",
            "-x",
            "--exec=x",
            "a'$(id)",
            "a’`id`",
            "a'b\\c",
            "a'”b",
            "a'\"b",
            "a\"b",
            "a&b",
            "a|b",
            "a>b",
            "%PATH%",
            "a!b",
            "a\nb",
            "a\u{202e}b",
            "a\\",
            "\u{3164}",
        ] {
            assert_eq!(word(unsaid), NOT_SAID, "{unsaid:?}");
        }
    }

    #[test]
    fn a_command_is_told_from_what_is_put_into_it() {
        assert_eq!(command("git log {} -- {}", &["a..b", "x y"]), "git log a..b -- 'x y'");
        assert_eq!(command("git show {}", &["{}"]), "git show '{}'");
    }
}

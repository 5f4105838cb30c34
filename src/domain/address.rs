//! How a person can be written to: known to whoever sends reminders, and to no file of the campaign.

/// The longest e-mail address.
const EMAIL_MAX: usize = 254;

/// An e-mail address that can stand in the header of a message: one word, one `@`, nothing that could begin another line,
/// another recipient or a comment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Email(String);

impl Email {
    /// Accepts `lampe@example.org`; `None` for anything that needs quotes.
    pub fn new(text: &str) -> Option<Self> {
        let (local, domain) = text.split_once('@')?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
        let is_of_domain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let domain_is_sound =
            domain.contains('.') && domain.split('.').all(|part| !part.is_empty() && part.chars().all(is_of_domain));
        let sound = !local.is_empty() && local.chars().all(is_plain) && domain_is_sound && text.len() <= EMAIL_MAX;
        sound.then(|| Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is known of how to write to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Where to.
    pub email: Email,
    /// In which language, `fr` or `en`, when it is not the campaign's.
    pub language: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_word_of_a_header() {
        for good in ["lampe@example.org", "l.a+mpa_77@mail.example-2.org", "o'hara@example.org"] {
            assert_eq!(Email::new(good).unwrap().as_str(), good);
        }
        for bad in [
            "",
            "lampe",
            "@example.org",
            "lampe@",
            "lampe@example",
            "lampe@example..org",
            "a@b@example.org",
            "a@example.org\nBcc: b@example.org",
            "a@example.org\r",
            "a@example.org, b@example.org",
            "Lampe <a@example.org>",
            "a b@example.org",
            "a@example.org\u{1b}",
            "\u{202e}a@example.org",
            "é@example.org",
            "\"a\"@example.org",
        ] {
            assert_eq!(Email::new(bad), None, "{bad:?}");
        }
        assert_eq!(Email::new(&format!("{}@example.org", "a".repeat(250))), None);
    }
}

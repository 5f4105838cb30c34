//! The private file of addresses, read: a person a line, or a person a section.
//!
//! It lies in its owner's configuration folder and never among the data: who finds its path and opens it is `cli`.

use std::collections::BTreeMap;

use crate::domain::address::{Address, Email};
use crate::domain::message::Message;
use crate::domain::name::Handle;

use super::decode_project::decode;
use super::fields::Fields;
use super::problem::Decoded;
use super::shape::LANGUAGES;
use super::source::Source;

/// How to write to whom.
pub type Addresses = BTreeMap<Handle, Address>;

/// Reads addresses from `bytes`, the contents of `path`.
pub fn decode_addresses(path: &str, bytes: &[u8]) -> Decoded<Addresses> {
    decode(path, bytes, |source, fields| Some(addresses(source, &fields)))
}

fn addresses(source: &mut Source<'_>, fields: &Fields<'_, '_>) -> Addresses {
    let mut found = Addresses::new();
    for (key, span, value) in fields.entries() {
        let Some(who) = Handle::new(key) else {
            fields.misnamed(source, key, span, Message::new("expect-handle"));
            continue;
        };
        let address = if value.get_ref().as_table().is_some() {
            fields.inner(source, key, value).and_then(|inner| address(source, inner))
        } else {
            let email = value.get_ref().as_str().and_then(Email::new);
            if email.is_none() {
                fields.mismatch(source, key, value, Message::new("expect-email"));
            }
            email.map(|email| Address { email, language: None })
        };
        found.extend(address.map(|address| (who, address)));
    }
    found
}

fn address(source: &mut Source<'_>, mut fields: Fields<'_, '_>) -> Option<Address> {
    let email = fields.value(source, "email", Message::new("expect-email"), |value| value.as_str().and_then(Email::new));
    let words = LANGUAGES.map(str::to_owned).to_vec();
    let language = fields.value(source, "lang", Message::new("expect-one-of").with("words", words), |value| {
        value.as_str().filter(|word| LANGUAGES.contains(word)).map(str::to_owned)
    });
    fields.demand(source, &[("email", "email = \"lampe@example.org\"")]);
    fields.finish(source, &mut BTreeMap::new());
    Some(Address { email: email?, language })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_or_a_section_a_person() {
        let text = "lampe-77 = \"l@example.org\"\n[piolet]\nemail = \"p@example.org\"\nlang = \"en\"\n";
        let decoded = decode_addresses("a.toml", text.as_bytes());
        assert_eq!(decoded.problems, []);
        let found = decoded.value.unwrap();
        let of = |who: &str| &found[&Handle::new(who).unwrap()];
        assert_eq!((of("lampe-77").email.as_str(), &of("lampe-77").language), ("l@example.org", &None));
        assert_eq!((of("piolet").email.as_str(), of("piolet").language.as_deref()), ("p@example.org", Some("en")));
        assert!(decode_addresses("a.toml", b"").value.unwrap().is_empty());
    }

    #[test]
    fn whatever_is_wrong_has_its_line() {
        for (text, line) in [
            ("a = \"l@example.org\"\nLampe = \"l@example.org\"\n", 2),
            ("\na = \"l@example.org\\nBcc: x@example.org\"\n", 2),
            ("a = 3\n", 1),
            ("[a]\nlang = \"en\"\n", 1),
            ("[a]\nemail = \"a@example.org\"\nlang = \"de\"\n", 3),
            ("a = \"a@example.org\"\na = \"b@example.org\"\n", 2),
            ("a = \"a@example.org\n", 1),
        ] {
            let decoded = decode_addresses("a.toml", text.as_bytes());
            assert!(decoded.has_errors(), "{text}");
            assert_eq!(decoded.problems[0].at.map(|at| at.0), Some(line), "{text}: {:?}", decoded.problems);
        }
    }
}

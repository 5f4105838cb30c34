//! A people file, read.

use std::collections::BTreeMap;

use crate::domain::day::Day;
use crate::domain::hidden::hidden_in;
use crate::domain::login::Login;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug};
use crate::domain::person::Person;
use crate::domain::promotion::Promotion;

use super::decode_project::decode;
use super::fields::Fields;
use super::problem::Decoded;
use super::source::Source;

/// Reads the person `handle` from `bytes`, the contents of `path`.
pub fn decode_person(handle: &Handle, path: &str, bytes: &[u8]) -> Decoded<Person> {
    decode(path, bytes, |source, fields| Some(person(source, fields, handle)))
}

fn person(source: &mut Source<'_>, mut fields: Fields<'_, '_>, handle: &Handle) -> Person {
    let mut extra = BTreeMap::new();
    let person = Person {
        forge: fields.value(source, "forge", Message::new("expect-login"), |value| value.as_str().and_then(Login::new)),
        keys: fields.list(source, "keys", &Message::new("expect-key"), |text| {
            let is_key = ["ssh-", "ecdsa-", "sk-"].iter().any(|kind| text.starts_with(kind));
            (is_key && hidden_in(text).next().is_none()).then(|| text.to_owned())
        }),
        skills: fields.lines(source, "skills"),
        promotion: fields
            .value(source, "promotion", Message::new("expect-promotion"), |value| value.as_str().and_then(Promotion::parse)),
        joined: fields.table(source, "joined").map(|table| joined(source, &table)).unwrap_or_default(),
        ..Person::new(handle.clone())
    };
    fields.finish(source, &mut extra);
    Person { extra, ..person }
}

fn joined(source: &mut Source<'_>, table: &Fields<'_, '_>) -> BTreeMap<Slug, Day> {
    let mut found = BTreeMap::new();
    for (key, span, value) in table.entries() {
        let Some(slug) = Slug::new(key) else {
            table.misnamed(source, key, span, Message::new("expect-slug"));
            continue;
        };
        found.extend(table.day_of(source, key, value).map(|day| (slug, day)));
    }
    found
}

//! The JSON of texts to send.

use serde::Serialize;

use crate::domain::day::Day;
use crate::render::mail::Mail;

use super::document;

#[derive(Serialize)]
struct Page<'a> {
    today: String,
    mails: Vec<MailPage<'a>>,
}

#[derive(Serialize)]
struct MailPage<'a> {
    handle: Option<&'a str>,
    address: Option<&'a str>,
    language: &'a str,
    subject: &'a str,
    body: String,
}

/// Texts to send.
pub fn mails(mails: &[Mail], today: Day) -> String {
    let page = |mail| {
        let Mail { handle, address, language, subject, .. }: &Mail = mail;
        MailPage {
            handle: handle.as_ref().map(|it| it.as_str()),
            address: address.as_ref().map(|it| it.as_str()),
            language: language.tag(),
            subject,
            body: mail.plain(),
        }
    };
    document("mails", Page { today: today.to_string(), mails: mails.iter().map(page).collect() })
}

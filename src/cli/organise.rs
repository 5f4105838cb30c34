//! The commands of organisers: send back, remind, forget.

use std::path::PathBuf;

use crate::domain::address::Email;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::render::invite::invitation;
use crate::render::mail::{self, Line, Mail, Sender};
use crate::render::pages::PRIVACY;
use crate::render::remind::reminder;
use crate::render::{Catalogue, Language, data};
use crate::store::Addresses;
use crate::usecase::people::acquainted::taken_for;
use crate::usecase::read::find::Among;
use crate::usecase::read::remind::{Recipient, invite, remind};
use crate::usecase::request::Address;
use crate::usecase::write::opposite::ANY_REASON;
use crate::usecase::write::{forget, tasks};
use crate::usecase::{Context, Failure, Kind, Landing, Receipt};

use super::args::{Forget, Format, Reasoned, Remind};
use super::console::unwritten;
use super::front::Front;
use super::help::PUBLISHED;
use super::read::unfit;
use super::{addresses, values};

type Done = Result<(), Failure>;

impl Front<'_> {
    /// `send-back`.
    ///
    /// # Errors
    /// As the operation; no task or no reason named.
    pub fn send_back(&self, args: &Reasoned) -> Done {
        let file = self.task_to_change(&args.words, Among::Done, &args.write)?;
        let reason = self.reason(args, |context, reason| tasks::send_back(context, &file, reason))?;
        self.act(|context| tasks::send_back(context, &file, &reason))
    }

    /// Why. What is refused whatever is answered is refused before it is asked.
    ///
    /// # Errors
    /// As `operation`; nobody to ask.
    pub(super) fn reason(
        &self,
        args: &Reasoned,
        operation: impl Fn(&Context, &str) -> Result<Receipt, Failure>,
    ) -> Result<String, Failure> {
        if let Some(reason) = &args.reason {
            return Ok(reason.clone());
        }
        if self.ask.can_ask {
            match operation(&self.context.trial()?, ANY_REASON) {
                Err(failure) if failure.kind != Kind::Unagreed => return Err(failure),
                _ => {}
            }
        }
        self.ask.value("ask-reason", "--reason", None, values::block)
    }

    /// `remind`: texts to copy, in the language of each recipient. Nothing is sent, nothing is written.
    ///
    /// # Errors
    /// Addresses that cannot be used; a task nobody can be invited to; data that cannot be read.
    pub fn remind(&self, args: &Remind, lang: Option<Language>) -> Done {
        let people = &args.people;
        for who in people {
            if let Some(other) = taken_for(self.context, who)? {
                self.remark(&Message::new("unknown-person").with("person", who).with("other", &other))?;
            }
        }
        let book = self.book(lang)?;
        let upstream = self.context.upstream();
        let push = upstream.map(|_| "mpa sync".to_owned());
        let address = upstream.and_then(|upstream| self.context.repository().ok()?.written_address(upstream.remote));
        let address = address.filter(|it| Address::parse(it).is_some());
        let from =
            Sender { campaign: &self.context.campaign, push: push.as_deref(), address: address.as_deref(), published: PUBLISHED };
        let (mails, problems) = match &args.invite {
            Some(words) => {
                let view = invite(self.context, &self.task_to_see(std::slice::from_ref(words), Among::Open(None))?)?;
                let invited: Vec<Option<&Handle>> =
                    if people.is_empty() { vec![None] } else { people.iter().map(Some).collect() };
                let write = |say: &Catalogue, who: Option<&Handle>| invitation(say, from, who, &view);
                (invited.into_iter().map(|who| book.mail(who, None, write)).collect(), Vec::new())
            }
            None => {
                let found = remind(self.context, people)?;
                let mails: Vec<Mail> = found
                    .letters
                    .iter()
                    .map(|(to, letter)| {
                        let write = |say: &Catalogue, who: Option<&Handle>| reminder(say, from, who, letter);
                        match to {
                            Recipient::Person(who) => book.mail(Some(who), None, write),
                            Recipient::Team => {
                                book.mail(None, self.context.campaign.contact.as_deref().and_then(Email::new), write)
                            }
                        }
                    })
                    .collect();
                (mails, found.problems)
            }
        };
        match args.output.format.unwrap_or_default() {
            Format::Table => self.page(|pen| mail::mails(pen, self.say, &mails))?,
            Format::Json => self.json(&data::mails(&mails, self.context.today))?,
            other => return Err(unfit(other)),
        }
        self.tell(&problems)?;
        let unknown = mails.iter().any(|mail| mail.address.is_none() && mail.handle.is_some());
        self.say_where(&book, unknown)
    }

    /// Where addresses are to be noted, when one is missing.
    fn say_where(&self, book: &Book, unknown: bool) -> Done {
        let (Some(path), true, false) = (&book.path, unknown, self.quiet) else { return Ok(()) };
        let key = if book.addresses.is_some() { "note-addresses-add" } else { "note-addresses-create" };
        let note = Message::new(key).with("path", path.display().to_string());
        self.console.remark(|pen| _ = pen.wrapped("", &self.say.say(&note))).map_err(|cause| unwritten(&cause))
    }

    fn book(&self, lang: Option<Language>) -> Result<Book, Failure> {
        let environment = self.console.environment();
        let path = environment.addresses.as_ref().map(|path| environment.folder.join(path));
        let addresses = path.as_deref().map_or(Ok(None), |path| addresses::read(&addresses::own_folders(self.context), path))?;
        let usual = self.shared_language(lang);
        let catalogues = Language::ALL.map(|language| Catalogue::new(language, self.context.today));
        Ok(Book { path, addresses, usual, catalogues })
    }

    /// `forget`: asks first, and says what stays even when it only shows what it would do.
    ///
    /// # Errors
    /// As the operation; a "no".
    pub fn forget(&self, args: &Forget) -> Done {
        let person = &args.person;
        if !args.write.yes && !args.write.dry_run {
            self.ask.confirm_loss(&Message::new("ask-forget").with("person", person))?;
        }
        let mut receipt = forget::forget(self.context, person)?;
        if receipt.landing != Landing::Nothing && self.context.store.has_file(PRIVACY) {
            let at = receipt.notes.iter().position(|note| note.key() == "forget-reach").map_or(0, |at| at + 1);
            receipt.notes.insert(at, Message::new("forget-notice").with("path", PRIVACY));
        }
        self.answer(&receipt)?;
        if !matches!(receipt.landing, Landing::Planned(..)) || self.quiet {
            return Ok(());
        }
        let written = self.console.result(|pen| {
            receipt.notes.iter().for_each(|note| _ = pen.wrapped("", &self.say.say(note)));
        });
        written.map_err(|cause| unwritten(&cause))
    }
}

/// How to write to people.
struct Book {
    path: Option<PathBuf>,
    addresses: Option<Addresses>,
    usual: Language,
    catalogues: [Catalogue; 2],
}

impl Book {
    /// The mail that `write` words for `who`, in their language.
    fn mail(
        &self,
        who: Option<&Handle>,
        mailbox: Option<Email>,
        write: impl FnOnce(&Catalogue, Option<&Handle>) -> (String, Vec<Line>),
    ) -> Mail {
        let address = who.and_then(|who| self.addresses.as_ref()?.get(who));
        let own = address.and_then(|address| Language::parse(address.language.as_deref()?));
        let language = own.unwrap_or(self.usual);
        let [first, second] = &self.catalogues;
        let (subject, body) = write(if first.language() == language { first } else { second }, who);
        let address = address.map(|address| address.email.clone()).or(mailbox);
        Mail { handle: who.cloned(), address, language, subject, body }
    }
}

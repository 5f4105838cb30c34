//! Who wrote a request: by the login that the forge vouches for, or by the keys that signed its commits. Git's author
//! names prove nothing, and neither does anything that the request itself brings along.

use crate::domain::document::Document;
use crate::domain::login::Login;
use crate::domain::name::Handle;
use crate::domain::person::Person;
use crate::rules::account::{Stranger, account, has_login, named, spelt};
use crate::rules::actor::Author;
use crate::store::person_path;
use crate::usecase::failure::Failure;
use crate::vcs::{CommitId, Repository};

use super::file::ReplayedFile;
use super::snapshot::Snapshot;

/// Who wrote a request, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorship {
    /// Who.
    pub author: Author,
    /// How that is known, or why it is not.
    pub proof: Proof,
}

/// How it is known who wrote a request, or why it is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// The forge says that this login sent it.
    Login(String),
    /// The person's key signed every commit.
    Key,
    /// The forge says that this login sent it, and nobody is known by it, for this reason.
    UnknownLogin(String, Stranger),
    /// No login was given, and some commit is not signed by anybody who is known.
    Unsigned,
    /// No login was given, and several people signed.
    Several,
}

/// Who wrote the request, by `login` where the forge gave one, else by the signatures of `commits`.
///
/// # Errors
/// When the objects cannot be read.
pub fn authorship(
    repository: &Repository,
    base: &Snapshot<'_>,
    organisers: &[Handle],
    login: Option<&str>,
    (commits, files): (&[CommitId], &[ReplayedFile]),
) -> Result<Authorship, Failure> {
    match login {
        Some(login) => by_login(base, organisers, login, files),
        None => by_signatures(repository, base, commits),
    }
}

fn by_login(base: &Snapshot<'_>, organisers: &[Handle], login: &str, files: &[ReplayedFile]) -> Result<Authorship, Failure> {
    Ok(match who_has(base, organisers, login, files)? {
        Ok(author) => Authorship { author, proof: Proof::Login(login.to_owned()) },
        Err(why) => Authorship { author: Author::Unverified, proof: Proof::UnknownLogin(login.to_owned(), why) },
    })
}

/// Who sent what the account `login` sent, or why that is not known.
fn who_has(
    base: &Snapshot<'_>,
    organisers: &[Handle],
    login: &str,
    files: &[ReplayedFile],
) -> Result<Result<Author, Stranger>, Failure> {
    let login = &match account(login) {
        Ok(login) => login,
        Err(why) => return Ok(Err(why)),
    };
    match named(login, &base.people(Some("forge"))?) {
        Ok(Some(person)) => return Ok(Ok(Author::Verified(person))),
        Ok(None) => {}
        Err(why) => return Ok(Err(why)),
    }
    let handle = login.handle();
    let first_file = files.iter().find_map(|file| match (&file.before, &file.after) {
        (None, Some(Document::Person(person))) if has_login(person, login) || handle.as_ref() == Some(&person.handle) => {
            Some(person)
        }
        _ => None,
    });
    if let Some(Person { handle: person, forge, .. }) = first_file {
        let is_met = is_somebody(base, organisers, person)?;
        let is_own_name = handle.as_ref() == Some(person) && forge.as_ref().is_none_or(|known| known.is(login));
        return Ok(match (is_met, is_own_name) {
            (true, true) => spelt(login, false).map(Author::Verified),
            // Somebody takes the name of whoever organises, leads or took something already.
            (true, false) => Err(Stranger::Taken(person.clone(), login.clone())),
            (false, _) => Ok(Author::Newcomer(person.clone())),
        });
    }
    let has_file = handle.map_or(Ok(false), |handle| base.has(&person_path(&handle)))?;
    Ok(spelt(login, has_file).map(Author::Verified))
}

/// Somebody else who is known in `base` by the login or a key that `person` has and had not `before`.
///
/// # Errors
/// When the objects cannot be read.
pub fn known_as(
    base: &Snapshot<'_>,
    organisers: &[Handle],
    person: &Person,
    before: Option<&Person>,
) -> Result<Option<Handle>, Failure> {
    let had = |key: &String| before.is_some_and(|before| before.keys.contains(key));
    let keys: Vec<&str> = person.keys.iter().filter(|key| !had(key)).map(|key| body(key)).collect();
    let login = person.forge.as_ref().filter(|login| !before.is_some_and(|before| has_login(before, login)));
    let is_same = |other: &Person| {
        login.is_some_and(|login| has_login(other, login)) || other.keys.iter().any(|key| keys.contains(&body(key)))
    };
    let others = base.everybody()?.iter();
    if let Some(other) = others.filter(|other| other.handle != person.handle).find(|other| is_same(other)) {
        return Ok(Some(other.handle.clone()));
    }
    let Some(named) = login.and_then(Login::handle) else { return Ok(None) };
    let is_other = named != person.handle;
    Ok((is_other && (base.has(&person_path(&named))? || is_somebody(base, organisers, &named)?)).then_some(named))
}

/// A key without what somebody wrote beside it.
fn body(key: &str) -> &str {
    key.split_whitespace().nth(1).unwrap_or(key)
}

/// Whether people have met `who` in this campaign.
fn is_somebody(base: &Snapshot<'_>, organisers: &[Handle], who: &Handle) -> Result<bool, Failure> {
    Ok(organisers.contains(who) || base.is_lead(who)? || base.speaks_of(who)?)
}

fn by_signatures(repository: &Repository, base: &Snapshot<'_>, commits: &[CommitId]) -> Result<Authorship, Failure> {
    let unsigned = Authorship { author: Author::Unverified, proof: Proof::Unsigned };
    let mut signer: Option<Handle> = None;
    let mut people: Option<Vec<Person>> = None;
    for commit in commits {
        if !repository.is_signed(commit)? {
            return Ok(unsigned);
        }
        if people.is_none() {
            people = Some(base.people(Some("keys"))?);
        }
        let keys = people.iter().flatten().flat_map(|person| person.keys.iter().map(|key| (key.as_str(), &person.handle)));
        let (keys, owners): (Vec<&str>, Vec<&Handle>) = keys.unzip();
        let mut by: Vec<&Handle> = repository.signers(commit, keys)?.into_iter().map(|at| owners[at]).collect();
        by.dedup();
        match (&by[..], &signer) {
            ([], _) => return Ok(unsigned),
            ([only], None) => signer = Some((*only).clone()),
            ([only], Some(before)) if *only == before => {}
            // Several people, or a key that stands in several files: it is nobody's.
            _ => return Ok(Authorship { author: Author::Unverified, proof: Proof::Several }),
        }
    }
    Ok(signer.map_or(unsigned, |who| Authorship { author: Author::Verified(who), proof: Proof::Key }))
}

//! Who is meant by an account of the forge, as the people files here say.

use crate::domain::campaign::Forge;
use crate::domain::login::Login;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::rules::account::{Stranger, account, named, spelt};
use crate::store::Store;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::trailer;
use crate::usecase::failure::{Failure, Kind};
use crate::vcs::{CommitInfo, Repository};

use super::namesake::LOOKED_BACK;
use super::oneself::Oneself;

/// The person whose account `login` is.
///
/// # Errors
/// It is nobody's: what is missing. The folder of people cannot be listed.
pub fn holder(store: &Store, repository: Option<&Repository>, login: &str) -> Result<Handle, Failure> {
    let (people, _) = store.people()?;
    let has_file = |handle: &Handle| Ok::<_, Failure>(store.person(handle)?.is_some());
    let stranger = |why: Stranger| {
        let message = Message::new("no-account").with("login", login).with("reason", why.reason());
        Failure::new(Kind::Usage, message)
    };
    let login = &account(login).map_err(stranger)?;
    if let Some(person) = named(login, &people).map_err(stranger)? {
        return Ok(person);
    }
    let handle = spelt(login, login.handle().as_ref().map_or(Ok(false), has_file)?).map_err(stranger)?;
    match repository {
        Some(repository) if is_another_s(store, repository, &handle)? => Err(stranger(Stranger::Taken(handle, login.clone()))),
        _ => Ok(handle),
    }
}

/// The account of the person who types on the forge of the campaign, where git was told of it, or knows them by an address
/// that the forge made of it, and nobody else is known by it.
///
/// # Errors
/// The folder of people cannot be listed.
pub fn own_login(context: &Context) -> Result<Option<Login>, Failure> {
    let (repository, who) = (context.repository()?, context.person()?);
    let told = match context.campaign.workflow.forge {
        Forge::GitHub => {
            repository.config("github.user").or_else(|| hidden_address(repository, ("@users.noreply.github.com", '+')))
        }
        Forge::GitLab => {
            repository.config("gitlab.user").or_else(|| hidden_address(repository, ("@users.noreply.gitlab.com", '-')))
        }
        Forge::Forgejo | Forge::None => None,
    };
    let (Some(login), None) = (told.as_deref().and_then(Login::new), &context.on_behalf) else { return Ok(None) };
    let (people, _) = context.store.people()?;
    let is_free = named(&login, &people) == Ok(None);
    let is_known = |handle: Handle| match handle == *who {
        true => Ok(false),
        false => context.store.files_holding(handle.as_str()).map(|files| !files.is_empty()),
    };
    let is_another_s = login.handle().map_or(Ok(false), is_known)?;
    Ok((is_free && !is_another_s).then_some(login))
}

/// The account in an address that a forge gives to those who hide theirs: `1234+LOGIN` at GitHub, `1234-LOGIN` at GitLab.
fn hidden_address(repository: &Repository, (host, mark): (&str, char)) -> Option<String> {
    let address = repository.config("user.email")?;
    let name = address.strip_suffix(host)?;
    let numbered = name.split_once(mark).filter(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()));
    Some(numbered.map_or(name, |(_, login)| login).to_owned())
}

/// Whether somebody else goes by `handle`, for whom no file vouches: they acted under it, or were acted for, from another
/// address; or the data name them, and nothing tells that it is whoever types.
fn is_another_s(store: &Store, repository: &Repository, handle: &Handle) -> Result<bool, Failure> {
    match has_acted_elsewhere(repository, handle)? {
        Some(elsewhere) => Ok(elsewhere),
        None => Ok(!store.files_holding(handle.as_str())?.is_empty()),
    }
}

/// Whether anybody acted under `handle` lately, or was acted for, from an address that is not the person's who types; `None`
/// where nobody did at all.
///
/// # Errors
/// A history that cannot be read.
pub fn has_acted_elsewhere(repository: &Repository, handle: &Handle) -> Result<Option<bool>, Failure> {
    let oneself = Oneself::new(repository, None);
    let is_of = |commit: &CommitInfo, key| trailer(commit, key) == Some(handle.as_str());
    let mut acted = repository.latest(LOOKED_BACK)?;
    acted.retain(|commit| is_of(commit, "Mpa-By") || is_of(commit, "Mpa-For"));
    Ok((!acted.is_empty()).then(|| acted.iter().any(|commit| !oneself.has(&commit.author))))
}

//! Who is meant by an account of the forge, as the people files here say.

use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::rules::account::{Stranger, account, named, spelt};
use crate::store::Store;
use crate::vcs::{CommitInfo, Repository};

use super::action::trailer;
use super::failure::{Failure, Kind};
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

/// Whether somebody else goes by `handle`, for whom no file vouches: they acted under it, or were acted for, from another
/// address; or the data name them, and nothing tells that it is whoever types.
fn is_another_s(store: &Store, repository: &Repository, handle: &Handle) -> Result<bool, Failure> {
    let oneself = Oneself::new(repository, None);
    let is_of = |commit: &CommitInfo, key| trailer(commit, key) == Some(handle.as_str());
    let mut acted = repository.recent(LOOKED_BACK)?;
    acted.retain(|commit| is_of(commit, "Mpa-By") || is_of(commit, "Mpa-For"));
    if acted.iter().any(|commit| !oneself.has(&commit.author)) {
        return Ok(true);
    }
    Ok(acted.is_empty() && !store.files_holding(handle.as_str())?.is_empty())
}

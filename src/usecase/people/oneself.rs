//! Whether an action is the work of the person who types. Anybody can call themselves by any handle, so the address that git
//! recorded with it is compared too.

use crate::domain::name::Handle;
use crate::domain::shell::command;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::trailer;
use crate::usecase::failure::Failure;
use crate::vcs::{CommitInfo, Repository, author};

/// Where a person notes the addresses of their other computers.
const ADDRESSES: &str = "mpa.email";

/// The person who types, by every name under which they act.
#[derive(Debug)]
pub(crate) struct Oneself {
    handle: Option<Handle>,
    addresses: Vec<String>,
}

impl Oneself {
    /// Asks git.
    ///
    /// # Errors
    /// No repository.
    pub fn of(context: &Context) -> Result<Self, Failure> {
        Ok(Self::new(context.repository()?, context.actor.clone()))
    }

    /// The same of whoever types in `repository` and is called `handle`.
    pub fn new(repository: &Repository, handle: Option<Handle>) -> Self {
        let mut addresses = repository.config_all(ADDRESSES);
        // Whoever has no address yet has recorded nothing under it.
        addresses.extend(author(repository.workdir(), repository.surroundings()).ok().flatten().map(|it| it.email));
        Self { handle, addresses }
    }

    /// The command by which a person says that `address` is theirs.
    pub fn way_to_add(address: &str) -> String {
        command("git config --global --add {} {}", &[ADDRESSES, address])
    }

    /// Whether any address of theirs is known.
    pub fn is_known(&self) -> bool {
        !self.addresses.is_empty()
    }

    /// Whether it is an address of theirs.
    pub fn has(&self, address: &str) -> bool {
        self.addresses.iter().any(|own| own.eq_ignore_ascii_case(address))
    }

    /// Whether they recorded it: for somebody else too, and from whichever computer.
    pub fn recorded(&self, commit: &CommitInfo) -> bool {
        let is_called = |handle: &Handle| trailer(commit, "Mpa-By") == Some(handle.as_str());
        self.has(&commit.author) || self.handle.as_ref().is_some_and(is_called)
    }
}

/// Tells git, for this clone, in whose name to commit.
///
/// # Errors
/// A configuration that cannot be written.
pub fn set_author(repository: &Repository, handle: &Handle, email: &str) -> Result<(), Failure> {
    if repository.config("user.name").is_none() {
        repository.set_config_local("user.name", handle.as_str())?;
    }
    Ok(repository.set_config_local("user.email", email)?)
}

//! What stands between a person and their first commit, found out in one go: each finding with the command that mends it.
//!
//! It works where nothing else does, outside a campaign or a repository too, and only reads. No program that the repository
//! names is run, nobody is asked anything.

mod clone;
mod copy;
mod person;
mod remote;

use std::path::PathBuf;

use crate::domain::campaign::{Campaign, Forge};
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::store::{Decoded, Store};
use crate::usecase::failure::Failure;
use crate::vcs::{Repository, Surroundings, VcsError};

pub use remote::access;

/// How to send and receive.
const SYNC: &str = "mpa sync";

/// How a finding fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// As it should be.
    Fine,
    /// Works, and worth knowing.
    Remark,
    /// Stops something from working.
    Mend,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at: the name in JSON.
    pub check: &'static str,
    /// How it fares.
    pub grade: Grade,
    /// What was found.
    pub what: Message,
    /// What to type, one after the other.
    pub commands: Vec<String>,
}

impl Finding {
    fn new(check: &'static str, grade: Grade, what: Message) -> Self {
        Self { check, grade, what, commands: Vec::new() }
    }

    fn fine(check: &'static str, what: Message) -> Self {
        Self::new(check, Grade::Fine, what)
    }

    fn remark(check: &'static str, what: Message) -> Self {
        Self::new(check, Grade::Remark, what)
    }

    fn mend(check: &'static str, what: Message) -> Self {
        Self::new(check, Grade::Mend, what)
    }

    fn by(mut self, command: impl Into<String>) -> Self {
        self.commands.push(command.into());
        self
    }
}

/// This copy of the program.
pub struct Program {
    /// Its file, where the system tells.
    pub path: Option<PathBuf>,
    /// Which build it is: `0.1.0 (x86_64-unknown-linux-gnu)`.
    pub version: &'static str,
}

/// What is known before anything is looked at.
pub struct Patient {
    /// The program itself.
    pub program: Program,
    /// The folder we are in.
    pub folder: PathBuf,
    /// The data and what the campaign's file says, or why there is none.
    pub data: Result<(Store, Decoded<Campaign>), Failure>,
    /// The repository around it, or why there is none.
    pub repository: Result<Repository, VcsError>,
    /// Who types, or what is wrong with the name they are under.
    pub handle: Result<Option<Handle>, Failure>,
    /// Whether that name comes from a variable of the environment.
    pub handle_in_environment: bool,
    /// A handle that would do, while there is none.
    pub proposed: String,
    /// How git is called.
    pub around: Surroundings,
    /// Whether there is a private file of addresses, or what is wrong with it; `None` where no such file can be.
    pub addresses: Option<Result<bool, Failure>>,
    /// The characters of the terminal, as its variables say: `fr_FR.UTF-8`. `None` where the system needs no such variable.
    pub encoding: Option<String>,
    /// The moment, in seconds since 1970.
    pub now: i64,
    /// The day, in the campaign's zone.
    pub today: Day,
    /// Nothing is asked of the network.
    pub offline: bool,
}

impl Patient {
    fn campaign(&self) -> Campaign {
        self.data.as_ref().ok().and_then(|(_, decoded)| decoded.value.clone()).unwrap_or_default()
    }

    /// The name of the person: their handle, else one that would do.
    fn who(&self) -> String {
        self.handle.as_ref().ok().and_then(Option::as_ref).map_or_else(|| self.proposed.clone(), ToString::to_string)
    }

    /// The forge, as the campaign says, else as the address of the remote looks; and its host.
    fn forge(&self) -> (Forge, Option<String>) {
        let campaign = self.campaign();
        let address = self.repository.as_ref().ok().and_then(|it| it.written_address(&campaign.workflow.remote));
        let host = address.as_deref().and_then(remote::host_of);
        let named = Some(campaign.workflow.forge).filter(|forge| *forge != Forge::None);
        (named.or_else(|| host.as_deref().and_then(remote::forge_of)).unwrap_or(Forge::None), host)
    }
}

/// Looks at everything.
pub fn doctor(patient: &Patient) -> Vec<Finding> {
    let mut found = vec![copy::copy(&patient.program), person::git(patient), person::campaign(patient)];
    found.extend(person::author(patient));
    found.extend(person::handle(patient));
    match &patient.repository {
        Ok(repository) => {
            found.extend(clone::clone(patient, repository));
            found.extend(remote::remote(patient, repository));
        }
        Err(error) => found.push(clone::none(error)),
    }
    found.extend(person::around(patient));
    found
}

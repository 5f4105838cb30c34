//! Where the campaign is that somebody starts with: here already, or copied here first.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::render::Catalogue;
use crate::store::CAMPAIGN_FILE;
use crate::usecase::failure::hint_command;
use crate::usecase::{Failure, Kind};
use crate::vcs::{Copied, NoAccess, ORIGIN, Repository, copy, without_password};

use super::super::args::Start;
use super::super::ask::Asker;
use super::super::environment::Environment;
use super::super::interrupt;
use super::super::prompt::stopped;
use super::address::{are_same, meant, name_of};

/// Where it is.
pub struct Place {
    /// The folder that holds `data/`.
    pub root: PathBuf,
    /// It was copied just now.
    pub is_new: bool,
}

/// The campaign that was named, else the one `known`, else the one that is asked for.
///
/// # Errors
/// An address that is none, that cannot be reached, or where no campaign is; a folder that holds something else; nobody to ask.
pub fn find(
    environment: &Environment,
    args: &Start,
    known: Option<&Path>,
    (say, ask): (&Catalogue, &Asker<'_>),
) -> Result<Place, Failure> {
    let read = |text: &str| meant(text, &environment.folder, environment.home.as_deref());
    let address = match (&args.address, known) {
        (Some(text), _) => read(text)?,
        (None, Some(root)) => return Ok(Place { root: root.to_owned(), is_new: false }),
        (None, None) if ask.can_ask => ask.value("ask-repository", "ADDRESS", None, read)?,
        (None, None) => return Err(Failure::new(Kind::Usage, Message::new("start-address"))),
    };
    if let Some(root) = known.filter(|root| args.dir.is_none() && is_copy_of(root, &address, environment)) {
        return Ok(Place { root: root.to_owned(), is_new: false });
    }
    let (above, name) = folder(environment, args, &address, say);
    let target = above.join(&name);
    if is_copy_of(&target, &address, environment) {
        return root_in(&target).map(|root| Place { root, is_new: false });
    }
    let is_free = fs::read_dir(&target).map_or_else(|_| fs::symlink_metadata(&target).is_err(), |mut it| it.next().is_none());
    if !is_free {
        let message = Message::new("start-taken").with("path", target.display().to_string());
        let other = command("mpa start {} {}", &[&without_password(&address), &format!("{name}-2")]);
        return Err(Failure::new(Kind::Usage, message).hint(hint_command(&other)));
    }
    fs::create_dir_all(&above).map_err(|cause| {
        let message = Message::new("start-no-folder").with("path", above.display().to_string());
        Failure::new(Kind::Data, message.with("cause", &cause))
    })?;
    interrupt::mind();
    let is_campaign = |there: &Path| root_in(there).map(drop);
    let copied = copy(&address, (&above, &name), &environment.surroundings(), is_campaign);
    // Somebody else may have made the same copy meanwhile.
    let is_there = !matches!(copied, Ok(Copied::Whole)) && is_copy_of(&target, &address, environment);
    match copied {
        _ if is_there => root_in(&target).map(|root| Place { root, is_new: false }),
        Ok(Copied::Whole) => Ok(Place { root: root_in(&target)?, is_new: true }),
        Ok(Copied::Busy) => Err(Failure::new(Kind::Git, Message::new("start-busy"))),
        Ok(Copied::Refused(refusal)) => Err(not_copied(&address, &refusal)),
        // Nothing was copied, and there is nothing to send.
        Err(failure) if failure.kind == Kind::Interrupted => Err(stopped()),
        Err(failure) => Err(failure),
    }
}

/// The folder above, and the name of the copy's own. Nothing is copied into another repository: then it is the person's home.
fn folder(environment: &Environment, args: &Start, address: &str, say: &Catalogue) -> (PathBuf, String) {
    let own = || name_of(address).map_or_else(|| say.word("init-folder"), str::to_owned);
    if let Some(dir) = &args.dir {
        let full: PathBuf = environment.folder.join(dir).components().collect();
        let name = full.file_name().and_then(|name| name.to_str()).map_or_else(own, str::to_owned);
        return (full.parent().unwrap_or(&full).to_owned(), name);
    }
    let is_inside = Repository::discover(&environment.folder, environment.surroundings()).is_ok();
    let above = environment.home.clone().filter(|_| is_inside).unwrap_or_else(|| environment.folder.clone());
    (above, own())
}

/// Whether the repository in `folder` was copied from `address`.
fn is_copy_of(folder: &Path, address: &str, environment: &Environment) -> bool {
    let there = Repository::discover(folder, environment.surroundings()).ok();
    let there = there.filter(|it| folder.canonicalize().is_ok_and(|folder| folder.starts_with(real(it.workdir()))));
    there.is_some_and(|it| {
        let known = it.written_address(ORIGIN);
        // Git reads a folder from the top of the repository.
        known.is_some_and(|known| are_same(&known, address) || real(&it.workdir().join(known)) == Path::new(address))
    })
}

fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// The folder of the campaign in the copy `top`: itself, or the only one in it that holds one.
fn root_in(top: &Path) -> Result<PathBuf, Failure> {
    // What git may have made a link of is nobody's data.
    let is_plain = |path: PathBuf| fs::symlink_metadata(path).is_ok_and(|found| !found.is_symlink());
    let holds = |folder: &PathBuf| {
        let file = folder.join(CAMPAIGN_FILE);
        file.is_file() && file.parent().is_some_and(|data| is_plain(data.to_owned())) && is_plain(file)
    };
    let below = || {
        let mut found = fs::read_dir(top).ok()?.flatten().map(|it| it.path()).filter(holds);
        found.next().filter(|_| found.next().is_none())
    };
    Some(top.to_owned()).filter(holds).or_else(below).ok_or_else(|| Failure::new(Kind::Data, Message::new("start-no-campaign")))
}

fn not_copied(address: &str, refusal: &NoAccess) -> Failure {
    let key = match () {
        () if refusal.is_unreached() => "start-unreached",
        () if refusal.is_asking() => "start-no-account",
        () => "start-not-copied",
    };
    let message = Message::new(key).with("address", without_password(address)).with("output", refusal.output.trim_end());
    Failure::new(Kind::Git, message)
}

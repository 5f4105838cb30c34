//! Copying a repository to this computer.

use std::fs;
use std::path::Path;

use crate::vcs::beside::Beside;
use crate::vcs::error::VcsError;
use crate::vcs::program::Git;
use crate::vcs::program::no_access::NoAccess;
use crate::vcs::program::surroundings::Surroundings;
use crate::vcs::program::watch::Talk;
use crate::vcs::read::config::user_config;

use super::access::judged;

/// What the remote of a copy is called, whatever the person's own settings say.
pub const ORIGIN: &str = "origin";
/// What git says first, of a folder that nobody sees.
const COPYING: &str = "Cloning into '";

/// What became of a copy.
#[derive(Debug)]
pub enum Copied {
    /// It is there.
    Whole,
    /// Somebody else is making it.
    Busy,
    /// The other side does not let itself be copied.
    Refused(NoAccess),
}

/// Copies the repository at `address` to the folder `name` in `above`, where at most an empty folder of that name is. It
/// appears there when it is whole and `is_wanted` of it: until then it is in a folder beside, which the next copy of that name
/// takes away where this one was killed. Of what is not wanted nothing is left.
///
/// # Errors
/// `Interrupted`, `GitMissing`, `File`, `Scratch`; whatever `is_wanted` says.
pub fn copy<E: From<VcsError>>(
    address: &str,
    (above, name): (&Path, &str),
    around: &Surroundings,
    is_wanted: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<Copied, E> {
    let held = Beside::hold(above, name, "mpa-start").map_err(|cause| VcsError::file(above, cause))?;
    let Some(beside) = held else { return Ok(Copied::Busy) };
    let there = beside.fresh();
    match clone(address, &there, around) {
        Ok(Ok(())) => is_wanted(&there).and_then(|()| {
            let target = above.join(name);
            // On some systems nothing is moved to where an empty folder is.
            let _ = fs::remove_dir(&target);
            fs::rename(&there, &target).map_err(|cause| VcsError::file(&target, cause))?;
            Ok(Copied::Whole)
        }),
        Ok(Err(refusal)) => Ok(Copied::Refused(refusal)),
        Err(error) => Err(error.into()),
    }
}

fn clone(address: &str, there: &Path, around: &Surroundings) -> Result<Result<(), NoAccess>, VcsError> {
    let (above, name) = (there.parent().unwrap_or(there), there.file_name().and_then(|name| name.to_str()).unwrap_or_default());
    let ssh = if around.ssh_command_in_environment { None } else { user_config("core.sshCommand", above, around) };
    let git = Git::new(above, around, ssh).talking(Talk::With(address.to_owned()));
    let words = ["clone", "--progress", "--no-recurse-submodules", "--origin", ORIGIN, "--end-of-options", address, name];
    Ok(judged(git.run(&words))?.map(drop).map_err(|refusal| {
        let output: Vec<&str> = refusal.output.lines().filter(|line| !line.starts_with(COPYING)).collect();
        NoAccess { output: output.join("\n"), ..refusal }
    }))
}

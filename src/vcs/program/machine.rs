//! What this computer has and is set up to: its git, and whose name commits bear.

use std::path::Path;

use crate::vcs::error::VcsError;
use crate::vcs::error::words::MINIMUM_GIT;

use super::Git;
use super::surroundings::Surroundings;

/// Who commits are by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Their name.
    pub name: String,
    /// Their address, which is public.
    pub email: String,
}

/// What the git program says of its version, and whether that is enough.
///
/// # Errors
/// `GitMissing`, `Program`.
pub fn git_version(folder: &Path, around: &Surroundings) -> Result<(String, bool), VcsError> {
    let answer = Git::new(folder, around, None).run(&["--version"])?.expect_success("git --version")?;
    let said = answer.text().unwrap_or_default();
    let version = said.trim_start_matches("git version ").to_owned();
    let mut numbers = version.split(['.', ' ', '-']).map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    Ok((version, found >= MINIMUM_GIT))
}

/// Who commits made in `folder` would be by; `None` where git would guess or refuse.
///
/// # Errors
/// `GitMissing`, `File`, `Scratch`.
pub fn author(folder: &Path, around: &Surroundings) -> Result<Option<Author>, VcsError> {
    let answer = Git::new(folder, around, None).read(&["-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT"])?;
    let said = answer.text();
    Ok(said.as_deref().and_then(|text| text.split_once(" <")).and_then(|(name, rest)| {
        let (email, _) = rest.split_once('>')?;
        Some(Author { name: name.to_owned(), email: email.to_owned() })
    }))
}

/// Whether git knows who commits made in `folder` are by, or has somebody to guess.
///
/// # Errors
/// `NoIdentity` when it would refuse; `GitMissing`, `File`, `Scratch`.
pub fn check_identity(folder: &Path, around: &Surroundings) -> Result<(), VcsError> {
    let git = Git::new(folder, around, None);
    for who in ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"] {
        if git.read(&["var", who])?.code != 0 {
            return Err(VcsError::NoIdentity);
        }
    }
    Ok(())
}

//! What each commit made of some files, back to the first.
//!
//! Which commits those are, the git program tells, as `git log -- FILE` does: it leaves out what a merge only passed on, and so
//! leads to the commits in which people did something. Of a merge that made something itself, every parent is told.

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::repository::Repository;

use super::compare::{Entry, kind_of};

/// What one commit made of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The commit.
    pub commit: CommitId,
    /// The path from the top; bytes that are no UTF-8 are replaced.
    pub path: String,
    /// What its parents had there: one, or each of those that a merge brought together.
    pub before: Vec<Option<Entry>>,
    /// What it has there.
    pub after: Option<Entry>,
}

/// Who recorded something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authored {
    /// The name that git was given.
    pub name: String,
    /// When it was first recorded, in seconds since 1970, however often it was sent on since.
    pub time: i64,
}

/// Settings of git's that change what `git log` lists.
const PLAIN: [&str; 4] = ["-c", "log.follow=false", "-c", "log.showSignature=false"];
const LOG: [&str; 11] = [
    "log",
    "-z",
    "--topo-order",
    "--root",
    "--raw",
    "-c",
    "--no-abbrev",
    "--no-renames",
    "--no-relative",
    "--no-ext-diff",
    "--format=%H",
];

impl Repository {
    /// What the commits up to `tip` made of the files at `paths`, or below them, which are counted from `folder`: the newest first.
    /// Only what stands in a path is looked at, never a pattern: git would open every folder that changed.
    ///
    /// # Errors
    /// `NeedsEngine`, `Program`, `Read`.
    pub fn versions(&self, tip: &CommitId, folder: &str, paths: &[String]) -> Result<Vec<Version>, VcsError> {
        self.library()?;
        let places: Vec<String> = paths.iter().map(|path| format!(":(top,literal){folder}{path}")).collect();
        let places: Vec<&str> = places.iter().map(String::as_str).collect();
        let words = [&PLAIN[..], &LOG, &["--end-of-options", tip.as_str(), "--"], &places].concat();
        let answer = self.git_alone().read(&words)?.expect_success("git log")?;
        let text = String::from_utf8_lossy(&answer.stdout);
        read(&text).ok_or_else(|| VcsError::Read { what: "git log".to_owned(), cause: text.chars().take(100).collect() })
    }

    /// Who recorded the commit `id` first, and when.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn authored(&self, id: &CommitId) -> Result<Authored, VcsError> {
        let commit = self.commit_object(id)?;
        let author = commit.author();
        Ok(Authored { name: String::from_utf8_lossy(author.name_bytes()).into_owned(), time: author.when().seconds() })
    }
}

/// Reads what git said: the name of a commit, then of each file how it was and is, and its path.
fn read(text: &str) -> Option<Vec<Version>> {
    let mut words = text.split('\0').map(|word| word.trim_start_matches('\n')).filter(|word| !word.is_empty());
    let (mut found, mut commit) = (Vec::new(), None);
    while let Some(word) = words.next() {
        let parents = word.bytes().take_while(|sign| *sign == b':').count();
        if parents == 0 {
            commit = CommitId::parse(word);
            commit.as_ref()?;
            continue;
        }
        let fields: Vec<&str> = word[parents..].split(' ').collect();
        let (modes, ids) = (fields.get(..=parents)?, fields.get(parents + 1..2 * parents + 2)?);
        let mut entries = modes.iter().zip(ids).map(|(mode, id)| entry(mode, id)).collect::<Option<Vec<_>>>()?;
        let after = entries.pop()?;
        found.push(Version { commit: commit.clone()?, path: words.next()?.to_owned(), before: entries, after });
    }
    Some(found)
}

/// What a mode and a name say; where there is nothing, both are zeros.
fn entry(mode: &str, id: &str) -> Option<Option<Entry>> {
    let mode = i32::from_str_radix(mode, 8).ok()?;
    Some((mode != 0).then(|| Entry { id: id.to_owned(), kind: kind_of(mode) }))
}

//! What somebody typed to mean a commit.
//!
//! Git itself takes a short name for a tag first: whoever may push a tag called `main` would choose what a request is judged
//! by. So a short name is a branch here, then a branch of a remote, and a tag only where the caller wants one and nothing
//! else has the name; two branches of one name are not chosen between. What is found is read by its full name from then on.

use git2::{ErrorCode, Oid};

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::repository::Repository;

/// Whether a short name may mean a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tags {
    /// No tag is meant, not by its full name either.
    Never,
    /// Where nothing else has the name.
    Last,
}

/// Where a tag is found.
const TAGS: &str = "refs/tags/";
/// The fewest digits that are taken for the beginning of a commit's name.
const ABBREVIATED: usize = 4;

impl Repository {
    /// The commit that `text`, which somebody typed, means: a branch, a branch of a remote, a commit, perhaps a tag, and what
    /// git lets people write behind one of these (`HEAD~2`). `None` when there is none.
    ///
    /// # Errors
    /// `Ambiguous` where it means two commits; `NeedsEngine`, `Read`.
    pub fn commit_meant(&self, text: &str, tags: Tags) -> Result<Option<CommitId>, VcsError> {
        let (name, steps) = text.split_at(behind_the_name(text));
        let Some(start) = self.named(name, tags)? else { return Ok(None) };
        if steps.is_empty() { self.commit_named(&start) } else { self.expression(&format!("{start}{steps}")) }
    }

    /// The full name of the reference, or of the commit, that `name` means.
    fn named(&self, name: &str, tags: Tags) -> Result<Option<String>, VcsError> {
        if matches!(name, "" | "@") {
            return Ok((name == "@").then(|| "HEAD".to_owned()));
        }
        let is_hexadecimal = name.bytes().all(|digit| digit.is_ascii_hexdigit());
        if is_hexadecimal && name.len() == Oid::ZERO_SHA1.to_string().len() {
            return Ok(Some(name.to_ascii_lowercase()));
        }
        let is_full = name.starts_with("refs/");
        if is_full || is_gits_own(name) {
            let found = self.commit_named(name)?.filter(|_| tags == Tags::Last || !name.starts_with(TAGS));
            if is_full || found.is_some() {
                return Ok(found.map(|_| name.to_owned()));
            }
        }
        let mut branches = Vec::new();
        for full in [format!("refs/heads/{name}"), format!("refs/remotes/{name}"), format!("refs/remotes/{name}/HEAD")] {
            if let Some(id) = self.commit_named(&full)? {
                branches.push((full, id));
            }
        }
        if let [(_, first), others @ ..] = &branches[..]
            && others.iter().any(|(_, id)| id != first)
        {
            let names = branches.into_iter().map(|(full, _)| full).collect();
            return Err(VcsError::Ambiguous { text: name.to_owned(), names });
        }
        if let Some((full, _)) = branches.into_iter().next() {
            return Ok(Some(full));
        }
        if is_hexadecimal
            && name.len() >= ABBREVIATED
            && let Ok(commit) = self.library()?.find_commit_by_prefix(name)
        {
            return Ok(Some(commit.id().to_string()));
        }
        let places = [format!("refs/{name}"), format!("{TAGS}{name}")];
        let found = places.into_iter().filter(|full| tags == Tags::Last || !full.starts_with(TAGS));
        for full in found {
            if self.commit_named(&full)?.is_some() {
                return Ok(Some(full));
            }
        }
        Ok(None)
    }

    /// The commit that an expression of git's names which begins with a full name: that name is then the first thing that
    /// libgit2 looks for.
    fn expression(&self, text: &str) -> Result<Option<CommitId>, VcsError> {
        match self.library()?.revparse_single(text).and_then(|object| object.peel_to_commit()) {
            Ok(commit) => Ok(Some(commit.id().into())),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(VcsError::read(text, &error)),
        }
    }
}

/// Whether an error of libgit2's says that there is no such thing.
pub(super) fn is_absent(error: &git2::Error) -> bool {
    let codes = [ErrorCode::NotFound, ErrorCode::InvalidSpec, ErrorCode::Peel, ErrorCode::Ambiguous];
    codes.contains(&error.code())
}

/// Whether the name is one of those that git keeps beside the references, such as `FETCH_HEAD`.
fn is_gits_own(name: &str) -> bool {
    name.ends_with("HEAD") && name.bytes().all(|letter| letter.is_ascii_uppercase() || letter == b'_')
}

/// Where the name ends and what git lets people write behind it begins: no name holds these signs.
fn behind_the_name(text: &str) -> usize {
    ["~", "^", ":", "@{"].into_iter().filter_map(|sign| text.find(sign)).min().unwrap_or(text.len())
}

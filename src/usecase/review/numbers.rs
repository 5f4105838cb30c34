//! Which references are requests of the forge, and under which number. A name alone says nothing: whoever may push can call a
//! branch `pull/12`. It is the forge's where only the forge writes, and where this clone was set up to bring that.

use crate::usecase::context::shared_branch::{LOCAL, REMOTES};
use crate::usecase::failure::Failure;
use crate::vcs::{Head, Repository, VcsError};

/// Where forges keep the head of each request.
const SOURCES: [&str; 2] = ["refs/pull/*/head", "refs/merge-requests/*/head"];
/// The branches of this program, here and there.
const OURS: [&str; 2] = ["refs/heads/mpa/*", "refs/remotes/*/mpa/*"];

/// The places of numbered requests in a clone: what stands before the number, and behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers(Vec<(String, String)>);

impl Numbers {
    /// As `repository` was set up.
    ///
    /// # Errors
    /// Settings that cannot be read.
    pub fn of(repository: &Repository) -> Result<Self, Failure> {
        let fetched = repository.fetched_into(&SOURCES)?;
        let forms = SOURCES.into_iter().map(str::to_owned).chain(fetched);
        Ok(Self(forms.filter_map(|form| form.split_once('*').map(|(a, b)| (a.to_owned(), b.to_owned()))).collect()))
    }

    /// Every place where requests and the branches of this program are.
    pub fn globs(&self) -> Vec<String> {
        let numbered = self.0.iter().map(|(before, after)| format!("{before}*{after}"));
        OURS.into_iter().map(str::to_owned).chain(numbered).collect()
    }

    /// The number of the request that the reference `name` is.
    pub fn of_name(&self, name: &str) -> Option<u64> {
        let digits = |(before, after): &(String, String)| name.strip_prefix(before.as_str())?.strip_suffix(after.as_str());
        self.0.iter().filter_map(digits).find(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
    }

    /// Whether the reference `name` is a request, or is called like the branches of this program.
    pub fn is_request(&self, name: &str) -> bool {
        let is_ours = |branch: &str| branch.starts_with("mpa/");
        let remote = name.strip_prefix(REMOTES).and_then(|rest| rest.split_once('/'));
        name.strip_prefix(LOCAL).is_some_and(is_ours)
            || remote.is_some_and(|(_, branch)| is_ours(branch))
            || self.of_name(name).is_some()
    }

    /// The request with that number, if this clone has it.
    ///
    /// # Errors
    /// Two servers have requests of that number; references that cannot be read.
    pub fn request(&self, repository: &Repository, number: u64) -> Result<Option<Head>, Failure> {
        let names: Vec<String> = self.0.iter().map(|(before, after)| format!("{before}{number}{after}")).collect();
        let mut heads: Vec<Head> = Vec::new();
        for name in &names {
            heads.extend(repository.head_of(name)?);
        }
        if heads.iter().any(|head| head.id != heads[0].id) {
            let names = heads.into_iter().map(|head| head.name).collect();
            return Err(VcsError::Ambiguous { text: number.to_string(), names }.into());
        }
        Ok(heads.into_iter().next())
    }
}

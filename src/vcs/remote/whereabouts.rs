//! Where a branch is, and which command leads there: what helps in one clone fails in another. A branch that another working
//! tree has checked out cannot be switched to, one that only the remote has is to be made first, and a clone of a single
//! branch fetches no other by itself.

use git2::Direction;

use crate::domain::shell::{command, word};
use crate::vcs::error::VcsError;
use crate::vcs::read::history::{Upstream, tracking};
use crate::vcs::repository::Repository;

/// What lists the branches of a remote, which stands in the empty place.
pub(super) const LISTING: [&str; 7] = ["ls-remote", "--quiet", "--symref", "--end-of-options", "", "HEAD", "refs/heads/*"];
/// How many names are tried for a new branch.
const TRIES: u32 = 100;

/// The branches of a server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branches {
    /// The one that whoever clones it begins with.
    pub first: Option<String>,
    /// All of them.
    pub all: Vec<String>,
}

impl Repository {
    /// The command that leads to `branch` from here; `None` where neither this clone nor what it knows of remotes has it.
    pub fn way_to(&self, branch: &str) -> Option<String> {
        if let Some(folder) = self.checked_out_at(branch) {
            return Some(command("cd {}", &[&folder]));
        }
        let has = |name: &str| self.resolve(name).is_ok_and(|found| found.is_some());
        if has(&format!("refs/heads/{branch}")) {
            return Some(command("git switch {}", &[branch]));
        }
        let remotes = self.remote_names().unwrap_or_default();
        let remote = remotes.iter().find(|remote| has(&tracking(Upstream { remote, branch })))?;
        let there = format!("{remote}/{branch}");
        Some(command("git switch --no-track -c {} {}", &[branch, &there]))
    }

    /// The command that leaves `branch` where it is checked out: for `main`, if that is free.
    pub fn way_off(&self, branch: &str, main: &str) -> Option<String> {
        let is_here = |name: &str| self.head_branch().is_ok_and(|found| found.as_deref() == Some(name));
        let git = match self.checked_out_at(branch) {
            _ if is_here(branch) => "git".to_owned(),
            Some(folder) => command("git -C {}", &[&folder]),
            None => return None,
        };
        let is_free = !is_here(main) && self.checked_out_at(main).is_none();
        let is_there = self.resolve(&format!("refs/heads/{main}")).is_ok_and(|found| found.is_some());
        Some(if is_free && is_there { format!("{git} switch {}", word(main)) } else { format!("{git} switch --detach") })
    }

    /// Another working tree that has `branch` checked out.
    pub(in crate::vcs) fn checked_out_at(&self, branch: &str) -> Option<String> {
        let listed = self.git_alone().read(&["worktree", "list", "--porcelain"]).ok()?.text()?;
        let name = format!("branch refs/heads/{branch}");
        let trees = listed.split("\n\n").filter(|tree| tree.lines().any(|line| line == name));
        let mut folders = trees.filter_map(|tree| tree.strip_prefix("worktree ")?.lines().next());
        folders.find(|folder| std::path::Path::new(folder) != self.workdir()).map(str::to_owned)
    }

    /// `name`, or the first of `name-2`, `name-3`… that is no branch yet.
    pub fn free_branch(&self, name: &str) -> String {
        let names = std::iter::once(name.to_owned()).chain((2..TRIES).map(|number| format!("{name}-{number}")));
        let is_free = |name: &String| self.resolve(&format!("refs/heads/{name}")).is_ok_and(|found| found.is_none());
        names.into_iter().find(is_free).unwrap_or_else(|| name.to_owned())
    }

    /// The command that fetches `branch` of `remote`, in a clone that was made of another branch alone, too; where none is
    /// named, all branches, forgetting those that are gone.
    pub fn fetch_command(&self, remote: &str, branch: Option<&str>) -> String {
        let source = format!("refs/heads/{}", branch.unwrap_or("mpa/x"));
        let covers = self.library().and_then(|library| {
            let found = library.find_remote(remote).map_err(|error| VcsError::read(remote, &error))?;
            Ok(found.refspecs().any(|spec| spec.direction() == Direction::Fetch && spec.src_matches(&source)))
        });
        match (covers, branch) {
            (Ok(false), Some(branch)) => {
                command("git fetch {} {}", &[remote, &format!("+refs/heads/{branch}:{}", tracking(Upstream { remote, branch }))])
            }
            (Ok(false), None) => command("git fetch --prune {} {}", &[remote, &format!("+refs/heads/*:refs/remotes/{remote}/*")]),
            (_, None) => command("git fetch --prune {}", &[remote]),
            (_, Some(_)) => command("git fetch {}", &[remote]),
        }
    }

    /// Where a fetch from any remote puts what it has at each of `sources`, as the settings say.
    ///
    /// # Errors
    /// Settings that cannot be read.
    pub fn fetched_into(&self, sources: &[&str]) -> Result<Vec<String>, VcsError> {
        let library = self.library()?;
        let mut places = Vec::new();
        for remote in library.remotes().map_err(|error| VcsError::read("remotes", &error))?.iter().flatten().flatten() {
            let Ok(remote) = library.find_remote(remote) else { continue };
            let fetched = remote.refspecs().filter(|spec| spec.direction() == Direction::Fetch);
            let is_sought = |spec: &git2::Refspec<'_>| spec.src().is_ok_and(|source| sources.contains(&source));
            places.extend(fetched.filter(is_sought).filter_map(|spec| Some(spec.dst().ok()?.to_owned())));
        }
        places.retain(|place| !sources.contains(&place.as_str()));
        places.dedup();
        Ok(places)
    }

    /// What branches `remote` has.
    ///
    /// # Errors
    /// As [`Repository::fetch`].
    pub fn branches_of(&self, remote: &str) -> Result<Branches, VcsError> {
        let answer = self.git_to_remote(remote).read(&LISTING.map(|word| if word.is_empty() { remote } else { word }))?;
        if answer.code != 0 {
            return Err(super::network::out_of_reach(answer, remote, "git ls-remote"));
        }
        Ok(Branches::read(&answer.text().unwrap_or_default()))
    }
}

impl Branches {
    /// `ref: refs/heads/main`, a tab and `HEAD`; then the commit, a tab and the name of each branch.
    pub(super) fn read(listed: &str) -> Self {
        let mut branches = Self::default();
        for (what, name) in listed.lines().filter_map(|line| line.split_once('\t')) {
            if name == "HEAD" {
                let first = what.strip_prefix("ref: refs/heads/").map(str::to_owned);
                branches.first = branches.first.or(first);
            }
            branches.all.extend(name.strip_prefix("refs/heads/").map(str::to_owned));
        }
        branches.first = branches.first.filter(|first| branches.all.contains(first));
        branches
    }
}

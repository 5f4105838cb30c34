//! What a request changes since it parted from the shared branch.
//!
//! Where each was merged into the other, they parted in two places, and which of them git names first is for whoever
//! dates the commits to choose. Git merges with what the two places come to; so does this, or else a merge could take
//! back silently what the shared branch had decided, while a review looked at the other place.

use std::collections::BTreeMap;

use crate::domain::bounds::Room;
use crate::store::{OtherFile, key_of};
use crate::usecase::failure::Failure;
use crate::vcs::{CommitId, Difference, Entry};

use super::Reviewer;
use super::file::Touched;

impl Reviewer<'_> {
    /// The files that `head` changes since it parted from the shared branch at `origins`.
    pub(super) fn changed(&self, origins: &[CommitId], head: &CommitId, room: &Room<'_>) -> Result<Vec<Touched>, Failure> {
        let [first, others @ ..] = origins else { return Ok(Vec::new()) };
        let from_first = self.touched(first, head, room)?;
        if others.is_empty() {
            return Ok(from_first);
        }
        let mut sides = vec![by_path(from_first)];
        for other in others {
            sides.push(by_path(self.touched(other, head, room)?));
        }
        let before = match origins {
            [one, other] => self.repository.line(one, other)?.origins,
            _ => Vec::new(),
        };
        let before = match &before[..] {
            [only] => Some(by_path(self.touched(only, head, room)?)),
            _ => None,
        };
        let mut changed: BTreeMap<&String, Touched> = BTreeMap::new();
        for (path, touched) in sides.iter().flatten() {
            let at = |side: &BTreeMap<String, Touched>| match side.get(path) {
                Some(touched) => touched.origin.clone(),
                None => touched.head.clone(),
            };
            let versions: Vec<Option<Entry>> = sides.iter().map(at).collect();
            match merged(&versions, before.as_ref().map(at).as_ref()) {
                Some(origin) if *origin == touched.head => {}
                Some(origin) => _ = changed.insert(path, Touched { origin: origin.clone(), ..touched.clone() }),
                None => _ = changed.entry(path).or_insert(Touched { is_crossed: true, ..touched.clone() }),
            }
        }
        Ok(changed.into_values().collect())
    }

    /// The files that differ between `origin` and `head`, with what the shared branch has there now.
    fn touched(&self, origin: &CommitId, head: &CommitId, room: &Room<'_>) -> Result<Vec<Touched>, Failure> {
        let theirs = self.repository.differences(Some(origin), head, room)?;
        let ours: BTreeMap<String, Difference> = match origin == self.base.commit() {
            true => BTreeMap::new(),
            false => {
                let found = self.repository.differences(Some(origin), self.base.commit(), &Room::of_own())?;
                found.into_iter().map(|it| (it.path.clone(), it)).collect()
            }
        };
        let touched = theirs.into_iter().map(|it| {
            let tip = ours.get(&it.path).map_or_else(|| it.before.clone(), |ours| ours.after.clone());
            let (path, key) = match it.path.strip_prefix(self.prefix) {
                Some(path) => (path.to_owned(), key_of(path)),
                None => (it.path.clone(), Err(OtherFile::Outside)),
            };
            Touched { full: it.path, path, key, origin: it.before, head: it.after, tip, is_crossed: false }
        });
        Ok(touched.collect())
    }
}

fn by_path(files: Vec<Touched>) -> BTreeMap<String, Touched> {
    files.into_iter().map(|it| (it.full.clone(), it)).collect()
}

/// What `versions` of one file come to, the one `before` them being known; `None` when several of them changed it.
fn merged<'v>(versions: &'v [Option<Entry>], before: Option<&Option<Entry>>) -> Option<&'v Option<Entry>> {
    match versions {
        [first, others @ ..] if others.iter().all(|other| other == first) => Some(first),
        [one, other] if Some(one) == before => Some(other),
        [one, other] if Some(other) == before => Some(one),
        _ => None,
    }
}

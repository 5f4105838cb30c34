//! The whole data of a clone that has only a part of its files: what git keeps out of the working tree is read as the commit has
//! it. And what git ignores is no data.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::store::{CAMPAIGN_FILE, Keeper, Store, Tree};
use crate::vcs::{Hidden, IndexOnDisk, Repository, Surroundings};

use super::shelved::Shelved;

use super::overlay::{Layer, Overlay};

/// The store whose `data/` lies in `root`.
pub fn open(root: &Path, repository: Option<&Repository>) -> Store {
    let Some(repository) = repository else { return Store::open(root) };
    let git = ByGit { root: root.to_owned(), around: repository.surroundings().clone() };
    let whole = OnceLock::new();
    let store = Store::open(root).kept_by(Arc::new(Kept { git, index: repository.index_on_disk(), whole }));
    // Whoever wants to compare says so, and whoever does not want anything kept.
    let prefix = repository.relative(root).map(|path| path.as_str().to_owned()).unwrap_or_default();
    if repository.flag("mpa.index") == Some(false) { store } else { store.shelved(Arc::new(Shelved(repository.drawer(&prefix)))) }
}

/// The nearest folder at `start` or above whose `data/mpa.toml` git keeps out of the working tree.
pub fn hidden_root(start: &Path, around: &Surroundings) -> Option<PathBuf> {
    let repository = Repository::discover(start, around.clone()).ok()?;
    let hidden = repository.hidden().ok()?;
    let is_hidden = |folder: &&Path| {
        let place = repository.relative(&folder.join(CAMPAIGN_FILE)).ok();
        place.is_some_and(|place| hidden.iter().any(|it| !it.is_there && it.path == place))
    };
    start.ancestors().find(is_hidden).map(Path::to_owned)
}

/// The files below `root` that are not on the disk, by path from there.
fn absent(root: &Path, repository: &Repository) -> Option<BTreeMap<String, Hidden>> {
    let hidden = repository.hidden().ok().filter(|hidden| !hidden.is_empty())?;
    let file = repository.relative(&root.join(CAMPAIGN_FILE)).ok()?;
    let prefix = file.as_str().strip_suffix(CAMPAIGN_FILE)?;
    let below = |it: Hidden| Some((it.path.as_str().strip_prefix(prefix)?.to_owned(), it));
    Some(hidden.into_iter().filter(|it| !it.is_there).filter_map(below).collect())
}

/// Git, asked which leftovers in the working tree it ignores.
#[derive(Debug, Clone)]
struct ByGit {
    root: PathBuf,
    around: Surroundings,
}

impl ByGit {
    fn repository(&self) -> Option<Repository> {
        Repository::discover(&self.root, self.around.clone()).ok()
    }
}

impl Keeper for ByGit {
    fn ignored(&self, paths: &[String]) -> Vec<String> {
        let Some(repository) = self.repository() else { return Vec::new() };
        let placed = paths.iter().filter_map(|path| Some((repository.relative(&self.root.join(path)).ok()?, path)));
        let placed: Vec<_> = placed.collect();
        let places: Vec<_> = placed.iter().map(|(place, _)| place.clone()).collect();
        let ignored = repository.ignored(&places).unwrap_or_default();
        placed.into_iter().filter(|(place, _)| ignored.contains(place)).map(|(_, path)| path.clone()).collect()
    }
}

/// The same, asked also what it keeps out of the working tree: the first time that more is wanted than files that are there.
#[derive(Debug)]
struct Kept {
    git: ByGit,
    index: IndexOnDisk,
    whole: OnceLock<Option<Overlay>>,
}

impl Kept {
    /// `None` where git's index cannot be read, too: the files here are all there is; whoever writes hears of it.
    fn read(&self) -> Option<Overlay> {
        if self.index.hides_nothing() {
            return None;
        }
        let (root, repository) = (&self.git.root, self.git.repository()?);
        let absent = absent(root, &repository).filter(|absent| !absent.is_empty())?;
        let files = absent.into_iter().map(|(path, hidden)| (path, Layer::Stored(hidden))).collect();
        let below = Store::open(root).kept_by(Arc::new(self.git.clone()));
        Some(Overlay::new(below, files).reading(repository))
    }
}

impl Keeper for Kept {
    fn ignored(&self, paths: &[String]) -> Vec<String> {
        self.git.ignored(paths)
    }

    fn whole(&self) -> Option<&dyn Tree> {
        self.whole.get_or_init(|| self.read()).as_ref().map(|whole| whole as &dyn Tree)
    }
}

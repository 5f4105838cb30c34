//! Repositories that git makes once in a process, and that are copied from memory wherever the same would be made again.
//!
//! Tests make thousands of repositories, nearly all of them alike, and each takes several processes: most of the time of a
//! test went into its setting. What is copied is what git wrote, to the byte; where anything is different beforehand — a
//! file, a line of the configuration — git makes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::World;

/// The files that a campaign was committed with.
type Campaign = Vec<(String, String)>;

static COMMITTED: Kept<Campaign, Folder> = Kept::new();
/// By the repository without its index, and the configuration of the person: the repository and its remote.
static SENT: Kept<(Folder, Vec<u8>), (Folder, Folder)> = Kept::new();
/// By the remote: where it was, the repository, and the working tree.
static CLONED: Kept<Folder, (PathBuf, Folder, Folder)> = Kept::new();

/// What differs from one copy to the next: git notes there when it last saw each file.
const INDEX: &str = "index";
/// More bytes than this are rarely made twice.
const MUCH: usize = 1 << 18;

/// Makes a repository of `world`, in which all of its files are committed: these.
pub(super) fn committed(world: &World, files: &Campaign) {
    let place = world.path(".git");
    if let Some(folder) = COMMITTED.get(files) {
        folder.write(&place);
        return refresh(world);
    }
    world.git("init --quiet");
    world.commit("Campagne");
    COMMITTED.keep(files, &[&Folder::read(&place, &[])], |[folder]| folder);
}

/// Makes the remote of `world`, and sends it everything.
pub(super) fn sent(world: &World) {
    let (here, there) = (world.path(".git"), world.top().join("origin.git"));
    // What a hook does besides is not to be seen in the repository.
    let is_usual = here.is_dir() && !there.exists() && !here.join("hooks").exists();
    let before = is_usual.then(|| (Folder::read(&here, &[INDEX]), fs::read(world.git_config()).unwrap()));
    let before = before.filter(|(before, _)| !before.is_odd);
    if let Some((before, after)) = before.as_ref().and_then(|before| Some((before, SENT.get(before)?))) {
        after.0.write_over(&before.0, &here);
        return after.1.write(&there);
    }
    world.git("init --quiet --bare ../origin.git");
    world.git("remote add origin ../origin.git");
    world.git("push --quiet --set-upstream origin main");
    if let Some(before) = before {
        SENT.keep(&before, &[&Folder::read(&here, &[INDEX]), &Folder::read(&there, &[])], |[here, there]| (here, there));
    }
}

/// Makes `other`, which is empty, a clone of the repository in `remote`.
pub(super) fn cloned(other: &World, remote: &Path) {
    let before = Folder::read(remote, &[]);
    if let Some(made) = CLONED.get(&before).filter(|_| !before.is_odd) {
        made.1.told_of(&made.0, remote).write(&other.path(".git"));
        made.2.write(&other.repo);
        return refresh(other);
    }
    other.git(&format!("clone --quiet --origin origin {} .", remote.display()));
    let made = [&Folder::read(&other.path(".git"), &[]), &Folder::read(&other.repo, &[".git"])];
    CLONED.keep(&before, &made, |[clone, files]| (remote.to_owned(), clone, files));
}

/// Lets git see that the files are those which it knows.
fn refresh(world: &World) {
    world.git("update-index -q --refresh");
}

/// What was made, by what it was made from.
struct Kept<K, V>(Mutex<BTreeMap<K, Arc<V>>>);

impl<K: Ord + Clone, V> Kept<K, V> {
    const fn new() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }

    fn get(&self, key: &K) -> Option<Arc<V>> {
        self.0.lock().unwrap().get(key).cloned()
    }

    /// Keeps it, where these folders can be written again and are not large.
    fn keep<const N: usize>(&self, key: &K, folders: &[&Folder; N], made: impl FnOnce([Folder; N]) -> V) {
        if folders.iter().all(|folder| !folder.is_odd && folder.size() <= MUCH) {
            self.0.lock().unwrap().insert(key.clone(), Arc::new(made(folders.map(Folder::clone))));
        }
    }
}

/// Everything below a folder.
#[derive(Debug, Default, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Folder {
    folders: BTreeSet<PathBuf>,
    /// What each file holds, and whether nobody may write it.
    files: BTreeMap<PathBuf, (Vec<u8>, bool)>,
    /// It holds a link, or a program.
    is_odd: bool,
}

impl Folder {
    /// What is below `top`, but for those of these names there.
    fn read(top: &Path, without: &[&str]) -> Self {
        let mut folder = Self::default();
        folder.add(top, Path::new(""), without);
        folder
    }

    fn add(&mut self, top: &Path, below: &Path, without: &[&str]) {
        for entry in fs::read_dir(top.join(below)).unwrap() {
            let entry = entry.unwrap();
            let (path, kind) = (below.join(entry.file_name()), entry.metadata().unwrap());
            if without.iter().any(|name| path == Path::new(name)) {
                continue;
            }
            if kind.is_dir() {
                self.add(top, &path, without);
                self.folders.insert(path);
            } else if kind.is_symlink() || is_executable(&kind) {
                self.is_odd = true;
            } else {
                let bytes = fs::read(entry.path()).unwrap();
                self.files.insert(path, (bytes, kind.permissions().readonly()));
            }
        }
    }

    fn size(&self) -> usize {
        self.files.values().map(|file| file.0.len()).sum()
    }

    fn write(&self, to: &Path) {
        self.write_over(&Self::default(), to);
    }

    /// Writes what is not in `before`, which is there.
    fn write_over(&self, before: &Self, to: &Path) {
        fs::create_dir_all(to).unwrap();
        self.folders.difference(&before.folders).for_each(|path| fs::create_dir_all(to.join(path)).unwrap());
        for (path, file) in self.files.iter().filter(|(path, file)| before.files.get(*path) != Some(*file)) {
            let place = to.join(path);
            fs::write(&place, &file.0).unwrap();
            if file.1 {
                let mut permissions = fs::metadata(&place).unwrap().permissions();
                permissions.set_readonly(true);
                fs::set_permissions(&place, permissions).unwrap();
            }
        }
    }

    /// The same, where a path stands in it another one instead.
    fn told_of(&self, old: &Path, new: &Path) -> Self {
        let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
        let told = |bytes: &Vec<u8>| match std::str::from_utf8(bytes) {
            Ok(text) => text.replace(old, new).into_bytes(),
            Err(_) => bytes.clone(),
        };
        let files = self.files.iter().map(|(path, file)| (path.clone(), (told(&file.0), file.1))).collect();
        Self { folders: self.folders.clone(), files, is_odd: self.is_odd }
    }
}

#[cfg(unix)]
fn is_executable(file: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&file.permissions()) & 0o111 != 0
}

#[cfg(not(unix))]
fn is_executable(_: &fs::Metadata) -> bool {
    false
}

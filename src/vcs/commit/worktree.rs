//! The files themselves: what may be touched, replaced whole or not at all, and put back when the commit fails.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;

/// Refuses a path that leaves the repository on its way: through a link, or into a repository inside this one.
pub(super) fn guard(workdir: &Path, path: &RepoPath) -> Result<(), VcsError> {
    let mut folder = workdir.to_owned();
    for (part, at) in path.parts().zip(path.folders()) {
        folder.push(part);
        let Some(found) = metadata(&folder)? else { return Ok(()) };
        if found.is_symlink() {
            return Err(VcsError::Link { path: path.clone(), at: at.to_owned() });
        }
        if found.is_dir() && metadata(&folder.join(".git"))?.is_some() {
            return Err(VcsError::Submodule { path: path.clone(), at: at.to_owned() });
        }
    }
    match metadata(&path.below(workdir))? {
        Some(found) if found.is_symlink() => Err(VcsError::Link { path: path.clone(), at: path.to_string() }),
        Some(found) if !found.is_file() => Err(VcsError::NotAFile { path: path.clone() }),
        _ => Ok(()),
    }
}

/// The bytes of a file that [`guard`] let through; `None` where there is none.
pub(super) fn content(workdir: &Path, path: &RepoPath) -> Result<Option<Vec<u8>>, VcsError> {
    let file = path.below(workdir);
    match fs::read(&file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(VcsError::file(&file, cause)),
    }
}

/// Whether the file may be run, where the system knows such a thing.
#[cfg(unix)]
pub(super) fn executable(workdir: &Path, path: &RepoPath) -> Option<bool> {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path.below(workdir)).ok().map(|found| found.permissions().mode() & 0o100 != 0)
}

#[cfg(not(unix))]
pub(super) fn executable(_: &Path, _: &RepoPath) -> Option<bool> {
    None
}

/// What was changed on disk, so that it can be undone.
#[derive(Debug, Default)]
pub(super) struct Journal {
    files: Vec<(PathBuf, Option<Vec<u8>>)>,
    folders: Vec<PathBuf>,
}

impl Journal {
    /// Makes `file` hold `after`, and remembers that it held `found`.
    pub(super) fn write(&mut self, file: &Path, found: Option<&[u8]>, after: &[u8]) -> Result<(), VcsError> {
        if let Some(folder) = file.parent() {
            self.make_folders(folder)?;
        }
        self.files.push((file.to_owned(), found.map(<[u8]>::to_vec)));
        replace(file, after).map_err(|cause| VcsError::file(file, cause))
    }

    /// Removes `file`, and remembers that it held `found`.
    pub(super) fn remove(&mut self, file: &Path, found: Option<&[u8]>) -> Result<(), VcsError> {
        self.files.push((file.to_owned(), found.map(<[u8]>::to_vec)));
        fs::remove_file(file).map_err(|cause| VcsError::file(file, cause))
    }

    /// Undoes everything, the latest first. On failure, names the file that could not be put back.
    pub(super) fn put_back(self) -> Result<(), PathBuf> {
        let mut failed = None;
        for (file, found) in self.files.into_iter().rev() {
            if restore(&file, found.as_deref()).is_err() {
                failed = Some(file);
            }
        }
        // A folder that somebody filled meanwhile stays.
        self.folders.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
        failed.map_or(Ok(()), Err)
    }

    /// Makes `folder` and what is missing above it, and remembers each.
    pub(super) fn make_folders(&mut self, folder: &Path) -> Result<(), VcsError> {
        let missing: Vec<&Path> = folder.ancestors().take_while(|above| !above.exists()).collect();
        for above in missing.into_iter().rev() {
            match fs::create_dir(above) {
                Ok(()) => self.folders.push(above.to_owned()),
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {}
                // What can be looked at is the folder that does not take it.
                Err(cause) => return Err(VcsError::file(above.parent().unwrap_or(above), cause)),
            }
        }
        Ok(())
    }
}

/// Makes `file` hold `bytes`, and clears away what killed runs left beside it.
pub(super) fn put(file: &Path, bytes: &[u8]) -> Result<(), VcsError> {
    file.parent().into_iter().for_each(sweep);
    replace(file, bytes).map_err(|cause| VcsError::file(file, cause))
}

/// Takes a file away, where there is one.
pub(super) fn clear(file: &Path) -> Result<(), VcsError> {
    match fs::remove_file(file) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(VcsError::file(file, cause)),
        _ => Ok(()),
    }
}

/// The file becomes what it was; one that still is stays untouched, whatever kept it from being written.
fn restore(file: &Path, found: Option<&[u8]>) -> io::Result<()> {
    match (fs::read(file), found) {
        (Ok(now), Some(bytes)) if now == bytes => Ok(()),
        (_, Some(bytes)) => replace(file, bytes),
        (Err(cause), None) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        (_, None) => fs::remove_file(file),
    }
}

/// How the names of temporary files begin and end, and how many random letters and digits stand between.
const TEMPORARY: (&str, &str) = (".mpa-", ".tmp");
const RANDOM: usize = 6;

/// Removes what killed runs left in `folder`: whoever writes here holds the operation lock, so none of it is in use.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(is_temporary);
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// Whether we would draw that name, so that no file of the person's is taken for ours.
fn is_temporary(name: &str) -> bool {
    let drawn = name.strip_prefix(TEMPORARY.0).and_then(|rest| rest.strip_suffix(TEMPORARY.1));
    drawn.is_some_and(|drawn| drawn.len() == RANDOM && drawn.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Replaces `file` whole: at every moment it holds the old bytes or the new ones.
///
/// Nothing is synced to the disk, as git itself does not when it writes working files: the old bytes are in the last
/// commit and the new ones will be in the next, so that `git restore` brings them back after a power cut.
fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1).rand_bytes(RANDOM);
    if let Some(permissions) = new_file_permissions() {
        builder.permissions(permissions);
    }
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    if let Ok(old) = fs::metadata(file) {
        temporary.as_file().set_permissions(old.permissions())?;
    }
    temporary.persist(file).map_err(|error| error.error)?;
    Ok(())
}

/// Those of any file a program makes, before the user's mask; temporary files are private otherwise.
#[cfg(unix)]
fn new_file_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn new_file_permissions() -> Option<Permissions> {
    None
}

fn metadata(path: &Path) -> Result<Option<fs::Metadata>, VcsError> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(VcsError::file(path, cause)),
    }
}

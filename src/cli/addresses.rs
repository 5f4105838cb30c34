//! The private file of addresses: in the person's own configuration folder, never where it could be committed.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::domain::message::Message;
use crate::store::{Addresses, FILE_MAX, Problem, decode_addresses, find_root};
use crate::usecase::{Context, Failure, Kind};

/// Reads the addresses in the file at `path`; `None` while there is no such file. It may not lie in the folders `own`: the
/// campaign's and its repository's.
///
/// # Errors
/// A file among the data or in the campaign's repository, one that cannot be read, anything wrong in it.
pub fn read(own: &[PathBuf], path: &Path) -> Result<Option<Addresses>, Failure> {
    let shown = path.display().to_string();
    if is_shared(own, path) {
        let message = Message::new("addresses-shared").with("path", shown);
        return Err(Failure::new(Kind::Refused, message).hint(Message::new("hint-addresses")));
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(FILE_MAX as u64 + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => {}
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
        Err(cause) => {
            let message = Message::new("addresses-unread").with("path", shown).with("cause", &cause);
            return Err(Failure::new(Kind::Data, message));
        }
    }
    let decoded = decode_addresses(&shown, &bytes);
    let mut wrong = decoded.problems.iter().map(Problem::message);
    match wrong.next() {
        None => Ok(decoded.value),
        Some(first) => Err(Failure { details: wrong.collect(), ..Failure::new(Kind::Data, first) }),
    }
}

/// The folders of the campaign and of its repository.
pub fn own_folders(context: &Context) -> Vec<PathBuf> {
    let repository = context.repository().ok().map(|repository| repository.workdir().to_owned());
    [Some(context.store.root().to_owned()), repository].into_iter().flatten().collect()
}

/// Whether the file lies, or would lie, in this campaign's repository or in the folder of any campaign, by its own name or
/// by that of what it links to.
fn is_shared(own: &[PathBuf], path: &Path) -> bool {
    let real = path.canonicalize().ok();
    let beside = path.ancestors().skip(1).find_map(|above| above.canonicalize().ok());
    let own: Vec<PathBuf> = own.iter().map(|folder| folder.canonicalize().unwrap_or_else(|_| folder.clone())).collect();
    let lies_in = |place: &PathBuf| own.iter().any(|folder| place.starts_with(folder)) || find_root(place).is_some();
    [real, beside].iter().flatten().any(lies_in)
}

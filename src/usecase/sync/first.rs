//! Whether somebody else decided first what only whoever is first can decide.

use crate::domain::document::Document;
use crate::domain::file_key::FileKey;
use crate::rules::overtaken::overtaken;
use crate::rules::verdict::Objection;
use crate::store::{FILE_MAX, decode};
use crate::usecase::failure::Failure;
use crate::usecase::replay::Carried;
use crate::vcs::{CommitId, CommitInfo, RepoPath, Repository};

/// What stands against doing again on `tip` what `commit` did to the file of `it`.
///
/// # Errors
/// What git says.
pub(super) fn decided_there(
    repository: &Repository,
    commit: &CommitInfo,
    tip: &CommitId,
    it: &Carried,
) -> Result<Option<Objection>, Failure> {
    let (Ok(key @ (FileKey::Campaign | FileKey::Project(_))), Some(parent)) = (&it.key, &commit.parent) else { return Ok(None) };
    let Some(path) = RepoPath::new(&it.path) else { return Ok(None) };
    let read = |id: &CommitId| -> Result<Option<Document>, Failure> {
        let entry = repository.entry(id, &path)?.filter(|entry| entry.is_plain());
        let bytes = entry.map_or(Ok(None), |entry| repository.bytes_of(&entry, FILE_MAX))?;
        Ok(bytes.and_then(|bytes| decode(key, &it.path, &bytes).value))
    };
    match (read(parent)?, read(&commit.id)?, read(tip)?) {
        (Some(origin), Some(wished), Some(onto)) => Ok(overtaken(&origin, &wished, &onto)),
        _ => Ok(None),
    }
}

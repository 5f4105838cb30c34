//! Who signed a commit, as far as a list of ssh keys can tell. No program is run: the signature is checked here.

use ssh_key::{PublicKey, SshSig};

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::repository::Repository;

use super::verify::is_made_by;

/// What git signs commits for; a signature made for anything else does not count.
const NAMESPACE: &str = "git";

impl Repository {
    /// Whether the commit `id` is signed at all, by whomever.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn is_signed(&self, id: &CommitId) -> Result<bool, VcsError> {
        Ok(self.commit_object(id)?.header_field_bytes("gpgsig").is_ok())
    }

    /// Which of `keys` (lines as in `authorized_keys`) signed the commit `id`: one, several times if it is listed several
    /// times, or none. Signatures that are not ssh's count as none.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn signers<'k>(&self, id: &CommitId, keys: impl IntoIterator<Item = &'k str>) -> Result<Vec<usize>, VcsError> {
        let library = self.library()?;
        let oid = self.commit_object(id)?.id();
        // libgit2 reads up to a zero byte, and git on: nobody signed what follows.
        let whole = library.odb().and_then(|odb| odb.read(oid).map(|object| object.data().contains(&0)));
        if whole.unwrap_or(true) {
            return Ok(Vec::new());
        }
        let Ok((signature, signed)) = library.extract_signature(&oid, None) else { return Ok(Vec::new()) };
        let Some(signature) = std::str::from_utf8(&signature).ok().and_then(|text| SshSig::from_pem(text).ok()) else {
            return Ok(Vec::new());
        };
        let data = SshSig::signed_data(NAMESPACE, signature.hash_alg(), &signed).ok();
        let is_right = |data: Vec<u8>| is_made_by(signature.public_key(), &data, signature.signature());
        if signature.namespace() != NAMESPACE || !data.is_some_and(is_right) {
            return Ok(Vec::new());
        }
        let made_it = |key: &str| PublicKey::from_openssh(key).is_ok_and(|key| key.key_data() == signature.public_key());
        Ok(keys.into_iter().enumerate().filter(|(_, key)| made_it(key)).map(|(at, _)| at).collect())
    }
}

//! What was read of a campaign's files, kept in git's folder.

use crate::store::{BlobId, Mark, Shelf};
use crate::vcs::{Drawer, blob_name};

/// The place in git's folder.
#[derive(Debug)]
pub(super) struct Shelved(pub(super) Drawer);

impl Shelf for Shelved {
    fn read(&self, most: u64) -> Option<Vec<u8>> {
        self.0.read(most)
    }

    fn write(&self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    fn name(&self, bytes: &[u8]) -> Option<BlobId> {
        blob_name(bytes)
    }

    fn made_now(&self) -> Option<Mark> {
        Mark::of(&self.0.made_now()?)
    }
}

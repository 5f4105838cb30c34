//! Files without a name, for what a program is given to read and for what it says.
//!
//! On Linux they live in memory: making and dropping three of them on a disk for each call of git took a busy disk longer
//! than all the rest of `mpa`. Elsewhere, and where the system gives none, they are temporary files.

use std::fs::File;
use std::io;

/// A new file, empty, to be written and read.
#[cfg(target_os = "linux")]
pub(super) fn unnamed() -> io::Result<File> {
    use rustix::fs::{MemfdFlags, memfd_create};
    memfd_create("mpa", MemfdFlags::CLOEXEC).map_or_else(|_| tempfile::tempfile(), |memory| Ok(memory.into()))
}

/// A new file, empty, to be written and read.
#[cfg(not(target_os = "linux"))]
pub(super) fn unnamed() -> io::Result<File> {
    tempfile::tempfile()
}

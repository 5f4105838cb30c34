//! Where tests put what they throw away. In memory where the system has room there: tests make and delete hundreds of
//! thousands of small files, and a file system on a disk spends half of the time with those that are gone.

use tempfile::{Builder, TempDir};

/// A folder of its own, which goes with the value. `TMPDIR` says where, if it is set.
pub fn folder() -> TempDir {
    let mut builder = Builder::new();
    builder.prefix("mpa-test-");
    let made = in_memory().map_or_else(|| builder.tempdir(), |memory| builder.tempdir_in(memory));
    made.unwrap_or_else(|cause| panic!("no room for scratch files: {cause}"))
}

/// The system's folder in memory, where there is room for all tests at once and programs may be run from it, as hooks are.
#[cfg(target_os = "linux")]
fn in_memory() -> Option<&'static str> {
    use rustix::fs::{StatVfsMountFlags, statvfs};

    const MEMORY: &str = "/dev/shm";
    const ROOM: u64 = 2 << 30;
    let found = statvfs(MEMORY).ok().filter(|_| std::env::var_os("TMPDIR").is_none())?;
    let may_run = !found.f_flag.contains(StatVfsMountFlags::NOEXEC);
    (may_run && found.f_bavail.saturating_mul(found.f_frsize) >= ROOM).then_some(MEMORY)
}

#[cfg(not(target_os = "linux"))]
fn in_memory() -> Option<&'static str> {
    None
}

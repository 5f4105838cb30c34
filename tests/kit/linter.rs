//! Programs of others that look at what this one writes. `.ci/run` puts them into `target/linters`.

use std::path::{Path, PathBuf};

use super::skipped::skipped;

/// The program at `path` below `target/linters`. Without it, the test says so and passes.
pub fn linter(path: &str) -> Option<PathBuf> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/linters").join(path);
    if !program.exists() {
        skipped(&format!("{} is not there; .ci/run installs it", program.display()));
        return None;
    }
    Some(program)
}

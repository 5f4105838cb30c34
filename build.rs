//! Says which build this is, for `--version`: `738a267f1c2d 2026-11-28, x86_64-unknown-linux-gnu`.
//!
//! `MPA_BUILD` names the build where there is no repository: `MPA_BUILD="738a267f1c2d 2026-11-28"`; empty, it names none. A
//! debug build names no commit: otherwise each commit would compile everything anew. The same commit says the same everywhere.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "that is how cargo and a build script speak")]

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=MPA_BUILD");
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let build = env::var("MPA_BUILD").ok().or_else(|| is_release.then(commit).flatten()).unwrap_or_default();
    let target = env::var("TARGET").unwrap_or_default();
    let parts = [build.lines().next().unwrap_or_default().trim(), &target];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    println!("cargo:rustc-env=MPA_BUILT={}", said.join(", "));
    println!("cargo:rustc-env=MPA_DECODERS={:016x}", decoders());
}

/// A sum of the sources by which files are read: what was kept of one by other sources is not believed.
fn decoders() -> u64 {
    let mut all: Vec<_> = ["src/domain", "src/store", "Cargo.lock"].iter().flat_map(|path| files(Path::new(path))).collect();
    all.sort();
    let mut sum = DefaultHasher::new();
    for path in all {
        path.hash(&mut sum);
        fs::read(&path).unwrap_or_default().hash(&mut sum);
    }
    sum.finish()
}

/// The files at `path` and below.
fn files(path: &Path) -> Vec<PathBuf> {
    println!("cargo:rerun-if-changed={}", path.display());
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().flat_map(|entry| files(&entry.path())).collect(),
        Err(_) => vec![path.to_owned()],
    }
}

/// The commit and its day, where this is the repository of the program itself and not one around a copy of its files.
fn commit() -> Option<String> {
    let top = git(&["rev-parse", "--show-toplevel"])?;
    let own = env::var_os("CARGO_MANIFEST_DIR")?;
    if Path::new(&top).canonicalize().ok()? != Path::new(&own).canonicalize().ok()? {
        return None;
    }
    // The last is written at each step of HEAD, a branch that has no file of its own yet included.
    for name in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", name])?;
        if Path::new(&path).exists() {
            println!("cargo:rerun-if-changed={path}");
        }
    }
    git(&["log", "-1", "--abbrev=12", "--format=%h %cd", "--date=format-local:%Y-%m-%d"])
}

fn git(words: &[&str]) -> Option<String> {
    let output = Command::new("git").args(words).env("TZ", "UTC0").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.trim().to_owned()).filter(|text| output.status.success() && !text.is_empty())
}

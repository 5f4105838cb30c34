//! Where the measurements take place: the trees, made when first needed, and `mpa` as it is run in them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::workload::{Fault, Sandbox, TODAY, Tree, generate};

/// The program that is measured.
const MPA: &str = env!("CARGO_BIN_EXE_mpa");

/// The trees of one run.
pub struct Field {
    pub sandbox: Sandbox,
    trees: BTreeMap<usize, Tree>,
}

impl Field {
    pub fn new() -> Result<Self, Fault> {
        Ok(Self { sandbox: Sandbox::new()?, trees: BTreeMap::new() })
    }

    /// Makes the tree of each of `sizes` tasks that is not there yet, and waits until the disk has it.
    pub fn prepare(&mut self, sizes: &[usize]) -> Result<(), Fault> {
        for size in sizes {
            if !self.trees.contains_key(size) {
                eprintln!("making a tree of {size} tasks …");
                let folder = self.sandbox.folder(&size.to_string())?;
                self.trees.insert(*size, generate(&self.sandbox, &folder, *size)?);
                self.sandbox.run("sync", &folder, &[])?;
            }
        }
        Ok(())
    }

    /// The tree of `size` tasks.
    pub fn tree(&self, size: usize) -> Result<&Tree, Fault> {
        self.trees.get(&size).ok_or_else(|| format!("the tree of {size} tasks was not prepared").into())
    }

    /// `mpa` with `args`, by `handle`, on the campaign in the repository `root`.
    pub fn mpa(&self, root: &Path, handle: &str, args: &[&str]) -> Command {
        let mut command = self.sandbox.command(MPA, root);
        command.arg("--data").arg(root.join("data")).args(args);
        command.env("MPA_HANDLE", handle).env("MPA_NOW", format!("{TODAY}T10:00:00+01:00")).env("MPA_LANG", "fr");
        let date = format!("{TODAY}T10:00:00+0100");
        command.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", date);
        command
    }

    /// `mpa --version`.
    pub fn mpa_version(&self) -> Command {
        let mut command = self.sandbox.command(MPA, Path::new("/"));
        command.arg("--version");
        command
    }
}

/// Runs `command` once and says what is wrong with it: a bad exit status, or `needle` missing from what it prints.
pub fn complaint(mut command: Command, needle: &str) -> Result<Option<String>, Fault> {
    let output = command.output().map_err(|cause| format!("{command:?}: {cause}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default().replace('|', "/");
        return Ok(Some(format!("{}: {said}", output.status)));
    }
    let printed = String::from_utf8_lossy(&output.stdout);
    if needle.is_empty() || printed.contains(needle) {
        Ok(None)
    } else if printed.is_empty() {
        Ok(Some("printed nothing".to_owned()))
    } else {
        Ok(Some(format!("printed no “{needle}”")))
    }
}

//! A shared branch and a request, built from folders of files by `git fast-import`: trees that no checkout could hold too.
#![allow(dead_code, reason = "each test binary uses its own part of the kit")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use ring::signature::{Ed25519KeyPair, KeyPair};
use ssh_key::public::Ed25519PublicKey;
use ssh_key::{Algorithm, HashAlg, LineEnding, PublicKey, Signature, SshSig};

use super::kit::World;

/// What a tree holds: paths as bytes, modes, and texts (of a submodule the commit).
pub type Files = BTreeMap<Vec<u8>, (&'static str, Vec<u8>)>;

/// The commits of a repository that is being written, as a stream for `git fast-import`.
#[derive(Default)]
pub struct Stream {
    bytes: Vec<u8>,
    commits: usize,
    /// What the last commit of `main` holds.
    pub tip: Files,
}

/// Every commit says to be an organiser's: whoever believes that fails.
const AUTHOR: &str = "Orga <orga@example.org>";
/// When every commit says it was made.
const TIME: u32 = 1_795_510_800;

impl Stream {
    /// A commit of `branch` that holds exactly `files`; its mark.
    pub fn commit(&mut self, branch: &str, parents: &[usize], files: &Files) -> usize {
        self.commit_later(0, branch, parents, files)
    }

    /// The same for a reference by its full name.
    pub fn commit_to(&mut self, name: &str, parents: &[usize], files: &Files) -> usize {
        let mark = self.commit("scratch", parents, files);
        self.name(name, mark);
        mark
    }

    /// Gives the commit `mark` another name.
    pub fn name(&mut self, name: &str, mark: usize) {
        self.bytes.extend(format!("reset {name}\nfrom :{mark}\n\n").bytes());
    }

    /// The same, said to be made so many seconds later.
    pub fn commit_later(&mut self, seconds: u32, branch: &str, parents: &[usize], files: &Files) -> usize {
        self.commits += 1;
        let mark = self.commits;
        if branch == "main" {
            self.tip.clone_from(files);
        }
        let mut text = format!("reset refs/heads/{branch}\ncommit refs/heads/{branch}\nmark :{mark}\n");
        let when = TIME + seconds;
        let _ = write!(text, "author {AUTHOR} {when} +0100\ncommitter {AUTHOR} {when} +0100\ndata 1\nx\n");
        for (at, parent) in parents.iter().enumerate() {
            let _ = writeln!(text, "{} :{parent}", if at == 0 { "from" } else { "merge" });
        }
        self.bytes.extend(text.bytes());
        self.bytes.extend(b"deleteall\n");
        for (path, (mode, content)) in files {
            let place = quoted(path);
            if *mode == "160000" {
                self.bytes.extend(format!("M 160000 {} {place}\n", String::from_utf8_lossy(content)).bytes());
                continue;
            }
            self.bytes.extend(format!("M {mode} inline {place}\ndata {}\n", content.len()).bytes());
            self.bytes.extend(content);
            self.bytes.push(b'\n');
        }
        self.bytes.push(b'\n');
        mark
    }

    /// Writes all of it into the repository of `world`.
    pub fn import(&self, world: &World) {
        let mut command = Command::new("git");
        world.hermetic(&mut command);
        command.args(["fast-import", "--quiet", "--force"]).current_dir(&world.repo);
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(&self.bytes).unwrap();
        assert!(child.wait().unwrap().success(), "git fast-import");
    }
}

fn quoted(path: &[u8]) -> String {
    let shown = path.iter().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' | b'/' => char::from(*byte).to_string(),
        other => format!("\\{other:03o}"),
    });
    format!("\"{}\"", shown.collect::<String>())
}

/// Adds the files below `folder`, by their paths from there; `{key:lampe}` in one becomes that person's public key.
pub fn overlay(files: &mut Files, folder: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            overlay(files, &entry.path(), &format!("{name}/"));
        } else {
            let text = fs::read_to_string(entry.path()).unwrap();
            files.insert(name.into_bytes(), ("100644", with_keys(&text).into_bytes()));
        }
    }
}

/// `text` with the public key of each person who is named like `{key:lampe}`.
pub fn with_keys(text: &str) -> String {
    let mut parts = text.split("{key:");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (who, rest) = part.split_once('}').unwrap();
        filled += &key(who).to_openssh().unwrap();
        filled += rest;
    }
    filled
}

/// The key of a person of the tests: the same at every run, and secret to nobody.
fn pair(who: &str) -> Ed25519KeyPair {
    let mut seed = [7; 32];
    seed.iter_mut().zip(who.bytes()).for_each(|(place, letter)| *place = letter);
    Ed25519KeyPair::from_seed_unchecked(&seed).unwrap()
}

fn key(who: &str) -> PublicKey {
    PublicKey::from(Ed25519PublicKey(pair(who).public_key().as_ref().try_into().unwrap()))
}

/// The commit object `text`, signed by `who` for `namespace`, as git itself writes it.
pub fn signed(text: &str, who: &str, namespace: &str) -> String {
    let data = SshSig::signed_data(namespace, HashAlg::Sha512, text.as_bytes()).unwrap();
    let made = Signature::new(Algorithm::Ed25519, pair(who).sign(&data).as_ref()).unwrap();
    let signature = SshSig::new(key(who).into(), namespace, HashAlg::Sha512, made).unwrap().to_pem(LineEnding::LF).unwrap();
    let header = signature.trim_end().replace('\n', "\n ");
    let (head, message) = text.split_once("\n\n").unwrap();
    format!("{head}\ngpgsig {header}\n\n{message}")
}

//! The clone: whether a commit can be made in it, what is unusual about it, what was left behind.

use std::fs;

use crate::domain::campaign::Mode;
use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::store::CAMPAIGN_FILE;
use crate::usecase::context::resume::{names, unstage};
use crate::vcs::{Hidden, Leftover, Peculiarity, RepoPath, Repository, VcsError};

use super::{Finding, Grade, Patient, SYNC};

/// The most files that are named.
const NAMED: usize = 3;
/// What records the attributes.
const COMMIT_ATTRIBUTES: &str = "git commit -m .gitattributes -- .gitattributes";
/// The largest file of attributes that is read, in bytes.
const ATTRIBUTES_MAX: u64 = 64 * 1024;

/// There is no repository, or none that can be used.
pub fn none(error: &VcsError) -> Finding {
    let finding = Finding::mend("repository", error.message());
    match error {
        VcsError::NotARepository { .. } => finding.by("mpa start URL"),
        _ => finding,
    }
}

/// Everything about the clone that needs no remote.
pub fn clone(patient: &Patient, repository: &Repository) -> Vec<Finding> {
    let path = repository.workdir().display().to_string();
    let mut found = vec![Finding::fine("repository", Message::new("doctor-repository").with("path", path))];
    found.push(state(patient, repository));
    let unusual = repository.peculiarities();
    found.extend(unusual.iter().map(|it| peculiarity(*it)));
    found.extend((!unusual.contains(&Peculiarity::Sparse)).then(|| hidden(repository)).flatten());
    if unusual.is_empty() {
        found.push(Finding::fine("format", Message::new("doctor-ordinary")));
    }
    found.push(hooks(repository));
    found.push(signing(repository));
    found.extend(leftovers(patient, repository));
    found.extend(attributes(patient));
    found
}

fn state(patient: &Patient, repository: &Repository) -> Finding {
    let workflow = patient.campaign().workflow;
    let main = (workflow.mode == Mode::Direct).then_some(workflow.main.as_str());
    match repository.check_writable(main) {
        Ok(()) => {
            let branch = repository.head_branch().ok().flatten().unwrap_or_default();
            Finding::fine("state", Message::new("doctor-state").with("branch", branch))
        }
        Err(error) => {
            let grade = if matches!(error, VcsError::OtherBranch { .. }) { Grade::Remark } else { Grade::Mend };
            let finding = Finding::new("state", grade, error.message());
            match error {
                VcsError::OtherBranch { way, .. } | VcsError::Detached { way } => {
                    finding.by(way.unwrap_or_else(|| SYNC.to_owned()))
                }
                _ => finding,
            }
        }
    }
}

/// What is unusual about a clone, and what works there.
fn peculiarity(it: Peculiarity) -> Finding {
    match it {
        Peculiarity::Shallow => Finding::remark("format", Message::new("doctor-shallow")).by("git fetch --unshallow"),
        Peculiarity::Partial => Finding::fine("format", Message::new("doctor-partial")),
        Peculiarity::Sparse => Finding::remark("format", Message::new("doctor-sparse")).by("git sparse-checkout disable"),
        Peculiarity::Format => Finding::remark("format", Message::new("doctor-format")),
        Peculiarity::Submodule => Finding::fine("format", Message::new("doctor-submodule")),
        Peculiarity::LinkedWorktree => Finding::fine("format", Message::new("doctor-linked")),
    }
}

/// The files that git was told, one by one, not to look at.
fn hidden(repository: &Repository) -> Option<Finding> {
    let hidden = repository.hidden().ok().filter(|hidden| !hidden.is_empty())?;
    let paths = hidden.iter().map(|it| it.path.to_string()).collect();
    let finding = Finding::remark("format", Message::new("doctor-hidden").with("paths", few(paths)));
    let restored = |it: &Hidden| (!it.is_there).then(|| command("git restore -- {}", &[it.path.as_str()]));
    let commands = hidden.iter().take(NAMED).flat_map(|it| [Some(it.remedy.clone()), restored(it)]);
    Some(commands.flatten().fold(finding, Finding::by))
}

/// The first of `names`, and a sign that there are more.
fn few(mut names: Vec<String>) -> Vec<String> {
    if names.len() > NAMED {
        names.truncate(NAMED);
        names.push("…".to_owned());
    }
    names
}

fn hooks(repository: &Repository) -> Finding {
    let (names, folder) = repository.hooks();
    if names.is_empty() {
        return Finding::fine("hooks", Message::new("doctor-hooks-none"));
    }
    let message = Message::new("doctor-hooks").with("names", names);
    Finding::fine("hooks", message.with("path", folder.display().to_string()))
}

fn signing(repository: &Repository) -> Finding {
    if repository.flag("commit.gpgSign") != Some(true) {
        return Finding::fine("signing", Message::new("doctor-signing-off"));
    }
    let format = repository.config("gpg.format").unwrap_or_else(|| "openpgp".to_owned());
    let with = |key| Message::new(key).with("format", format.as_str());
    match (repository.has_signing_key(), format.as_str()) {
        (true, _) => Finding::fine("signing", with("doctor-signing")),
        (false, "ssh") => Finding::mend("signing", with("doctor-signing-no-key"))
            .by("git config --global user.signingkey ~/.ssh/id_ed25519.pub"),
        (false, _) => Finding::remark("signing", with("doctor-signing-guess")).by("git config --global user.signingkey KEY"),
    }
}

fn leftovers(patient: &Patient, repository: &Repository) -> Vec<Finding> {
    let named = |it: Leftover| match it {
        Leftover::Lock(path) => {
            let path = path.display().to_string();
            let message = Message::new("doctor-lock").with("path", path.as_str());
            Finding::mend("leftovers", message).by(command("rm {}", &[&path]))
        }
        Leftover::Busy => Finding::remark("leftovers", Message::new("doctor-busy")),
        Leftover::Index(paths) => {
            Finding::remark("leftovers", Message::new("doctor-index").with("paths", names(&paths))).by("mpa")
        }
        Leftover::Begun(paths) => {
            let message = Message::new("doctor-begun").with("count", paths.len()).with("paths", names(&paths));
            Finding::remark("leftovers", message.with("folder", repository.begun_folder().display().to_string())).by("mpa")
        }
        Leftover::Unclear(paths) => {
            Finding::mend("leftovers", Message::new("left-unclear").with("paths", names(&paths))).by(unstage(&paths))
        }
        Leftover::Worktree(name, folder) => {
            let finding = Finding::remark("leftovers", Message::new("doctor-worktree").with("name", name));
            finding.by(folder.map_or_else(
                || "git worktree prune".to_owned(),
                |folder| command("git worktree remove --force {}", &[&folder.display().to_string()]),
            ))
        }
        Leftover::Lost(name) => {
            let message = Message::new("doctor-lost").with("name", name.as_str());
            let (read, forget) = (command("git show {}", &[&name]), command("git update-ref -d {}", &[&name]));
            Finding::remark("leftovers", message).by(read).by(forget)
        }
    };
    let left = repository.leftovers();
    let begun =
        left.iter().flat_map(|it| if let Leftover::Begun(paths) = it { paths.clone() } else { Vec::new() }).collect::<Vec<_>>();
    let mut found: Vec<Finding> = left.into_iter().map(named).collect();
    found.extend(edits(patient, repository, &begun));
    if found.is_empty() {
        found.push(Finding::fine("leftovers", Message::new("doctor-no-leftovers")));
    }
    found
}

/// What is in the data folder and in no commit, apart from what was `begun`: a command that was cut off, or somebody's own edit.
fn edits(patient: &Patient, repository: &Repository, begun: &[RepoPath]) -> Option<Finding> {
    let (store, _) = patient.data.as_ref().ok()?;
    let file = repository.relative(&store.root().join(CAMPAIGN_FILE)).ok()?;
    let folder = RepoPath::new(file.as_str().rsplit_once('/')?.0)?;
    let mut paths = repository.uncommitted(&folder, begun.len() + NAMED + 1).ok()?;
    paths.retain(|path| !begun.iter().any(|it| it.as_str() == path));
    paths.truncate(NAMED + 1);
    (!paths.is_empty())
        .then(|| Finding::remark("leftovers", Message::new("doctor-edits").with("paths", few(paths))).by("git status"))
}

/// Whether line ends of the data are fixed.
fn attributes(patient: &Patient) -> Option<Finding> {
    let (store, _) = patient.data.as_ref().ok()?;
    let path = store.root().join(".gitattributes");
    let is_small = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file() && found.len() <= ATTRIBUTES_MAX);
    let text = if is_small { fs::read_to_string(&path).unwrap_or_default() } else { String::new() };
    let fixes = |line: &str| {
        let mut words = line.split_whitespace();
        let pattern = words.next().unwrap_or_default();
        (pattern.trim_start_matches('/').starts_with("data/") || pattern == "*") && words.any(|word| word == "eol=lf")
    };
    Some(match text.lines().any(fixes) {
        true => Finding::fine("attributes", Message::new("doctor-attributes")),
        false => {
            let finding = Finding::remark("attributes", Message::new("doctor-no-attributes"));
            finding.by("echo '/data/** text eol=lf' >> .gitattributes").by("git add .gitattributes").by(COMMIT_ATTRIBUTES)
        }
    })
}

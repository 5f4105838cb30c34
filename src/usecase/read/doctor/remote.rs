//! The shared repository: which it is, whether it lets us in, how far we are from it.

use std::time::Duration;

use crate::domain::campaign::{Forge, Mode, Workflow};
use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::usecase::request::fork_of;
use crate::vcs::{NoAccess, Repository, Upstream};

use super::{Finding, Patient, SYNC};

/// The branch that is tried where changes go through requests, each on a branch of its own.
const TRIED: &str = "mpa/doctor";
/// From so many seconds on, what was fetched is old: a day.
const OLD: i64 = 24 * 60 * 60;
/// Everything about the shared repository.
pub fn remote(patient: &Patient, repository: &Repository) -> Vec<Finding> {
    let workflow = patient.campaign().workflow;
    if let Some(absent) = absent(repository, &workflow) {
        return vec![absent, forge(&workflow, None)];
    }
    let mut found = Vec::new();
    let address = repository.written_address(&workflow.remote).unwrap_or_default();
    let host = host_of(&address);
    let message = Message::new("doctor-remote").with("remote", workflow.remote.as_str()).with("address", address);
    found.push(Finding::fine("remote", message));
    found.push(forge(&workflow, host.as_deref().and_then(forge_of)));
    found.extend(access(repository, &workflow, patient.offline));
    found.extend(distance(repository, &workflow));
    found.extend(age(patient, repository, &workflow));
    found
}

/// The campaign's remote is none of this clone's. Git would take its name for a folder then: one that came with the data.
fn absent(repository: &Repository, workflow: &Workflow) -> Option<Finding> {
    let names = repository.remote_names().unwrap_or_default();
    if names.contains(&workflow.remote) {
        return None;
    }
    let finding = match names.is_empty() {
        true => Finding::remark("remote", Message::new("doctor-no-remote").with("remote", workflow.remote.as_str())),
        false => {
            let message = Message::new("doctor-other-remote").with("remote", workflow.remote.as_str());
            Finding::mend("remote", message.with("known", names))
        }
    };
    Some(finding.by(command("git remote add {} URL", &[&workflow.remote])))
}

/// The host of an address: `https://host/…`, `ssh://git@host:22/…`, `git@host:…`. None for a folder.
pub fn host_of(address: &str) -> Option<String> {
    let rest = match address.split_once("://") {
        Some(("file", _)) => return None,
        Some((_, rest)) => rest.split('/').next()?,
        None => address.split_once(':').filter(|(host, _)| !host.contains('/')).map(|(host, _)| host)?,
    };
    let host = rest.rsplit('@').next()?.split(':').next()?;
    let is_host = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    is_host.then(|| host.to_lowercase())
}

/// The forge that a host looks like.
pub fn forge_of(host: &str) -> Option<Forge> {
    let known = [
        ("github", Forge::GitHub),
        ("gitlab", Forge::GitLab),
        ("codeberg", Forge::Forgejo),
        ("forgejo", Forge::Forgejo),
        ("gitea", Forge::Forgejo),
    ];
    known.into_iter().find(|(word, _)| host.contains(word)).map(|(_, forge)| forge)
}

/// What the campaign says of its forge beside what the address looks like.
fn forge(workflow: &Workflow, looks: Option<Forge>) -> Finding {
    let with = |key| {
        let message = Message::new(key).with("mode", workflow.mode.as_str()).with("forge", workflow.forge.as_str());
        message.with("looks", looks.unwrap_or(Forge::None).as_str())
    };
    match looks {
        Some(looks) if workflow.forge == Forge::None && looks != Forge::None => {
            Finding::remark("workflow", with("doctor-forge-none"))
        }
        Some(looks) if workflow.forge != looks => Finding::remark("workflow", with("doctor-forge-other")),
        _ => Finding::fine("workflow", with("doctor-workflow")),
    }
}

/// Whether the remote lets us read and write; nothing is asked of it where one is `offline`.
pub fn access(repository: &Repository, workflow: &Workflow, offline: bool) -> Vec<Finding> {
    if offline {
        return vec![Finding::fine("access", Message::new("doctor-offline"))];
    }
    if let Some(absent) = absent(repository, workflow) {
        return vec![absent];
    }
    match repository.programs_for_remotes() {
        Ok(names) if names.is_empty() => {}
        Ok(names) => {
            let finding = Finding::remark("access", Message::new("doctor-programs").with("names", names));
            return vec![finding.by("git config --local --list")];
        }
        Err(error) => return vec![Finding::mend("access", error.message())],
    }
    let remote = workflow.remote.as_str();
    let read = match repository.can_read(remote) {
        Ok(Ok(branches)) if !branches.all.is_empty() && !branches.all.contains(&workflow.main) => {
            let message = Message::new("doctor-main-gone").with("remote", remote).with("main", workflow.main.as_str());
            return vec![Finding::mend("read", message).by(SYNC)];
        }
        Ok(Ok(_)) => Finding::fine("read", Message::new("doctor-read").with("remote", remote)),
        Ok(Err(refusal)) => return vec![unread(&refusal, remote)],
        Err(error) => return vec![Finding::mend("read", error.message())],
    };
    if !repository.has_head().unwrap_or(false) {
        return vec![read];
    }
    // Forgejo takes requests from whoever may read.
    if workflow.mode == Mode::PullRequest && workflow.forge == Forge::Forgejo {
        return vec![read];
    }
    let (remote, branch) = match workflow.mode {
        Mode::Direct => (remote.to_owned(), workflow.main.as_str()),
        Mode::PullRequest => (fork_of(repository, remote).ok().flatten().unwrap_or_else(|| remote.to_owned()), TRIED),
    };
    let remote = remote.as_str();
    let write = match repository.can_write(remote, branch) {
        Ok(Ok(())) => Finding::fine("write", Message::new("doctor-write").with("remote", remote)),
        Ok(Err(NoAccess { silent: Some(waited), .. })) => silent(waited, remote, "write"),
        Ok(Err(refusal)) if refusal.is_asking() => {
            let finding = Finding::remark("write", Message::new("doctor-password").with("remote", remote));
            finding.by(command("git push --dry-run {} {}", &[remote, &format!("HEAD:{branch}")]))
        }
        Ok(Err(refusal)) => {
            let with = |key| Message::new(key).with("remote", remote).with("output", refusal.output.as_str());
            match workflow.mode {
                Mode::Direct => Finding::mend("write", with("doctor-no-write")),
                Mode::PullRequest if remote != workflow.remote => Finding::mend("write", with("doctor-no-write")),
                Mode::PullRequest => Finding::remark("write", with("doctor-no-write-fork")).by("git remote add fork URL"),
            }
        }
        Err(error) => Finding::mend("write", error.message()),
    };
    vec![read, write]
}

fn silent(waited: Duration, remote: &str, check: &'static str) -> Finding {
    let message = Message::new("doctor-silent").with("remote", remote).with("seconds", waited.as_secs().to_string());
    Finding::remark(check, message)
}

fn unread(refusal: &NoAccess, remote: &str) -> Finding {
    if let Some(waited) = refusal.silent {
        return silent(waited, remote, "read");
    }
    let with = |key| Message::new(key).with("remote", remote).with("output", refusal.output.as_str());
    let finding = match refusal.is_unreached() {
        true => Finding::remark("read", with("doctor-unreached")),
        false if refusal.is_asking() => Finding::remark("read", Message::new("doctor-password").with("remote", remote)),
        false => Finding::mend("read", with("doctor-no-read")),
    };
    finding.by(command("git ls-remote {}", &[remote]))
}

/// How far the branch here is from the shared one, as the last fetch saw that.
fn distance(repository: &Repository, workflow: &Workflow) -> Vec<Finding> {
    let upstream = Upstream { remote: &workflow.remote, branch: &workflow.main };
    let branch = workflow.upstream();
    match repository.ahead_behind(upstream) {
        Err(_) => Vec::new(),
        // It is the branch here that there is none of, and nothing needs one.
        Ok(None) if repository.commit_named(&format!("refs/remotes/{branch}")).is_ok_and(|found| found.is_some()) => Vec::new(),
        Ok(None) => {
            let finding = Finding::remark("main", Message::new("doctor-no-main").with("branch", branch));
            vec![finding.by(repository.fetch_command(&workflow.remote, Some(&workflow.main)))]
        }
        Ok(Some((0, 0))) => vec![Finding::fine("main", Message::new("doctor-even").with("branch", branch))],
        Ok(Some((ahead, behind))) => {
            let late = Message::new("doctor-behind").with("count", behind).with("branch", branch.as_str());
            let (unsent, way) = match workflow.mode {
                Mode::Direct => (Message::new("doctor-unsent"), SYNC.to_owned()),
                Mode::PullRequest => {
                    let message = Message::new("doctor-main-ahead").with("main", workflow.main.as_str());
                    (message, command("git log {}", &[&format!("{branch}..{}", workflow.main)]))
                }
            };
            let unsent = unsent.with("count", ahead);
            let late = (behind > 0).then(|| Finding::remark("main", late).by(SYNC));
            let unsent = (ahead > 0).then(|| Finding::remark("unsent", unsent).by(way));
            late.into_iter().chain(unsent).collect()
        }
    }
}

fn age(patient: &Patient, repository: &Repository, workflow: &Workflow) -> Option<Finding> {
    let upstream = Upstream { remote: &workflow.remote, branch: &workflow.main };
    let age = patient.now.saturating_sub(repository.heard_at(upstream)?).max(0);
    let days = age / OLD;
    Some(match days {
        0 => Finding::fine("fetch", Message::new("doctor-fetched")),
        days => {
            let finding = Finding::remark("fetch", Message::new("doctor-fetched-long").with("days", days));
            finding.by(SYNC)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_found_in_every_form_of_address() {
        for (address, host) in [
            ("https://github.com/asso/fete.git", Some("github.com")),
            ("https://zoe@Gitlab.example.org:8443/a", Some("gitlab.example.org")),
            ("ssh://git@codeberg.org:22/a/b", Some("codeberg.org")),
            ("git@github.com:asso/fete.git", Some("github.com")),
            ("../origin.git", None),
            ("/srv/a:b", None),
            ("file:///srv/origin.git", None),
            ("https://\u{1b}[31m/", None),
        ] {
            assert_eq!(host_of(address).as_deref(), host, "{address}");
        }
        assert_eq!(forge_of("github.com"), Some(Forge::GitHub));
        assert_eq!(forge_of("example.org"), None);
    }
}

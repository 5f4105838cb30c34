//! Whoever may stop or change a commit is heard: hooks, signatures, identity, the disk.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::kit::{Kit, NEW, OLD, TASK, commit, edit, path};
use crate::vcs::VcsError;

#[test]
fn a_hook_that_refuses_leaves_everything_as_it_was() {
    for hook in ["pre-commit", "commit-msg"] {
        let kit = Kit::new();
        kit.write("staged.txt", "staged\n");
        kit.git(&["add", "staged.txt"]);
        kit.write("other.txt", "dirty\n");
        kit.hook(hook, "echo 'pas le vendredi' >&2; exit 1");
        let before = kit.state();
        let edits = [edit(TASK, Some(OLD), NEW), edit("data/tasks/neuf/b3w9x.toml", None, OLD)];
        let Err(VcsError::HookRefused { output }) = commit(&kit.repository(), &edits) else { panic!("{hook} did not refuse") };
        assert!(output.contains("pas le vendredi"), "{output}");
        assert_eq!(kit.state(), before, "{hook}");
    }
}

#[test]
fn a_refusal_leaves_the_edit_of_a_killed_run_visible() {
    let kit = Kit::new();
    kit.hook("pre-commit", "exit 1");
    kit.write(TASK, NEW);
    let before = kit.state();
    assert!(matches!(kit.claim(), Err(VcsError::HookRefused { .. })));
    assert_eq!(kit.state(), before);
}

#[test]
fn a_hook_that_changes_the_file_and_refuses_is_undone_too() {
    let kit = Kit::new();
    kit.hook("pre-commit", &format!("echo '# touched' >> {TASK}; exit 1"));
    let before = kit.state();
    assert!(matches!(kit.claim(), Err(VcsError::HookRefused { .. })));
    assert_eq!(kit.state(), before);
}

#[test]
fn a_hook_that_changes_the_file_is_noticed_and_followed() {
    let kit = Kit::new();
    kit.hook("pre-commit", &format!("echo '# formatted' >> {TASK}; git add {TASK}"));
    let landed = kit.claim().unwrap();
    assert_eq!(landed.changed_by_hook, [path(TASK)]);
    let formatted = format!("{NEW}# formatted\n");
    assert_eq!(kit.git(&["show", &format!("HEAD:{TASK}")]), formatted);
    assert_eq!(kit.read(TASK), formatted);
    kit.assert_clean();
}

#[test]
fn a_hook_that_changes_only_the_commit_is_followed_on_disk() {
    let kit = Kit::new();
    let change =
        format!("id=$(printf 'budget = \"1h\"\\n' | git hash-object -w --stdin); git update-index --cacheinfo 100644,$id,{TASK}");
    kit.hook("pre-commit", &change);
    let landed = kit.claim().unwrap();
    assert_eq!(landed.changed_by_hook, [path(TASK)]);
    assert_eq!(kit.read(TASK), "budget = \"1h\"\n");
    kit.assert_clean();
}

#[test]
fn a_hook_that_brings_a_file_along_is_reported() {
    let kit = Kit::new();
    kit.hook("pre-commit", "echo 1 > counter.txt; git add counter.txt");
    assert_eq!(kit.claim().unwrap().changed_by_hook, [path("counter.txt")]);
}

#[test]
fn a_hook_that_rewrites_the_message_or_leaves_a_process_behind_does_no_harm() {
    let kit = Kit::new();
    kit.hook("commit-msg", "echo 'renamed' > \"$1\"");
    let left_behind = kit.home().join("pid");
    kit.hook("post-commit", &format!("sleep 30 & echo $! > '{}'", left_behind.display()));
    let landed = kit.claim().unwrap();
    let end = format!("kill {}", fs::read_to_string(left_behind).unwrap());
    let ended = Command::new("sh").arg("-c").arg(end).status().unwrap();
    assert!(ended.success(), "the commit waited for the process");
    assert_eq!(landed.id, kit.git(&["rev-parse", "HEAD"]).trim());
    assert_eq!(kit.git(&["log", "-1", "--format=%s"]).trim(), "renamed");
}

#[test]
fn commits_are_signed_where_the_user_signs() {
    let kit = Kit::new();
    let key = kit.home().join("key");
    let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key).status();
    if !made.is_ok_and(|status| status.success()) {
        println!("skipped: no ssh-keygen here");
        return;
    }
    kit.git(&["config", "gpg.format", "ssh"]);
    kit.git(&["config", "user.signingkey", key.to_str().unwrap()]);
    kit.git(&["config", "commit.gpgsign", "true"]);
    kit.claim().unwrap();
    assert!(kit.git(&["cat-file", "commit", "HEAD"]).contains("-----BEGIN SSH SIGNATURE-----"));
    kit.assert_clean();

    kit.git(&["config", "user.signingkey", kit.home().join("absent").to_str().unwrap()]);
    let before = kit.state();
    let result = commit(&kit.repository(), &[edit(TASK, Some(NEW), OLD), edit("data/neuf.toml", None, OLD)]);
    assert!(matches!(result, Err(VcsError::SigningFailed { .. })), "{result:?}");
    assert_eq!(kit.state(), before);
}

#[test]
fn without_an_identity_nothing_changes() {
    let kit = Kit::new();
    fs::write(kit.home().join(".gitconfig"), "[user]\n\tuseConfigOnly = true\n").unwrap();
    let before = kit.state();
    let result = commit(&kit.repository(), &[edit(TASK, Some(OLD), NEW), edit("data/neuf.toml", None, OLD)]);
    assert!(matches!(result, Err(VcsError::NoIdentity)), "{result:?}");
    assert_eq!(kit.state(), before);
}

#[test]
fn without_git_the_file_is_put_back() {
    let kit = Kit::new();
    let mut around = kit.around();
    around.child_environment.push(("PATH".to_owned(), "/nowhere".to_owned()));
    let repository = crate::vcs::Repository::discover(&kit.workdir(), around).unwrap();
    let before = kit.state();
    let result = commit(&repository, &[edit(TASK, Some(OLD), NEW), edit("data/neuf.toml", None, OLD)]);
    assert!(matches!(result, Err(VcsError::GitMissing)), "{result:?}");
    assert_eq!(kit.state(), before);
}

/// A folder in which nobody may write. Permission bits do not bind root; there the immutable flag has to, and where it
/// cannot be set either, there is nothing to test.
struct Sealed(std::path::PathBuf);

impl Sealed {
    fn new(dir: std::path::PathBuf) -> Option<Self> {
        fs::set_permissions(&dir, fs::Permissions::from_mode(0o555)).unwrap();
        let sealed = Self(dir);
        let probe = sealed.0.join("probe");
        if fs::write(&probe, "").is_err() {
            return Some(sealed);
        }
        fs::remove_file(&probe).unwrap();
        let _ = Command::new("chattr").arg("+i").arg(&sealed.0).output();
        if fs::write(&probe, "").is_err() {
            return Some(sealed);
        }
        fs::remove_file(&probe).unwrap();
        println!("skipped: this user (root?) writes in {} whatever its permissions say", sealed.0.display());
        None
    }
}

impl Drop for Sealed {
    fn drop(&mut self) {
        let _ = Command::new("chattr").arg("-i").arg(&self.0).output();
        let _ = fs::set_permissions(&self.0, fs::Permissions::from_mode(0o755));
    }
}

#[test]
fn a_folder_without_permission_is_named() {
    let kit = Kit::new();
    let before = kit.state();
    let Some(sealed) = Sealed::new(kit.workdir().join("data/tasks/mphack")) else { return };
    let result = kit.claim();
    drop(sealed);
    let Err(VcsError::File { path, cause }) = result else { panic!("{result:?}") };
    assert_eq!(cause.kind(), std::io::ErrorKind::PermissionDenied);
    assert!(path.ends_with(TASK), "{path:?}");
    assert_eq!(kit.state(), before);
}

#[test]
fn a_git_folder_without_permission_leaves_the_file_as_it_was() {
    let kit = Kit::new();
    let before = kit.state();
    let repository = kit.repository();
    let lock = repository.lock().unwrap();
    let Some(sealed) = Sealed::new(kit.workdir().join(".git")) else { return };
    let result = repository.commit(&lock, &[edit(TASK, Some(OLD), NEW), edit("data/neuf.toml", None, OLD)], "claim");
    drop(sealed);
    let Err(VcsError::File { path, cause }) = result else { panic!("{result:?}") };
    assert_eq!(cause.kind(), std::io::ErrorKind::PermissionDenied);
    assert!(path.ends_with(".git/mpa.note"), "{path:?}");
    assert_eq!(kit.state(), before);
}

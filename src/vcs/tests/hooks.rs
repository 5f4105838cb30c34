//! Whoever may stop or change a commit is heard: hooks, signatures, identity, the disk.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::kit::{Kit, NEW, OLD, TASK, commit, edit, path, skipped};
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

/// The hook `name` makes `lines` of a commit: that goes too far, and all is as it was, but for the files it made itself.
#[track_caller]
fn goes_too_far(name: &str, lines: &str, brought: &[&str]) {
    let kit = Kit::new();
    kit.write("staged.txt", "staged\n");
    kit.git(&["add", "staged.txt"]);
    kit.hook(name, lines);
    kit.write("counter.txt", "0\n");
    let before = kit.state();
    let edits = [edit(TASK, Some(OLD), NEW), edit("data/tasks/neuf/b3w9x.toml", None, OLD)];
    let result = commit(&kit.repository(), &edits);
    let Err(VcsError::HookWentTooFar { hooks, folder, paths, .. }) = result else { panic!("{name}: {result:?}") };
    assert_eq!((hooks, paths), (vec![name.to_owned()], brought.iter().map(ToString::to_string).collect()));
    assert!(folder.ends_with(".git/hooks"), "{folder:?}");
    assert_eq!(kit.state(), before, "{name}: {lines}");
    assert!(!kit.workdir().join(".git/mpa.note").exists());
    fs::remove_file(kit.workdir().join(".git/hooks").join(name)).unwrap();
    commit(&kit.repository(), &edits).unwrap();
}

#[test]
fn a_hook_that_goes_too_far_is_named_and_the_commit_taken_back() {
    goes_too_far("pre-commit", "git add counter.txt", &["counter.txt"]);
    let amend = "[ -e .git/x ] || { touch .git/x; git commit -q --amend --no-verify --no-edit; }";
    goes_too_far("post-commit", amend, &["staged.txt"]);
    goes_too_far("commit-msg", "echo 'renamed' > \"$1\"", &[]);
    goes_too_far("prepare-commit-msg", "sed -i /Mpa-Task/d \"$1\"", &[]);
    goes_too_far("commit-msg", "fmt \"$1\" > t && cat t > \"$1\" && rm t", &[]);
    goes_too_far("post-commit", "git reset -q --soft HEAD^", &[]);
}

/// What somebody put on top meanwhile is not taken back with it, and said.
#[test]
fn a_commit_that_somebody_went_on_from_stays() {
    let kit = Kit::new();
    kit.hook("commit-msg", "[ -e .git/x ] || { touch .git/x; echo 'renamed' > \"$1\"; }");
    kit.hook("post-commit", "[ -e .git/y ] || { touch .git/y; git commit -q --allow-empty -m Mine; }");
    let result = kit.claim();
    let Err(VcsError::HookLeft { commit, .. }) = result else { panic!("{result:?}") };
    assert_eq!(kit.git(&["log", "-2", "--format=%s"]), "Mine\nrenamed\n");
    kit.assert_clean();
    kit.git(&["revert", "--no-edit", commit.as_str()]);
    assert_eq!(kit.read(TASK), OLD);
}

#[test]
fn the_first_commit_of_all_is_taken_back_too() {
    let kit = Kit::unborn(&[]);
    kit.hook("commit-msg", "echo 'renamed' > \"$1\"");
    let edits = [edit("data/tasks/neuf/b3w9x.toml", None, OLD)];
    assert!(matches!(commit(&kit.repository(), &edits), Err(VcsError::HookWentTooFar { .. })));
    assert!(!kit.repository().has_head().unwrap());
    assert_eq!(kit.git(&["status", "--porcelain", "--untracked-files=all"]), "");
}

/// The operation is found again, whatever the hook `name` makes of the message by `lines`.
#[track_caller]
fn is_found(name: &str, lines: &str) {
    let kit = Kit::new();
    kit.hook(name, lines);
    let landed = kit.claim().unwrap();
    let found = kit.repository().commit_info(&landed.id).unwrap().trailers;
    for (key, value) in [("Mpa-Operation", "claim"), ("Mpa-Task", "k7q2m")] {
        let values: Vec<_> = found.iter().filter(|(known, _)| known == key).map(|(_, value)| value.as_str()).collect();
        assert_eq!(values, [value], "{lines}: {}", kit.git(&["log", "-1", "--format=%B"]));
    }
    kit.assert_clean();
}

#[test]
fn what_hooks_add_to_the_message_hides_no_operation() {
    is_found("commit-msg", "printf '\\nCo-authored-by: treuil <treuil@example.org>\\n' >> \"$1\"");
    is_found("commit-msg", "printf '\\nUne phrase.\\n\\nEt une autre : a: b\\n' >> \"$1\"");
    is_found("commit-msg", "printf 'Une phrase sans paragraphe\\n' >> \"$1\"");
    is_found("commit-msg", "sed -i '1s/^/[équipe] /' \"$1\"");
    is_found("commit-msg", "sed -i '1s/.*/autre titre/' \"$1\"");
    is_found("commit-msg", "sed -i 's/$/\\r/' \"$1\"");
    is_found("commit-msg", "grep -v '^$' \"$1\" > t; cat t > \"$1\"; rm t");
    is_found("prepare-commit-msg", "git interpret-trailers --in-place --trailer 'Signed-off-by: x <x@example.org>' \"$1\"");
    is_found("prepare-commit-msg", "{ cat \"$1\"; echo; echo '# un modèle'; } > t; cat t > \"$1\"; rm t");
    is_found("post-commit", "[ -e .git/x ] || { touch .git/x; git commit -q --amend --no-edit --no-verify -s; }");
    is_found("post-commit", "[ -e .git/x ] || { touch .git/x; git commit -q --allow-empty --no-verify -m Suite; }");
}

#[test]
fn a_hook_that_leaves_a_process_behind_is_not_waited_for() {
    let kit = Kit::new();
    let left_behind = kit.home().join("pid");
    kit.hook("post-commit", &format!("sleep 30 & echo $! > '{}'", left_behind.display()));
    let landed = kit.claim().unwrap();
    let end = format!("kill {}", fs::read_to_string(left_behind).unwrap());
    let ended = Command::new("sh").arg("-c").arg(end).status().unwrap();
    assert!(ended.success(), "the commit waited for the process");
    assert_eq!(landed.id, kit.id("HEAD"));
}

#[test]
fn commits_are_signed_where_the_user_signs() {
    let kit = Kit::new();
    let key = kit.home().join("key");
    let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key).status();
    if !made.is_ok_and(|status| status.success()) {
        skipped("no ssh-keygen here");
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
        skipped(&format!("this user (root?) writes in {} whatever its permissions say", sealed.0.display()));
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

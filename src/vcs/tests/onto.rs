//! A commit on top of another leaves the person's own work alone, and is theirs all the same.
#![allow(clippy::disallowed_methods, reason = "one test measures")]

use std::fs;
use std::time::Instant;

use super::kit::{Kit, MESSAGE, NEW, OLD, TASK, edit, id, path, skipped};
use crate::vcs::{CommitId, Edit, Landed, Repository, VcsError};

const MAIN: &str = "refs/heads/main";

fn onto(repository: &Repository, parent: &CommitId, edits: &[Edit]) -> Result<Landed, VcsError> {
    let lock = repository.lock()?;
    repository.commit_onto(&lock, parent, edits, MESSAGE)
}

fn claim(kit: &Kit) -> Result<Landed, VcsError> {
    onto(&kit.repository(), &kit.id(MAIN), &[edit(TASK, Some(OLD), NEW)])
}

/// Every byte that is the person's: their files, index, stash, branches and HEAD; and nothing of ours beside them.
fn whole(kit: &Kit) -> Vec<String> {
    let mut state = kit.state();
    state.push(format!("{:?}", fs::read(kit.workdir().join(".git/index")).unwrap()));
    state.push(kit.git(&["worktree", "list"]));
    let mut names: Vec<String> = fs::read_dir(kit.workdir().join(".git"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name != "mpa.lock")
        .collect();
    names.sort();
    state.extend(names);
    state
}

#[test]
fn checkout_index_stash_and_branches_stay_bit_for_bit() {
    let kit = Kit::new();
    kit.write("other.txt", "stashed\n");
    kit.git(&["stash", "-q"]);
    kit.git(&["switch", "-q", "-c", "side"]);
    kit.write(TASK, "half an edit\n");
    kit.write("note.txt", "staged\n");
    kit.git(&["add", "note.txt"]);
    kit.write("note.txt", "dirty\n");
    kit.write("untracked.txt", "new\n");
    let before = whole(&kit);
    let new = "data/tasks/neuf/b3w9x.toml";
    let gone = Edit { path: path("other.txt"), before: Some(b"other\n".to_vec()), after: None };
    let landed = onto(&kit.repository(), &kit.id(MAIN), &[edit(TASK, Some(OLD), NEW), edit(new, None, OLD), gone]).unwrap();
    assert_eq!(whole(&kit), before);
    assert_eq!(landed.changed_by_hook, []);
    let changed = kit.git(&["diff", "--name-status", "main", landed.id.as_str()]);
    assert_eq!(changed, format!("M\t{TASK}\nA\t{new}\nD\tother.txt\n"));
    assert_eq!(kit.git(&["show", &format!("{}:{TASK}", landed.id)]), NEW);
    assert_eq!(kit.git(&["log", "-1", "--format=%B", landed.id.as_str()]).trim(), MESSAGE.trim());
    assert_eq!(kit.git(&["rev-parse", &format!("{}^", landed.id)]), kit.git(&["rev-parse", "main"]));
}

#[test]
fn a_commit_follows_another_one() {
    let kit = Kit::new();
    let first = claim(&kit).unwrap();
    let second = onto(&kit.repository(), &first.id, &[edit(TASK, Some(NEW), OLD)]).unwrap();
    assert_eq!(kit.id(&format!("{}^", second.id)), first.id);
    assert_eq!(kit.git(&["diff", "main", second.id.as_str()]), "");
}

#[test]
fn head_may_be_detached_and_the_repository_a_linked_worktree() {
    let kit = Kit::new();
    kit.git(&["switch", "-q", "--detach"]);
    claim(&kit).unwrap();
    let linked = kit.home().join("linked");
    kit.git(&["worktree", "add", "-q", linked.to_str().unwrap()]);
    let before = whole(&kit);
    let repository = Repository::discover(&linked, kit.around()).unwrap();
    let landed = onto(&repository, &kit.id(MAIN), &[edit(TASK, Some(OLD), NEW)]).unwrap();
    assert_eq!(whole(&kit), before);
    assert_eq!(kit.git(&["show", &format!("{}:{TASK}", landed.id)]), NEW);
    assert_eq!(kit.git_in(&linked, &["status", "--porcelain"]), "");
}

#[test]
fn what_the_parent_holds_decides() {
    let kit = Kit::new();
    let before = whole(&kit);
    let stale = [edit(TASK, Some("another text\n"), NEW), edit(TASK, None, NEW), edit("data/absent.toml", Some(OLD), NEW)];
    for edit in stale {
        let result = onto(&kit.repository(), &kit.id(MAIN), std::slice::from_ref(&edit));
        assert!(matches!(result, Err(VcsError::Stale { .. })), "{edit:?}: {result:?}");
    }
    let same = onto(&kit.repository(), &kit.id(MAIN), &[edit(TASK, Some(OLD), OLD)]);
    assert!(matches!(same, Err(VcsError::NothingToCommit)), "{same:?}");
    let under_a_file = onto(&kit.repository(), &kit.id(MAIN), &[edit("note.txt/x.toml", None, NEW)]);
    assert!(matches!(under_a_file, Err(VcsError::NotAFile { .. })), "{under_a_file:?}");
    assert!(onto(&kit.repository(), &id(&"0".repeat(40)), &[edit(TASK, Some(OLD), NEW)]).is_err());
    assert_eq!(whole(&kit), before);
}

#[cfg(unix)]
#[test]
fn links_in_the_parent_are_refused() {
    let kit = Kit::new();
    std::os::unix::fs::symlink("/tmp", kit.workdir().join("data/out")).unwrap();
    std::os::unix::fs::symlink("../note.txt", kit.workdir().join("data/link.toml")).unwrap();
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Links"]);
    for file in ["data/out/x.toml", "data/link.toml"] {
        let result = onto(&kit.repository(), &kit.id(MAIN), &[edit(file, None, NEW)]);
        assert!(matches!(result, Err(VcsError::Link { .. })), "{file}: {result:?}");
    }
}

/// No working tree is made where it would make no difference: git is asked for its settings, and for the commit.
#[test]
fn a_plain_commit_needs_no_working_tree_and_any_doubt_makes_one() {
    type Case<'a> = (&'a str, bool, &'a dyn Fn(&Kit));
    let commit = |kit: &Kit, file: &str, text: &str| {
        kit.write(file, text);
        kit.git(&["add", "."]);
        kit.git(&["commit", "-qm", "More"]);
    };
    let cases: [Case<'_>; 9] = [
        ("plain", true, &|_| {}),
        ("its files end their lines as we do", true, &|kit| commit(kit, ".gitattributes", "/data/** text eol=lf\n")),
        ("not signed", true, &|kit| drop(kit.git(&["config", "commit.gpgsign", "false"]))),
        ("signed", false, &|kit| drop(kit.git(&["config", "commit.gpgsign", "yes"]))),
        ("a filter", false, &|kit| drop(kit.git(&["config", "filter.x.clean", "cat"]))),
        ("hooks elsewhere", false, &|kit| drop(kit.git(&["config", "core.hooksPath", "/nowhere"]))),
        ("a hook", false, &|kit| kit.hook("post-checkout", "exit 0")),
        ("an attribute", false, &|kit| commit(kit, "data/.gitattributes", "*.toml working-tree-encoding=latin1\n")),
        ("an attribute of the other branch's", false, &|kit| {
            kit.git(&["branch", "old"]);
            commit(kit, "data/.gitattributes", "*.toml ident\n");
            kit.git(&["switch", "-q", "old"]);
        }),
    ];
    for (name, is_direct, prepare) in cases {
        let kit = Kit::new();
        prepare(&kit);
        let repository = kit.repository();
        let parent = repository.commit_named(MAIN).unwrap().unwrap();
        let edits = [edit(TASK, Some(OLD), NEW)];
        let landed = repository.commit_direct(&parent, &edits, MESSAGE, &[]);
        assert_eq!(landed.is_some(), is_direct, "{name}");
        let Some(landed) = landed else { continue };
        let by_hand = |id: &CommitId| kit.git(&["log", "-1", "--format=%an %ae %cn %ce %P %T %B", id.as_str()]);
        kit.hook("post-checkout", "exit 0");
        assert_eq!(by_hand(&landed.id), by_hand(&claim(&kit).unwrap().id), "{name}: as with a working tree");
        for other in [edit(TASK, Some("other\n"), NEW), edit(TASK, None, NEW), edit(TASK, Some(OLD), "a\r\n")] {
            assert_eq!(kit.repository().commit_direct(&parent, &[other], MESSAGE, &[]), None, "{name}");
        }
    }
}

#[cfg(unix)]
#[test]
fn hooks_run_and_are_heard() {
    let kit = Kit::new();
    kit.write("hook.conf", "formatted\n");
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Conf"]);
    kit.hook("pre-commit", &format!("echo \"# $(cat hook.conf)\" >> {TASK}; git add {TASK}"));
    let landed = claim(&kit).unwrap();
    assert_eq!(landed.changed_by_hook, [path(TASK)]);
    assert_eq!(kit.git(&["show", &format!("{}:{TASK}", landed.id)]), format!("{NEW}# formatted\n"));
    for hook in ["pre-commit", "commit-msg"] {
        kit.hook("pre-commit", "exit 0");
        kit.hook(hook, "echo 'pas le vendredi' >&2; exit 1");
        let before = whole(&kit);
        let Err(VcsError::HookRefused { output }) = claim(&kit) else { panic!("{hook} did not refuse") };
        assert!(output.contains("pas le vendredi"), "{output}");
        assert_eq!(whole(&kit), before, "{hook}");
    }
}

#[cfg(unix)]
#[test]
fn hooks_kept_in_the_repository_run() {
    use std::os::unix::fs::PermissionsExt;
    let kit = Kit::new();
    kit.write("tools/hooks/pre-commit", "#!/bin/sh\nexit 1\n");
    let hook = kit.workdir().join("tools/hooks/pre-commit");
    fs::set_permissions(hook, fs::Permissions::from_mode(0o755)).unwrap();
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Hooks"]);
    kit.git(&["config", "core.hooksPath", "tools/hooks"]);
    assert!(matches!(claim(&kit), Err(VcsError::HookRefused { .. })));
}

#[test]
fn signatures_are_the_user_s() {
    let kit = Kit::new();
    let key = kit.home().join("key");
    let made = std::process::Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key).status();
    if !made.is_ok_and(|status| status.success()) {
        skipped("no ssh-keygen here");
        return;
    }
    for (name, value) in [("gpg.format", "ssh"), ("user.signingkey", key.to_str().unwrap()), ("commit.gpgsign", "true")] {
        kit.git(&["config", name, value]);
    }
    let landed = claim(&kit).unwrap();
    assert!(kit.git(&["cat-file", "commit", landed.id.as_str()]).contains("-----BEGIN SSH SIGNATURE-----"));
    kit.git(&["config", "user.signingkey", kit.home().join("absent").to_str().unwrap()]);
    let before = whole(&kit);
    assert!(matches!(claim(&kit), Err(VcsError::SigningFailed { .. })));
    assert_eq!(whole(&kit), before);
}

#[test]
fn line_endings_and_a_sparse_checkout_of_the_user_s_do_no_harm() {
    let kit = Kit::new();
    kit.git(&["config", "core.autocrlf", "true"]);
    kit.git(&["sparse-checkout", "set", "--cone", "data/elsewhere"]);
    let before = whole(&kit);
    let landed = claim(&kit).unwrap();
    assert_eq!(landed.changed_by_hook, []);
    assert_eq!(kit.git(&["show", &format!("{}:{TASK}", landed.id)]), NEW);
    assert_eq!(whole(&kit), before);
}

#[test]
fn names_that_mean_something_to_git_stand_for_themselves() {
    let kit = Kit::new();
    let names = ["data/a*.toml", "data/[b].toml", "data/!c d.toml", "#e.toml", "data/f .toml"];
    for name in names {
        kit.write(name, OLD);
    }
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Names"]);
    let edits = names.map(|name| edit(name, Some(OLD), NEW));
    let landed = onto(&kit.repository(), &kit.id(MAIN), &edits).unwrap();
    assert_eq!(kit.git(&["diff", "--name-only", "-z", "main", landed.id.as_str()]).split_terminator('\0').count(), names.len());
}

#[test]
fn what_a_killed_run_left_is_removed_and_another_worktree_is_not() {
    let kit = Kit::new();
    let other = kit.home().join("mpa-commit-mine");
    kit.git(&["worktree", "add", "-q", other.to_str().unwrap()]);
    let before = whole(&kit);
    let left = kit.workdir().join(".git/mpa-commit-0123456789abcdef");
    kit.git(&["worktree", "add", "-q", "--detach", left.to_str().unwrap(), "main"]);
    assert_ne!(whole(&kit), before);
    claim(&kit).unwrap();
    assert_eq!(whole(&kit), before);
    assert!(other.join("note.txt").exists());
}

#[test]
fn where_only_the_git_program_reads() {
    for format in ["--object-format=sha256", "--ref-format=reftable"] {
        let kit = Kit::empty();
        if !kit.try_git(&["init", "-q", "-b", "main", format]) {
            skipped(&format!("this git has no {format}"));
            continue;
        }
        kit.write(TASK, OLD);
        kit.git(&["add", "."]);
        kit.git(&["commit", "-qm", "Start"]);
        let before = whole(&kit);
        let landed = claim(&kit).unwrap();
        assert_eq!(kit.git(&["show", &format!("{}:{TASK}", landed.id)]), NEW);
        assert_eq!(whole(&kit), before, "{format}");
        let stale = onto(&kit.repository(), &kit.id(MAIN), &[edit(TASK, Some(NEW), OLD)]);
        assert!(matches!(stale, Err(VcsError::Stale { .. })), "{stale:?}");
    }
}

/// Ten thousand files cost the temporary working tree nothing: it never writes them.
#[test]
fn a_large_repository_stays_fast() {
    let kit = Kit::new();
    for number in 0..10_000 {
        kit.write(&format!("data/tasks/p{}/t{number}.toml", number % 13), OLD);
    }
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Many"]);
    let repository = kit.repository();
    let time = |run: &dyn Fn()| {
        (0..5)
            .map(|_| {
                let start = Instant::now();
                run();
                start.elapsed()
            })
            .min()
            .unwrap()
    };
    let aside = time(&|| drop(claim(&kit).unwrap()));
    let lock = repository.lock().unwrap();
    let plain = time(&|| {
        let (before, after) = (kit.read(TASK), if kit.read(TASK) == OLD { NEW } else { OLD });
        drop(repository.commit(&lock, &[edit(TASK, Some(&before), after)], MESSAGE).unwrap());
    });
    println!("aside {aside:?}, plain {plain:?}");
    assert!(aside < plain * 2 + std::time::Duration::from_millis(50), "{aside:?} against {plain:?}");
}

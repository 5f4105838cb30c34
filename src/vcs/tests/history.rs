//! What is unsent, and what a commit changed.

use std::ops::ControlFlow;

use super::kit::{Kit, MESSAGE, NEW, OLD, TASK, commit, edit, id, path};
use crate::vcs::{CommitId, Tags, Upstream, VcsError};

const MAIN: Option<Upstream<'_>> = Some(Upstream { remote: "origin", branch: "main" });

/// Pretends that the last fetch saw `id` on the remote's main branch.
fn sent(kit: &Kit, id: &str) {
    kit.git(&["update-ref", "refs/remotes/origin/main", id]);
}

#[test]
fn commits_that_were_not_sent_newest_first() {
    let kit = Kit::new();
    sent(&kit, "HEAD");
    let repository = kit.repository();
    assert_eq!(repository.unsent(MAIN, 10).unwrap(), []);
    let first = kit.claim().unwrap();
    let second = commit(&repository, &[edit("data/neuf.toml", None, OLD)]).unwrap();
    let unsent = repository.unsent(MAIN, 10).unwrap();
    assert_eq!(unsent.iter().map(|commit| &commit.id).collect::<Vec<_>>(), [&second.id, &first.id]);
    assert_eq!(unsent[0].parent.as_ref(), Some(&first.id));
    assert_eq!(unsent[1].subject, MESSAGE.lines().next().unwrap());
    let trailer = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    assert_eq!(unsent[1].trailers, [trailer("Mpa-Operation", "claim"), trailer("Mpa-Task", "k7q2m")]);
    assert_eq!(repository.unsent(MAIN, 1).unwrap().len(), 1);
    assert_eq!(repository.unsent_count(MAIN, 10).unwrap(), 2);
    assert_eq!(repository.unsent_count(None, 10).unwrap(), 3, "nothing known of a remote");
    assert_eq!(repository.unsent_count(Some(Upstream { remote: "origin", branch: "absent" }), 10).unwrap(), 3);
    sent(&kit, "HEAD");
    assert_eq!(repository.unsent_count(MAIN, 10).unwrap(), 0);
}

#[test]
fn a_real_remote_is_counted_as_the_last_push_or_fetch_saw_it() {
    let kit = Kit::new();
    let (bare, other) = (kit.home().join("bare.git"), kit.home().join("other"));
    kit.git(&["init", "-q", "--bare", "-b", "main", bare.to_str().unwrap()]);
    kit.git(&["remote", "add", "origin", bare.to_str().unwrap()]);
    let repository = kit.repository();
    let count = || repository.unsent_count(MAIN, 10).unwrap();
    assert_eq!(count(), 1, "never fetched");
    kit.git(&["push", "-q", "origin", "main"]);
    assert_eq!(count(), 0);
    kit.claim().unwrap();
    assert_eq!(count(), 1);

    kit.git(&["clone", "-q", bare.to_str().unwrap(), other.to_str().unwrap()]);
    kit.git_in(&other, &["commit", "-q", "--allow-empty", "-m", "Theirs"]);
    kit.git_in(&other, &["push", "-q", "origin", "main"]);
    kit.git(&["fetch", "-q"]);
    assert_eq!(count(), 1, "what only the remote has does not count");
    kit.git(&["merge", "-q", "-m", "Merge", "origin/main"]);
    assert_eq!(count(), 2, "the claim and the merge");
    kit.git(&["push", "-q", "origin", "main"]);
    assert_eq!(count(), 0);
}

#[test]
fn what_a_merge_on_the_remote_took_in_is_sent() {
    let kit = Kit::new();
    kit.claim().unwrap();
    kit.git(&["switch", "-q", "-c", "theirs", "HEAD~"]);
    kit.write("note.txt", "theirs\n");
    kit.git(&["commit", "-qam", "Theirs"]);
    kit.git(&["merge", "-q", "--no-ff", "-m", "Merge", "main"]);
    sent(&kit, "theirs");
    kit.git(&["switch", "-q", "main"]);
    assert_eq!(kit.repository().unsent(MAIN, 10).unwrap(), []);
}

#[test]
fn only_the_first_parent_line_counts() {
    let kit = Kit::new();
    sent(&kit, "HEAD");
    kit.git(&["switch", "-q", "-c", "side"]);
    kit.write("note.txt", "side\n");
    kit.git(&["commit", "-qam", "Side"]);
    kit.git(&["switch", "-q", "main"]);
    kit.git(&["merge", "-q", "--no-ff", "-m", "Merge", "side"]);
    let subjects: Vec<_> = kit.repository().unsent(MAIN, 10).unwrap().into_iter().map(|commit| commit.subject).collect();
    assert_eq!(subjects, ["Merge"]);
}

#[test]
fn what_a_commit_holds_and_changed() {
    let kit = Kit::new();
    let repository = kit.repository();
    let landed = commit(&repository, &[edit(TASK, Some(OLD), NEW), edit("README.md", None, "x\n")]).unwrap();
    let parent = repository.commit_info(&landed.id).unwrap().parent.unwrap();
    let bytes = |id: &CommitId| repository.tree_bytes(id, &path(TASK)).unwrap().unwrap();
    assert_eq!(bytes(&landed.id), NEW.as_bytes());
    assert_eq!(bytes(&parent), OLD.as_bytes());
    assert_eq!(repository.tree_bytes(&parent, &path("README.md")).unwrap(), None);
    assert_eq!(repository.changed_paths(&landed.id, None).unwrap(), [path("README.md"), path(TASK)]);
    assert_eq!(repository.changed_paths(&landed.id, Some(&path("data"))).unwrap(), [path(TASK)]);
    assert_eq!(repository.changed_paths(&landed.id, Some(&path("data/people"))).unwrap(), []);
    let unknown = repository.tree_bytes(&id(&"0".repeat(40)), &path(TASK));
    assert!(matches!(unknown, Err(VcsError::Read { .. })), "{unknown:?}");
}

#[test]
fn removed_moved_and_retyped_files_are_changes() {
    let kit = Kit::new();
    kit.write("data/a", "a\n");
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "A"]);
    kit.git(&["rm", "-q", "data/a"]);
    kit.git(&["mv", "note.txt", "data/note.txt"]);
    kit.write("data/a/b", "b\n");
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Moved"]);
    let repository = kit.repository();
    let head = kit.id("HEAD");
    let changed = repository.changed_paths(&head, None).unwrap();
    assert_eq!(changed, ["data/a", "data/a/b", "data/note.txt", "note.txt"].map(path));
    assert_eq!(repository.changed_paths(&head, Some(&path("data"))).unwrap(), changed[..3]);
}

/// What [`crate::vcs::Repository::each_version`] shows, `most` versions at most.
fn versions(kit: &Kit, path: &str, limit: usize, most: usize) -> Vec<Option<String>> {
    let mut seen = Vec::new();
    let see = |bytes: Option<Vec<u8>>| {
        seen.push(bytes.map(|bytes| String::from_utf8(bytes).unwrap()));
        if seen.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    kit.repository().each_version(&super::kit::path(path), limit, see).unwrap();
    seen
}

#[test]
fn a_file_is_shown_as_the_first_parents_had_it() {
    let kit = Kit::new();
    let change = |branch: &str, text: &str| {
        kit.git(&["switch", "-q", branch]);
        kit.write(TASK, text);
        kit.git(&["commit", "-qam", text.trim()]);
    };
    kit.git(&["branch", "side"]);
    change("main", "one\n");
    kit.git(&["commit", "-q", "--allow-empty", "-m", "Nothing"]);
    change("side", "aside\n");
    kit.git(&["switch", "-q", "main"]);
    kit.git(&["merge", "-q", "-s", "ours", "--no-commit", "side"]);
    kit.write(TASK, "merged\n");
    kit.git(&["commit", "-qam", "Merge"]);
    kit.git(&["rm", "-q", TASK]);
    kit.git(&["commit", "-qm", "Remove"]);
    let all = [None, Some("merged\n"), Some("one\n"), Some(OLD)].map(|text| text.map(str::to_owned));
    assert_eq!(versions(&kit, TASK, 100, 100), all, "each version once, the side branch never");
    assert_eq!(versions(&kit, TASK, 2, 100), all[..2], "two commits back");
    assert_eq!(versions(&kit, TASK, 100, 3), all[..3], "until enough was seen");
    assert_eq!(versions(&kit, "note.txt", 100, 100).len(), 1);
    assert_eq!(versions(&kit, "absent.txt", 100, 100), [None]);
    assert_eq!(versions(&Kit::unborn(&[]), TASK, 100, 100), []);
}

#[test]
fn a_file_differs_from_a_revision_by_what_it_holds() {
    let kit = Kit::new();
    kit.git(&["tag", "start"]);
    kit.write(TASK, NEW);
    kit.git(&["commit", "-qam", "Claim"]);
    let repository = kit.repository();
    let differs = |name: &str, file: &str| {
        let id = repository.commit_meant(name, Tags::Last).unwrap().unwrap();
        repository.differs_from(&id, &path(file)).unwrap()
    };
    assert!(!differs("HEAD", TASK) && differs("HEAD~1", TASK) && differs("start", TASK) && !differs("main", "note.txt"));
    kit.write("note.txt", "note\r\n");
    assert!(!differs("HEAD", "note.txt"), "git may have changed the ends of lines");
    kit.write("note.txt", "note!\n");
    assert!(differs("HEAD", "note.txt"), "nothing was committed");
    kit.write("new.txt", "note\n");
    assert!(differs("HEAD", "new.txt") && !differs("HEAD", "data") && differs("HEAD", "absent.txt"));
    std::fs::remove_file(kit.workdir().join("other.txt")).unwrap();
    assert!(differs("HEAD", "other.txt"));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("other\n", kit.workdir().join("other.txt")).unwrap();
        assert!(differs("HEAD", "other.txt"), "a link is no file, whatever it holds");
    }
    for unknown in ["absent", "", "HEAD~99", "0000000", "--all", "HEAD:note.txt", "a b"] {
        assert_eq!(repository.commit_meant(unknown, Tags::Last).unwrap(), None, "{unknown}");
    }
}

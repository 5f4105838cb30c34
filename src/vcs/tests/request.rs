//! Requests reach the server with what it wants to be told, and never over what somebody else put there.

use super::kit::{Kit, MESSAGE, NEW, OLD, TASK, edit, id};
use crate::vcs::{Destination, Pushed};

/// What a server answers that takes it and says nothing.
const DONE: Pushed = Pushed::Done { said: Vec::new() };

#[test]
fn a_request_replaces_only_what_was_seen() {
    let kit = Kit::new();
    let bare = kit.home().join("origin.git");
    kit.git(&["init", "-q", "--bare", "-b", "main", bare.to_str().unwrap()]);
    kit.git(&["remote", "add", "origin", bare.to_str().unwrap()]);
    kit.git(&["push", "-q", "origin", "main"]);
    let repository = kit.repository();
    let lock = repository.lock().unwrap();
    let main = kit.id("main");
    let mine = repository.commit_onto(&lock, &main, &[edit(TASK, Some(OLD), NEW)], MESSAGE).unwrap().id;
    let branch = "refs/heads/mpa/k7q2m-zoe";
    let to = |lease| Destination { remote: "origin", reference: branch, lease: Some(lease), options: &[] };
    assert_eq!(repository.push(&lock, to(None), Some(&mine)).unwrap(), DONE);
    assert_eq!(id(&kit.git_in(&bare, &["rev-parse", branch])), mine);
    assert_eq!(kit.id("refs/remotes/origin/mpa/k7q2m-zoe"), mine);
    assert_eq!(repository.push(&lock, to(None), Some(&main)).unwrap(), Pushed::Lost, "it is there already");
    assert_eq!(repository.push(&lock, to(Some(&mine)), Some(&main)).unwrap(), DONE, "begun anew");
    assert_eq!(repository.push(&lock, to(Some(&mine)), Some(&mine)).unwrap(), Pushed::Lost, "somebody moved it");
    kit.git_in(&bare, &["update-ref", "-d", branch]);
    repository.fetch_requests("origin").unwrap();
    assert!(!kit.try_git(&["rev-parse", "--verify", "-q", "refs/remotes/origin/mpa/k7q2m-zoe"]));
    assert_eq!(kit.git_in(&bare, &["for-each-ref", "--format=%(refname)"]).trim(), "refs/heads/main");
}

#[cfg(unix)]
#[test]
fn the_server_is_told_and_heard() {
    use std::os::unix::fs::PermissionsExt;
    let kit = Kit::new();
    let bare = kit.home().join("origin.git");
    kit.git(&["init", "-q", "--bare", "-b", "main", bare.to_str().unwrap()]);
    kit.git_in(&bare, &["config", "receive.advertisePushOptions", "true"]);
    let hook = bare.join("hooks/pre-receive");
    std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
    let script =
        "#!/bin/sh\nread old new ref\necho \"$ref with $GIT_PUSH_OPTION_0, $GIT_PUSH_OPTION_1\"\ntest -z \"$REFUSE\" || exit 1\n";
    std::fs::write(&hook, script).unwrap();
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    kit.git(&["remote", "add", "origin", bare.to_str().unwrap()]);
    let repository = kit.repository();
    let lock = repository.lock().unwrap();
    let main = kit.id("main");
    let options = ["topic=mpa/k7q2m-zoe".to_owned(), "title=a b; $(id)".to_owned()];
    let to = Destination { remote: "origin", reference: "refs/for/main", lease: None, options: &options };
    let pushed = repository.push(&lock, to, Some(&main)).unwrap();
    let said = vec!["refs/for/main with topic=mpa/k7q2m-zoe, title=a b; $(id)".to_owned()];
    assert_eq!(pushed, Pushed::Done { said });
    kit.git_in(&bare, &["config", "receive.advertisePushOptions", "false"]);
    assert_eq!(repository.push(&lock, to, Some(&main)).unwrap(), Pushed::Deaf);
}

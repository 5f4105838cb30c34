//! Branches and tags whose names others chose: none is taken for another, and no command to copy runs what one says.

use crate::kit::{World, task};
use crate::request::{Files, Stream};

/// A clone with a request for each of `names` that takes the task `k7q2m`, and one that makes its budget ten times as long;
/// what a tag leads to is the branch `other`, on which that was so already.
fn world(names: &[&str]) -> World {
    let world = World::new();
    let mut base = Files::new();
    for path in world.git("ls-files").lines() {
        base.insert(path.as_bytes().to_vec(), ("100644", world.bytes(path)));
    }
    let mut stream = Stream::default();
    let start = stream.commit("main", &[], &base);
    let mut longer = base.clone();
    let file = longer.get_mut(b"data/tasks/mphack/k7q2m-liste.toml".as_slice()).unwrap();
    file.1 = String::from_utf8(file.1.clone()).unwrap().replace("2h", "8h").into_bytes();
    let other = stream.commit_to("refs/heads/other", &[start], &longer);
    let mut claimed = longer.clone();
    let claim = b"\n[claims.lampe]\nsince = 2026-11-24\nuntil = 2026-12-02\n";
    claimed.get_mut(b"data/tasks/mphack/k7q2m-liste.toml".as_slice()).unwrap().1.extend(claim);
    for name in names {
        stream.commit_to(&format!("refs/heads/{name}"), &[other], &claimed);
    }
    stream.import(&world);
    world.git("update-ref refs/remotes/origin/main main");
    world
}

/// A tag that is called as the shared branch is makes nothing routine that was not.
#[test]
fn a_tag_is_not_the_shared_branch() {
    let world = world(&["request"]);
    let review = |words: &str| world.anybody().run(&format!("review {words} --author lampe"));
    for words in ["main..request", "origin/main..request", "request"] {
        review(words).exits(0).says("task-text");
    }
    for tag in ["main", "origin/main", "HEAD", "refs/heads/main", "heads/main", "request"] {
        world.git(&format!("update-ref 'refs/tags/{tag}' refs/heads/other"));
    }
    for words in
        ["main..request", "origin/main..request", "request", "HEAD..request", "refs/heads/main..request", "heads/main..request"]
    {
        review(words).exits(0).says("task-text");
    }
    for words in ["tags/main..request", "refs/tags/main..request"] {
        review(words).exits(3).complains("refs/tags/main".split('/').next_back().unwrap());
    }
    world.git("update-ref -d refs/remotes/origin/main");
    review("origin/main..request").exits(3).complains("origin/main");
    review("request").exits(0).says("task-text");
    world.anybody().run("check --changed-since origin/main").exits(2).complains("origin/main");
    // Where no branch is called so, a request may be named by a tag: it is only looked at.
    world.git("update-ref refs/tags/v1 refs/heads/request");
    review("v1").exits(0).says("task-text");
}

#[test]
fn of_two_branches_of_one_name_none_is_the_base() {
    let world = world(&["request"]);
    world.git("update-ref refs/heads/origin/main refs/heads/other");
    let run = world.anybody().run("review origin/main..request --author lampe").exits(2);
    run.complains("refs/heads/origin/main et refs/remotes/origin/main");
    world.anybody().run("review refs/remotes/origin/main..request --author lampe").exits(0).says("task-text");
    world.anybody().run("review request --author lampe").exits(0).says("task-text");
}

/// What replaces a commit, or its parents, is no part of it.
#[test]
fn nothing_stands_in_for_a_commit() {
    let world = world(&["request"]);
    world.git("replace main other");
    world.anybody().run("review main..request --author lampe").exits(0).says("task-text");
    world.by("zoe").run("claim k7q9d").exits(0);
    assert!(world.git("-c core.useReplaceRefs=false diff --stat HEAD~1 HEAD").contains("1 file changed"));
    world.git("replace -d HEAD~1");
    let other = world.git("rev-parse other");
    world.write(".git/info/grafts", format!("{other}\n"));
    world.anybody().run("review main..request").exits(5).complains("info/grafts");
    world.anybody().run("tasks list").exits(0);
}

/// A history that ends before the place where a request began says nothing of what happened there.
#[test]
fn a_history_that_is_cut_off_judges_nothing() {
    let world = world(&["request"]);
    let shallow = World::empty();
    shallow.git(&format!("clone --quiet --depth 1 --no-single-branch file://{} .", world.repo.display()));
    let run = shallow.anybody().run("review origin/request").exits(5).complains("s’arrête avant");
    run.complains("git fetch --unshallow");
    shallow.git("fetch --quiet --unshallow");
    shallow.anybody().run("review origin/request --author lampe").exits(0).says("task-text");
}

/// The numbers of requests are those that forges give, in the places where forges keep them.
#[test]
fn a_branch_does_not_pass_for_a_request_by_number() {
    let world = world(&["request"]);
    world.git("update-ref refs/heads/mpa/pull/12 refs/heads/request");
    world.git("update-ref refs/remotes/origin/mpa/pr/13 refs/heads/request");
    for number in [12, 13] {
        world.anybody().run(&format!("review {number}")).exits(3).complains("git branch --all");
    }
    for place in ["pull/14/head", "pull/14", "pr/14", "merge-requests/14"] {
        world.git(&format!("update-ref refs/remotes/origin/{place} refs/heads/request"));
        world.anybody().run("review 14").exits(3).complains("git branch --all");
        world.git(&format!("update-ref -d refs/remotes/origin/{place}"));
    }
    world.git("update-ref refs/remotes/origin/pull/12 refs/heads/other");
    world.git("update-ref refs/pull/12/head refs/heads/request");
    world.anybody().run("review 12").exits(0).says("lampe prend");
}

#[test]
fn a_clone_may_be_set_up_to_keep_requests_among_its_branches() {
    let world = world(&["request"]);
    world.git("config --add remote.origin.url https://example.org/liste.git");
    world.git("config --add remote.origin.fetch +refs/heads/*:refs/remotes/origin/*");
    world.git("config --add remote.origin.fetch +refs/pull/*/head:refs/remotes/origin/pr/*");
    world.git("update-ref refs/remotes/origin/pr/14 refs/heads/request");
    world.anybody().run("review 14").exits(0).says("lampe prend");
    world.git("config --add remote.fork.url https://example.net/liste.git");
    world.git("config --add remote.fork.fetch +refs/merge-requests/*/head:refs/remotes/fork/mr/*");
    world.git("update-ref refs/remotes/fork/mr/14 refs/heads/other");
    world.anybody().run("review 14").exits(2).complains("refs/remotes/fork/mr/14");
}

/// What is checked out may be a request, which says that it is itself the shared branch.
#[test]
fn a_request_does_not_say_what_it_is_held_against() {
    let world = World::new();
    world.remote();
    world.git("switch --quiet --create double");
    let campaign = String::from_utf8(world.bytes("data/mpa.toml")).unwrap();
    world.write("data/mpa.toml", format!("{campaign}\n[workflow]\nmain = \"double\"\n"));
    world.commit("Une autre branche commune");
    let alone = world.anybody().run("review double --author lampe --require routine").exits(2);
    alone.complains("la branche commune elle-même").complains("mpa review");
    world.git("branch autre");
    world.git("push --quiet origin double autre");
    world.git("remote set-head origin main");
    for request in ["double", "autre"] {
        let run = world.anybody().run(&format!("review {request} --author lampe --require routine")).exits(1);
        run.says("campaign-rules");
    }
    world.anybody().run("review").exits(0).says("1 demande");
}

/// A command that is told can be copied: into a shell it is what it says, and it works.
#[test]
fn no_command_to_copy_runs_what_a_name_says() {
    for (name, typed) in [
        ("mpa/$(touch${IFS}pwned)", Some("'mpa/$(touch${IFS}pwned)'")),
        ("mpa/a;b", Some("'mpa/a;b'")),
        ("mpa/l'ami", Some("\"mpa/l'ami\"")),
        ("mpa/l'a$(id)", None),
        ("mpa/a&b", None),
    ] {
        let world = world(&[name]);
        let typed = typed.map_or_else(|| world.git_bytes(&["rev-parse", "--short=10", name]), |typed| typed.as_bytes().to_vec());
        let typed = String::from_utf8(typed).unwrap();
        let run = world.anybody().env("COLUMNS", "200").run("review").says(&format!("mpa review {}", typed.trim()));
        assert_eq!(run.out.matches("mpa review").count(), 1, "{run}");
        world.anybody().run(&format!("review {}", typed.trim())).exits(0).says("lampe prend");
    }
    let world = World::with(&[("data/projects/nuit.toml", "title = \"Nuit\"\n")]);
    world.write("data/tasks/nuit/b0mbe-x.toml", task("x"));
    world.git("switch --quiet -c '$(id)'");
    world.by("zoe").run("claim k7q2m").exits(5).complains("git switch main");
}

//! What people type to mean a commit, and what others may have called so to be taken for it.

use super::kit::{Kit, id};
use crate::vcs::{CommitId, Tags, VcsError};

/// A clone with three commits: what is called `name` in each of `places` is the first, the second, the third.
struct Named {
    kit: Kit,
    ids: Vec<CommitId>,
}

impl Named {
    fn new(places: &[&str]) -> Self {
        let kit = Kit::new();
        let tree = kit.git(&["rev-parse", "HEAD^{tree}"]);
        let ids: Vec<CommitId> = (0..4).map(|at| id(&kit.git(&["commit-tree", "-m", &at.to_string(), tree.trim()]))).collect();
        for (place, id) in places.iter().zip(&ids) {
            kit.git(&["update-ref", place, id.as_str()]);
        }
        Self { kit, ids }
    }

    /// Which of the commits `text` means.
    fn meant(&self, text: &str, tags: Tags) -> Option<usize> {
        let found = self.kit.repository().commit_meant(text, tags).unwrap()?;
        self.ids.iter().position(|id| *id == found)
    }
}

#[test]
fn people_type_what_they_are_used_to() {
    let named = Named::new(&["refs/heads/mpa/a", "refs/remotes/origin/main", "refs/pull/12/head", "refs/tags/v1"]);
    let repository = named.kit.repository();
    named.kit.git(&["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"]);
    let short = named.ids[2].short().to_owned();
    for (text, expected) in [
        ("mpa/a", 0),
        ("heads/mpa/a", 0),
        ("refs/heads/mpa/a", 0),
        ("origin/main", 1),
        ("origin", 1),
        ("pull/12/head", 2),
        (named.ids[2].as_str(), 2),
        (&named.ids[2].as_str().to_uppercase(), 2),
        (&short, 2),
        ("v1", 3),
        ("refs/tags/v1", 3),
        ("v1^{commit}", 3),
        ("mpa/a~0", 0),
    ] {
        assert_eq!(named.meant(text, Tags::Last), Some(expected), "{text}");
    }
    let head = named.kit.id("HEAD");
    for text in ["HEAD", "@", "main", "HEAD^{commit}"] {
        assert_eq!(repository.commit_meant(text, Tags::Never).unwrap().as_ref(), Some(&head), "{text}");
    }
    for text in ["nowhere", "", "main:note.txt", "a..b", "\u{1b}[31m", "--all", "HEAD~99", "~1", ":/x", "@{-1}", "0000000"] {
        assert_eq!(repository.commit_meant(text, Tags::Last).unwrap(), None, "{text:?}");
    }
}

#[test]
fn a_tag_is_never_taken_for_a_branch() {
    let places = ["refs/heads/team", "refs/tags/team", "refs/remotes/origin/team", "refs/tags/origin/team"];
    let named = Named::new(&places);
    for tags in [Tags::Never, Tags::Last] {
        for (text, expected) in [("team", 0), ("team~0", 0), ("origin/team", 2), ("origin/team^{}", 2)] {
            assert_eq!(named.meant(text, tags), Some(expected), "{text}");
        }
    }
    let named = Named::new(&["refs/tags/team", "refs/tags/HEAD", "refs/tags/refs/heads/team", "refs/heads/HEAD"]);
    for text in ["team", "team~0", "refs/tags/team", "tags/team", "refs/heads/team"] {
        assert_eq!(named.meant(text, Tags::Never), None, "{text}");
    }
    assert_eq!((named.meant("team", Tags::Last), named.meant("HEAD", Tags::Last)), (Some(0), None), "HEAD is git's own");
    assert_eq!(named.meant("refs/heads/team", Tags::Last), None, "what is named in full is nothing else");
    // A tag that is called as a commit is.
    let called = named.ids[3].clone();
    named.kit.git(&["update-ref", &format!("refs/tags/{called}"), named.ids[0].as_str()]);
    assert_eq!(named.meant(called.as_str(), Tags::Last), Some(3));
}

#[test]
fn of_two_branches_of_one_name_none_is_chosen() {
    let named = Named::new(&["refs/heads/origin/team", "refs/remotes/origin/team"]);
    let repository = named.kit.repository();
    for text in ["origin/team", "origin/team~0"] {
        let Err(VcsError::Ambiguous { names, .. }) = repository.commit_meant(text, Tags::Never) else { panic!("{text}") };
        assert_eq!(names, ["refs/heads/origin/team", "refs/remotes/origin/team"]);
    }
    assert_eq!(named.meant("refs/remotes/origin/team", Tags::Never), Some(1));
    named.kit.git(&["update-ref", "refs/heads/origin/team", named.ids[1].as_str()]);
    assert_eq!(named.meant("origin/team", Tags::Never), Some(1), "both are one commit");
}

#[test]
fn nothing_is_put_in_the_place_of_a_commit() {
    let kit = Kit::new();
    let first = kit.id("HEAD");
    kit.write("note.txt", "other\n");
    kit.git(&["commit", "-qam", "Other"]);
    let second = kit.id("HEAD");
    kit.git(&["replace", second.as_str(), first.as_str()]);
    let repository = kit.repository();
    assert_eq!(repository.commit_info(&second).unwrap().subject, "Other");
    assert_eq!(repository.git().read(&["log", "-1", "--format=%s", "HEAD"]).unwrap().text().unwrap(), "Other");
    kit.git(&["replace", "-d", second.as_str()]);
    std::fs::create_dir_all(kit.workdir().join(".git/info")).unwrap();
    std::fs::write(kit.workdir().join(".git/info/grafts"), format!("{second}\n")).unwrap();
    let repository = kit.repository();
    assert!(matches!(repository.head_commit(), Err(VcsError::NeedsEngine { cause }) if cause == "info/grafts"));
    assert_eq!(repository.git().read(&["rev-list", "--count", "HEAD"]).unwrap().text().unwrap(), "2");
}

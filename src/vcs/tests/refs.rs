//! Names of commits, and where two branches parted.

use super::kit::{Kit, id};
use crate::vcs::CommitId;

fn commit(kit: &Kit, file: &str) -> CommitId {
    kit.write(file, file);
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", file]);
    kit.id("HEAD")
}

#[test]
fn a_commit_is_named_in_full() {
    let kit = Kit::new();
    let (first, second) = (kit.id("HEAD"), commit(&kit, "a"));
    kit.git(&["tag", "-a", "v1", "-m", "x", first.as_str()]);
    let tag = kit.git(&["rev-parse", "v1"]).trim().to_owned();
    let repository = kit.repository();
    for (name, expected) in
        [("refs/heads/main", &second), ("HEAD", &second), ("refs/tags/v1", &first), (second.as_str(), &second), (&tag, &first)]
    {
        assert_eq!(repository.commit_named(name).unwrap().as_ref(), Some(expected), "{name}");
    }
    let unknown = "0".repeat(40);
    for name in ["main", "v1", "heads/main", "HEAD~1", &second.as_str()[..12], "", "a..b", "\u{1b}[31m", "--all", &unknown] {
        assert_eq!(repository.commit_named(name).unwrap(), None, "{name:?}");
    }
}

#[test]
fn heads_are_found_by_their_names() {
    let kit = Kit::new();
    for name in ["refs/heads/mpa/b", "refs/heads/mpa/a", "refs/pull/2/head", "refs/heads/other"] {
        kit.git(&["update-ref", name, "HEAD"]);
    }
    let blob = kit.git(&["rev-parse", "HEAD:note.txt"]);
    kit.git(&["update-ref", "refs/pull/3/head", blob.trim()]);
    let heads = kit.repository().heads(&["refs/heads/mpa/*", "refs/pull/*/head"]).unwrap();
    let names: Vec<&str> = heads.iter().map(|head| head.name.as_str()).collect();
    assert_eq!(names, ["refs/heads/mpa/a", "refs/heads/mpa/b", "refs/pull/2/head"]);
}

#[test]
fn the_line_of_a_request_starts_where_it_left() {
    let kit = Kit::new();
    let start = kit.id("HEAD");
    kit.git(&["switch", "-qc", "request"]);
    let (first, second) = (commit(&kit, "a"), commit(&kit, "b"));
    kit.git(&["switch", "-q", "main"]);
    let tip = commit(&kit, "c");
    let repository = kit.repository();
    let line = repository.line(&tip, &second).unwrap();
    assert_eq!((line.origins, line.commits), (vec![start.clone()], vec![second.clone(), first]));
    let behind = repository.line(&tip, &start).unwrap();
    assert_eq!((behind.origins, behind.commits), (vec![start.clone()], Vec::new()));
    let alone = id(&kit.git(&["commit-tree", "-m", "x", "HEAD^{tree}"]));
    assert_eq!(repository.line(&tip, &alone).unwrap().origins, []);
    assert_eq!(repository.first_parents(&tip, &start, 10).unwrap(), [tip]);
}

#[test]
fn branches_merged_into_each_other_parted_in_two_places() {
    let kit = Kit::new();
    kit.git(&["switch", "-qc", "request"]);
    let ours = commit(&kit, "a");
    kit.git(&["switch", "-q", "main"]);
    let theirs = commit(&kit, "b");
    kit.git(&["merge", "-q", "-m", "x", "request"]);
    kit.git(&["switch", "-q", "request"]);
    kit.git(&["merge", "-q", "-m", "x", theirs.as_str()]);
    let (main, request) = (kit.id("main"), kit.id("request"));
    let mut origins = kit.repository().line(&main, &request).unwrap().origins;
    let mut expected = vec![ours, theirs];
    origins.sort();
    expected.sort();
    assert_eq!(origins, expected);
}

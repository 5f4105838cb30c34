//! What differs between two trees, whatever their names and modes.

use super::kit::{Kit, NEW, OLD, TASK, id, path};
use crate::domain::bounds::Room;
use crate::vcs::{Difference, EntryKind, Tags};

/// The paths that differ between two commits, with what each side has there.
fn found(kit: &Kit, before: Option<&str>, after: &str) -> Vec<(String, Option<EntryKind>, Option<EntryKind>)> {
    let repository = kit.repository();
    let meant = |name: &str| repository.commit_meant(name, Tags::Last).unwrap().unwrap();
    let kinds = |it: Difference| (it.path, it.before.map(|entry| entry.kind), it.after.map(|entry| entry.kind));
    let before = before.map(meant);
    repository.differences(before.as_ref(), &meant(after), &Room::of_own()).unwrap().into_iter().map(kinds).collect()
}

const FILE: Option<EntryKind> = Some(EntryKind::File);

#[test]
fn additions_changes_and_removals_are_told_by_path() {
    let kit = Kit::new();
    kit.write(TASK, NEW);
    kit.write("data/new.txt", "x");
    kit.git(&["rm", "-q", "note.txt"]);
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "x"]);
    let expected = [("data/new.txt", None, FILE), (TASK, FILE, FILE), ("note.txt", FILE, None)];
    assert_eq!(found(&kit, Some("HEAD~1"), "HEAD"), expected.map(|(path, before, after)| (path.to_owned(), before, after)));
    assert_eq!(found(&kit, Some("HEAD"), "HEAD"), []);
    let all: Vec<String> = found(&kit, None, "HEAD").into_iter().map(|it| it.0).collect();
    assert_eq!(all, ["data/new.txt", TASK, "other.txt"]);
}

#[test]
fn modes_links_and_submodules_are_told_apart() {
    let kit = Kit::new();
    let blob = kit.git(&["rev-parse", "HEAD:note.txt"]);
    for (mode, id, name) in
        [("100755", blob.trim(), "note.txt"), ("120000", blob.trim(), "other.txt"), ("160000", &"1".repeat(40), "sub")]
    {
        kit.git(&["update-index", "--add", "--cacheinfo", &format!("{mode},{id},{name}")]);
    }
    kit.git(&["commit", "-qm", "x"]);
    let expected = [
        ("note.txt", FILE, Some(EntryKind::Executable)),
        ("other.txt", FILE, Some(EntryKind::Link)),
        ("sub", None, Some(EntryKind::Submodule)),
    ];
    assert_eq!(found(&kit, Some("HEAD~1"), "HEAD"), expected.map(|(path, before, after)| (path.to_owned(), before, after)));
    let repository = kit.repository();
    let head = kit.id("HEAD");
    assert_eq!(repository.entry(&head, &path("other.txt")).unwrap().unwrap().kind, EntryKind::Link);
    for nothing in ["sub", "data", "nowhere/x", "sub/x", "note.txt/x"] {
        assert_eq!(repository.entry(&head, &path(nothing)).unwrap(), None, "{nothing}");
    }
}

#[test]
fn a_folder_in_place_of_a_file_is_both() {
    let kit = Kit::new();
    kit.git(&["rm", "-q", "note.txt"]);
    kit.write("note.txt/inside.txt", "x");
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "x"]);
    let expected = [("note.txt", FILE, None), ("note.txt/inside.txt", None, FILE)];
    assert_eq!(found(&kit, Some("HEAD~1"), "HEAD"), expected.map(|(path, before, after)| (path.to_owned(), before, after)));
}

/// A tree of plain files that git would never make: names and blobs.
fn tree(kit: &Kit, entries: &[(&str, &str)]) -> String {
    let mut bytes = Vec::new();
    for (name, id) in entries {
        bytes.extend(format!("100644 {name}\0").bytes());
        bytes.extend((0..20).map(|at| u8::from_str_radix(&id[2 * at..2 * at + 2], 16).unwrap()));
    }
    std::fs::write(kit.workdir().join("../tree"), bytes).unwrap();
    kit.git(&["hash-object", "-t", "tree", "-w", "--literally", "../tree"]).trim().to_owned()
}

#[test]
fn names_that_no_checkout_holds_are_told_as_they_are() {
    let kit = Kit::new();
    let blob = kit.git(&["rev-parse", "HEAD:note.txt"]).trim().to_owned();
    let tree = tree(&kit, &[("..", &blob), ("a\n+++ b/x\u{1b}[31m", &blob)]);
    let commit = kit.git(&["commit-tree", "-m", "x", &tree]);
    let names: Vec<String> = found(&kit, None, commit.trim()).into_iter().map(|it| it.0).collect();
    assert_eq!(names, ["..", "a\n+++ b/x\u{1b}[31m"]);
}

#[test]
fn a_name_that_stands_twice_hides_nothing() {
    let kit = Kit::new();
    let [old, new] = [OLD, NEW].map(|text| {
        kit.write("../blob", text);
        kit.git(&["hash-object", "-w", "../blob"]).trim().to_owned()
    });
    let commit = |ids: &[&String]| {
        let entries: Vec<(&str, &str)> = ids.iter().map(|id| ("x.toml", id.as_str())).collect();
        id(&kit.git(&["commit-tree", "-m", "x", &tree(&kit, &entries)]))
    };
    let (before, one, other) = (commit(&[&old]), commit(&[&old, &new]), commit(&[&new, &old]));
    for after in [one, other] {
        let differing = kit.repository().differences(Some(&before), &after, &Room::of_own()).unwrap();
        assert!(differing.iter().any(|it| it.after.as_ref().is_some_and(|entry| entry.id == new)), "{differing:?}");
    }
}

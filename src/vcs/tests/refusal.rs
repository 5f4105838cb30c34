//! Files that are not ours to change, refused before anything is touched.

use std::fs;

use super::kit::{Kit, NEW, OLD, TASK, commit, edit, path};
use crate::vcs::{Dirtiness, Edit, VcsError};

/// The refusal of `edit`, which must have changed nothing.
fn refusal(kit: &Kit, edit: &Edit) -> VcsError {
    let before = kit.state();
    let fine = Edit { path: path("note.txt"), before: Some(b"note\n".to_vec()), after: Some(b"changed\n".to_vec()) };
    let error = commit(&kit.repository(), &[fine, edit.clone()]).unwrap_err();
    assert_eq!(kit.state(), before, "{error:?}");
    error
}

fn claim() -> Edit {
    edit(TASK, Some(OLD), NEW)
}

#[test]
fn a_file_that_changed_since_it_was_read() {
    let kit = Kit::new();
    kit.write(TASK, "title = \"Autre\"\n");
    assert!(matches!(refusal(&kit, &claim()), VcsError::Stale { .. }));
    fs::remove_file(kit.workdir().join(TASK)).unwrap();
    assert!(matches!(refusal(&kit, &claim()), VcsError::Stale { .. }));
    assert!(matches!(refusal(&kit, &edit("other.txt", None, NEW)), VcsError::Stale { .. }));
}

#[test]
fn a_file_with_other_changes() {
    let kit = Kit::new();
    let dirty = "title = \"En cours\"\n";
    kit.write(TASK, dirty);
    let on_dirty = edit(TASK, Some(dirty), NEW);
    assert!(matches!(refusal(&kit, &on_dirty), VcsError::Dirty { how: Dirtiness::Edited, .. }));
    kit.git(&["add", TASK]);
    assert!(matches!(refusal(&kit, &on_dirty), VcsError::Dirty { how: Dirtiness::Staged, .. }));
    kit.write(TASK, OLD);
    assert!(matches!(refusal(&kit, &claim()), VcsError::Dirty { how: Dirtiness::Staged, .. }));
    kit.write("data/neuf.toml", OLD);
    let untracked = edit("data/neuf.toml", Some(OLD), NEW);
    assert!(matches!(refusal(&kit, &untracked), VcsError::Dirty { how: Dirtiness::Untracked, .. }));
}

#[cfg(unix)]
#[test]
fn a_changed_permission_bit_is_other_work() {
    use std::os::unix::fs::PermissionsExt;
    let kit = Kit::new();
    fs::set_permissions(kit.workdir().join(TASK), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(matches!(refusal(&kit, &claim()), VcsError::Dirty { how: Dirtiness::Edited, .. }));
    kit.git(&["config", "core.fileMode", "false"]);
    kit.claim().unwrap();
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let kit = Kit::new();
    let secret = kit.home().join("secret.toml");
    fs::write(&secret, OLD).unwrap();
    symlink(&secret, kit.workdir().join("data/link.toml")).unwrap();
    symlink(kit.home(), kit.workdir().join("data/folder")).unwrap();
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Links"]);
    let file = refusal(&kit, &edit("data/link.toml", Some(OLD), NEW));
    assert!(matches!(&file, VcsError::Link { at, .. } if at == "data/link.toml"), "{file:?}");
    let folder = refusal(&kit, &edit("data/folder/secret.toml", Some(OLD), NEW));
    assert!(matches!(&folder, VcsError::Link { at, .. } if at == "data/folder"), "{folder:?}");
    assert_eq!(fs::read_to_string(&secret).unwrap(), OLD);
    assert!(matches!(kit.repository().head_bytes(&path("data/link.toml")), Err(VcsError::Link { .. })));
}

#[test]
fn submodules_and_repositories_inside_are_left_alone() {
    let kit = Kit::new();
    let inner = kit.workdir().join("data/inner");
    fs::create_dir_all(&inner).unwrap();
    kit.git_in(&inner, &["init", "-q"]);
    kit.write("data/inner/a.toml", OLD);
    let nested = edit("data/inner/a.toml", Some(OLD), NEW);
    assert!(matches!(refusal(&kit, &nested), VcsError::Submodule { at, .. } if at == "data/inner"));

    let commit_id = kit.git(&["rev-parse", "HEAD"]);
    let entry = format!("160000,{},data/sub", commit_id.trim());
    kit.git(&["update-index", "--add", "--cacheinfo", &entry]);
    let inside = edit("data/sub/a.toml", None, NEW);
    assert!(matches!(refusal(&kit, &inside), VcsError::Submodule { at, .. } if at == "data/sub"));
    kit.git(&["commit", "-qm", "Submodule"]);
    assert!(matches!(refusal(&kit, &inside), VcsError::Submodule { at, .. } if at == "data/sub"));
}

#[test]
fn files_git_was_told_to_ignore() {
    for flag in ["--skip-worktree", "--assume-unchanged"] {
        let kit = Kit::new();
        kit.git(&["update-index", flag, TASK]);
        assert!(matches!(refusal(&kit, &claim()), VcsError::SkipWorktree { .. }), "{flag}");
    }
}

#[test]
fn a_folder_in_the_place_of_a_file() {
    let kit = Kit::new();
    assert!(matches!(refusal(&kit, &edit("data/tasks", None, NEW)), VcsError::NotAFile { .. }));
}

#[test]
fn a_file_in_the_place_of_a_folder() {
    let kit = Kit::new();
    assert!(matches!(refusal(&kit, &edit("note.txt/a.toml", None, NEW)), VcsError::File { .. }));
}

//! Reading the files of a commit, within bounds.

use super::kit::{Kit, OLD, TASK, path};

#[test]
fn a_file_beyond_the_bound_is_not_read() {
    let kit = Kit::new();
    let repository = kit.repository();
    let head = kit.id("HEAD");
    let entry = repository.entry(&head, &path(TASK)).unwrap().unwrap();
    assert_eq!(repository.bytes_of(&entry, OLD.len()).unwrap().as_deref(), Some(OLD.as_bytes()));
    assert_eq!(repository.bytes_of(&entry, OLD.len() - 1).unwrap(), None);
}

#[test]
fn a_folder_is_listed_with_its_folders() {
    let kit = Kit::new();
    let repository = kit.repository();
    let head = kit.id("HEAD");
    let names = |folder: &str| -> Vec<(String, bool)> {
        let listed = repository.listing(&head, &path(folder)).unwrap();
        listed.into_iter().map(|(name, entry)| (name, entry.is_some())).collect()
    };
    assert_eq!(names("data"), [("tasks".to_owned(), false)]);
    assert_eq!(names("data/tasks/mphack"), [("k7q2m-liste.toml".to_owned(), true)]);
    assert_eq!((names("nowhere"), names("note.txt")), (Vec::new(), Vec::new()));
}

#[test]
fn many_files_are_read_in_order_by_several_threads() {
    let kit = Kit::new();
    for at in 0..700 {
        kit.write(&format!("many/{at:04}.txt"), &format!("{at}"));
    }
    kit.write("many/zzzz.txt", "much too long a text");
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "x"]);
    let repository = kit.repository();
    let head = kit.id("HEAD");
    let listed = repository.listing(&head, &path("many")).unwrap();
    let entries: Vec<_> = listed.into_iter().map(|(_, entry)| entry.unwrap()).collect();
    let read = |at: usize, bytes: &[u8]| at.is_multiple_of(2).then(|| String::from_utf8(bytes.to_vec()).unwrap());
    let expected: Vec<String> = (0..700).step_by(2).map(|at| at.to_string()).collect();
    assert_eq!(repository.read_all(&entries, 10, read).unwrap(), expected);
}

//! The index gives what the files give, whatever became of them and of it.

use std::fs::{self, File, FileTimes};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::Duration;

use fastrand::Rng;
use tempfile::TempDir;

use super::random::task;
use crate::domain::name::{Slug, TaskId};
use crate::domain::task::Task;
use crate::store::index::{BlobId, Fresh, Index, Mark, Record, Shelf, written};
use crate::store::layout::TaskFile;
use crate::store::reading::{Found, Reading};
use crate::store::{FILE_MAX, Store, new_task_file};

/// More than these tests take, in nanoseconds: every file has been left alone for long.
const LATER: i64 = 3_600_000_000_000;
/// Longer than the clock of any file system takes to tell two moments apart.
const TICK: Duration = Duration::from_millis(12);
/// So many files are worth an index.
const FILES: usize = 60;

/// A shelf in memory.
#[derive(Debug)]
struct Memory {
    kept: Mutex<Option<Vec<u8>>>,
    /// How many nanoseconds it is ahead of the files.
    ahead: i64,
}

impl Memory {
    fn new(ahead: i64) -> Arc<Self> {
        Arc::new(Self { kept: Mutex::new(None), ahead })
    }

    fn bytes(&self) -> Option<Vec<u8>> {
        self.kept.lock().unwrap().clone()
    }

    fn put(&self, bytes: Option<Vec<u8>>) {
        *self.kept.lock().unwrap() = bytes;
    }
}

impl Shelf for Memory {
    fn read(&self, most: u64) -> Option<Vec<u8>> {
        self.bytes().filter(|bytes| u64::try_from(bytes.len()).is_ok_and(|length| length <= most))
    }

    fn write(&self, bytes: &[u8]) {
        self.put(Some(bytes.to_vec()));
    }

    fn name(&self, bytes: &[u8]) -> Option<BlobId> {
        let sum = bytes.iter().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add((*byte).into()));
        let mut name = [0; 20];
        name[..8].copy_from_slice(&sum.to_le_bytes());
        Some(name)
    }

    fn made_now(&self) -> Option<Mark> {
        let made = tempfile::tempfile().unwrap().metadata().unwrap();
        Some(Mark::of(&made).unwrap().later(self.ahead))
    }
}

fn file(at: usize) -> TaskFile {
    let id = TaskId::new(&format!("{:05}", at + 10_000)).unwrap();
    TaskFile { path: format!("data/tasks/mphack/{id}.toml"), project: Slug::new("mphack").unwrap(), id }
}

/// A folder of so many random tasks.
fn campaign(rng: &mut Rng, files: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("data/tasks/mphack")).unwrap();
    for at in 0..files {
        fs::write(folder.path().join(file(at).path), text(rng)).unwrap();
    }
    folder
}

/// A task file, now and then one with something wrong or unknown in it.
fn text(rng: &mut Rng) -> String {
    let text = new_task_file(&task(rng));
    match rng.u8(0..20) {
        0 => format!("inconnu = 1\n{text}"),
        1 => text.replacen("title", "titre", 1),
        2 => format!("{text}\n["),
        _ => text,
    }
}

/// All that a scan tells.
fn told(store: &Store) -> impl PartialEq + std::fmt::Debug + use<> {
    let scan = store.scan_tasks(None, |_, task| Some(task)).unwrap();
    let holding = store
        .scan_tasks_holding("ana", |file, task| task.claims.iter().any(|(who, _)| who.as_str() == "ana").then(|| file.clone()));
    let unreadable: Vec<_> = scan.unreadable.iter().map(|file| file.path.clone()).collect();
    (scan.rows, scan.problems, unreadable, holding.unwrap().rows)
}

#[test]
fn a_record_is_the_whole_task() {
    let mut rng = Rng::with_seed(11);
    for at in 0..2_000 {
        let mut task = task(&mut rng);
        task.id = file(at).id;
        let entry = Record::entry(&task).unwrap();
        assert_eq!(Record::task(&entry, &file(at)), Some(task));
    }
    let unknown = Task { extra: [("a".to_owned(), "1".to_owned())].into(), ..task(&mut rng) };
    assert!(Record::entry(&unknown).is_none(), "what nobody knows is not kept");
}

#[test]
fn a_file_that_did_not_change_is_not_opened_again() {
    let mut rng = Rng::with_seed(12);
    let folder = campaign(&mut rng, FILES);
    let shelf = Memory::new(LATER);
    let store = Store::open(folder.path()).shelved(shelf.clone());
    let before = told(&store);
    let bytes = shelf.bytes().expect("the index was written");
    let root = folder.path().to_string_lossy().into_owned();
    let index = Index::read(&bytes, &root).unwrap();
    let known = |at: usize| {
        let reading = Reading::new(&store, Some(&index), None, true);
        matches!(reading.read(&file(at), &mut vec![0; FILE_MAX + 1]), Found::Known(_))
    };
    let sound = (0..FILES).filter(|at| known(*at)).count();
    assert!((FILES * 2 / 3..FILES).contains(&sound), "{sound} of {FILES} are sound, and known");
    assert_eq!(told(&store), before);
    assert_eq!(shelf.bytes(), Some(bytes.clone()), "nothing new was worth writing");
    assert!(Index::read(&bytes, "/elsewhere").is_none(), "another folder's files have other marks");
}

#[test]
fn what_has_not_settled_is_not_kept() {
    let mut rng = Rng::with_seed(13);
    let folder = campaign(&mut rng, FILES);
    let shelf = Memory::new(1_000_000_000);
    told(&Store::open(folder.path()).shelved(shelf.clone()));
    let bytes = shelf.bytes().unwrap();
    assert_eq!(Index::read(&bytes, &folder.path().to_string_lossy()).unwrap().len(), 0, "a second is too short");
}

#[test]
fn no_damage_goes_unnoticed() {
    let mut rng = Rng::with_seed(14);
    let folder = campaign(&mut rng, 3);
    let shelf = Memory::new(LATER);
    let files: Vec<TaskFile> = (0..3).map(file).collect();
    let fresh = files.iter().enumerate().map(|(at, file)| {
        let mark = Mark::of(&fs::metadata(folder.path().join(&file.path)).unwrap()).unwrap();
        (at, Fresh::new(&*shelf, mark, b"", &task(&mut Rng::with_seed(at as u64))).unwrap())
    });
    let root = folder.path().to_string_lossy().into_owned();
    let whole = written(&root, &files, None, fresh.collect()).unwrap();
    assert_eq!(Index::read(&whole, &root).unwrap().len(), 3);
    for at in 0..whole.len() {
        assert!(Index::read(&whole[..at], &root).is_none(), "cut off at {at}");
        for bit in 0..8 {
            let mut damaged = whole.clone();
            damaged[at] ^= 1 << bit;
            assert!(Index::read(&damaged, &root).is_none(), "bit {bit} of byte {at}");
        }
    }
    for other in [&b""[..], b"x", &[0; 64], &[0xff; 4096]] {
        assert!(Index::read(other, &root).is_none());
    }
}

/// Something that people, editors and git do to a file.
fn happens(rng: &mut Rng, folder: &Path) {
    let path = |at: usize| folder.join(file(at).path);
    let (one, other) = (path(rng.usize(0..FILES)), path(rng.usize(0..FILES)));
    let old = fs::metadata(&one).ok();
    match rng.u8(0..9) {
        // As many bytes as before.
        0 => {
            let mut bytes = fs::read(&one).unwrap_or_default();
            if let Some(digit) = bytes.iter_mut().find(|byte| byte.is_ascii_digit()) {
                *digit = b'0' + (*digit - b'0' + 1) % 10;
            }
            fs::write(&one, bytes).unwrap();
        }
        1 => fs::write(&one, text(rng)).unwrap(),
        // An editor writes beside and renames.
        2 => {
            fs::write(folder.join("beside"), text(rng)).unwrap();
            fs::rename(folder.join("beside"), &one).unwrap();
        }
        3 if one != other && other.exists() => {
            let _ = fs::remove_file(&one);
            fs::hard_link(&other, &one).unwrap();
        }
        4 => _ = fs::remove_file(&one),
        // Gone and made anew: the inode may be the same.
        5 => {
            let bytes = text(rng);
            let _ = fs::remove_file(&one);
            fs::write(&one, bytes).unwrap();
        }
        6 if one.exists() && other.exists() => _ = fs::rename(&one, folder.join("x")).and_then(|()| fs::rename(&other, &one)),
        _ => {}
    }
    // Times as they were, or far back.
    if let (Ok(opened), Some(old), true) = (File::options().append(true).open(&one), old, rng.bool()) {
        let back = old.modified().unwrap() - Duration::from_secs(rng.u64(0..2) * 3_600);
        opened.set_times(FileTimes::new().set_modified(back)).unwrap();
    }
}

#[test]
fn whatever_happens_to_the_files_the_answers_are_theirs() {
    let mut rng = Rng::with_seed(15);
    let folder = campaign(&mut rng, FILES);
    let shelf = Memory::new(LATER);
    let (with, without) = (Store::open(folder.path()).shelved(shelf.clone()), Store::open(folder.path()));
    let mut rewritten = 0;
    for step in 0..150 {
        let before = shelf.bytes();
        assert_eq!(told(&with), told(&without), "step {step}");
        rewritten += usize::from(shelf.bytes() != before);
        sleep(TICK);
        (0..rng.usize(1..4)).for_each(|_| happens(&mut rng, folder.path()));
        if rng.u8(0..20) == 0 {
            let mut bytes = shelf.bytes().unwrap_or_default();
            bytes.truncate(rng.usize(0..=bytes.len()));
            shelf.put(Some(bytes));
        }
    }
    assert!(rewritten > 10, "the index was written only {rewritten} times");
}

#[test]
fn a_name_in_disguise_is_found_with_the_index_and_without() {
    let mut rng = Rng::with_seed(16);
    let folder = campaign(&mut rng, FILES);
    let one = folder.path().join(file(7).path);
    fs::write(
        &one,
        "title = \"A\"\nbudget = \"2h\"\ndone-when = \"B\"\ncreated = 2026-11-23\n\n[resources]\n\"C\" = \"https://example.org/c\"\n\n\
         [claims.\"\\u0061na\"]\nsince = 2026-11-23\nuntil = 2026-12-04\n",
    )
    .unwrap();
    let (with, without) = (Store::open(folder.path()).shelved(Memory::new(LATER)), Store::open(folder.path()));
    let holding = |store: &Store| {
        let names =
            |file: &TaskFile, task: Task| task.claims.iter().any(|(who, _)| who.as_str() == "ana").then(|| file.id.clone());
        store.scan_tasks_holding("ana", names).unwrap().rows
    };
    told(&with);
    assert_eq!(holding(&with), holding(&without));
    assert!(holding(&without).contains(&file(7).id));
}

#[test]
fn a_name_that_was_forgotten_is_not_kept() {
    let mut rng = Rng::with_seed(17);
    let folder = campaign(&mut rng, 200);
    let shelf = Memory::new(LATER);
    let store = Store::open(folder.path()).shelved(shelf.clone());
    let named = |who: &str| {
        let text = "title = \"A\"\nbudget = \"2h\"\ndone-when = \"B\"\ncreated = 2026-11-01\n\n[resources]\n\"C\" = \"https://example.org/c\"\n";
        format!("{text}\n[claims.{who}]\nsince = 2026-11-01\nreleased = 2026-11-02\nuntil = 2026-11-09\n")
    };
    let one = folder.path().join(file(7).path);
    let names = |name: &[u8]| memchr::memmem::find(&shelf.bytes().unwrap(), name).is_some();
    fs::write(&one, named("zebulon")).unwrap();
    told(&store);
    assert!(names(b"zebulon"));
    sleep(TICK);
    fs::write(&one, named("anonyme-k7q2")).unwrap();
    told(&store);
    assert!(!names(b"zebulon") && names(b"anonyme-k7q2"), "one file of 200 is reason enough");
}

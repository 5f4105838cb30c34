//! Reading every task, on all processors, keeping of each only what the caller wants.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use memchr::memmem::Finder;

use crate::domain::bounds::FILES;
use crate::domain::message::Message;
use crate::domain::name::{Slug, TaskId};
use crate::domain::task::Task;

use super::error::StoreError;
use super::index::{Fresh, Index, WORTH_IT, is_worn, worth_reading, written};
use super::layout::{TASKS, TaskFile};
use super::open::{Store, unreadable};
use super::problem::{Decoded, Problem};
use super::reading::{Found, Reading};
use super::source::FILE_MAX;
use super::stray::Stray;
use super::tree::{Listed, ListedKind};

/// How many files a thread takes at a time.
const BATCH: usize = 32;
/// Below this many files a second thread costs more than it brings.
const WORTH_A_THREAD: usize = 48;
/// Enough for the deepest nesting that the parser accepts.
const STACK: usize = 2 * 1024 * 1024;

/// What was made of the tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan<R> {
    /// What the caller kept, in the order of the paths.
    pub rows: Vec<R>,
    /// Everything wrong with the files, in the same order.
    pub problems: Vec<Problem>,
    /// The files whose task cannot be trusted, or be read at all.
    pub unreadable: Vec<TaskFile>,
}

/// What one file gave.
struct Outcome<R> {
    at: usize,
    row: Option<R>,
    problems: Vec<Problem>,
    unreadable: bool,
    /// What is to be known of it next time.
    fresh: Option<Fresh>,
}

impl Store {
    /// Reads every task (of `project` only that folder) and keeps what `keep` makes of it. `keep` runs on several
    /// threads.
    ///
    /// # Errors
    /// When a folder cannot be listed. A file that cannot be read is a problem, not an error.
    pub fn scan_tasks<R: Send>(
        &self,
        project: Option<&Slug>,
        keep: impl Fn(&TaskFile, Task) -> Option<R> + Sync,
    ) -> Result<Scan<R>, StoreError> {
        self.scan(project, None, keep)
    }

    /// The same for the files that hold the text `needle` somewhere; the others are not even parsed, and their problems
    /// not reported.
    ///
    /// # Errors
    /// As [`Store::scan_tasks`].
    pub fn scan_tasks_holding<R: Send>(
        &self,
        needle: &str,
        keep: impl Fn(&TaskFile, Task) -> Option<R> + Sync,
    ) -> Result<Scan<R>, StoreError> {
        self.scan(None, Some(&Finder::new(needle)), keep)
    }

    fn scan<R: Send>(
        &self,
        project: Option<&Slug>,
        needle: Option<&Finder<'_>>,
        keep: impl Fn(&TaskFile, Task) -> Option<R> + Sync,
    ) -> Result<Scan<R>, StoreError> {
        let (files, mut problems) = self.walk(project)?;
        let shelf = self.shelf().filter(|_| files.len() >= WORTH_IT);
        let kept = shelf.and_then(|shelf| shelf.read(worth_reading(files.len())));
        let root = self.root().to_string_lossy();
        let index = kept.as_deref().and_then(|bytes| Index::read(bytes, &root));
        let keeps = project.is_none() && needle.is_none() && self.tree().is_none() && shelf.is_some();
        let reading = Reading::new(self, index.as_ref(), needle, keeps);
        let next = AtomicUsize::new(0);
        let work = || {
            let mut outcomes = Vec::new();
            let mut buffer = vec![0; FILE_MAX + 1];
            loop {
                let start = next.fetch_add(BATCH, Ordering::Relaxed);
                let Some(batch) = files.get(start..(start + BATCH).min(files.len())).filter(|batch| !batch.is_empty()) else {
                    break;
                };
                for (at, file) in (start..).zip(batch) {
                    outcomes.extend(outcome(at, file, reading.read(file, &mut buffer), &keep));
                }
            }
            outcomes
        };
        let threads = thread::available_parallelism().map_or(1, usize::from).min(8).min(files.len() / WORTH_A_THREAD + 1);
        let mut outcomes = thread::scope(|scope| {
            let spawn = |_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).ok();
            let helpers: Vec<_> = (1..threads).filter_map(spawn).collect();
            let mut outcomes = work();
            for helper in helpers {
                match helper.join() {
                    Ok(more) => outcomes.extend(more),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            outcomes
        });
        outcomes.sort_unstable_by_key(|outcome| outcome.at);
        let mut scan = Scan { rows: Vec::with_capacity(outcomes.len()), problems: Vec::new(), unreadable: Vec::new() };
        let mut fresh = Vec::new();
        for outcome in outcomes {
            scan.rows.extend(outcome.row);
            scan.problems.extend(outcome.problems);
            scan.unreadable.extend(outcome.unreadable.then(|| files[outcome.at].clone()));
            fresh.extend(outcome.fresh.map(|it| (outcome.at, it)));
        }
        scan.problems.append(&mut problems);
        if keeps && is_worn(index.as_ref().map(Index::len), &fresh, files.len()) {
            let bytes = written(&root, &files, index.as_ref(), fresh);
            bytes.zip(self.shelf()).into_iter().for_each(|(bytes, shelf)| shelf.write(&bytes));
        }
        Ok(scan)
    }

    /// The task files, in order, and what lies between them and does not belong there.
    fn walk(&self, project: Option<&Slug>) -> Result<(Vec<TaskFile>, Vec<Problem>), StoreError> {
        let (folders, mut problems) = self.task_folders(project)?;
        let (mut files, mut strays): (Vec<TaskFile>, Vec<Stray>) = (Vec::new(), Vec::new());
        for slug in folders {
            let start = files.len();
            for entry in self.list(&format!("{TASKS}/{slug}"))? {
                let Listed { name, kind } = entry?;
                let shown = name.to_string_lossy();
                if shown.starts_with('.') {
                    continue;
                }
                let path = || format!("{TASKS}/{slug}/{shown}");
                match name.to_str().and_then(|name| TaskFile::new(&slug, name)) {
                    Some(file) if kind == ListedKind::File => files.push(file),
                    Some(_) => problems.push(Problem::of_file(&path(), Message::new("problem-not-a-file"))),
                    None => strays.push(Stray::new(&slug, &shown)),
                }
            }
            files[start..].sort_unstable_by(|a, b| a.path.cmp(&b.path));
            if files.len() > FILES {
                return Err(StoreError::TooManyFiles { path: self.root().join(TASKS), most: FILES });
            }
        }
        problems.extend(strays.iter().map(|stray| stray.problem(&files)));
        problems = self.of_data(problems);
        problems.extend(twice(&files));
        problems.sort_by(|a, b| a.path.cmp(&b.path));
        Ok((files, problems))
    }
}

/// What is told of one file.
fn outcome<R>(at: usize, file: &TaskFile, found: Found, keep: &impl Fn(&TaskFile, Task) -> Option<R>) -> Option<Outcome<R>> {
    let (decoded, fresh) = match found {
        Found::Other => return None,
        Found::Known(task) => (Decoded { value: Some(task), problems: Vec::new() }, None),
        Found::Read(decoded, fresh) => (decoded, fresh),
        Found::Failed(error) => {
            let problems = vec![unreadable(&file.path, &error)];
            return Some(Outcome { at, row: None, problems, unreadable: true, fresh: None });
        }
    };
    let unreadable = decoded.value.is_none();
    let row = decoded.value.and_then(|task| keep(file, task));
    let worth_telling = row.is_some() || unreadable || !decoded.problems.is_empty() || fresh.is_some();
    worth_telling.then_some(Outcome { at, row, problems: decoded.problems, unreadable, fresh })
}

/// The files whose id another file has already.
fn twice(files: &[TaskFile]) -> Vec<Problem> {
    let mut first: HashMap<&TaskId, &TaskFile> = HashMap::with_capacity(files.len());
    let mut found = Vec::new();
    for file in files {
        if let Some(other) = first.get(&file.id) {
            let what = Message::new("problem-duplicate-id").with("id", &file.id).with("other", other.path.as_str());
            found.push(Problem::of_file(&file.path, what));
        } else {
            first.insert(&file.id, file);
        }
    }
    found
}

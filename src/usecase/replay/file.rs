//! One file of a request: what it was, what the request makes of it, what the shared branch made of it meanwhile, and
//! what it comes to when the one is done again on top of the other.

use crate::domain::bounds::{Of, Room, weight};
use crate::domain::day::Day;
use crate::domain::document::Document;
use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::{Handle, TaskId};
use crate::domain::task::Task;
use crate::rules::change::{Change, changes};
use crate::rules::replay;
use crate::store::{Decoded, OtherFile, Problem, comments, decode};
use crate::usecase::failure::Failure;
use crate::vcs::{Entry, EntryKind, Repository, merged_text};

use super::carried::begun_apart;
use super::snapshot::{content, errors};

/// A file that a request touches, as three commits have it.
#[derive(Debug, Clone)]
pub struct Touched {
    /// The path from the top of the repository.
    pub full: String,
    /// The path, from the folder that holds `data/`.
    pub path: String,
    /// Which file it is, or why it is none that is read.
    pub key: Result<FileKey, OtherFile>,
    /// Where the request and the shared branch parted.
    pub origin: Option<Entry>,
    /// In the request.
    pub head: Option<Entry>,
    /// On the shared branch now.
    pub tip: Option<Entry>,
    /// Whether there are several places where the two parted, of which this file is not the same.
    pub is_crossed: bool,
}

/// What one file comes to.
#[derive(Debug, Clone)]
pub struct ReplayedFile {
    /// The file.
    pub touched: Touched,
    /// What it describes on the shared branch now.
    pub before: Option<Document>,
    /// What it would describe after the request is done again on it.
    pub after: Option<Document>,
    /// What happened, in the order released, claimed, renewed, logged, closed.
    pub changes: Vec<Change>,
    /// Its bytes in the request, to find the lines that are spoken of.
    pub bytes: Vec<u8>,
    /// The request's own two versions, where the file was read.
    pub own: Option<Own>,
}

/// A file as the request found it, and as it left it.
#[derive(Debug, Clone)]
pub struct Own {
    /// The bytes it found.
    pub origin: Vec<u8>,
    /// What they describe.
    pub found: Option<Document>,
    /// What the bytes it left describe.
    pub left: Option<Document>,
}

/// One version of a file, read.
#[derive(Default)]
struct Version {
    bytes: Vec<u8>,
    document: Option<Document>,
    problems: Vec<Problem>,
}

impl Touched {
    /// What `bytes` describe in that file.
    pub fn decode(&self, bytes: &[u8]) -> Decoded<Document> {
        match &self.key {
            Ok(key) => decode(key, &self.path, bytes),
            Err(_) => Decoded { value: None, problems: Vec::new() },
        }
    }
}

impl ReplayedFile {
    /// Reads the three versions of a file and names what the request does to the one in the middle. `None` when nothing is
    /// left to do: the shared branch has it all.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn read(repository: &Repository, touched: Touched, room: &Room<'_>) -> Result<Option<Self>, Failure> {
        if touched.head == touched.tip {
            return Ok(None);
        }
        let plain =
            |changes| ReplayedFile { touched: touched.clone(), before: None, after: None, changes, bytes: Vec::new(), own: None };
        let is_odd = touched.head.as_ref().is_some_and(|entry| entry.kind != EntryKind::File);
        match touched.key {
            Err(OtherFile::Outside) => return Ok(Some(plain(vec![Change::OutsideData]))),
            _ if is_odd => return Ok(Some(plain(vec![Change::NotAPlainFile]))),
            Err(OtherFile::Stray) => return Ok(Some(plain(vec![Change::StrayFile]))),
            // To take away what never had its place is no harm, and no routine.
            Err(OtherFile::Misnamed) if touched.head.is_none() => return Ok(Some(plain(vec![Change::StrayFile]))),
            Err(OtherFile::Misnamed) => return Ok(Some(plain(vec![Change::MisnamedFile]))),
            Ok(_) => {}
        }
        room.take(Of::Data, 1)?;
        let version = |entry: &Option<Entry>| Version::read(repository, &touched, entry.as_ref(), room);
        let (origin, head, tip) = (version(&touched.origin)?, version(&touched.head)?, version(&touched.tip)?);
        if let Some(problem) = newly_wrong(&head, &tip) {
            let changes = vec![Change::Unreadable { problem: problem.message() }];
            return Ok(Some(ReplayedFile { before: tip.document, bytes: head.bytes, ..plain(changes) }));
        }
        if touched.key == Ok(FileKey::Campaign) && head.document.is_none() {
            let problem = Message::new("review-campaign-deleted");
            return Ok(Some(plain(vec![Change::Unreadable { problem }])));
        }
        let mut file =
            ReplayedFile { before: None, after: head.document.clone(), bytes: head.bytes.clone(), ..plain(Vec::new()) };
        if touched.tip != touched.origin {
            file.merge(&origin, &head, &tip);
        }
        file.before = tip.document;
        let mut found = file.name();
        let is_changed = origin.document.is_some() && head.document.is_some();
        if is_changed && (changes_nothing(&origin, &head) || comments(&origin.bytes) != comments(&head.bytes)) {
            found.push(Change::Reformatted);
        }
        if touched.is_crossed && file.changes.is_empty() {
            found.push(Change::Conflicting);
        }
        found.append(&mut file.changes);
        found.extend(file.vanished());
        file.changes = found;
        file.own = Some(Own { origin: origin.bytes, found: origin.document, left: head.document });
        Ok((!file.changes.is_empty()).then_some(file))
    }

    /// Does the request again on what the shared branch has now, and looks at what merging the texts would give.
    fn merge(&mut self, origin: &Version, head: &Version, tip: &Version) {
        let gone = head.document.is_some() && tip.document.is_none();
        self.after = match (&origin.document, &head.document, &tip.document) {
            (Some(origin), Some(head), Some(tip)) => Some(replay::document(origin, head, tip)),
            (None, Some(Document::Person(head)), Some(Document::Person(tip))) => Some(begun_apart(head, tip).into()),
            (_, head, _) => head.clone(),
        };
        match merged_text(&origin.bytes, &tip.bytes, &head.bytes) {
            Some(text) if !gone && head.document.is_some() => {
                let read = self.touched.decode(&text);
                if read.value != self.after || errors(&read.problems).next().is_some() {
                    self.changes.push(Change::MergedWrongly);
                }
            }
            _ => self.changes.push(Change::Conflicting),
        }
    }

    /// Names what happens to the version on the shared branch. A difference that has no name is left over, rather than none.
    fn name(&self) -> Vec<Change> {
        let mut named = changes(self.before.as_ref(), self.after.as_ref());
        let is_changed = self.before.is_some() && self.after.is_some() && self.before != self.after;
        if is_changed && named.is_empty() {
            named.push(Change::LeftOver { key: self.touched.path.clone() });
        }
        named
    }

    /// What it means that a file goes of which nobody knows what it said: it was no file, or could not be read.
    fn vanished(&self) -> Option<Change> {
        let (Some(tip), None, None) = (&self.touched.tip, &self.touched.head, &self.before) else { return None };
        Some(match &self.touched.key {
            _ if tip.kind != EntryKind::File => Change::StrayFile,
            Ok(FileKey::Project(_)) => Change::ProjectDeleted,
            Ok(FileKey::Theme(_)) => Change::ThemeDeleted,
            Ok(FileKey::Person(_)) => Change::PersonDeleted,
            _ => Change::Unreadable { problem: Message::new("review-unreadable-deleted") },
        })
    }

    /// The task, after and before.
    pub fn task(&self) -> Option<(Option<&Task>, Option<&Task>)> {
        let (before, after) = (self.before.as_ref().and_then(Document::task), self.after.as_ref().and_then(Document::task));
        matches!(self.touched.key, Ok(FileKey::Task { .. })).then_some((before, after))
    }

    /// Whose doing a change is, where it is one person's.
    pub fn person(&self, change: &Change) -> Option<Handle> {
        match change {
            Change::Claimed { by, .. }
            | Change::Renewed { by, .. }
            | Change::Released { by, .. }
            | Change::RecordAdded { by, .. }
            | Change::TimeLogged { by, .. }
            | Change::HandoverWritten { by, .. }
            | Change::RecordAltered { by }
            | Change::RecordErased { by }
            | Change::ClosingAltered { by }
            | Change::ClosingErased { by }
            | Change::Redacted { by, .. }
            | Change::SentBack { by }
            | Change::Reopened { by }
            | Change::Cancelled { by } => Some(by.clone()),
            Change::Closed { closing } => Some(closing.by.clone()),
            _ => match &self.touched.key {
                Ok(FileKey::Person(handle)) => Some(handle.clone()),
                _ => None,
            },
        }
    }

    /// The id of the task it keeps.
    pub fn task_id(&self) -> Option<TaskId> {
        match &self.touched.key {
            Ok(FileKey::Task { id, .. }) => Some(id.clone()),
            _ => None,
        }
    }

    /// Whether merging its text would not give what is meant.
    pub fn is_conflicting(&self) -> bool {
        self.changes.iter().any(|change| matches!(change, Change::Conflicting | Change::MergedWrongly))
    }

    /// Makes it the new file of what was `before` in the file `from`.
    pub fn becomes(&mut self, before: Option<Document>, from: String) {
        self.before = before;
        self.changes = self.name();
        self.changes.push(Change::FileRenamed { from });
    }

    /// The shared branch keeps the task in the file `to` by now: nothing else can be said of it.
    pub fn moved(&mut self, to: String) {
        self.changes = vec![Change::FileMoved { to }];
        self.own = None;
    }

    /// Whether `who` holds the task on `today` once the request is merged.
    pub fn is_held_by(&self, who: &Handle, today: Day) -> bool {
        self.task().and_then(|(_, after)| after).is_some_and(|task| task.holders(today).any(|(holder, _)| holder == who))
    }
}

impl Version {
    fn read(repository: &Repository, touched: &Touched, entry: Option<&Entry>, room: &Room<'_>) -> Result<Self, Failure> {
        let Some(entry) = entry.filter(|entry| entry.is_plain()) else { return Ok(Self::default()) };
        let bytes = content(repository, entry)?;
        room.take(Of::Bytes, weight(bytes.len()))?;
        let Decoded { value, problems } = touched.decode(&bytes);
        Ok(Self { bytes, document: value, problems })
    }
}

/// Whether the request's file means what it meant, in other bytes.
fn changes_nothing(origin: &Version, head: &Version) -> bool {
    origin.document == head.document && origin.bytes != head.bytes
}

/// What is wrong with the request's file and was not wrong before.
fn newly_wrong<'a>(head: &'a Version, tip: &Version) -> Option<&'a Problem> {
    let known = |problem: &Problem| tip.problems.iter().any(|old| old.field == problem.field && old.what == problem.what);
    let is_read = head.document.is_some();
    errors(&head.problems).find(|problem| !is_read || !known(problem))
}

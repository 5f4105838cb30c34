//! How much of what others wrote is looked at before the answer is "too much".
//!
//! Anybody may send a request, and a few thousand bytes of git objects can unfold to billions of files. So every walk over
//! what somebody else made ends: over trees, histories, files, mistakes, and over what a server says. The bounds are far
//! beyond what people do; behind them nothing is guessed, and never is anything routine.

use std::cell::Cell;

use super::message::Message;

/// Files of a campaign: more than any has.
pub const FILES: usize = 200_000;
/// Folders within folders. Nothing of ours goes down so far.
pub const DEPTH: usize = 100;
/// Bytes of a path.
pub const PATH_BYTES: usize = 4_096;
/// Bytes of one folder as git keeps it: some 200,000 files.
pub const FOLDER_BYTES: usize = 8 * MEGABYTE;
/// Bytes of a commit, its message included.
pub const COMMIT_BYTES: usize = MEGABYTE;
/// Tags that name tags.
pub const TAGS_DEEP: usize = 8;
/// Problems that are told of one file; the rest is counted.
pub const PROBLEMS: usize = 50;
/// Lines that are shown of what a server says.
pub const SAID_LINES: usize = 20;
/// Lines that are shown of what a program on this computer says, as the person's own hooks do.
pub const SAID_LINES_HERE: usize = 200;
/// Characters that are shown of each.
pub const SAID_CHARACTERS: usize = 400;
/// Bytes that are read of it, from its beginning and from its end each.
pub const SAID_BYTES: usize = MEGABYTE;

const MEGABYTE: usize = 1 << 20;
const NO_END: usize = usize::MAX;

/// What there is only so much room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Files that differ.
    Files,
    /// Folders that are opened to find them: a tree may hold one folder in many places.
    Folders,
    /// Bytes of these folders.
    FolderBytes,
    /// Commits of a request.
    Commits,
    /// Commits that are passed to find where it began.
    Passed,
    /// Bytes of the files, in each of their versions: see [`weight`].
    Bytes,
    /// Changes in them.
    Changes,
    /// Files of the data: each of their versions is read, understood, done again and judged.
    Data,
    /// Names in them that are looked up, each once.
    Names,
    /// Steps from task to task, to find those that wait for each other.
    Steps,
    /// Folders within folders, or letters of a path.
    Depth,
    /// Bytes of one commit.
    CommitBytes,
}

/// What a file of so many bytes takes of the room for bytes. A large one counts for more: what it unfolds to, of keys and of
/// mistakes, fills the memory sooner than many small ones.
pub fn weight(bytes: usize) -> usize {
    bytes + bytes * bytes / ORDINARY
}

/// A file of so many bytes counts twice.
const ORDINARY: usize = 8_192;

/// There is more than room was left for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excess {
    /// Of what.
    pub of: Of,
    /// How much was to be looked at, at most.
    pub most: usize,
}

impl Excess {
    /// The sentence for people.
    pub fn message(self) -> Message {
        let (key, most) = match self.of {
            Of::Files | Of::Data => ("excess-files", self.most),
            Of::Folders => ("excess-folders", self.most),
            Of::Commits | Of::Passed => ("excess-commits", self.most),
            Of::Changes => ("excess-changes", self.most),
            Of::Names | Of::Steps => ("excess-names", self.most),
            Of::Depth => ("excess-depth", self.most),
            Of::Bytes => ("excess-bytes", self.most.div_ceil(MEGABYTE)),
            Of::FolderBytes => ("excess-folder-bytes", self.most.div_ceil(MEGABYTE)),
            Of::CommitBytes => ("excess-commit-bytes", self.most.div_ceil(MEGABYTE)),
        };
        Message::new(key).with("most", most)
    }
}

/// How many kinds of [`Of`] room is measured of.
const KINDS: usize = 10;

/// The room that is left for one request, or for many together.
#[derive(Debug)]
pub struct Room<'a> {
    most: [usize; KINDS],
    left: [Cell<usize>; KINDS],
    above: Option<&'a Room<'a>>,
}

impl<'a> Room<'a> {
    /// For one request that somebody made: in the order of [`Of`]. Most change a few files; a list kept elsewhere that is
    /// brought at once may come to some hundreds of tasks, a few names and changes each.
    pub fn of_request() -> Self {
        Self::new([10_000, 20_000, 64 * MEGABYTE, 1_000, 200_000, 12 * MEGABYTE, 20_000, 3_000, 20_000, 1_000_000])
    }

    /// For all requests that wait.
    pub fn of_queue() -> Self {
        Self::new([50_000, 100_000, 512 * MEGABYTE, 20_000, 1_000_000, 20 * MEGABYTE, 50_000, 10_000, 50_000, 3_000_000])
    }

    /// For all branches that a list looks at.
    pub fn of_list() -> Self {
        Self::new([10_000, 10_000, 256 * MEGABYTE, 10_000, 500_000, 8 * MEGABYTE, NO_END, NO_END, NO_END, NO_END])
    }

    /// For one of these branches: a claim changes two files.
    pub fn of_branch() -> Self {
        Self::new([64, 64, 16 * MEGABYTE, 1_000, 50_000, MEGABYTE, NO_END, NO_END, NO_END, NO_END])
    }

    /// For what the person made, or what the shared branch has already.
    pub fn of_own() -> Self {
        Self::new([FILES, FILES, 1_024 * MEGABYTE, NO_END, NO_END, NO_END, NO_END, NO_END, NO_END, NO_END])
    }

    fn new(most: [usize; KINDS]) -> Self {
        Self { most, left: most.map(Cell::new), above: None }
    }

    /// The same, where `above` has room, too.
    #[must_use]
    pub fn within(self, above: &'a Room<'a>) -> Self {
        Self { above: Some(above), ..self }
    }

    /// Takes room for `many` more.
    ///
    /// # Errors
    /// When that much is not left.
    pub fn take(&self, of: Of, many: usize) -> Result<(), Excess> {
        let at = of as usize;
        let (Some(left), Some(most)) = (self.left.get(at), self.most.get(at)) else { return Ok(()) };
        left.set(left.get().checked_sub(many).ok_or(Excess { of, most: *most })?);
        self.above.map_or(Ok(()), |above| above.take(of, many))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_taken_until_there_is_none() {
        let room = Room::of_branch();
        assert_eq!(room.take(Of::Files, 64), Ok(()));
        assert_eq!(room.take(Of::Files, 1), Err(Excess { of: Of::Files, most: 64 }));
        assert_eq!(room.take(Of::Folders, 1), Ok(()), "each has its own");
    }

    #[test]
    fn many_share_one_room() {
        let all = Room::of_list();
        let taken = (0..1_000).take_while(|_| Room::of_branch().within(&all).take(Of::Files, 64).is_ok()).count();
        assert_eq!(taken, 10_000 / 64);
    }
}

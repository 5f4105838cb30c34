//! What is to become of each action that was recorded here and not sent: a plan, before anything of it is done.
//!
//! | what becomes of an action ([`Fate`]) | what the shared branch gets | what is told ([`Action`](super::Action)) |
//! | --- | --- | --- |
//! | sent | its commit, or a new one on top of what others did | sent |
//! | there | nothing: it has it | there |
//! | undone | nothing: nobody saw it | undone |
//! | follows, behind a claim that was lost | nothing | lost |
//! | lost, somebody was first or a rule forbids it | one's time and hand-over, where they can be kept | lost, and why |
//! | too late to take back | nothing: it keeps what was recorded | lost, and what to do instead |

use std::collections::BTreeSet;

use crate::rules::verdict::Objection;
use crate::store::TaskFile;
use crate::vcs::{CommitId, CommitInfo, Edit};

use super::salvage::Saved;

/// What is to be done, in order.
pub struct Plan {
    /// The branch here.
    pub head: CommitId,
    /// The shared branch.
    pub base: CommitId,
    /// What the branch will hold.
    pub end: CommitId,
    /// Nobody else did anything: the commits go as they are.
    pub as_is: bool,
    /// Each action, the oldest first.
    pub steps: Vec<Step>,
    /// Actions of an earlier plan that are on the branch here no more: another run took them along while this one waited.
    pub elsewhere: Vec<Step>,
    /// What of a past that was written anew is not the person's, and goes nowhere.
    pub left: Vec<CommitInfo>,
}

/// One action, and what becomes of it.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its commit.
    pub commit: CommitInfo,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of an action.
#[derive(Debug, Clone)]
pub enum Fate {
    /// It is sent, with these edits unless its commit goes as it is.
    Sent(Vec<Edit>),
    /// The shared branch has it already.
    There,
    /// It was taken back before anybody saw it.
    Undone,
    /// It followed a claim that was lost.
    Follows,
    /// Somebody else was first, or it is no longer allowed.
    Lost(Box<Loss>),
    /// It takes back what this commit recorded, which the shared branch has by now and keeps.
    TooLate(Box<CommitInfo>),
}

/// An action that cannot be done any more.
#[derive(Debug, Clone)]
pub struct Loss {
    /// What stands against it.
    pub objection: Objection,
    /// The task it was done to.
    pub file: Option<TaskFile>,
    /// What of it is kept in the task all the same.
    pub saved: Option<Saved>,
}

/// What a plan is drawn for.
pub struct Errand<'a> {
    /// The branch here.
    pub head: &'a CommitId,
    /// The branch that it is to go on from.
    pub base: &'a CommitId,
    /// What the branch here has more, the oldest first.
    pub commits: Vec<CommitInfo>,
    /// Those of them that are no actions of `mpa` and go along all the same.
    pub others: Vec<CommitInfo>,
    /// Those of them that are known to be there by their effect, whatever they are called there.
    pub there: BTreeSet<CommitId>,
    /// Nothing stands between `commits` and `base` that must not be sent.
    pub is_whole: bool,
    /// An organiser will look at it: what waits for one is no loss.
    pub is_request: bool,
    /// `base` is the same branch, as another computer of the person's sent it: nobody but them has what it holds.
    pub on_own: bool,
}

impl<'a> Errand<'a> {
    /// To send the actions `commits` of the branch `head` to the shared branch at `base`.
    pub fn of(head: &'a CommitId, base: &'a CommitId, commits: Vec<CommitInfo>) -> Self {
        let (others, there) = (Vec::new(), BTreeSet::new());
        Self { head, base, commits, others, there, is_whole: true, is_request: false, on_own: false }
    }
}

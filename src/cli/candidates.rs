//! Tasks that may be meant, in words, where nobody is there to choose one.

use crate::domain::message::Message;
use crate::domain::search::Sought;
use crate::render::{Catalogue, brief_state};
use crate::usecase::read::find::Candidate;
use crate::usecase::{Failure, Kind};

/// The most reasons that are given why a task suits.
pub const REASONS: usize = 2;
/// The most tasks that an error lists.
const LISTED: usize = 10;

/// Several answer to what was `typed`, and nobody can be asked which is meant.
pub fn several(say: &Catalogue, candidates: &[Candidate], typed: &str) -> Failure {
    let sought = Sought::new(typed);
    let is_near = candidates.iter().all(|it| it.rank(&sought).is_some_and(|rank| !rank.is_exact()));
    let message = match typed {
        "" => Message::new("which-task"),
        _ => Message::new(if is_near { "which-near" } else { "which-of" }).with("typed", typed).with("count", candidates.len()),
    };
    let mut failure = Failure::new(Kind::Usage, message);
    failure.details = candidates.iter().take(LISTED).map(|it| candidate_line(say, it)).collect();
    if candidates.len() > LISTED {
        failure.details.push(Message::new("candidates-more").with("count", candidates.len() - LISTED));
    }
    failure
}

/// A task that may be meant, in one line.
pub fn candidate_line(say: &Catalogue, it: &Candidate) -> Message {
    Message::new("candidate")
        .with("id", &it.file.id)
        .with("task", it.title.as_str())
        .with("status", brief_state(say, it, REASONS))
}

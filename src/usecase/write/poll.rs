//! The result of a vote on a project.

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::operation::Operation;
use crate::domain::project::{Poll, Project};
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::usecase::request::facing::{Subject, facing};

use super::projects::{change, receipt};
use super::receipt::{Effect, Receipt};

/// Writes down that the project `slug` had the votes of `poll`, instead of what an earlier vote said.
///
/// # Errors
/// A project that does not exist, a rule, git.
pub fn poll(context: &Context, slug: &Slug, poll: &Poll) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Project(slug))?;
    let wish = |project: &Project| Ok(Project { poll: Some(poll.clone()), ..project.clone() });
    let (landing, notes, title) = change(context, slug, Operation::Poll, wish)?;
    let done = Message::new("poll-done").with("project", title.as_str()).with("votes", poll.votes).with("of", poll.of);
    let effect = Effect::new(context, Operation::Poll, &title, done);
    Ok(receipt(context, landing, effect, notes, None))
}

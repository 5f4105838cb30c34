//! What an organiser has to look at today: requests, claims that end, projects that need somebody.

use crate::domain::name::Handle;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::usecase::review::queue::{Queue, queue};

use super::remind::{EndingClaim, NeedyProject, Recipient, letters};

/// What an organiser has to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rounds {
    /// The requests that wait; `None` where they cannot be read, or there is no repository.
    pub queue: Option<Queue>,
    /// The claims that end soon, or ended and left their task with nobody: the first to end first.
    pub ending: Vec<(Handle, EndingClaim)>,
    /// The projects that need somebody.
    pub needy: Vec<NeedyProject>,
}

/// Gathers what an organiser has to look at; `None` for anybody else, and where nobody is named as one.
///
/// # Errors
/// A folder that cannot be read.
pub fn rounds(context: &Context) -> Result<Option<Rounds>, Failure> {
    let is_named = context.actor.as_ref().is_some_and(|actor| context.campaign.organisers.contains(actor));
    if !is_named {
        return Ok(None);
    }
    let (mut ending, mut needy) = (Vec::new(), Vec::new());
    // The requests stand in the queue: the letters need not tell them again.
    for (recipient, letter) in letters(context, Vec::new())?.letters {
        if let Recipient::Person(who) = recipient {
            ending.extend(letter.claims.into_iter().map(|claim| (who.clone(), claim)));
        }
        needy.extend(letter.projects);
    }
    ending.sort_by(|(_, a), (_, b)| (a.until, &a.id).cmp(&(b.until, &b.id)));
    needy.sort_by(|a: &NeedyProject, b| (a.quiet.is_none(), &a.slug).cmp(&(b.quiet.is_none(), &b.slug)));
    needy.dedup_by(|a, b| a.slug == b.slug);
    Ok(Some(Rounds { queue: queue(context).ok(), ending, needy }))
}

//! Whether the clock of this computer is believed, before it dates anything that others will read.

use crate::domain::message::Message;
use crate::rules::clock::doubt;
use crate::usecase::failure::{Failure, Kind};

use super::Context;

/// How many commits bear witness.
const WITNESSES: usize = 50;

/// Nothing is dated by a clock that what others recorded shows to be wrong, unless the person insists.
///
/// # Errors
/// The day that the computer takes for today, and the one that speaks against it.
pub fn check_clock(context: &Context) -> Result<(), Failure> {
    if context.writing.yes {
        return Ok(());
    }
    let zone = &context.campaign.timezone;
    let lately = context.repository()?.recorded_lately(context.upstream(), WITNESSES)?;
    let recorded: Vec<_> = lately.into_iter().map(|(time, who)| (zone.day(time), who)).collect();
    match doubt(context.today, &recorded, context.campaign.deadline_day(context.today)) {
        Some(message) => Err(Failure::new(Kind::Refused, message).hint(Message::new("hint-clock"))),
        None => Ok(()),
    }
}

//! The year after: the campaign that is over becomes a past one, and the next one begins. One commit, of the campaign's file alone.

use crate::domain::field::Field;
use crate::domain::message::Message;
use crate::domain::operation::Operation;
use crate::rules::change::Change;
use crate::rules::judge::State;
use crate::rules::operation::next::{self as operation, Next, usual_key};
use crate::store::{CAMPAIGN_FILE, decode_campaign, edit_campaign};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::failure::Failure;
use crate::usecase::read::progress::countdown;
use crate::usecase::replay::foresee::{happening, mind_texts};
use crate::usecase::request::facing::{Subject, facing};

use super::projects::receipt;
use super::receipt::{Effect, Receipt};
use super::record::pass;
use super::writer::{FileEdit, Writer};

/// Whether whoever types may begin the next campaign, or may at least ask for it: to be known before anything is asked.
///
/// # Errors
/// A rule, with the people who may.
pub fn check_may(context: &Context) -> Result<(), Failure> {
    let context = &facing(context, Subject::Campaign(Operation::NextCampaign))?;
    let found = [Change::RulesChanged { field: Field::Past }];
    let state = State::of_campaign(&context.campaign, context.today);
    pass(context, context.actor()?, None, &found, &state).map(drop)
}

/// Begins the `wanted` campaign: the one that is over is kept among the past ones.
///
/// # Errors
/// As [`operation::next`]; a rule, with the people who may; git.
pub fn next(context: &Context, wanted: &Next) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Campaign(Operation::NextCampaign))?;
    let writer = Writer::open(context)?;
    let bytes = context.store.bytes(CAMPAIGN_FILE)?;
    let decoded = decode_campaign(&bytes);
    if decoded.has_errors() {
        return Err(Failure::unreadable(&decoded.problems));
    }
    let before = decoded.value.ok_or_else(|| Failure::unreadable(&decoded.problems))?;
    let key = wanted.kept_as.clone().unwrap_or_else(|| usual_key(&before, context.today));
    let after = operation::next(&before, wanted, context.today).map_err(|objection| {
        let failure = Failure::refused(&objection);
        match objection.message.key() {
            "rule-next-early" => failure.hint(Message::new("hint-next-early")),
            "rule-next-key" => {
                let free = (2..).map(|number| format!("{key}-{number}")).find(|other| !before.past.contains_key(other));
                failure.hint(Message::new("hint-next-key").with("key", free.unwrap_or_default()))
            }
            _ => failure,
        }
    })?;
    let edited = edit_campaign(&bytes, &before, &after)?;
    let (old, new) = (before.clone().into(), after.clone().into());
    let versions = (Some(&old), Some(&new));
    let found = happening(context, versions)?;
    let waits = pass(context, context.actor()?, None, &found, &State::of_campaign(&before, context.today))?;
    mind_texts(context, versions)?;
    let edit = FileEdit { path: CAMPAIGN_FILE.to_owned(), before: Some(bytes), after: edited };
    let headline = Headline { operation: Operation::NextCampaign, title: &after.name, id: "", trailers: &[] };
    let (landing, mut notes) = writer.commit(&[edit], headline)?;
    notes.extend(waits);
    let deadline = after.deadline_day(context.today);
    let done = Message::new("campaign-begun")
        .with("campaign", after.name.as_str())
        .with("started", wanted.started)
        .with("deadline", deadline)
        .with("countdown", countdown((deadline - context.today).num_days()))
        .with("before", before.name.as_str())
        .with("key", key);
    let effect = Effect::new(context, Operation::NextCampaign, &after.name, done);
    Ok(receipt(context, landing, effect, notes, None))
}

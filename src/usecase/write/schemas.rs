//! What editors are told of the files, beside a campaign that is there.

use crate::domain::field::Field;
use crate::domain::message::Message;
use crate::domain::operation::Operation;
use crate::rules::change::Change;
use crate::rules::judge::State;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::{BESIDE, Headline};
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::Failure;
use crate::usecase::request::facing::{Subject, facing};

use super::beside;
use super::receipt::{Effect, Receipt};
use super::record::pass;
use super::take::unsent;
use super::writer::Writer;

const TITLE: &str = "schemas";

/// Commits `files`, paths from the campaign's folder and texts. Of those that are there already, the ones below `made` are
/// written again, the others left alone and told.
///
/// # Errors
/// A rule (only an organiser changes these), git.
pub fn install(context: &Context, files: Vec<(String, String)>, made: &str) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Campaign(Operation::Init))?;
    let writer = Writer::open(context)?;
    let (edits, mut notes) = beside::edits((context, &writer), context.store.root(), files, |path| path.starts_with(made))?;
    let found = [Change::RulesChanged { field: Field::Format }];
    let waits = pass(context, context.actor()?, None, &found, &State::of_campaign(&context.campaign, context.today))?;
    if edits.is_empty() {
        return Ok(Receipt::nothing(context, Message::new("schemas-nothing"), notes));
    }
    let headline = Headline { operation: Operation::Init, title: TITLE, id: "", trailers: &[(BESIDE, TITLE.to_owned())] };
    let (landing, more) = writer.commit_placed(&edits, headline)?;
    notes.extend(more);
    notes.extend(waits);
    let is_sent_alone = context.proposes() && matches!(landing, Landing::Committed(_));
    notes.extend(is_sent_alone.then(|| unsent(context)).flatten());
    let effect = Effect::new(context, Operation::Init, TITLE, Message::new("schemas-installed"));
    Ok(Receipt::new(context, landing, effect.asked(Message::new("schemas-asked")), notes))
}

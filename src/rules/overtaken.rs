//! What only whoever is first can decide: carried over to where somebody else decided it otherwise meanwhile, it would take that
//! back without a word.

use crate::domain::campaign::Campaign;
use crate::domain::document::Document;
use crate::domain::message::Message;
use crate::domain::project::Project;

use super::verdict::{Objection, Rule};

/// What stands against doing again on `onto` what led from `origin` to `wished`: there somebody began another campaign, or recorded
/// another vote, in the meantime.
pub fn overtaken(origin: &Document, wished: &Document, onto: &Document) -> Option<Objection> {
    let message = match (origin, wished, onto) {
        (Document::Campaign(origin), Document::Campaign(wished), Document::Campaign(onto)) => campaign(origin, wished, onto),
        (Document::Project(origin), Document::Project(wished), Document::Project(onto)) => poll(origin, wished, onto),
        _ => None,
    };
    message.map(|message| Objection::new(Rule::Conflict, message))
}

fn campaign(origin: &Campaign, wished: &Campaign, onto: &Campaign) -> Option<Message> {
    let is_another = |campaign: &Campaign| campaign.past != origin.past;
    let days = |campaign: &Campaign| (campaign.name.clone(), campaign.started, campaign.deadline);
    let is_overtaken = is_another(wished) && is_another(onto) && days(wished) != days(onto);
    is_overtaken.then(|| Message::new("rule-overtaken-campaign").with("campaign", onto.name.as_str()))
}

fn poll(origin: &Project, wished: &Project, onto: &Project) -> Option<Message> {
    let (mine, theirs) = (wished.poll.as_ref()?, onto.poll.as_ref()?);
    let is_overtaken = origin.poll.as_ref() != Some(mine) && origin.poll.as_ref() != Some(theirs) && mine != theirs;
    let message = || Message::new("rule-overtaken-poll").with("project", onto.title.as_str());
    is_overtaken.then(|| message().with("votes", theirs.votes).with("of", theirs.of).with("day", theirs.at))
}

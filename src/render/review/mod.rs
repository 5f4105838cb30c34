//! A request for the people who decide on it: on a terminal, as a comment of a forge, as notes on its lines.

mod annotations;
mod markdown;
mod queue;
mod words;

use crate::domain::message::Message;
use crate::usecase::replay::{Outcome, Review};

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};

pub use annotations::{github, github_check, gitlab, gitlab_check, verdict};
pub use markdown::{check_markdown, markdown, queue_markdown};
pub use queue::{brief, choice, queue, short_queue, summary};

use words::{author, merging, objection, style, title, verdict_line};

/// So many changes of one verdict are told to people, and of every rule at least one: the rest is counted.
const SHOWN: usize = 30;

/// A request on a terminal: who, what, why not, and the verdict.
pub fn review(pen: &mut Pen<'_>, say: &Catalogue, review: &Review) {
    pen.styled(Style::Strong, &title(say, review)).end();
    // Of a request that is too long they were not counted.
    let counted = (review.commits > 0 || review.items.is_empty()).then_some(review.commits);
    let commits = counted.map(|count| format!("{}, ", say.say(&Message::new("review-commits").with("count", count))));
    pen.wrapped("", &format!("{}{}", commits.unwrap_or_default(), author(say, review))).end();
    if review.items.is_empty() {
        pen.wrapped_styled(Style::Good, "", &say.word("review-empty"));
        return;
    }
    for outcome in Outcome::GRAVEST_FIRST {
        group(pen, say, review, outcome);
    }
    for sentence in merging(say, review) {
        pen.wrapped("", &sentence);
    }
    pen.wrapped_styled(style(review.outcome()), "", &verdict_line(say, review));
}

fn group(pen: &mut Pen<'_>, say: &Catalogue, review: &Review, outcome: Outcome) {
    let items = review.some_of(outcome, SHOWN);
    if items.is_empty() {
        return;
    }
    let heading = match outcome {
        Outcome::Refused => "heading-refused",
        Outcome::NeedsOrganiser => "heading-needs-organiser",
        Outcome::Routine | Outcome::Empty => "heading-routine",
    };
    pen.styled(style(outcome), &say.word(heading)).end();
    for item in &items {
        pen.hanging("  - ", &say.say(&item.sentence));
        if let Some(why) = item.verdict.objection() {
            pen.wrapped("    ", &objection(say, why));
        }
    }
    let left = review.count(outcome) - items.len();
    if left > 0 {
        pen.wrapped("  ", &say.say(&Message::new("review-more").with("count", left)));
    }
    pen.end();
}

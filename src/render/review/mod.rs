//! A request for the people who decide on it: on a terminal, as a comment of a forge, as notes on its lines.

mod annotations;
mod markdown;
mod queue;
mod words;

use crate::domain::message::Message;
use crate::rules::verdict::Verdict;
use crate::usecase::review::{Item, Outcome, Review};

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};

pub use annotations::{github, github_check, gitlab, gitlab_check};
pub use markdown::{check_markdown, markdown, queue_markdown};
pub use queue::{brief, choice, line, queue, short_queue, summary};

use words::{author, merging, objection, style, title, verdict_line};

/// The most changes of one verdict that are told to people: the rest is counted.
const SHOWN: usize = 30;

/// A request on a terminal: who, what, why not, and the verdict.
pub fn review(pen: &mut Pen<'_>, say: &Catalogue, review: &Review) {
    pen.styled(Style::Strong, &title(say, review)).end();
    // Of a request that is too long they were not counted.
    let counted = (review.commits > 0 || review.items.is_empty()).then_some(review.commits);
    let commits = counted.map(|count| format!("{}, ", say.say(&Message::new("review-commits").with("count", count))));
    pen.wrapped_styled(Style::Faint, "", &format!("{}{}", commits.unwrap_or_default(), author(say, review))).end();
    if review.items.is_empty() {
        pen.wrapped_styled(Style::Good, "", &say.word("review-empty"));
        return;
    }
    for (outcome, heading) in GROUPS {
        group(pen, say, (outcome, heading), &items_of(review, outcome));
    }
    for sentence in merging(say, review) {
        pen.wrapped("", &sentence);
    }
    pen.wrapped_styled(style(review.outcome()), "", &verdict_line(say, review));
}

/// The verdicts, the worst first, with their headings.
const GROUPS: [(Outcome, &str); 3] = [
    (Outcome::Refused, "heading-refused"),
    (Outcome::NeedsOrganiser, "heading-needs-organiser"),
    (Outcome::Routine, "heading-routine"),
];

fn group(pen: &mut Pen<'_>, say: &Catalogue, (outcome, heading): (Outcome, &str), items: &[&Item]) {
    if items.is_empty() {
        return;
    }
    pen.styled(style(outcome), &say.word(heading)).end();
    for item in items.iter().take(SHOWN) {
        pen.hanging("  - ", &say.say(&item.sentence));
        if let Verdict::NeedsOrganiser(why) | Verdict::Refused(why) = &item.verdict {
            pen.wrapped_styled(Style::Faint, "    ", &objection(say, why));
        }
    }
    if items.len() > SHOWN {
        let more = Message::new("review-more").with("count", items.len() - SHOWN);
        pen.wrapped_styled(Style::Faint, "  ", &say.say(&more));
    }
    pen.end();
}

/// The changes with that verdict, in order of their files.
fn items_of(review: &Review, outcome: Outcome) -> Vec<&Item> {
    review.items.iter().filter(|item| Outcome::of(&item.verdict) == outcome).collect()
}

//! The JSON of a request, and of the queue.

use serde::Serialize;

use crate::domain::text::UNBROKEN;
use crate::render::Catalogue;
use crate::rules::actor::Author;
use crate::rules::verdict::Verdict;
use crate::usecase::replay::{Item, Outcome, Proof, Review};
use crate::usecase::review::queue::{Queue, Waiting};

use super::document;

#[derive(Serialize)]
struct ReviewPage<'a> {
    base: Side<'a>,
    head: Side<'a>,
    number: Option<u64>,
    commits: usize,
    author: AuthorLine<'a>,
    verdict: &'static str,
    conflicts: &'a [String],
    changes: Vec<ChangeLine<'a>>,
}

#[derive(Serialize)]
struct Side<'a> {
    name: &'a str,
    commit: &'a str,
}

#[derive(Serialize)]
struct AuthorLine<'a> {
    handle: Option<&'a str>,
    verified: bool,
    newcomer: bool,
    proof: &'static str,
    login: Option<&'a str>,
}

#[derive(Serialize)]
struct ChangeLine<'a> {
    verdict: &'static str,
    rule: Option<&'static str>,
    change: &'static str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    task: Option<&'a str>,
    person: Option<&'a str>,
    sentence: String,
    reason: Option<String>,
}

#[derive(Serialize)]
pub(super) struct QueuePage<'a> {
    base: &'a str,
    requests: Vec<WaitingLine<'a>>,
    unreadable: Vec<UnreadableLine<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct WaitingLine<'a> {
    since: String,
    long: bool,
    same_task: &'a [String],
    #[serde(flatten)]
    review: ReviewPage<'a>,
}

#[derive(Serialize)]
struct UnreadableLine<'a> {
    name: &'a str,
    reason: String,
}

/// A request; the sentences are those of `say`.
pub fn review(review: &Review, say: &Catalogue) -> String {
    document("review", page(review, say))
}

/// The queue; the sentences are those of `say`.
pub fn queue(queue: &Queue, say: &Catalogue) -> String {
    document("queue", queue_page(queue, say))
}

pub(super) fn queue_page<'a>(queue: &'a Queue, say: &Catalogue) -> QueuePage<'a> {
    let waiting = |it: &'_ Waiting| (it.since.to_string(), it.is_long);
    let requests = queue.requests.iter().map(|it| {
        let (since, long) = waiting(it);
        let review = ReviewPage { verdict: outcome(it.group), ..page(&it.review, say) };
        WaitingLine { since, long, same_task: &it.same_task, review }
    });
    let unreadable = queue
        .unreadable
        .iter()
        .map(|(name, failure)| UnreadableLine { name, reason: say.say(&failure.message).replace(UNBROKEN, " ") });
    QueuePage { base: &queue.base_name, requests: requests.collect(), unreadable: unreadable.collect() }
}

fn page<'a>(review: &'a Review, say: &Catalogue) -> ReviewPage<'a> {
    let target = &review.target;
    let (handle, newcomer) = match &review.authorship.author {
        Author::Verified(who) => (Some(who.as_str()), false),
        Author::Newcomer(who) => (Some(who.as_str()), true),
        Author::Unverified => (None, false),
    };
    let (proof, login) = match &review.authorship.proof {
        Proof::Login(login) => ("login", Some(login.as_str())),
        Proof::UnknownLogin(login, _) => ("unknown-login", Some(login.as_str())),
        Proof::Key => ("key", None),
        Proof::Unsigned => ("unsigned", None),
        Proof::Several => ("several-signers", None),
    };
    ReviewPage {
        base: Side { name: &target.base_name, commit: target.base.as_str() },
        head: Side { name: &target.head_name, commit: target.head.as_str() },
        number: target.number,
        commits: review.commits,
        author: AuthorLine { handle, verified: handle.is_some() && !newcomer, newcomer, proof, login },
        verdict: outcome(review.outcome()),
        conflicts: &review.conflicts,
        changes: review.items.iter().map(|item| change(item, say)).collect(),
    }
}

fn change<'a>(item: &'a Item, say: &Catalogue) -> ChangeLine<'a> {
    let why = match &item.verdict {
        Verdict::Routine => None,
        Verdict::NeedsOrganiser(why) | Verdict::Refused(why) => Some(why),
    };
    ChangeLine {
        verdict: outcome(Outcome::of(&item.verdict)),
        rule: why.map(|why| why.rule.as_str()),
        change: item.change.as_str(),
        path: &item.path,
        line: item.at.map(|(line, _)| line),
        column: item.at.map(|(_, column)| column),
        task: item.task.as_ref().map(|id| id.as_str()),
        person: item.person.as_ref().map(|who| who.as_str()),
        sentence: say.say(&item.sentence).replace(UNBROKEN, " "),
        reason: why.map(|why| say.say(&why.message).replace(UNBROKEN, " ")),
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Empty => "empty",
        Outcome::Routine => "routine",
        Outcome::NeedsOrganiser => "needs-organiser",
        Outcome::Refused => "refused",
    }
}

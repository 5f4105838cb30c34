//! The requests that wait, a line each.

use crate::domain::message::Message;
use crate::rules::actor::Author;
use crate::rules::change::Change;
use crate::usecase::review::queue::{Queue, Waiting};
use crate::usecase::review::{Item, Outcome};

use super::super::catalogue::Catalogue;
use super::super::pen::{Pen, Style};
use super::super::table::{Column, table_of};
use super::words::{style, word};

/// The groups, in the order in which an organiser goes through them.
const GROUPS: [(Outcome, &str); 3] = [
    (Outcome::Routine, "queue-group-routine"),
    (Outcome::NeedsOrganiser, "queue-group-needs"),
    (Outcome::Refused, "queue-group-refused"),
];

/// The most lines of a request.
const LINES: usize = 2;

/// The queue: how many of each kind, then a line a request.
pub fn queue(pen: &mut Pen<'_>, say: &Catalogue, queue: &Queue) {
    if queue.requests.is_empty() && queue.unreadable.is_empty() {
        pen.wrapped("", &say.word("queue-none"));
        if let Some(command) = &queue.fetch {
            pen.wrapped("", &say.say(&Message::new("queue-fetch").with("command", command.as_str())));
        }
        return;
    }
    pen.styled(Style::Strong, &summary(say, queue)).end();
    for (outcome, heading) in GROUPS {
        let group: Vec<&Waiting> = queue.requests.iter().filter(|waiting| waiting.group == outcome).collect();
        if group.is_empty() {
            continue;
        }
        pen.end().styled(style(outcome), &say.word(heading)).end();
        lines(pen, say, &group, LINES);
    }
    legend(pen, say, queue);
    for (name, failure) in &queue.unreadable {
        let cause = say.say(&failure.message);
        let message = Message::new("queue-unreadable").with("head", name.as_str()).with("cause", cause);
        pen.end().wrapped_styled(Style::Bad, "", &say.say(&message));
    }
    if let Some(first) = queue.requests.first() {
        let message = Message::new("queue-open").with("head", first.review.target.typed());
        pen.end().wrapped_styled(Style::Faint, "", &say.say(&message));
    }
}

/// The first requests, the worst verdict first, on a line each.
pub fn short_queue(pen: &mut Pen<'_>, say: &Catalogue, queue: &Queue, count: usize) {
    let mut requests: Vec<&Waiting> = queue.requests.iter().collect();
    requests.sort_by_key(|waiting| std::cmp::Reverse(waiting.group));
    requests.truncate(count);
    lines(pen, say, &requests, 1);
}

fn lines(pen: &mut Pen<'_>, say: &Catalogue, requests: &[&Waiting], most: usize) {
    let natural = || Column::natural(String::new());
    let columns = [natural(), Column::flexible(String::new(), 12), Column::flexible(String::new(), 24), natural()];
    table_of(pen, &columns, most, requests.len(), |at| {
        let waiting = requests[at];
        let since = say.short_day(waiting.since);
        vec![marks(waiting), waiting.review.target.name(), say.say(&sentence(waiting)), since]
    });
}

/// "20 demandes · 12 courantes · 6 à décider · 2 refusées".
pub fn summary(say: &Catalogue, queue: &Queue) -> String {
    let counted = |key, count: usize| say.say(&Message::new(key).with("count", count));
    let message = Message::new("queue-summary")
        .with("requests", counted("queue-requests", queue.requests.len()))
        .with("routine", counted("queue-routine", queue.count(Outcome::Routine)))
        .with("needs", counted("queue-needs", queue.count(Outcome::NeedsOrganiser)))
        .with("refused", counted("queue-refused", queue.count(Outcome::Refused)));
    say.say(&message)
}

/// What stands before a request: it takes a task that another takes too, nobody knows who wrote it, it waits for long.
fn marks(waiting: &Waiting) -> String {
    MARKS.iter().map(|(mark, _, is_meant)| if is_meant(waiting) { *mark } else { "" }).collect()
}

/// A mark, what it says, and of which requests.
type Mark = (&'static str, &'static str, fn(&Waiting) -> bool);

const MARKS: [Mark; 3] = [
    ("=", "queue-mark-same-task", |waiting| !waiting.same_task.is_empty()),
    ("?", "queue-mark-unverified", |waiting| waiting.review.authorship.author == Author::Unverified),
    ("!", "queue-mark-long", |waiting| waiting.is_long),
];

/// What the marks that were used say.
fn legend(pen: &mut Pen<'_>, say: &Catalogue, queue: &Queue) {
    let used = MARKS.iter().filter(|(.., is_meant)| queue.requests.iter().any(is_meant));
    let said: Vec<String> = used.map(|(mark, key, _)| format!("{mark} {}", say.word(key))).collect();
    if !said.is_empty() {
        pen.end().wrapped_styled(Style::Faint, "", &said.join(" · "));
    }
}

/// How much a change tells of what a request is about; the least number tells most.
fn weight(change: &Change) -> u8 {
    match change {
        Change::Closed { .. } | Change::SentBack { .. } | Change::Cancelled { .. } | Change::PersonReplaced { .. } => 0,
        Change::Claimed { .. } | Change::TaskAdded | Change::ProjectAdded | Change::Delivered { .. } => 1,
        Change::TimeLogged { .. } | Change::HandoverWritten { .. } | Change::Reformatted => 3,
        _ => 2,
    }
}

/// What a request does, in one sentence: the change that matters most, and how many more there are.
fn sentence(waiting: &Waiting) -> Message {
    let review = &waiting.review;
    let worst = review.outcome();
    let main = review.items.iter().filter(|item| Outcome::of(&item.verdict) == worst).min_by_key(|item| weight(&item.change));
    let said = main.map_or_else(|| Message::new("review-empty"), |item: &Item| item.sentence.clone());
    match review.items.len().saturating_sub(1) {
        0 => said,
        others => Message::new("queue-more").with("sentence", said).with("count", others),
    }
}

/// What a request does, and since when it waits.
pub fn brief(say: &Catalogue, waiting: &Waiting) -> String {
    let since = Message::new("queue-waiting").with("day", say.short_day(waiting.since));
    say.say(&Message::new("queue-with-since").with("sentence", sentence(waiting)).with("since", since))
}

/// A request to choose: verdict, marks, name, and what it does.
pub fn choice(say: &Catalogue, waiting: &Waiting) -> String {
    let (verdict, name) = (word(say, waiting.group), waiting.review.target.name());
    format!("{name}  {verdict} {}  {}", marks(waiting), say.say(&sentence(waiting)))
}

/// The same with everything worth knowing, in words.
pub fn line(say: &Catalogue, waiting: &Waiting) -> String {
    let mut said = sentence(waiting);
    if waiting.review.authorship.author == Author::Unverified {
        said = Message::new("queue-unverified").with("sentence", said);
    }
    if !waiting.same_task.is_empty() {
        let same = Message::new("queue-same-task").with("others", waiting.same_task.clone());
        said = Message::new("queue-with-same-task").with("sentence", said).with("same", same);
    }
    let key = if waiting.is_long { "queue-waiting-long" } else { "queue-waiting" };
    let since = Message::new(key).with("day", say.short_day(waiting.since));
    say.say(&Message::new("queue-with-since").with("sentence", said).with("since", since))
}

//! The requests that wait, a line each.

use crate::domain::message::Message;
use crate::domain::text::shorten;
use crate::render::catalogue::Catalogue;
use crate::render::pen::{Pen, Style};
use crate::render::table::{Column, table_of};
use crate::rules::actor::Author;
use crate::usecase::replay::{Gist, Outcome};
use crate::usecase::review::queue::{Queue, Waiting};

use super::words::{counted, style, word};

/// The most lines of a request that may be merged unread. What is to be decided is told whole.
const LINES: usize = 2;
/// The longest sentence about a change, in columns.
const SENTENCE: usize = 160;

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
    for outcome in Outcome::GRAVEST_FIRST {
        let group: Vec<&Waiting> = queue.requests.iter().filter(|waiting| waiting.group == outcome).collect();
        if group.is_empty() {
            continue;
        }
        let (heading, most) = match outcome {
            Outcome::Refused => ("queue-group-refused", usize::MAX),
            Outcome::NeedsOrganiser => ("queue-group-needs", usize::MAX),
            Outcome::Routine | Outcome::Empty => ("queue-group-routine", LINES),
        };
        pen.end().styled(style(outcome), &say.word(heading)).end();
        rows(pen, say, (&group, most), sentence);
    }
    legend(pen, say, queue);
    for unread in unreadable(say, queue) {
        pen.end().wrapped_styled(Style::Bad, "", &unread);
    }
    if let Some(first) = queue.requests.first() {
        let message = Message::new("queue-open").with("head", first.review.target.typed());
        pen.end().wrapped("", &say.say(&message));
    }
}

/// The requests that cannot be read, and why.
pub(super) fn unreadable<'a>(say: &'a Catalogue, queue: &'a Queue) -> impl Iterator<Item = String> + 'a {
    queue.unreadable.iter().map(|(name, failure)| {
        say.say(&Message::new("queue-unreadable").with("head", name.as_str()).with("cause", failure.message.clone()))
    })
}

/// The first requests, the gravest first, on a line each.
pub fn short_queue(pen: &mut Pen<'_>, say: &Catalogue, queue: &Queue, count: usize) {
    let requests: Vec<&Waiting> = queue.requests.iter().take(count).collect();
    rows(pen, say, (&requests, 1), short);
}

/// A row for each request, `most` lines of which say what it does.
fn rows(
    pen: &mut Pen<'_>,
    say: &Catalogue,
    (requests, most): (&[&Waiting], usize),
    told: impl Fn(&Catalogue, &Waiting) -> String,
) {
    let natural = || Column::natural(String::new());
    let columns = [natural(), Column::flexible(String::new(), 12), Column::flexible(String::new(), 24), natural()];
    table_of(pen, &columns, most, requests.len(), |at| {
        let waiting = requests[at];
        let since = say.short_day(waiting.since);
        vec![marks(waiting), waiting.review.target.name(), told(say, waiting), since]
    });
}

/// "20 demandes · 2 refusées · 6 à décider · 12 courantes".
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
        pen.end().wrapped("", &said.join(" · "));
    }
}

/// What a request does: a sentence for each rule that stands against it, the gravest first, and how many more there are.
fn sentences(say: &Catalogue, waiting: &Waiting) -> Vec<String> {
    let Gist { told, left } = waiting.review.gist();
    let mut said: Vec<String> = told.iter().map(|item| shorten(&say.say(&item.sentence), SENTENCE).into_owned()).collect();
    if said.is_empty() {
        said.push(say.word("review-empty"));
    }
    if !left.is_empty() {
        let left: Vec<String> = left.into_iter().map(|(outcome, count)| counted(say, outcome, count)).collect();
        said.push(say.say(&Message::new("queue-besides").with("others", left)));
    }
    said
}

/// The same as one sentence.
fn sentence(say: &Catalogue, waiting: &Waiting) -> String {
    sentences(say, waiting).join(&say.word("semicolon"))
}

/// What a request does where there is one line: how much of it is to be decided, then the gravest of it.
fn short(say: &Catalogue, waiting: &Waiting) -> String {
    let first = sentences(say, waiting).swap_remove(0);
    let against = [Outcome::Refused, Outcome::NeedsOrganiser].map(|outcome| (outcome, waiting.review.count(outcome)));
    if against.iter().map(|(_, count)| count).sum::<usize>() <= 1 {
        return first;
    }
    let counts = against.into_iter().filter(|(_, count)| *count > 0).map(|(outcome, count)| counted(say, outcome, count));
    format!("{}{}{first}", say.list(&counts.collect::<Vec<_>>()), say.word("colon"))
}

/// What a request does, and since when it waits.
pub fn brief(say: &Catalogue, waiting: &Waiting) -> String {
    let since = Message::new("queue-waiting").with("day", say.short_day(waiting.since));
    say.say(&Message::new("queue-with-since").with("sentence", sentence(say, waiting)).with("since", since))
}

/// A request to choose: verdict, marks, name, and what it does.
pub fn choice(say: &Catalogue, waiting: &Waiting) -> String {
    let (verdict, name) = (word(say, waiting.group), waiting.review.target.name());
    format!("{name}  {verdict} {}  {}", marks(waiting), short(say, waiting))
}

/// Everything worth knowing of a request, in words: what it does, then who and since when.
pub fn lines(say: &Catalogue, waiting: &Waiting) -> Vec<String> {
    let mut said = sentences(say, waiting);
    let is_unverified = waiting.review.authorship.author == Author::Unverified;
    said.extend(is_unverified.then(|| say.word("queue-mark-unverified")));
    let is_alone = waiting.same_task.is_empty();
    said.extend((!is_alone).then(|| say.say(&Message::new("queue-same-task").with("others", waiting.same_task.clone()))));
    let key = if waiting.is_long { "queue-waiting-long" } else { "queue-waiting" };
    said.push(say.say(&Message::new(key).with("day", say.short_day(waiting.since))));
    said
}

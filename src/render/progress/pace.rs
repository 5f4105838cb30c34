//! The pace in plain sentences: what is left, what weeks bring, when it would be finished, what decides the end.

use crate::domain::budget::Minutes;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::render::catalogue::Catalogue;
use crate::render::marks::Marks;
use crate::render::pen::Pen;
use crate::rules::chain::Chain;
use crate::rules::facts::ACTIVE_DAYS;
use crate::rules::forecast::SURE_IN_TEN;
use crate::rules::pace::{Outlook, Pace, TASKS_MIN, needed};
use crate::rules::progress::Tally;
use crate::usecase::read::headway::Headway;
use crate::usecase::read::progress::Progress;

/// In so few days a pace says no more than what is left.
const WEEK: i64 = 7;
/// The most tasks of a chain that are named.
const NAMED: usize = 6;

/// What is left, by when, and what is due later.
pub fn left(pen: &mut Pen<'_>, say: &Catalogue, progress: &Progress) {
    pen.wrapped("", &say.say(&outlook(say, &progress.total, progress.days_left())));
    if let Some(later) = later(&progress.total) {
        pen.wrapped("", &say.say(&later));
    }
}

/// How fast it goes, and when it would be finished.
pub fn pace(pen: &mut Pen<'_>, say: &Catalogue, headway: &Headway, marks: Marks) {
    let Headway { pace, progress, .. } = headway;
    let sentences = [
        forecast(pace, progress.deadline),
        pace.chain.as_ref().map(|chain| of_chain(chain, marks)),
        weeks(pace, marks),
        real(&progress.total),
        active(pace).filter(|_| progress.total.tasks > 0),
    ];
    sentences.iter().flatten().for_each(|message| _ = pen.wrapped("", &say.say(message)));
}

/// "Reste 21 h en 11 jours : 13 h par semaine ; semaine passée : 4 h".
fn outlook(say: &Catalogue, tally: &Tally, days: i64) -> Message {
    if tally.tasks == 0 {
        return Message::new("outlook-empty");
    }
    let left = tally.left();
    let message = match needed(left, days) {
        None if left.get() == 0 && tally.later.first.is_some() => Message::new("outlook-done-so-far"),
        None if left.get() == 0 => Message::new("outlook-done"),
        None => Message::new("outlook-late").with("left", left),
        Some(_) if days <= WEEK => Message::new("outlook-week").with("left", left).with("days", days),
        Some(weekly) => {
            Message::new("outlook").with("left", left).with("days", days).with("weekly", say.language().hours(weekly))
        }
    };
    message.with("last", last_week(tally))
}

/// What was finished in the last seven days, and the time noted.
fn last_week(tally: &Tally) -> Message {
    let spent = match tally.spent_last_week {
        Minutes::ZERO => Message::new("no-time-noted"),
        spent => Message::new("week-spent").with("spent", spent),
    };
    match tally.done_last_week {
        Minutes::ZERO => spent,
        done => Message::new("week-done").with("done", done).with("spent", spent),
    }
}

/// "Plus tard : 15 h, dont 5 h pour le 29 janvier".
fn later(tally: &Tally) -> Option<Message> {
    let left = tally.later.left;
    let (day, first) = tally.later.first?;
    let message =
        if first == left { Message::new("outlook-later") } else { Message::new("outlook-later-first").with("first", first) };
    Some(message.with("left", left).with("day", day))
}

/// From when to when the end lies, and what that rests on.
fn forecast(pace: &Pace, deadline: Day) -> Option<Message> {
    match pace.outlook {
        Outlook::Nothing => None,
        Outlook::TooFew(basis) if basis.tasks < TASKS_MIN => {
            Some(Message::new("pace-too-few").with("count", basis.tasks).with("needed", TASKS_MIN).with("since", basis.first))
        }
        Outlook::TooFew(basis) => Some(Message::new("pace-too-early").with("count", basis.days)),
        Outlook::Between { earliest, latest, basis } => {
            let range = match (earliest, latest) {
                (None, _) => Message::new("pace-beyond"),
                (Some(earliest), None) => Message::new("pace-from").with("earliest", earliest),
                (Some(earliest), Some(latest)) if earliest == latest => Message::new("pace-on").with("day", earliest),
                (Some(earliest), Some(latest)) => Message::new("pace-between").with("earliest", earliest).with("latest", latest),
            };
            let range = range.with("times", SURE_IN_TEN);
            let verdict = (pace.days >= 0).then(|| match (earliest, latest) {
                (_, Some(latest)) if latest <= deadline => Message::new("pace-in-time"),
                (Some(earliest), _) if earliest <= deadline => Message::new("pace-amid").with("day", deadline),
                _ => Message::new("pace-too-late").with("day", deadline),
            });
            let message = Message::new(if verdict.is_some() { "pace-forecast" } else { "pace-forecast-late" });
            let alike = match basis.weeks {
                0 => Message::new("pace-basis-days").with("count", basis.days),
                weeks => Message::new("pace-basis-weeks").with("count", weeks),
            };
            let message = message.with("basis", alike).with("range", range).with("tasks", basis.tasks).with("first", basis.first);
            Some(verdict.into_iter().fold(message, |message, verdict| message.with("verdict", verdict)))
        }
    }
}

/// What decides the end, however many hands there are.
fn of_chain(chain: &Chain, marks: Marks) -> Message {
    let arrow = if marks == Marks::Ascii { " > " } else { " → " };
    let mut ids: Vec<&str> = chain.tasks.iter().take(NAMED).map(|(id, _)| id.as_str()).collect();
    if chain.tasks.len() > NAMED {
        ids.push(if marks == Marks::Ascii { "..." } else { "…" });
    }
    let first = chain.tasks.first().map(|(_, title)| title.as_str()).unwrap_or_default();
    Message::new("pace-chain")
        .with("count", chain.tasks.len())
        .with("time", chain.time)
        .with("first", first)
        .with("chain", ids.join(arrow))
}

/// A mark a week, where there are several.
fn weeks(pace: &Pace, marks: Marks) -> Option<Message> {
    let is_worth_it = pace.weeks.len() > 1 && pace.weeks.iter().any(|week| *week > Minutes::ZERO);
    let most = pace.weeks.iter().max().copied().unwrap_or_default();
    let message = || Message::new("pace-weeks").with("row", marks.row(&pace.weeks)).with("count", pace.weeks.len());
    is_worth_it.then(|| message().with("most", most))
}

/// Who is active; nothing where that is nobody yet, in a campaign that is young.
fn active(pace: &Pace) -> Option<Message> {
    let is_worth_it = pace.active > 0 || pace.active_days == ACTIVE_DAYS;
    is_worth_it.then(|| Message::new("pace-active").with("count", pace.active).with("days", pace.active_days))
}

/// What finished tasks took beside what was planned.
fn real(tally: &Tally) -> Option<Message> {
    let real = tally.real;
    let message = || Message::new("real").with("count", real.tasks).with("spent", real.spent).with("planned", real.planned);
    (real.tasks > 0).then(|| match real.over {
        0 => message(),
        over => message().under("real-over").with("over", over),
    })
}

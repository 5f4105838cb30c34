//! Small phrases that several pages share: states, places.

use crate::domain::budget::Budget;
use crate::domain::day::{Day, Deadline};
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::status::Status;
use crate::domain::task::Place;
use crate::usecase::read::find::Candidate;
use crate::usecase::read::fit::Reason;
use crate::usecase::read::list::Row;
use crate::usecase::review::pending::{Deed, Pending};

use super::catalogue::Catalogue;
use super::pen::Style;

/// "libre", "prise", …
pub fn status(say: &Catalogue, status: Status) -> String {
    say.word(match status {
        Status::Open => "status-open",
        Status::Claimed => "status-claimed",
        Status::Blocked => "status-blocked",
        Status::Draft => "status-draft",
        Status::Done => "status-done",
        Status::Cancelled => "status-cancelled",
    })
}

/// The most people who are named where several wait for one task.
const NAMED: usize = 3;

/// "prise par X, à valider, depuis le …": what somebody did on a branch that is not merged.
pub fn pending(say: &Catalogue, pending: &[Pending]) -> Option<String> {
    let first = pending.first()?;
    let mut people: Vec<String> = pending.iter().take(NAMED).map(|it| it.by.to_string()).collect();
    if let Some(others) = pending.len().checked_sub(NAMED).filter(|others| *others > 0) {
        people.push(say.say(&Message::new("other-people").with("count", others)));
    }
    let key = match (&first.said_in, first.deed) {
        (None, Deed::Claim(_)) => "state-pending",
        (None, Deed::Closing) => "state-pending-closing",
        (Some(_), Deed::Claim(_)) => "state-hearsay",
        (Some(_), Deed::Closing) => "state-hearsay-closing",
    };
    Some(say.say(&Message::new(key).with("people", people).with("day", say.short_day(first.since))))
}

/// The state of a task in a question: what waits, else the time it takes and so many reasons why it suits whoever looks for
/// one, else a word.
pub fn brief_state(say: &Catalogue, task: &Candidate, reasons_shown: usize) -> String {
    let offer = |(budget, why): &(Budget, Vec<Reason>)| {
        let budget = say.language().budget(*budget);
        if why.is_empty() || reasons_shown == 0 {
            return budget;
        }
        format!("{budget} · {}", reasons(say, why.iter().take(reasons_shown)))
    };
    let plain = || task.offer.as_ref().map_or_else(|| status(say, task.status), offer);
    pending(say, &task.pending).unwrap_or_else(plain)
}

/// "compétence web · premier livrable": what counts most of why a task suits somebody.
pub fn reasons<'a>(say: &Catalogue, reasons: impl Iterator<Item = &'a Reason>) -> String {
    let word = |reason: &Reason| {
        say.say(&match reason {
            Reason::Skill(skill) => Message::new("why-skill").with("skill", skill.as_str()),
            Reason::Joined => Message::new("why-joined"),
            Reason::FirstDeliverable => Message::new("why-first-deliverable"),
            Reason::Unblocks(count) => Message::new("why-unblocks").with("count", *count),
            Reason::Due(day) if *day < say.today() => Message::new("why-late").with("day", say.short_day(*day)),
            Reason::Due(day) => Message::new("why-due").with("day", say.short_day(*day)),
            Reason::NeverTaken => Message::new("why-never-taken"),
        })
    };
    reasons.map(word).collect::<Vec<_>>().join(" · ")
}

/// Whether what is not over yet was due before `today`.
pub fn is_overdue(status: Status, due: Day, today: Day) -> bool {
    !matches!(status, Status::Done | Status::Cancelled) && due < today
}

/// The day in a table, behind a sign where it is past and the task is not over.
pub fn due(say: &Catalogue, day: Day, status: Status) -> String {
    let mark = if is_overdue(status, day, say.today()) { "! " } else { "" };
    format!("{mark}{}", say.short_day(day))
}

/// The colour of a state.
pub fn status_style(status: Status) -> Style {
    match status {
        Status::Open => Style::Good,
        Status::Claimed | Status::Blocked => Style::Warning,
        Status::Draft | Status::Done | Status::Cancelled => Style::Plain,
    }
}

/// "prise par X jusqu’au …": the state with who and when, as far as there is somebody.
pub fn state(say: &Catalogue, row: &Row) -> String {
    if let Some(pending) = pending(say, &row.pending) {
        return pending;
    }
    let holder = row.holder.as_ref().map(|(who, day)| (who, *day));
    let short = |day: Day| say.short_day(day);
    let with = |key, (who, day): (&Handle, Day)| say.say(&Message::new(key).with("person", who).with("day", short(day)));
    match (row.status, holder) {
        (Status::Claimed, Some(held)) => with("state-claimed", held),
        (Status::Done, Some(done)) => with("state-done", done),
        (Status::Open, _) if row.sent_back => say.word("status-sent-back"),
        (Status::Open, Some(held)) if row.expired => with("state-expired", held),
        (Status::Blocked, _) if !row.waits_for.is_empty() => {
            let others: Vec<String> = row.waits_for.iter().map(ToString::to_string).collect();
            say.say(&Message::new("state-blocked").with("others", others))
        }
        _ if row.sent_back => say.word("status-sent-back"),
        _ => status(say, row.status),
    }
}

/// The state of a task in the list of the person who holds it.
pub fn own_state(say: &Catalogue, row: &Row) -> String {
    match (&row.holder, row.pending.first()) {
        (_, Some(Pending { deed: Deed::Claim(_), said_in: None, .. })) => say.word("state-own-pending"),
        (_, Some(Pending { deed: Deed::Closing, said_in: None, .. })) => say.word("state-own-pending-closing"),
        (Some((_, day)), None) if row.status == Status::Claimed => {
            say.say(&Message::new("state-own").with("day", say.short_day(*day)))
        }
        _ => state(say, row),
    }
}

/// "à distance", "sur place (Paris)", …
pub fn place(say: &Catalogue, place: &Place) -> String {
    match place {
        Place::Remote => say.word("place-remote"),
        Place::Either => say.word("place-either"),
        Place::OnSite(None) => say.word("place-on-site"),
        Place::OnSite(Some(name)) => say.say(&Message::new("place-on-site-in").with("place", name.as_str())),
    }
}

/// What the deadline is called: the feast, or no more than that it is one.
pub fn deadline_name(deadline: Deadline) -> Message {
    Message::new(match deadline {
        Deadline::SainteBarbe => "site-sainte-barbe",
        Deadline::On(_) => "site-deadline",
    })
}

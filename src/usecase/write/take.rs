//! A volunteer and a task: take it, prolong it, give it back, note time, finish it.

use crate::domain::budget::Minutes;
use crate::domain::claim::{Claim, Evidence};
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::operation::Operation;
use crate::domain::project::Project;
use crate::domain::shell::command;
use crate::domain::task::Task;
use crate::rules::judge::quota::last_day;
use crate::rules::operation::{self, Parties};
use crate::rules::verdict::Objection;
use crate::store::TaskFile;
use crate::usecase::context::Context;
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::people::namesake;
use crate::usecase::read::progress::standing;
use crate::usecase::replay::evidence::check_shown;
use crate::usecase::request::facing::{Subject, facing};
use crate::usecase::request::mine::with_own;
use crate::usecase::request::notes;
use crate::usecase::review::pending::{Deed, Waiting};
use crate::vcs::VcsError;

use super::receipt::{Effect, Receipt};
use super::record::{TaskWrite, change_task, way_back};

/// Takes the task until `until`, or as long as the rules give. Taking what one holds already changes nothing: another
/// last day is for [`renew`].
///
/// # Errors
/// See [`change_task`].
pub fn claim(context: &Context, file: &TaskFile, until: Option<Day>) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Task(&file.id))?;
    let parties = parties(context)?;
    let project = context.project(&file.project)?;
    let today = context.today;
    let write = change_task(context, file, Operation::Claim, |task| {
        let mine = task.holder(today).is_some_and(|(holder, _)| holder == parties.by);
        if mine {
            return Ok(task.clone());
        }
        operation::claim(task, parties, today, until.unwrap_or_else(|| last_day_of(context, task, project.as_ref())))
    })?;
    let held_until = write.after.claim_of(parties.by).map_or(today, Claim::until);
    let told = |key| {
        let about = Message::new(key).with("task", write.after.title.as_str()).with("person", parties.by);
        about.with("budget", write.after.budget).with("until", held_until)
    };
    let effect = |done| Effect::new(context, Operation::Claim, &write.after.title, told(done));
    let effect = match context.on_behalf {
        Some(_) => effect("claim-done-for"),
        None => effect("claim-done").asked(told("claim-proposed")),
    };
    let is_asked = notes::is_only_asked(context, file, (parties.by, held_until));
    let effect = effect.or_nothing(told(if is_asked { "claim-already-asked" } else { "claim-already-yours" }));
    let mut notes: Vec<Message> = write
        .after
        .latest_reopening()
        .map(|again| {
            Message::new("note-sent-back").with("person", &again.by).with("day", again.at).with("reason", again.reason.as_str())
        })
        .into_iter()
        .collect();
    let waits_for = if write.landing == Landing::Nothing { Vec::new() } else { context.unfinished(&write.after) };
    if !waits_for.is_empty() {
        let others = waits_for.iter().map(ToString::to_string).collect::<Vec<_>>();
        notes.push(Message::new("note-blocked").with("others", others));
    }
    notes.extend(namesake::of_claim(context, &file.id, &write.landing));
    let handover = write.before.claims.iter().rev().find_map(|(who, claim)| Some((who, claim.handover.as_ref()?)));
    notes.extend(handover.map(|(who, text)| Message::new("note-handover").with("person", who).with("text", text.as_str())));
    if let Some(day) = until.filter(|day| *day != held_until && *day >= today) {
        notes.push(hint_command(&format!("mpa renew {} --until {day}", write.after.id)));
    }
    Ok(receipt(context, write, effect, notes))
}

/// Why to think twice before taking a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// What others did.
    pub warning: Message,
    /// Whether nobody but the request itself says so: worth knowing, and nothing to stop for.
    pub is_hearsay: bool,
}

/// Why to think twice before taking the task, or after asking for it: others took or finished it on branches that are not
/// merged.
///
/// # Errors
/// When the file cannot be read.
pub fn rivals(context: &Context, file: &TaskFile, is_asked_for: bool) -> Result<Option<Rival>, Failure> {
    let waiting = Waiting::read(context, Some(file));
    if waiting.is_empty() {
        return Ok(None);
    }
    let shared = if is_asked_for { context.task(file).ok() } else { None };
    let task = shared.map_or_else(|| with_own(context)?.task(file), Ok)?;
    let mut pending = waiting.of(&file.id, task.status(context.today, false));
    pending.retain(|it| context.person().is_ok_and(|me| it.by != *me));
    let Some(first) = pending.first() else { return Ok(None) };
    let key = match (&first.said_in, first.deed) {
        (None, Deed::Claim(_)) => "claim-rival",
        (None, Deed::Closing) => "claim-rival-closing",
        (Some(_), Deed::Claim(_)) => "claim-hearsay",
        (Some(_), Deed::Closing) => "claim-hearsay-closing",
    };
    let warning = Message::new(key).with("task", task.title).with("person", &first.by).with("since", first.since);
    Ok(Some(match &first.said_in {
        None => Rival { warning, is_hearsay: false },
        Some(request) => {
            let command = command("mpa review {}", &[request]);
            Rival { warning: warning.with("request", request.as_str()).with("command", command), is_hearsay: true }
        }
    }))
}

/// Prolongs the claim until `until`, or as long as the rules give.
///
/// # Errors
/// See [`change_task`].
pub fn renew(context: &Context, file: &TaskFile, until: Option<Day>) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Task(&file.id))?;
    let parties = parties(context)?;
    let project = context.project(&file.project)?;
    let write = change_task(context, file, Operation::Renew, |task| {
        let longest = last_day_of(context, task, project.as_ref());
        let current = task.claim_of(parties.by).map(Claim::until);
        let wanted = until.unwrap_or(longest);
        let mine = task.holder(context.today).is_some_and(|(holder, _)| holder == parties.by);
        if mine && wanted >= context.today && current.is_some_and(|current| wanted <= current) {
            return Ok(task.clone());
        }
        operation::renew(task, parties, context.today, wanted)
    })?;
    let held_until = write.after.claim_of(parties.by).map_or(context.today, Claim::until);
    let title = write.after.title.as_str();
    let told = |key| Message::new(key).with("task", title).with("until", held_until);
    let is_asked = notes::is_only_asked(context, file, (parties.by, held_until));
    let effect = Effect::new(context, Operation::Renew, title, told("renew-done")).or_nothing(told(if is_asked {
        "renew-asked"
    } else {
        "renew-at-most"
    }));
    Ok(receipt(context, write, effect, Vec::new()))
}

/// Gives the task back, with word of what is done and left; when the claim is somebody else's, of the reason.
///
/// # Errors
/// See [`change_task`].
pub fn release(context: &Context, file: &TaskFile, handover: Option<String>) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Task(&file.id))?;
    let parties = parties(context)?;
    let write = change_task(context, file, Operation::Release, |task| {
        operation::release(task, parties, context.today, handover.clone())
    })?;
    let title = write.after.title.as_str();
    let effect = Effect::new(context, Operation::Release, title, Message::new("release-done").with("task", title));
    Ok(receipt(context, write, effect, Vec::new()))
}

/// How noted time meets what the day already holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noting {
    /// It comes on top.
    Added,
    /// It is the day's total.
    Total,
}

/// Notes time spent on `day`.
///
/// # Errors
/// See [`change_task`].
pub fn log(context: &Context, file: &TaskFile, time: Minutes, day: Option<Day>, noting: Noting) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Task(&file.id))?;
    let parties = parties(context)?;
    let day = day.unwrap_or(context.today);
    if time > Minutes::DAY {
        return Err(Failure::new(Kind::Usage, Message::new("more-than-a-day").with("time", time)));
    }
    let write = change_task(context, file, Operation::Log, |task| logged(task, parties, day, time, noting))?;
    let claim = write.after.claim_of(parties.by);
    let total = claim.map_or(Minutes::ZERO, Claim::time);
    let that_day = claim.and_then(|claim| claim.spent.get(&day)).copied().unwrap_or(Minutes::ZERO);
    let title = write.after.title.as_str();
    let told = |key| {
        let about = Message::new(key).with("task", title).with("day", day).with("time", that_day);
        about.with("total", total).with("budget", write.after.budget)
    };
    let effect = Effect::new(context, Operation::Log, title, told("log-done"));
    let effect = if context.on_behalf.is_none() { effect.asked(told("log-asked")) } else { effect };
    let notes = beyond(&write.after).into_iter().collect();
    Ok(receipt(context, write, effect, notes))
}

/// What to do about a task that takes longer than planned.
fn beyond(task: &Task) -> Option<Message> {
    let more = task.over_budget()?;
    let message = Message::new(if task.is_over() { "note-over-budget-done" } else { "note-over-budget" });
    Some(message.with("spent", task.time()).with("budget", task.budget).with("more", more).with("id", &task.id))
}

fn logged(task: &Task, parties: Parties<'_>, day: Day, time: Minutes, noting: Noting) -> Result<Task, Objection> {
    let already = task.claim_of(parties.by).and_then(|claim| claim.spent.get(&day)).copied().unwrap_or(Minutes::ZERO);
    let whole = match noting {
        Noting::Added => already + time,
        Noting::Total => time,
    };
    operation::log(task, parties, day, whole)
}

/// What is shown when a task is finished.
#[derive(Debug, Clone)]
pub struct Finish {
    /// The result.
    pub evidence: Evidence,
    /// Anything worth knowing.
    pub note: Option<String>,
    /// The time spent today, to be noted on the way.
    pub time: Option<Minutes>,
}

/// Finishes the task. A free task is taken and finished in one commit.
///
/// # Errors
/// See [`change_task`].
pub fn close(context: &Context, file: &TaskFile, result: &Finish) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Task(&file.id))?;
    check_shown(context, &result.evidence)?;
    let parties = parties(context)?;
    let project = context.project(&file.project)?;
    let today = context.today;
    let write = change_task(context, file, Operation::Close, |task| {
        let current = task.answers_for(today);
        let taken = match current {
            Some((holder, _)) if holder == parties.by => task.clone(),
            Some((_, claim)) if claim.is_active(today) && task.claim_of(parties.by).is_some() => task.clone(),
            _ if task.is_over() => task.clone(),
            _ => operation::claim(task, parties, today, last_day_of(context, task, project.as_ref()))?,
        };
        let timed = match result.time {
            Some(time) => logged(&taken, parties, today, time, Noting::Added)?,
            None => taken,
        };
        operation::close(&timed, parties, today, result.evidence.clone(), result.note.clone())
    })?;
    let title = write.after.title.as_str();
    let effect = Effect::new(context, Operation::Close, title, Message::new("close-done").with("task", title));
    let untimed = write.after.claim_of(parties.by).is_none_or(|claim| claim.spent.is_empty());
    let untimed = untimed.then(|| Message::new("note-no-time").with("id", &write.after.id));
    let notes = untimed.into_iter().chain(beyond(&write.after)).collect();
    Ok(receipt(context, write, effect, notes))
}

fn parties(context: &Context) -> Result<Parties<'_>, Failure> {
    Ok(Parties { by: context.person()?, actor: context.actor()? })
}

fn last_day_of(context: &Context, task: &Task, project: Option<&Project>) -> Day {
    let due = context.campaign.effective_due(task, project, context.today);
    last_day(&context.campaign, due, context.today)
}

/// Adds where the project stands and the way back to what an operation has to say.
pub(super) fn receipt(context: &Context, write: TaskWrite, effect: Effect, mut notes: Vec<Message>) -> Receipt {
    notes.extend(write.notes);
    if let Landing::Committed(_) = write.landing {
        notes.extend(standing(context, &write.after.project));
        notes.extend(unsent(context));
        notes.push(way_back(context));
    }
    Receipt::new(context, write.landing, effect, notes)
}

/// "Recorded here, not sent yet", when there is a remote to send to.
pub(super) fn unsent(context: &Context) -> Option<Message> {
    if context.proposal.is_some() {
        return notes::note(context);
    }
    let repository = context.repository().ok()?;
    let here = repository.head_branch().ok().flatten();
    if context.proposes() {
        return here.map(|branch| notes::note_here(context, &branch));
    }
    let upstream = context.upstream()?;
    let push = command("git push {} {}", &[upstream.remote, here.as_deref().unwrap_or(upstream.branch)]);
    let only_git_reads_it = matches!(repository.head_commit(), Err(VcsError::NeedsEngine { .. }));
    let command = if only_git_reads_it { push } else { "mpa sync".to_owned() };
    Some(Message::new("note-unsent").with("command", command))
}

//! Which task is meant: an id, the beginning of one, words of a title, or what can only be one.

use std::collections::BTreeMap;

use crate::domain::budget::{Budget, Minutes};
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::search::{Rank, Sought};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::text::folded;
use crate::store::TaskFile;
use crate::usecase::context::Context;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::request::mine::with_own;
use crate::usecase::review::pending::{Pending, Waiting};

use super::fit::{Reason, Wishes};
use super::list::{Row, list};
use super::query::{Query, Sort};

/// The shortest beginning of an id that is looked up, and the shortest word that says which task is meant.
const PREFIX_MIN: usize = 3;

/// A task that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its file.
    pub file: TaskFile,
    /// Its title.
    pub title: String,
    /// Its project.
    pub project: Slug,
    /// What one should know.
    pub skills: Vec<String>,
    /// Its state.
    pub status: Status,
    /// Who took or finished it on a branch that is not merged.
    pub pending: Vec<Pending>,
    /// The time it should take and why it suits the person, where something to take is looked for.
    pub offer: Option<(Budget, Vec<Reason>)>,
}

impl Candidate {
    /// How well it answers to what was typed.
    pub fn rank(&self, sought: &Sought) -> Option<Rank> {
        rank(sought, &self.title, (&self.file.id, &self.project, &self.skills))
    }
}

fn rank(sought: &Sought, title: &str, (id, project, skills): (&TaskId, &Slug, &[String])) -> Option<Rank> {
    let around: Vec<&str> = skills.iter().map(String::as_str).chain([id.as_str(), project.as_str()]).collect();
    sought.rank(title, &around)
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Exactly one task.
    One(TaskFile),
    /// One whose title has every word typed: what changes it says first which it is.
    Likely(Candidate),
    /// Several may be meant, too little was typed to tell, or nothing: to be chosen from.
    Several(Vec<Candidate>),
}

/// Which tasks come into question when none is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among<'a> {
    /// Any task.
    All,
    /// What can be taken now, in the time there is.
    Open(Option<Minutes>),
    /// What is finished.
    Done,
    /// What that person holds, or was the last to hold.
    HeldBy(&'a Handle),
}

impl Among<'_> {
    pub(super) fn takes(self, task: &Task, today: Day) -> bool {
        match self {
            Self::All => true,
            Self::Open(_) => task.status(today, false) == Status::Open,
            Self::Done => task.status(today, false) == Status::Done,
            Self::HeldBy(who) => task.answers_for(today).is_some_and(|(holder, _)| holder == who),
        }
    }
}

/// Finds the task that `words` mean; without words, the one task in question.
///
/// # Errors
/// No such task, with the nearest titles; nothing in question.
pub fn find(context: &Context, words: &[String], among: Among<'_>) -> Result<Found, Failure> {
    let context = &with_own(context)?;
    let typed = words.join(" ");
    if typed.trim().is_empty() {
        return the_only(context, among);
    }
    if let Some(found) = by_id(context, &typed)? {
        return Ok(found);
    }
    let candidates = answering(context, &Sought::new(&typed))?;
    if candidates.is_empty() {
        let message = Message::new("no-such-task").with("typed", typed);
        return Err(Failure::new(Kind::Usage, message).hint(hint_command("mpa tasks list --all")));
    }
    Ok(narrowed(candidates, &folded(&typed), context, among))
}

/// The tasks that answer to `sought` as well as any does, in the order of lists.
fn answering(context: &Context, sought: &Sought) -> Result<Vec<Candidate>, Failure> {
    if sought.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = candidates(context, |row| rank(sought, &row.title, (&row.id, &row.project, &row.skills)).is_some())?;
    let best = found.iter().filter_map(|it| it.rank(sought)).min();
    found.retain(|it| it.rank(sought) == best);
    Ok(found)
}

fn by_id(context: &Context, typed: &str) -> Result<Option<Found>, Failure> {
    let Some(start) = TaskId::forgive(typed) else { return Ok(None) };
    if start.len() < PREFIX_MIN {
        return Ok(None);
    }
    let mut files = context.store.task_files_with_prefix(&start)?;
    if files.iter().any(|file| file.id.as_str() == start) {
        files.retain(|file| file.id.as_str() == start);
    }
    if let [first, second, ..] = &files[..]
        && first.id == second.id
    {
        let message =
            Message::new("same-id").with("id", &first.id).with("first", first.path.as_str()).with("second", second.path.as_str());
        return Err(Failure::new(Kind::Data, message).hint(hint_command("mpa check")));
    }
    match <[TaskFile; 1]>::try_from(files) {
        Ok([only]) if only.id.as_str() == start || !typed.trim().chars().all(char::is_alphabetic) => Ok(Some(Found::One(only))),
        Ok([only]) => unless_a_word(context, only, typed).map(Some),
        Err(none) if none.is_empty() => Ok(None),
        Err(several) => {
            let waiting = Waiting::read(context, None);
            let read = |file: TaskFile| {
                let task = context.task(&file).ok();
                let title = task.as_ref().map_or_else(|| file.id.to_string(), |task| task.title.clone());
                let status =
                    task.as_ref().map_or(Status::Draft, |task| task.status(context.today, !context.unfinished(task).is_empty()));
                let skills = task.map_or_else(Vec::new, |task| task.skills);
                let (project, pending) = (file.project.clone(), waiting.of(&file.id, status));
                Candidate { pending, project, file, title, skills, status, offer: None }
            };
            Ok(Some(Found::Several(several.into_iter().map(read).collect())))
        }
    }
}

/// The task whose id begins with `word`, unless titles of others have it, too.
fn unless_a_word(context: &Context, file: TaskFile, word: &str) -> Result<Found, Failure> {
    let sought = Sought::new(word);
    let meant = candidates(context, |row| row.id == file.id || sought.rank(&row.title, &[]).is_some_and(Rank::is_exact))?;
    let is_clear = meant.iter().all(|it| it.file.id == file.id);
    Ok(if is_clear { Found::One(file) } else { Found::Several(meant) })
}

/// Every word typed is a word of the title, and one of them says something: it is no number, and long enough.
fn names(sought: &str, title: &str) -> bool {
    let title = folded(title);
    let tells = |word: &str| word.chars().count() >= PREFIX_MIN && !word.chars().all(char::is_numeric);
    sought.split(' ').any(tells) && sought.split(' ').all(|word| title.split(' ').any(|of_title| of_title == word))
}

/// Of the titles that match, the only one, or the only one that comes into question, if what was typed names it.
fn narrowed(mut matching: Vec<Candidate>, sought: &str, context: &Context, among: Among<'_>) -> Found {
    let is_in_question =
        |it: &Candidate| among != Among::All && context.task(&it.file).is_ok_and(|task| among.takes(&task, context.today));
    let at = match &matching[..] {
        [_] => Some(0),
        several => {
            let mut in_question = several.iter().enumerate().filter(|(_, it)| is_in_question(it)).map(|(at, _)| at);
            in_question.next().filter(|_| in_question.next().is_none())
        }
    };
    match at.filter(|at| names(sought, &matching[*at].title)) {
        Some(at) => Found::Likely(matching.swap_remove(at)),
        None => Found::Several(matching),
    }
}

fn the_only(context: &Context, among: Among<'_>) -> Result<Found, Failure> {
    let today = context.today;
    let found = match among {
        Among::HeldBy(who) => {
            let keep = |file: &TaskFile, task: Task| among.takes(&task, today).then(|| candidate(today, file, &task));
            context.store.scan_tasks_holding(who.as_str(), keep)?.rows
        }
        Among::Done => candidates(context, |row| row.status == Status::Done)?,
        Among::All => candidates(context, |_| true)?,
        Among::Open(time) => offers(context, time)?,
    };
    match <[Candidate; 1]>::try_from(found) {
        Ok([only]) if matches!(among, Among::HeldBy(_)) => Ok(Found::One(only.file)),
        Ok([only]) => Ok(Found::Several(vec![only])),
        Err(none) if none.is_empty() => Err(nothing_in_question(among)),
        Err(several) => Ok(Found::Several(several)),
    }
}

fn nothing_in_question(among: Among<'_>) -> Failure {
    let message = match among {
        Among::HeldBy(who) => Message::new("holds-nothing").with("person", who),
        Among::Done => Message::new("nothing-done"),
        Among::Open(Some(time)) => Message::new("nothing-fits").with("time", time),
        Among::Open(None) | Among::All => Message::new("nothing-open"),
    };
    let next = match among {
        Among::Open(Some(time)) => format!("mpa tasks list --time {}m", time.get()),
        Among::Open(None) | Among::Done => "mpa tasks list --all".to_owned(),
        Among::HeldBy(_) | Among::All => "mpa tasks list".to_owned(),
    };
    Failure::new(Kind::Usage, message).hint(hint_command(&next))
}

/// What can be taken now and takes no longer than `time`: what suits the person best comes first.
fn offers(context: &Context, time: Option<Minutes>) -> Result<Vec<Candidate>, Failure> {
    let query = Query { time, wishes: Some(Wishes::of(context)?), sort: Sort::Fit, ..Query::default() };
    // A list without anything that fits shows the nearest; nobody chooses among those unwarned.
    listed(context, &query, |row| time.is_none_or(|time| row.budget.most() <= time))
}

/// The tasks that are `wanted`, whatever their state.
fn candidates(context: &Context, wanted: impl Fn(&Row) -> bool) -> Result<Vec<Candidate>, Failure> {
    listed(context, &Query { all: true, ..Query::default() }, wanted)
}

fn listed(context: &Context, query: &Query, wanted: impl Fn(&Row) -> bool) -> Result<Vec<Candidate>, Failure> {
    let files = context.store.task_files_with_prefix("")?;
    let files: BTreeMap<&TaskId, &TaskFile> = files.iter().map(|file| (&file.id, file)).collect();
    let rows = list(context, query)?.rows;
    let named = |row: Row| {
        let file = (*files.get(&row.id)?).clone();
        let offer = query.wishes.is_some().then_some((row.budget, row.why.unwrap_or_default()));
        let Row { title, project, skills, status, pending, .. } = row;
        Some(Candidate { file, title, project, skills, status, pending, offer })
    };
    Ok(rows.into_iter().filter(wanted).filter_map(named).collect())
}

fn candidate(today: Day, file: &TaskFile, task: &Task) -> Candidate {
    let Task { title, project, skills, .. } = task.clone();
    let status = task.status(today, false);
    Candidate { file: file.clone(), title, project, skills, status, pending: Vec::new(), offer: None }
}

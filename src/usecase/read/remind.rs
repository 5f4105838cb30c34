//! Whom to write to and about what: claims that end, tasks that wait, projects where nothing moves.
//!
//! Facts only, a letter a person; the words are found by `render`, and nothing is sent from here.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::budget::{Budget, Minutes};
use crate::domain::campaign::Campaign;
use crate::domain::day::{Day, later};
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::Project;
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::rules::attention::{Quiet, Reason};
use crate::rules::facts::TaskFacts;
use crate::rules::judge::quota::renewable;
use crate::rules::neglect::is_waiting;
use crate::rules::progress::ProjectProgress;
use crate::store::{Problem, TaskFile};
use crate::usecase::context::Context;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::review::queue::{Waiting, queue};

use super::list::{Row, default_order, gather};
use super::progress::progress_of;
use super::show::{TaskView, show};

/// Who is written to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recipient {
    /// A person.
    Person(Handle),
    /// Whoever reads the mailbox of a campaign that names nobody.
    Team,
}

/// A claim that ends soon, or ended and left its task with nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndingClaim {
    /// The task.
    pub id: TaskId,
    /// What is to be done.
    pub title: String,
    /// The name of its project.
    pub project: String,
    /// The time it should take.
    pub budget: Budget,
    /// The time spent so far.
    pub spent: Minutes,
    /// Its last day.
    pub until: Day,
    /// The day a renewal would bring, when one is left and brings anything.
    pub renewable: Option<Day>,
    /// Whether somebody else writes it down for the person, who does not use git.
    pub is_recorded: bool,
}

/// A task that can be taken and that nobody takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingTask {
    /// How it stands in a list.
    pub row: Row,
    /// The name of its project.
    pub project: String,
    /// The last day something happened to it.
    pub since: Day,
}

/// A project that needs somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedyProject {
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub title: String,
    /// Tasks to be done.
    pub left: usize,
    /// Why nothing moves, where nothing does.
    pub quiet: Option<Quiet>,
    /// Whether anybody answers for it.
    pub has_lead: bool,
}

/// Everything to be said to one recipient.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letter {
    /// Their claims, the first to end first.
    pub claims: Vec<EndingClaim>,
    /// Tasks of the projects they answer for.
    pub tasks: Vec<WaitingTask>,
    /// Projects they answer for.
    pub projects: Vec<NeedyProject>,
    /// Requests that have waited for an organiser for long.
    pub requests: Vec<Waiting>,
}

/// The letters to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminders {
    /// One a recipient.
    pub letters: BTreeMap<Recipient, Letter>,
    /// Files that could not be read.
    pub problems: Vec<Problem>,
}

/// Gathers what is to be said; only to the people in `only`, when any are named.
///
/// # Errors
/// A folder that cannot be read.
pub fn remind(context: &Context, only: &[Handle]) -> Result<Reminders, Failure> {
    let waiting = queue(context).map(|queue| queue.requests).unwrap_or_default();
    let mut found = letters(context, waiting)?;
    found.letters.retain(|who, _| only.is_empty() || matches!(who, Recipient::Person(who) if only.contains(who)));
    Ok(found)
}

/// Gathers what is to be said, of the requests in `waiting` too.
///
/// # Errors
/// As [`remind`].
pub(super) fn letters(context: &Context, waiting: Vec<Waiting>) -> Result<Reminders, Failure> {
    let (projects, mut problems) = context.projects()?;
    let (campaign, today) = (&context.campaign, context.today);
    let gathered = gather(context, None, &projects, |task, row| {
        let row = (task.status(today, false) == Status::Open).then(|| row(task));
        (row, (TaskFacts::of(task, today), ending_claim(campaign, today, task, projects.get(&task.project))))
    })?;
    problems.extend(gathered.problems);
    let (facts, claims): (Vec<TaskFacts>, Vec<_>) = gathered.others.into_iter().unzip();
    let claims: Vec<(Handle, EndingClaim)> = claims.into_iter().flatten().collect();
    let mut letters: BTreeMap<Recipient, Letter> = BTreeMap::new();
    for (who, claim) in claims.iter().cloned() {
        letters.entry(Recipient::Person(who)).or_default().claims.push(claim);
    }
    let ending: BTreeSet<&TaskId> = claims.iter().map(|(_, claim)| &claim.id).collect();
    let since: BTreeMap<&TaskId, Day> = facts.iter().map(|it| (&it.id, it.last)).collect();
    let mut rows = gathered.rows;
    rows.retain(|row| row.is_offered(projects.get(&row.project)) && !ending.contains(&row.id));
    rows.sort_by(default_order);
    for row in rows {
        let home = projects.get(&row.project);
        let since = since.get(&row.id).copied().unwrap_or(row.created);
        if !is_waiting(row.due, since, today) {
            continue;
        }
        let waiting = WaitingTask { project: title_of(&row.project, home), since, row };
        for who in who_answers(context, home) {
            letters.entry(who).or_default().tasks.push(waiting.clone());
        }
    }
    let progress = progress_of(context, &projects, &facts, problems);
    for it in &progress.projects {
        let (Some(project), Some(needy)) = (projects.get(&it.slug), needy(it)) else { continue };
        for who in who_answers(context, Some(project)) {
            letters.entry(who).or_default().projects.push(needy.clone());
        }
    }
    for request in waiting.into_iter().filter(|request| request.is_long) {
        for who in who_answers(context, None) {
            letters.entry(who).or_default().requests.push(request.clone());
        }
    }
    letters.values_mut().for_each(|letter| letter.claims.sort_by(|a, b| (a.until, &a.id).cmp(&(b.until, &b.id))));
    Ok(Reminders { letters, problems: progress.problems })
}

/// The leads of a project, else the organisers, else whoever reads the mailbox.
fn who_answers(context: &Context, project: Option<&Project>) -> Vec<Recipient> {
    let named = |people: &[Handle]| -> Vec<Recipient> {
        people.iter().filter(|who| !who.is_anonymous()).cloned().map(Recipient::Person).collect()
    };
    let leads = named(project.map_or(&[][..], |project| &project.leads));
    let people = if leads.is_empty() { named(&context.campaign.organisers) } else { leads };
    if people.is_empty() { vec![Recipient::Team] } else { people }
}

fn title_of(slug: &Slug, project: Option<&Project>) -> String {
    project.map_or_else(|| slug.to_string(), |project| project.title.clone())
}

fn ending_claim(campaign: &Campaign, today: Day, task: &Task, project: Option<&Project>) -> Option<(Handle, EndingClaim)> {
    let (who, claim) = task.answers_for(today)?;
    let warned_from = later(today, campaign.claims.warn_days);
    let is_settled = claim.until() > warned_from || claim.is_expired(today) && claim.handover.is_some();
    if task.draft || is_settled || who.is_anonymous() {
        return None;
    }
    let ending = EndingClaim {
        id: task.id.clone(),
        title: task.title.clone(),
        project: title_of(&task.project, project),
        budget: task.budget,
        spent: claim.time(),
        until: claim.until(),
        renewable: renewable(campaign, claim, campaign.effective_due(task, project, today), today),
        is_recorded: claim.recorded_by.as_ref().is_some_and(|recorder| recorder != who),
    };
    Some((who.clone(), ending))
}

fn needy(project: &ProjectProgress) -> Option<NeedyProject> {
    let ProjectProgress { slug, title, tally, reasons, .. } = project;
    let left = tally.tasks - tally.done;
    let quiet = reasons.iter().find_map(|reason| if let Reason::Quiet(why) = reason { Some(why.clone()) } else { None });
    let has_lead = !reasons.contains(&Reason::NoLead);
    let needs_somebody = left > 0 && (quiet.is_some() || !has_lead);
    needs_somebody.then(|| NeedyProject { slug: slug.clone(), title: title.clone(), left, quiet, has_lead })
}

/// A task to invite somebody to.
///
/// # Errors
/// When it cannot be taken now, or its file cannot be read.
pub fn invite(context: &Context, file: &TaskFile) -> Result<TaskView, Failure> {
    let view = show(context, file)?;
    if view.row.status == Status::Open {
        return Ok(view);
    }
    let message = Message::new("invite-not-open").with("task", view.task.title.as_str()).with("id", &view.task.id);
    Err(Failure::new(Kind::Refused, message)
        .hint(hint_command(&format!("mpa tasks {}", view.task.id)))
        .hint(hint_command("mpa tasks list")))
}

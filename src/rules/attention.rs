//! Why a project needs somebody's attention, the most pressing reason first: what `progress` and the reminders both go by.

use std::collections::{BTreeMap, HashSet};

use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::name::TaskId;
use crate::domain::project::Project;
use crate::domain::status::Status;

use super::facts::TaskFacts;
use super::neglect::is_quiet;

/// Why to look at a project, from the most pressing on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// What it promised first was due on that day, and is not delivered.
    FirstLate(Day),
    /// All that the first deliverable needs is done, and nobody delivered it.
    ToDeliver,
    /// So many tasks are late, the first since that day.
    Late(usize, Day),
    /// Nothing moves, though something is promised.
    Quiet(Quiet),
    /// Nothing can be taken before that task is done.
    Waits(TaskId),
    /// All that is left is held: nobody else can help.
    NoneFree,
    /// There is no task yet.
    NoTask,
    /// Nobody answers for it.
    NoLead,
}

/// Nobody holds anything, and nothing happened for long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quiet {
    /// The last day on which something happened.
    pub since: Day,
    /// What is promised next, where anything is.
    pub promised: Option<String>,
    /// The day for which it is.
    pub due: Day,
}

impl Reason {
    /// The place in the order: 0 is the most pressing.
    pub fn rank(&self) -> u8 {
        match self {
            Self::FirstLate(_) => 0,
            Self::ToDeliver => 1,
            Self::Late(..) => 2,
            Self::Quiet(_) => 3,
            Self::Waits(_) => 4,
            Self::NoneFree => 5,
            Self::NoTask => 6,
            Self::NoLead => 7,
        }
    }

    /// The word for it in JSON and CSV.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::FirstLate(_) => "first-deliverable-late",
            Self::ToDeliver => "to-deliver",
            Self::Late(..) => "tasks-late",
            Self::Quiet(_) => "quiet",
            Self::Waits(_) => "waits",
            Self::NoneFree => "none-free",
            Self::NoTask => "no-task",
            Self::NoLead => "no-lead",
        }
    }
}

/// The tasks of one project, and what is known beside them.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The rules and the deadline.
    pub campaign: &'a Campaign,
    /// The project.
    pub project: &'a Project,
    /// Its tasks.
    pub tasks: &'a [&'a TaskFacts],
    /// Every task, of any project, that what comes after it has to wait for.
    pub unfinished: &'a HashSet<&'a TaskId>,
    /// The day.
    pub today: Day,
}

impl Ground<'_> {
    /// Whether `task` waits for another.
    pub fn is_blocked(&self, task: &TaskFacts) -> bool {
        task.after.iter().any(|id| self.unfinished.contains(id))
    }

    fn open_tasks(&self) -> impl Iterator<Item = &TaskFacts> {
        self.tasks.iter().copied().filter(|task| task.is_to_do())
    }

    /// Why to look at the project, from the most pressing reason on; nothing of one that ended or has reached all it promised.
    pub fn reasons(&self) -> Vec<Reason> {
        let (campaign, project, today) = (self.campaign, self.project, self.today);
        let is_left = self.open_tasks().next().is_some();
        let first = project.first_deliverable().filter(|first| first.delivered.is_none());
        let is_reached =
            first.is_none() && !is_left && (project.first_deliverable().is_some() || self.tasks.iter().any(|it| it.counts()));
        if project.ended.is_some() || is_reached {
            return Vec::new();
        }
        let mut found = Vec::new();
        if let Some(first) = first {
            let due = campaign.due_of_deliverable(first, today);
            found.extend((due < today).then_some(Reason::FirstLate(due)));
            let mut own =
                self.tasks.iter().filter(|task| task.counts() && task.deliverable.as_ref() == Some(&first.slug)).peekable();
            let is_ready = own.peek().is_some() && own.all(|task| task.status == Status::Done);
            found.extend(is_ready.then_some(Reason::ToDeliver));
        }
        let late = self.open_tasks().map(|task| task.due_on(campaign, Some(project), today)).filter(|due| *due < today);
        let (count, since) = late.fold((0, today), |(count, since), due| (count + 1, since.min(due)));
        found.extend((count > 0).then_some(Reason::Late(count, since)));
        found.extend(self.quiet().map(Reason::Quiet));
        found.extend(self.nothing_to_take());
        let has_lead = project.leads.iter().any(|who| !who.is_anonymous());
        found.extend((!has_lead).then_some(Reason::NoLead));
        found
    }

    /// Nobody holds anything, and nothing happened for long, though something is promised soon.
    fn quiet(&self) -> Option<Quiet> {
        let promised = self.project.deliverables.iter().filter(|it| it.delivered.is_none());
        let next = promised.map(|it| (self.campaign.due_of_deliverable(it, self.today), Some(it.title.clone()))).min();
        let (due, promised) = next.unwrap_or_else(|| (self.campaign.deadline_day(self.today), None));
        let since = self.tasks.iter().map(|task| task.last).max()?;
        let is_left = self.open_tasks().next().is_some();
        let is_held = self.open_tasks().any(|task| task.status == Status::Claimed);
        (is_left && !is_held && is_quiet(due, since, self.today)).then_some(Quiet { since, promised, due })
    }

    fn nothing_to_take(&self) -> Option<Reason> {
        if !self.tasks.iter().any(|task| task.counts()) {
            return Some(Reason::NoTask);
        }
        let unheld: Vec<&TaskFacts> = self.open_tasks().filter(|task| task.status != Status::Claimed).collect();
        if self.open_tasks().next().is_none() || unheld.iter().any(|task| !self.is_blocked(task)) {
            return None;
        }
        let mut waits: BTreeMap<&TaskId, usize> = BTreeMap::new();
        for id in unheld.iter().flat_map(|task| &task.after).filter(|id| self.unfinished.contains(id)) {
            *waits.entry(id).or_default() += 1;
        }
        // What itself waits for another is not where it begins.
        let blocked: HashSet<&TaskId> = unheld.iter().map(|task| &task.id).collect();
        let most = waits.iter().max_by_key(|(id, count)| (!blocked.contains(**id), **count, std::cmp::Reverse(**id)));
        Some(most.map_or(Reason::NoneFree, |(id, _)| Reason::Waits((*id).clone())))
    }
}

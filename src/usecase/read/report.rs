//! What happened between two days, for those who did not look every day: the board, a newsletter.
//!
//! Everything is told from the days that the files hold, so that the same data on the same day give the same text.

use crate::domain::campaign::Campaign;
use crate::domain::day::{Day, earlier, later};
use crate::domain::project::{Deliverable, Project};
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::usecase::review::queue::{Waiting, queue};

use super::site::{Joining, PublicTask, Site, site};

/// How many days a report looks ahead, and back where nobody says since when: to the same day of the week before, since on that day
/// something may have happened after the last report.
const WEEK: u32 = 7;

/// What happened since a day, and what comes next.
#[derive(Debug)]
pub struct Report {
    /// The campaign as it is now.
    pub site: Site,
    /// The first day that is told.
    pub since: Day,
    /// The requests that wait; `None` where they cannot be read, or there is no repository.
    pub requests: Option<Vec<Waiting>>,
}

impl Report {
    /// The campaign.
    pub fn campaign(&self) -> &Campaign {
        &self.site.campaign
    }

    /// The last day that is told.
    pub fn today(&self) -> Day {
        self.site.today
    }

    /// The day until which the report looks ahead.
    pub fn soon(&self) -> Day {
        later(self.today(), WEEK)
    }

    /// What was finished, the first thing first.
    pub fn finished(&self) -> Vec<&PublicTask> {
        let at = |it: &PublicTask| it.task.finished().map(|done| done.at);
        let mut found: Vec<_> = self.site.tasks.iter().filter(|it| at(it).is_some_and(|day| self.tells(day))).collect();
        found.sort_by_key(|it| (at(it), &it.task.id));
        found
    }

    /// What was not accepted and waits to be done again.
    pub fn sent_back(&self) -> Vec<&PublicTask> {
        let is_told = |it: &&PublicTask| it.row.sent_back && it.task.sent_back.as_ref().is_some_and(|back| self.tells(back.at));
        self.site.tasks.iter().filter(is_told).collect()
    }

    /// Who joined which project, in the order of the days.
    pub fn joined(&self) -> Vec<&Joining> {
        self.site.joined.iter().filter(|it| self.tells(it.at)).collect()
    }

    /// What is still free and due by [`Self::soon`], what is late included: by the day it is due.
    pub fn free_soon(&self) -> Vec<&PublicTask> {
        self.site.free().filter(|it| it.row.due <= self.soon()).collect()
    }

    /// What was delivered.
    pub fn delivered(&self) -> Vec<(&Project, &Deliverable)> {
        self.deliverables(|_, it| it.delivered.as_ref().is_some_and(|delivery| self.tells(delivery.at)))
    }

    /// What was to be delivered before today, and is not; nobody waits for what a project that ended left undone.
    pub fn late(&self) -> Vec<(&Project, &Deliverable)> {
        self.deliverables(|project, it| project.ended.is_none() && it.delivered.is_none() && self.due(it) < self.today())
    }

    /// The day a deliverable is due.
    pub fn due(&self, deliverable: &Deliverable) -> Day {
        self.campaign().due_of_deliverable(deliverable, self.today())
    }

    fn tells(&self, day: Day) -> bool {
        (self.since..=self.today()).contains(&day)
    }

    fn deliverables(&self, is_wanted: impl Fn(&Project, &Deliverable) -> bool) -> Vec<(&Project, &Deliverable)> {
        let projects = self.site.projects.values();
        let all = projects.flat_map(|project| project.deliverables.iter().map(move |it| (project, it)));
        let mut found: Vec<_> = all.filter(|(project, it)| is_wanted(project, it)).collect();
        found.sort_by_key(|(project, it)| (!it.first, self.due(it), &project.slug));
        found
    }
}

/// Gathers what happened since `since`, else since the same day of the week before.
///
/// # Errors
/// A folder that cannot be read.
pub fn report(context: &Context, since: Option<Day>) -> Result<Report, Failure> {
    let site = site(context)?;
    let since = since.unwrap_or_else(|| earlier(site.today, WEEK));
    let requests = if context.past.is_some() { None } else { queue(context).ok().map(|queue| queue.requests) };
    Ok(Report { site, since, requests })
}

//! Flat tables: CSV for spreadsheets, Markdown for pages.

use std::collections::BTreeMap;

use crate::domain::campaign::PastCampaign;
use crate::domain::name::Slug;
use crate::domain::project::Project;
use crate::render::pen::Pen;
use crate::render::safe::{markdown_cell, spreadsheet_cell};
use crate::rules::attention::Reason;
use crate::rules::progress::ProjectProgress;
use crate::rules::promise::most_promising_first;
use crate::usecase::read::campaign::Past;
use crate::usecase::read::fit::{self, points};
use crate::usecase::read::headway::Headway;
use crate::usecase::read::list::{Listing, Row};
use crate::usecase::read::progress::Progress;
use crate::usecase::review::pending::Deed;
use crate::usecase::write::themes::Themes;

/// Headings and rows of plain values; headings have the names of the data files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    headings: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

/// Writes CSV.
pub fn csv(pen: &mut Pen<'_>, grid: &Grid) {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let headings = writer.write_record(&grid.headings);
    let rows =
        grid.rows.iter().try_for_each(|row| writer.write_record(row.iter().map(|cell| spreadsheet_cell(cell).into_owned())));
    if let (Ok(()), Ok(()), Ok(bytes)) = (headings, rows, writer.into_inner()) {
        pen.text(&String::from_utf8_lossy(&bytes));
    }
}

/// Writes a Markdown table.
pub fn markdown(pen: &mut Pen<'_>, grid: &Grid) {
    pen.line(&format!("| {} |", grid.headings.join(" | ")));
    pen.line(&format!("|{}", " --- |".repeat(grid.headings.len())));
    for row in &grid.rows {
        let cells: Vec<String> = row.iter().map(|cell| markdown_cell(cell)).collect();
        pen.line(&format!("| {} |", cells.join(" | ")));
    }
}

/// A row a task; `fits` is false for the nearest, where nothing fits the time.
pub fn of_tasks(listing: &Listing) -> Grid {
    let row = |row: &Row| {
        let is_closed = row.pending.first().is_some_and(|it| it.deed == Deed::Closing);
        let flags = [row.expired, row.sent_back, is_closed, !listing.nearest];
        let [expired, sent_back, is_closed, fits] = flags.map(|flag| flag.to_string());
        let (holder, day) = row.holder.as_ref().map(|(who, day)| (who.to_string(), day.to_string())).unwrap_or_default();
        vec![
            row.id.to_string(),
            row.title.clone(),
            row.project.to_string(),
            row.status.as_str().to_owned(),
            row.budget.to_string(),
            row.due.to_string(),
            row.skills.join(" "),
            row.place.as_str().to_owned(),
            holder,
            day,
            row.pending.iter().map(|it| it.by.as_str()).collect::<Vec<_>>().join(" "),
            is_closed,
            expired,
            sent_back,
            row.waits_for.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" "),
            fits,
            row.why.as_deref().map(|why| points(why).to_string()).unwrap_or_default(),
            row.reasons().iter().map(fit::Reason::as_str).collect::<Vec<_>>().join(" "),
            row.deliverable.as_ref().map(ToString::to_string).unwrap_or_default(),
            row.evidence.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default(),
        ]
    };
    let headings = vec![
        "id",
        "title",
        "project",
        "status",
        "budget",
        "due",
        "skills",
        "where",
        "holder",
        "holder-day",
        "pending",
        "pending-closing",
        "expired",
        "sent-back",
        "waits-for",
        "fits",
        "fit",
        "reasons",
        "deliverable",
        "evidence",
    ];
    Grid { headings, rows: listing.rows.iter().map(row).collect() }
}

/// A row a project, with how many of its tasks are done.
pub fn of_projects(projects: &BTreeMap<Slug, Project>, progress: &Progress) -> Grid {
    let row = |project: &Project| {
        let tally = progress.of(&project.slug);
        let leads: Vec<&str> = project.leads.iter().map(|lead| lead.as_str()).collect();
        let first = project.first_deliverable().map(|it| it.title.clone()).unwrap_or_default();
        let theme = project.theme.as_ref().map(ToString::to_string).unwrap_or_default();
        let ended = project.ended.map(|day| day.to_string()).unwrap_or_default();
        let [tasks, done] = [tally.tasks, tally.done].map(|count| count.to_string());
        let [votes, of] =
            project.poll.as_ref().map(|poll| [poll.votes, poll.of].map(|count| count.to_string())).unwrap_or_default();
        vec![project.slug.to_string(), project.title.clone(), theme, leads.join(" "), first, tasks, done, ended, votes, of]
    };
    let headings = vec!["slug", "title", "theme", "leads", "first-deliverable", "tasks", "done", "ended", "votes", "of"];
    Grid { headings, rows: most_promising_first(projects.values()).into_iter().map(row).collect() }
}

/// A row a theme.
pub fn of_themes(themes: &Themes) -> Grid {
    let row = |(theme, projects): &(crate::domain::project::Theme, Vec<Project>)| {
        let projects: Vec<&str> = projects.iter().map(|project| project.slug.as_str()).collect();
        vec![theme.slug.to_string(), theme.title.clone(), theme.question.clone().unwrap_or_default(), projects.join(" ")]
    };
    Grid { headings: vec!["slug", "title", "question", "projects"], rows: themes.themes.iter().map(row).collect() }
}

/// A row an earlier campaign, the last first.
pub fn of_past(past: &Past) -> Grid {
    let row =
        |(key, it): &(String, PastCampaign)| vec![key.clone(), it.name.clone(), it.started.to_string(), it.deadline.to_string()];
    Grid { headings: vec!["key", "name", "started", "deadline"], rows: past.iter().map(row).collect() }
}

/// A row a project: tasks, minutes, the first deliverable, what some days brought.
pub fn of_progress(headway: &Headway) -> Grid {
    let since = headway.since.as_ref();
    let row = |it: &ProjectProgress| {
        let tally = &it.tally;
        let first = it.first();
        let delivered = first.and_then(|first| first.delivered.as_ref()).map(|it| it.at.to_string()).unwrap_or_default();
        let next_due = it.next_due.as_ref().map(|(_, day)| day.to_string()).unwrap_or_default();
        let numbers = [tally.tasks, tally.done, tally.claimed].map(|count| count.to_string());
        let minutes = [tally.planned, tally.planned_done, tally.spent, tally.spent_last_week].map(|time| time.get().to_string());
        let counts = first.map(|first| [first.tally.tasks, first.tally.done].map(|count| count.to_string()));
        let of_first = counts.unwrap_or_default();
        let left = [tally.left(), tally.later.left].map(|time| time.get().to_string());
        let texts = [first.map(|first| first.title.clone()).unwrap_or_default(), delivered, next_due];
        let states = [tally.blocked, tally.free(), tally.real.tasks, tally.real.over].map(|count| count.to_string());
        let real = [tally.done_last_week, tally.real.planned, tally.real.spent].map(|time| time.get().to_string());
        let attention = it.reasons.iter().map(Reason::as_str).collect::<Vec<_>>().join(" ");
        let gain = since.map(|since| since.of(&it.slug)).map(|gain| {
            let counts = [gain.tasks, gain.first_delivered, gain.delivered, gain.added].map(|count| count.to_string());
            let minutes = [gain.planned, gain.spent, gain.added_planned].map(|time| time.get().to_string());
            counts.into_iter().chain(minutes)
        });
        [it.slug.to_string(), it.title.clone()]
            .into_iter()
            .chain(numbers)
            .chain(minutes)
            .chain(texts)
            .chain(left)
            .chain(of_first)
            .chain(states)
            .chain(real)
            .chain([attention])
            .chain(gain.into_iter().flatten())
            .collect()
    };
    let mut headings = vec![
        "slug",
        "title",
        "tasks",
        "done",
        "claimed",
        "planned-minutes",
        "planned-done-minutes",
        "spent-minutes",
        "spent-last-week-minutes",
        "first-deliverable",
        "delivered",
        "next-due",
        "left-minutes",
        "left-later-minutes",
        "first-deliverable-tasks",
        "first-deliverable-done",
        "blocked",
        "free",
        "timed",
        "over-budget",
        "planned-done-last-week-minutes",
        "timed-planned-minutes",
        "timed-spent-minutes",
        "attention",
    ];
    if since.is_some() {
        headings.extend([
            "since-done",
            "since-first-delivered",
            "since-delivered",
            "since-added",
            "since-planned-done-minutes",
            "since-spent-minutes",
            "since-planned-added-minutes",
        ]);
    }
    Grid { headings, rows: headway.progress.projects.iter().map(row).collect() }
}

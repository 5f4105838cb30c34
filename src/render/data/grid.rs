//! Flat tables: CSV for spreadsheets, Markdown for pages.

use std::collections::BTreeMap;

use crate::domain::name::Slug;
use crate::domain::project::Project;
use crate::usecase::list::Row;
use crate::usecase::standing::Progress;
use crate::usecase::themes::Themes;

use super::super::pen::Pen;
use super::super::safe::{markdown_cell, spreadsheet_cell};

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

/// A row a task.
pub fn of_tasks(rows: &[Row]) -> Grid {
    let row = |row: &Row| {
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
        ]
    };
    let headings =
        vec!["id", "title", "project", "status", "budget", "due", "skills", "where", "holder", "holder-day", "pending"];
    Grid { headings, rows: rows.iter().map(row).collect() }
}

/// A row a project.
pub fn of_projects(projects: &BTreeMap<Slug, Project>) -> Grid {
    let row = |project: &Project| {
        let leads: Vec<&str> = project.leads.iter().map(|lead| lead.as_str()).collect();
        let first = project.first_deliverable().map(|it| it.title.clone()).unwrap_or_default();
        let theme = project.theme.as_ref().map(ToString::to_string).unwrap_or_default();
        vec![project.slug.to_string(), project.title.clone(), theme, leads.join(" "), first]
    };
    let headings = vec!["slug", "title", "theme", "leads", "first-deliverable"];
    Grid { headings, rows: projects.values().map(row).collect() }
}

/// A row a theme.
pub fn of_themes(themes: &Themes) -> Grid {
    let row = |(theme, projects): &(crate::domain::project::Theme, Vec<Project>)| {
        let projects: Vec<&str> = projects.iter().map(|project| project.slug.as_str()).collect();
        vec![theme.slug.to_string(), theme.title.clone(), theme.question.clone().unwrap_or_default(), projects.join(" ")]
    };
    Grid { headings: vec!["slug", "title", "question", "projects"], rows: themes.themes.iter().map(row).collect() }
}

/// A row a project: tasks, minutes, the first deliverable.
pub fn of_progress(progress: &Progress) -> Grid {
    let row = |it: &crate::rules::progress::ProjectProgress| {
        let tally = &it.tally;
        let first = it.deliverables.iter().find(|deliverable| deliverable.first);
        let delivered = first.and_then(|first| first.delivered.as_ref()).map(|it| it.at.to_string()).unwrap_or_default();
        let next_due = it.next_due.as_ref().map(|(_, day)| day.to_string()).unwrap_or_default();
        let numbers = [tally.tasks, tally.done, tally.claimed].map(|count| count.to_string());
        let minutes = [tally.planned, tally.planned_done, tally.spent, tally.spent_last_week].map(|time| time.get().to_string());
        let left = [tally.left(), tally.later.left].map(|time| time.get().to_string());
        let texts = [first.map(|first| first.title.clone()).unwrap_or_default(), delivered, next_due];
        [it.slug.to_string(), it.title.clone()].into_iter().chain(numbers).chain(minutes).chain(texts).chain(left).collect()
    };
    let headings = vec![
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
    ];
    Grid { headings, rows: progress.projects.iter().map(row).collect() }
}

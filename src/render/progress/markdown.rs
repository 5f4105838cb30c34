//! A table for a page: titles that people read, hours and not minutes.

use crate::domain::message::Message;
use crate::render::catalogue::Catalogue;
use crate::render::marks::Marks;
use crate::render::pen::Pen;
use crate::render::safe::markdown_cell;
use crate::rules::progress::{ProjectProgress, Tally};
use crate::usecase::read::headway::Headway;

use super::reason::reason;
use super::since::told;
use super::{BAR, first_deliverable, hours};

/// A row a project, and one for all together where they are several.
pub fn markdown(pen: &mut Pen<'_>, say: &Catalogue, headway: &Headway, marks: Marks) {
    let (progress, since) = (&headway.progress, headway.since.as_ref());
    let mut titles: Vec<String> = [
        "markdown-project",
        "markdown-done",
        "markdown-bar",
        "markdown-hours",
        "markdown-left",
        "markdown-later",
        "markdown-spent",
        "markdown-first",
        "markdown-due",
        "markdown-attention",
    ]
    .into_iter()
    .map(|key| say.word(key))
    .collect();
    let heading = |day| say.say(&Message::new("markdown-since").with("day", say.short_day(day)));
    titles.extend(since.map(|since| heading(since.day)));
    row(pen, &titles);
    pen.line(&format!("|{}", " --- |".repeat(titles.len())));
    let cells = |title: &str, tally: &Tally, project: Option<&ProjectProgress>| {
        let time = |time| say.language().time(time);
        let (done, of) = tally.share();
        let due = project.and_then(|it| it.next_due.as_ref()).map(|(_, day)| say.language().day(*day, say.today()));
        let why: Vec<String> = project.into_iter().flat_map(|it| &it.reasons).map(|it| reason(say, it)).collect();
        let gain = since.map(|since| project.map_or(since.total, |it| since.of(&it.slug)));
        let mut cells = vec![
            title.to_owned(),
            format!("{}/{}", tally.done, tally.tasks),
            marks.bar(done, of, BAR),
            hours(say, tally),
            time(tally.left()),
            time(tally.later.left),
            time(tally.spent),
            project.map(|it| first_deliverable(say, it)).unwrap_or_default(),
            due.unwrap_or_default(),
            why.join(", "),
        ];
        cells.extend(gain.map(|gain| told(say, &gain)));
        cells
    };
    for project in &progress.projects {
        row(pen, &cells(&project.title, &project.tally, Some(project)));
    }
    if progress.projects.len() > 1 {
        row(pen, &cells(&say.word("total"), &progress.total, None));
    }
}

fn row(pen: &mut Pen<'_>, cells: &[String]) {
    let cells: Vec<_> = cells.iter().map(|cell| markdown_cell(cell)).collect();
    pen.line(&format!("| {} |", cells.join(" | ")));
}

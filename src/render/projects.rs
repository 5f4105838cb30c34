//! Projects and themes.

use std::collections::BTreeMap;

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::project::{Project, Theme};
use crate::rules::ideas::carrying;
use crate::rules::promise::most_promising_first;
use crate::usecase::read::progress::Progress;
use crate::usecase::write::projects::ProjectView;
use crate::usecase::write::themes::Themes;

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};
use super::progress;
use super::safe::visible;
use super::table::{Column, table};
use super::tasks::{Columns, Facts, rows};

/// The projects, a line each, the most promising first.
pub fn list(pen: &mut Pen<'_>, say: &Catalogue, projects: &BTreeMap<Slug, Project>, progress: &Progress) {
    if projects.is_empty() {
        pen.wrapped("", &say.word("projects-empty"));
        return;
    }
    let led = projects.values().any(|project| !project.leads.is_empty());
    let polled = projects.values().any(|project| project.poll.is_some());
    let mut shape = vec![
        Column::natural(say.word("column-slug")),
        Column::flexible(say.word("column-title"), 20),
        Column::natural(say.word("column-theme")).goes(1),
        Column::right(say.word("column-tasks")),
    ];
    shape.extend(led.then(|| Column::flexible(say.word("column-leads"), 12).goes(2)));
    shape.extend(polled.then(|| Column::right(say.word("column-poll"))));
    let known = most_promising_first(projects.values());
    table(pen, &shape, known.len(), |at| {
        let project = known[at];
        let tally = progress.of(&project.slug);
        let leads: Vec<&str> = project.leads.iter().map(|lead| lead.as_str()).collect();
        let mut cells = vec![
            project.slug.to_string(),
            project.title.clone(),
            project.theme.as_ref().map(ToString::to_string).unwrap_or_default(),
            format!("{}/{}", tally.done, tally.tasks),
        ];
        cells.extend(led.then(|| leads.join(", ")));
        cells.extend(polled.then(|| project.poll.as_ref().map(|poll| format!("{}/{}", poll.votes, poll.of)).unwrap_or_default()));
        cells
    });
    if !say.looks_back() {
        pen.end().wrapped("", &say.say(&Message::new("projects-hint").with("slug", &known[0].slug)));
    }
}

/// Everything about one project.
pub fn show(pen: &mut Pen<'_>, say: &Catalogue, view: &ProjectView) {
    let project = &view.project;
    pen.wrapped_styled(Style::Strong, "", &visible(&project.title));
    pen.text(project.slug.as_str()).end().end();
    if let Some(summary) = &project.summary {
        pen.wrapped("", &visible(summary.trim())).end();
    }
    let mut facts = Facts::default();
    facts.extend(say, "fact-theme", project.theme.as_ref().map(ToString::to_string));
    facts.extend(say, "fact-idea", project.idea.clone());
    let leads: Vec<String> = project.leads.iter().map(ToString::to_string).collect();
    facts.extend(say, "fact-leads", (!leads.is_empty()).then(|| leads.join(", ")));
    let joined: Vec<String> = view.joined.iter().map(ToString::to_string).collect();
    facts.extend(say, "fact-joined", (!joined.is_empty()).then(|| joined.join(", ")));
    facts.extend(say, "fact-needs", (!project.needs.is_empty()).then(|| project.needs.join("\n")));
    let poll = project
        .poll
        .as_ref()
        .map(|poll| say.say(&Message::new("poll").with("votes", poll.votes).with("of", poll.of).with("day", poll.at)));
    facts.extend(say, "fact-poll", poll);
    facts.extend(say, "fact-contact", view.contact.clone());
    facts.extend(say, "fact-ended", project.ended.map(|day| say.language().day(day, say.today())));
    facts.write(pen);
    pen.end();
    progress::progress(pen, say, &view.progress);
    if !view.tasks.rows.is_empty() {
        pen.end();
        rows(pen, say, &view.tasks.rows, Columns { state: true, ..Columns::default() });
    }
}

/// The themes, a line each.
pub fn themes(pen: &mut Pen<'_>, say: &Catalogue, themes: &Themes) {
    if themes.themes.is_empty() {
        pen.wrapped("", &say.word("themes-empty"));
        return;
    }
    let slugs = themes.themes.iter().flat_map(|(_, projects)| projects).map(|project| project.slug.as_str().len() + 1);
    let shape = [
        Column::natural(say.word("column-slug")),
        Column::flexible(say.word("column-title"), 20),
        Column::flexible(say.word("column-projects"), slugs.max().unwrap_or_default()).goes(1),
    ];
    table(pen, &shape, themes.themes.len(), |at| {
        let (theme, projects) = &themes.themes[at];
        let projects: Vec<&str> = projects.iter().map(|project| project.slug.as_str()).collect();
        vec![theme.slug.to_string(), theme.title.clone(), projects.join(", ")]
    });
}

/// Everything about one theme.
pub fn theme(pen: &mut Pen<'_>, say: &Catalogue, theme: &Theme, projects: &[Project]) {
    pen.wrapped_styled(Style::Strong, "", &visible(&theme.title));
    pen.text(theme.slug.as_str()).end();
    if let Some(question) = &theme.question {
        pen.end().wrapped("", &visible(question.trim()));
    }
    if !theme.ideas.is_empty() {
        pen.end().styled(Style::Strong, &say.word("heading-ideas")).end();
        for idea in &theme.ideas {
            let carrying: Vec<&str> = carrying(idea, projects).into_iter().map(|project| project.slug.as_str()).collect();
            match &carrying[..] {
                [] => pen.hanging("  · ", &visible(idea)),
                slugs => pen.hanging_styled(Style::Good, "  ✓ ", &visible(&format!("{idea} → {}", slugs.join(", ")))),
            };
        }
        if theme.ideas.iter().any(|idea| carrying(idea, projects).is_empty()) {
            pen.wrapped("", &say.say(&Message::new("theme-ideas-hint").with("theme", &theme.slug)));
        }
    }
    if !projects.is_empty() {
        pen.end().styled(Style::Strong, &say.word("heading-projects")).end();
        for project in projects.iter() {
            pen.wrapped("  ", &visible(&format!("{} — {}", project.slug, project.title)));
        }
    }
}

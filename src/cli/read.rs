//! The commands that only look.

use std::collections::BTreeSet;

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::task::Place;
use crate::domain::text::folded;
use crate::render::data::{self, Grid};
use crate::render::tasks::Columns;
use crate::render::{
    Pen, organiser as organiser_page, outcome, projects as project_pages, review, tasks as task_pages, today as today_page,
};
use crate::rules::is_near;
use crate::store::{Problem, Severity};
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::read::filter::is_there;
use crate::usecase::read::find::Among;
use crate::usecase::read::fit::Wishes;
use crate::usecase::read::query::{Query, Sort};
use crate::usecase::read::{check, list, organiser, progress, show, today};
use crate::usecase::write::{projects, themes};
use crate::usecase::{Failure, Kind};

use super::args::{Format, Output, ReportFormat, TasksList};
use super::console::unwritten;
use super::front::Front;
use super::words::FORMS_OF_ONE;

impl Front<'_> {
    /// `mpa` alone.
    ///
    /// # Errors
    /// Data that cannot be read; a write that fails.
    pub fn today(&self, output: &Output) -> Result<(), Failure> {
        let page = today::today(self.context)?;
        let format = output.format.unwrap_or_default();
        if !matches!(format, Format::Table | Format::Json) {
            return Err(unfit(format));
        }
        match (format, organiser::rounds(self.context)?) {
            (Format::Table, rounds) => self
                .console
                .at_once(|pen| match rounds {
                    Some(rounds) => organiser_page::rounds(pen, self.say, &page, &rounds),
                    None => today_page::today(pen, self.say, &page),
                })
                .map_err(|cause| unwritten(&cause))?,
            (_, rounds) => self.json(&data::today(&page, rounds.as_ref(), self.say))?,
        }
        self.tell(&page.open.problems)
    }

    /// `tasks list`.
    ///
    /// # Errors
    /// As [`Front::today`]; a wish that cannot be meant.
    pub fn tasks(&self, args: &TasksList) -> Result<(), Failure> {
        let query = self.query(args)?;
        let listing = list::list(self.context, &query)?;
        let is_any_pending = listing.rows.iter().any(|row| !row.pending.is_empty());
        let state = query.all || !query.states.is_empty() || query.held_by.is_some() || is_any_pending;
        let why = query.wishes.is_some();
        let columns = Columns { project: query.project.is_none(), state, why, short: false };
        match args.output.format.unwrap_or_default() {
            Format::Table => self.page(|pen| task_pages::list(pen, self.say, &listing, columns))?,
            Format::Json => self.json(&data::tasks(&listing, self.context.past.as_ref()))?,
            format => {
                self.grid(format, &data::of_tasks(&listing))?;
                // What a page says around its rows.
                if !self.quiet {
                    self.aside(|pen| task_pages::around(pen, self.say, &listing))?;
                }
            }
        }
        if let (Some(skill), true) = (&query.skill, listing.rows.is_empty()) {
            self.name_skills(skill)?;
        }
        if let (Some(Place::OnSite(Some(town))), true) = (&query.place, listing.rows.is_empty()) {
            self.name_towns(town)?;
        }
        self.tell(&listing.problems)
    }

    /// Says where tasks are done, where none is done in `town`.
    fn name_towns(&self, town: &str) -> Result<(), Failure> {
        let every = list::list(self.context, &Query { all: true, ..Query::default() })?;
        let sought = Place::OnSite(Some(town.to_owned()));
        if self.quiet || every.rows.iter().any(|row| is_there(Some(&sought), &row.place)) {
            return Ok(());
        }
        let towns = every.rows.iter().filter_map(|row| row.place.town().map(str::to_owned));
        let words: Vec<String> = towns.collect::<BTreeSet<_>>().into_iter().collect();
        let message = if words.is_empty() { Message::new("no-towns") } else { Message::new("no-such-town").with("words", words) };
        self.remark(&message.with("town", town))
    }

    /// Says which skills tasks ask for, where none asks for `skill`.
    fn name_skills(&self, skill: &str) -> Result<(), Failure> {
        let every = Query { all: true, ..Query::default() };
        let asked: BTreeSet<String> = list::list(self.context, &every)?.rows.into_iter().flat_map(|row| row.skills).collect();
        if self.quiet || asked.is_empty() || asked.iter().any(|known| folded(known) == folded(skill)) {
            return Ok(());
        }
        let near = asked.iter().find(|known| is_near(&folded(known), &folded(skill))).cloned();
        let words: Vec<String> = asked.into_iter().collect();
        let message = Message::new(if near.is_some() { "no-such-skill-near" } else { "no-such-skill" }).with("skill", skill);
        let message = near.into_iter().fold(message, |message, near| message.with("near", near));
        self.remark(&message.with("words", words))
    }

    fn query(&self, args: &TasksList) -> Result<Query, Failure> {
        let held_by = if args.mine { Some(self.context.actor()?.clone()) } else { None };
        let sort = args.sort.unwrap_or_default();
        let wishes = if sort == Sort::Fit { Some(Wishes::of(self.context)?) } else { None };
        Ok(Query {
            all: args.all,
            project: args.project.clone(),
            theme: args.theme.clone(),
            states: args.status.clone(),
            held_by,
            time: args.time,
            skill: args.skill.clone(),
            place: args.place.clone(),
            due_before: self.day("--due-before", args.due_before.as_ref())?,
            search: args.search.clone(),
            wishes,
            sort,
            limit: args.limit.and_then(|limit| usize::try_from(limit).ok()),
        })
    }

    /// `tasks show`.
    ///
    /// # Errors
    /// As [`Front::today`]; a task that cannot be found.
    pub fn task(&self, words: &[String], output: &Output) -> Result<(), Failure> {
        let file = self.task_to_see(words, Among::All)?;
        let view = show::show(self.context, &file)?;
        match output.format.unwrap_or_default() {
            Format::Table => self.page(|pen| task_pages::show(pen, self.say, &view))?,
            Format::Json => self.json(&data::task(&view, self.context.past.as_ref()))?,
            other => return Err(unfit(other)),
        }
        self.tell(&view.problems)
    }

    /// `projects list`.
    ///
    /// # Errors
    /// As [`Front::today`].
    pub fn projects(&self, theme: Option<&Slug>, output: &Output) -> Result<(), Failure> {
        let (mut projects, _) = self.context.projects()?;
        projects.retain(|_, project| theme.is_none() || project.theme.as_ref() == theme);
        let progress = progress::progress(self.context, None, theme)?;
        match output.format.unwrap_or_default() {
            Format::Table => self.page(|pen| project_pages::list(pen, self.say, &projects, &progress))?,
            Format::Json => self.json(&data::projects(&projects, &progress, self.context.past.as_ref()))?,
            format => self.grid(format, &data::of_projects(&projects, &progress))?,
        }
        self.tell(&progress.problems)
    }

    /// `projects show`.
    ///
    /// # Errors
    /// As [`Front::today`]; a project that does not exist.
    pub fn project(&self, name: &Slug, output: &Output) -> Result<(), Failure> {
        let view = projects::show(self.context, name)?;
        match output.format.unwrap_or_default() {
            Format::Table => self.page(|pen| project_pages::show(pen, self.say, &view))?,
            Format::Json => self.json(&data::project(&view, self.context.past.as_ref()))?,
            other => return Err(unfit(other)),
        }
        self.tell(&view.tasks.problems)
    }

    /// `themes list`.
    ///
    /// # Errors
    /// As [`Front::today`].
    pub fn themes(&self, output: &Output) -> Result<(), Failure> {
        let found = themes::themes(self.context, None)?;
        match output.format.unwrap_or_default() {
            Format::Table => self.page(|pen| project_pages::themes(pen, self.say, &found))?,
            Format::Json => self.json(&data::themes(&found, self.context.past.as_ref()))?,
            format => self.grid(format, &data::of_themes(&found))?,
        }
        self.tell(&found.problems)
    }

    /// `themes show`.
    ///
    /// # Errors
    /// As [`Front::today`]; a theme that does not exist.
    pub fn theme(&self, name: &Slug, output: &Output) -> Result<(), Failure> {
        let found = themes::themes(self.context, Some(name))?;
        match (output.format.unwrap_or_default(), &found.themes[..]) {
            (Format::Table, [(theme, projects)]) => self.page(|pen| project_pages::theme(pen, self.say, theme, projects))?,
            (Format::Json, _) => self.json(&data::themes(&found, self.context.past.as_ref()))?,
            (other, _) => return Err(unfit(other)),
        }
        self.tell(&found.problems)
    }

    /// `check`: whether nothing must be mended, in what changed since a commit if one is named.
    ///
    /// # Errors
    /// As [`Front::today`]; a commit that does not exist.
    pub fn check(&self, since: Option<&str>, format: Option<ReportFormat>) -> Result<bool, Failure> {
        let report = check::check(self.context, since)?;
        let prefix = prefix_of(self.context).unwrap_or_default();
        match format.unwrap_or_default() {
            ReportFormat::Table => self.page(|pen| outcome::report(pen, self.say, &report))?,
            ReportFormat::Json => self.json(&data::check(&report, self.say))?,
            ReportFormat::Markdown => self.page(|pen| review::check_markdown(pen, self.say, &report))?,
            ReportFormat::Github => self.page(|pen| review::github_check(pen, self.say, &report, &prefix))?,
            ReportFormat::Gitlab => {
                self.json(&review::gitlab_check(self.say, &report, &prefix))?;
                self.aside(|pen| outcome::summary(pen, self.say, &report))?;
            }
        }
        Ok(report.count(Severity::Error) == 0)
    }

    pub(super) fn page(&self, write: impl FnOnce(&mut Pen<'_>)) -> Result<(), Failure> {
        self.console.result(write).map_err(|cause| unwritten(&cause))
    }

    pub(super) fn json(&self, json: &str) -> Result<(), Failure> {
        self.page(|pen| {
            pen.json(json);
        })
    }

    /// What a form made for programs has no place for.
    pub(super) fn aside(&self, write: impl FnOnce(&mut Pen<'_>)) -> Result<(), Failure> {
        self.console.remark(write).map_err(|cause| unwritten(&cause))
    }

    pub(super) fn grid(&self, format: Format, grid: &Grid) -> Result<(), Failure> {
        self.page(|pen| match format {
            Format::Csv => data::csv(pen, grid),
            _ => data::markdown(pen, grid),
        })
    }

    /// Announces the files that could not be used, the campaign's first.
    pub(super) fn tell(&self, problems: &[Problem]) -> Result<(), Failure> {
        let mut all: Vec<Problem> = self.context.campaign_problems.iter().chain(problems).cloned().collect();
        if let Some(past) = &self.context.past {
            all.iter_mut().for_each(|problem| problem.path = format!("{}:{}", past.commit.short(), problem.path));
        }
        if self.quiet || all.is_empty() {
            return Ok(());
        }
        self.aside(|pen| outcome::problems(pen, self.say, &all))
    }
}

/// A result has no such form.
pub fn unfit(format: Format) -> Failure {
    let found = match format {
        Format::Csv => "csv",
        _ => "markdown",
    };
    let words = FORMS_OF_ONE.map(str::to_owned).to_vec();
    Failure::new(Kind::Usage, Message::new("wrong-word").with("flag", "--format").with("found", found).with("words", words))
}

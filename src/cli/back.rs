//! Looking back: `--as-of`, a day or a commit, on what lists and shows; `--history`, what led there.

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::typed_day::Side;
use crate::render::{Catalogue, data, history as history_page, outcome};
use crate::usecase::context::past::{Past, Point};
use crate::usecase::read::find::Among;
use crate::usecase::read::history::{self, History};
use crate::usecase::read::progress::no_such_project;
use crate::usecase::{Context, Failure};

use super::args::{Command, Format, Output, ProjectsAction, TasksAction, ThemesAction};
use super::console::{Console, unwritten};
use super::front::Front;
use super::read::unfit;
use super::values;

/// What was typed to look back to, where that was.
pub fn as_of(command: &Command) -> Option<&str> {
    let back = match command {
        Command::Tasks(args) => match &args.action {
            None => &args.list.back,
            Some(TasksAction::List(args)) => &args.back,
            Some(TasksAction::Show(args)) => &args.back,
            Some(_) => return None,
        },
        Command::Projects(args) => match &args.action {
            None => &args.back,
            Some(ProjectsAction::List(args)) => &args.back,
            Some(ProjectsAction::Show(args)) => &args.back,
            Some(_) => return None,
        },
        Command::Themes(args) => match &args.action {
            None => &args.back,
            Some(ThemesAction::List(args)) => &args.back,
            Some(ThemesAction::Show(args)) => &args.back,
            Some(_) => return None,
        },
        Command::Progress(args) => &args.back,
        Command::Report(args) => &args.back,
        _ => return None,
    };
    back.as_of.as_deref()
}

/// The campaign as it was when `text` says. What names a day is a day: a branch of such a name has its full one.
///
/// # Errors
/// As [`Context::as_of`].
pub fn look_back(context: &Context, text: &str) -> Result<Context, Failure> {
    let day = values::day(text, context.today, Side::Behind).map(|typed| typed.day);
    context.as_of(day.map_or(Point::Commit(text), Point::Evening))
}

/// The sentences for a reader on the day of `past`, who lives in `now` and is told where the data come from, unless `quiet`.
///
/// # Errors
/// A write that fails.
pub fn reader(past: &Context, now: &Context, say: &Catalogue, quiet: bool, console: &Console<'_>) -> Result<Catalogue, Failure> {
    let say = Catalogue::new(say.language(), past.today).looking_back();
    if let Some(origin) = origin(past, now, &say).filter(|_| !quiet) {
        console.remark(|pen| outcome::notes(pen, &say, &[&origin])).map_err(|cause| unwritten(&cause))?;
    }
    Ok(say)
}

fn origin(past: &Context, now: &Context, say: &Catalogue) -> Option<Message> {
    let Past { commit, by_day, is_shared } = past.past.as_ref()?;
    let key = match (by_day, is_shared) {
        (true, _) => "past-evening",
        (false, true) => "past-commit",
        (false, false) => "past-elsewhere",
    };
    let day = say.language().weekday(past.today, now.today);
    Some(Message::new(key).with("day", day).with("commit", commit.short()).with("main", now.campaign.workflow.main.as_str()))
}

impl Front<'_> {
    /// `tasks show --history`.
    ///
    /// # Errors
    /// A task that cannot be found; what git says; a write that fails.
    pub fn history_of_task(&self, words: &[String], output: &Output) -> Result<(), Failure> {
        let file = self.task_to_see(words, Among::All)?;
        self.history(&history::of_task(self.context, &file)?, output)
    }

    /// `projects show --history`.
    ///
    /// # Errors
    /// A project that does not exist; what git says; a write that fails.
    pub fn history_of_project(&self, slug: &Slug, output: &Output) -> Result<(), Failure> {
        let project = self.context.project(slug)?.ok_or_else(|| no_such_project(self.context, slug))?;
        self.history(&history::of_project(self.context, &project)?, output)
    }

    fn history(&self, found: &History, output: &Output) -> Result<(), Failure> {
        match output.format.unwrap_or_default() {
            Format::Table => self.page(|pen| history_page::history(pen, self.say, found)),
            Format::Json => self.json(&data::history(found, self.say, self.context.past.as_ref())),
            other => Err(unfit(other)),
        }
    }
}

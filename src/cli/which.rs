//! Which task or project is meant by what was typed: found, chosen, or asked about.

use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug};
use crate::render::{Catalogue, tasks};
use crate::rules::promise::most_promising_first;
use crate::store::TaskFile;
use crate::usecase::failure::hint_command;
use crate::usecase::read::find::{Among, Candidate, Found, find};
use crate::usecase::request::mine::with_own;
use crate::usecase::{Context, Failure, Kind};

use super::args::Write;
use super::ask::{Escape, Pick};
use super::front::Front;
use super::prompt::stopped;

impl Front<'_> {
    /// The project that was named, or chosen.
    ///
    /// # Errors
    /// None was named and nobody can be asked.
    pub fn which_project(&self, named: Option<&Slug>) -> Result<Slug, Failure> {
        if let Some(named) = named {
            return Ok(named.clone());
        }
        if !self.ask.can_ask {
            return Err(Failure::new(Kind::Usage, Message::new("which-project")).hint(hint_command("mpa projects list")));
        }
        let (slugs, lines) = self.projects_to_choose()?;
        let pick = Pick { key: "ask-project", lines: &lines, shown: None, start: 0, escape: Escape::Stops };
        let at = self.ask.one_of(pick)?.ok_or_else(stopped)?;
        slugs.into_iter().nth(at).ok_or_else(stopped)
    }

    /// The projects, and a line about each.
    ///
    /// # Errors
    /// A folder that cannot be read; no project yet.
    pub fn projects_to_choose(&self) -> Result<(Vec<Slug>, Vec<String>), Failure> {
        let (known, _) = self.context.projects()?;
        if known.is_empty() {
            return Err(Failure::new(Kind::Usage, Message::new("which-project")).hint(hint_command("mpa projects list")));
        }
        let ranked = most_promising_first(known.values()).into_iter();
        Ok(ranked.map(|project| (project.slug.clone(), format!("{} — {}", project.slug, project.title))).unzip())
    }

    fn choose_task(&self, candidates: Vec<Candidate>, typed: &str) -> Result<TaskFile, Failure> {
        let own = with_own(self.context)?;
        self.ask.task(candidates, typed, &|file| glance(self.say, &own, file))
    }

    /// A task to begin with, of which the first `shown` are seen at a time; `None` for Escape.
    ///
    /// # Errors
    /// A question that cannot be asked; Ctrl-C.
    pub fn first_task(&self, candidates: Vec<Candidate>, shown: usize) -> Result<Option<TaskFile>, Failure> {
        let own = with_own(self.context)?;
        self.ask.first_task(candidates, shown, &|file| glance(self.say, &own, file))
    }

    /// The task to look at that the words mean, chosen among `among` when there are none.
    ///
    /// # Errors
    /// As [`find`].
    pub fn task_to_see(&self, words: &[String], among: Among<'_>) -> Result<TaskFile, Failure> {
        match find(self.context, words, among)? {
            Found::One(file) => Ok(file),
            Found::Likely(candidate) => Ok(candidate.file),
            Found::Several(candidates) => match <[Candidate; 1]>::try_from(candidates) {
                Ok([only]) if !words.is_empty() => Ok(only.file),
                Ok([only]) => self.choose_task(vec![only], ""),
                Err(several) => self.choose_task(several, &words.join(" ")),
            },
        }
    }

    /// The task to change that the words mean, chosen among `among` when there are none. One that only words of its title
    /// name is said back, and asked about where somebody answers.
    ///
    /// # Errors
    /// As [`find`]; a "no".
    pub fn task_to_change(&self, words: &[String], among: Among<'_>, write: &Write) -> Result<TaskFile, Failure> {
        let likely = match find(self.context, words, among)? {
            Found::One(file) => return Ok(file),
            Found::Likely(candidate) => candidate,
            Found::Several(candidates) => return self.choose_task(candidates, &words.join(" ")),
        };
        let about = |key| Message::new(key).with("task", likely.title.as_str()).with("id", &likely.file.id);
        if self.ask.can_ask && !write.yes && !write.dry_run {
            self.ask.confirm(&about("ask-this-task"))?;
        } else if !write.dry_run && !self.quiet {
            self.remark(&about("note-this-task"))?;
        }
        Ok(likely.file)
    }

    /// The task among those that the person holds.
    ///
    /// # Errors
    /// As [`Front::task_to_change`].
    pub fn my_task(&self, words: &[String], write: &Write) -> Result<TaskFile, Failure> {
        let me: &Handle = self.context.person()?;
        self.task_to_change(words, Among::HeldBy(me), write)
    }
}

/// What the task is about; nothing where it cannot be read.
fn glance(say: &Catalogue, context: &Context, file: &TaskFile) -> Vec<String> {
    context.task(file).map(|task| tasks::glance(say, &task)).unwrap_or_default()
}

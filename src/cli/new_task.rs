//! `tasks add`: on a terminal, question by question, each answer looked at as soon as it is there; Escape goes back by one.

use std::collections::HashMap;

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::typed_day::Side;
use crate::usecase::failure::missing;
use crate::usecase::write::task_fields::TaskFields;
use crate::usecase::write::tasks;
use crate::usecase::{Failure, Kind};

use super::agree::remarks_of;
use super::args::TasksAdd;
use super::ask::{Escape, Pick, Question};
use super::front::Front;
use super::prompt::stopped;
use super::texts::fields;
use super::values;

type Done = Result<(), Failure>;

/// What is asked about a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Step {
    Project,
    Title,
    Budget,
    DoneWhen,
    Deliverable,
    Due,
    Resource,
}

/// How a question ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Answered,
    /// Escape.
    Back,
    /// There is nothing to ask.
    Skipped,
}

/// A task about which questions are asked.
struct Draft<'d, 'f> {
    front: &'d Front<'f>,
    project: Option<Slug>,
    wanted: TaskFields,
    /// The remarks that the person agreed to.
    agreed: Vec<Message>,
    /// What stood behind each question, for when it is asked again.
    typed: HashMap<Step, String>,
    /// The place of what was chosen.
    chosen: HashMap<Step, usize>,
    /// Whether Escape leads to the question before.
    goes_back: bool,
}

impl Front<'_> {
    /// `tasks add`: asks for everything a task cannot do without, and then for its deliverable and its day.
    ///
    /// # Errors
    /// As the operation; something missing and nobody to ask.
    pub fn add_task(&self, args: &TasksAdd) -> Done {
        let mut wanted = fields(self, &args.texts)?;
        wanted.draft = args.draft.then_some(true);
        let copies = args.copies.unwrap_or(1);
        let missing = all_there(args);
        if !self.ask.can_ask {
            missing.clone()?;
        }
        let mut draft = Draft {
            front: self,
            project: args.project.clone(),
            wanted,
            agreed: Vec::new(),
            typed: HashMap::new(),
            chosen: HashMap::new(),
            goes_back: false,
        };
        if missing.is_err() {
            draft.complete()?;
        }
        let Draft { project, wanted, agreed, .. } = draft;
        let project = project.ok_or_else(stopped)?;
        let (receipt, _) = self.agreed_but(&agreed, |context| tasks::add(context, &project, &wanted, copies))?;
        self.answer(&receipt)
    }
}

impl Draft<'_, '_> {
    /// Asks for what is missing, one question after the other; Escape at the first ends.
    fn complete(&mut self) -> Done {
        let wanted = &self.wanted;
        let asked = [
            (Step::Project, self.project.is_none()),
            (Step::Title, wanted.title.is_none()),
            (Step::Budget, wanted.budget.is_none()),
            (Step::DoneWhen, wanted.done_when.is_none()),
            (Step::Deliverable, wanted.deliverable.is_none()),
            (Step::Due, wanted.due.is_none()),
            (Step::Resource, wanted.resources.is_none() && wanted.draft.is_none()),
        ];
        let steps: Vec<Step> = asked.iter().filter(|(_, is_missing)| *is_missing).map(|(step, _)| *step).collect();
        let (mut at, mut way, mut before) = (0, Turn::Answered, Vec::new());
        while let Some(step) = steps.get(at) {
            self.goes_back = !before.is_empty();
            way = match self.turn(*step)? {
                Turn::Skipped => way,
                turn => turn,
            };
            at = match way {
                Turn::Back => before.pop().ok_or_else(stopped)?,
                Turn::Answered | Turn::Skipped => {
                    before.push(at);
                    at + 1
                }
            };
        }
        Ok(())
    }

    fn turn(&mut self, step: Step) -> Result<Turn, Failure> {
        match step {
            Step::Project => self.ask_project(),
            Step::Title => self.ask(step, "ask-title", None, |wanted, text| values::line(text).map(|it| wanted.title = Some(it))),
            Step::Budget => {
                self.ask(step, "ask-budget", None, |wanted, text| values::budget(text).map(|it| wanted.budget = Some(it)))
            }
            Step::DoneWhen => {
                self.ask(step, "ask-done-when", None, |wanted, text| values::block(text).map(|it| wanted.done_when = Some(it)))
            }
            Step::Deliverable => self.ask_deliverable(),
            Step::Due => self.ask_due(),
            Step::Resource => {
                let mailbox = self.front.context.campaign.contact.as_deref();
                let mailbox = mailbox.filter(|contact| values::resource(contact).is_ok());
                let key = if mailbox.is_some() { "ask-resource-or-mailbox" } else { "ask-resource" };
                self.ask(step, key, mailbox, |wanted, text| values::resource(text).map(|it| wanted.resources = Some(vec![it])))
            }
        }
    }

    /// Asks until `read` puts the answer into what is wanted, nothing forbids it, and the person stands by it.
    fn ask(
        &mut self,
        step: Step,
        key: &str,
        proposed: Option<&str>,
        read: impl Fn(&mut TaskFields, &str) -> Result<(), Failure>,
    ) -> Result<Turn, Failure> {
        let mut typed = self.typed.remove(&step).unwrap_or_default();
        loop {
            let judged = |text: &str| {
                let mut wanted = self.wanted.clone();
                read(&mut wanted, text)?;
                match self.foresee(&wanted) {
                    Err(failure) if failure.kind == Kind::Unagreed => Ok((wanted, remarks_of(failure))),
                    done => done.map(|()| (wanted, Vec::new())),
                }
            };
            let answer = self.front.ask.ask(Question { key, proposed }, &mut typed, &judged)?;
            let Some((wanted, remarks)) = answer else {
                self.typed.insert(step, typed);
                return Ok(Turn::Back);
            };
            if self.agrees(remarks)? {
                self.typed.insert(step, typed);
                self.wanted = wanted;
                return Ok(Turn::Answered);
            }
        }
    }

    fn foresee(&self, wanted: &TaskFields) -> Done {
        let project = self.project.as_ref().ok_or_else(stopped)?;
        tasks::foresee(self.front.context, project, wanted)
    }

    fn agrees(&mut self, remarks: Vec<Message>) -> Result<bool, Failure> {
        let writing = &self.front.context.writing;
        if writing.yes || writing.dry_run {
            return Ok(true);
        }
        for remark in remarks {
            let question = || Message::new("ask-keep-anyway").with("remark", remark.clone());
            if !self.agreed.contains(&remark) && !self.front.ask.says_yes(&question(), false)? {
                return Ok(false);
            }
            self.agreed.push(remark);
        }
        Ok(true)
    }

    fn ask_project(&mut self) -> Result<Turn, Failure> {
        let (slugs, lines) = self.front.projects_to_choose()?;
        let Some(at) = self.pick(Step::Project, "ask-project", &lines)? else { return Ok(Turn::Back) };
        let project = slugs.into_iter().nth(at);
        if project != self.project && self.chosen.remove(&Step::Deliverable).is_some() {
            // The deliverables of the other project are not this one's.
            self.wanted.deliverable = None;
        }
        self.project = project;
        Ok(Turn::Answered)
    }

    /// Lets choose among the deliverables that are still to be delivered, and none.
    fn ask_deliverable(&mut self) -> Result<Turn, Failure> {
        let named = self.project.as_ref().map(|project| self.front.context.project(project)).transpose()?.flatten();
        let deliverables = named.map(|project| project.deliverables).unwrap_or_default();
        let open: Vec<_> = deliverables.iter().filter(|it| it.delivered.is_none()).collect();
        if open.is_empty() {
            return Ok(Turn::Skipped);
        }
        let mut lines: Vec<String> = open.iter().map(|it| format!("{} — {}", it.slug, it.title)).collect();
        lines.push(self.front.say.word("ask-deliverable-none"));
        let Some(at) = self.pick(Step::Deliverable, "ask-deliverable", &lines)? else { return Ok(Turn::Back) };
        self.wanted.deliverable = open.get(at).map(|it| it.slug.clone());
        Ok(Turn::Answered)
    }

    fn pick(&mut self, step: Step, key: &str, lines: &[String]) -> Result<Option<usize>, Failure> {
        let start = self.chosen.get(&step).copied().unwrap_or(0);
        let escape = if self.goes_back { Escape::GoesBack } else { Escape::Stops };
        let at = self.front.ask.one_of(Pick { key, lines, shown: None, start, escape })?;
        self.chosen.extend(at.map(|at| (step, at)));
        Ok(at)
    }

    fn ask_due(&mut self) -> Result<Turn, Failure> {
        let (front, label) = (self.front, Message::new("label-due"));
        let read = |text: &str| {
            let day = values::day(text, front.context.today, Side::Ahead)?;
            match self.foresee(&TaskFields { due: Some(day.day), ..self.wanted.clone() }) {
                Err(failure) if failure.kind != Kind::Unagreed => Err(failure),
                _ => Ok((day, text.to_owned())),
            }
        };
        let mut typed = self.typed.get(&Step::Due).cloned().unwrap_or_default();
        let answer = front.ask.ask_optional("ask-due", &mut typed, read)?;
        self.typed.insert(Step::Due, typed);
        let Some(day) = answer else { return Ok(Turn::Back) };
        if let Some((day, text)) = &day {
            front.say_back(label, text, *day)?;
        }
        self.wanted.due = day.map(|(day, _)| day.day);
        Ok(Turn::Answered)
    }
}

/// Names everything that is missing at once.
fn all_there(args: &TasksAdd) -> Done {
    let needed = [
        ("--project", args.project.is_some()),
        ("--title", args.texts.title.is_some()),
        ("--budget", args.texts.budget.is_some()),
        ("--done-when", args.texts.done_when.is_some()),
        ("--resource", args.draft || !args.texts.resource.is_empty()),
    ];
    let flags: Vec<String> = needed.iter().filter(|(_, there)| !there).map(|(flag, _)| (*flag).to_owned()).collect();
    match &flags[..] {
        [] => Ok(()),
        [only] => Err(missing(only)),
        _ => Err(Failure::new(Kind::Usage, Message::new("missing-flags").with("flags", flags))),
    }
}

//! `tasks add`: on a terminal, question by question, each answer looked at as soon as it is there.

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::typed_day::Side;
use crate::usecase::failure::missing;
use crate::usecase::write::task_fields::TaskFields;
use crate::usecase::write::tasks;
use crate::usecase::{Failure, Kind};

use super::agree::remarks_of;
use super::args::TasksAdd;
use super::ask::Question;
use super::front::Front;
use super::texts::fields;
use super::values;

type Done = Result<(), Failure>;

/// A task about which questions are asked.
struct Draft<'d, 'f> {
    front: &'d Front<'f>,
    project: Slug,
    wanted: TaskFields,
    /// The remarks that the person agreed to.
    agreed: Vec<Message>,
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
        if !(1..=tasks::COPIES_MAX).contains(&copies) {
            let message = Message::new("wrong-copies").with("found", copies).with("most", tasks::COPIES_MAX);
            return Err(Failure::new(Kind::Usage, message));
        }
        let missing = all_there(args);
        if !self.ask.can_ask {
            missing.clone()?;
        }
        let project = match &args.project {
            Some(text) => values::slug("--project", text)?,
            None => self.which_project(None)?,
        };
        let mut draft = Draft { front: self, project, wanted, agreed: Vec::new() };
        if missing.is_err() {
            draft.complete()?;
        }
        let Draft { project, wanted, agreed, .. } = draft;
        let (receipt, _) = self.agreed_but(&agreed, |context| tasks::add(context, &project, &wanted, copies))?;
        self.answer(&receipt)
    }
}

impl Draft<'_, '_> {
    fn complete(&mut self) -> Done {
        if self.wanted.title.is_none() {
            self.ask("ask-title", None, |wanted, text| values::line("--title", text).map(|it| wanted.title = Some(it)))?;
        }
        if self.wanted.budget.is_none() {
            self.ask("ask-budget", None, |wanted, text| values::budget("--budget", text).map(|it| wanted.budget = Some(it)))?;
        }
        if self.wanted.done_when.is_none() {
            let read =
                |wanted: &mut TaskFields, text: &str| values::block("--done-when", text).map(|it| wanted.done_when = Some(it));
            self.ask("ask-done-when", None, read)?;
        }
        self.ask_deliverable()?;
        self.ask_due()?;
        if self.wanted.resources.is_none() && self.wanted.draft.is_none() {
            let mailbox = self.front.context.campaign.contact.as_deref();
            let mailbox = mailbox.filter(|contact| values::resource("--resource", contact).is_ok());
            let read = |wanted: &mut TaskFields, text: &str| {
                values::resource("--resource", text).map(|it| wanted.resources = Some(vec![it]))
            };
            self.ask(if mailbox.is_some() { "ask-resource-or-mailbox" } else { "ask-resource" }, mailbox, read)?;
        }
        Ok(())
    }

    /// Asks until `read` puts the answer into what is wanted, nothing forbids it, and the person stands by it.
    fn ask(&mut self, key: &str, proposed: Option<&str>, read: impl Fn(&mut TaskFields, &str) -> Result<(), Failure>) -> Done {
        let mut typed = String::new();
        loop {
            let judged = |text: &str| {
                let mut wanted = self.wanted.clone();
                read(&mut wanted, text)?;
                match tasks::foresee(self.front.context, &self.project, &wanted) {
                    Err(failure) if failure.kind == Kind::Unagreed => Ok((wanted, remarks_of(failure), text.to_owned())),
                    done => done.map(|()| (wanted, Vec::new(), text.to_owned())),
                }
            };
            let question = Question { key, proposed, typed: &typed };
            let (wanted, remarks, text) = self.front.ask.typed(question, key, judged)?;
            if self.agrees(remarks)? {
                self.wanted = wanted;
                return Ok(());
            }
            typed = text;
        }
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

    /// Lets choose among the deliverables that are still to be delivered, and none.
    fn ask_deliverable(&mut self) -> Done {
        let Some(project) = self.front.context.project(&self.project)? else { return Ok(()) };
        let open: Vec<_> = project.deliverables.iter().filter(|it| it.delivered.is_none()).collect();
        if self.wanted.deliverable.is_some() || open.is_empty() {
            return Ok(());
        }
        let mut lines: Vec<String> = open.iter().map(|it| format!("{} — {}", it.slug, it.title)).collect();
        lines.push(self.front.say.word("ask-deliverable-none"));
        let at = self.front.ask.choice("ask-deliverable", "--deliverable", &lines)?;
        self.wanted.deliverable = open.get(at).map(|it| it.slug.clone());
        Ok(())
    }

    fn ask_due(&mut self) -> Done {
        if self.wanted.due.is_some() {
            return Ok(());
        }
        let (front, label) = (self.front, Message::new("label-due"));
        let read = |text: &str| {
            let day = values::day("--due", text, front.context.today, Side::Ahead)?;
            let wanted = TaskFields { due: Some(day.day), ..self.wanted.clone() };
            match tasks::foresee(front.context, &self.project, &wanted) {
                Err(failure) if failure.kind != Kind::Unagreed => Err(failure),
                _ => Ok((day, text.to_owned())),
            }
        };
        if let Some((day, text)) = front.ask.optional("ask-due", read)? {
            front.say_back(label, &text, day)?;
            self.wanted.due = Some(day.day);
        }
        Ok(())
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

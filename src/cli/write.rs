//! The commands that change something: each gathers what it needs, asks for what is missing, and says what it did.

use crate::domain::budget::Minutes;
use crate::domain::claim::Evidence;
use crate::domain::day::Day;
use crate::domain::message::{Arg, Message};
use crate::domain::typed_day::Side;
use crate::render::{Catalogue, outcome};
use crate::store::TaskFile;
use crate::usecase::failure::{hint_command, missing};
use crate::usecase::read::find::Among;
use crate::usecase::request::facing::by_request;
use crate::usecase::request::mine::with_own;
use crate::usecase::write::take::{self, Finish, Noting, Rival};
use crate::usecase::write::way_back::way_back;
use crate::usecase::write::{fix, members, projects, tasks, themes, undo};
use crate::usecase::{Failure, Kind, Landing, Receipt};
use crate::vcs::Repository;

use super::args::{Claim, Close, Deliver, Join, Leave, Log, Reasoned, Release, Renew, ThemesAdd, Write};
use super::ask::Question;
use super::console::unwritten;
use super::front::Front;
use super::place::way_to;
use super::prompt::stopped;
use super::spent::{answered_time, no_time, task_and_time, without_day};
use super::values;

type Done = Result<(), Failure>;

impl Front<'_> {
    /// `claim`.
    ///
    /// # Errors
    /// As the operation; nothing to choose from.
    pub fn claim(&self, args: &Claim) -> Done {
        let until = self.day("--until", args.until.as_ref())?;
        let file = self.task_to_change(&args.words, Among::Open(args.time), &args.write)?;
        self.take(&file, until, &args.write)
    }

    /// Takes the task in `file`.
    ///
    /// # Errors
    /// As [`Front::claim`].
    pub(super) fn take(&self, file: &TaskFile, until: Option<Day>, write: &Write) -> Done {
        let is_warned = self.mind_rivals(file, write)?;
        self.answer(&take::claim(self.context, file, until)?)?;
        if is_warned || write.dry_run || !by_request(self.context) {
            return Ok(());
        }
        // What the server has was received only when the claim was sent. Where it cannot be read, the claim stands all the same.
        let rivals = take::rivals(self.context, file, true).unwrap_or_default();
        rivals.map_or(Ok(()), |rival| self.remark(&rival.warning))
    }

    /// Says something beside the answer.
    ///
    /// # Errors
    /// A write that fails.
    pub(super) fn remark(&self, message: &Message) -> Done {
        self.console.remark(|pen| outcome::notes(pen, self.say, &[message])).map_err(|cause| unwritten(&cause))
    }

    /// Warns of what others did with the task on branches that are not merged, and asks whether to go on; whether there was
    /// anything to warn of.
    fn mind_rivals(&self, file: &TaskFile, write: &Write) -> Result<bool, Failure> {
        let Some(Rival { warning, is_hearsay }) = take::rivals(self.context, file, false)? else { return Ok(false) };
        if is_hearsay || write.yes || write.dry_run {
            return self.remark(&warning).map(|()| true);
        }
        if self.ask.can_ask {
            return self.ask.confirm(&Message::new("ask-claim-anyway").with("warning", warning)).map(|()| true);
        }
        let anyway = Message::new("hint-claim-anyway");
        Err(Failure::new(Kind::SomebodyElse, warning).hint(anyway).hint(hint_command("mpa tasks list")))
    }

    /// `renew`.
    ///
    /// # Errors
    /// As [`Front::claim`].
    pub fn renew(&self, args: &Renew) -> Done {
        let until = self.day("--until", args.until.as_ref())?;
        let file = self.my_task(&args.words, &args.write)?;
        self.answer(&take::renew(self.context, &file, until)?)
    }

    /// `release`.
    ///
    /// # Errors
    /// As [`Front::claim`].
    pub fn release(&self, args: &Release) -> Done {
        let file = self.my_task(&args.words, &args.write)?;
        self.act(|context| take::release(context, &file, args.handover.clone()))
    }

    /// `log`.
    ///
    /// # Errors
    /// As [`Front::claim`]; no duration among the words, and nobody to ask.
    pub fn log(&self, args: &Log) -> Done {
        let (words, day) = match &args.day {
            Some(day) => (&args.words[..], Some(day.clone())),
            None => without_day(&args.words, args.total, self.context.today),
        };
        let (words, time) = task_and_time(words, args.total)?;
        if time.is_none() && !self.ask.can_ask {
            return Err(no_time(words));
        }
        let what = if args.day.is_some() { "--day".into() } else { Arg::from(Message::new("label-due")) };
        let day = day.map(|text| self.day_on(Side::Behind, what, &text)).transpose()?;
        let file = self.my_task(words, &args.write)?;
        let asked = || self.ask.value("ask-time-spent", "TIME", None, |text| answered_time(text, args.total));
        let time = time.map_or_else(asked, Ok)?;
        let noting = if args.total { Noting::Total } else { Noting::Added };
        self.answer(&take::log(self.context, &file, time, day, noting)?)
    }

    /// `close`.
    ///
    /// # Errors
    /// As [`Front::claim`]; no result to show.
    pub fn close(&self, args: &Close) -> Done {
        let given = args.evidence.as_deref().map(|text| self.evidence(text)).transpose()?;
        let file = self.my_task(&args.words, &args.write)?;
        let (evidence, time) = match given {
            Some(evidence) => (evidence, args.time),
            None => self.ask_result(args.time)?,
        };
        let result = Finish { evidence, note: args.note.clone(), time };
        self.act(|context| take::close(context, &file, &result))
    }

    /// The result, and the time spent where it is not `known`; Escape goes back from the second question to the first.
    fn ask_result(&self, known: Option<Minutes>) -> Result<(Evidence, Option<Minutes>), Failure> {
        let (mut typed, mut typed_time) = (String::new(), String::new());
        if !self.ask.can_ask {
            return Err(missing("--evidence"));
        }
        loop {
            let question = Question { key: "ask-evidence", proposed: None };
            let evidence = self.ask.ask(question, &mut typed, &|text| self.evidence(text))?.ok_or_else(stopped)?;
            if known.is_some() {
                return Ok((evidence, known));
            }
            if let Some(time) = self.ask.ask_optional("ask-time", &mut typed_time, values::time)? {
                return Ok((evidence, time));
            }
        }
    }

    /// `check --fix`: whether nothing must be mended any more.
    ///
    /// # Errors
    /// As the operation.
    pub fn fix(&self) -> Result<bool, Failure> {
        let mended = fix::fix(self.context)?;
        self.answer(&mended.receipt)?;
        if let (Landing::Planned(..), false) = (&mended.receipt.landing, self.quiet) {
            let said: Vec<&Message> = std::iter::once(mended.receipt.effect()).chain(&mended.receipt.notes).collect();
            self.console.result(|pen| outcome::notes(pen, self.say, &said)).map_err(|cause| unwritten(&cause))?;
        }
        Ok(self.context.writing.dry_run || mended.errors == 0)
    }

    /// `undo`.
    ///
    /// # Errors
    /// As the operation.
    pub fn undo(&self) -> Done {
        let reason = Catalogue::new(self.shared_language(None), self.context.today).say(&Message::new("undo-reason"));
        self.answer(&undo::undo(self.context, &reason)?)
    }

    /// `tasks cancel`.
    ///
    /// # Errors
    /// As [`Front::claim`]; no reason.
    pub fn cancel(&self, args: &Reasoned) -> Done {
        let asks_itself = Write { yes: true, ..args.write.clone() };
        let file = self.task_to_change(&args.words, Among::All, &asks_itself)?;
        let reason = self.reason(args, |context, reason| tasks::cancel(context, &file, reason))?;
        if !args.write.yes && !args.write.dry_run {
            let task = with_own(self.context)?.task(&file)?;
            self.ask.confirm(&Message::new("ask-cancel").with("task", task.title))?;
        }
        self.act(|context| tasks::cancel(context, &file, &reason))
    }

    /// `tasks reopen`.
    ///
    /// # Errors
    /// As [`Front::cancel`].
    pub fn reopen(&self, args: &Reasoned) -> Done {
        let file = self.task_to_change(&args.words, Among::All, &args.write)?;
        let reason = self.reason(args, |context, reason| tasks::reopen(context, &file, reason))?;
        self.act(|context| tasks::reopen(context, &file, &reason))
    }

    /// `themes add`.
    ///
    /// # Errors
    /// As the operation.
    pub fn add_theme(&self, args: &ThemesAdd) -> Done {
        let title = self.title(args.title.as_ref())?;
        self.act(|context| themes::add(context, args.slug.clone(), &title, args.question.clone(), args.idea.clone()))
    }

    /// The title that was typed, or asked for.
    pub(super) fn title(&self, typed: Option<&String>) -> Result<String, Failure> {
        let ask = || self.ask.value("ask-title", "--title", None, values::line);
        typed.cloned().map_or_else(ask, Ok)
    }

    /// `join`.
    ///
    /// # Errors
    /// As the operation; no project named.
    pub fn join(&self, args: &Join) -> Done {
        let project = self.which_project(args.project.as_ref())?;
        self.act(|context| members::join(context, &project, &args.skill, args.class.clone()))
    }

    /// `leave`.
    ///
    /// # Errors
    /// As [`Front::join`].
    pub fn leave(&self, args: &Leave) -> Done {
        let project = self.which_project(args.project.as_ref())?;
        self.answer(&members::leave(self.context, &project)?)
    }

    /// `deliver`.
    ///
    /// # Errors
    /// As [`Front::join`]; no result to show.
    pub fn deliver(&self, args: &Deliver) -> Done {
        let project = self.which_project(args.project.as_ref())?;
        let read = |text: &str| self.evidence(text);
        let evidence = args.evidence.as_deref().map_or_else(|| self.ask.value("ask-evidence", "--evidence", None, read), read)?;
        self.act(|context| projects::deliver(context, &project, args.deliverable.as_ref(), &evidence))
    }

    /// Sends what was done, if that is wished, and says it.
    ///
    /// # Errors
    /// A write that fails; as [`Front::send`].
    pub fn answer(&self, receipt: &Receipt) -> Done {
        let mut receipt = receipt.clone();
        let also_lost = self.send(&mut receipt)?;
        if self.quiet {
            receipt.notes.clear();
        }
        self.settle_way_back(&mut receipt);
        let (top, folder) = (self.context.repository().ok().map(Repository::workdir), &self.console.environment().folder);
        let way = |note: &Message| way_to(top, folder, std::iter::once(note), self.say);
        // Whoever finds their files from another folder stands elsewhere than git.
        if let Some((at, way)) = receipt.notes.iter().enumerate().find_map(|(at, note)| Some((at, way(note)?))) {
            receipt.notes.insert(at, way);
        }
        self.console.result(|pen| outcome::receipt(pen, self.say, &receipt)).map_err(|cause| unwritten(&cause))?;
        also_lost.map_or(Ok(()), Err)
    }

    /// Promises no way back but one that works by now.
    fn settle_way_back(&self, receipt: &mut Receipt) {
        let Landing::Committed(id) = &receipt.landing else { return };
        let notes = std::mem::take(&mut receipt.notes).into_iter();
        receipt.notes = notes
            .filter_map(|note| match note.key() {
                "hint-undo" => way_back(self.context, id, &note, self.named.as_deref()),
                _ => Some(note),
            })
            .collect();
    }
}

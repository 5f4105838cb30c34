//! What happened, in one sentence each.

use crate::domain::budget::Minutes;
use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::document::Document;
use crate::domain::field::Field;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::domain::text::{one_line, shorten};
use crate::rules::change::Change;

use super::fields::wordings;
use super::file::ReplayedFile;

/// A change and what it is told with.
pub struct Told<'a> {
    /// The file.
    pub file: &'a ReplayedFile,
    /// The project of the task.
    pub project: Option<&'a Project>,
    /// The campaign, for the due day.
    pub campaign: &'a Campaign,
    /// The day.
    pub today: Day,
}

impl Told<'_> {
    /// The person whose doing a change tells.
    pub fn person(&self, change: &Change) -> Option<Handle> {
        self.file.person(change)
    }

    /// The dotted key where a change is to be seen.
    pub fn field(&self, change: &Change) -> Option<String> {
        let of_record = |key: &str| self.person(change).map(|who| format!("claims.{who}{key}"));
        match change {
            Change::Claimed { .. } | Change::RecordAdded { .. } | Change::RecordAltered { .. } => of_record(""),
            Change::Renewed { .. } => of_record(".until"),
            Change::Released { .. } => of_record(".released"),
            Change::HandoverWritten { .. } => of_record(".handover"),
            Change::TimeLogged { on, .. } => of_record(&format!(".spent.{on}")),
            Change::Closed { .. } | Change::ClosingAltered { .. } => Some("done".to_owned()),
            Change::Redacted { field, .. } => Some(field.clone()),
            Change::SentBack { .. } => Some("sent-back".to_owned()),
            Change::Reopened { .. } => Some("reopened".to_owned()),
            Change::Cancelled { .. } => Some("cancelled".to_owned()),
            Change::Published | Change::Unpublished => Some("draft".to_owned()),
            Change::BudgetChanged { .. } => Some("budget".to_owned()),
            Change::FieldChanged { field } | Change::RulesChanged { field } => Some(field.key().to_owned()),
            Change::UnknownKeyChanged { key } | Change::LeftOver { key } => Some(key.clone()),
            Change::LeadsChanged => Some("leads".to_owned()),
            Change::Polled { .. } => Some(Field::Poll.key().to_owned()),
            Change::Delivered { deliverable, .. } => Some(format!("deliverables.{deliverable}.delivered")),
            Change::Joined { project, .. } => Some(format!("joined.{project}")),
            _ => Some("title".to_owned()),
        }
    }

    /// The sentence.
    pub fn sentence(&self, change: &Change) -> Message {
        let path = self.file.touched.full.as_str();
        let about = |key: &'static str| Message::new(key).with("what", self.title());
        let by = |key, who: &Handle| about(key).with("person", who);
        match change {
            Change::TaskAdded => {
                let said = about("told-task-added");
                self.task()
                    .map_or(said.clone(), |task| said.with("budget", task.budget).with("project", self.project_title(task)))
            }
            Change::Claimed { by: who, claim, .. } => {
                let said = match &claim.recorded_by {
                    Some(recorder) if recorder != who => by("told-claimed-for", who).with("recorder", recorder),
                    _ => by("told-claimed", who),
                };
                let due = |task| self.campaign.effective_due(task, self.project, self.today);
                let Some(task) = self.task() else { return said };
                let held_longer = claim.until() > due(task);
                let said = said.with("budget", task.budget).with("due", due(task));
                if held_longer { Message::new("told-until").with("said", said).with("until", claim.until()) } else { said }
            }
            Change::Renewed { by: who, claim, .. } => by("told-renewed", who).with("until", claim.until()),
            Change::Released { by: who, claim } => with_text(by("told-released", who), claim.handover.as_deref()),
            Change::RecordAdded { by: who, claim, .. } => {
                let key = match (claim.time() > Minutes::ZERO, &claim.handover) {
                    (true, _) => "told-record-time",
                    (false, Some(_)) => "told-record-word",
                    (false, None) => "told-record-empty",
                };
                with_text(by(key, who).with("time", claim.time()), claim.handover.as_deref())
            }
            Change::TimeLogged { by: who, on, from, to } => {
                let key = if from.get() == 0 { "told-time-logged" } else { "told-time-changed" };
                by(key, who).with("day", *on).with("from", *from).with("to", *to)
            }
            Change::HandoverWritten { by: who, text } => with_text(by("told-handover", who), text.as_deref()),
            Change::RecordAltered { by: who } => by("told-record-altered", who),
            Change::RecordErased { by: who } => by("told-record-erased", who),
            Change::Closed { closing } => {
                let said = by("told-closed", &closing.by).with("evidence", closing.evidence.as_str());
                with_text(said, closing.note.as_deref())
            }
            Change::ClosingAltered { by: who } => by("told-closing-altered", who),
            Change::ClosingErased { by: who } => by("told-closing-erased", who),
            Change::Redacted { by: who, text, .. } => with_text(by("told-redacted", who), Some(text)),
            Change::SentBack { by: who } => self.reason(by("told-sent-back", who)),
            Change::Reopened { by: who } => self.reason(by("told-reopened", who)),
            Change::Cancelled { by: who } => self.reason(by("told-cancelled", who)),
            Change::TaskDeleted => about("told-task-deleted"),
            Change::Published => about("told-published"),
            Change::Unpublished => about("told-unpublished"),
            Change::BudgetChanged { from, to } => about("told-budget-changed").with("from", *from).with("to", *to),
            Change::FieldChanged { field } | Change::RulesChanged { field } => self.field_changed(*field),
            Change::LeadsChanged => self.field_changed(Field::Leads),
            Change::UnknownKeyChanged { key } => about("told-unknown-key").with("key", key.as_str()),
            Change::LeftOver { key } => about("told-left-over").with("key", key.as_str()),
            Change::Delivered { deliverable, evidence, .. } => {
                about("told-delivered").with("deliverable", deliverable).with("evidence", evidence.as_str())
            }
            Change::Polled { poll } => about("told-polled").with("votes", poll.votes).with("of", poll.of).with("day", poll.at),
            Change::Joined { project, .. } => about("told-joined").with("project", project),
            Change::Left { project } => about("told-left").with("project", project),
            Change::ProjectAdded => about("told-project-added"),
            Change::ProjectDeleted => about("told-project-deleted"),
            Change::ThemeAdded => about("told-theme-added"),
            Change::ThemeDeleted => about("told-theme-deleted"),
            Change::PersonAdded => about("told-person-added"),
            Change::PersonDeleted => about("told-person-deleted"),
            Change::PersonReplaced { from, to, .. } => Message::new("told-person-replaced").with("person", from).with("name", to),
            Change::Reformatted => about("told-reformatted"),
            Change::FileRenamed { from } => about("told-file-renamed").with("from", from.as_str()).with("to", path),
            Change::TooLarge { excess } => excess.message(),
            Change::Unreadable { .. } => Message::new("told-unreadable").with("path", path),
            Change::Unsound { .. } => about("told-unsound"),
            Change::Revealing { .. } => about("told-revealing"),
            Change::Conflicting => about("told-conflicting"),
            Change::MergedWrongly => about("told-merged-wrongly"),
            Change::IdTaken { .. } => about("told-id-taken"),
            Change::FileMoved { to } => about("told-file-moved").with("to", to.as_str()),
            Change::NotAPlainFile => self.of_path("told-odd-added"),
            Change::MisnamedFile | Change::StrayFile | Change::OutsideData => self.of_path("told-file-added"),
        }
    }

    /// What became of a file that is only known by its path.
    fn of_path(&self, added: &'static str) -> Message {
        let touched = &self.file.touched;
        let key = match (&touched.tip, &touched.head) {
            (_, None) => "told-file-deleted",
            (None, Some(_)) => added,
            (Some(old), Some(new)) if old.id == new.id => "told-mode-changed",
            (Some(_), Some(_)) => {
                if added == "told-odd-added" {
                    added
                } else {
                    "told-file-changed"
                }
            }
        };
        Message::new(key).with("path", touched.full.as_str())
    }

    fn field_changed(&self, field: Field) -> Message {
        let (before, after) = (self.file.before.as_ref(), self.file.after.as_ref());
        let key = match wordings(before, after, field) {
            (Some(from), Some(to)) => Message::new("told-field-changed").with("from", from).with("to", to),
            (None, Some(to)) => Message::new("told-field-added").with("to", to),
            (Some(from), None) => Message::new("told-field-removed").with("from", from),
            (None, None) => Message::new("told-field"),
        };
        key.with("what", self.title()).with("field", Message::new(field.label()))
    }

    /// The reason given for a decision.
    fn reason(&self, said: Message) -> Message {
        let task = self.task();
        let reason = task.and_then(|task| {
            let again = task.latest_reopening().map(|again| again.reason.clone());
            task.cancelled.as_ref().map(|it| it.reason.clone()).or(again)
        });
        said.with("reason", reason.unwrap_or_default())
    }

    /// What the file is about, in words: a title, a handle, a path.
    fn title(&self) -> String {
        let named = self.file.after.as_ref().or(self.file.before.as_ref());
        match named {
            Some(Document::Task(task)) => task.title.clone(),
            Some(Document::Project(project)) => project.title.clone(),
            Some(Document::Theme(theme)) => theme.title.clone(),
            Some(Document::Person(person)) => person.handle.to_string(),
            Some(Document::Campaign(campaign)) => campaign.name.clone(),
            None => self.file.touched.full.clone(),
        }
    }

    fn task(&self) -> Option<&Task> {
        self.file.after.as_ref().or(self.file.before.as_ref()).and_then(Document::task)
    }

    fn project_title(&self, task: &Task) -> String {
        self.project.map_or_else(|| task.project.to_string(), |project| project.title.clone())
    }
}

/// The longest text that is quoted whole, in columns.
const QUOTED: usize = 300;

/// The sentence, and the text somebody wrote with it.
fn with_text(said: Message, text: Option<&str>) -> Message {
    match text {
        Some(text) => {
            Message::new("told-with-text").with("said", said).with("quote", shorten(&one_line(text), QUOTED).into_owned())
        }
        None => said,
    }
}

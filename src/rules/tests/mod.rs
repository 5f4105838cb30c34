//! The rulebook against the design: one campaign that runs to the Sainte Barbe, four people, one project.

mod attention;
mod author;
mod days;
mod diff;
mod judge;
mod judge_files;
mod judge_others;
mod lint;
mod lint_names;
mod lint_new;
mod operation;
mod pace;
mod progress;
mod properties;
mod quota;
mod redaction;
mod replaced;
mod replay;

use crate::domain::budget::{Budget, Minutes};
use crate::domain::campaign::Campaign;
use crate::domain::claim::{Claim, Closing, Evidence, Reopening};
use crate::domain::day::{Day, make_day};
use crate::domain::document::Document;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::{Deliverable, Project};
use crate::domain::task::Task;

use super::change::Change;
use super::operation::Parties;
use super::verdict::{Rule, Verdict};
use super::{State, changes, judge as verdict_on};

/// The volunteer, the lead of the project, the organiser.
const ROLES: [&str; 3] = ["piolet", "lampe", "wagonnet"];
/// Another volunteer.
const OTHER: &str = "treuil";

fn who(name: &str) -> Handle {
    Handle::new(name).unwrap()
}

fn slug(name: &str) -> Slug {
    Slug::new(name).unwrap()
}

fn id(text: &str) -> TaskId {
    TaskId::new(text).unwrap()
}

fn nov(day: u32) -> Day {
    make_day(2026, 11, day).unwrap()
}

fn dec(day: u32) -> Day {
    make_day(2026, 12, day).unwrap()
}

/// The day of every judgement, two weeks before the deadline.
fn today() -> Day {
    nov(20)
}

fn minutes(count: u32) -> Minutes {
    Minutes::new(count).unwrap()
}

fn evidence() -> Evidence {
    Evidence::new("https://example.org/resultat").unwrap()
}

fn own(who: &Handle) -> Parties<'_> {
    Parties { by: who, actor: who }
}

fn campaign() -> Campaign {
    Campaign {
        started: Some(nov(2)),
        organisers: vec![who("wagonnet")],
        contact: Some("contact@example.org".to_owned()),
        ..Campaign::default()
    }
}

fn project() -> Project {
    let first =
        Deliverable { slug: slug("liste"), title: "La liste".to_owned(), due: Some(dec(1)), first: true, delivered: None };
    Project { leads: vec![who("lampe")], deliverables: vec![first], ..Project::new(slug("mphack"), "MPHack".to_owned()) }
}

fn task() -> Task {
    Task::new(id("k7q2m"), slug("mphack"), "Publier la liste".to_owned(), Budget::parse("2h").unwrap(), nov(2))
}

/// The record of a claim.
fn claim(since: Day, until: Day) -> Claim {
    Claim::new(since, until).unwrap()
}

fn spend(claim: &mut Claim, on: Day, count: u32) {
    claim.spent.insert(on, minutes(count));
}

/// A task with one record.
fn held(by: &Handle, claim: Claim) -> Task {
    Task { claims: vec![(by.clone(), claim)], ..task() }
}

/// A task that `by` took three days ago, with an hour noted on the next day.
fn taken(by: &Handle) -> Task {
    edited_claim(&held(by, claim(nov(17), dec(1))), by, |it| spend(it, nov(18), 60))
}

/// A task that `by` finished yesterday.
fn done(by: &Handle) -> Task {
    let closing = Closing { by: by.clone(), at: nov(19), evidence: evidence(), note: None, recorded_by: None };
    Task { done: Some(closing), ..taken(by) }
}

/// `task`, finished before, sent back by `by`.
fn sent_back(task: &Task, by: &Handle, at: Day) -> Task {
    let mut after = task.clone();
    let done = after.done.take();
    after.sent_back = Some(Reopening { by: by.clone(), at, reason: "Il manque la date.".to_owned(), done, cancelled: None });
    after
}

fn edited<T: Clone>(thing: &T, edit: impl FnOnce(&mut T)) -> T {
    let mut after = thing.clone();
    edit(&mut after);
    after
}

fn edited_claim(task: &Task, by: &Handle, edit: impl FnOnce(&mut Claim)) -> Task {
    edited(task, |task| edit(task.claim_of_mut(by).unwrap()))
}

fn between(before: &Task, after: &Task) -> Vec<Change> {
    changes(Some(&before.clone().into()), Some(&after.clone().into()))
}

/// What somebody is told about everything they changed at once: the worst of the verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Routine,
    Asks(Rule),
    Refused(Rule),
}

/// What happened, and all it is judged against.
#[derive(Debug, Clone)]
struct Scene {
    changes: Vec<Change>,
    campaign: Campaign,
    project: Option<Project>,
    today: Day,
    before: Option<Task>,
    after: Option<Task>,
    held_elsewhere: usize,
    ended_beside: usize,
    unfinished: Vec<TaskId>,
    person: Option<Handle>,
    known_as: Option<Handle>,
    nowhere: Vec<Evidence>,
}

impl Scene {
    fn of(before: Option<Document>, after: Option<Document>) -> Self {
        let [before, after] = [before.as_ref(), after.as_ref()];
        let person = before.or(after).and_then(Document::person).map(|person| person.handle.clone());
        let changes = changes(before, after);
        let task = |it: Option<&Document>| it.and_then(Document::task).cloned();
        Self {
            changes,
            campaign: campaign(),
            project: Some(project()),
            today: today(),
            before: task(before),
            after: task(after),
            held_elsewhere: 0,
            ended_beside: 0,
            unfinished: Vec::new(),
            person,
            known_as: None,
            nowhere: Vec::new(),
        }
    }

    fn task(before: &Task, after: &Task) -> Self {
        Self::of(Some(before.clone().into()), Some(after.clone().into()))
    }

    fn edit(before: &Task, edit: impl FnOnce(&mut Task)) -> Self {
        Self::task(before, &edited(before, edit))
    }

    fn with_state<T>(&self, judge: impl FnOnce(&State<'_>) -> T) -> T {
        judge(&State {
            campaign: &self.campaign,
            project: self.project.as_ref(),
            today: self.today,
            before: self.before.as_ref(),
            after: self.after.as_ref(),
            ended_beside: self.ended_beside,
            held_elsewhere: self.held_elsewhere,
            unfinished: &self.unfinished,
            person: self.person.as_ref(),
            known_as: self.known_as.as_ref(),
            nowhere: &self.nowhere,
        })
    }

    fn answer(&self, actor: &Handle) -> Answer {
        self.changes.iter().fold(Answer::Routine, |worst, change| {
            match (worst, self.with_state(|state| verdict_on(change, actor, state))) {
                (Answer::Refused(_), _) | (_, Verdict::Routine) => worst,
                (_, Verdict::Refused(objection)) => Answer::Refused(objection.rule),
                (Answer::Asks(_), _) => worst,
                (Answer::Routine, Verdict::NeedsOrganiser(objection)) => Answer::Asks(objection.rule),
            }
        })
    }
}

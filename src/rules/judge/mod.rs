//! The verdict on one change, with the rule named.

pub mod days;
pub mod quota;
pub mod record;

use crate::domain::campaign::Campaign;
use crate::domain::claim::{Closing, Evidence};
use crate::domain::day::Day;
use crate::domain::field::Field;
use crate::domain::message::Message;
use crate::domain::name::{Handle, TaskId};
use crate::domain::project::{Poll, Project};
use crate::domain::task::Task;

use super::actor::{Author, Role};
use super::change::Change;
use super::verdict::{Decider, Objection, Rule, Verdict};
pub use record::{finished, held_by_somebody};

/// What a change is judged against: the shared state it would meet, never the one it comes from.
#[derive(Debug, Clone, Copy)]
pub struct State<'a> {
    /// The rules and organisers in force.
    pub campaign: &'a Campaign,
    /// The project the change concerns.
    pub project: Option<&'a Project>,
    /// The day of the judgement.
    pub today: Day,
    /// The task before, where the change concerns one.
    pub before: Option<&'a Task>,
    /// The task after, where the change concerns one.
    pub after: Option<&'a Task>,
    /// How many other tasks the person who claims or prolongs holds.
    pub held_elsewhere: usize,
    /// How many other tasks the same request takes for that person and ends at once.
    pub ended_beside: usize,
    /// The tasks that are to be done before this one and are not.
    pub unfinished: &'a [TaskId],
    /// The person whose file it is, where the change concerns one.
    pub person: Option<&'a Handle>,
    /// Somebody else who is known already by the login or a key that this person's file gets.
    pub known_as: Option<&'a Handle>,
    /// The results shown that name what the repository has not.
    pub nowhere: &'a [Evidence],
}

impl<'a> State<'a> {
    /// A state in which nothing but the campaign matters.
    pub fn of_campaign(campaign: &'a Campaign, today: Day) -> Self {
        let (project, before, after, person, known_as) = (None, None, None, None, None);
        Self {
            campaign,
            project,
            today,
            before,
            after,
            held_elsewhere: 0,
            ended_beside: 0,
            unfinished: &[],
            person,
            known_as,
            nowhere: &[],
        }
    }

    /// The title of the task, or else of the project, for sentences.
    pub(super) fn title(&self) -> &'a str {
        let of_task = self.after.or(self.before).map(|task| task.title.as_str());
        of_task.or(self.project.map(|project| project.title.as_str())).unwrap_or_default()
    }
}

/// Judges `change`, made by `actor`, against `state`.
///
/// A change that needs an organiser is routine when an organiser makes it, or a lead within their project (except on
/// who leads); a refused change is refused whoever asks.
pub fn judge(change: &Change, actor: &Handle, state: &State<'_>) -> Verdict {
    let verdict = as_volunteer(change, Some(actor), state);
    debug_assert!(verdict.objection().is_none_or(|why| why.rule.weight().allows(&verdict)), "{verdict:?}");
    let role = Role::of(actor, state.campaign, state.project);
    match verdict {
        Verdict::NeedsOrganiser(objection) if !may_decide(role, objection.rule) => Verdict::NeedsOrganiser(objection),
        Verdict::NeedsOrganiser(_) | Verdict::Routine => nowhere(change, state).map_or(Verdict::Routine, Verdict::NeedsOrganiser),
        refused => refused,
    }
}

/// Whoever looks for the result that is shown finds nothing: no operation of ours writes that.
fn nowhere(change: &Change, state: &State<'_>) -> Option<Objection> {
    let (Change::Closed { closing: Closing { evidence, .. } } | Change::Delivered { evidence, .. }) = change else { return None };
    let message = || Message::new("rule-nowhere").with("found", evidence.as_str());
    state.nowhere.contains(evidence).then(|| Objection::new(Rule::Nowhere, message()))
}

/// Judges `change` by what is known of its author. Unless that is a person of the campaign, an organiser looks at
/// everything, and what nobody may do stays refused.
pub fn judge_by(change: &Change, author: &Author, state: &State<'_>) -> Verdict {
    let looked_at = |verdict, rule, message: Message| match verdict {
        Verdict::Routine => Verdict::NeedsOrganiser(Objection::new(rule, message)),
        other => other,
    };
    match author {
        Author::Verified(actor) => match as_volunteer(change, Some(actor), state) {
            // Where everybody organises, nobody merges unread what makes an organiser.
            Verdict::NeedsOrganiser(why)
                if state.campaign.organisers.is_empty() && why.rule.decided_by() == Decider::Organisers =>
            {
                Verdict::NeedsOrganiser(why)
            }
            _ => judge(change, actor, state),
        },
        Author::Newcomer(who) => {
            let message = Message::new("rule-newcomer").with("person", who);
            looked_at(as_volunteer(change, Some(who), state), Rule::Newcomer, message)
        }
        Author::Unverified => looked_at(as_volunteer(change, None, state), Rule::Unverified, Message::new("rule-unverified")),
    }
}

/// Whether somebody in that role may decide what `rule` leaves open.
fn may_decide(role: Role, rule: Rule) -> bool {
    match rule.decided_by() {
        Decider::SomebodyElse => false,
        Decider::Organisers => role == Role::Organiser,
        Decider::Leads => role > Role::Volunteer,
    }
}

/// The verdict on what a volunteer did; `None` takes the change at its word, as if made by the person it speaks of.
fn as_volunteer(change: &Change, actor: Option<&Handle>, state: &State<'_>) -> Verdict {
    let decide = |rule, message: Message| Verdict::NeedsOrganiser(Objection::new(rule, message));
    let refuse = |rule, message: Message| Verdict::Refused(Objection::new(rule, message));
    let title = state.title();
    if let Some(objection) = day_of(change, state).and_then(|day| record::wrong_day(day, state)) {
        return Verdict::Refused(objection);
    }
    if let (Change::Cancelled { .. }, Some(objection)) = (change, state.after.and_then(record::finished)) {
        return Verdict::Refused(objection);
    }
    match change {
        Change::TaskAdded => decide(Rule::NewTask, Message::new("rule-new-task").with("task", title)),
        Change::TaskDeleted => refuse(Rule::TaskDeleted, Message::new("rule-task-deleted").with("task", title)),
        Change::Claimed { .. }
        | Change::Renewed { .. }
        | Change::Released { .. }
        | Change::RecordAdded { .. }
        | Change::TimeLogged { .. }
        | Change::HandoverWritten { .. }
        | Change::RecordAltered { .. }
        | Change::RecordErased { .. }
        | Change::Closed { .. }
        | Change::ClosingAltered { .. }
        | Change::ClosingErased { .. } => record::judge_record(change, actor, state),
        Change::SentBack { .. } | Change::Reopened { .. } | Change::Cancelled { .. } => {
            decide(Rule::Decision, Message::new("rule-decision").with("task", title))
        }
        Change::Redacted { by, is_masked: true, .. } if actor.is_none_or(|actor| actor == by) => Verdict::Routine,
        Change::Redacted { .. } => decide(Rule::Redaction, Message::new("rule-redaction").with("task", title)),
        Change::Unpublished => refuse(Rule::DraftAgain, Message::new("rule-draft-again").with("task", title)),
        Change::Polled { .. } | Change::FieldChanged { field: Field::Poll } => {
            decide(Rule::WholeProject, Message::new("rule-poll"))
        }
        Change::FieldChanged { field } if field.is_identity() => identity(actor, state),
        Change::Published | Change::BudgetChanged { .. } | Change::FieldChanged { .. } => text(actor, state),
        Change::UnknownKeyChanged { key } | Change::LeftOver { key } => {
            decide(Rule::LeftOver, Message::new("rule-left-over").with("key", key.as_str()))
        }
        Change::ProjectDeleted => decide(Rule::WholeProject, Message::new("rule-project-deleted")),
        Change::ProjectAdded | Change::Delivered { .. } | Change::ThemeAdded | Change::ThemeDeleted => {
            decide(Rule::ProjectText, Message::new("rule-project-text"))
        }
        Change::LeadsChanged => decide(Rule::Leads, Message::new("rule-leads")),
        Change::PersonAdded | Change::PersonDeleted | Change::Joined { .. } | Change::Left { .. } => persons_file(actor, state),
        Change::RulesChanged { .. } => decide(Rule::CampaignRules, Message::new("rule-campaign-rules")),
        Change::Reformatted => decide(Rule::Layout, Message::new("rule-layout")),
        Change::FileRenamed { from } => decide(Rule::FileName, Message::new("rule-file-renamed").with("from", from.as_str())),
        Change::FileMoved { to } => refuse(Rule::FileName, Message::new("rule-file-moved").with("to", to.as_str())),
        Change::IdTaken { other } => refuse(Rule::IdTaken, Message::new("rule-id-taken").with("other", other.as_str())),
        Change::Unreadable { problem } => {
            refuse(Rule::Unreadable, Message::new("rule-unreadable").with("problem", problem.clone()))
        }
        Change::TooLarge { .. } => decide(Rule::TooLarge, Message::new("rule-too-large")),
        Change::Revealing { found } => decide(Rule::Personal, Message::new("rule-personal").with("found", found.clone())),
        Change::Unsound { problem } => refuse(Rule::Unsound, Message::new("rule-unsound").with("problem", problem.clone())),
        Change::NotAPlainFile => refuse(Rule::PlainFiles, Message::new("rule-plain-files")),
        Change::MisnamedFile => refuse(Rule::FileName, Message::new("rule-misnamed-file")),
        Change::StrayFile => decide(Rule::StrayFile, Message::new("rule-stray-file")),
        Change::OutsideData => decide(Rule::OutsideData, Message::new("rule-outside-data")),
        Change::Conflicting => {
            let workflow = &state.campaign.workflow;
            let with = Message::new("rule-conflict").with("remote", workflow.remote.as_str());
            decide(Rule::Conflict, with.with("main", workflow.main.as_str()))
        }
        Change::MergedWrongly => refuse(Rule::Conflict, Message::new("rule-merged-wrongly")),
        Change::PersonReplaced { to, .. } if !to.is_anonymous() => {
            refuse(Rule::Forgetting, Message::new("rule-forgetting-name").with("name", to))
        }
        // A task that nobody holds any more would not be free either.
        Change::PersonReplaced { from, is_holder: true, .. } => {
            refuse(Rule::Forgetting, Message::new("rule-forgetting-holder").with("person", from))
        }
        Change::PersonReplaced { from, .. } if actor.is_none_or(|actor| actor == from) => Verdict::Routine,
        Change::PersonReplaced { from, .. } => decide(Rule::Forgetting, Message::new("rule-forgetting").with("person", from)),
    }
}

/// The day something says it happened, where [`record`] does not look at it.
fn day_of(change: &Change, state: &State<'_>) -> Option<Day> {
    let task = state.after;
    match change {
        Change::TaskAdded | Change::FieldChanged { field: Field::Created } => Some(task?.created),
        Change::SentBack { .. } => Some(task?.sent_back.as_ref()?.at),
        Change::Reopened { .. } => Some(task?.reopened.as_ref()?.at),
        Change::Cancelled { .. } => Some(task?.cancelled.as_ref()?.at),
        Change::Delivered { on, .. } | Change::Joined { on, .. } | Change::Polled { poll: Poll { at: on, .. } } => Some(*on),
        _ => None,
    }
}

/// A field changed: of a task, of somebody's own file, of a project or a theme.
fn text(actor: Option<&Handle>, state: &State<'_>) -> Verdict {
    if state.person.is_some() {
        return persons_file(actor, state);
    }
    Verdict::NeedsOrganiser(if state.before.is_some() || state.after.is_some() {
        Objection::new(Rule::TaskText, Message::new("rule-task-text").with("task", state.title()))
    } else {
        Objection::new(Rule::ProjectText, Message::new("rule-project-text"))
    })
}

/// The login or the keys of a person changed: whoever has them is taken for that person from then on.
fn identity(actor: Option<&Handle>, state: &State<'_>) -> Verdict {
    let message = match (state.person, state.known_as) {
        (Some(person), _) if actor.is_some_and(|actor| actor != person) => Message::new("rule-identity").with("person", person),
        (Some(person), Some(other)) => Message::new("rule-identity-taken").with("person", person).with("other", other),
        _ => return text(actor, state),
    };
    Verdict::NeedsOrganiser(Objection::new(Rule::Identity, message))
}

fn persons_file(actor: Option<&Handle>, state: &State<'_>) -> Verdict {
    match state.person {
        Some(person) if actor.is_some_and(|actor| actor != person) => {
            Verdict::NeedsOrganiser(Objection::new(Rule::AnothersFile, Message::new("rule-anothers-file").with("person", person)))
        }
        _ => Verdict::Routine,
    }
}

//! What no sequence of operations, and no edit by hand, can bring about.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::domain::claim::Cancellation;
use crate::domain::day::later;
use crate::domain::file_key::FileKey;
use crate::rules::actor::Role;
use crate::rules::judge::quota::last_day;
use crate::rules::lint::{Everything, Gravity, lint};
use crate::rules::operation;
use crate::rules::verdict::Objection;

use super::*;

const PEOPLE: [&str; 4] = ["piolet", OTHER, "lampe", "wagonnet"];

/// Four tasks of one project, the second after the first, and the day.
#[derive(Debug, Clone)]
struct World {
    tasks: Vec<Task>,
    today: Day,
}

/// A wish, in numbers: who types, whose record, what, which task, how many days later, and something to vary.
type Step = (usize, Option<usize>, usize, usize, u32, u32);

fn steps(kinds: usize) -> impl Strategy<Value = Vec<Step>> {
    let for_whom = prop_oneof![3 => Just(None), 1 => (0..PEOPLE.len()).prop_map(Some)];
    prop::collection::vec((0..PEOPLE.len(), for_whom, 0..kinds, 0..4_usize, 0..4_u32, 0..20_u32), 1..40)
}

impl World {
    fn new() -> Self {
        let task = |n: u32| Task { id: id(&format!("aaaa{n}")), ..task() };
        let mut tasks: Vec<Task> = (0..4).map(task).collect();
        tasks[1].after = vec![id("aaaa0")];
        Self { tasks, today: nov(9) }
    }

    fn rules() -> Campaign {
        edited(&campaign(), |it| it.claims.limit = 2)
    }

    fn held_by(&self, who: &Handle) -> usize {
        self.tasks.iter().filter(|task| task.holders(self.today).any(|(holder, _)| holder == who)).count()
    }

    fn scene(&self, index: usize, after: &Task) -> Scene {
        let before = &self.tasks[index];
        let mut scene = Scene { campaign: Self::rules(), today: self.today, ..Scene::task(before, after) };
        let taker = scene.changes.iter().find_map(|change| match change {
            Change::Claimed { by, .. } | Change::Renewed { by, .. } => Some(by.clone()),
            _ => None,
        });
        let holds_this = |who: &Handle| before.holders(self.today).any(|(holder, _)| holder == who);
        scene.held_elsewhere = taker.map_or(0, |who| self.held_by(&who) - usize::from(holds_this(&who)));
        let unfinished = |id: &TaskId| self.tasks.iter().any(|task| task.id == *id && !task.is_over());
        scene.unfinished = after.after.iter().filter(|id| unfinished(id)).cloned().collect();
        scene
    }

    /// Puts `after` in place when it is not refused, and checks all that must hold then.
    fn accept(&mut self, index: usize, after: Task, actor: &Handle) -> Result<(), TestCaseError> {
        let scene = self.scene(index, &after);
        prop_assert_eq!(scene.changes.is_empty(), self.tasks[index] == after, "everything that differs has a name");
        let answer = scene.answer(actor);
        if matches!(answer, Answer::Refused(_)) {
            return Ok(());
        }
        let held_before = self.held_by(actor);
        let before = std::mem::replace(&mut self.tasks[index], after);
        let after = &self.tasks[index];
        prop_assert!(after.holders(self.today).count() <= 1, "two holders");
        nothing_vanished(&before, after, self.today)?;
        let volunteers = Role::of(actor, &scene.campaign, scene.project.as_ref()) == Role::Volunteer;
        if volunteers && answer == Answer::Routine {
            nothing_of_others_changed(&before, after, actor)?;
            prop_assert!(self.held_by(actor) <= held_before.max(2), "over the limit");
        }
        let errors: Vec<_> = self.errors().into_iter().filter(|(about, _)| *about == before.key()).collect();
        prop_assert_eq!(errors, []);
        Ok(())
    }

    fn step(&mut self, step: Step) -> Result<(), TestCaseError> {
        self.today = later(self.today, step.4);
        let actor = typist(self, step);
        operate(self, &actor, step).map_or(Ok(()), |after| self.accept(step.3, after, &actor))
    }

    fn errors(&self) -> Vec<(FileKey, &'static str)> {
        let found = lint(Everything {
            campaign: &Self::rules(),
            themes: &BTreeMap::new(),
            projects: &[(slug("mphack"), project())].into(),
            tasks: &self.tasks,
            people: &[],
            unreadable: &[].into(),
            arrivals: &BTreeMap::new(),
            nowhere: &[].into(),
            today: self.today,
        });
        found.into_iter().filter(|it| it.gravity == Gravity::Error).map(|it| (it.about, it.message.key())).collect()
    }
}

/// Records, time of earlier days, closings and cancellations stay, where they were or in what reopened the task.
fn nothing_vanished(before: &Task, after: &Task, today: Day) -> Result<(), TestCaseError> {
    for (who, claim) in &before.claims {
        let kept = after.claim_of(who);
        prop_assert!(kept.is_some(), "the record of {} vanished", who);
        let gone = claim.spent.keys().find(|day| **day < today && !kept.unwrap().spent.contains_key(day));
        prop_assert_eq!(gone, None, "time of {} vanished", who);
    }
    let reopenings = [&after.sent_back, &after.reopened].map(Option::as_ref);
    let closings: Vec<_> = reopenings.iter().flatten().filter_map(|it| it.done.as_ref()).chain(&after.done).collect();
    prop_assert!(before.done.iter().all(|it| closings.contains(&it)), "a closing vanished");
    let reasons: Vec<_> = reopenings.iter().flatten().filter_map(|it| it.cancelled.as_ref()).chain(&after.cancelled).collect();
    prop_assert!(before.cancelled.iter().all(|it| reasons.contains(&it)), "a cancellation vanished");
    let opened_again =
        (before.done.is_some() && after.done.is_none()) || (before.cancelled.is_some() && after.cancelled.is_none());
    for (old, new) in [(&before.sent_back, &after.sent_back), (&before.reopened, &after.reopened)] {
        prop_assert!(old.is_none() || old == new || (new.is_some() && opened_again), "a reopening was rewritten");
    }
    Ok(())
}

fn nothing_of_others_changed(before: &Task, after: &Task, actor: &Handle) -> Result<(), TestCaseError> {
    let others =
        |task: &Task| -> BTreeMap<Handle, Claim> { task.claims.iter().filter(|(who, _)| who != actor).cloned().collect() };
    prop_assert_eq!(others(before), others(after));
    prop_assert!(before.done.is_none() || before.done == after.done);
    let texts = |task: &Task| Task { claims: Vec::new(), done: None, ..task.clone() };
    prop_assert_eq!(texts(before), texts(after));
    Ok(())
}

const OPERATIONS: usize = 8;

/// Who types: every other time the person whose record comes last, so that much of what is tried makes sense.
fn typist(world: &World, (actor, _, _, index, _, vary): Step) -> Handle {
    let last = world.tasks[index].claims.last().filter(|_| vary % 2 == 1);
    last.map_or_else(|| who(PEOPLE[actor]), |(by, _)| by.clone())
}

fn operate(world: &World, actor: &Handle, (_, by, kind, index, _, vary): Step) -> Result<Task, Objection> {
    let (task, today) = (&world.tasks[index], world.today);
    let by = by.map_or(actor.clone(), |by| who(PEOPLE[by]));
    let parties = Parties { by: &by, actor };
    let text = || format!("Reste la page {vary}.");
    let due = World::rules().effective_due(task, Some(&project()), today);
    let until = later(last_day(&World::rules(), due, today), vary / 15);
    match kind {
        0 | 1 => operation::claim(task, parties, today, until),
        2 => operation::renew(task, parties, today, until),
        3 => operation::release(task, parties, today, (vary > 5).then(text)),
        4 => operation::log(task, parties, later(today, 2) - chrono::Days::new((vary % 5).into()), minutes(vary / 4 * 15)),
        5 => operation::close(task, parties, today, evidence(), (vary > 10).then(text)),
        6 if vary > 10 => operation::cancel(task, actor, today, text()),
        7 if task.done.is_some() && vary > 10 => Ok(sent_back(task, actor, today)),
        _ => operation::reopen(task, actor, today, text()),
    }
}

/// What somebody might do to a record or a task in an editor, sensible or not.
const EDITS: [fn(&mut Task, &Handle, Day, u32); 20] = [
    |task, by, day, n| task.put_claim_last(by.clone(), claim(later(day, n % 3), later(day, 2 + n))),
    |task, by, day, n| task.put_claim_last(by.clone(), lost(day, n)),
    |task, by, _, _| task.claims.retain(|(who, _)| who != by),
    |task, by, day, n| on_claim(task, by, |it| spend(it, later(day, n % 3), n + 1)),
    |task, by, _, _| on_claim(task, by, |it| it.spent = it.spent.clone().into_iter().skip(1).collect()),
    |task, by, day, n| on_claim(task, by, |it| it.released = Some(later(day, n % 3))),
    |task, by, _, _| on_claim(task, by, |it| it.released = None),
    |task, by, _, n| on_claim(task, by, |it| it.handover = (n > 5).then(|| format!("http://{n}.example"))),
    |task, by, _, n| on_claim(task, by, |it| it.recorded_by = (n > 5).then(|| who(OTHER))),
    |task, by, day, n| on_claim(task, by, |it| *it = it.renew(later(day.max(it.since()), n)).unwrap()),
    |task, by, _, n| on_claim(task, by, |it| it.renewed = n % 4),
    |task, by, day, n| task.done = Some(closing(by, later(day, n % 3))),
    |task, _, _, _| task.done = None,
    |task, by, day, n| task.cancelled = Some(Cancellation { by: by.clone(), at: later(day, n % 3), reason: format!("{n}") }),
    |task, _, _, _| task.cancelled = None,
    |task, by, day, n| *task = sent_back(task, by, later(day, n % 3)),
    |task, _, _, _| task.sent_back = None,
    |task, by, day, _| task.reopened = sent_back(task, by, day).sent_back,
    |task, _, _, n| task.draft = n > 5,
    |task, _, day, n| task.created = later(day, n % 3),
];

fn on_claim(task: &mut Task, by: &Handle, edit: impl FnOnce(&mut Claim)) {
    if let Some(claim) = task.claim_of_mut(by) {
        edit(claim);
    }
}

fn lost(day: Day, n: u32) -> Claim {
    edited(&claim(day, later(day, 9)), |it| it.released = Some(later(day, n % 3)))
}

fn closing(by: &Handle, at: Day) -> Closing {
    Closing { by: by.clone(), at, evidence: evidence(), note: None, recorded_by: None }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn operations_keep_what_must_hold(steps in steps(OPERATIONS)) {
        let mut world = World::new();
        for step in steps {
            world.step(step)?;
        }
    }

    #[test]
    fn edits_by_hand_keep_what_must_hold(operations in steps(OPERATIONS), edits in steps(EDITS.len())) {
        let mut world = World::new();
        for (step, edits) in operations.into_iter().zip(edits.chunks(3).cycle()) {
            world.step(step)?;
            let mut after = world.tasks[step.3].clone();
            let actor = who(PEOPLE[edits[0].0]);
            for (_, by, kind, _, _, vary) in edits.iter().take(1 + edits[0].5 as usize % 3) {
                let by = by.map_or(actor.clone(), |by| who(PEOPLE[by]));
                EDITS[*kind](&mut after, &by, world.today, *vary);
            }
            world.accept(step.3, after, &actor)?;
        }
    }
}

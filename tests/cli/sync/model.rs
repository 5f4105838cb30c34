//! Random histories on three clones, against a simple model: whoever comes first on the shared branch has the task,
//! everybody hears what became of theirs, and no minute is lost.
//!
//! A few histories each time; `MPA_HISTORIES=1000` for the long run, `MPA_SEED` for a single one.
#![allow(clippy::disallowed_methods, reason = "the length of the run is chosen from outside")]

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;

use super::{is_settled, remote_commits};
use crate::kit::World;

const PEOPLE: [&str; 3] = ["zoe", "max", "orga"];
const TASKS: [&str; 3] = ["p4n8w", "x9c3v", "b6j2r"];
const STEPS: usize = 14;
/// Histories that went wrong once: taken again on the day it was given back, and lost.
const MENDED: [u64; 2] = [242, 322];

/// What one person does to one task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Claim,
    Release,
    Log(u32),
    Close,
    Cancel,
    Edit(u32),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    Open,
    Held(usize),
    Done,
    Cancelled,
}

/// A task as everybody should see it: its state, the time of each, and its budget.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Task {
    state: State,
    spent: BTreeMap<usize, u32>,
    /// Who has a record in it.
    known: BTreeSet<usize>,
    budget: u32,
}

type List = BTreeMap<&'static str, Task>;

/// What a clone has done and not sent.
type Unsent = Vec<(usize, &'static str, Act)>;

fn list() -> List {
    let task = Task { state: State::Open, spent: BTreeMap::new(), known: BTreeSet::new(), budget: 2 };
    TASKS.into_iter().map(|id| (id, task.clone())).collect()
}

/// Whether the act may be done, and what becomes of the task.
fn act(task: &mut Task, who: usize, act: Act) -> bool {
    let holds = task.state == State::Held(who);
    match act {
        Act::Claim if task.state == State::Open => {
            task.state = State::Held(who);
            task.known.insert(who);
        }
        Act::Release if holds => task.state = State::Open,
        Act::Log(minutes) if holds => *task.spent.entry(who).or_default() += minutes,
        Act::Close if holds => task.state = State::Done,
        Act::Cancel if matches!(task.state, State::Open | State::Held(_)) => task.state = State::Cancelled,
        Act::Edit(budget) if task.budget != budget => task.budget = budget,
        _ => return false,
    }
    true
}

/// Does what was recorded again on the shared list; whether something was lost.
fn replay(shared: &mut List, local: &List, unsent: &Unsent) -> bool {
    let mut lost: BTreeSet<(usize, &str)> = BTreeSet::new();
    let mut any = false;
    for (who, id, what) in unsent {
        let task = shared.get_mut(id).unwrap();
        let own = matches!(what, Act::Claim | Act::Release | Act::Log(_) | Act::Close);
        if own && lost.contains(&(*who, id)) {
            continue;
        }
        // Time is noted on a record of one's own, whatever became of the task; a budget is wished, whatever it is now.
        let done = match what {
            Act::Log(minutes) if task.known.contains(who) => {
                *task.spent.entry(*who).or_default() += minutes;
                true
            }
            Act::Edit(budget) => {
                task.budget = *budget;
                true
            }
            Act::Release if task.state == State::Held(*who) || task.known.contains(who) && task.state != State::Held(*who) => {
                if task.state == State::Held(*who) {
                    task.state = State::Open;
                }
                true
            }
            _ => act(task, *who, *what),
        };
        if !done {
            any = true;
            if *what == Act::Claim {
                lost.insert((*who, id));
                // What they did is kept as a record of theirs.
                if let Some(minutes) = local[id].spent.get(who) {
                    let known = task.spent.entry(*who).or_default();
                    *known = (*known).max(*minutes);
                    task.known.insert(*who);
                }
            }
        }
    }
    any
}

fn wander(seed: u64) -> (usize, usize) {
    let mut rng = Rng::with_seed(seed);
    let world = World::new();
    world.remote();
    let others = [world.clone_of_remote(), world.clone_of_remote()];
    let clones = [&world, &others[0], &others[1]];
    let mut shared = list();
    let mut here: Vec<(List, Unsent)> = vec![(list(), Vec::new()); clones.len()];
    let mut counts = (0, 0);
    let mut story = Vec::new();
    for step in 0..STEPS + clones.len() {
        // In the end everybody sends.
        let at = if step < STEPS { rng.usize(..clones.len()) } else { step - STEPS };
        let (local, unsent) = &mut here[at];
        if step >= STEPS || rng.u8(..4) == 0 {
            let lost = replay(&mut shared, local, unsent);
            let run = clones[at].anybody().run("sync");
            story.push(format!("{}: sync → {}", PEOPLE[at], run.code));
            let context = || format!("seed {seed}\n{}\n{run}", story.join("\n"));
            assert_eq!(run.code, if lost { 4 } else { 0 }, "{}", context());
            let seen = read(clones[at], &shared);
            assert_eq!(seen, shared, "{}", context());
            (*local, *unsent) = (shared.clone(), Vec::new());
            counts.0 += 1;
            counts.1 += usize::from(lost);
            continue;
        }
        let id = TASKS[rng.usize(..TASKS.len())];
        let what = match rng.u8(..12) {
            0..5 => Act::Claim,
            5 => Act::Release,
            6..8 => Act::Log(rng.u32(1..9) * 5),
            8 => Act::Close,
            9 if at == 2 => Act::Cancel,
            10 if at == 2 => Act::Edit(rng.u32(1..6)),
            _ => Act::Claim,
        };
        let words = match what {
            Act::Claim => format!("claim {id}"),
            Act::Release => format!("release {id}"),
            Act::Log(minutes) => format!("log {id} {minutes}m"),
            Act::Close => format!("close {id} --evidence https://example.org/{id}"),
            Act::Cancel => format!("tasks cancel {id} --reason 'Plus besoin' --yes"),
            Act::Edit(budget) => format!("tasks edit {id} --budget {budget}h"),
        };
        let before = clones[at].head();
        let mut wished = local.clone();
        let may = act(wished.get_mut(id).unwrap(), at, what);
        let run = clones[at].by(PEOPLE[at]).run(&words);
        story.push(format!("{}: {words} → {}", PEOPLE[at], run.code));
        let landed = clones[at].head() != before;
        // The rulebook allows more than the model (an organiser finishes a task without a holder, and more): such a step
        // is taken back, so that the model stays simple.
        if landed && !may {
            clones[at].git("reset --quiet --hard HEAD~1");
            story.push("  (taken back)".to_owned());
        } else if landed {
            *local = wished;
            unsent.push((at, id, what));
        }
    }
    for clone in clones {
        clone.anybody().run("sync").exits(0);
        is_settled(clone);
        assert_eq!(read(clone, &shared), shared, "seed {seed}\n{}", story.join("\n"));
    }
    let ids = world.git("log --format=%B").lines().filter(|line| line.starts_with("Mpa-Operation")).count();
    assert_eq!(remote_commits(&world), ids + 1, "nothing but actions arrived");
    counts
}

/// The list as the clone has it, in the terms of the model. Who has a record is taken from `shared`: only time shows.
fn read(clone: &World, shared: &List) -> List {
    let one = |id: &'static str| {
        let text = clone.task(id);
        let mut task = Task { state: State::Open, spent: BTreeMap::new(), known: shared[id].known.clone(), budget: 0 };
        for record in text.split("\n[claims.").skip(1) {
            let record = record.split("\n[").next().unwrap();
            let who = PEOPLE.iter().position(|who| record.starts_with(&format!("{who}]"))).unwrap();
            if !record.contains("\nreleased") {
                task.state = State::Held(who);
            }
            for line in record.lines().filter_map(|line| line.strip_prefix("spent.")) {
                let time = line.split('"').nth(1).unwrap();
                let (hours, minutes) = time.split_once('h').unwrap_or(("0", time));
                let number = |text: &str| text.trim_end_matches('m').parse::<u32>().unwrap_or(0);
                *task.spent.entry(who).or_default() += number(hours) * 60 + number(minutes);
            }
        }
        if text.contains("\n[done]") {
            task.state = State::Done;
        }
        if text.contains("\n[cancelled]") {
            task.state = State::Cancelled;
        }
        let budget = text.lines().find_map(|line| line.strip_prefix("budget = \"")).unwrap();
        task.budget = budget.trim_end_matches("h\"").parse().unwrap();
        (id, task)
    };
    TASKS.into_iter().map(one).collect()
}

#[test]
fn whatever_three_clones_do_they_end_alike_and_as_the_model_says() {
    if let Some(seed) = std::env::var("MPA_SEED").ok().and_then(|seed| seed.parse().ok()) {
        println!("{:?}", wander(seed));
        return;
    }
    let histories = std::env::var("MPA_HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(4);
    let (mut syncs, mut lost) = (0, 0);
    for seed in (0..histories).chain(MENDED.into_iter().filter(|seed| *seed >= histories)) {
        let counts = wander(seed);
        (syncs, lost) = (syncs + counts.0, lost + counts.1);
    }
    println!("{histories} histories, {syncs} times sent, {lost} of them with a loss");
    assert!(lost * 20 > syncs, "too few races to tell: {lost} of {syncs}");
}

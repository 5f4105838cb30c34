//! Random histories of requests: three people prepare and send, an organiser accepts in whatever way, and in the end no
//! minute is lost or counted twice, nobody's checkout has changed, and what was answered is gone.
//!
//! A few histories each time; `MPA_HISTORIES=1000` for the long run, `MPA_SEED` for a single one.
#![allow(clippy::disallowed_methods, reason = "the length of the run is chosen from outside")]

use std::collections::BTreeMap;

use fastrand::Rng;

use crate::kit::{Run, World, flat};
use crate::proposal::world;

const PEOPLE: [&str; 3] = ["zoe", "max", "lea"];
const TASKS: [(&str, &str); 3] =
    [("p4n8w", "Dessiner le logo"), ("x9c3v", "Traduire la page"), ("b6j2r", "Appeler une association")];
const STEPS: usize = 22;

/// Somebody with a clone: the time that they were told is noted, task by task, and how much each note was.
struct Person<'w> {
    name: &'static str,
    clone: &'w World,
    /// What is noted is a multiple of this, in minutes: the same number noted twice looks like one that arrived.
    unit: u32,
    noted: BTreeMap<&'static str, u32>,
    notes: Vec<(&'static str, u32)>,
}

impl Person<'_> {
    /// Does something; what was done and how it ended.
    fn act(&mut self, rng: &mut Rng) -> String {
        let (id, _) = TASKS[rng.usize(..TASKS.len())];
        let words = match rng.u8(..12) {
            0..4 => format!("claim {id} --yes"),
            4..8 => format!("log {id} {}m", rng.u32(1..9) * self.unit),
            8 => format!("release {id}"),
            9 => "undo".to_owned(),
            _ => "sync".to_owned(),
        };
        let tips = || self.clone.git("for-each-ref --format=%(objectname) refs/heads/mpa");
        let before = tips();
        let run = self.clone.by(self.name).run(&words);
        let went = tips() != before;
        match words.split(' ').collect::<Vec<_>>()[..] {
            ["log", _, time] if went => {
                let minutes = time.trim_end_matches('m').parse().unwrap();
                *self.noted.entry(id).or_default() += minutes;
                self.notes.push((id, minutes));
            }
            ["undo"] if went && run.out.contains("noter le temps") => {
                // Of what was noted within one second, it may be another than the last.
                let (id, _) = TASKS.into_iter().find(|(_, title)| flat(&run.out).contains(title)).unwrap();
                let at = self.notes.iter().rposition(|(known, _)| *known == id).unwrap();
                let (_, minutes) = self.notes.remove(at);
                *self.noted.get_mut(id).unwrap() -= minutes;
            }
            ["sync"] => is_answered(&run),
            _ => {}
        }
        format!("{}: {words} → {}", self.name, run.code)
    }
}

/// All is well, somebody was first, the organiser had accepted what was undone, or took away what was asked for.
#[track_caller]
fn is_answered(run: &Run) {
    let why = match run.code {
        0 | 4 => "",
        1 => "Trop tard pour défaire",
        _ => "n’est plus sur le serveur",
    };
    assert!([0, 1, 4, 6].contains(&run.code) && flat(&run.err).contains(why), "{run}");
}

/// The organiser declines what waits on `branch`: it goes.
fn decline(world: &World, branch: &str) {
    world.git(&format!("--git-dir=../origin.git update-ref -d refs/heads/{branch}"));
}

/// The organiser accepts what waits on `branch`, if it may be merged and makes sense.
fn accept(desk: &World, branch: &str, rng: &mut Rng) -> bool {
    desk.git("fetch --quiet --prune");
    desk.git("reset --quiet --hard origin/main");
    let verdict = desk.by("orga").run(&format!("review origin/main..origin/{branch}")).code;
    if verdict == 1 {
        return false;
    }
    let merged = match rng.u8(..3) {
        0 => desk.try_git(&format!("merge --quiet --no-ff --no-edit origin/{branch}")).code,
        1 => match desk.try_git(&format!("merge --quiet --squash origin/{branch}")).code {
            0 => desk.try_git("commit --quiet --message Squashed").code,
            code => code,
        },
        _ => desk.try_git(&format!("rebase --quiet origin/main origin/{branch}")).code,
    };
    let made = desk.git("rev-parse HEAD");
    desk.try_git("rebase --abort");
    desk.git("reset --quiet --hard");
    desk.git("switch --quiet --force main");
    let sound = merged == 0 && {
        desk.git(&format!("reset --quiet --hard {made}"));
        desk.by("orga").run("check").code == 0
    };
    desk.git(&format!("reset --quiet --hard {}", if sound { &made } else { "origin/main" }));
    desk.git("push --quiet origin main");
    sound
}

/// The minutes of `who` in the task `id` at the commit `at`.
fn time(clone: &World, at: &str, who: &str, id: &str) -> u32 {
    let text = clone.git(&format!("show {at}:{}", clone.task_path(id)));
    let Some(record) = text.split(&format!("[claims.{who}]")).nth(1) else { return 0 };
    let record = record.split("\n[").next().unwrap();
    let minutes = |line: &str| {
        let time = line.split('"').nth(1).unwrap();
        let (hours, minutes) = time.split_once('h').unwrap_or(("0", time));
        let number = |text: &str| text.trim_end_matches('m').parse::<u32>().unwrap_or(0);
        number(hours) * 60 + number(minutes)
    };
    record.lines().filter(|line| line.starts_with("spent.")).map(minutes).sum()
}

fn wander(seed: u64) -> usize {
    let mut rng = Rng::with_seed(seed);
    let world = world();
    let others = [world.clone_of_remote(), world.clone_of_remote()];
    let desk = world.clone_of_remote();
    let mut people: Vec<Person<'_>> = PEOPLE
        .into_iter()
        .zip([&world, &others[0], &others[1]])
        .map(|(name, clone)| Person { name, clone, unit: 5, noted: BTreeMap::new(), notes: Vec::new() })
        .collect();
    let waiting = || world.git("--git-dir=../origin.git for-each-ref --format=%(refname:lstrip=2) refs/heads/mpa");
    let (mut story, mut accepted) = (Vec::new(), 0);
    for _ in 0..STEPS {
        if rng.u8(..4) > 0 {
            let at = rng.usize(..people.len());
            story.push(people[at].act(&mut rng));
        } else if let Some(branch) = rng.choice(waiting().lines().collect::<Vec<_>>()) {
            if rng.u8(..8) == 0 {
                decline(&world, branch);
                story.push(format!("orga: {branch} declined"));
                continue;
            }
            let went = accept(&desk, branch, &mut rng);
            story.push(format!("orga: {branch} → {went}"));
            accepted += usize::from(went);
        }
    }
    // In the end everybody sends, and what can be accepted is.
    for _ in 0..2 {
        for person in &people {
            let code = person.clone.by(person.name).run("sync").code;
            story.push(format!("{}: sync → {code}", person.name));
        }
        for branch in waiting().lines() {
            story.push(format!("orga: {branch} → {}", accept(&desk, branch, &mut rng)));
        }
    }
    for person in &people {
        let run = person.clone.by(person.name).run("sync");
        let told = || format!("seed {seed}\n{}\n{run}", story.join("\n"));
        is_answered(&run);
        person.clone.is_clean();
        assert_eq!(person.clone.head(), person.clone.git("rev-parse origin/main"), "{}", told());
        for (id, noted) in &person.noted {
            let names = person.clone.git("for-each-ref --format=%(refname) refs/heads/mpa refs/mpa/lost refs/remotes/origin");
            let found = names.lines().map(|at| time(person.clone, at, person.name, id)).collect::<Vec<_>>();
            let most = found.iter().max().copied().unwrap_or(0);
            assert_eq!(most, *noted, "{} {id}: {found:?} {}", person.name, told());
        }
    }
    world.anybody().run("check").exits(0);
    accepted
}

/// One person with two computers, and an organiser: in the end everything that was noted on either is on the shared branch.
fn commute(seed: u64) -> usize {
    let mut rng = Rng::with_seed(seed);
    let world = world();
    let other = world.clone_of_remote();
    let desk = world.clone_of_remote();
    let mut computers: Vec<Person<'_>> = [(&world, 1), (&other, 30)]
        .into_iter()
        .map(|(clone, unit)| Person { name: "zoe", clone, unit, noted: BTreeMap::new(), notes: Vec::new() })
        .collect();
    let waiting = || world.git("--git-dir=../origin.git for-each-ref --format=%(refname:lstrip=2) refs/heads/mpa");
    let (mut story, mut accepted) = (Vec::new(), 0);
    for _ in 0..STEPS {
        if rng.u8(..5) > 0 {
            let at = rng.usize(..computers.len());
            story.push(format!("{at} {}", computers[at].act(&mut rng)));
        } else if let Some(branch) = rng.choice(waiting().lines().collect::<Vec<_>>()) {
            let went = accept(&desk, branch, &mut rng);
            story.push(format!("orga: {branch} → {went}"));
            accepted += usize::from(went);
        }
    }
    for _ in 0..3 {
        for (at, computer) in computers.iter().enumerate() {
            let run = computer.clone.by("zoe").run("sync");
            story.push(format!("{at} zoe: sync → {}", run.code));
            is_answered(&run);
        }
        for branch in waiting().lines() {
            story.push(format!("orga: {branch} → {}", accept(&desk, branch, &mut rng)));
        }
    }
    for computer in &computers {
        computer.clone.by("zoe").run("sync");
    }
    for (id, _) in TASKS {
        let noted: u32 = computers.iter().filter_map(|computer| computer.noted.get(id)).sum();
        let found = time(&world, "origin/main", "zoe", id);
        assert_eq!(found, noted, "{id} seed {seed}\n{}", story.join("\n"));
    }
    assert_eq!(waiting(), "", "seed {seed}\n{}", story.join("\n"));
    world.anybody().run("check").exits(0);
    accepted
}

/// Runs as many histories as are wished for, or the one that is.
#[allow(clippy::print_stdout, reason = "figures for whoever waits")]
fn in_the_long_run(history: fn(u64) -> usize) {
    let chosen = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    if let Some(seed) = chosen("MPA_SEED") {
        println!("{:?}", history(seed));
        return;
    }
    let histories = chosen("MPA_HISTORIES").unwrap_or(3);
    let accepted: usize = (0..histories).map(history).sum();
    println!("{histories} histories, {accepted} requests accepted on the way");
    assert!(accepted >= usize::try_from(histories).unwrap() / 2, "too few accepted to tell: {accepted}");
}

#[test]
fn two_computers_of_one_person_add_up_whatever_is_accepted_between() {
    in_the_long_run(commute);
}

#[test]
fn whatever_is_asked_and_answered_no_minute_is_lost() {
    in_the_long_run(wander);
}

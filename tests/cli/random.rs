//! Whatever three people do, in whatever order: every commit leaves data that pass `check`, and one holder a task.

use fastrand::Rng;

use crate::kit::World;

const OPERATIONS: usize = 60;

#[test]
fn any_sequence_leaves_sound_data_first_seed() {
    wander(1);
}

#[test]
fn any_sequence_leaves_sound_data_second_seed() {
    wander(20_261_204);
}

fn wander(seed: u64) {
    let mut rng = Rng::with_seed(seed);
    let world = World::new();
    let (mut day, mut committed) = (24, 0);
    let mut head = world.head();
    for step in 0..OPERATIONS {
        if rng.u8(..5) == 0 {
            day = (day + 1).min(29);
        }
        let who = ["zoe", "max", "orga"][rng.usize(..3)];
        let words = operation(&mut rng, day);
        let today = format!("2026-11-{day}");
        let run = world.by(who).on(&today).run(&words);
        let context = format!("seed {seed}, step {step}, {who} on {today}\n{run}");
        let now = world.git("log -1 '--format=%H %P'");
        if !now.starts_with(&head) {
            assert!(run.code == 0 && now.ends_with(&format!(" {head}")), "{context}");
            committed += 1;
            head = now[..head.len()].to_owned();
        }
        assert!([0, 1, 2, 4].contains(&run.code), "{context}");
        assert_eq!(world.status(), "", "{context}");
        let check = world.anybody().on(&today).run("check");
        assert_eq!(check.code, 0, "{context}\n{check}\n{}", world.git("show HEAD"));
    }
    assert!(committed >= OPERATIONS / 4, "only {committed} of {OPERATIONS} did anything");
}

fn operation(rng: &mut Rng, day: u32) -> String {
    let tasks = ["k7q2m", "p4n8w", "x9c3v", "t3h5w", "b6j2r"];
    let task = tasks[rng.usize(..tasks.len())];
    // Without a task, what the person holds is meant.
    let own = ["", "", task][rng.usize(..3)];
    let other = ["", "", "", "", " --for max"][rng.usize(..5)];
    let until = day + rng.u32(..2);
    match rng.u8(..18) {
        0..4 => format!("claim {task} --until 2026-11-{until:02}{other}"),
        4 => format!("renew {own} --until 2026-11-{}{other}", until + 1),
        5 | 6 => format!("release {own} --handover 'Fait à moitié.'{other}"),
        7 | 8 => format!("log {own} {}m --day 2026-11-{}{other}", rng.u32(1..90), rng.u32(24..=day)),
        9 => format!("log {own} {}m --total{other}", rng.u32(1..90)),
        10 => format!("close {own} --evidence https://example.org/l --time 30m{other}"),
        11 if rng.bool() => format!("tasks cancel {task} --reason Inutile. --yes --as orga"),
        11 | 12 => format!("tasks reopen {task} --reason Utile. --as orga"),
        13 => "undo".to_owned(),
        14 => ["join mphack", "leave mphack", "join mphack --skill web"][rng.usize(..3)].to_owned(),
        16 => format!("campaign next --name Suite --deadline 2027-{:02}-01 --keep-as c-{until} --yes --as orga", rng.u32(1..13)),
        15 => format!("projects poll mphack --votes {} --of 9 --as orga", rng.u32(..10)),
        _ => format!("tasks edit {task} --budget {}h --as orga", rng.u32(1..4)),
    }
}

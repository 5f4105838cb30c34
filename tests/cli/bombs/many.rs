//! Many files that mean little each, and together more than anybody can judge one by one.

use crate::kit::{Run, task, task_with};

use super::{Bomb, files};

/// A request with so many new tasks, numbered, whose files hold what `text` says.
fn tasks(many: usize, text: impl Fn(usize) -> String) -> Bomb {
    let bomb = Bomb::new();
    let new: Vec<_> = (0..many).map(|at| (format!("{}.toml", id(at)), bomb.file(&text(at)))).collect();
    let new = new.iter().map(|(name, file)| ("100644", name.as_str(), *file));
    bomb.request(bomb.with_all("data/tasks/mphack", new.collect()));
    bomb
}

fn id(at: usize) -> String {
    format!("b{at:04x}")
}

/// A task that comes after those others.
fn after(others: impl Iterator<Item = usize>) -> String {
    let names: Vec<String> = others.map(|at| format!("\"{}\"", id(at))).collect();
    let line = if names.is_empty() { String::new() } else { format!("after = [{}]\n", names.join(", ")) };
    task_with("Une de beaucoup", &line)
}

/// What is said of the request when `who` sends it, within the bounds.
fn review(bomb: &Bomb, who: &str) -> Run {
    bomb.world.anybody().bounded().run(&format!("review mpa/bombe --author {who} --require routine"))
}

#[test]
fn tasks_that_all_wait_for_each_other() {
    let bomb = tasks(200, |at| after((0..200).filter(|other| *other != at)));
    review(&bomb, "orga").exits(1).says("b0000 → b0007. Il faut").never_says("too-large");
}

#[test]
fn tasks_in_a_ring() {
    let bomb = tasks(300, |at| after([(at + 1) % 300].into_iter()));
    review(&bomb, "orga").exits(1).says("b0007 → b0008 → b0009 →").says("… → b0007").never_says("too-large");
    let bomb = tasks(1_001, |at| after([(at + 1) % 1_001].into_iter()));
    review(&bomb, "orga").exits(1).says("Plus de 1000000 noms à retrouver").says("too-large");
}

#[test]
fn names_that_lead_nowhere() {
    let bomb = tasks(3, |at| after((0..7_000).map(|other| at * 7_000 + other)));
    bomb.is_too_much("Plus de 20000 noms à retrouver");
}

#[test]
fn claims_and_days_by_the_thousand() {
    let (_, claimed) = files().swap_remove(2);
    let bomb = tasks(8, |_| claimed.clone());
    review(&bomb, "lea").exits(1).says("held-by-somebody").never_says("too-large");
    let days = (2_000..2_012).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let days = days.flat_map(|(year, month)| (1..=18).map(move |day| format!("{year}-{month:02}-{day:02} = \"1m\"\n")));
    let taken = "[claims.lea]\nsince = 2026-11-23\nuntil = 2026-12-04\n\n[claims.lea.spent]\n";
    let noted = format!("{}\n{taken}{}", task("Des jours"), days.collect::<String>());
    let bomb = tasks(4, |_| noted.clone());
    review(&bomb, "lea").exits(1).says("early-day").never_says("too-large");
    tasks(9, |_| noted.clone()).is_too_much("Plus de 20000 changements");
}

#[test]
fn plain_tasks_by_the_thousand() {
    tasks(3_001, |_| task("Une de beaucoup")).is_too_much("Plus de 3000 fichiers changent");
}

/// What an organiser brings at once, from a list that somebody kept elsewhere.
#[test]
fn a_large_request_in_good_faith() {
    let bomb = tasks(400, |at| after([at + 1].into_iter().filter(|next| *next < 400)));
    review(&bomb, "orga").exits(0).says("et 370 autres changements").never_says("too-large");
    let bomb = tasks(400, |at| after(at.saturating_sub(5)..at));
    review(&bomb, "orga").exits(0).says("et 370 autres changements").never_says("too-large");
}

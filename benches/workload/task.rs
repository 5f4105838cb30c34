//! A task drawn at random: what it asks for. What became of it is in [`super::fate`].

use chrono::NaiveDate;
use fastrand::Rng;

use super::fate::{Fate, Kind};
use super::people::People;
use super::project::Project;
use super::words;
use super::{STARTED, TODAY, later};

/// The miners' feast, the deadline of the campaign.
const DEADLINE: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 4).expect("the feast is a day of the calendar");
/// Tasks are created in so many days from the start, which leaves three weeks for what happens to them.
const CREATION_DAYS: u64 = 46;

/// Everything a task file says.
pub struct Task {
    pub id: String,
    pub project: String,
    pub title: String,
    pub budget: &'static str,
    pub done_when: String,
    pub created: NaiveDate,
    pub deliverable: Option<&'static str>,
    pub skills: Vec<&'static str>,
    /// Where, unless it does not matter.
    pub place: Option<&'static str>,
    pub town: Option<&'static str>,
    pub due: Option<NaiveDate>,
    pub after: Vec<String>,
    pub contact: Option<String>,
    pub description: Vec<String>,
    pub resources: Vec<(&'static str, String)>,
    pub fate: Fate,
}

impl Task {
    /// Whether anybody could take it on [`TODAY`], whatever the other tasks are.
    pub fn is_free(&self) -> bool {
        self.fate.kind == Kind::Open && self.after.is_empty()
    }
}

/// Draws the task `id` of `project`; `earlier` are the tasks of the project drawn before it.
pub fn draw(rng: &mut Rng, people: &mut People, project: &Project, id: String, earlier: &[Task]) -> Task {
    let kind = Kind::draw(rng);
    let created = later(STARTED, rng.u64(0..=CREATION_DAYS));
    let deliverable = chance(rng, 70).then(|| rng.choice(&project.deliverables)).flatten();
    let due = chance(rng, 40).then(|| due(rng, kind, created));
    let cap = due.or_else(|| deliverable?.due).unwrap_or(DEADLINE);
    let place = pick(rng, &[Some("remote"), Some("remote"), Some("on-site"), None]);
    let skills = rng.usize(1..=3);
    let sentences = rng.usize(3..=9);
    Task {
        title: fill(rng, "{v} {t} {e}"),
        budget: pick(rng, &words::BUDGETS),
        done_when: sentence(rng, &words::DONE_WHEN),
        created,
        deliverable: deliverable.map(|it| it.slug),
        skills: rng.choose_multiple(words::SKILLS, skills),
        place,
        town: (place == Some("on-site")).then(|| pick(rng, &words::PLACES)),
        due,
        after: after(rng, kind, earlier),
        contact: chance(rng, 5).then(|| format!("{}@example.org", project.slug)),
        description: rng.choose_multiple(words::SENTENCES, sentences).into_iter().map(|it| fill(rng, it)).collect(),
        resources: resources(rng, &id, &project.slug),
        fate: Fate::draw(rng, people, kind, created, [cap, DEADLINE], &id),
        project: project.slug.clone(),
        id,
    }
}

/// A due day; not yet over when somebody holds the task.
fn due(rng: &mut Rng, kind: Kind, created: NaiveDate) -> NaiveDate {
    let day = later(created, rng.u64(10..=75)).min(DEADLINE);
    if kind == Kind::Claimed && day <= TODAY { later(TODAY, rng.u64(1..=14)) } else { day }
}

/// Up to two tasks to be done first. Only what is offered may still wait for something.
fn after(rng: &mut Rng, kind: Kind, earlier: &[Task]) -> Vec<String> {
    if !chance(rng, 15) {
        return Vec::new();
    }
    let may_wait = matches!(kind, Kind::Open | Kind::Draft | Kind::Cancelled);
    let wanted = rng.usize(1..=2);
    let candidates = earlier.iter().filter(|task| may_wait || task.fate.kind == Kind::Done);
    rng.choose_multiple(candidates, wanted).into_iter().map(|task| task.id.clone()).collect()
}

fn resources(rng: &mut Rng, id: &str, project: &str) -> Vec<(&'static str, String)> {
    let count = pick(rng, &[1, 1, 1, 2]);
    let chosen = rng.choose_multiple(words::RESOURCES, count);
    chosen.into_iter().map(|(label, page)| (label, format!("https://example.org/{project}/{page}/{id}"))).collect()
}

/// Whether something that happens `percent` times in a hundred happens now.
pub fn chance(rng: &mut Rng, percent: u32) -> bool {
    rng.u32(0..100) < percent
}

/// One of `items`.
pub fn pick<T: Copy>(rng: &mut Rng, items: &[T]) -> T {
    items[rng.usize(0..items.len())]
}

/// One of `patterns`, filled in.
fn sentence(rng: &mut Rng, patterns: &[&str]) -> String {
    let pattern = pick(rng, patterns);
    fill(rng, pattern)
}

/// `pattern` with its verb, things, ending, number and day.
fn fill(rng: &mut Rng, pattern: &str) -> String {
    let day = later(STARTED, rng.u64(0..60)).format("%d/%m").to_string();
    pattern
        .replace("{v}", pick(rng, &words::VERBS))
        .replace("{t}", pick(rng, &words::THINGS))
        .replace("{u}", pick(rng, &words::THINGS))
        .replace("{e}", pick(rng, &words::ENDINGS))
        .replace("{n}", &rng.u32(2..=9).to_string())
        .replace("{d}", &day)
}

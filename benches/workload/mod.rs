//! A campaign of any of four sizes, the same at each run: a folder of TOML files in a git repository of one commit.
//!
//! A task file has about 965 bytes on average, the sizes are 13 × 20, 50 × 20, 50 × 200 and 100 × 1,000 (projects ×
//! tasks), and the mix of open, taken, done and cancelled tasks is that of [`fate`]. Every file is legal: `mpa check`
//! finds nothing wrong on [`TODAY`].

mod fate;
mod file;
mod people;
mod project;
mod sandbox;
mod task;
pub mod taskwarrior;
mod toml;
mod words;

use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use fastrand::Rng;
use mpa::domain::name::{Slug, TaskId};

use people::People;
use project::Project;

pub use fate::Kind;
pub use sandbox::{Sandbox, finish};
pub use task::Task;

/// Anything that stops the measurements.
pub type Fault = Box<dyn Error>;

/// The sizes there are.
pub const SIZES: [usize; 4] = [260, 1_000, 10_000, 100_000];
/// The first day of the campaign.
const STARTED: NaiveDate = NaiveDate::from_ymd_opt(2026, 9, 14).expect("the first day is one of the calendar");
/// The day of the measurements.
pub const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).expect("the day of the measurements is one of the calendar");
const SEED: u64 = 0x004d_5041_2026_1204;

/// A campaign on disk.
pub struct Tree {
    /// The top of its repository.
    pub root: PathBuf,
    /// Its tasks.
    pub tasks: Vec<Task>,
}

impl Tree {
    /// The tasks anybody could take.
    pub fn free(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(|task| task.is_free())
    }
}

/// Writes the campaign of `size` tasks into the empty folder `root` and commits it.
pub fn generate(sandbox: &Sandbox, root: &Path, size: usize) -> Result<Tree, Fault> {
    let (projects, tasks) = draw(size)?;
    write(root, "data/mpa.toml", &project::campaign())?;
    write(root, ".gitattributes", "/data/** text eol=lf\n")?;
    for (slug, title, question) in words::THEMES {
        write(root, &format!("data/themes/{slug}.toml"), &project::theme(title, question))?;
    }
    for project in &projects {
        write(root, &format!("data/projects/{}.toml", project.slug), &project.file())?;
    }
    for task in &tasks {
        write(root, &task.path(), &file::file(task))?;
    }
    commit(sandbox, root)?;
    Ok(Tree { root: root.to_owned(), tasks })
}

impl Task {
    /// The path of its file in the repository.
    pub fn path(&self) -> String {
        match Slug::of_title(&self.title) {
            Some(slug) => format!("data/tasks/{}/{}-{slug}.toml", self.project, self.id),
            None => format!("data/tasks/{}/{}.toml", self.project, self.id),
        }
    }
}

fn draw(size: usize) -> Result<(Vec<Project>, Vec<Task>), Fault> {
    let (count, each, id_length) = match size {
        260 => (13, 20, 5),
        1_000 => (50, 20, 5),
        10_000 => (50, 200, 7),
        100_000 => (100, 1_000, 7),
        other => return Err(format!("there is no tree of {other} tasks; the sizes are {SIZES:?}").into()),
    };
    let mut rng = Rng::with_seed(SEED);
    let mut people = People::for_tasks(size);
    let mut ids = HashSet::new();
    let projects: Vec<Project> = (0..count).map(|number| Project::draw(&mut rng, &people, number)).collect();
    let mut tasks = Vec::with_capacity(size);
    for project in &projects {
        let first = tasks.len();
        for _ in 0..each {
            let id = new_id(&mut rng, id_length, &mut ids);
            let task = task::draw(&mut rng, &mut people, project, id, &tasks[first..]);
            tasks.push(task);
        }
    }
    Ok((projects, tasks))
}

fn new_id(rng: &mut Rng, length: usize, taken: &mut HashSet<String>) -> String {
    loop {
        let id = TaskId::from_draws(length, || rng.u8(..)).to_string();
        if taken.insert(id.clone()) {
            return id;
        }
    }
}

fn write(root: &Path, path: &str, text: &str) -> Result<(), Fault> {
    let full = root.join(path);
    if let Some(folder) = full.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&full, text).map_err(|cause| format!("{}: {cause}", full.display()).into())
}

/// One commit of everything, packed, always with the same name.
fn commit(sandbox: &Sandbox, root: &Path) -> Result<(), Fault> {
    sandbox.run("git", root, &["init", "-q", "-b", "main"])?;
    settle(sandbox, root)?;
    sandbox.run("git", root, &["add", "-A"])?;
    let day = format!("{STARTED}T08:00:00+0200");
    let mut commit = sandbox.command("git", root);
    commit.env("GIT_AUTHOR_DATE", &day).env("GIT_COMMITTER_DATE", &day);
    finish(commit.args(["commit", "-q", "-m", "Banc d’essai"]))?;
    sandbox.run("git", root, &["repack", "-q", "-a", "-d"])?;
    Ok(())
}

/// An identity, and no housekeeping in the middle of a measurement.
fn settle(sandbox: &Sandbox, root: &Path) -> Result<(), Fault> {
    for (key, value) in [
        ("user.name", "Banc"),
        ("user.email", "banc@example.invalid"),
        ("commit.gpgsign", "false"),
        ("gc.auto", "0"),
        ("maintenance.auto", "false"),
    ] {
        sandbox.run("git", root, &["config", key, value])?;
    }
    Ok(())
}

/// A clone of the repository `from`, for measurements that change files.
pub fn clone(sandbox: &Sandbox, from: &Path, to: &Path) -> Result<(), Fault> {
    let source = from.to_str().ok_or("the temporary folder has a name that is not UTF-8")?;
    sandbox.run("git", to, &["clone", "-q", source, "."])?;
    settle(sandbox, to)
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day - Days::new(days)
}

//! Names that a hurried reader takes for each other: `lampe-77` and `1ampe-77`, `mphack` and `mp-hack`.

use std::collections::BTreeMap;

use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug};
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::domain::text::folded as plain;

use super::{Everything, Finding, Gravity};

/// From so many letters on, names that differ in one are taken for each other; of shorter ones, too many are good names.
const ONE_SLIP: usize = 5;
/// And in two.
const TWO_SLIPS: usize = 9;

/// Where a name is first written.
type FirstWritten = (FileKey, Option<String>);

/// The people, projects and themes whose names look alike.
pub(super) fn alike(all: &Everything<'_>, findings: &mut Vec<Finding>) {
    let people: Vec<(&str, FirstWritten)> = people(all).into_iter().map(|(who, place)| (who.as_str(), place)).collect();
    pairs(people, "lint-alike-people", findings);
    let place = |about: FileKey| (about, None);
    let projects = all.projects.keys().map(|slug| (slug.as_str(), place(FileKey::Project(slug.clone()))));
    pairs(projects.collect(), "lint-alike-projects", findings);
    let themes = all.themes.keys().map(|slug| (slug.as_str(), place(FileKey::Theme(slug.clone()))));
    pairs(themes.collect(), "lint-alike-themes", findings);
    same_titles(all.projects.values(), findings);
    same_tasks(all.tasks, findings);
}

/// Everybody who is named anywhere, with the place that says most about them.
fn people<'a>(all: &Everything<'a>) -> BTreeMap<&'a Handle, FirstWritten> {
    let mut found: BTreeMap<&Handle, FirstWritten> = BTreeMap::new();
    for person in all.people {
        found.insert(&person.handle, (person.key(), None));
    }
    for who in &all.campaign.organisers {
        found.entry(who).or_insert_with(|| (FileKey::Campaign, Some("organisers".to_owned())));
    }
    for project in all.projects.values() {
        for who in &project.leads {
            found.entry(who).or_insert_with(|| (project.key(), Some("leads".to_owned())));
        }
    }
    for task in all.tasks {
        for (who, _) in &task.claims {
            found.entry(who).or_insert_with(|| (task.key(), Some(format!("claims.{who}"))));
        }
    }
    found
}

/// Says of each name, but the first of those that look alike, which other one it looks like.
fn pairs(names: Vec<(&str, FirstWritten)>, key: &'static str, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (name, (about, field)) in names {
        match seen.get(&folded(name)) {
            Some(other) => {
                let message = Message::new(key).with("found", name).with("other", *other);
                findings.push(Finding { about, field, gravity: Gravity::Warning, message });
            }
            None => drop(seen.insert(folded(name), name)),
        }
    }
}

/// Whether one of the names may have been typed for the other: they look alike, or differ by a slip of the fingers in a name
/// that is long enough for it.
pub fn is_near(one: &str, other: &str) -> bool {
    let shorter = one.len().min(other.len());
    let slips = usize::from(shorter >= ONE_SLIP) + usize::from(shorter >= TWO_SLIPS);
    one != other && (folded(one) == folded(other) || strsim::osa_distance(one, other) <= slips)
}

/// The name without what an eye passes over.
fn folded(name: &str) -> String {
    let plain = |c: char| match c {
        '-' => None,
        'o' => Some('0'),
        'i' | 'l' => Some('1'),
        other => Some(other),
    };
    name.chars().filter_map(plain).collect()
}

/// Projects with one title under two names.
fn same_titles<'a>(projects: impl Iterator<Item = &'a Project>, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<Slug, &Slug> = BTreeMap::new();
    for project in projects {
        let Some(title) = Slug::of_title(&project.title) else { continue };
        match seen.get(&title) {
            Some(other) => {
                let message = Message::new("lint-same-title").with("found", project.title.as_str()).with("other", *other);
                let (about, field) = (project.key(), Some("title".to_owned()));
                findings.push(Finding { about, field, gravity: Gravity::Warning, message });
            }
            None => drop(seen.insert(title, &project.slug)),
        }
    }
}

/// Tasks of a project with one title that were not made as copies of each other: copies ask for the same all through.
fn same_tasks(tasks: &[Task], findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<(&Slug, String), &Task> = BTreeMap::new();
    for task in tasks.iter().filter(|task| task.done.is_none() && task.cancelled.is_none()) {
        let asked = |task: &Task| (task.created, task.budget, task.deliverable.clone(), task.due, task.place.clone());
        let other = *seen.entry((&task.project, plain(&task.title))).or_insert(task);
        if asked(other) != asked(task) {
            let message = Message::new("lint-same-task-title").with("found", task.title.as_str()).with("other", &other.id);
            let (about, field) = (task.key(), Some("title".to_owned()));
            findings.push(Finding { about, field, gravity: Gravity::Warning, message });
        }
    }
}

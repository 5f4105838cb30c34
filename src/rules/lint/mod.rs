//! What is wrong with the data as a whole, without looking at what it was before: names that lead nowhere, circles, two
//! holders, quotas.

pub mod alike;
pub mod circle;
pub mod days;
pub mod new;
pub mod people;
pub mod text;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Arguments;

use crate::domain::campaign::Campaign;
use crate::domain::claim::Evidence;
use crate::domain::day::{Day, later};
use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;

use alike::alike;
use circle::circles;
use days::{days_of_project, days_of_task, early, too_much};
use people::deciders;
use text::{texts_of_campaign, texts_of_person, texts_of_project, texts_of_theme};

pub use text::{texts_of_task, with_way_out};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// To be mended: `check` fails.
    Error,
    /// To be looked at.
    Warning,
}

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file.
    pub about: FileKey,
    /// The dotted key in it.
    pub field: Option<String>,
    /// How bad it is.
    pub gravity: Gravity,
    /// What was found, what was expected.
    pub message: Message,
}

/// Everything there is to check at once.
#[derive(Debug, Clone, Copy)]
pub struct Everything<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The themes.
    pub themes: &'a BTreeMap<Slug, Theme>,
    /// The projects.
    pub projects: &'a BTreeMap<Slug, Project>,
    /// The tasks that could be read.
    pub tasks: &'a [Task],
    /// The people.
    pub people: &'a [Person],
    /// The ids of tasks that exist but could not be read.
    pub unreadable: &'a BTreeSet<TaskId>,
    /// In which order the people who hold one task together came, where that is known.
    pub arrivals: &'a BTreeMap<TaskId, Vec<Handle>>,
    /// The results shown that name what the repository has not.
    pub nowhere: &'a BTreeSet<String>,
    /// The day of the check.
    pub today: Day,
}

impl Everything<'_> {
    /// The addresses that are meant to be written to, and may stand in any text.
    pub fn public_addresses<'a>(campaign: &'a Campaign, projects: impl IntoIterator<Item = &'a Project>) -> Vec<&'a str> {
        let of_projects = projects.into_iter().filter_map(|project| project.contact.as_deref());
        campaign.contact.as_deref().into_iter().chain(of_projects).collect()
    }
}

/// Everything wrong but the texts of tasks ([`texts_of_task`]), in the order campaign, themes, projects, tasks, people.
pub fn lint(all: Everything<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    campaign(&all, &mut findings);
    all.projects.values().for_each(|it| project(&all, it, &mut findings));
    let public = Everything::public_addresses(all.campaign, all.projects.values());
    findings.extend(texts_of_campaign(all.campaign, &public));
    findings.extend(all.themes.values().flat_map(|it| texts_of_theme(it, &public)));
    findings.extend(all.projects.values().flat_map(|it| texts_of_project(it, &public)));
    findings.extend(all.people.iter().flat_map(|it| texts_of_person(it, &public)));
    let ids: HashSet<&TaskId> = all.tasks.iter().map(|task| &task.id).chain(all.unreadable).collect();
    for task in all.tasks {
        references(&all, task, |id| ids.contains(id), &mut findings);
        records(&all, task, &mut findings);
    }
    days(&all, &mut findings);
    all.people.iter().for_each(|it| person(&all, it, &mut findings));
    circles(all.tasks, &mut findings);
    limits(&all, &mut findings);
    deciders(&all, &mut findings);
    alike(&all, &mut findings);
    findings.sort_by(|a, b| a.about.cmp(&b.about));
    findings
}

fn campaign(all: &Everything<'_>, findings: &mut Vec<Finding>) {
    let mut warn = |field: &str, message| findings.push(finding(FileKey::Campaign, Some(field), Gravity::Warning, message));
    if all.campaign.organisers.is_empty() {
        warn("organisers", Message::new("lint-no-organiser"));
    }
    if all.campaign.contact.is_none() {
        warn("contact", Message::new("lint-no-contact"));
    }
}

pub(super) fn project(all: &Everything<'_>, project: &Project, findings: &mut Vec<Finding>) {
    let mut add = |field: &str, gravity, message| findings.push(finding(project.key(), Some(field), gravity, message));
    if let Some(theme) = project.theme.as_ref().filter(|theme| !all.themes.contains_key(*theme)) {
        add("theme", Gravity::Error, Message::new("lint-no-such-theme").with("theme", theme));
    }
    match project.deliverables.iter().filter(|deliverable| deliverable.first).count() {
        1 => {}
        0 => add("deliverables", Gravity::Warning, Message::new("lint-no-first-deliverable")),
        many => add("deliverables", Gravity::Error, Message::new("lint-several-first-deliverables").with("count", many)),
    }
    for deliverable in &project.deliverables {
        let shown = deliverable.delivered.as_ref().map(|delivery| &delivery.evidence);
        let field = format!("deliverables.{}.delivered.evidence", deliverable.slug);
        shown.and_then(|shown| nowhere(all, shown)).into_iter().for_each(|message| add(&field, Gravity::Warning, message));
    }
}

pub(super) fn person(all: &Everything<'_>, person: &Person, findings: &mut Vec<Finding>) {
    let about = person.key();
    let key = |slug: &Slug| format!("joined.{slug}");
    for slug in person.joined.keys().filter(|slug| !all.projects.contains_key(*slug)) {
        let message = Message::new("lint-joined-nowhere").with("project", slug);
        findings.push(finding(about.clone(), Some(&key(slug)), Gravity::Error, message));
    }
}

/// Every day on which something happened.
fn days(all: &Everything<'_>, findings: &mut Vec<Finding>) {
    for project in all.projects.values() {
        days_of_project(project, &mut future(all, &project.key(), findings));
    }
    for task in all.tasks {
        let about = task.key();
        days_of_task(task, &mut future(all, &about, findings));
        early(all.campaign, task, &mut |field, message| {
            findings.push(finding(about.clone(), Some(&field.to_string()), Gravity::Warning, message));
        });
    }
    for person in all.people {
        let about = person.key();
        let mut see = future(all, &about, findings);
        person.joined.iter().for_each(|(slug, day)| see(format_args!("joined.{slug}"), *day));
    }
}

/// Nothing happened later than tomorrow, where it may be that already: says so of a day.
fn future<'f>(
    all: &Everything<'_>,
    about: &'f FileKey,
    findings: &'f mut Vec<Finding>,
) -> impl FnMut(Arguments<'_>, Day) + use<'f> {
    let too_late = later(all.today, 1);
    move |field, day| {
        if day > too_late {
            let message = Message::new("lint-future-day").with("day", day);
            findings.push(finding(about.clone(), Some(&field.to_string()), Gravity::Error, message));
        }
    }
}

pub(super) fn references(all: &Everything<'_>, task: &Task, is_there: impl Fn(&TaskId) -> bool, findings: &mut Vec<Finding>) {
    let mut add = |field: &str, gravity, message| findings.push(finding(task.key(), Some(field), gravity, message));
    let project = all.projects.get(&task.project);
    if project.is_none() {
        add("title", Gravity::Error, Message::new("lint-no-such-project").with("project", &task.project));
    }
    let unknown = |slug: &&Slug| project.is_some_and(|project| project.deliverable(slug).is_none());
    if let Some(deliverable) = task.deliverable.as_ref().filter(unknown) {
        let message = Message::new("lint-no-such-deliverable").with("deliverable", deliverable).with("project", &task.project);
        add("deliverable", Gravity::Error, message);
    }
    for other in task.after.iter().filter(|id| !is_there(id)) {
        add("after", Gravity::Error, Message::new("lint-no-such-task").with("id", other));
    }
    if task.budget.most() > all.campaign.tasks.max_budget {
        let message =
            Message::new("lint-large-budget").with("found", task.budget.most()).with("expected", all.campaign.tasks.max_budget);
        add("budget", Gravity::Warning, message);
    }
    // What is finished cannot be split any more: `progress` tells what it took.
    if let Some(more) = task.over_budget().filter(|_| !task.is_over()) {
        let message = Message::new("lint-over-budget").with("spent", task.time()).with("budget", task.budget).with("more", more);
        add("budget", Gravity::Warning, message.with("id", &task.id));
    }
}

fn records(all: &Everything<'_>, task: &Task, findings: &mut Vec<Finding>) {
    let mut add = |field: String, gravity, message| findings.push(finding(task.key(), Some(&field), gravity, message));
    if let Some((who, message)) = held_twice(all, task) {
        add(format!("claims.{who}"), Gravity::Error, message);
    }
    if task.done.is_some() && task.cancelled.is_some() {
        add("cancelled".to_owned(), Gravity::Error, Message::new("lint-done-and-cancelled"));
    }
    if let Some(done) = &task.done {
        // Two branches that a forge merges without a word: one finishes the task, and on the other somebody takes it.
        for (who, claim) in task.claims.iter().filter(|(who, claim)| *who != done.by && claim.is_active(all.today)) {
            let message = Message::new("lint-done-while-held").with("person", &done.by).with("holder", who);
            add(format!("claims.{who}"), Gravity::Warning, message.with("until", claim.until()));
        }
    }
    if let Some(message) = task.done.as_ref().and_then(|done| nowhere(all, &done.evidence)) {
        add("done.evidence".to_owned(), Gravity::Warning, message);
    }
    if task.draft && !task.claims.is_empty() {
        add("draft".to_owned(), Gravity::Error, Message::new("lint-draft-claimed"));
    }
    for (who, claim) in &task.claims {
        if let Some((key, message)) = too_much(all.campaign, all.projects.get(&task.project), task, claim, all.today) {
            add(format!("claims.{who}.{key}"), Gravity::Warning, message);
        }
    }
    if let Some(done) = task.done.as_ref().filter(|done| task.claim_of(&done.by).is_none()) {
        add("done".to_owned(), Gravity::Warning, Message::new("lint-done-without-claim").with("person", &done.by));
    }
}

fn nowhere(all: &Everything<'_>, evidence: &Evidence) -> Option<Message> {
    let found = evidence.as_str();
    all.nowhere.contains(found).then(|| Message::new("lint-shown-nowhere").with("found", found))
}

/// The person who has to give way, and the sentence, when several hold `task`: the first on main keeps it.
fn held_twice(all: &Everything<'_>, task: &Task) -> Option<(Handle, Message)> {
    let holders: Vec<&Handle> = task.holders(all.today).map(|(who, _)| who).collect();
    let [.., last] = holders[..] else { return None };
    if holders.len() < 2 {
        return None;
    }
    let names = |people: &[&Handle]| people.iter().map(ToString::to_string).collect::<Vec<_>>();
    let command = format!("mpa release {}", task.id);
    let known = all.arrivals.get(&task.id).map(|order| order.iter().collect::<Vec<_>>());
    let (second, order) = match known.as_deref() {
        Some([first, second, ..]) if holders.contains(first) && holders.contains(second) => {
            let order = Message::new("lint-first-known").with("first", *first).with("second", *second);
            (*second, order.with("command", command))
        }
        _ => (last, Message::new("lint-first-unknown").with("command", command)),
    };
    Some((second.clone(), Message::new("lint-held-twice").with("people", names(&holders)).with("order", order)))
}

fn limits(all: &Everything<'_>, findings: &mut Vec<Finding>) {
    let mut held: BTreeMap<&Handle, Vec<&Task>> = BTreeMap::new();
    for task in all.tasks {
        task.holders(all.today).for_each(|(who, _)| held.entry(who).or_default().push(task));
    }
    let limit = all.campaign.claims.limit;
    for (who, tasks) in held {
        if tasks.len() > usize::try_from(limit).unwrap_or(usize::MAX) {
            let message = Message::new("lint-over-limit").with("person", who).with("held", tasks.len()).with("limit", limit);
            findings.push(finding(tasks[tasks.len() - 1].key(), Some(&format!("claims.{who}")), Gravity::Warning, message));
        }
    }
}

fn finding(about: FileKey, field: Option<&str>, gravity: Gravity, message: Message) -> Finding {
    Finding { about, field: field.map(str::to_owned), gravity, message }
}

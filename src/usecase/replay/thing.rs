//! What a file describes, whichever kind of thing it is: read, compared, done again.

use crate::domain::campaign::Campaign;
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::said::{FieldSaid, Fields};
use crate::domain::task::Task;
use crate::rules::change::Versions;
use crate::rules::replay;
use crate::store::{
    Decoded, Place, decode_campaign, decode_person, decode_project, decode_task, decode_theme, edit_campaign, edit_person,
    edit_project, edit_task, new_campaign_file, new_person_file, new_project_file, new_task_file, new_theme_file,
};

/// What a file describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thing {
    /// A task.
    Task(Box<Task>),
    /// A project.
    Project(Box<Project>),
    /// A theme.
    Theme(Theme),
    /// A person.
    Person(Person),
    /// The campaign.
    Campaign(Box<Campaign>),
}

impl Thing {
    /// Its fields and what they say.
    pub fn fields(&self) -> Vec<FieldSaid<'_>> {
        match self {
            Self::Task(task) => task.fields(),
            Self::Project(project) => project.fields(),
            Self::Theme(theme) => theme.fields(),
            Self::Person(person) => person.fields(),
            Self::Campaign(campaign) => campaign.fields(),
        }
    }

    /// The task it is.
    pub fn task(&self) -> Option<&Task> {
        match self {
            Self::Task(task) => Some(task),
            _ => None,
        }
    }

    /// The project it is.
    pub fn project(&self) -> Option<&Project> {
        match self {
            Self::Project(project) => Some(project),
            _ => None,
        }
    }

    /// The theme it is.
    pub fn theme(&self) -> Option<&Theme> {
        match self {
            Self::Theme(theme) => Some(theme),
            _ => None,
        }
    }

    /// The person it is.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            _ => None,
        }
    }
}

/// What `bytes` mean in the file at `path`.
pub fn decoded(place: &Place, path: &str, bytes: &[u8]) -> Decoded<Thing> {
    match place {
        Place::Campaign => of(decode_campaign(bytes), |it| Thing::Campaign(Box::new(it))),
        Place::Theme(slug) => of(decode_theme(slug, path, bytes), Thing::Theme),
        Place::Project(slug) => of(decode_project(slug, path, bytes), |it| Thing::Project(Box::new(it))),
        Place::Task(file) => of(decode_task(&file.id, &file.project, path, bytes), |it| Thing::Task(Box::new(it))),
        Place::Person(handle) => of(decode_person(handle, path, bytes), Thing::Person),
        Place::Misnamed | Place::Stray | Place::Outside => Decoded { value: None, problems: Vec::new() },
    }
}

fn of<T>(decoded: Decoded<T>, thing: impl Fn(T) -> Thing) -> Decoded<Thing> {
    Decoded { value: decoded.value.map(thing), problems: decoded.problems }
}

/// What changed from `origin` to `wished`, done again on `onto`.
pub fn replayed(origin: &Thing, wished: &Thing, onto: &Thing) -> Thing {
    match (origin, wished, onto) {
        (Thing::Task(a), Thing::Task(b), Thing::Task(c)) => Thing::Task(Box::new(replay::task(a, b, c))),
        (Thing::Project(a), Thing::Project(b), Thing::Project(c)) => Thing::Project(Box::new(replay::project(a, b, c))),
        (Thing::Theme(a), Thing::Theme(b), Thing::Theme(c)) => Thing::Theme(replay::theme(a, b, c)),
        (Thing::Person(a), Thing::Person(b), Thing::Person(c)) => Thing::Person(replay::person(a, b, c)),
        (Thing::Campaign(a), Thing::Campaign(b), Thing::Campaign(c)) => Thing::Campaign(Box::new(replay::campaign(a, b, c))),
        _ => wished.clone(), // one path is never two things
    }
}

/// A new file that describes `thing`, as this program would write it.
pub fn written(thing: &Thing) -> String {
    match thing {
        Thing::Task(task) => new_task_file(task),
        Thing::Project(project) => new_project_file(project),
        Thing::Theme(theme) => new_theme_file(theme),
        Thing::Person(person) => new_person_file(person),
        Thing::Campaign(campaign) => new_campaign_file(campaign),
    }
}

/// The smallest edit of `bytes`, which describe `before`, that makes them describe `after`; `None` where there is none, or
/// for a theme, which nothing edits.
pub fn edited(bytes: &[u8], before: &Thing, after: &Thing) -> Option<Vec<u8>> {
    match (before, after) {
        (Thing::Task(before), Thing::Task(after)) => edit_task(bytes, before, after).ok(),
        (Thing::Project(before), Thing::Project(after)) => edit_project(bytes, before, after).ok(),
        (Thing::Person(before), Thing::Person(after)) => edit_person(bytes, before, after).ok(),
        (Thing::Campaign(before), Thing::Campaign(after)) => edit_campaign(bytes, before, after).ok(),
        _ => None,
    }
}

/// Both versions of one thing; `None` when there is neither, or a campaign only once.
pub fn versions<'a>(before: Option<&'a Thing>, after: Option<&'a Thing>) -> Option<Versions<'a>> {
    match (before, after) {
        (Some(Thing::Campaign(before)), Some(Thing::Campaign(after))) => Some(Versions::Campaign(before, after)),
        (before, after) => Some(match before.or(after)? {
            Thing::Task(_) => Versions::Task(before.and_then(Thing::task), after.and_then(Thing::task)),
            Thing::Project(_) => Versions::Project(before.and_then(Thing::project), after.and_then(Thing::project)),
            Thing::Theme(_) => Versions::Theme(before.and_then(Thing::theme), after.and_then(Thing::theme)),
            Thing::Person(_) => Versions::Person(before.and_then(Thing::person), after.and_then(Thing::person)),
            Thing::Campaign(_) => return None,
        }),
    }
}

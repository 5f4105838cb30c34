//! What a write would newly break: the rules of `check`, asked only about the thing that is about to be written and its
//! neighbours.

use std::collections::HashSet;

use crate::domain::bounds::{Excess, Room};
use crate::domain::document::Document;
use crate::domain::message::Message;
use crate::domain::name::TaskId;
use crate::domain::task::Task;

use super::circle::Waiting;
use super::text::{texts_of_campaign, texts_of_person, texts_of_project, texts_of_task, texts_of_theme};
use super::{Everything, Finding, Gravity, person, project, references};

/// What is around the things that are about to be written: looked through once, however many they are.
pub struct Around<'a> {
    all: Everything<'a>,
    ids: HashSet<&'a TaskId>,
    waiting: Waiting<'a>,
}

impl<'a> Around<'a> {
    /// `all` holds at least what either version of each thing names, and of tasks all that come before those; the things
    /// themselves need not be there.
    pub fn new(all: Everything<'a>) -> Self {
        let ids = all.tasks.iter().map(|task| &task.id).chain(all.unreadable).collect();
        Self { all, ids, waiting: Waiting::of(all.tasks) }
    }

    /// The errors in what the later version names.
    ///
    /// # Errors
    /// When there is no room to follow all the tasks that come before.
    pub fn new_errors(
        &self,
        before: Option<&Document>,
        after: Option<&Document>,
        room: &Room<'_>,
    ) -> Result<Vec<Message>, Excess> {
        let (old, mut new) = both(before, after, |it, findings| self.errors(it, findings));
        new.extend(self.new_circle(before.and_then(Document::task), after.and_then(Document::task), room)?);
        Ok(news(old, new, Gravity::Error))
    }

    fn errors(&self, document: &Document, findings: &mut Vec<Finding>) {
        match document {
            Document::Task(task) => {
                references(&self.all, task, |id| *id == task.id || self.ids.contains(id), findings);
            }
            Document::Project(it) => project(&self.all, it, findings),
            Document::Person(it) => person(&self.all, it, findings),
            Document::Theme(_) | Document::Campaign(_) => {}
        }
    }

    /// The circle that the later version closes, where the earlier one closed none: others may be mended one by one.
    fn new_circle(&self, before: Option<&Task>, after: Option<&Task>, room: &Room<'_>) -> Result<Option<Finding>, Excess> {
        let through = |task: Option<&Task>| Ok(task.map(|task| self.waiting.circle_through(task, room)).transpose()?.flatten());
        match through(after)? {
            Some(circle) => Ok(through(before)?.is_none().then_some(circle)),
            None => Ok(None),
        }
    }
}

/// What is to be looked at in the texts of the later version.
pub fn new_remarks(before: Option<&Document>, after: Option<&Document>, public: &[&str]) -> Vec<Message> {
    let (old, new) = both(before, after, |it, findings| findings.extend(texts_of(it, public)));
    news(old, new, Gravity::Warning)
}

fn texts_of(document: &Document, public: &[&str]) -> Vec<Finding> {
    match document {
        Document::Campaign(campaign) => texts_of_campaign(campaign, public),
        Document::Theme(theme) => texts_of_theme(theme, public),
        Document::Project(project) => texts_of_project(project, public),
        Document::Task(task) => texts_of_task(task, public),
        Document::Person(person) => texts_of_person(person, public),
    }
}

fn both(
    before: Option<&Document>,
    after: Option<&Document>,
    look: impl Fn(&Document, &mut Vec<Finding>),
) -> (Vec<Finding>, Vec<Finding>) {
    let found = |it: Option<&Document>| {
        let mut findings = Vec::new();
        it.into_iter().for_each(|it| look(it, &mut findings));
        findings
    };
    (found(before), found(after))
}

/// What is said of the later version only, once.
fn news(before: Vec<Finding>, after: Vec<Finding>, gravity: Gravity) -> Vec<Message> {
    let mut said: HashSet<Message> = before.into_iter().map(|finding| finding.message).collect();
    let found = after.into_iter().filter(|finding| finding.gravity == gravity).map(|finding| finding.message);
    found.filter(|message| said.insert(message.clone())).collect()
}

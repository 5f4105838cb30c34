//! What would be wrong with a thing that is about to be written and was not before: the rules of `check`, asked about one
//! thing and its neighbours instead of everything.

use std::collections::HashSet;

use crate::domain::message::Message;
use crate::domain::name::TaskId;

use super::change::Versions;
use super::lint::{Everything, Finding, Gravity, person, project, references};
use super::lint_circle::circle_through;
use super::lint_text::{texts_of_campaign, texts_of_person, texts_of_project, texts_of_task, texts_of_theme};

/// The errors in what the later version names. `around` holds at least what either version names, and of tasks all that
/// come before those; the thing itself need not be there.
pub fn new_errors(around: Everything<'_>, versions: Versions<'_>) -> Vec<Message> {
    let (before, after) = match versions {
        Versions::Task(before, after) => {
            let ids: HashSet<&TaskId> = around.tasks.iter().map(|task| &task.id).chain(around.unreadable).collect();
            both(before, after, |task, findings| {
                let ids = ids.iter().copied().chain([&task.id]).collect();
                references(&around, task, &ids, findings);
                findings.extend(circle_through(task, around.tasks));
            })
        }
        Versions::Project(before, after) => both(before, after, |it, findings| project(&around, it, findings)),
        Versions::Person(before, after) => both(before, after, |it, findings| person(&around, it, findings)),
        Versions::Theme(..) | Versions::Campaign(..) => return Vec::new(),
    };
    news(before, after, Gravity::Error)
}

/// What is to be looked at in the texts of the later version.
pub fn new_remarks(versions: Versions<'_>, public: &[&str]) -> Vec<Message> {
    let (before, after) = match versions {
        Versions::Task(before, after) => both(before, after, |it, findings| findings.extend(texts_of_task(it, public))),
        Versions::Project(before, after) => both(before, after, |it, findings| findings.extend(texts_of_project(it, public))),
        Versions::Theme(before, after) => both(before, after, |it, findings| findings.extend(texts_of_theme(it, public))),
        Versions::Person(before, after) => both(before, after, |it, findings| findings.extend(texts_of_person(it, public))),
        Versions::Campaign(before, after) => {
            both(Some(before), Some(after), |it, findings| findings.extend(texts_of_campaign(it, public)))
        }
    };
    news(before, after, Gravity::Warning)
}

fn both<T>(before: Option<&T>, after: Option<&T>, look: impl Fn(&T, &mut Vec<Finding>)) -> (Vec<Finding>, Vec<Finding>) {
    let found = |it: Option<&T>| {
        let mut findings = Vec::new();
        it.into_iter().for_each(|it| look(it, &mut findings));
        findings
    };
    (found(before), found(after))
}

/// What is said of the later version only. A circle is the same wherever it is entered.
fn news(before: Vec<Finding>, after: Vec<Finding>, gravity: Gravity) -> Vec<Message> {
    let is_circle = |finding: &Finding| finding.message.key().ends_with("-circle");
    let is_same = |old: &Finding, new: &Finding| old.message == new.message || (is_circle(old) && is_circle(new));
    let mut said: Vec<Message> = Vec::new();
    for finding in after.into_iter().filter(|it| it.gravity == gravity) {
        if !before.iter().any(|old| is_same(old, &finding)) && !said.contains(&finding.message) {
            said.push(finding.message);
        }
    }
    said
}

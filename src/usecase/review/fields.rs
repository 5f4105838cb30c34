//! What a field says, short enough for one line.

use crate::domain::task::{Place, Resource};
use crate::domain::text::{one_line, shorten};

use super::thing::Thing;

/// The longest text that is shown, in columns.
const SHOWN: usize = 60;

/// What a field says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording(pub String);

/// What `field` of `thing` says; `None` when it says nothing.
pub fn wording(thing: &Thing, field: &str) -> Option<Wording> {
    let said = match thing {
        Thing::Task(task) => match field {
            "title" => Some(task.title.clone()),
            "done-when" => task.done_when.clone(),
            "created" => Some(task.created.to_string()),
            "deliverable" => task.deliverable.as_ref().map(ToString::to_string),
            "skills" => list(&task.skills),
            "where" => Some(place(&task.place)),
            "due" => task.due.map(|day| day.to_string()),
            "after" => list(&task.after),
            "contact" => task.contact.clone(),
            "description" => task.description.clone(),
            "resources" => resources(&task.resources),
            _ => None,
        },
        Thing::Project(project) => match field {
            "title" => Some(project.title.clone()),
            "theme" => project.theme.as_ref().map(ToString::to_string),
            "idea" => project.idea.clone(),
            "summary" => project.summary.clone(),
            "contact" => project.contact.clone(),
            "needs" => list(&project.needs),
            "leads" => list(&project.leads),
            "ended" => project.ended.map(|day| day.to_string()),
            "poll" => project.poll.as_ref().map(|poll| format!("{} / {}", poll.votes, poll.of)),
            "deliverables" => list(&project.deliverables.iter().map(|it| it.title.clone()).collect::<Vec<_>>()),
            _ => None,
        },
        Thing::Theme(theme) => match field {
            "title" => Some(theme.title.clone()),
            "question" => theme.question.clone(),
            "ideas" => list(&theme.ideas),
            _ => None,
        },
        Thing::Person(person) => match field {
            "forge" => person.forge.clone(),
            "keys" => list(&person.keys),
            "skills" => list(&person.skills),
            "promotion" => person.promotion.as_ref().map(ToString::to_string),
            _ => None,
        },
        Thing::Campaign(campaign) => match field {
            "name" => Some(campaign.name.clone()),
            "language" => Some(campaign.language.clone()),
            "timezone" => Some(campaign.timezone.name().to_owned()),
            "started" => campaign.started.map(|day| day.to_string()),
            "organisers" => list(&campaign.organisers),
            "contact" => campaign.contact.clone(),
            "also" => resources(&campaign.also),
            "claims" => {
                let it = &campaign.claims;
                let rules = [
                    ("days", it.days),
                    ("warn-days", it.warn_days),
                    ("limit", it.limit),
                    ("renewals", it.renewals),
                    ("cooldown-days", it.cooldown_days),
                ];
                list(&rules.map(|(name, value)| format!("{name} {value}")))
            }
            "tasks" => Some(campaign.tasks.max_budget.to_string()),
            "workflow" => {
                let it = &campaign.workflow;
                list(&[it.mode.as_str(), &it.remote, &it.main, it.forge.as_str(), it.send.as_str()])
            }
            _ => None,
        },
    };
    said.map(|text: String| Wording(shorten(&one_line(&text), SHOWN).into_owned()))
}

fn list<T: ToString>(things: &[T]) -> Option<String> {
    (!things.is_empty()).then(|| things.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

fn resources(resources: &[Resource]) -> Option<String> {
    list(&resources.iter().map(|it| format!("{} <{}>", it.label, it.link)).collect::<Vec<_>>())
}

fn place(place: &Place) -> String {
    match place {
        Place::OnSite(Some(name)) => format!("{} ({name})", place.as_str()),
        other => other.as_str().to_owned(),
    }
}

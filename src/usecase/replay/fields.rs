//! What a field says, short enough for one line: of lists only what came and what went.

use crate::domain::message::Message;
use crate::domain::task::{Place, Resource};
use crate::domain::text::{one_line, shorten};

use super::thing::Thing;

/// The longest text that is shown, in columns.
const SHOWN: usize = 60;

/// What `field` said of `before` and says of `after`, without what both have; `None` where nothing is left.
pub fn wordings(before: Option<&Thing>, after: Option<&Thing>, field: &str) -> (Option<String>, Option<String>) {
    let parts = |thing: Option<&Thing>| thing.map(|thing| wording(thing, field)).unwrap_or_default();
    let (old, new) = (parts(before), parts(after));
    let only = |some: &[String], others: &[String]| {
        let left: Vec<&str> = some.iter().filter(|it| !others.contains(it)).map(String::as_str).collect();
        (!left.is_empty()).then(|| shorten(&one_line(&left.join(", ")), SHOWN).into_owned())
    };
    (only(&old, &new), only(&new, &old))
}

/// The parts of what `field` of `thing` says.
fn wording(thing: &Thing, field: &str) -> Vec<String> {
    let one = |said: Option<String>| said.into_iter().collect::<Vec<_>>();
    match thing {
        Thing::Task(task) => match field {
            "title" => one(Some(task.title.clone())),
            "done-when" => one(task.done_when.clone()),
            "created" => one(Some(task.created.to_string())),
            "deliverable" => one(task.deliverable.as_ref().map(ToString::to_string)),
            "skills" => list(&task.skills),
            "where" => one(Some(place(&task.place))),
            "due" => one(task.due.map(|day| day.to_string())),
            "after" => list(&task.after),
            "contact" => one(task.contact.clone()),
            "description" => one(task.description.clone()),
            "resources" => resources(&task.resources),
            _ => Vec::new(),
        },
        Thing::Project(project) => match field {
            "title" => one(Some(project.title.clone())),
            "theme" => one(project.theme.as_ref().map(ToString::to_string)),
            "idea" => one(project.idea.clone()),
            "summary" => one(project.summary.clone()),
            "contact" => one(project.contact.clone()),
            "needs" => list(&project.needs),
            "leads" => list(&project.leads),
            "ended" => one(project.ended.map(|day| day.to_string())),
            "poll" => one(project.poll.as_ref().map(|poll| format!("{} / {}", poll.votes, poll.of))),
            "deliverables" => list(&project.deliverables.iter().map(|it| it.title.clone()).collect::<Vec<_>>()),
            _ => Vec::new(),
        },
        Thing::Theme(theme) => match field {
            "title" => one(Some(theme.title.clone())),
            "question" => one(theme.question.clone()),
            "ideas" => list(&theme.ideas),
            _ => Vec::new(),
        },
        Thing::Person(person) => match field {
            "forge" => one(person.forge.as_ref().map(ToString::to_string)),
            "keys" => list(&person.keys),
            "skills" => list(&person.skills),
            "promotion" => one(person.promotion.as_ref().map(ToString::to_string)),
            _ => Vec::new(),
        },
        Thing::Campaign(campaign) => match field {
            "name" => one(Some(campaign.name.clone())),
            "language" => one(Some(campaign.language.clone())),
            "timezone" => one(Some(campaign.timezone.name().to_owned())),
            "started" => one(campaign.started.map(|day| day.to_string())),
            "organisers" => list(&campaign.organisers),
            "contact" => one(campaign.contact.clone()),
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
            "tasks" => one(Some(campaign.tasks.max_budget.to_string())),
            "workflow" => {
                let it = &campaign.workflow;
                list(&[it.mode.as_str(), &it.remote, &it.main, it.forge.as_str(), it.send.as_str()])
            }
            _ => Vec::new(),
        },
    }
}

fn list<T: ToString>(things: &[T]) -> Vec<String> {
    things.iter().map(ToString::to_string).collect()
}

fn resources(resources: &[Resource]) -> Vec<String> {
    list(&resources.iter().map(|it| format!("{} <{}>", it.label, it.link)).collect::<Vec<_>>())
}

fn place(place: &Place) -> String {
    match place {
        Place::OnSite(Some(name)) => format!("{} ({name})", place.as_str()),
        other => other.as_str().to_owned(),
    }
}

/// What a field is called by people.
pub fn field_name(field: &str) -> Message {
    Message::new(match field {
        "title" => "field-title",
        "done-when" => "field-done-when",
        "created" => "field-created",
        "deliverable" => "field-deliverable",
        "skills" => "field-skills",
        "where" => "field-where",
        "due" => "field-due",
        "after" => "field-after",
        "contact" => "field-contact",
        "description" => "field-description",
        "resources" => "field-resources",
        "theme" => "field-theme",
        "idea" => "field-idea",
        "summary" => "field-summary",
        "needs" => "field-needs",
        "leads" => "field-leads",
        "ended" => "field-ended",
        "poll" => "field-poll",
        "deliverables" => "field-deliverables",
        "question" => "field-question",
        "ideas" => "field-ideas",
        "forge" => "field-forge",
        "keys" => "field-keys",
        "promotion" => "field-promotion",
        "name" => "field-name",
        "language" => "field-language",
        "timezone" => "field-timezone",
        "started" => "field-started",
        "deadline" => "field-deadline",
        "organisers" => "field-organisers",
        "also" => "field-also",
        "claims" => "field-claims",
        "tasks" => "field-tasks",
        "workflow" => "field-workflow",
        "past" => "field-past",
        _ => "field-other",
    })
}

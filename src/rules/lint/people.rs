//! Who merges, and whether anybody else could pass for them.

use std::collections::BTreeMap;

use crate::domain::campaign::Forge;
use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::person::Person;

use super::{Everything, Finding, Gravity};

/// What is wrong with those who decide.
pub(super) fn deciders(all: &Everything<'_>, findings: &mut Vec<Finding>) {
    if let [only] = &all.campaign.organisers[..] {
        let message = Message::new("lint-one-organiser").with("person", only);
        findings.push(warning(FileKey::Campaign, Some("organisers"), message));
    }
    if all.campaign.workflow.forge != Forge::None {
        without_login(all, findings);
    }
    shared(all, findings);
}

/// What says who somebody is belongs to one person: `review` believes nobody whose login or key stands in two files.
fn shared(all: &Everything<'_>, findings: &mut Vec<Finding>) {
    let mut owners: BTreeMap<(&str, String), &Handle> = BTreeMap::new();
    for person in all.people {
        let login = person.forge.iter().map(|login| ("forge", login.folded()));
        // Behind the kind of key and the key itself stands a comment.
        let keys = person.keys.iter().map(|key| ("keys", key.split_whitespace().take(2).collect::<Vec<_>>().join(" ")));
        for (field, value) in login.chain(keys) {
            let key = if field == "forge" { "lint-same-login" } else { "lint-same-key" };
            match owners.get(&(field, value.clone())) {
                Some(owner) if *owner != &person.handle => {
                    let message = Message::new(key).with("person", *owner);
                    let about = person.key();
                    findings.push(Finding { gravity: Gravity::Error, ..warning(about, Some(field), message) });
                }
                _ => drop(owners.insert((field, value), &person.handle)),
            }
        }
    }
}

/// `review` takes the login that is spelt like a handle for that person, unless their file names another.
fn without_login(all: &Everything<'_>, findings: &mut Vec<Finding>) {
    let files: BTreeMap<&Handle, &Person> = all.people.iter().map(|person| (&person.handle, person)).collect();
    let mut told: Vec<&Handle> = Vec::new();
    let organisers = all.campaign.organisers.iter().map(|who| (who, FileKey::Campaign, "organisers"));
    let leads = all.projects.values().flat_map(|project| project.leads.iter().map(|who| (who, project.key(), "leads")));
    for (who, about, field) in organisers.chain(leads) {
        let file = files.get(who);
        if told.contains(&who) || file.is_some_and(|file| file.forge.is_some()) {
            continue;
        }
        told.push(who);
        let message = Message::new("lint-no-login").with("person", who).with("forge", all.campaign.workflow.forge.as_str());
        findings.push(match file {
            Some(_) => warning(FileKey::Person(who.clone()), None, message),
            None => warning(about, Some(field), message),
        });
    }
}

fn warning(about: FileKey, field: Option<&str>, message: Message) -> Finding {
    Finding { about, field: field.map(str::to_owned), gravity: Gravity::Warning, message }
}

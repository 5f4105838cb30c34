//! What one cell says.

use std::collections::{HashMap, HashSet};

use crate::domain::budget::{Budget, Minutes};
use crate::domain::message::Message;
use crate::domain::task::{Place, Resource};
use crate::domain::text::{block_of, folded, line_of};
use crate::domain::typed_time::typed_time;
use crate::domain::zone::Zone;

use super::columns::{Column, Field, Unit};
use super::days::day;
use super::{Over, Wish};

/// Words for what is over or not offered yet, folded; all others are work to do.
const DONE: [&str; 14] = [
    "done",
    "terminee",
    "termine",
    "fait",
    "faite",
    "fini",
    "finie",
    "closed",
    "completed",
    "complete",
    "achevee",
    "acheve",
    "x",
    "merged",
];
const CANCELLED: [&str; 8] = ["cancelled", "canceled", "annulee", "annule", "abandonnee", "abandonne", "deleted", "supprimee"];
const DRAFT: [&str; 2] = ["draft", "brouillon"];
/// Words for where, folded.
const REMOTE: [&str; 5] = ["remote", "adistance", "distance", "enligne", "online"];
const EITHER: [&str; 5] = ["either", "auchoix", "adistanceousurplace", "remoteoronsite", "indifferent"];
const ON_SITE: [&str; 4] = ["onsite", "surplace", "presentiel", "enpersonne"];

/// Links, skills or tasks before it that one row may name: what has more is no task.
const MOST: usize = 100;

/// Puts what `text` says in that column into `wish`; where several columns say the same, the first counts, and lists and
/// descriptions grow.
pub(super) fn put(wish: &mut Wish, (heading, column): (&str, Column), text: &str, zone: &Zone) -> Result<(), Message> {
    let wrong = |key| Message::new(key).with("flag", heading).with("found", text);
    let room = |known: usize| {
        let message = || Message::new("import-too-many-parts").with("flag", heading).with("most", MOST);
        (known < MOST).then_some(()).ok_or_else(message)
    };
    let line = || line_of(text).ok_or_else(|| wrong("wrong-line"));
    match column.field {
        Field::Key => first(&mut wish.key, text.to_owned()),
        Field::Title => first(&mut wish.title, line()?),
        Field::Project => first(&mut wish.project, line()?),
        Field::Budget => first(&mut wish.budget, budget(heading, text, column.unit)?),
        Field::DoneWhen => first(&mut wish.done_when, block_of(text).ok_or_else(|| wrong("wrong-text"))?),
        Field::Due => first(&mut wish.due, day(text, zone).ok_or_else(|| wrong("import-wrong-day"))?),
        Field::Deliverable => first(&mut wish.deliverable, line()?),
        Field::Contact => first(&mut wish.contact, line()?),
        Field::Description => {
            let more = block_of(text).ok_or_else(|| wrong("wrong-text"))?;
            let known = wish.description.take();
            wish.description = Some(known.map_or(more.clone(), |known| format!("{known}\n\n{more}")));
        }
        Field::Skills => {
            let ends: &[char] = if text.contains('\n') { &['\n'] } else { &[',', ';'] };
            for skill in text.split(ends).map(str::trim).filter(|skill| !skill.is_empty()) {
                let skill = line_of(skill).ok_or_else(|| wrong("wrong-line"))?;
                if !wish.skills.contains(&skill) {
                    room(wish.skills.len())?;
                    wish.skills.push(skill);
                }
            }
        }
        Field::Resources => {
            for part in text.lines().map(str::trim).filter(|part| !part.is_empty()) {
                room(wish.resources.len())?;
                let resource = Resource::parse(part)
                    .ok_or_else(|| Message::new("wrong-resource").with("flag", heading).with("found", part))?;
                wish.resources.push(resource);
            }
        }
        Field::After => {
            let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
            for part in text.split(ends).filter(|part| !part.is_empty()) {
                room(wish.after.len())?;
                wish.after.push(part.to_owned());
            }
        }
        Field::Where => {
            let place = place(text).ok_or_else(|| wrong("import-wrong-where"))?;
            first(&mut wish.said_where, (place, text.to_owned()));
        }
        Field::Place => first(&mut wish.town, line()?),
        Field::Status => status(wish, text),
    }
    Ok(())
}

/// Brings together what several columns say: resources of one name get several, and a town is for what is done there.
pub(super) fn settle(wish: &mut Wish) {
    let (mut links, mut labels, mut numbers) = (HashSet::new(), HashSet::new(), HashMap::new());
    for resource in std::mem::take(&mut wish.resources) {
        if !links.insert(resource.link.clone()) {
            continue;
        }
        let number = numbers.entry(resource.label.clone()).or_insert(1);
        let mut label = resource.label.clone();
        while !labels.insert(label.clone()) {
            *number += 1;
            label = format!("{} {number}", resource.label);
        }
        wish.resources.push(Resource { label, ..resource });
    }
    wish.place = match (wish.said_where.take(), wish.town.take()) {
        (None | Some((Place::OnSite(_), _)), Some(town)) => Place::OnSite(Some(town)),
        (Some((place, said)), Some(town)) => {
            wish.problems.push(Message::new("import-where-and-place").with("found", said).with("place", town));
            place
        }
        (said, None) => said.map(|(place, _)| place).unwrap_or_default(),
    };
}

fn first<T>(place: &mut Option<T>, value: T) {
    place.get_or_insert(value);
}

/// `2h`, `1h30-2h`, `une heure`, and a number where the column says of what.
fn budget(heading: &str, text: &str, unit: Option<Unit>) -> Result<Budget, Message> {
    let wrong = |key| Message::new(key).with("flag", heading).with("found", text);
    if let Some(budget) = Budget::parse(text).or_else(|| typed_time(text).and_then(|time| Budget::new(time, time))) {
        return Ok(budget);
    }
    let is_number =
        text.bytes().any(|b| b.is_ascii_digit()) && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
    match unit.filter(|_| is_number) {
        Some(Unit::Hours) => Minutes::parse(&format!("{text}h")),
        Some(Unit::Minutes) => Minutes::parse(&format!("{text}m")),
        None => return Err(wrong(if is_number { "wrong-time-unit" } else { "wrong-budget" })),
    }
    .and_then(|time| Budget::new(time, time))
    .ok_or_else(|| wrong("wrong-budget"))
}

fn place(text: &str) -> Option<Place> {
    let word = folded(text).replace(' ', "");
    let is = |words: &[&str]| words.contains(&word.as_str());
    match () {
        () if is(&REMOTE) => Some(Place::Remote),
        () if is(&ON_SITE) => Some(Place::OnSite(None)),
        () => is(&EITHER).then_some(Place::Either),
    }
}

fn status(wish: &mut Wish, text: &str) {
    let word = folded(text);
    let is = |words: &[&str]| words.contains(&word.as_str());
    wish.is_draft |= is(&DRAFT);
    wish.over = match () {
        () if is(&DONE) => Some(Over::Done),
        () if is(&CANCELLED) => Some(Over::Cancelled),
        () => wish.over,
    };
}

//! What a field says, short enough for one line: of lists only what came and what went.

use crate::domain::document::Document;
use crate::domain::field::Field;
use crate::domain::said::{FieldSaid, Said};
use crate::domain::task::{Place, Resource};
use crate::domain::text::{one_line, shorten};

/// The longest text that is shown, in columns.
const SHOWN: usize = 60;

/// What `field` said of `before` and says of `after`, without what both have; `None` where nothing is left.
pub fn wordings(before: Option<&Document>, after: Option<&Document>, field: Field) -> (Option<String>, Option<String>) {
    let said = |it: Option<&Document>| {
        let found = it.and_then(|it| it.fields().into_iter().find(|(known, _)| *known == field).map(parts));
        found.unwrap_or_default()
    };
    let (old, new) = (said(before), said(after));
    let only = |some: &[String], others: &[String]| {
        let left: Vec<&str> = some.iter().filter(|it| !others.contains(it)).map(String::as_str).collect();
        (!left.is_empty()).then(|| shorten(&one_line(&left.join(", ")), SHOWN).into_owned())
    };
    (only(&old, &new), only(&new, &old))
}

/// The parts of what a field says.
fn parts((field, said): FieldSaid<'_>) -> Vec<String> {
    match said {
        // Told without words.
        _ if field == Field::Deadline => Vec::new(),
        Said::Text(text) => text.into_iter().collect(),
        Said::List(texts) => texts,
        Said::Number(number) => number.map(|number| format!("{} {number}", field.key())).into_iter().collect(),
        Said::Day(day) => day.map(|day| day.to_string()).into_iter().collect(),
        Said::Place(place @ Place::OnSite(Some(name))) => vec![format!("{} ({name})", place.as_str())],
        Said::Place(place) => vec![place.as_str().to_owned()],
        Said::Links(links) => links.iter().map(|Resource { label, link }| format!("{label} <{link}>")).collect(),
        Said::Table(Some(poll)) if field == Field::Poll => vec![votes(&poll)],
        Said::Deliverables(promised) => promised.iter().map(|it| it.title.clone()).collect(),
        Said::Table(rules) => rules.into_iter().flatten().flat_map(parts).collect(),
        Said::Past(past) => {
            past.iter().map(|(key, it)| format!("{key} ({}, {} – {})", it.name, it.started, it.deadline)).collect()
        }
        // Told by what happened.
        Said::Flag(_) | Said::Times(_) | Said::Joined(_) => Vec::new(),
    }
}

/// How many votes there were for it, of how many.
fn votes(poll: &[FieldSaid<'_>]) -> String {
    let number = |(_, said): &FieldSaid<'_>| if let Said::Number(number) = said { *number } else { None };
    poll.iter().filter_map(number).map(|number| number.to_string()).collect::<Vec<_>>().join(" / ")
}

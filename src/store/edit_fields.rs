//! Writing the fields that changed, each in the form its value takes in a file.

use std::collections::BTreeMap;

use toml_edit::{Date, Datetime, Table, Value};

use crate::domain::campaign::PastCampaign;
use crate::domain::day::Day;
use crate::domain::field::Field;
use crate::domain::said::{FieldSaid, Fields, Said};
use crate::domain::task::Place;

use super::list::set_list;
use super::table::{dotted, header, set, set_pairs};

/// Writes each field that says something else than it did before; all where there was nothing before.
pub(super) fn write_fields<T: Fields>(table: &mut Table, before: Option<&T>, after: &T) {
    write_each(table, T::FIELDS, before.map(T::fields), after.fields());
}

fn write_each(table: &mut Table, order: &[Field], before: Option<Vec<FieldSaid<'_>>>, after: Vec<FieldSaid<'_>>) {
    let mut before = before.unwrap_or_default().into_iter();
    for (field, said) in after {
        let old = before.next().map(|(_, old)| old);
        if old.as_ref() != Some(&said) {
            write(table, order, field, old, said);
        }
    }
}

fn write(table: &mut Table, order: &[Field], field: Field, old: Option<Said<'_>>, said: Said<'_>) {
    let key = field.key();
    match said {
        Said::Text(text) => set(table, order, key, text.map(Value::from)),
        Said::List(texts) => set_list(table, order, key, &texts),
        Said::Flag(is) => set(table, order, key, is.then(|| true.into())),
        Said::Number(number) => set(table, order, key, number.map(|number| i64::from(number).into())),
        Said::Day(on) => set(table, order, key, on.map(day)),
        Said::Place(Place::Either) if old.is_none() => {}
        Said::Place(place) => {
            let name = match place {
                Place::OnSite(name) => name.as_deref(),
                Place::Remote | Place::Either => None,
            };
            set(table, order, key, Some(place.as_str().into()));
            set(table, order, Field::Place.key(), name.map(Value::from));
        }
        Said::Links(links) => {
            set_pairs(table, key, &links.iter().map(|it| (it.label.clone(), it.link.as_str().into())).collect::<Vec<_>>());
        }
        Said::Joined(joined) => {
            set_pairs(table, key, &joined.iter().map(|(slug, on)| (slug.to_string(), day(*on))).collect::<Vec<_>>());
        }
        Said::Times(times) if times.is_empty() => drop(table.remove(key)),
        Said::Times(times) => {
            let own = dotted(table, order, key);
            let known = match old {
                Some(Said::Times(known)) => known.clone(),
                _ => Default::default(),
            };
            known.keys().filter(|on| !times.contains_key(on)).for_each(|gone| drop(own.remove(&gone.to_string())));
            for (on, time) in times.iter().filter(|(on, time)| known.get(on) != Some(time)) {
                set(own, &[], &on.to_string(), Some(time.to_string().into()));
            }
        }
        Said::Table(None) => drop(table.remove(key)),
        Said::Table(Some(fields)) => {
            let is_new = !table.contains_key(key);
            let own = header(table, key);
            own.set_implicit(false);
            if is_new {
                own.decor_mut().set_prefix("\n");
            }
            let order: Vec<Field> = fields.iter().map(|(field, _)| *field).collect();
            let old = match old {
                Some(Said::Table(old)) => old,
                _ => None,
            };
            write_each(own, &order, old, fields);
        }
        // Each has a place of its own in the file.
        Said::Deliverables(_) => {}
        Said::Past(past) => {
            let known = match old {
                Some(Said::Past(known)) => known.clone(),
                _ => Default::default(),
            };
            write_past(table, key, &known, past);
        }
    }
}

/// Each earlier campaign that says something else than it did before, under its own header.
fn write_past(table: &mut Table, key: &str, known: &BTreeMap<String, PastCampaign>, past: &BTreeMap<String, PastCampaign>) {
    if past.is_empty() {
        table.remove(key);
        return;
    }
    let all = header(table, key);
    known.keys().filter(|name| !past.contains_key(*name)).for_each(|gone| drop(all.remove(gone)));
    for (name, campaign) in past.iter().filter(|(name, campaign)| known.get(*name) != Some(campaign)) {
        let is_new = !all.contains_key(name);
        let own = header(all, name);
        own.set_implicit(false);
        if is_new {
            own.decor_mut().set_prefix("\n");
        }
        write_fields(own, known.get(name), campaign);
    }
}

/// A native date.
pub(super) fn day(day: Day) -> Value {
    use chrono::Datelike;
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let date = Date { year: u16::try_from(day.year()).unwrap_or(2000), month: part(day.month()), day: part(day.day()) };
    Value::from(Datetime { date: Some(date), time: None, offset: None })
}

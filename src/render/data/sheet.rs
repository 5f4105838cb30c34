//! Tables that people open in a spreadsheet: in the way of its country, and so that a program reads them back as they were.

use crate::domain::task::{Place, Resource, Task};
use crate::render::catalogue::Catalogue;
use crate::render::language::Language;
use crate::render::safe::guarded;
use crate::render::words;
use crate::rules::hours::{Hours, Whose};
use crate::usecase::read::site::{PublicTask, Site};

/// What spreadsheets know the encoding by, and nobody else wants to see.
pub const MARK: &str = "\u{feff}";

/// The columns of the whole campaign; which of them an import reads, `rules::import` says.
const COLUMNS: [&str; 19] = [
    "sheet-id",
    "sheet-project",
    "sheet-title",
    "sheet-status",
    "sheet-budget",
    "sheet-done-when",
    "sheet-due",
    "sheet-deliverable",
    "sheet-skills",
    "sheet-where",
    "sheet-place",
    "sheet-resources",
    "sheet-contact",
    "sheet-after",
    "sheet-description",
    "sheet-created",
    "sheet-holder",
    "sheet-spent",
    "sheet-evidence",
];
const HOURS: [&str; 5] = ["sheet-month", "sheet-person", "sheet-project", "sheet-hours", "sheet-minutes"];

/// A row a task, drafts too, with all its texts.
pub fn of_campaign(say: &Catalogue, site: &Site) -> Vec<u8> {
    sheet(say, &COLUMNS, site.tasks.iter().map(|it| row(say, it)))
}

fn row(say: &Catalogue, PublicTask { task, row, .. }: &PublicTask) -> Vec<String> {
    // Which claims there were, and how it ended, is told by whoever holds it, the time and the result.
    #[rustfmt::skip]
    let Task {
        id, project, title, draft: _, budget, done_when, created, deliverable, skills, place, due, after, contact, description,
        resources, sent_back: _, reopened: _, claims: _, done: _, cancelled: _, extra: _,
    } = task;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let labelled = |Resource { label, link }: &Resource| format!("{label}={link}");
    let kind = if place.town().is_some() { Place::OnSite(None) } else { place.clone() };
    vec![
        id.to_string(),
        project.to_string(),
        title.clone(),
        words::status(say, row.status),
        budget.to_string(),
        text(done_when),
        due.map(|day| day.to_string()).unwrap_or_default(),
        deliverable.as_ref().map(ToString::to_string).unwrap_or_default(),
        skills.join(", "),
        words::place(say, &kind),
        place.town().unwrap_or_default().to_owned(),
        resources.iter().map(labelled).collect::<Vec<_>>().join("\n"),
        text(contact),
        after.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        text(description),
        created.to_string(),
        row.holder.as_ref().map(|(who, _)| who.to_string()).unwrap_or_default(),
        decimal(say, hundredths(u64::from(task.time().get()))),
        row.evidence.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default(),
    ]
}

/// A row a month, person and project; the total of each month, and of all. Hours are decimal: minutes that are no hundredth of
/// an hour are rounded so that the rows add up to their totals.
pub fn of_hours(say: &Catalogue, hours: &Hours) -> Vec<u8> {
    let month = |(year, month): (i32, u32)| format!("{year}-{month:02}");
    let line = |[first, person, project]: [String; 3], from: u64, to: u64| {
        vec![first, person, project, decimal(say, hundredths(to) - hundredths(from)), (to - from).to_string()]
    };
    let total = || say.word("sheet-total");
    let (mut rows, mut sum, mut before) = (Vec::new(), 0, None);
    let mut all = hours.rows().peekable();
    while let Some((((year, number), who, project), minutes)) = all.next() {
        let this = (*year, *number);
        let begin = *before.get_or_insert(sum);
        rows.push(line([month(this), who.to_string(), project.to_string()], sum, sum + minutes));
        sum += minutes;
        let is_last = |((next, ..), _): &(&Whose, u64)| *next != this;
        if all.peek().is_none_or(is_last) {
            rows.push(line([month(this), total(), String::new()], begin, sum));
            before = None;
        }
    }
    rows.push(line([total(), String::new(), String::new()], 0, sum));
    sheet(say, &HOURS, rows.into_iter())
}

/// Hundredths of an hour in so many minutes, to the nearest.
fn hundredths(minutes: u64) -> u64 {
    (minutes * 100 + 30) / 60
}

/// Hours as people of the country write them.
fn decimal(say: &Catalogue, hundredths: u64) -> String {
    let mark = if say.language() == Language::French { ',' } else { '.' };
    format!("{}{mark}{:02}", hundredths / 100, hundredths % 100)
}

/// CSV: in French with semicolons, and the mark by which spreadsheets know the encoding.
fn sheet(say: &Catalogue, headings: &[&'static str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let is_french = say.language() == Language::French;
    let begin = if is_french { MARK } else { "" };
    let delimiter = if is_french { b';' } else { b',' };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(begin.as_bytes().to_vec());
    let headings = headings.iter().map(|key| say.word(key)).collect();
    let written = std::iter::once(headings)
        .chain(rows)
        .try_for_each(|row: Vec<String>| writer.write_record(row.iter().map(|cell| guarded(cell).into_owned())));
    written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::budget::{Budget, Minutes};
    use crate::domain::claim::Claim;
    use crate::domain::day::{Day, later, make_day};
    use crate::domain::name::{Handle, Slug, TaskId};

    const PEOPLE: [&str; 3] = ["lampe", "piolet", "wagon"];
    const PROJECTS: [&str; 2] = ["bal", "mphack"];

    fn first() -> Day {
        make_day(2026, 11, 1).unwrap()
    }

    fn world() -> Vec<Task> {
        let budget = Budget::parse("2h").unwrap();
        let task = |at: usize| {
            let (id, project) = (TaskId::new(&format!("aaaa{at}")).unwrap(), Slug::new(PROJECTS[at % 2]).unwrap());
            Task::new(id, project, "Titre".to_owned(), budget, first())
        };
        (0..4).map(task).collect()
    }

    /// The minutes of each month, person and project as they are told in a table of that language, the totals aside; and the
    /// hundredths of hours in all, of the rows and of the total.
    fn told(language: Language, hours: &Hours) -> (BTreeMap<[String; 3], u64>, u64, u64) {
        let say = Catalogue::new(language, first());
        let text = String::from_utf8(of_hours(&say, hours)).unwrap();
        let (delimiter, mark) = if language == Language::French { (b';', ',') } else { (b',', '.') };
        let text = text.trim_start_matches(MARK);
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        let (mut rows, mut sum, mut total) = (BTreeMap::new(), 0, 0);
        for row in reader.records().map(Result::unwrap) {
            let hundredths: u64 = row[3].replace(mark, "").parse().unwrap();
            if &row[0] == "Total" {
                total = hundredths;
            } else if &row[1] != "Total" {
                sum += hundredths;
                rows.insert([0, 1, 2].map(|at| row[at].to_owned()), row[4].parse().unwrap());
            }
        }
        (rows, sum, total)
    }

    proptest! {
        #[test]
        fn hours_add_up_to_what_was_noted(deeds in prop::collection::vec((0..4_usize, 0..3_usize, 0..90_u32, 0..500_u32), 0..60)) {
            let mut tasks = world();
            let mut names: Vec<Handle> = PEOPLE.iter().map(|name| Handle::new(name).unwrap()).collect();
            // What was noted, each time by itself.
            let mut noted: Vec<(String, usize, usize, u64)> = Vec::new();
            for (number, (task, who, day, minutes)) in deeds.into_iter().enumerate() {
                // No time: somebody is forgotten, and goes on under another name.
                if minutes == 0 {
                    let anonymous = Handle::new(&format!("anonyme-{number}")).unwrap();
                    let records = tasks.iter_mut().flat_map(|task| &mut task.claims);
                    records.filter(|(holder, _)| *holder == names[who]).for_each(|(holder, _)| *holder = anonymous.clone());
                    names[who] = anonymous;
                    continue;
                }
                let day = later(first(), day);
                noted.push((day.format("%Y-%m").to_string(), who, task % 2, u64::from(minutes)));
                let record = &mut tasks[task];
                if record.claim_of(&names[who]).is_none() {
                    record.put_claim_last(names[who].clone(), Claim::new(first(), first()).unwrap());
                }
                *record.claim_of_mut(&names[who]).unwrap().spent.entry(day).or_insert(Minutes::ZERO) += Minutes::new(minutes).unwrap();
            }
            let mut expected: BTreeMap<[String; 3], u64> = BTreeMap::new();
            for (month, who, project, minutes) in noted {
                *expected.entry([month, names[who].to_string(), PROJECTS[project].to_owned()]).or_default() += minutes;
            }
            let mut hours = Hours::default();
            tasks.iter().for_each(|task| hours.add(task));
            for language in Language::ALL {
                let (rows, sum, total) = told(language, &hours);
                prop_assert_eq!(&rows, &expected);
                prop_assert_eq!(sum, total);
                prop_assert_eq!(total, hundredths(expected.values().sum()));
            }
        }
    }
}

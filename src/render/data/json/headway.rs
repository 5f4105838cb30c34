//! The JSON of how far everything has come, and how fast.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::budget::Minutes;
use crate::domain::day::Day;
use crate::rules::burnup::Level;
use crate::rules::forecast::SURE_IN_TEN;
use crate::rules::gain::Gain;
use crate::rules::pace::{Basis, Outlook, Pace};
use crate::usecase::context::past::Past;
use crate::usecase::read::headway::{Headway, Since};

use super::document_of;
use super::progress::ProgressPage;

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct HeadwayPage<'a> {
    #[serde(flatten)]
    progress: ProgressPage<'a>,
    pace: PaceLine<'a>,
    since: Option<SinceLine<'a>>,
    /// From the first day on, each day on which something changed.
    burnup: Vec<LevelLine>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct PaceLine<'a> {
    left: u32,
    needed_weekly: Option<u32>,
    /// Planned time of what was finished for the deadline in each of the last weeks; the last one ends today.
    weeks: Vec<u32>,
    /// Who did something in the last thirty days.
    active: usize,
    forecast: Option<ForecastLine>,
    chain: Vec<&'a str>,
    chain_planned: u32,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct ForecastLine {
    /// Too few tasks were finished, in too few days: then no day is named.
    too_little: bool,
    earliest: Option<String>,
    latest: Option<String>,
    /// In how many cases of ten the end lies between them.
    in_ten: Option<u32>,
    /// What it rests on: from that day on, so many whole weeks or, where they are too few, days.
    rests_on_since: String,
    rests_on_weeks: u32,
    rests_on_days: u32,
    rests_on_tasks: usize,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct SinceLine<'a> {
    day: String,
    total: GainLine,
    projects: BTreeMap<&'a str, GainLine>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct GainLine {
    done: usize,
    planned_done: u32,
    spent: u32,
    first_delivered: usize,
    delivered: usize,
    added: usize,
    planned_added: u32,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct LevelLine {
    day: String,
    tasks: usize,
    done: usize,
    planned: u32,
    planned_done: u32,
}

impl From<&Gain> for GainLine {
    fn from(gain: &Gain) -> Self {
        Self {
            done: gain.tasks,
            planned_done: gain.planned.get(),
            spent: gain.spent.get(),
            first_delivered: gain.first_delivered,
            delivered: gain.delivered,
            added: gain.added,
            planned_added: gain.added_planned.get(),
        }
    }
}

impl<'a> From<&'a Since> for SinceLine<'a> {
    fn from(since: &'a Since) -> Self {
        let projects = since.projects.iter().map(|(slug, gain)| (slug.as_str(), GainLine::from(gain))).collect();
        Self { day: since.day.to_string(), total: GainLine::from(&since.total), projects }
    }
}

impl From<&(Day, Level)> for LevelLine {
    fn from((day, level): &(Day, Level)) -> Self {
        let Level { tasks, done, .. } = *level;
        Self { day: day.to_string(), tasks, done, planned: level.planned.get(), planned_done: level.planned_done.get() }
    }
}

impl ForecastLine {
    fn new(basis: Basis, range: Option<(Option<Day>, Option<Day>)>) -> Self {
        let (earliest, latest) = range.unwrap_or_default();
        let told = |day: Option<Day>| day.map(|day| day.to_string());
        Self {
            too_little: range.is_none(),
            earliest: told(earliest),
            latest: told(latest),
            in_ten: range.is_some().then_some(SURE_IN_TEN),
            rests_on_since: basis.first.to_string(),
            rests_on_weeks: basis.weeks,
            rests_on_days: basis.days,
            rests_on_tasks: basis.tasks,
        }
    }
}

impl<'a> From<&'a Pace> for PaceLine<'a> {
    fn from(pace: &'a Pace) -> Self {
        let chain = pace.chain.as_ref();
        Self {
            left: pace.left.get(),
            needed_weekly: pace.needed.map(Minutes::get),
            weeks: pace.weeks.iter().copied().map(Minutes::get).collect(),
            active: pace.active,
            forecast: match pace.outlook {
                Outlook::Nothing => None,
                Outlook::TooFew(basis) => Some(ForecastLine::new(basis, None)),
                Outlook::Between { earliest, latest, basis } => Some(ForecastLine::new(basis, Some((earliest, latest)))),
            },
            chain: chain.into_iter().flat_map(|chain| &chain.tasks).map(|(id, _)| id.as_str()).collect(),
            chain_planned: chain.map_or(0, |chain| chain.time.get()),
        }
    }
}

/// How far everything has come, and how fast.
pub fn headway(headway: &Headway, past: Option<&Past>) -> String {
    let page = HeadwayPage {
        progress: ProgressPage::from(&headway.progress),
        pace: PaceLine::from(&headway.pace),
        since: headway.since.as_ref().map(SinceLine::from),
        burnup: headway.burnup.iter().map(LevelLine::from).collect(),
    };
    document_of("progress", past, page)
}

//! The JSON of what matters today.

use serde::Serialize;

use crate::domain::name::Handle;
use crate::render::Catalogue;
use crate::usecase::read::organiser::Rounds;
use crate::usecase::read::remind::{EndingClaim, NeedyProject};
use crate::usecase::read::today::{Mine, Today};

use super::campaign::ReachedPage;
use super::progress::ProgressPage;
use super::review::{QueuePage, queue_page};
use super::task::TaskRow;
use super::{Link, document, links, unreadable};

#[derive(Serialize)]
struct TodayPage<'a> {
    who: Option<&'a str>,
    mine: Vec<OwnRow<'a>>,
    open: Vec<TaskRow<'a>>,
    progress: ProgressPage<'a>,
    /// Once the deadline has passed.
    reached: Option<ReachedPage>,
    also: Vec<Link<'a>>,
    unsent: Option<usize>,
    unsent_requests: Option<usize>,
    heard: Option<String>,
    #[serde(rename = "open-count")]
    open_count: usize,
    #[serde(rename = "ends-soon")]
    ends_soon: String,
    unreadable: usize,
    rounds: Option<RoundsPage<'a>>,
}

/// A task of the person, and what they can do about it.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct OwnRow<'a> {
    #[serde(flatten)]
    row: TaskRow<'a>,
    spent: u32,
    renewable_until: Option<String>,
    sent_back_by: Option<&'a str>,
    sent_back_because: Option<&'a str>,
}

impl<'a> From<&'a Mine> for OwnRow<'a> {
    fn from(mine: &'a Mine) -> Self {
        Self {
            row: TaskRow::from(&mine.row),
            spent: mine.spent.get(),
            renewable_until: mine.renewable.map(|day| day.to_string()),
            sent_back_by: mine.sent_back.as_ref().map(|back| back.by.as_str()),
            sent_back_because: mine.sent_back.as_ref().map(|back| back.reason.as_str()),
        }
    }
}

/// What an organiser has to look at.
#[derive(Serialize)]
struct RoundsPage<'a> {
    queue: Option<QueuePage<'a>>,
    ending: Vec<EndingLine<'a>>,
    needy: Vec<NeedyLine<'a>>,
}

#[derive(Serialize)]
struct EndingLine<'a> {
    handle: &'a str,
    id: &'a str,
    title: &'a str,
    until: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct NeedyLine<'a> {
    slug: &'a str,
    title: &'a str,
    left: usize,
    has_lead: bool,
    quiet_since: Option<String>,
    promised: Option<&'a str>,
    promised_for: Option<String>,
}

fn rounds_page<'a>(rounds: &'a Rounds, say: &Catalogue) -> RoundsPage<'a> {
    let ending = |(who, claim): &'a (Handle, EndingClaim)| EndingLine {
        handle: who.as_str(),
        id: claim.id.as_str(),
        title: &claim.title,
        until: claim.until.to_string(),
    };
    let needy = |project: &'a NeedyProject| NeedyLine {
        slug: project.slug.as_str(),
        title: &project.title,
        left: project.left,
        has_lead: project.has_lead,
        quiet_since: project.quiet.as_ref().map(|it| it.since.to_string()),
        promised: project.quiet.as_ref().and_then(|it| it.promised.as_deref()),
        promised_for: project.quiet.as_ref().map(|it| it.due.to_string()),
    };
    RoundsPage {
        queue: rounds.queue.as_ref().map(|queue| queue_page(queue, say)),
        ending: rounds.ending.iter().map(ending).collect(),
        needy: rounds.needy.iter().map(needy).collect(),
    }
}

/// What matters today, and what an organiser has to look at; the sentences are those of `say`.
pub fn today(today: &Today, rounds: Option<&Rounds>, say: &Catalogue) -> String {
    document(
        "today",
        TodayPage {
            who: today.who.as_ref().map(|who| who.as_str()),
            mine: today.mine.iter().map(OwnRow::from).collect(),
            open: today.open.rows.iter().map(TaskRow::from).collect(),
            progress: ProgressPage::from(&today.progress),
            reached: today.reached.as_ref().map(ReachedPage::from),
            also: links(&today.also),
            unsent: today.unsent,
            unsent_requests: today.unsent_requests,
            heard: today.heard.map(|day| day.to_string()),
            open_count: today.open.fitting,
            ends_soon: today.ends_soon.to_string(),
            unreadable: unreadable(&today.open.problems),
            rounds: rounds.map(|rounds| rounds_page(rounds, say)),
        },
    )
}

//! The campaign: what it reached, what goes on when it is over, and those before it.

use crate::domain::campaign::{Campaign, PastCampaign};
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::project::Project;
use crate::rules::promise::most_promising_first;
use crate::rules::reached::{Open, Reached};
use crate::store::{CAMPAIGN_FILE, FILE_MAX, Problem, decode_campaign};
use crate::usecase::context::Context;
use crate::usecase::context::past::Point;
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::vcs::Entry;

/// The campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignView {
    /// Its name.
    pub name: String,
    /// Its first day; unknown only when the file cannot be read.
    pub started: Option<Day>,
    /// The day it is due.
    pub deadline: Day,
    /// The day this was counted.
    pub today: Day,
    /// Whether its deadline has passed.
    pub is_over: bool,
    /// What was reached since its first day.
    pub reached: Reached,
    /// The tasks that go on when it is over.
    pub open: Open,
    /// The projects that go on, the most promising first.
    pub running: Vec<Project>,
    /// Earlier campaigns.
    pub past: Past,
    /// Files that could not be read.
    pub problems: Vec<Problem>,
}

/// Earlier campaigns, each with the name it is kept under, the last first.
pub type Past = Vec<(String, PastCampaign)>;

/// Gathers what there is to say of the campaign.
///
/// # Errors
/// A folder that cannot be read.
pub fn campaign(context: &Context) -> Result<CampaignView, Failure> {
    let (projects, mut problems) = context.projects()?;
    let (today, days) = (context.today, context.campaign.days_until(context.today));
    let scan = context.store.scan_tasks(None, |_, task| Some((Reached::of_task(&task, &days), Open::of_task(&task, today))))?;
    problems.extend(scan.problems);
    let (reached, open): (Vec<Reached>, Vec<Open>) = scan.rows.into_iter().unzip();
    let delivered = projects.values().map(|project| Reached::of_project(project, &days));
    let running = projects.values().filter(|project| project.ended.is_none());
    Ok(CampaignView {
        name: context.campaign.name.clone(),
        started: context.campaign.started,
        deadline: context.campaign.deadline_day(today),
        today,
        is_over: context.campaign.is_over(today),
        reached: reached.into_iter().chain(delivered).collect(),
        open: open.into_iter().collect(),
        running: most_promising_first(running).into_iter().cloned().collect(),
        past: past(context),
        problems,
    })
}

/// Earlier campaigns, the last first.
pub fn past(context: &Context) -> Past {
    let mut past: Past = context.campaign.past.iter().map(|(key, it)| (key.clone(), it.clone())).collect();
    past.sort_by(|(key, one), (other_key, other)| (other.deadline, other_key).cmp(&(one.deadline, key)));
    past
}

/// The earlier campaign that is kept under `key`.
///
/// # Errors
/// There is none; those that there are.
pub fn past_campaign(context: &Context, key: &str) -> Result<PastCampaign, Failure> {
    if let Some(found) = context.campaign.past.get(key) {
        return Ok(found.clone());
    }
    let known: Vec<String> = past(context).into_iter().map(|(key, _)| key).collect();
    let message = Message::new(if known.is_empty() { "no-past-campaign" } else { "no-such-campaign" });
    let failure = Failure::new(Kind::Usage, message.with("campaign", key).with("known", known.clone()));
    Err(failure.hint_near(key, known).hint(hint_command("mpa campaign")))
}

/// The data as they were on the evening of the deadline of `campaign`, or before the next one began where that was earlier.
///
/// # Errors
/// As [`Context::as_of`].
pub fn as_of_deadline(context: &Context, campaign: &PastCampaign) -> Result<Context, Failure> {
    let evening = context.as_of(Point::Evening(campaign.deadline.min(context.today)))?;
    let is_it = |other: &Campaign| other.started == Some(campaign.started) && other.name == campaign.name;
    if is_it(&evening.campaign) {
        return Ok(evening);
    }
    let (repository, prefix) = (context.repository()?, prefix_of(context)?);
    let Some(past) = &evening.past else { return Ok(evening) };
    let read = |entry: &Entry| -> Result<Option<Campaign>, Failure> {
        Ok(repository.bytes_of(entry, FILE_MAX)?.and_then(|bytes| decode_campaign(&bytes).value))
    };
    for version in repository.versions(&past.commit, &prefix, &[CAMPAIGN_FILE.to_owned()])? {
        let [Some(before)] = &version.before[..] else { continue };
        if read(before)?.is_some_and(|before| is_it(&before)) {
            return context.as_of(Point::Commit(&format!("{}^", version.commit)));
        }
    }
    Ok(evening)
}

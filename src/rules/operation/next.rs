//! The year after: the campaign that is over becomes a past one, and the next one takes its place. Everything else stays: rules,
//! people, projects, and what is left to do.

use crate::domain::campaign::{Campaign, PastCampaign};
use crate::domain::day::{Day, Deadline};
use crate::domain::message::Message;
use crate::rules::verdict::{Objection, Rule};
use chrono::Datelike;

use super::becomes_due;

/// The campaign that is to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub started: Day,
    /// When it is due.
    pub deadline: Deadline,
    /// What the one before is called among the past ones; its year, unless something else is wanted.
    pub kept_as: Option<String>,
    /// Whether it is meant although the one before is not over.
    pub is_meant: bool,
}

/// What `campaign` is called among the past ones unless something else is wanted: the year of its deadline.
pub fn usual_key(campaign: &Campaign, today: Day) -> String {
    campaign.deadline_day(today).year().to_string()
}

/// The campaign once `next` has begun.
///
/// # Errors
/// When the one before is not over and that is not meant, a past one has its key already, or the days of the two do not follow
/// one another.
pub fn next(campaign: &Campaign, next: &Next, today: Day) -> Result<Campaign, Objection> {
    let Next { name, started, deadline, kept_as, is_meant } = next;
    let refused = |message: Message| Err(Objection::new(Rule::CampaignRules, message));
    let (over, began) = (campaign.deadline_day(today), campaign.started.unwrap_or(today));
    if !campaign.is_over(today) && !is_meant {
        return refused(Message::new("rule-next-early").with("campaign", campaign.name.as_str()).with("deadline", over));
    }
    let key = kept_as.clone().unwrap_or_else(|| usual_key(campaign, today));
    if let Some(known) = campaign.past.get(&key) {
        return refused(Message::new("rule-next-key").with("key", key).with("campaign", known.name.as_str()));
    }
    let due = deadline.day(*started);
    let overlaps = *started <= over && !is_meant;
    if *started <= began || overlaps || due < *started || due <= over {
        let message = Message::new("rule-next-days").with("started", *started).with("deadline", due);
        return refused(message.with("campaign", campaign.name.as_str()).with("began", began).with("over", over));
    }
    becomes_due(name, due, today)?;
    let mut after = campaign.clone();
    after.past.insert(key, PastCampaign { name: campaign.name.clone(), started: began, deadline: over });
    (after.name, after.started, after.deadline) = (name.clone(), Some(*started), *deadline);
    Ok(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_day;

    fn day(text: &str) -> Day {
        parse_day(text).unwrap()
    }

    fn campaign() -> Campaign {
        Campaign { name: "Un".to_owned(), started: Some(day("2026-11-23")), ..Campaign::default() }
    }

    fn wish(started: &str, deadline: Deadline) -> Next {
        Next { name: "Deux".to_owned(), started: day(started), deadline, kept_as: None, is_meant: false }
    }

    #[test]
    fn the_feast_follows_the_first_day() {
        let after = next(&campaign(), &wish("2026-12-05", Deadline::SainteBarbe), day("2026-12-05")).unwrap();
        assert_eq!(after.deadline_day(day("2026-12-05")), day("2027-12-04"));
        let past = PastCampaign { name: "Un".to_owned(), started: day("2026-11-23"), deadline: day("2026-12-04") };
        assert_eq!(after.past, [("2026".to_owned(), past)].into());
        let Campaign { name, started, deadline, past, .. } = after.clone();
        assert_eq!(after, Campaign { name, started, deadline, past, ..campaign() }, "nothing else changes");
    }

    #[test]
    fn days_that_do_not_follow_one_another_are_refused() {
        let on = |text| Deadline::On(day(text));
        let why = |wish: &Next, today| next(&campaign(), wish, day(today)).map(|_| "").unwrap_or_else(|why| why.message.key());
        let meant = |wish: Next| Next { is_meant: true, ..wish };
        for (wish, today, expected) in [
            (wish("2026-12-04", on("2027-03-01")), "2026-12-04", "rule-next-early"),
            (meant(wish("2026-12-04", on("2027-03-01"))), "2026-12-04", ""),
            (meant(wish("2026-12-04", Deadline::SainteBarbe)), "2026-12-04", "rule-next-days"),
            (meant(wish("2026-11-23", on("2027-03-01"))), "2026-12-01", "rule-next-days"),
            (wish("2027-01-08", on("2027-01-07")), "2026-12-05", "rule-next-days"),
            (wish("2026-12-06", on("2026-12-10")), "2026-12-12", "rule-due-past"),
            (wish("2026-11-30", on("2027-12-04")), "2027-01-08", "rule-next-days"),
            (wish("2027-01-08", on("2027-01-08")), "2026-12-05", ""),
        ] {
            assert_eq!(why(&wish, today), expected, "{wish:?} on {today}");
        }
    }

    #[test]
    fn two_campaigns_of_one_year_need_two_names() {
        let mut twice = campaign();
        let past = PastCampaign { name: "Zéro".to_owned(), started: day("2026-01-10"), deadline: day("2026-03-01") };
        twice.past.insert("2026".to_owned(), past);
        let wish = wish("2026-12-05", Deadline::SainteBarbe);
        let refused = next(&twice, &wish, day("2026-12-05")).unwrap_err();
        assert_eq!(refused.message.key(), "rule-next-key");
        let named = Next { kept_as: Some("2026-hiver".to_owned()), ..wish };
        let kept: Vec<String> = next(&twice, &named, day("2026-12-05")).unwrap().past.into_keys().collect();
        assert_eq!(kept, ["2026", "2026-hiver"]);
    }
}

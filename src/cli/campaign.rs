//! `campaign` and `campaign next`; `progress --past` and `progress --campaign`.

use chrono::Datelike;

use crate::domain::campaign::Campaign;
use crate::domain::day::{Day, Deadline};
use crate::domain::message::Message;
use crate::domain::typed_day::Side;
use crate::render::campaign as page;
use crate::render::data::{self, Grid};
use crate::rules::operation::next::Next;
use crate::usecase::Failure;
use crate::usecase::read::campaign::{self as read, as_of_deadline, past, past_campaign};
use crate::usecase::write::campaign::{check_may, next};

use super::args::{CampaignNext, Format, Output, Progress};
use super::back::reader;
use super::front::Front;
use super::read::unfit;
use super::values;

type Done = Result<(), Failure>;

impl Front<'_> {
    /// `campaign`.
    ///
    /// # Errors
    /// Data that cannot be read; a write that fails.
    pub fn campaign(&self, output: &Output) -> Done {
        let found = read::campaign(self.context)?;
        let is_organiser = self.context.actor.as_ref().is_some_and(|actor| self.context.campaign.is_organiser(actor));
        match output.format.unwrap_or_default() {
            Format::Table => self.page(|pen| page::campaign(pen, self.say, &found, is_organiser))?,
            Format::Json => self.json(&data::campaign(&found))?,
            other => return Err(unfit(other)),
        }
        self.tell(&found.problems)
    }

    /// `campaign next`: shows what goes on and what becomes past, asks, and begins it.
    ///
    /// # Errors
    /// As the operation; a "no"; no name or no deadline, and nobody to ask.
    pub fn next_campaign(&self, args: &CampaignNext) -> Done {
        let (context, campaign) = (self.context, &self.context.campaign);
        check_may(context)?;
        let is_meant = args.write.yes || args.write.dry_run;
        let asks_early = !is_meant && self.ask.can_ask && !campaign.is_over(context.today);
        if !self.quiet {
            let found = read::campaign(context)?;
            self.aside(|pen| page::turn(pen, self.say, &found))?;
        }
        if asks_early {
            let deadline = campaign.deadline_day(context.today);
            self.ask.confirm_loss(&Message::new("ask-next-early").with("deadline", deadline))?;
        }
        let wanted = Next {
            started: args.started.as_deref().map_or(Ok(context.today), |text| self.day_on(Side::Behind, "--started", text))?,
            name: args.name.clone().map_or_else(|| self.next_name(), Ok)?,
            deadline: args.deadline.map_or_else(|| self.next_deadline(), Ok)?,
            kept_as: args.keep_as.as_ref().map(ToString::to_string),
            is_meant: is_meant || asks_early,
        };
        self.act(|context| next(context, &wanted))
    }

    fn next_name(&self) -> Result<String, Failure> {
        let proposed = name_after(&self.context.campaign, self.context.today);
        self.ask.value("ask-name", "--name", Some(&proposed), values::line)
    }

    /// The feast follows the feast; another day is to be said.
    fn next_deadline(&self) -> Result<Deadline, Failure> {
        let feast = (self.context.campaign.deadline == Deadline::SainteBarbe).then_some(Deadline::SAINTE_BARBE);
        match feast {
            Some(_) if !self.ask.can_ask => Ok(Deadline::SainteBarbe),
            proposed => self.ask.value("ask-deadline", "--deadline", proposed, values::deadline),
        }
    }

    /// `progress --past`.
    ///
    /// # Errors
    /// A write that fails.
    pub fn past_campaigns(&self, output: &Output) -> Done {
        let found = past(self.context);
        match output.format.unwrap_or_default() {
            Format::Table => self.page(|pen| page::past(pen, self.say, &found))?,
            Format::Json => self.json(&data::past(&found))?,
            format => {
                let grid: Grid = data::of_past(&found);
                self.grid(format, &grid)?;
            }
        }
        self.tell(&[])
    }

    /// `progress --campaign`: how far the earlier campaign `key` had come on the evening of its deadline.
    ///
    /// # Errors
    /// As [`Front::progress`]; an earlier campaign that there is not, or whose days cannot be read any more.
    pub fn past_progress(&self, key: &str, args: &Progress) -> Done {
        let then = as_of_deadline(self.context, &past_campaign(self.context, key)?)?;
        let say = reader(&then, self.context, self.say, self.quiet, self.console)?;
        let front = Front { context: &then, say: &say, named: self.named.clone(), ..*self };
        front.progress(args)
    }
}

/// What the next campaign may be called: the same, in the year after where its year, or that and the one before, are part of the
/// name.
fn name_after(campaign: &Campaign, today: Day) -> String {
    let year = campaign.deadline_day(today).year();
    let words = campaign.name.split_inclusive(|c: char| !c.is_ascii_digit());
    let next = |word: &str| {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let moved = digits.parse().ok().filter(|it: &i32| digits.len() == 4 && (year - 1..=year).contains(it));
        moved.map_or_else(|| word.to_owned(), |it| format!("{}{}", it + 1, &word[digits.len()..]))
    };
    words.map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::make_day;

    #[test]
    fn the_name_moves_on_by_a_year() {
        let started = make_day(2026, 1, 10);
        let after =
            |name: &str| name_after(&Campaign { name: name.to_owned(), started, ..Campaign::default() }, started.unwrap());
        for (name, next) in [
            ("Hackathon 2026", "Hackathon 2027"),
            ("Saison 2025-2026", "Saison 2026-2027"),
            ("20260 pas, 2019, 2026!", "20260 pas, 2019, 2027!"),
            ("Sainte Barbe", "Sainte Barbe"),
        ] {
            assert_eq!(after(name), next);
        }
    }
}

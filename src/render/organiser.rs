//! `mpa` alone for an organiser: what to look at today, on one screen of 80 by 24.

use crate::domain::message::Message;
use crate::domain::text::shorten;
use crate::rules::attention::Quiet;
use crate::usecase::read::organiser::Rounds;
use crate::usecase::read::remind::{EndingClaim, NeedyProject};
use crate::usecase::read::today::Today;

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};
use super::review::{short_queue, summary};
use super::table::{Column, table_of};
use super::today::{opening, shared};

/// How many of each kind are shown: three kinds, their headings and the lines around them fill 24 rows.
const SHOWN: usize = 3;

/// The page.
pub fn rounds(pen: &mut Pen<'_>, say: &Catalogue, today: &Today, rounds: &Rounds) {
    opening(pen, say, today);
    requests(pen, say, rounds);
    let count = |key, count: usize| say.say(&Message::new(key).with("count", count));
    section(pen, say, &count("rounds-ending", rounds.ending.len()), rounds.ending.len(), |at| {
        let (who, claim) = &rounds.ending[at];
        vec![claim.id.to_string(), claim.title.clone(), who.to_string(), until(say, claim)]
    });
    section(pen, say, &count("rounds-needy", rounds.needy.len()), rounds.needy.len(), |at| {
        let project = &rounds.needy[at];
        vec![project.slug.to_string(), project.title.clone(), why(say, project), String::new()]
    });
    pen.end();
    let own = Message::new("rounds-own").with("mine", today.mine.len()).with("open", today.open.fitting);
    pen.wrapped("", &say.say(&own));
    for message in shared(today) {
        pen.wrapped_styled(Style::Warning, "", &say.say(&message));
    }
}

fn requests(pen: &mut Pen<'_>, say: &Catalogue, rounds: &Rounds) {
    match &rounds.queue {
        Some(queue) if !queue.requests.is_empty() => {
            pen.styled(Style::Strong, &summary(say, queue)).text("  ").styled(Style::Command, "mpa review").end();
            short_queue(pen, say, queue, SHOWN);
            more(pen, say, queue.requests.len());
        }
        _ => {
            pen.styled(Style::Good, &say.word("queue-none")).end();
        }
    }
}

fn section(pen: &mut Pen<'_>, say: &Catalogue, heading: &str, count: usize, cells: impl Fn(usize) -> Vec<String>) {
    pen.end();
    if count == 0 {
        pen.styled(Style::Good, heading).end();
        return;
    }
    pen.styled(Style::Strong, heading).text("  ").styled(Style::Command, "mpa remind").end();
    let flexible = |least| Column::flexible(String::new(), least);
    let columns = [Column::natural(String::new()), flexible(16), flexible(10), Column::natural(String::new())];
    table_of(pen, &columns, 1, count.min(SHOWN), cells);
    more(pen, say, count);
}

fn more(pen: &mut Pen<'_>, say: &Catalogue, count: usize) {
    if count > SHOWN {
        pen.text(&say.say(&Message::new("rounds-more").with("count", count - SHOWN))).end();
    }
}

fn until(say: &Catalogue, claim: &EndingClaim) -> String {
    let key = if claim.until < say.today() { "rounds-ended" } else { "rounds-ends" };
    say.say(&Message::new(key).with("day", say.short_day(claim.until)))
}

/// Why a project needs somebody, in a few words.
fn why(say: &Catalogue, project: &NeedyProject) -> String {
    let quiet = project.quiet.as_ref().map(|Quiet { since, promised, due }| {
        let message = match promised {
            Some(promised) => Message::new("rounds-quiet").with("promised", shorten(promised, 24).into_owned()),
            None => Message::new("rounds-quiet-deadline"),
        };
        say.say(&message.with("since", say.short_day(*since)).with("due", say.short_day(*due)))
    });
    let alone = (!project.has_lead).then(|| say.word("rounds-no-lead"));
    quiet.into_iter().chain(alone).collect::<Vec<_>>().join(", ")
}

//! The campaign: what it reached, what goes on, and those before it.

use crate::domain::campaign::PastCampaign;
use crate::domain::message::Message;
use crate::rules::reached::Reached;
use crate::usecase::read::campaign::{CampaignView, Past};
use crate::usecase::read::progress::countdown;

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};
use super::safe::visible;
use super::table::{Column, table};

/// The campaign: its days, what was reached, what goes on, those before it.
pub fn campaign(pen: &mut Pen<'_>, say: &Catalogue, view: &CampaignView, is_organiser: bool) {
    pen.styled(Style::Strong, &visible(&view.name)).text(" — ");
    pen.styled(Style::Strong, &say.say(&countdown((view.deadline - view.today).num_days()))).end();
    pen.wrapped("", &days(say, view)).end();
    let key = if view.is_over { "campaign-reached-over" } else { "campaign-reached" };
    pen.wrapped("", &say.say(&Message::new(key).with("result", result(&view.reached))));
    goes_on(pen, say, view);
    if !view.past.is_empty() {
        pen.end().styled(Style::Strong, &say.word("heading-past")).end();
        past(pen, say, &view.past);
    }
    if view.is_over && is_organiser {
        pen.end().wrapped("", &say.word("campaign-next-hint"));
    }
}

/// What becomes past and what goes on, said before the next campaign begins.
pub fn turn(pen: &mut Pen<'_>, say: &Catalogue, view: &CampaignView) {
    let full = |day| say.language().full_day(day);
    let becomes = Message::new("campaign-becomes-past")
        .with("campaign", view.name.as_str())
        .with("started", full(view.started.unwrap_or(view.today)))
        .with("deadline", full(view.deadline))
        .with("result", result(&view.reached));
    pen.wrapped("", &say.say(&becomes));
    goes_on(pen, say, view);
}

/// What was reached, in a few words.
pub(super) fn result(reached: &Reached) -> Message {
    let message = Message::new("campaign-result").with("tasks", reached.tasks).with("spent", reached.spent);
    message.with("delivered", reached.delivered)
}

fn days(say: &Catalogue, view: &CampaignView) -> String {
    let full = |day| say.language().full_day(day);
    say.say(&match view.started {
        Some(started) => Message::new("campaign-days").with("started", full(started)).with("deadline", full(view.deadline)),
        None => Message::new("campaign-until").with("deadline", full(view.deadline)),
    })
}

fn goes_on(pen: &mut Pen<'_>, say: &Catalogue, view: &CampaignView) {
    let open = &view.open;
    let tasks =
        Message::new("campaign-tasks-go-on").with("tasks", open.tasks).with("held", open.held).with("drafts", open.drafts);
    pen.wrapped("", &say.say(&tasks));
    let running: Vec<String> = view.running.iter().map(|project| visible(&project.title).into_owned()).collect();
    let projects = Message::new("campaign-projects-go-on").with("count", running.len()).with("projects", running);
    pen.wrapped("", &say.say(&projects));
}

/// Earlier campaigns, a line each, the last first.
pub fn past(pen: &mut Pen<'_>, say: &Catalogue, past: &Past) {
    if past.is_empty() {
        pen.wrapped("", &say.word("past-empty"));
        return;
    }
    let shape = [
        Column::natural(say.word("column-slug")),
        Column::flexible(say.word("column-campaign"), 16),
        Column::natural(say.word("column-started")).goes(1),
        Column::natural(say.word("column-due")),
    ];
    table(pen, &shape, past.len(), |at| {
        let (key, PastCampaign { name, started, deadline }) = &past[at];
        vec![key.clone(), name.clone(), say.language().full_day(*started), say.language().full_day(*deadline)]
    });
}

//! `mpa` alone: what matters today, on one screen of 80 by 24.

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::status::Status;
use crate::usecase::read::today::{Mine, Today};

use super::campaign::result;
use super::catalogue::Catalogue;
use super::marks::Marks;
use super::pen::{Pen, Style};
use super::progress::heading;
use super::safe::visible;
use super::tasks::{Columns, rows};
use super::words::own_state;

/// The campaign, its day and how far it has come: how every page of today begins.
pub fn opening(pen: &mut Pen<'_>, say: &Catalogue, today: &Today) {
    heading(pen, say, &today.progress);
    let total = &today.progress.total;
    let line = Message::new("today-total").with("done", total.done).with("tasks", total.tasks).with("claimed", total.claimed);
    let (done, of) = total.share();
    pen.text(&Marks::default().bar(done, of, 20)).text("  ");
    pen.line(&say.say(&line)).end();
    if let Some(done) = &today.reached {
        pen.wrapped_styled(Style::Strong, "", &say.say(&Message::new("today-over").with("result", result(done))));
        let next = if today.may_begin_next { "campaign-next-hint" } else { "today-over-see" };
        pen.wrapped("", &say.word(next)).end();
    }
    if total.tasks == 0 {
        pen.wrapped("", &say.word("today-no-tasks")).end();
    }
}

/// What matters today, on one screen.
pub fn today(pen: &mut Pen<'_>, say: &Catalogue, today: &Today) {
    opening(pen, say, today);
    match &today.who {
        Some(who) if today.mine.is_empty() => {
            pen.wrapped("", &say.say(&Message::new("today-nothing-held").with("person", who)));
        }
        Some(who) => mine(pen, say, today, who.as_str()),
        None => {
            pen.wrapped("", &say.word("today-who"));
        }
    }
    pen.end();
    if today.open.rows.is_empty() && today.progress.total.tasks > 0 {
        pen.wrapped("", &say.word("today-nothing-open"));
    } else {
        let heading =
            Message::new(if today.who.is_some() { "today-open-for" } else { "today-open" }).with("count", today.open.fitting);
        pen.styled(Style::Strong, &say.say(&heading)).end();
        let why = today.who.is_some();
        rows(pen, say, &today.open.rows, Columns { project: !why, state: false, why, short: true });
        if let Some(first) = today.open.rows.first() {
            pen.wrapped("", &say.say(&Message::new("today-hint").with("id", &first.id)));
        }
    }
    // Once the campaign is over, one's own tasks leave no room on the screen for more.
    let has_room = today.reached.is_none() || today.mine.is_empty();
    if has_room && !today.also.is_empty() {
        pen.end().styled(Style::Strong, &say.word("today-also")).end();
        for it in &today.also {
            pen.link(&format!("{}{}", it.label, say.word("colon")), &it.link);
        }
    }
    let shared = shared(today);
    if !shared.is_empty() {
        pen.end();
    }
    for message in shared {
        pen.wrapped_styled(Style::Warning, "", &say.say(&message));
    }
}

/// What stands between this computer and the others.
pub(super) fn shared(today: &Today) -> Vec<Message> {
    let counted =
        |key, count: Option<usize>| count.filter(|count| *count > 0).map(|count| Message::new(key).with("count", count));
    let unsent = counted("today-unsent", today.unsent.filter(|_| today.unsent_requests.is_none()));
    let requests = counted("today-requests-unsent", today.unsent_requests);
    let heard = today.heard.map(|day| Message::new("today-heard").with("day", day));
    unsent.into_iter().chain(requests).chain(heard).collect()
}

fn mine(pen: &mut Pen<'_>, say: &Catalogue, today: &Today, who: &str) {
    let heading = Message::new("today-mine").with("count", today.mine.len()).with("person", who);
    pen.styled(Style::Strong, &say.say(&heading)).end();
    for it in &today.mine {
        pen.hanging(&format!("{}  ", it.row.id), &visible(&it.row.title));
        let below = " ".repeat(it.row.id.as_str().len() + 2);
        let (style, stands) = stands(say, it, today);
        pen.wrapped_styled(style, &below, &stands);
        for message in sent_back(it).into_iter().chain(next(it, today)) {
            pen.wrapped(&below, &say.say(&message));
        }
    }
}

/// What is left of days and time.
fn stands(say: &Catalogue, it: &Mine, today: &Today) -> (Style, String) {
    let left = |until: Day| Message::new("mine-until").with("until", until).with("days", (until - today.open.today).num_days());
    let (style, state) = match until(it) {
        Some(until) if until <= today.ends_soon => (Style::Warning, say.say(&left(until))),
        Some(until) => (Style::Plain, say.say(&left(until))),
        None if it.row.expired => (Style::Warning, ended(say, it)),
        None => (Style::Plain, own_state(say, &it.row)),
    };
    let budget = say.language().budget(it.row.budget);
    let time = match it.spent.get() {
        0 => Message::new("mine-no-time").with("budget", budget),
        _ => Message::new("mine-time").with("spent", say.language().time(it.spent)).with("budget", budget),
    };
    (style, format!("{state} · {}", say.say(&time)))
}

fn ended(say: &Catalogue, it: &Mine) -> String {
    let until = it.row.holder.as_ref().map(|(_, until)| *until);
    until.map_or_else(String::new, |until| say.say(&Message::new("mine-ended").with("until", until)))
}

/// The day until which it is the person's, where it is.
fn until(it: &Mine) -> Option<Day> {
    let held = it.row.status == Status::Claimed && it.row.pending.is_empty();
    it.row.holder.as_ref().filter(|_| held).map(|(_, until)| *until)
}

fn sent_back(it: &Mine) -> Option<Message> {
    let back = it.sent_back.as_ref()?;
    Some(Message::new("mine-sent-back").with("person", &back.by).with("reason", back.reason.as_str()))
}

/// The commands that can be typed now, whichever helps most first.
fn next(it: &Mine, today: &Today) -> Option<Message> {
    let is_waiting = !it.row.pending.is_empty();
    let key = match (until(it), it.renewable) {
        _ if is_waiting => return None,
        (Some(until), _) if until > today.ends_soon => "mine-next",
        (Some(_), Some(_)) => "mine-next-soon",
        (Some(_), None) => "mine-next-last",
        (None, Some(_)) if it.row.expired => "mine-next-ended",
        (None, None) if it.row.expired => "mine-next-over",
        (None, _) => return None,
    };
    Some(Message::new(key).with("id", &it.row.id))
}

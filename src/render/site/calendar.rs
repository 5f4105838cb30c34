//! What is due, for people's calendars: RFC 5545, days without hours.

use icalendar::{Calendar, Component, Event, EventLike};

use crate::domain::address::Email;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::render::safe::visible_line;

use super::frame::View;
use super::links::Target;

/// The calendar of `project`, or of the campaign: its deadline, the deliverables that are not delivered, the tasks that are not
/// over.
pub fn calendar(view: &View<'_>, project: Option<&Slug>) -> String {
    let (site, say) = (view.site, view.say);
    let is_wanted = |slug: &Slug| project.is_none_or(|project| project == slug);
    let realm = realm(view);
    let name = project.map_or(site.campaign.name.as_str(), |slug| site.project_title(slug));
    let mut calendar = Calendar::empty();
    // Written by hand: the crate's own would stand beside it, and there may be one only.
    for property in [("VERSION", "2.0"), ("PRODID", "-//mpa//mpa//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    calendar.name(&visible_line(name));
    let named = |key: &'static str, title: &str| say.say(&Message::new(key).with("title", title.to_owned()));
    if project.is_none() {
        let summary = visible_line(&site.campaign.name).into_owned();
        calendar.push(event(("deadline", &realm), site.campaign.started.unwrap_or(site.today), site.deadline, &summary, ""));
    }
    for project in site.projects.values().filter(|it| is_wanted(&it.slug)) {
        for it in project.deliverables.iter().filter(|it| it.delivered.is_none()) {
            let uid = format!("{}.{}", project.slug, it.slug);
            let due = site.campaign.due_of_deliverable(it, site.today);
            calendar.push(event(
                (&uid, &realm),
                site.campaign.started.unwrap_or(due),
                due,
                &named("site-calendar-deliverable", &it.title),
                &project.title,
            ));
        }
    }
    for it in site.tasks.iter().filter(|it| !it.task.is_over() && is_wanted(&it.task.project)) {
        let text = it.task.done_when.as_deref().unwrap_or_default();
        let mut event =
            event((it.task.id.as_str(), &realm), it.task.created, it.row.due, &named("site-calendar-task", &it.task.title), text);
        if let Some(address) = view.publication.absolute(&Target::Task(&it.task.id).path(say.language())) {
            event.url(&address);
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

/// What belongs to this campaign alone in a calendar that holds several: the association's part of its mailbox, and the first day.
fn realm(view: &View<'_>) -> String {
    let contact = view.site.campaign.contact.as_deref().and_then(Email::new);
    let domain = contact.as_ref().and_then(|email| Some(email.as_str().rsplit_once('@')?.1.to_owned()));
    let started = view.site.campaign.started.map(|day| day.format("%Y%m%d.").to_string()).unwrap_or_default();
    format!("{started}{}", domain.unwrap_or_else(|| "mpa".to_owned()))
}

/// What is due on `due`, known since `since`: the same every time it is written.
fn event((uid, realm): (&str, &str), since: Day, due: Day, summary: &str, text: &str) -> Event {
    let mut event = Event::new();
    event.uid(&format!("{uid}@{realm}")).timestamp(since.and_time(chrono::NaiveTime::MIN).and_utc()).starts(due).summary(summary);
    if !text.is_empty() {
        event.description(&visible_line(text));
    }
    event.done()
}

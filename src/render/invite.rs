//! An invitation to take one task, for somebody who never heard of it: what, how long, what for, and how.

use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::shell::command;
use crate::usecase::read::show::TaskView;

use super::catalogue::Catalogue;
use super::mail::{Body, Line, Sender, header, short, sign, when, written};
use super::safe::visible_line;
use super::words::place;

/// Subject and text of an invitation to take the task of `view`.
pub fn invitation(say: &Catalogue, from: Sender<'_>, who: Option<&Handle>, view: &TaskView) -> (String, Vec<Line>) {
    let task = &view.task;
    let (name, title) = (from.campaign.name.as_str(), task.title.as_str());
    let mut body = Body::default();
    body.line(match who {
        Some(who) => say.say(&Message::new("remind-hello").with("person", who)),
        None => say.word("invite-hello"),
    });
    body.gap().line(say.say(&Message::new("invite-task").with("campaign", name).with("task", title).with("id", &task.id)));
    let is_late = view.row.due < view.today;
    let facts = Message::new(if is_late { "invite-facts-late" } else { "invite-facts" })
        .with("budget", task.budget)
        .with("place", place(say, &task.place))
        .with("due", written(say, view.row.due));
    let facts = if is_late { facts } else { facts.with("when", when(view.row.due, view.today)) };
    body.gap().line(say.say(&facts));
    if !task.skills.is_empty() {
        body.line(say.say(&Message::new("invite-skills").with("skills", task.skills.clone())));
    }
    why(&mut body, say, view);
    if let Some(done_when) = &task.done_when {
        body.line(say.say(&Message::new("invite-done-when").with("condition", done_when.as_str())));
    }
    if !task.resources.is_empty() {
        body.gap().line(say.word("invite-resources"));
        for it in &task.resources {
            let link = Message::new("invite-resource").with("label", it.label.as_str()).with("link", it.link.as_str());
            body.inner(say.say(&link));
        }
    }
    how(&mut body, say, from, view);
    sign(&mut body, say, from.campaign);
    let subject = Message::new("invite-subject").with("budget", task.budget).with("campaign", name).with("task", short(title));
    (header(&say.say(&subject)), body.0)
}

/// What the task is good for.
fn why(body: &mut Body, say: &Catalogue, view: &TaskView) {
    let Some(project) = &view.project else { return };
    let promised = view.task.deliverable.as_ref().and_then(|slug| project.deliverable(slug));
    let title = project.title.as_str();
    body.line(match promised {
        Some(promised) => {
            say.say(&Message::new("invite-why").with("deliverable", promised.title.as_str()).with("project", title))
        }
        None => say.say(&Message::new("invite-why-project").with("project", title)),
    });
    if let Some(summary) = &project.summary {
        body.line(visible_line(summary.trim()).into_owned());
    }
}

/// How to take it: without anything, or with git.
fn how(body: &mut Body, say: &Catalogue, from: Sender<'_>, view: &TaskView) {
    let id = &view.task.id;
    body.gap().line(match &view.contact {
        Some(contact) => say.say(&Message::new("invite-write").with("contact", contact.as_str()).with("id", id)),
        None => say.say(&Message::new("invite-answer").with("id", id)),
    });
    body.gap().line(say.word("invite-git"));
    for line in from.address.into_iter().flat_map(|address| starts(say, address, from.published)) {
        body.inner(line);
    }
    body.inner(say.say(&Message::new("invite-read").with("id", id)));
    body.inner(say.say(&Message::new("invite-claim").with("id", id).with("until", view.would_be_until)));
    if let Some(push) = from.push {
        body.inner(say.say(&Message::new("invite-push").with("command", push)));
    }
}

/// How to begin with the campaign at `address`: installed, and, where the program is in a public index as `published`, without.
fn starts(say: &Catalogue, address: &str, published: Option<&str>) -> Vec<String> {
    let with = |key, command: String| say.say(&Message::new(key).with("command", command));
    let installed = with("invite-start", command("mpa start {}", &[address]));
    let fetched = published.map(|name| with("invite-start-fetched", command("uvx --from {} mpa start {}", &[name, address])));
    [installed].into_iter().chain(fetched).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_day;
    use crate::render::Language;

    #[test]
    fn what_is_published_is_started_without_installing_it() {
        let say = Catalogue::new(Language::English, parse_day("2026-11-24").unwrap());
        let address = "https://example.org/mpa.git";
        // Commands are not broken between lines: their spaces stand apart until the mail is laid out.
        let starts = |published| starts(&say, address, published).join("\n").replace('\u{e000}', " ");
        assert_eq!(starts(None), "The first time: mpa start https://example.org/mpa.git");
        assert!(starts(Some("mpa-benevoles")).ends_with(": uvx --from mpa-benevoles mpa start https://example.org/mpa.git"));
    }
}

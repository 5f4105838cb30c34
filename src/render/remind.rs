//! Reminders as texts: what ends, what waits, and what to type or to answer.

use crate::domain::campaign::Campaign;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::rules::attention::Quiet;
use crate::usecase::read::remind::{EndingClaim, Letter, NeedyProject, WaitingTask};
use crate::usecase::review::queue::Waiting;

use super::catalogue::Catalogue;
use super::mail::{Body, Line, Sender, header, short, sign, when, written};
use super::review::brief;

/// The most tasks that one letter names.
const TASKS_MAX: usize = 5;

/// Subject and text of a reminder to `who`.
pub fn reminder(say: &Catalogue, from: Sender<'_>, who: Option<&Handle>, letter: &Letter) -> (String, Vec<Line>) {
    let mut body = Body::default();
    body.line(match who {
        Some(who) => say.say(&Message::new("remind-hello").with("person", who)),
        None => say.word("remind-hello-team"),
    });
    letter.claims.iter().for_each(|claim| of_claim(&mut body, say, claim));
    if letter.claims.iter().any(|claim| !claim.is_recorded) {
        if let Some(push) = from.push {
            body.gap().line(say.say(&Message::new("remind-push").with("command", push)));
        }
        body.gap().line(say.word("remind-no-git"));
    }
    of_tasks(&mut body, say, &letter.tasks);
    letter.projects.iter().for_each(|project| of_project(&mut body, say, project));
    of_requests(&mut body, say, &letter.requests);
    sign(&mut body, say, from.campaign);
    (subject(say, from.campaign, letter), body.0)
}

fn subject(say: &Catalogue, campaign: &Campaign, letter: &Letter) -> String {
    let of_all = |key, count: usize| Message::new(key).with("campaign", campaign.name.as_str()).with("count", count);
    let message = match (&letter.claims[..], &letter.tasks[..]) {
        ([claim], _) if claim.until < say.today() => Message::new("remind-subject-ended").with("task", short(&claim.title)),
        ([claim], _) => Message::new("remind-subject-ending").with("task", short(&claim.title)).with("until", claim.until),
        ([_, ..], _) => of_all("remind-subject-claims", letter.claims.len()),
        ([], [_, ..]) => of_all("remind-subject-tasks", letter.tasks.len()),
        ([], []) if letter.projects.is_empty() => of_all("remind-subject-requests", letter.requests.len()),
        ([], []) => of_all("remind-subject-projects", letter.projects.len()),
    };
    header(&say.say(&message))
}

fn of_claim(body: &mut Body, say: &Catalogue, claim: &EndingClaim) {
    let days = (claim.until - say.today()).num_days();
    let key = if days < 0 { "remind-claim-ended" } else { "remind-claim-ending" };
    let about = Message::new(key)
        .with("task", claim.title.as_str())
        .with("id", &claim.id)
        .with("project", claim.project.as_str())
        .with("budget", claim.budget)
        .with("until", written(say, claim.until))
        .with("when", when(claim.until, say.today()));
    body.gap().line(say.say(&about));
    if claim.spent.get() > 0 {
        body.line(say.say(&Message::new("remind-spent").with("spent", claim.spent)));
    }
    if claim.is_recorded {
        body.line(say.word("remind-answer"));
        return;
    }
    body.inner(say.say(&Message::new("remind-close").with("id", &claim.id)));
    if let Some(until) = claim.renewable {
        body.inner(say.say(&Message::new("remind-renew").with("id", &claim.id).with("until", until)));
    }
    body.inner(say.say(&Message::new("remind-release").with("id", &claim.id)));
}

fn of_tasks(body: &mut Body, say: &Catalogue, tasks: &[WaitingTask]) {
    let Some(first) = tasks.first() else { return };
    body.gap().line(say.say(&Message::new("remind-tasks").with("count", tasks.len())));
    for task in tasks.iter().take(TASKS_MAX) {
        let about = Message::new("remind-task")
            .with("task", task.row.title.as_str())
            .with("id", &task.row.id)
            .with("project", task.project.as_str())
            .with("budget", task.row.budget)
            .with("due", written(say, task.row.due))
            .with("when", when(task.row.due, say.today()))
            .with("since", task.since);
        body.inner(say.say(&about));
    }
    if tasks.len() > TASKS_MAX {
        body.inner(say.say(&Message::new("remind-tasks-more").with("count", tasks.len() - TASKS_MAX)));
    }
    body.line(say.say(&Message::new("remind-invite").with("id", &first.row.id)));
}

fn of_requests(body: &mut Body, say: &Catalogue, requests: &[Waiting]) {
    if requests.is_empty() {
        return;
    }
    body.gap().line(say.say(&Message::new("remind-requests").with("count", requests.len())));
    for request in requests.iter().take(TASKS_MAX) {
        body.inner(format!("{}{}{}", request.review.target.name(), say.word("colon"), brief(say, request)));
    }
    if requests.len() > TASKS_MAX {
        body.inner(say.say(&Message::new("rounds-more").with("count", requests.len() - TASKS_MAX)));
    }
    body.line(say.word("remind-review"));
}

fn of_project(body: &mut Body, say: &Catalogue, project: &NeedyProject) {
    let title = project.title.as_str();
    body.gap();
    if let Some(Quiet { since, promised, due }) = &project.quiet {
        let promised = match promised {
            Some(promised) => Message::new("remind-promised").with("deliverable", promised.as_str()),
            None => Message::new("remind-promised-nothing"),
        };
        let about = Message::new("remind-project-quiet")
            .with("project", title)
            .with("since", *since)
            .with("promised", promised)
            .with("due", written(say, *due))
            .with("when", when(*due, say.today()))
            .with("left", project.left);
        body.line(say.say(&about));
    }
    if !project.has_lead {
        let about = Message::new("remind-project-no-lead").with("project", title).with("left", project.left);
        body.line(say.say(&about.with("slug", &project.slug)));
    }
}

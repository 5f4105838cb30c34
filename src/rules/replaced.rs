//! One handle replaced by another everywhere it is a name: what `forget` makes of each value, and how a review tells a
//! request that forgets somebody from one that rewrites records.
//!
//! Names are the keys of claims and what stands in `by`, `recorded-by`, `leads` and `organisers`. Free texts that speak
//! of the person stay as their authors wrote them.

use std::collections::BTreeMap;

use crate::domain::campaign::Campaign;
use crate::domain::claim::{Cancellation, Claim, Closing, Reopening};
use crate::domain::document::Document;
use crate::domain::name::Handle;
use crate::domain::project::{Deliverable, Delivery, Project};
use crate::domain::task::Task;

/// `document` with `to` wherever it names `from`: themes and people files name nobody.
pub fn replaced(document: &Document, from: &Handle, to: &Handle) -> Document {
    match document {
        Document::Campaign(campaign) => replaced_in_campaign(campaign, from, to).into(),
        Document::Project(project) => replaced_in_project(project, from, to).into(),
        Document::Task(task) => replaced_in_task(task, from, to).into(),
        Document::Theme(_) | Document::Person(_) => document.clone(),
    }
}

/// `task` with `to` wherever it names `from`.
pub fn replaced_in_task(task: &Task, from: &Handle, to: &Handle) -> Task {
    let swap = Swap { from, to };
    let Task {
        id,
        project,
        title,
        draft,
        budget,
        done_when,
        created,
        deliverable,
        skills,
        place,
        due,
        after,
        contact,
        description,
        resources,
        sent_back,
        reopened,
        claims,
        done,
        cancelled,
        extra,
    } = task.clone();
    let claims = claims.iter().map(|(who, claim)| (swap.handle(who), swap.claim(claim))).collect();
    let (sent_back, reopened) = (sent_back.map(|it| swap.reopening(&it)), reopened.map(|it| swap.reopening(&it)));
    let (done, cancelled) = (done.map(|it| swap.closing(&it)), cancelled.map(|it| swap.cancellation(&it)));
    let extra = swap.below_claims(&extra);
    Task {
        id,
        project,
        title,
        draft,
        budget,
        done_when,
        created,
        deliverable,
        skills,
        place,
        due,
        after,
        contact,
        description,
        resources,
        sent_back,
        reopened,
        claims,
        done,
        cancelled,
        extra,
    }
}

/// `project` with `to` wherever it names `from`.
pub fn replaced_in_project(project: &Project, from: &Handle, to: &Handle) -> Project {
    let swap = Swap { from, to };
    let Project { slug, title, theme, idea, summary, leads, contact, needs, ended, poll, deliverables, extra } = project.clone();
    let leads = leads.iter().map(|it| swap.handle(it)).collect();
    let deliverables = deliverables.iter().map(|it| swap.deliverable(it)).collect();
    Project { slug, title, theme, idea, summary, leads, contact, needs, ended, poll, deliverables, extra }
}

/// `campaign` with `to` wherever it names `from`.
pub fn replaced_in_campaign(campaign: &Campaign, from: &Handle, to: &Handle) -> Campaign {
    let swap = Swap { from, to };
    let Campaign { name, language, timezone, started, deadline, organisers, contact, also, claims, tasks, workflow, past, extra } =
        campaign.clone();
    let organisers = organisers.iter().map(|it| swap.handle(it)).collect();
    Campaign { name, language, timezone, started, deadline, organisers, contact, also, claims, tasks, workflow, past, extra }
}

#[derive(Clone, Copy)]
struct Swap<'a> {
    from: &'a Handle,
    to: &'a Handle,
}

impl Swap<'_> {
    fn handle(self, handle: &Handle) -> Handle {
        if handle == self.from { self.to.clone() } else { handle.clone() }
    }

    fn maybe(self, handle: Option<&Handle>) -> Option<Handle> {
        handle.map(|handle| self.handle(handle))
    }

    fn claim(self, claim: &Claim) -> Claim {
        let Claim { span, recorded_by, renewed, spent, released, handover } = claim.clone();
        Claim { span, recorded_by: self.maybe(recorded_by.as_ref()), renewed, spent, released, handover }
    }

    fn closing(self, closing: &Closing) -> Closing {
        let Closing { by, at, evidence, note, recorded_by } = closing.clone();
        Closing { by: self.handle(&by), at, evidence, note, recorded_by: self.maybe(recorded_by.as_ref()) }
    }

    fn cancellation(self, cancellation: &Cancellation) -> Cancellation {
        let Cancellation { by, at, reason } = cancellation.clone();
        Cancellation { by: self.handle(&by), at, reason }
    }

    fn reopening(self, again: &Reopening) -> Reopening {
        let Reopening { by, at, reason, done, cancelled } = again.clone();
        let (done, cancelled) = (done.map(|it| self.closing(&it)), cancelled.map(|it| self.cancellation(&it)));
        Reopening { by: self.handle(&by), at, reason, done, cancelled }
    }

    fn deliverable(self, deliverable: &Deliverable) -> Deliverable {
        let Deliverable { slug, title, due, first, delivered } = deliverable.clone();
        let delivered = delivered.map(|Delivery { by, at, evidence }| Delivery { by: self.handle(&by), at, evidence });
        Deliverable { slug, title, due, first, delivered }
    }

    /// The unknown keys, those of the person's record under its new name.
    fn below_claims(self, extra: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        let own = format!("claims.{}.", self.from);
        let renamed = |key: &String| match key.strip_prefix(&own) {
            Some(rest) => format!("claims.{}.{rest}", self.to),
            None => key.clone(),
        };
        extra.iter().map(|(key, text)| (renamed(key), text.clone())).collect()
    }
}

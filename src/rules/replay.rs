//! Carrying a change over to another version of the same thing: what somebody changed between two versions is done again
//! on a third, where others went on in the meantime.
//!
//! Field by field and record by record, never by the lines of a text: a merge of texts can be silent and mean nonsense.
//! Whether the result may be is for [`super::judge()`] to say.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::budget::Minutes;
use crate::domain::campaign::Campaign;
use crate::domain::claim::{Claim, Reopening};
use crate::domain::day::Day;
use crate::domain::document::Document;
use crate::domain::name::Handle;
use crate::domain::person::Person;
use crate::domain::project::{Deliverable, Project, Theme};
use crate::domain::task::Task;

use super::change::redaction::{redacted_anywhere, redactions};

/// The time of each day.
type Times = BTreeMap<Day, Minutes>;

/// The three versions of one value.
struct Three<'a, T> {
    origin: &'a T,
    wished: &'a T,
    onto: &'a T,
}

impl<T: PartialEq + Clone> Three<'_, T> {
    /// The wish where there was one, else what the others made of it. Two different wishes: the one carried over wins,
    /// and the judge sees what it replaces.
    fn pick(&self) -> T {
        if self.wished == self.origin { self.onto.clone() } else { self.wished.clone() }
    }
}

/// A `$Kind` of which these fields are carried over one by one, and the others are as said. None can be left out.
macro_rules! carried {
    ($Kind:ident($origin:ident, $wished:ident, $onto:ident): $($field:ident)*; $($own:ident: $value:expr,)*) => {
        $Kind {
            $($field: Three { origin: &$origin.$field, wished: &$wished.$field, onto: &$onto.$field }.pick(),)*
            $($own: $value,)*
        }
    };
}

/// What changed from `origin` to `wished`, done again on `onto`.
pub fn document(origin: &Document, wished: &Document, onto: &Document) -> Document {
    match (origin, wished, onto) {
        (Document::Campaign(a), Document::Campaign(b), Document::Campaign(c)) => campaign(a, b, c).into(),
        (Document::Theme(a), Document::Theme(b), Document::Theme(c)) => theme(a, b, c).into(),
        (Document::Project(a), Document::Project(b), Document::Project(c)) => project(a, b, c).into(),
        (Document::Task(a), Document::Task(b), Document::Task(c)) => task(a, b, c).into(),
        (Document::Person(a), Document::Person(b), Document::Person(c)) => person(a, b, c).into(),
        _ => wished.clone(), // one file is always of one kind
    }
}

/// What changed from `origin` to `wished`, done again on the task `onto`.
pub fn task(origin: &Task, wished: &Task, onto: &Task) -> Task {
    let taken_out = [redactions(origin, wished), redactions(origin, onto)].concat();
    if taken_out.is_empty() {
        return carried(origin, wished, onto);
    }
    // A text that was redacted on either side is so everywhere before the rest is looked at.
    let [origin, wished, onto] = [origin, wished, onto].map(|task| redacted_anywhere(task, &taken_out));
    carried(&origin, &wished, &onto)
}

fn carried(origin: &Task, wished: &Task, onto: &Task) -> Task {
    let mut after = carried!(Task(origin, wished, onto):
        project title draft budget done_when created deliverable skills place due after contact description resources
        sent_back reopened done cancelled;
        id: onto.id.clone(),
        claims: onto.claims.clone(),
        extra: pairs(&origin.extra, &wished.extra, &onto.extra),
    );
    let ended_already = |again: &Option<Reopening>| again.as_ref().is_some_and(|again| again.done == wished.done);
    if onto.done.is_none() && wished.done.is_some() && (ended_already(&onto.sent_back) || ended_already(&onto.reopened)) {
        after.done = None; // closed, which is there already, and to be done again since
    }
    for who in &who_changed(origin, wished) {
        let (old, new, there) = (origin.claim_of(who), wished.claim_of(who), onto.claim_of(who));
        let result = match (old, new, there) {
            (Some(old), Some(new), Some(there)) => Some(record(old, new, there)),
            (None, Some(new), Some(there)) if new.since() == there.since() => Some(begun_there(new, there)),
            (_, new, _) => new.cloned(),
        };
        put(&mut after, who, result, there);
    }
    after
}

/// The people whose record differs, in the order of `wished`; erased ones first.
fn who_changed(origin: &Task, wished: &Task) -> Vec<Handle> {
    let erased = origin.claims.iter().map(|(who, _)| who).filter(|who| wished.claim_of(who).is_none());
    let changed = wished.claims.iter().filter(|(who, claim)| origin.claim_of(who) != Some(claim)).map(|(who, _)| who);
    erased.chain(changed).cloned().collect()
}

/// Puts a record where it belongs: at the end when it begins or is prolonged, else in its place.
fn put(task: &mut Task, who: &Handle, record: Option<Claim>, there: Option<&Claim>) {
    let Some(record) = record else {
        task.claims.retain(|(holder, _)| holder != who);
        return;
    };
    let goes_on = there.is_some_and(|there| record.goes_on_from(there));
    match task.claim_of_mut(who) {
        Some(claim) if goes_on => *claim = record,
        _ => task.put_claim_last(who.clone(), record),
    }
}

/// One person's record. Where it began anew, or was given back and taken again by others' hands, the wish stands whole.
fn record(origin: &Claim, wished: &Claim, onto: &Claim) -> Claim {
    if origin == onto || wished == onto {
        return wished.clone();
    }
    if origin.since() != wished.since() && wished.since() == onto.since() {
        return begun_there(wished, onto); // taken again, which is there already
    }
    let span = |claim: &Claim| (claim.span, claim.renewed);
    let (span, renewed) = span(if span(wished) == span(origin) { onto } else { wished });
    carried!(Claim(origin, wished, onto): recorded_by released handover;
        span: span,
        renewed: renewed,
        spent: times(&origin.spent, &wished.spent, &onto.spent),
    )
}

/// A record that is there already, with whatever else was done to it here or there since. Nothing tells how much of the time
/// is the same: what both know of a day is counted once.
fn begun_there(wished: &Claim, onto: &Claim) -> Claim {
    let Claim { span, recorded_by, renewed, .. } = if wished.renewed > onto.renewed { wished } else { onto };
    let days = wished.spent.iter().chain(&onto.spent);
    let spent = days.fold(Times::new(), |mut all, (day, time)| {
        let known = all.entry(*day).or_insert(*time);
        *known = (*known).max(*time);
        all
    });
    Claim {
        span: *span,
        recorded_by: recorded_by.clone(),
        renewed: *renewed,
        spent,
        released: onto.released.or(wished.released),
        handover: onto.handover.clone().or_else(|| wished.handover.clone()),
    }
}

/// Day by day: what was noted here comes on top of what was noted elsewhere, and a correction takes off what it took off
/// here.
fn times(origin: &Times, wished: &Times, onto: &Times) -> Times {
    let on = |times: &Times, day: &Day| times.get(day).copied().unwrap_or(Minutes::ZERO);
    let days: BTreeSet<&Day> = origin.keys().chain(wished.keys()).chain(onto.keys()).collect();
    let sum = |day: &Day| {
        let (before, mine, theirs) = (on(origin, day), on(wished, day), on(onto, day));
        if mine == theirs { mine } else { (theirs + mine).saturating_sub(before) }
    };
    days.into_iter().map(|day| (*day, sum(day))).filter(|(_, time)| *time > Minutes::ZERO).collect()
}

/// Entry by entry.
fn pairs<K: Ord + Clone, V: PartialEq + Clone>(
    origin: &BTreeMap<K, V>,
    wished: &BTreeMap<K, V>,
    onto: &BTreeMap<K, V>,
) -> BTreeMap<K, V> {
    let keys: BTreeSet<&K> = origin.keys().chain(wished.keys()).chain(onto.keys()).collect();
    let entry = |key: &K| Three { origin: &origin.get(key), wished: &wished.get(key), onto: &onto.get(key) }.pick().cloned();
    keys.into_iter().filter_map(|key| Some((key.clone(), entry(key)?))).collect()
}

/// What changed from `origin` to `wished`, done again on the project `onto`.
pub fn project(origin: &Project, wished: &Project, onto: &Project) -> Project {
    let slugs = onto.deliverables.iter().chain(&wished.deliverables).map(|it| &it.slug);
    let mut seen = BTreeSet::new();
    let kept = slugs.filter(|slug| seen.insert(*slug)).filter_map(|slug| {
        let of = |project: &Project| project.deliverable(slug).cloned();
        match (of(origin), of(wished), of(onto)) {
            (Some(old), Some(new), Some(there)) => Some(deliverable(&old, &new, &there)),
            (old, new, there) => Three { origin: &old, wished: &new, onto: &there }.pick(),
        }
    });
    carried!(Project(origin, wished, onto): title theme idea summary leads contact needs ended poll;
        slug: onto.slug.clone(),
        deliverables: kept.collect(),
        extra: pairs(&origin.extra, &wished.extra, &onto.extra),
    )
}

fn deliverable(origin: &Deliverable, wished: &Deliverable, onto: &Deliverable) -> Deliverable {
    carried!(Deliverable(origin, wished, onto): title due first delivered; slug: onto.slug.clone(),)
}

/// What changed from `origin` to `wished`, done again on the theme `onto`.
pub fn theme(origin: &Theme, wished: &Theme, onto: &Theme) -> Theme {
    carried!(Theme(origin, wished, onto): title question ideas;
        slug: onto.slug.clone(),
        extra: pairs(&origin.extra, &wished.extra, &onto.extra),
    )
}

/// What changed from `origin` to `wished`, done again on the person `onto`.
pub fn person(origin: &Person, wished: &Person, onto: &Person) -> Person {
    carried!(Person(origin, wished, onto): forge keys skills promotion;
        handle: onto.handle.clone(),
        joined: pairs(&origin.joined, &wished.joined, &onto.joined),
        extra: pairs(&origin.extra, &wished.extra, &onto.extra),
    )
}

/// What changed from `origin` to `wished`, done again on the campaign `onto`.
pub fn campaign(origin: &Campaign, wished: &Campaign, onto: &Campaign) -> Campaign {
    carried!(Campaign(origin, wished, onto):
        name language timezone started deadline organisers contact also claims tasks workflow;
        past: pairs(&origin.past, &wished.past, &onto.past),
        extra: pairs(&origin.extra, &wished.extra, &onto.extra),
    )
}

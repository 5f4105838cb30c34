//! Editing the records of a task: claims, closings, cancellations, reopenings.
//!
//! A claim that is taken, taken again or prolonged moves to the end of the file, with `until` as its last key: two such
//! changes then meet on the same lines, and git reports a conflict instead of merging two holders.

use toml_edit::{DocumentMut, Item, Table};

use crate::domain::claim::{Cancellation, Claim, Closing, Reopening};
use crate::domain::name::Handle;
use crate::domain::task::Task;

use super::document::{Ends, dotted, header, is_header, move_last, put_last, set, table};
use super::edit::{day, text};

pub(super) const CLAIM_ORDER: [&str; 7] = ["since", "recorded-by", "renewed", "spent", "released", "handover", "until"];
pub(super) const ENDING_ORDER: [&str; 6] = ["by", "at", "reason", "evidence", "note", "recorded-by"];

/// Writes what differs between the records of two versions of a task.
pub(super) fn records(document: &mut DocumentMut, before: Option<&Task>, after: &Task) {
    reopened(document, "sent-back", before, before.and_then(|it| it.sent_back.as_ref()), after.sent_back.as_ref());
    reopened(document, "reopened", before, before.and_then(|it| it.reopened.as_ref()), after.reopened.as_ref());
    for (who, _) in before.map_or(&[][..], |before| &before.claims) {
        if after.claim_of(who).is_none() {
            table(document.as_table_mut(), "claims").remove(who.as_str());
        }
    }
    let mut ends = Ends::default();
    for (who, wanted) in &after.claims {
        let known = before.and_then(|before| before.claim_of(who));
        if known != Some(wanted) {
            claim((document, &mut ends), who, known, wanted);
        }
    }
    let root = document.as_table_mut();
    if root.get("claims").and_then(Item::as_table).is_some_and(Table::is_empty) {
        root.remove("claims");
    }
    closed(document, before.and_then(|it| it.done.as_ref()), after.done.as_ref());
    cancelled(document, before.and_then(|it| it.cancelled.as_ref()), after.cancelled.as_ref());
}

fn claim((document, ends): (&mut DocumentMut, &mut Ends), who: &Handle, before: Option<&Claim>, after: &Claim) {
    let differs = |same: fn(&Claim, &Claim) -> bool| !before.is_some_and(|before| same(before, after));
    let is_taken_or_prolonged = differs(|before, after| after.goes_on_from(before));
    let end = is_taken_or_prolonged.then(|| ends.take(document));
    let all = table(document.as_table_mut(), "claims");
    let own = match all.get(who.as_str()).is_some_and(is_header) || is_taken_or_prolonged {
        true => header(all, who.as_str()),
        false => dotted(all, &[], who.as_str()),
    };
    own.set_implicit(false);
    if differs(|a, b| a.since() == b.since()) {
        set(own, &CLAIM_ORDER, "since", Some(day(after.since())));
    }
    if before.and_then(|it| it.recorded_by.as_ref()) != after.recorded_by.as_ref() {
        set(own, &CLAIM_ORDER, "recorded-by", text(after.recorded_by.as_ref().map(|handle| handle.as_str())));
    }
    if before.map_or(0, |it| it.renewed) != after.renewed {
        set(own, &CLAIM_ORDER, "renewed", (after.renewed > 0).then(|| i64::from(after.renewed).into()));
    }
    if before.map(|it| &it.spent) != Some(&after.spent) {
        spent(own, before, after);
    }
    if before.and_then(|it| it.released) != after.released {
        set(own, &CLAIM_ORDER, "released", after.released.map(day));
    }
    if before.and_then(|it| it.handover.as_ref()) != after.handover.as_ref() {
        set(own, &CLAIM_ORDER, "handover", text(after.handover.as_deref()));
    }
    if differs(|a, b| a.until() == b.until()) {
        set(own, &CLAIM_ORDER, "until", Some(day(after.until())));
    }
    let below: Vec<String> = own.iter().filter(|(_, item)| is_header(item)).map(|(key, _)| key.to_owned()).collect();
    for key in below {
        dotted(own, &CLAIM_ORDER, &key);
    }
    move_last(own, "until");
    if let Some(end) = end {
        put_last(all, who.as_str(), end);
    }
}

fn spent(own: &mut Table, before: Option<&Claim>, after: &Claim) {
    if after.spent.is_empty() {
        own.remove("spent");
        return;
    }
    let table = dotted(own, &CLAIM_ORDER, "spent");
    for gone in before.into_iter().flat_map(|it| it.spent.keys()).filter(|on| !after.spent.contains_key(on)) {
        table.remove(&gone.to_string());
    }
    for (on, time) in &after.spent {
        if before.and_then(|it| it.spent.get(on)) != Some(time) {
            set(table, &[], &on.to_string(), text(Some(&time.to_string())));
        }
    }
}

fn closed(document: &mut DocumentMut, before: Option<&Closing>, after: Option<&Closing>) {
    ending(document, "done", before == after, after.is_some(), |table| {
        if let Some(closing) = after {
            write_closing(table, closing);
        }
    });
}

fn write_closing(table: &mut Table, closing: &Closing) {
    set(table, &ENDING_ORDER, "by", text(Some(closing.by.as_str())));
    set(table, &ENDING_ORDER, "at", Some(day(closing.at)));
    set(table, &ENDING_ORDER, "evidence", text(Some(closing.evidence.as_str())));
    set(table, &ENDING_ORDER, "note", text(closing.note.as_deref()));
    set(table, &ENDING_ORDER, "recorded-by", text(closing.recorded_by.as_ref().map(|handle| handle.as_str())));
}

fn cancelled(document: &mut DocumentMut, before: Option<&Cancellation>, after: Option<&Cancellation>) {
    ending(document, "cancelled", before == after, after.is_some(), |table| {
        if let Some(cancellation) = after {
            write_cancellation(table, cancellation);
        }
    });
}

fn write_cancellation(table: &mut Table, cancellation: &Cancellation) {
    set(table, &ENDING_ORDER, "by", text(Some(cancellation.by.as_str())));
    set(table, &ENDING_ORDER, "at", Some(day(cancellation.at)));
    set(table, &ENDING_ORDER, "reason", text(Some(&cancellation.reason)));
}

/// `[sent-back]` or `[reopened]`: what the file held of the closing moves below it as it was written.
fn reopened(document: &mut DocumentMut, key: &str, task: Option<&Task>, before: Option<&Reopening>, after: Option<&Reopening>) {
    let Some(wanted) = after else {
        ending(document, key, before.is_none(), false, |_| {});
        return;
    };
    let moves = |kept: bool, was: bool| kept && was;
    let done = moves(wanted.done.is_some(), task.is_some_and(|task| task.done == wanted.done));
    let given_up = moves(wanted.cancelled.is_some(), task.is_some_and(|task| task.cancelled == wanted.cancelled));
    if before == after {
        return;
    }
    let root = document.as_table_mut();
    let old_done = done.then(|| root.remove("done")).flatten();
    let old_cancelled = given_up.then(|| root.remove("cancelled")).flatten();
    ending(document, key, false, true, |table| {
        table.remove("done");
        table.remove("cancelled");
        set(table, &ENDING_ORDER, "by", text(Some(wanted.by.as_str())));
        set(table, &ENDING_ORDER, "at", Some(day(wanted.at)));
        set(table, &ENDING_ORDER, "reason", text(Some(&wanted.reason)));
        if let Some(closing) = &wanted.done {
            let inner = inner(table, "done", old_done);
            write_closing(inner, closing);
        }
        if let Some(cancellation) = &wanted.cancelled {
            let inner = inner(table, "cancelled", old_cancelled);
            write_cancellation(inner, cancellation);
        }
    });
}

fn inner<'a>(table: &'a mut Table, key: &str, moved: Option<Item>) -> &'a mut Table {
    if let Some(moved) = moved {
        table.insert(key, moved);
    }
    let inner = header(table, key);
    inner.set_implicit(false);
    inner
}

/// Makes the table `key` at the end of the file hold what `write` puts in, or removes it.
fn ending(document: &mut DocumentMut, key: &str, is_same: bool, is_wanted: bool, write: impl FnOnce(&mut Table)) {
    if is_same {
        return;
    }
    if !is_wanted {
        document.as_table_mut().remove(key);
        return;
    }
    let end = Ends::default().take(document);
    let root = document.as_table_mut();
    let table = header(root, key);
    table.set_implicit(false);
    write(table);
    put_last(root, key, end);
}

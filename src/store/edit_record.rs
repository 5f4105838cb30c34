//! Editing the records of a task: claims, closings, cancellations, reopenings.
//!
//! A claim that is taken, taken again or prolonged moves to the end of the file, with `until` as its last key: two such
//! changes then meet on the same lines, and git reports a conflict instead of merging two holders.

use toml_edit::{DocumentMut, Item, Table};

use crate::domain::claim::{Claim, Reopening};
use crate::domain::name::Handle;
use crate::domain::said::Fields;
use crate::domain::task::Task;

use super::edit_fields::write_fields;
use super::table::{Ends, dotted, header, is_header, move_last, put_last, table};

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
    ended(document, "done", before.and_then(|it| it.done.as_ref()), after.done.as_ref());
    ended(document, "cancelled", before.and_then(|it| it.cancelled.as_ref()), after.cancelled.as_ref());
}

fn claim((document, ends): (&mut DocumentMut, &mut Ends), who: &Handle, before: Option<&Claim>, after: &Claim) {
    let is_taken_or_prolonged = !before.is_some_and(|before| after.goes_on_from(before));
    let end = is_taken_or_prolonged.then(|| ends.take(document));
    let all = table(document.as_table_mut(), "claims");
    let own = match all.get(who.as_str()).is_some_and(is_header) || is_taken_or_prolonged {
        true => header(all, who.as_str()),
        false => dotted(all, &[], who.as_str()),
    };
    own.set_implicit(false);
    write_fields(own, before, after);
    let below: Vec<String> = own.iter().filter(|(_, item)| is_header(item)).map(|(key, _)| key.to_owned()).collect();
    for key in below {
        dotted(own, Claim::FIELDS, &key);
    }
    move_last(own, "until");
    if let Some(end) = end {
        put_last(all, who.as_str(), end);
    }
}

fn ended<T: Fields + PartialEq>(document: &mut DocumentMut, key: &str, before: Option<&T>, after: Option<&T>) {
    let write = |table: &mut Table| after.into_iter().for_each(|end| write_fields(table, None, end));
    ending(document, key, before == after, after.is_some(), write);
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
        write_fields(table, None, wanted);
        if let Some(closing) = &wanted.done {
            write_fields(inner(table, "done", old_done), None, closing);
        }
        if let Some(cancellation) = &wanted.cancelled {
            write_fields(inner(table, "cancelled", old_cancelled), None, cancellation);
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

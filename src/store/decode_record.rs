//! The records inside a task file: claims, closings, cancellations, reopenings.

use std::collections::BTreeMap;

use crate::domain::claim::{Cancellation, Claim, Closing, Reopening};
use crate::domain::message::Message;
use crate::domain::name::Handle;

use super::canonical::{CANCELLATION, CLAIM, CLOSING, REOPENING};
use super::fields::Fields;
use super::source::Source;

/// Unknown keys, by dotted path.
type Extra = BTreeMap<String, String>;

/// One record a person, in the order of the file.
pub(super) fn claims(source: &mut Source<'_>, table: &Fields<'_, '_>, extra: &mut Extra) -> Vec<(Handle, Claim)> {
    let mut found = Vec::new();
    for (key, span, value) in table.entries() {
        let Some(who) = Handle::new(key) else {
            table.misnamed(source, key, span, Message::new("expect-handle"));
            continue;
        };
        let Some(fields) = table.inner(source, key, value) else { continue };
        found.extend(claim(source, fields, extra).map(|claim| (who, claim)));
    }
    found
}

fn claim(source: &mut Source<'_>, mut fields: Fields<'_, '_>, extra: &mut Extra) -> Option<Claim> {
    let since = fields.day(source, "since");
    let recorded_by = fields.handle(source, "recorded-by");
    let renewed = fields.number(source, "renewed").unwrap_or(0);
    let spent = fields.table(source, "spent").map(|table| table.times(source)).unwrap_or_default();
    let released = fields.day(source, "released");
    let handover = fields.block(source, "handover");
    let until = fields.day(source, "until");
    fields.demand(source, CLAIM.required);
    let (since, until) = (since?, until?);
    let claim = Claim::new(since, until);
    if claim.is_none() {
        let expected = Message::new("expect-until").with("since", since.to_string());
        fields.raw("until").into_iter().for_each(|value| fields.mismatch(source, "until", value, expected.clone()));
    }
    fields.finish(source, extra);
    let mut claim = claim?;
    (claim.recorded_by, claim.renewed, claim.spent) = (recorded_by, renewed, spent);
    (claim.released, claim.handover) = (released, handover);
    Some(claim)
}

/// `[done]`.
pub(super) fn closing(source: &mut Source<'_>, mut fields: Fields<'_, '_>, extra: &mut Extra) -> Option<Closing> {
    let by = fields.handle(source, "by");
    let at = fields.day(source, "at");
    let evidence = fields.evidence(source, "evidence");
    let note = fields.block(source, "note");
    let recorded_by = fields.handle(source, "recorded-by");
    fields.demand(source, CLOSING.required);
    fields.finish(source, extra);
    Some(Closing { by: by?, at: at?, evidence: evidence?, note, recorded_by })
}

/// `[cancelled]`.
pub(super) fn cancellation(source: &mut Source<'_>, mut fields: Fields<'_, '_>, extra: &mut Extra) -> Option<Cancellation> {
    let by = fields.handle(source, "by");
    let at = fields.day(source, "at");
    let reason = fields.block(source, "reason");
    fields.demand(source, CANCELLATION.required);
    fields.finish(source, extra);
    Some(Cancellation { by: by?, at: at?, reason: reason? })
}

/// `[sent-back]` and `[reopened]`, with the closing or cancellation that each replaced in a table of the same name.
pub(super) fn reopening(source: &mut Source<'_>, mut fields: Fields<'_, '_>, extra: &mut Extra) -> Option<Reopening> {
    let by = fields.handle(source, "by");
    let at = fields.day(source, "at");
    let reason = fields.block(source, "reason");
    let done = fields.table(source, "done").and_then(|table| closing(source, table, extra));
    let cancelled = fields.table(source, "cancelled").and_then(|table| cancellation(source, table, extra));
    fields.demand(source, REOPENING.required);
    fields.finish(source, extra);
    Some(Reopening { by: by?, at: at?, reason: reason?, done, cancelled })
}

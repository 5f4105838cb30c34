//! What of a request no operation of ours makes, when its author does it again: named, so that nothing passes unread because
//! nobody thought of it.
//!
//! The named changes say which operations may have been done. They are done again on the file that the request found, and
//! what they give is held against the file that it left: value by value, the unknown ones too, then order and comments.

use std::collections::HashSet;

use crate::domain::day::Day;
use crate::domain::document::Document;
use crate::domain::name::Handle;
use crate::rules::actor::Author;
use crate::rules::change::Change;
use crate::rules::redo::{self, Doing};
use crate::rules::replaced::replaced;
use crate::rules::verdict::{Rule, Verdict};
use crate::store::{Versions, edit_file, is_laid_out_as, left_over, new_file, replace_in_file};

use super::file::{Own, ReplayedFile};

/// How many keys of one file are named.
const NAMED: usize = 20;

/// How a request is done again: by whom, and whether all it does is to forget somebody.
pub struct Redoing<'a> {
    doing: Doing<'a>,
    names: Option<(Handle, Handle)>,
}

impl<'a> Redoing<'a> {
    /// What the author of the request, as far as known, would do again on `today`.
    pub fn new(files: &[ReplayedFile], author: &'a Author, today: Day) -> Self {
        let author = match author {
            Author::Verified(who) | Author::Newcomer(who) => Some(who),
            Author::Unverified => None,
        };
        let names = files.iter().flat_map(|file| &file.changes).find_map(|change| match change {
            Change::PersonReplaced { from, to, .. } => Some((from.clone(), to.clone())),
            _ => None,
        });
        Self { doing: Doing { author, today }, names }
    }

    /// What is left over of the file, whose named changes have these verdicts.
    pub fn rest(&self, file: &ReplayedFile, verdicts: &[Verdict]) -> Vec<Change> {
        let mut rest = rest(file, self.doing, self.names.as_ref().map(|(from, to)| (from, to)));
        let said = file.changes.iter().zip(verdicts).filter_map(|(change, verdict)| explained_by(change, verdict));
        let said: HashSet<String> = said.flatten().collect();
        rest.retain(|change| match change {
            Change::LeftOver { key } => !is_said(key, &said),
            _ => true,
        });
        rest.truncate(NAMED);
        rest
    }
}

/// The keys about which all is said by a change that nobody may do, or not in that person's name.
fn explained_by(change: &Change, verdict: &Verdict) -> Option<Vec<String>> {
    let objection = verdict.objection()?;
    let is_told = matches!(verdict, Verdict::Refused(_)) || matches!(objection.rule, Rule::SomebodyElse | Rule::NotHeld);
    let keys = match change {
        Change::UnknownKeyChanged { key } => vec![key.clone()],
        _ if !is_told => return None,
        Change::Claimed { by, .. }
        | Change::Renewed { by, .. }
        | Change::Released { by, .. }
        | Change::RecordAdded { by, .. }
        | Change::TimeLogged { by, .. }
        | Change::RecordAltered { by }
        | Change::RecordErased { by } => vec![format!("claims.{by}")],
        Change::Closed { .. } | Change::ClosingAltered { .. } | Change::ClosingErased { .. } | Change::Cancelled { .. } => {
            ["done", "cancelled", "sent-back", "reopened"].map(str::to_owned).to_vec()
        }
        _ => return None,
    };
    Some(keys)
}

/// Whether the key, or one above it, is among those that are `said`.
fn is_said(key: &str, said: &HashSet<String>) -> bool {
    let above = key.match_indices('.').map(|(at, _)| &key[..at]);
    above.chain([key]).any(|key| said.contains(key))
}

fn rest(file: &ReplayedFile, doing: Doing<'_>, names: Option<(&Handle, &Handle)>) -> Vec<Change> {
    let Some(Own { origin, found, left: Some(left) }) = &file.own else { return Vec::new() };
    // What could not be read is no file to go on from.
    let origin: &[u8] = if found.is_some() { origin } else { b"" };
    let wanted = match (names, found) {
        (Some((from, to)), Some(found)) => replaced(found, from, to),
        _ => redo::document(found.as_ref(), left, doing),
    };
    let before = found.as_ref().map(new_file).unwrap_or_default();
    let after = new_file(&wanted);
    let versions = Versions { origin, head: &file.bytes, before: before.as_bytes(), after: after.as_bytes() };
    let keys = left_over(versions).unwrap_or_else(|| vec![file.touched.path.clone()]);
    if !keys.is_empty() {
        return keys.into_iter().map(|key| Change::LeftOver { key }).collect();
    }
    let expected = match (names, found) {
        (_, None) => Some(after.into_bytes()),
        (Some(names), Some(found)) => replace_in_file(origin, names, (found, &wanted)).ok(),
        (None, Some(found)) if *found == wanted => Some(origin.to_vec()),
        (None, Some(found @ (Document::Theme(_) | Document::Campaign(_)))) => {
            edit_file(origin, found, &wanted).ok().or(Some(origin.to_vec()))
        }
        (None, Some(found)) => edit_file(origin, found, &wanted).ok(),
    };
    let is_laid_out = expected.is_some_and(|expected| is_laid_out_as(&file.bytes, &expected, origin));
    let is_said = file.changes.contains(&Change::Reformatted);
    (!is_laid_out && !is_said).then_some(Change::Reformatted).into_iter().collect()
}

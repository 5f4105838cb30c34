//! What of a request no operation of ours makes, when its author does it again: named, so that nothing passes unread because
//! nobody thought of it.
//!
//! The named changes say which operations may have been done. They are done again on the file that the request found, and
//! what they give is held against the file that it left: value by value, the unknown ones too, then order and comments.

use std::collections::HashSet;

use crate::domain::day::Day;
use crate::domain::name::Handle;
use crate::rules::actor::Author;
use crate::rules::change::Change;
use crate::rules::redo::{self, Doing};
use crate::rules::replaced::{replaced_in_campaign, replaced_in_project, replaced_in_task};
use crate::rules::verdict::{Rule, Verdict};
use crate::store::{FileVersions, is_laid_out_as, left_over, replace_in_campaign, replace_in_project, replace_in_task};

use super::piece::{Own, Piece};
use super::thing::{Thing, edited, written};

/// How many keys of one file are named.
const NAMED: usize = 20;

/// How a request is done again: by whom, and whether all it does is to forget somebody.
pub struct Redoing<'a> {
    doing: Doing<'a>,
    names: Option<(Handle, Handle)>,
}

impl<'a> Redoing<'a> {
    /// What the author of the request, as far as known, would do again on `today`.
    pub fn new(pieces: &[Piece], author: &'a Author, today: Day) -> Self {
        let author = match author {
            Author::Verified(who) | Author::Newcomer(who) => Some(who),
            Author::Unverified => None,
        };
        let names = pieces.iter().flat_map(|piece| &piece.changes).find_map(|change| match change {
            Change::PersonReplaced { from, to, .. } => Some((from.clone(), to.clone())),
            _ => None,
        });
        Self { doing: Doing { author, today }, names }
    }

    /// What is left over of the piece, whose named changes have these verdicts.
    pub fn rest(&self, piece: &Piece, verdicts: &[Verdict]) -> Vec<Change> {
        let mut rest = rest(piece, self.doing, self.names.as_ref().map(|(from, to)| (from, to)));
        let said = piece.changes.iter().zip(verdicts).filter_map(|(change, verdict)| explained_by(change, verdict));
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

fn rest(piece: &Piece, doing: Doing<'_>, names: Option<(&Handle, &Handle)>) -> Vec<Change> {
    let Some(Own { origin, found, left: Some(left) }) = &piece.own else { return Vec::new() };
    // What could not be read is no file to go on from.
    let origin: &[u8] = if found.is_some() { origin } else { b"" };
    let wanted = match (names, found) {
        (Some(names), Some(found)) => replaced(found, names),
        _ => redone(found.as_ref(), left, doing),
    };
    let before = found.as_ref().map(written).unwrap_or_default();
    let after = written(&wanted);
    let versions = FileVersions { origin, head: &piece.bytes, before: before.as_bytes(), after: after.as_bytes() };
    let keys = left_over(versions).unwrap_or_else(|| vec![piece.touched.path.clone()]);
    if !keys.is_empty() {
        return keys.into_iter().map(|key| Change::LeftOver { key }).collect();
    }
    let expected = match (names, found) {
        (_, None) => Some(after.into_bytes()),
        (Some(names), Some(found)) => renamed(origin, found, &wanted, names),
        (None, Some(found)) if *found == wanted => Some(origin.to_vec()),
        (None, Some(found @ (Thing::Theme(_) | Thing::Campaign(_)))) => edited(origin, found, &wanted).or(Some(origin.to_vec())),
        (None, Some(found)) => edited(origin, found, &wanted),
    };
    let is_laid_out = expected.is_some_and(|expected| is_laid_out_as(&piece.bytes, &expected, origin));
    let is_said = piece.changes.contains(&Change::Reformatted);
    (!is_laid_out && !is_said).then_some(Change::Reformatted).into_iter().collect()
}

fn redone(found: Option<&Thing>, left: &Thing, doing: Doing<'_>) -> Thing {
    match left {
        Thing::Task(left) => Thing::Task(Box::new(redo::task(found.and_then(Thing::task), left, doing))),
        Thing::Project(left) => Thing::Project(Box::new(redo::project(found.and_then(Thing::project), left, doing))),
        Thing::Theme(left) => Thing::Theme(redo::theme(found.and_then(Thing::theme), left)),
        Thing::Person(left) => Thing::Person(redo::person(found.and_then(Thing::person), left)),
        Thing::Campaign(left) => match found {
            Some(Thing::Campaign(found)) => Thing::Campaign(Box::new(redo::campaign(found, left))),
            _ => Thing::Campaign(left.clone()),
        },
    }
}

fn replaced(found: &Thing, (from, to): (&Handle, &Handle)) -> Thing {
    match found {
        Thing::Task(task) => Thing::Task(Box::new(replaced_in_task(task, from, to))),
        Thing::Project(project) => Thing::Project(Box::new(replaced_in_project(project, from, to))),
        Thing::Campaign(campaign) => Thing::Campaign(Box::new(replaced_in_campaign(campaign, from, to))),
        other => other.clone(),
    }
}

fn renamed(origin: &[u8], found: &Thing, wanted: &Thing, names: (&Handle, &Handle)) -> Option<Vec<u8>> {
    match (found, wanted) {
        (Thing::Task(found), Thing::Task(wanted)) => replace_in_task(origin, names, (found, wanted)).ok(),
        (Thing::Project(found), Thing::Project(wanted)) => replace_in_project(origin, names, (found, wanted)).ok(),
        (Thing::Campaign(found), Thing::Campaign(wanted)) => replace_in_campaign(origin, names, (found, wanted)).ok(),
        _ => None,
    }
}

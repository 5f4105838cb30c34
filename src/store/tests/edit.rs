//! Editing a task's file: only what changed is touched.

use fastrand::Rng;
use proptest::prelude::{ProptestConfig, any, proptest};

use crate::domain::budget::Minutes;
use crate::domain::day::later;
use crate::domain::name::Handle;
use crate::domain::task::Task;
use crate::rules::operation::{self, Parties};
use crate::store::{decode_task, edit_task};

use super::messy::{Line, Messy};
use super::random::{TODAY, block, day, evidence, maybe, person, task};

/// A change of a task and what it may touch.
struct Change {
    name: &'static str,
    after: Task,
    who: Handle,
}

impl Change {
    /// Any operation that is possible on `before`.
    fn any(before: &Task, rng: &mut Rng) -> Option<Self> {
        let today = day(TODAY);
        let (who, actor) = (person(rng), person(rng));
        let parties = Parties { by: &who, actor: &actor };
        let until = later(today, rng.u32(0..10));
        let (name, after) = match rng.u8(0..7) {
            0 if before.holder(today).is_none() && !before.is_over() => {
                ("claim", operation::claim(before, parties, today, until))
            }
            1 => ("renew", operation::renew(before, parties, today, until)),
            2 => ("release", operation::release(before, parties, today, maybe(rng, block))),
            3 => ("log", operation::log(before, parties, later(day("2026-11-20"), rng.u32(0..5)), Minutes::new(rng.u32(0..90))?)),
            4 => ("close", operation::close(before, parties, today, evidence(rng), maybe(rng, block))),
            5 => ("cancel", operation::cancel(before, &who, today, block(rng))),
            _ => ("reopen", operation::reopen(before, &who, today, block(rng))),
        };
        Some(Self { name, after: after.ok()?, who })
    }

    /// Whether the line may change.
    fn touches(&self, line: &Line) -> bool {
        match self.name {
            "close" => line.owner == "done",
            "cancel" => line.owner == "cancelled",
            "reopen" => ["done", "cancelled", "reopened"].contains(&line.owner.as_str()),
            _ => line.owner == format!("claims.{}", self.who),
        }
    }

    fn moves_the_claim(&self) -> bool {
        ["claim", "renew"].contains(&self.name)
    }
}

/// The meaning of a file that must be sound.
fn read(like: &Task, bytes: &[u8]) -> Task {
    let decoded = decode_task(&like.id, &like.project, "k7q2m.toml", bytes);
    decoded.value.unwrap_or_else(|| panic!("{:#?}\n{}", decoded.problems, String::from_utf8_lossy(bytes)))
}

/// `text` in lines, each with its ending.
fn lines(text: &str) -> Vec<&str> {
    text.strip_prefix('\u{feff}').unwrap_or(text).split_inclusive('\n').collect()
}

/// The first line of `wanted` that `found` does not have in the same order. The last line may have been given the
/// ending that it lacked.
fn first_lost<'a>(wanted: &[&'a str], found: &[&str]) -> Option<&'a str> {
    let mut rest = found.iter();
    wanted
        .iter()
        .find(|line| !rest.any(|other| other == *line || (!line.ends_with('\n') && other.trim_end() == line.trim_end())))
        .copied()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_file_is_read_however_it_is_written(seed in any::<u64>()) {
        let mut rng = Rng::with_seed(seed);
        let task = task(&mut rng);
        let (_, bytes) = Messy::write(&task, &mut rng);
        assert_eq!(Task { extra: task.extra.clone(), ..read(&task, &bytes) }, task, "{}", String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn nothing_changed_is_nothing_touched(seed in any::<u64>()) {
        let mut rng = Rng::with_seed(seed);
        let (_, bytes) = Messy::write(&task(&mut rng), &mut rng);
        let before = read(&task(&mut rng), &bytes);
        let edited = edit_task(&bytes, &before, &before).unwrap();
        assert_eq!(String::from_utf8(edited), String::from_utf8(bytes));
    }

    #[test]
    fn an_operation_touches_its_record_only(seed in any::<u64>()) {
        check_operation(seed);
    }
}

/// Any operation on any file: what it may touch, what it must keep, where a claim goes.
fn check_operation(seed: u64) {
    let mut rng = Rng::with_seed(seed);
    let (written, bytes) = Messy::write(&task(&mut rng), &mut rng);
    let before = read(&task(&mut rng), &bytes);
    let Some(change) = (0..20).find_map(|_| Change::any(&before, &mut rng)) else { return };
    let old = String::from_utf8(bytes.clone()).unwrap();
    let Ok(edited) = edit_task(&bytes, &before, &change.after) else { panic!("{} by {}\n{old}", change.name, change.who) };
    let new = String::from_utf8(edited.clone()).unwrap();
    let context = || format!("{} by {}\n--- before\n{old}\n--- after\n{new}", change.name, change.who);
    assert_eq!(read(&before, &edited), change.after, "{}", context());
    assert_eq!(old.starts_with('\u{feff}'), new.starts_with('\u{feff}'), "{}", context());
    let kept: Vec<&str> = written.iter().filter(|line| !change.touches(line)).map(|line| line.text.as_str()).collect();
    assert_eq!(first_lost(&kept, &lines(&new)), None, "{}", context());
    if ["renew", "release", "close", "cancel"].contains(&change.name) {
        let comments = written.iter().filter_map(|line| line.text.split_once("# ")).map(|(_, comment)| comment.trim());
        let lost = comments
            .filter(|comment| comment.starts_with("commentaire ") || comment.starts_with("fin "))
            .find(|comment| !new.contains(comment));
        assert_eq!(lost, None, "{}", context());
    }
    if change.moves_the_claim() {
        let mut told = new.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert!(
            told.clone().next_back().is_some_and(|line| line.trim_matches(['"', '\'']).starts_with("until")),
            "{}",
            context()
        );
        let header = told.rfind(|line| line.starts_with('[') && !line.starts_with("[a]"));
        assert!(header.is_some_and(|header| header.starts_with(&format!("[claims.{}]", change.who))), "{}", context());
    }
}

//! What nobody looks after: tasks that wait for somebody, projects where nothing moves.
//!
//! Pure arithmetic on days: the reminders say it, nobody is judged by it.

use crate::domain::day::Day;
use crate::domain::task::Task;

use super::lint::days::days_of_task;

/// A task that can be taken has waited long after so many days.
const WAITED_LONG: i64 = 14;
/// It is pressing when it is due within so many days.
const DUE_SOON: i64 = 7;
/// Nothing moves in a project when nothing happened for so many days.
const QUIET: i64 = 7;
/// What a project promised is near when it is due within so many days.
const PROMISED_SOON: i64 = 14;

/// The last day on which something happened to `task`, as far as that day has come.
pub fn last_activity(task: &Task, today: Day) -> Day {
    let mut last = task.created.min(today);
    days_of_task(task, &mut |_, day| last = if day <= today { last.max(day) } else { last });
    last
}

/// Whether a task that can be taken, due on `due`, with which nothing happened since `since`, waits for somebody.
pub fn is_waiting(due: Day, since: Day, today: Day) -> bool {
    (due - today).num_days() <= DUE_SOON || (today - since).num_days() >= WAITED_LONG
}

/// Whether a project where nobody holds a task, nothing happened since `since` and something is promised for `promised`
/// needs somebody.
pub fn is_quiet(promised: Day, since: Day, today: Day) -> bool {
    (promised - today).num_days() <= PROMISED_SOON && (today - since).num_days() >= QUIET
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::budget::{Budget, Minutes};
    use crate::domain::claim::Claim;
    use crate::domain::day::make_day;
    use crate::domain::name::{Handle, Slug, TaskId};

    fn nov(day: u32) -> Day {
        make_day(2026, 11, day).unwrap()
    }

    #[test]
    fn the_last_thing_that_happened() {
        let (id, budget) = (TaskId::new("k7q2m").unwrap(), Budget::parse("2h").unwrap());
        let mut task = Task::new(id, Slug::new("mphack").unwrap(), "Titre".into(), budget, nov(2));
        assert_eq!(last_activity(&task, nov(20)), nov(2));
        assert_eq!(last_activity(&task, nov(1)), nov(1));
        let mut claim = Claim::new(nov(5), nov(18)).unwrap();
        claim.spent.insert(nov(9), Minutes::new(30).unwrap());
        task.put_claim_last(Handle::new("ana").unwrap(), claim);
        assert_eq!(last_activity(&task, nov(20)), nov(9), "the end of a claim is nobody's doing");
        assert_eq!(last_activity(&task, nov(8)), nov(5));
    }

    #[test]
    fn what_waits_and_what_is_quiet() {
        assert!(is_waiting(nov(27), nov(20), nov(20)) && !is_waiting(nov(28), nov(20), nov(20)));
        assert!(is_waiting(nov(30), nov(6), nov(20)) && !is_waiting(nov(30), nov(7), nov(20)));
        assert!(is_waiting(nov(1), nov(20), nov(20)), "overdue");
        assert!(is_quiet(nov(30), nov(13), nov(20)) && !is_quiet(nov(30), nov(14), nov(20)));
        assert!(!is_quiet(make_day(2026, 12, 5).unwrap(), nov(2), nov(20)));
    }
}

//! What each file looks like in canonical form: the order of keys, and what kind of value each holds.

use super::edit::{DELIVERABLE_ORDER, PERSON_ORDER, POLL_ORDER, PROJECT_ORDER, TASK_ORDER};
use super::edit_record::{CLAIM_ORDER, ENDING_ORDER};

/// What a table of the data looks like.
pub(super) struct Section {
    /// The order of its keys.
    pub order: &'static [&'static str],
    /// Keys of days. `*` is any key.
    pub days: &'static [&'static str],
    /// Keys of a duration, or of a range of two.
    pub budgets: &'static [&'static str],
    /// Keys of lists of texts.
    pub lists: &'static [&'static str],
    /// Keys of texts.
    pub texts: &'static [&'static str],
    /// The tables in it. `*` is any key.
    pub below: &'static [(&'static str, &'static Section)],
}

const NOTHING: Section = Section { order: &[], days: &[], budgets: &[], lists: &[], texts: &[], below: &[] };
const LINKS: Section = Section { texts: &["*"], ..NOTHING };
const DAYS: Section = Section { days: &["*"], ..NOTHING };
const TIMES: Section = Section { budgets: &["*"], ..NOTHING };

pub(super) static TASK: Section = Section {
    order: &TASK_ORDER,
    days: &["created", "due"],
    budgets: &["budget"],
    lists: &["skills", "after"],
    texts: &["title", "done-when", "deliverable", "where", "place", "contact", "description"],
    below: &[
        ("resources", &LINKS),
        ("sent-back", &REOPENING),
        ("reopened", &REOPENING),
        ("claims", &Section { below: &[("*", &CLAIM)], ..NOTHING }),
        ("done", &ENDING),
        ("cancelled", &ENDING),
    ],
};
/// A claim, whose last key is `until`.
pub(super) static CLAIM: Section = Section {
    order: &CLAIM_ORDER,
    days: &["since", "released", "until"],
    texts: &["recorded-by", "handover"],
    below: &[("spent", &TIMES)],
    ..NOTHING
};
static ENDING: Section =
    Section { order: &ENDING_ORDER, days: &["at"], texts: &["by", "reason", "evidence", "note", "recorded-by"], ..NOTHING };
static REOPENING: Section = Section {
    order: &ENDING_ORDER,
    days: &["at"],
    texts: &["by", "reason"],
    below: &[("done", &ENDING), ("cancelled", &ENDING)],
    ..NOTHING
};

pub(super) static PROJECT: Section = Section {
    order: &PROJECT_ORDER,
    days: &["ended"],
    lists: &["leads", "needs"],
    texts: &["title", "theme", "idea", "summary", "contact"],
    below: &[
        ("poll", &Section { order: &POLL_ORDER, days: &["at"], ..NOTHING }),
        ("deliverables", &Section { below: &[("*", &DELIVERABLE)], ..NOTHING }),
    ],
    ..NOTHING
};
static DELIVERABLE: Section =
    Section { order: &DELIVERABLE_ORDER, days: &["due"], texts: &["title"], below: &[("delivered", &ENDING)], ..NOTHING };

pub(super) static THEME: Section =
    Section { order: &["title", "question", "ideas"], lists: &["ideas"], texts: &["title", "question"], ..NOTHING };

pub(super) static PERSON: Section = Section {
    order: &PERSON_ORDER,
    lists: &["keys", "skills"],
    texts: &["forge", "promotion"],
    below: &[("joined", &DAYS)],
    ..NOTHING
};

pub(super) static CAMPAIGN: Section = Section {
    order: &["format", "name", "language", "timezone", "started", "deadline", "organisers", "contact"],
    days: &["started", "deadline"],
    lists: &["organisers"],
    texts: &["name", "language", "timezone", "contact", "deadline"],
    below: &[
        ("also", &LINKS),
        ("claims", &Section { order: &["days", "warn-days", "limit", "renewals", "cooldown-days"], ..NOTHING }),
        ("tasks", &Section { budgets: &["max-budget"], ..NOTHING }),
        (
            "workflow",
            &Section {
                order: &["mode", "remote", "main", "forge", "send"],
                texts: &["mode", "remote", "main", "forge", "send"],
                ..NOTHING
            },
        ),
        ("past", &Section { below: &[("*", &PAST)], ..NOTHING }),
    ],
    ..NOTHING
};
static PAST: Section =
    Section { order: &["name", "started", "deadline"], days: &["started", "deadline"], texts: &["name"], ..NOTHING };

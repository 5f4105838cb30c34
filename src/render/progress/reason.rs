//! Why to look at a project, in a few words.

use crate::domain::message::Message;
use crate::render::catalogue::Catalogue;
use crate::rules::attention::Reason;

/// "3 tâches en retard".
pub fn reason(say: &Catalogue, reason: &Reason) -> String {
    say.say(&match reason {
        Reason::FirstLate(_) => Message::new("attention-first-late"),
        Reason::ToDeliver => Message::new("attention-to-deliver"),
        Reason::Late(count, _) => Message::new("attention-late").with("count", *count),
        Reason::Quiet(quiet) => Message::new("attention-quiet").with("days", (say.today() - quiet.since).num_days()),
        Reason::Waits(id) => Message::new("attention-waits").with("id", id),
        Reason::NoneFree => Message::new("attention-none-free"),
        Reason::NoTask => Message::new("attention-no-task"),
        Reason::NoLead => Message::new("attention-no-lead"),
    })
}

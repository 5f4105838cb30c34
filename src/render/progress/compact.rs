//! One line a project: "MPHack J-7 ▓▓▓▓░ 8/14 tâches, 21 h restantes".

use textwrap::core::display_width;

use crate::domain::budget::Minutes;
use crate::domain::message::Message;
use crate::domain::text::shorten;
use crate::render::catalogue::Catalogue;
use crate::render::marks::Marks;
use crate::render::pen::Pen;
use crate::rules::progress::Tally;
use crate::usecase::read::headway::Headway;
use crate::usecase::read::progress::countdown;

use super::since::told;

/// No name is made shorter than that.
const SHORTEST: usize = 12;
/// The width of a bar, in columns.
const BAR: u64 = 5;

/// Those that need attention first, and all together where they are several.
pub fn compact(pen: &mut Pen<'_>, say: &Catalogue, headway: &Headway, marks: Marks) {
    let progress = &headway.progress;
    let countdown = countdown(progress.days_left());
    let mut line = |title: &str, tally: &Tally, gain: Option<String>| {
        let left = match tally.left() {
            Minutes::ZERO => Message::new("compact-nothing-left"),
            left => Message::new("compact-left").with("left", left),
        };
        let (done, of) = tally.share();
        let message = Message::new(if gain.is_some() { "compact-since" } else { "compact" })
            .with("countdown", countdown.clone())
            .with("bar", marks.bar(done, of, BAR))
            .with("done", tally.done)
            .with("tasks", tally.tasks)
            .with("left", left);
        let message = gain.into_iter().fold(message, |message, gain| message.with("gain", gain));
        let line = say.say(&message.clone().with("project", ""));
        // A name gives way, down to a few letters, before a line is broken.
        let room = pen.sheet().width.map_or(usize::MAX, |width| width.saturating_sub(display_width(&line)).max(SHORTEST));
        pen.wrapped("", &say.say(&message.with("project", shorten(title, room).into_owned())));
    };
    let since = headway.since.as_ref();
    for project in &progress.projects {
        line(&project.title, &project.tally, since.map(|since| told(say, &since.of(&project.slug))));
    }
    if progress.projects.len() > 1 {
        line(&say.word("total"), &progress.total, since.map(|since| told(say, &since.total)));
    }
}

//! What some days brought: "depuis lundi : +3 tâches, +6 h, 1 premier livrable", and apart from it what there is more to do.

use crate::domain::message::Message;
use crate::render::catalogue::Catalogue;
use crate::render::marks::Marks;
use crate::render::pen::Pen;
use crate::rules::gain::Gain;
use crate::usecase::read::headway::Headway;

/// The sum, then each project to which the days brought anything.
pub fn since(pen: &mut Pen<'_>, say: &Catalogue, headway: &Headway, marks: Marks) {
    let Some(since) = &headway.since else { return };
    let day = say.language().weekday(since.day, say.today());
    pen.wrapped("", &say.say(&Message::new("since").with("day", day).with("gain", told(say, &since.total))));
    let projects = &headway.progress.projects;
    for project in projects.iter().filter(|_| projects.len() > 1) {
        let gain = since.of(&project.slug);
        if gain != Gain::default() {
            let line = Message::new("since-project").with("project", project.title.as_str()).with("gain", told(say, &gain));
            pen.hanging(marks.bullet(false), &say.say(&line));
        }
    }
    pen.end();
}

/// "+3 tâches, +6 h, 1 premier livrable ; à faire en plus : 2 tâches (3 h)".
pub fn told(say: &Catalogue, gain: &Gain) -> String {
    let counted = |key, count: usize| (count > 0).then(|| say.say(&Message::new(key).with("count", count)));
    let hours = (gain.tasks > 0).then(|| say.say(&Message::new("since-hours").with("time", gain.planned)));
    let parts = [
        counted("since-tasks", gain.tasks),
        hours,
        counted("since-first", gain.first_delivered),
        counted("since-delivered", gain.delivered),
    ];
    let mut told = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if told.is_empty() {
        told = say.word("since-nothing");
    }
    if gain.added == 0 {
        return told;
    }
    let added = Message::new("since-added").with("count", gain.added).with("time", gain.added_planned);
    format!("{told}{}{}", say.word("semicolon"), say.say(&added))
}

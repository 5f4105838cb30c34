//! The drawing of a burn-up as SVG: how much there was to do, how much was done, and the straight way from the first day to the
//! deadline.
//!
//! Drawn with marks that are told apart by their form, so that whoever shows it gives the colours and paper loses nothing. On the
//! public page its style does; alone in a file it brings one of its own, for light and for dark.

use maud::{Markup, PreEscaped, html};

use crate::domain::day::{Day, Deadline};
use crate::domain::message::Message;
use crate::rules::burnup::Level;

use super::catalogue::Catalogue;
use super::words::deadline_name;

/// The drawing, in units of its own: whoever shows it decides how large one is.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 240.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 76.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 30.0;

/// By what a drawing is known to be ours.
pub const OURS: &str = "<svg data-mpa=\"burn-up\"";

/// The style of a drawing that stands alone.
const STYLE: &str = include_str!("drawing.css");

/// What is written in a drawing.
#[derive(Debug, Clone)]
pub struct Words {
    /// What it shows, for whoever cannot see it.
    pub title: String,
    /// How much there is to do in all.
    pub scope: String,
    /// How much is done.
    pub done: String,
    /// The first day.
    pub first: String,
    /// The deadline.
    pub deadline: String,
}

impl Words {
    /// What is written in the drawing of `levels`, for a campaign whose deadline, `deadline`, falls on `day`; `None` where there is
    /// none.
    pub fn of(say: &Catalogue, levels: &[(Day, Level)], deadline: Deadline, day: Day) -> Option<Self> {
        let ((first, _), (_, now)) = (levels.first()?, levels.last()?);
        let about = Message::new("site-chart-about").with("done", now.done).with("tasks", now.tasks);
        let until = Message::new("site-chart-deadline").with("name", deadline_name(deadline)).with("label", say.short_day(day));
        Some(Self {
            title: say.say(&about.with("hours", now.planned_done).with("planned", now.planned)),
            scope: say.say(&Message::new("site-chart-scope").with("count", now.tasks)),
            done: say.say(&Message::new("site-chart-done").with("count", now.done)),
            first: say.short_day(*first),
            deadline: say.say(&until),
        })
    }
}

/// The drawing of `levels`, which begin on the first day and end today; `None` where there was never anything to do. `id` is what
/// its parts are called after; without one it stands alone.
pub fn burnup(words: &Words, id: Option<&str>, levels: &[(Day, Level)], deadline: Day) -> Option<Markup> {
    let ((first, _), (today, now)) = (levels.first()?, levels.last()?);
    if now.tasks == 0 {
        return None;
    }
    let scale = Scale { first: *first, days: (deadline.max(*today) - *first).num_days().max(1), top: now.tasks };
    let title = format!("{}-title", id.unwrap_or("burnup"));
    let inner = html! {
        title id=(title) { (words.title) }
        (axes(words, &scale, deadline))
        path.ideal d=(format!("M{} {}L{} {}", scale.x(*first), scale.y(0), scale.x(deadline), scale.y(now.tasks))) {}
        path.area d=(format!("{}V{}H{}Z", steps(&scale, levels, |it| it.done), scale.y(0), scale.x(*first))) {}
        path.scope d=(steps(&scale, levels, |it| it.tasks)) {}
        path.done d=(steps(&scale, levels, |it| it.done)) {}
        text.label x=(scale.x(*today) - 4.0) y=(scale.y(now.tasks) - 6.0) text-anchor="end" { (words.scope) }
        @if scale.y(now.done) - scale.y(now.tasks) > 14.0 {
            text.label x=(scale.x(*today) + 6.0) y=(scale.y(now.done) + 4.0) { (words.done) }
        }
    };
    let frame = format!("0 0 {WIDTH} {HEIGHT}");
    Some(match id {
        Some(_) => html! { svg viewBox=(frame) role="img" aria-labelledby=(title) { (inner) } },
        None => html! {
            svg data-mpa="burn-up" xmlns="http://www.w3.org/2000/svg" viewBox=(frame) width=(WIDTH) height=(HEIGHT) role="img" aria-labelledby=(title) {
                style { (PreEscaped(STYLE)) }
                (inner)
            }
        },
    })
}

/// From days and counts to places in the drawing.
struct Scale {
    first: Day,
    days: i64,
    top: usize,
}

impl Scale {
    fn x(&self, day: Day) -> f64 {
        let share =
            fraction(usize::try_from((day - self.first).num_days()).unwrap_or(0), usize::try_from(self.days).unwrap_or(1));
        tenth(LEFT + share * (WIDTH - LEFT - RIGHT))
    }

    fn y(&self, count: usize) -> f64 {
        tenth(HEIGHT - BOTTOM - fraction(count, self.top) * (HEIGHT - TOP - BOTTOM))
    }
}

/// `part` of `whole`, of counts that a drawing can show.
fn fraction(part: usize, whole: usize) -> f64 {
    let small = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    small(part) / small(whole.max(1))
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A line that stays on a level until the next day on which it changes.
fn steps(scale: &Scale, levels: &[(Day, Level)], count: impl Fn(&Level) -> usize) -> String {
    let mut path = String::new();
    for (at, (day, level)) in levels.iter().enumerate() {
        let (x, y) = (scale.x(*day), scale.y(count(level)));
        path += &if at == 0 { format!("M{x} {y}") } else { format!("H{x}V{y}") };
    }
    path
}

fn axes(words: &Words, scale: &Scale, deadline: Day) -> Markup {
    let (left, right, ground) = (scale.x(scale.first), scale.x(deadline), scale.y(0));
    html! {
        line.axis x1=(left) y1=(ground) x2=(WIDTH - RIGHT) y2=(ground) {}
        line.axis x1=(left) y1=(TOP) x2=(left) y2=(ground) {}
        text.tick x=(left - 6.0) y=(ground + 4.0) text-anchor="end" { "0" }
        text.tick x=(left - 6.0) y=(scale.y(scale.top) + 4.0) text-anchor="end" { (scale.top) }
        text.tick x=(left) y=(HEIGHT - 10.0) { (words.first) }
        line.deadline x1=(right) y1=(TOP) x2=(right) y2=(ground) {}
        text.tick x=(WIDTH) y=(HEIGHT - 10.0) text-anchor="end" { (words.deadline) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::make_day;

    fn words() -> Words {
        let [title, scope, done, first, deadline] = ["<&>", "2", "1", "24", "4"].map(str::to_owned);
        Words { title, scope, done, first, deadline }
    }

    #[test]
    fn alone_it_brings_what_the_page_gives_it_otherwise() {
        let day = |day| make_day(2026, 11, day).unwrap();
        let levels = [(day(24), Level::default()), (day(28), Level { tasks: 2, done: 1, ..Level::default() })];
        let alone = burnup(&words(), None, &levels, day(30)).unwrap().into_string();
        assert!(alone.starts_with(OURS) && alone.contains("xmlns=") && alone.contains("<style>") && alone.contains("&lt;&amp;"));
        let on_page = burnup(&words(), Some("a"), &levels, day(30)).unwrap().into_string();
        assert!(on_page.starts_with("<svg viewBox") && !on_page.contains("<style>"));
        let path = |text: &str| text.split("<path").skip(1).map(str::to_owned).collect::<Vec<_>>().join("").replace("</svg>", "");
        assert_eq!(path(&alone), path(&on_page), "the drawing is the same");
        assert!(burnup(&words(), None, &levels[..1], day(30)).is_none());
    }
}

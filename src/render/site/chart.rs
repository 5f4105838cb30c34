//! A burn-up: how much there was to do, how much was done, and the straight way from the first day to the deadline.
//!
//! Drawn with marks of one colour, told apart by their form, so that the page's style gives the colours and paper loses
//! nothing. The numbers stand beside it in a table.

use maud::{Markup, html};

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::rules::burnup::Level;

use super::frame::Page;

/// The drawing, in units of its own: the page decides how large one is.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 240.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 76.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 30.0;

/// The most rows of the table beside: the last days count most.
const ROWS: usize = 14;

/// The chart of `levels`, which begin on the first day and end today; nothing where there was never anything to do.
pub fn chart(page: Page<'_>, id: &str, levels: &[(Day, Level)]) -> Markup {
    let (Some((first, _)), Some((today, now))) = (levels.first(), levels.last()) else { return html! {} };
    if now.tasks == 0 {
        return html! {};
    }
    let deadline = page.site().deadline;
    let scale = Scale { first: *first, days: (deadline.max(*today) - *first).num_days().max(1), top: now.tasks };
    let language = page.language();
    let about = Message::new("site-chart-about").with("done", now.done).with("tasks", now.tasks);
    let about = page.say(&about.with("hours", now.planned_done).with("planned", now.planned));
    let title = format!("{id}-title");
    html! {
        figure.chart {
            svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-labelledby=(title) {
                title id=(title) { (about) }
                (axes(page, &scale, deadline))
                path.ideal d=(format!("M{} {}L{} {}", scale.x(*first), scale.y(0), scale.x(deadline), scale.y(now.tasks))) {}
                path.area d=(format!("{}V{}H{}Z", steps(&scale, levels, |it| it.done), scale.y(0), scale.x(*first))) {}
                path.scope d=(steps(&scale, levels, |it| it.tasks)) {}
                path.done d=(steps(&scale, levels, |it| it.done)) {}
                text.label x=(scale.x(*today) - 4.0) y=(scale.y(now.tasks) - 6.0) text-anchor="end" { (page.say(&Message::new("site-chart-scope").with("count", now.tasks))) }
                @if scale.y(now.done) - scale.y(now.tasks) > 14.0 {
                    text.label x=(scale.x(*today) + 6.0) y=(scale.y(now.done) + 4.0) { (page.say(&Message::new("site-chart-done").with("count", now.done))) }
                }
            }
            figcaption {
                p { (about) }
                details {
                    summary { (page.word("site-chart-table")) }
                    table {
                        thead { tr { th scope="col" { (page.word("site-chart-day")) } th scope="col" { (page.word("site-chart-column-done")) } th scope="col" { (page.word("site-chart-column-tasks")) } th scope="col" { (page.word("site-chart-column-hours")) } } }
                        tbody { @for (day, level) in levels.iter().rev().take(ROWS) {
                            tr { th scope="row" { (page.day(*day)) } td { (level.done) } td { (level.tasks) } td { (language.hours(level.planned_done)) " / " (language.hours(level.planned)) } }
                        } }
                    }
                }
            }
        }
    }
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

fn axes(page: Page<'_>, scale: &Scale, deadline: Day) -> Markup {
    let (left, right, ground) = (scale.x(scale.first), scale.x(deadline), scale.y(0));
    let say = page.view.say;
    let name = page.deadline_name();
    html! {
        line.axis x1=(left) y1=(ground) x2=(WIDTH - RIGHT) y2=(ground) {}
        line.axis x1=(left) y1=(TOP) x2=(left) y2=(ground) {}
        text.tick x=(left - 6.0) y=(ground + 4.0) text-anchor="end" { "0" }
        text.tick x=(left - 6.0) y=(scale.y(scale.top) + 4.0) text-anchor="end" { (scale.top) }
        text.tick x=(left) y=(HEIGHT - 10.0) { (say.short_day(scale.first)) }
        line.deadline x1=(right) y1=(TOP) x2=(right) y2=(ground) {}
        text.tick x=(WIDTH) y=(HEIGHT - 10.0) text-anchor="end" { (page.say(&Message::new("site-chart-deadline").with("name", name).with("label", say.short_day(deadline)))) }
    }
}

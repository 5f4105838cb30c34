//! A burn-up for a terminal: what was done stands below what there was to do, and dots go straight to the deadline. The marks are
//! told apart by their form; nothing is said by a colour.

use textwrap::core::display_width;

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::render::catalogue::Catalogue;
use crate::render::marks::{Marks, filled};
use crate::render::pen::Pen;
use crate::rules::burnup::Level;

/// How high the drawing is, in lines.
const HEIGHT: usize = 10;
/// A drawing that is wider shows no more.
const WIDEST: usize = 80;

/// The lines of a drawing, as far as they are no words.
struct Strokes {
    /// Upwards, for the counts.
    side: char,
    /// The corner.
    corner: char,
    /// To the right, for the days.
    ground: char,
    /// The straight way.
    straight: char,
    /// The deadline.
    deadline: char,
}

impl Strokes {
    const fn of(marks: Marks) -> Self {
        match marks {
            Marks::Ascii => Self { side: '|', corner: '+', ground: '-', straight: '/', deadline: '!' },
            Marks::Blocks | Marks::Shades => Self { side: '│', corner: '└', ground: '─', straight: '·', deadline: '┊' },
        }
    }
}

/// Draws `levels`, which begin on the first day and end today; nothing where there was never anything to do.
pub fn chart(pen: &mut Pen<'_>, say: &Catalogue, marks: Marks, levels: &[(Day, Level)], deadline: Day) {
    let (Some((first, _)), Some((today, now))) = (levels.first(), levels.last()) else { return };
    if now.tasks == 0 {
        return;
    }
    let top = now.tasks.to_string();
    let width = pen.sheet().text_width().min(WIDEST).saturating_sub(top.len() + 2);
    let field = Field { first: *first, today: *today, deadline, last: deadline.max(*today), width, top: now.tasks };
    let (strokes, columns) = (Strokes::of(marks), field.columns(levels));
    for row in (1..=HEIGHT).rev() {
        let count = if row == HEIGHT { top.as_str() } else { "" };
        let line: String = columns.iter().map(|column| column.mark(row, marks, &strokes)).collect();
        let line = format!("{count:>side$} {}{line}", strokes.side, side = top.len());
        pen.line(line.trim_end());
    }
    let ground: String = std::iter::repeat_n(strokes.ground, width).collect();
    pen.line(&format!("{:>side$} {}{ground}", "0", strokes.corner, side = top.len()));
    pen.line(&format!("{}{}", " ".repeat(top.len() + 2), days(say, &field)));
    let legend = Message::new("chart-legend")
        .with("done-mark", marks.done().to_string())
        .with("done", now.done)
        .with("left-mark", marks.left().to_string())
        .with("left", now.tasks - now.done)
        .with("straight", strokes.straight.to_string())
        .with("deadline", strokes.deadline.to_string());
    pen.wrapped("", &say.say(&legend));
}

/// The first day on the left, today where it is, the last day on the right, as far as there is room.
fn days(say: &Catalogue, field: &Field) -> String {
    let short = |day| say.short_day(day);
    let mut line = short(field.first);
    let mut put = |label: &str, at: usize| {
        let (used, wide) = (display_width(&line), display_width(label));
        let begin = (at + 1).saturating_sub(wide / 2 + 1).min(field.width.saturating_sub(wide));
        if begin >= used + 2 {
            line += &" ".repeat(begin - used);
            line += label;
        }
    };
    let last = short(field.last);
    let room = field.width.saturating_sub(display_width(&last) + 2);
    let today = say.word("chart-today");
    if field.today < field.last && field.column(field.today) + display_width(&today).div_ceil(2) < room {
        put(&today, field.column(field.today));
    }
    put(&last, field.width.saturating_sub(1));
    line
}

/// From days and counts to columns and lines.
struct Field {
    first: Day,
    today: Day,
    deadline: Day,
    last: Day,
    width: usize,
    top: usize,
}

impl Field {
    fn span(&self) -> usize {
        usize::try_from((self.last - self.first).num_days()).unwrap_or(0) + 1
    }

    /// The last column of a day.
    fn column(&self, day: Day) -> usize {
        let place = usize::try_from((day - self.first).num_days()).unwrap_or(0) + 1;
        (place * self.width / self.span()).saturating_sub(1)
    }

    /// How high so many tasks stand.
    fn height(&self, count: usize) -> usize {
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        usize::try_from(filled(number(count), number(self.top), number(HEIGHT))).unwrap_or(0)
    }

    fn columns(&self, levels: &[(Day, Level)]) -> Vec<Stack> {
        let mut later = levels.iter().peekable();
        let mut level = Level::default();
        let of = |at: usize| {
            // The day on which a column ends; a day that takes several columns is in all of them.
            let ends = ((at + 1) * self.span()).div_ceil(self.width) - 1;
            let day = self.first + chrono::TimeDelta::days(i64::try_from(ends).unwrap_or(0));
            while let Some((_, next)) = later.next_if(|(on, _)| *on <= day.min(self.today)) {
                level = *next;
            }
            let there = at <= self.column(self.today);
            let goal = self.column(self.deadline);
            let straight = (at <= goal).then(|| ((at + 1) * HEIGHT).div_ceil(goal + 1));
            Stack {
                done: if there { self.height(level.done) } else { 0 },
                scope: if there { self.height(level.tasks) } else { 0 },
                straight,
                is_deadline: at == goal,
            }
        };
        (0..self.width).map(of).collect()
    }
}

/// What stands in one column.
struct Stack {
    done: usize,
    scope: usize,
    straight: Option<usize>,
    is_deadline: bool,
}

impl Stack {
    fn mark(&self, row: usize, marks: Marks, strokes: &Strokes) -> char {
        match row {
            _ if row <= self.done => marks.done(),
            _ if self.straight == Some(row) => strokes.straight,
            _ if self.is_deadline => strokes.deadline,
            _ if row <= self.scope => marks.left(),
            _ => ' ',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::make_day;
    use crate::render::Language;
    use crate::render::pen::Sheet;

    fn drawn(marks: Marks, width: usize, levels: &[(Day, Level)], deadline: Day) -> String {
        let mut out = Vec::new();
        let mut pen = Pen::new(&mut out, Sheet { width: Some(width), colour: false });
        chart(&mut pen, &Catalogue::new(Language::English, levels.last().unwrap().0), marks, levels, deadline);
        pen.finish().unwrap();
        String::from_utf8(out).unwrap().replace('\u{a0}', " ")
    }

    fn level(tasks: usize, done: usize) -> Level {
        Level { tasks, done, ..Level::default() }
    }

    #[test]
    fn it_fits_and_ends_with_what_is_done() {
        let day = |day| make_day(2026, 11, day).unwrap();
        let levels = [(day(2), level(10, 0)), (day(10), level(14, 3)), (day(20), level(20, 10))];
        for (width, marks) in [(80, Marks::Blocks), (60, Marks::Blocks), (40, Marks::Blocks), (60, Marks::Ascii)] {
            let text = drawn(marks, width, &levels, day(30));
            assert!(text.lines().all(|line| display_width(line) <= width), "{text}");
            let count = |mark: char| text.lines().take(HEIGHT).filter(|line| line.contains(mark)).count();
            assert_eq!(count(marks.done()), HEIGHT / 2, "{text}");
            assert!(count(marks.left()) > HEIGHT / 2 && text.starts_with("20 ") && text.contains("2 Nov"), "{text}");
            assert_eq!(marks == Marks::Ascii, text.is_ascii(), "{text}");
        }
    }

    #[test]
    fn a_single_day_and_a_past_deadline_can_be_drawn() {
        let day = |day| make_day(2026, 11, day).unwrap();
        let text = drawn(Marks::Blocks, 60, &[(day(2), level(1, 1))], day(2));
        assert!(text.lines().next().unwrap().contains("█████"), "{text}");
        let late = drawn(Marks::Ascii, 60, &[(day(2), level(4, 0)), (day(28), level(4, 1))], day(4));
        assert!(late.lines().nth(2).unwrap().contains('!') && late.contains("28 Nov"), "{late}");
        let before = drawn(Marks::Ascii, 60, &[(day(10), level(4, 0))], day(4));
        assert!(before.contains("10 Nov"), "{before}");
    }
}

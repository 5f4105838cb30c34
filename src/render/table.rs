//! Tables: widths are computed once, then the rows are laid out in blocks and written as they come.
//!
//! A table is never wider than the sheet. Columns that may be wrapped give way first, down to what reads well; then the columns
//! that say least are left out, one after the other; at the very end everything but short names is wrapped as narrow as it takes.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Row, Table, Width, presets};
use textwrap::core::display_width;

use crate::domain::text::shorten;

use super::pen::{Pen, Style, wrapping};
use super::safe::visible_line;

/// Rows laid out at a time: enough to be quick, few enough to keep memory flat.
const BLOCK: usize = 256;
/// Columns between two cells.
const GAP: usize = 2;
/// The most lines that a cell is usually wrapped to.
const LINES_MAX: usize = 3;

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// The narrowest it may get; `None` when it keeps its natural width.
    pub at_least: Option<usize>,
    /// Whether it is set to the right.
    pub right: bool,
    /// The order in which columns are left out where there is no room, from 1; `None` for one that has to stay.
    pub goes: Option<u8>,
}

impl Column {
    /// A column as wide as its widest cell.
    pub fn natural(heading: String) -> Self {
        Self { heading, at_least: None, right: false, goes: None }
    }

    /// The same, set to the right.
    pub fn right(heading: String) -> Self {
        Self { right: true, ..Self::natural(heading) }
    }

    /// A column that gives way when the sheet is narrow; its text is wrapped.
    pub fn flexible(heading: String, at_least: usize) -> Self {
        Self { at_least: Some(at_least), ..Self::natural(heading) }
    }

    /// The same, left out in this place, from 1, where there is no room for all.
    #[must_use]
    pub fn goes(self, order: u8) -> Self {
        Self { goes: Some(order), ..self }
    }
}

/// Writes a table of `count` rows; `cells` gives those of one row. Long cells are wrapped, and shortened after a few lines.
pub fn table(pen: &mut Pen<'_>, columns: &[Column], count: usize, cells: impl Fn(usize) -> Vec<String>) {
    table_of(pen, columns, LINES_MAX, count, cells);
}

/// The same with every row on `lines` lines at most.
pub fn table_of(pen: &mut Pen<'_>, columns: &[Column], lines: usize, count: usize, cells: impl Fn(usize) -> Vec<String>) {
    let shape = Shape::of(columns, pen.sheet().width, (0..count).map(&cells));
    let columns: Vec<&Column> = shape.kept.iter().map(|at| &columns[*at]).collect();
    let cells = |at| shape.kept_of(cells(at));
    let headings: Vec<String> = columns.iter().map(|column| column.heading.clone()).collect();
    if headings.iter().any(|heading| !heading.is_empty()) {
        let heading = block(&columns, &shape.widths, LINES_MAX, std::iter::once(headings));
        pen.styled(Style::Strong, &heading).end();
    }
    for start in (0..count).step_by(BLOCK) {
        if pen.has_failed() {
            return;
        }
        let text = block(&columns, &shape.widths, lines, (start..(start + BLOCK).min(count)).map(&cells));
        pen.line(&text);
    }
}

/// Which columns there is room for, and how wide each is.
struct Shape {
    /// Their places among all, in order.
    kept: Vec<usize>,
    widths: Vec<usize>,
}

impl Shape {
    /// The narrowest that a wrapped text may get before a column is left out no more.
    const LAST_RESORT: usize = 6;

    fn of(columns: &[Column], sheet: Option<usize>, rows: impl Iterator<Item = Vec<String>>) -> Self {
        let mut widths: Vec<usize> = columns.iter().map(|column| display_width(&column.heading)).collect();
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(&row) {
                *width = (*width).max(cell_width(&visible_line(cell)));
            }
        }
        let mut shape = Self { kept: (0..columns.len()).collect(), widths };
        let Some(sheet) = sheet else { return shape };
        // A heading is not broken within a word.
        let word = |column: &Column| column.heading.split(' ').map(display_width).max().unwrap_or_default();
        let least: Vec<_> = columns.iter().map(|column| Some(column.at_least?.max(word(column)))).collect();
        loop {
            let (widths, excess) = shape.narrowed(&least, sheet);
            let leaves = (0..shape.kept.len()).filter_map(|at| Some((columns[shape.kept[at]].goes?, at))).min();
            match leaves {
                _ if excess == 0 => return Self { widths, ..shape },
                Some((_, at)) => _ = (shape.kept.remove(at), shape.widths.remove(at)),
                None => {
                    let least: Vec<_> = least.iter().map(|least| least.map(|_| Self::LAST_RESORT)).collect();
                    return Self { widths: shape.narrowed(&least, sheet).0, ..shape };
                }
            }
        }
    }

    /// The widths when the columns that may be wrapped have given way, the widest first, and how much too wide that still is.
    fn narrowed(&self, least: &[Option<usize>], sheet: usize) -> (Vec<usize>, usize) {
        let mut widths = self.widths.clone();
        let gaps = GAP * widths.len().saturating_sub(1);
        let mut excess = (widths.iter().sum::<usize>() + gaps).saturating_sub(sheet);
        while excess > 0 {
            let may = |at: &usize| least[self.kept[*at]].is_some_and(|least| widths[*at] > least);
            let Some(at) = (0..widths.len()).filter(may).max_by_key(|at| widths[*at]) else { break };
            widths[at] -= 1;
            excess -= 1;
        }
        (widths, excess)
    }

    fn kept_of(&self, cells: Vec<String>) -> Vec<String> {
        let kept = cells.into_iter().enumerate().filter(|(at, _)| self.kept.contains(at));
        kept.map(|(_, cell)| cell).collect()
    }
}

fn cell_width(cell: &str) -> usize {
    if cell.is_ascii() { cell.len() } else { display_width(cell) }
}

/// Lays out some rows, without a final line feed.
fn block(columns: &[&Column], widths: &[usize], lines: usize, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    let last = columns.len().saturating_sub(1);
    for row in rows {
        let fitted = row.iter().zip(widths).map(|(cell, width)| fit(cell, *width, lines));
        table.add_row(Row::from(fitted.collect::<Vec<Cell>>()));
    }
    for (at, column) in columns.iter().enumerate() {
        let Some(layout) = table.column_mut(at) else { continue };
        let gap = if at == last { 0 } else { GAP };
        layout.set_padding((0, u16::try_from(gap).unwrap_or(0)));
        let width = u16::try_from(widths[at] + gap).unwrap_or(u16::MAX);
        layout.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        if column.right {
            layout.set_cell_alignment(CellAlignment::Right);
        }
    }
    let text = table.to_string();
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// The text of a cell, wrapped to `width`, shortened after a few lines.
fn fit(cell: &str, width: usize, most: usize) -> Cell {
    let line = visible_line(cell);
    if cell_width(&line) <= width {
        return Cell::new(line.as_ref());
    }
    let lines = textwrap::wrap(&line, wrapping(width.max(1)));
    if lines.len() <= most {
        return Cell::new(lines.join("\n"));
    }
    let rest = lines[most - 1..].join(" ");
    let mut kept: Vec<&str> = lines[..most - 1].iter().map(AsRef::as_ref).collect();
    let end = shorten(&rest, width);
    kept.push(&end);
    Cell::new(kept.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::pen::Sheet;

    fn drawn(width: Option<usize>, rows: &[[&str; 3]]) -> String {
        let columns = [Column::natural("ID".into()), Column::flexible("TITRE".into(), 8), Column::right("TEMPS".into())];
        let mut out = Vec::new();
        let mut pen = Pen::new(&mut out, Sheet { width, colour: false });
        table(&mut pen, &columns, rows.len(), |at| rows[at].map(str::to_owned).to_vec());
        pen.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_line_up_by_display_width() {
        let text = drawn(None, &[["k7q2m", "任务", "2 h"], ["aaaa1", "e\u{301}te\u{301}", "45 min"]]);
        assert_eq!(text, "ID     TITRE   TEMPS\nk7q2m  任务      2 h\naaaa1  e\u{301}te\u{301}    45 min\n");
    }

    #[test]
    fn long_titles_wrap_in_their_column() {
        let text = drawn(Some(30), &[["k7q2m", "Mettre en ligne la liste des tâches", "2 h"]]);
        assert!(text.lines().all(|line| display_width(line) <= 30), "{text}");
        assert_eq!(text.lines().nth(1).unwrap(), "k7q2m  Mettre en ligne     2 h", "{text}");
        let long = drawn(Some(30), &[["k7q2m", &"mot ".repeat(60), "2 h"]]);
        assert_eq!(long.lines().count(), 1 + LINES_MAX);
        assert!(long.contains('…'));
    }

    #[test]
    fn hostile_cells_stay_on_their_line() {
        let text = drawn(Some(60), &[["k7q2m", "a\nb\u{1b}[31m", "2 h"]]);
        assert!(text.contains("a b<U+001B>[31m"), "{text}");
        assert_eq!(text.lines().count(), 2);
    }
}

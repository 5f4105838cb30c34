//! Tables: widths are computed once, then the rows are laid out in blocks and written as they come.

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
}

impl Column {
    /// A column as wide as its widest cell.
    pub fn natural(heading: String) -> Self {
        Self { heading, at_least: None, right: false }
    }

    /// The same, set to the right.
    pub fn right(heading: String) -> Self {
        Self { right: true, ..Self::natural(heading) }
    }

    /// A column that gives way when the sheet is narrow; its text is wrapped.
    pub fn flexible(heading: String, at_least: usize) -> Self {
        Self { heading, at_least: Some(at_least), right: false }
    }
}

/// Writes a table of `count` rows; `cells` gives those of one row. Long cells are wrapped, and shortened after a few lines.
pub fn table(pen: &mut Pen<'_>, columns: &[Column], count: usize, cells: impl Fn(usize) -> Vec<String>) {
    table_of(pen, columns, LINES_MAX, count, cells);
}

/// The same with every row on `lines` lines at most.
pub fn table_of(pen: &mut Pen<'_>, columns: &[Column], lines: usize, count: usize, cells: impl Fn(usize) -> Vec<String>) {
    let widths = widths(columns, pen.sheet().width, (0..count).map(&cells));
    let headings: Vec<String> = columns.iter().map(|column| column.heading.clone()).collect();
    if headings.iter().any(|heading| !heading.is_empty()) {
        let heading = block(columns, &widths, LINES_MAX, std::iter::once(headings));
        pen.styled(Style::Strong, &heading).end();
    }
    for start in (0..count).step_by(BLOCK) {
        if pen.has_failed() {
            return;
        }
        let text = block(columns, &widths, lines, (start..(start + BLOCK).min(count)).map(&cells));
        pen.line(&text);
    }
}

/// The width of each column: natural where there is room, else the flexible ones share what is left.
fn widths(columns: &[Column], sheet: Option<usize>, rows: impl Iterator<Item = Vec<String>>) -> Vec<usize> {
    let mut widths: Vec<usize> = columns.iter().map(|column| display_width(&column.heading)).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(&row) {
            *width = (*width).max(cell_width(&visible_line(cell)));
        }
    }
    let Some(sheet) = sheet else { return widths };
    let gaps = GAP * columns.len().saturating_sub(1);
    let mut excess = (widths.iter().sum::<usize>() + gaps).saturating_sub(sheet);
    while excess > 0 {
        let widest = (0..columns.len())
            .filter(|at| columns[*at].at_least.is_some_and(|least| widths[*at] > least))
            .max_by_key(|at| widths[*at]);
        let Some(at) = widest else { break };
        widths[at] -= 1;
        excess -= 1;
    }
    widths
}

fn cell_width(cell: &str) -> usize {
    if cell.is_ascii() { cell.len() } else { display_width(cell) }
}

/// Lays out some rows, without a final line feed.
fn block(columns: &[Column], widths: &[usize], lines: usize, rows: impl Iterator<Item = Vec<String>>) -> String {
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

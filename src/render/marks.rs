//! Small drawings made of characters, told apart by their form and not by a colour: a bar, a row of weeks.

use crate::domain::budget::Minutes;

/// The characters that are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marks {
    /// Blocks.
    #[default]
    Blocks,
    /// Blocks whose ground is lighter, for a line of text.
    Shades,
    /// Nothing that a very old terminal, or a reader by ear, does not know.
    Ascii,
}

impl Marks {
    /// What is done.
    pub const fn done(self) -> char {
        match self {
            Self::Blocks => '█',
            Self::Shades => '▓',
            Self::Ascii => '#',
        }
    }

    /// What is still to do.
    pub const fn left(self) -> char {
        match self {
            Self::Blocks | Self::Shades => '░',
            Self::Ascii => '.',
        }
    }

    /// One of several things, or the first of them.
    pub const fn bullet(self, is_first: bool) -> &'static str {
        match (self, is_first) {
            (Self::Ascii, true) => "* ",
            (Self::Ascii, false) => "- ",
            (_, true) => "★ ",
            (_, false) => "• ",
        }
    }

    /// How much stands in each week beside the one with most: from nothing to full.
    const fn heights(self) -> &'static [char] {
        match self {
            Self::Ascii => &['_', '.', ':', '-', '=', '+', '*', '#'],
            Self::Blocks | Self::Shades => &['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
        }
    }

    /// A bar of `width` columns, `done` of `of` filled: full only when all is done.
    pub fn bar(self, done: u64, of: u64, width: u64) -> String {
        let filled = filled(done, of, width);
        let part = |count: u64, mark: char| std::iter::repeat_n(mark, usize::try_from(count).unwrap_or(0));
        part(filled, self.done()).chain(part(width - filled, self.left())).collect()
    }

    /// A row of weeks, one mark each: the lowest stands for nothing.
    pub fn row(self, weeks: &[Minutes]) -> String {
        let most = weeks.iter().max().map_or(0, |week| u64::from(week.get()));
        let heights = self.heights();
        let last = u64::try_from(heights.len() - 1).unwrap_or(0);
        let mark = |week: &Minutes| heights[usize::try_from(filled(u64::from(week.get()), most, last)).unwrap_or(0)];
        weeks.iter().map(mark).collect()
    }
}

/// How many of `width` parts are filled where `done` of `of` is done: none only where nothing is, all only where all is.
pub fn filled(done: u64, of: u64, width: u64) -> u64 {
    let share = (done * width).checked_div(of);
    share.map_or(0, |share| share.max(u64::from(done > 0)).min(width.saturating_sub(u64::from(done < of))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_when_all_is_done() {
        let bar = |done, of| Marks::Blocks.bar(done, of, 4);
        assert_eq!([bar(0, 4), bar(1, 100), bar(99, 100), bar(4, 4), bar(0, 0)], ["░░░░", "█░░░", "███░", "████", "░░░░"]);
        assert_eq!(Marks::Ascii.bar(1, 2, 4), "##..");
    }

    #[test]
    fn a_week_stands_as_high_as_it_brought() {
        let weeks: Vec<Minutes> = [0, 1, 60, 120].iter().map(|minutes| Minutes::new(*minutes).unwrap()).collect();
        assert_eq!(Marks::Blocks.row(&weeks), "▁▂▄█");
        assert_eq!(Marks::Ascii.row(&weeks), "_.-#");
        assert_eq!(Marks::Ascii.row(&[Minutes::ZERO, Minutes::ZERO]), "__");
    }
}

//! A question on the terminal: one that is answered by typing, or a list to choose from.

use std::fmt::Display;

use unicode_width::UnicodeWidthStr;

use crate::domain::message::Message;
use crate::domain::search::Rank;
use crate::domain::text::shorten;
use crate::render::{lines, visible_line};
use crate::usecase::{Failure, Kind};

use super::drawn::End;
use super::environment::screen;
use super::interrupt;
use super::picking::{Picked, pick};
use super::typing::{self, Asked};

/// The columns that stand before a line to choose from, and one to spare.
const MARGIN: usize = 3;
/// The columns that are left for what is typed behind a question.
const TYPED: usize = 10;
/// The rows that a list leaves to its help and to what stands around it.
const AROUND: usize = 3;
/// The fewest lines to choose from at a time.
const FEWEST: usize = 3;
/// The rows of a screen where there is room below a list for what a line of it is about.
const ROOMY: usize = 18;
/// The most rows that takes, and the most of one paragraph of it.
const ABOUT: usize = 7;
const PARAGRAPH: usize = 3;

/// A line that was typed behind `question`, which is `answered` once it is, and that `judge` lets pass; `None` for Escape. What
/// `judge` says otherwise stands above the question while it is asked again, with what was typed still there. `typed` is what
/// stands there from the beginning, and in the end what stood there, after Escape as well.
///
/// # Errors
/// Ctrl-C; a terminal that cannot be read.
pub fn line(
    (question, answered): (&str, &str),
    typed: &mut String,
    judge: &dyn Fn(&str) -> Result<(), String>,
    shown: &dyn Fn(&str) -> String,
) -> Result<Option<String>, Failure> {
    attentive()?;
    let (columns, _) = screen();
    let judge = |text: &str| judge(text).map_err(|why| lines(&why, columns.saturating_sub(MARGIN)).join("\n  "));
    let [question, answered] = [question, answered].map(|question| wrapped(question, columns));
    let asked = Asked { question: &question, answered: &answered, judge: &judge, shown };
    match typing::ask(&asked, typed).map_err(|cause| unanswered(&cause))? {
        End::Entered => Ok(Some(typed.clone())),
        End::Left => Ok(None),
        End::Interrupted => Err(stopped()),
    }
}

/// Lines to choose from.
pub struct Choice<'a> {
    /// What is asked.
    pub question: &'a str,
    /// What can be typed, behind the question until it is answered.
    pub search: &'a str,
    /// Which keys do what.
    pub help: &'a str,
    /// What stands in the list when what was typed finds nothing.
    pub nothing: &'a str,
    /// What can be chosen, each made safe and cut to one row of the terminal by [`one_row`].
    pub lines: &'a [String],
    /// How many are seen at a time, where it is not as many as there is room for.
    pub shown: Option<usize>,
    /// What is said of each once it is chosen.
    pub said: &'a [String],
    /// Where to begin.
    pub start: usize,
    /// How well the line at that place answers to what was typed.
    pub rank: &'a dyn Fn(&str, usize) -> Option<Rank>,
    /// What the line at that place is about, in paragraphs; nothing is asked of it where there is no room.
    pub about: Option<&'a dyn Fn(usize) -> Vec<String>>,
}

/// The place of the line that was chosen; `None` for Escape.
///
/// # Errors
/// As [`line`].
pub fn choose(choice: &Choice<'_>) -> Result<Option<usize>, Failure> {
    attentive()?;
    let (columns, rows) = screen();
    let question = wrapped(&format!("{} {}", choice.question, choice.search), columns);
    let answered = wrapped(choice.question, columns);
    let below = choice.about.filter(|_| rows >= ROOMY);
    let around = AROUND + below.map_or(0, |_| ABOUT + 1);
    let page = rows.saturating_sub(question.lines().count() + around).max(FEWEST);
    let page = choice.shown.map_or(page, |shown| page.min(shown));
    let [help, nothing] = [choice.help, choice.nothing].map(|text| shorten(text, columns.saturating_sub(MARGIN)));
    let last = answered.lines().last().map_or(0, UnicodeWidthStr::width);
    let shown = |at: usize| {
        let said = choice.said.get(at).map_or("", String::as_str);
        shorten(&visible_line(said), columns.saturating_sub(last + 2)).into_owned()
    };
    let about = |at: usize, most: usize| {
        let told = below.filter(|_| most > 0).map(|about| about(at)).unwrap_or_default();
        let room = columns.saturating_sub(MARGIN + 1);
        let rows = told.iter().flat_map(|text| cut(lines(&visible_line(text), room), PARAGRAPH)).collect();
        cut(rows, most.min(ABOUT)).into_iter().map(|row| format!("  {row}")).collect()
    };
    let picked = Picked {
        question: &question,
        answered: &answered,
        lines: choice.lines,
        page,
        help: &help,
        nothing: &nothing,
        rank: choice.rank,
        about: &about,
        shown: &shown,
    };
    match pick(&picked, choice.start).map_err(|cause| unanswered(&cause))? {
        (End::Entered, at) => Ok(Some(at)),
        (End::Left, _) => Ok(None),
        (End::Interrupted, _) => Err(stopped()),
    }
}

/// At most so many rows, with `…` where some are missing.
fn cut(mut rows: Vec<String>, most: usize) -> Vec<String> {
    let is_cut = rows.len() > most;
    rows.truncate(most);
    if let Some(last) = rows.last_mut().filter(|last| is_cut && !last.ends_with('…')) {
        last.push('…');
    }
    rows
}

/// What `line` makes of `text`, of which as much is kept as fits one row of the terminal.
pub fn one_row(text: &str, line: impl Fn(&str) -> String) -> String {
    line(&shorten(&visible_line(text), room(&line(""))))
}

/// The columns that are left in a row of the terminal beside `text`, in a list to choose from.
pub fn room(text: &str) -> usize {
    let (columns, _) = screen();
    columns.saturating_sub(MARGIN + text.width())
}

fn wrapped(question: &str, columns: usize) -> String {
    lines(question, columns.saturating_sub(TYPED)).join("\n")
}

/// From here on Ctrl-C ends the question; one that was pressed before it ends it at once.
fn attentive() -> Result<(), Failure> {
    interrupt::mind();
    if interrupt::is_pressed() { Err(stopped()) } else { Ok(()) }
}

fn unanswered(cause: &dyn Display) -> Failure {
    Failure::new(Kind::Bug, Message::new("no-answer").with("cause", cause.to_string()))
}

/// Nobody answered.
pub fn stopped() -> Failure {
    Failure::new(Kind::Interrupted, Message::new("stopped"))
}

//! A question on the terminal: one that is answered by typing, or a list, drawn by the `inquire` library in words of the
//! catalogue only, since the library's own are English.

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::fmt::{self, Display};

use inquire::list_option::ListOption;
use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, Select};
use unicode_width::UnicodeWidthStr;

use crate::domain::message::Message;
use crate::domain::text::shorten;
use crate::render::{lines, visible_line};
use crate::usecase::{Failure, Kind};

use super::console::end_question;
use super::environment::screen;
use super::interrupt;
use super::typing::{self, Asked, End};

/// The columns that stand before a line to choose from, and one to spare.
const MARGIN: usize = 3;
/// The columns that are left for what is typed behind a question.
const TYPED: usize = 10;
/// The rows that a list leaves to its help and to what stands around it.
const AROUND: usize = 3;
/// The fewest lines to choose from at a time.
const FEWEST: usize = 3;

/// A line that was typed behind `question`, which is `answered` once it is, and that `judge` lets pass; `None` for Escape. What `judge` says otherwise stands
/// above the question while it is asked again, with what was typed still there. `typed` is what stands there from the beginning,
/// and in the end what stood there, after Escape as well.
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
    /// How well the line at that place answers to what was typed, the best with the highest number.
    pub rank: &'a dyn Fn(&str, usize) -> Option<i64>,
}

/// A line of a list; the first stands for nothing where nothing is found.
struct Row<'a> {
    line: &'a str,
    instead: Option<(&'a Cell<bool>, &'a str)>,
}

impl Display for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instead = self.instead.filter(|(is_nothing, _)| is_nothing.get());
        f.write_str(instead.map_or(self.line, |(_, nothing)| nothing))
    }
}

/// The place of the line that was chosen; `None` for Escape.
///
/// # Errors
/// As [`line`].
pub fn choose(choice: &Choice<'_>) -> Result<Option<usize>, Failure> {
    let (mut typed, mut start) = (String::new(), choice.start.min(choice.lines.len().saturating_sub(1)));
    loop {
        attentive()?;
        let is_nothing = Cell::new(false);
        let chosen = choose_once(choice, &mut typed, start, &is_nothing)?;
        if chosen.is_none() || !is_nothing.get() {
            return Ok(chosen);
        }
        start = 0;
    }
}

/// The same; `typed` is what is looked for from the beginning, and in the end what was. Whether nothing is found is kept in
/// `is_nothing`.
fn choose_once(choice: &Choice<'_>, typed: &mut String, start: usize, is_nothing: &Cell<bool>) -> Result<Option<usize>, Failure> {
    let (columns, rows) = screen();
    let question = wrapped(&format!("{} {}", choice.question, choice.search), columns);
    let answered_question = wrapped(choice.question, columns);
    let page = rows.saturating_sub(question.lines().count() + AROUND).max(FEWEST);
    let page = choice.shown.map_or(page, |shown| page.min(shown));
    let [help, nothing] = [choice.help, choice.nothing].map(|text| shorten(text, columns.saturating_sub(MARGIN)));
    let row = |(at, line)| Row { line, instead: (at == 0).then_some((is_nothing, &*nothing)) };
    let options: Vec<Row<'_>> = choice.lines.iter().map(String::as_str).enumerate().map(row).collect();
    let before = typed.clone();
    let kept = RefCell::new(std::mem::take(typed));
    // The library asks of each line in turn, from the first on.
    let scorer = |typed: &str, _: &Row<'_>, _: &str, at: usize| {
        if at == 0 {
            typed.clone_into(&mut kept.borrow_mut());
            is_nothing.set((0..choice.lines.len()).all(|at| (choice.rank)(typed, at).is_none()));
        }
        (choice.rank)(typed, at).or_else(|| (at == 0 && is_nothing.get()).then_some(0))
    };
    let sorter = |ranked: &mut [(usize, i64)]| ranked.sort_by_key(|(at, rank)| (Reverse(*rank), *at));
    let last = answered_question.lines().last().map_or(0, UnicodeWidthStr::width);
    let said = |chosen: ListOption<&Row<'_>>| {
        let said = choice.said.get(chosen.index).filter(|_| !is_nothing.get());
        let said = said.map_or_else(|| chosen.value.to_string(), |said| visible_line(said).into_owned());
        shorten(&said, columns.saturating_sub(last + 2)).into_owned()
    };
    let select = Select::new("", options).with_render_config(look(&question, &answered_question));
    let select = select.with_help_message(&help).with_page_size(page).with_starting_cursor(start).with_formatter(&said);
    let select = select.with_starting_filter_input(&before).with_scorer(&scorer).with_sorter(&sorter);
    let chosen = answered(select.raw_prompt())?.map(|chosen| chosen.index);
    *typed = kept.take();
    Ok(chosen)
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

/// Nothing of the library's own: a sign before the line that is pointed at, and arrows where there is more.
fn look<'q>(question: &'q str, answered: &'q str) -> RenderConfig<'q> {
    let mut look = RenderConfig::empty();
    // The library sets a space behind what it writes before a question: so the question is all of it.
    look.prompt_prefix = Styled::new(question);
    look.answered_prompt_prefix = Styled::new(answered);
    look.canceled_prompt_indicator = Styled::new("");
    look
}

/// From here on Ctrl-C ends the question; one that was pressed before it ends it at once.
fn attentive() -> Result<(), Failure> {
    interrupt::mind();
    if interrupt::is_pressed() { Err(stopped()) } else { Ok(()) }
}

fn answered<T>(answer: Result<T, InquireError>) -> Result<Option<T>, Failure> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(InquireError::OperationCanceled) => Ok(None),
        Err(InquireError::OperationInterrupted) => {
            end_question();
            Err(stopped())
        }
        Err(cause) => Err(unanswered(&cause)),
    }
}

fn unanswered(cause: &dyn Display) -> Failure {
    Failure::new(Kind::Bug, Message::new("no-answer").with("cause", cause.to_string()))
}

/// Nobody answered.
pub fn stopped() -> Failure {
    Failure::new(Kind::Interrupted, Message::new("stopped"))
}

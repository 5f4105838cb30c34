//! A question on the terminal, drawn by the `inquire` library in words of the catalogue only: the library's own are English.

use std::cmp::Reverse;

use inquire::ui::{ErrorMessageRenderConfig, RenderConfig, Styled};
use inquire::validator::Validation;
use inquire::{InquireError, Select, Text};
use unicode_width::UnicodeWidthStr;

use crate::domain::message::Message;
use crate::domain::text::shorten;
use crate::render::{lines, visible_line};
use crate::usecase::{Failure, Kind};

use super::console::end_question;
use super::environment::screen;
use super::interrupt;

/// The columns that stand before a line to choose from, and one to spare.
const MARGIN: usize = 3;
/// The columns that are left for what is typed behind a question.
const TYPED: usize = 10;
/// The rows that a list leaves to its help and to what stands around it.
const AROUND: usize = 3;
/// The fewest lines to choose from at a time.
const FEWEST: usize = 3;

/// A line that was typed behind `question` and that `judge` lets pass; `None` for Escape. What `judge` says otherwise stands
/// above the question while it is asked again, with what was typed still there.
///
/// # Errors
/// Ctrl-C; a terminal that cannot be read.
pub fn line(
    question: &str,
    typed: &str,
    judge: &dyn Fn(&str) -> Result<(), String>,
    shown: &dyn Fn(&str) -> String,
) -> Result<Option<String>, Failure> {
    attentive()?;
    let (columns, _) = screen();
    let validator = move |text: &str| {
        let judged = judge(text).map_err(|why| lines(&why, columns.saturating_sub(MARGIN)).join("\n  "));
        Ok(judged.map_or_else(|why| Validation::Invalid(why.into()), |()| Validation::Valid))
    };
    let question = wrapped(question, columns);
    let text = Text::new("").with_render_config(look(&question)).with_initial_value(typed).with_formatter(shown);
    answered(text.with_validator(validator).prompt())
}

/// Lines to choose from.
pub struct Choice<'a> {
    /// What is asked.
    pub question: &'a str,
    /// Which keys do what.
    pub help: &'a str,
    /// What can be chosen, each made safe and cut to one row of the terminal by [`one_row`].
    pub lines: &'a [String],
    /// How many are seen at a time, where it is not as many as there is room for.
    pub shown: Option<usize>,
    /// Where to begin.
    pub start: usize,
    /// How well the line at that place answers to what was typed, the best with the highest number.
    pub rank: &'a dyn Fn(&str, usize) -> Option<i64>,
}

/// The place of the line that was chosen; `None` for Escape.
///
/// # Errors
/// As [`line`].
pub fn choose(choice: &Choice<'_>) -> Result<Option<usize>, Failure> {
    attentive()?;
    let (columns, rows) = screen();
    let question = wrapped(choice.question, columns);
    let page = rows.saturating_sub(question.lines().count() + AROUND).max(FEWEST);
    let page = choice.shown.map_or(page, |shown| page.min(shown));
    let options: Vec<&str> = choice.lines.iter().map(String::as_str).collect();
    let help = shorten(choice.help, columns.saturating_sub(MARGIN));
    let select = Select::new("", options).with_render_config(look(&question)).with_help_message(&help).with_page_size(page);
    let scorer = |typed: &str, _: &&str, _: &str, at: usize| (choice.rank)(typed, at);
    let sorter = |ranked: &mut [(usize, i64)]| ranked.sort_by_key(|(at, rank)| (Reverse(*rank), *at));
    let start = choice.start.min(choice.lines.len().saturating_sub(1));
    let select = select.with_starting_cursor(start).with_scorer(&scorer).with_sorter(&sorter);
    Ok(answered(select.raw_prompt())?.map(|chosen| chosen.index))
}

/// What `line` makes of `text`, of which as much is kept as fits one row of the terminal.
pub fn one_row(text: &str, line: impl Fn(&str) -> String) -> String {
    let (columns, _) = screen();
    let room = columns.saturating_sub(MARGIN + line("").width());
    line(&shorten(&visible_line(text), room))
}

fn wrapped(question: &str, columns: usize) -> String {
    lines(question, columns.saturating_sub(TYPED)).join("\n")
}

/// Nothing of the library's own: a sign before an error, one before the line that is pointed at, and arrows where there is more.
fn look(question: &str) -> RenderConfig<'_> {
    let mut look = RenderConfig::empty();
    // The library sets a space behind what it writes before a question: so the question is all of it.
    look.prompt_prefix = Styled::new(question);
    look.answered_prompt_prefix = look.prompt_prefix;
    look.canceled_prompt_indicator = Styled::new("");
    look.error_message = ErrorMessageRenderConfig::empty().with_prefix(Styled::new("!"));
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
        Err(cause) => Err(Failure::new(Kind::Bug, Message::new("no-answer").with("cause", cause.to_string()))),
    }
}

/// Nobody answered.
pub fn stopped() -> Failure {
    Failure::new(Kind::Interrupted, Message::new("stopped"))
}

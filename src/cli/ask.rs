//! Questions to the person at the terminal. Without one, each question is an error that names the flag to use.

use std::fmt;

use dialoguer::console::Term;
use dialoguer::theme::Theme;
use dialoguer::{FuzzySelect, Input};
use unicode_width::UnicodeWidthStr;

use crate::domain::message::Message;
use crate::domain::text::shorten;
use crate::render::{Catalogue, brief_state, lines, visible_line};
use crate::store::TaskFile;
use crate::usecase::failure::missing;
use crate::usecase::read::find::Candidate;
use crate::usecase::{Failure, Kind};

use super::interrupt;

/// The columns that stand before a line to choose from, and one to spare.
const MARGIN: usize = 4;
/// The most lines to choose from at a time below a page that stays in view.
const FEW: usize = 5;
/// The columns that are left for what is typed behind a question.
const TYPED: usize = 10;
/// The most tasks that an error lists.
const LISTED: usize = 10;

/// Questions as the catalogue words them: the library's own words are English.
struct Spoken;

impl Theme for Spoken {
    fn format_error(&self, f: &mut dyn fmt::Write, error: &str) -> fmt::Result {
        f.write_str(error)
    }

    fn format_input_prompt(&self, f: &mut dyn fmt::Write, prompt: &str, default: Option<&str>) -> fmt::Result {
        match default {
            Some(default) => write!(f, "{prompt} [{default}] "),
            None => write!(f, "{prompt} "),
        }
    }

    fn format_input_prompt_selection(&self, f: &mut dyn fmt::Write, prompt: &str, chosen: &str) -> fmt::Result {
        write!(f, "{prompt} {chosen}")
    }
}

/// Asks, or says that it cannot.
pub struct Asker<'a> {
    /// The sentences.
    pub say: &'a Catalogue,
    /// Whether anybody answers.
    pub can_ask: bool,
}

impl Asker<'_> {
    /// Which task is meant.
    ///
    /// # Errors
    /// Nobody to ask; a question left unanswered.
    pub fn task(&self, candidates: Vec<Candidate>, typed: &str) -> Result<TaskFile, Failure> {
        if !self.can_ask {
            return Err(several(self.say, &candidates, typed));
        }
        let width = candidates.iter().map(|it| it.file.id.as_str().len()).max().unwrap_or(0);
        let line = |it: &Candidate| {
            let (id, state) = (it.file.id.as_str(), brief_state(self.say, it));
            one_row(&visible_line(&it.title), |title| format!("{id:width$}  {title} ({state})"))
        };
        let lines: Vec<String> = candidates.iter().map(line).collect();
        attentive()?;
        let chosen = FuzzySelect::with_theme(&Spoken)
            .with_prompt(self.say.word("ask-task"))
            .items(&lines)
            .default(0)
            .max_length(12)
            .interact_opt();
        let at = chosen.map_err(|error| unanswered(&error))?.ok_or_else(stopped)?;
        candidates.into_iter().nth(at).map(|it| it.file).ok_or_else(stopped)
    }

    /// One of `lines`, each as wide as the terminal allows, a few at a time; `None` for nobody to ask, and for Escape.
    ///
    /// # Errors
    /// A question that cannot be asked; Ctrl-C.
    pub fn one_of(&self, question: &str, lines: &[String]) -> Result<Option<usize>, Failure> {
        if !self.can_ask {
            return Ok(None);
        }
        let lines: Vec<String> = lines.iter().map(|line| one_row(&visible_line(line), str::to_owned)).collect();
        attentive()?;
        let select = FuzzySelect::with_theme(&Spoken).with_prompt(self.say.word(question)).items(&lines);
        let chosen = select.default(0).max_length(FEW).clear(true).report(false).interact_opt();
        chosen.map_err(|error| unanswered(&error))
    }

    /// A choice among words; the answer is its place.
    ///
    /// # Errors
    /// As [`Asker::task`].
    pub fn choice(&self, question: &str, flag: &str, words: &[String]) -> Result<usize, Failure> {
        if !self.can_ask {
            return Err(missing(flag));
        }
        let lines: Vec<_> = words.iter().map(|word| one_row(&visible_line(word), str::to_owned)).collect();
        attentive()?;
        let chosen =
            FuzzySelect::with_theme(&Spoken).with_prompt(self.say.word(question)).items(&lines).default(0).interact_opt();
        chosen.map_err(|error| unanswered(&error))?.ok_or_else(stopped)
    }

    /// A text that `read` understands; asked again until it does.
    ///
    /// # Errors
    /// As [`Asker::task`].
    pub fn value<T>(
        &self,
        question: &str,
        flag: &str,
        proposed: Option<&str>,
        read: impl Fn(&str) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        if !self.can_ask {
            return Err(missing(flag));
        }
        attentive()?;
        let mut input = Input::<String>::with_theme(&Spoken)
            .with_prompt(self.say.word(question))
            .validate_with(|text: &String| read(text).map(drop).map_err(|failure| self.say.say(&failure.message)));
        if let Some(proposed) = proposed {
            input = input.default(visible_line(proposed).into_owned());
        }
        let text = input.interact_text().map_err(|error| unanswered(&error))?;
        read(&text)
    }

    /// A text that may be left out.
    ///
    /// # Errors
    /// A question left unanswered. Without a terminal there is simply no text.
    pub fn optional(&self, question: &str) -> Result<Option<String>, Failure> {
        if !self.can_ask {
            return Ok(None);
        }
        attentive()?;
        let input = Input::<String>::with_theme(&Spoken).with_prompt(self.say.word(question)).allow_empty(true);
        let text = input.interact_text().map_err(|error| unanswered(&error))?;
        Ok(Some(text).filter(|text| !text.trim().is_empty()))
    }

    /// Whether to go on; "yes" is proposed.
    ///
    /// # Errors
    /// A "no". Without a terminal nobody objects.
    pub fn confirm(&self, question: &Message) -> Result<(), Failure> {
        self.confirm_from(question, 0)
    }

    /// The same for what cannot be taken back everywhere: "no" is proposed.
    ///
    /// # Errors
    /// As [`Asker::confirm`].
    pub fn confirm_loss(&self, question: &Message) -> Result<(), Failure> {
        self.confirm_from(question, 1)
    }

    fn confirm_from(&self, question: &Message, proposed: usize) -> Result<(), Failure> {
        if !self.can_ask || self.says_yes(question, proposed)? == Some(true) { Ok(()) } else { Err(stopped()) }
    }

    /// Whether the person says yes to something that may as well be left for later: no answer is a no.
    ///
    /// # Errors
    /// Ctrl-C.
    pub fn agrees(&self, question: &Message) -> Result<bool, Failure> {
        Ok(self.says_yes(question, 0)? == Some(true))
    }

    /// Yes or no, with the arrows or the first letters of either; `None` for Escape.
    ///
    /// The question is written above the line that is typed on: the library draws that line anew at each key, and takes it for
    /// a single row.
    fn says_yes(&self, question: &Message, proposed: usize) -> Result<Option<bool>, Failure> {
        let answers = [self.say.word("yes"), self.say.word("no")];
        attentive()?;
        let term = Term::stderr();
        let mut rows = lines(&self.say.say(question), usize::from(term.size().1).saturating_sub(TYPED));
        let prompt = rows.pop().unwrap_or_default();
        for row in rows {
            term.write_line(&row).map_err(|cause| unanswered(&cause.into()))?;
        }
        let select = FuzzySelect::with_theme(&Spoken).with_prompt(prompt).items(&answers).default(proposed);
        let asked = select.highlight_matches(false).interact_opt();
        Ok(asked.map_err(|error| unanswered(&error))?.map(|at| at == 0))
    }
}

fn several(say: &Catalogue, candidates: &[Candidate], typed: &str) -> Failure {
    let message = if typed.is_empty() {
        Message::new("which-task")
    } else {
        Message::new("which-of").with("typed", typed).with("count", candidates.len())
    };
    let line = |it: &Candidate| {
        Message::new("candidate").with("id", &it.file.id).with("task", it.title.as_str()).with("status", brief_state(say, it))
    };
    let mut failure = Failure::new(Kind::Usage, message);
    failure.details = candidates.iter().take(LISTED).map(line).collect();
    if candidates.len() > LISTED {
        failure.details.push(Message::new("candidates-more").with("count", candidates.len() - LISTED));
    }
    failure
}

/// What `line` makes of `text`, of which as much is kept as fits one row of the terminal.
///
/// The library counts bytes when it takes away what it showed: a line with more bytes than the terminal has columns would
/// take along what stands above the question.
fn one_row(text: &str, line: impl Fn(&str) -> String) -> String {
    let columns = usize::from(Term::stderr().size().1);
    let fits = |line: &String| line.len() <= columns && line.width() + MARGIN <= columns;
    let mut widths = (0..=columns).rev().map(|width| line(&shorten(text, width)));
    widths.find(fits).unwrap_or_else(|| line(""))
}

/// From here on Ctrl-C ends the question; one that was pressed before it ends it at once.
fn attentive() -> Result<(), Failure> {
    interrupt::mind();
    if interrupt::is_pressed() { Err(stopped()) } else { Ok(()) }
}

fn unanswered(error: &dialoguer::Error) -> Failure {
    let dialoguer::Error::IO(cause) = error;
    // Where the cursor cannot be shown, nothing else can either.
    let _ = Term::stderr().show_cursor();
    match cause.kind() {
        std::io::ErrorKind::Interrupted | std::io::ErrorKind::UnexpectedEof => stopped(),
        _ => Failure::new(Kind::Bug, Message::new("no-answer").with("cause", cause.to_string())),
    }
}

fn stopped() -> Failure {
    Failure::new(Kind::Interrupted, Message::new("stopped"))
}

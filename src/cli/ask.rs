//! Questions to the person at the terminal. Without one, each question is an error that names the flag to use.

use unicode_width::UnicodeWidthStr;

use crate::domain::message::Message;
use crate::domain::search::{Rank, Sought};
use crate::domain::text::folded;
use crate::render::{Catalogue, brief_state, visible_line};
use crate::store::TaskFile;
use crate::usecase::Failure;
use crate::usecase::failure::missing;
use crate::usecase::read::find::Candidate;

use super::candidates::{REASONS, several};
use super::prompt::{Choice, choose, line, one_row, room, stopped};

/// The columns of a title that no reason takes.
const TITLE: usize = 40;
/// What people type for yes and for no, in either language.
const ANSWERS: [(&str, bool); 7] =
    [("o", true), ("oui", true), ("y", true), ("yes", true), ("n", false), ("non", false), ("no", false)];

/// What a task is about, in paragraphs, for whoever chooses one.
type About<'a> = &'a dyn Fn(&TaskFile) -> Vec<String>;

/// A question whose answer is typed.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The sentence of the catalogue.
    pub key: &'a str,
    /// What the answer is when nothing is typed.
    pub proposed: Option<&'a str>,
}

/// A question that is answered by one of several lines.
#[derive(Debug, Clone, Copy)]
pub struct Pick<'a> {
    /// The sentence of the catalogue.
    pub key: &'a str,
    /// What can be chosen.
    pub lines: &'a [String],
    /// How many are seen at a time, where it is not as many as there is room for.
    pub shown: Option<usize>,
    /// Where to begin.
    pub start: usize,
    /// What Escape does.
    pub escape: Escape,
}

/// What Escape does in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escape {
    /// It ends the command.
    Stops,
    /// It goes back to another question.
    GoesBack,
    /// It leaves the choice for another time.
    Postpones,
}

impl Escape {
    /// The line of help below the list.
    fn help(self) -> &'static str {
        match self {
            Self::Stops => "ask-help-pick",
            Self::GoesBack => "ask-help-back",
            Self::Postpones => "ask-help-later",
        }
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
    pub fn task(&self, candidates: Vec<Candidate>, typed: &str, about: About<'_>) -> Result<TaskFile, Failure> {
        if !self.can_ask {
            return Err(several(self.say, &candidates, typed));
        }
        self.pick_task(candidates, "ask-task", None, about)?.ok_or_else(stopped)
    }

    /// A task to begin with, of which the first `shown` are seen at a time; `None` for Escape.
    ///
    /// # Errors
    /// A question that cannot be asked; Ctrl-C.
    pub fn first_task(&self, candidates: Vec<Candidate>, shown: usize, about: About<'_>) -> Result<Option<TaskFile>, Failure> {
        self.pick_task(candidates, "ask-first-task", Some(shown), about)
    }

    fn pick_task(
        &self,
        candidates: Vec<Candidate>,
        question: &str,
        shown: Option<usize>,
        about: About<'_>,
    ) -> Result<Option<TaskFile>, Failure> {
        let width = candidates.iter().map(|it| it.file.id.as_str().len()).max().unwrap_or(0);
        let line = |it: &Candidate| {
            let id = it.file.id.as_str();
            let with = |reasons: usize, title: &str| format!("{id:width$}  {title} ({})", brief_state(self.say, it, reasons));
            // What a task is about counts more than why it suits.
            let wanted = it.title.width().min(TITLE);
            let reasons = (0..=REASONS).rev().find(|reasons| room(&with(*reasons, "")) >= wanted).unwrap_or(0);
            one_row(&it.title, |title| with(reasons, title))
        };
        let lines: Vec<String> = candidates.iter().map(line).collect();
        let said: Vec<String> = candidates.iter().map(|it| format!("{}  {}", it.file.id, it.title)).collect();
        let rank = |sought: &Sought, at: usize| candidates.get(at).and_then(|it| it.rank(sought));
        let escape = if shown.is_some() { Escape::Postpones } else { Escape::Stops };
        let pick = Pick { key: question, lines: &lines, shown, start: 0, escape };
        let about = |at: usize| candidates.get(at).map(|it| about(&it.file)).unwrap_or_default();
        let at = self.pick(pick, &said, &rank, Some(&about))?;
        Ok(at.and_then(|at| candidates.into_iter().nth(at)).map(|it| it.file))
    }

    /// The place of one of the lines; `None` for nobody to ask, and for Escape.
    ///
    /// # Errors
    /// A question that cannot be asked; Ctrl-C.
    pub fn one_of(&self, pick: Pick<'_>) -> Result<Option<usize>, Failure> {
        if !self.can_ask {
            return Ok(None);
        }
        let lines: Vec<String> = pick.lines.iter().map(|line| one_row(line, str::to_owned)).collect();
        self.pick(Pick { lines: &lines, ..pick }, pick.lines, &|sought, at| sought.rank(pick.lines.get(at)?, &[]), None)
    }

    fn pick(
        &self,
        Pick { key, lines, shown, start, escape }: Pick<'_>,
        said: &[String],
        rank: &dyn Fn(&Sought, usize) -> Option<Rank>,
        about: Option<&dyn Fn(usize) -> Vec<String>>,
    ) -> Result<Option<usize>, Failure> {
        let [question, search, help, nothing] = [key, "ask-search", escape.help(), "ask-nothing"].map(|key| self.say.word(key));
        let rank = |typed: &str, at: usize| rank(&Sought::new(typed), at);
        choose(&Choice {
            question: &question,
            search: &search,
            help: &help,
            nothing: &nothing,
            lines,
            said,
            shown,
            start,
            rank: &rank,
            about,
        })
    }

    /// A text that `read` understands; asked again until it does. Without an answer it is what was `proposed`.
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
        self.ask(Question { key: question, proposed }, &mut String::new(), &read)?.ok_or_else(stopped)
    }

    /// The same for what may be left out.
    ///
    /// # Errors
    /// A question left unanswered. Without a terminal there is simply no answer.
    pub fn optional<T>(&self, question: &str, read: impl Fn(&str) -> Result<T, Failure>) -> Result<Option<T>, Failure> {
        if !self.can_ask {
            return Ok(None);
        }
        self.ask_optional(question, &mut String::new(), read)?.ok_or_else(stopped)
    }

    /// The same where Escape goes back: then it is `None`. `typed` as in [`Asker::ask`].
    ///
    /// # Errors
    /// Ctrl-C.
    pub fn ask_optional<T>(
        &self,
        question: &str,
        typed: &mut String,
        read: impl Fn(&str) -> Result<T, Failure>,
    ) -> Result<Option<Option<T>>, Failure> {
        let read = |text: &str| if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) };
        self.ask(Question { key: question, proposed: None }, typed, &read)
    }

    /// What `read` makes of what is typed; `None` for Escape. `typed` stands there from the beginning, and holds in the end what
    /// was typed, after Escape as well.
    ///
    /// # Errors
    /// Ctrl-C.
    pub fn ask<T>(
        &self,
        Question { key, proposed }: Question<'_>,
        typed: &mut String,
        read: &dyn Fn(&str) -> Result<T, Failure>,
    ) -> Result<Option<T>, Failure> {
        let proposed = proposed.map(visible_line);
        let question = self.say.word(key);
        let asked = proposed.as_ref().map_or_else(|| question.clone(), |proposed| format!("{question} [{proposed}]"));
        let meant = |text: &str| match &proposed {
            Some(proposed) if text.trim().is_empty() => proposed.to_string(),
            _ => text.to_owned(),
        };
        let judge =
            |text: &str| read(&meant(text)).map(drop).map_err(|failure| self.say.say(&self.in_words(&failure.message, key)));
        let Some(text) = line((&asked, &question), typed, &judge, &meant)? else { return Ok(None) };
        read(&meant(&text)).map(Some)
    }

    /// Whether to go on; "yes" is proposed.
    ///
    /// # Errors
    /// A "no". Without a terminal nobody objects.
    pub fn confirm(&self, question: &Message) -> Result<(), Failure> {
        self.confirm_from(question, true)
    }

    /// The same for what cannot be taken back everywhere: "no" is proposed.
    ///
    /// # Errors
    /// As [`Asker::confirm`].
    pub fn confirm_loss(&self, question: &Message) -> Result<(), Failure> {
        self.confirm_from(question, false)
    }

    fn confirm_from(&self, question: &Message, proposed: bool) -> Result<(), Failure> {
        if !self.can_ask || self.says_yes(question, proposed)? { Ok(()) } else { Err(stopped()) }
    }

    /// Whether the person says yes to something that may as well be left for later: no answer is a no.
    ///
    /// # Errors
    /// Ctrl-C.
    pub fn agrees(&self, question: &Message) -> Result<bool, Failure> {
        self.says_yes(question, true)
    }

    /// Whether the answer is yes; Escape is a no.
    ///
    /// # Errors
    /// Ctrl-C.
    pub fn says_yes(&self, question: &Message, proposed: bool) -> Result<bool, Failure> {
        let choices = self.say.word(if proposed { "ask-choices-yes" } else { "ask-choices-no" });
        let question = format!("{} {choices}", self.say.say(question));
        let read = |text: &str| yes_or_no(text, proposed);
        let judge = |text: &str| read(text).map(drop).ok_or_else(|| self.say.word("ask-yes-or-no"));
        let shown = |text: &str| self.say.word(if read(text) == Some(true) { "yes" } else { "no" });
        Ok(line((&question, &question), &mut String::new(), &judge, &shown)?.and_then(|text| read(&text)) == Some(true))
    }

    /// The message about an answer, called what it is to somebody who was asked: nobody typed a flag.
    fn in_words(&self, message: &Message, question: &str) -> Message {
        let label = question.replacen("ask", "label", 1);
        let label = self.say.find(&label).unwrap_or_else(|| self.say.word("label-answer"));
        let others = message.args().iter().filter(|(name, _)| *name != "flag");
        others.fold(Message::new(message.key()).with("flag", label), |said, (name, value)| said.with(name, value.clone()))
    }
}

/// What was typed for yes or no; nothing is what was `proposed`.
pub(super) fn yes_or_no(text: &str, proposed: bool) -> Option<bool> {
    let typed = folded(text);
    let found = ANSWERS.iter().find(|(word, _)| *word == typed).map(|(_, meant)| *meant);
    found.or(typed.is_empty().then_some(proposed))
}

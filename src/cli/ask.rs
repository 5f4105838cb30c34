//! Questions to the person at the terminal. Without one, each question is an error that names the flag to use.

use dialoguer::theme::SimpleTheme;
use dialoguer::{Confirm, FuzzySelect, Input};

use crate::domain::message::Message;
use crate::render::{Catalogue, status, visible_line};
use crate::store::TaskFile;
use crate::usecase::find::Candidate;
use crate::usecase::tasks::missing;
use crate::usecase::{Failure, Kind};

/// The most tasks that an error lists.
const LISTED: usize = 10;

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
            format!("{:width$}  {} ({})", it.file.id.as_str(), visible_line(&it.title), status(self.say, it.status))
        };
        let lines: Vec<String> = candidates.iter().map(line).collect();
        let chosen = FuzzySelect::with_theme(&SimpleTheme)
            .with_prompt(self.say.word("ask-task"))
            .items(&lines)
            .default(0)
            .max_length(12)
            .interact_opt();
        let at = chosen.map_err(|error| unanswered(&error))?.ok_or_else(stopped)?;
        candidates.into_iter().nth(at).map(|it| it.file).ok_or_else(stopped)
    }

    /// A choice among words; the answer is its place.
    ///
    /// # Errors
    /// As [`Asker::task`].
    pub fn choice(&self, question: &str, flag: &str, words: &[String]) -> Result<usize, Failure> {
        if !self.can_ask {
            return Err(missing(flag));
        }
        let lines: Vec<_> = words.iter().map(|word| visible_line(word).into_owned()).collect();
        let chosen =
            FuzzySelect::with_theme(&SimpleTheme).with_prompt(self.say.word(question)).items(&lines).default(0).interact_opt();
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
        let mut input = Input::<String>::with_theme(&SimpleTheme)
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
        let input = Input::<String>::with_theme(&SimpleTheme).with_prompt(self.say.word(question)).allow_empty(true);
        let text = input.interact_text().map_err(|error| unanswered(&error))?;
        Ok(Some(text).filter(|text| !text.trim().is_empty()))
    }

    /// Whether to go on.
    ///
    /// # Errors
    /// A "no". Without a terminal nobody objects.
    pub fn confirm(&self, question: &Message) -> Result<(), Failure> {
        if !self.can_ask {
            return Ok(());
        }
        let asked = Confirm::with_theme(&SimpleTheme).with_prompt(self.say.say(question)).default(true).interact_opt();
        match asked.map_err(|error| unanswered(&error))? {
            Some(true) => Ok(()),
            _ => Err(stopped()),
        }
    }
}

fn several(say: &Catalogue, candidates: &[Candidate], typed: &str) -> Failure {
    let message = if typed.is_empty() {
        Message::new("which-task")
    } else {
        Message::new("which-of").with("typed", typed).with("count", candidates.len())
    };
    let line = |it: &Candidate| {
        Message::new("candidate").with("id", &it.file.id).with("task", it.title.as_str()).with("status", status(say, it.status))
    };
    let mut failure = Failure::new(Kind::Usage, message);
    failure.details = candidates.iter().take(LISTED).map(line).collect();
    if candidates.len() > LISTED {
        failure.details.push(Message::new("candidates-more").with("count", candidates.len() - LISTED));
    }
    failure
}

fn unanswered(error: &dialoguer::Error) -> Failure {
    let dialoguer::Error::IO(cause) = error;
    match cause.kind() {
        std::io::ErrorKind::Interrupted | std::io::ErrorKind::UnexpectedEof => stopped(),
        _ => Failure::new(Kind::Bug, Message::new("no-answer").with("cause", cause.to_string())),
    }
}

fn stopped() -> Failure {
    Failure::new(Kind::Interrupted, Message::new("stopped"))
}

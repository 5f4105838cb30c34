//! What is said back before it is written: how a day was read, and what `check` would remark on for ever after.

use crate::domain::day::Day;
use crate::domain::message::{Arg, Message};
use crate::domain::typed_day::{Side, TypedDay};
use crate::rules::is_personal;
use crate::usecase::{Context, Failure, Kind, Receipt};

use super::front::Front;
use super::values::{self, about};

impl Front<'_> {
    /// Does what `operation` does, as [`Front::agreed`], and answers.
    ///
    /// # Errors
    /// As the operation; a "no".
    pub fn act(&self, operation: impl Fn(&Context) -> Result<Receipt, Failure>) -> Result<(), Failure> {
        self.answer(&self.agreed(operation)?)
    }

    /// Does what `operation` does. What `check` would remark on is said first, and asked about where somebody can answer; where
    /// nobody can, nothing personal is written unasked.
    ///
    /// # Errors
    /// As the operation; a "no", or nobody to ask.
    pub fn agreed<T>(&self, operation: impl Fn(&Context) -> Result<T, Failure>) -> Result<T, Failure> {
        self.agreed_but(&[], operation)
    }

    /// The same where the person agreed to some remarks before.
    ///
    /// # Errors
    /// As [`Front::agreed`].
    pub fn agreed_but<T>(&self, known: &[Message], operation: impl Fn(&Context) -> Result<T, Failure>) -> Result<T, Failure> {
        let mut remarks = match operation(self.context) {
            Err(failure) if failure.kind == Kind::Unagreed => remarks_of(failure),
            done => return done,
        };
        remarks.retain(|remark| !known.contains(remark));
        let (last, others) = remarks.split_last().map_or((None, &[][..]), |(last, others)| (Some(last), others));
        others.iter().try_for_each(|remark| self.remark(remark))?;
        if let Some(last) = last {
            let writing = &self.context.writing;
            let is_free = writing.yes || writing.dry_run;
            if self.ask.can_ask && !is_free {
                self.ask.confirm_loss(&Message::new("ask-write-anyway").with("remark", last.clone()))?;
            } else if let Some(found) = remarks.iter().find(|remark| !is_free && is_personal(remark)) {
                return Err(Failure::new(Kind::Usage, found.clone()).hint(Message::new("hint-write-anyway")));
            } else {
                self.remark(last)?;
            }
        }
        self.context.agreed.give();
        operation(self.context)
    }

    /// The day of what is planned or looked for, where one was typed. How it was read is said where it was guessed, and where
    /// others would read another.
    ///
    /// # Errors
    /// A text that is no day.
    pub fn day(&self, flag: &str, typed: Option<&String>) -> Result<Option<Day>, Failure> {
        typed.map(|text| self.day_on(Side::Ahead, flag, text)).transpose()
    }

    /// A day on that side of today, said back likewise; `what` it is.
    ///
    /// # Errors
    /// As [`Front::day`].
    pub fn day_on(&self, side: Side, what: impl Into<Arg>, text: &str) -> Result<Day, Failure> {
        let what = what.into();
        let read = values::day(text, self.context.today, side).map_err(about(what.clone()))?;
        self.say_back(what, text, read).map(|()| read.day)
    }

    /// Says how the day in `text` was read, where it was guessed or others would read another; `what` it is.
    ///
    /// # Errors
    /// A write that fails.
    pub fn say_back(&self, what: impl Into<Arg>, text: &str, TypedDay { day, is_full }: TypedDay) -> Result<(), Failure> {
        let what = what.into();
        let about = |key| Message::new(key).with("flag", what.clone()).with("found", text);
        if !is_full {
            let weekday = self.say.language().weekday(day, self.context.today);
            self.remark_unless_quiet(&about("day-meant").with("day", self.say.done_on(day, &weekday)))?;
        } else if values::reads_two_ways(text) {
            self.remark_unless_quiet(&about("day-read").with("day", day))?;
        }
        Ok(())
    }

    pub(super) fn remark_unless_quiet(&self, message: &Message) -> Result<(), Failure> {
        if self.quiet { Ok(()) } else { self.remark(message) }
    }
}

/// Everything that is to be agreed to.
pub(super) fn remarks_of(failure: Failure) -> Vec<Message> {
    [vec![failure.message], failure.details].concat()
}

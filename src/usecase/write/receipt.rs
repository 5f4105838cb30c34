//! What a write answers. Which sentence it is follows from how the write landed, here and nowhere else: what is only asked for
//! is never told as done, and no operation can answer without having both to say.

use crate::domain::message::Message;
use crate::domain::operation::Operation;
use crate::usecase::context::Context;
use crate::usecase::context::landing::Landing;
use crate::usecase::request::notes::unanswered;

/// What a write leaves behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    effect: Message,
    /// Whether and how it was committed.
    pub landing: Landing,
    /// Anything else worth knowing.
    pub notes: Vec<Message>,
}

/// What there is to say of a write, however it lands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    done: Message,
    asked: Message,
    nothing: Message,
}

impl Effect {
    /// `done`; or, where it went to a branch of its own, that `operation` is asked for what is called `title`; or that there was
    /// nothing to change in it.
    pub fn new(context: &Context, operation: Operation, title: &str, done: Message) -> Self {
        let asked = match &context.on_behalf {
            Some(person) => Message::new("request-prepared-for").with("person", person),
            None => Message::new("request-prepared"),
        };
        let asked = asked.with("operation", operation.message()).with("title", title);
        Self { done, asked, nothing: Message::new("nothing-to-do").with("task", title) }
    }

    /// The same with other words for what is asked.
    #[must_use]
    pub fn asked(self, asked: Message) -> Self {
        Self { asked, ..self }
    }

    /// The same with other words where there was nothing to change.
    #[must_use]
    pub fn or_nothing(self, nothing: Message) -> Self {
        Self { nothing, ..self }
    }
}

impl Receipt {
    /// What is answered to a write of which `effect` tells.
    pub fn new(context: &Context, landing: Landing, effect: Effect, notes: Vec<Message>) -> Self {
        match landing {
            Landing::Nothing => Self::nothing(context, effect.nothing, notes),
            _ if context.proposes() => Self { effect: effect.asked, landing, notes },
            _ => Self { effect: effect.done, landing, notes },
        }
    }

    /// There was nothing to change: it is so already, or asked for already.
    pub fn nothing(context: &Context, said: Message, mut notes: Vec<Message>) -> Self {
        notes.extend(unanswered(context));
        Self { effect: said, landing: Landing::Nothing, notes }
    }

    /// What is done wherever one is, since nobody else has a say in it: a campaign is founded, what waited here is gone.
    pub fn of_own(landing: Landing, done: Message, notes: Vec<Message>) -> Self {
        Self { effect: done, landing, notes }
    }

    /// The effect, in one sentence.
    pub fn effect(&self) -> &Message {
        &self.effect
    }
}

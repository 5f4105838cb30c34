//! `review`: one request, or the queue of those that wait.

use std::collections::BTreeSet;

use crate::domain::message::Message;
use crate::render::{data, review as pages};
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::replay::{Outcome, Review, Reviewer, Target};
use crate::usecase::review::queue::{Queue, queue};
use crate::usecase::review::target::{settled, task_named};
use crate::usecase::{Failure, Kind};

use super::args::{ReportFormat, Require, Review as Arguments};
use super::ask::{Escape, Pick};
use super::front::Front;

impl Front<'_> {
    /// `review`: whether nothing is refused, and nothing else stands against what is required.
    ///
    /// # Errors
    /// A request that cannot be read or meant.
    pub fn review(&self, args: &Arguments) -> Result<bool, Failure> {
        match &args.request {
            Some(request) => self.one(&self.reviewed(request, args.author.as_deref())?, args),
            None if args.author.is_some() => Err(Failure::new(Kind::Usage, Message::new("review-author-of-what"))),
            None => self.queue(args),
        }
    }

    fn reviewed(&self, request: &str, login: Option<&str>) -> Result<Review, Failure> {
        let context = self.context;
        let repository = context.repository()?;
        let unknown = |failure: Failure| match failure.message.key() {
            "review-no-commit" => task_named(context, request).unwrap_or(failure),
            _ => failure,
        };
        let target = Target::parse(repository, || settled(context), request).map_err(unknown)?;
        let prefix = prefix_of(context)?;
        Reviewer::new(repository, &prefix, &target.base.clone(), context.now)?.review(target, login)
    }

    fn one(&self, review: &Review, args: &Arguments) -> Result<bool, Failure> {
        match args.format.unwrap_or_default() {
            ReportFormat::Table => self.page(|pen| pages::review(pen, self.say, review))?,
            ReportFormat::Markdown => self.page(|pen| pages::markdown(pen, self.say, review))?,
            ReportFormat::Json => self.json(&data::review(review, self.say))?,
            ReportFormat::Github => self.page(|pen| pages::github(pen, self.say, review))?,
            ReportFormat::Gitlab => {
                self.json(&pages::gitlab(self.say, review))?;
                self.aside(|pen| pages::verdict(pen, self.say, review))?;
            }
        }
        Ok(is_well(review.outcome(), args.require))
    }

    fn queue(&self, args: &Arguments) -> Result<bool, Failure> {
        let found = queue(self.context)?;
        match args.format.unwrap_or_default() {
            ReportFormat::Table => self.page(|pen| pages::queue(pen, self.say, &found))?,
            ReportFormat::Markdown => self.page(|pen| pages::queue_markdown(pen, self.say, &found))?,
            ReportFormat::Json => self.json(&data::queue(&found, self.say))?,
            ReportFormat::Github | ReportFormat::Gitlab => {
                return Err(Failure::new(Kind::Usage, Message::new("review-notes-of-what")));
            }
        }
        if args.format.is_none() && self.ask.can_ask && !found.requests.is_empty() {
            return self.open_one(&found, args);
        }
        Ok(is_all_well(&found, args))
    }

    /// Lets the person at the terminal read one request after the other, until they have seen enough.
    fn open_one(&self, queue: &Queue, args: &Arguments) -> Result<bool, Failure> {
        let lines: Vec<String> = queue.requests.iter().map(|waiting| pages::choice(self.say, waiting)).collect();
        let (mut next, mut read) = (0, BTreeSet::new());
        let pick = |start| Pick { key: "ask-request", lines: &lines, shown: None, start, escape: Escape::Stops };
        while let Some(at) = self.ask.one_of(pick(next))? {
            if let Some(waiting) = queue.requests.get(at) {
                self.one(&waiting.review, args)?;
            }
            read.insert(at);
            next = (at..lines.len()).chain(0..at).find(|at| !read.contains(at)).unwrap_or(at);
        }
        Ok(is_all_well(queue, args))
    }
}

/// What cannot be read may be anything.
fn is_all_well(queue: &Queue, args: &Arguments) -> bool {
    queue.unreadable.is_empty() && queue.requests.iter().all(|waiting| is_well(waiting.group, args.require))
}

fn is_well(outcome: Outcome, required: Option<Require>) -> bool {
    match required {
        Some(Require::Routine) => outcome <= Outcome::Routine,
        None => outcome < Outcome::Refused,
    }
}

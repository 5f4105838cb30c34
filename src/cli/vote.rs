//! `projects poll`: the result of a vote.

use crate::domain::message::Message;
use crate::domain::project::Poll;
use crate::domain::typed_day::Side;
use crate::usecase::write::poll;
use crate::usecase::{Failure, Kind};

use super::args::ProjectsPoll;
use super::front::Front;

impl Front<'_> {
    /// `projects poll`.
    ///
    /// # Errors
    /// As the operation; numbers that no vote can give, or that nobody says.
    pub fn poll(&self, args: &ProjectsPoll) -> Result<(), Failure> {
        let project = self.which_project(args.project.as_ref())?;
        let at = args.at.as_deref().map_or(Ok(self.context.today), |text| self.day_on(Side::Behind, "--at", text))?;
        let votes = args.votes.map_or_else(|| self.ask.value("ask-votes", "--votes", None, count), Ok)?;
        let result = |of| Poll::new(at, votes, of).ok_or_else(|| impossible(votes, of));
        let result = match args.of {
            Some(of) => result(of),
            None => self.ask.value("ask-votes-of", "--of", None, |text| count(text).and_then(result)),
        }?;
        self.act(|context| poll::poll(context, &project, &result))
    }
}

fn impossible(votes: u32, of: u32) -> Failure {
    let message = Message::new("wrong-poll").with("votes", votes).with("of", of).with("most", Poll::MOST);
    Failure::new(Kind::Usage, message)
}

/// A number of votes.
fn count(text: &str) -> Result<u32, Failure> {
    let wrong = || Failure::new(Kind::Usage, Message::new("wrong-count").with("found", text.trim()));
    text.trim().parse().map_err(|_| wrong())
}

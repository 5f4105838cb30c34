//! `progress`: which form of it is wished.

use std::path::Path;

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::typed_day::typed_since;
use crate::render::data;
use crate::render::drawing::OURS;
use crate::render::marks::Marks;
use crate::render::progress::{Look, compact, headway as page, markdown, svg};
use crate::usecase::output::{Put, put_drawing};
use crate::usecase::read::headway::{Headway, headway};
use crate::usecase::read::progress::Scope;
use crate::usecase::{Failure, Kind};

use super::args::{Format, Progress};
use super::front::Front;

impl Front<'_> {
    /// `progress`.
    ///
    /// # Errors
    /// As [`Front::today`]; what is named and does not exist; a day to come; a drawing that cannot be written.
    pub fn progress(&self, args: &Progress) -> Result<(), Failure> {
        let since = args.since.as_ref().map(|text| self.since(text)).transpose()?;
        let scope = Scope {
            project: args.project.as_ref(),
            deliverable: args.deliverable.as_ref(),
            theme: args.theme.as_ref(),
            lead: args.lead.as_ref(),
        };
        let found = headway(self.context, scope, since)?;
        if let (Some(day), Some(counted)) = (since, &found.since)
            && counted.day != day
        {
            self.remark_unless_quiet(&Message::new("since-before").with("day", day).with("first", counted.day))?;
        }
        let marks = if args.ascii { Marks::Ascii } else { Marks::default() };
        match (&args.svg, args.output.format.unwrap_or_default()) {
            (Some(path), _) => self.draw(&found, path)?,
            (None, Format::Table) if args.compact => {
                let marks = if args.ascii { Marks::Ascii } else { Marks::Shades };
                self.page(|pen| compact(pen, self.say, &found, marks))?;
            }
            (None, Format::Table) => self.page(|pen| page(pen, self.say, &found, Look { marks, chart: args.chart }))?,
            (None, Format::Json) => self.json(&data::headway(&found, self.context.past.as_ref()))?,
            (None, Format::Csv) => self.page(|pen| data::csv(pen, &data::of_progress(&found)))?,
            (None, Format::Markdown) => self.page(|pen| markdown(pen, self.say, &found, marks))?,
        }
        self.tell(&found.progress.problems)
    }

    /// The first of the days that are looked at, which is said back.
    ///
    /// # Errors
    /// What is no day; a day that is still to come; a write that fails.
    pub(super) fn since(&self, text: &str) -> Result<Day, Failure> {
        let today = self.context.today;
        let wrong = || Message::new("wrong-since").with("flag", "--since").with("found", text);
        let read = typed_since(text, today).ok_or_else(|| Failure::new(Kind::Usage, wrong()))?;
        if read.day > today {
            return Err(Failure::new(Kind::Usage, Message::new("since-to-come").with("day", read.day)));
        }
        self.say_back("--since", text, read)?;
        Ok(read.day)
    }

    /// Writes the burn-up to `path`, or shows it for `-`.
    fn draw(&self, found: &Headway, path: &Path) -> Result<(), Failure> {
        let day = found.progress.deadline;
        let drawing = svg(self.say, &found.burnup, found.deadline, day)
            .ok_or_else(|| Failure::new(Kind::Refused, Message::new("svg-empty")))?;
        if path == Path::new("-") {
            return self.page(|pen| _ = pen.text(&drawing));
        }
        let path = self.console.environment().folder.join(path);
        let key = match put_drawing(self.context, &path, &drawing, OURS)? {
            Put::Same => "output-same",
            Put::Written => "output-written",
        };
        let message = Message::new(key).with("path", path.display().to_string());
        self.page(|pen| _ = pen.wrapped("", &self.say.say(&message)))
    }
}

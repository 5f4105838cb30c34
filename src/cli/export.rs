//! `export`: what the campaign holds, in the forms of other programs.

use crate::domain::message::Message;
use crate::render::site::agenda;
use crate::render::{data, outcome};
use crate::usecase::Failure;
use crate::usecase::output::put_file;
use crate::usecase::read::hours::hours;
use crate::usecase::read::site::{site, whole};

use super::args::{Export, ExportKind};
use super::console::unwritten;
use super::front::Front;

/// Stands for standard output.
const STDOUT: &str = "-";

impl Front<'_> {
    /// `export`.
    ///
    /// # Errors
    /// Data that cannot be read; a file that cannot be written.
    pub fn export(&self, args: &Export) -> Result<(), Failure> {
        let (bytes, problems) = match args.kind {
            ExportKind::Csv => whole(self.context).map(|all| (data::of_campaign(self.say, &all), all.progress.problems))?,
            ExportKind::Json => whole(self.context).map(|all| (data::site_text(&all).into_bytes(), all.progress.problems))?,
            ExportKind::Ics => site(self.context).map(|all| (agenda(&all, self.say).into_bytes(), all.progress.problems))?,
            ExportKind::Hours => hours(self.context).map(|(hours, problems)| (data::of_hours(self.say, &hours), problems))?,
        };
        match args.output.as_ref().filter(|path| path.as_os_str() != STDOUT) {
            Some(path) => {
                let path = self.console.environment().folder.join(path);
                put_file(self.context, &path, &bytes)?;
                let written = Message::new("output-written").with("path", path.display().to_string());
                if !self.quiet {
                    self.console.result(|pen| outcome::notes(pen, self.say, &[&written])).map_err(|cause| unwritten(&cause))?;
                }
            }
            None => {
                let is_read_by_people = self.console.environment().output_is_terminal();
                let shown = bytes.strip_prefix(data::MARK.as_bytes()).filter(|_| is_read_by_people).unwrap_or(&bytes);
                self.console.bytes(shown).map_err(|cause| unwritten(&cause))?;
            }
        }
        self.tell(&problems)
    }
}

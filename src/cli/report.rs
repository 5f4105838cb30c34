//! `report`: the week in one text.

use crate::render::{Catalogue, Language, data, report as report_page};
use crate::usecase::Failure;
use crate::usecase::read::report::report;

use super::args::{Report, TextFormat};
use super::front::Front;

impl Front<'_> {
    /// `report`, in the campaign's language unless another is asked for: those who read it are not those who type.
    ///
    /// # Errors
    /// A day that is still to come; data that cannot be read.
    pub fn report(&self, args: &Report, lang: Option<Language>) -> Result<(), Failure> {
        let since = args.since.as_ref().map(|text| self.since(text)).transpose()?;
        let say = Catalogue::new(self.shared_language(lang), self.context.today);
        let say = if self.say.looks_back() { say.looking_back() } else { say };
        let found = report(self.context, since)?;
        match args.format.unwrap_or_default() {
            TextFormat::Text => self.page(|pen| report_page::text(pen, &say, &found))?,
            TextFormat::Markdown => self.page(|pen| report_page::markdown(pen, &say, &found))?,
            TextFormat::Html => self.page(|pen| _ = pen.text(&report_page::html(&say, &found)))?,
            TextFormat::Json => self.json(&data::report(&found, self.context.past.as_ref()))?,
        }
        self.tell(&found.site.progress.problems)
    }
}

//! `site`: the public page, written to a folder.

use crate::domain::message::Message;
use crate::render::site::{Publication, pages, write};
use crate::render::{Language, outcome};
use crate::usecase::publish::publish;
use crate::usecase::read::site::site;
use crate::usecase::{Failure, Kind};

use super::args::Site;
use super::console::unwritten;
use super::front::Front;
use super::progress::Count;

impl Front<'_> {
    /// `site`.
    ///
    /// # Errors
    /// A folder that is not ours; data that cannot be read.
    pub fn site(&self, args: &Site, lang: Option<Language>) -> Result<(), Failure> {
        let front = self.shared_language(lang);
        let out = self.console.environment().folder.join(&args.out);
        let site = site(self.context)?;
        let publication = Publication { base: args.base_url.clone(), front };
        let count = Count::of(pages(&site), self.console.environment().shows_progress() && !self.quiet);
        let published = publish(self.context, &out, |folder| {
            write(&site, &publication, &|path, bytes| {
                count.one_more();
                folder.put(path, bytes)
            })
        });
        drop(count);
        let published = published?;
        let first = out.join("index.html");
        let message =
            if published.changed + published.gone == 0 { Message::new("site-same") } else { Message::new("site-written") };
        let message =
            message.with("count", published.files).with("changed", published.changed).with("path", first.display().to_string());
        self.console.result(|pen| _ = pen.wrapped("", &self.say.say(&message))).map_err(|cause| unwritten(&cause))?;
        self.tell(&site.progress.problems)?;
        if publication.base.is_none() && !self.quiet {
            let note = Message::new("site-without-address");
            self.console.remark(|pen| outcome::notes(pen, self.say, &[&note])).map_err(|cause| unwritten(&cause))?;
        }
        if args.open {
            open::that_detached(&first).map_err(|cause| {
                let message = Message::new("site-not-opened").with("path", first.display().to_string());
                Failure::new(Kind::Data, message.with("cause", &cause))
            })?;
        }
        Ok(())
    }
}

//! `import`: what would become of each row is shown before anything is written.

use std::fs::File;
use std::io::{self, Read, stdin};
use std::path::Path;

use crate::domain::message::Message;
use crate::domain::sheet::{Form, SHEET_BYTES, Sheet};
use crate::render::{Catalogue, data, import as page, outcome};
use crate::store::read_sheet;
use crate::usecase::write::import::{Order, import, preview, refuse};
use crate::usecase::{Failure, Kind};

use super::args::{Format, Import};
use super::console::unwritten;
use super::front::Front;
use super::read::unfit;

/// Stands for standard input.
const STDIN: &str = "-";

impl Front<'_> {
    /// `import`.
    ///
    /// # Errors
    /// A file that cannot be read or is no list; as the operation; a "no".
    pub fn import(&self, args: &Import) -> Result<(), Failure> {
        let format = args.format.unwrap_or_default();
        if !matches!(format, Format::Table | Format::Json) {
            return Err(unfit(format));
        }
        let (name, sheet) = self.sheet(args)?;
        let unsaid = Catalogue::new(self.shared_language(None), self.context.today).word("import-unsaid");
        let (project, partial) = (args.project.as_ref(), args.partial);
        let order = Order { sheet: &sheet, name: &name, project, unsaid: &unsaid, partial };
        let plan = preview(self.context, order)?;
        match format {
            Format::Json => self.json(&data::import(&plan, self.say))?,
            _ if self.quiet && plan.wrong() == 0 => {}
            _ => self.console.at_once(|pen| page::plan(pen, self.say, &plan)).map_err(|cause| unwritten(&cause))?,
        }
        refuse(&plan, partial)?;
        if args.write.dry_run {
            return match format {
                Format::Json => Ok(()),
                _ => self.page(|pen| outcome::dry_run(pen, self.say)),
            };
        }
        let count = plan.made().count();
        if count > 0 && !args.write.yes {
            self.ask.confirm(&Message::new("ask-import").with("count", count))?;
        }
        self.act(|context| import(context, order))
    }

    /// What the list is called, and what it holds.
    fn sheet(&self, args: &Import) -> Result<(String, Sheet), Failure> {
        let is_stdin = args.file.as_os_str() == STDIN;
        let path = self.console.environment().folder.join(&args.file);
        let shown = args.file.display().to_string();
        let unreadable = |cause: io::Error| {
            let known: Option<Form> = shown.parse().ok();
            let message = match known.filter(|_| args.form.is_none() && cause.kind() == io::ErrorKind::NotFound) {
                Some(form) => Message::new("import-which-file").with("form", form.as_str()),
                None => Message::new("import-unreadable").with("path", shown.as_str()).with("cause", &cause),
            };
            Failure::new(Kind::Usage, message)
        };
        let bytes = if is_stdin { bounded(stdin().lock()) } else { of_file(&path) }.map_err(unreadable)?;
        let name = path.file_name().filter(|_| !is_stdin).map(|name| name.to_string_lossy().into_owned());
        let sheet = read_sheet(args.form, name.as_deref().unwrap_or_default(), &bytes);
        let sheet = sheet
            .map_err(|what| Failure::new(Kind::Usage, Message::new("import-no-list").with("path", shown).with("what", what)))?;
        Ok((name.unwrap_or_else(|| sheet.form.as_str().to_owned()), sheet))
    }
}

fn of_file(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    bounded(file)
}

/// One byte more than allowed at most.
fn bounded(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(SHEET_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

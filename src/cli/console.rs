//! Standard output, error output and the pager. The only file that writes to them.

use std::io::{self, BufWriter, Write, stderr, stdout};
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus, Stdio};

use crate::domain::message::Message;
use crate::render::{Catalogue, Pen, Sheet, outcome};
use crate::usecase::{Failure, Kind};

use super::args::Colour;
use super::environment::Environment;

/// Bytes gathered before they are written.
const BUFFER: usize = 64 * 1024;

/// Where results and remarks go.
pub struct Console<'e> {
    environment: &'e Environment,
    colour: Option<Colour>,
    pages: bool,
}

impl<'e> Console<'e> {
    /// The console of this process.
    pub fn new(environment: &'e Environment, colour: Option<Colour>) -> Self {
        Self { environment, colour, pages: true }
    }

    /// The same, which turns no pages: `--no-pager`.
    pub fn without_pager(self, is_wished: bool) -> Self {
        Self { pages: !is_wished, ..self }
    }

    /// The process it belongs to.
    pub fn environment(&self) -> &'e Environment {
        self.environment
    }

    /// Writes a result.
    ///
    /// # Errors
    /// A write that failed; the reader closing the pipe is not an error.
    pub fn result(&self, write: impl FnOnce(&mut Pen<'_>)) -> io::Result<()> {
        let is_terminal = self.environment.output_is_terminal();
        let sheet = Sheet { width: self.environment.width, colour: self.environment.colour(self.colour, is_terminal) };
        let written = match &self.environment.pager {
            Some(pager) if is_terminal && self.pages => self.paged(pager, sheet, write),
            _ => {
                let mut out = BufWriter::with_capacity(BUFFER, stdout().lock());
                let mut pen = Pen::new(&mut out, sheet);
                write(&mut pen);
                pen.finish().and_then(|()| out.flush())
            }
        };
        unless_closed(written)
    }

    /// The same of what somebody who does not know yet how to leave a pager comes to see.
    ///
    /// # Errors
    /// As [`Console::result`].
    pub fn at_once(&self, write: impl FnOnce(&mut Pen<'_>)) -> io::Result<()> {
        Self { pages: false, ..*self }.result(write)
    }

    /// Writes what a shell reads, byte for byte.
    ///
    /// # Errors
    /// As [`Console::result`].
    pub fn bytes(&self, bytes: &[u8]) -> io::Result<()> {
        let mut out = stdout().lock();
        unless_closed(out.write_all(bytes).and_then(|()| out.flush()))
    }

    /// Writes a remark or an error.
    ///
    /// # Errors
    /// As [`Console::result`].
    pub fn remark(&self, write: impl FnOnce(&mut Pen<'_>)) -> io::Result<()> {
        let colour = self.environment.colour(self.colour, self.environment.errors_are_on_a_terminal());
        let mut out = BufWriter::with_capacity(BUFFER, stderr().lock());
        let mut pen = Pen::new(&mut out, Sheet { width: self.environment.error_width, colour });
        write(&mut pen);
        unless_closed(pen.finish().and_then(|()| out.flush()))
    }

    /// Opens the file in `editor`, a program and its options as the shell splits them, and waits until it is closed. Returns how it
    /// ended.
    ///
    /// # Errors
    /// A program that does not start.
    pub fn edit(&self, editor: &str, file: &Path) -> io::Result<ExitStatus> {
        let words = shell_words::split(editor).unwrap_or_else(|_| vec![editor.to_owned()]);
        let (program, options) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
        Command::new(program).args(options).arg(file).status()
    }

    /// Shows what does not fit the screen through the reader's pager.
    fn paged(&self, pager: &str, sheet: Sheet, write: impl FnOnce(&mut Pen<'_>)) -> io::Result<()> {
        let mut page = Vec::new();
        let mut pen = Pen::new(&mut page, sheet);
        write(&mut pen);
        pen.finish()?;
        let lines = page.iter().filter(|byte| **byte == b'\n').count();
        let mut words = pager.split_whitespace();
        let program = words.next().filter(|_| self.environment.rows.is_some_and(|rows| lines >= rows));
        let options = (!self.environment.has_less_options).then_some(("LESS", "FRX"));
        let started = program.map(|program| Command::new(program).args(words).envs(options).stdin(Stdio::piped()).spawn());
        match started {
            Some(Ok(mut child)) => {
                let written = child.stdin.take().map_or(Ok(()), |mut pipe| pipe.write_all(&page));
                child.wait()?;
                unless_closed(written)
            }
            Some(Err(_)) | None => stdout().lock().write_all(&page),
        }
    }
}

/// Writes what steers the terminal of a question, at once.
///
/// # Errors
/// A write that failed.
pub fn draw(bytes: &[u8]) -> io::Result<()> {
    stderr().lock().write_all(bytes)
}

fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// The exit code of a failure.
pub fn exit_code(kind: Kind) -> ExitCode {
    ExitCode::from(match kind {
        Kind::Refused | Kind::Unagreed => 1,
        Kind::Usage => 2,
        Kind::Data | Kind::TooMuch(_) => 3,
        Kind::SomebodyElse => 4,
        Kind::Git => 5,
        Kind::NotSent | Kind::Unsure => 6,
        Kind::Bug => 70,
        Kind::Interrupted => 130,
    })
}

/// A result that could not be written.
pub fn unwritten(cause: &std::io::Error) -> Failure {
    Failure::new(Kind::Data, Message::new("unwritten").with("cause", cause))
}

/// Ends the program: `Ok(false)` is a command that did what it should and found something wrong.
pub fn finish(done: Result<bool, Failure>, console: &Console<'_>, say: &Catalogue) -> ExitCode {
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => fail(console, say, &failure),
    }
}

/// Says what went wrong, and ends the program.
pub fn fail(console: &Console<'_>, say: &Catalogue, failure: &Failure) -> ExitCode {
    let written = console.remark(|pen| outcome::failure(pen, say, failure));
    written.map_or_else(|cause| exit_code(unwritten(&cause).kind), |()| exit_code(failure.kind))
}

//! What is told without doing anything: help, man pages, the version, and what is wrong with the command typed.

use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use crate::render::Pen;
use crate::usecase::Kind;

use super::args::Arguments;
use super::console::{Console, exit_code, fail, finish};
use super::environment::Environment;
use super::help::{self, Extent};
use super::line::common_of;
use super::manual;
use super::session::Session;
use super::usage;

/// The version.
pub fn version(environment: &Environment) -> ExitCode {
    let written = Console::new(environment, None).result(|pen| {
        pen.text("mpa ").line(help::VERSION);
    });
    if written.is_ok() { ExitCode::SUCCESS } else { exit_code(Kind::Data) }
}

/// The man pages, put into `folder`.
pub fn man(environment: &Environment, typed: &[String], folder: Option<&Path>) -> ExitCode {
    let common = common_of(typed);
    let session = Session::begin(environment, &common);
    let console = Console::new(environment, common.color);
    let written = session.sound().and_then(|()| manual::write(folder, &session.say, &console));
    finish(written.map(|()| true), &console, &session.say)
}

/// The command line as clap reads it.
pub fn command_line(typed: &[String]) -> impl Iterator<Item = String> {
    std::iter::once("mpa".to_owned()).chain(typed.iter().cloned())
}

/// Parses once more with every text in place: for help, and for what cannot be parsed.
pub fn explained(environment: &Environment, typed: &[String], extent: Extent) -> Result<Arguments, ExitCode> {
    let common = common_of(typed);
    let session = Session::begin(environment, &common);
    let console = Console::new(environment, common.color).without_pager(common.no_pager);
    let width = environment.width.unwrap_or(100).min(100);
    let tree = usage::with_hyphens(help::paged(help::localized(Arguments::command(), &session.say), &session.say, extent, width));
    // Help is given whatever else was typed, and an option that took the next one for its value is named before that value.
    let error = match usage::unread(tree.clone()).try_get_matches_from(command_line(typed)) {
        Ok(matches) => {
            if let Some(failure) = usage::forgotten(&matches, typed) {
                return Err(fail(&console, &session.say, &failure));
            }
            let parsed = tree.try_get_matches_from(command_line(typed));
            match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
                Ok(arguments) => return Ok(arguments),
                Err(error) => error,
            }
        }
        Err(error) => error,
    };
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let page = help::readable(&error.render().to_string(), &session.say);
        let write = |pen: &mut Pen<'_>| _ = pen.text(&page);
        let written = if extent == Extent::Daily { console.at_once(write) } else { console.result(write) };
        return Err(if written.is_ok() { ExitCode::SUCCESS } else { exit_code(Kind::Data) });
    }
    Err(fail(&console, &session.say, &usage::failure(&error, typed)))
}

//! What a shell is told when Tab is pressed. Looks at files only: writes nothing, asks nothing, reaches for no network, and says
//! nothing when something is wrong.

mod known;
mod place;

use std::panic;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Command, CommandFactory};
use clap_complete::engine::ArgValueCompleter;
use clap_complete::env::Shells;

use crate::render::Language;
use crate::usecase::Failure;

use super::args::{Arguments, ShellName, Write};
use super::console::{Console, unwritten};
use super::environment::{COMPLETING, Environment};
use super::help::localized;
use super::line::{common_of, value_of};
use super::session::Session;
use super::values::who;

use known::Known;
use place::wanted;

/// The name of the program, as it is typed.
const PROGRAM: &str = "mpa";

/// Writes the script that makes the shell ask.
///
/// # Errors
/// A write that fails.
pub fn script(shell: ShellName, console: &Console<'_>) -> Result<(), Failure> {
    let shells = Shells::builtins();
    let Some(shell) = shells.completer(shell.name()) else { return Ok(()) };
    let mut script = Vec::new();
    let made = shell.write_registration(COMPLETING, PROGRAM, PROGRAM, PROGRAM, &mut script);
    made.and_then(|()| console.bytes(&script)).map_err(|cause| unwritten(&cause))
}

/// Answers `shell`, which hands over the line of its cursor behind `--`.
pub fn answer(environment: &Environment, shell: &str, typed: &[String]) -> ExitCode {
    panic::set_hook(Box::new(|_| {}));
    let found = panic::catch_unwind(|| candidates(environment, shell, typed)).ok().flatten();
    let written = Console::new(environment, None).bytes(&found.unwrap_or_default());
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn candidates(environment: &Environment, shell: &str, typed: &[String]) -> Option<Vec<u8>> {
    let line = &typed[typed.iter().position(|word| word == "--")? + 1..];
    let common = common_of(line);
    let behalf = value_of(line, "--for").and_then(|text| who(&text).ok());
    let (context, say) = Session::begin(environment, &common).context(environment, &common, (&Write::default(), behalf.as_ref()));
    let known = Known::new(context.ok(), line.to_vec());
    // Each command once where nothing was typed yet, and under its own name.
    let with_aliases = say.language() == Language::French && line.last().is_some_and(|word| !word.is_empty());
    let tree = in_one_language(localized(Arguments::command(), &say), with_aliases);
    let mut tree = answering(tree, "", &Arc::new(known));
    let mut answer = Vec::new();
    let words = line.iter().map(Into::into).collect();
    let shells = Shells::builtins();
    shells.completer(shell)?.write_complete(&mut tree, words, Some(&environment.folder), &mut answer).ok()?;
    Some(answer)
}

/// The tree whose arguments know what can stand there.
fn answering(command: Command, path: &str, known: &Arc<Known>) -> Command {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}-{name}") };
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command =
        names.iter().fold(command, |command, name| command.mut_subcommand(name, |sub| answering(sub, &below(name), known)));
    command.mut_args(|arg| match wanted(path, arg.get_id().as_str()) {
        Some(wanted) => {
            let known = Arc::clone(known);
            arg.add(ArgValueCompleter::new(move |typed: &std::ffi::OsStr| known.candidates(wanted, &typed.to_string_lossy())))
        }
        None => arg,
    })
}

/// The commands without their other names, which are French; `with_aliases`: with the first of them.
fn in_one_language(command: Command, with_aliases: bool) -> Command {
    let french = command.get_all_aliases().next().filter(|_| with_aliases).map(str::to_owned);
    let command = command.alias(None).visible_alias(None);
    let command = french.into_iter().fold(command, Command::visible_alias);
    command.mut_subcommands(|sub| in_one_language(sub, with_aliases))
}

//! What cannot be parsed, said in the reader's language.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, CommandFactory};

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::usecase::failure::hint_command;
use crate::usecase::{Failure, Kind};

use super::args::Arguments;
use super::meant::meant;
use super::values::about;

/// What people type without `tasks` before it.
const TASK_VERBS: [&str; 8] = ["list", "liste", "lister", "show", "voir", "add", "ajouter", "reopen"];

/// The command, whose options take texts that begin with a hyphen: `--handover "- reste la page 2"`.
pub fn with_hyphens(command: Command) -> Command {
    let takes_text = |arg: &Arg| arg.get_action().takes_values() && !arg.is_positional();
    let command = command.mut_args(|arg| if takes_text(&arg) { arg.allow_hyphen_values(true) } else { arg });
    command.mut_subcommands(with_hyphens)
}

/// The command without what its options and arguments take, but for choices: any text is a value.
pub fn unread(command: Command) -> Command {
    let is_read = |arg: &Arg| arg.get_action().takes_values() && arg.get_possible_values().is_empty();
    let command = command.mut_args(|arg| if is_read(&arg) { arg.value_parser(clap::value_parser!(String)) } else { arg });
    command.mut_subcommands(unread)
}

/// The failure of an option whose value was forgotten, so that it took the next option for one.
pub fn forgotten(matches: &ArgMatches, typed: &[String]) -> Option<Failure> {
    let option = forgotten_in(&Arguments::command(), matches, &["--help".to_owned(), "-h".to_owned()])?;
    let message = Message::new("usage-no-value").with("argument", option);
    Some(Failure::new(Kind::Usage, message).hint(hint_command(&help_for(typed))))
}

/// `above`: the options that every command takes.
fn forgotten_in(command: &Command, matches: &ArgMatches, above: &[String]) -> Option<String> {
    let names = |arg: &Arg| {
        let long = arg.get_long_and_visible_aliases().unwrap_or_default().into_iter().map(|long| format!("--{long}"));
        long.chain(arg.get_short().map(|short| format!("-{short}"))).collect::<Vec<_>>()
    };
    let options: Vec<String> = command.get_arguments().flat_map(names).chain(above.iter().cloned()).collect();
    let took_an_option = |arg: &&Arg| {
        let id = arg.get_id().as_str();
        let is_typed = matches.value_source(id) == Some(ValueSource::CommandLine);
        let mut values = matches.get_raw(id).filter(|_| is_typed).into_iter().flatten();
        values.any(|value| options.iter().any(|option| value == option.as_str()))
    };
    let with_values = command.get_arguments().filter(|arg| arg.get_action().takes_values());
    let found = with_values.filter(|arg| !arg.is_positional()).find(took_an_option);
    let (name, below) = match (found, matches.subcommand()) {
        (Some(arg), _) => return names(arg).into_iter().next(),
        (None, below) => below?,
    };
    let everywhere = command.get_arguments().filter(|arg| arg.is_global_set()).flat_map(names);
    forgotten_in(command.find_subcommand(name)?, below, &everywhere.chain(above.iter().cloned()).collect::<Vec<_>>())
}

/// The failure that clap's `error` stands for; `typed` is the command line, to point at the right help.
pub fn failure(error: &clap::Error, typed: &[String]) -> Failure {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    if let Some(refused) = error.source().and_then(<dyn Error>::downcast_ref::<Failure>) {
        let flag = argument.split(" <").next().unwrap_or_default().trim_matches(['<', '>', '[', ']', '.']);
        return about(flag)(refused.clone());
    }
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            if let Some(meant) = meant(typed) {
                let key = if meant.is_question { "usage-command-ask" } else { "usage-command-meant" };
                let message = Message::new(key).with("found", meant.found);
                return Failure::new(Kind::Usage, message).hint(hint_command(&meant.command));
            }
            let found = text(ContextKind::InvalidSubcommand);
            if TASK_VERBS.contains(&found.as_str()) {
                let suggested = command("mpa tasks {}", &[&found]);
                return Failure::new(Kind::Usage, near("usage-command", found, suggested.clone())).hint(hint_command(&suggested));
            }
            let suggested = text(ContextKind::SuggestedSubcommand);
            // Where a slip of the fingers explains it, what is only alike is none of it.
            let slips: Vec<&str> = suggested.split(", ").filter(|it| strsim::osa_distance(it, &found) == 1).collect();
            let suggested = if slips.is_empty() { suggested.clone() } else { slips.join(", ") };
            near("usage-command", found, suggested)
        }
        ErrorKind::UnknownArgument => near("usage-argument", argument, text(ContextKind::SuggestedArg)),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            Message::new("usage-no-value").with("argument", argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let words = text(ContextKind::ValidValue);
            let found = text(ContextKind::InvalidValue);
            if words.is_empty() {
                Message::new("usage-number").with("argument", argument).with("found", found)
            } else {
                Message::new("wrong-word").with("flag", argument).with("found", found).with("words", words)
            }
        }
        ErrorKind::MissingRequiredArgument => Message::new("usage-missing").with("argument", argument),
        ErrorKind::ArgumentConflict => {
            Message::new("usage-conflict").with("argument", argument).with("other", text(ContextKind::PriorArg))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Message::new("usage-missing-command")
        }
        ErrorKind::InvalidUtf8 => Message::new("usage-utf8"),
        _ => Message::new("usage-other").with("argument", argument),
    };
    Failure::new(Kind::Usage, message).hint(hint_command(&help_for(typed)))
}

fn near(key: &'static str, found: String, suggested: String) -> Message {
    if suggested.is_empty() {
        return Message::new(key).with("found", found);
    }
    let key = if key == "usage-command" { "usage-command-near" } else { "usage-argument-near" };
    Message::new(key).with("found", found).with("suggested", suggested)
}

/// `mpa tasks add --help`: the commands at the beginning of what was typed.
fn help_for(typed: &[String]) -> String {
    let mut tree = Arguments::command();
    let mut path = vec!["mpa".to_owned()];
    for word in typed.iter().filter(|word| !word.starts_with('-')) {
        let Some(below) = tree.find_subcommand(word).cloned() else { break };
        path.push(below.get_name().to_owned());
        tree = below;
    }
    format!("{} --help", path.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every option that takes a value, as it is typed.
    fn options(command: &Command, path: &[String], found: &mut Vec<Vec<String>>) {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values() && !arg.is_positional()) {
            assert!(arg.is_allow_hyphen_values_set(), "{path:?} {}", arg.get_id());
            let option = format!("--{}", arg.get_long().unwrap());
            found.push(path.iter().cloned().chain([option]).collect());
        }
        for sub in command.get_subcommands() {
            options(sub, &path.iter().cloned().chain([sub.get_name().to_owned()]).collect::<Vec<_>>(), found);
        }
    }

    #[test]
    fn options_take_what_begins_with_a_hyphen_and_no_other_option() {
        let command = unread(with_hyphens(Arguments::command()));
        let mut all = Vec::new();
        options(&command, &["mpa".to_owned()], &mut all);
        assert!(all.len() > 60, "{all:?}");
        for line in all {
            for taken in ["--quiet", "-q", "--help", "-h", "--lang"] {
                let parsed = command.clone().try_get_matches_from(line.iter().map(String::as_str).chain([taken]));
                // Choices are refused by the parser.
                let found = parsed.ok().map(|matches| forgotten(&matches, &[]));
                assert!(found.is_none_or(|found| found.is_some()), "{line:?} {taken}");
            }
        }
        let matches = |words: &[&str]| command.clone().try_get_matches_from(words).unwrap();
        let sound = matches(&["mpa", "release", "p4n8w", "--handover", "- reste la page 2", "--sync"]);
        assert_eq!(forgotten(&sound, &[]), None);
        let lists = matches(&["mpa", "tasks", "add", "--description", "--- une ligne"]);
        assert_eq!(forgotten(&lists, &[]), None);
    }
}

//! What cannot be parsed, said in the reader's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::usecase::failure::hint_command;
use crate::usecase::{Failure, Kind};

/// What people type without `tasks` before it.
const TASK_VERBS: [&str; 8] = ["list", "liste", "lister", "show", "voir", "add", "ajouter", "reopen"];

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
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let found = text(ContextKind::InvalidSubcommand);
            if TASK_VERBS.contains(&found.as_str()) {
                let suggested = command("mpa tasks {}", &[&found]);
                return Failure::new(Kind::Usage, near("usage-command", found, suggested.clone())).hint(hint_command(&suggested));
            }
            near("usage-command", text(ContextKind::InvalidSubcommand), text(ContextKind::SuggestedSubcommand))
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
    let mut tree = <super::args::Arguments as clap::CommandFactory>::command();
    let mut path = vec!["mpa".to_owned()];
    for word in typed.iter().filter(|word| !word.starts_with('-')) {
        let Some(below) = tree.find_subcommand(word).cloned() else { break };
        path.push(below.get_name().to_owned());
        tree = below;
    }
    format!("{} --help", path.join(" "))
}

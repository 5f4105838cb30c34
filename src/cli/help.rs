//! Help in the reader's language: the texts of every command and option, looked up by name.

use clap::{Arg, ArgAction, Command};

use crate::render::Catalogue;

/// Where the options that every command takes stand in its list: behind its own.
const SHARED: usize = 100;
/// Where `--help` and `--version` stand: last.
const LAST: usize = 200;

/// The whole command tree with its texts from `say`.
pub fn localized(command: Command, say: &Catalogue) -> Command {
    let version = env!("CARGO_PKG_VERSION");
    let command = command
        .version(version)
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).display_order(LAST));
    with_texts(command, "", say)
}

fn with_texts(mut command: Command, path: &str, say: &Catalogue) -> Command {
    let key = if path.is_empty() { "help".to_owned() } else { format!("help-{path}") };
    let about = say.word(&key);
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", say.word("heading-usage"));
    let alias = command.get_name().to_owned();
    let french = command.get_all_aliases().next().map(str::to_owned).filter(|_| !path.is_empty());
    let about = match french {
        Some(french) if french != alias => format!("{about} [{french}]"),
        _ => about,
    };
    let after = say.find(&format!("after-help{}{path}", if path.is_empty() { "" } else { "-" }));
    command = command
        .about(about)
        .help_template(template)
        .subcommand_help_heading(say.word("heading-commands"))
        .subcommand_value_name(say.word("value-command"))
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(LAST));
    if let Some(after) = after {
        command = command.after_help(after);
    }
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let below = if path.is_empty() { name.clone() } else { format!("{path}-{name}") };
        command = command.mut_subcommand(&name, |sub| with_texts(sub, &below, say));
    }
    command.mut_args(|arg| {
        let id = arg.get_id().as_str().to_owned();
        let is_positional = arg.is_positional();
        let own = (!path.is_empty()).then(|| say.find(&format!("arg-{path}-{id}"))).flatten();
        let arg = if arg.get_action().takes_values() { named(arg, say) } else { arg };
        let arg = if arg.is_global_set() { arg.display_order(SHARED) } else { arg };
        let heading = match (is_positional, arg.is_global_set()) {
            (true, _) => "heading-arguments",
            (false, false) => "heading-options",
            (false, true) => "heading-common",
        };
        arg.help(own.unwrap_or_else(|| say.word(&format!("arg-{id}")))).help_heading(say.word(heading))
    })
}

/// The name of the value, in the reader's language.
fn named(arg: Arg, say: &Catalogue) -> Arg {
    let known = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let key = known.unwrap_or_else(|| arg.get_id().as_str().to_uppercase());
    let key = format!("value-{}", key.to_lowercase().replace(['|', '_'], "-"));
    match say.find(&key) {
        Some(name) => arg.value_name(name),
        None => arg,
    }
}

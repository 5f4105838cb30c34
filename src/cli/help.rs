//! Help in the reader's language: the texts of every command and option, looked up by name.

use clap::{Arg, ArgAction, Command};

use crate::render::{Catalogue, Language, lines as wrapped};

/// Where the options that every command takes stand in its list: behind its own.
const SHARED: usize = 100;
/// Which build this is: `0.1.0 (738a267f1c2d 2026-11-28, x86_64-unknown-linux-gnu)`; see `build.rs`.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("MPA_BUILT"), ")");

/// What this very version is called on PyPI, where `uvx` finds it. Only the workflow of a release says so: any other copy would
/// send people to a name that may not be ours.
pub const PUBLISHED: Option<&str> = option_env!("MPA_PUBLISHED");

/// Where `--help` and `--version` stand: last.
const LAST: usize = 200;

/// The commands by who needs them, in the order in which they are shown.
const GROUPS: [(&str, &[&str]); 3] = [
    ("heading-volunteers", &["start", "tasks", "claim", "log", "close", "renew", "release", "undo", "sync", "join", "leave"]),
    ("heading-everyone", &["progress", "projects", "themes", "export", "import", "doctor", "completions"]),
    (
        "heading-organisers",
        &["review", "check", "send-back", "deliver", "report", "remind", "forget", "campaign", "site", "init"],
    ),
];
/// Commands that the short page leaves out.
const RARE: [&str; 7] = ["renew", "leave", "themes", "export", "import", "completions", "campaign"];
/// Options that the short pages leave out, besides those that every command takes.
const RARE_OPTIONS: [&str; 1] = ["here"];
/// The same on the page of the program itself.
const OPTIONS_OF_THE_PROGRAM: [&str; 3] = ["format", "help", "version"];

/// How much a page of help shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What is used daily: `--help`.
    Daily,
    /// Everything: `help --all`.
    All,
}

/// The tree as its pages of help show it on `width` columns.
pub fn paged(tree: Command, say: &Catalogue, extent: Extent, width: usize) -> Command {
    let tree = if extent == Extent::Daily { without_the_rare(tree, "", say) } else { tree };
    let (usage, command) = (say.word("heading-usage"), say.word("value-command"));
    let list = grouped(&tree, say, extent, width);
    let options = if extent == Extent::All { "\n\n{all-args}" } else { "" };
    let template = format!("{{about}}\n\n{usage} mpa [{command}]\n\n{list}{options}{{after-help}}");
    let after = tree.get_after_help().map(ToString::to_string).filter(|_| extent == Extent::All);
    let tree = match after {
        Some(after) => tree.after_help(format!("{after}\n{}", say.word("help-man"))),
        None => tree,
    };
    let tree = tree.term_width(width).help_template(template);
    tree.mut_subcommands(|sub| sub.hide(true))
}

/// What clap made of a page, without its way to say that a task is named by several words.
pub fn readable(page: &str, say: &Catalogue) -> String {
    let [task, time] = ["value-task", "value-time"].map(|key| say.word(key));
    let either = format!("[{}]...", say.word("value-task-time"));
    page.replace(&format!("[{task}]..."), &format!("[{task}]")).replace(&either, &format!("[{task}] [{time}]"))
}

/// The list of commands with a heading for each group.
fn grouped(tree: &Command, say: &Catalogue, extent: Extent, width: usize) -> String {
    let order = |name: &str| GROUPS.iter().flat_map(|(_, names)| *names).position(|known| *known == name);
    let is_shown = |name: &str| extent == Extent::All || !RARE.contains(&name) && !GROUPS[2].1.contains(&name);
    let listed = tree.clone().term_width(width).help_template("{subcommands}").mut_subcommands(|sub| {
        let (order, shown) = (order(sub.get_name()), is_shown(sub.get_name()));
        sub.display_order(order.unwrap_or(usize::MAX)).hide(order.is_none() || !shown)
    });
    let first = |line: &str| {
        let name = line.strip_prefix("  ").filter(|line| !line.starts_with(' '))?.split(' ').next()?;
        GROUPS.iter().find(|(_, names)| names.first() == Some(&name)).map(|(heading, _)| say.word(heading))
    };
    let page = listed.clone().render_help().to_string();
    let mut lines: Vec<String> = Vec::new();
    for line in page.trim_end().lines() {
        lines.extend(first(line));
        lines.push(line.to_owned());
    }
    if extent == Extent::Daily {
        let names: Vec<&str> = GROUPS[2].1.iter().copied().filter(|name| !RARE.contains(name)).collect();
        lines.extend(wrapped(&format!("{} {}", say.word(GROUPS[2].0), names.join(", ")), width));
    }
    lines.join("\n")
}

fn without_the_rare(command: Command, path: &str, say: &Catalogue) -> Command {
    let is_program = path.is_empty();
    let rest = (!is_program).then(|| format!("{} mpa help --all {path}", say.word("help-rest")));
    let after = command.get_after_help().map(ToString::to_string);
    let command = match (after, rest) {
        (after, Some(rest)) => command.after_help(after.into_iter().chain([rest]).collect::<Vec<_>>().join("\n")),
        (_, None) => command,
    };
    let command = command.mut_args(|arg| {
        let id = arg.get_id().as_str();
        let is_rare = arg.is_global_set() || RARE_OPTIONS.contains(&id) || is_program && OPTIONS_OF_THE_PROGRAM.contains(&id);
        arg.hide(is_rare)
    });
    command.mut_subcommands(|sub| {
        let below = if is_program { sub.get_name().to_owned() } else { format!("{path} {}", sub.get_name()) };
        without_the_rare(sub, &below, say)
    })
}

/// The whole command tree with its texts from `say`.
pub fn localized(command: Command, say: &Catalogue) -> Command {
    let command = command
        .version(VERSION)
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).display_order(LAST));
    with_texts(command, "", say)
}

fn with_texts(mut command: Command, path: &str, say: &Catalogue) -> Command {
    let key = if path.is_empty() { "help".to_owned() } else { format!("help-{path}") };
    let about = say.word(&key);
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", say.word("heading-usage"));
    let alias = command.get_name().to_owned();
    let french =
        command.get_all_aliases().next().map(str::to_owned).filter(|_| !path.is_empty() && say.language() == Language::French);
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
        let own = say.find(&format!("arg-{}-{id}", if path.is_empty() { "mpa" } else { path }));
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::args::Arguments;
    use super::*;

    #[test]
    fn each_command_is_in_one_group() {
        let tree = Arguments::command();
        for sub in tree.get_subcommands().filter(|sub| !sub.is_hide_set()) {
            let count = GROUPS.iter().flat_map(|(_, names)| *names).filter(|name| **name == sub.get_name()).count();
            assert_eq!(count, 1, "{}", sub.get_name());
        }
    }
}

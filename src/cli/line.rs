//! What can be told of the command line before it is parsed.

use std::path::Path;

use clap::ValueEnum;

use crate::render::Language;

use super::args::{Colour, Common};
use super::help::Extent;
use super::values;

/// The options that stand before a command and take a value.
const WITH_VALUE: [&str; 5] = ["--lang", "--data", "--as", "--color", "--format"];

/// `mpa help claim` is `mpa claim --help`, and `mpa help --all claim` shows everything.
pub fn with_help_word(typed: &[String]) -> (Vec<String>, Extent) {
    let is_all = |word: &String| matches!(word.as_str(), "--all" | "--tout");
    let Some((before, after)) = around_help(typed) else { return (typed.to_vec(), Extent::Daily) };
    let extent = if after.iter().any(is_all) { Extent::All } else { Extent::Daily };
    let words = before.iter().chain(after.iter().filter(|word| !is_all(word))).cloned();
    (words.chain(["--help".to_owned()]).collect(), extent)
}

/// The options before the word that asks for help, and all that comes after it.
fn around_help(typed: &[String]) -> Option<(&[String], &[String])> {
    let mut at = 0;
    while let Some(option) = typed.get(at).filter(|word| word.starts_with('-')) {
        at += 1 + usize::from(WITH_VALUE.contains(&option.as_str()));
    }
    let is_help = typed.get(at).is_some_and(|word| matches!(word.as_str(), "help" | "aide"));
    is_help.then(|| (&typed[..at], &typed[at + 1..]))
}

/// Whether man pages are asked for, and in which folder: `mpa help --man DIR`.
pub fn man_wanted(typed: &[String]) -> Option<Option<&Path>> {
    let (_, rest) = around_help(typed)?;
    let at = rest.iter().position(|word| word == "--man" || word.starts_with("--man="))?;
    let named = rest[at].split_once('=').map(|(_, named)| named).or_else(|| rest.get(at + 1).map(String::as_str));
    Some(named.filter(|named| !named.is_empty() && !named.starts_with('-')).map(Path::new))
}

/// The options that decide how to speak, found without parsing the rest.
pub fn common_of(typed: &[String]) -> Common {
    Common {
        lang: value_of(typed, "--lang").and_then(|text| Language::parse(&text)),
        data: value_of(typed, "--data").map(Into::into),
        handle: value_of(typed, "--as").and_then(|text| values::who(&text).ok()),
        color: value_of(typed, "--color").and_then(|text| Colour::from_str(&text, false).ok()),
        no_pager: typed.iter().any(|word| word == "--no-pager"),
        ..Common::default()
    }
}

/// What was typed for an option.
pub fn value_of(typed: &[String], flag: &str) -> Option<String> {
    let at = typed.iter().position(|word| word == flag || word.starts_with(&format!("{flag}=")))?;
    typed[at].split_once('=').map(|(_, value)| value.to_owned()).or_else(|| typed.get(at + 1).cloned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::args::Arguments;
    use super::*;

    #[test]
    fn every_option_with_a_value_is_passed_over_before_help() {
        let command = Arguments::command();
        let with_value = command.get_arguments().filter(|it| it.get_action().takes_values()).filter_map(|it| it.get_long());
        let mut known: Vec<String> = with_value.map(|long| format!("--{long}")).collect();
        known.sort_unstable();
        let mut passed_over = WITH_VALUE.map(str::to_owned);
        passed_over.sort_unstable();
        assert_eq!(known, passed_over);
    }
}

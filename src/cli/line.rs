//! What can be told of the command line before it is parsed.

use std::path::Path;

use clap::ValueEnum;

use crate::render::Language;

use super::args::{Colour, Common};
use super::help::Extent;
use super::values;

/// `mpa help claim` is `mpa claim --help`, and `mpa help --all claim` shows everything.
pub fn with_help_word(typed: &[String]) -> (Vec<String>, Extent) {
    let is_all = |word: &String| matches!(word.as_str(), "--all" | "--tout");
    match typed.split_first() {
        Some((first, rest)) if first == "help" || first == "aide" => {
            let extent = if rest.iter().any(is_all) { Extent::All } else { Extent::Daily };
            let words = rest.iter().filter(|word| !is_all(word)).cloned();
            (words.chain(["--help".to_owned()]).collect(), extent)
        }
        _ => (typed.to_vec(), Extent::Daily),
    }
}

/// Whether man pages are asked for, and in which folder: `mpa help --man DIR`.
pub fn man_wanted(typed: &[String]) -> Option<Option<&Path>> {
    let (_, rest) = typed.split_first().filter(|(first, _)| matches!(first.as_str(), "help" | "aide"))?;
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

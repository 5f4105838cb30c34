//! Every sentence stands in the catalogue in each language, with the same values, and is said somewhere.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod ftl;
mod source;

use std::collections::{BTreeMap, BTreeSet};

use clap::Command;
use ftl::{Sentence, sentences};
use mpa::domain::day::parse_day;
use mpa::domain::message::Message;
use mpa::render::{Catalogue, Language};
use source::{Placed, Token, files};

/// The first words of keys that are handed to helpers, matched to states, or put in tables: `"fact-due"`.
const FAMILIES: [&str; 24] = [
    "ask",
    "candidate",
    "column",
    "countdown",
    "deliverable",
    "doctor",
    "excess",
    "expect",
    "fact",
    "heading",
    "hint",
    "history",
    "init",
    "lint",
    "list",
    "next",
    "note",
    "place",
    "problem",
    "standing",
    "state",
    "status",
    "usage",
    "vcs",
];
/// Words of the data and of the command line that only look like keys.
const NOT_KEYS: [(&str, &str); 1] = [("next-due", "a column of the data")];

#[test]
fn the_languages_say_the_same() {
    let [(french, mut faults), (english, more)] = ["fr", "en"].map(sentences);
    faults.extend(more);
    let keys = |all: &BTreeMap<String, Sentence>| all.keys().cloned().collect::<BTreeSet<_>>();
    faults.extend(keys(&french).difference(&keys(&english)).map(|key| format!("{key}: not in English")));
    faults.extend(keys(&english).difference(&keys(&french)).map(|key| format!("{key}: not in French")));
    for (key, said) in &french {
        let other = english.get(key).filter(|other| other.values != said.values);
        faults.extend(other.map(|other| format!("{key}: {:?} in French, {:?} in English", said.values, other.values)));
    }
    report(faults);
}

/// Words that lose their vowel before another one.
const ELIDED: [&str; 10] = ["de", "que", "jusque", "lorsque", "puisque", "je", "ne", "me", "te", "se"];
/// Values that are always days, numbers or durations: none of these begins with a vowel that is heard.
const COUNTED: [&str; 10] = ["count", "days", "due", "from", "least", "limit", "most", "seconds", "since", "until"];
/// The same in one sentence only.
const COUNTED_HERE: [(&str, &str); 2] = [("lint-large-budget", "found"), ("lint-large-budget", "expected")];

#[test]
fn french_asks_for_elision_before_every_name() {
    let (all, _) = sentences("fr");
    let is_counted = |key: &str, value: &str| COUNTED.contains(&value) || COUNTED_HERE.contains(&(key, value));
    let faults = all.iter().flat_map(|(key, sentence)| {
        let odd = sentence.behind.iter().filter(|(before, value)| {
            let word = before.trim_end().rsplit([' ', '\u{a0}', '’', '(', '\n']).next().unwrap_or_default().to_lowercase();
            before.ends_with(char::is_whitespace) && ELIDED.contains(&word.as_str()) && !is_counted(key, value)
        });
        odd.map(move |(before, value)| format!("{key}: write {{ DE(${value}) }} or the like behind “{before}”, or other words"))
    });
    report(faults);
    let say = speaking(Language::French);
    let told = |person: &str| {
        say.say(&Message::new("request-prepared-for").with("operation", "prendre").with("title", "x").with("person", person))
    };
    assert!(told("aline").contains("au nom d’aline") && told("piolet").contains("au nom de piolet"));
}

/// A sign that French sets off from a word stays on its line: the space between them is one that does not break.
#[test]
fn french_signs_stay_with_their_words() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/catalogue/fr");
    let mut faults = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            // Commands are typed as they are.
            let said: String = line.split('`').enumerate().map(|(at, part)| if at % 2 == 0 { part } else { "C" }).collect();
            let signs = [':', ';', '!', '?', '»'];
            let is_alone = |word: &str| word.len() <= 2 && word.starts_with(signs) && word.chars().count() == 1;
            let breaks = said.split(' ').skip(1).any(is_alone) && !said.contains("{ \" ") || said.contains("« ");
            faults.extend(breaks.then(|| format!("{}: {line}", path.display())));
        }
    }
    report(faults);
}

#[test]
fn the_program_carries_every_file() {
    for language in Language::ALL {
        let (all, _) = sentences(language.tag());
        let files: BTreeSet<&str> = all.values().map(|sentence| sentence.file.as_str()).collect();
        let carried = mpa::render::sources(language);
        let read = |file: &str| std::fs::read_to_string(source::project().join(file)).unwrap();
        assert_eq!(carried.len(), files.len());
        report(files.iter().filter(|file| !carried.contains(&read(file).as_str())).map(|file| format!("{file}: not carried")));
    }
}

#[test]
fn every_key_used_is_in_the_catalogue() {
    let (all, _) = sentences("fr");
    let mut faults = Vec::new();
    for file in files() {
        let tokens = file.running();
        for (at, (token, line)) in tokens.iter().enumerate() {
            let Token::Text(text) = token else { continue };
            let is_plain = is_called(&tokens, at, &[".", "word"]);
            let is_named = is_plain || is_called(&tokens, at, &["Message", "::", "new"]);
            if !all.contains_key(text) && (is_named || is_of_a_family(text)) {
                faults.push(format!("{}:{line}: {text} is in no catalogue", file.path));
            }
            let values = all.get(text).map(|sentence| &sentence.values).filter(|values| is_plain && !values.is_empty());
            faults.extend(values.map(|values| format!("{}:{line}: {text} is said without {values:?}", file.path)));
        }
    }
    report(faults);
}

#[test]
fn no_key_is_unused() {
    let mut used: BTreeSet<String> =
        files().iter().flat_map(|file| file.running()).filter_map(|(token, _)| text(token)).collect();
    let (all, _) = sentences("en");
    // What an error calls the answer to a question is named after it.
    used.extend(all.keys().filter_map(|key| Some(format!("label-{}", key.strip_prefix("ask-")?))));
    used.extend(templates().into_iter().map(|(_, key)| key));
    used.extend(all.values().flat_map(|sentence| sentence.refers.iter().cloned()));
    for language in Language::ALL {
        let say = speaking(language);
        help_keys(&mpa::cli::command(&say), "", &say, &mut used);
        for (section, _) in mpa::store::kinds() {
            used.insert(format!("schema-{}", section.name));
            schema_keys(section, &say, &mut used);
        }
    }
    report(all.iter().filter(|(key, _)| !used.contains(*key)).map(|(key, it)| format!("{}: {key} is not used", it.file)));
}

#[test]
fn templates_name_sentences_that_there_are() {
    let (all, _) = sentences("fr");
    let odd = |key: &String| all.get(key).is_none_or(|sentence| !sentence.values.is_empty());
    let faults = templates().into_iter().filter(|(_, key)| odd(key));
    report(faults.map(|(file, key)| format!("{file}: {key} is in no catalogue, or has values")));
}

/// The sentences that the templates for forges name, with the file of each.
fn templates() -> Vec<(String, String)> {
    let folders = ["github", "gitlab", "forgejo"].map(|forge| source::project().join("src/render/forge").join(forge));
    let paths = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let mut found = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let names = text.split("@{").skip(1).filter_map(|rest| rest.split_once('}')?.0.split_once(':'));
        found.extend(names.map(|(_, key)| (path.display().to_string(), key.to_owned())));
    }
    assert!(found.len() > 50);
    found
}

#[test]
fn the_values_of_a_sentence_are_given() {
    let (all, _) = sentences("fr");
    let mut faults = Vec::new();
    for file in files() {
        let tokens = file.running();
        let nearby = (0..tokens.len()).filter(|at| is_called(&tokens, *at, &[".", "with"]));
        let nearby: BTreeSet<String> = nearby.filter_map(|at| text(tokens[at].0.clone())).collect();
        for (at, (token, line)) in tokens.iter().enumerate() {
            let Token::Text(key) = token else { continue };
            let is_named = is_called(&tokens, at, &["Message", "::", "new"]);
            // What is said under another key keeps the values that it had.
            let keeps = is_called(&tokens, at, &[".", "under"]);
            let is_handed_over = key.contains('-') && at > 0 && tokens[at - 1].0 == Token::Open('(') && !keeps;
            let Some(sentence) = all.get(key).filter(|_| is_named || is_handed_over) else { continue };
            let given = given(&tokens, at + 1);
            let idle: Vec<_> = given.difference(&sentence.values).collect();
            if !idle.is_empty() {
                faults.push(format!("{}:{line}: {key} does not speak of {idle:?}", file.path));
            }
            // What is not given on the spot is given by a helper of the same file.
            let missing: Vec<_> = sentence.values.difference(&nearby).collect();
            if !missing.is_empty() {
                faults.push(format!("{}:{line}: {key} speaks of {missing:?}", file.path));
            }
        }
    }
    report(faults);
}

/// `check` calls what it found by its key without the family: `lint-held-twice` is `held-twice`.
#[test]
fn what_check_finds_has_one_name_each() {
    let (all, _) = sentences("en");
    let mut names: Vec<&str> = all.keys().filter_map(|key| key.strip_prefix("lint-").or(key.strip_prefix("problem-"))).collect();
    names.sort_unstable();
    report(names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| format!("{} names two findings", pair[0])));
}

#[test]
fn help_is_whole_in_each_language() {
    for language in Language::ALL {
        let say = speaking(language);
        let names: BTreeSet<String> = sentences(language.tag()).0.into_keys().filter(|key| key.starts_with("value-")).collect();
        let names: BTreeSet<String> = names.iter().map(|key| say.word(key)).collect();
        let mut faults = Vec::new();
        unexplained(&mpa::cli::command(&say), &names, &mut faults);
        report(faults);
    }
}

fn unexplained(command: &Command, names: &BTreeSet<String>, faults: &mut Vec<String>) {
    let is_key = |text: String| text.starts_with("help-") || text.starts_with("arg-");
    if command.get_about().is_none_or(|about| is_key(about.to_string())) {
        faults.push(format!("{}: no help", command.get_name()));
    }
    for arg in command.get_arguments() {
        if arg.get_help().is_none_or(|help| is_key(help.to_string())) {
            faults.push(format!("{} {}: no help", command.get_name(), arg.get_id()));
        }
        let name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
        if arg.get_action().takes_values() && !name.as_ref().is_some_and(|name| names.contains(name)) {
            faults.push(format!("{} {}: its value has no name", command.get_name(), arg.get_id()));
        }
    }
    command.get_subcommands().filter(|sub| !sub.is_hide_set()).for_each(|sub| unexplained(sub, names, faults));
}

/// The keys that the schemas ask for: of the fields of `section`, then of those below.
fn schema_keys(section: &mpa::store::Section, say: &Catalogue, used: &mut BTreeSet<String>) {
    let below = section.below.iter().map(|(key, _)| *key);
    for key in section.fields.iter().map(|field| field.key()).chain(below).filter(|key| *key != "*") {
        let own = format!("schema-{}-{key}", section.name);
        used.insert(if say.find(&own).is_some() { own } else { format!("schema-{key}") });
    }
    section.below.iter().for_each(|(_, section)| schema_keys(section, say, used));
}

/// The keys that help asks for: of `command` and its options, then of those below.
fn help_keys(command: &Command, path: &str, say: &Catalogue, used: &mut BTreeSet<String>) {
    let of = |start: &str| if path.is_empty() { start.to_owned() } else { format!("{start}-{path}") };
    used.extend([of("help"), of("after-help")]);
    for arg in command.get_arguments() {
        let id = arg.get_id().as_str();
        let own = format!("arg-{}-{id}", if path.is_empty() { "mpa" } else { path });
        let is_own = say.find(&own).is_some();
        used.insert(if is_own { own } else { format!("arg-{id}") });
        let name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
        for key in [Some(id.to_lowercase()), name.map(|name| name.to_lowercase())].into_iter().flatten() {
            used.insert(format!("value-{}", key.replace(['|', '_'], "-")));
        }
    }
    for sub in command.get_subcommands() {
        let below = if path.is_empty() { sub.get_name().to_owned() } else { format!("{path}-{}", sub.get_name()) };
        help_keys(sub, &below, say, used);
    }
}

/// Whether the text at `at` is the first thing handed to what `name` ends with.
fn is_called(tokens: &[Placed], at: usize, name: &[&str]) -> bool {
    let Some(start) = at.checked_sub(name.len() + 1) else { return false };
    let is = |(token, _): &Placed, word: &str| match token {
        Token::Ident(name) => name == word,
        Token::Punct(sign) => *sign == word,
        _ => false,
    };
    tokens[at - 1].0 == Token::Open('(') && tokens[start..at - 1].iter().zip(name).all(|(token, word)| is(token, word))
}

/// The names in `).with("a", …).with("b", …)`, from its first bracket on.
fn given(tokens: &[Placed], mut at: usize) -> BTreeSet<String> {
    let mut given = BTreeSet::new();
    let token = |at: usize| tokens.get(at).map(|(token, _)| token);
    while token(at) == Some(&Token::Close(')'))
        && token(at + 1) == Some(&Token::Punct("."))
        && token(at + 2) == Some(&Token::Ident("with".to_owned()))
        && token(at + 3) == Some(&Token::Open('('))
        && let Some(Token::Text(name)) = token(at + 4)
    {
        given.insert(name.clone());
        let mut depth = 0;
        at += 4;
        while depth > 0 || !matches!(token(at), None | Some(Token::Close(_))) {
            match token(at) {
                Some(Token::Open(_)) => depth += 1,
                Some(Token::Close(_)) => depth -= 1,
                _ => {}
            }
            at += 1;
        }
    }
    given
}

fn is_of_a_family(text: &str) -> bool {
    let is_key = text.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-');
    let is_familiar = text.split_once('-').is_some_and(|(family, _)| FAMILIES.contains(&family));
    is_key && is_familiar && !NOT_KEYS.iter().any(|(word, _)| *word == text)
}

fn speaking(language: Language) -> Catalogue {
    Catalogue::new(language, parse_day("2026-11-24").unwrap())
}

fn text(token: Token) -> Option<String> {
    match token {
        Token::Text(text) => Some(text),
        _ => None,
    }
}

fn report(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

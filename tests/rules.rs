//! The documentation of the rules is written by the rules: `src/rules/RULES.md`.
//!
//! After a change that is meant: `SNAPSHOTS=overwrite cargo test --test rules`, then read the difference.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may stop, and looks around")]

mod ftl;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use mpa::rules::verdict::{Decider, Rule, Weight};
use snapbox::{Assert, Data};
use strum::VariantArray;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_documentation_is_what_the_rules_say() {
    let path = Path::new(ROOT).join("src/rules/RULES.md");
    Assert::new().normalize_paths(false).action_env("SNAPSHOTS").eq(page(), Data::read_from(&path, None).raw());
}

#[test]
fn every_sentence_about_a_rule_is_that_of_one() {
    let (known, _) = ftl::sentences("en");
    let written: BTreeSet<&str> = known.keys().map(String::as_str).filter(|key| key.starts_with("rule-")).collect();
    let mut said = BTreeSet::new();
    for &rule in Rule::VARIANTS {
        for key in rule.sentences() {
            assert!(said.insert(*key), "{key} is said by two rules");
        }
    }
    assert_eq!(said, written);
    let names: BTreeSet<&str> = Rule::VARIANTS.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(names.len(), Rule::VARIANTS.len());
}

fn page() -> String {
    let mut page = String::from(
        "# Rules\n\nWhat `mpa` says before a commit, in `mpa review` and in `mpa check`, for every rule, by the name that \
         `--format json` gives it.\n\nA change is *routine*, and a forge may merge it unread, when it is what `mpa` itself would have written: the \
         commands that it\nlooks like are done again by its verified author on the shared branch, and have to give the very same \
         file. What is left over\nthen, or cannot be read, is named and waits for an organiser, whatever it is. And what the commands \
         do has to keep the rules\nbelow. This page is written by a test.\n",
    );
    let [french, english] = ["fr", "en"].map(texts);
    for &rule in Rule::VARIANTS {
        let _ = write!(page, "\n## `{}`\n\n{}\n\n", rule.as_str(), what_it_does(rule));
        for key in rule.sentences() {
            let _ = writeln!(page, "- {}\n- {}", said(&french, key), said(&english, key));
        }
    }
    page
}

fn what_it_does(rule: Rule) -> String {
    let lifted = match rule.decided_by() {
        Decider::Leads => "routine for a lead of the project and for organisers",
        Decider::Organisers => "routine for organisers, in a request only where some are named",
        Decider::SomebodyElse => "whoever asks, somebody looks at it",
    };
    match rule.weight() {
        Weight::Asks => format!("Needs an organiser; {lifted}."),
        Weight::Refuses => "Refused, whoever asks.".to_owned(),
        Weight::Either => format!("Refused, or needs an organiser: then {lifted}."),
    }
}

/// The sentences of a language, with their values by name: ‹task›.
fn texts(language: &str) -> Vec<(String, String)> {
    let folder = Path::new(ROOT).join("src/render/catalogue").join(language);
    let file = std::fs::read_to_string(folder.join("rules.ftl")).unwrap();
    let resource = fluent_syntax::parser::parse(file).unwrap();
    let message = |entry| match entry {
        Entry::Message(message) => Some((message.id.name, readable(&message.value?))),
        _ => None,
    };
    resource.body.into_iter().filter_map(message).collect()
}

fn said<'t>(texts: &'t [(String, String)], key: &str) -> &'t str {
    &texts.iter().find(|(known, _)| known == key).unwrap_or_else(|| panic!("{key} is not in rules.ftl")).1
}

fn readable(pattern: &Pattern<String>) -> String {
    let part = |element: &PatternElement<String>| match element {
        PatternElement::TextElement { value } => value.clone(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            readable(&variants.iter().find(|variant| variant.default).unwrap().value)
        }
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            format!("‹{}›", id.name)
        }
        PatternElement::Placeable { expression } => panic!("{expression:?}"),
    };
    pattern.elements.iter().map(part).collect()
}

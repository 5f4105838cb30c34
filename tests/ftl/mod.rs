//! The catalogues as data: which sentences there are, and which values each speaks of.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser::parse;

/// One sentence.
#[derive(Debug, Default)]
pub struct Sentence {
    /// The file it stands in.
    pub file: String,
    /// The words, the values left out.
    pub text: String,
    /// The values it speaks of, itself or through other sentences.
    pub values: BTreeSet<String>,
    /// The sentences it refers to.
    pub refers: BTreeSet<String>,
    /// The values it speaks of, each with the words right before it.
    pub behind: Vec<(String, String)>,
}

/// Every sentence of a language, and what is wrong with the files.
pub fn sentences(language: &str) -> (BTreeMap<String, Sentence>, Vec<String>) {
    let folder = format!("src/render/catalogue/{language}");
    let mut all: BTreeMap<String, Sentence> = BTreeMap::new();
    let mut faults = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder)).unwrap() {
        let path = entry.unwrap().path();
        let file = format!("{folder}/{}", path.file_name().unwrap().to_str().unwrap());
        let resource = parse(fs::read_to_string(&path).unwrap()).unwrap_or_else(|(sound, errors)| {
            faults.extend(errors.iter().map(|error| format!("{file}: {error}")));
            sound
        });
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let key = message.id.name.clone();
                    match sentence(&file, &message) {
                        Some(sentence) => {
                            if let Some(earlier) = all.insert(key.clone(), sentence) {
                                faults.push(format!("{file}: {key} is already in {}", earlier.file));
                            }
                        }
                        None => faults.push(format!("{file}: {key} is not one plain sentence")),
                    }
                }
                Entry::Term(term) => faults.push(format!("{file}: -{} is a term", term.id.name)),
                Entry::Junk { content } => faults.push(format!("{file}: cannot be read: {}", content.trim())),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
    let known: BTreeSet<String> = all.keys().cloned().collect();
    for (key, sentence) in &all {
        faults.extend(sentence.refers.difference(&known).map(|other| format!("{key} refers to {other}, which there is not")));
    }
    (all, faults)
}

fn sentence(file: &str, message: &Message<String>) -> Option<Sentence> {
    let mut sentence = Sentence { file: file.to_owned(), ..Sentence::default() };
    read(message.value.as_ref().filter(|_| message.attributes.is_empty())?, &mut sentence);
    Some(sentence)
}

fn read(pattern: &Pattern<String>, into: &mut Sentence) {
    let mut before = "";
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                into.text.push_str(value);
                before = value;
            }
            PatternElement::Placeable { expression } => {
                if let Expression::Inline(InlineExpression::VariableReference { id }) = expression {
                    into.behind.push((before.to_owned(), id.name.clone()));
                }
                expressed(expression, into);
                before = "";
            }
        }
    }
}

fn expressed(expression: &Expression<String>, into: &mut Sentence) {
    match expression {
        Expression::Inline(inline) => inlined(inline, into),
        Expression::Select { selector, variants } => {
            inlined(selector, into);
            variants.iter().for_each(|variant| read(&variant.value, into));
        }
    }
}

fn inlined(inline: &InlineExpression<String>, into: &mut Sentence) {
    let called = |arguments: &CallArguments<String>, into: &mut Sentence| {
        let named = arguments.named.iter().map(|argument| &argument.value);
        arguments.positional.iter().chain(named).for_each(|argument| inlined(argument, into));
    };
    match inline {
        InlineExpression::VariableReference { id } => _ = into.values.insert(id.name.clone()),
        InlineExpression::MessageReference { id, .. } => _ = into.refers.insert(id.name.clone()),
        InlineExpression::TermReference { id, .. } => _ = into.refers.insert(format!("-{}", id.name)),
        InlineExpression::FunctionReference { arguments, .. } => called(arguments, into),
        InlineExpression::Placeable { expression } => expressed(expression, into),
        InlineExpression::StringLiteral { value } => into.text.push_str(value),
        InlineExpression::NumberLiteral { .. } => {}
    }
}

//! The program's own source, read as the compiler's tokens: for tests about how it is written.
#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may stop, and asks where the sources are")]

pub mod paths;

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// One file of Rust.
#[derive(Clone)]
pub struct SourceFile {
    /// Its path, from the folder of the project.
    pub path: String,
    /// The names of its module: `src/cli/args/mod.rs` is `cli`, `args`.
    pub module: Vec<String>,
    /// How many lines it has.
    pub lines: usize,
    tokens: TokenStream,
}

/// A token, with the groups flattened into their brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A name or a keyword.
    Ident(String),
    /// `::`, `.`, `!`, … one character each, but for `::`.
    Punct(&'static str),
    /// Any other sign.
    Other,
    /// What stands between the quotes of a string, escapes as they are.
    Text(String),
    /// `(`, `[`, `{`.
    Open(char),
    /// `)`, `]`, `}`.
    Close(char),
}

/// A token and the line it stands on.
pub type Placed = (Token, usize);

/// The folder of the project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `src`, in the order of their paths.
pub fn files() -> Vec<SourceFile> {
    let mut files = Vec::new();
    gather(&project().join("src"), &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 50, "the sources were not found");
    files
}

fn gather(folder: &Path, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let path = path.strip_prefix(project()).unwrap().to_str().unwrap().replace('\\', "/");
            files.push(SourceFile::parse(&path, &text));
        }
    }
}

impl SourceFile {
    /// The file `path` that holds `text`.
    pub fn parse(path: &str, text: &str) -> Self {
        let stem = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        let module = if stem == "lib" { Vec::new() } else { stem.split('/').map(str::to_owned).collect() };
        let tokens = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
        Self { path: path.to_owned(), module, lines: text.lines().count(), tokens }
    }

    /// Every token, those of attributes and tests included. A documentation comment is a string in an attribute.
    pub fn all(&self) -> Vec<Placed> {
        let mut all = Vec::new();
        flatten(self.tokens.clone(), &mut all);
        all
    }

    /// The tokens of what runs: no attributes, no documentation, nothing under `#[cfg(test)]`.
    pub fn running(&self) -> Vec<Placed> {
        if self.module.iter().any(|name| name == "tests") {
            return Vec::new();
        }
        let mut kept = TokenStream::new();
        without_attributes(self.tokens.clone(), &mut kept);
        let mut running = Vec::new();
        flatten(kept, &mut running);
        running
    }
}

fn without_attributes(tokens: TokenStream, kept: &mut TokenStream) {
    let mut tokens = tokens.into_iter().peekable();
    let mut skips = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                let inner = tokens.next_if(|next| matches!(next, TokenTree::Punct(sign) if sign.as_char() == '!'));
                let is_attribute =
                    |next: &TokenTree| matches!(next, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
                match tokens.next_if(is_attribute) {
                    Some(attribute) => skips |= attribute.to_string().replace(' ', "") == "[cfg(test)]",
                    None => kept.extend([Some(TokenTree::Punct(sign)), inner].into_iter().flatten()),
                }
            }
            TokenTree::Group(group) if skips => skips = group.delimiter() != Delimiter::Brace,
            TokenTree::Punct(sign) if skips => skips = sign.as_char() != ';',
            _ if skips => {}
            TokenTree::Group(group) => {
                let mut inside = TokenStream::new();
                without_attributes(group.stream(), &mut inside);
                let mut whole = proc_macro2::Group::new(group.delimiter(), inside);
                whole.set_span(group.span());
                kept.extend([TokenTree::Group(whole)]);
            }
            other => kept.extend([other]),
        }
    }
}

fn flatten(tokens: TokenStream, into: &mut Vec<Placed>) {
    let mut half = false;
    for token in tokens {
        let line = token.span().start().line;
        let was_half = std::mem::take(&mut half);
        match token {
            TokenTree::Ident(name) => into.push((Token::Ident(name.to_string()), line)),
            TokenTree::Literal(literal) => into.push((text(&literal.to_string()), line)),
            TokenTree::Punct(sign) => match sign.as_char() {
                ':' if was_half => into.push((Token::Punct("::"), line)),
                ':' if sign.spacing() == Spacing::Joint => half = true,
                '.' => into.push((Token::Punct("."), line)),
                ',' => into.push((Token::Punct(","), line)),
                '*' => into.push((Token::Punct("*"), line)),
                '!' => into.push((Token::Punct("!"), line)),
                _ => into.push((Token::Other, line)),
            },
            TokenTree::Group(group) => {
                let brackets = match group.delimiter() {
                    Delimiter::Parenthesis => Some(('(', ')')),
                    Delimiter::Brace => Some(('{', '}')),
                    Delimiter::Bracket => Some(('[', ']')),
                    Delimiter::None => None,
                };
                into.extend(brackets.map(|(open, _)| (Token::Open(open), line)));
                flatten(group.stream(), into);
                into.extend(brackets.map(|(_, close)| (Token::Close(close), line)));
            }
        }
    }
}

/// The inside of a string, byte strings included; any other literal is [`Token::Other`].
fn text(literal: &str) -> Token {
    let quoted = literal.trim_start_matches(['b', 'r', 'c', '#']).trim_end_matches('#');
    match quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inside) => Token::Text(inside.to_owned()),
        None => Token::Other,
    }
}

//! The paths that stand in a file of Rust: what it knows of others.

use super::{Placed, SourceFile, Token};

/// A path as it stands in the source, groups written out: `use a::{b, c::d}` are `a::b` and `a::c::d`.
pub struct Named {
    /// Its names, as they are written.
    pub names: Vec<String>,
    /// The module it stands in.
    pub module: Vec<String>,
    /// Whether it is part of an import.
    pub in_use: bool,
    /// The line it begins on, from 1.
    pub line: usize,
}

impl Named {
    /// The path from the root of the crate; `None` when it starts elsewhere.
    pub fn resolved(&self, is_program: bool) -> Option<Vec<String>> {
        let mut names = self.names.iter();
        let mut full = match names.next()?.as_str() {
            "crate" => Vec::new(),
            "mpa" if is_program => Vec::new(),
            "self" => self.module.clone(),
            "super" => above(&self.module),
            _ => return None,
        };
        for name in names {
            match name.as_str() {
                "super" => full = above(&full),
                "self" => {}
                name => full.push(name.to_owned()),
            }
        }
        Some(full)
    }
}

fn above(module: &[String]) -> Vec<String> {
    module.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default()
}

/// Every path in `file`.
pub fn paths(file: &SourceFile) -> Vec<Named> {
    let tokens = file.all();
    let mut reader = Reader { tokens: &tokens, at: 0, module: file.module.clone(), in_use: false, found: Vec::new() };
    let mut inner: Vec<usize> = Vec::new();
    let mut depth = 0;
    while reader.at < tokens.len() {
        match (&tokens[reader.at].0, tokens.get(reader.at + 1), tokens.get(reader.at + 2)) {
            (Token::Ident(word), Some((Token::Ident(name), _)), Some((Token::Open('{'), _))) if word == "mod" => {
                inner.push(depth);
                reader.module.push(name.clone());
                reader.at += 2;
            }
            (Token::Ident(word), Some((Token::Open('('), _)), _) if word == "pub" => reader.skip_group(),
            (Token::Ident(word), _, _) if word == "use" => {
                reader.at += 1;
                reader.in_use = true;
                reader.tree(&[]);
                reader.in_use = false;
            }
            (Token::Ident(_), _, _) => reader.tree(&[]),
            (Token::Open('{'), _, _) => {
                depth += 1;
                reader.at += 1;
            }
            (Token::Close('}'), _, _) => {
                depth -= 1;
                if inner.last() == Some(&depth) {
                    inner.pop();
                    reader.module.pop();
                }
                reader.at += 1;
            }
            _ => reader.at += 1,
        }
    }
    reader.found
}

struct Reader<'a> {
    tokens: &'a [Placed],
    at: usize,
    module: Vec<String>,
    in_use: bool,
    found: Vec<Named>,
}

impl Reader<'_> {
    fn next(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    /// A path behind `before`, or the group that continues it.
    fn tree(&mut self, before: &[String]) {
        let line = self.tokens.get(self.at).map_or(0, |(_, line)| *line);
        let mut names = before.to_vec();
        if self.next() == Some(&Token::Punct("::")) {
            self.at += 1;
        }
        loop {
            match self.next() {
                Some(Token::Ident(name)) => names.push(name.clone()),
                Some(Token::Punct("*")) if self.in_use => names.push("*".to_owned()),
                Some(Token::Open('{')) if self.in_use => return self.group(&names),
                _ => break,
            }
            self.at += 1;
            if self.next() != Some(&Token::Punct("::")) {
                break;
            }
            self.at += 1;
        }
        let is_receiver = names == ["self"] && !self.in_use;
        if !names.is_empty() && !is_receiver {
            self.found.push(Named { names, module: self.module.clone(), in_use: self.in_use, line });
        }
    }

    fn group(&mut self, before: &[String]) {
        self.at += 1;
        loop {
            match self.next() {
                None => return,
                Some(Token::Close('}')) => break,
                Some(Token::Punct(",")) => self.at += 1,
                Some(Token::Ident(word)) if word == "as" => self.at += 2,
                Some(Token::Ident(_) | Token::Punct(_) | Token::Open('{')) => self.tree(before),
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
    }

    /// Over `pub(…)`.
    fn skip_group(&mut self) {
        while !matches!(self.next(), None | Some(Token::Close(')'))) {
            self.at += 1;
        }
    }
}

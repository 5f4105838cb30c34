//! Writing TOML in the canonical form of the data folder: LF, a blank line before each table, a list of two or more
//! one element a line.

use std::fmt::Display;

/// A file being written.
#[derive(Default)]
pub struct Toml {
    text: String,
}

impl Toml {
    /// `key = value`, for days, numbers and booleans.
    pub fn bare(&mut self, key: &str, value: impl Display) {
        self.line(&format!("{} = {value}", name(key)));
    }

    /// `key = "value"`.
    pub fn text(&mut self, key: &str, value: &str) {
        self.line(&format!("{} = {}", name(key), quoted(value)));
    }

    /// `key = ["value"]`; nothing for an empty list.
    pub fn list(&mut self, key: &str, values: &[impl AsRef<str>]) {
        match values {
            [] => {}
            [only] => self.line(&format!("{key} = [{}]", quoted(only.as_ref()))),
            several => {
                self.line(&format!("{key} = ["));
                several.iter().for_each(|value| self.line(&format!("    {},", quoted(value.as_ref()))));
                self.line("]");
            }
        }
    }

    /// `key = """…"""`, one line of text a line.
    pub fn block(&mut self, key: &str, lines: &[String]) {
        self.line(&format!("{key} = \"\"\""));
        lines.iter().for_each(|line| self.line(&escaped(line)));
        self.line("\"\"\"");
    }

    /// `[path]`.
    pub fn table(&mut self, path: &str) {
        self.line("");
        self.line(&format!("[{path}]"));
    }

    /// The whole file.
    pub fn finish(self) -> String {
        self.text
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// A key, dotted keys included, quoted where it must be.
fn name(key: &str) -> String {
    let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    if plain { key.to_owned() } else { quoted(key) }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

//! Values, comments and spaces as people write them.

use toml_edit::Value;

use super::messy::{Line, Messy};

impl Messy<'_> {
    /// Blank lines and comments.
    pub(super) fn above(&mut self, owner: &str) {
        match self.rng.u8(0..5) {
            0 => self.push(owner, ""),
            1 => self.comment(owner),
            2 => {
                self.push(owner, "  ");
                self.comment(owner);
                self.push(owner, "");
            }
            _ => {}
        }
    }

    pub(super) fn comment(&mut self, owner: &str) {
        self.count += 1;
        let (indent, count) = (self.indent(), self.count);
        self.push(owner, &format!("{indent}# commentaire {count}."));
    }

    pub(super) fn tail(&mut self) -> String {
        self.count += 1;
        match self.rng.u8(0..4) {
            0 => format!("  # fin {}.", self.count),
            1 => " ".to_owned(),
            _ => String::new(),
        }
    }

    pub(super) fn indent(&mut self) -> &'static str {
        ["", "", "", "  ", "\t"][self.rng.usize(0..5)]
    }

    pub(super) fn push(&mut self, owner: &str, text: &str) {
        let lines = text.split('\n').map(|text| Line { owner: owner.to_owned(), text: text.to_owned() });
        self.lines.extend(lines);
    }

    pub(super) fn inline(&mut self, pairs: &[(String, String)]) -> String {
        let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        format!("{{ {} }}", pairs.join(", "))
    }

    pub(super) fn list(&mut self, items: &[String]) -> String {
        let items: Vec<String> = items.iter().map(|text| quoted(text)).collect();
        if self.rng.bool() {
            return format!("[{}]", items.join(" , "));
        }
        let mut text = "[ # début\n".to_owned();
        for item in items {
            self.count += 1;
            let comment = if self.rng.bool() { format!(" # fin {}.", self.count) } else { String::new() };
            text.push_str(&format!("  {item},{comment}\n"));
        }
        text + "]"
    }

    /// The text in any of the four ways that can hold it.
    pub(super) fn text(&mut self, text: &str) -> String {
        let is_long = text.contains('\n');
        match self.rng.u8(0..4) {
            0 if !is_long && !text.contains(['\'', '\t']) => format!("'{text}'"),
            1 if !text.contains("'''") && !text.ends_with('\'') => format!("'''\n{text}'''"),
            2 => format!("\"\"\"\n{}\"\"\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            _ => quoted(text),
        }
    }
}

/// The text between double quotes, on one line.
pub fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
    debug_assert_eq!(format!("\"{escaped}\"").parse::<Value>().unwrap().as_str(), Some(text));
    format!("\"{escaped}\"")
}

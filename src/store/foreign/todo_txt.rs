//! A task a line, as <https://github.com/todotxt/todo.txt> says: `x` and a letter in front, then days, then words of which some
//! begin with `+`, `@` or a name and a colon.

use crate::domain::day::parse_day;
use crate::domain::link::is_safe_link;
use crate::domain::message::Message;
use crate::domain::sheet::{Form, ROWS, Sheet, SheetRow};

use super::too_many;

const COLUMNS: [&str; 6] = ["title", "project", "skills", "due", "resources", "status"];

/// The rows of `text`.
pub(super) fn read(text: &str) -> Result<Sheet, Message> {
    let mut rows = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        if rows.len() > ROWS {
            return Err(too_many());
        }
        rows.push(SheetRow { at: at + 1, cells: cells(line) });
    }
    Ok(Sheet { form: Form::TodoTxt, read_as: None, columns: COLUMNS.map(str::to_owned).to_vec(), rows })
}

fn cells(line: &str) -> Vec<String> {
    let mut words = line.split_whitespace().peekable();
    let is_done = words.next_if_eq(&"x").is_some();
    let is_priority = |word: &&str| matches!(word.as_bytes(), [b'(', b'A'..=b'Z', b')']);
    words.next_if(is_priority);
    // The day it was done, and the day it was written down.
    let is_day = |word: &&str| word.contains('-') && parse_day(word).is_some();
    words.next_if(is_day);
    words.next_if(is_day);
    let [mut title, mut skills, mut resources] = [const { Vec::new() }; 3];
    let [mut project, mut due] = [None, None];
    for word in words {
        let named = |sign: &str| word.strip_prefix(sign).filter(|name| !name.is_empty());
        match (named("+"), named("@"), named("due:")) {
            (Some(name), ..) if project.is_none() => project = Some(name),
            (_, Some(name), _) => skills.push(name),
            (.., Some(day)) if due.is_none() => due = Some(day),
            _ if is_safe_link(word) => resources.push(word),
            _ => title.push(word),
        }
    }
    let status = if is_done { "done" } else { "" };
    let text = |word: Option<&str>| word.unwrap_or_default().to_owned();
    vec![title.join(" "), text(project), skills.join("\n"), text(due), resources.join("\n"), status.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_line_are_parted() {
        for (line, expected) in [
            ("Appeler", ["Appeler", "", "", "", "", ""]),
            (
                "(A) 2026-11-28 Imprimer +bal @atelier @web due:2026-12-04",
                ["Imprimer", "bal", "atelier\nweb", "2026-12-04", "", ""],
            ),
            ("x 2026-11-28 2026-11-27 Lire https://a.org/x?a=b", ["Lire", "", "", "", "https://a.org/x?a=b", "done"]),
            ("x-ray à 12:30, 2 + 2 @ 4", ["x-ray à 12:30, 2 + 2 @ 4", "", "", "", "", ""]),
            ("xylophone (A) due:", ["xylophone (A) due:", "", "", "", "", ""]),
        ] {
            assert_eq!(cells(line), expected, "{line}");
        }
    }
}

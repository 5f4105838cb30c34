//! Where a word stands in the files below `data/`, whatever they are: to find every name, and what is said of a person.

use std::fs;
use std::path::Path;

use super::error::StoreError;
use super::layout::DATA;
use super::open::Store;
use super::tree::ListedKind;

/// Folders within folders: tasks lie two below `data/`, and nothing of ours deeper.
const DEPTH: usize = 4;

impl Store {
    /// The files below `data/` that hold `word`, in small letters or capitals, by path from the folder that holds
    /// `data/`, with what they hold. Links are not followed; of a file larger than any of ours, only the beginning is looked
    /// at.
    ///
    /// # Errors
    /// When a folder or a file cannot be read: a search that skips files would promise too much.
    pub fn files_holding(&self, word: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let mut found = Vec::new();
        self.search(DATA, DEPTH, &word.to_ascii_lowercase(), &mut found)?;
        found.sort();
        Ok(found)
    }

    fn search(&self, folder: &str, depth: usize, word: &str, found: &mut Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        for entry in self.list(folder)? {
            let entry = entry?;
            let Some(name) = entry.name.to_str() else { continue };
            let path = format!("{folder}/{name}");
            if entry.kind == ListedKind::Folder && depth > 1 {
                self.search(&path, depth - 1, word, found)?;
            } else if entry.kind == ListedKind::File {
                let bytes = self.bytes(&path)?;
                if memchr::memmem::find(&bytes.to_ascii_lowercase(), word.as_bytes()).is_some() {
                    found.push((path, bytes));
                }
            }
        }
        Ok(())
    }

    /// Whether a regular file is at `path`, from the folder that holds `data/`.
    pub fn has_file(&self, path: &str) -> bool {
        if let Some(tree) = self.tree() {
            return tree.bytes(path).is_ok();
        }
        fs::symlink_metadata(self.root().join(Path::new(path))).is_ok_and(|found| found.is_file())
    }
}

/// The lines of `bytes`, counted from 1, that hold `word` as a word of its own: `zoe` is not in `zoelie` nor in `zoe-2`.
pub fn lines_with(bytes: &[u8], word: &str) -> Vec<usize> {
    let text = String::from_utf8_lossy(bytes);
    let holds = |line: &str| {
        let line = line.to_ascii_lowercase();
        line.match_indices(word).any(|(at, _)| is_apart(&line[..at], &line[at + word.len()..]))
    };
    text.lines().enumerate().filter(|(_, line)| holds(line)).map(|(at, _)| at + 1).collect()
}

/// Whether neither what stands before nor what stands behind goes on with the word. A hyphen does when a letter follows.
fn is_apart(before: &str, behind: &str) -> bool {
    let goes_on = |mut letters: Box<dyn Iterator<Item = char> + '_>| match letters.next() {
        Some('-') => letters.next().is_some_and(char::is_alphanumeric),
        Some(letter) => letter.is_alphanumeric() || letter == '_',
        None => false,
    };
    !goes_on(Box::new(before.chars().rev())) && !goes_on(Box::new(behind.chars()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_apart() {
        for (line, found) in [
            ("Demander à zoe.", true),
            ("ZOE", true),
            ("@zoe, merci", true),
            ("zoe - puis max", true),
            ("# zoe", true),
            ("l’avis de zoe\u{a0}?", true),
            ("zoelie", false),
            ("zoe-2", false),
            ("la-zoe", false),
            ("zoé", false),
            ("ézoe", false),
            ("zoe_x", false),
            ("zoelie et zoe", true),
        ] {
            assert_eq!(!lines_with(line.as_bytes(), "zoe").is_empty(), found, "{line}");
        }
        assert_eq!(lines_with(b"a\nzoe\r\n\xff zoe\nb", "zoe"), [2, 3]);
    }
}

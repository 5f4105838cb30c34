//! The files that are not in canonical form, and what each would hold in it.

use crate::domain::file_key::FileKey;

use super::canonical::{CAMPAIGN, PERSON, PROJECT, Section, TASK, THEME};
use super::error::StoreError;
use super::files::decode;
use super::layout::{CAMPAIGN_FILE, PEOPLE, PROJECTS, THEMES, key_of};
use super::open::Store;
use super::source::FILE_MAX;
use super::tidy::tidy;

/// A file that is not in canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Its path, from the folder that holds `data/`.
    pub path: String,
    /// Which one it is.
    pub key: FileKey,
    /// What it holds.
    pub before: Vec<u8>,
    /// What it holds in canonical form. It means the same.
    pub after: Vec<u8>,
}

/// What such a file looks like.
fn section(key: &FileKey) -> &'static Section {
    match key {
        FileKey::Campaign => &CAMPAIGN,
        FileKey::Theme(_) => &THEME,
        FileKey::Project(_) => &PROJECT,
        FileKey::Person(_) => &PERSON,
        FileKey::Task { .. } => &TASK,
    }
}

/// `bytes`, the file `key`, in canonical form; `None` when they are in it, or cannot be brought into it without
/// changing what they mean.
pub fn tidied(key: &FileKey, bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() > FILE_MAX {
        return None;
    }
    let after = tidy(std::str::from_utf8(bytes).ok()?, section(key))?.into_bytes();
    if after == bytes || after.len() > FILE_MAX {
        return None;
    }
    let (before, again) = (decode(key, "", bytes), decode(key, "", &after));
    let is_same = before.value.is_none() || before.value == again.value;
    (is_same && again.problems.len() <= before.problems.len()).then_some(after)
}

impl Store {
    /// Every file that is not in canonical form and can be brought into it.
    ///
    /// # Errors
    /// When a folder cannot be listed. A file that cannot be read is passed over.
    pub fn untidy(&self) -> Result<Vec<Repair>, StoreError> {
        let repair = |path: String| {
            let (key, before) = (key_of(&path).ok()?, self.bytes(&path).ok()?);
            let after = tidied(&key, &before)?;
            Some(Repair { path, key, before, after })
        };
        Ok(self.all_paths()?.into_iter().filter_map(repair).collect())
    }

    /// The paths of all that lies where the campaign, themes, projects, people and tasks belong.
    fn all_paths(&self) -> Result<Vec<String>, StoreError> {
        let mut found = vec![CAMPAIGN_FILE.to_owned()];
        for folder in [THEMES, PROJECTS, PEOPLE] {
            found.extend(self.names(folder)?.into_iter().map(|name| format!("{folder}/{name}")));
        }
        found.extend(self.task_files_with_prefix("")?.into_iter().map(|file| file.path));
        Ok(found)
    }
}

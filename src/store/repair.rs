//! The files that are not in canonical form, and what each would hold in it.

use crate::domain::campaign::Campaign;
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;

use super::canonical::{CAMPAIGN, PERSON, PROJECT, Section, TASK, THEME};
use super::decode_campaign::decode_campaign;
use super::decode_person::decode_person;
use super::decode_project::{decode_project, decode_theme};
use super::decode_task::decode_task;
use super::error::StoreError;
use super::layout::{CAMPAIGN_FILE, PEOPLE, PROJECTS, Place, THEMES, place_of};
use super::open::Store;
use super::problem::Decoded;
use super::source::FILE_MAX;
use super::tidy::tidy;

/// A file that is not in canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Its path, from the folder that holds `data/`.
    pub path: String,
    /// What it is for.
    pub place: Place,
    /// What it holds.
    pub before: Vec<u8>,
    /// What it holds in canonical form. It means the same.
    pub after: Vec<u8>,
}

/// What a file means.
#[derive(PartialEq)]
enum Meaning {
    Campaign(Box<Campaign>),
    Theme(Theme),
    Project(Project),
    Person(Person),
    Task(Box<Task>),
}

impl Place {
    /// What such a file looks like; `None` for one that is not read.
    fn section(&self) -> Option<&'static Section> {
        Some(match self {
            Self::Campaign => &CAMPAIGN,
            Self::Theme(_) => &THEME,
            Self::Project(_) => &PROJECT,
            Self::Person(_) => &PERSON,
            Self::Task(_) => &TASK,
            Self::Misnamed | Self::Stray | Self::Outside => return None,
        })
    }

    /// What `bytes` mean in such a file, and how many problems they have.
    fn meaning(&self, bytes: &[u8]) -> (Option<Meaning>, usize) {
        fn told<T>(decoded: Decoded<T>, meaning: impl FnOnce(T) -> Meaning) -> (Option<Meaning>, usize) {
            (decoded.value.map(meaning), decoded.problems.len())
        }
        match self {
            Self::Campaign => told(decode_campaign(bytes), |it| Meaning::Campaign(Box::new(it))),
            Self::Theme(slug) => told(decode_theme(slug, "", bytes), Meaning::Theme),
            Self::Project(slug) => told(decode_project(slug, "", bytes), Meaning::Project),
            Self::Person(handle) => told(decode_person(handle, "", bytes), Meaning::Person),
            Self::Task(file) => told(decode_task(&file.id, &file.project, "", bytes), |it| Meaning::Task(Box::new(it))),
            Self::Misnamed | Self::Stray | Self::Outside => (None, 0),
        }
    }
}

/// `bytes`, the file at `place`, in canonical form; `None` when they are in it, or cannot be brought into it without
/// changing what they mean.
pub fn tidied(place: &Place, bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() > FILE_MAX {
        return None;
    }
    let after = tidy(std::str::from_utf8(bytes).ok()?, place.section()?)?.into_bytes();
    if after == bytes || after.len() > FILE_MAX {
        return None;
    }
    let ((meant, wrong), (means, still_wrong)) = (place.meaning(bytes), place.meaning(&after));
    let is_same = meant.is_none() || meant == means;
    (is_same && still_wrong <= wrong).then_some(after)
}

impl Store {
    /// Every file that is not in canonical form and can be brought into it.
    ///
    /// # Errors
    /// When a folder cannot be listed. A file that cannot be read is passed over.
    pub fn untidy(&self) -> Result<Vec<Repair>, StoreError> {
        let repair = |path: String| {
            let (place, before) = (place_of(&path), self.bytes(&path).ok()?);
            let after = tidied(&place, &before)?;
            Some(Repair { path, place, before, after })
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

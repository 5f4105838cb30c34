//! Where each page lives, and how one page names another: always from where it stands, so that the whole folder works below any
//! address, and from a disk.

use crate::domain::budget::Minutes;
use crate::domain::name::{Slug, TaskId};
use crate::domain::task::{Place, Task};
use crate::render::Language;
use crate::usecase::read::site::PublicTask;

/// The words of addresses.
pub struct Words {
    tasks: &'static str,
    /// Of projects.
    pub projects: &'static str,
    themes: &'static str,
    successes: &'static str,
    how: &'static str,
    people: &'static str,
    /// The wishes of the list of tasks, in the address of a list that was narrowed.
    pub wishes: Wishes,
}

/// What can be wished for in the list of tasks.
pub struct Wishes {
    pub time: &'static str,
    pub skill: &'static str,
    pub place: &'static str,
    pub project: &'static str,
    pub words: &'static str,
}

/// The words of addresses in `language`.
pub const fn words(language: Language) -> Words {
    match language {
        Language::French => Words {
            tasks: "taches",
            projects: "projets",
            themes: "themes",
            successes: "reussites",
            how: "comment",
            people: "personnes",
            wishes: Wishes { time: "temps", skill: "competence", place: "lieu", project: "projet", words: "mots" },
        },
        Language::English => Words {
            tasks: "tasks",
            projects: "projects",
            themes: "themes",
            successes: "successes",
            how: "how",
            people: "people",
            wishes: Wishes { time: "time", skill: "skill", place: "place", project: "project", words: "words" },
        },
    }
}

/// A page of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// Where all begins.
    Home,
    /// What can be done now; the first page is 0.
    Tasks(usize),
    /// The same, narrowed by one wish.
    Wish(&'a Wish),
    /// One task.
    Task(&'a TaskId),
    /// All projects, by theme.
    Projects,
    /// One project.
    Project(&'a Slug),
    /// One theme.
    Theme(&'a Slug),
    /// What was achieved; the first page is 0.
    Successes(usize),
    /// How it works.
    How,
    /// What is shown about people.
    People,
}

impl Target<'_> {
    /// The path of the page in `language`, from the folder of all languages.
    pub fn path(self, language: Language) -> String {
        format!("{}/{}", language.tag(), self.path_in_language(language))
    }

    /// The path of the page in the folder of `language`.
    pub fn path_in_language(self, language: Language) -> String {
        let words = words(language);
        match self {
            Self::Home => "index.html".to_owned(),
            Self::Tasks(0) => format!("{}.html", words.tasks),
            Self::Tasks(page) => format!("{}-{}.html", words.tasks, page + 1),
            Self::Wish(wish) => format!("{}/{}-{}.html", words.tasks, wish.name(&words.wishes), wish.value()),
            Self::Task(id) => format!("{}/{}.html", words.tasks, id.as_str()),
            Self::Projects => format!("{}.html", words.projects),
            Self::Project(slug) => format!("{}/{}.html", words.projects, slug.as_str()),
            Self::Theme(slug) => format!("{}/{}.html", words.themes, slug.as_str()),
            Self::Successes(0) => format!("{}.html", words.successes),
            Self::Successes(page) => format!("{}-{}.html", words.successes, page + 1),
            Self::How => format!("{}.html", words.how),
            Self::People => format!("{}.html", words.people),
        }
    }

    /// The way from the page up to the folder of all languages: `../` or `../../`.
    pub fn up(self) -> &'static str {
        match self {
            Self::Wish(_) | Self::Task(_) | Self::Project(_) | Self::Theme(_) => "../../",
            Self::Home | Self::Tasks(_) | Self::Projects | Self::Successes(_) | Self::How | Self::People => "../",
        }
    }

    /// The way up to the folder of its own language: nothing, or `../`.
    pub fn up_in_language(self) -> &'static str {
        self.up().strip_prefix("../").unwrap_or_default()
    }
}

/// One wish for a task, with a page of its own for whoever has no script.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wish {
    /// It fits in that time.
    Time(Minutes),
    /// It can be done there: `remote`, `on-site`, or the short name of a town.
    Place(String),
    /// It asks for that, a short name.
    Skill(String),
}

/// The times that somebody may have, in minutes.
pub const TIMES: [u32; 4] = [30, 60, 120, 240];

impl Wish {
    /// What is wished for, in an address.
    pub fn value(&self) -> String {
        match self {
            Self::Time(time) => time.get().to_string(),
            Self::Place(name) | Self::Skill(name) => name.clone(),
        }
    }

    /// Of what kind it is, in an address.
    pub fn name(&self, wishes: &Wishes) -> &'static str {
        match self {
            Self::Time(_) => wishes.time,
            Self::Place(_) => wishes.place,
            Self::Skill(_) => wishes.skill,
        }
    }

    /// `time=60`.
    pub fn in_address(&self, wishes: &Wishes) -> String {
        format!("{}={}", self.name(wishes), self.value())
    }

    /// Whether `it` is such a task.
    pub fn fits(&self, it: &PublicTask) -> bool {
        match self {
            Self::Time(time) => it.task.budget.most() <= *time,
            Self::Place(name) => places(&it.task).contains(name),
            Self::Skill(name) => it.task.skills.iter().any(|skill| short(skill).as_deref() == Some(name)),
        }
    }
}

/// Where `task` can be done: the words of the files, and its town; a task for anywhere is in both.
pub fn places(task: &Task) -> Vec<String> {
    match &task.place {
        Place::Remote => vec!["remote".to_owned()],
        Place::Either => vec!["remote".to_owned(), "on-site".to_owned()],
        Place::OnSite(town) => ["on-site".to_owned()].into_iter().chain(town.as_deref().and_then(short)).collect(),
    }
}

/// What names a skill or a town in an address; `None` where nothing of it can.
pub fn short(text: &str) -> Option<String> {
    Slug::of_title(text).map(|slug| slug.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_finds_the_way_up() {
        let (id, slug) = (TaskId::new("k7q2m").unwrap(), Slug::new("mphack").unwrap());
        let wish = Wish::Time(Minutes::new(60).unwrap());
        for target in [
            Target::Home,
            Target::Tasks(0),
            Target::Tasks(3),
            Target::Wish(&wish),
            Target::Task(&id),
            Target::Projects,
            Target::Project(&slug),
            Target::Theme(&slug),
            Target::Successes(0),
            Target::Successes(2),
            Target::How,
            Target::People,
        ] {
            for language in Language::ALL {
                let path = target.path(language);
                assert_eq!(target.up(), "../".repeat(path.matches('/').count()), "{path}");
            }
        }
        assert_eq!(Target::Wish(&wish).path(Language::French), "fr/taches/temps-60.html");
    }
}

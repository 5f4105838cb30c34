//! Themes, the projects born from them, and the deliverables projects promise.

use std::collections::BTreeMap;

use super::claim::Evidence;
use super::day::Day;
use super::name::{Handle, Slug};

/// A project as its file describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The name of its file.
    pub slug: Slug,
    /// Its name.
    pub title: String,
    /// The theme it was born in.
    pub theme: Option<Slug>,
    /// The idea of its theme that it carries out.
    pub idea: Option<String>,
    /// What it is about, in a few sentences.
    pub summary: Option<String>,
    /// The people who answer for it.
    pub leads: Vec<Handle>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// What it lacks.
    pub needs: Vec<String>,
    /// The day it ended.
    pub ended: Option<Day>,
    /// How it fared in a vote.
    pub poll: Option<Poll>,
    /// What it promises, in the order of the file.
    pub deliverables: Vec<Deliverable>,
    /// Keys this version does not know, by dotted path, with their value.
    pub extra: BTreeMap<String, String>,
}

/// The result of a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    /// The day of the vote.
    pub at: Day,
    /// Votes for the project.
    pub votes: u32,
    /// Votes in all.
    pub of: u32,
}

/// Something a project promises to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deliverable {
    /// Its short name within the project.
    pub slug: Slug,
    /// What it is.
    pub title: String,
    /// When it is due, when it is not the campaign's deadline.
    pub due: Option<Day>,
    /// Whether it is the one promised first.
    pub first: bool,
    /// How it was delivered.
    pub delivered: Option<Delivery>,
}

/// How a deliverable was delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Who says so.
    pub by: Handle,
    /// The day.
    pub at: Day,
    /// The result shown.
    pub evidence: Evidence,
}

impl Poll {
    /// The most votes that are counted.
    pub const MOST: u32 = 10_000;

    /// `votes` of so many on that day; `None` for more votes than there were, for a vote in which nobody voted, and for more
    /// than [`Poll::MOST`].
    pub fn new(at: Day, votes: u32, of: u32) -> Option<Self> {
        (votes <= of && (1..=Self::MOST).contains(&of)).then_some(Self { at, votes, of })
    }
}

impl Project {
    /// A new project with everything optional left out.
    pub fn new(slug: Slug, title: String) -> Self {
        Self {
            slug,
            title,
            theme: None,
            idea: None,
            summary: None,
            leads: Vec::new(),
            contact: None,
            needs: Vec::new(),
            ended: None,
            poll: None,
            deliverables: Vec::new(),
            extra: BTreeMap::new(),
        }
    }

    /// The deliverable promised first.
    pub fn first_deliverable(&self) -> Option<&Deliverable> {
        self.deliverables.iter().find(|deliverable| deliverable.first)
    }

    /// The deliverable with that short name.
    pub fn deliverable(&self, slug: &Slug) -> Option<&Deliverable> {
        self.deliverables.iter().find(|deliverable| deliverable.slug == *slug)
    }
}

/// A theme as its file describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The name of its file.
    pub slug: Slug,
    /// Its name.
    pub title: String,
    /// What was asked.
    pub question: Option<String>,
    /// What people came up with.
    pub ideas: Vec<String>,
    /// Keys this version does not know, by dotted path, with their value.
    pub extra: BTreeMap<String, String>,
}

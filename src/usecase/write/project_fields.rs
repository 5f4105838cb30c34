//! What a person says of a project when adding or changing it.

use strum::{EnumString, VariantNames};

use crate::domain::day::Day;
use crate::domain::name::{Handle, Slug};
use crate::domain::project::{Deliverable, Project};
use crate::usecase::failure::Failure;
use crate::usecase::read::progress::no_such_deliverable;

/// What a person says of a project. `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProjectFields {
    /// Its name.
    pub title: Option<String>,
    /// Its theme.
    pub theme: Option<Slug>,
    /// The idea it carries out.
    pub idea: Option<String>,
    /// What it is about.
    pub summary: Option<String>,
    /// Who answers for it.
    pub leads: Option<Vec<Handle>>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// What it lacks.
    pub needs: Option<Vec<String>>,
    /// The day it ended.
    pub ended: Option<Day>,
    /// Deliverables to add or to rename.
    pub deliverables: Vec<(Slug, String)>,
    /// Due days of deliverables.
    pub due: Vec<(Slug, Day)>,
    /// Optional fields to take out.
    pub remove: Vec<RemovableOfProject>,
    /// Whether what is personal in the texts is made unreadable.
    pub redact: bool,
}

/// The fields that can be taken out of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum RemovableOfProject {
    /// The idea it carries out.
    Idea,
    /// What it is about.
    Summary,
    /// Who answers for it.
    Leads,
    /// Whom to ask.
    Contact,
    /// What it lacks.
    Needs,
    /// The day it ended.
    Ended,
    /// The result of a vote.
    Poll,
}

impl ProjectFields {
    /// `project` with these fields. The first deliverable ever added is the one promised first.
    pub(super) fn apply(&self, project: &Project) -> Result<Project, Failure> {
        let mut after = project.clone();
        for field in &self.remove {
            match field {
                RemovableOfProject::Idea => after.idea = None,
                RemovableOfProject::Summary => after.summary = None,
                RemovableOfProject::Leads => after.leads.clear(),
                RemovableOfProject::Contact => after.contact = None,
                RemovableOfProject::Needs => after.needs.clear(),
                RemovableOfProject::Ended => after.ended = None,
                RemovableOfProject::Poll => after.poll = None,
            }
        }
        after.title = self.title.clone().unwrap_or(after.title);
        after.theme = self.theme.clone().or(after.theme);
        after.idea = self.idea.clone().or(after.idea);
        after.summary = self.summary.clone().or(after.summary);
        after.leads = self.leads.clone().unwrap_or(after.leads);
        after.contact = self.contact.clone().or(after.contact);
        after.needs = self.needs.clone().unwrap_or(after.needs);
        after.ended = self.ended.or(after.ended);
        for (slug, title) in &self.deliverables {
            match after.deliverables.iter_mut().find(|deliverable| deliverable.slug == *slug) {
                Some(deliverable) => deliverable.title.clone_from(title),
                None => {
                    let first = after.deliverables.is_empty();
                    after.deliverables.push(Deliverable {
                        slug: slug.clone(),
                        title: title.clone(),
                        due: None,
                        first,
                        delivered: None,
                    });
                }
            }
        }
        for (slug, day) in &self.due {
            let missing = no_such_deliverable(slug, &after);
            after.deliverables.iter_mut().find(|deliverable| deliverable.slug == *slug).ok_or(missing)?.due = Some(*day);
        }
        Ok(after)
    }
}

//! `tasks edit`, `projects add`, `projects edit`, and the flags of `tasks add`: many flags, few words.

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::task::Place;
use crate::domain::typed_day::Side;
use crate::usecase::read::find::Among;
use crate::usecase::write::by_hand::Edited;
use crate::usecase::write::project_fields::ProjectFields;
use crate::usecase::write::projects;
use crate::usecase::write::task_fields::TaskFields;
use crate::usecase::write::tasks;
use crate::usecase::{Failure, Kind};

use super::args::{ProjectTexts, ProjectsAdd, ProjectsEdit, TaskTexts, TasksEdit, Write};
use super::front::Front;
use super::identity::ensure_meant;

type Done = Result<(), Failure>;

/// A list that was typed, if any of it was.
fn some<T: Clone>(typed: &[T]) -> Option<Vec<T>> {
    (!typed.is_empty()).then(|| typed.to_vec())
}

pub(super) fn fields(front: &Front<'_>, texts: &TaskTexts) -> Result<TaskFields, Failure> {
    let place = match (texts.place.clone(), texts.place_name.clone()) {
        (None | Some(Place::OnSite(_)), Some(name)) => Some(Place::OnSite(Some(name))),
        (place, _) => place,
    };
    Ok(TaskFields {
        title: texts.title.clone(),
        budget: texts.budget,
        done_when: texts.done_when.clone(),
        deliverable: texts.deliverable.clone(),
        skills: some(&texts.skill),
        place,
        due: front.day("--due", texts.due.as_ref())?,
        after: some(&texts.after),
        contact: texts.contact.clone(),
        description: texts.description.clone(),
        resources: some(&texts.resource),
        ..TaskFields::default()
    })
}

fn project_fields(front: &Front<'_>, texts: &ProjectTexts) -> Result<ProjectFields, Failure> {
    let due = |(slug, day): &(Slug, String)| Ok((slug.clone(), front.day_on(Side::Ahead, "--deliverable-due", day)?));
    Ok(ProjectFields {
        title: texts.title.clone(),
        theme: texts.theme.clone(),
        idea: texts.idea.clone(),
        summary: texts.summary.clone(),
        leads: some(&texts.lead),
        contact: texts.contact.clone(),
        needs: some(&texts.need),
        ended: front.day("--ended", texts.ended.as_ref())?,
        deliverables: texts.deliverable.clone(),
        due: texts.deliverable_due.iter().map(due).collect::<Result<_, Failure>>()?,
        ..ProjectFields::default()
    })
}

fn nothing_named() -> Failure {
    Failure::new(Kind::Usage, Message::new("edit-nothing"))
}

impl Front<'_> {
    /// `tasks edit`.
    ///
    /// # Errors
    /// As the operation; nothing to change.
    pub fn edit_task(&self, args: &TasksEdit) -> Done {
        let mut wanted = fields(self, &args.texts)?;
        wanted.redact = args.redact;
        wanted.draft = args.publish.then_some(false);
        wanted.remove.clone_from(&args.remove);
        let by_hand = wanted == TaskFields::default();
        if by_hand && !self.ask.can_ask {
            return Err(nothing_named());
        }
        let file = self.task_to_change(&args.words, Among::All, &args.write)?;
        if by_hand {
            return self.edit_by_hand(Edited::Task(&file));
        }
        self.act(|context| tasks::edit(context, &file, &wanted))
    }

    /// `projects add`.
    ///
    /// # Errors
    /// As the operation; no title and nobody to ask.
    pub fn add_project(&self, args: &ProjectsAdd) -> Done {
        let mut wanted = project_fields(self, &args.texts)?;
        wanted.title = Some(self.title(wanted.title.as_ref())?);
        self.recognise_idea(&mut wanted, None, &args.write)?;
        self.ensure_leads(&wanted, &args.write)?;
        self.act(|context| projects::add(context, args.slug.clone(), &wanted))
    }

    /// `projects edit`.
    ///
    /// # Errors
    /// As the operation; nothing to change.
    pub fn edit_project(&self, args: &ProjectsEdit) -> Done {
        let mut wanted = project_fields(self, &args.texts)?;
        wanted.redact = args.redact;
        wanted.remove.clone_from(&args.remove);
        let by_hand = wanted == ProjectFields::default();
        if by_hand && !self.ask.can_ask {
            return Err(nothing_named());
        }
        let project = &args.project;
        if by_hand {
            return self.edit_by_hand(Edited::Project(project));
        }
        self.ensure_leads(&wanted, &args.write)?;
        self.recognise_idea(&mut wanted, Some(project), &args.write)?;
        self.act(|context| projects::edit(context, project, &wanted))
    }

    /// The idea as its theme says it: the theme that is named, or else the one the project has.
    fn recognise_idea(&self, wanted: &mut ProjectFields, project: Option<&Slug>, write: &Write) -> Done {
        let Some(typed) = &wanted.idea else { return Ok(()) };
        let own = || self.context.project(project?).ok().flatten()?.theme;
        let theme = wanted.theme.clone().or_else(own);
        wanted.idea = Some(self.idea(theme.as_ref(), typed, write)?);
        Ok(())
    }

    fn ensure_leads(&self, wanted: &ProjectFields, write: &Write) -> Done {
        let mut leads = wanted.leads.iter().flatten();
        leads.try_for_each(|who| ensure_meant(self.context, self.ask, write, ("--lead", who)))
    }
}

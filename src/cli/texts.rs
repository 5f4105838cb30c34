//! `tasks edit`, `projects add`, `projects edit`, and the flags of `tasks add`: many flags, few words.

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::task::Place;
use crate::usecase::failure::missing;
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
use super::values;

type Done = Result<(), Failure>;

fn each<T>(texts: &[String], read: impl Fn(&str) -> Result<T, Failure>) -> Result<Option<Vec<T>>, Failure> {
    if texts.is_empty() {
        return Ok(None);
    }
    texts.iter().map(|text| read(text)).collect::<Result<Vec<T>, Failure>>().map(Some)
}

fn opt<T>(text: Option<&String>, read: impl Fn(&str) -> Result<T, Failure>) -> Result<Option<T>, Failure> {
    text.map(|text| read(text)).transpose()
}

pub(super) fn fields(front: &Front<'_>, texts: &TaskTexts) -> Result<TaskFields, Failure> {
    let place_name = opt(texts.place_name.as_ref(), |text| values::line("--place", text))?;
    let place = match (&texts.place, place_name) {
        (Some(word), name) => Some(values::place("--where", word, name)?),
        (None, Some(name)) => Some(Place::OnSite(Some(name))),
        (None, None) => None,
    };
    Ok(TaskFields {
        title: opt(texts.title.as_ref(), |text| values::line("--title", text))?,
        budget: opt(texts.budget.as_ref(), |text| values::budget("--budget", text))?,
        done_when: opt(texts.done_when.as_ref(), |text| values::block("--done-when", text))?,
        deliverable: opt(texts.deliverable.as_ref(), |text| values::slug("--deliverable", text))?,
        skills: each(&texts.skill, |text| values::line("--skill", text))?,
        place,
        due: opt(texts.due.as_ref(), |text| front.day("--due", text))?,
        after: each(&texts.after, |text| values::id("--after", text))?,
        contact: opt(texts.contact.as_ref(), |text| values::line("--contact", text))?,
        description: opt(texts.description.as_ref(), |text| values::block("--description", text))?,
        resources: each(&texts.resource, |text| values::resource("--resource", text))?,
        draft: None,
        remove: Vec::new(),
        redact: false,
    })
}

fn project_fields(front: &Front<'_>, texts: &ProjectTexts) -> Result<ProjectFields, Failure> {
    let titled = |text: &str| -> Result<(Slug, String), Failure> {
        if text.contains('=') {
            let (slug, title) = values::pair("--deliverable", text)?;
            return Ok((slug, values::line("--deliverable", &title)?));
        }
        let title = values::line("--deliverable", text)?;
        let slug = Slug::of_title(&title).ok_or_else(|| missing("--deliverable SLUG="))?;
        Ok((slug, title))
    };
    let due = |text: &str| {
        let (slug, day) = values::pair("--deliverable-due", text)?;
        Ok((slug, front.day("--deliverable-due", &day)?))
    };
    Ok(ProjectFields {
        title: opt(texts.title.as_ref(), |text| values::line("--title", text))?,
        theme: opt(texts.theme.as_ref(), |text| values::slug("--theme", text))?,
        idea: opt(texts.idea.as_ref(), |text| values::line("--idea", text))?,
        summary: opt(texts.summary.as_ref(), |text| values::block("--summary", text))?,
        leads: each(&texts.lead, |text| values::handle("--lead", text))?,
        contact: opt(texts.contact.as_ref(), |text| values::line("--contact", text))?,
        needs: each(&texts.need, |text| values::line("--need", text))?,
        ended: opt(texts.ended.as_ref(), |text| front.day("--ended", text))?,
        deliverables: each(&texts.deliverable, titled)?.unwrap_or_default(),
        due: each(&texts.deliverable_due, due)?.unwrap_or_default(),
        remove: Vec::new(),
        redact: false,
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
        wanted.remove = args.remove.iter().map(|text| values::removable("--remove", text)).collect::<Result<_, _>>()?;
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
        if wanted.title.is_none() {
            wanted.title = Some(self.ask.value("ask-title", "--title", None, |text| values::line("--title", text))?);
        }
        let slug = args.slug.as_deref().map(|text| values::slug("--slug", text)).transpose()?;
        self.ensure_leads(&wanted, &args.write)?;
        self.act(|context| projects::add(context, slug.clone(), &wanted))
    }

    /// `projects edit`.
    ///
    /// # Errors
    /// As the operation; nothing to change.
    pub fn edit_project(&self, args: &ProjectsEdit) -> Done {
        let mut wanted = project_fields(self, &args.texts)?;
        wanted.redact = args.redact;
        let remove = args.remove.iter().map(|text| values::removable_of_project("--remove", text));
        wanted.remove = remove.collect::<Result<_, _>>()?;
        let by_hand = wanted == ProjectFields::default();
        if by_hand && !self.ask.can_ask {
            return Err(nothing_named());
        }
        let project = values::slug("PROJECT", &args.project)?;
        if by_hand {
            return self.edit_by_hand(Edited::Project(&project));
        }
        self.ensure_leads(&wanted, &args.write)?;
        self.act(|context| projects::edit(context, &project, &wanted))
    }

    fn ensure_leads(&self, wanted: &ProjectFields, write: &Write) -> Done {
        let mut leads = wanted.leads.iter().flatten();
        leads.try_for_each(|who| ensure_meant(self.context, self.ask, write, ("--lead", who)))
    }
}

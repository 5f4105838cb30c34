//! Which tasks of a list are there already: the same title in the same project, or the same issue. Where several are alike on
//! either side, they are counted.

use std::collections::HashMap;

use crate::domain::name::{Slug, TaskId};
use crate::domain::sheet::Form;
use crate::domain::text::folded;
use crate::rules::import::Wish;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;

/// The tasks that are there and not cancelled, as far as a list can name them.
pub(super) struct Known {
    titles: HashMap<(Slug, String), Vec<TaskId>>,
    links: HashMap<String, TaskId>,
    has_links: bool,
}

impl Known {
    /// Those of the campaign, for a list of that form.
    pub(super) fn of(context: &Context, form: Form) -> Result<Self, Failure> {
        let has_links = form == Form::GitHub;
        let scan = context.store.scan_tasks(None, |_, task| {
            let links: Vec<String> = if has_links { task.resources.into_iter().map(|it| it.link).collect() } else { Vec::new() };
            task.cancelled.is_none().then(|| (task.project, folded(&task.title), task.id, links))
        })?;
        let mut known = Self { titles: HashMap::new(), links: HashMap::new(), has_links };
        for (project, title, id, links) in scan.rows {
            known.links.extend(links.into_iter().map(|link| (link, id.clone())));
            known.titles.entry((project, title)).or_default().push(id);
        }
        // The first that is taken is the last.
        known.titles.values_mut().for_each(|ids| ids.reverse());
        Ok(known)
    }

    /// The task that `wish` asks for, which is not named a second time.
    pub(super) fn take(&mut self, wish: &Wish, project: &Slug) -> Option<TaskId> {
        if self.has_links {
            let by_link = wish.resources.iter().find_map(|it| self.links.get(&it.link)).cloned();
            if by_link.is_some() {
                return by_link;
            }
        }
        let title = folded(wish.title.as_deref()?);
        self.titles.get_mut(&(project.clone(), title))?.pop()
    }
}

//! Which tasks of a list are there already: the same issue, else the same title in the same project. Where several are alike on
//! either side, they are counted, and each counts once.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::domain::name::{Slug, TaskId};
use crate::domain::sheet::Form;
use crate::domain::text::folded;
use crate::rules::import::{Over, Wish};
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;

/// The tasks that are there and not cancelled, as far as a list can name them.
pub(super) struct Known {
    titles: HashMap<(Slug, String), Alike>,
    /// Only for the issues of a forge, which are known by them.
    links: HashMap<String, TaskId>,
    named: HashSet<TaskId>,
}

/// Tasks of one title in one project.
#[derive(Default)]
struct Alike {
    open: VecDeque<TaskId>,
    done: VecDeque<TaskId>,
}

impl Known {
    /// Those of the campaign, for a list of that form.
    pub(super) fn of(context: &Context, form: Form) -> Result<Self, Failure> {
        let has_links = form == Form::GitHub;
        let scan = context.store.scan_tasks(None, |_, task| {
            let links: Vec<String> = if has_links { task.resources.into_iter().map(|it| it.link).collect() } else { Vec::new() };
            task.cancelled.is_none().then(|| (task.project, folded(&task.title), task.id, task.done.is_some(), links))
        })?;
        let mut known = Self { titles: HashMap::new(), links: HashMap::new(), named: HashSet::new() };
        for (project, title, id, is_done, links) in scan.rows {
            // Another issue may well have the same title.
            if !links.iter().any(|link| is_issue(link)) {
                let alike = known.titles.entry((project, title)).or_default();
                if is_done { &mut alike.done } else { &mut alike.open }.push_back(id.clone());
            }
            known.links.extend(links.into_iter().map(|link| (link, id.clone())));
        }
        Ok(known)
    }

    /// The task that `wish` asks for, which no other row names by its title. What is still to do there may be done here; what is
    /// over there is over here.
    pub(super) fn take(&mut self, wish: &Wish, project: &Slug) -> Option<TaskId> {
        if let Some(id) = wish.resources.iter().find_map(|it| self.links.get(&it.link)) {
            self.named.insert(id.clone());
            return Some(id.clone());
        }
        let alike = self.titles.get_mut(&(project.clone(), folded(wish.title.as_deref()?)))?;
        let kinds = match wish.over {
            None => [Some(&mut alike.open), Some(&mut alike.done)],
            Some(Over::Done) => [None, Some(&mut alike.done)],
            Some(Over::Cancelled) => [None, None],
        };
        kinds
            .into_iter()
            .flatten()
            .find_map(|ids| std::iter::from_fn(|| ids.pop_front()).find(|id| self.named.insert(id.clone())))
    }
}

/// Whether `link` leads to an issue or a request of a forge.
fn is_issue(link: &str) -> bool {
    let path = link.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/');
    let mut parts = path.rsplit('/');
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.next().is_some_and(is_number) && parts.next().is_some_and(|kind| matches!(kind, "issues" | "pull"))
}

//! What every operation is given: the data, the repository, who acts, and the day.

pub mod clock;
pub mod commit_message;
pub mod committed;
pub mod landing;
pub mod overlay;
pub mod past;
pub mod proposal;
pub mod resume;
pub mod shared_branch;
pub mod whole;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::store::{Problem, Store, TaskFile};
use crate::vcs::{CommitId, Repository, Upstream, VcsError};

use super::failure::{Failure, Kind, hint_command};

use past::Past;
use proposal::Proposal;

/// What every operation is given.
pub struct Context {
    /// The data folder.
    pub store: Store,
    /// The repository around it, or why there is none: reading works without.
    pub repository: Result<Rc<Repository>, VcsError>,
    /// The campaign; its defaults where the file cannot be read.
    pub campaign: Campaign,
    /// What is wrong with the campaign's file. Reading goes on, writing stops.
    pub campaign_problems: Vec<Problem>,
    /// The moment, in seconds since 1970, for days in the zone of another commit's campaign.
    pub now: i64,
    /// The day, in the campaign's zone.
    pub today: Day,
    /// Who types.
    pub actor: Option<Handle>,
    /// The person without git for whom something is recorded.
    pub on_behalf: Option<Handle>,
    /// How writes are to be made.
    pub writing: Writing,
    /// Whether what `check` would remark on is agreed to.
    pub agreed: Agreement,
    /// The shared commit that what is written takes back, by its opposite.
    pub opposes: Option<CommitId>,
    /// The branch that all this is read from and written to, instead of the checkout.
    pub proposal: Option<Proposal>,
    /// What all this is read from, where somebody looks back: nothing of today belongs to it, and nothing is written.
    pub past: Option<Past>,
}

/// How writes are to be made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Writing {
    /// Show what would be committed and stop.
    pub dry_run: bool,
    /// Whatever is doubted is meant.
    pub yes: bool,
    /// Commit on the branch that is checked out, whatever it is. On another than the main one that is a proposal: see
    /// [`Context::proposes`].
    pub here: bool,
}

/// Whether the person agreed to what was remarked on: given once, for the rest of the run.
#[derive(Debug, Default)]
pub struct Agreement(AtomicBool);

impl Agreement {
    /// From now on it is given.
    pub fn give(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was given.
    pub fn is_given(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Clone for Agreement {
    fn clone(&self) -> Self {
        Self(AtomicBool::new(self.is_given()))
    }
}

impl Context {
    /// Who types; a writing operation needs to know.
    ///
    /// # Errors
    /// A usage failure that says how to choose a handle.
    pub fn actor(&self) -> Result<&Handle, Failure> {
        self.actor.as_ref().ok_or_else(|| {
            Failure::new(Kind::Usage, Message::new("who-are-you")).hint(hint_command("git config --global mpa.handle lampe-77"))
        })
    }

    /// The person whose record changes: the one named by `--for`, else who types.
    ///
    /// # Errors
    /// As [`Context::actor`].
    pub fn person(&self) -> Result<&Handle, Failure> {
        self.on_behalf.as_ref().map_or_else(|| self.actor(), Ok)
    }

    /// The repository.
    ///
    /// # Errors
    /// Why there is none.
    pub fn repository(&self) -> Result<&Repository, Failure> {
        self.repository.as_ref().map(Rc::as_ref).map_err(Failure::from)
    }

    /// The same data in the same state, for another way of acting on it: for nobody else yet, and straight.
    ///
    /// # Errors
    /// There is no repository.
    pub fn again(&self) -> Result<Self, Failure> {
        Ok(Self {
            store: self.store.clone(),
            repository: Ok(Rc::clone(self.repository.as_ref()?)),
            campaign: self.campaign.clone(),
            campaign_problems: self.campaign_problems.clone(),
            now: self.now,
            today: self.today,
            actor: self.actor.clone(),
            on_behalf: None,
            writing: self.writing,
            agreed: self.agreed.clone(),
            opposes: None,
            proposal: None,
            past: self.past.clone(),
        })
    }

    /// The same, in which nothing is written and nothing agreed to.
    ///
    /// # Errors
    /// As [`Context::again`].
    pub fn trial(&self) -> Result<Self, Failure> {
        Ok(Self { writing: Writing { dry_run: true, ..self.writing }, agreed: Agreement::default(), ..self.again()? })
    }

    /// Whether what is written is only proposed: it goes to a branch of its own, and whoever merges that branch decides.
    pub fn proposes(&self) -> bool {
        if self.proposal.is_some() {
            return true;
        }
        let branch = self.repository.as_ref().ok().and_then(|repository| repository.head_branch().ok().flatten());
        self.writing.here && branch.is_some_and(|branch| branch != self.campaign.workflow.main)
    }

    /// The remote branch that commits are sent to, when the clone has that remote.
    pub fn upstream(&self) -> Option<Upstream<'_>> {
        let workflow = &self.campaign.workflow;
        let known = self.repository.as_ref().ok()?.remote_names().ok()?.contains(&workflow.remote);
        known.then_some(Upstream { remote: &workflow.remote, branch: &workflow.main })
    }

    /// The project with that short name; `None` when it has no file.
    ///
    /// # Errors
    /// When its file cannot be read, with everything wrong about it: who leads and what is due would be guesses.
    pub fn project(&self, slug: &Slug) -> Result<Option<Project>, Failure> {
        let Some(loaded) = self.store.project(slug)? else { return Ok(None) };
        loaded.decoded.value.map(Some).ok_or_else(|| Failure::unreadable(&loaded.decoded.problems))
    }

    /// Every project, by short name, and what is wrong with their files.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn projects(&self) -> Result<(BTreeMap<Slug, Project>, Vec<Problem>), Failure> {
        let (projects, problems) = self.store.projects()?;
        Ok((projects.into_iter().map(|project| (project.slug.clone(), project)).collect(), problems))
    }

    /// The task in `file`, however little is wrong with the file.
    ///
    /// # Errors
    /// When the file cannot be read at all, with everything wrong about it.
    pub fn task(&self, file: &TaskFile) -> Result<Task, Failure> {
        let loaded = self.store.read_task(file)?;
        loaded.decoded.value.ok_or_else(|| Failure::unreadable(&loaded.decoded.problems))
    }

    /// The tasks that `task` comes after and that are still to be done. Cancelled and missing ones do not block.
    pub fn unfinished(&self, task: &Task) -> Vec<TaskId> {
        task.after.iter().filter(|id| self.is_unfinished(id, &task.project)).cloned().collect()
    }

    /// Whether the task `id`, looked for first in the project `near`, is there and still to be done, as far as is known: a file
    /// that cannot be read is no task that is done.
    pub fn is_unfinished(&self, id: &TaskId, near: &Slug) -> bool {
        let file = self.store.task_file_near(id, near).ok().flatten();
        file.is_some_and(|file| self.task(&file).map_or(true, |task| !task.is_over()))
    }

    /// Whom to ask in `project`: its own contact, else the campaign's.
    pub fn contact(&self, project: Option<&Project>) -> Option<String> {
        project.and_then(|project| project.contact.clone()).or_else(|| self.campaign.contact.clone())
    }

    /// The people who may decide in `project`, and the mailbox to write to.
    pub fn who_may(&self, project: Option<&Project>) -> (Vec<String>, Option<String>) {
        let leads = project.into_iter().flat_map(|project| &project.leads);
        let others = leads.chain(&self.campaign.organisers).filter(|who| self.actor.as_ref() != Some(*who));
        let mut people: Vec<String> = others.map(ToString::to_string).collect();
        people.sort();
        people.dedup();
        (people, self.contact(project))
    }
}

impl From<&VcsError> for Failure {
    fn from(error: &VcsError) -> Self {
        Self::new(Kind::Git, error.message())
    }
}

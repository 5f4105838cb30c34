//! Founding a campaign: the repository, its first files, its first commit.

use std::path::Path;
use std::{fs, io};

use crate::domain::campaign::Campaign;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug};
use crate::domain::operation::Operation;
use crate::domain::project::Project;
use crate::domain::shell::command;
use crate::domain::task::Task;
use crate::store::{
    CAMPAIGN_FILE, StoreError, find_root, new_campaign_file, new_project_file, new_task_file, project_path, task_path,
};
use crate::usecase::context::commit_message::{Headline, commit_message};
use crate::usecase::context::landing::{Landing, PlannedFile};
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::people::oneself::set_author;
use crate::vcs::{Edit, Repository, Surroundings, author, check_identity};

use super::receipt::Receipt;

const ATTRIBUTES: &str = ".gitattributes";
/// Line feeds everywhere: two systems never disagree about a whole file.
const ATTRIBUTES_LINE: &str = "/data/** text eol=lf\n";
const IGNORE: &str = ".gitignore";
/// What editors and systems leave beside the files they open.
const IGNORED: [&str; 9] = ["*~", "*.bak", "*.orig", "*.rej", "*.swp", ".DS_Store", "._*", "Thumbs.db", "desktop.ini"];

/// What is founded.
#[derive(Debug, Clone)]
pub struct Founding {
    /// The campaign; the person who founds it is its organiser.
    pub campaign: Campaign,
    /// The person who founds it.
    pub organiser: Handle,
    /// The address that git is to commit under, where it was told of none.
    pub address: Option<String>,
    /// A first project, to be renamed.
    pub project: Project,
    /// A draft that shows what a task looks like.
    pub model: Task,
    /// Pages for people and for their editors: paths from the campaign's folder and texts. Existing files are left alone.
    pub pages: Vec<(String, String)>,
    /// What the forge runs and shows: paths from the top of the repository and texts. The same.
    pub forge: Vec<(String, String)>,
    /// Only show what would be written.
    pub dry_run: bool,
}

/// Refuses what is known before the first question: there is a campaign in `dir` already, or, where `named` does not say that
/// this folder is meant, around it.
///
/// # Errors
/// That.
pub fn check_free(dir: &Path, named: bool) -> Result<(), Failure> {
    let here = dir.join(CAMPAIGN_FILE).exists().then(|| dir.to_owned());
    let Some(there) = here.or_else(|| if named { None } else { find_root(dir) }) else { return Ok(()) };
    let message = Message::new("init-exists").with("path", there.join(CAMPAIGN_FILE).display().to_string());
    Err(Failure::new(Kind::Refused, message)
        .hint(hint_command(&command("mpa tasks list --data {}", &[&there.display().to_string()]))))
}

/// Refuses to begin where git does not know who commits in `dir`, which need not be there yet.
///
/// # Errors
/// That; no git.
pub fn check_author(dir: &Path, around: &Surroundings) -> Result<(), Failure> {
    Ok(check_identity(there(dir), around)?)
}

/// Whether git was told in whose name to commit in `dir`, which need not be there yet.
///
/// # Errors
/// No git.
pub fn is_author_known(dir: &Path, around: &Surroundings) -> Result<bool, Failure> {
    Ok(author(there(dir), around)?.is_some())
}

fn there(dir: &Path) -> &Path {
    dir.ancestors().find(|folder| folder.is_dir()).unwrap_or(dir)
}

/// Founds a campaign in `dir`, in the repository around it or a new one. What was made for it is taken away again when that
/// fails, and nothing else.
///
/// # Errors
/// A campaign is there already; git.
pub fn init(dir: &Path, around: &Surroundings, founding: Founding) -> Result<Receipt, Failure> {
    check_free(dir, true)?;
    if founding.dry_run {
        let landing = Landing::Planned(planned(&founding), message(&founding));
        return Ok(Receipt::of_own(landing, effect(&founding), Vec::new()));
    }
    let (repository, ground) = Repository::found(dir, around)?;
    let founded = commit(&repository, dir, founding);
    if founded.is_err() {
        ground.clear(around);
    }
    founded
}

fn commit(repository: &Repository, dir: &Path, mut founding: Founding) -> Result<Receipt, Failure> {
    fit(repository, &mut founding.campaign)?;
    repository.check_writable(None)?;
    let lock = repository.lock()?;
    if let Some(address) = &founding.address {
        set_author(repository, &founding.organiser, address)?;
    }
    let (mut edits, mut notes) = (Vec::new(), Vec::new());
    for file in planned(&founding) {
        let is_for_the_forge = founding.forge.iter().any(|(path, _)| *path == file.path);
        let full = if is_for_the_forge { repository.workdir().join(&file.path) } else { dir.join(&file.path) };
        match fs::read(&full) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(StoreError::File { path: full, cause }.into()),
            Err(_) => {
                edits.push(Edit { path: repository.relative(&full)?, before: None, after: file.after.map(String::into_bytes) })
            }
            Ok(old) if file.path == ATTRIBUTES => edits.extend(with_attributes(repository, &full, old)?),
            Ok(_) => notes.push(Message::new("note-file-kept").with("path", file.path)),
        }
    }
    let landed = repository.commit(&lock, &edits, &message(&founding))?;
    let who = founding.organiser.as_str();
    // The campaign stands, whatever becomes of what is only for the next command.
    if repository.config("mpa.handle").as_deref() != Some(who) && repository.set_config_local("mpa.handle", who).is_err() {
        notes.push(hint_command(&command("git config mpa.handle {}", &[who])));
    }
    let top = repository.workdir();
    if dir.canonicalize().is_ok_and(|dir| top.canonicalize().is_ok_and(|top| top != dir)) {
        notes.push(Message::new("init-around").with("path", top.display().to_string()));
    }
    Ok(Receipt::of_own(Landing::Committed(landed.id), effect(&founding), notes))
}

fn with_attributes(repository: &Repository, full: &Path, old: Vec<u8>) -> Result<Option<Edit>, Failure> {
    if String::from_utf8_lossy(&old).lines().any(|line| line.trim() == ATTRIBUTES_LINE.trim()) {
        return Ok(None);
    }
    let mut after = old.clone();
    if !after.ends_with(b"\n") && !after.is_empty() {
        after.push(b'\n');
    }
    after.extend_from_slice(ATTRIBUTES_LINE.as_bytes());
    Ok(Some(Edit { path: repository.relative(full)?, before: Some(old), after: Some(after) }))
}

/// The branch and the remote that the clone really has.
fn fit(repository: &Repository, campaign: &mut Campaign) -> Result<(), Failure> {
    if let Some(branch) = repository.head_branch()? {
        campaign.workflow.main = branch;
    }
    if let [only] = &repository.remote_names()?[..] {
        campaign.workflow.remote.clone_from(only);
    }
    Ok(())
}

fn planned(founding: &Founding) -> Vec<PlannedFile> {
    let Founding { campaign, organiser: _, address: _, project, model, pages, forge, dry_run: _ } = founding;
    let slug = Slug::of_title(&model.title);
    let new = |path: String, after: String| PlannedFile { path, before: String::new(), after: Some(after) };
    let mut files = vec![
        new(CAMPAIGN_FILE.to_owned(), new_campaign_file(campaign)),
        new(project_path(&project.slug), new_project_file(project)),
        new(task_path(&project.slug, &model.id, slug.as_ref()), new_task_file(model)),
        new(ATTRIBUTES.to_owned(), ATTRIBUTES_LINE.to_owned()),
        new(IGNORE.to_owned(), IGNORED.join("\n") + "\n"),
    ];
    files.extend(pages.iter().map(|(path, text)| new(path.clone(), text.clone())));
    files.extend(forge.iter().map(|(path, text)| new(path.clone(), text.clone())));
    files
}

fn message(founding: &Founding) -> String {
    let headline = Headline { operation: Operation::Init, title: &founding.campaign.name, id: "", trailers: &[] };
    commit_message(headline, &founding.organiser, None)
}

fn effect(founding: &Founding) -> Message {
    Message::new("init-done").with("campaign", founding.campaign.name.as_str())
}

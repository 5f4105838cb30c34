//! `init`: founding a campaign, question by question.

use crate::domain::budget::Budget;
use crate::domain::campaign::Campaign;
use crate::domain::day::Deadline;
use crate::domain::message::Message;
use crate::domain::name::{Handle, ID_MIN, Slug, TaskId};
use crate::domain::project::{Deliverable, Project};
use crate::domain::task::Task;
use crate::render::pages::{PRIVACY, README, privacy, readme};
use crate::render::{Catalogue, Language, outcome, schema};
use crate::rules::operation;
use crate::usecase::failure::missing;
use crate::usecase::write::init::{Founding, check_author, check_free, init, is_author_known};
use crate::usecase::{Failure, Landing};

use super::args::{Common, Init};
use super::ask::Asker;
use super::console::{Console, unwritten};
use super::environment::Environment;
use super::identity::{ask_address, proposed_handle};
use super::prompt::stopped;
use super::{folder, forge, interrupt, values};

/// `init`.
///
/// # Errors
/// As the operation; something missing and nobody to ask.
pub fn found(
    environment: &Environment,
    common: &Common,
    args: &Init,
    known: Option<Handle>,
    today: chrono::NaiveDate,
    (say, ask, console): (&Catalogue, &Asker<'_>, &Console<'_>),
) -> Result<(), Failure> {
    folder::check_there(environment)?;
    let known_folder = folder::known(environment, args);
    let around = environment.surroundings();
    let start = known_folder.as_deref().unwrap_or(&environment.folder);
    check_free(start, args.dir.is_some())?;
    let asks_author = ask.can_ask && !args.dry_run && !is_author_known(start, &around)?;
    if !args.dry_run && !asks_author {
        check_author(start, &around)?;
    }
    let own = |name: Option<&str>, why: Message| folder::asked(environment, name, why, (say, ask));
    let (name, dir) = match (args.name.clone(), known_folder) {
        (None, Err(why)) if !ask.can_ask => return own(None, why).map(drop),
        (named, folder) => {
            let name = named.map_or_else(|| ask.value("ask-name", "--name", None, values::line), Ok)?;
            let folder = folder.or_else(|why| own(Some(&name), why))?;
            (name, folder)
        }
    };
    let organiser = match known {
        Some(handle) => handle,
        None if ask.can_ask => {
            ask.value("ask-handle", "--as", proposed_handle(environment, None, None).as_deref(), values::handle)?
        }
        None => return Err(missing("--as")),
    };
    let address = if asks_author { Some(ask_address(ask, &organiser)?.ok_or_else(stopped)?) } else { None };
    let deadline = match &args.deadline {
        Some(deadline) => *deadline,
        None if ask.can_ask => ask.value("ask-deadline", "--deadline", Some(Deadline::SAINTE_BARBE), values::deadline)?,
        None => Deadline::SainteBarbe,
    };
    let contact = match &args.contact {
        Some(contact) => Some(contact.clone()),
        None => ask.optional("ask-contact", values::line)?,
    };
    let mut campaign = Campaign {
        name,
        language: say.language().tag().to_owned(),
        deadline,
        organisers: vec![organiser.clone()],
        contact,
        ..Campaign::default()
    };
    if let Some(zone) = &args.timezone {
        campaign.timezone = zone.clone();
    }
    let today = args.timezone.as_ref().map_or(today, |_| campaign.timezone.day(environment.now.timestamp()));
    campaign.started = Some(today);
    let deadline = campaign.deadline_day(today);
    operation::becomes_due(&campaign.name, deadline, today).map_err(|objection| Failure::refused(&objection))?;
    let project = first_project(say);
    let founded = project.slug.clone();
    let model = model_task(say, &project, today);
    let in_both = Language::ALL.map(|language| Catalogue::new(language, today));
    let mut pages = vec![(README.to_owned(), readme(&in_both, &campaign)), (PRIVACY.to_owned(), privacy(&in_both, &campaign))];
    pages.extend(schema::files(say));
    let forge = forge::of_new(environment, &dir, args, &mut campaign, say)?;
    let founded_campaign = campaign.clone();
    let founding = Founding { campaign, organiser, address, project, model, pages, forge, dry_run: args.dry_run };
    interrupt::mind();
    let mut receipt = init(&dir, &around, founding)?;
    if matches!(receipt.landing, Landing::Committed(_)) {
        let steps = ["init-step-edit", "init-step-add", "init-step-check", "init-step-share"];
        receipt.notes.push(Message::new("init-steps").with("path", dir.display().to_string()));
        receipt.notes.extend(steps.map(|step| Message::new(step).with("project", &founded)));
        receipt.notes.extend(forge::steps(args, &founded_campaign, "forge-steps", (None, false)));
    }
    if common.quiet {
        receipt.notes.clear();
    }
    console.result(|pen| outcome::receipt(pen, say, &receipt)).map_err(|cause| unwritten(&cause))
}

fn first_project(say: &Catalogue) -> Project {
    let title = say.word("model-project");
    let promised = say.word("model-deliverable");
    let slug = |title: &str, otherwise: &str| Slug::of_title(title).or_else(|| Slug::new(otherwise));
    let mut project = Project::new(slug(&title, "project").unwrap_or_else(|| unreachable!("`project` is a slug")), title);
    project.deliverables.extend(slug(&promised, "deliverable").map(|slug| Deliverable {
        slug,
        title: promised,
        due: None,
        first: true,
        delivered: None,
    }));
    project
}

fn model_task(say: &Catalogue, project: &Project, today: chrono::NaiveDate) -> Task {
    let id = TaskId::from_draws(ID_MIN, || fastrand::u8(..));
    let budget = Budget::parse("1h-2h").unwrap_or_else(|| unreachable!("`1h-2h` is a budget"));
    let mut task = Task::new(id, project.slug.clone(), say.word("model-title"), budget, today);
    task.draft = true;
    task.done_when = Some(say.word("model-done-when"));
    task.description = Some(say.word("model-description"));
    task.deliverable = project.deliverables.first().map(|it| it.slug.clone());
    task
}

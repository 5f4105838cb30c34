//! `init --ci`: what a forge runs and shows, beside a campaign that is there or one that is being founded.

use std::path::Path;

use crate::domain::campaign::{Campaign, Forge, Mode};
use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::render::forge::{GITLAB_CI, files};
use crate::render::{Catalogue, outcome};
use crate::usecase::request::facing::by_request;
use crate::usecase::write::forge::{Home, install};
use crate::usecase::{Failure, Landing};
use crate::vcs::Repository;

use super::args::{Common, ForgeName, Init};
use super::beside::{There, sending};
use super::console::{Console, unwritten};
use super::environment::Environment;

impl From<ForgeName> for Forge {
    fn from(name: ForgeName) -> Self {
        match name {
            ForgeName::GitHub => Self::GitHub,
            ForgeName::GitLab => Self::GitLab,
            ForgeName::Forgejo => Self::Forgejo,
        }
    }
}

/// `init --ci` in a campaign that is there.
///
/// # Errors
/// As the operation.
pub fn add(environment: &Environment, common: &Common, args: &Init, forge: Forge, console: &Console<'_>) -> Result<(), Failure> {
    let There { context, say, own } = There::of(environment, common, args)?;
    let home = Home::of(&context.campaign, context.store.root(), context.repository().ok(), args.tool.as_deref())?;
    let files = files(forge, &own, &home);
    let mut receipt = install(&context, forge, files)?;
    if matches!(receipt.landing, Landing::Committed(_)) {
        // A request says itself how it is sent, and all the rest comes after it.
        let is_asked = by_request(&context) || context.proposes();
        let (heading, send) = if is_asked { ("forge-steps-then", None) } else { ("forge-steps", sending(&context)) };
        let kept = forge == Forge::GitLab && receipt.notes.iter().any(|note| is_about(note, GITLAB_CI));
        receipt.notes.extend(steps(args, &context.campaign, heading, (send, kept)));
    }
    if common.quiet {
        receipt.notes.clear();
    }
    console.result(|pen| outcome::receipt(pen, &say, &receipt)).map_err(|cause| unwritten(&cause))
}

/// The files for a campaign that is founded in `dir`, which learns on which forge it is.
///
/// # Errors
/// A tool that is missing or cannot be meant, a folder whose name cannot be written into the files.
pub fn of_new(
    environment: &Environment,
    dir: &Path,
    args: &Init,
    campaign: &mut Campaign,
    say: &Catalogue,
) -> Result<Vec<(String, String)>, Failure> {
    let Some(forge) = args.ci.map(Forge::from) else { return Ok(Vec::new()) };
    let repository = Repository::discover(dir, environment.surroundings()).ok();
    if let Some(branch) = repository.as_ref().and_then(|repository| repository.head_branch().ok().flatten()) {
        campaign.workflow.main = branch;
    }
    campaign.workflow.forge = forge;
    let home = Home::of(campaign, dir, repository.as_ref(), args.tool.as_deref())?;
    Ok(files(forge, say, &home))
}

fn is_about(note: &Message, path: &str) -> bool {
    note.args().iter().any(|(name, value)| *name == "path" && *value == path.into())
}

/// What is left to do for the forge to work, most of it on its own pages.
pub fn steps(args: &Init, campaign: &Campaign, heading: &'static str, (send, kept_ci): (Option<String>, bool)) -> Vec<Message> {
    let Some(forge) = args.ci.map(Forge::from) else { return Vec::new() };
    let about = |key: &'static str| Message::new(key).with("branch", campaign.workflow.main.as_str());
    let tool = args.tool.as_ref().map(|tool| command(" --tool {}", &[tool])).unwrap_or_default();
    let mut steps: Vec<Message> =
        send.map(|command| Message::new("forge-step-send").with("command", command)).into_iter().collect();
    steps.extend(match (forge, campaign.workflow.mode) {
        (Forge::GitHub, mode) => {
            let protect = match mode {
                Mode::Direct => about("forge-step-github-direct").with("command", format!("mpa init --ci github{tool}")),
                Mode::PullRequest => about("forge-step-github-protect"),
            };
            vec![
                Message::new("forge-step-github-actions"),
                protect,
                Message::new("forge-step-github-merge"),
                Message::new("forge-step-github-pages"),
            ]
        }
        (Forge::GitLab, _) => {
            let plain = ["forge-step-gitlab-forms", "forge-step-gitlab-pages"].map(Message::new);
            ["forge-step-gitlab-protect", "forge-step-gitlab-comment"].map(about).into_iter().chain(plain).collect()
        }
        (Forge::Forgejo, _) => vec![
            Message::new("forge-step-forgejo-actions"),
            about("forge-step-forgejo-protect"),
            Message::new("forge-step-forgejo-pages"),
        ],
        (Forge::None, _) => Vec::new(),
    });
    steps.extend(kept_ci.then(|| Message::new("forge-step-gitlab-include")));
    let numbered =
        steps.into_iter().enumerate().map(|(at, step)| Message::new("forge-step").with("number", at + 1).with("step", step));
    std::iter::once(Message::new(heading)).chain(numbered).collect()
}

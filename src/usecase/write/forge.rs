//! `init --ci`: the files by which a forge reviews requests, checks the main branch and serves people without git.

use crate::domain::campaign::{Campaign, Forge, Mode};
use crate::domain::field::Field;
use crate::domain::message::Message;
use crate::domain::operation::Operation;
use crate::rules::change::{Change, diff};
use crate::rules::judge::State;
use crate::store::{CAMPAIGN_FILE, edit_campaign, package_name};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::{BESIDE, Headline};
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::{Failure, Kind};
use crate::usecase::request::facing::{Subject, facing};
use crate::vcs::{Edit, Repository};

use super::beside;
use super::receipt::{Effect, Receipt};
use super::record::pass;
use super::take::unsent;
use super::writer::Writer;

/// The name of this program's own package.
const PACKAGE: &str = "mpa";
const MANIFEST: &str = "Cargo.toml";
/// The longest address or version of the tool.
const LENGTH_MAX: usize = 200;

/// Where the forge takes this program from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tool {
    /// From the campaign's own repository, as the base branch has it.
    Here,
    /// From another repository, at one revision.
    At {
        /// Its https address.
        address: String,
        /// A commit or a tag.
        revision: String,
    },
}

/// What the files have to know of the campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// The branch that everybody shares.
    pub main: String,
    /// The folder that holds `data/`, from the top of the repository.
    pub data: String,
    /// How changes reach the main branch.
    pub mode: Mode,
    /// Where the forge takes this program from.
    pub tool: Tool,
}

impl Tool {
    /// Reads `https://…@REVISION`. `None` for anything else: the forge runs what this names.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, revision) = text.rsplit_once('@')?;
        let plain = |text: &str, more: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || more.as_bytes().contains(&b));
        let below = address.strip_prefix("https://")?;
        let is_address = below.contains('/') && !below.starts_with('/') && plain(below, ".-_~/:") && !below.contains("..");
        let is_revision = plain(revision, ".-_/") && !revision.starts_with(['-', '.', '/']) && !revision.contains("..");
        let fits = text.len() <= LENGTH_MAX && !revision.is_empty();
        (is_address && is_revision && fits).then(|| Self::At { address: address.to_owned(), revision: revision.to_owned() })
    }

    /// The tool that was named, else the one that `repository` holds.
    ///
    /// # Errors
    /// A name that cannot be meant; none, where the repository does not hold the tool; git.
    pub fn find(named: Option<&str>, repository: Option<&Repository>) -> Result<Self, Failure> {
        if let Some(text) = named {
            let wrong = || Failure::new(Kind::Usage, Message::new("forge-wrong-tool").with("found", text));
            return Self::parse(text).ok_or_else(wrong);
        }
        let manifest = match repository {
            Some(repository) => repository.head_bytes(&repository.relative(&repository.workdir().join(MANIFEST))?)?,
            None => None,
        };
        match manifest.as_deref().and_then(package_name) {
            Some(name) if name == PACKAGE => Ok(Self::Here),
            _ => Err(Failure::new(Kind::Usage, Message::new("forge-no-tool"))),
        }
    }
}

impl Home {
    /// What is known of `campaign`, in the folder `root` of `repository`, where there is one already.
    ///
    /// # Errors
    /// A folder whose name cannot be written into the files; as [`Tool::find`].
    pub fn of(
        campaign: &Campaign,
        root: &std::path::Path,
        repository: Option<&Repository>,
        tool: Option<&str>,
    ) -> Result<Self, Failure> {
        let file = repository.map(|repository| repository.relative(&root.join(CAMPAIGN_FILE))).transpose()?;
        let below = file.as_ref().and_then(|file| file.as_str().strip_suffix(CAMPAIGN_FILE)).unwrap_or_default();
        let data = if below.is_empty() { ".".to_owned() } else { below.trim_end_matches('/').to_owned() };
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'/');
        if data.starts_with(['/', '-']) || !data.bytes().all(is_plain) {
            return Err(Failure::new(Kind::Usage, Message::new("forge-wrong-place").with("path", data)));
        }
        let (main, mode) = (campaign.workflow.main.clone(), campaign.workflow.mode);
        Ok(Self { main, data, mode, tool: Tool::find(tool, repository)? })
    }
}

/// Commits `files`, paths from the top of the repository, beside a campaign that is there, and names the forge in the
/// campaign's file where none is named. What is there already is left alone and told, unless it is the same.
///
/// # Errors
/// A rule (only an organiser changes these), git.
pub fn install(context: &Context, forge: Forge, files: Vec<(String, String)>) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Campaign(Operation::Init))?;
    let writer = Writer::open(context)?;
    let repository = writer.repository();
    let mut found = vec![Change::RulesChanged { field: Field::Workflow }];
    let (mut edits, mut notes) = beside::edits((context, &writer), repository.workdir(), files, |_| false)?;
    match context.campaign.workflow.forge {
        Forge::None => {
            let mut after = context.campaign.clone();
            after.workflow.forge = forge;
            let full = context.store.root().join(CAMPAIGN_FILE);
            let before = context.store.bytes(CAMPAIGN_FILE)?;
            let bytes = edit_campaign(&before, &context.campaign, &after)?;
            found.extend(diff::campaign(&context.campaign, &after));
            edits.push(Edit { path: repository.relative(&full)?, before: Some(before), after: Some(bytes) });
        }
        other if other != forge => notes.push(Message::new("forge-other").with("forge", other.as_str())),
        _ => {}
    }
    let waits = pass(context, context.actor()?, None, &found, &State::of_campaign(&context.campaign, context.today))?;
    if edits.is_empty() {
        return Ok(Receipt::nothing(context, Message::new("forge-nothing"), notes));
    }
    let trailers = [(BESIDE, forge.as_str().to_owned())];
    let headline = Headline { operation: Operation::Init, title: forge.as_str(), id: "", trailers: &trailers };
    let (landing, more) = writer.commit_placed(&edits, headline)?;
    notes.extend(more);
    notes.extend(waits);
    // In a campaign that is there, what is sent to is among the steps that are left; a request goes its own way.
    let is_sent_alone = context.proposes() && matches!(landing, Landing::Committed(_));
    notes.extend(is_sent_alone.then(|| unsent(context)).flatten());
    let effect = Effect::new(context, Operation::Init, forge.as_str(), Message::new("forge-installed"));
    Ok(Receipt::new(context, landing, effect.asked(Message::new("forge-asked")), notes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tool_has_a_strict_grammar() {
        let at = |address: &str, revision: &str| Some(Tool::At { address: address.to_owned(), revision: revision.to_owned() });
        assert_eq!(Tool::parse("https://example.org/mpa.git@v0.1.0"), at("https://example.org/mpa.git", "v0.1.0"));
        assert_eq!(Tool::parse("https://example.org:8443/a/mpa@0f3c"), at("https://example.org:8443/a/mpa", "0f3c"));
        for bad in [
            "",
            "https://example.org/mpa.git",
            "https://example.org/mpa.git@",
            "http://example.org/mpa@v1",
            "ssh://git@example.org/mpa",
            "https://user:word@example.org/mpa@v1",
            "https://example.org/mpa@--config",
            "https://example.org/mpa@v1 v2",
            "https://example.org/${{ x }}@v1",
            "https://example.org/$(id)@v1",
            "https://example.org/mpa@v1\nrun: x",
            "https://example.org/mpa@\"v1\"",
            "https://example.org@v1",
        ] {
            assert_eq!(Tool::parse(bad), None, "{bad}");
        }
    }
}

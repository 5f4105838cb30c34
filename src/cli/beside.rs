//! `init` in a campaign that is there: what it adds beside the data.

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::render::{Catalogue, Language, outcome, schema};
use crate::store::CAMPAIGN_FILE;
use crate::usecase::request::facing::by_request;
use crate::usecase::write::schemas::install;
use crate::usecase::{Context, Failure, Landing};

use super::args::{Common, Init, Write};
use super::ask::Asker;
use super::console::{Console, unwritten};
use super::environment::Environment;
use super::identity;
use super::session::Session;

/// A campaign that is there, opened to add to it.
pub struct There {
    pub context: Context,
    /// The words of the person.
    pub say: Catalogue,
    /// The words of the campaign.
    pub own: Catalogue,
}

impl There {
    /// Opens it.
    ///
    /// # Errors
    /// Data that cannot be read; nobody known who does it.
    pub fn of(environment: &Environment, common: &Common, args: &Init) -> Result<Self, Failure> {
        let session = Session::begin(environment, common);
        let today = session.today;
        let write = Write { dry_run: args.dry_run, here: args.here, yes: false, sync: false };
        let (context, say) = session.context(environment, common, (&write, None));
        let mut context = context?;
        identity::ensure(&mut context, environment, &Asker { say: &say, can_ask: environment.can_ask }, &write)?;
        let own = Language::parse(&context.campaign.language).unwrap_or_else(|| say.language());
        Ok(Self { context, say, own: Catalogue::new(own, today) })
    }
}

/// `init --schemas`.
///
/// # Errors
/// As the operation.
pub fn schemas(environment: &Environment, common: &Common, args: &Init, console: &Console<'_>) -> Result<(), Failure> {
    let There { context, say, own } = There::of(environment, common, args)?;
    let mut receipt = install(&context, schema::files(&own), schema::SCHEMAS_FOLDER)?;
    let is_asked = by_request(&context) || context.proposes();
    if matches!(receipt.landing, Landing::Committed(_)) && !is_asked {
        receipt.notes.extend(sending(&context).map(|push| Message::new("note-unsent").with("command", push)));
    }
    if common.quiet {
        receipt.notes.clear();
    }
    console.result(|pen| outcome::receipt(pen, &say, &receipt)).map_err(|cause| unwritten(&cause))
}

/// The world of the campaign that `--ci` or `--schemas` adds to; `None` where one is to be founded first.
pub fn campaign_there(environment: &Environment, common: &Common, args: &Init) -> Option<(Environment, Common)> {
    let is_founding = args.ci.is_none() && !args.schemas || args.name.is_some();
    let there = match &args.dir {
        Some(dir) => {
            let folder: std::path::PathBuf = environment.folder.join(dir).components().collect();
            let there = || (environment.within(&folder), Common { data: None, ..common.clone() });
            folder.join(CAMPAIGN_FILE).is_file().then(there)
        }
        None => {
            let is_named = common.data.is_some() || environment.data.is_some();
            let is_there = is_named || crate::store::find_root(&environment.folder).is_some();
            is_there.then(|| (environment.clone(), common.clone()))
        }
    };
    there.filter(|_| !is_founding)
}

/// What sends a commit that is beside the data.
pub fn sending(context: &Context) -> Option<String> {
    let upstream = context.upstream()?;
    let branch = context.repository().ok()?.head_branch().ok().flatten()?;
    Some(command("git push {} {}", &[upstream.remote, &branch]))
}

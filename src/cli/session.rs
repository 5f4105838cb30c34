//! One run of the program: which data, which language, which day, who types.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::campaign::Campaign;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::zone::Zone;
use crate::render::{Catalogue, Language};
use crate::store::{CAMPAIGN_FILE, Decoded, Store, StoreError, find_root};
use crate::usecase::context::past::usable;
use crate::usecase::context::whole::{self, hidden_root};
use crate::usecase::context::{Agreement, Context, Writing};
use crate::usecase::people::account::holder;
use crate::usecase::{Failure, Kind};
use crate::vcs::{Repository, VcsError};

use super::args::{Common, Write};
use super::environment::{CAMPAIGN, Environment, LANGUAGE};
use super::values::{self, Who, about};

/// What is known before any command runs. It always has a language to say what is wrong.
pub struct Session {
    /// The data folder, or why there is none.
    store: Result<Store, Failure>,
    repository: Result<Repository, VcsError>,
    campaign: Option<Result<Decoded<Campaign>, StoreError>>,
    /// The sentences.
    pub say: Catalogue,
    /// The day, in the campaign's zone.
    pub today: NaiveDate,
    /// The campaign is the one that the person started with, and they stand elsewhere.
    pub is_elsewhere: bool,
    wrong: Option<Failure>,
}

/// What was found around, each part or why it is missing.
pub struct Outlook {
    /// The data folder.
    pub store: Result<Store, Failure>,
    /// The repository.
    pub repository: Result<Repository, VcsError>,
    /// The campaign's file; `None` without a data folder.
    pub campaign: Option<Result<Decoded<Campaign>, StoreError>>,
    /// Who types.
    pub handle: Result<Option<Handle>, Failure>,
    /// The sentences.
    pub say: Catalogue,
    /// The day, in the campaign's zone.
    pub today: NaiveDate,
}

impl Session {
    /// Looks around.
    pub fn begin(environment: &Environment, common: &Common) -> Self {
        let root = root(environment, common);
        let is_named = common.data.is_some() || environment.data.is_some();
        let is_elsewhere = !is_named && root.as_ref().is_ok_and(|root| !environment.folder.starts_with(root));
        let start = root.as_deref().unwrap_or(&environment.folder);
        let repository = Repository::discover(start, environment.surroundings());
        let store = root.map(|root| whole::open(&root, repository.as_ref().ok()));
        let campaign = store.as_ref().ok().map(Store::campaign);
        let known = campaign.as_ref().and_then(|read| read.as_ref().ok()?.value.as_ref());
        let zone = known.map_or_else(Zone::default, |campaign| campaign.timezone.clone());
        let now = environment.now.timestamp();
        let today = zone.day(now);
        let elsewhere = environment.ahead.and_then(|ahead| zone.seen_from(now, ahead));
        let language = language(environment, common, &repository, known);
        let wrong = [("wrong-now", &environment.bad_now), ("wrong-patience", &environment.bad_patience)];
        let wrong = wrong.into_iter().find_map(|(key, found)| Some(Message::new(key).with("found", found.as_deref()?)));
        let wrong = wrong.map(|message| Failure::new(Kind::Usage, message));
        let say = Catalogue::new(language, today).read_from(elsewhere);
        Self { say, wrong, is_elsewhere, store, repository, campaign, today }
    }

    /// The context for commands that work on data, and the sentences, which there are in any case.
    ///
    /// # Errors
    /// No data folder, a data format of the future, a flag that cannot be meant.
    pub fn context(
        self,
        environment: &Environment,
        common: &Common,
        (write, behalf): (&Write, Option<&Who>),
    ) -> (Result<Context, Failure>, Catalogue) {
        let Self { store, repository, campaign, say, today, wrong, .. } = self;
        let context = || {
            wrong.map_or(Ok(()), Err)?;
            let store = store?;
            let decoded = campaign.unwrap_or_else(|| store.campaign())?;
            let (campaign, campaign_problems) = usable(decoded)?;
            let actor = actor(environment, common, &repository, Some(&store))?;
            let on_behalf = behalf.map(|who| person("--for", who, Some(&store), repository.as_ref().ok())).transpose()?;
            Ok(Context {
                now: environment.now.timestamp(),
                store,
                repository: repository.map(Rc::new),
                campaign,
                campaign_problems,
                today,
                actor,
                on_behalf,
                writing: Writing { dry_run: write.dry_run, here: write.here, yes: write.yes },
                agreed: Agreement::default(),
                opposes: None,
                proposal: None,
                past: None,
            })
        };
        (context(), say)
    }

    /// What there is, whatever is missing.
    pub fn outlook(self, environment: &Environment, common: &Common) -> Outlook {
        let handle = actor(environment, common, &self.repository, self.store.as_ref().ok());
        let Self { store, repository, campaign, say, today, .. } = self;
        Outlook { store, repository, campaign, handle, say, today }
    }

    /// What was typed wrongly and stops commands that need no data, too.
    ///
    /// # Errors
    /// That.
    pub fn sound(&self) -> Result<(), Failure> {
        self.wrong.clone().map_or(Ok(()), Err)
    }
}

fn root(environment: &Environment, common: &Common) -> Result<PathBuf, Failure> {
    let holds = |folder: &Path| folder.join(CAMPAIGN_FILE).exists();
    let Some(named) = common.data.as_ref().or(environment.data.as_ref()) else {
        let hidden = || hidden_root(&environment.folder, &environment.surroundings());
        let kept = || environment.git_config(CAMPAIGN).map(PathBuf::from).filter(|root| root.is_absolute() && holds(root));
        return find_root(&environment.folder).or_else(hidden).or_else(kept).ok_or_else(|| {
            let message = Message::new("no-data").with("path", environment.folder.display().to_string());
            Failure::new(Kind::Data, message).hint(Message::new("hint-no-data"))
        });
    };
    let full = environment.folder.join(named);
    let full = full.canonicalize().unwrap_or(full);
    let above = full.parent().filter(|above| full.join("mpa.toml") == above.join(CAMPAIGN_FILE));
    let found = [Some(full.as_path()), above].into_iter().flatten().find(|folder| holds(folder));
    found.map(Path::to_owned).ok_or_else(|| {
        Failure::new(Kind::Data, Message::new("no-data-there").with("path", named.display().to_string()))
            .hint(Message::new("hint-no-data"))
    })
}

/// `key` in the configuration of the repository, else in the person's own.
fn config(environment: &Environment, repository: &Result<Repository, VcsError>, key: &str) -> Option<String> {
    match repository {
        Ok(repository) => repository.config(key),
        Err(_) => environment.git_config(key),
    }
}

fn language(
    environment: &Environment,
    common: &Common,
    repository: &Result<Repository, VcsError>,
    campaign: Option<&Campaign>,
) -> Language {
    let read = |text: Option<&str>| text.and_then(Language::parse);
    let known = common.lang.or_else(|| read(environment.lang.as_deref()));
    let known = known.or_else(|| read(config(environment, repository, LANGUAGE).as_deref()));
    let known = known.or_else(|| read(environment.locale.as_deref()));
    known.or_else(|| read(campaign.map(|campaign| campaign.language.as_str()))).unwrap_or(Language::French)
}

fn actor(
    environment: &Environment,
    common: &Common,
    repository: &Result<Repository, VcsError>,
    store: Option<&Store>,
) -> Result<Option<Handle>, Failure> {
    let repository_there = repository.as_ref().ok();
    if let Some(who) = &common.handle {
        return person("--as", who, store, repository_there).map(Some);
    }
    if let Some(text) = &environment.handle {
        return person("MPA_HANDLE", &values::who(text).map_err(about("MPA_HANDLE"))?, store, repository_there).map(Some);
    }
    config(environment, repository, "mpa.handle")
        .map(|text| values::handle(&text).map_err(about("git config mpa.handle")))
        .transpose()
}

/// The handle of `who`: whose an account is, the people files of `store` say.
fn person(flag: &str, who: &Who, store: Option<&Store>, repository: Option<&Repository>) -> Result<Handle, Failure> {
    match (who, store) {
        (Who::Handle(handle), _) => Ok(handle.clone()),
        (Who::Account(login), Some(store)) => holder(store, repository, login),
        (Who::Account(_), None) => values::handle(&who.to_string()).map_err(about(flag)),
    }
}

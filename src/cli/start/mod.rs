//! `start`: from the address in an invitation to a first task. Each step looks first at what is there, so that to start again
//! is to go on, whatever stopped it. Escape leaves a question for another time; who somebody is has to be known for a task.

mod address;
mod person;
mod place;

use std::path::Path;

use crate::domain::budget::Minutes;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::shell::command;
use crate::render::{Catalogue, Language, outcome};
use crate::usecase::failure::hint_command;
use crate::usecase::read::doctor::{Grade, access};
use crate::usecase::read::find::{Among, Found, find};
use crate::usecase::request::facing::by_request;
use crate::usecase::{Context, Failure, Kind};
use crate::vcs::{Repository, set_user_config};

use super::args::{Common, Start, Write};
use super::ask::Asker;
use super::candidates::candidate_line;
use super::console::{Console, unwritten};
use super::environment::{CAMPAIGN, Environment, LANGUAGE};
use super::front::{Front, Sending};
use super::interrupt;
use super::prompt::stopped;
use super::session::{Outlook, Session};

use place::Place;

/// How many tasks are offered at the end.
const OFFERED: usize = 3;

/// `start`. Hands back the sentences, which the session held.
pub fn start(
    environment: &Environment,
    common: &Common,
    args: &Start,
    session: Session,
    console: &Console<'_>,
) -> (Result<(), Failure>, Catalogue) {
    let sound = session.sound();
    let Outlook { store, say, .. } = session.outlook(environment, common);
    let known = store.as_ref().ok().map(|store| store.root());
    let ask = Asker { say: &say, can_ask: environment.can_ask };
    let place = match sound.and_then(|()| place::find(environment, args, known, (&say, &ask))) {
        Ok(place) => place,
        Err(failure) => return (Err(failure), say),
    };
    let here = environment.within(&place.root);
    let common = Common { data: None, ..common.clone() };
    let (context, say) = Session::begin(&here, &common).context(&here, &common, (&Write::default(), None));
    let begun = context.and_then(|context| {
        let ask = Asker { say: &say, can_ask: here.can_ask };
        Welcome { named: environment.data.as_deref(), environment: &here, common: &common, args, ask: &ask, say: &say, console }
            .welcome(context, &place)
    });
    (begun.map_err(to_go_on), say)
}

/// Where somebody stopped, what was done before stays, and the same command goes on.
fn to_go_on(failure: Failure) -> Failure {
    let is_stop = failure.kind == Kind::Interrupted && failure.message.key() == stopped().message.key();
    if is_stop { Failure { message: Message::new("start-stopped"), ..failure } } else { failure }
}

/// Somebody who starts.
struct Welcome<'a> {
    /// The folder of data that the environment names.
    named: Option<&'a Path>,
    environment: &'a Environment,
    common: &'a Common,
    args: &'a Start,
    ask: &'a Asker<'a>,
    say: &'a Catalogue,
    console: &'a Console<'a>,
}

impl Welcome<'_> {
    fn welcome(&self, mut context: Context, place: &Place) -> Result<(), Failure> {
        let repository = context.repository.as_ref().map_err(|error| Failure::new(Kind::Git, error.message()))?.clone();
        interrupt::mind();
        let about = |key| {
            Message::new(key).with("campaign", context.campaign.name.as_str()).with("path", self.environment.shown(&place.root))
        };
        self.tell(&[about(if place.is_new { "start-copied" } else { "start-there" })])?;
        if let Some(lang) = self.common.lang {
            repository.set_config_local(LANGUAGE, lang.tag())?;
        }
        self.mention_language(&context, &repository)?;
        let kept = self.keep(&place.root);
        context.actor = self.handle(&context, &repository)?;
        let is_known = context.actor.as_ref().map_or(Ok(false), |handle| self.author(&repository, handle))?;
        if self.ask.can_ask && !is_known {
            return self.tell(&[kept, Message::new("start-on")]);
        }
        self.skills(&context, &repository)?;
        let mut said = self.about_data(&context);
        said.extend(self.about_sending(&context, &repository));
        said.push(kept);
        said.extend(self.elsewhere(&place.root));
        self.tell(&said)?;
        self.offer(&context, self.args.time)
    }

    /// Says it, where not only the essential is wished.
    fn tell(&self, said: &[Message]) -> Result<(), Failure> {
        if self.common.quiet {
            return Ok(());
        }
        let said: Vec<&Message> = said.iter().collect();
        self.console.result(|pen| outcome::notes(pen, self.say, &said)).map_err(|cause| unwritten(&cause))
    }

    /// Says, in the language of the campaign, how to have it, where the computer alone chose another: a language is asked of
    /// nobody.
    fn mention_language(&self, context: &Context, repository: &Repository) -> Result<(), Failure> {
        let is_chosen = self.common.lang.is_some() || self.environment.lang.is_some() || repository.config(LANGUAGE).is_some();
        let own = Language::parse(&context.campaign.language).filter(|own| *own != self.say.language() && !is_chosen);
        let Some(own) = own.filter(|_| !self.common.quiet) else { return Ok(()) };
        let (own, how) = (Catalogue::new(own, context.today), Message::new("start-language").with("language", own.tag()));
        self.console.result(|pen| outcome::notes(pen, &own, &[&how])).map_err(|cause| unwritten(&cause))
    }

    /// Keeps where the campaign is, for every other folder; what to say of that.
    fn keep(&self, root: &Path) -> Message {
        let path = root.display().to_string();
        let before = self.environment.git_config(CAMPAIGN);
        let is_written = || {
            let around = self.environment.surroundings();
            self.environment.can_configure_git() && set_user_config(CAMPAIGN, &path, root, &around).is_ok()
        };
        match before {
            Some(before) if before == path => Message::new("start-anywhere"),
            _ if !is_written() => {
                Message::new("start-not-kept").with("command", command("git config --global {} {}", &[CAMPAIGN, &path]))
            }
            Some(before) => Message::new("start-anywhere-instead").with("before", self.environment.shown(Path::new(&before))),
            None => Message::new("start-anywhere"),
        }
    }

    /// What to say where the environment names another folder: it goes before this campaign.
    fn elsewhere(&self, root: &Path) -> Option<Message> {
        let named = self.named?;
        let full = self.environment.folder.join(named);
        let is_here = full.canonicalize().is_ok_and(|full| root.canonicalize().is_ok_and(|root| full == root));
        (!is_here).then(|| Message::new("start-data-elsewhere").with("path", named.display().to_string()))
    }

    /// What becomes of one's data, and how to take it back.
    fn about_data(&self, context: &Context) -> Vec<Message> {
        let who = context.actor.as_ref().map_or_else(|| self.say.word("value-handle"), Handle::to_string);
        let contact = context.campaign.contact.clone().unwrap_or_else(|| self.say.word("no-contact-yet"));
        let forget = Message::new("start-data-forget").with("person", who).with("contact", contact);
        vec![Message::new("start-data-public"), Message::new("start-data-here"), Message::new("start-data-lasts"), forget]
    }

    /// Which way goes what is recorded, and what stands in it.
    fn about_sending(&self, context: &Context, repository: &Repository) -> Vec<Message> {
        let way = Message::new(if by_request(context) { "start-by-request" } else { "start-direct" });
        let found = access(repository, &context.campaign.workflow, self.args.offline).into_iter();
        let found = found.filter(|finding| finding.grade != Grade::Fine);
        let troubles = found.flat_map(|finding| {
            let commands = finding.commands.into_iter().map(|command| hint_command(&command));
            std::iter::once(finding.what).chain(commands)
        });
        std::iter::once(way).chain(troubles).collect()
    }

    /// Tasks that suit the person, one of which can be taken at once.
    fn offer(&self, context: &Context, time: Option<Minutes>) -> Result<(), Failure> {
        let candidates = match find(context, &[], Among::Open(time)) {
            Ok(Found::Several(candidates)) if context.actor.is_some() => candidates,
            Ok(_) => return self.tell(&[hint_command("mpa tasks list")]),
            Err(failure) => return self.tell(&std::iter::once(failure.message).chain(failure.hints).collect::<Vec<_>>()),
        };
        if !self.ask.can_ask {
            let line = |it| candidate_line(self.say, it);
            let said = std::iter::once(Message::new("start-offers")).chain(candidates.iter().take(OFFERED).map(line));
            let said: Vec<Message> = said.chain([Message::new("start-claim")]).collect();
            return self.tell(&said);
        }
        let front = Front {
            context,
            say: self.say,
            console: self.console,
            ask: self.ask,
            quiet: self.common.quiet,
            named: None,
            sending: Sending { insists: false, agrees: self.args.yes, is_told: true },
        };
        match front.first_task(candidates, OFFERED)? {
            Some(file) => front.take(&file, None, &Write { yes: self.args.yes, ..Write::default() }),
            None => self.tell(&[Message::new("start-later")]),
        }
    }
}

//! The terminal: what was typed, who is there, where to write. The only floor that reads clock and environment.

mod addresses;
mod agree;
mod args;
mod ask;
mod back;
mod beside;
mod by_hand;
mod campaign;
mod candidates;
mod complete;
mod console;
mod doctor;
mod drawn;
mod environment;
mod explain;
mod export;
mod folder;
mod forge;
mod found;
mod front;
mod headway;
mod help;
mod idea;
mod identity;
mod import;
mod interrupt;
mod line;
mod manual;
mod meant;
mod new_task;
mod organise;
mod picking;
mod place;
mod progress;
mod prompt;
mod read;
mod report;
mod review;
mod send;
mod session;
mod shown;
mod site;
mod spent;
mod start;
mod texts;
mod typing;
mod usage;
mod values;
mod vote;
mod which;
mod words;
mod write;
mod writing;

use std::panic;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use crate::domain::message::Message;
use crate::render::{Catalogue, outcome};
use crate::usecase::context::resume::resume;
use crate::usecase::{Context, Failure, Kind};

use args::{Arguments, CampaignAction, Command, Common, Init, ProjectsAction, TasksAction, ThemesAction, Write};
use ask::Asker;
use console::{Console, fail, finish, unwritten};
use environment::Environment;
use explain::{command_line, explained};
use front::{Front, Sending};
use line::{man_wanted, with_help_word};
use place::from_the_top;
use session::Session;
use writing::{behalf_of, write_of};

/// The command tree with its texts from `say`, for help and for the tests of the catalogue.
pub fn command(say: &Catalogue) -> clap::Command {
    help::localized(Arguments::command(), say)
}

/// Runs the program.
pub fn main() -> ExitCode {
    let environment = Environment::read();
    let typed = environment::typed();
    if let Some(shell) = environment::completing() {
        return complete::answer(&environment, &shell, &typed);
    }
    if let [only] = &typed[..]
        && matches!(only.as_str(), "--version" | "-V")
    {
        return explain::version(&environment);
    }
    panic::set_hook(Box::new(|_| {}));
    panic::catch_unwind(|| run(&environment, &typed)).unwrap_or_else(|cause| {
        let cause = cause.downcast_ref::<String>().cloned().or_else(|| cause.downcast_ref::<&str>().map(ToString::to_string));
        let session = Session::begin(&environment, &Common::default());
        let message = Message::new("bug").with("cause", cause.unwrap_or_default());
        fail(&Console::new(&environment, None), &session.say, &Failure::new(Kind::Bug, message))
    })
}

fn run(environment: &Environment, typed: &[String]) -> ExitCode {
    if let Some(folder) = man_wanted(typed) {
        return explain::man(environment, typed, folder);
    }
    let (typed, extent) = with_help_word(typed);
    let command = usage::with_hyphens(Arguments::command()).disable_help_flag(true);
    let parsed = command.try_get_matches_from(command_line(&typed)).ok();
    let sound = parsed.filter(|matches| usage::forgotten(matches, &typed).is_none());
    let quick = sound.and_then(|matches| Arguments::from_arg_matches(&matches).ok());
    let arguments = match quick {
        Some(arguments) => arguments,
        None => match explained(environment, &typed, extent) {
            Ok(arguments) => arguments,
            Err(code) => return code,
        },
    };
    let console = Console::new(environment, arguments.common.color).without_pager(arguments.common.no_pager);
    let session = Session::begin(environment, &arguments.common);
    dispatch(environment, &arguments, session, &console)
}

fn dispatch(environment: &Environment, arguments: &Arguments, session: Session, console: &Console<'_>) -> ExitCode {
    let common = &arguments.common;
    if let Some(Command::Init(args)) = &arguments.command {
        let founded = session.sound().and_then(|()| init(environment, common, args, &session, console));
        return finish(founded.map(|()| true), console, &session.say);
    }
    if let Some(Command::Doctor(args)) = &arguments.command {
        let (done, say) = doctor::doctor(environment, common, args, session, console);
        return finish(done, console, &say);
    }
    if let Some(Command::Start(args)) = &arguments.command {
        let (done, say) = start::start(environment, common, args, session, console);
        return finish(done.map(|()| true), console, &say);
    }
    if let Some(Command::Completions(args)) = &arguments.command {
        return finish(complete::script(args.shell, console).map(|()| true), console, &session.say);
    }
    if let Some(Command::Rendre(_)) = &arguments.command {
        let mut failure = Failure::new(Kind::Usage, Message::new("rendre"));
        failure.hints = ["mpa release", "mpa close"].map(crate::usecase::failure::hint_command).to_vec();
        return fail(console, &session.say, &failure);
    }
    let plain = Write::default();
    let write = arguments.command.as_ref().and_then(write_of).unwrap_or(&plain);
    let is_write = arguments.command.as_ref().and_then(write_of).is_some();
    let behalf = arguments.command.as_ref().and_then(behalf_of);
    let is_elsewhere = session.is_elsewhere;
    let (context, say) = session.context(environment, common, (write, behalf));
    let ask = Asker { say: &say, can_ask: environment.can_ask };
    let top = context.as_ref().ok().and_then(|context| Some(context.repository().ok()?.workdir().to_owned()));
    let done = context.and_then(|mut context| {
        if let Some(Command::Sync(args)) = &arguments.command {
            context.writing.dry_run = args.dry_run;
            context.writing.yes = args.yes;
        }
        let is_mindful = is_write || matches!(arguments.command, Some(Command::Sync(_)));
        if is_mindful {
            interrupt::mind();
        }
        let mut said = resume(&context);
        said.extend((is_elsewhere && is_mindful).then(|| place::campaign(&context, environment)));
        if !said.is_empty() && !common.quiet {
            let said: Vec<&Message> = said.iter().collect();
            console.remark(|pen| outcome::notes(pen, &say, &said)).map_err(|cause| unwritten(&cause))?;
        }
        if is_write {
            identity::ensure(&mut context, environment, &ask, write)?;
            let typed = [("--as", common.handle.as_ref().and(context.actor.as_ref())), ("--for", context.on_behalf.as_ref())];
            for (flag, who) in typed.into_iter().filter_map(|(flag, who)| Some((flag, who?))) {
                identity::ensure_meant(&context, &ask, write, (flag, who))?;
            }
        }
        let Some(text) = arguments.command.as_ref().and_then(back::as_of) else {
            return carry_out(arguments, &context, &say, &ask, console);
        };
        let past = back::look_back(&context, text)?;
        let say = back::reader(&past, &context, &say, common.quiet, console)?;
        carry_out(arguments, &past, &say, &Asker { say: &say, ..ask }, console)
    });
    let done = done.map_err(|failure| from_the_top(failure, &environment.folder, top.as_deref(), &say));
    finish(done, console, &say)
}

fn init(
    environment: &Environment,
    common: &Common,
    args: &Init,
    session: &Session,
    console: &Console<'_>,
) -> Result<(), Failure> {
    if let Some((environment, common)) = beside::campaign_there(environment, common, args) {
        return match args.ci {
            Some(ci) => forge::add(&environment, &common, args, ci.into(), console),
            None => beside::schemas(&environment, &common, args, console),
        };
    }
    let known = common.handle.as_ref().map(ToString::to_string).or_else(|| environment.handle.clone());
    let known = known.map(|text| values::handle(&text).map_err(values::about("--as"))).transpose()?;
    let known = known.or_else(|| crate::domain::name::Handle::new(&environment.git_config("mpa.handle")?));
    let ask = Asker { say: &session.say, can_ask: environment.can_ask };
    found::found(environment, common, args, known, session.today, (&session.say, &ask, console))
}

/// Whether all is well.
fn carry_out(
    arguments: &Arguments,
    context: &Context,
    say: &Catalogue,
    ask: &Asker<'_>,
    console: &Console<'_>,
) -> Result<bool, Failure> {
    let quiet = arguments.common.quiet;
    let sending = arguments.command.as_ref().and_then(write_of).map(Sending::from).unwrap_or_default();
    let named = arguments.common.handle.as_ref().map(|handle| format!("--as {handle}"));
    let front = Front { context, say, console, ask, quiet, named, sending };
    let done = match &arguments.command {
        None => front.today(&arguments.output),
        Some(Command::Check(args)) if args.fix => return front.fix(),
        Some(Command::Check(args)) => return front.check(args.changed_since.as_deref(), args.format),
        Some(Command::Review(args)) => return front.review(args),
        Some(Command::Tasks(args)) => match &args.action {
            None if args.words.is_empty() => front.tasks(&args.list),
            None => front.task(&args.words, &args.list.output),
            Some(TasksAction::List(args)) => front.tasks(args),
            Some(TasksAction::Show(args)) if args.history => front.history_of_task(&args.words, &args.output),
            Some(TasksAction::Show(args)) => front.task(&args.words, &args.output),
            Some(TasksAction::Add(args)) => front.add_task(args),
            Some(TasksAction::Edit(args)) => front.edit_task(args),
            Some(TasksAction::Cancel(args)) => front.cancel(args),
            Some(TasksAction::Reopen(args)) => front.reopen(args),
        },
        Some(Command::Projects(args)) => match (&args.action, &args.project) {
            (None, None) => front.projects(None, &args.output),
            (None, Some(project)) => front.project(project, &args.output),
            (Some(ProjectsAction::List(args)), _) => front.projects(args.theme.as_ref(), &args.output),
            (Some(ProjectsAction::Show(args)), _) if args.history => front.history_of_project(&args.project, &args.output),
            (Some(ProjectsAction::Show(args)), _) => front.project(&args.project, &args.output),
            (Some(ProjectsAction::Add(args)), _) => front.add_project(args),
            (Some(ProjectsAction::Edit(args)), _) => front.edit_project(args),
            (Some(ProjectsAction::Poll(args)), _) => front.poll(args),
        },
        Some(Command::Themes(args)) => match (&args.action, &args.theme) {
            (None, None) => front.themes(&args.output),
            (None, Some(theme)) => front.theme(theme, &args.output),
            (Some(ThemesAction::List(args)), _) => front.themes(&args.output),
            (Some(ThemesAction::Show(args)), _) => front.theme(&args.theme, &args.output),
            (Some(ThemesAction::Add(args)), _) => front.add_theme(args),
        },
        Some(Command::Progress(args)) if args.past => front.past_campaigns(&args.output),
        Some(Command::Progress(args)) => match &args.campaign {
            Some(key) => front.past_progress(key, args),
            None => front.progress(args),
        },
        Some(Command::Report(args)) => front.report(args, arguments.common.lang),
        Some(Command::Claim(args)) => front.claim(args),
        Some(Command::Renew(args)) => front.renew(args),
        Some(Command::Release(args)) => front.release(args),
        Some(Command::Log(args)) => front.log(args),
        Some(Command::Close(args)) => front.close(args),
        Some(Command::Undo(_)) => front.undo(),
        Some(Command::Join(args)) => front.join(args),
        Some(Command::Leave(args)) => front.leave(args),
        Some(Command::Deliver(args)) => front.deliver(args),
        Some(Command::SendBack(args)) => front.send_back(args),
        Some(Command::Remind(args)) => front.remind(args, arguments.common.lang),
        Some(Command::Forget(args)) => front.forget(args),
        Some(Command::Campaign(args)) => match &args.action {
            None => front.campaign(&args.output),
            Some(CampaignAction::Next(args)) => front.next_campaign(args),
        },
        Some(Command::Sync(args)) => front.sync(args),
        Some(Command::Site(args)) => front.site(args, arguments.common.lang),
        Some(Command::Export(args)) => front.export(args),
        Some(Command::Import(args)) => front.import(args),
        Some(Command::Init(_) | Command::Start(_) | Command::Doctor(_) | Command::Completions(_) | Command::Rendre(_)) => Ok(()),
    };
    done.map(|()| true)
}

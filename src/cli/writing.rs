//! Which commands write, and for whom.

use super::args::{CampaignAction, Command, ProjectsAction, TasksAction, ThemesAction, Write};
use super::values::Who;

/// For whom a command records something.
pub fn behalf_of(command: &Command) -> Option<&Who> {
    let behalf = match command {
        Command::Claim(args) => &args.behalf,
        Command::Renew(args) => &args.behalf,
        Command::Release(args) => &args.behalf,
        Command::Log(args) => &args.behalf,
        Command::Close(args) => &args.behalf,
        Command::Join(args) => &args.behalf,
        Command::Leave(args) => &args.behalf,
        _ => return None,
    };
    behalf.on_behalf.as_ref()
}

/// How a writing command writes; `None` for one that reads.
pub fn write_of(command: &Command) -> Option<&Write> {
    Some(match command {
        Command::Claim(args) => &args.write,
        Command::Renew(args) => &args.write,
        Command::Release(args) => &args.write,
        Command::Log(args) => &args.write,
        Command::Close(args) => &args.write,
        Command::Undo(args) => &args.write,
        Command::Join(args) => &args.write,
        Command::Leave(args) => &args.write,
        Command::Deliver(args) => &args.write,
        Command::SendBack(args) => &args.write,
        Command::Forget(args) => &args.write,
        Command::Campaign(args) => match args.action.as_ref()? {
            CampaignAction::Next(args) => &args.write,
        },
        Command::Import(args) => &args.write,
        Command::Tasks(args) => match args.action.as_ref()? {
            TasksAction::Add(args) => &args.write,
            TasksAction::Edit(args) => &args.write,
            TasksAction::Cancel(args) | TasksAction::Reopen(args) => &args.write,
            TasksAction::List(_) | TasksAction::Show(_) => return None,
        },
        Command::Projects(args) => match args.action.as_ref()? {
            ProjectsAction::Add(args) => &args.write,
            ProjectsAction::Edit(args) => &args.write,
            ProjectsAction::Poll(args) => &args.write,
            ProjectsAction::List(_) | ProjectsAction::Show(_) => return None,
        },
        Command::Themes(args) => match args.action.as_ref()? {
            ThemesAction::Add(args) => &args.write,
            ThemesAction::List(_) | ThemesAction::Show(_) => return None,
        },
        Command::Check(args) if args.fix => &args.write,
        Command::Sync(_)
        | Command::Progress(_)
        | Command::Report(_)
        | Command::Remind(_)
        | Command::Check(_)
        | Command::Review(_)
        | Command::Site(_)
        | Command::Export(_)
        | Command::Init(_)
        | Command::Start(_)
        | Command::Doctor(_)
        | Command::Completions(_)
        | Command::Rendre(_) => return None,
    })
}

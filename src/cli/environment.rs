//! The process around us, read once: clock, variables, terminal. Nothing else in the program looks at them.
#![allow(clippy::disallowed_methods, reason = "this is the place that reads clock and environment")]

use std::io::{ErrorKind, IsTerminal, stderr, stdin, stdout};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};

use chrono::{DateTime, Utc};
use etcetera::{BaseStrategy, choose_base_strategy};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use terminal_size::terminal_size_of;

use crate::vcs::{Patience, Surroundings, user_config};

use super::args::Colour;

/// The variables of git that would point it somewhere else.
const GIT_PLACES: [&str; 5] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"];
/// The variables of git that add to its configuration or move it.
const GIT_CONFIGS: [&str; 4] = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS"];
/// The columns of a terminal that does not tell.
const USUAL_WIDTH: usize = 80;
/// What pages are turned with where nothing else is said: git's own choice.
const USUAL_PAGER: &str = "less";
/// And its rows.
const USUAL_ROWS: usize = 24;
/// The zones of clocks that nobody set.
const GREENWICH: [&str; 4] = ["UTC", "Etc/UTC", "Etc/UCT", "Etc/Unknown"];

/// The person's own configuration that says where the campaign is that they started with.
pub const CAMPAIGN: &str = "mpa.campaign";
/// The configuration that says in which language to speak.
pub const LANGUAGE: &str = "mpa.lang";

/// The variable by which a shell asks.
pub const COMPLETING: &str = "MPA_COMPLETE";

/// The words typed after the name of the program.
pub fn typed() -> Vec<String> {
    env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect()
}

/// The file of the program that runs.
pub fn program() -> Option<PathBuf> {
    env::current_exe().ok()
}

/// The columns and rows of the terminal that questions are asked on.
pub fn screen() -> (usize, usize) {
    terminal_size_of(stderr()).map_or((USUAL_WIDTH, USUAL_ROWS), |(width, height)| (width.0.into(), height.0.into()))
}

/// The shell that asks what can stand where its cursor is: `MPA_COMPLETE`, which the script of `completions` sets.
pub fn completing() -> Option<String> {
    env::var(COMPLETING).ok().filter(|shell| !shell.is_empty())
}

/// The first of the variables that is set, even to nothing, else the usual one.
fn pager() -> Option<String> {
    let told = ["MPA_PAGER", "PAGER"].iter().find_map(|name| env::var(name).ok());
    Some(told.unwrap_or_else(|| USUAL_PAGER.to_owned())).filter(|pager| !pager.trim().is_empty())
}

/// So many whole seconds to wait for a sign of life of a server.
fn patience(text: &str) -> Option<Patience> {
    let network = text.parse().ok().filter(|seconds| *seconds > 0).map(Duration::from_secs)?;
    Some(Patience { network, ..Patience::default() })
}

/// How many seconds the clock here is ahead of Greenwich at the moment `now`, by `TZ` or the system; `None` where it is set to
/// Greenwich itself, as servers are, which says nothing of where somebody is.
fn ahead(now: DateTime<Utc>) -> Option<i32> {
    let zone = TimeZone::try_system().ok().filter(|zone| !zone.iana_name().is_some_and(|name| GREENWICH.contains(&name)))?;
    Some(zone.to_offset(Timestamp::from_second(now.timestamp()).ok()?).seconds())
}

fn folder() -> PathBuf {
    let named = || env::var_os("PWD").map(PathBuf::from).filter(|folder| folder.is_absolute());
    env::current_dir().ok().or_else(named).unwrap_or_else(|| PathBuf::from("."))
}

/// `~/.config/mpa/addresses.toml`, or where the system keeps such files.
fn usual_addresses() -> Option<PathBuf> {
    let folder = choose_base_strategy().ok()?.config_dir();
    Some(folder.join("mpa").join("addresses.toml"))
}

/// What was found around the process.
#[derive(Debug, Clone)]
pub struct Environment {
    /// The folder we are in; where it is gone, the name that it had.
    pub folder: PathBuf,
    /// The person's own folder.
    pub home: Option<PathBuf>,
    /// `MPA_DATA`.
    pub data: Option<PathBuf>,
    /// `MPA_ADDRESSES`, else the file of addresses in the person's configuration folder.
    pub addresses: Option<PathBuf>,
    /// `MPA_HANDLE`.
    pub handle: Option<String>,
    /// `MPA_LANG`.
    pub lang: Option<String>,
    /// `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set; else the system's own choice.
    pub locale: Option<String>,
    /// `LC_ALL`, `LC_CTYPE` or `LANG`, the first that is set: which characters the terminal shows. `C` where none is, `None`
    /// where the system needs none.
    pub encoding: Option<String>,
    /// `MPA_NOW`, when it is not a time.
    pub bad_now: Option<String>,
    /// `MPA_PATIENCE`, when it is no number of seconds.
    pub bad_patience: Option<String>,
    /// The moment we run.
    pub now: DateTime<Utc>,
    /// How many seconds the clock here is ahead of Greenwich then, where it is set to a place.
    pub ahead: Option<i32>,
    /// Somebody reads and answers: each of the three streams is a terminal.
    pub can_ask: bool,
    /// The columns of the output, when somebody looks.
    pub width: Option<usize>,
    /// The rows of the output, when somebody looks.
    pub rows: Option<usize>,
    /// Whether the error output is a terminal, and its columns.
    pub error_width: Option<usize>,
    /// `VISUAL` or `EDITOR`, the first that is set, else the one that every system has.
    pub editor: String,
    /// `MPA_PAGER`, else `PAGER`, else [`USUAL_PAGER`]; `None` where one of them is set to nothing, or the terminal cannot be moved
    /// about in.
    pub pager: Option<String>,
    /// Whether the person told `less` how to behave.
    pub has_less_options: bool,
    colour: Option<bool>,
    vcs: Surroundings,
}

impl Environment {
    /// Reads it.
    pub fn read() -> Self {
        let text = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let now = text("MPA_NOW");
        let fixed = now.as_deref().map(DateTime::parse_from_rfc3339);
        let bad_now = now.clone().filter(|_| fixed.as_ref().is_some_and(Result::is_err));
        let now = fixed.and_then(Result::ok).map_or_else(Utc::now, |fixed| fixed.with_timezone(&Utc));
        let asked_patience = text("MPA_PATIENCE");
        let patience = asked_patience.as_deref().map_or(Some(Patience::default()), patience);
        let columns = text("COLUMNS").and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
        let size = terminal_size_of(stdout());
        let width_of =
            |is_terminal: bool, size: Option<usize>| columns.or_else(|| is_terminal.then(|| size.unwrap_or(USUAL_WIDTH)));
        let out_columns = size.map(|(width, _)| usize::from(width.0));
        let error_columns = terminal_size_of(stderr()).map(|(width, _)| usize::from(width.0));
        let is_dumb = text("TERM").is_some_and(|term| term == "dumb");
        let forced = text("CLICOLOR_FORCE").is_some_and(|value| value != "0");
        let can_ask = stdin().is_terminal() && stdout().is_terminal() && stderr().is_terminal() && !is_dumb;
        Self {
            folder: folder(),
            home: choose_base_strategy().ok().map(|base| base.home_dir().to_owned()),
            data: env::var_os("MPA_DATA").filter(|value| !value.is_empty()).map(PathBuf::from),
            addresses: env::var_os("MPA_ADDRESSES").filter(|value| !value.is_empty()).map(PathBuf::from).or_else(usual_addresses),
            handle: text("MPA_HANDLE"),
            lang: text("MPA_LANG"),
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| text(name)).or_else(sys_locale::get_locale),
            encoding: cfg!(unix)
                .then(|| ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| text(name)).unwrap_or_else(|| "C".to_owned())),
            bad_patience: asked_patience.filter(|_| patience.is_none()),
            bad_now,
            now,
            ahead: ahead(now),
            can_ask,
            width: width_of(stdout().is_terminal(), out_columns),
            rows: size.map(|(_, height)| usize::from(height.0)),
            error_width: width_of(stderr().is_terminal(), error_columns),
            editor: ["VISUAL", "EDITOR"]
                .iter()
                .find_map(|name| text(name).filter(|editor| !editor.trim().is_empty()))
                .unwrap_or_else(|| if cfg!(windows) { "notepad.exe" } else { "vi" }.to_owned()),
            pager: pager().filter(|_| !is_dumb),
            has_less_options: env::var_os("LESS").is_some(),
            colour: if text("NO_COLOR").is_some() {
                Some(false)
            } else if forced {
                Some(true)
            } else {
                is_dumb.then_some(false)
            },
            vcs: Surroundings {
                git_dir_in_environment: GIT_PLACES.iter().any(|name| env::var_os(name).is_some()),
                terminal: can_ask,
                git_config_in_environment: GIT_CONFIGS.iter().any(|name| env::var_os(name).is_some()),
                ssh_command_in_environment: ["GIT_SSH_COMMAND", "GIT_SSH"].iter().any(|name| env::var_os(name).is_some()),
                lc_all: text("LC_ALL"),
                progress: (stderr().is_terminal() && !is_dumb).then_some(super::progress::progress),
                interrupted: Some(super::interrupt::is_pressed),
                patience: patience.unwrap_or_default(),
                ..Surroundings::default()
            },
        }
    }

    /// A folder as people write it: from their own.
    pub fn shown(&self, folder: &Path) -> String {
        let below = self.home.as_deref().and_then(|home| folder.strip_prefix(home).ok());
        below.map_or_else(|| folder.display().to_string(), |below| format!("~/{}", below.display()))
    }

    /// The same in the campaign of `folder`, wherever the person stands.
    pub fn within(&self, folder: &Path) -> Self {
        Self { folder: folder.to_owned(), data: None, ..self.clone() }
    }

    /// Whether what git would write its own configuration into is a file, or nothing yet: in place of a device, it would put one.
    pub fn can_configure_git(&self) -> bool {
        let usual = || {
            let own = self.home.as_ref().map(|home| home.join(".gitconfig"));
            let shared = choose_base_strategy().ok().map(|base| base.config_dir().join("git").join("config"));
            let is_there = |path: &PathBuf| fs::metadata(path).is_ok();
            own.clone().filter(is_there).or_else(|| shared.filter(is_there)).or(own)
        };
        let named = env::var_os("GIT_CONFIG_GLOBAL").map(PathBuf::from);
        let place = named.or_else(usual);
        place.is_some_and(|place| match fs::metadata(&place) {
            Ok(found) => found.is_file(),
            Err(cause) => cause.kind() == ErrorKind::NotFound && fs::symlink_metadata(&place).is_err(),
        })
    }

    /// The person's own git configuration of `key`, outside any repository.
    pub fn git_config(&self, key: &str) -> Option<String> {
        user_config(key, &self.folder, &self.vcs)
    }

    /// What git has to know.
    pub fn surroundings(&self) -> Surroundings {
        self.vcs.clone()
    }

    /// Whether to colour an output, by flag, then variables, then whether it is a terminal.
    pub fn colour(&self, flag: Option<Colour>, is_terminal: bool) -> bool {
        match flag {
            Some(Colour::Always) => true,
            Some(Colour::Never) => false,
            Some(Colour::Auto) | None => self.colour.unwrap_or(is_terminal),
        }
    }

    /// Whether the output is a terminal.
    pub fn output_is_terminal(&self) -> bool {
        stdout().is_terminal()
    }

    /// Whether the error output is a terminal.
    pub fn errors_are_on_a_terminal(&self) -> bool {
        stderr().is_terminal()
    }

    /// Whether what was written there can be taken away again.
    pub fn shows_progress(&self) -> bool {
        self.vcs.progress.is_some()
    }
}

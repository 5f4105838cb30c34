//! The campaign: its name, its deadline, its rules and the way changes are sent.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use strum::{IntoStaticStr, VariantArray};

use super::budget::Minutes;
use super::day::{Day, Deadline};
use super::name::{Handle, Slug};
use super::project::{Deliverable, Project};
use super::task::{Resource, Task};
use super::zone::Zone;

/// The newest file format this program understands.
pub const FORMAT: u32 = 1;

/// The campaign as `data/mpa.toml` describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its name.
    pub name: String,
    /// The language to speak when the reader's own is unknown: `fr` or `en`.
    pub language: String,
    /// The zone whose midnight starts a day.
    pub timezone: Zone,
    /// Its first day; unknown only when the file cannot be read.
    pub started: Option<Day>,
    /// When it is due.
    pub deadline: Deadline,
    /// The people who merge; empty means everyone.
    pub organisers: Vec<Handle>,
    /// The one role mailbox.
    pub contact: Option<String>,
    /// What anyone can do without taking a task.
    pub also: Vec<Resource>,
    /// The rules of claims.
    pub claims: ClaimRules,
    /// The rules of tasks.
    pub tasks: TaskRules,
    /// How changes are sent.
    pub workflow: Workflow,
    /// Earlier campaigns, by name.
    pub past: BTreeMap<String, PastCampaign>,
    /// Keys this version does not know, by dotted path, with their value.
    pub extra: BTreeMap<String, String>,
}

/// The rules of claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimRules {
    /// How long a claim lasts, in days.
    pub days: u32,
    /// How many days before its end a claim is announced.
    pub warn_days: u32,
    /// How many active claims one person may hold.
    pub limit: u32,
    /// How many times a claim may be prolonged.
    pub renewals: u32,
    /// How many days to wait before taking again what one held in vain.
    pub cooldown_days: u32,
}

/// The rules of tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRules {
    /// The largest budget that need not be split.
    pub max_budget: Minutes,
}

/// How changes reach the shared repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workflow {
    /// Straight on the main branch, or by pull requests.
    pub mode: Mode,
    /// The name of a remote of the clone.
    pub remote: String,
    /// The name of the shared branch.
    pub main: String,
    /// How links are built.
    pub forge: Forge,
    /// When a change is sent.
    pub send: Send,
}

/// Straight on the main branch, or by pull requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Mode {
    /// Every operation is a commit on the main branch.
    Direct,
    /// Every operation is a commit on a branch of its own.
    PullRequest,
}

/// The kind of forge that hosts the shared repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Forge {
    /// GitHub.
    GitHub,
    /// GitLab.
    GitLab,
    /// Forgejo or Gitea.
    Forgejo,
    /// None of them.
    None,
}

/// The paths of the forms by which people without git step in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forms {
    /// To take a task.
    pub claim: &'static str,
    /// To propose one.
    pub propose: &'static str,
}

/// When a change is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Send {
    /// Ask on a terminal.
    Ask,
    /// After every change.
    Always,
    /// Only when told to.
    Never,
}

/// An earlier campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastCampaign {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub started: Day,
    /// When it was due.
    pub deadline: Day,
}

impl Mode {
    /// The word of the file.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Forge {
    /// The word of the file.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Where the forms live by which people without git take a task and propose one, from the top of the repository.
    pub const fn forms(self) -> Option<Forms> {
        match self {
            Self::GitHub => {
                Some(Forms { claim: ".github/ISSUE_TEMPLATE/mpa-claim.yml", propose: ".github/ISSUE_TEMPLATE/mpa-propose.yml" })
            }
            Self::GitLab => {
                Some(Forms { claim: ".gitlab/issue_templates/mpa-claim.md", propose: ".gitlab/issue_templates/mpa-propose.md" })
            }
            Self::Forgejo => {
                Some(Forms { claim: ".forgejo/issue_template/mpa-claim.yml", propose: ".forgejo/issue_template/mpa-propose.yml" })
            }
            Self::None => None,
        }
    }
}

impl Send {
    /// The word of the file.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Default for Campaign {
    /// What is assumed while `data/mpa.toml` cannot be read, and where it is silent.
    fn default() -> Self {
        Self {
            name: String::new(),
            language: "fr".to_owned(),
            timezone: Zone::default(),
            started: None,
            deadline: Deadline::SainteBarbe,
            organisers: Vec::new(),
            contact: None,
            also: Vec::new(),
            claims: ClaimRules { days: 14, warn_days: 3, limit: 3, renewals: 2, cooldown_days: 3 },
            tasks: TaskRules { max_budget: Minutes::EIGHT_HOURS },
            workflow: Workflow {
                mode: Mode::Direct,
                remote: "origin".to_owned(),
                main: "main".to_owned(),
                forge: Forge::None,
                send: Send::Ask,
            },
            past: BTreeMap::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl Campaign {
    /// The day of the deadline; counted from `today` while the first day is unknown.
    pub fn deadline_day(&self, today: Day) -> Day {
        self.deadline.day(self.started.unwrap_or(today))
    }

    /// Whether its deadline has passed.
    pub fn is_over(&self, today: Day) -> bool {
        today > self.deadline_day(today)
    }

    /// Its days as far as `today`; what is done before the next one begins is still done in this one.
    pub fn days_until(&self, today: Day) -> RangeInclusive<Day> {
        self.started.unwrap_or(Day::MIN)..=today
    }

    /// The first day of the first campaign that is known.
    pub fn first_day(&self) -> Option<Day> {
        self.past.values().map(|past| past.started).chain(self.started).min()
    }

    /// Whether `who` merges. Without organisers everyone does.
    pub fn is_organiser(&self, who: &Handle) -> bool {
        self.organisers.is_empty() || self.organisers.contains(who)
    }

    /// The day a task is really due: its own, else its deliverable's, else the deadline.
    pub fn effective_due(&self, task: &Task, project: Option<&Project>, today: Day) -> Day {
        self.due_of(task.due, task.deliverable.as_ref(), project, today)
    }

    /// The same for a task of which only its `own` due day and its deliverable are known.
    pub fn due_of(&self, own: Option<Day>, deliverable: Option<&Slug>, project: Option<&Project>, today: Day) -> Day {
        own.or_else(|| project?.deliverable(deliverable?)?.due).unwrap_or_else(|| self.deadline_day(today))
    }

    /// The day a deliverable is due: its own, else the deadline.
    pub fn due_of_deliverable(&self, deliverable: &Deliverable, today: Day) -> Day {
        deliverable.due.unwrap_or_else(|| self.deadline_day(today))
    }
}

/// The longest name that may be given to git.
pub const REF_NAME_MAX: usize = 100;

/// A name that may be given to git as a remote or a branch: letters, digits, `.`, `_`, `-` and inner `/`.
pub fn is_ref_name(text: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with(['.', '-'])
            && !part.ends_with('.')
            && !part.ends_with(".lock")
            && !part.contains("..")
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
    };
    text.len() <= REF_NAME_MAX && text.split('/').all(plain)
}

impl Workflow {
    /// The remote's branch that everybody shares, as git names it.
    pub fn upstream(&self) -> String {
        format!("{}/{}", self.remote, self.main)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remotes_and_branches_have_a_strict_grammar() {
        for good in ["origin", "main", "team/main", "v1.2", "a_b-c"] {
            assert!(is_ref_name(good), "{good}");
        }
        for bad in [
            "",
            "-x",
            "--upload-pack=x",
            "a..b",
            "a//b",
            "/a",
            "a/",
            "https://x",
            "a b",
            "a:b",
            "a.lock",
            "é",
            "@{u}",
            ".a",
            "a\u{1b}",
        ] {
            assert!(!is_ref_name(bad), "{bad}");
        }
    }
}

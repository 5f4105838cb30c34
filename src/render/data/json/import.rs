//! The JSON of an import: what would become of each row.

use serde::Serialize;

use crate::render::catalogue::Catalogue;
use crate::rules::import::Over;
use crate::usecase::write::import::{Fate, Missing, Plan, Planned};

use super::document;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ImportPage<'a> {
    new: usize,
    wrong: usize,
    rows: Vec<RowLine<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct RowLine<'a> {
    line: usize,
    project: Option<&'a str>,
    title: &'a str,
    /// `new`, `draft`, `there`, `done`, `cancelled` or `wrong`.
    outcome: &'static str,
    /// The task that is there.
    id: Option<&'a str>,
    missing: Vec<&'static str>,
    problems: Vec<String>,
}

impl<'a> RowLine<'a> {
    fn of(row: &'a Planned, say: &Catalogue) -> Self {
        let project = row.project.as_ref().map(|slug| slug.as_str());
        let line = Self {
            line: row.at,
            project,
            title: &row.title,
            outcome: "new",
            id: None,
            missing: Vec::new(),
            problems: Vec::new(),
        };
        match &row.fate {
            Fate::New(task, missing) => {
                let missing = missing.iter().map(|what| lack(*what)).collect();
                Self { outcome: if task.draft { "draft" } else { "new" }, missing, ..line }
            }
            Fate::There(id) => Self { outcome: "there", id: Some(id.as_str()), ..line },
            Fate::Over(Over::Done) => Self { outcome: "done", ..line },
            Fate::Over(Over::Cancelled) => Self { outcome: "cancelled", ..line },
            Fate::Wrong(problems) => {
                Self { outcome: "wrong", problems: problems.iter().map(|problem| say.say(problem)).collect(), ..line }
            }
        }
    }
}

fn lack(missing: Missing) -> &'static str {
    match missing {
        Missing::Budget => "budget",
        Missing::DoneWhen => "done-when",
        Missing::Resource => "resources",
    }
}

/// What would become of each row.
pub fn import(plan: &Plan, say: &Catalogue) -> String {
    let rows = plan.rows.iter().map(|row| RowLine::of(row, say)).collect();
    document("import", ImportPage { new: plan.made().count(), wrong: plan.wrong(), rows })
}

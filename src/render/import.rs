//! What would become of each row of a list kept elsewhere.

use crate::domain::message::Message;
use crate::domain::sheet::Form;
use crate::rules::import::{Field, Over};
use crate::usecase::write::import::{Fate, Missing, Plan, Planned};

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};
use super::table::{Column, table_of};

/// Rows that are shown of a long list.
const SHOWN: usize = 40;
/// The most lines of one.
const LINES: usize = 3;

/// How the list was read, its rows, and what comes of them together. Of a long list, what is wrong is shown first.
pub fn plan(pen: &mut Pen<'_>, say: &Catalogue, plan: &Plan) {
    if let Some(read_as) = &plan.read_as {
        pen.wrapped("", &say.say(read_as));
    }
    if matches!(plan.form, Form::Csv | Form::Json) {
        columns(pen, say, plan);
        pen.end();
    }
    let mut rows: Vec<&Planned> = plan.rows.iter().collect();
    let untold = rows.len().saturating_sub(SHOWN);
    if untold > 0 {
        rows.sort_by_key(|row| !matches!(row.fate, Fate::Wrong(_)));
        rows.truncate(SHOWN);
        rows.sort_by_key(|row| row.at);
    }
    let headings = ["import-line", "column-project", "column-title", "import-fate"].map(|key| say.word(key));
    let [line, project, title, fate] = headings;
    let shape = [Column::right(line), Column::natural(project).goes(1), Column::flexible(title, 20), Column::flexible(fate, 24)];
    table_of(pen, &shape, LINES, rows.len(), |at| {
        let row = rows[at];
        let project = row.project.as_ref().map(ToString::to_string).unwrap_or_default();
        vec![row.at.to_string(), project, row.title.clone(), said(say, &row.fate)]
    });
    if untold > 0 {
        pen.wrapped("", &say.say(&Message::new("import-more").with("count", untold)));
    }
    pen.end();
    problems(pen, say, &rows);
    pen.wrapped_styled(if plan.wrong() > 0 { Style::Bad } else { Style::Good }, "", &summary(say, plan));
}

/// What is wrong with each of `rows`, in words that need the whole line.
fn problems(pen: &mut Pen<'_>, say: &Catalogue, rows: &[&Planned]) {
    let all = rows.iter().filter_map(|row| match &row.fate {
        Fate::Wrong(problems) => Some(problems.iter().map(|problem| (row.at, problem))),
        _ => None,
    });
    let mut is_any = false;
    for (at, problem) in all.flatten() {
        let what = Message::new("import-row-problem").with("line", at).with("what", problem.clone());
        pen.hanging_styled(Style::Bad, "✗ ", &say.say(&what));
        is_any = true;
    }
    if is_any {
        pen.end();
    }
}

fn columns(pen: &mut Pen<'_>, say: &Catalogue, plan: &Plan) {
    let (mut read, mut left) = (Vec::new(), Vec::new());
    for (heading, field) in plan.columns.iter().filter(|(heading, _)| !heading.trim().is_empty()) {
        match field {
            Some(field) => {
                let pair = Message::new("import-column").with("heading", heading.as_str()).with("field", say.word(word(*field)));
                read.push(say.say(&pair));
            }
            None => left.push(heading.clone()),
        }
    }
    pen.wrapped("", &say.say(&Message::new("import-columns").with("columns", read)));
    if !left.is_empty() {
        pen.wrapped("", &say.say(&Message::new("import-columns-left").with("columns", left)));
    }
}

fn word(field: Field) -> &'static str {
    match field {
        Field::Key => "sheet-id",
        Field::Title => "sheet-title",
        Field::Project => "sheet-project",
        Field::Status => "sheet-status",
        Field::Budget => "sheet-budget",
        Field::DoneWhen => "sheet-done-when",
        Field::Due => "sheet-due",
        Field::Deliverable => "sheet-deliverable",
        Field::Skills => "sheet-skills",
        Field::Where => "sheet-where",
        Field::Place => "sheet-place",
        Field::Resources => "sheet-resources",
        Field::Contact => "sheet-contact",
        Field::After => "sheet-after",
        Field::Description => "sheet-description",
    }
}

/// "nouvelle", "brouillon : il manque …", "déjà là", "à corriger : …".
fn said(say: &Catalogue, fate: &Fate) -> String {
    match fate {
        Fate::New(task, missing) => {
            let lacks: Vec<String> = missing.iter().map(|what| say.word(lack(*what))).collect();
            let message = match (task.draft, task.due) {
                _ if !lacks.is_empty() => Message::new("import-draft-lacks").with("what", lacks),
                (true, _) => Message::new("import-draft"),
                (false, Some(due)) => Message::new("import-new-due").with("day", due),
                (false, None) => Message::new("import-new"),
            };
            say.say(&message)
        }
        Fate::There(id) => say.say(&Message::new("import-there").with("id", id)),
        Fate::Over(Over::Done) => say.word("import-over-done"),
        Fate::Over(Over::Cancelled) => say.word("import-over-cancelled"),
        Fate::Wrong(_) => say.word("import-wrong"),
    }
}

fn lack(missing: Missing) -> &'static str {
    match missing {
        Missing::Budget => "import-lack-budget",
        Missing::DoneWhen => "import-lack-done-when",
        Missing::Resource => "import-lack-resource",
    }
}

/// "12 nouvelles, dont 3 brouillons · 2 déjà là · 1 à corriger".
fn summary(say: &Catalogue, plan: &Plan) -> String {
    let count = |is: fn(&Fate) -> bool| plan.rows.iter().filter(|row| is(&row.fate)).count();
    let drafts = plan.made().filter(|task| task.draft).count();
    let parts = [
        ("import-count-new", plan.made().count()),
        ("import-count-there", count(|fate| matches!(fate, Fate::There(_)))),
        ("import-count-over", count(|fate| matches!(fate, Fate::Over(_)))),
        ("import-count-wrong", plan.wrong()),
    ];
    let shown = parts.into_iter().filter(|(key, count)| *count > 0 || *key == "import-count-new");
    let said = shown.map(|(key, count)| say.say(&Message::new(key).with("count", count).with("drafts", drafts)));
    said.collect::<Vec<_>>().join(" · ")
}

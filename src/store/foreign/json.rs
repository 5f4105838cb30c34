//! Lists of objects: our own, those of Taskwarrior and of GitHub, and any other whose keys are named as columns are.

use std::collections::BTreeSet;

use serde_json::{Deserializer, Map, Value};

use crate::domain::link::is_safe_link;
use crate::domain::message::Message;
use crate::domain::sheet::{COLUMNS, Form, ROWS, Sheet, SheetRow};

use super::too_many;

type Object = Map<String, Value>;

/// The rows of `text`, of that form, or of the one that they have themselves.
pub(super) fn read(form: Option<Form>, text: &str) -> Result<Sheet, Message> {
    let objects = objects(text)?;
    if objects.len() > ROWS {
        return Err(too_many());
    }
    let has = |names: &[&str]| objects.first().is_some_and(|it| names.iter().all(|name| it.contains_key(*name)));
    let found = match () {
        () if has(&["uuid", "description", "entry"]) => Form::Taskwarrior,
        () if objects.first().is_some_and(is_issue) => Form::GitHub,
        () => Form::Json,
    };
    if let Some(expected) = form.filter(|form| *form != Form::Json && *form != found) {
        return Err(Message::new("import-other-form").with("expected", expected.as_str()).with("found", found.as_str()));
    }
    let form = form.unwrap_or(found);
    let rows: Vec<Object> = match form {
        Form::Taskwarrior => objects.iter().map(of_taskwarrior).collect(),
        Form::GitHub => objects.iter().map(of_github).collect(),
        _ => objects.into_iter().map(of_our_own).collect(),
    };
    let mut columns: Vec<String> = Vec::new();
    let mut known = BTreeSet::new();
    for name in rows.iter().flat_map(Map::keys) {
        if known.insert(name.clone()) {
            columns.push(name.clone());
        }
        if columns.len() > COLUMNS {
            return Err(too_many());
        }
    }
    let cells = |row: &Object| columns.iter().map(|name| row.get(name).map(plain).unwrap_or_default()).collect();
    let rows = rows.iter().enumerate().map(|(at, row)| SheetRow { at: at + 1, cells: cells(row) });
    let rows = rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    Ok(Sheet { form, read_as: None, columns, rows })
}

/// The objects in `text`: of one list or of several, of a document that has `tasks`, or one a line.
fn objects(text: &str) -> Result<Vec<Object>, Message> {
    let mut found = Vec::new();
    for value in Deserializer::from_str(text).into_iter::<Value>() {
        let value = value.map_err(|cause| {
            let place = Message::new("import-broken-json").with("line", cause.line()).with("column", cause.column());
            place.with("cause", cause.to_string())
        })?;
        let rows = match value {
            Value::Array(rows) => rows,
            Value::Object(mut document) => match document.remove("tasks") {
                Some(Value::Array(rows)) => rows,
                _ => vec![Value::Object(document)],
            },
            _ => return Err(Message::new("import-no-objects")),
        };
        for row in rows {
            let Value::Object(row) = row else { return Err(Message::new("import-no-objects")) };
            found.push(row);
        }
    }
    Ok(found)
}

/// A value as a text: lists have a line an element, links are written as they are typed.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(plain).collect::<Vec<_>>().join("\n"),
        Value::Object(it) => match (text(it, "label"), text(it, "link"), text(it, "name")) {
            (Some(label), Some(link), _) => format!("{label}={link}"),
            (.., Some(name)) => name.to_owned(),
            _ => value.to_string(),
        },
        other => other.to_string(),
    }
}

fn text<'v>(object: &'v Object, name: &str) -> Option<&'v str> {
    object.get(name).and_then(Value::as_str)
}

/// What `mpa export json` says in another way than a table: a budget in minutes, and the day on which a task is really due beside
/// its own.
fn of_our_own(mut row: Object) -> Object {
    let minutes = |name: &str| row.get(name).and_then(Value::as_u64);
    if let (Some(least), Some(most)) = (minutes("budget-least"), minutes("budget-most")) {
        row.insert("budget".to_owned(), if least == most { format!("{most}m") } else { format!("{least}m-{most}m") }.into());
    }
    if let Some(own) = row.remove("own-due") {
        row.insert("due".to_owned(), own);
    }
    row.retain(|name, _| !name.starts_with("budget-"));
    row
}

/// Taskwarrior keeps the title as the description, and notes as annotations.
fn of_taskwarrior(task: &Object) -> Object {
    let mut row = Object::new();
    for (theirs, ours) in [
        ("uuid", "uuid"),
        ("description", "title"),
        ("project", "project"),
        ("tags", "tags"),
        ("due", "due"),
        ("status", "status"),
    ] {
        row.extend(task.get(theirs).map(|value| (ours.to_owned(), value.clone())));
    }
    // Older versions write a list of ids as one text.
    row.extend(task.get("depends").map(|value| ("depends".to_owned(), value.clone())));
    let notes = task.get("annotations").and_then(Value::as_array).into_iter().flatten();
    let notes: Vec<&str> = notes.filter_map(|note| text(note.as_object()?, "description")).collect();
    let links = notes.iter().flat_map(|note| note.split_whitespace()).filter(|word| is_safe_link(word));
    row.insert("links".to_owned(), links.collect::<Vec<_>>().join("\n").into());
    row.insert("notes".to_owned(), notes.join("\n").into());
    row
}

/// Whether it is one of GitHub: other lists number their tasks, too.
fn is_issue(object: &Object) -> bool {
    let number = object.get("number").and_then(Value::as_u64);
    let has_address = |number: u64| text(object, "url").is_some_and(|url| url.ends_with(&format!("/{number}")));
    object.contains_key("title") && number.is_some_and(has_address)
}

/// GitHub knows the address of each issue, by which it is known again, and a day for several of them.
fn of_github(issue: &Object) -> Object {
    let mut row = Object::new();
    for name in ["number", "title", "body", "labels", "state"] {
        row.extend(issue.get(name).map(|value| (name.to_owned(), value.clone())));
    }
    if let (Some(number), Some(url)) = (issue.get("number").map(plain), text(issue, "url")) {
        row.insert("url".to_owned(), format!("GitHub #{number}={url}").into());
    }
    let milestone = issue.get("milestone").and_then(Value::as_object);
    row.extend(milestone.and_then(|it| text(it, "dueOn")).map(|day| ("due".to_owned(), day.into())));
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> (Form, Vec<Vec<(String, String)>>) {
        let sheet = read(None, text).unwrap();
        let named =
            |row: &SheetRow| sheet.columns.iter().cloned().zip(row.cells.clone()).filter(|(_, cell)| !cell.is_empty()).collect();
        (sheet.form, sheet.rows.iter().map(named).collect())
    }

    #[test]
    fn each_program_is_known_by_its_keys() {
        let named = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect::<Vec<_>>()
        };
        let ours = r#"{"version":1,"tasks":[{"title":"A","budget-least":60,"budget-most":120,"due":"2026-12-04","own-due":null,"skills":["a","b"],
            "resources":[{"label":"L","link":"https://a.org"}]}]}"#;
        let expected = named(&[("title", "A"), ("skills", "a\nb"), ("resources", "L=https://a.org"), ("budget", "60m-120m")]);
        let (form, found) = rows(ours);
        assert_eq!((form, found[0].iter().collect::<BTreeSet<_>>()), (Form::Json, expected.iter().collect()));
        // One a line, as Taskwarrior can write them.
        let (form, found) = rows(
            "{\"uuid\":\"u\",\"description\":\"A\",\"entry\":\"e\"}\n{\"uuid\":\"v\",\"description\":\"B\",\"entry\":\"e\"}",
        );
        assert_eq!((form, found.len()), (Form::Taskwarrior, 2));
        assert!(found[1].contains(&("title".to_owned(), "B".to_owned())));
    }

    #[test]
    fn a_list_that_numbers_its_tasks_is_not_taken_for_issues() {
        let (form, found) = rows(r#"[{"number":1,"title":"A","budget":"2h","url":"https://a.org/plan"}]"#);
        assert_eq!(form, Form::Json);
        assert!(found[0].contains(&("budget".to_owned(), "2h".to_owned())));
        assert_eq!(rows(r#"[{"number":1,"title":"A"}]"#).0, Form::Json);
        assert_eq!(rows(r#"[{"number":12,"title":"A","url":"https://github.com/a/b/issues/12"}]"#).0, Form::GitHub);
    }

    #[test]
    fn what_is_no_list_of_objects_is_told() {
        for (text, key) in [("[1]", "import-no-objects"), ("{\"a\":", "import-broken-json"), ("[]]", "import-broken-json")] {
            assert_eq!(read(None, text).unwrap_err().key(), key, "{text}");
        }
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        assert_eq!(read(None, &deep).unwrap_err().key(), "import-broken-json");
        assert_eq!(read(Some(Form::GitHub), "[{\"title\":\"A\"}]").unwrap_err().key(), "import-other-form");
    }
}

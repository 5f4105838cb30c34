//! What editors are told of the files: a JSON Schema for each kind, and where Taplo and Even Better TOML find it.
//!
//! Everything comes from what the decoders read ([`Section`]); the words come from the catalogue. Editors of TOML show a day
//! as a text, and know the fourth draft best: no keyword is younger.

use serde_json::{Map, Value, json};

use crate::domain::campaign::REF_NAME_MAX;
use crate::domain::claim::Evidence;
use crate::domain::day::Deadline;
use crate::domain::login::LOGIN_MAX;
use crate::domain::name::{HANDLE_MAX, ID_MAX, ID_MIN, SLUG_MAX};
use crate::domain::text::LINE_MAX;
use crate::store::{Named, Section, Shape, kinds};

use super::catalogue::Catalogue;

/// The folder of the schemas, beside `data/`.
pub const SCHEMAS_FOLDER: &str = ".schemas";
/// What tells editors where they are.
pub const TAPLO: &str = ".taplo.toml";

/// What names the schema of some files.
const RULE: &str = include_str!("taplo-rule.toml");
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";
const DAY: &str = "2[01][0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const DURATION: &str = "([1-9][0-9]*m|[1-9][0-9]*h([0-5][0-9])?)";
const NAME: &str = "[a-z0-9]+(-[a-z0-9]+)*";
/// Something on one line, without what steers a terminal.
const LINE: &str = r"[^\u0000-\u001F\u007F-\u009F]*[^\u0000-\u001F\u007F-\u009F\s][^\u0000-\u001F\u007F-\u009F]*";
const REF_PART: &str = "[A-Za-z0-9_][A-Za-z0-9._-]*";

/// The files for editors: paths from the folder that holds `data/`, and texts.
pub fn files(say: &Catalogue) -> Vec<(String, String)> {
    let mut rules = format!("# {}\n", say.word("schema-wiring"));
    let mut files = Vec::new();
    for (section, pattern) in kinds() {
        let path = format!("{SCHEMAS_FOLDER}/{}.json", section.name);
        rules.push_str(&RULE.replace("{pattern}", &pattern).replace("{path}", &path));
        files.push((path, text(section, say)));
    }
    files.push((TAPLO.to_owned(), rules));
    files
}

fn text(section: &Section, say: &Catalogue) -> String {
    let mut schema = table(section, say);
    schema.insert("$schema".to_owned(), json!(DRAFT));
    schema.insert("title".to_owned(), json!(say.word(&format!("schema-{}", section.name))));
    format!("{:#}\n", Value::Object(schema))
}

/// What a table holds: the keys that are known, and no others.
fn table(section: &Section, say: &Catalogue) -> Map<String, Value> {
    let of_fields = section.fields.iter().map(|field| {
        let below = section.table(field.key()).map(|below| Value::Object(table(below, say)));
        (field.key(), below.unwrap_or_else(|| value(&section.shape(*field))))
    });
    let mut known: Map<String, Value> = of_fields.map(|(key, schema)| (key.to_owned(), schema)).collect();
    for (key, below) in section.below.iter().filter(|(key, _)| *key != "*") {
        known.insert((*key).to_owned(), Value::Object(table(below, say)));
    }
    for (key, schema) in &mut known {
        let own = say.find(&format!("schema-{}-{key}", section.name));
        schema["description"] = own.unwrap_or_else(|| say.word(&format!("schema-{key}"))).into();
    }
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema.insert("properties".to_owned(), Value::Object(known));
    if let Some((named, _)) = section.any {
        let below = section.below.first().map_or_else(|| value(&named.holds()), |(_, below)| Value::Object(table(below, say)));
        schema.insert("patternProperties".to_owned(), json!({ key_of(named): below }));
    }
    let keys = |required: &[(&'static str, &str)]| required.iter().map(|(key, _)| *key).collect::<Vec<_>>();
    let (required, unless_draft) = (keys(section.required), keys(section.unless_draft));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    if !unless_draft.is_empty() {
        let draft = json!({ "properties": { "draft": { "enum": [true] } }, "required": ["draft"] });
        schema.insert("anyOf".to_owned(), json!([{ "required": unless_draft }, draft]));
    }
    schema
}

/// What a key of one's own looks like.
fn key_of(named: Named) -> String {
    whole(match named {
        Named::Link | Named::Campaign => LINE,
        Named::Person | Named::Project | Named::Promised => NAME,
        Named::Day => DAY,
    })
}

/// What a value looks like. Whatever this cannot say, `mpa check` does.
fn value(shape: &Shape) -> Value {
    let text = |pattern: &str| json!({ "type": "string", "pattern": whole(pattern) });
    let named = |pattern: &str, most: usize| json!({ "type": "string", "pattern": whole(pattern), "maxLength": most });
    match shape {
        Shape::Line => named(LINE, LINE_MAX),
        Shape::Block => json!({ "type": "string", "pattern": r"\S" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Count(most) => json!({ "type": "integer", "minimum": 1, "maximum": most }),
        Shape::Number(most) => json!({ "type": "integer", "minimum": 0, "maximum": most }),
        Shape::Day => text(DAY),
        Shape::Deadline => text(&format!("({}|{DAY})", Deadline::SAINTE_BARBE)),
        Shape::Budget => text(&format!("{DURATION}(-{DURATION})?")),
        Shape::Duration => text(DURATION),
        Shape::Link => text(r"([hH][tT][tT][pP][sS]://[^\s/@\\][^\s@\\]*|[mM][aA][iI][lL][tT][oO]:[^\s?]*@[^\s?]*)"),
        Shape::Slug => named(NAME, SLUG_MAX),
        Shape::Person => named(NAME, HANDLE_MAX),
        Shape::Task => text(&format!("[0-9a-hjkmnp-tv-z]{{{ID_MIN},{ID_MAX}}}")),
        Shape::Evidence => evidence(),
        Shape::Key => json!({ "type": "string", "pattern": "^(ssh-|ecdsa-|sk-)" }),
        Shape::Login => named("[A-Za-z0-9._-]+", LOGIN_MAX),
        Shape::Promotion => json!({ "type": "string", "pattern": "[PpEeNn]\\s*(19|20)?[0-9]{2}(\\s|$)" }),
        Shape::Zone => text("[A-Za-z0-9_+/-]+"),
        Shape::Remote => ref_name(REF_PART),
        Shape::Branch => ref_name(&format!("{REF_PART}(/{REF_PART})*")),
        Shape::Word(words) => json!({ "type": "string", "enum": words }),
        Shape::List(of) => json!({ "type": "array", "items": value(of) }),
        Shape::Table => json!({ "type": "object" }),
    }
}

fn ref_name(pattern: &str) -> Value {
    let odd = json!({ "pattern": r"\.\.|\.(/|$)|\.lock(/|$)" });
    json!({ "type": "string", "pattern": whole(pattern), "maxLength": REF_NAME_MAX, "not": odd })
}

/// A link, a commit, a file of the repository, or a sentence.
fn evidence() -> Value {
    let one_word = [r"https://\S+", r"[0-9a-fA-F]{7,64}", r"[^\s/]+(/[^\s/]+)+", r"[^\s/]+\.[^\s/]+"];
    let one_word =
        json!({ "pattern": format!(r"^\s*({})\s*$", one_word.join("|")), "not": { "pattern": r"(^|\s|/)\.\.(/|\s|$)" } });
    let (rest, long) = (Evidence::SENTENCE_MIN - 2, r"\S\s+\S");
    let sentence = json!({ "allOf": [{ "pattern": format!(r"\S[\s\S]{{{rest},}}\S") }, { "pattern": long }] });
    json!({ "type": "string", "anyOf": [one_word, sentence] })
}

fn whole(pattern: &str) -> String {
    format!("^{pattern}$")
}

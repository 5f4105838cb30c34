//! As much of the forges' expressions as the files use: names, `||`, `&&`, `==`, `!=`, `contains`, `format`, `hashFiles`.

use std::collections::BTreeMap;

/// What the names of expressions stand for; what is not there is empty.
pub type Names = BTreeMap<String, String>;

/// `text` with each `${{ … }}` replaced.
pub fn filled(text: &str, names: &Names) -> String {
    let mut parts = text.split("${{");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (expression, rest) = part.split_once("}}").unwrap_or_else(|| panic!("no end: {part}"));
        out.push_str(&value(expression.trim(), names));
        out.push_str(rest);
    }
    out
}

/// Whether the `if:` of a job or step holds.
pub fn holds(condition: &str, names: &Names) -> bool {
    let condition = condition.trim();
    let bare = condition.strip_prefix("${{").and_then(|rest| rest.strip_suffix("}}")).unwrap_or(condition);
    bare.split("||").any(|any| any.split("&&").all(|term| holds_term(term.trim(), names)))
}

fn holds_term(term: &str, names: &Names) -> bool {
    if let Some(inner) = term.strip_prefix("contains(").and_then(|rest| rest.strip_suffix(')')) {
        let (text, part) = inner.split_once(", ").unwrap();
        return value(text, names).to_lowercase().contains(&value(part, names).to_lowercase());
    }
    // The forge compares texts without regard to case.
    let same = |a: &str, b: &str| value(a.trim(), names).to_lowercase() == value(b.trim(), names).to_lowercase();
    match (term.split_once("=="), term.split_once("!=")) {
        (Some((a, b)), _) => same(a, b),
        (_, Some((a, b))) => !same(a, b),
        _ if term == "!cancelled()" => true,
        _ => panic!("not understood: {term}"),
    }
}

fn value(expression: &str, names: &Names) -> String {
    for part in expression.split(" || ") {
        let found = single(part.trim(), names);
        if !found.is_empty() {
            return found;
        }
    }
    String::new()
}

fn single(part: &str, names: &Names) -> String {
    if let Some(quoted) = part.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        return quoted.to_owned();
    }
    if let Some(inner) = part.strip_prefix("format(").and_then(|rest| rest.strip_suffix(')')) {
        let (form, name) = inner.split_once(", ").unwrap();
        return single(form, names).replace("{0}", &single(name, names));
    }
    if part.starts_with("hashFiles(") {
        return "0f3c".to_owned();
    }
    assert!(part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)), "not understood: {part}");
    names.get(part).cloned().unwrap_or_default()
}

#[test]
fn expressions_are_understood() {
    let names: Names = [("a.b", "x"), ("c", "3")].map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    assert_eq!(filled("${{ a.b }}-${{ no || format('refs/{0}/head', c) }}", &names), "x-refs/3/head");
    assert!(holds("a.b == 'X' && c != '4' && contains(a.b, 'x')", &names) && holds("no == 'y' || c == '3'", &names));
    assert!(!holds("a.b == 'x' && c == '4'", &names));
}

//! What the sections say of the files is what the decoders read: both ways, key by key.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::domain::file_key::FileKey;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::store::canonical::{Named, Section};
use crate::store::files::decode;
use crate::store::shape::{Shape, kinds};

thread_local! {
    /// The keys that were asked for, with the table of each.
    static ASKED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Notes which keys of the table `prefix` were asked for.
pub(in crate::store) fn note(prefix: &str, keys: &[&str]) {
    ASKED.with_borrow_mut(|asked| asked.extend(keys.iter().map(|key| below(prefix, key))));
}

fn below(prefix: &str, key: &str) -> String {
    if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") }
}

/// A value of that shape, as TOML.
fn example(shape: &Shape) -> String {
    let text = match shape {
        Shape::Flag => return "true".to_owned(),
        Shape::Number(most) | Shape::Count(most) => return most.to_string(),
        Shape::Day => return "2026-11-24".to_owned(),
        Shape::List(of) => return format!("[{}]", example(of)),
        Shape::Word(words) => words[0],
        Shape::Deadline => "sainte-barbe",
        Shape::Budget => "1h30-2h",
        Shape::Duration => "45m",
        Shape::Link => "https://example.org/x",
        Shape::Task => "k7q2m",
        Shape::Evidence => "docs/liste.md",
        Shape::Key => "ssh-ed25519 AAAA",
        Shape::Promotion => "P17 ICiv",
        Shape::Zone => "Europe/Paris",
        Shape::Line | Shape::Block | Shape::Slug | Shape::Person | Shape::Login | Shape::Remote | Shape::Branch => "x",
        Shape::Table => panic!("a table is a section of its own"),
    };
    format!("\"{text}\"")
}

fn own_key(named: Named) -> &'static str {
    if named == Named::Day { "2026-11-24" } else { "x" }
}

/// A file that holds everything `section` knows, and the names of all that.
fn full(section: &Section, prefix: &str, text: &mut String, names: &mut BTreeSet<String>) {
    for field in section.fields.iter().filter(|field| section.table(field.key()).is_none()) {
        writeln!(text, "{} = {}", below(prefix, field.key()), example(&section.shape(*field))).unwrap();
        names.insert(below(prefix, field.key()));
    }
    let own = section.any.map(|(named, _)| own_key(named));
    if let (Some((named, Some(_))), Some(key)) = (section.any, own) {
        writeln!(text, "{} = {}", below(prefix, key), example(&named.holds())).unwrap();
    }
    for (key, inner) in section.below {
        let name = below(prefix, if *key == "*" { own.unwrap() } else { key });
        names.extend((*key != "*").then(|| name.clone()));
        full(inner, &name, text, names);
    }
}

#[test]
fn what_is_described_is_what_is_read() {
    let slug = || Slug::new("x").unwrap();
    for (section, _) in kinds() {
        let key = match section.name {
            "campaign" => FileKey::Campaign,
            "theme" => FileKey::Theme(slug()),
            "project" => FileKey::Project(slug()),
            "task" => FileKey::Task { id: TaskId::new("k7q2m").unwrap(), project: slug() },
            "person" => FileKey::Person(Handle::new("x").unwrap()),
            other => panic!("{other} is no kind of file"),
        };
        let (mut text, mut names) = (String::new(), BTreeSet::new());
        full(section, "", &mut text, &mut names);
        ASKED.take();
        assert_eq!(decode(&key, "x.toml", text.as_bytes()).problems, [], "{text}");
        assert_eq!(ASKED.take(), names, "{}", section.name);
        for (required, _) in section.required {
            let without: String =
                text.lines().filter(|line| !line.starts_with(required)).map(|line| format!("{line}\n")).collect();
            assert!(decode(&key, "x.toml", without.as_bytes()).has_errors(), "{} without {required}", section.name);
        }
    }
}

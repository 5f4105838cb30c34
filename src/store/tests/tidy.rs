//! The canonical form: it means the same, keeps every comment and every unknown key, and is final.

use std::collections::BTreeMap;

use fastrand::Rng;
use proptest::prelude::{ProptestConfig, any, proptest};

use crate::domain::campaign::Campaign;
use crate::domain::file_key::FileKey;
use crate::domain::name::{Slug, TaskId};
use crate::domain::task::Task;
use crate::store::{decode, new_campaign_file, new_task_file, tidied};

use super::messy::Messy;
use super::random::{self, day, handle};

fn of_task() -> FileKey {
    FileKey::Task { id: TaskId::new("k7q2m").unwrap(), project: Slug::new("mphack").unwrap() }
}

fn decoded(text: &[u8]) -> Task {
    decode(&of_task(), "", text).value.unwrap().task().unwrap().clone()
}

/// The canonical form of a task's file, which is the file itself where there is nothing to set right.
fn canonical(bytes: &[u8]) -> String {
    let after = tidied(&of_task(), bytes).unwrap_or_else(|| bytes.to_vec());
    String::from_utf8(after).unwrap()
}

fn read(text: &[u8]) -> Task {
    Task { extra: BTreeMap::new(), ..decoded(text) }
}

/// Unknown keys, and what they hold but for the ends of lines.
fn unknown(text: &[u8]) -> BTreeMap<String, String> {
    decoded(text).extra.into_iter().map(|(key, text)| (key, text.split_whitespace().collect())).collect()
}

/// The comments that the messy writer put in; other texts hold a `#` too.
fn comments(text: &str) -> Vec<String> {
    let starts = ["# commentaire ", "# fin ", "# début"];
    let mut found: Vec<String> = starts
        .iter()
        .flat_map(|start| text.match_indices(start).map(|(at, _)| text[at..].lines().next().unwrap().trim_end().to_owned()))
        .collect();
    found.sort();
    found
}

/// The names of the claims that have a section, and the last key of each.
fn claims(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut found: Vec<(&str, Option<&str>)> = Vec::new();
    let mut is_claim = false;
    for line in text.lines().map(str::trim_start) {
        if let Some(header) = line.strip_prefix('[') {
            let who = header.strip_prefix("claims.").and_then(|rest| Some(rest.split_once(']')?.0));
            is_claim = who.is_some();
            found.extend(who.map(|who| (who, None)));
        } else if let (true, Some((key, _))) = (is_claim && !line.starts_with('#'), line.split_once('=')) {
            found.last_mut().unwrap().1 = Some(key.trim().trim_matches(['"', '\'']));
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn any_file_keeps_its_meaning_and_is_put_right_at_once(seed in any::<u64>()) {
        let mut rng = Rng::with_seed(seed);
        let task = random::task(&mut rng);
        let (_, bytes) = Messy::write(&task, &mut rng);
        let after = canonical(&bytes);
        let before = String::from_utf8(bytes).unwrap();
        assert_eq!(read(after.as_bytes()), read(before.as_bytes()), "{before}\n--->\n{after}");
        assert_eq!(unknown(after.as_bytes()), unknown(before.as_bytes()), "{before}\n--->\n{after}");
        assert_eq!(comments(&after), comments(&before), "{before}\n--->\n{after}");
        assert_eq!(canonical(after.as_bytes()), after, "it runs twice to the same end: {before}");
        assert!(!after.contains(['\r', '\u{feff}']) && after.ends_with('\n'), "{after:?}");
    }

    #[test]
    fn until_is_the_last_key_of_a_claim_and_no_claim_moves(seed in any::<u64>()) {
        let mut rng = Rng::with_seed(seed);
        let mut task = random::task(&mut rng);
        task.description = None;
        task.claims.iter_mut().for_each(|(_, claim)| claim.handover = None);
        let (_, bytes) = Messy::write(&task, &mut rng);
        let after = canonical(&bytes);
        let order: Vec<_> = read(after.as_bytes()).claims.into_iter().map(|(who, _)| who).collect();
        assert_eq!(order, task.claims.iter().map(|(who, _)| who.clone()).collect::<Vec<_>>());
        assert!(claims(&after).iter().all(|(_, last)| *last == Some("until")), "{after}");
    }

    #[test]
    fn what_the_program_writes_is_canonical(seed in any::<u64>()) {
        let new = new_task_file(&random::task(&mut Rng::with_seed(seed)));
        assert_eq!(canonical(new.as_bytes()), new);
    }
}

const UNTIDY: &str = "\u{feff}\r\n# Sur toute la tâche.\r\n\r\n# Le temps.\r\nbudget = \"2 h\"  # à peu près \r\n\
    created = \"23/11/2026\"\r\n   \r\nma-note = [ 'x',  'y' ]\r\nskills = ['web', \"dess\\u0069n\"]\r\nafter = [\r\n  \"abcde\"\r\n]\r\n\
    title = '''La liste'''\r\ndone-when = \"Elle est \\\"là\\\".\"\r\ndescription = '''\r\nUn.  \r\n'''\r\n\
    [claims.zoe]\r\nuntil = \"2026-12-04\" # fin\r\nsince = 2026-11-23\r\n[claims.ana]\r\nx = 1\r\nuntil = 2026-11-24\r\ny = 2\r\n\
    since = 2026-11-23\r\nreleased = 2026-11-24\r\n[claims.ana.spent]\r\n2026-11-23 = \"90m\"\r\n\
    [resources]\r\n'A' = 'https://example.org/a'";

const TIDY: &str = r#"# Sur toute la tâche.

title = "La liste"
# Le temps.
budget = "2h"  # à peu près

ma-note = [ 'x',  'y' ]
done-when = "Elle est \"là\"."
created = 2026-11-23
skills = [
    "web",
    "dessin",
]
after = ["abcde"]
description = '''
Un.  
'''
[claims.zoe]
since = 2026-11-23
until = 2026-12-04 # fin
[claims.ana]
x = 1
since = 2026-11-23
y = 2
spent.2026-11-23 = "1h30"
released = 2026-11-24
until = 2026-11-24
[resources]
'A' = "https://example.org/a"
"#;

#[test]
fn what_has_one_meaning_is_put_right() {
    assert_eq!(canonical(UNTIDY.as_bytes()), TIDY);
    assert_eq!(canonical(TIDY.as_bytes()), TIDY);
}

#[test]
fn what_could_mean_something_else_is_left() {
    let key = of_task();
    for text in ["title = \r\n", "title = \"a\"\r\ntitle = \"b\"\r\n", "a = '\u{200b}", "<<<<<<< HEAD\r\n"] {
        assert_eq!(tidied(&key, text.as_bytes()), None, "{text}");
    }
    assert_eq!(tidied(&key, b"title = \"\xff\"\r\n"), None, "no UTF-8");
    assert_eq!(tidied(&key, format!("a = 1\r\n{}", "#\r\n".repeat(30_000)).as_bytes()), None, "too large");
    for kept in [
        "title = \"L’invisible \\u200b reste visible\"\n",
        "skills = [\"web\", # celui-ci\n  \"dessin\"]\n",
        "due = \"bientôt\"\n",
        "budget = \"deux heures\"\n",
        "claims = { ana = { until = 2026-12-04, since = 2026-11-23 } }\n",
    ] {
        assert_eq!(canonical(kept.as_bytes()), kept);
    }
}

#[test]
fn every_kind_of_file_has_its_form() {
    let slug = || Slug::new("mphack").unwrap();
    for (key, before, after) in [
        (
            FileKey::Project(slug()),
            "leads = ['ana', 'bob']\ntitle = 'MPHack'\n[deliverables.liste]\nfirst = true\ndue = \"04/12/2026\"\ntitle = 'La liste'\n",
            "title = \"MPHack\"\nleads = [\n    \"ana\",\n    \"bob\",\n]\n[deliverables.liste]\ntitle = \"La liste\"\n\
             due = 2026-12-04\nfirst = true\n",
        ),
        (
            FileKey::Theme(slug()),
            "ideas = [\n'Une', 'Deux']\ntitle = \"Entraide\"",
            "title = \"Entraide\"\nideas = [\n    \"Une\",\n    \"Deux\",\n]\n",
        ),
        (FileKey::Person(handle("ana")), "[joined]\r\nmphack = \"23/11/2026\"\r\n", "[joined]\nmphack = 2026-11-23\n"),
        (
            FileKey::Campaign,
            "name = 'Fête'\nformat = 1\ndeadline = \"04/12/2026\"\nstarted = \"2026-11-23\"\n[tasks]\nmax-budget = \"8 h\"\n",
            "format = 1\nname = \"Fête\"\nstarted = 2026-11-23\ndeadline = 2026-12-04\n[tasks]\nmax-budget = \"8h\"\n",
        ),
        (FileKey::Campaign, "deadline = 'sainte-barbe'\n", "deadline = \"sainte-barbe\"\n"),
    ] {
        let found = tidied(&key, before.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(found.as_deref(), Some(after));
        assert_eq!(tidied(&key, after.as_bytes()), None, "{after}");
    }
    let campaign = Campaign { name: "Fête".to_owned(), started: Some(day("2026-11-23")), ..Campaign::default() };
    assert_eq!(tidied(&FileKey::Campaign, new_campaign_file(&campaign).as_bytes()), None);
    assert_eq!(tidied(&FileKey::Person(handle("ana")), b""), None, "an empty people file is fine");
}

//! Nothing passes unread beside an honest request: every routine one of `tests/review` that comes from a volunteer, with one
//! stray difference somewhere in the tree, is routine no more.
//!
//! `MPA_STRAYS` says how many differences are tried (some hundreds without it), `MPA_SEED` from where.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which builds a world of its own")]

#[path = "kit/case.rs"]
mod case;
#[path = "kit/mod.rs"]
mod kit;
#[path = "kit/request.rs"]
mod request;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

use case::{Case, History, cases};
use kit::World;
use request::{Files, Stream};

/// How many stray differences are tried in a quick run.
const TRIED: usize = 300;
/// The volunteers of the cases, by their logins: nobody who leads or organises.
const VOLUNTEERS: [&str; 2] = ["piolet-gh", "PIOLET-GH"];
const OWN_FILE: &str = "data/people/piolet.toml";

fn number(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().map_or(otherwise, |text| text.parse().unwrap())
}

/// A volunteer's honest requests, which may be merged unread.
fn honest() -> Vec<PathBuf> {
    let is_honest = |folder: &PathBuf| {
        let case = Case::read(folder);
        let is_plain = case.history == History::Plain && case.signed.is_empty();
        let is_routine = fs::read_to_string(folder.join("expected.txt")).unwrap().starts_with("routine, exit 0");
        let everybody_organises = folder.to_str().unwrap().contains("everybody-organises");
        is_plain && is_routine && !everybody_organises && case.login.is_some_and(|login| VOLUNTEERS.contains(&login.as_str()))
    };
    cases().into_iter().filter(is_honest).collect()
}

/// Adds one difference to the tree `files`; what it is.
fn stray(files: &mut Files, random: &mut fastrand::Rng) -> String {
    loop {
        let paths: Vec<Vec<u8>> = files.keys().filter(|path| path.starts_with(b"data/")).cloned().collect();
        let path = paths[random.usize(..paths.len())].clone();
        let name = String::from_utf8(path.clone()).unwrap();
        let text = String::from_utf8(files[&path].1.clone()).unwrap();
        let kind = random.usize(..KINDS.len());
        if let Some(changed) = KINDS[kind].1(files, &name, &text, random) {
            return format!("{}: {name}{changed}", KINDS[kind].0);
        }
    }
}

/// What is done to a file, and what more there is to say of it; nothing where it makes no difference of its kind.
type Doing = fn(&mut Files, &str, &str, &mut fastrand::Rng) -> Option<String>;

const KINDS: [(&str, Doing); 13] = [
    ("a key at the top", |files, name, text, _| put(files, name, &format!("zz = 1\n{text}"))),
    ("a key at the end", |files, name, text, _| put(files, name, &format!("{text}\nzz = \"https://evil.example\"\n"))),
    ("a section", |files, name, text, _| put(files, name, &format!("{text}\n[zz]\nx = 1\n"))),
    ("a comment", |files, name, text, random| {
        let mut lines: Vec<&str> = text.lines().collect();
        lines.insert(random.usize(..=lines.len()), "# www.evil.example");
        put(files, name, &(lines.join("\n") + "\n"))
    }),
    ("a letter", |files, name, text, random| {
        let fixed = ["title", "done-when", "question", "summary", "name", "contact"];
        let at = text.lines().position(|line| fixed.iter().any(|key| line.starts_with(&format!("{key} = \""))))?;
        let line = text.lines().nth(at)?;
        let (key, value) = line.split_once(" = \"")?;
        let letter = char::from(random.u8(b'a'..=b'z'));
        put(files, name, &text.replacen(line, &format!("{key} = \"{letter}{value}"), 1))
    }),
    ("a letter as its number", |files, name, text, _| {
        let (before, value) = text.split_once("title = \"")?;
        let letter = value.chars().next()?;
        put(files, name, &format!("{before}title = \"\\u{:04x}{}", u32::from(letter), &value[letter.len_utf8()..]))
    }),
    ("a record of somebody else", |files, name, text, _| {
        (name.starts_with("data/tasks/") && !text.contains("[claims.treuil]")).then_some(())?;
        put(files, name, &format!("{text}\n[claims.treuil]\nsince = 2026-11-23\nreleased = 2026-11-24\nuntil = 2026-12-01\n"))
    }),
    ("a later end of somebody else's claim", |files, name, text, _| {
        let (before, after) = text.split_once("[claims.corde]")?;
        let changed = after.replacen("until = 2026-1", "until = 2027-1", 1);
        (changed != after).then_some(())?;
        put(files, name, &format!("{before}[claims.corde]{changed}"))
    }),
    ("two lines in another order", |files, name, text, _| {
        let lines: Vec<&str> = text.lines().collect();
        let at = lines.windows(2).position(|two| two.iter().all(|line| line.contains(" = ") && !line.starts_with("spent")))?;
        let mut lines = lines;
        lines.swap(at, at + 1);
        put(files, name, &(lines.join("\n") + "\n"))
    }),
    ("a mode", |files, name, _, _| {
        files.get_mut(name.as_bytes())?.0 = "100755";
        Some(String::new())
    }),
    ("a file that is gone", |files, name, _, _| {
        (name != OWN_FILE).then_some(())?;
        files.remove(name.as_bytes()).map(|_| String::new())
    }),
    ("a file beside", |files, name, _, random| {
        let beside = [format!("{name}.bak"), "data/x/y.md".to_owned(), ".github/workflows/x.yml".to_owned(), "x".to_owned()];
        let beside = &beside[random.usize(..beside.len())];
        files.insert(beside.clone().into_bytes(), ("100644", b"x\n".to_vec()));
        Some(format!(" {beside}"))
    }),
    ("many empty lines", |files, name, text, _| put(files, name, &format!("{text}{}", "\n".repeat(400)))),
];

fn put(files: &mut Files, name: &str, text: &str) -> Option<String> {
    files.insert(name.as_bytes().to_vec(), ("100644", text.as_bytes().to_vec()));
    Some(String::new())
}

/// The requests of one case that pass unread and should not, and the honest one if it does not.
fn passed(folder: &Path, tried: usize, seed: u64) -> Vec<String> {
    let case = Case::read(folder);
    let [base, main, head] = case.versions(folder);
    let mut random = fastrand::Rng::with_seed(seed);
    let mut stream = Stream::default();
    let start = stream.commit("main", &[], &case.placed(&base));
    stream.commit("honest", &[start], &case.placed(&head));
    let mut differences = Vec::new();
    for at in 0..tried {
        let mut files = head.clone();
        differences.push(stray(&mut files, &mut random));
        stream.commit(&format!("stray-{at}"), &[start], &case.placed(&files));
    }
    stream.commit("main", &[start], &case.placed(&main));
    let world = World::empty();
    world.git("init --quiet --template=");
    stream.import(&world);
    let rules =
        String::from_utf8(case.placed(&base).keys().find(|path| path.ends_with(b"data/mpa.toml")).unwrap().clone()).unwrap();
    world.write(&rules, &stream.tip[rules.as_bytes()].1);
    let required = ["--require", "routine", "--format", "json"];
    let name = folder.file_name().unwrap().to_str().unwrap();
    let honest = case.review(&world, "honest", &required);
    let mut wrong: Vec<String> = (honest.code != 0).then(|| format!("{name}, honest: {honest}")).into_iter().collect();
    for (at, difference) in differences.iter().enumerate() {
        let run = case.review(&world, &format!("stray-{at}"), &required);
        wrong.extend((run.code == 0).then(|| format!("{name}, seed {seed}: {difference}\n{}", run.out)));
    }
    wrong
}

#[test]
fn a_stray_difference_is_never_routine() {
    let honest = honest();
    assert!(honest.len() >= 30, "only {} honest requests were found", honest.len());
    let (tried, seed) = (number("MPA_STRAYS", TRIED).div_ceil(honest.len()), number("MPA_SEED", 1));
    let next = AtomicUsize::new(0);
    let work = || {
        let taken = std::iter::from_fn(|| {
            let at = next.fetch_add(1, Ordering::Relaxed);
            honest.get(at).map(|folder| (folder, seed + at))
        });
        taken.flat_map(|(folder, seed)| passed(folder, tried, seed as u64)).collect::<Vec<String>>()
    };
    let wrong: Vec<String> = thread::scope(|scope| {
        let helpers: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        helpers.into_iter().flat_map(|helper| helper.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{} passed unread:\n{}", wrong.len(), wrong.join("\n"));
}

//! What is to be read is there in full contrast, on light and on dark, and without colours too.

use crate::kit::{Call, NOW, World, flat};
use crate::screen::{PAGES, world};

/// Bold, dim, green, magenta, red, and back: what reads on white and on black in every usual palette.
const CODES: [&str; 6] = ["0", "1", "2", "31", "32", "35"];
/// Long after the deadline.
const LATE: &str = "2026-12-20T10:00:00+01:00";

/// What it writes, byte for byte.
fn written(call: Call<'_>, words: &str) -> String {
    let output = call.start(words).wait_with_output().unwrap();
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

/// The codes in a line.
fn codes(line: &str) -> Vec<&str> {
    line.split('\u{1b}').skip(1).filter_map(|rest| rest.strip_prefix('[')?.split_once('m')).map(|(code, _)| code).collect()
}

#[test]
fn every_page_uses_few_colours_and_nothing_to_type_is_dim() {
    let world = world();
    let (mut odd, mut styled) = (Vec::new(), 0);
    let failing = ["claim zzzzz", "projects mphak", "prends k7q2m", "claim x9c3v --as treuil", "tasks list --time 5m"];
    for page in PAGES.iter().chain(&failing) {
        for (lang, now) in [("fr", None), ("en", None), ("fr", Some(LATE))] {
            let call = world.by("zoe").env("COLUMNS", "80");
            let call = now.into_iter().fold(call, |call, now| call.env("MPA_NOW", now));
            for line in written(call, &format!("{page} --color always --lang {lang}")).lines() {
                let codes = codes(line);
                styled += codes.len();
                let is_typed = ["mpa ", "git ", "cd "].iter().any(|it| line.contains(it));
                if codes.iter().any(|code| !CODES.contains(code)) || (is_typed && codes.contains(&"2")) {
                    odd.push(format!("mpa {page} ({lang}): {line:?}"));
                }
            }
        }
    }
    assert!(odd.is_empty(), "\n{}", odd.join("\n"));
    assert!(styled > 500, "{styled}: the pages have no colours");
}

#[test]
fn no_color_leaves_none() {
    let world = world();
    for page in PAGES {
        let forced = || world.by("zoe").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "");
        assert!(written(forced(), page).contains('\u{1b}') || page == "help", "{page}");
        assert!(!written(forced().env("NO_COLOR", "1"), page).contains('\u{1b}'), "{page}");
    }
}

#[test]
fn what_is_overdue_is_seen_without_colours() {
    let world = World::new();
    for (lang, day, below, whole) in
        [("fr", "! 4 déc.", "! devant une date", "l’échéance est passée"), ("en", "! 4 Dec", "! before a day", "overdue")]
    {
        let seen = |words: &str, now: &str| world.by("zoe").env("MPA_NOW", now).env("MPA_LANG", lang).run(words).exits(0).out;
        let late = |words: &str| flat(&seen(words, LATE));
        let list = late("tasks list --all");
        assert!(list.contains(day) && list.contains(below), "{list}");
        assert!(late("tasks show p4n8w").contains(whole) && late("projects show mphack").contains("(! "));
        assert!(late("progress").contains("! "));
        for words in ["tasks list --all", "tasks show p4n8w", "projects show mphack", "progress"] {
            assert!(!seen(words, NOW).contains("! "), "{words}");
        }
    }
}

//! The queue of requests: what `mpa review` alone shows, of what this clone knows, without touching anything.

use std::fs;

use serde_json::Value;

use crate::kit::{World, make_executable, task};
use crate::request::{Files, Stream};

/// A clone whose requests are made one by one.
struct Clone {
    world: World,
    stream: Stream,
    base: Files,
    start: usize,
}

fn path(id: &str) -> String {
    format!("data/tasks/mphack/{id}.toml")
}

impl Clone {
    fn new() -> Self {
        let world = World::new();
        let mut base = Files::new();
        for path in world.git("ls-files").lines() {
            base.insert(path.as_bytes().to_vec(), ("100644", world.bytes(path)));
        }
        for id in ["aaaa1", "aaaa2", "aaaa3"] {
            base.insert(path(id).into_bytes(), ("100644", task(id).into_bytes()));
        }
        let mut stream = Stream::default();
        let start = stream.commit("main", &[], &base);
        Self { world, stream, base, start }
    }

    /// The files of the shared branch, with a claim of `who` on the task `id`.
    fn claimed(&self, id: &str, who: &str) -> Files {
        let mut files = self.base.clone();
        let claim = format!("\n[claims.{who}]\nsince = 2026-11-24\nuntil = 2026-12-04\n");
        files.get_mut(path(id).as_bytes()).unwrap().1.extend(claim.bytes());
        files
    }

    /// A request under each of `names`, which holds `files`.
    fn request(&mut self, names: &[&str], files: &Files) {
        let parents = [self.start];
        self.request_on(&parents, names, files);
    }

    fn request_on(&mut self, parents: &[usize], names: &[&str], files: &Files) -> usize {
        let mark = self.stream.commit_to(names[0], parents, files);
        names[1..].iter().for_each(|name| self.stream.name(name, mark));
        mark
    }

    /// Everything written; the shared branch as a fetch would show it.
    fn made(self) -> World {
        self.stream.import(&self.world);
        self.world.git("update-ref refs/remotes/origin/main main");
        self.world.git("update-ref -d refs/heads/scratch");
        self.world
    }
}

/// A clone with three requests that are called `1`, `2` and `3`.
#[cfg(unix)]
pub fn with_three_requests() -> World {
    let mut clone = Clone::new();
    for number in 1..=3 {
        let files = clone.claimed(&format!("aaaa{number}"), "lampe");
        clone.request(&[&format!("refs/pull/{number}/head")], &files);
    }
    clone.made()
}

fn queue(world: &World, day: &str) -> Value {
    serde_json::from_str(&world.anybody().on(day).run("review --format json").out).unwrap()
}

/// What a request is called: its number, else its branch.
fn names(page: &Value) -> Vec<String> {
    let name =
        |it: &Value| it["number"].as_u64().map_or_else(|| it["head"]["name"].as_str().unwrap().to_owned(), |n| n.to_string());
    page["requests"].as_array().unwrap().iter().map(name).collect()
}

#[test]
fn every_kind_of_request_is_found_once() {
    let mut clone = Clone::new();
    let (one, two, three) = (clone.claimed("aaaa1", "lampe"), clone.claimed("aaaa2", "corde"), clone.claimed("aaaa3", "piolet"));
    clone.request(&["refs/heads/mpa/aaaa1-lampe", "refs/remotes/origin/mpa/aaaa1-lampe", "refs/pull/12/head"], &one);
    clone.request(&["refs/remotes/origin/mpa/aaaa2-corde", "refs/heads/mpa/aaaa2-corde"], &two);
    clone.request(&["refs/merge-requests/7/head"], &three);
    clone.request(&["refs/heads/autre-chose"], &three.clone());
    let world = clone.made();
    let mut found = names(&queue(&world, "2026-11-24"));
    found.sort();
    assert_eq!(found, ["12", "7", "mpa/aaaa2-corde"]);
    world.anybody().run("review").exits(0).says("12").says("lampe prend « aaaa1 »").says("piolet prend « aaaa3 »");
    for asked in ["12", "'#12'", "7", "mpa/aaaa2-corde", "origin/mpa/aaaa2-corde"] {
        world.anybody().run(&format!("review {asked}")).exits(0).says("prend « aaaa");
    }
    world.anybody().run("review 13").exits(3).complains("13").complains("git branch --all");
}

#[test]
fn what_was_merged_is_left_out() {
    let mut clone = Clone::new();
    let (one, two, three) = (clone.claimed("aaaa1", "lampe"), clone.claimed("aaaa2", "corde"), clone.claimed("aaaa3", "piolet"));
    let start = clone.start;
    let merged = clone.request_on(&[start], &["refs/heads/mpa/aaaa1-lampe"], &one);
    clone.request(&["refs/pull/2/head"], &two);
    clone.request(&["refs/pull/3/head"], &three);
    // One merged as it is, one as a commit of its own on which life went on; the third waits.
    let after = clone.stream.commit("main", &[start, merged], &one);
    let mut both = one.clone();
    both.insert(path("aaaa2").into_bytes(), two[path("aaaa2").as_bytes()].clone());
    let after = clone.stream.commit("main", &[after], &both);
    let closed = both.get_mut(path("aaaa2").as_bytes()).unwrap();
    closed.1.extend(b"\n[done]\nby = \"corde\"\nat = 2026-11-24\nevidence = \"https://example.org/x\"\n");
    clone.stream.commit("main", &[after], &both);
    assert_eq!(names(&queue(&clone.made(), "2026-11-24")), ["3"]);
}

#[test]
fn requests_for_one_task_stand_together() {
    let mut clone = Clone::new();
    let (first, second, other) =
        (clone.claimed("aaaa1", "lampe"), clone.claimed("aaaa1", "corde"), clone.claimed("aaaa2", "piolet"));
    clone.request(&["refs/pull/1/head"], &first);
    clone.request(&["refs/pull/2/head"], &other);
    clone.request(&["refs/pull/3/head"], &second);
    let world = clone.made();
    let page = queue(&world, "2026-11-24");
    let found = names(&page);
    let at = |name: &str| found.iter().position(|known| known == name).unwrap();
    assert_eq!(at("1").abs_diff(at("3")), 1, "{found:?}");
    let same: Vec<&Value> = page["requests"].as_array().unwrap().iter().map(|it| &it["same-task"]).collect();
    assert_eq!(
        (same[at("1")], same[at("2")], same[at("3")]),
        (&serde_json::json!(["3"]), &serde_json::json!([]), &serde_json::json!(["1"]))
    );
}

#[test]
fn long_waits_are_marked_after_two_working_days() {
    let mut clone = Clone::new();
    let claimed = clone.claimed("aaaa1", "lampe"); // dated Tuesday 24 November
    clone.request(&["refs/pull/1/head"], &claimed);
    let world = clone.made();
    for (day, long) in [("2026-11-24", false), ("2026-11-26", false), ("2026-11-27", true), ("2026-11-29", true)] {
        let page = queue(&world, day);
        assert_eq!((&page["requests"][0]["since"], &page["requests"][0]["long"]), (&"2026-11-24".into(), &long.into()), "{day}");
    }
}

#[test]
fn what_cannot_be_read_is_named_and_hides_nothing() {
    let mut clone = Clone::new();
    let claimed = clone.claimed("aaaa1", "lampe");
    clone.request(&["refs/pull/1/head"], &claimed);
    clone.request_on(&[], &["refs/pull/666/head"], &claimed);
    let world = clone.made();
    let page = queue(&world, "2026-11-24");
    assert_eq!(names(&page), ["1"]);
    assert_eq!(page["unreadable"][0]["name"], "666");
    world.anybody().run("review").says("666").says("lampe prend « aaaa1 »");
}

#[test]
fn the_sum_is_french_and_the_exit_code_tells() {
    let world = Clone::new().made();
    world.anybody().run("review").exits(0).says("Aucune demande");
    let mut clone = Clone::new();
    let claimed = clone.claimed("aaaa1", "lampe");
    clone.request(&["refs/pull/1/head"], &claimed);
    let world = clone.made();
    let said = world.anybody().run("review").exits(0);
    said.says("1 demande · 0 refusée · 1 à décider · 0 courante");
    world.anybody().run("review --require routine").exits(1);
    let mut clone = Clone::new();
    let mut broken = clone.base.clone();
    broken.remove(path("aaaa3").as_bytes());
    let (one, two) = (clone.claimed("aaaa1", "lampe"), clone.claimed("aaaa2", "lampe"));
    clone.request(&["refs/pull/1/head"], &one);
    clone.request(&["refs/pull/2/head"], &two);
    clone.request(&["refs/pull/3/head"], &broken);
    let world = clone.made();
    world.anybody().run("review").exits(1).says("3 demandes · 1 refusée · 2 à décider · 0 courante");
    world.anybody().run("review --format github").exits(2);
    world.anybody().run("review --author lampe").exits(2);
}

/// A request that makes itself organiser among much that is harmless.
fn coup(clone: &Clone) -> Files {
    let mut files = clone.claimed("aaaa1", "lampe");
    let campaign = files.get_mut(&b"data/mpa.toml"[..]).unwrap();
    let text = String::from_utf8(campaign.1.clone()).unwrap();
    campaign.1 = text.replace("[\"orga\"]", "[\"intrus\"]").replace("limit = 3", "limit = 9").into_bytes();
    files.insert(b"README.md".to_vec(), ("100644", b"Bonjour.\n".to_vec()));
    for at in 0..40 {
        files.insert(path(&format!("bbb{at:02}")).into_bytes(), ("100644", task(&format!("Tâche {at}")).into_bytes()));
    }
    let reformatted = files.get_mut(path("aaaa3").as_bytes()).unwrap();
    reformatted.1.extend(b"# un mot\n");
    files
}

/// The gravest rule stands first on every page, and of every rule at least one change is told.
#[test]
fn the_gravest_is_told_first_and_nothing_that_is_to_be_decided_is_folded_away() {
    let mut clone = Clone::new();
    let (files, claimed) = (coup(&clone), clone.claimed("aaaa2", "piolet"));
    clone.request(&["refs/pull/1/head"], &claimed);
    clone.request(&["refs/pull/2/head"], &files);
    let world = clone.made();
    assert_eq!(names(&queue(&world, "2026-11-24")), ["2", "1"], "the gravest request comes first");
    let told = [
        "Campagne d\u{2019}essai", // its organisers, then its other rules
        "limit 9",
        "README.md",
        "Nouvelle tâche",
        "lampe prend « aaaa1 »",
        "« aaaa3 »",
    ];
    for (words, width) in
        [("review", "80"), ("review --format markdown", "80"), ("review 2", "80"), ("review 2 --format markdown", "80")]
    {
        let run = world.anybody().env("COLUMNS", width).run(words).exits(0);
        let page = crate::kit::flat(&run.out);
        let page = page.split("<details>").next().unwrap();
        let places: Vec<Option<usize>> = told[1..].iter().map(|text| page.find(text)).collect();
        assert!(places.iter().all(Option::is_some), "{words} {places:?}\n{run}");
        assert!(page.find("intrus").unwrap() < places[0].unwrap(), "{words}\n{run}");
        let order: Vec<usize> = places.into_iter().flatten().collect();
        assert!(order.is_sorted(), "{words} {order:?}\n{run}");
    }
    world.anybody().run("review").exits(0).says("39 à décider");
    for words in ["review 2 --format json", "review 2 --format github", "review 2 --format gitlab"] {
        let out = world.anybody().run(words).exits(0).out;
        let (first, others) = (out.find("intrus").unwrap(), out.find("README.md").unwrap());
        assert!(first < others, "{out}");
        assert!(["campaign-rules", "outside-data", "new-task", "unverified", "layout"].iter().all(|rule| out.contains(rule)));
    }
    let screen = world.by("orga").run("").exits(0);
    let line = screen.out.lines().find(|line| line.trim_start().starts_with("? ") && line.contains("  2  ")).unwrap().to_owned();
    assert!(line.contains("45 à décider"), "{line}");
}

#[test]
fn every_branch_that_changes_the_data_is_a_request_whatever_its_name() {
    let mut clone = Clone::new();
    let claims: Vec<Files> =
        ["lampe", "corde", "piolet", "treuil", "rampe", "benne"].iter().map(|who| clone.claimed("aaaa1", who)).collect();
    clone.request(&["refs/remotes/origin/patch-1"], &claims[0]);
    clone.request(&["refs/heads/essai"], &claims[1]);
    clone.request(&["refs/remotes/origin/$(touchx)"], &claims[2]);
    clone.request(&["refs/heads/-force"], &claims[3]);
    clone.request(&["refs/heads/12"], &claims[4]);
    clone.request(&["refs/remotes/fork/main"], &claims[5]);
    // What changes nothing of the data, what main has, and main itself under its other names.
    let mut outside = clone.base.clone();
    outside.insert(b"src/lib.rs".to_vec(), ("100644", b"x\n".to_vec()));
    clone.request(&["refs/heads/code"], &outside);
    let mut page = Files::new();
    page.insert(b"index.html".to_vec(), ("100644", b"x\n".to_vec()));
    clone.request_on(&[], &["refs/remotes/origin/gh-pages"], &page);
    let (base, start) = (clone.base.clone(), clone.start);
    clone.request_on(&[start], &["refs/heads/ancien"], &base);
    let squashed = clone.claimed("aaaa2", "lampe");
    clone.request(&["refs/remotes/origin/accepte"], &squashed);
    clone.stream.commit("main", &[start], &squashed);
    let world = clone.made();
    world.git("update-ref refs/heads/vieux main~1");
    world.git("symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/patch-1");
    let mut found = names(&queue(&world, "2026-11-24"));
    found.sort();
    let expected = ["essai", "fork/main", "origin/$(touchx)", "origin/patch-1", "refs/heads/-force", "refs/heads/12"];
    assert_eq!(found, expected);
    for (name, who) in found.iter().zip(["corde", "benne", "piolet", "lampe", "treuil", "rampe"]) {
        world.anybody().args(["review", name.as_str()]).exits(0).says(&format!("{who} prend « aaaa1 »"));
    }
    world.anybody().run("tasks list --all").exits(0).never_says("à valider");
}

#[test]
fn a_command_to_copy_holds_no_command_of_a_branch() {
    let mut clone = Clone::new();
    let claimed = clone.claimed("aaaa1", "lampe");
    clone.request(&["refs/remotes/origin/$(touch${IFS}x);\u{202e}`id`"], &claimed);
    let world = clone.made();
    let run = world.anybody().run("review").exits(0);
    // What no quotes make safe is named by its commit.
    let id = world.git("for-each-ref --format=%(objectname) refs/remotes/origin");
    run.says(&format!("mpa review {}", &id[..10])).never_says("mpa review 'origin");
}

#[test]
fn what_one_works_on_and_sends_to_nobody_is_no_request() {
    let world = World::new();
    world.remote();
    world.git("switch --quiet --create essai");
    world.by("orga").run("tasks edit p4n8w --title 'Dessiner un logo' --here").exits(0);
    world.git("switch --quiet --create autre main");
    world.by("zoe").run("claim x9c3v --here").exits(0);
    world.git("switch --quiet --create main-locale main");
    let edited = world.task("b6j2r").replace("Appeler", "Joindre");
    world.write(&world.task_path("b6j2r"), edited);
    world.commit("À la main");
    world.git("switch --quiet main");
    world.by("orga").run("tasks edit k7q9d --title 'Relire deux fois la fiche'").exits(0);
    let shown = |who: &str| {
        let page: Value = serde_json::from_str(&world.by(who).run("review --format json").exits(0).out).unwrap();
        names(&page)
    };
    assert_eq!(shown("orga"), ["autre"]);
    assert_eq!(shown("zoe"), ["essai"]);
    world.git("push --quiet origin essai autre main-locale");
    let mut all = shown("orga");
    all.sort();
    assert_eq!(all, ["autre", "essai", "main-locale"]);
    // Whoever may push calls a branch like somebody's request.
    world.git("update-ref refs/pull/12/head autre");
    world.git("push --quiet origin essai:pull/12");
    let mut all = shown("orga");
    all.sort();
    assert_eq!(all, ["12", "essai", "main-locale"]);
}

#[test]
fn nothing_is_written_and_no_program_runs() {
    let mut clone = Clone::new();
    let claimed = clone.claimed("aaaa1", "lampe");
    clone.request(&["refs/pull/1/head"], &claimed);
    let world = clone.made();
    let trace = world.top().join("trace");
    let canary = world.top().join("bin/git");
    fs::create_dir_all(canary.parent().unwrap()).unwrap();
    fs::write(&canary, format!("#!/bin/sh\necho \"$0 $*\" >> '{}'\nexit 1\n", trace.display())).unwrap();
    make_executable(&canary);
    for key in [
        "core.fsmonitor",
        "core.hooksPath",
        "core.sshCommand",
        "core.pager",
        "core.editor",
        "diff.external",
        "diff.x.textconv",
        "diff.x.command",
        "filter.x.clean",
        "filter.x.smudge",
        "filter.x.process",
        "gpg.program",
        "gpg.ssh.program",
        "merge.x.driver",
        "credential.helper",
        "remote.origin.uploadpack",
        "alias.rev-parse",
    ] {
        world.git(&format!("config {key} '{}'", canary.display().to_string().replace("'", "")));
    }
    world.write(".git/info/attributes", "* diff=x filter=x merge=x\n");
    let before = tree(&world.repo);
    let places = format!("{}:{}", canary.parent().unwrap().display(), std::env::var("PATH").unwrap());
    for words in [
        "review",
        "review --format json",
        "review 1",
        "review main..refs/pull/1/head",
        "review 1 --author lampe --format markdown",
    ] {
        // With git's settings in the environment, git alone knows who types: it would be asked for that.
        let call = world.anybody().without("GIT_CONFIG_GLOBAL").without("GIT_CONFIG_NOSYSTEM").env("PATH", &places);
        call.run(words).exits(0);
    }
    assert_eq!(fs::read_to_string(&trace).unwrap_or_default(), "");
    assert_eq!(tree(&world.repo), before);
}

/// Every file below `folder`, git's own too, with its bytes.
fn tree(folder: &std::path::Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(tree(&path));
        } else {
            found.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

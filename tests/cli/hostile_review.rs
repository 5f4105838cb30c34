//! Text from a request, in each format in which a request is told: nothing in it is markup, a command, or a call.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use crate::kit::{Run, World, is_whole, task, task_with};
use crate::request::{Files, Stream};

/// What somebody may write into a title, a name of a file, a login.
const CORPUS: &[&str] = &[
    "\u{1b}[31mrouge\u{1b}]0;titre\u{7}",
    "\u{9b}2J",
    "\u{202e}eltit\u{2066}",
    "z\u{200b}e\u{2060}r\u{feff}o\u{ad}",
    "::set-env name=x::y",
    " ::error file=data/mpa.toml::faux",
    "\t::stop-commands::jeton",
    "##[command]ls",
    "vu ##[error]faux",
    "a\r::warning::b",
    "a\n::warning::b\n##[group]c",
    "%0A::error::x%0D%25",
    "]]>",
    "a | b || c \\| d",
    "`code` ``x`` ```",
    "<script>alert(1)</script>",
    "<!-- caché --> -->",
    "</details></summary><details open>",
    "@team et @a/b, lampe@example.org",
    "#123 et !45 et GH-6, club/mpa#7",
    "![x](https://example.org/x.png)",
    "[x](javascript:alert(1))",
    "[x]: https://example.org",
    "www.example.org https://example.org ftp://example.org <https://example.org>",
    "- [ ] à faire",
    "* [x] fait",
    "1. un",
    "# titre",
    "> cité",
    "---",
    "===",
    "| --- | --- |",
    "~~~",
    "    code",
    "**gras** _italique_ ~~rayé~~ $x$ :tada: [^1]",
    "&lt;b&gt; &#64;team &commat;team",
    "<br><b>x",
    "\u{e000}\u{e001}",
];

/// A request with all of it: titles, hand-overs, descriptions, names of files. The world, and these names.
fn world() -> (World, BTreeSet<String>) {
    let world = World::new();
    let mut files = Files::new();
    for path in world.git("ls-files").lines() {
        files.insert(path.as_bytes().to_vec(), ("100644", world.bytes(path)));
    }
    let mut stream = Stream::default();
    let base = stream.commit("base", &[], &files);
    let mut names = BTreeSet::new();
    let long = "x".repeat(4_000);
    for (at, text) in CORPUS.iter().copied().chain([long.as_str()]).enumerate() {
        let quoted = serde_json::to_string(text).unwrap();
        let claim = format!("\n[claims.lampe]\nsince = 2026-11-24\nhandover = {quoted}\nuntil = 2026-12-01\n");
        let name: String = text.replace('/', "∕").chars().take(200).collect();
        for (path, content) in [
            (format!("data/tasks/mphack/zzz{at:02}.toml"), task("x").replace("\"x\"", &quoted)),
            (format!("data/tasks/mphack/yyy{at:02}.toml"), task_with("Libre", &format!("description = {quoted}\n")) + &claim),
            (format!("data/projects/{name}.toml"), "x\n".to_owned()),
            (name, "x\n".to_owned()),
        ] {
            files.insert(path.clone().into_bytes(), ("100644", content.into_bytes()));
            names.insert(path);
        }
    }
    stream.commit("request", &[base], &files);
    stream.import(&world);
    (world, names)
}

fn review(world: &World, format: &str, login: &str) -> Run {
    let args = ["review", "base..request", &format!("--author={login}"), "--format", format];
    world.anybody().env("COLUMNS", "60").args(args).exits(1)
}

/// What the runner of GitHub obeys in a log: a line that begins with `::`, spaces aside, and `##[` anywhere in one.
fn commands(run: &Run) -> Vec<&str> {
    let lines = run.out.split(['\n', '\r']).chain(run.err.split(['\n', '\r']));
    lines.filter(|line| line.trim().starts_with("::") || line.contains("##[")).collect()
}

#[test]
fn no_line_of_a_log_is_a_command() {
    let (world, _) = world();
    let formats = ["table", "markdown", "json", "gitlab"];
    for (at, login) in CORPUS.iter().enumerate() {
        // Every login, every format, and one of them by turns.
        let is_wanted = |format: usize| is_whole() || at % formats.len() == format;
        for (_, format) in formats.into_iter().enumerate().filter(|(format, _)| is_wanted(*format)) {
            let run = review(&world, format, login);
            assert_eq!(commands(&run), [""; 0], "{format}, {login:?}");
        }
    }
}

#[test]
fn check_and_lists_are_no_commands_either() {
    let (world, names) = world();
    world.git("symbolic-ref HEAD refs/heads/request");
    for path in names.iter().filter(|path| path.starts_with("data/") && path.len() < 200) {
        world.write(path, world.git_bytes(&["show", &format!("request:{path}")]));
    }
    for words in ["check", "check --format markdown", "check --format json", "check --format gitlab", "tasks list --all"] {
        let run = world.anybody().without("COLUMNS").run(words);
        assert_eq!(commands(&run), [""; 0], "{words}");
    }
    for format in ["json", "csv", "markdown"] {
        let run = world.anybody().run(&format!("tasks list --all --format {format}"));
        assert_eq!(commands(&run), [""; 0], "{format}");
    }
    for at in 0..CORPUS.len() {
        for id in [format!("yyy{at:02}"), format!("zzz{at:02}")] {
            assert_eq!(commands(&world.anybody().run(&format!("tasks show {id}"))), [""; 0], "{id}");
        }
    }
    for command in commands(&world.anybody().run("check --format github")) {
        assert!(command.starts_with("::error file=data/") || command.starts_with("::warning file=data/"), "{command}");
    }
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|cause| panic!("{cause}\n{run}"))
}

#[test]
fn notes_of_github_are_ours_and_on_the_right_line() {
    let (world, _) = world();
    let page = json(&review(&world, "json", "lampe"));
    let meant = page["changes"].as_array().unwrap().iter().filter(|change| change["verdict"] != "routine");
    let meant: Vec<&Value> = meant.collect();
    let run = review(&world, "github", "lampe");
    let found = commands(&run);
    assert_eq!(found.len(), meant.len());
    for (command, change) in found.iter().zip(meant) {
        let (head, said) = command.strip_prefix("::").unwrap().split_once("::").unwrap();
        let (kind, properties) = head.split_once(' ').unwrap();
        assert_eq!(kind, if change["verdict"] == "refused" { "error" } else { "warning" });
        let property = |name: &str| {
            let found = properties.split(',').find_map(|pair| pair.strip_prefix(&format!("{name}=")));
            found.map(|text| {
                text.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
            })
        };
        let names: Vec<&str> = properties.split(',').map(|pair| pair.split_once('=').unwrap().0).collect();
        assert!(names == ["file", "line", "col", "title"] || names == ["file", "title"], "{command}");
        let path = change["path"].as_str().unwrap();
        if !path.chars().any(|c| c.is_control() || c > '\u{7f}') {
            assert_eq!(property("file").unwrap(), path.replace("##[", "##<U+005B>"));
        }
        assert_eq!(property("line"), change["line"].as_u64().map(|line| line.to_string()));
        assert_eq!(property("title").as_deref(), change["rule"].as_str());
        assert!(!said.is_empty());
    }
}

#[test]
fn json_gives_back_what_was_meant() {
    let (world, names) = world();
    // In the usual run every other login; the other tests of this file take them all.
    for login in CORPUS.iter().step_by(if is_whole() { 1 } else { 2 }) {
        let page = json(&review(&world, "json", login));
        assert_eq!((&page["author"]["login"], &page["author"]["verified"]), (&Value::from(*login), &Value::from(false)));
        let told: BTreeSet<String> =
            page["changes"].as_array().unwrap().iter().map(|change| change["path"].as_str().unwrap().to_owned()).collect();
        assert_eq!(told, names);
    }
}

#[test]
fn a_report_for_gitlab_has_all_that_it_needs() {
    let (world, _) = world();
    let changes = json(&review(&world, "json", "lampe"))["changes"].as_array().unwrap().len();
    let report = json(&review(&world, "gitlab", "lampe"));
    let mut prints = BTreeSet::new();
    for issue in report.as_array().unwrap() {
        assert!(!issue["description"].as_str().unwrap().is_empty() && !issue["check_name"].as_str().unwrap().is_empty());
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().unwrap()));
        assert!(!issue["location"]["path"].as_str().unwrap().is_empty());
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        assert!(prints.insert(issue["fingerprint"].as_str().unwrap().to_owned()), "{issue}");
    }
    assert!(prints.len() > changes / 2, "{}", prints.len());
}

/// What a forge makes of a comment: how many of each kind of thing, and the texts between them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Page {
    tables: usize,
    rows: usize,
    cells: usize,
    lists: usize,
    points: usize,
    strong: usize,
    html: Vec<String>,
    others: Vec<String>,
    texts: Vec<String>,
}

fn page(markdown: &str) -> Page {
    let mut page = Page::default();
    let mut goes_on = false;
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        let was_text = std::mem::take(&mut goes_on);
        match event {
            Event::Text(text) => {
                match page.texts.last_mut().filter(|_| was_text) {
                    Some(before) => before.push_str(&text),
                    None => page.texts.push(text.to_string()),
                }
                goes_on = true;
            }
            Event::Start(Tag::Table(_)) => page.tables += 1,
            Event::Start(Tag::TableRow) => page.rows += 1,
            Event::Start(Tag::TableCell) => page.cells += 1,
            Event::Start(Tag::List(None)) => page.lists += 1,
            Event::Start(Tag::Item) => page.points += 1,
            Event::Start(Tag::Strong) => page.strong += 1,
            Event::Start(Tag::Paragraph | Tag::TableHead | Tag::HtmlBlock) | Event::End(_) | Event::SoftBreak => {}
            Event::Html(html) => page.html.push(html.trim().to_owned()),
            Event::InlineHtml(html) if ["<br>", "<!-- -->"].contains(&&*html) => {}
            other => page.others.push(format!("{other:?}")),
        }
    }
    page
}

#[test]
fn a_comment_holds_our_table_and_nothing_else() {
    let (world, _) = world();
    let plain = page(&review(&world, "markdown", "lampe").out);
    let groups = ["refused", "needs-organiser", "routine"].map(|verdict| {
        let changes = json(&review(&world, "json", "lampe"));
        changes["changes"].as_array().unwrap().iter().filter(|change| change["verdict"] == verdict).count().min(30)
    });
    let rows: usize = groups.iter().sum();
    assert!(rows >= 60, "{groups:?}");
    // Before the fold: a few changes, the gravest first, and of every rule at least one.
    let points = |login: &str| {
        let page = json(&review(&world, "json", login));
        ["refused", "needs-organiser", "routine"].iter().fold(0, |told, verdict| {
            let such = page["changes"].as_array().unwrap().iter().filter(|change| change["verdict"] == *verdict);
            let rules: BTreeSet<String> = such.clone().map(|change| change["rule"].to_string()).collect();
            let rules = if *verdict == "routine" { 0 } else { rules.len() };
            told + such.count().min(5_usize.saturating_sub(told)).max(rules)
        })
    };
    let counts = (plain.tables, plain.rows, plain.cells, plain.lists, plain.points, plain.strong);
    assert_eq!(counts, (1, rows, 3 * (rows + 1), 1, points("lampe"), 1));
    for login in CORPUS {
        let found = page(&review(&world, "markdown", login).out);
        assert_eq!(found.others, [""; 0], "{login:?}");
        assert_eq!(found.html, plain.html, "{login:?}");
        let now = (found.tables, found.rows, found.cells, found.lists, found.points, found.strong);
        assert_eq!((now.0, now.3, now.4, now.5), (1, 1, points(login), 1), "{login:?}");
        assert_eq!(now.2, 3 * (now.1 + 1), "{login:?}");
        found.texts.iter().for_each(|text| calls_nobody(text));
    }
    let own = ["<!-- mpa-review -->", "<details>", "</details>"];
    assert!(plain.html.len() == 3 && plain.html.iter().zip(own).all(|(html, start)| html.starts_with(start)), "{:?}", plain.html);
}

#[test]
fn a_comment_is_never_longer_than_a_forge_takes() {
    let world = World::new();
    let mut files = Files::new();
    for path in world.git("ls-files").lines() {
        files.insert(path.as_bytes().to_vec(), ("100644", world.bytes(path)));
    }
    let mut stream = Stream::default();
    let base = stream.commit("base", &[], &files);
    let claim = format!("\n[claims.lampe]\nsince = 2026-11-24\nhandover = \"{}\"\nuntil = 2026-12-01\n", "@a ".repeat(1_500));
    for at in 10..99 {
        let text = task(&"@é".repeat(100)) + &claim;
        files.insert(format!("data/tasks/mphack/zzz{at}.toml").into_bytes(), ("100644", text.into_bytes()));
    }
    stream.commit("request", &[base], &files);
    stream.import(&world);
    let told = |format| world.anybody().args(["review", "base..request", "--author", "lampe", "--format", format]).exits(0);
    let (run, all) = (told("markdown").says("</details>"), json(&told("json"))["changes"].as_array().unwrap().len());
    let left_out = all - page(&run.out).rows;
    assert!(left_out > 0);
    let run = run.says(&format!("et {left_out} autres changements"));
    assert!((20_000..65_536).contains(&run.out.len()), "{}", run.out.len());
}

/// A forge looks for people and requests in each text between two tags.
fn calls_nobody(text: &str) {
    for sign in ['@', '#', '!'] {
        for (at, _) in text.match_indices(sign) {
            let next = text[at + 1..].chars().next();
            let calls = next.is_some_and(|c| if sign == '@' { c.is_alphanumeric() } else { c.is_ascii_digit() });
            assert!(!calls, "{text}");
        }
    }
}

#[test]
fn no_address_becomes_a_link_by_itself() {
    let (world, _) = world();
    for login in CORPUS {
        let run = review(&world, "markdown", login);
        for start in ["http://", "https://", "ftp://", "www."] {
            assert!(!run.out.contains(start), "{start} {login:?}\n{}", run.out);
        }
    }
}

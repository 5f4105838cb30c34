//! Scenes from the life of volunteers, played in a terminal of 80 columns and 24 rows on this repository's own campaign: what
//! they type is counted, and so is what they are shown. `docs/{fr,en}/scenes.md` has the figures, and the screens of the
//! READMEs are those of a scene.

use std::fs;
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};

use snapbox::{Assert, Data};

use crate::kit::{World, flat};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// Rows enough for all that a command shows.
const LONG: NonZeroU16 = NonZeroU16::new(500).unwrap();
/// The columns of every terminal here.
const COLUMNS: NonZeroU16 = NonZeroU16::new(80).unwrap();
/// How the READMEs call the repository of the association.
const ADDRESS: &str = "https://example.org/mpa.git";

/// What a scene took of somebody.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Count {
    commands: usize,
    /// Enter and Escape are one each, and so is an address that is pasted.
    keys: usize,
    /// On the screen, what was typed left out.
    words: usize,
}

/// A computer of the association's, its repository on a server, and those who come.
struct Stage {
    organiser: World,
}

/// Somebody at a terminal, in their own folder.
struct Person<'s> {
    stage: &'s Stage,
    world: World,
    language: &'static str,
    day: &'static str,
    count: Count,
    /// All that was shown, in one line, and what was typed.
    seen: String,
}

impl Stage {
    fn new() -> Self {
        let organiser = World::empty();
        copy(&Path::new(ROOT).join("data"), &organiser.path("data"));
        organiser.git("init --quiet");
        organiser.commit("Campagne");
        organiser.remote();
        organiser.git("config mpa.handle benne");
        Self { organiser }
    }

    fn origin(&self) -> PathBuf {
        self.organiser.top().join("origin.git")
    }

    /// Somebody whose computer knows nothing.
    fn newcomer(&self, language: &'static str) -> Person<'_> {
        let world = World::empty();
        for key in ["user.name", "user.email"] {
            world.git(&format!("config --global --unset-all {key}"));
        }
        // The address that the pages show leads to the repository of the stage.
        world.git(&format!("config --global url.{}.insteadOf {ADDRESS}", self.origin().display()));
        Person { stage: self, world, language, day: "2026-11-24", count: Count::default(), seen: String::new() }
    }

    fn at_server(&self, words: &str) -> String {
        self.organiser.git(&format!("--git-dir=../origin.git {words}"))
    }
}

impl Person<'_> {
    /// Types the command, then answers: each answer behind the question that has to be there. It ends well.
    #[track_caller]
    fn types(&mut self, line: &str, answers: &[(&str, &str)]) -> &mut Self {
        self.fares(line, answers, 0)
    }

    /// The same where it ends with `code`.
    #[track_caller]
    fn fares(&mut self, line: &str, answers: &[(&str, &str)], code: i32) -> &mut Self {
        let words = line.strip_prefix("mpa").unwrap().trim();
        let call = self.world.anybody().within(self.world.home()).on(self.day).env("MPA_LANG", self.language);
        let call = call.env("GIT_ALLOW_PROTOCOL", "file");
        let mut terminal = call.on_terminal(words);
        let pasted = |text: &str| text.replace(ADDRESS, "§").chars().count();
        self.count.commands += 1;
        self.count.keys += pasted(line) + 1;
        let mut typed = 0;
        for (question, keys) in answers {
            terminal.shows(question).types(keys);
            self.count.keys += keys.chars().count();
            typed += keys.split_whitespace().count();
        }
        let mut screen = vt100::Parser::new(LONG, COLUMNS, 0);
        screen.process(terminal.ends(code).raw.as_bytes());
        let shown = screen.screen().contents().replace(&self.stage.origin().display().to_string(), ADDRESS);
        let is_word = |word: &&str| word.contains(char::is_alphanumeric);
        self.count.words += shown.split_whitespace().filter(is_word).count().saturating_sub(typed);
        self.seen += &format!(" $ {line} {}", flat(&shown));
        self
    }

    #[track_caller]
    fn sees(&mut self, text: &str) -> &mut Self {
        assert!(self.seen.contains(&flat(text)), "« {text} » was not shown\n{}", self.seen);
        self
    }

    /// What the page `name` shows in its screens was seen, line by line, in this order.
    #[track_caller]
    fn saw_the_screens_of(&self, name: &str) {
        let page = fs::read_to_string(Path::new(ROOT).join(name)).unwrap();
        let opening = format!("```screen {}", self.language);
        let screens = page.split(&opening).skip(1).map(|rest| rest.split("```").next().unwrap());
        let (mut at, mut lines) = (0, 0);
        for line in screens.flat_map(str::lines).map(flat).filter(|line| !line.is_empty()) {
            let found = self.seen[at..].find(&line);
            at += found.unwrap_or_else(|| panic!("{name}: « {line} » was not shown here\n{}", &self.seen[at..])) + line.len();
            lines += 1;
        }
        assert!(lines > 10, "{name}: only {lines} lines of screens");
    }
}

/// `start` on a bare machine, then the first task, to the end: as the READMEs show it.
fn first_task(stage: &Stage, language: &'static str) -> (Count, Count) {
    let is_french = language == "fr";
    let say = |french: &'static str, english: &'static str| if is_french { french } else { english };
    let mut person = stage.newcomer(language);
    person.types(
        &format!("mpa start {ADDRESS}"),
        &[
            (say("Ton pseudo", "Your handle"), "lampe\r"),
            ("[lampe@example.org]", "\r"),
            (say("Que sais-tu faire", "What can you do"), "redaction\r"),
            (say("Par quoi commencer", "Where do you want to begin"), "\r"),
            (say("L’envoyer maintenant", "Send it now"), "\r"),
        ],
    );
    let claimed = person.count;
    person.types("mpa", &[]);
    person.types("mpa log 30m", &[(say("L’envoyer maintenant", "Send it now"), "\r")]);
    person.types(
        "mpa close",
        &[
            (say("Le résultat", "The result"), "https://example.org/annonce\r"),
            (say("Le temps passé aujourd’hui", "The time spent today"), "15m\r"),
            (say("L’envoyer maintenant", "Send it now"), "\r"),
        ],
    );
    assert_eq!(stage.at_server("rev-list --count main"), "4");
    person.saw_the_screens_of(say("README.fr.md", "README.md"));
    (claimed, person.count)
}

/// An invitation answered by mail: an organiser notes it, the volunteer's whole part is the mail.
fn by_mail(stage: &Stage) -> Count {
    let mut organiser = stage.newcomer("fr");
    organiser.types(
        &format!("mpa start {ADDRESS}"),
        &[("Ton pseudo", "benne\r"), ("[benne@example.org]", "\r"), ("Que sais-tu faire", "\u{1b}"), ("Par quoi", "\u{1b}")],
    );
    organiser.count = Count::default();
    organiser.types("mpa claim vrz6x --for wagon --sync", &[]).sees("est prise par wagon");
    organiser.types(
        "mpa close vrz6x --for wagon --sync",
        &[("Le résultat", "https://example.org/annonce\r"), ("Le temps passé", "40m\r")],
    );
    let mut other = stage.newcomer("fr");
    other.types(&format!("mpa start {ADDRESS}"), &[("Ton pseudo", "\u{1b}")]);
    other.types("mpa tasks vrz6x", &[]).sees("Terminée par wagon");
    organiser.count
}

/// In a train, without a network: taken, worked on and finished; sent when the network is back.
fn offline(stage: &Stage, is_late: bool) -> Count {
    let mut person = stage.newcomer("fr");
    person.types(
        &format!("mpa start {ADDRESS}"),
        &[("Ton pseudo", "berline\r"), ("[berline@example.org]", "\r"), ("Que sais-tu faire", "\r"), ("Par quoi", "\u{1b}")],
    );
    person.count = Count::default();
    let (origin, away) = (stage.origin(), stage.organiser.top().join("away.git"));
    fs::rename(&origin, &away).unwrap();
    person.types("mpa claim --time 45m", &[("Quelle tâche", "annonce\r"), ("L’envoyer", "n\r")]);
    person.types("mpa log 20m", &[("L’envoyer", "n\r")]);
    person.types(
        "mpa close",
        &[("Le résultat", "https://example.org/annonce\r"), ("Le temps passé", "25m\r"), ("L’envoyer", "n\r")],
    );
    fs::rename(&away, &origin).unwrap();
    if is_late {
        stage.organiser.by("treuil").run("claim vrz6x --sync").exits(0);
        person.fares("mpa sync", &[], 4).sees("treuil");
        assert!(stage.at_server("grep --fixed-strings [claims.berline] main").contains("vrz6x"));
    } else {
        person.types("mpa sync", &[]).sees("C’est envoyé : 3 actions");
    }
    person.count
}

/// Ten days later, everything forgotten: `mpa` says it all.
fn forgotten(stage: &Stage) -> Count {
    let mut person = stage.newcomer("fr");
    person.types(
        &format!("mpa start {ADDRESS}"),
        &[
            ("Ton pseudo", "lampe\r"),
            ("[lampe@example.org]", "\r"),
            ("Que sais-tu faire", "\r"),
            ("Par quoi commencer", "annonce\r"),
            ("L’envoyer", "\r"),
        ],
    );
    (person.count, person.day) = (Count::default(), "2026-12-04");
    person.types("mpa", &[]).sees("Rédiger l’annonce").sees("mpa renew").sees("mpa close").sees("mpa release");
    person.types("mpa release", &[("L’envoyer", "\r")]).sees("C’est envoyé");
    person.count
}

#[test]
fn what_scenes_take_is_what_the_pages_say() {
    let (claimed, done) = first_task(&Stage::new(), "fr");
    first_task(&Stage::new(), "en");
    let rows = [
        ("start", claimed),
        ("first", done),
        ("mail", by_mail(&Stage::new())),
        ("offline", offline(&Stage::new(), false)),
        ("late", offline(&Stage::new(), true)),
        ("forgotten", forgotten(&Stage::new())),
    ];
    for (name, Count { commands, keys, words }) in rows {
        println!("{name}: {commands} commands, {keys} keys, {words} words");
    }
    assert!(claimed.keys <= 60, "from the invitation to a task that is sent: {claimed:?}");
    for language in ["fr", "en"] {
        let path = Path::new(ROOT).join("docs").join(language).join("scenes.md");
        let page = fs::read_to_string(&path).unwrap();
        let filled = page.lines().map(|line| {
            let row = rows.iter().find(|(name, _)| line.ends_with(&format!("<!-- {name} -->")));
            let Some((name, Count { commands, keys, words })) = row else { return format!("{line}\n") };
            let what = line.split('|').nth(1).unwrap().trim();
            format!("| {what} | {commands} | {keys} | {words} | <!-- {name} -->\n")
        });
        let filled: String = filled.collect();
        assert!(rows.iter().all(|(name, _)| filled.contains(&format!("<!-- {name} -->"))), "{}", path.display());
        Assert::new().action_env("SNAPSHOTS").eq(filled, Data::read_from(&path, None));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target) } else { _ = fs::copy(entry.path(), target).unwrap() }
    }
}

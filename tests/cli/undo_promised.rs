//! "To undo: …" is only said where it works: after every command that writes, however it went, what is said is typed, and
//! takes back what was done.

use crate::kit::{CAMPAIGN, Run, World, flat, task, task_with};
use crate::proposal::MODE;

/// How far an action went when it is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sent {
    No,
    Yes,
}
use Sent::{No, Yes};

/// What is said of the way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// `mpa undo`, after which all is as it was.
    Undo,
    /// `mpa undo`, which does the opposite.
    Opposite,
    /// Another command, which begins like that.
    By(&'static str),
    /// Nothing.
    Silence,
}
use Way::{By, Opposite, Silence, Undo};

/// Who does what, and what is said: recorded straight and not sent, recorded straight and sent, asked for.
const OPERATIONS: [(&str, &str, Way, Way, Way); 32] = [
    ("zoe", "claim x9c3v", Undo, Opposite, Undo),
    ("zoe", "renew p4n8w", Undo, Silence, Undo),
    ("zoe", "release p4n8w --handover 'Presque fini.'", Undo, Opposite, Undo),
    ("zoe", "log p4n8w 20m", Undo, Opposite, Undo),
    ("zoe", "log p4n8w 20m --day 23/11/2026", Undo, Silence, Undo),
    ("zoe", "close p4n8w --evidence https://example.org/l --time 20m", Undo, Silence, Undo),
    ("zoe", "close x9c3v --evidence https://example.org/l", Undo, Silence, Undo),
    ("zoe", "join mphack --skill web", Undo, Opposite, Undo),
    ("max", "leave mphack", Undo, Opposite, Undo),
    ("lea", "close b6j2r --evidence https://example.org/l", Undo, Opposite, Undo),
    ("orga", "claim x9c3v --for max", Undo, Opposite, Undo),
    ("orga", "release p4n8w --for zoe --handover Malade.", Undo, Opposite, Undo),
    ("orga", "log p4n8w 20m --for zoe", Undo, Opposite, Undo),
    ("orga", "renew p4n8w --for zoe", Undo, Silence, Undo),
    ("orga", "close p4n8w --for zoe --evidence https://example.org/l", Undo, Opposite, Undo),
    ("orga", "tasks edit x9c3v --budget 3h", Undo, Silence, Undo),
    ("orga", "tasks cancel x9c3v --reason 'Plus utile.' --yes", Undo, Opposite, Undo),
    ("orga", "tasks reopen k7q9d --reason 'Pas fini.'", Undo, Silence, Undo),
    ("orga", "send-back k7q9d --reason 'Le lien est mort.'", Undo, Silence, Undo),
    ("orga", "deliver mphack bilan --evidence https://example.org/b", Undo, Silence, Undo),
    ("orga", "projects poll mphack --votes 34 --of 80", Undo, Silence, Undo),
    ("orga", "projects edit mphack --summary 'Autrement.'", Undo, Silence, Undo),
    ("orga", "campaign next --name Suite --deadline 2027-12-04 --yes", Undo, Silence, Undo),
    ("orga", "forget max", Undo, Silence, Undo),
    ("max", "forget max", By("git revert --no-edit HEAD"), Silence, By("git branch -D mpa/forget-")),
    ("orga", "projects add --title Neuf --lead lea", By("git revert --no-edit HEAD"), Silence, Undo),
    ("orga", "themes add --title Neuf --question 'Pourquoi ?'", By("git revert --no-edit HEAD"), Silence, Undo),
    (
        "orga",
        "tasks add --project mphack --title Neuf --budget 1h --done-when Fait. --resource A=https://example.org/a",
        By("mpa tasks cancel"),
        By("mpa tasks cancel"),
        Undo,
    ),
    ("orga", "check --fix", Undo, Silence, Undo),
    ("zoe", "claim b6j2r --as max", Undo, Opposite, Undo),
    ("zoe", "log p4n8w 1h --total", Undo, Opposite, Undo),
    ("zoe", "log x0y0z 15m", Undo, Opposite, Undo),
];

/// zoe holds `p4n8w`, with half an hour of today, and `x0y0z`; `k7q9d` is done by max, who belongs to the project; zoe's
/// file is untidy.
fn world(mode: &str) -> World {
    let held = "\n[claims.zoe]\nsince = 2026-11-24\n";
    let until = "until = 2026-11-30\n";
    let done = "\n[claims.max]\nsince = 2026-11-24\nspent.2026-11-24 = \"1h\"\nreleased = 2026-11-24\nuntil = 2026-11-30\n\n\
                [done]\nby = \"max\"\nat = 2026-11-24\nevidence = \"https://example.org/f\"\n";
    let p4n8w = task("Dessiner le logo") + held + "spent.2026-11-24 = \"30m\"\n" + until;
    let x0y0z = task_with("Relire le texte", "") + held + until;
    let k7q9d = task("Relire la fiche") + done;
    let world = World::with(&[
        ("data/mpa.toml", &format!("{CAMPAIGN}{mode}")),
        ("data/tasks/mphack/p4n8w-logo.toml", &p4n8w),
        ("data/tasks/mphack/x0y0z-texte.toml", &x0y0z),
        ("data/tasks/mphack/k7q9d-fiche.toml", &k7q9d),
        ("data/people/max.toml", "[joined]\nmphack = 2026-11-23\n"),
        ("data/people/zoe.toml", "skills = ['web']\n"),
    ]);
    world.remote();
    world
}

/// The commands that are said to take back what was done, in the order in which they are said.
fn promised(run: &Run) -> Option<String> {
    let said = flat(&run.out);
    let rest = said.split_once("Pour défaire : ")?.1.trim();
    Some(rest.replace('…', "Raison"))
}

/// What everybody's branches hold here, but for those of the server.
fn trees(world: &World) -> String {
    let names = world.git("for-each-ref --format=%(refname) refs/heads");
    names.lines().map(|name| format!("{name} {}\n", world.git(&format!("rev-parse {name}^{{tree}}")))).collect()
}

#[track_caller]
fn is_kept(world: &World, who: &str, words: &str, (way, sent): (Way, Sent)) {
    let before = trees(world);
    let typed = if sent == Yes { format!("{words} --sync") } else { words.to_owned() };
    let run = world.by(who).run(&typed).exits(0);
    let told = format!("{typed} by {who}\n{run}");
    let after = trees(world);
    assert_ne!(after, before, "{told}");
    let Some(command) = promised(&run) else {
        assert_eq!(way, Silence, "{told}");
        return;
    };
    let expected = match way {
        Undo | Opposite => "mpa undo",
        By(start) => start,
        Silence => panic!("{told}"),
    };
    assert!(command.starts_with(expected), "{expected} is not what is said\n{told}");
    let done = match command.split_once(' ').unwrap() {
        ("mpa", rest) => world.by(who).run(rest),
        (_, rest) => world.try_git(rest),
    };
    assert_eq!(done.code, 0, "{command}\n{done}\n{told}");
    if way == Undo {
        let now = if sent == Yes { trees(world).lines().next().map(str::to_owned) } else { Some(trees(world)) };
        let then = if sent == Yes { before.lines().next().map(str::to_owned) } else { Some(before.clone()) };
        assert_eq!(now, then, "{command}\n{told}");
    }
    assert_ne!(trees(world), after, "{command} changed nothing\n{told}");
    if sent == No && way != By("mpa tasks cancel") && way != Undo {
        assert_eq!(trees(world), before, "{command}\n{told}");
    }
    world.is_clean();
}

/// Here and at the server all is as it was at `start`.
fn begin_again(world: &World, start: &str) {
    world.git(&format!("--git-dir=../origin.git update-ref refs/heads/main {start}"));
    for (folder, glob) in [
        ("--git-dir=../origin.git ", "refs/heads/mpa"),
        ("", "refs/heads/mpa"),
        ("", "refs/remotes/origin/mpa"),
        ("", "refs/mpa"),
    ] {
        for name in world.git(&format!("{folder}for-each-ref --format=%(refname) {glob}")).lines() {
            world.git(&format!("{folder}update-ref -d {name}"));
        }
    }
    world.git(&format!("reset --quiet --hard {start}"));
    world.git(&format!("update-ref refs/remotes/origin/main {start}"));
    // Nothing was ever anywhere else.
    let _ = std::fs::remove_file(world.path(".git/logs/refs/remotes/origin/main"));
}

#[test]
fn what_was_recorded_straight_and_is_not_sent() {
    let world = world("");
    let start = world.head();
    for (who, words, way, ..) in OPERATIONS {
        is_kept(&world, who, words, (way, No));
        begin_again(&world, &start);
    }
}

#[test]
fn what_was_recorded_straight_and_sent() {
    let world = world("");
    let start = world.head();
    for (who, words, _, way, _) in OPERATIONS {
        is_kept(&world, who, words, (way, Yes));
        begin_again(&world, &start);
    }
}

#[test]
fn what_was_asked_for() {
    let world = world(MODE);
    let start = world.head();
    for (who, words, .., way) in OPERATIONS {
        is_kept(&world, who, words, (way, No));
        begin_again(&world, &start);
    }
}

/// The request was sent: what takes it back goes on with it, and says that it has to be sent, too.
#[test]
fn what_was_asked_for_and_sent() {
    let world = world(MODE);
    let start = world.head();
    for (who, words, .., way) in OPERATIONS.into_iter().filter(|(.., way)| *way == Undo) {
        let run = world.by(who).run(&format!("{words} --sync")).exits(0);
        let command = promised(&run).unwrap_or_else(|| panic!("{run}"));
        assert!(command.starts_with("mpa undo"), "{way:?} {run}");
        world.by(who).run(command.split_once(' ').unwrap().1).exits(0).says("mpa sync");
        let branch = world.git("for-each-ref --format=%(refname) refs/heads/mpa");
        assert_eq!(world.git(&format!("rev-parse {branch}^{{tree}}")), world.git("rev-parse main^{tree}"), "{words}");
        let who = if words.contains("--as max") { "max" } else { who };
        world.by(who).run("sync").exits(0).says("Retiré");
        begin_again(&world, &start);
    }
}

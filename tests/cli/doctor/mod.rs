//! `doctor`: each check both ways, outside of everything too, without changing or running anything.

mod clone;
mod copy;
mod remote;

use std::fs;

use crate::kit::{CAMPAIGN, Run, World, make_executable};

/// What it finds without the network; `who` has a handle.
fn look(world: &World) -> Run {
    world.by("zoe").env("LC_ALL", "fr_FR.UTF-8").run("doctor --offline")
}

/// The lines of the JSON that tell of `check`: grade and sentence.
fn of(world: &World, check: &str) -> Vec<(String, String)> {
    let run = world.by("zoe").env("LC_ALL", "fr_FR.UTF-8").run("doctor --format json");
    let lines: Vec<&str> = run.out.lines().map(str::trim).collect();
    let value = |line: &str| line.split_once(": ").unwrap().1.trim_end_matches(',').trim_matches('"').to_owned();
    let starts = lines.iter().enumerate().filter(|(_, line)| **line == format!("\"check\": \"{check}\","));
    starts.map(|(at, _)| (value(lines[at + 1]), value(lines[at + 2]))).collect()
}

#[track_caller]
fn is(world: &World, check: &str, grade: &str, text: &str) {
    let found = of(world, check);
    let fits = found.iter().any(|(a, said)| a == grade && said.contains(text));
    assert!(fits, "{check}: no {grade} with « {text} » in {found:?}");
}

#[test]
fn a_sound_clone_has_nothing_to_mend() {
    let world = World::new();
    world.remote();
    let state = world.state();
    let run = look(&world).exits(0).complains_of_nothing().says("Rien à réparer, aucune remarque.");
    assert!(
        run.out
            .lines()
            .filter(|line| !line.starts_with("  "))
            .all(|line| line.is_empty() || line.starts_with('✓') || line.starts_with("Rien")),
        "{run}"
    );
    assert_eq!(world.by("zoe").env("LC_ALL", "fr_FR.UTF-8").run("diagnostic --offline").exits(0).out, run.out);
    world.by("zoe").run("doctor --lang en").exits(0).says("Nothing to mend, 1 warning.").says("! to look at: The terminal");
    assert_eq!(world.state(), state);
    world.by("zoe").run("doctor --format csv").exits(2).complains("table");
    world.by("zoe").run("doctor --as Zoé").exits(2).complains("--as");
}

#[test]
fn outside_of_everything_it_says_what_is_missing() {
    let world = World::empty();
    fs::write(world.git_config(), "").unwrap();
    let run = world.anybody().run("doctor").exits(1).complains_of_nothing();
    let run =
        run.says("mpa start ADRESSE").says("mpa init").says("Pas de dépôt git").says("git config --global user.name lampe-77");
    run.says("git config --global user.email lampe-77@example.org")
        .says("git config --global mpa.handle lampe-77")
        .says("4 points à réparer");
    let world = World::new();
    fs::rename(world.path(".git"), world.top().join("git")).unwrap();
    look(&world).exits(1).says("✓ La campagne « Campagne d'essai »").says("1 point à réparer");
    let world = World::empty();
    world.git("init --quiet");
    look(&world).exits(1).says("data/mpa.toml").says("✓ Le dépôt git est là");
}

#[test]
fn git_itself() {
    let world = World::new();
    is(&world, "git", "fine", "2.31 ou plus récent");
    let fake = world.top().join("bin");
    fs::create_dir_all(&fake).unwrap();
    let real = std::env::split_paths(&std::env::var_os("PATH").unwrap()).map(|it| it.join("git")).find(|it| it.exists()).unwrap();
    let script =
        format!("#!/bin/sh\n[ \"$1\" = --version ] && echo git version 2.25.1 && exit\nexec {} \"$@\"\n", real.display());
    fs::write(fake.join("git"), script).unwrap();
    make_executable(&fake.join("git"));
    let path = format!("{}:{}", fake.display(), std::env::var("PATH").unwrap());
    world.by("zoe").env("PATH", path).run("doctor --offline").exits(1).says("Git 2.25.1 est trop ancien");
    let nothing = world.top().join("nothing");
    fs::create_dir_all(&nothing).unwrap();
    world.by("zoe").env("PATH", nothing).run("doctor --offline").exits(1).says("Le programme git est introuvable");
}

#[test]
fn who_commits_are_by_and_what_they_publish() {
    let world = World::new();
    is(&world, "identity", "fine", "Test");
    is(&world, "email", "fine", "test@example.org");
    for (forge, address, expected) in [
        ("github", "https://github.com/asso/fete", "ID+zoe@users.noreply.github.com"),
        ("none", "git@gitlab.example.net:asso/fete.git", "ID-zoe@users.noreply.gitlab.example.net"),
        ("forgejo", "https://forge.example.net/asso/fete", "zoe@noreply.forge.example.net"),
        ("none", "https://git.example.net/asso/fete", "zoe@example.org"),
    ] {
        let campaign = format!("{CAMPAIGN}\n[workflow]\nforge = \"{forge}\"\n");
        let world = World::with(&[("data/mpa.toml", &campaign)]);
        world.git(&format!("remote add origin {address}"));
        world.git("config user.email zoe.martin@example.com");
        look(&world)
            .exits(0)
            .says("! à voir : Chaque enregistrement publie l’adresse zoe.martin@example.com")
            .says(&format!("git config user.email {expected}"));
    }
    world.git("remote add origin https://github.com/asso/fete");
    world.git("config user.email zoe.martin@example.com");
    world.write("data/people/zoe.toml", "forge = \"zoe-m\"\n");
    look(&world).exits(0).says("git config user.email ID+zoe-m@users.noreply.github.com");
    world.git("config user.email 12+zoe@users.noreply.github.com");
    is(&world, "email", "fine", "ne révèle rien");
    fs::write(world.git_config(), "").unwrap();
    world.git("config --unset user.email");
    is(&world, "identity", "mend", "au nom de qui");
}

#[test]
fn the_handle_and_its_file() {
    let world = World::new();
    is(&world, "handle", "fine", "zoe");
    is(&world, "person", "fine", "facultative");
    world.anybody().run("doctor --offline").exits(1).says("Il te manque un pseudo").says("git config --global mpa.handle test");
    world.by("Zoé").run("doctor --offline").exits(1).says("ne peut pas être un pseudo").says("export MPA_HANDLE=");
    world.git("config mpa.handle Zoé");
    world.anybody().run("doctor --offline").exits(1).says("git config mpa.handle test");
    world.write("data/people/zoe.toml", "skills = 3\n");
    is(&world, "person", "mend", "data/people/zoe.toml");
    world.write("data/people/zoe.toml", "skills = [\"web\"]\n");
    is(&world, "person", "fine", "se lit bien");
    world.write("data/mpa.toml", format!("{CAMPAIGN}\n[workflow]\nforge = \"github\"\n"));
    is(&world, "person", "remark", "ne dit pas ton compte");
    world.write("data/people/zoe.toml", "forge = \"zoe-m\"\n");
    is(&world, "person", "fine", "se lit bien");
    fs::remove_file(world.path("data/people/zoe.toml")).unwrap();
    is(&world, "person", "remark", "relier ton compte");
}

#[test]
fn a_broken_campaign_is_named() {
    let world = World::new();
    is(&world, "campaign", "fine", "Campagne d'essai");
    world.write("data/mpa.toml", CAMPAIGN.replace("days = 14", "days = \"beaucoup\""));
    is(&world, "campaign", "mend", "beaucoup");
    look(&world).exits(1).says("mpa check");
    world.write("data/mpa.toml", "format = 99\n");
    look(&world).exits(1).says("data/mpa.toml");
}

#[test]
fn addresses_and_the_terminal() {
    let world = World::new();
    is(&world, "addresses", "fine", "Pas de fichier privé");
    is(&world, "terminal", "fine", "fr_FR.UTF-8");
    world
        .by("zoe")
        .env("LC_ALL", "POSIX")
        .run("doctor --offline")
        .exits(0)
        .says("POSIX au lieu d’UTF-8")
        .says("export LC_ALL=C.UTF-8");
    let book = world.home().join(".config/mpa/addresses.toml");
    fs::create_dir_all(book.parent().unwrap()).unwrap();
    fs::write(&book, "zoe = \"zoe@example.org\"\n").unwrap();
    is(&world, "addresses", "fine", "reste hors du dépôt");
    fs::write(&book, "zoe = 3\n").unwrap();
    is(&world, "addresses", "mend", "zoe");
    world.write("adresses.toml", "zoe = \"zoe@example.org\"\n");
    world.by("zoe").env("MPA_ADDRESSES", world.path("adresses.toml")).run("doctor --offline").exits(1).says("adresses.toml");
}

#[cfg(unix)]
#[test]
fn no_program_that_the_repository_names_is_run() {
    let world = World::new();
    world.remote();
    let canary = world.top().join("canary");
    let script = world.top().join("script");
    fs::write(&script, format!("#!/bin/sh\necho \"$0 $*\" >> {}\nexit 1\n", canary.display())).unwrap();
    make_executable(&script);
    for hook in ["pre-push", "pre-commit", "post-checkout", "reference-transaction", "post-index-change"] {
        world.hook(hook, &format!("touch {}", canary.display()));
    }
    world.by("zoe").run("doctor").exits(0);
    assert!(!canary.exists(), "{}", fs::read_to_string(&canary).unwrap());
    world.write(".gitattributes", "/data/** text eol=lf filter=odd diff=odd\n");
    for key in [
        "core.fsmonitor",
        "core.askPass",
        "core.sshCommand",
        "core.editor",
        "core.pager",
        "core.gitProxy",
        "credential.helper",
        "credential.https://example.org.helper",
        "remote.origin.uploadpack",
        "remote.origin.receivepack",
        "gpg.program",
        "gpg.ssh.program",
        "filter.odd.clean",
        "filter.odd.smudge",
        "filter.odd.process",
        "diff.odd.textconv",
        "diff.external",
        "core.alternateRefsCommand",
        "alias.status",
        "pager.log",
    ] {
        world.git(&format!("config {key} {}", script.display()));
    }
    world.git("config commit.gpgSign true");
    world.git("config protocol.ext.allow always");
    world.git(&format!("config remote.origin.url 'ext::{} %S'", script.display()));
    let run = world.by("zoe").run("doctor");
    assert!(!canary.exists(), "{}", fs::read_to_string(&canary).unwrap());
    let run = run.says("lancerait des programmes").says("remote.origin.uploadpack").says("core.sshcommand");
    run.never_says("se laisse lire");
    // What the person's own configuration names is theirs.
    is(&world, "access", "remark", "credential.helper");
}

#[test]
fn hostile_names_steer_nothing() {
    let world = World::new();
    world.git("remote add origin '\u{1b}[31mhttps://x/\u{202e}'");
    world.hook("pre\u{1b}[2J\u{202e}", "true");
    world.git("update-ref 'refs/mpa/lost/a;rm\u{202e}$(x)' HEAD");
    world.git("config core.sshCommand '\u{1b}]0;x'");
    let run = world.by("zoe").run("doctor").exits(0).says("<U+202E>").says("git show …");
    run.says("core.sshcommand");
    world.by("zoe").run("doctor --format json").exits(0).says(r#""check": "hooks""#);
}

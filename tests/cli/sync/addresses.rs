//! The way to the remote is the person's: short addresses, ssh as they set it up, helpers of their own. Nothing asks where
//! nobody answers.
#![cfg(unix)]

use std::fs;
use std::path::PathBuf;

use super::{is_settled, remote_task, two};
use crate::kit::{CAMPAIGN, World, make_executable};

/// A program of this world's.
fn program(world: &World, name: &str, script: &str) -> PathBuf {
    let path = world.top().join("bin").join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    make_executable(&path);
    path
}

/// Something that stands for ssh: it notes how it was called, and runs here what it is to run there.
fn ssh(world: &World, name: &str) -> PathBuf {
    let log = world.top().join("log");
    let note = format!("echo \"$0 prompt=$GIT_TERMINAL_PROMPT $*\" >> {}", log.display());
    program(world, name, &format!("case \" $* \" in *' -G '*) exit 0;; esac\n{note}\nfor last; do :; done\nexec sh -c \"$last\""))
}

/// What the programs of this world noted, and forgets it.
fn noted(world: &World) -> String {
    let log = world.top().join("log");
    let text = fs::read_to_string(&log).unwrap_or_default();
    let _ = fs::remove_file(log);
    text
}

fn path_with(world: &World) -> String {
    format!("{}:{}", world.top().join("bin").display(), std::env::var("PATH").unwrap())
}

#[test]
fn short_addresses_and_another_way_to_send() {
    let (world, other) = two();
    let top = world.top().display().to_string();
    ssh(&world, "ssh");
    world.git("remote set-url origin court:origin.git");
    world.git(&format!("config url.{top}/.insteadOf court:"));
    world.by("zoe").run("claim p4n8w --sync").exits(0).says("C’est envoyé : 1 action.");
    world.git(&format!("config url.ssh://serveur{top}/.pushInsteadOf court:"));
    other.by("max").run("claim x9c3v --sync").exits(0);
    let call = world.by("zoe").env("PATH", path_with(&world));
    call.run("claim b6j2r --sync").exits(0).says("C’est envoyé : 1 action.").says("1 changement reçu");
    let log = noted(&world);
    assert!(log.contains("git-receive-pack") && !log.contains("git-upload-pack"), "{log}");
    assert!(remote_task(&world, "b6j2r").contains("[claims.zoe]"));
}

/// By the name of the program, by the configuration of the repository or of the person, by the environment.
#[test]
fn ssh_as_the_person_set_it_up() {
    let (world, other) = two();
    let ways = ["PATH", "core.sshCommand", "--global core.sshCommand", "GIT_SSH_COMMAND", "GIT_SSH"];
    other.git(&format!("remote set-url origin ssh://moi@serveur:2222{}/origin.git", world.top().display()));
    for (at, way) in ways.into_iter().enumerate() {
        let own = ssh(&other, if way == "PATH" { "ssh" } else { "mon-ssh" }).display().to_string();
        let asked = if way.ends_with("sshCommand") || way == "GIT_SSH_COMMAND" { format!("{own} -i 'ma clé'") } else { own };
        let call = |words: &str| {
            let call = other.by("zoe");
            match way {
                "PATH" => call.env("PATH", path_with(&other)).run(words),
                way if way.starts_with("GIT") => call.env(way, &asked).run(words),
                _ => call.run(words),
            }
        };
        if way.ends_with("sshCommand") {
            let scope = if way.starts_with("--global") { vec!["config", "--global"] } else { vec!["config"] };
            other.git_bytes(&[&scope[..], &["core.sshCommand", &asked]].concat());
        }
        call(if at % 2 == 0 { "claim p4n8w --sync" } else { "release p4n8w --sync" }).exits(0).says("C’est envoyé : 1 action.");
        let log = noted(&other);
        for line in log.lines() {
            assert!(line.contains("prompt=0") && line.contains("moi@serveur") && line.contains("-p 2222"), "{way}: {line}");
            assert_eq!(line.contains("BatchMode=yes"), !way.starts_with("GIT"), "{way}: {line}");
            assert_eq!(line.contains("-i ma clé"), asked.contains("-i"), "{way}: {line}");
        }
        assert!(log.contains("git-upload-pack") && log.contains("git-receive-pack"), "{way}: {log}");
        let _ = other.try_git("config --unset core.sshCommand");
        let _ = other.try_git("config --global --unset core.sshCommand");
    }
    world.anybody().run("sync").exits(0);
    is_settled(&world);
}

/// Where somebody answers, ssh and git may ask.
#[test]
fn on_a_terminal_ssh_may_ask() {
    let (world, _) = two();
    let own = ssh(&world, "mon-ssh");
    world.git(&format!("remote set-url origin ssh://serveur{}/origin.git", world.top().display()));
    world.git(&format!("config core.sshCommand {}", own.display()));
    world.by("zoe").on_terminal("claim p4n8w --sync").ends(0).says("C’est envoyé : 1 action.");
    let log = noted(&world);
    assert!(!log.contains("BatchMode") && !log.contains("prompt=0") && log.contains("git-receive-pack"), "{log}");
}

/// PuTTY knows nothing of the options of OpenSSH.
#[test]
fn plink_is_spoken_to_in_its_own_words() {
    let (world, _) = two();
    let plink = ssh(&world, "plink");
    world.git(&format!("remote set-url origin ssh://serveur:2222{}/origin.git", world.top().display()));
    world.git(&format!("config core.sshCommand {}", plink.display()));
    world.by("zoe").run("claim p4n8w --sync").exits(0).says("C’est envoyé : 1 action.");
    let log = noted(&world);
    assert!(log.contains("-P 2222") && log.contains(" -batch ") && !log.contains("-o "), "{log}");
}

/// A transport of the person's own, which asks their credential helper: it answers, and nobody else is asked.
#[test]
fn helpers_of_the_person_s() {
    let (world, _) = two();
    let log = world.top().join("log");
    let fill = "printf 'protocol=https\\nhost=example.org\\n\\n' | git credential fill";
    let speak = format!("{fill} 2>&1 | sed \"s/^/prompt=$GIT_TERMINAL_PROMPT /\" >> {}", log.display());
    let connect = "while read -r word service; do case $word in\ncapabilities) printf 'connect\\n\\n';;\nconnect) echo; exec \"$service\" \"$2\";;\nesac; done";
    program(&world, "git-remote-essai", &format!("{speak}\n{connect}"));
    let secret = program(&world, "secret", "[ \"$1\" = get ] && printf 'username=zoe\\npassword=sésame\\n'; exit 0");
    world.git(&format!("remote set-url origin essai::{}/origin.git", world.top().display()));
    let call = || world.by("zoe").env("PATH", path_with(&world));
    call().run("claim p4n8w --sync").exits(0).says("C’est envoyé : 1 action.");
    assert!(noted(&world).contains("prompt=0 fatal: could not read Username"), "nobody is asked");
    world.git(&format!("config --global credential.helper {}", secret.display()));
    let run = call().run("claim x9c3v --sync").exits(0).says("C’est envoyé : 1 action.");
    assert!(!format!("{run}").contains("sésame"));
    assert!(noted(&world).contains("prompt=0 password=sésame"));
}

#[test]
fn a_remote_and_a_branch_of_other_names() {
    let world =
        World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nremote = \"partage\"\nmain = \"liste/2026\"\n"))]);
    world.remote();
    let other = world.clone_of_remote();
    for clone in [&world, &other] {
        clone.git("remote rename origin partage");
        clone.git("branch --move main liste/2026");
    }
    world.git("push --quiet partage liste/2026");
    world.git("--git-dir=../origin.git symbolic-ref HEAD refs/heads/liste/2026");
    world.git("push --quiet partage --delete main");
    other.git("fetch --quiet --prune partage");
    world.by("zoe").run("claim p4n8w --sync").exits(0).says("C’est envoyé : 1 action.");
    other.by("max").run("claim x9c3v --sync").exits(0).says("1 changement reçu");
    world.anybody().run("sync").exits(0).says("1 changement reçu");
    assert_eq!(world.head(), world.git("--git-dir=../origin.git rev-parse liste/2026"));
    assert_eq!(world.git("--git-dir=../origin.git for-each-ref --format=%(refname)"), "refs/heads/liste/2026");
    other.by("max").run("claim p4n8w --sync").exits(4).complains("est prise par zoe");
    let before = world.git("rev-parse partage/liste/2026");
    world.git("update-ref -d refs/remotes/partage/liste/2026");
    world.by("zoe").run("log 20m --sync").exits(0);
    assert_ne!(world.git("rev-parse partage/liste/2026"), before);
    assert_eq!(remote_commits_of(&world), 4);
}

fn remote_commits_of(world: &World) -> usize {
    world.git("--git-dir=../origin.git rev-list --count liste/2026").parse().unwrap()
}

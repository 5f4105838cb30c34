//! What `doctor`, `undo` and `init --ci` propose to type, and what is left.

use std::fs;

use super::{Shell, told};
use crate::kit::{CAMPAIGN, World};

#[test]
fn doctor_outside_of_everything() {
    let world = World::new();
    world.remote();
    let outside = world.home();
    fs::write(world.git_config(), "").unwrap();
    let said = world.anybody().within(&outside).run("doctor").exits(1);
    let shell = Shell::of(&world, "zoe").within(&outside);
    let start = format!("mpa start {} asso --offline", world.top().join("origin.git").display());
    shell.fills(&said, "doctor", "mpa start ADRESSE", &start);
    shell.fills(&said, "doctor", "mpa init", "mpa init fete --as zoe --name Fête --contact fete@example.org || [ $? = 5 ]");
    for command in ["git config --global user.name ", "git config --global user.email ", "git config --global mpa.handle "] {
        shell.follows(&said, "doctor-no-identity", &told(&said, command, 5));
    }
    world.anybody().within(outside.join("asso")).run("claim p4n8w").exits(0);
}

#[test]
fn doctor_of_a_clone() {
    let world = World::new();
    let shell = Shell::of(&world, "zoe");
    let look = || world.by("zoe").run("doctor --offline");
    fs::write(world.path(".git/index.lock"), "").unwrap();
    let said = look();
    shell.follows(&said, "doctor-lock", &told(&said, "rm ", 2));
    world.write("notes.txt", "à moi\n");
    world.write("data/tasks/mphack/p4n8w-logo.toml", world.task("p4n8w").replace("2h", "3h"));
    shell.follows(&look(), "doctor-edits", "git status");
    world.git("checkout --quiet data");
    fs::remove_file(world.path(".gitattributes")).unwrap();
    world.commit("Sans attributs");
    let said = look();
    for command in [
        "echo '/data/** text eol=lf' >> .gitattributes",
        "git add .gitattributes",
        "git commit -m .gitattributes -- .gitattributes",
    ] {
        shell.follows(&said, "doctor-no-attributes", command);
    }
    assert!(!look().out.contains(".gitattributes >>"));
    world.git("switch --quiet --create essai");
    shell.follows(&look(), "doctor-state", "git switch main");
    world.git("config user.email zoe@perso.example");
    let said = look();
    shell.follows(&said, "doctor-email-public", &told(&said, "git config user.email ", 4));
    world.git("config commit.gpgSign true");
    let said = look();
    shell.fills(
        &said,
        "doctor-signing-guess",
        "git config --global user.signingkey KEY",
        "git config --global user.signingkey 0123",
    );
    world.git("config gpg.format ssh");
    world.git("config --global user.signingkey ~/absente.pub");
    let said = look();
    shell.follows(&said, "doctor-signing-no-key", "git config --global user.signingkey ~/.ssh/id_ed25519.pub");
    let said = world.by("zoe").env("LC_ALL", "C").run("doctor --offline");
    shell.follows(&said, "doctor-terminal-narrow", "export LC_ALL=C.UTF-8");
    let said = world.anybody().run("doctor --offline");
    shell.follows(&said, "doctor-no-handle", &told(&said, "git config --global mpa.handle ", 5));
    world.git("config mpa.handle 'Zoé'");
    let said = world.anybody().run("doctor --offline");
    shell.follows(&said, "doctor-handle", &told(&said, "git config mpa.handle ", 4));
    let said = world.anybody().env("MPA_HANDLE", "Zoé").run("doctor --offline");
    shell.follows(&said, "doctor-handle", &told(&said, "export MPA_HANDLE=", 2));
    let broken = World::with(&[("data/mpa.toml", &CAMPAIGN.replace("limit = 3", "limit = 'trois'"))]);
    let said = broken.by("zoe").run("doctor --offline");
    Shell::of(&broken, "zoe").fills(&said, "doctor-campaign", "mpa check", "mpa check || [ $? = 1 ]");
    let forge = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nforge = \"github\"\n"))]);
    let said = forge.by("zoe").run("doctor --offline");
    Shell::of(&forge, "zoe").follows(&said, "doctor-no-person", "mpa projects list");
}

#[test]
fn doctor_of_unusual_clones() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    let origin = world.top().join("origin.git").display().to_string();
    let clone = World::empty();
    clone.git(&format!("clone --quiet --depth 1 file://{origin} ."));
    let said = clone.by("zoe").run("doctor --offline");
    Shell::of(&clone, "zoe").follows(&said, "doctor-shallow", "git fetch --unshallow");
    clone.git("sparse-checkout set data");
    let said = clone.by("zoe").run("doctor --offline");
    Shell::of(&clone, "zoe").follows(&said, "doctor-sparse", "git sparse-checkout disable");
}

#[test]
fn doctor_of_leftovers() {
    // The folder of a run that was killed is still there, or gone.
    for gone in [false, true] {
        let world = World::new();
        let folder = world.top().join("mpa-commit-0123456789abcdef");
        world.git(&format!("worktree add --quiet --detach {}", folder.display()));
        if gone {
            fs::remove_dir_all(&folder).unwrap();
        }
        let said = world.by("zoe").run("doctor --offline");
        let begins = if gone { "git worktree prune" } else { "git worktree remove --force " };
        let command = told(&said, begins, if gone { 3 } else { 5 });
        Shell::of(&world, "zoe").follows(&said, "doctor-worktree", &command);
        assert_eq!(world.git("worktree list --porcelain").matches("worktree ").count(), 1, "{command}");
    }
    let world = World::new();
    world.git("update-ref refs/mpa/lost/2026-11-24-x HEAD");
    let said = world.by("zoe").run("doctor --offline");
    let shell = Shell::of(&world, "zoe");
    shell.follows(&said, "doctor-lost", "git show refs/mpa/lost/2026-11-24-x");
    shell.follows(&said, "doctor-lost", "git update-ref -d refs/mpa/lost/2026-11-24-x");
}

#[test]
fn doctor_of_the_remote() {
    let world = World::new();
    let shell = Shell::of(&world, "zoe");
    let said = world.by("zoe").run("doctor");
    world.git("init --quiet --bare ../origin.git");
    shell.fills(&said, "doctor-no-remote", "git remote add origin ADRESSE", "git remote add origin ../origin.git");
    world.git("push --quiet origin main");
    world.git("update-ref -d refs/remotes/origin/main");
    let said = world.by("zoe").run("doctor --offline");
    shell.follows(&said, "doctor-no-main", "git fetch origin");
    world.by("zoe").run("claim p4n8w").exits(0);
    let said = world.by("zoe").run("doctor --offline");
    shell.follows(&said, "doctor-unsent", "mpa sync");
    let other = world.clone_of_remote();
    other.by("max").run("claim x9c3v --sync").exits(0);
    world.git("fetch --quiet");
    let said = world.by("zoe").run("doctor --offline");
    shell.follows(&said, "doctor-behind", "mpa sync");
    world.git("config core.sshCommand 'ssh -v'");
    let said = world.by("zoe").run("doctor");
    shell.follows(&said, "doctor-programs", "git config --local --list");
    world.git("config --unset core.sshCommand");
    world.git("remote set-url origin ../absent.git");
    let said = world.by("zoe").run("doctor");
    shell.fills(&said, "doctor-no-read", "git ls-remote origin", "git ls-remote origin || [ $? = 128 ]");
    let requests = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\n"))]);
    requests.remote();
    requests.git("commit --quiet --allow-empty --message 'À moi'");
    let said = requests.by("zoe").run("doctor --offline");
    Shell::of(&requests, "zoe").follows(&said, "doctor-main-ahead", "git log origin/main..main");
    let said = requests.by("zoe").on("2026-12-24").run("doctor --offline");
    Shell::of(&requests, "zoe").follows(&said, "doctor-fetched-long", "mpa sync");
}

#[test]
fn what_cannot_be_undone_is_led_on() {
    let world = World::new();
    world.remote();
    let undo = |who: &str| world.by(who).run("undo").exits(1);
    let shell = |who| Shell::of(&world, who);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("orga").run("tasks edit p4n8w --budget 3h").exits(0);
    shell("zoe").follows(&undo("zoe"), "git log -3 -- {}", &format!("git log -3 -- {}", world.task_path("p4n8w")));
    let add = "tasks add --project mphack --title Neuf --budget 1h --done-when Fait. --resource A=https://example.org/a";
    world.by("lea").run(add).exits(0);
    let said = undo("lea");
    let told = told(&said, "mpa tasks cancel ", 6);
    shell("lea").fills(&said, "mpa tasks cancel {id} --reason", &told, &told.replace('…', "Rien."));
    world.by("orga").run("projects add --title Neuf --lead lea").exits(0);
    let said = undo("orga");
    shell("orga").follows(&said, "git revert --no-edit {short}", &super::told(&said, "git revert --no-edit ", 4));
}

/// What a volunteer passes on works for whoever is named; what they may type themselves works for them.
#[test]
fn what_was_sent_and_stays_is_passed_on() {
    let world = World::new();
    world.remote();
    let sent = |words: &str| {
        world.by("zoe").run(words).exits(0);
        world.git("push --quiet origin main");
        world.by("zoe").run("undo").exits(1)
    };
    let shell = |who| Shell::of(&world, who);
    world.by("zoe").run("claim p4n8w --until 27/11/2026").exits(0);
    let said = sent("renew p4n8w");
    let release = "mpa release p4n8w --handover \"…\"";
    shell("zoe").fills(&said, "mpa release", release, &release.replace('…', "Presque fini."));
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("log p4n8w 25m --day 23/11/2026").exits(0);
    let said = sent("log p4n8w 20m --day 23/11/2026");
    shell("lea").follows(&said, "hint-for-them", "mpa log p4n8w --for zoe 25m --total --day 2026-11-23");
    let said = sent("close p4n8w --evidence https://example.org/l");
    let reopen = "mpa tasks reopen p4n8w --reason \"…\"";
    shell("orga").fills(&said, "hint-for-them", reopen, &reopen.replace('…', "Pas fini."));
}

#[test]
fn files_for_a_forge_are_sent() {
    let world = World::new();
    world.remote();
    let tool = "https://example.org/mpa.git@v0.1.0";
    let said = world.by("orga").run(&format!("init --ci github --tool {tool}")).exits(0);
    let shell = Shell::of(&world, "orga");
    shell.follows(&said, "forge-step-send", "git push origin main");
    world.write(
        "data/mpa.toml",
        format!("{}\n", world.read("data/mpa.toml").replace("[workflow]", "[workflow]\nmode = \"pull-request\"")),
    );
    fs::remove_file(world.path(".github/workflows/mpa-issue.yml")).unwrap();
    shell.follows(&said, "forge-step-github-direct", "git switch -c ci");
    shell.follows(&said, "forge-step-github-direct", "git commit -a -m \"Demandes\"");
    let again = format!("mpa init --ci github --tool {tool} --here");
    shell.follows(&said, "forge-step-github-direct", &again);
    assert!(world.read(".github/workflows/mpa-issue.yml").contains("pull-requests: write"));
}

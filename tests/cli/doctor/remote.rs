//! The shared repository, and whether it lets us in.

use std::fs;

use super::{is, look, of};
use crate::kit::{CAMPAIGN, World, make_executable};

#[test]
fn the_remote_and_the_way_to_it() {
    let world = World::new();
    is(&world, "remote", "remark", "relié à aucun autre");
    world.git("remote add ailleurs ../x.git");
    is(&world, "remote", "mend", "elle connaît ailleurs");
    world.git("remote remove ailleurs");
    world.remote();
    is(&world, "remote", "fine", "../origin.git");
    is(&world, "read", "fine", "se laisse lire");
    is(&world, "write", "fine", "accepte que tu y écrives");
    look(&world).exits(0).says("pas vérifié (--offline)").never_says("se laisse lire");
    world.git("remote set-url origin ../absent.git");
    is(&world, "read", "mend", "absent.git");
    is(&world, "read", "mend", "phrase secrète");
    world.git("remote set-url origin https://zoe:secret@absent.invalid/x.git");
    is(&world, "read", "remark", "ne répond pas");
    world.by("zoe").run("doctor").exits(0).never_says("secret");
}

#[cfg(unix)]
#[test]
fn a_remote_that_takes_nothing_is_told_from_one_that_does() {
    // No server is needed: ssh is a script.
    let script = "#!/bin/sh\ncase \"$*\" in *receive-pack*) echo 'Permission denied to zoe.' >&2; exit 1;; esac\n\
                  for last; do :; done\neval \"$last\"\n";
    for (mode, grade, text) in [("direct", "mend", "Demande ce droit"), ("pull-request", "remark", "copie à toi (fork)")] {
        let campaign = format!("{CAMPAIGN}\n[workflow]\nmode = \"{mode}\"\n");
        let world = World::with(&[("data/mpa.toml", &campaign)]);
        world.remote();
        let ssh = world.top().join("ssh");
        fs::write(&ssh, script).unwrap();
        make_executable(&ssh);
        world.git(&format!("remote set-url origin ssh://git@example.org{}", world.top().join("origin.git").display()));
        world.git(&format!("config --global core.sshCommand {}", ssh.display()));
        is(&world, "read", "fine", "se laisse lire");
        is(&world, "write", grade, text);
        is(&world, "write", grade, "Permission denied to zoe.");
    }
}

#[cfg(unix)]
#[test]
fn a_password_that_nobody_is_asked_for_is_no_refusal() {
    let asks = "echo \"fatal: could not read Username for 'https://example.org': terminal prompts disabled\" >&2; exit 1";
    let serves = "for last; do :; done\neval \"$last\"";
    for (reads, writes, check, command) in
        [(asks, asks, "read", "git ls-remote origin"), (serves, asks, "write", "git push --dry-run origin HEAD:main")]
    {
        let world = World::new();
        world.remote();
        let ssh = world.top().join("ssh");
        fs::write(&ssh, format!("#!/bin/sh\ncase \"$*\" in *receive-pack*) {writes};; esac\n{reads}\n")).unwrap();
        make_executable(&ssh);
        world.git(&format!("remote set-url origin ssh://git@example.org{}", world.top().join("origin.git").display()));
        world.git(&format!("config --global core.sshCommand {}", ssh.display()));
        is(&world, check, "remark", "un compte et un mot de passe");
        world.by("zoe").run("doctor").exits(0).says(command);
    }
}

#[test]
fn the_forge_is_compared_with_the_address() {
    let world = World::new();
    world.remote();
    is(&world, "workflow", "fine", "direct");
    world.git("remote set-url origin https://github.invalid/asso/fete");
    is(&world, "workflow", "remark", "forge = \\\"github");
    world.write("data/mpa.toml", format!("{CAMPAIGN}\n[workflow]\nforge = \"gitlab\"\n"));
    is(&world, "workflow", "remark", "ressemble à");
    world.write("data/mpa.toml", format!("{CAMPAIGN}\n[workflow]\nforge = \"github\"\n"));
    is(&world, "workflow", "fine", "github");
}

#[test]
fn how_far_the_shared_branch_is() {
    let world = World::new();
    world.remote();
    is(&world, "main", "fine", "à jour");
    world.by("zoe").run("claim p4n8w").exits(0);
    is(&world, "unsent", "remark", "1 enregistrement n’est pas encore envoyé");
    look(&world).says("mpa sync");
    world.git("push --quiet origin main");
    world.git("reset --quiet --hard HEAD~1");
    is(&world, "main", "remark", "1 enregistrement d’origin/main n’est pas encore ici");
    is(&world, "write", "fine", "accepte");
    world.git("update-ref -d refs/remotes/origin/main");
    is(&world, "main", "remark", "n’est pas connue ici");
    world.git("fetch --quiet");
    let traces = [".git/FETCH_HEAD", ".git/logs/refs/remotes/origin/main"]
        .map(|path| fs::File::options().write(true).open(world.path(path)).unwrap());
    let heard = |at| traces.iter().for_each(|trace| trace.set_modified(at).unwrap());
    let now = chrono::DateTime::parse_from_rfc3339(crate::kit::NOW).unwrap();
    let days_ago = |days: u64| std::time::SystemTime::from(now) - std::time::Duration::from_secs(days * 86_400 + 60);
    heard(days_ago(0));
    is(&world, "fetch", "fine", "moins d’un jour");
    heard(days_ago(3));
    is(&world, "fetch", "remark", "3 jours");
}

/// Where changes go through requests, `sync` sends nothing of the shared branch itself.
#[test]
fn own_commits_on_the_shared_branch_are_to_be_looked_at_where_requests_are_sent() {
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\n"))]);
    world.remote();
    world.write("notes.txt", "x\n");
    world.commit("Mine");
    is(&world, "unsent", "remark", "La branche main d’ici a 1 enregistrement que le dépôt partagé n’a pas");
    look(&world).says("git log origin/main..main").never_says("Pour envoyer");
}

/// Where changes go through requests, it is the branch of a request that is tried, through one's own fork if there is one.
#[cfg(unix)]
#[test]
fn requests_are_tried_where_they_would_go() {
    let script = "#!/bin/sh\ncase \"$*\" in *receive-pack*/liste.git*) echo 'Permission denied to zoe.' >&2; exit 1;; esac\n\
                  for last; do :; done\nexec ${last%% *} ORIGIN\n";
    for (forge, fork, grade, text) in [
        ("github", "ssh://git@github.com/zoe/liste.git", "mend", "zoe n’accepte pas que tu y écrives"),
        ("github", "ssh://git@github.com/zoe/autre.git", "remark", "origin n’accepte pas que tu y écrives"),
    ] {
        let world =
            World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\nforge = \"{forge}\"\n"))]);
        world.remote();
        let ssh = world.top().join("ssh");
        fs::write(&ssh, script.replace("ORIGIN", &world.top().join("origin.git").display().to_string())).unwrap();
        make_executable(&ssh);
        world.git("remote set-url origin ssh://git@github.com/mphack/liste.git");
        world.git(&format!("remote add zoe {fork}"));
        world.git(&format!("config --global core.sshCommand {}", ssh.display()));
        is(&world, "write", grade, text);
        // The fork takes it.
        fs::write(
            &ssh,
            script
                .replace("/liste.git*", "/mphack/liste.git*")
                .replace("ORIGIN", &world.top().join("origin.git").display().to_string()),
        )
        .unwrap();
        let (grade, text) = if grade == "mend" { ("fine", "zoe") } else { ("remark", "copie à toi (fork)") };
        is(&world, "write", grade, text);
    }
    // Forgejo takes requests from whoever may read.
    let world =
        World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\nforge = \"forgejo\"\n"))]);
    world.remote();
    is(&world, "read", "fine", "se laisse lire");
    assert_eq!(of(&world, "write"), []);
}

//! Servers that refuse, fall silent, die or want a password: what is said of it is true, nothing hangs for ever, and the
//! next run sends nothing twice and loses nothing.

use super::{is_settled, remote_commits, remote_task, server_hook, two};
use crate::kit::World;
use crate::remote::{Http, Manner, Remote, TRANSPORTS};

/// The usual two, and a web server between them; `None` where there is none.
fn over_http() -> Option<(World, World, Http)> {
    let (world, other) = two();
    let http = Http::of(&world)?;
    for clone in [&world, &other] {
        clone.git(&format!("remote set-url origin {}", http.address()));
    }
    Some((world, other, http))
}

/// A server that says no now and then: whoever keeps trying gets it there, once.
#[test]
fn a_server_that_refuses_now_and_then() {
    for transport in TRANSPORTS {
        let (world, other) = two();
        let Some(remote) = Remote::of(&world, transport) else { continue };
        remote.is_origin_of([&world, &other]);
        let script = "n=$(cat ../count 2>/dev/null || echo 0); echo $((n + 1)) > ../count; [ $((n % 3)) -eq 2 ]";
        server_hook(&world, "update", script);
        for (at, id) in ["p4n8w", "x9c3v", "b6j2r"].iter().enumerate() {
            let clone = if at % 2 == 0 { &world } else { &other };
            clone.by("zoe").run(&format!("claim {id}")).exits(0);
            for _ in 0..2 {
                clone.anybody().run("sync").exits(6).complains("Le dépôt partagé a refusé").complains("hook declined");
                clone.is_clean();
            }
            clone.anybody().run("sync").exits(0);
            assert!(remote_task(&world, id).contains("[claims.zoe]"));
        }
        assert_eq!(remote_commits(&world), 4);
        world.anybody().run("sync").exits(0);
        is_settled(&world);
    }
}

/// What kills the server's side of a push, in the hooks that git calls one after the other.
const DIES: &str = "kill -9 $PPID";

/// The next run, once the server is well again, finds everything in its place.
fn is_there_once(world: &World, commits: usize) {
    world.anybody().run("sync").exits(0).says("Tout est à jour");
    assert_eq!(remote_commits(world), commits);
    assert!(remote_task(world, "p4n8w").contains("[claims.zoe]"));
    is_settled(world);
}

#[test]
fn a_server_that_dies_with_what_it_took() {
    for transport in TRANSPORTS {
        for (hook, script) in
            [("reference-transaction", format!("[ $1 = committed ] && {DIES}; exit 0")), ("post-receive", DIES.to_owned())]
        {
            let (world, other) = two();
            let Some(remote) = Remote::of(&world, transport) else { continue };
            other.by("max").run("claim x9c3v --sync").exits(0);
            remote.is_origin_of([&world]);
            server_hook(&world, hook, &script);
            world.by("zoe").run("claim p4n8w --sync").exits(0).says("est à toi").says("C’est envoyé : 1 action.");
            is_there_once(&world, 3);
        }
    }
}

#[test]
fn a_server_that_dies_before_it_took_anything() {
    for transport in TRANSPORTS {
        let (world, _) = two();
        let Some(remote) = Remote::of(&world, transport) else { continue };
        remote.is_origin_of([&world]);
        server_hook(&world, "pre-receive", DIES);
        let run = world.by("zoe").run("claim p4n8w --sync").exits(6).never_says("est à toi");
        run.complains("mais pas encore envoyé.").complains("rien n’y est arrivé jusqu’ici").complains("mpa sync");
        world.anybody().run("sync").exits(6).complains("a coupé la connexion pendant l’envoi");
        assert_eq!(remote_commits(&world), 1);
        std::fs::remove_file(world.top().join("origin.git/hooks/pre-receive")).unwrap();
        world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
        is_there_once(&world, 2);
    }
}

#[test]
fn a_web_server_that_hangs_up_with_what_it_took() {
    let Some((world, other, http)) = over_http() else { return };
    other.by("max").run("claim x9c3v --sync").exits(0);
    http.behaves(Manner::HangsUpAfterPush);
    world.by("zoe").run("claim p4n8w --sync").exits(0).says("est à toi").says("C’est envoyé : 1 action.");
    is_there_once(&world, 3);
}

/// Gone with what it took: nobody can tell, and nobody claims to.
#[test]
fn a_web_server_that_is_gone_with_what_it_took() {
    for begins in [true, false] {
        let Some((world, other, http)) = over_http() else { return };
        if begins {
            other.by("max").run("claim x9c3v --sync").exits(0);
        }
        http.behaves(Manner::DiesAfterPush);
        let run = world.by("zoe").run("claim p4n8w --sync").exits(6).never_says("est à toi");
        let run = run.complains("impossible de savoir si c’est arrivé").complains("rien ne sera envoyé deux fois");
        assert!(!run.err.contains("pas encore envoyé"), "{run}");
        world.is_clean();
        world.anybody().run("sync").exits(5).complains("hors d’atteinte");
        http.behaves(Manner::Serves);
        world.anybody().run("sync").exits(0);
        is_there_once(&world, 2 + usize::from(begins));
    }
}

#[test]
fn a_password_comes_from_the_helper_or_not_at_all() {
    let Some((world, _, http)) = over_http() else { return };
    http.behaves(Manner::AsksPassword);
    // Only whoever is known may write.
    world.git("--git-dir=../origin.git config --unset http.receivepack");
    world.by("zoe").run("claim p4n8w").exits(0);
    let before = world.state();
    let helper = |password: &str| {
        let helper = format!("!f() {{ echo asked >> ../asked; echo username=lampe; echo password={password}; }}; f");
        world.git(&format!("config --global --replace-all credential.helper '{helper}'"));
    };
    let asked = world.top().join("askpass");
    let script = world.top().join("askpass.sh");
    std::fs::write(&script, format!("#!/bin/sh\necho \"$1\" >> {}\necho secret\n", asked.display())).unwrap();
    crate::kit::make_executable(&script);
    let run = world.anybody().env("GIT_ASKPASS", &script).env("SSH_ASKPASS", &script).run("sync").exits(5);
    run.complains("ne te laisse pas entrer").complains("terminal prompts disabled").complains("mpa sync");
    assert!(!asked.exists(), "nobody is there to be asked");
    helper("fausse");
    world.anybody().run("sync").exits(5).complains("ne te laisse pas entrer");
    assert_eq!((world.state(), remote_commits(&world)), (before, 1));
    helper("secret");
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
    assert!(std::fs::read_to_string(world.path("../asked")).unwrap().lines().count() >= 2);
    is_there_once(&world, 2);
}

#[test]
fn whoever_is_not_let_in_is_told_and_keeps_everything() {
    let Some((world, _, http)) = over_http() else { return };
    world.by("zoe").run("claim p4n8w").exits(0);
    let before = world.state();
    for (manner, word) in [
        (Manner::Forbids, "403"),
        (Manner::ReadOnly, "403"),
        (Manner::LoginPage, "redirect"),
        (Manner::Portal, "not valid: is this a git repository?"),
    ] {
        http.behaves(manner);
        let run = world.anybody().run("sync").exits(5).complains("ne te laisse pas entrer ; ton travail reste ici");
        run.complains(word).complains("mpa sync");
        assert_eq!(world.state(), before, "{manner:?}");
        assert_eq!(remote_commits(&world), 1, "{manner:?}");
    }
    http.behaves(Manner::Serves);
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
    is_there_once(&world, 2);
}

/// The server is a proxy here: it is asked for the address of somebody else, who does not exist.
#[test]
fn a_proxy_is_gone_through() {
    let Some((world, other, http)) = over_http() else { return };
    for clone in [&world, &other] {
        clone.git("remote set-url origin http://depot.invalid/origin.git");
    }
    world.git(&format!("config --global http.proxy {}", http.site()));
    world.by("zoe").run("claim p4n8w --sync").exits(0).says("C’est envoyé : 1 action.");
    other.anybody().run("sync").exits(5).complains("hors d’atteinte");
    other.anybody().env("http_proxy", http.site()).run("sync").exits(0).says("1 changement reçu");
    let log = http.log();
    let pushes = log.iter().filter(|line| line.starts_with("POST http://depot.invalid/origin.git/git-receive-pack"));
    assert!(pushes.count() > 0, "{log:?}");
    assert_eq!(remote_commits(&world), 2);
    is_settled(&world);
}

/// A long push comes in pieces and a long question compressed: the server of these tests takes both.
#[test]
fn long_bodies_arrive() {
    let Some((world, other, http)) = over_http() else { return };
    for number in 0..60 {
        world.git(&format!("commit --quiet --allow-empty --message {number}"));
    }
    let mut rng = fastrand::Rng::with_seed(7);
    let noise: Vec<u8> = (0..300_000).map(|_| rng.u8(..)).collect();
    world.write("affiche.bin", &noise);
    world.commit("Affiche");
    other.by("max").run("claim x9c3v --sync").exits(0);
    // In git's newer protocol a question is never compressed; and it is long only where the last fetch is forgotten.
    world.git("update-ref -d refs/remotes/origin/main");
    world.git("-c protocol.version=0 fetch --quiet");
    world.git("config http.postBuffer 65536");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("sync --rebase").exits(0);
    let log = http.log();
    for (way, end) in [("git-upload-pack", "gzip"), ("git-receive-pack", "chunked")] {
        assert!(log.iter().any(|line| line.contains(way) && line.ends_with(end)), "{way} {end}\n{log:#?}");
    }
    assert!(world.git_bytes(&["--git-dir=../origin.git", "show", "main:affiche.bin"]) == noise, "another picture arrived");
    is_settled(&world);
}

/// Ctrl-C, where a server says nothing any more.
#[cfg(unix)]
#[test]
fn whoever_does_not_want_to_wait_stops_it() {
    use std::os::unix::process::ExitStatusExt;
    for (manner, awaited, arrives) in
        [(Manner::Silent, "service=git-upload-pack", 0), (Manner::SilentAfterPush, "/git-receive-pack", 1)]
    {
        let Some((world, other, http)) = over_http() else { return };
        other.by("max").run("claim x9c3v --sync").exits(0);
        world.by("zoe").run("claim p4n8w").exits(0);
        let before = world.state();
        let seen = http.log().len();
        http.behaves(manner);
        let mut child = world.anybody().in_own_group().start("sync");
        let reached = || {
            let log = http.log();
            log[seen..].iter().any(|line| line.contains(awaited)) && remote_commits(&world) == 2 + arrives
        };
        while !reached() {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let group = format!("-{}", child.id());
        assert!(std::process::Command::new("kill").args(["-INT", "--", &group]).status().unwrap().success());
        let ended = child.wait().unwrap();
        // Shells call a signal 128 and its number.
        let code = ended.code().or(ended.signal().map(|signal| 128 + signal));
        assert_eq!(code, Some(130));
        assert_eq!(world.state(), before);
        http.behaves(Manner::Serves);
        world.anybody().run("sync").exits(0);
        is_there_once(&world, 3);
    }
}

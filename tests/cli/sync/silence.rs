//! Servers that say nothing, or nothing any more: whoever waits is told, keeps everything, and leaves nothing running. Whoever
//! works on this side, and a person who thinks, are no silence.

use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::thread;

use super::{is_settled, remote_commits, remote_task, server_hook, two};
use crate::kit::{CAMPAIGN, Call, World, make_executable};
use crate::remote::{Http, Manner, Remote, TRANSPORTS, Transport};

/// How long nothing may be heard in these tests, in seconds.
const PATIENCE: &str = "1";
/// What is said of it.
const SILENT: &str = "ne donne aucun signe de vie depuis 1 s ; ton travail reste ici, au complet";

/// How long, where something else has to go well on a busy computer.
const LONGER: &str = "3";

trait Hurried {
    fn hurried(self) -> Self;
    fn less_hurried(self) -> Self;
}

impl Hurried for Call<'_> {
    fn hurried(self) -> Self {
        self.env("MPA_PATIENCE", PATIENCE)
    }

    fn less_hurried(self) -> Self {
        self.env("MPA_PATIENCE", LONGER)
    }
}

/// A server that takes every call, says `beginning`, and nothing more. It ends with the tests.
fn silent(beginning: &'static [u8]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let mut calls = Vec::new();
        for call in listener.incoming() {
            let mut call = call.unwrap();
            call.write_all(beginning).unwrap();
            calls.push(call);
        }
    });
    port
}

/// Lets `script` be the ssh of `world`, and its remote be reached by it. `serve` in it does what a server does.
fn with_ssh(world: &World, script: &str) {
    let ssh = world.top().join("ssh");
    let serves = "serve() { for last; do :; done; eval \"exec $last\"; }";
    fs::write(&ssh, format!("#!/bin/sh\ncd '{}'\n{serves}\n{script}\n", world.top().display())).unwrap();
    make_executable(&ssh);
    world.git(&format!("config --global core.sshCommand {}", ssh.display()));
    world.git(&format!("remote set-url origin ssh://depot.invalid{}", world.top().join("origin.git").display()));
}

/// `sync` and what else asks the remote end, with everything as it was.
#[track_caller]
fn is_given_up(world: &World, way: &str) {
    let before = world.state();
    let run = world.by("zoe").hurried().run("sync").exits(5);
    assert!(crate::kit::flat(&run.err).contains(&crate::kit::flat(SILENT)), "{way}: {run}");
    world.by("zoe").hurried().run("sync --lang en").exits(5).complains("has given no sign of life for 1 s");
    world.by("zoe").hurried().run("doctor").exits(0).says("origin ne donne aucun signe de vie : rien depuis 1 s");
    assert_eq!(world.state(), before, "{way}");
    let run = world.by("zoe").hurried().run("claim x9c3v --sync").exits(6).complains("mais pas encore envoyé");
    run.complains("aucun signe de vie").complains("mpa sync").never_says("est à toi");
    assert!(world.task("x9c3v").contains("[claims.zoe]"), "{way}: what was done stays recorded");
    world.has_left_nothing_running();
}

/// Scenes side by side: in each, most of the time goes by in silence.
fn side_by_side<T: Send>(scenes: impl IntoIterator<Item = T>, scene: impl Fn(T) + Sync) {
    let (scene, test) = (&scene, thread::current().name().unwrap_or_default().to_owned());
    thread::scope(|scope| {
        for it in scenes {
            // Each is the test, to whoever asks.
            thread::Builder::new().name(test.clone()).spawn_scoped(scope, move || scene(it)).unwrap();
        }
    });
}

/// Lets the remote of `world` be one that says this much over `scheme`, and nothing more.
fn falls_silent(world: &World, scheme: &str, beginning: &'static [u8]) {
    if scheme == "ssh" {
        let said = String::from_utf8_lossy(beginning).replace('\n', "\\n");
        with_ssh(world, &format!("printf '{said}'; sleep 600"));
    } else {
        world.git(&format!("remote set-url origin {scheme}://127.0.0.1:{}/origin.git", silent(beginning)));
    }
}

#[test]
fn a_server_that_never_answers_is_given_up() {
    side_by_side(["git", "http", "ssh"], |scheme| {
        let (world, _) = two();
        falls_silent(&world, scheme, b"");
        is_given_up(&world, scheme);
    });
}

#[test]
fn a_server_that_stops_in_the_middle_is_given_up() {
    let web: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack-advertisement\r\n\r\n\
                       001e# service=git-upload-pack\n0000000eversion 2\n";
    let git: &[u8] = b"000eversion 2\n";
    side_by_side([("git", git), ("http", web), ("ssh", git)], |(scheme, beginning)| {
        let (world, _) = two();
        falls_silent(&world, scheme, beginning);
        is_given_up(&world, scheme);
    });
}

/// Nobody knows what it heard, unless it still says what it has.
#[test]
fn a_server_that_falls_silent_while_something_is_sent_is_asked_what_it_has() {
    let (world, _) = two();
    with_ssh(&world, "case $* in *receive-pack*) sleep 600;; esac\nserve \"$@\"");
    world.by("zoe").run("claim p4n8w").exits(0);
    let before = world.state();
    let run = world.anybody().less_hurried().run("sync").exits(6).complains("rien n’y est arrivé jusqu’ici");
    run.complains("n’a plus donné signe de vie").complains("mpa sync");
    assert_eq!((world.state(), remote_commits(&world)), (before, 1));
    world.has_left_nothing_running();
    with_ssh(&world, "[ -e dead ] && sleep 600\ncase $* in *receive-pack*) touch dead; sleep 600;; esac\nserve \"$@\"");
    let run = world.by("zoe").less_hurried().run("claim x9c3v --sync").exits(6).never_says("pas encore envoyé");
    run.complains("impossible de savoir si c’est arrivé").complains("rien ne sera envoyé deux fois");
    world.has_left_nothing_running();
    with_ssh(&world, "serve \"$@\"");
    world.anybody().run("sync").exits(0).says("C’est envoyé : 2 actions.");
    is_settled(&world);
}

#[test]
fn a_web_server_that_took_it_and_fell_silent_is_asked_what_it_has() {
    let (world, _) = two();
    let Some(http) = Http::of(&world) else { return };
    world.git(&format!("remote set-url origin {}", http.address()));
    http.behaves(Manner::SilentAfterPush);
    world.by("zoe").less_hurried().run("claim p4n8w --sync").exits(0).says("est à toi").says("C’est envoyé : 1 action.");
    is_settled(&world);
}

/// A hook of the server's that works longer than anybody waits: git says now and then that it is still there. The web server of
/// these tests passes on nothing before the end.
#[test]
fn a_server_at_work_is_waited_for() {
    side_by_side(TRANSPORTS.into_iter().filter(|transport| *transport != Transport::Http), |transport| {
        let (world, _) = two();
        let Some(remote) = Remote::of(&world, transport) else { return };
        remote.is_origin_of([&world]);
        world.git("--git-dir=../origin.git config receive.keepAlive 1");
        server_hook(&world, "pre-receive", "sleep 5");
        world.by("zoe").less_hurried().run("claim p4n8w --sync").exits(0).says("C’est envoyé : 1 action.");
        assert!(remote_task(&world, "p4n8w").contains("[claims.zoe]"), "{transport:?}");
    });
}

#[test]
fn a_hook_on_this_side_is_waited_for() {
    side_by_side([Transport::Daemon, Transport::Http], |transport| {
        let (world, _) = two();
        let Some(remote) = Remote::of(&world, transport) else { return };
        remote.is_origin_of([&world]);
        world.hook("pre-push", "sleep 5");
        world.by("zoe").less_hurried().run("claim p4n8w --sync").exits(0).says("C’est envoyé : 1 action.");
    });
}

#[test]
fn a_person_who_thinks_about_a_password_is_waited_for() {
    let (world, _) = two();
    let Some(http) = Http::of(&world) else { return };
    world.git(&format!("remote set-url origin {}", http.address()));
    world.by("zoe").run("claim p4n8w").exits(0);
    http.behaves(Manner::AsksPassword);
    let mut terminal = world.by("zoe").less_hurried().on_terminal("sync");
    terminal.shows("Username");
    // Somebody asked without a name, and was answered: it is not the server that is silent.
    let asked = |count: usize| http.log().iter().filter(|line| line.contains("service=git-upload-pack")).count() >= count;
    while !asked(2) {
        thread::sleep(std::time::Duration::from_millis(20));
    }
    terminal
        .types("lampe\n")
        .shows("Password")
        .types("secret\n")
        .shows("Username")
        .types("lampe\n")
        .shows("Password")
        .types("secret\n");
    terminal.ends(0).says("C’est envoyé : 1 action.");
    is_settled(&world);
}

/// A terminal changes nothing where nobody is asked anything.
#[test]
fn on_a_terminal_a_silent_server_is_given_up_too() {
    side_by_side(["git", "http", "ssh"], |scheme| {
        let (world, _) = two();
        falls_silent(&world, scheme, b"");
        world.by("zoe").hurried().on_terminal("sync").ends(5).says("aucun signe de vie");
    });
}

#[test]
fn a_request_that_nobody_opens_is_sent_all_the_same() {
    let campaign = format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\nforge = \"github\"\n");
    let world = World::with(&[("data/mpa.toml", &campaign)]);
    world.remote();
    with_ssh(&world, "for last; do :; done; exec ${last%% *} origin.git");
    world.git("remote set-url origin git@github.com:mphack/liste.git");
    let bin = world.top().join("bin");
    fs::create_dir_all(&bin).unwrap();
    fs::write(bin.join("gh"), "#!/bin/sh\n[ $1 = auth ] && exit 0\nsleep 600\n").unwrap();
    make_executable(&bin.join("gh"));
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    world.by("zoe").run("claim p4n8w").exits(0);
    let run = world.by("zoe").less_hurried().env("PATH", &path).run("sync --open").exits(5);
    run.says("Envoyé :").complains("gh ne donne aucun signe de vie depuis 3 s").complains("mpa sync --open");
    assert!(world.git("--git-dir=../origin.git branch --list").contains("mpa/p4n8w-zoe"));
    world.has_left_nothing_running();
}

/// A clone that lacks texts fetches them when it meets them.
#[test]
fn what_a_partial_clone_lacks_is_not_waited_for_either() {
    let (world, _) = two();
    world.git("--git-dir=../origin.git config uploadpack.allowFilter true");
    world.git("--git-dir=../origin.git config uploadpack.allowAnySHA1InWant true");
    let partial = World::empty();
    partial.git(&format!("clone --quiet --no-local --filter=blob:none {} .", world.top().join("origin.git").display()));
    fs::rename(world.top().join("origin.git"), partial.top().join("origin.git")).unwrap();
    world.git(&format!("remote set-url origin {}", partial.top().join("origin.git").display()));
    world.write("LISEZMOI", "Bonjour\n");
    world.commit("Une page");
    world.git("push --quiet origin main");
    with_ssh(&partial, "[ -e calls ] && sleep 600\ntouch calls\nserve \"$@\"");
    let before = partial.state();
    partial.by("zoe").less_hurried().run("sync").exits(5).complains("aucun signe de vie");
    assert_eq!(partial.state(), before);
    partial.has_left_nothing_running();
    with_ssh(&partial, "serve \"$@\"");
    partial.by("zoe").run("sync").exits(0).says("1 changement reçu");
    assert_eq!(partial.read("LISEZMOI"), "Bonjour\n");
}

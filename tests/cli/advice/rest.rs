//! Servers that fail, names that collide, and what else leads on.

use std::fs;
use std::net::TcpListener;

use super::Shell;
use crate::kit::{CAMPAIGN, World, make_executable, task};
use crate::remote::{Http, Manner};

fn two() -> (World, World) {
    let world = World::new();
    world.remote();
    let other = world.clone_of_remote();
    (world, other)
}

#[test]
fn a_silent_server_is_looked_into_and_tried_again() {
    let (world, _) = two();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let silent = format!("git://{}/origin.git", listener.local_addr().unwrap());
    world.git(&format!("remote set-url origin {silent}"));
    world.by("zoe").run("claim p4n8w").exits(0);
    let said = world.by("zoe").env("MPA_PATIENCE", "1").run("sync").exits(5);
    let shell = Shell::of(&world, "zoe").with("MPA_PATIENCE", 1);
    shell.follows(&said, "vcs-silent", "mpa doctor").says("aucun signe de vie");
    world.git("remote set-url origin ../origin.git");
    shell.with("MPA_PATIENCE", 30).follows(&said, "vcs-silent", "mpa sync");
    drop(listener);
}

#[test]
fn a_server_that_breaks_off_while_something_is_sent_is_asked_again() {
    let (world, _) = two();
    let shell = Shell::of(&world, "zoe");
    let ssh = world.top().join("ssh");
    let dies = "[ -e dead ] && sleep 600\ncase $* in *receive-pack*) touch dead; sleep 600;; esac\n";
    let serves = "for last; do :; done\neval \"exec $last\"\n";
    let served = |script: String| {
        fs::write(&ssh, format!("#!/bin/sh\ncd '{}'\n{script}", world.top().display())).unwrap();
        make_executable(&ssh);
    };
    served(format!("{dies}{serves}"));
    world.git(&format!("config --global core.sshCommand {}", ssh.display()));
    world.git(&format!("remote set-url origin ssh://depot.invalid{}", world.top().join("origin.git").display()));
    world.by("zoe").run("claim p4n8w").exits(0);
    let said = world.by("zoe").env("MPA_PATIENCE", "3").run("sync").exits(6);
    served(serves.to_owned());
    shell.follows(&said, "vcs-silent-sending", "mpa sync");
    let Some(http) = Http::of(&world) else { return };
    world.git(&format!("remote set-url origin {}", http.address()));
    world.by("zoe").run("log p4n8w 1h").exits(0);
    http.behaves(Manner::DiesAfterPush);
    let said = world.by("zoe").run("sync").exits(6);
    http.behaves(Manner::Serves);
    shell.follows(&said, "vcs-cut-off", "mpa sync");
}

#[test]
fn what_cannot_be_sent_yet_is_sent_later() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    other.anybody().run("sync").exits(0);
    world.by("zoe").run("log p4n8w 45m").exits(0);
    let sound = other.task("p4n8w");
    other.write(&other.task_path("p4n8w"), format!("{sound}]] casse\n"));
    other.commit("À la main");
    other.git("push --quiet origin main");
    let said = world.by("zoe").run("sync").exits(3);
    other.write(&other.task_path("p4n8w"), sound);
    other.commit("Réparé");
    other.git("push --quiet origin main");
    Shell::of(&world, "zoe").follows(&said, "sync-unreadable", "mpa sync");
    let another = World::with(&[("LISEZ-MOI", "autre\n")]);
    another.git(&format!("push --quiet --force {} main", world.top().join("origin.git").display()));
    let said = world.by("zoe").run("sync").exits(5);
    Shell::of(&world, "zoe").follows(&said, "sync-unrelated", "git remote -v");
}

#[test]
fn a_request_goes_on_by_other_ways() {
    let campaign = |forge: &str| format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\nforge = \"{forge}\"\n");
    // A server that reads no requests from what is pushed.
    let world = World::with(&[("data/mpa.toml", &campaign("forgejo"))]);
    world.remote();
    world.by("zoe").run("claim p4n8w").exits(0);
    let said = world.by("zoe").run("sync").exits(6);
    Shell::of(&world, "zoe").follows(&said, "request-unread", "mpa doctor");
    // Nobody but an organiser may write.
    let world = World::with(&[("data/mpa.toml", &campaign("github"))]);
    world.remote();
    let ssh = world.top().join("ssh");
    fs::write(&ssh, "#!/bin/sh\ncase \"$*\" in *receive-pack*) echo 'Permission denied.' >&2; exit 1;; esac\nfor last; do :; done\neval \"$last\"\n")
        .unwrap();
    make_executable(&ssh);
    world.git(&format!("config --global core.sshCommand {}", ssh.display()));
    world.git(&format!("remote set-url origin ssh://git@example.org{}", world.top().join("origin.git").display()));
    let said = world.by("zoe").run("doctor");
    Shell::of(&world, "zoe").fills(
        &said,
        "doctor-no-write-fork",
        "git remote add fork ADRESSE",
        "git remote add fork ../fork.git",
    );
    // Somebody has to type a password.
    let asks = "echo \"fatal: could not read Username for 'https://example.org': terminal prompts disabled\" >&2; exit 1";
    fs::write(&ssh, format!("#!/bin/sh\ncase \"$*\" in *receive-pack*) {asks};; esac\nfor last; do :; done\neval \"$last\"\n"))
        .unwrap();
    let direct = World::new();
    direct.remote();
    direct.git(&format!("config --global core.sshCommand {}", ssh.display()));
    direct.git(&format!("remote set-url origin ssh://git@example.org{}", direct.top().join("origin.git").display()));
    let said = direct.by("zoe").run("doctor");
    fs::write(&ssh, "#!/bin/sh\nfor last; do :; done\neval \"$last\"\n").unwrap();
    Shell::of(&direct, "zoe").follows(&said, "doctor-password", "git push --dry-run origin HEAD:main");
}

#[test]
fn what_is_there_already_is_shown() {
    let world = World::new();
    let shell = Shell::of(&world, "zoe");
    let said = world.by("zoe").run("doctor --offline");
    shell.fills(&said, "doctor-person-none", "mpa join", "mpa join mphack");
    let world = World::new();
    world.git("init --quiet data/people");
    let said = world.by("zoe").run("join mphack").exits(5);
    Shell::of(&world, "zoe").follows(&said, "vcs-submodule", "cd data/people");
    fs::create_dir_all(world.path("data/themes")).unwrap();
    let below = world.path("data/themes");
    let said = world.by("zoe").within(&below).run("join mphack").exits(5);
    let way = format!("cd {}", world.repo.display());
    Shell::of(&world, "zoe").within(&below).fills(&said, "vcs-submodule", &way, &format!("{way} && cd data/people"));
}

#[test]
fn a_form_of_gitlab_is_noted_by_an_organiser() {
    let world = World::new();
    let said = world.by("orga").run("init --ci gitlab --tool https://example.org/mpa.git@v0.1.0").exits(0);
    let shell = Shell::of(&world, "orga");
    shell.fills(&said, "forge-step-gitlab-forms", "mpa claim --for", "mpa claim p4n8w --for max");
}

#[test]
fn a_request_with_an_id_that_is_taken_draws_another() {
    let world = World::new();
    world.git("switch --quiet --create mpa/neuve");
    world.write("data/tasks/mphack/p4n8w-autre.toml", task("Une autre"));
    world.commit("Neuve");
    world.git("switch --quiet main");
    let said = world.by("orga").run("review mpa/neuve").exits(1);
    let add = "mpa tasks add --project mphack --title 'Une autre' --budget 1h --done-when Fait. --resource a=https://example.org";
    Shell::of(&world, "orga").fills(&said, "rule-id-taken", "mpa tasks add", add);
}

/// What somebody moved meanwhile, found by its name.
#[test]
fn a_branch_that_was_moved_meanwhile_is_looked_for() {
    let (world, _) = two();
    world.by("zoe").run("claim p4n8w").exits(0);
    let server = world.top().join("origin.git");
    fs::create_dir_all(server.join("hooks")).unwrap();
    // Loses each race until the branch here is moved.
    let script = format!(
        "#!/bin/sh\nunset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES\n\
         [ -e crowd ] && exit 0\ntouch crowd\ngit update-ref refs/heads/main $(git -c user.name=a -c user.email=a@example.org \
         commit-tree -p main -m Autre 'main^{{tree}}')\nenv -u GIT_DIR git -C '{}' update-ref refs/heads/main origin/main\n",
        world.repo.display()
    );
    fs::write(server.join("hooks/update"), script).unwrap();
    make_executable(&server.join("hooks/update"));
    let said = world.by("zoe").run("claim x9c3v --sync").exits(6);
    Shell::of(&world, "zoe").follows(&said, "git reflog ", "git reflog main");
}

#[test]
fn a_request_is_opened_later() {
    let world =
        World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\nforge = \"github\"\n"))]);
    world.remote();
    let ssh = world.top().join("ssh");
    fs::write(
        &ssh,
        format!("#!/bin/sh\nfor last; do :; done\nexec ${{last%% *}} '{}'\n", world.top().join("origin.git").display()),
    )
    .unwrap();
    make_executable(&ssh);
    world.git(&format!("config --global core.sshCommand {}", ssh.display()));
    world.git("remote set-url origin git@github.com:mphack/liste.git");
    let bin = world.top().join("bin");
    fs::create_dir_all(&bin).unwrap();
    let gh = bin.join("gh");
    fs::write(&gh, "#!/bin/sh\n[ $1 = auth ] && exit 0\nexec sleep 600\n").unwrap();
    make_executable(&gh);
    let path = |rest: &str| format!("{}:{rest}", bin.display());
    let system = std::env::var("PATH").unwrap();
    world.by("zoe").run("claim p4n8w").exits(0);
    let said = world.by("zoe").env("PATH", path(&system)).env("MPA_PATIENCE", "3").run("sync --open").exits(5);
    fs::write(&gh, "#!/bin/sh\n[ $1 = auth ] && exit 0\necho https://github.com/mphack/liste/pull/7\n").unwrap();
    let own = std::path::Path::new(env!("CARGO_BIN_EXE_mpa")).parent().unwrap().display().to_string();
    let shell = Shell::of(&world, "zoe").with("PATH", path(&format!("{own}:{system}")));
    shell.follows(&said, "vcs-program-silent", "mpa sync --open").says("https://github.com/mphack/liste/pull/7");
}

#[test]
fn pages_of_the_manual_are_written_where_it_is_told_and_read() {
    let world = World::new();
    let shell = Shell::of(&world, "zoe");
    let said = shell.types("mpa help --man");
    let written = shell.follows(&said, "usage-no-value", "mpa help --man ~/.local/share/man/man1");
    let page = world.home().join(".local/share/man/man1/mpa.1").display().to_string();
    shell.fills(&written, "man-written", &format!("man {page}"), &format!("cat {page}")).says(".SH NOM");
    let said = shell.types("mpa help --man data/mpa.toml/pages");
    shell.follows(&said, "man-unwritten", "mpa help --man ~/.local/share/man/man1");
}

#[test]
fn a_list_that_was_brought_leads_to_its_drafts_and_back() {
    let world = World::new();
    let shell = Shell::of(&world, "orga");
    fs::write(world.top().join("liste.csv"), "titre\nRanger les chaises\n").unwrap();
    let said = world.by("orga").run("import ../liste.csv -p mphack").exits(0);
    shell.follows(&said, "note-import-drafts", "mpa tasks list --status draft").says("Ranger les chaises");
    shell.follows(&said, "hint-undo", "mpa undo").says("C’est défait");
    let said = world.by("orga").run("import csv").exits(2);
    shell.fills(&said, "import-which-file", "mpa import csv", "mpa import csv ../liste.csv -p mphack");
}

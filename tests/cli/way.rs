//! From a branch to a request: each forge has its way, and what people write stays in its place.
#![cfg(unix)]

use std::fs;

use super::proposal::{MODE, world};
use crate::kit::{CAMPAIGN, Run, World, make_executable};

/// A campaign by pull request on `forge`, whose remote `origin` has that address; what goes there by ssh reaches the bare
/// repository beside, which notes what it is told.
fn on_forge(forge: &str, address: &str) -> World {
    let world = world();
    world.write("data/mpa.toml", format!("{CAMPAIGN}{MODE}forge = \"{forge}\"\n"));
    world.commit("Name the forge");
    world.git("push --quiet origin main");
    world.git(&format!("remote set-url origin {address}"));
    let bare = world.top().join("origin.git");
    let ssh = world.top().join("ssh");
    fs::write(&ssh, format!("#!/bin/sh\nfor last; do :; done\nexec ${{last%% *}} '{}'\n", bare.display())).unwrap();
    make_executable(&ssh);
    world.git(&format!("config core.sshCommand {}", ssh.display()));
    world.git("--git-dir=../origin.git config receive.advertisePushOptions true");
    let hook = bare.join("hooks/post-receive");
    fs::create_dir_all(bare.join("hooks")).unwrap();
    let note = "for at in 0 1 2 3; do eval echo \\\"\\$GIT_PUSH_OPTION_$at\\\"; done | grep . >> told; exit 0";
    // As Forgejo does: what is pushed to the place for requests is read, and no such branch is kept.
    let note = format!("git update-ref -d refs/for/main; echo; echo '  Visitez https://example.org/7'; {note}");
    fs::write(&hook, format!("#!/bin/sh\n{note}\n")).unwrap();
    make_executable(&hook);
    world
}

/// What the server was told beside the commits, since it was last asked.
fn told(world: &World) -> Vec<String> {
    let path = world.top().join("origin.git/told");
    let text = fs::read_to_string(&path).unwrap_or_default();
    // Absent when nothing was told.
    let _ = fs::remove_file(path);
    text.lines().map(str::to_owned).collect()
}

fn on_server(world: &World) -> String {
    world.git("--git-dir=../origin.git for-each-ref --format=%(refname)")
}

#[track_caller]
fn link(run: &Run) -> String {
    run.out.lines().find(|line| line.starts_with("https://")).unwrap_or_else(|| panic!("{run}")).to_owned()
}

#[test]
fn github_has_a_page_that_opens_the_request() {
    let world = on_forge("github", "gh:mphack/liste.git");
    world.git("config url.git@github.com:.insteadOf gh:");
    world.by("zoe").run("claim k7q2m").exits(0).says("Pour envoyer : mpa sync").never_says("https://github.com");
    let run = world.by("zoe").run("sync").exits(0).says("Envoyé : « Mettre la liste en ligne ». Pour que cela devienne");
    let run = run.never_says("Le serveur dit");
    assert_eq!(
        link(&run),
        "https://github.com/mphack/liste/compare/main...mpa/k7q2m-zoe?quick_pull=1&title=claim%3A+Mettre+la+liste+en+ligne+%28k7q2m%29"
    );
    assert_eq!(on_server(&world), "refs/heads/main\nrefs/heads/mpa/k7q2m-zoe");
    let run = world.by("zoe").run("log 1h --lang en --sync").exits(0).says("If the request is not open yet, open this page");
    assert!(link(&run).contains("&body=-+claim%3A+Mettre+la+liste+en+ligne+%28k7q2m%29%0A-+log"), "{run}");
    let run = world.by("zoe").run("sync").exits(0).says("Attend une réponse : « Mettre la liste en ligne ».");
    assert!(link(&run).contains("/mphack/liste/compare/main...mpa/k7q2m-zoe?"), "{run}");
}

#[test]
fn a_request_that_was_done_again_tells_what_is_left_of_it() {
    let world = on_forge("github", "git@github.com:mphack/liste.git");
    for words in ["claim k7q2m", "log k7q2m 30m --sync"] {
        world.by("zoe").run(words).exits(0);
    }
    let path = world.task_path("k7q2m");
    world.write(&path, format!("{}\n[claims.max]\nsince = 2026-11-24\nuntil = 2026-12-04\n", world.task("k7q2m")));
    world.commit("claim by max");
    world.git("push --quiet origin main");
    let run = world.by("zoe").run("sync").exits(4).complains("est prise par max");
    assert!(link(&run).ends_with("&title=release%3A+Mettre+la+liste+en+ligne+%28k7q2m%29"), "{run}");
}

#[test]
fn a_fork_takes_what_the_shared_repository_would_not() {
    let world = on_forge("github", "git@github.com:mphack/liste.git");
    let fork = world.top().join("fork.git");
    world.git(&format!("clone --quiet --bare {} {}", world.top().join("origin.git").display(), fork.display()));
    let ssh = world.top().join("ssh");
    let text = fs::read_to_string(&ssh).unwrap();
    let other =
        format!("case $last in */liste.git*mphack*|*mphack/*) ;; *) exec ${{last%% *}} '{}' ;; esac\nexec", fork.display());
    fs::write(&ssh, text.replacen("exec", &other, 1)).unwrap();
    world.git("remote add mine ssh://zoe@github.com/zoe/liste.git");
    let run = world.by("zoe").run("claim p4n8w --sync").exits(0);
    assert!(link(&run).contains("/mphack/liste/compare/main...zoe:mpa/p4n8w-zoe?quick_pull=1"), "{run}");
    assert_eq!(on_server(&world), "refs/heads/main");
    assert_eq!(world.git("--git-dir=../fork.git for-each-ref --format=%(refname) refs/heads/mpa"), "refs/heads/mpa/p4n8w-zoe");
    // Two forks: nobody knows which, until it is said.
    world.git("remote add other ssh://zoe@github.com/max/liste.git");
    world.by("zoe").run("claim x9c3v").exits(0);
    world.by("zoe").run("sync --dry-run").exits(0).says("git push origin mpa/x9c3v-zoe");
    world.git("config mpa.fork other");
    world.by("zoe").run("sync --dry-run").exits(0).says("git push other mpa/x9c3v-zoe");
}

#[test]
fn a_password_in_an_address_is_in_no_link() {
    let world = on_forge("github", "git@github.com:mphack/liste.git");
    world.git("remote add mine https://zoe:secret@github.com/zoe/liste.git");
    world.git(&format!("config url.{}.insteadOf https://elsewhere.example", world.top().display()));
    world.by("zoe").run("claim k7q2m").exits(0);
    world.git("config protocol.https.allow never");
    let run = world.by("zoe").run("sync").exits(5);
    assert!(!run.out.contains("secret") && !run.err.contains("secret"), "{run}");
}

#[test]
fn gitlab_opens_it_at_the_push() {
    let world = on_forge("gitlab", "git@gitlab.com:mphack/liste.git");
    let run = world.by("zoe").run("claim k7q2m --sync").exits(0).says("La demande est ouverte");
    run.says("Le serveur dit : Visitez https://example.org/7");
    assert_eq!(told(&world), ["merge_request.create", "merge_request.target=main"]);
    assert_eq!(on_server(&world), "refs/heads/main\nrefs/heads/mpa/k7q2m-zoe");
}

#[test]
fn forgejo_reads_it_from_the_push_and_keeps_no_branch() {
    let world = on_forge("forgejo", "ssh://git@codeberg.org/mphack/liste.git");
    world.by("zoe").run("claim k7q2m --sync").exits(0).says("La demande est ouverte");
    assert_eq!(told(&world), ["topic=mpa/k7q2m-zoe", "force-push=true"]);
    assert_eq!(on_server(&world), "refs/heads/main");
    world.by("zoe").run("sync").exits(0).says("Attend une réponse");
    assert_eq!(told(&world), Vec::<String>::new());
    // Somebody else was first: what is left takes the place of what the server has.
    world.by("zoe").run("log k7q2m 30m").exits(0);
    let path = world.task_path("k7q2m");
    world.write(&path, format!("{}\n[claims.max]\nsince = 2026-11-24\nuntil = 2026-12-04\n", world.task("k7q2m")));
    world.commit("claim by max");
    world.git("push --quiet origin main");
    world.by("zoe").run("sync").exits(4).complains("est prise par max").complains("Ton temps (30 min) n’est pas perdu");
    assert_eq!(told(&world), ["topic=mpa/k7q2m-zoe", "force-push=true"]);
    assert_eq!(world.git("for-each-ref --format=%(refname) refs/mpa/sent"), "refs/mpa/sent/origin/mpa/k7q2m-zoe");
    world.git("merge --quiet --no-edit mpa/k7q2m-zoe");
    world.git("push --quiet origin main");
    world.by("zoe").run("sync").exits(0).says("Accepté");
    assert_eq!(world.git("for-each-ref --format=%(refname) refs/mpa/sent refs/heads/mpa"), "");
}

/// What was sent is not simply dropped here: the server has to hear that it is taken back.
#[test]
fn forgejo_hears_what_was_taken_back() {
    let world = on_forge("forgejo", "ssh://git@codeberg.org/mphack/liste.git");
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    told(&world);
    world.by("zoe").run("undo").exits(0).says("Pour lui envoyer ce retrait : mpa sync");
    world.by("zoe").run("sync").exits(0).says("Retiré : « Mettre la liste en ligne »");
    assert_eq!(told(&world), ["topic=mpa/k7q2m-zoe", "force-push=true"]);
    assert_eq!(world.git("for-each-ref --format=%(refname) refs/mpa/sent refs/heads/mpa"), "");
}

#[test]
fn a_server_without_options_takes_the_branch_all_the_same() {
    let gitlab = on_forge("gitlab", "git@gitlab.com:mphack/liste.git");
    gitlab.git("--git-dir=../origin.git config receive.advertisePushOptions false");
    let run = gitlab.by("zoe").run("claim k7q2m --sync").exits(0).never_says("La demande est ouverte");
    run.says("Donne à l’organisation le nom de la branche : mpa/k7q2m-zoe");
    let forgejo = on_forge("forgejo", "git@codeberg.org:mphack/liste.git");
    forgejo.git("--git-dir=../origin.git config receive.advertisePushOptions false");
    forgejo.by("zoe").run("claim k7q2m --sync").exits(6).complains("il ne sait pas ouvrir de demande");
    assert_eq!(on_server(&forgejo), "refs/heads/main");
}

#[test]
fn without_a_known_forge_the_name_of_the_branch_is_told() {
    let world = on_forge("github", "work:mphack/liste.git");
    let run = world.by("zoe").run("claim k7q2m --sync").exits(0).never_says("https://github.com");
    run.says("Donne à l’organisation le nom de la branche : mpa/k7q2m-zoe");
}

#[test]
fn hostile_titles_stay_in_their_place() {
    let world = on_forge("github", "git@github.com:mphack/liste.git");
    let path = world.task_path("k7q2m");
    let title = r#"title = "A&body=x #1 %0A 'q' \"z\" B""#;
    let text = world.task("k7q2m").replace("title = \"Mettre la liste en ligne\"", title);
    world.write(&path, text);
    world.git("commit --quiet --all --message Hostile");
    world.git("push --quiet origin main");
    let run = world.by("zoe").run("claim k7q2m --sync").exits(0);
    let line = link(&run);
    assert!(line.ends_with("?quick_pull=1&title=claim%3A+A%26body%3Dx+%231+%250A+%27q%27+%22z%22+B+%28k7q2m%29"), "{line}");
    assert_eq!(world.git("log -1 --format=%s mpa/k7q2m-zoe").lines().count(), 1);
}

/// A stand-in for `gh` that notes how it is called, says `words` and ends with `code`; signed in or not.
fn with_gh(world: &World, signed_in: bool, words: &str, code: i32) -> String {
    let folder = world.top().join("bin");
    fs::create_dir_all(&folder).unwrap();
    let program = folder.join("gh");
    let notes = world.top().join("gh-calls").display().to_string();
    let auth = i32::from(!signed_in);
    let script = format!(
        "#!/bin/sh\nfor word; do printf '%s\\n' \"$word\"; done >> '{notes}'\n[ $1 = auth ] && exit {auth}\nprintf '%b\\n' '{words}' >&2\nexit {code}\n"
    );
    fs::write(&program, script).unwrap();
    make_executable(&program);
    format!("{}:{}", folder.display(), std::env::var("PATH").unwrap())
}

#[test]
fn gh_opens_the_request_where_that_is_asked() {
    let world = on_forge("github", "git@github.com:mphack/liste.git");
    let page = "https://github.com/mphack/liste/pull/7";
    let path = with_gh(&world, true, &format!("Creating\\n{page}"), 0);
    world.by("zoe").env("PATH", &path).run("claim k7q2m --sync").exits(0).says("ouvrir cette page et confirmer");
    assert!(!world.top().join("gh-calls").exists(), "nobody asked");
    world.by("zoe").env("PATH", &path).run("sync --open --dry-run").exits(0);
    assert!(!world.top().join("gh-calls").exists(), "a trial");
    let run = world.by("zoe").env("PATH", &path).run("sync --open").exits(0);
    run.says(&format!("La page de la demande : {page}")).never_says("confirmer");
    let calls = fs::read_to_string(world.top().join("gh-calls")).unwrap();
    let expected = [
        "auth",
        "status",
        "--hostname",
        "github.com",
        "pr",
        "create",
        "--repo=github.com/mphack/liste",
        "--base=main",
        "--head=mpa/k7q2m-zoe",
        "--title=claim: Mettre la liste en ligne (k7q2m)",
        "--body=",
    ];
    assert_eq!(calls.lines().collect::<Vec<_>>(), expected);
    // Open already, as gh says with another exit code.
    let path = with_gh(&world, true, &format!("a pull request already exists:\\n{page}"), 1);
    world.by("zoe").run("log 1h").exits(0);
    world.by("zoe").env("PATH", &path).run("sync --open --lang en").exits(0).says("The request is open").says(page);
}

#[test]
fn without_gh_the_page_is_told() {
    let world = on_forge("github", "git@github.com:mphack/liste.git");
    world.by("zoe").run("claim k7q2m").exits(0);
    let path = with_gh(&world, false, "", 0);
    let run = world.by("zoe").env("PATH", &path).run("sync --open").exits(0).says("gh auth login");
    assert!(link(&run).contains("quick_pull=1"), "{run}");
    let path = with_gh(&world, true, "HTTP 502 \\033[31m https://github.com/mphack/autre/pull/7", 1);
    world.by("zoe").env("PATH", &path).run("sync --open").exits(0).says("n’a pas pu ouvrir la demande : HTTP 502");
    fs::remove_file(world.top().join("bin/gh")).unwrap();
    // Everything but gh.
    let bin = world.top().join("bin");
    for name in ["git", "sh"] {
        let found = std::env::split_paths(&std::env::var_os("PATH").unwrap()).map(|dir| dir.join(name)).find(|it| it.exists());
        std::os::unix::fs::symlink(found.unwrap(), bin.join(name)).unwrap();
    }
    world.by("zoe").env("PATH", &bin).run("sync --open").exits(0).says("qui n’est pas installé ici");
    // GitLab opens its requests by itself.
    let gitlab = on_forge("gitlab", "git@gitlab.com:mphack/liste.git");
    gitlab.by("zoe").env("PATH", &path).run("claim k7q2m").exits(0);
    gitlab.by("zoe").env("PATH", &path).run("sync --open").exits(0).says("La demande est ouverte");
    assert!(!gitlab.top().join("gh-calls").exists());
}

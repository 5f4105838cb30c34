//! From a branch to a request: each forge has its way, and what people write stays in its place.

use super::proposal::{MODE, world};
use crate::kit::{CAMPAIGN, World};

/// A campaign by pull request on `forge`, whose remote `origin` has that address.
fn on_forge(forge: &str, address: &str) -> World {
    let world = world();
    world.write("data/mpa.toml", format!("{CAMPAIGN}{MODE}forge = \"{forge}\"\n"));
    world.commit("Name the forge");
    world.git("push --quiet origin main");
    world.git(&format!("remote set-url origin {address}"));
    world
}

#[test]
fn each_forge_has_its_way_to_open_the_request() {
    let world = on_forge("github", "gh:mphack/liste.git");
    world.git("config url.git@github.com:.insteadOf gh:");
    let run = world.by("zoe").run("claim k7q2m").exits(0).says("Pour envoyer : git push origin mpa/k7q2m-zoe, puis ouvrir");
    let link = "https://github.com/mphack/liste/compare/main...mpa/k7q2m-zoe?quick_pull=1&title=claim%3A+Mettre+la+liste+en+ligne+%28k7q2m%29";
    assert!(run.out.lines().any(|line| line == link), "{}", run.out);
    let run = world.by("zoe").run("log 1h --lang en").exits(0).says("then open this page and confirm");
    assert!(run.out.contains("&body=-+claim%3A+Mettre+la+liste+en+ligne+%28k7q2m%29%0A-+log"), "{}", run.out);

    world.git("remote add mine https://zoe:secret@github.com/zoe/liste.git");
    let run = world.by("zoe").run("claim p4n8w").exits(0).says("git push mine mpa/p4n8w-zoe").never_says("secret");
    assert!(run.out.contains("/mphack/liste/compare/main...zoe:mpa/p4n8w-zoe?quick_pull=1"), "{}", run.out);
    world.git("remote add other https://github.com/max/liste.git");
    world.by("zoe").run("claim x9c3v").exits(0).says("git push origin mpa/x9c3v-zoe");
    world.git("config mpa.fork other");
    world.by("zoe").run("claim b6j2r --yes").exits(0).says("git push other mpa/b6j2r-zoe");

    let gitlab = on_forge("gitlab", "https://gitlab.com/mphack/liste.git");
    let command = "git push -o merge_request.create -o merge_request.target=main origin mpa/k7q2m-zoe";
    gitlab.by("zoe").run("claim k7q2m").exits(0).says(command).never_says("ouvrir cette page");
    let forgejo = on_forge("forgejo", "ssh://git@codeberg.org/mphack/liste.git");
    let command = "git push -o topic=mpa/k7q2m-zoe origin mpa/k7q2m-zoe:refs/for/main";
    forgejo.by("zoe").run("claim k7q2m").exits(0).says(command);
    let alias = on_forge("github", "work:mphack/liste.git");
    let run = alias.by("zoe").run("claim k7q2m").exits(0).never_says("https://github.com");
    run.says("donner à l’organisation le nom de la branche : mpa/k7q2m-zoe");
}

#[test]
fn hostile_titles_stay_in_their_place() {
    let world = on_forge("github", "git@github.com:mphack/liste.git");
    let path = world.task_path("k7q2m");
    let title = r#"title = "A&body=x #1 %0A 'q' \"z\" B""#;
    let text = world.task("k7q2m").replace("title = \"Mettre la liste en ligne\"", title);
    world.write(&path, text);
    world.git("commit --quiet --all --message Hostile");
    world.git("update-ref refs/remotes/origin/main HEAD");
    let run = world.by("zoe").run("claim k7q2m").exits(0);
    let line = run.out.lines().find(|line| line.starts_with("https://")).unwrap_or_else(|| panic!("{}", run.out)).to_owned();
    assert!(line.ends_with("?quick_pull=1&title=claim%3A+A%26body%3Dx+%231+%250A+%27q%27+%22z%22+B+%28k7q2m%29"), "{line}");
    assert_eq!(world.git("log -1 --format=%s mpa/k7q2m-zoe").lines().count(), 1);
}

//! Commands that write send at once where that is wished, and what cannot be sent stays.

use super::{is_settled, remote_commits, server_hook, two};
use crate::kit::{CAMPAIGN, World, skipped};

fn campaign(send: &str) -> World {
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nsend = \"{send}\"\n"))]);
    world.remote();
    world
}

#[test]
fn it_is_yours_only_when_it_arrived() {
    let (world, other) = two();
    other.by("max").run("claim p4n8w --sync").exits(0).says("est à toi").says("C’est envoyé : 1 action.");
    let run = world.by("zoe").run("claim p4n8w --sync").exits(4);
    run.never_says("est à toi").complains("est prise par max").complains("mpa claim k7q2m");
    is_settled(&world);
    let run = world.by("zoe").run("claim x9c3v --sync").exits(0).says("Merci, zoe !").says("C’est envoyé : 1 action.");
    run.never_says("pas encore envoyé").says("Pour défaire : mpa undo");
    is_settled(&world);
}

#[test]
fn what_was_recorded_before_goes_along() {
    let (world, _) = two();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log 30m --sync").exits(0).says("C’est envoyé : 2 actions.");
    world.by("zoe").run("claim x9c3v").exits(0);
    world.by("zoe").run("claim x9c3v --sync").exits(0).says("Rien à changer").says("C’est envoyé : 1 action.");
    is_settled(&world);
}

#[test]
fn always_and_never() {
    let world = campaign("always");
    world.by("zoe").run("claim p4n8w").exits(0).says("C’est envoyé : 1 action.").never_says("pas encore envoyé");
    is_settled(&world);
    world.by("zoe").run("log 30m --dry-run").exits(0);
    world.by("zoe").run("log 30m --quiet").exits(0);
    is_settled(&world);
    let world = campaign("never");
    world.by("zoe").run("claim p4n8w").exits(0).says("pas encore envoyé. Pour envoyer : mpa sync");
    assert_eq!(remote_commits(&world), 1);
    let world = campaign("ask");
    world.by("zoe").run("claim p4n8w").exits(0).says("pas encore envoyé");
    assert_eq!(remote_commits(&world), 1, "without a terminal nobody is asked");
}

#[test]
fn out_of_reach() {
    let world = campaign("always");
    world.git("remote set-url origin ../nulle-part.git");
    let run = world.by("zoe").run("claim p4n8w").exits(0).says("est à toi").says("hors d’atteinte");
    run.says("pas encore envoyé. Pour envoyer : mpa sync");
    let run = world.by("zoe").run("claim x9c3v --sync").exits(6).never_says("est à toi");
    run.complains("C’est enregistré sur cet ordinateur, mais pas encore envoyé.")
        .complains("hors d’atteinte")
        .complains("mpa sync");
    world.anybody().run("sync").exits(5).complains("hors d’atteinte").complains("ton travail reste ici");
    world.is_clean();
    world.git("remote set-url origin ../origin.git");
    world.anybody().run("sync").exits(0).says("C’est envoyé : 2 actions.");
    is_settled(&world);
}

#[test]
fn nowhere_to_send() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0).never_says("pas encore envoyé");
    let run = world.anybody().run("sync").exits(5).complains("n’a pas de dépôt partagé nommé « origin »");
    run.complains("git remote add origin ADRESSE");
    world
        .by("zoe")
        .run("claim x9c3v --sync")
        .exits(6)
        .complains("C’est enregistré sur cet ordinateur")
        .complains("git remote add");
    world.git("init --quiet --bare ../origin.git");
    world.git("remote add origin ../origin.git");
    world.anybody().run("sync").exits(5).complains("n’a pas encore de branche « main »").complains("git push -u origin main");
    let another = World::with(&[("LISEZ-MOI", "autre\n")]);
    another.git(&format!("push --quiet {} main", world.top().join("origin.git").display()));
    world.anybody().run("sync").exits(5).complains("n’ont rien en commun");
}

#[test]
fn moments_that_are_none_to_send() {
    let (world, _) = two();
    world.git("switch --quiet --create ailleurs");
    world.anybody().run("sync").exits(5).complains("git switch main");
    world.git("switch --quiet --detach");
    world.anybody().run("sync").exits(5).complains("git switch main");
    world.git("switch --quiet main");
    world.write(".git/MERGE_HEAD", format!("{}\n", world.head()));
    world.anybody().run("sync").exits(5).complains("Une fusion est en cours");
    std::fs::remove_file(world.path(".git/MERGE_HEAD")).unwrap();
    world.anybody().env("GIT_DIR", ".git").run("sync").exits(5).complains("GIT_DIR");
}

#[test]
fn the_server_s_reason_is_shown_and_steers_nothing() {
    let (world, _) = two();
    server_hook(&world, "update", "printf 'la branche est \\033[31mgelée\\033[0m \\342\\200\\256jusqu\\047à lundi\\n'; exit 1");
    world.by("zoe").run("claim p4n8w").exits(0);
    let before = world.state();
    let run = world.anybody().run("sync").exits(6).complains("Le dépôt partagé a refusé").complains("hook declined");
    run.complains("gelée");
    let run = world.by("zoe").run("claim x9c3v --sync").exits(6).complains("mais pas encore envoyé").complains("gelée");
    run.never_says("est à toi");
    world.git("reset --quiet --hard HEAD~1");
    assert_eq!(world.state(), before);
}

/// Nothing asks for a password where nobody answers.
#[test]
fn nobody_is_asked() {
    let (world, _) = two();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.hook("credentials", "echo \"$@\" >> ../asked; exit 1");
    let helper = world.path(".git/hooks/credentials");
    world.git("remote set-url origin ssh://somebody@localhost:1/x.git");
    world.git(&format!("config core.sshCommand '{}'", helper.display()));
    world.anybody().run("sync").exits(5).complains("hors d’atteinte");
    assert!(std::fs::read_to_string(world.top().join("asked")).unwrap().contains("BatchMode=yes"));
}

/// Where only the git program reads the repository, it sends, too.
#[test]
fn a_format_that_only_git_reads() {
    let world = World::new();
    let files = world.git("ls-files");
    let other = World::empty();
    for file in files.lines() {
        other.write(file, world.bytes(file));
    }
    if other.try_git("init --quiet --object-format=sha256").code != 0 {
        skipped("this git has no SHA-256");
        return;
    }
    other.commit("Campagne");
    other.git("init --quiet --bare --object-format=sha256 ../origin.git");
    other.git("remote add origin ../origin.git");
    other.git("push --quiet origin main");
    other.by("zoe").run("claim p4n8w").exits(0).says("pas encore envoyé. Pour envoyer : git push origin main");
    other.anybody().run("sync").exits(5).complains("ne lit qu’en partie (SHA-256)").complains("git push origin main");
    other.by("zoe").run("claim x9c3v --sync").exits(6).complains("git push origin main");
    other.git("push --quiet origin main");
}

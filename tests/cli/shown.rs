//! Results that can be looked at: a file or a commit that is named has to be in the repository.

use crate::kit::{CAMPAIGN, World};

const CLOSE: &str = "close p4n8w --evidence";

/// The commands that an answer proposes, as they stand behind `Tape` or `Ensuite`.
fn hints(err: &str) -> Vec<String> {
    let told = err.lines().filter_map(|line| Some(line.split_once("git ")?.1.trim().to_owned()));
    told.collect()
}

#[test]
fn a_result_that_nobody_else_finds_is_none() {
    let world = World::with(&[(".gitignore", "*.bak\n"), ("docs/liste.odt", "La liste.\n")]);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.write("modele.odt", "Le modèle.\n");
    world.write("vieux.bak", "Ce que git ignore.\n");
    world.write("docs/neuf/page.md", "Une page.\n");
    let state = world.state();
    for (shown, said) in [
        ("absent.odt", "a l’air d’un fichier, et le dépôt n’en contient aucun de ce nom"),
        ("liste.odt", "a l’air d’un fichier"),
        ("example.org/liste", "un lien https"),
        ("docs\\liste.odt", "a l’air d’un fichier"),
        ("modele.odt", "n’est que sur cet ordinateur"),
        ("./modele.odt", "n’est que sur cet ordinateur"),
        ("vieux.bak", "n’est que sur cet ordinateur"),
        ("docs/neuf", "n’est que sur cet ordinateur"),
        ("../liste.odt", "mène hors du dépôt"),
        ("/tmp/liste.odt", "mène hors du dépôt"),
        ("http://example.org/liste", "n’est pas un lien https"),
        ("0123abcd", "a l’air d’un commit, et le dépôt n’en contient aucun"),
    ] {
        world.by("zoe").run(&format!("{CLOSE} {shown}")).exits(2).says_nothing().complains(shown).complains(said);
        world.by("orga").run(&format!("deliver mphack liste --evidence {shown}")).exits(2).complains(said);
    }
    world.by("zoe").run(&format!("{CLOSE} modele.odt --lang en")).exits(2).complains("is on this computer only");
    assert_eq!(world.state(), state);
}

#[test]
fn a_result_that_everybody_finds_is_one() {
    for shown in ["docs/liste.odt", "./docs/liste.odt", "docs/", "data/mpa.toml", "https://example.org/liste"] {
        let world = World::with(&[("docs/liste.odt", "La liste.\n")]);
        let code = if shown == "docs/" { 2 } else { 0 };
        world.by("zoe").run(&format!("{CLOSE} {shown}")).exits(code);
    }
    let world = World::new();
    let head = world.head();
    world.by("zoe").run(&format!("{CLOSE} {}", &head[..10])).exits(0);
    world.by("orga").run(&format!("deliver mphack liste --evidence {head}")).exits(0);
    world.by("orga").run("check").exits(0).never_says("Le résultat montré");
}

/// What is said to type can be typed, in this order, and then the task closes.
#[test]
fn a_file_that_is_only_here_is_committed_as_is_said() {
    for name in ["modele.odt", "vieux.bak", "l'été.odt", "L’été.odt"] {
        let world = World::with(&[(".gitignore", "*.bak\n")]);
        world.write(name, "Le modèle.\n");
        let close = ["close", "p4n8w", "--evidence", name];
        let refused = world.by("zoe").env("COLUMNS", "1000").args(close).exits(2);
        let typed = hints(&refused.err);
        assert_eq!(typed.len(), 2, "{refused}");
        for line in typed {
            let mut shell = std::process::Command::new("sh");
            shell.args(["-c", &format!("git {line}")]).current_dir(world.home());
            world.hermetic(&mut shell);
            // From anywhere in the repository.
            let done = shell.current_dir(world.path("data")).output().unwrap();
            assert!(done.status.success(), "{line}\n{}", String::from_utf8_lossy(&done.stderr));
        }
        world.by("zoe").args(close).exits(0);
        world.is_clean();
    }
}

#[test]
fn a_campaign_below_the_top_names_files_from_either() {
    let world = World::with(&[]);
    world.git("rm -r --quiet --cached .");
    std::fs::create_dir(world.path("asso")).unwrap();
    std::fs::rename(world.path("data"), world.path("asso/data")).unwrap();
    world.write("asso/docs/liste.odt", "La liste.\n");
    world.commit("Plus bas");
    for (task, shown) in [("p4n8w", "docs/liste.odt"), ("x9c3v", "asso/docs/liste.odt")] {
        world.by("zoe").within(world.path("asso")).run(&format!("close {task} --evidence {shown}")).exits(0);
    }
    world.by("zoe").within(world.path("asso")).run("close k7q9d --evidence asso/liste.odt").exits(2);
}

#[test]
fn check_names_results_that_are_gone() {
    let world = World::with(&[("docs/liste.odt", "La liste.\n")]);
    world.by("zoe").run(&format!("{CLOSE} docs/liste.odt")).exits(0);
    world.by("orga").run("deliver mphack liste --evidence docs/liste.odt").exits(0);
    world.by("orga").run("check").exits(0).never_says("Le résultat montré");
    world.git("rm --quiet docs/liste.odt");
    world.commit("Sans la liste");
    let found = world.by("orga").run("check").exits(0);
    let found =
        found.says("done.evidence").says("Le résultat montré est docs/liste.odt, et le dernier commit ne le contient pas");
    found.says("deliverables.liste.delivered.evidence");
    world.by("orga").run("check --format json").exits(0).says("\"shown-nowhere\"");
}

#[test]
fn a_request_may_show_what_is_checked_out_or_on_its_branch() {
    let campaign = format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\n");
    let world = World::with(&[("data/mpa.toml", &campaign), ("docs/liste.odt", "La liste.\n")]);
    world.remote();
    world.by("zoe").run(&format!("{CLOSE} absent.odt")).exits(2).complains("a l’air d’un fichier");
    world.by("zoe").run(&format!("{CLOSE} docs/liste.odt")).exits(0).says("Demande préparée");
    world.by("orga").run("review mpa/p4n8w-zoe --author zoe").exits(0).never_says("Le résultat montré");
}

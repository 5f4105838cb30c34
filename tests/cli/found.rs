//! `init`: a campaign from nothing, usable at once.

use crate::kit::World;

#[test]
fn a_new_campaign_is_a_repository_with_one_commit_that_passes_check() {
    let world = World::empty();
    let init = "init --name 'Fête de la mine' --as zoe --contact fete@example.org --deadline 2026-12-12";
    let state = world.state();
    world.anybody().run(&format!("{init} --dry-run")).exits(0).says("+name = \"Fête de la mine\"").says("init: Fête de la mine");
    assert_eq!(world.state(), state);
    world.anybody().run(init).exits(0).says("est prête").says("mpa tasks add").complains_of_nothing();
    assert_eq!(world.commits(), 1);
    world.is_clean();
    let campaign = world.read("data/mpa.toml");
    for line in ["format = 1", "started = 2026-11-24", "deadline = 2026-12-12", "organisers = [\"zoe\"]", "main = \"main\""] {
        assert!(campaign.lines().any(|found| found == line), "{line}\n{campaign}");
    }
    assert!(world.read(".gitattributes").contains("/data/** text eol=lf"));
    let files = world.git("ls-files");
    assert!(files.contains("README.md") && files.matches("data/tasks/").count() == 1, "{files}");
    world.anybody().run("check").exits(0);
    assert_eq!(world.git("config mpa.handle"), "zoe");
    let project =
        files.lines().find_map(|path| path.strip_prefix("data/projects/")).unwrap().trim_end_matches(".toml").to_owned();
    let add = format!("tasks add --project {project} --title 'Trouver une salle' --budget 1h --done-when 'Salle réservée.'");
    world.anybody().run(&format!("{add} --resource Liste=https://example.org/l")).exits(0);
    world.anybody().run("claim trouver salle").exits(0).says("zoe");
    world.anybody().run("check").exits(0);
    world.is_clean();
}

#[test]
fn a_campaign_that_is_there_already_is_left_alone() {
    let world = World::new();
    let state = world.state();
    world.anybody().run("init --name Autre --as zoe").exits(1).complains("Une campagne est déjà là");
    assert_eq!(world.state(), state);
}

#[test]
fn an_existing_repository_keeps_its_files_and_its_branch() {
    let world = World::empty();
    world.git("init --quiet --initial-branch tronc");
    world.write("README.md", "# Le nôtre\n");
    world.write(".gitattributes", "*.png binary");
    world.commit("Avant");
    world.write("README.md", "# Le nôtre, changé\n");
    world.anybody().run("init --name Fête --as zoe").exits(0).says("README.md existait déjà");
    assert_eq!(world.read("README.md"), "# Le nôtre, changé\n");
    assert_eq!(world.read(".gitattributes"), "*.png binary\n/data/** text eol=lf\n");
    assert_eq!(world.status(), " M README.md");
    assert_eq!(world.commits(), 2);
    assert!(world.read("data/mpa.toml").contains("main = \"tronc\""));
    world.anybody().run("join premier-projet").exits(0);
}

#[test]
fn the_first_day_is_that_of_the_zone_of_the_campaign() {
    for (zone, day) in [("Pacific/Kiritimati", "2026-11-25"), ("Europe/Paris", "2026-11-24"), ("Pacific/Pago_Pago", "2026-11-23")]
    {
        let world = World::empty();
        let call = world.anybody().env("MPA_NOW", "2026-11-24T11:30:00+01:00");
        call.run(&format!("init --name Fête --as zoe --timezone {zone}")).exits(0);
        assert!(world.read("data/mpa.toml").contains(&format!("started = {day}\n")), "{zone}");
        let model = world.git("ls-files data/tasks").lines().next().map(|path| world.read(path)).unwrap();
        assert!(model.contains(&format!("created = {day}\n")), "{zone}\n{model}");
    }
}

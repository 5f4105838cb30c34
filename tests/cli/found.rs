//! `init`: a campaign from nothing, usable at once.

use std::fs;

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
    world.write("data/projects/desktop.ini", "");
    world.write("data/mpa.toml~", "");
    world.is_clean();
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

/// The command that the message ends with.
fn advised(message: &str) -> String {
    let (_, command) = message.split_once("mpa ").unwrap();
    command.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_is_asked_nor_removed_where_git_does_not_know_who_commits() {
    let world = World::empty();
    fs::write(world.git_config(), "").unwrap();
    let nobody = || world.anybody().env("EMAIL", "");
    for words in ["init --as zoe --name Fête --contact fete@example.org", "init", "init sous/dossier --name Fête --as zoe"] {
        nobody().run(words).exits(5).complains("Git ne sait pas encore qui tu es").complains("user.name").says_nothing();
        assert_eq!(fs::read_dir(&world.repo).unwrap().count(), 0, "{words}");
    }
    #[cfg(unix)]
    {
        let campaign = World::new();
        fs::write(campaign.git_config(), "").unwrap();
        let orga = || campaign.by("orga").env("EMAIL", "");
        let mut terminal = orga().on_terminal("tasks add");
        terminal.shows("[orga@example.org]").types("\u{1b}");
        terminal.ends(130).never_says("Quel projet");
        campaign.is_clean();
    }
    assert!(world.repo.is_dir());
}

#[test]
fn a_folder_of_its_own_is_proposed() {
    let world = World::empty();
    let home = || world.anybody().within(world.home());
    let refused = home().run("init --name 'Fête de la mine' --as zoe").exits(2).complains("dossier personnel");
    let refused = refused.complains("init fete-de-la-mine --name").never_says("init .").says_nothing();
    home().run(&advised(&refused.err)).exits(0).says("est prête");
    assert!(world.home().join("fete-de-la-mine/data/mpa.toml").is_file() && !world.home().join(".git").exists());
    home().run("init --name 'Fête de la mine' --as zoe").exits(2).complains("init fete-de-la-mine-2 --name");
    world.write("notes.txt", "à moi\n");
    let state = world.state();
    world.anybody().run("init").exits(2).complains("contient déjà autre chose").complains("mpa init campagne");
    world.anybody().run("init --name Fête --as zoe").exits(2).complains("mpa init . --name");
    assert_eq!(world.state(), state);
    world.anybody().run("init . --name Fête --as zoe").exits(0).complains_of_nothing();
    assert_eq!(world.read("notes.txt"), "à moi\n");
    assert_eq!(world.status(), "?? notes.txt");
    world.anybody().within(world.path("data")).run("init --name Autre --as zoe").exits(1).complains("Une campagne est déjà là");
}

#[cfg(unix)]
#[test]
fn a_folder_is_asked_for_in_a_terminal() {
    let world = World::empty();
    let mut terminal = world.anybody().within(world.home()).on_terminal("init --as zoe");
    terminal.shows("Le nom de la campagne").types("Fête de la mine\r").shows("Le dossier à créer pour elle : [fete-de-la-mine]");
    terminal.types("~/fêtes/2026\r").shows("échéance").types("\r").shows("adresse").types("\r");
    terminal.ends(0).says("est prête");
    assert!(world.home().join("fêtes/2026/data/mpa.toml").is_file());
    let mut terminal = world.anybody().on_terminal("init neuf --as zoe");
    terminal.shows("Le nom de la campagne").types("Fête\r").shows("échéance").interrupts();
    terminal.ends(130);
    assert_eq!(fs::read_dir(&world.repo).unwrap().count(), 0);
}

#[test]
fn founding_that_fails_takes_away_what_it_made_and_nothing_else() {
    let world = World::empty();
    let template = world.home().join("template");
    fs::create_dir_all(template.join("hooks")).unwrap();
    let hook = template.join("hooks/pre-commit");
    fs::write(&hook, "#!/bin/sh\nexit 1\n").unwrap();
    crate::kit::make_executable(&hook);
    let strict = || world.anybody().env("GIT_TEMPLATE_DIR", template.as_os_str());
    strict().run("init --name Fête --as zoe").exits(5).complains("Un hook");
    assert_eq!(fs::read_dir(&world.repo).unwrap().count(), 0);
    strict().run("init un/deux --name Fête --as zoe").exits(5);
    assert_eq!(fs::read_dir(&world.repo).unwrap().count(), 0);
    world.write("un/notes.txt", "à moi\n");
    strict().run("init un --name Fête --as zoe").exits(5);
    assert_eq!(fs::read_dir(world.path("un")).unwrap().count(), 1);
    world.write("deux/.git/objects/precieux", "à moi\n");
    world.anybody().run("init deux --name Fête --as zoe").exits(5).complains("ne s’ouvre pas");
    assert_eq!(world.read("deux/.git/objects/precieux"), "à moi\n");
    world.git("init --quiet trois");
    fs::create_dir_all(world.path("trois/.git/hooks")).unwrap();
    fs::copy(&hook, world.path("trois/.git/hooks/pre-commit")).unwrap();
    world.anybody().run("init trois --name Fête --as zoe").exits(5);
    assert!(world.path("trois/.git/HEAD").is_file() && fs::read_dir(world.path("trois")).unwrap().count() == 1);
}

#[test]
fn files_for_a_forge_come_all_or_not_at_all() {
    let world = World::new();
    world.hook("pre-commit", "exit 1");
    let state = world.state();
    world.by("orga").run("init --ci github --tool https://example.org/mpa@v1").exits(5).complains("Un hook");
    assert_eq!(world.state(), state);
    assert!(!world.path(".github").exists());
}

#[test]
fn an_empty_folder_of_a_repository_is_founded_in_it_and_that_is_said() {
    let world = World::empty();
    world.git("init --quiet --initial-branch main");
    fs::create_dir(world.path("fete")).unwrap();
    world.anybody().within(world.path("fete")).run("init --name Fête --as zoe").exits(0).says("dans le dépôt git qui contient");
    assert!(world.git("ls-files").contains("fete/data/mpa.toml"));
    world.anybody().run("init autre --name Autre --as zoe").exits(0).never_says("qui contient");
    assert!(world.path("autre/.git").is_dir(), "a folder that was not there is a repository of its own");
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_gone_or_not_ours_is_named() {
    let world = World::empty();
    let gone = world.path("parti");
    fs::create_dir(&gone).unwrap();
    let script = "rmdir \"$PWD\"; exec \"$0\" init --as zoe --name Fête";
    let mut command = std::process::Command::new("sh");
    world.hermetic(&mut command);
    command.args(["-c", script, env!("CARGO_BIN_EXE_mpa")]).current_dir(&gone).env("PWD", &gone).env("MPA_LANG", "fr");
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("n’existe plus") && said.contains("/parti"), "{said}");
    assert!(!gone.exists());
    fs::write(world.path("fichier"), "").unwrap();
    world.anybody().run("init fichier/dedans --name Fête --as zoe").exits(5).complains("/repo/fichier");
}

/// As every other command that writes: what git was not told is asked, and kept for this campaign only.
#[cfg(unix)]
#[test]
fn whoever_git_does_not_know_is_asked_for_an_address() {
    let world = World::empty();
    for key in ["user.name", "user.email"] {
        world.git(&format!("config --global --unset-all {key}"));
    }
    let mut terminal = world.anybody().on_terminal("init . --name Essai --contact a@example.org --deadline 2026-12-20");
    terminal.shows("Ton pseudo").types("lampe\r").shows("[lampe@example.org]").types("\u{1b}");
    terminal.ends(130).says("Rien n’a été changé");
    assert!(!world.path("data").exists() && !world.path(".git").exists());
    let mut terminal = world.anybody().on_terminal("init . --name Essai --contact a@example.org --deadline 2026-12-20");
    terminal.shows("Ton pseudo").types("lampe\r").shows("[lampe@example.org]").types("\r");
    terminal.ends(0).says("est prête");
    assert_eq!(world.git("log -1 --format=%an/%ae"), "lampe/lampe@example.org");
    assert_eq!(world.git("config --local user.email"), "lampe@example.org");
    assert_eq!(world.try_git("config --global --get user.email").code, 1);
}

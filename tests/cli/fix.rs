//! `check --fix`: one commit of exactly what it repaired, nothing lost, nothing that was not asked.

use crate::kit::{PROJECT, World, task};

const LOGO: &str = "data/tasks/mphack/p4n8w-logo.toml";
const PAGE: &str = "data/tasks/mphack/x9c3v-page.toml";

/// The usual task with its keys in another order, and a mark at its start.
fn untidy(title: &str) -> String {
    let text = task(title);
    let (first, rest) = text.split_once('\n').unwrap();
    let rest = rest
        .replace("\"2h\"", "\"2 h\"")
        .replace("created = 2026-11-23\n", &format!("created = \"23/11/2026\"  \n# Le titre.\n{first}\n"));
    format!("\u{feff}{}", rest.replace('\n', "\r\n").trim_end())
}

fn world() -> World {
    World::with(&[(LOGO, &untidy("Dessiner le logo")), (PAGE, &untidy("Traduire la page")), (".gitattributes", "")])
}

/// What it becomes.
fn tidied(title: &str) -> String {
    task(title).replacen("title = ", "# Le titre.\ntitle = ", 1)
}

#[test]
fn what_has_one_meaning_is_repaired_in_one_commit() {
    let world = world();
    let (before, check) = (world.commits(), world.anybody().run("check").exits(0).says("2026-11-23, sans guillemets"));
    let shown = world.by("orga").run("check --fix --dry-run").exits(0).says("2 fichiers seraient remis en forme");
    shown.says("+budget = \"2h\"").says("-<U+FEFF>budget = \"2 h\"").says("Mpa-Files: 2");
    assert_eq!(world.commits(), before);
    world.is_clean();
    world.by("orga").run("check --fix").exits(0).says("2 fichiers sont remis en forme").says("mpa undo");
    world.has_one_commit_more_than(before);
    assert_eq!((world.read(LOGO), world.read(PAGE)), (tidied("Dessiner le logo"), tidied("Traduire la page")));
    assert_eq!(world.git("show --format= --name-only HEAD"), format!("{LOGO}\n{PAGE}"));
    assert!(world.message().contains("Mpa-Operation: fix") && world.message().contains("Mpa-By: orga"), "{}", world.message());
    world.anybody().run("check").exits(0).never_says("sans guillemets");
    assert!(check.out.contains("sans guillemets"));

    let state = world.state();
    world.by("orga").run("check --fix").exits(0).says("rien à réparer");
    assert_eq!(world.state(), state, "twice changes nothing");
    world.by("orga").run("undo").exits(0);
    assert_eq!(world.read(LOGO), untidy("Dessiner le logo"));
}

#[test]
fn what_is_left_is_counted_and_decides_the_exit_code() {
    let world = world();
    world.write("data/tasks/mphack/b6j2r-appel.toml", "title = \n");
    world.commit("Break a task");
    world.by("orga").run("check --fix").exits(1).says("2 fichiers sont remis en forme").says("Il reste 2 points");
    world.is_clean();
    assert_eq!(world.read("data/tasks/mphack/b6j2r-appel.toml"), "title = \n");
}

#[test]
fn a_file_with_work_in_it_is_left_alone_and_named() {
    let world = world();
    let mine = format!("{}\r\n# mon travail\r\n", untidy("Dessiner le logo"));
    world.write(LOGO, &mine);
    let new = "data/tasks/mphack/new0w-neuf.toml";
    world.write(new, untidy("Une tâche nouvelle"));
    let before = world.commits();
    let run = world.by("orga").run("check --fix").exits(0).says("1 fichier est remis en forme");
    run.says(&format!("{LOGO} est laissé tel quel")).says(&format!("{new} est laissé tel quel"));
    assert_eq!(world.commits(), before + 1);
    assert_eq!(world.git("show --format= --name-only HEAD"), PAGE);
    assert_eq!((world.read(LOGO), world.read(new)), (mine, untidy("Une tâche nouvelle")));
}

#[test]
fn what_is_staged_stays_staged() {
    let world = world();
    let staged = format!("{}\r\n# préparé\r\n", untidy("Dessiner le logo"));
    world.write(LOGO, &staged);
    world.git("add data");
    world.write(LOGO, untidy("Dessiner le logo"));
    let index = world.git(&format!("ls-files --stage -- {LOGO}"));
    world.by("orga").run("check --fix").exits(0).says(&format!("{LOGO} est laissé tel quel"));
    assert_eq!(world.git(&format!("ls-files --stage -- {LOGO}")), index);
    assert_eq!(world.read(LOGO), untidy("Dessiner le logo"));
    assert_eq!(world.read(PAGE), tidied("Traduire la page"));
}

#[test]
fn a_volunteer_is_told_who_may_and_changes_their_own_file_only() {
    let world = world();
    let state = world.state();
    world.by("zoe").run("check --fix").exits(1).complains("Qui peut décider");
    assert_eq!(world.state(), state);
    world.write("data/people/zoe.toml", "skills = ['web', 'dessin']\n");
    world.write("data/projects/mphack.toml", PROJECT.replace("[\"lea\"]", "['lea']"));
    world.commit("More to repair");
    world.by("zoe").run("check --fix").exits(0).says("1 fichier est remis en forme").says(&format!("{LOGO} est laissé tel quel"));
    assert_eq!(world.read("data/people/zoe.toml"), "skills = [\n    \"web\",\n    \"dessin\",\n]\n");
    assert_eq!(world.git("show --format= --name-only HEAD"), "data/people/zoe.toml");
    world.by("lea").run("check --fix").exits(0).says("3 fichiers sont remis en forme");
    world.is_clean();
}

#[test]
fn an_interrupted_repair_is_completed() {
    let world = world();
    world.by("orga").run("check --fix").exits(0);
    let (files, commits) = (world.git("rev-parse HEAD^{tree}"), world.commits());
    world.git("reset --quiet --soft HEAD~1");
    world.git("reset --quiet");
    world.git(&format!("checkout --quiet -- {PAGE}"));
    world.by("orga").run("check --fix").exits(0).says("2 fichiers sont remis en forme");
    assert_eq!((world.git("rev-parse HEAD^{tree}"), world.commits()), (files, commits));
    world.is_clean();
}

#[test]
fn claims_keep_their_order_and_until_its_place() {
    let claims = "\n[claims.zoe]\nuntil = 2026-11-23\nsince = 2026-11-23\nreleased = 2026-11-23\n\n[claims.ana]\nuntil = 2026-12-04\nsince = 2026-11-24\n";
    let world = World::with(&[(LOGO, &format!("{}{claims}", task("Dessiner le logo")))]);
    world.by("orga").run("check --fix").exits(0).says("1 fichier est remis en forme");
    let expected = "\n[claims.zoe]\nsince = 2026-11-23\nreleased = 2026-11-23\nuntil = 2026-11-23\n\n[claims.ana]\nsince = 2026-11-24\nuntil = 2026-12-04\n";
    assert_eq!(world.read(LOGO), format!("{}{expected}", task("Dessiner le logo")));
}

#[test]
fn a_checkout_with_windows_line_ends_is_no_work() {
    let world = World::new();
    let text = world.read(LOGO);
    world.write(LOGO, text.replace('\n', "\r\n"));
    let before = world.commits();
    world.by("orga").run("check --fix").exits(0).says("rien à réparer");
    assert_eq!(world.commits(), before);
}

#[test]
fn an_uncommitted_edit_that_is_only_another_form_is_named() {
    let world = World::new();
    let path = world.task_path("x9c3v");
    world.write(&path, world.read(&path).replace("\"2h\"", "\"2 h\""));
    world.by("orga").run("check --fix").exits(0).says("x9c3v");
    assert!(world.read(&path).contains("\"2 h\""), "somebody's work stays");
}

//! `import`: rows that could be read in two ways, and what looks like a task that is there but is not.

use crate::import::{adds_nothing, file, task};
use crate::kit::{World, task_with};

const DONE: &str = "\n[done]\nby = \"zoe\"\nat = 2026-11-24\nevidence = \"https://example.org/liste\"\n";

fn issues(numbers: &[u32]) -> String {
    let one = |number: &u32| {
        format!(
            r#"{{"number": {number}, "title": "Point hebdo", "state": "OPEN", "url": "https://github.com/example-org/bal/issues/{number}"}}"#
        )
    };
    format!("[{}]", numbers.iter().map(one).collect::<Vec<_>>().join(","))
}

#[test]
fn a_title_of_several_projects_or_deliverables_names_none() {
    let project = |title: &str| {
        format!(
            "title = \"{title}\"\nleads = [\"lea\"]\n\n[deliverables.un]\ntitle = \"Le plan\"\nfirst = true\n\n[deliverables.deux]\ntitle = \"Le plan\"\n\n[deliverables.plan]\ntitle = \"Un\"\n"
        )
    };
    let world = World::with(&[
        ("data/projects/bal.toml", &project("Le grand bal")),
        ("data/projects/fete.toml", &project("Le grand bal")),
        ("data/projects/noel.toml", &project("Bal")),
    ]);
    let rows = ["Le grand bal;", "bal;un", "bal;Le plan", "noel;plan"];
    let rows: String =
        rows.iter().enumerate().map(|(at, row)| format!("Danse numéro {at};1h;Fait.;https://example.org;{row}\n")).collect();
    file(&world, "a.csv", format!("titre;budget;terminée quand;lien;projet;livrable\n{rows}"));
    let run = world.by("orga").run("import ../a.csv --partial").exits(0).says("2 nouvelles · 2 à corriger");
    run.says("ligne 2 : « Le grand bal » est le titre de plusieurs : bal et fete")
        .says("ligne 4 : « Le plan » est le titre de plusieurs : ");
    assert!(task(&world, "Danse numéro 1").contains("deliverable = \"un\""));
    assert!(world.all_tasks().iter().any(|path| path.starts_with("data/tasks/bal/")), "the short name counts first");
}

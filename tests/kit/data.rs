//! The usual campaign of the tests: one organiser, one project with one lead, six tasks.

/// `data/mpa.toml`: `orga` organises.
pub const CAMPAIGN: &str = r#"format = 1
name = "Campagne d'essai"
language = "fr"
timezone = "Europe/Paris"
started = 2026-11-23
deadline = "sainte-barbe"
organisers = ["orga"]
contact = "hackathon@example.org"

[claims]
days = 14
warn-days = 3
limit = 3
renewals = 2
cooldown-days = 3
"#;

/// `data/projects/mphack.toml`: `lea` leads it.
pub const PROJECT: &str = r#"title = "MPHack"
theme = "entraide"
summary = "Des tâches précises."
leads = ["lea"]

[deliverables.liste]
title = "La liste des tâches"
due = 2026-12-02
first = true

[deliverables.bilan]
title = "Le bilan"
"#;

const THEME: &str = r#"title = "Entraide"
question = "Comment aider avec deux heures ?"
"#;

/// A task that anybody can take.
pub fn task(title: &str) -> String {
    task_with(title, "")
}

/// The same with more lines before its resources.
pub fn task_with(title: &str, lines: &str) -> String {
    format!(
        "title = \"{title}\"\nbudget = \"2h\"\ndone-when = \"C'est en ligne.\"\ncreated = 2026-11-23\n{lines}\n\
         [resources]\n\"Modèle\" = \"https://example.org/modele\"\n"
    )
}

/// The files of the usual campaign.
///
/// `k7q2m` and `k7q9d` begin alike; `t3h5w` comes after `k7q2m`; `d0aft` is a draft; `p4n8w`, `x9c3v` and `b6j2r` are
/// like any other.
pub(super) fn usual() -> Vec<(String, String)> {
    let mut files = vec![
        ("data/mpa.toml".to_owned(), CAMPAIGN.to_owned()),
        ("data/themes/entraide.toml".to_owned(), THEME.to_owned()),
        ("data/projects/mphack.toml".to_owned(), PROJECT.to_owned()),
        (".gitattributes".to_owned(), "/data/** text eol=lf\n".to_owned()),
    ];
    let tasks = [
        ("k7q2m-liste", task_with("Mettre la liste en ligne", "deliverable = \"liste\"\n")),
        ("k7q9d-fiche", task("Relire la fiche")),
        ("p4n8w-logo", task("Dessiner le logo")),
        ("x9c3v-page", task("Traduire la page")),
        ("b6j2r-appel", task("Appeler une association")),
        ("t3h5w-suite", task_with("Annoncer la liste", "after = [\"k7q2m\"]\n")),
        ("d0aft-brouillon", task("Un brouillon").replacen("budget", "draft = true\nbudget", 1)),
    ];
    files.extend(tasks.map(|(name, text)| (format!("data/tasks/mphack/{name}.toml"), text)));
    files
}

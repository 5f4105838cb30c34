//! The campaign, its themes and its projects: few files, the same at every size but for their number.

use chrono::NaiveDate;
use fastrand::Rng;

use super::STARTED;
use super::people::People;
use super::task::{chance, pick};
use super::toml::Toml;
use super::words;

/// What a project promises; every project promises the same three things under names of its own.
pub struct Deliverable {
    pub slug: &'static str,
    pub title: String,
    pub due: Option<NaiveDate>,
}

pub struct Project {
    pub slug: String,
    pub title: String,
    pub theme: &'static str,
    pub leads: Vec<String>,
    pub needs: Vec<&'static str>,
    pub deliverables: Vec<Deliverable>,
}

impl Project {
    /// Draws the project number `number`.
    pub fn draw(rng: &mut Rng, people: &People, number: usize) -> Self {
        let word = words::PROJECTS[number % words::PROJECTS.len()];
        let round = number / words::PROJECTS.len();
        let slug = if round == 0 { word.to_owned() } else { format!("{word}-{}", round + 1) };
        let thing = pick(rng, &words::THINGS);
        let leads = if chance(rng, 30) { 2 } else { 1 };
        let mut leads: Vec<String> = (0..leads).map(|_| people.anyone(rng)).collect();
        leads.dedup();
        let needs = rng.usize(1..=2);
        let deliverable = |slug, title: &str, due| Deliverable { slug, title: format!("{title} : {thing}"), due };
        Self {
            title: format!("Projet {slug} : {thing} {}", pick(rng, &words::ENDINGS)),
            theme: pick(rng, &words::THEMES).0,
            leads,
            needs: rng.choose_multiple(words::SKILLS, needs),
            deliverables: vec![
                deliverable("ebauche", "Une première version", NaiveDate::from_ymd_opt(2026, 11, 27)),
                deliverable("essai", "Un essai avec dix personnes", None),
                deliverable("bilan", "Ce que nous avons appris", NaiveDate::from_ymd_opt(2026, 12, 2)),
            ],
            slug,
        }
    }

    /// The project's file.
    pub fn file(&self) -> String {
        let mut toml = Toml::default();
        toml.text("title", &self.title);
        toml.text("theme", self.theme);
        toml.block("summary", &[format!("Le groupe {} avance à son rythme, deux heures à la fois.", self.slug)]);
        toml.list("leads", &self.leads);
        toml.list("needs", &self.needs);
        for (at, deliverable) in self.deliverables.iter().enumerate() {
            toml.table(&format!("deliverables.{}", deliverable.slug));
            toml.text("title", &deliverable.title);
            if let Some(due) = deliverable.due {
                toml.bare("due", due);
            }
            if at == 0 {
                toml.bare("first", true);
            }
        }
        toml.finish()
    }
}

/// The file of a theme.
pub fn theme(title: &str, question: &str) -> String {
    let mut toml = Toml::default();
    toml.text("title", title);
    toml.text("question", question);
    toml.list("ideas", &words::THINGS[..4]);
    toml.finish()
}

/// `data/mpa.toml`.
pub fn campaign() -> String {
    let mut toml = Toml::default();
    toml.bare("format", 1);
    toml.text("name", "Banc d’essai");
    toml.text("language", "fr");
    toml.text("timezone", "Europe/Paris");
    toml.bare("started", STARTED);
    toml.text("deadline", "sainte-barbe");
    toml.list("organisers", &["chef"]);
    toml.text("contact", "banc@example.org");
    toml.table("also");
    toml.text("Lire le compte rendu", "https://example.org/compte-rendu");
    toml.table("claims");
    for (key, value) in [("days", 14), ("warn-days", 3), ("limit", 3), ("renewals", 2), ("cooldown-days", 3)] {
        toml.bare(key, value);
    }
    toml.table("workflow");
    toml.text("mode", "direct");
    toml.text("remote", "origin");
    toml.text("main", "main");
    toml.text("forge", "none");
    toml.text("send", "never");
    toml.finish()
}

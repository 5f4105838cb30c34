//! New files: what was written is what is read, and it looks as the format says.

use fastrand::Rng;
use proptest::prelude::{ProptestConfig, any, proptest};

use crate::domain::task::{Place, Task};
use crate::store::{decode_task, new_task_file};

use super::random;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_new_file_means_its_task(seed in any::<u64>()) {
        let task = random::task(&mut Rng::with_seed(seed));
        let file = new_task_file(&task);
        let decoded = decode_task(&task.id, &task.project, "k7q2m.toml", file.as_bytes());
        assert_eq!(decoded.value.as_ref(), Some(&task), "{file}");
        assert!(!file.contains('\r') && file.ends_with('\n') && !file.contains("\n\n\n") && !file.starts_with('\n'), "{file}");
    }
}

#[test]
fn a_new_file_is_canonical() {
    let mut task = random::task(&mut Rng::with_seed(1));
    task = Task { claims: Vec::new(), done: None, cancelled: None, sent_back: None, reopened: None, ..task };
    task.title = "Mettre en ligne la liste".to_owned();
    task.budget = crate::domain::budget::Budget::parse("2h-4h").unwrap();
    task.done_when = Some("La liste est visible.".to_owned());
    task.created = random::day("2026-11-23");
    (task.draft, task.deliverable, task.contact) = (false, None, None);
    task.skills = vec!["web".to_owned()];
    task.place = Place::OnSite(Some("Paris".to_owned()));
    task.due = Some(random::day("2026-12-01"));
    task.after = ["k7q2m", "abcde"].map(|id| crate::domain::name::TaskId::new(id).unwrap()).to_vec();
    task.description = Some("Un.\nDeux.\n".to_owned());
    task.resources = [("Modèle", "https://example.org/a"), ("l'autre", "https://example.org/b")]
        .map(|(label, link)| crate::domain::task::Resource { label: label.to_owned(), link: link.to_owned() })
        .to_vec();
    let expected = r#"title = "Mettre en ligne la liste"
budget = "2h-4h"
done-when = "La liste est visible."
created = 2026-11-23
skills = ["web"]
where = "on-site"
place = "Paris"
due = 2026-12-01
after = [
    "k7q2m",
    "abcde",
]
description = """
Un.
Deux.
"""

[resources]
"Modèle" = "https://example.org/a"
"l'autre" = "https://example.org/b"
"#;
    assert_eq!(new_task_file(&task), expected);
}

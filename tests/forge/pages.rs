//! The public page, published by the forge: only where somebody said where, and with what the main branch holds.

use crate::campaign_on;
use crate::runner::Forge;

const ADDRESS: &str = "https://asso.example.org/liste/";

#[test]
fn github_publishes_the_main_branch_where_it_was_told_the_address() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    let workflow = forge.workflow("mpa-pages");
    let quiet = [("github.event_name", "push"), ("vars.MPA_PAGES", "")];
    assert!(!forge.job(&workflow, "build", &quiet).ran, "nobody asked for pages");
    let skipped =
        [("github.event_name", "workflow_run"), ("github.event.workflow_run.conclusion", "skipped"), ("vars.MPA_PAGES", ADDRESS)];
    assert!(!forge.job(&workflow, "build", &skipped).ran, "nothing was merged");
    let run = forge.job(&workflow, "build", &[("github.event_name", "schedule"), ("vars.MPA_PAGES", ADDRESS)]);
    assert!(run.ran && run.succeeded, "{}", run.log);
    assert!(forge.job(&workflow, "publish", &[]).succeeded);
    assert!(forge.published("fr/taches/p4n8w.html").contains("Dessiner le logo"));
    assert!(forge.published("fr/tasks.xml").contains("https://asso.example.org/liste/fr/taches/"));
    let bad = forge.job(&workflow, "build", &[("github.event_name", "push"), ("vars.MPA_PAGES", "$(touch pwned)")]);
    assert!(bad.ran && !bad.succeeded, "{}", bad.log);
    forge.nothing_was_run();
}

#[test]
fn forgejo_puts_the_pages_on_a_branch_of_their_own() {
    let forge = Forge::of(campaign_on("forgejo", "direct", "fr"));
    let workflow = forge.workflow("mpa-pages");
    let main = forge.main();
    for _ in 0..2 {
        let run = forge.job(&workflow, "publish", &[("vars.MPA_PAGES", ADDRESS)]);
        assert!(run.ran && run.succeeded, "{}", run.log);
        assert!(forge.git("show pages:fr/taches/p4n8w.html").contains("Dessiner le logo"));
        assert_eq!(forge.git("rev-list --count pages"), "1", "old pages are not kept");
    }
    assert_eq!(forge.main(), main);
}

#[test]
fn gitlab_publishes_what_its_job_leaves_in_public() {
    let forge = Forge::of(campaign_on("gitlab", "direct", "fr"));
    let run = forge.pipeline("pages", &[("CI_PAGES_URL", ADDRESS)]);
    assert!(run.succeeded, "{}", run.log);
    assert!(forge.left("public/fr/taches/p4n8w.html").contains("Dessiner le logo"));
}

//! What differs on GitLab and Forgejo: the same scenes, with their events, variables and ways to answer.

use crate::campaign_on;
use crate::runner::Forge;

/// A forge with an open request in which `lampe` ran `words`, and the commit of its head.
fn with_request(forge: &str, words: &str) -> (Forge, String) {
    let world = campaign_on(forge, "direct", "fr");
    world.git("switch --quiet --create demande");
    world.by("lampe").run(&format!("{words} --here")).exits(0);
    world.git("switch --quiet main");
    let forge = Forge::of(world);
    let head = forge.git("rev-parse demande");
    forge.git(&format!("update-ref refs/pull/7/head {head}"));
    forge.git(&format!("update-ref refs/merge-requests/7/head {head}"));
    forge.git("update-ref -d refs/heads/demande");
    (forge, head)
}

fn opened<'a>(head: &'a str, sender: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("github.event.pull_request.number", "7"),
        ("github.event.pull_request.head.sha", head),
        ("github.event.pull_request.user.login", "lampe"),
        ("github.event.sender.login", sender),
    ]
}

#[test]
fn forgejo_reviews_and_comments_in_one_job() {
    let (forge, head) = with_request("forgejo", "claim k7q2m");
    let run = forge.job(&forge.workflow("mpa-review"), "review", &opened(&head, "lampe"));
    assert!(run.succeeded, "{}", run.log);
    assert!(forge.calls().contains("--request\nPOST\n") && forge.calls().contains("/api/v1/repos/asso/fete/issues/7/comments\n"));
    assert!(
        forge.body(0).starts_with("{\n  \"body\": \"<!-- mpa-review -->\\n") && forge.body(0).contains("lampe prend «"),
        "{}",
        forge.body(0)
    );
    let own = "[{\"id\": 4, \"user\": {\"login\": \"forgejo-actions\"}, \"body\": \"<!-- mpa-review -->\\nAvant\"}]";
    forge.put("comments.json", own);
    forge.world.by("piolet").run("claim k7q2m").exits(0);
    forge.world.git("push --quiet origin main");
    let run = forge.job(&forge.workflow("mpa-review"), "review", &opened(&head, "lampe"));
    assert!(!run.succeeded, "refused: {}", run.log);
    assert!(forge.calls().contains("--request\nPATCH\n") && forge.calls().contains("/issues/comments/4\n"), "{}", forge.calls());
    assert!(forge.body(1).contains("refusé"), "{}", forge.body(1));
}

#[test]
fn forgejo_records_claims_and_proposals() {
    let forge = Forge::of(campaign_on("forgejo", "direct", "fr"));
    let event = |body: &'static str| {
        vec![
            ("github.event.issue.number", "12"),
            ("github.event.issue.state", "open"),
            ("github.event.issue.user.login", "Lampe"),
            ("github.event.sender.login", "Lampe"),
            ("github.event.issue.body", body),
        ]
    };
    let run = forge.job(&forge.workflow("mpa-issue"), "claim", &event("### Tâche à prendre\n\nk7q2m\n"));
    assert!(run.ran && run.succeeded, "{}", run.log);
    assert!(forge.git("show main:data/tasks/mphack/k7q2m-liste.toml").contains("[claims.lampe]"));
    assert!(forge.body(0).contains("C’est noté.") && forge.body(1).contains("\"closed\""), "{}", forge.calls());
    let hostile = "### Tâche à prendre\n\n$(touch ../pwned)`touch ../pwned`\n";
    assert!(forge.job(&forge.workflow("mpa-issue"), "claim", &event(hostile)).succeeded);
    assert!(forge.body(2).contains("L’identifiant de la tâche n’est pas reconnu"), "{}", forge.body(2));
    let main = forge.main();
    let fields = "### Titre de la tâche\n\nAffiche \"$(touch ../pwned)\"\n\n### Projet\n\nmphack\n\n### Temps prévu\n\n1h\n\n\
                  ### Elle est finie quand\n\nElle est au mur.\n";
    let run = forge.job(&forge.workflow("mpa-issue"), "propose", &event(fields));
    assert!(run.ran && run.succeeded, "{}", run.log);
    assert_eq!((forge.main(), forge.git("rev-parse mpa/proposal-12^")), (main.clone(), main));
    assert!(forge.body(3).contains("\"head\": \"mpa/proposal-12\""), "{}", forge.body(3));
    forge.put("may-not-create", "");
    forge.job(&forge.workflow("mpa-issue"), "propose", &event(fields));
    assert!(forge.body(6).contains("L’organisation peut l’ouvrir"), "{}", forge.body(6));
    forge.nothing_was_run();
}

#[test]
fn forgejo_checks_main() {
    let forge = Forge::of(campaign_on("forgejo", "direct", "fr"));
    assert!(forge.job(&forge.workflow("mpa-main"), "check", &[]).succeeded);
    forge.world.write("data/tasks/mphack/k7q2m-liste.toml", "title = ");
    forge.world.commit("Cassé");
    forge.world.git("push --quiet origin main");
    assert!(!forge.job(&forge.workflow("mpa-main"), "check", &[]).succeeded);
}

#[test]
fn gitlab_reviews_a_request_and_reports_it() {
    let (forge, head) = with_request("gitlab", "claim k7q2m");
    let request = [("CI_MERGE_REQUEST_IID", "7"), ("GITLAB_USER_LOGIN", "lampe")];
    let run = forge.pipeline("mpa-review", &request);
    assert!(run.succeeded && run.log.contains("lampe prend «"), "{}", run.log);
    assert!(forge.calls().contains(&format!("..{head}\n--author\nlampe\n")));
    forge.world.by("piolet").run("claim k7q2m").exits(0);
    forge.world.git("push --quiet origin main");
    let run = forge.pipeline("mpa-review", &request);
    assert!(!run.succeeded, "{}", run.log);
    let report = forge.left("gl-code-quality-report.json");
    assert!(report.starts_with('[') && report.contains("k7q2m-liste.toml"), "{report}");
    forge.pipeline("mpa-review", &[("CI_MERGE_REQUEST_IID", "7"), ("GITLAB_USER_LOGIN", "$(touch ../pwned)")]);
    forge.nothing_was_run();
    assert!(!run.log.contains("hush"));
}

#[test]
fn gitlab_comments_each_open_request_by_schedule() {
    let (forge, head) = with_request("gitlab", "claim k7q2m");
    let request = |iid: &str, sha: &str, from: u32, author: &str| {
        format!(
            "{{\"iid\": {iid}, \"sha\": \"{sha}\", \"source_project_id\": {from}, \"target_project_id\": 3, \
             \"author\": {{\"username\": \"{author}\"}}}}"
        )
    };
    let [fork, own, gone] =
        [request("7", &head, 8, "lampe"), request("7", &head, 3, "lampe"), request("7", &"0".repeat(40), 8, "$(touch ../pwned)")];
    forge.put("pulls.json", &format!("[{fork}, {own}, {gone}]"));
    let run = forge.pipeline("mpa-comment", &[("MPA_TOKEN", "secret-word")]);
    assert!(run.succeeded, "{}", run.log);
    let reviews: Vec<String> =
        forge.calls().split("--- ").filter(|call| call.starts_with("mpa\nreview")).map(str::to_owned).collect();
    assert_eq!(reviews.len(), 2, "{reviews:?}");
    assert!(reviews[0].contains("--author\nlampe\n") && !reviews[1].contains("--author"), "{reviews:?}");
    assert!(forge.body(0).contains("lampe prend «") && forge.bodies() == 2, "{}", forge.calls());
    assert!(!run.log.contains("secret-word"));
    // What is said already is not said again; what is old is replaced.
    let said: String = forge.body(0);
    let body = said.trim().trim_start_matches('{').trim().trim_start_matches("\"body\":").trim_end_matches('}').trim();
    let text = body.trim_end_matches("\\n\"").to_owned() + "\"";
    forge.put("pulls.json", &format!("[{fork}]"));
    forge.put("comments.json", &format!("[{{\"id\": 4, \"author\": {{\"id\": 9}}, \"body\": {text}}}]"));
    assert!(forge.pipeline("mpa-comment", &[("MPA_TOKEN", "secret-word")]).succeeded);
    assert_eq!(forge.bodies(), 2, "{}", forge.calls());
    forge.put("comments.json", "[{\"id\": 4, \"author\": {\"id\": 9}, \"body\": \"<!-- mpa-review -->\\nAvant\"}]");
    assert!(forge.pipeline("mpa-comment", &[("MPA_TOKEN", "secret-word")]).succeeded);
    assert!(
        forge.calls().contains("--request\nPUT\n") && forge.calls().contains("/merge_requests/7/notes/4\n"),
        "{}",
        forge.calls()
    );
    forge.nothing_was_run();
}

#[test]
fn gitlab_checks_main() {
    let forge = Forge::of(campaign_on("gitlab", "direct", "fr"));
    let run = forge.pipeline("mpa-main", &[]);
    assert!(run.succeeded, "{}", run.log);
    forge.world.write("data/tasks/mphack/k7q2m-liste.toml", "title = ");
    forge.world.commit("Cassé");
    forge.world.git("push --quiet origin main");
    assert!(!forge.pipeline("mpa-main", &[]).succeeded);
}

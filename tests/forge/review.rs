//! A request, seen from the three workflows that meet it: reviewed, commented, merged; then main checked.

use crate::campaign_on;
use crate::expression::Names;
use crate::kit::World;
use crate::runner::{Forge, JobRun};

/// A forge with an open request by `lampe`, and the commit of its head.
fn with_request() -> (Forge, String) {
    let world = campaign_on("github", "direct", "fr");
    world.git("switch --quiet --create demande");
    // It brings a tool of its own and a workflow that trusts it, neither of which may ever run.
    world.write("mpa", "#!/bin/sh\ntouch ../pwned\n");
    world.write(".github/workflows/mpa-review.yml", "on: pull_request\njobs: {}\n");
    world.write("data/mpa.toml", world.read("data/mpa.toml").replace("\"orga\"", "\"lampe\""));
    world.commit("$(touch ../pwned)\n::set-env name=PATH::/tmp");
    world.git("switch --quiet main");
    let forge = Forge::of(world);
    let head = forge.git("rev-parse demande");
    forge.git(&format!("update-ref refs/pull/7/head {head}"));
    forge.git("update-ref -d refs/heads/demande");
    forge.play_review();
    (forge, head)
}

/// A forge with an open request in which `lampe` ran `words`, and the commit of its head; nothing is played.
fn with_real_request(words: &str) -> (Forge, String) {
    let world = campaign_on("github", "direct", "fr");
    world.git("switch --quiet --create demande");
    world.by("lampe").run(&format!("{words} --here")).exits(0);
    world.git("switch --quiet main");
    let forge = Forge::of(world);
    let head = forge.git("rev-parse demande");
    forge.git(&format!("update-ref refs/pull/7/head {head}"));
    forge.git("update-ref -d refs/heads/demande");
    (forge, head)
}

#[test]
fn a_claim_of_ones_own_goes_from_the_review_to_the_merge() {
    let (forge, head) = with_real_request("claim k7q2m");
    let run = forge.job(&forge.workflow("mpa-review"), "review", &opened(&head, "lampe"));
    assert!(run.succeeded && run.log.contains("lampe prend «"), "{}", run.log);
    let judged = judge(&forge, &head, "lampe", "lampe");
    assert_eq!(judged.outputs["needs.judge.outputs.routine"], "true", "{}", judged.log);
    assert!(behind(&forge, "comment", &judged.outputs, &[]).succeeded);
    assert!(forge.body(0).contains("lampe prend «"), "{}", forge.body(0));
    assert!(behind(&forge, "merge", &judged.outputs, &[("vars.MPA_AUTOMERGE", "routine")]).succeeded);
    assert!(forge.calls().contains(&format!("--match-head-commit\n{head}\n")));
    // Main takes another claim of that task meanwhile: the same request is no longer merged.
    forge.world.by("piolet").run("claim k7q2m").exits(0);
    forge.world.git("push --quiet origin main");
    let run = behind(&forge, "merge", &judged.outputs, &[("vars.MPA_AUTOMERGE", "routine")]);
    assert!(run.ran && !run.succeeded, "{}", run.log);
    assert_eq!(forge.calls().matches("pr\nmerge").count(), 1);
    let run = forge.job(&forge.workflow("mpa-review"), "review", &opened(&head, "lampe"));
    assert!(!run.succeeded && run.log.contains("::error file=data/tasks/mphack/k7q2m-liste.toml,"), "{}", run.log);
}

#[test]
fn an_account_that_is_no_handle_is_judged_as_its_person() {
    let world = campaign_on("github", "direct", "fr");
    world.write("data/people/lampe.toml", "forge = \"lampe_corp\"\n");
    world.commit("Une personne");
    world.git("switch --quiet --create demande");
    world.by("lampe").run("claim k7q2m --here").exits(0);
    world.git("switch --quiet main");
    let forge = Forge::of(world);
    let head = forge.git("rev-parse demande");
    forge.git(&format!("update-ref refs/pull/7/head {head}"));
    for (login, routine) in [("Lampe_Corp", "true"), ("lampe", "false")] {
        let judged = judge(&forge, &head, login, login);
        assert_eq!(judged.outputs["needs.judge.outputs.routine"], routine, "{login}: {}", judged.log);
    }
}

#[test]
fn what_somebody_else_sent_or_only_an_organiser_may_do_is_never_routine() {
    let (forge, head) = with_real_request("claim k7q2m");
    for (login, sender) in [("lampe", "piolet"), ("piolet", "piolet")] {
        let judged = judge(&forge, &head, login, sender);
        assert_eq!(judged.outputs["needs.judge.outputs.routine"], "false", "{login} {sender}: {}", judged.log);
    }
    let (forge, head) = with_real_request("tasks edit k7q2m --budget 4h");
    let judged = judge(&forge, &head, "lampe", "lampe");
    assert_eq!(judged.outputs["needs.judge.outputs.routine"], "false", "{}", judged.log);
    let (forge, head) = with_request();
    for name in ["review-code", "strict-code"] {
        forge.take_away(name);
    }
    // It makes its author an organiser, and brings files of its own: judged by the organisers of the base.
    let judged = judge(&forge, &head, "lampe", "lampe");
    assert_eq!(judged.outputs["needs.judge.outputs.routine"], "false", "{}", judged.log);
    assert!(behind(&forge, "comment", &judged.outputs, &[]).succeeded);
    assert!(forge.body(0).contains(".github/workflows/mpa-review.yml"), "{}", forge.body(0));
    let run = forge.job(&forge.workflow("mpa-review"), "review", &opened(&head, "lampe"));
    assert!(!run.log.contains("::set-env") && run.ran, "{}", run.log);
    forge.nothing_was_run();
}

fn opened<'a>(head: &'a str, sender: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("github.event.pull_request.number", "7"),
        ("github.event.pull_request.head.sha", head),
        ("github.event.pull_request.user.login", "lampe"),
        ("github.event.pull_request.title", "$(touch ../pwned)"),
        ("github.event.sender.login", sender),
    ]
}

#[test]
fn a_request_is_reviewed_against_the_base_and_never_checked_out() {
    let (forge, head) = with_request();
    for (code, sender, author) in [("0", "lampe", "--author\nlampe\n"), ("1", "piolet", "")] {
        forge.put("calls", "");
        forge.put("review-code", code);
        forge.put("review.md", "::error file=data/tasks/x.toml::non\n");
        let run = forge.job(&forge.workflow("mpa-review"), "review", &opened(&head, sender));
        forge.nothing_was_run();
        assert!(run.ran && run.succeeded == (code == "0"), "{}", run.log);
        let expected = format!("--- mpa\nreview\n{}..{head}\n{author}--format\ngithub\n", forge.main());
        assert!(forge.calls().ends_with(&expected), "{}", forge.calls());
        let built = "--- cargo\n+stable\ninstall\n--locked\n--git\nhttps://example.org/mpa.git\n--rev\nv0.1.0\n";
        assert_eq!(forge.calls().starts_with(built), sender == "lampe", "built once, then kept\n{}", forge.calls());
        assert!(!run.log.contains("hush"), "the token shows");
    }
}

#[test]
fn a_request_that_has_moved_on_is_left_to_the_next_run() {
    let (forge, _) = with_request();
    let old = forge.main();
    let run = forge.job(&forge.workflow("mpa-review"), "review", &opened(&old, "lampe"));
    assert!(!run.succeeded && run.log.contains("La demande a changé entre-temps"), "{}", run.log);
    assert!(!forge.calls().contains("--- mpa"));
}

#[test]
fn hostile_names_are_only_words() {
    let (forge, head) = with_request();
    for login in ["$(touch ../pwned)", "--format=json", "x\ny", "`touch ../pwned`"] {
        forge.put("calls", "");
        let mut event = opened(&head, login);
        event.retain(|(name, _)| *name != "github.event.pull_request.user.login");
        event.push(("github.event.pull_request.user.login", login));
        forge.job(&forge.workflow("mpa-review"), "review", &event);
        forge.nothing_was_run();
        assert!(forge.calls().contains(&format!("--author\n{login}\n")), "{}", forge.calls());
        let run = judge(&forge, &head, login, login);
        forge.nothing_was_run();
        assert_eq!(run.outputs.get("needs.judge.outputs.author").map(String::as_str), Some(""), "{login}");
    }
}

#[test]
fn in_a_merge_queue_nobody_is_taken_for_the_author() {
    let (forge, head) = with_request();
    forge.git(&format!("update-ref refs/heads/gh-readonly-queue/main/pr-7 {head}"));
    let event = [
        ("github.event.merge_group.head_sha", head.as_str()),
        ("github.event.merge_group.head_ref", "refs/heads/gh-readonly-queue/main/pr-7"),
        ("github.event.sender.login", "orga"),
    ];
    let run = forge.job(&forge.workflow("mpa-review"), "review", &event);
    assert!(run.succeeded && !forge.calls().contains("--author"), "{}{}", run.log, forge.calls());
}

/// The first job of `mpa-comment`, after a run for `head` that `sender` set off, in the request of `login`.
fn judge(forge: &Forge, head: &str, login: &str, sender: &str) -> JobRun {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\\\"").replace('\n', "\\n"));
    forge.put(
        "pulls.json",
        &format!(
            "[{{\"number\": 5, \"head\": {{\"sha\": \"0000\"}}, \"user\": {{\"login\": \"x\"}}}},
              {{\"number\": 7, \"head\": {{\"sha\": \"{head}\"}}, \"user\": {{\"login\": {}}}}}]",
            quoted(login)
        ),
    );
    let event = [
        ("github.event.workflow_run.event", "pull_request"),
        ("github.event.workflow_run.head_sha", head),
        ("github.event.workflow_run.head_repository.owner.login", "lampe"),
        ("github.event.workflow_run.head_branch", "$(touch ../pwned)"),
        ("github.event.workflow_run.actor.login", sender),
    ];
    forge.job(&forge.workflow("mpa-comment"), "judge", &event)
}

/// A job behind `judge`.
fn behind(forge: &Forge, name: &str, judged: &Names, more: &[(&str, &str)]) -> JobRun {
    let event: Vec<(&str, &str)> =
        judged.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(more.iter().copied()).collect();
    forge.job(&forge.workflow("mpa-comment"), name, &event)
}

#[test]
fn the_comment_is_judged_again_and_kept_up_to_date() {
    let (forge, head) = with_request();
    forge.put("review.md", "| Tâche | @everyone $(touch ../pwned) |\n");
    forge.put("review-code", "1");
    let judged = judge(&forge, &head, "lampe", "lampe");
    assert!(judged.succeeded, "{}", judged.log);
    let expected = [("number", "7"), ("sha", head.as_str()), ("author", "lampe"), ("routine", "false")];
    for (name, value) in expected {
        assert_eq!(judged.outputs[&format!("needs.judge.outputs.{name}")], value);
    }
    assert!(forge.calls().contains("head=lampe:$(touch ../pwned)\n"), "{}", forge.calls());
    let run = behind(&forge, "comment", &judged.outputs, &[]);
    assert!(run.ran && run.succeeded, "{}", run.log);
    let body = forge.body(0);
    assert!(body.starts_with("<!-- mpa-review -->\n| Tâche | @everyone $(touch ../pwned) |\n"), "{body}");
    assert!(body.ends_with(&format!("{}..{}\n", &forge.main()[..10], &head[..10])), "{body}");
    assert!(forge.calls().contains("--method\nPOST\nrepos/asso/fete/issues/7/comments\n"), "{}", forge.calls());
    // The second time there are three comments with that mark, and one of them is the forge's own.
    let comment =
        |id: u32, who: &str, body: &str| format!("{{\"id\": {id}, \"user\": {{\"login\": \"{who}\"}}, \"body\": \"{body}\"}}");
    let mark = "<!-- mpa-review -->\\nAvant";
    let all = [(2, "github-actions[bot]", mark), (3, "github-actions[bot]", "Autre"), (5, "lampe", mark)];
    let [a, b, c] = all.map(|(id, who, body)| comment(id, who, body));
    forge.put("comments.json", &format!("[{a}, {b}]\n[{c}]"));
    assert!(behind(&forge, "comment", &judged.outputs, &[]).succeeded);
    assert!(forge.calls().contains("--method\nPATCH\nrepos/asso/fete/issues/comments/2\n"), "{}", forge.calls());
    forge.nothing_was_run();
}

#[test]
fn a_text_that_is_too_long_or_no_text_at_all_is_cut_to_size() {
    let (forge, head) = with_request();
    forge.put("review.md", &"é".repeat(200_000));
    let judged = judge(&forge, &head, "lampe", "lampe");
    assert!(behind(&forge, "comment", &judged.outputs, &[]).succeeded);
    assert!(forge.body(0).len() < 61_000 && forge.body(0).contains("Le texte est trop long"), "{}", forge.body(0).len());
    std::fs::write(forge.world.top().join("forge/kept/mpa-comment/review.md"), [b'a', 0xff, 0xc3, b'b']).unwrap();
    let run = behind(&forge, "comment", &judged.outputs, &[]);
    assert!(run.succeeded, "{}", run.log);
    assert_eq!(forge.body(1), "<!-- mpa-review -->\nab");
}

#[test]
fn without_an_open_request_of_that_commit_nothing_is_said() {
    let (forge, head) = with_request();
    forge.put("pulls.json", "[{\"number\": 5, \"head\": {\"sha\": \"0000\"}, \"user\": {\"login\": \"lampe\"}}]");
    let event = [("github.event.workflow_run.event", "pull_request"), ("github.event.workflow_run.head_sha", head.as_str())];
    let judged = forge.job(&forge.workflow("mpa-comment"), "judge", &event);
    assert!(judged.succeeded && judged.log.contains("il n’y a rien à dire"), "{}", judged.log);
    assert!(!behind(&forge, "comment", &judged.outputs, &[]).ran);
    assert_eq!(forge.bodies(), 0);
    assert!(!forge.job(&forge.workflow("mpa-comment"), "judge", &[("github.event.workflow_run.event", "merge_group")]).ran);
}

#[test]
fn only_what_is_routine_is_merged_and_only_where_asked_for() {
    let (forge, head) = with_request();
    let on = [("vars.MPA_AUTOMERGE", "routine")];
    let judged = judge(&forge, &head, "lampe", "lampe");
    assert!(!behind(&forge, "merge", &judged.outputs, &on).ran, "not routine");
    forge.put("strict-code", "0");
    let judged = judge(&forge, &head, "lampe", "lampe");
    assert!(!behind(&forge, "merge", &judged.outputs, &[]).ran, "not asked for");
    let unsure = judge(&forge, &head, "lampe", "piolet");
    assert!(!behind(&forge, "merge", &unsure.outputs, &on).ran, "sent by somebody else");
    forge.put("calls", "");
    let run = behind(&forge, "merge", &judged.outputs, &on);
    assert!(run.ran && run.succeeded, "{}", run.log);
    let calls = forge.calls();
    assert!(calls.contains(&format!("..{head}\n--author\nlampe\n--require\nroutine\n")), "{calls}");
    assert!(
        calls.ends_with(&format!("--- gh\npr\nmerge\n7\n--repo\nasso/fete\n--merge\n--match-head-commit\n{head}\n")),
        "{calls}"
    );
    forge.nothing_was_run();
}

#[test]
fn a_verdict_that_changed_or_a_base_that_moved_stops_the_merge() {
    let (forge, head) = with_request();
    let on = [("vars.MPA_AUTOMERGE", "routine")];
    forge.put("strict-code", "0");
    let judged = judge(&forge, &head, "lampe", "lampe");
    forge.put("strict-code", "1");
    assert!(!behind(&forge, "merge", &judged.outputs, &on).succeeded);
    forge.put("strict-code", "0");
    let newer = forge.world.head();
    forge.git(&format!("update-ref refs/pull/7/head {newer}"));
    assert!(!behind(&forge, "merge", &judged.outputs, &on).succeeded, "the request moved on");
    forge.git(&format!("update-ref refs/pull/7/head {head}"));
    // Main moves on between the last review and the merge.
    forge.put("gh.true", &std::fs::read_to_string(forge.world.top().join("forge/fake/gh")).unwrap());
    let newer = "case \"$*\" in *git/ref*) echo '{\"object\": {\"sha\": \"f00\"}}'; exit 0 ;; esac";
    forge.put("gh", &format!("#!/bin/bash\n{newer}\nexec \"$(dirname \"$0\")/gh.true\" \"$@\"\n"));
    std::process::Command::new("chmod").arg("+x").arg(forge.world.top().join("forge/fake/gh.true")).status().unwrap();
    let run = behind(&forge, "merge", &judged.outputs, &on);
    assert!(!run.succeeded && run.log.contains("La branche principale a avancé"), "{}", run.log);
    assert!(!forge.calls().contains("pr\nmerge"), "{}", forge.calls());
}

#[test]
fn the_tool_of_the_base_is_built_where_the_repository_holds_it() {
    let world = World::new();
    world.write("Cargo.toml", "[package]\nname = \"mpa\"\nversion = \"0.1.0\"\n");
    world.commit("Le programme");
    world.by("orga").run("init --ci github").exits(0);
    let forge = Forge::of(world);
    let run = forge.job(&forge.workflow("mpa-main"), "check", &[("github.event_name", "push")]);
    assert!(run.succeeded, "{}", run.log);
    assert!(forge.calls().starts_with("--- cargo\n+stable\ninstall\n--locked\n--path\n.\n--root\n"), "{}", forge.calls());
}

#[test]
fn main_is_checked_after_each_change() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    let workflow = forge.workflow("mpa-main");
    let push = [("github.event_name", "push")];
    let run = forge.job(&workflow, "check", &push);
    assert!(run.ran && run.succeeded, "{}", run.log);
    let skipped = [("github.event_name", "workflow_run"), ("github.event.workflow_run.conclusion", "skipped")];
    assert!(!forge.job(&workflow, "check", &skipped).ran);
    let path = forge.world.task_path("k7q2m");
    let twice =
        "[claims.lampe]\nsince = 2026-11-24\nuntil = 2026-12-02\n\n[claims.piolet]\nsince = 2026-11-24\nuntil = 2026-12-02\n";
    forge.world.write(&path, format!("{}\n{twice}", forge.world.read(&path)));
    forge.world.commit("Deux fusions");
    forge.world.git("push --quiet origin main");
    let run = forge.job(&workflow, "check", &push);
    assert!(!run.succeeded && run.log.contains("lampe") && run.log.contains("piolet"), "{}", run.log);
}

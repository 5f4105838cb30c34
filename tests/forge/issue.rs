//! People without git: the form that claims a task, the form that proposes one, and what hostile forms do not do.

use crate::kit::World;
use crate::runner::{Forge, JobRun};
use crate::{TOOL, campaign_on};

const NEWLY_OPENED: [(&str, &str); 3] =
    [("github.event.issue.number", "12"), ("github.event.issue.state", "open"), ("github.event.issue.user.id", "4242")];

fn by<'a>(login: &'a str, body: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut event = NEWLY_OPENED.to_vec();
    event.extend([("github.event.issue.user.login", login), ("github.event.sender.login", login)]);
    event.push(("github.event.issue.body", body));
    event
}

fn form(task: &str) -> String {
    format!("### Tâche à prendre\r\n\r\n{task}\r\n\r\n### Ce qui sera public\r\n\r\n- [X] Le nom de mon compte…\r\n")
}

#[track_caller]
fn claim(forge: &Forge, login: &str, task: &str) -> JobRun {
    let run = forge.job(&forge.workflow("mpa-issue"), "claim", &by(login, &form(task)));
    forge.nothing_was_run();
    run
}

const PROPOSAL: [(&str, &str); 6] = [
    ("Titre de la tâche", "Dessiner l’affiche"),
    ("Projet", "mphack"),
    ("Temps prévu", "1h30"),
    ("Elle est finie quand", "Elle tient sur une page."),
    ("Un lien qui aide", "_No response_"),
    ("Autre chose à savoir", "_No response_"),
];

fn proposal(changed: &[(&str, &str)]) -> String {
    let field = |(heading, value): (&str, &str)| {
        let value = changed.iter().find(|(other, _)| *other == heading).map_or(value, |(_, value)| value);
        format!("### {heading}\n\n{value}\n\n")
    };
    PROPOSAL.map(field).concat()
}

/// Texts that would do something if anything ran, printed or interpreted them.
const HOSTILE: [&str; 12] = [
    "$(touch ../pwned)",
    "`touch ../pwned`",
    "k7q2m; touch ../pwned",
    "k7q2m\ntouch ../pwned",
    "k7q2m --as lea",
    "--as=lea",
    "--help",
    "::set-env name=PATH::/tmp",
    "../../../etc/passwd",
    "k7q2m\0",
    "${{ github.token }}",
    "'; touch ../pwned; '",
];

#[test]
fn a_filled_form_claims_the_task_for_the_account() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    let before = forge.main();
    let run = claim(&forge, "Lampe-77", " #K7Q2M ");
    assert!(run.ran && run.succeeded, "{}", run.log);
    assert_eq!(forge.git("rev-list --count main"), "3");
    assert_eq!(forge.git("rev-parse main^"), before);
    assert_eq!(forge.git("show --format= --name-only main"), "data/tasks/mphack/k7q2m-liste.toml");
    let task = forge.git("show main:data/tasks/mphack/k7q2m-liste.toml");
    assert!(task.ends_with("[claims.lampe-77]\nsince = 2026-11-24\nuntil = 2026-12-02"), "{task}");
    let signed = forge.git("log -1 --format=%an|%ae|%cn main");
    assert_eq!(signed, "Lampe-77|4242+Lampe-77@users.noreply.github.com|github-actions[bot]");
    assert!(forge.body(0).starts_with("C’est noté.") && forge.body(0).contains("    Merci, lampe-77"), "{}", forge.body(0));
    assert!(forge.calls().contains("--- gh\nissue\nclose\n12\n"), "{}", forge.calls());
    assert!(!run.log.contains("hush") && !forge.calls().contains("hush"), "the token shows");
}

#[test]
fn the_same_form_again_changes_nothing_and_a_task_that_is_taken_is_told() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    claim(&forge, "lampe", "k7q2m");
    let after = forge.main();
    assert!(claim(&forge, "lampe", "k7q2m").succeeded);
    let other = claim(&forge, "piolet", "k7q2m");
    assert!(other.succeeded, "{}", other.log);
    assert_eq!(forge.main(), after);
    assert!(forge.body(2).contains("Ce n’est pas possible ainsi") && forge.body(2).contains("lampe"), "{}", forge.body(2));
    assert_eq!(forge.calls().matches("--- gh\nissue\nclose").count(), 2);
}

#[test]
fn a_rule_that_stands_against_it_is_told() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    for task in ["k7q2m", "p4n8w", "x9c3v", "b6j2r"] {
        assert!(claim(&forge, "lampe", task).succeeded);
    }
    assert_eq!(forge.git("rev-list --count main"), "5", "three claims");
    assert!(forge.body(3).contains("Ce n’est pas possible"), "{}", forge.body(3));
    claim(&forge, "piolet", "zzzzz");
    assert!(forge.body(4).contains("zzzzz"), "{}", forge.body(4));
    assert_eq!(forge.git("rev-list --count main"), "5");
}

#[test]
fn hostile_ids_claim_nothing_and_run_nothing() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    let before = forge.main();
    for (at, text) in HOSTILE.into_iter().filter(|text| !text.contains('\0')).enumerate() {
        let run = claim(&forge, "lampe", text);
        assert!(run.ran && run.succeeded, "{text}: {}", run.log);
        assert!(forge.body(at).starts_with("L’identifiant de la tâche n’est pas reconnu"), "{text}: {}", forge.body(at));
        assert!(!run.log.contains("::set-env") && !run.log.contains("pwned"), "{text}: {}", run.log);
    }
    assert_eq!(forge.main(), before);
    assert!(!forge.calls().contains("--- mpa\nclaim"), "{}", forge.calls());
}

#[test]
fn an_account_is_its_handle_and_nobody_elses() {
    let world = campaign_on("github", "direct", "fr");
    world.write("data/people/piolet.toml", "forge = \"Lampe-77\"  # mon compte\n");
    world.write("data/people/marteau.toml", "forge = \"autre\"\n");
    world.write("data/people/jumelle-1.toml", "forge = \"jumelle\"\n");
    world.write("data/people/jumelle-2.toml", "forge = \"JUMELLE\"\n");
    world.commit("Des personnes");
    let forge = Forge::of(world);
    let before = forge.main();
    // `marteau` is the handle of the account `autre`; two files claim `jumelle`; the others are no handles at all.
    let missing = |login: &str| format!("la ligne forge = \"{login}\"");
    let scenes = [
        ("marteau", missing("marteau")),
        ("jumelle", "jumelle-1 et jumelle-2".to_owned()),
        ("-x", missing("-x")),
        ("a--b", missing("a--b")),
        ("treuil_corp", missing("treuil_corp")),
        ("[bot]", "aucun compte ne s’appelle ainsi".to_owned()),
        ("app[bot]", "celui d’un programme".to_owned()),
        ("x$(touch ../pwned)", "aucun compte ne s’appelle ainsi".to_owned()),
        (".*", "aucun compte ne s’appelle ainsi".to_owned()),
    ];
    for (at, (login, said)) in scenes.iter().enumerate() {
        let run = claim(&forge, login, "k7q2m");
        assert!(run.succeeded, "{login}: {}", run.log);
        let body = forge.body(at).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(body.contains("n’est celui de personne ici") && body.contains(said), "{login}: {body}");
    }
    assert_eq!(forge.main(), before);
    claim(&forge, "lampe-77", "k7q2m");
    assert!(forge.git("show main:data/tasks/mphack/k7q2m-liste.toml").contains("[claims.piolet]"));
}

/// Accounts that are no handles, each named by the file of a person.
const ACCOUNTS: [(&str, &str); 4] =
    [("marin_corp", "marin"), ("Treuil-Corp", "treuil"), ("pierre.lampe", "lampe"), ("wagon.77_x", "wagon")];

#[test]
fn an_account_that_is_no_handle_is_the_person_whose_file_names_it() {
    for (kind, mode) in [("github", "direct"), ("github", "pull-request"), ("forgejo", "direct"), ("forgejo", "pull-request")] {
        let world = campaign_on(kind, mode, "fr");
        for (login, person) in ACCOUNTS {
            world.write(&format!("data/people/{person}.toml"), format!("'forge' = \"{}\"\n", login.to_uppercase()));
        }
        world.commit("Des personnes");
        let forge = Forge::of(world);
        for ((login, person), task) in ACCOUNTS.into_iter().zip(["k7q2m", "p4n8w", "x9c3v", "b6j2r"]) {
            let run = claim(&forge, login, task);
            assert!(run.ran && run.succeeded, "{kind} {mode} {login}: {}", run.log);
            let branch = if mode == "direct" { "main".to_owned() } else { format!("mpa/{task}-{person}") };
            let said = forge.git(&format!("show {branch}"));
            assert!(said.contains(&format!("+[claims.{person}]")), "{kind} {mode} {login}: {said}");
            // What proposes a task is found in the same way.
            let body = proposal(&[]);
            let proposed = forge.job(&forge.workflow("mpa-issue"), "propose", &by(login, &body));
            assert!(proposed.succeeded, "{kind} {mode} {login}: {}", proposed.log);
            let by = forge.git("log -1 --format=%(trailers:key=Mpa-By,valueonly) mpa/proposal-12");
            assert_eq!(by.trim(), person, "{kind} {mode} {login}");
        }
    }
}

/// Without a people file only what was done tells whose a name is.
#[test]
fn a_name_that_somebody_else_goes_by_is_not_the_accounts() {
    let world = campaign_on("github", "direct", "fr");
    world.by("piolet").run("claim k7q2m").exits(0);
    world.by("orga").run("claim p4n8w --for treuil").exits(0);
    let forge = Forge::of(world);
    let before = forge.main();
    // `piolet` acted from another address, `treuil` was acted for, `lea` and `orga` are only named.
    for (at, login) in ["Piolet", "treuil", "lea", "orga"].into_iter().enumerate() {
        let run = claim(&forge, login, "x9c3v");
        assert!(run.succeeded, "{login}: {}", run.log);
        assert!(forge.body(at).contains("est un pseudo déjà connu"), "{login}: {}", forge.body(at));
    }
    assert_eq!(forge.main(), before);
    // One's own forms are no other's, and a people file says whose the name is.
    assert!(claim(&forge, "lampe", "x9c3v").succeeded && claim(&forge, "lampe", "b6j2r").succeeded);
    assert_eq!(forge.git(&format!("rev-list --count {before}..main")), "2");
    forge.world.git("pull --quiet origin main");
    forge.world.write("data/people/piolet.toml", "forge = \"piolet\"\n");
    forge.world.commit("Mon compte");
    forge.world.git("push --quiet origin main");
    claim(&forge, "Piolet", "k7q9d");
    assert!(forge.git("show main:data/tasks/mphack/k7q9d-fiche.toml").contains("[claims.piolet]"), "{}", forge.body(6));
}

#[test]
fn only_the_person_who_opened_an_issue_speaks_in_it() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    let body = form("k7q2m");
    let mut event = by("lampe", &body);
    event.retain(|(name, _)| *name != "github.event.sender.login");
    event.push(("github.event.sender.login", "piolet"));
    for job in ["claim", "propose"] {
        assert!(!forge.job(&forge.workflow("mpa-issue"), job, &event).ran);
    }
    let mut closed = by("lampe", &body);
    closed.retain(|(name, _)| *name != "github.event.issue.state");
    closed.push(("github.event.issue.state", "closed"));
    assert!(!forge.job(&forge.workflow("mpa-issue"), "claim", &closed).ran);
    assert!(!forge.job(&forge.workflow("mpa-issue"), "claim", &by("lampe", "Bonjour, k7q2m ?")).ran);
}

#[test]
fn somebody_who_sends_at_the_same_moment_is_waited_for() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    // The forge takes another commit just before it takes ours, twice.
    let hook = "#!/bin/sh\nn=$(cat ../count 2>/dev/null || echo 0)\n[ \"$n\" -lt 2 ] || exit 0\necho $((n + 1)) > ../count\n\
                unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES\n\
                new=$(git commit-tree -p main -m Autre 'main^{tree}' 2>/dev/null)\ngit update-ref refs/heads/main $new\nexit 0\n";
    let path = forge.world.top().join("forge/origin.git/hooks/pre-receive");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, hook).unwrap();
    std::process::Command::new("chmod").arg("+x").arg(&path).status().unwrap();
    let run = claim(&forge, "lampe", "k7q2m");
    assert!(run.succeeded, "{}", run.log);
    assert_eq!(forge.git("log --format=%s -3 main").lines().filter(|line| *line == "Autre").count(), 2);
    assert!(forge.git("show main:data/tasks/mphack/k7q2m-liste.toml").contains("[claims.lampe]"));
}

#[test]
fn who_was_first_on_the_forge_holds_the_task() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    forge.world.by("piolet").run("claim k7q2m").exits(0);
    let push = format!("git -C '{}' push --quiet origin main\n", forge.world.repo.display());
    forge.put("meanwhile", &push);
    let run = claim(&forge, "lampe", "k7q2m");
    assert!(run.succeeded, "{}", run.log);
    assert_eq!(forge.main(), forge.world.head());
    assert_eq!(forge.calls().matches("--- mpa\nclaim").count(), 2, "tried again on what was there");
    assert!(forge.body(0).contains("prise par piolet"), "{}", forge.body(0));
    assert_eq!(forge.calls().matches("--- gh\nissue\nclose").count(), 0);
}

#[test]
fn a_branch_that_takes_nothing_is_told_once() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    let before = forge.main();
    let path = forge.world.top().join("forge/origin.git/hooks/pre-receive");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "#!/bin/sh\necho protected branch >&2\nexit 1\n").unwrap();
    std::process::Command::new("chmod").arg("+x").arg(&path).status().unwrap();
    let run = claim(&forge, "lampe", "k7q2m");
    assert!(!run.succeeded);
    assert_eq!(forge.main(), before);
    assert!(forge.body(0).contains("La forge n’a pas accepté"), "{}", forge.body(0));
    assert_eq!(forge.calls().matches("--- mpa\nclaim").count(), 1, "no retry");
}

#[test]
fn where_changes_are_requests_a_claim_is_one_too() {
    let forge = Forge::of(campaign_on("github", "pull-request", "fr"));
    let before = forge.main();
    let run = claim(&forge, "lampe", "k7q2m");
    assert!(run.succeeded, "{}", run.log);
    assert_eq!(forge.main(), before);
    assert_eq!(forge.git("rev-parse mpa/k7q2m-lampe^"), before);
    assert!(forge.git("show mpa/k7q2m-lampe:data/tasks/mphack/k7q2m-liste.toml").contains("[claims.lampe]"));
    let calls = forge.calls();
    assert!(
        calls.contains("--- gh\npr\ncreate\n--repo\nasso/fete\n--base\nmain\n--head\nmpa/k7q2m-lampe\n--title\nclaim: "),
        "{calls}"
    );
    assert!(forge.body(0).contains("une demande à relire") && !calls.contains("issue\nclose"), "{calls}");
}

#[test]
fn a_proposed_task_is_a_draft_on_a_branch_of_its_own() {
    for mode in ["direct", "pull-request"] {
        let forge = Forge::of(campaign_on("github", mode, "fr"));
        let before = forge.main();
        let filled =
            proposal(&[("Un lien qui aide", "https://example.org/charte"), ("Autre chose à savoir", "En couleurs,\n\nvite.")]);
        let run = forge.job(&forge.workflow("mpa-issue"), "propose", &by("Lampe", &filled));
        assert!(run.ran && run.succeeded, "{}", run.log);
        assert_eq!(forge.main(), before);
        assert_eq!(forge.git("rev-parse mpa/proposal-12^"), before);
        let path = forge.git("show --format= --name-only mpa/proposal-12");
        assert!(path.ends_with("-dessiner-l-affiche.toml") && path.lines().count() == 1, "{path}");
        let task = forge.git(&format!("show mpa/proposal-12:{path}"));
        for line in ["draft = true", "budget = \"1h30\"", "Lien = \"https://example.org/charte\"", "vite."] {
            assert!(task.contains(line), "{line}\n{task}");
        }
        assert!(forge.calls().contains("--body\nVenu de la fiche #12"), "{}", forge.calls());
        // Corrected: the same branch, the same request.
        forge.put("open.json", "[{\"number\": 3}]");
        let run = forge.job(&forge.workflow("mpa-issue"), "propose", &by("Lampe", &proposal(&[("Temps prévu", "2h")])));
        assert!(run.succeeded, "{}", run.log);
        assert_eq!(forge.git("rev-parse mpa/proposal-12^"), before);
        assert_eq!(forge.calls().matches("--- gh\npr\ncreate").count(), 1);
    }
}

#[test]
fn hostile_proposals_stay_text() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    let before = forge.main();
    for (at, text) in HOSTILE.into_iter().filter(|text| !text.contains('\0')).enumerate() {
        for heading in [PROPOSAL[0].0, PROPOSAL[1 + at % 5].0] {
            let body = proposal(&[(heading, text)]);
            let run = forge.job(&forge.workflow("mpa-issue"), "propose", &by("lampe", &body));
            assert!(run.succeeded, "{heading} {text}: {}", run.log);
            assert!(!run.log.contains("::set-env"), "{heading}: {}", run.log);
            forge.nothing_was_run();
        }
    }
    assert_eq!(forge.main(), before);
    for branch in forge.git("for-each-ref --format=%(refname:short) refs/heads").lines() {
        assert!(["main", "mpa/proposal-12"].contains(&branch), "{branch}");
    }
    let changed = forge.git(&format!("diff --name-status {before} mpa/proposal-12"));
    assert!(changed.lines().count() == 1 && changed.starts_with("A\tdata/tasks/mphack/"), "{changed}");
    // What is quoted is a block of code, whatever it says.
    for at in 0..forge.bodies() {
        let body = forge.body(at);
        assert!(body.lines().skip(1).all(|line| line.is_empty() || line.starts_with("    ")), "{body}");
    }
}

#[test]
fn a_forge_that_may_not_open_requests_says_which_branch_to_take() {
    let forge = Forge::of(campaign_on("github", "direct", "fr"));
    forge.put("may-not-create", "");
    let run = forge.job(&forge.workflow("mpa-issue"), "propose", &by("lampe", &proposal(&[])));
    assert!(run.succeeded, "{}", run.log);
    assert!(
        forge.body(0).contains("L’organisation peut l’ouvrir") && forge.body(0).contains("    mpa/proposal-12"),
        "{}",
        forge.body(0)
    );
}

#[test]
fn a_campaign_in_a_folder_is_served_from_the_top_of_its_repository() {
    let world = World::empty();
    world.git("init --quiet");
    world.write("asso/LISEZMOI", "Nous\n");
    world.commit("Avant");
    world.anybody().run("init asso --name Fête --as orga").exits(0);
    let within = || world.anybody().within(world.path("asso")).env("MPA_HANDLE", "orga");
    let add =
        "tasks add --project premier-projet --title Affiche --budget 1h --done-when 'Au mur.' --resource a=https://example.org";
    let id =
        within().run(add).exits(0).out.split_whitespace().find(|word| word.len() == 6 && word.ends_with('.')).unwrap().to_owned();
    within().run(&format!("init --ci github --tool {TOOL}")).exits(0);
    world.write("asso/data/people/piolet.toml", "forge = \"lampe\"\n");
    world.commit("Une personne");
    let forge = Forge::of(world);
    let run = claim(&forge, "lampe", id.trim_end_matches('.'));
    assert!(run.succeeded, "{}", run.log);
    assert!(forge.git("log -1 --format=%s main").starts_with("claim: Affiche"), "{}", forge.body(0));
    assert!(forge.git("show main").contains("[claims.piolet]"));
}

#[test]
fn in_english_the_headings_are_those_of_the_english_form() {
    let forge = Forge::of(campaign_on("github", "direct", "en"));
    let form = forge.world.read(".github/ISSUE_TEMPLATE/mpa-claim.yml");
    assert!(form.contains("label: \"Task to claim\""), "{form}");
    let run = forge.job(&forge.workflow("mpa-issue"), "claim", &by("lampe", "### Task to claim\n\nk7q2m\n"));
    assert!(run.ran && run.succeeded, "{}", run.log);
    assert!(forge.body(0).contains("    Thank you, lampe!"), "{}", forge.body(0));
}

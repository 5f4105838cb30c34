//! Two clones and a server: requests arrive once, and nothing that is not accepted yet is ever dropped.

use crate::domain::budget::Minutes;
use crate::domain::day::make_day;
use crate::domain::name::{Handle, TaskId};
use crate::store::Store;
use crate::usecase::context::{Context, Writing};
use crate::usecase::take::{Noting, claim, log};
use crate::vcs::Repository;
use crate::vcs::tests::kit::Kit;

use super::{Fate, clean, round, send};

const TASK: &str = "title = \"Mettre la liste en ligne\"\nbudget = \"2h\"\ndone-when = \"C'est en ligne.\"\ncreated = 2026-11-23\n\n[resources]\n\"Modèle\" = \"https://example.org/modele\"\n";

/// A campaign by pull request on `forge`, with its server beside it.
fn clone(forge: &str) -> Kit {
    let kit = Kit::unborn(&[]);
    let campaign =
        "format = 1\nname = \"Essai\"\nlanguage = \"fr\"\nstarted = 2026-11-23\ndeadline = 2026-12-04\norganisers = [\"orga\"]\n";
    kit.write("data/mpa.toml", &format!("{campaign}\n[workflow]\nmode = \"pull-request\"\nforge = \"{forge}\"\n"));
    kit.write("data/projects/mphack.toml", "title = \"MPHack\"\n");
    kit.write("data/tasks/mphack/k7q2m-liste.toml", TASK);
    kit.write("data/tasks/mphack/p4n8w-logo.toml", TASK);
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Start"]);
    let bare = kit.home().join("origin.git");
    kit.git(&["init", "-q", "--bare", "-b", "main", bare.to_str().unwrap()]);
    kit.git_in(&bare, &["config", "receive.advertisePushOptions", "true"]);
    kit.git(&["remote", "add", "origin", bare.to_str().unwrap()]);
    kit.git(&["push", "-q", "origin", "main"]);
    kit
}

fn context(kit: &Kit) -> Context {
    let store = Store::open(&kit.workdir());
    Context {
        campaign: store.campaign().unwrap().value.unwrap(),
        store,
        repository: Repository::discover(&kit.workdir(), kit.around()),
        campaign_problems: Vec::new(),
        now: 1_795_510_800,
        today: make_day(2026, 11, 24).unwrap(),
        actor: Handle::new("zoe"),
        on_behalf: None,
        writing: Writing::default(),
        proposal: None,
    }
}

fn take(kit: &Kit, id: &str) {
    let context = context(kit);
    let file = context.store.task_file(&TaskId::new(id).unwrap()).unwrap().unwrap();
    claim(&context, &file, None).unwrap();
}

fn note_time(kit: &Kit, id: &str) {
    let context = context(kit);
    let file = context.store.task_file(&TaskId::new(id).unwrap()).unwrap().unwrap();
    log(&context, &file, Minutes::DAY, None, Noting::Added).unwrap();
}

fn fates(kit: &Kit) -> Vec<(String, Fate)> {
    send(&context(kit)).unwrap().into_iter().map(|sent| (sent.branch, sent.fate)).collect()
}

fn on_server(kit: &Kit) -> String {
    kit.git_in(&kit.home().join("origin.git"), &["for-each-ref", "--format=%(refname)"])
}

#[test]
fn each_request_is_handed_in_once() {
    let kit = clone("none");
    let before = kit.state();
    assert_eq!(fates(&kit), []);
    take(&kit, "k7q2m");
    take(&kit, "p4n8w");
    let taken = |branch: &str| (format!("mpa/{branch}-zoe"), Fate::Taken(Vec::new()));
    let mut found = fates(&kit);
    found.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(found, [taken("k7q2m"), taken("p4n8w")]);
    assert!(fates(&kit).iter().all(|(_, fate)| *fate == Fate::Unchanged));
    note_time(&kit, "k7q2m");
    assert!(fates(&kit).contains(&taken("k7q2m")));
    assert_eq!(on_server(&kit), "refs/heads/main\nrefs/heads/mpa/k7q2m-zoe\nrefs/heads/mpa/p4n8w-zoe\n");
    assert_eq!(kit.state()[2..], before[2..], "files and index stay");
}

#[test]
fn what_another_computer_sent_is_never_replaced() {
    let kit = clone("none");
    take(&kit, "k7q2m");
    fates(&kit);
    let other = kit.home().join("other");
    kit.git(&["clone", "-q", "-b", "mpa/k7q2m-zoe", kit.home().join("origin.git").to_str().unwrap(), other.to_str().unwrap()]);
    std::fs::write(other.join("more.txt"), "x\n").unwrap();
    kit.git_in(&other, &["add", "."]);
    kit.git_in(&other, &["commit", "-qm", "More"]);
    kit.git_in(&other, &["push", "-q"]);
    let theirs = kit.git_in(&other, &["rev-parse", "HEAD"]);
    note_time(&kit, "k7q2m");
    assert_eq!(fates(&kit), [("mpa/k7q2m-zoe".to_owned(), Fate::Elsewhere)]);
    assert_eq!(kit.git_in(&kit.home().join("origin.git"), &["rev-parse", "mpa/k7q2m-zoe"]), theirs);
}

#[test]
fn a_server_that_keeps_no_branch_is_handed_it_once_too() {
    let kit = clone("forgejo");
    take(&kit, "k7q2m");
    assert_eq!(fates(&kit), [("mpa/k7q2m-zoe".to_owned(), Fate::Taken(Vec::new()))]);
    assert_eq!(fates(&kit), [("mpa/k7q2m-zoe".to_owned(), Fate::Unchanged)]);
    assert_eq!(on_server(&kit), "refs/for/main\nrefs/heads/main\n");
}

#[test]
fn only_what_was_accepted_is_dropped() {
    for squash in [false, true] {
        let kit = clone("none");
        take(&kit, "k7q2m");
        take(&kit, "p4n8w");
        fates(&kit);
        assert_eq!(clean(&context(&kit)).unwrap(), Vec::<String>::new());
        let how = if squash { "--squash" } else { "--no-ff" };
        kit.git(&["merge", "-q", how, "mpa/k7q2m-zoe"]);
        if squash {
            kit.git(&["commit", "-qm", "Squashed"]);
        }
        kit.git(&["push", "-q", "origin", "main"]);
        kit.git(&["branch", "mpa/p4n8w-max", "main"]);
        assert_eq!(clean(&context(&kit)).unwrap(), ["mpa/k7q2m-zoe"]);
        let left = kit.git(&["branch", "--list", "--format=%(refname:short)", "mpa/*"]);
        assert_eq!(left, "mpa/p4n8w-max\nmpa/p4n8w-zoe\n", "squash: {squash}");
        // A branch that was accepted and goes on is not dropped either.
        take(&kit, "p4n8w");
        note_time(&kit, "k7q2m");
        assert_eq!(clean(&context(&kit)).unwrap(), Vec::<String>::new());
        assert_eq!(fates(&kit).iter().filter(|(_, fate)| *fate == Fate::Taken(Vec::new())).count(), 1, "begun anew");
    }
}

#[test]
fn who_may_not_write_is_told_of_forks() {
    let kit = clone("none");
    take(&kit, "k7q2m");
    kit.git(&["remote", "set-url", "origin", "../absent.git"]);
    let failure = send(&context(&kit)).unwrap_err();
    assert!(failure.hints.iter().any(|hint| hint.key() == "hint-fork"), "{failure:?}");
}

#[test]
fn a_round_follows_drops_and_hands_in() {
    let kit = clone("none");
    take(&kit, "k7q2m");
    let planned = Context { writing: Writing { dry_run: true, ..Writing::default() }, ..context(&kit) };
    assert_eq!(round(&planned).unwrap().sent[0].fate, Fate::Planned);
    assert_eq!(on_server(&kit), "refs/heads/main\n");
    round(&context(&kit)).unwrap();
    let other = kit.home().join("other");
    kit.git(&["clone", "-q", kit.home().join("origin.git").to_str().unwrap(), other.to_str().unwrap()]);
    kit.git_in(&other, &["merge", "-q", "--no-ff", "origin/mpa/k7q2m-zoe"]);
    kit.git_in(&other, &["push", "-q", "origin", "main", ":mpa/k7q2m-zoe"]);
    take(&kit, "p4n8w");
    kit.write("notes.txt", "unfinished\n");
    let went = round(&context(&kit)).unwrap();
    assert_eq!((went.followed.clone(), went.dropped.as_slice()), (Ok(true), &["mpa/k7q2m-zoe".to_owned()][..]));
    assert_eq!(went.sent.len(), 1);
    assert_eq!(went.messages().iter().map(|it| it.key()).collect::<Vec<_>>(), ["request-accepted", "request-sent-branch"]);
    assert!(kit.read("data/tasks/mphack/k7q2m-liste.toml").contains("[claims.zoe]"));
    assert_eq!(kit.read("notes.txt"), "unfinished\n");
    assert_eq!(
        kit.git(&["for-each-ref", "--format=%(refname)", "refs/remotes/origin/mpa"]),
        "refs/remotes/origin/mpa/p4n8w-zoe\n"
    );

    // What the person works on stays, and is named.
    kit.git_in(&other, &["pull", "-q", "--no-rebase"]);
    std::fs::write(other.join("data/projects/mphack.toml"), "title = \"MPHack 2\"\n").unwrap();
    kit.git_in(&other, &["commit", "-qam", "Title"]);
    kit.git_in(&other, &["push", "-q", "origin", "main"]);
    kit.write("data/projects/mphack.toml", "title = \"Mine\"\n");
    let went = round(&context(&kit)).unwrap();
    assert!(went.followed.is_err(), "{went:?}");
    assert_eq!(kit.read("data/projects/mphack.toml"), "title = \"Mine\"\n");
}

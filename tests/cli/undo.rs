//! Taking back the last operation, before and after it was sent.

use crate::kit::World;
use crate::proposal::world as by_request;

/// `words` by zoe, then `undo`: the files are back, in one more commit.
#[track_caller]
fn is_undone(world: &World, words: &str) {
    let files = world.git("rev-parse HEAD^{tree}");
    world.by("zoe").run(words).exits(0);
    let before = world.commits();
    world.by("zoe").run("undo").exits(0).says("C’est défait");
    world.has_one_commit_more_than(before);
    assert_eq!(world.git("rev-parse HEAD^{tree}"), files, "after {words}");
    assert!(world.subject().starts_with("undo: "), "{}", world.subject());
}

#[test]
fn operations_not_sent_yet_are_reverted_by_a_commit() {
    let world = World::new();
    is_undone(&world, "claim p4n8w");
    is_undone(&world, "claim p4n8w");
    world.by("zoe").run("claim p4n8w").exits(0);
    is_undone(&world, "log 1h");
    is_undone(&world, "close --evidence https://example.org/l --time 30m");
    is_undone(&world, "close x9c3v --evidence https://example.org/l");
    is_undone(&world, "release --handover 'Presque fini.'");
    world.by("zoe").run("join mphack").exits(0);
    is_undone(&world, "leave mphack");
    is_undone(&world, "join mphack --skill web");
}

#[test]
fn only_ones_own_operations_one_after_the_other() {
    let world = World::new();
    world.by("zoe").run("undo").exits(1).complains("Rien à défaire");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("claim x9c3v").exits(0);
    world.by("max").run("claim k7q9d").exits(0);
    world.by("zoe").run("undo").exits(0).says("Traduire la page");
    world.by("zoe").run("undo").exits(0).says("Dessiner le logo");
    world.by("zoe").run("undo").exits(1).complains("Rien à défaire");
    assert!(world.task("k7q9d").contains("[claims.max]"));
    world.is_clean();
}

#[test]
fn what_changed_since_is_not_erased() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("orga").run("tasks edit p4n8w --budget 3h").exits(0);
    let state = world.state();
    world.by("zoe").run("undo").exits(1).complains("a encore changé après").complains("git log -3");
    assert_eq!(world.state(), state);
}

#[test]
fn a_new_file_is_not_undone_but_the_command_that_helps_is_named() {
    let world = World::new();
    let add = "tasks add --project mphack --title Neuf --budget 1h --done-when Fait. --resource A=https://example.org/a";
    world.by("orga").run(add).exits(0);
    let state = world.state();
    world.by("orga").run("undo").exits(1).complains("ne se défait pas tout seul").complains("mpa tasks cancel");
    assert_eq!(world.state(), state);
}

#[test]
fn after_a_push_the_opposite_operation_is_done() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("claim p4n8w").exits(0).says("mpa sync");
    world.git("push --quiet origin main");
    let before = world.commits();
    world.by("zoe").run("undo").exits(0).says("est libérée");
    world.has_one_commit_more_than(before);
    assert!(world.subject().starts_with("release: "), "{}", world.subject());
    assert!(world.task("p4n8w").contains("released = 2026-11-24"));
}

/// What that one action noted is taken off, and no more.
#[test]
fn after_a_push_the_time_is_lowered_again() {
    let world = World::new();
    world.remote();
    for words in ["claim p4n8w", "log p4n8w 25m", "log p4n8w 35m"] {
        world.by("zoe").run(words).exits(0);
    }
    world.git("push --quiet origin main");
    world.by("zoe").run("undo --dry-run").exits(0).says("25m");
    world.by("zoe").run("undo").exits(0).says("25 min le 24 novembre");
    assert!(world.task("p4n8w").contains("spent.2026-11-24 = \"25m\""));
    world.by("zoe").run("undo").exits(0);
    assert!(!world.task("p4n8w").contains("spent"));
    world.by("zoe").run("join").exits(2).complains("De quel projet s’agit-il").complains("mpa projects list");
}

/// What the rules leave to somebody else is not typed by them who ask: both are told apart.
#[test]
fn after_a_push_what_needs_somebody_names_them_and_what_they_type() {
    let world = World::new();
    world.remote();
    let sent = |words: &str| {
        world.by("zoe").run(words).exits(0);
        world.git("push --quiet origin main");
        let state = world.state();
        let run = world.by("zoe").run("undo").exits(1).complains("déjà").complains("lea et orga");
        let run = run.complains("hackathon@example.org");
        assert_eq!(world.state(), state);
        assert!(!run.err.contains("À taper : mpa tasks reopen"), "{run}");
        run
    };
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log p4n8w 25m --day 23/11/2026").exits(0);
    let run = sent("log p4n8w 20m --day 23/11/2026");
    let run = run.complains("Baisser un");
    run.complains("À leur transmettre : mpa log p4n8w --for zoe 25m --total --day 2026-11-23");
    sent("close p4n8w --evidence https://example.org/l").complains("À leur transmettre : mpa tasks reopen p4n8w --reason \"…\"");
    world.by("zoe").run("claim x9c3v").exits(0);
    // Nobody lets a time go that was noted on an earlier day: it can only be corrected.
    let run = sent("log x9c3v 20m --day 23/11/2026").complains("doit rester noté");
    assert!(!run.err.contains("À leur transmettre"), "{run}");
}

/// A day that was named is not brought nearer: one stops by releasing, as long as one holds the task.
#[test]
fn after_a_push_a_renewal_is_ended_by_releasing() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("claim p4n8w --until 27/11/2026").exits(0);
    world.by("zoe").run("renew p4n8w").exits(0);
    world.git("push --quiet origin main");
    let run = world.by("zoe").run("undo").exits(1).complains("Pour t’arrêter plus tôt");
    run.complains("À taper : mpa release p4n8w --handover");
    world.by("orga").run("release p4n8w --for zoe --handover Malade.").exits(0);
    world.git("push --quiet origin main");
    let run = world.by("zoe").run("undo").exits(1);
    assert!(!run.err.contains("mpa release"), "{run}");
}

/// The files of a forge are the last thing that was done, and not what came before them.
#[test]
fn the_files_of_a_forge_are_not_passed_over() {
    let add = "init --ci github --tool https://example.org/mpa.git@v1";
    let world = World::new();
    world.by("orga").run("claim p4n8w").exits(0);
    let before = world.git("rev-parse HEAD^{tree}");
    world.by("orga").run(add).exits(0);
    let state = world.state();
    let run = world.by("orga").run("undo").exits(1).complains("a créé").complains("git revert --no-edit");
    assert!(!run.err.contains("Dessiner le logo"), "{run}");
    assert_eq!(world.state(), state);
    world.git("revert --no-edit HEAD");
    assert_eq!(world.git("rev-parse HEAD^{tree}"), before);
}

/// Where requests are merged by others, taking back what they merged is one more request.
#[test]
fn what_was_merged_is_asked_back() {
    for (words, says) in
        [("claim x9c3v", "libérer"), ("log p4n8w 20m", "noter 0 h"), ("close p4n8w --evidence https://example.org/l", "rouvrir")]
    {
        let world = by_request();
        world.by("zoe").run("claim p4n8w").exits(0);
        world.git("merge --quiet --ff-only mpa/p4n8w-zoe");
        world.git("push --quiet origin main");
        world.by("zoe").run(words).exits(0);
        let branch = if words.contains("x9c3v") { "mpa/x9c3v-zoe" } else { "mpa/p4n8w-zoe" };
        world.git(&format!("merge --quiet --ff-only {branch}"));
        world.git("push --quiet origin main");
        let main = world.head();
        world.by("zoe").run("undo").exits(0).says(says).says("mpa undo");
        assert_eq!(world.head(), main);
        assert_eq!(world.git(&format!("rev-list --count main..{branch}")), "1");
        world.by("zoe").run("undo").exits(0).says("retiré");
    }
}

#[test]
fn after_a_push_a_departure_undoes_an_arrival_and_opening_again_a_closing() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("join mphack").exits(0);
    world.git("push --quiet origin main");
    world.by("zoe").run("undo").exits(0).says("départ du projet");
    world.by("orga").run("close x9c3v --evidence https://example.org/l").exits(0);
    world.git("push --quiet origin main");
    world.by("orga").run("undo").exits(0).says("de nouveau");
    assert!(world.task("x9c3v").contains("[reopened]\nby = \"orga\"\nat = 2026-11-24\nreason = \"C’était une erreur.\""));
}

/// What came last is what was recorded last, whatever the clock said.
#[test]
fn a_clock_that_was_set_back_changes_nothing_in_the_order() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    let back = "2026-11-24T06:00:00Z";
    world.by("zoe").env("GIT_COMMITTER_DATE", back).env("GIT_AUTHOR_DATE", back).run("log 1h --sync").exits(0);
    world.by("zoe").run("undo").exits(0).says("0 h");
    assert!(world.task("p4n8w").contains("until = "), "{}", world.task("p4n8w"));
    assert!(!world.task("p4n8w").contains("released"));
}

/// Time that somebody else set anew is theirs.
#[test]
fn time_that_was_noted_anew_since_is_not_taken_away() {
    let world = World::new();
    world.remote();
    world.by("orga").run("claim p4n8w --for leo --sync").exits(0);
    world.by("orga").run("log p4n8w 2h --for leo --sync").exits(0);
    world.by("leo").run("log p4n8w 30m --total --sync").exits(0);
    world.by("orga").run("undo").exits(1);
    assert!(world.task("p4n8w").contains("= \"30m\""), "{}", world.task("p4n8w"));
}

#[test]
fn the_schemas_are_no_founding() {
    let world = World::new();
    world.by("orga").run("claim p4n8w").exits(0);
    world.by("orga").run("init --schemas").exits(0);
    world.by("orga").run("undo").exits(1).complains("git revert");
}

#[test]
fn the_time_of_a_closing_that_was_taken_back_stays_and_that_is_said() {
    let world = World::new();
    world.remote();
    world.by("orga").run("claim p4n8w --sync").exits(0);
    world.by("orga").run("close --evidence https://example.org/l --time 30m --sync").exits(0);
    world.by("orga").run("undo").exits(0).says("Le temps noté en la terminant reste.");
    assert!(world.task("p4n8w").contains("= \"30m\""), "{}", world.task("p4n8w"));
}

/// Undoing again goes on with what was done before; it never does again what the first undo took back.
#[test]
fn after_a_push_undo_goes_back_one_operation_after_the_other() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log 1h").exits(0);
    world.by("zoe").run("sync").exits(0);
    let first = world.by("zoe").run("undo").exits(0);
    assert!(!world.task("p4n8w").contains("spent"), "{}", world.task("p4n8w"));
    first.never_says("Pour défaire");
    world.by("zoe").run("sync").exits(0);
    world.by("zoe").run("undo").exits(0).says("est libérée");
    assert!(world.task("p4n8w").contains("released = 2026-11-24"));
    world.by("zoe").run("undo").exits(1).complains("Rien à défaire");
}

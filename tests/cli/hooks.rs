//! The user's own hooks and signature: honoured, and noticed when they refuse or change something.

use crate::kit::{World, skipped};

#[test]
fn a_hook_that_refuses_leaves_everything_as_it_was() {
    let world = World::new();
    world.hook("pre-commit", "echo 'Pas le vendredi.' >&2; exit 1");
    let state = world.state();
    let refused = world.by("zoe").run("claim p4n8w").exits(5).complains("Un hook de ce dépôt a refusé le commit");
    refused.complains("Pas le vendredi.").says_nothing();
    world.by("zoe").run("join mphack").exits(5).complains("a refusé le commit");
    let add =
        "tasks add --copies 3 --project mphack --title Neuf --budget 1h --done-when Fait. --resource A=https://example.org/a";
    world.by("orga").run(add).exits(5);
    assert_eq!(world.state(), state);
    assert!(!world.path("data/people").exists());
}

#[test]
fn what_a_hook_says_cannot_steer_the_terminal() {
    let world = World::new();
    world.hook("commit-msg", "printf '\\033[31mrouge\\033[0m \\342\\200\\256' >&2; exit 1");
    world.by("zoe").run("claim p4n8w").exits(5).complains("<U+001B>[31mrouge").complains("<U+202E>");
    world.is_clean();
}

#[test]
fn hooks_and_message_are_the_users_own() {
    let world = World::new();
    world.hook("pre-commit", "touch .git/vu-avant");
    world.hook("prepare-commit-msg", "echo 'Relu-Par: un hook' >> \"$1\"");
    world.hook("post-commit", "touch .git/vu-apres");
    world.by("zoe").run("claim p4n8w").exits(0);
    assert!(world.path(".git/vu-avant").exists() && world.path(".git/vu-apres").exists());
    assert!(world.message().contains("Relu-Par: un hook") && world.message().contains("Mpa-By: zoe"), "{}", world.message());
    assert_eq!(world.git("log -1 '--format=%an <%ae>'"), "Test <test@example.org>");
}

#[test]
fn a_hook_that_changes_the_file_is_reported() {
    let world = World::new();
    let path = world.task_path("p4n8w");
    world.hook("pre-commit", &format!("echo '# relu' >> {path}; git add {path}"));
    let before = world.commits();
    world.by("zoe").run("claim p4n8w").exits(0).says("Un programme du dépôt (hook) a modifié").says("Relis-le");
    world.has_one_commit_more_than(before);
    assert!(world.task("p4n8w").ends_with("until = 2026-12-04\n# relu\n"), "{}", world.task("p4n8w"));
    assert_eq!(world.git(&format!("show HEAD:{path}")) + "\n", world.read(&path));
}

#[test]
fn a_hook_that_rewrites_the_file_after_staging_is_reported_or_visible() {
    let world = World::new();
    let path = world.task_path("p4n8w");
    world.hook("post-commit", &format!("echo '# plus tard' >> {path}"));
    world.by("zoe").run("claim p4n8w").exits(0);
    assert_eq!(world.status(), format!(" M {path}"));
    assert!(world.git(&format!("show HEAD:{path}")).ends_with("until = 2026-12-04"));
}

#[test]
#[cfg(unix)]
fn commits_are_signed_when_the_user_signs() {
    let world = World::new();
    let key = world.home().join("cle");
    let made =
        std::process::Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f"]).arg(&key).status();
    if !made.is_ok_and(|status| status.success()) {
        skipped("there is no ssh-keygen here");
        return;
    }
    let public = std::fs::read_to_string(key.with_extension("pub")).unwrap();
    let signers = world.home().join("signataires");
    std::fs::write(&signers, format!("test@example.org {public}")).unwrap();
    for (name, value) in [
        ("gpg.format", "ssh"),
        ("user.signingkey", key.to_str().unwrap()),
        ("commit.gpgsign", "true"),
        ("gpg.ssh.allowedSignersFile", signers.to_str().unwrap()),
    ] {
        world.git(&format!("config {name} {value}"));
    }
    world.by("zoe").run("claim p4n8w").exits(0);
    assert_eq!(world.git("log -1 --format=%G?"), "G");
    world.is_clean();

    std::fs::remove_file(&key).unwrap();
    std::fs::remove_file(key.with_extension("pub")).unwrap();
    let state = world.state();
    world.by("zoe").run("claim x9c3v").exits(5).complains("Git n’a pas pu signer").complains("user.signingkey");
    world.by("zoe").run("join mphack").exits(5);
    assert_eq!(world.state(), state);
}

/// What hooks add to a message.
const ADDITIONS: [(&str, &str); 4] = [
    ("commit-msg", "printf '\\nCo-authored-by: treuil <treuil@example.org>\\n' >> \"$1\""),
    ("prepare-commit-msg", "printf 'Une phrase de plus.\\n' >> \"$1\""),
    ("commit-msg", "sed -i '1s/^/[équipe] /' \"$1\""),
    ("commit-msg", "printf '\\nUne phrase.\\n\\nPuis une autre.\\n' >> \"$1\""),
];

#[test]
fn what_a_hook_adds_to_the_message_hinders_neither_undo_nor_a_lost_race() {
    for (hook, script) in ADDITIONS {
        let world = World::new();
        world.remote();
        let other = world.clone_of_remote();
        world.hook(hook, script);
        world.by("zoe").run("claim k7q2m").exits(0);
        world.by("zoe").run("undo").exits(0).says("« Mettre la liste en ligne »").says("défait");
        world.by("zoe").run("claim x9c3v").exits(0);
        world.by("zoe").run("claim p4n8w").exits(0);
        world.by("zoe").run("log p4n8w 45m").exits(0);
        other.by("max").run("claim p4n8w --sync").exits(0);
        let run = world.anybody().run("sync").exits(4).says("C’est envoyé : 1 action.");
        run.complains("est prise par max").complains("Ton temps (45 min) n’est pas perdu");
        world.is_clean();
        assert_eq!(world.head(), world.git("rev-parse origin/main"), "{script}");
        world.anybody().run("sync").exits(0).says("Tout est à jour");
        assert_eq!(world.git("log --format=%B").matches("Mpa-Again: ").count(), 1, "{}", world.git("log --format=%B"));
        world.anybody().run("check").exits(0);
    }
}

#[test]
fn a_hook_that_goes_too_far_is_named() {
    let world = World::new();
    world.remote();
    world.write("compte.txt", "0\n");
    world.hook("pre-commit", "git add compte.txt");
    let state = world.state();
    let refused = world.by("zoe").run("claim p4n8w").exits(5).complains("pre-commit").complains("a ajouté compte.txt au commit");
    refused.complains("tout est remis en place").says_nothing();
    world.by("zoe").run("claim p4n8w --lang en").exits(5).complains("added compte.txt to the commit").complains("pre-commit");
    std::fs::remove_file(world.path(".git/hooks/pre-commit")).unwrap();
    world.hook("commit-msg", "head -1 \"$1\" > m; cat m > \"$1\"; rm m");
    let refused = world.by("zoe").run("claim p4n8w").exits(5).complains("commit-msg").complains("a retiré du message");
    refused.complains("tout est remis en place").says_nothing();
    assert_eq!(world.state(), state);
    std::fs::remove_file(world.path(".git/hooks/commit-msg")).unwrap();
    world.by("zoe").run("claim p4n8w").exits(0);
    assert_eq!(world.status(), "?? compte.txt");
}

#[test]
fn a_hook_that_goes_too_far_sends_nothing_and_makes_no_branch() {
    for script in ["echo 1 > compte.txt; git add compte.txt", "exit 0"] {
        let world = crate::proposal::world();
        world.hook("pre-commit", script);
        world.hook("commit-msg", if script == "exit 0" { "echo rien > \"$1\"" } else { "exit 0" });
        let state = world.state();
        world.by("zoe").run("claim p4n8w").exits(5).complains("hook");
        assert_eq!((world.state(), world.git("for-each-ref refs/heads/mpa")), (state, String::new()));
    }
    let world = World::new();
    world.remote();
    let other = world.clone_of_remote();
    world.by("zoe").run("claim x9c3v").exits(0);
    other.by("max").run("claim p4n8w --sync").exits(0);
    world.hook("commit-msg", "echo rien > \"$1\"");
    let state = world.state();
    world.anybody().run("sync").exits(5).complains("commit-msg");
    assert_eq!(world.state(), state);
    std::fs::remove_file(world.path(".git/hooks/commit-msg")).unwrap();
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
}

#[test]
fn a_hook_that_commits_more_leaves_the_action_to_be_undone() {
    let world = World::new();
    world.hook("post-commit", "[ -e .git/x ] || { touch .git/x; git commit -q --allow-empty --no-verify -m Suite; }");
    world.by("zoe").run("claim p4n8w").exits(0);
    assert_eq!(world.subject(), "Suite");
    world.by("zoe").run("undo").exits(0).says("Dessiner le logo");
    assert!(!world.task("p4n8w").contains("claims"));
    world.is_clean();
}

#[test]
fn settings_that_shape_messages_leave_the_action_to_be_found() {
    let world = World::new();
    world.write("modele", "Un modèle\n\n# à remplir\n");
    world.commit("Modèle");
    for setting in [
        "commit.template modele",
        "commit.cleanup scissors",
        "commit.verbose true",
        "core.commentChar M",
        "trailer.separators =",
        "trailer.where start",
        "trailer.ifexists replace",
        "format.signOff true",
        "i18n.commitEncoding ISO-8859-1",
    ] {
        world.git(&format!("config {setting}"));
    }
    world.hook("prepare-commit-msg", "git interpret-trailers --in-place --trailer 'Relu-par=treuil' \"$1\"");
    let files = world.git("rev-parse HEAD^{tree}");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("undo").exits(0).says("Dessiner le logo");
    assert_eq!(world.git("rev-parse HEAD^{tree}"), files);
}

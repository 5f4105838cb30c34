//! The user's own hooks and signature: honoured, and noticed when they refuse or change something.

use crate::kit::World;

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
        eprintln!("skipped: no ssh-keygen here");
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

//! The clone itself: its state, its format, its hooks, its key, what a killed run left.

use std::fs;

use super::{is, look, of};
use crate::kit::{CAMPAIGN, World};

#[test]
fn states_in_which_nothing_can_be_recorded() {
    let world = World::new();
    is(&world, "state", "fine", "main");
    world.git("switch --quiet --create ailleurs");
    is(&world, "state", "remark", "ailleurs");
    world.write("data/mpa.toml", format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\n"));
    is(&world, "state", "fine", "ailleurs");
    world.git("checkout --quiet -- data/mpa.toml");
    world.git("switch --quiet --detach");
    is(&world, "state", "mend", "HEAD est sur un commit");
    world.git("switch --quiet main");
    fs::write(world.path(".git/MERGE_HEAD"), world.head()).unwrap();
    is(&world, "state", "mend", "Une fusion est en cours");
    world.by("zoe").env("GIT_DIR", world.path(".git")).run("doctor --offline").exits(1).says("GIT_DIR");
}

#[test]
fn clones_that_are_unlike_most_are_told_what_works() {
    let world = World::new();
    is(&world, "format", "fine", "ordinaire");
    world.remote();
    world.write("a.txt", "a");
    world.commit("Un de plus");
    world.git("push --quiet origin main");
    let shallow = world.top().join("shallow");
    world.git("clone --quiet --no-local --depth 1 ../origin.git ../shallow");
    world.by("zoe").within(&shallow).run("doctor --offline").exits(0).says("coupé (shallow)").says("git fetch --unshallow");
    world.git("config --file ../origin.git/config uploadpack.allowFilter true");
    world.git("clone --quiet --no-local --filter=blob:none ../origin.git ../partial");
    world.by("zoe").within(world.top().join("partial")).run("doctor --offline").exits(0).says("copie est partielle");
    world.git("worktree add --quiet ../second -b second");
    world.by("zoe").within(world.top().join("second")).run("doctor --offline").exits(0).says("second dossier de travail");
    world.git("init --quiet ../above");
    world.git("-C ../above -c protocol.file.allow=always submodule --quiet add ../origin.git below");
    let below = world.top().join("above/below");
    world.by("zoe").within(&below).run("doctor --offline").exits(0).says("sous-module").never_says("second dossier");
    world.git("-c core.sparseCheckoutCone=false sparse-checkout set --no-cone /data/ /.gitattributes");
    is(&world, "format", "remark", "sparse checkout");
}

#[test]
fn a_format_that_is_only_read_in_part_is_told_so() {
    let world = World::new();
    fs::remove_dir_all(world.path(".git")).unwrap();
    world.git("init --quiet --object-format=sha256");
    world.commit("Campagne");
    is(&world, "format", "remark", "SHA-256");
    look(&world).exits(0).says("sont refusés");
}

#[test]
fn hooks_are_named_and_never_run() {
    let world = World::new();
    is(&world, "hooks", "fine", "ne se mêle");
    let canary = world.top().join("canary");
    world.hook("pre-commit", &format!("touch {}", canary.display()));
    world.hook("pre-push", &format!("touch {}", canary.display()));
    world.write(".git/hooks/readme.txt", "not a hook");
    world.remote();
    fs::remove_file(&canary).unwrap();
    is(&world, "hooks", "fine", "pre-commit et pre-push");
    assert!(!of(&world, "hooks")[0].1.contains("readme"));
    world.git("config core.hooksPath nulle-part");
    is(&world, "hooks", "fine", "ne se mêle");
    assert!(!canary.exists());
}

#[test]
fn signing_needs_a_key() {
    let world = World::new();
    is(&world, "signing", "fine", "ne sont pas signés");
    world.git("config commit.gpgSign true");
    is(&world, "signing", "remark", "sans clé indiquée");
    world.git("config gpg.format ssh");
    is(&world, "signing", "mend", "la clé indiquée manque");
    let key = world.top().join("cle.pub");
    world.git(&format!("config user.signingKey {}", key.display()));
    is(&world, "signing", "mend", "la clé indiquée manque");
    fs::write(&key, "ssh-ed25519 AAAA").unwrap();
    is(&world, "signing", "fine", "(ssh)");
}

#[test]
fn leftovers_are_found() {
    let world = World::new();
    is(&world, "leftovers", "fine", "Aucun reste");
    world.by("zoe").run("claim p4n8w").exits(0);
    is(&world, "leftovers", "fine", "Aucun reste");
    fs::write(world.path(".git/index.lock"), "").unwrap();
    is(&world, "leftovers", "mend", "index.lock");
    fs::remove_file(world.path(".git/index.lock")).unwrap();
    world.git("update-ref refs/mpa/lost/p4n8w-zoe HEAD");
    is(&world, "leftovers", "remark", "refs/mpa/lost/p4n8w-zoe");
    look(&world).exits(0).says("git show refs/mpa/lost/p4n8w-zoe");
    world.git("worktree add --quiet --detach ../mpa-mine");
    is(&world, "leftovers", "remark", "refs/mpa/lost/p4n8w-zoe");
    look(&world).exits(0).never_says("mpa-mine");
    world.git("worktree add --quiet --detach ../mpa-commit-0123456789abcdef");
    is(&world, "leftovers", "remark", "mpa-commit-0123456789abcdef");
    world.write("data/tasks/mphack/k7q9d-fiche.toml", world.task("k7q9d") + "# à moi\n");
    is(&world, "leftovers", "remark", "data/tasks/mphack/k7q9d-fiche.toml");
    let held = fs::File::open(world.path(".git/mpa.lock")).unwrap();
    held.lock().unwrap();
    is(&world, "leftovers", "remark", "écrit en ce moment");
}

#[test]
fn line_endings_are_to_be_fixed() {
    let world = World::new();
    is(&world, "attributes", "fine", "sont fixées");
    world.write(".gitattributes", "*.png binary\n");
    is(&world, "attributes", "remark", "ne sont pas fixées");
    fs::remove_file(world.path(".gitattributes")).unwrap();
    look(&world).exits(0).says("echo '/data/** text eol=lf' >> .gitattributes");
}

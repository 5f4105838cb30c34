//! `doctor`: each check both ways, outside of everything too, without changing or running anything.

use std::fs;

use crate::kit::{CAMPAIGN, Run, World, make_executable};

/// What it finds without the network; `who` has a handle.
fn look(world: &World) -> Run {
    world.by("zoe").env("LC_ALL", "fr_FR.UTF-8").run("doctor --offline")
}

/// The lines of the JSON that tell of `check`: grade and sentence.
fn of(world: &World, check: &str) -> Vec<(String, String)> {
    let run = world.by("zoe").env("LC_ALL", "fr_FR.UTF-8").run("doctor --format json");
    let lines: Vec<&str> = run.out.lines().map(str::trim).collect();
    let value = |line: &str| line.split_once(": ").unwrap().1.trim_end_matches(',').trim_matches('"').to_owned();
    let starts = lines.iter().enumerate().filter(|(_, line)| **line == format!("\"check\": \"{check}\","));
    starts.map(|(at, _)| (value(lines[at + 1]), value(lines[at + 2]))).collect()
}

#[track_caller]
fn is(world: &World, check: &str, grade: &str, text: &str) {
    let found = of(world, check);
    let fits = found.iter().any(|(a, said)| a == grade && said.contains(text));
    assert!(fits, "{check}: no {grade} with « {text} » in {found:?}");
}

#[test]
fn a_sound_clone_has_nothing_to_mend() {
    let world = World::new();
    world.remote();
    let state = world.state();
    let run = look(&world).exits(0).complains_of_nothing().says("Rien à réparer, aucune remarque.");
    assert!(
        run.out
            .lines()
            .filter(|line| !line.starts_with("  "))
            .all(|line| line.is_empty() || line.starts_with('✓') || line.starts_with("Rien")),
        "{run}"
    );
    assert_eq!(world.by("zoe").env("LC_ALL", "fr_FR.UTF-8").run("diagnostic --offline").exits(0).out, run.out);
    world.by("zoe").run("doctor --lang en").exits(0).says("Nothing to mend, 1 warning.").says("! to look at: The terminal");
    assert_eq!(world.state(), state);
    world.by("zoe").run("doctor --format csv").exits(2).complains("table");
    world.by("zoe").run("doctor --as Zoé").exits(2).complains("--as");
}

#[test]
fn outside_of_everything_it_says_what_is_missing() {
    let world = World::empty();
    fs::write(world.git_config(), "").unwrap();
    let run = world.anybody().run("doctor").exits(1).complains_of_nothing();
    let run = run.says("git clone URL").says("mpa init").says("Pas de dépôt git").says("git config --global user.name lampe-77");
    run.says("git config --global user.email lampe-77@example.org")
        .says("git config --global mpa.handle lampe-77")
        .says("4 points à réparer");
    let world = World::new();
    fs::rename(world.path(".git"), world.top().join("git")).unwrap();
    look(&world).exits(1).says("✓ La campagne « Campagne d'essai »").says("1 point à réparer");
    let world = World::empty();
    world.git("init --quiet");
    look(&world).exits(1).says("data/mpa.toml").says("✓ Le dépôt git est là");
}

#[test]
fn git_itself() {
    let world = World::new();
    is(&world, "git", "fine", "2.31 ou plus récent");
    let fake = world.top().join("bin");
    fs::create_dir_all(&fake).unwrap();
    let real = std::env::split_paths(&std::env::var_os("PATH").unwrap()).map(|it| it.join("git")).find(|it| it.exists()).unwrap();
    let script =
        format!("#!/bin/sh\n[ \"$1\" = --version ] && echo git version 2.25.1 && exit\nexec {} \"$@\"\n", real.display());
    fs::write(fake.join("git"), script).unwrap();
    make_executable(&fake.join("git"));
    let path = format!("{}:{}", fake.display(), std::env::var("PATH").unwrap());
    world.by("zoe").env("PATH", path).run("doctor --offline").exits(1).says("Git 2.25.1 est trop ancien");
    let nothing = world.top().join("nothing");
    fs::create_dir_all(&nothing).unwrap();
    world.by("zoe").env("PATH", nothing).run("doctor --offline").exits(1).says("Le programme git est introuvable");
}

#[test]
fn who_commits_are_by_and_what_they_publish() {
    let world = World::new();
    is(&world, "identity", "fine", "Test");
    is(&world, "email", "fine", "test@example.org");
    for (forge, address, expected) in [
        ("github", "https://github.com/asso/fete", "ID+zoe@users.noreply.github.com"),
        ("none", "git@gitlab.example.net:asso/fete.git", "ID-zoe@users.noreply.gitlab.example.net"),
        ("forgejo", "https://forge.example.net/asso/fete", "zoe@noreply.forge.example.net"),
        ("none", "https://git.example.net/asso/fete", "zoe@example.org"),
    ] {
        let campaign = format!("{CAMPAIGN}\n[workflow]\nforge = \"{forge}\"\n");
        let world = World::with(&[("data/mpa.toml", &campaign)]);
        world.git(&format!("remote add origin {address}"));
        world.git("config user.email zoe.martin@example.com");
        look(&world)
            .exits(0)
            .says("! à voir : Chaque enregistrement publie l’adresse zoe.martin@example.com")
            .says(&format!("git config user.email {expected}"));
    }
    world.git("remote add origin https://github.com/asso/fete");
    world.git("config user.email zoe.martin@example.com");
    world.write("data/people/zoe.toml", "forge = \"zoe-m\"\n");
    look(&world).exits(0).says("git config user.email ID+zoe-m@users.noreply.github.com");
    world.git("config user.email 12+zoe@users.noreply.github.com");
    is(&world, "email", "fine", "ne révèle rien");
    fs::write(world.git_config(), "").unwrap();
    world.git("config --unset user.email");
    is(&world, "identity", "mend", "au nom de qui");
}

#[test]
fn the_handle_and_its_file() {
    let world = World::new();
    is(&world, "handle", "fine", "zoe");
    is(&world, "person", "fine", "facultative");
    world.anybody().run("doctor --offline").exits(1).says("Il te manque un pseudo").says("git config --global mpa.handle test");
    world.by("Zoé").run("doctor --offline").exits(1).says("ne peut pas être un pseudo").says("export MPA_HANDLE=");
    world.git("config mpa.handle Zoé");
    world.anybody().run("doctor --offline").exits(1).says("git config mpa.handle test");
    world.write("data/people/zoe.toml", "skills = 3\n");
    is(&world, "person", "mend", "data/people/zoe.toml");
    world.write("data/people/zoe.toml", "skills = [\"web\"]\n");
    is(&world, "person", "fine", "se lit bien");
    world.write("data/mpa.toml", format!("{CAMPAIGN}\n[workflow]\nforge = \"github\"\n"));
    is(&world, "person", "remark", "ne dit pas ton compte");
    world.write("data/people/zoe.toml", "forge = \"zoe-m\"\n");
    is(&world, "person", "fine", "se lit bien");
    fs::remove_file(world.path("data/people/zoe.toml")).unwrap();
    is(&world, "person", "remark", "relier ton compte");
}

#[test]
fn a_broken_campaign_is_named() {
    let world = World::new();
    is(&world, "campaign", "fine", "Campagne d'essai");
    world.write("data/mpa.toml", CAMPAIGN.replace("days = 14", "days = \"beaucoup\""));
    is(&world, "campaign", "mend", "beaucoup");
    look(&world).exits(1).says("mpa check");
    world.write("data/mpa.toml", "format = 99\n");
    look(&world).exits(1).says("data/mpa.toml");
}

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
    world.git("worktree add --quiet --detach ../mpa-commit-x");
    is(&world, "leftovers", "remark", "mpa-commit-x");
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

#[test]
fn addresses_and_the_terminal() {
    let world = World::new();
    is(&world, "addresses", "fine", "Pas de fichier privé");
    is(&world, "terminal", "fine", "fr_FR.UTF-8");
    world
        .by("zoe")
        .env("LC_ALL", "POSIX")
        .run("doctor --offline")
        .exits(0)
        .says("POSIX au lieu d’UTF-8")
        .says("export LC_ALL=C.UTF-8");
    let book = world.home().join(".config/mpa/addresses.toml");
    fs::create_dir_all(book.parent().unwrap()).unwrap();
    fs::write(&book, "zoe = \"zoe@example.org\"\n").unwrap();
    is(&world, "addresses", "fine", "reste hors du dépôt");
    fs::write(&book, "zoe = 3\n").unwrap();
    is(&world, "addresses", "mend", "zoe");
    world.write("adresses.toml", "zoe = \"zoe@example.org\"\n");
    world.by("zoe").env("MPA_ADDRESSES", world.path("adresses.toml")).run("doctor --offline").exits(1).says("adresses.toml");
}

#[test]
fn the_remote_and_the_way_to_it() {
    let world = World::new();
    is(&world, "remote", "remark", "relié à aucun autre");
    world.git("remote add ailleurs ../x.git");
    is(&world, "remote", "mend", "elle connaît ailleurs");
    world.git("remote remove ailleurs");
    world.remote();
    is(&world, "remote", "fine", "../origin.git");
    is(&world, "read", "fine", "se laisse lire");
    is(&world, "write", "fine", "accepte que tu y écrives");
    look(&world).exits(0).says("pas vérifié (--offline)").never_says("se laisse lire");
    world.git("remote set-url origin ../absent.git");
    is(&world, "read", "mend", "absent.git");
    is(&world, "read", "mend", "phrase secrète");
    world.git("remote set-url origin https://zoe:secret@absent.invalid/x.git");
    is(&world, "read", "remark", "ne répond pas");
    world.by("zoe").run("doctor").exits(0).never_says("secret");
}

#[cfg(unix)]
#[test]
fn a_remote_that_takes_nothing_is_told_from_one_that_does() {
    // No server is needed: ssh is a script.
    let script = "#!/bin/sh\ncase \"$*\" in *receive-pack*) echo 'Permission denied to zoe.' >&2; exit 1;; esac\n\
                  for last; do :; done\neval \"$last\"\n";
    for (mode, grade, text) in [("direct", "mend", "Demande ce droit"), ("pull-request", "remark", "copie à toi (fork)")] {
        let campaign = format!("{CAMPAIGN}\n[workflow]\nmode = \"{mode}\"\n");
        let world = World::with(&[("data/mpa.toml", &campaign)]);
        world.remote();
        let ssh = world.top().join("ssh");
        fs::write(&ssh, script).unwrap();
        make_executable(&ssh);
        world.git(&format!("remote set-url origin ssh://git@example.org{}", world.top().join("origin.git").display()));
        world.git(&format!("config --global core.sshCommand {}", ssh.display()));
        is(&world, "read", "fine", "se laisse lire");
        is(&world, "write", grade, text);
        is(&world, "write", grade, "Permission denied to zoe.");
    }
}

#[cfg(unix)]
#[test]
fn a_password_that_nobody_is_asked_for_is_no_refusal() {
    let asks = "echo \"fatal: could not read Username for 'https://example.org': terminal prompts disabled\" >&2; exit 1";
    let serves = "for last; do :; done\neval \"$last\"";
    for (reads, writes, check, command) in
        [(asks, asks, "read", "git ls-remote origin"), (serves, asks, "write", "git push --dry-run origin HEAD:main")]
    {
        let world = World::new();
        world.remote();
        let ssh = world.top().join("ssh");
        fs::write(&ssh, format!("#!/bin/sh\ncase \"$*\" in *receive-pack*) {writes};; esac\n{reads}\n")).unwrap();
        make_executable(&ssh);
        world.git(&format!("remote set-url origin ssh://git@example.org{}", world.top().join("origin.git").display()));
        world.git(&format!("config --global core.sshCommand {}", ssh.display()));
        is(&world, check, "remark", "un compte et un mot de passe");
        world.by("zoe").run("doctor").exits(0).says(command);
    }
}

#[test]
fn the_forge_is_compared_with_the_address() {
    let world = World::new();
    world.remote();
    is(&world, "workflow", "fine", "direct");
    world.git("remote set-url origin https://github.invalid/asso/fete");
    is(&world, "workflow", "remark", "forge = \\\"github");
    world.write("data/mpa.toml", format!("{CAMPAIGN}\n[workflow]\nforge = \"gitlab\"\n"));
    is(&world, "workflow", "remark", "ressemble à");
    world.write("data/mpa.toml", format!("{CAMPAIGN}\n[workflow]\nforge = \"github\"\n"));
    is(&world, "workflow", "fine", "github");
}

#[test]
fn how_far_the_shared_branch_is() {
    let world = World::new();
    world.remote();
    is(&world, "main", "fine", "à jour");
    world.by("zoe").run("claim p4n8w").exits(0);
    is(&world, "unsent", "remark", "1 enregistrement n’est pas encore envoyé");
    look(&world).says("mpa sync");
    world.git("push --quiet origin main");
    world.git("reset --quiet --hard HEAD~1");
    is(&world, "main", "remark", "1 enregistrement de origin/main n’est pas encore ici");
    is(&world, "write", "fine", "accepte");
    world.git("update-ref -d refs/remotes/origin/main");
    is(&world, "main", "remark", "n’est pas connue ici");
    world.git("fetch --quiet");
    let traces = [".git/FETCH_HEAD", ".git/logs/refs/remotes/origin/main"]
        .map(|path| fs::File::options().write(true).open(world.path(path)).unwrap());
    let heard = |at| traces.iter().for_each(|trace| trace.set_modified(at).unwrap());
    let now = chrono::DateTime::parse_from_rfc3339(crate::kit::NOW).unwrap();
    let days_ago = |days: u64| std::time::SystemTime::from(now) - std::time::Duration::from_secs(days * 86_400 + 60);
    heard(days_ago(0));
    is(&world, "fetch", "fine", "moins d’un jour");
    heard(days_ago(3));
    is(&world, "fetch", "remark", "3 jours");
}

#[cfg(unix)]
#[test]
fn no_program_that_the_repository_names_is_run() {
    let world = World::new();
    world.remote();
    let canary = world.top().join("canary");
    let script = world.top().join("script");
    fs::write(&script, format!("#!/bin/sh\necho \"$0 $*\" >> {}\nexit 1\n", canary.display())).unwrap();
    make_executable(&script);
    for hook in ["pre-push", "pre-commit", "post-checkout", "reference-transaction", "post-index-change"] {
        world.hook(hook, &format!("touch {}", canary.display()));
    }
    world.by("zoe").run("doctor").exits(0);
    assert!(!canary.exists(), "{}", fs::read_to_string(&canary).unwrap());
    world.write(".gitattributes", "/data/** text eol=lf filter=odd diff=odd\n");
    for key in [
        "core.fsmonitor",
        "core.askPass",
        "core.sshCommand",
        "core.editor",
        "core.pager",
        "core.gitProxy",
        "credential.helper",
        "credential.https://example.org.helper",
        "remote.origin.uploadpack",
        "remote.origin.receivepack",
        "gpg.program",
        "gpg.ssh.program",
        "filter.odd.clean",
        "filter.odd.smudge",
        "filter.odd.process",
        "diff.odd.textconv",
        "diff.external",
        "core.alternateRefsCommand",
        "alias.status",
        "pager.log",
    ] {
        world.git(&format!("config {key} {}", script.display()));
    }
    world.git("config commit.gpgSign true");
    world.git("config protocol.ext.allow always");
    world.git(&format!("config remote.origin.url 'ext::{} %S'", script.display()));
    let run = world.by("zoe").run("doctor");
    assert!(!canary.exists(), "{}", fs::read_to_string(&canary).unwrap());
    let run = run.says("lancerait des programmes").says("remote.origin.uploadpack").says("core.sshcommand");
    run.never_says("se laisse lire");
    // What the person's own configuration names is theirs.
    is(&world, "access", "remark", "credential.helper");
}

#[test]
fn hostile_names_steer_nothing() {
    let world = World::new();
    world.git("remote add origin '\u{1b}[31mhttps://x/\u{202e}'");
    world.hook("pre\u{1b}[2J\u{202e}", "true");
    world.git("update-ref 'refs/mpa/lost/a;rm\u{202e}$(x)' HEAD");
    world.git("config core.sshCommand '\u{1b}]0;x'");
    let run = world.by("zoe").run("doctor").exits(0).says("<U+202E>").says("git show 'refs/mpa/lost/a;rm<U+202E>$(x)'");
    run.says("core.sshcommand");
    world.by("zoe").run("doctor --format json").exits(0).says(r#""check": "hooks""#);
}

//! A few thousand bytes that unfold to more than anybody can look at: each command ends, and nothing of it is routine.

mod many;

use git2::{ObjectType, Oid, Repository};

use crate::kit::{World, make_executable, task};

/// A repository whose objects are written as they are, whatever git thinks of them.
struct Bomb {
    world: World,
    library: Repository,
}

impl Bomb {
    fn new() -> Self {
        let world = World::new();
        world.git("update-ref refs/remotes/origin/main main");
        Self { library: Repository::open(&world.repo).unwrap(), world }
    }

    fn file(&self, text: &str) -> Oid {
        self.library.blob(text.as_bytes()).unwrap()
    }

    /// A folder that holds `entries`: mode, name, object.
    fn folder<'n>(&self, entries: impl IntoIterator<Item = (&'static str, &'n str, Oid)>) -> Oid {
        let mut bytes = Vec::new();
        for (mode, name, id) in entries {
            bytes.extend(format!("{mode} {name}\0").bytes());
            bytes.extend(id.as_bytes());
        }
        self.library.odb().unwrap().write(ObjectType::Tree, &bytes).unwrap()
    }

    /// What lies in the folder `path` of the shared branch, with `more` put in, or in the place of what has its name.
    fn with(&self, path: &str, more: (&'static str, &str, Oid)) -> Oid {
        self.with_all(path, vec![more])
    }

    fn with_all(&self, path: &str, more: Vec<(&'static str, &str, Oid)>) -> Oid {
        let commit = self.library.revparse_single("refs/heads/main").unwrap().peel_to_commit().unwrap();
        let (tree, rest) = (commit.tree().unwrap(), path.rsplit_once('/'));
        let here = if path.is_empty() {
            tree.clone()
        } else {
            self.library.find_tree(tree.get_path(path.as_ref()).unwrap().id()).unwrap()
        };
        let modes = |mode: i32| if mode == 0o40_000 { "40000" } else { "100644" };
        let kept: Vec<(&str, String, Oid)> =
            here.iter().map(|it| (modes(it.filemode()), it.name().unwrap().to_owned(), it.id())).collect();
        let mut entries: Vec<_> = kept
            .iter()
            .map(|(mode, name, id)| (*mode, name.as_str(), *id))
            .filter(|it| more.iter().all(|more| it.1 != more.1))
            .collect();
        entries.extend(more);
        entries.sort_by_key(|it| format!("{}{}", it.1, if it.0 == "40000" { "/" } else { "" }));
        let folder = self.folder(entries);
        match (path, rest) {
            ("", _) => folder,
            (_, Some((above, name))) => self.with(above, ("40000", name, folder)),
            (name, None) => self.with("", ("40000", name, folder)),
        }
    }

    /// A request that brings `tree`.
    fn request(&self, tree: Oid) {
        let commit = self.world.git(&format!("commit-tree -p main -m x {tree}"));
        self.world.git(&format!("update-ref refs/heads/mpa/bombe {commit}"));
    }

    /// The request waits for an organiser because of `excess`, in each place where it is seen; and lists go on without it.
    #[track_caller]
    fn is_too_much(&self, excess: &str) {
        let needs = self.world.anybody().bounded().run("review mpa/bombe --author lea").exits(0).says(excess);
        needs.says("À décider").says("too-large").never_says("Fusion : sans conflit");
        self.world.anybody().bounded().run("review mpa/bombe --author lea --require routine").exits(1);
        self.world.anybody().bounded().run("review").exits(0).says("1 à décider").says(excess);
        self.world.by("zoe").bounded().run("").exits(0);
    }
}

#[test]
fn a_folder_of_a_million_files() {
    let bomb = Bomb::new();
    let file = bomb.file("x");
    let names: Vec<String> = (0..300_000).map(|at| format!("f{at:06}")).collect();
    let entries = |many: usize| names.iter().take(many).map(move |name| ("100644", name.as_str(), file));
    bomb.request(bomb.with("", ("40000", "zz", bomb.folder(entries(300_000)))));
    bomb.is_too_much("Des dossiers de plus de 8 Mio");
    bomb.request(bomb.with("", ("40000", "zz", bomb.folder(entries(10_001)))));
    bomb.is_too_much("Plus de 10000 fichiers changent");
    bomb.request(bomb.with("", ("40000", "zz", bomb.folder(entries(100)))));
    bomb.world.anybody().bounded().run("review mpa/bombe").exits(0).says("outside-data").never_says("too-large");
}

#[test]
fn folders_that_hold_each_other_ten_times() {
    let bomb = Bomb::new();
    let names: Vec<String> = (0..10).map(|at| at.to_string()).collect();
    for (leaf, excess) in [
        (("100644", bomb.file("x")), "Plus de 10000 fichiers changent"),
        (("40000", bomb.folder([])), "Plus de 20000 dossiers changent"),
    ] {
        let (mut mode, mut id) = leaf;
        for _ in 0..10 {
            (mode, id) = ("40000", bomb.folder(names.iter().map(|name| (mode, name.as_str(), id))));
        }
        for folder in ["", "data/tasks"] {
            bomb.request(bomb.with(folder, (mode, "zz", id)));
            bomb.is_too_much(excess);
        }
    }
}

#[test]
fn folders_ten_thousand_deep() {
    let bomb = Bomb::new();
    let (mut mode, mut id) = ("100644", bomb.file("x"));
    for _ in 0..10_000 {
        (mode, id) = ("40000", bomb.folder([(mode, "a", id)]));
    }
    for folder in ["", "data/tasks/mphack"] {
        bomb.request(bomb.with(folder, (mode, "zz", id)));
        bomb.is_too_much("Plus de 100 dossiers l’un dans l’autre");
    }
    let long = "z".repeat(5_000);
    bomb.request(bomb.with("", ("100644", &long, bomb.file("x"))));
    bomb.is_too_much("Plus de 100 dossiers l’un dans l’autre");
}

#[test]
fn a_history_of_its_own() {
    let bomb = Bomb::new();
    let mut text = String::from("reset refs/heads/mpa/bombe\nfrom refs/heads/main^0\n\n");
    for at in 0..1_001 {
        text += &format!("commit refs/heads/mpa/bombe\ncommitter T <t@example.org> {} +0000\ndata 1\nx\n\n", 1_795_510_800 + at);
    }
    bomb.world.write("../stream", text);
    bomb.world.write("../import.sh", "git fast-import --quiet < ../stream\n");
    bomb.world.git("-c alias.all='!sh ../import.sh' all");
    bomb.is_too_much("Plus de 1000 commits à parcourir");
    // A message that unpacks to more than anybody writes.
    let (tree, parent) = (bomb.world.git("rev-parse main^{tree}"), bomb.world.git("rev-parse main"));
    let who = "a <a@example.org> 1795510800 +0000";
    let commit = format!("tree {tree}\nparent {parent}\nauthor {who}\ncommitter {who}\n\n{}", "x".repeat(2_000_000));
    let id = bomb.library.odb().unwrap().write(ObjectType::Commit, commit.as_bytes()).unwrap();
    bomb.world.git(&format!("update-ref refs/heads/mpa/bombe {id}"));
    bomb.is_too_much("Un commit de plus de 1 Mio");
}

/// Files as large as may be in which everything is wrong, or everything is there too often.
fn files() -> Vec<(&'static str, String)> {
    let lines = |line: fn(usize) -> String| {
        let mut text = String::new();
        for at in 0.. {
            let next = line(at);
            if text.len() + next.len() > 63_000 {
                return text;
            }
            text += &next;
        }
        text
    };
    let claims = |line| format!("{}\n[claims]\n{}", task("Bombe"), lines(line)).replace("Bombe\"\n", "Bombe\"\n");
    vec![
        ("claims that are no values", claims(|at| format!("A{at} = \"x\"\nb{at} = tru\n"))),
        ("claims of nobody", claims(|at| format!("\"a {at}\" = {{ since = 1 }}\n"))),
        ("claims of everybody", claims(|at| format!("a{at} = {{since = 2026-11-24, until = 2026-12-04}}\n"))),
        ("keys that nobody knows", lines(|at| format!("titl{at} = 1\n")) + "budget = \"2h\"\n"),
        ("no line that is TOML", lines(|_| "=\n".to_owned())),
        ("no TOML on one line", lines(|_| "= ".to_owned())),
        ("one name again and again", lines(|_| "a = 1\n".to_owned())),
        ("values on one line", format!("a = [{}]\n", lines(|_| "tru,".to_owned()))),
        ("lists in lists", format!("a = {}1{}\n", "[".repeat(30_000), "]".repeat(30_000))),
        ("tables in tables", format!("a = {}1{}\n", "{a=".repeat(15_000), "}".repeat(15_000))),
        ("names of names", format!("{}b = 1\n", "a.".repeat(30_000))),
        ("hidden characters", lines(|at| format!("x{at} = \"\\u001b\"\n"))),
        ("conflicts of git", lines(|_| "<<<<<<< \n".to_owned())),
    ]
}

#[test]
fn a_file_in_which_everything_is_wrong() {
    let (bomb, path) = (Bomb::new(), "data/tasks/mphack/b0mbe.toml");
    let world = &bomb.world;
    for (what, text) in files() {
        bomb.request(bomb.with("data/tasks/mphack", ("100644", "b0mbe.toml", bomb.file(&text))));
        let said = world.anybody().bounded().run("review mpa/bombe --author lea --require routine").exits(1);
        assert!(said.out.lines().count() < 250, "{what}");
        world.write(path, &text);
        let said = world.anybody().bounded().run("check");
        let told = said.out.lines().filter(|line| line.contains(path)).count();
        assert!((1..=110).contains(&told), "{what}: {told}\n{said}");
        world.by("zoe").bounded().run("").exits(0);
    }
}

#[test]
fn so_many_problems_of_a_file_are_told_and_the_rest_is_counted() {
    let world = World::new();
    let wrong = (0..80).map(|at| format!("\"lien {at}\" = \"http://example.org\"\n")).collect::<String>();
    let unknown = (0..60).map(|at| format!("clef{at} = 1\n")).collect::<String>();
    world.write("data/tasks/mphack/b0mbe.toml", unknown + &task("Trop de liens") + &wrong);
    world.commit("Trop");
    let run = world.anybody().run("check").exits(1).says("et 40 autres problèmes dans ce fichier");
    assert_eq!(run.out.matches("http://example.org").count(), 50, "{run}");
    assert_eq!(run.out.lines().filter(|line| line.contains("clef")).count(), 50, "{run}");
    world.anybody().env("MPA_LANG", "en").run("check").exits(1).says("and 40 more problems in this file");
}

#[test]
fn files_that_are_too_much_together() {
    let bomb = Bomb::new();
    let (_, text) = files().swap_remove(2);
    let names: Vec<String> = (0..2_000).map(|at| format!("b{at:04}.toml")).collect();
    let file = bomb.file(&text);
    let folder = bomb.folder(names.iter().map(|name| ("100644", name.as_str(), file)));
    bomb.request(bomb.with("data/tasks", ("40000", "zz", folder)));
    bomb.is_too_much("Plus de 20000 changements");
    let (_, text) = files().swap_remove(3);
    let file = bomb.file(&format!("{text}{}", task("Bombe").replace("budget = \"2h\"\n", "")));
    let folder = bomb.folder(names.iter().map(|name| ("100644", name.as_str(), file)));
    bomb.request(bomb.with("data/tasks", ("40000", "zz", folder)));
    bomb.is_too_much("Plus de 12 Mio à lire");
}

#[test]
fn a_server_that_does_not_stop_talking() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("claim k7q2m").exits(0);
    let hook = world.top().join("origin.git/hooks/pre-receive");
    std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
    std::fs::write(&hook, "#!/bin/sh\nyes 'pas le vendredi, ni le samedi' | head -n 200000\necho fin\nexit 1\n").unwrap();
    make_executable(&hook);
    let run = world.by("zoe").bounded().run("sync").exits(6).complains("pas le vendredi").complains("fin").complains("…");
    assert!(run.err.lines().count() < 60, "{} lines", run.err.lines().count());
    world.is_clean();
}

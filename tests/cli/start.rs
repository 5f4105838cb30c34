//! From the address in an invitation to a first task, on a computer that knows nothing yet.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::kit::{CAMPAIGN, Call, World, kills, task_with};
use crate::remote::{Http, Manner};

const HANDLE: &str = "Ton pseudo (public, en minuscules) :";
const ADDRESS: &str = "[lampe@example.org]";
const SKILLS: &str = "Que sais-tu faire ?";
const FIRST: &str = "Par quoi commencer ?";
const SEND: &str = "L’envoyer maintenant ?";

/// A campaign on a server, and a computer whose git was told nothing.
struct Newcomer {
    world: World,
}

impl Newcomer {
    fn new() -> Self {
        Self::invited_to(&[])
    }

    fn invited_to(files: &[(&str, &str)]) -> Self {
        let skilled = task_with("Écrire la charte", "skills = [\"droit\"]\n");
        let mut all = vec![("data/tasks/mphack/d7r8t-charte.toml", skilled.as_str())];
        all.extend(files);
        let world = World::with(&all);
        world.remote();
        for key in ["user.name", "user.email"] {
            world.git(&format!("config --global --unset-all {key}"));
        }
        Self { world }
    }

    fn home(&self) -> PathBuf {
        self.world.home()
    }

    fn origin(&self) -> String {
        self.world.top().join("origin.git").display().to_string()
    }

    /// Somebody in their own folder.
    fn types(&self) -> Call<'_> {
        self.world.anybody().within(self.home())
    }

    fn kept(&self, key: &str) -> String {
        self.world.git(&format!("-C {} config --get {key}", self.home().join("origin").display()))
    }

    fn has_nothing_half(&self) {
        let names = fs::read_dir(self.home()).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
        let half: Vec<String> = names.filter(|name| name.contains("mpa-start")).collect();
        assert!(half.is_empty(), "{half:?}");
    }
}

#[test]
fn from_the_address_to_a_task_that_is_sent() {
    let newcomer = Newcomer::new();
    let mut terminal = newcomer.types().on_terminal(&format!("start {}", newcomer.origin()));
    terminal.shows("est copiée dans ~/origin").shows(HANDLE).types("lampe\r");
    terminal.shows("ne reçoit rien").shows(ADDRESS).types("\r");
    terminal.shows("Les tâches demandent : droit").shows(SKILLS).types("droit\r");
    for said in ["Public :", "Sur cet ordinateur seulement :", "l’historique", "mpa forget lampe", "n’importe où"] {
        terminal.shows(said);
    }
    terminal.shows(FIRST).shows("Écrire la charte (2 h · compétence droit").types("charte").shows("> d7r8t").types("\r");
    terminal.shows(SEND).types("\r");
    terminal.ends(0).says("Merci, lampe !").says("C’est envoyé : 1 action.");
    newcomer.has_nothing_half();
    assert_eq!(newcomer.world.git("--git-dir=../origin.git log -1 --format=%an/%ae main"), "lampe/lampe@example.org");
    assert_eq!([newcomer.kept("mpa.handle"), newcomer.kept("mpa.skills")], ["lampe", "droit"].map(str::to_owned));
    // From any folder, and only for this copy.
    let elsewhere = newcomer.home().join("ailleurs");
    fs::create_dir(&elsewhere).unwrap();
    newcomer.world.anybody().within(&elsewhere).run("").exits(0).says("Bonjour lampe").says("Écrire la charte");
    let logged = newcomer.world.anybody().within(&elsewhere).run("log 30m").exits(0);
    logged.says("30 min").complains("Dans la campagne « Campagne d'essai » (~/origin)");
    assert_eq!(newcomer.world.try_git("config --global --get user.email").code, 1);
}

#[test]
fn each_step_can_be_passed_over_and_done_again() {
    let newcomer = Newcomer::new();
    let mut terminal = newcomer.types().on_terminal(&format!("start {}", newcomer.origin()));
    terminal.shows(HANDLE).types("\u{1b}");
    terminal.ends(0).says("Pour continuer : mpa start").never_says(ADDRESS);
    // Without an address: the campaign is known by now.
    let mut terminal = newcomer.types().on_terminal("start");
    terminal.shows("est dans ~/origin").shows(HANDLE).types("lampe\r");
    terminal.shows(ADDRESS).types("\u{1b}");
    terminal.ends(0).says("Pour continuer : mpa start").never_says(SKILLS);
    let mut terminal = newcomer.types().on_terminal("start");
    terminal.shows(&format!("{HANDLE} [lampe]")).types("\r");
    terminal.shows(ADDRESS).types("lampe@asso.example\r");
    terminal.shows(SKILLS).types("web, droit\r");
    terminal.shows(FIRST).types("\u{1b}");
    terminal.ends(0).says("Plus tard").never_says("Rien n’a été changé");
    let mut terminal = newcomer.types().on_terminal("start");
    terminal.shows(&format!("{HANDLE} [lampe]")).types("\r");
    terminal.shows("[web, droit]").types("\r");
    terminal.shows(FIRST).types("\u{1b}");
    terminal.ends(0);
    let kept = ["mpa.handle", "user.email", "mpa.skills"].map(|key| newcomer.kept(key));
    assert_eq!(kept, ["lampe", "lampe@asso.example", "web, droit"].map(str::to_owned));
}

#[test]
fn ctrl_c_at_any_question_leaves_a_whole_copy_to_go_on_with() {
    let newcomer = Newcomer::new();
    for answers in [&[][..], &["lampe\r"], &["\r", "\r"], &["\r", "web\r"]] {
        let mut terminal = newcomer.types().on_terminal(&format!("start {}", newcomer.origin()));
        terminal.shows(HANDLE);
        for keys in answers {
            terminal.types(keys);
            sleep(Duration::from_millis(300));
        }
        terminal.interrupts();
        terminal.ends(130).says("pour continuer : mpa start").never_says("Rien n’a été changé");
        newcomer.has_nothing_half();
        newcomer.types().run("tasks list").exits(0);
    }
    newcomer.types().run("start --as lampe --offline").exits(0).says("est dans ~/origin");
}

#[test]
fn a_handle_in_use_is_only_taken_by_whoever_it_is() {
    let newcomer = Newcomer::new();
    let other = newcomer.world.clone_of_remote();
    other.by("marmotte").run("claim p4n8w --sync").exits(0);
    let start = format!("start {} --email lampe@example.org --offline", newcomer.origin());
    for (given, said) in [("marmotte", "Quelqu’un s’appelle déjà marmotte ici."), ("marmote", "quelqu’un s’y appelle marmotte")]
    {
        newcomer.types().run(&format!("{start} --as {given}")).exits(2).complains(said).complains("--yes");
    }
    let mut terminal = newcomer.types().on_terminal(&start);
    terminal.shows(HANDLE).types("marmotte\r");
    terminal.shows("Est-ce toi ? [o/N]").types("\r");
    terminal.shows(HANDLE).types(&format!("{}lampe\r", "\u{7f}".repeat(8)));
    terminal.shows(SKILLS).types("\r").shows(FIRST).types("\u{1b}");
    terminal.ends(0);
    assert_eq!(newcomer.kept("mpa.handle"), "lampe");
    newcomer.types().run(&format!("{start} --as marmotte --yes")).exits(0);
    assert_eq!(newcomer.kept("mpa.handle"), "marmotte");
    // Whoever acted from the same address is the same person.
    other.anybody().run("start --as marmotte --offline").exits(0);
}

#[test]
fn without_a_terminal_flags_say_it_all() {
    let newcomer = Newcomer::new();
    let run = newcomer.types().run(&format!("start {} --offline", newcomer.origin())).exits(0);
    run.says("git config mpa.handle PSEUDO");
    let all = "--as lampe --email lampe@example.org --skills web,droit --lang en --time 2h --offline";
    let run = newcomer.types().run(&format!("start {} ici {all}", newcomer.origin())).exits(0);
    run.says("is now in ~/ici").says("Écrire la charte").says("mpa claim").never_says("jours");
    let kept = |key: &str| newcomer.world.git(&format!("-C {} config --local {key}", newcomer.home().join("ici").display()));
    assert_eq!(kept("mpa.lang"), "en");
    assert_eq!(kept("mpa.skills"), "web, droit");
    newcomer.types().run("start --as lampe --quiet --offline").exits(0).says_nothing();
    newcomer.types().without("MPA_LANG").run("claim d7r8t").exits(0).says("Thank you, lampe!");
    newcomer.types().run("start --time bientot").exits(2).complains("n’est pas une durée");
    newcomer.types().run("start --email bientot --as lampe").exits(2).complains("n’est pas une adresse");
}

#[test]
fn an_address_that_leads_nowhere_leaves_nothing() {
    let newcomer = Newcomer::new();
    newcomer.world.git("init --quiet --bare ../nothing.git");
    let nothing = newcomer.world.top().join("nothing.git").display().to_string();
    for (address, code, said) in [
        ("http://127.0.0.1:9/asso/fete", 5, "Rien ne répond"),
        ("asso", 2, "n’est pas l’adresse d’un dépôt"),
        ("ext::sh", 2, "n’est pas l’adresse d’un dépôt"),
        (nothing.as_str(), 3, "ne contient pas de campagne"),
    ] {
        newcomer.types().run(&format!("start {address} --as lampe")).exits(code).complains(said);
        newcomer.has_nothing_half();
    }
    let names: Vec<_> = fs::read_dir(newcomer.home()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| name == "gitconfig"), "{names:?}");
    newcomer.types().run("start").exits(2).complains("mpa start ADRESSE").never_says("ADDRESS");
    // A folder in the way is named, and what is in it stays.
    fs::create_dir(newcomer.home().join("origin")).unwrap();
    fs::write(newcomer.home().join("origin/moi.txt"), "moi").unwrap();
    let run = newcomer.types().run(&format!("start {} --as lampe --offline", newcomer.origin())).exits(2);
    run.complains("contient déjà autre chose").complains("origin-2");
    assert_eq!(fs::read_to_string(newcomer.home().join("origin/moi.txt")).unwrap(), "moi");
    // An empty one is no obstacle.
    fs::create_dir(newcomer.home().join("vide")).unwrap();
    newcomer.types().run(&format!("start {} vide --as lampe --offline", newcomer.origin())).exits(0);
}

#[test]
fn who_may_not_write_is_told_which_way_requests_go() {
    for (mode, way, trouble) in [
        ("direct", "mpa sync envoie ce que tu fais", "n’accepte pas que tu y écrives"),
        ("pull-request", "devient une demande", "git remote add fork"),
    ] {
        let rules = format!("{CAMPAIGN}\n[workflow]\nmode = \"{mode}\"\n");
        let newcomer = Newcomer::invited_to(&[("data/mpa.toml", &rules)]);
        let Some(server) = Http::of(&newcomer.world) else { return };
        server.behaves(Manner::ReadOnly);
        let run = newcomer.types().run(&format!("start {} ici --as lampe --email lampe@example.org", server.address()));
        run.exits(0).says(way).says(trouble);
    }
}

#[test]
fn nothing_is_copied_into_another_repository() {
    let newcomer = Newcomer::new();
    let inside = newcomer.world.path("data");
    let run = newcomer.world.anybody().within(&inside).run(&format!("start {} --as lampe --offline", newcomer.origin()));
    // Its own copy is here already.
    run.exits(0).says("est dans");
    let other = World::empty();
    other.git("init --quiet");
    let run = other.anybody().within(&other.repo).run(&format!("start {} --as lampe --offline", newcomer.origin())).exits(0);
    run.says("est copiée dans ~/origin");
}

#[test]
fn killed_in_the_middle_it_goes_on() {
    let newcomer = Newcomer::new();
    let words = format!("start {} --as lampe --email lampe@example.org --offline", newcomer.origin());
    let began = Instant::now();
    newcomer.types().run(&words).exits(0);
    let whole = began.elapsed();
    let kills = kills(20);
    for number in 0..kills {
        fs::remove_dir_all(newcomer.home().join("origin")).unwrap();
        let _ = newcomer.world.try_git("config --global --unset-all mpa.campaign");
        let mut child = newcomer.types().start(&words);
        sleep(whole.mul_f64(f64::from(number) / f64::from(kills)));
        child.kill().unwrap();
        child.wait().unwrap();
        is_whole_or_absent(&newcomer.home().join("origin"));
        newcomer.types().run(&words).exits(0);
        newcomer.types().run("claim p4n8w --dry-run").exits(0).says("Mpa-By: lampe");
    }
    let names: Vec<_> = fs::read_dir(newcomer.home()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(names.len() <= 3, "{names:?}");
}

fn is_whole_or_absent(copy: &Path) {
    assert!(!copy.exists() || copy.join("data/mpa.toml").exists() && copy.join(".git/HEAD").exists());
}

/// Two at once: one makes the copy, the other goes on with it or says that it is being made.
#[test]
fn two_at_once_make_one_copy() {
    let newcomer = Newcomer::new();
    let words = format!("start {} --as lampe --email lampe@example.org --offline", newcomer.origin());
    let children: Vec<_> = (0..4).map(|_| newcomer.types().start(&words)).collect();
    let codes: Vec<_> = children.into_iter().map(|child| child.wait_with_output().unwrap().status.code()).collect();
    assert!(codes.contains(&Some(0)), "{codes:?}");
    assert!(codes.iter().all(|code| matches!(code, Some(0 | 2 | 3 | 5))), "{codes:?}");
    is_whole_or_absent(&newcomer.home().join("origin"));
    newcomer.types().run(&words).exits(0);
}

#[test]
fn what_cannot_be_kept_is_said_with_the_command() {
    let newcomer = Newcomer::new();
    let config = newcomer.world.git_config();
    fs::write(config.with_extension("lock"), "").unwrap();
    let run = newcomer.types().run(&format!("start {} --as lampe --offline", newcomer.origin())).exits(0);
    run.says("git config --global mpa.campaign");
}

/// What git takes is only typed where git finds it.
#[test]
fn from_another_folder_the_way_to_what_git_needs_is_told() {
    let newcomer = Newcomer::new();
    newcomer.types().run(&format!("start {} --as lampe --email lampe@example.org --offline", newcomer.origin())).exits(0);
    let there = newcomer.home().join("origin");
    let add = "--as orga projects add --title Accueil --lead lampe --deliverable plan=Plan";
    newcomer.types().run(add).exits(0).says("git revert").says(&format!("cd {}", there.display()));
    newcomer
        .world
        .anybody()
        .within(&there)
        .run("--as orga projects add --title Scène --lead lampe")
        .exits(0)
        .never_says("À taper : cd");
}

/// A campaign may call its remote whatever it likes: one that is none of the clone's is never handed to git, which would take
/// it for a folder of the data.
#[test]
fn a_remote_that_came_with_the_data_is_not_spoken_to() {
    let newcomer = Newcomer::invited_to(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nremote = \"x\"\n"))]);
    let world = &newcomer.world;
    world.git("init --quiet --bare x");
    let run = newcomer.home().join("run");
    let program = format!("touch '{}'; true", run.display());
    world.git_bytes(&["config", "-f", "x/config", "core.alternateRefsCommand", &program]);
    world.git("clone --quiet --bare . x/a");
    fs::write(world.path("x/objects/info/alternates"), "../a/objects\n").unwrap();
    for folder in ["x/refs/heads", "x/refs/tags", "x/objects/pack", "x/a/refs/heads", "x/a/refs/tags", "x/a/objects/pack"] {
        fs::create_dir_all(world.path(folder)).unwrap();
        fs::write(world.path(folder).join(".keep"), "").unwrap();
    }
    world.git("add --all --force .");
    world.git("-c user.name=x -c user.email=x@example.org commit --quiet --message piège");
    world.git("push --quiet origin main");
    let start = format!("start {} --as lampe --email lampe@example.org", newcomer.origin());
    newcomer.types().run(&start).exits(0).says("git remote add x");
    assert!(!run.exists(), "a program of the repository's was run");
}

#[test]
fn what_is_no_file_is_not_made_one() {
    let newcomer = Newcomer::new();
    let link = newcomer.home().join("link");
    std::os::unix::fs::symlink("/dev/null", &link).unwrap();
    let start = format!("start {} --as lampe --email lampe@example.org --offline", newcomer.origin());
    newcomer.types().env("GIT_CONFIG_GLOBAL", &link).run(&start).exits(0).says("git config --global mpa.campaign");
    assert!(!fs::metadata(link).unwrap().is_file());
}

#[test]
fn a_password_in_an_address_is_not_said() {
    let newcomer = Newcomer::new();
    fs::create_dir(newcomer.home().join("b")).unwrap();
    fs::write(newcomer.home().join("b/moi.txt"), "moi").unwrap();
    for start in
        ["start http://lampe:secret@127.0.0.1:9/a/b", "start http://lampe:secret@127.0.0.1:9/a/c", "start ftp://lampe:secret@h/a"]
    {
        let run = newcomer.types().run(start);
        assert!(!run.err.contains("secret") && !run.out.contains("secret"), "{run}");
    }
}

/// Which campaign somebody started with is theirs to say, and no repository's in which they stand.
#[test]
fn a_repository_does_not_say_which_campaign_is_meant() {
    let newcomer = Newcomer::new();
    newcomer.types().run(&format!("start {} --as lampe --email lampe@example.org --offline", newcomer.origin())).exits(0);
    let other = newcomer.world.clone_of_remote();
    let stranger = newcomer.home().join("stranger");
    newcomer.world.git(&format!("init --quiet {}", stranger.display()));
    newcomer.world.git(&format!("-C {} config mpa.campaign {}", stranger.display(), other.repo.display()));
    for own in [true, false] {
        let run = newcomer.world.anybody().within(&stranger).env("GIT_CONFIG_COUNT", "0").run("claim p4n8w --as lampe --dry-run");
        match own {
            true => run.exits(0).complains("~/origin"),
            false => run.exits(3).complains("data/mpa.toml"),
        };
        let _ = newcomer.world.try_git("config --global --unset-all mpa.campaign");
    }
}

#[test]
fn a_yes_is_no_skill_and_another_folder_that_the_environment_names_is_said() {
    let newcomer = Newcomer::new();
    let other = World::new();
    let call = newcomer.types().env("MPA_DATA", other.repo.display().to_string());
    let mut terminal = call.on_terminal(&format!("start {}", newcomer.origin()));
    terminal.shows(HANDLE).types("lampe\r").shows(ADDRESS).types("\r");
    terminal.shows(SKILLS).types("oui\r").shows("Oui ou non n’est pas une compétence").types("\u{15}droit\r");
    terminal.shows("MPA_DATA désigne un autre dossier").shows(FIRST).types("\u{1b}");
    terminal.ends(0);
    assert_eq!(newcomer.kept("mpa.skills"), "droit");
}

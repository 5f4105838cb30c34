//! What every writing command answers: one table, in each way of working, for each role, in both languages. What is done is
//! told as done; what is only asked for never is; and whoever may accept it themselves is told how.

use std::process::Command;

use crate::kit::{CAMPAIGN, PROJECT, Run, World, flat, is_whole, task, task_with};

/// Who may do it without being asked: in direct mode the others are sent to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum May {
    Anybody,
    Lead,
    Organiser,
}

/// A command, and what it answers.
struct Row {
    may: May,
    /// Whether nobody else may even ask for it.
    refused: bool,
    words: &'static str,
    done: [&'static str; 2],
    asked: [&'static str; 2],
}

const fn row(may: May, words: &'static str, done: [&'static str; 2], asked: [&'static str; 2]) -> Row {
    Row { may, refused: false, words, done, asked }
}

const fn only(may: May, words: &'static str, done: [&'static str; 2], asked: [&'static str; 2]) -> Row {
    Row { refused: true, ..row(may, words, done, asked) }
}

use May::{Anybody, Lead, Organiser};

#[rustfmt::skip]
const TABLE: &[Row] = &[
    row(Anybody, "claim k7q2m",
        ["« Mettre la liste en ligne » est à toi jusqu’au 2 décembre", "“Mettre la liste en ligne” is yours until 2 December"],
        ["Tu demandes à prendre « Mettre la liste en ligne » jusqu’au 2 décembre", "You ask to take “Mettre la liste en ligne” until 2 December"]),
    row(Anybody, "renew p4n8w",
        ["C’est noté : « Dessiner le logo » est prise jusqu’au 4 décembre", "Noted: “Dessiner le logo” is claimed until 4 December"],
        ["Demande préparée : prolonger « Dessiner le logo »", "Request prepared: renew “Dessiner le logo”"]),
    row(Anybody, "release p4n8w",
        ["« Dessiner le logo » est libérée", "“Dessiner le logo” is released"],
        ["Demande préparée : libérer « Dessiner le logo »", "Request prepared: release “Dessiner le logo”"]),
    row(Anybody, "log p4n8w 30m",
        ["Temps passé sur « Dessiner le logo » : 30 min", "Time spent on “Dessiner le logo”: 30 min"],
        ["Demande préparée : noter 30 min le 24 novembre sur « Dessiner le logo »", "Request prepared: note 30 min on 24 November for “Dessiner le logo”"]),
    row(Anybody, "close p4n8w --evidence https://example.org/logo",
        ["« Dessiner le logo » est terminée", "“Dessiner le logo” is done"],
        ["Demande préparée : terminer « Dessiner le logo »", "Request prepared: close “Dessiner le logo”"]),
    row(Anybody, "join fete",
        ["Le projet « Une fête » compte une personne de plus", "The project “Une fête” counts one person more"],
        ["Demande préparée : rejoindre « Une fête »", "Request prepared: join “Une fête”"]),
    row(Anybody, "leave mphack",
        ["le départ du projet « MPHack » est enregistré", "leaving the project “MPHack” is recorded"],
        ["Demande préparée : quitter « MPHack »", "Request prepared: leave “MPHack”"]),
    row(Anybody, "check --fix",
        ["1 fichier est remis en forme", "1 file is now in the usual form"],
        ["Demande préparée : remettre en forme 1 fichier", "Request prepared: put 1 file into the usual form"]),
    row(Lead, "claim k7q2m --for piolet",
        ["« Mettre la liste en ligne » est prise par piolet jusqu’au", "“Mettre la liste en ligne” is claimed by piolet until"],
        ["Demande préparée, au nom de piolet : prendre « Mettre la liste en ligne »", "Request prepared, in the name of piolet: claim “Mettre la liste en ligne”"]),
    only(Lead, "renew k7q9d --for piolet",
        ["C’est noté : « Relire la fiche » est prise jusqu’au 4 décembre", "Noted: “Relire la fiche” is claimed until 4 December"],
        ["Demande préparée, au nom de piolet : prolonger « Relire la fiche »", "Request prepared, in the name of piolet: renew “Relire la fiche”"]),
    row(Lead, "release k7q9d --for piolet --handover 'Presque fini.'",
        ["« Relire la fiche » est libérée", "“Relire la fiche” is released"],
        ["Demande préparée, au nom de piolet : libérer « Relire la fiche »", "Request prepared, in the name of piolet: release “Relire la fiche”"]),
    only(Lead, "log k7q9d 30m --for piolet",
        ["Temps passé sur « Relire la fiche » : 30 min", "Time spent on “Relire la fiche”: 30 min"],
        ["Demande préparée, au nom de piolet : noter le temps de « Relire la fiche »", "Request prepared, in the name of piolet: note the time of “Relire la fiche”"]),
    row(Lead, "close k7q9d --for piolet --evidence https://example.org/fiche",
        ["« Relire la fiche » est terminée", "“Relire la fiche” is done"],
        ["Demande préparée, au nom de piolet : terminer « Relire la fiche »", "Request prepared, in the name of piolet: close “Relire la fiche”"]),
    row(Organiser, "join fete --for piolet",
        ["Le projet « Une fête » compte une personne de plus", "The project “Une fête” counts one person more"],
        ["Demande préparée, au nom de piolet : rejoindre « Une fête »", "Request prepared, in the name of piolet: join “Une fête”"]),
    row(Lead, "tasks add --project mphack --title 'Trier les photos' --budget 1h --done-when 'Elles sont triées.' --resource A=https://example.org/a",
        ["« Trier les photos » est ajoutée, sous l’identifiant", "“Trier les photos” is added, with the id"],
        ["Demande préparée : ajouter « Trier les photos », sous l’identifiant", "Request prepared: add “Trier les photos”, under the id"]),
    row(Lead, "import liste.csv",
        ["Une tâche est ajoutée depuis liste.csv", "One task was added from liste.csv"],
        ["Demande préparée : ajouter une tâche depuis liste.csv", "Request prepared: add one task from liste.csv"]),
    row(Lead, "tasks edit t3h5w --budget 1h",
        ["« Annoncer la liste » est à jour", "“Annoncer la liste” is up to date"],
        ["Demande préparée : modifier « Annoncer la liste »", "Request prepared: edit “Annoncer la liste”"]),
    row(Lead, "tasks cancel b6j2r --reason Inutile. --yes",
        ["« Appeler une association » est annulée. ", "“Appeler une association” is cancelled. "],
        ["Demande préparée : annuler « Appeler une association »", "Request prepared: cancel “Appeler une association”"]),
    row(Lead, "tasks reopen x9c3v --reason 'À refaire.'",
        ["« Traduire la page » est de nouveau à faire", "“Traduire la page” is to be done again"],
        ["Demande préparée : rouvrir « Traduire la page »", "Request prepared: reopen “Traduire la page”"]),
    row(Lead, "send-back x9c3v --reason 'Le lien est vide.'",
        ["« Traduire la page » est à reprendre. À prévenir : treuil, qui l’avait terminée. La tâche est de nouveau à son nom", "“Traduire la page” is to be done again. To be told: treuil, who had closed it. The task is theirs again"],
        ["Demande préparée : donner à reprendre « Traduire la page »", "Request prepared: send back “Traduire la page”"]),
    row(Lead, "projects edit mphack --title 'MPHack deux'",
        ["« MPHack deux » est à jour", "“MPHack deux” is up to date"],
        ["Demande préparée : modifier « MPHack deux »", "Request prepared: edit “MPHack deux”"]),
    row(Lead, "deliver mphack liste --evidence https://example.org/liste",
        ["Le livrable « La liste des tâches » est livré", "The deliverable “La liste des tâches” is delivered"],
        ["Demande préparée : livrer « La liste des tâches »", "Request prepared: deliver “La liste des tâches”"]),
    row(Organiser, "projects add --title 'Un concert'",
        ["Le projet « Un concert » est ajouté", "The project “Un concert” is added"],
        ["Demande préparée : ajouter « Un concert »", "Request prepared: add “Un concert”"]),
    row(Organiser, "projects poll mphack --votes 34 --of 80",
        ["« MPHack » a eu 34 voix sur 80", "“MPHack” had 34 of 80 votes"],
        ["Demande préparée : noter le vote de « MPHack »", "Request prepared: note the vote on “MPHack”"]),
    row(Organiser, "themes add --title 'Ciel et mer'",
        ["Le thème « Ciel et mer » est ajouté", "The theme “Ciel et mer” is added"],
        ["Demande préparée : ajouter « Ciel et mer »", "Request prepared: add “Ciel et mer”"]),
    row(Organiser, "forget benne --yes",
        ["C’est fait : benne s’appelle anonyme-", "Done: benne is called anonyme-"],
        ["Demande préparée : benne s’appellerait anonyme-", "Request prepared: benne would be called anonyme-"]),
    row(Organiser, "campaign next --name 'Campagne 2027' --deadline 2027-12-04 --yes",
        ["La campagne « Campagne 2027 » va du 24 novembre", "The campaign “Campagne 2027” runs from 24 November"],
        ["Demande préparée : commencer la campagne « Campagne 2027 »", "Request prepared: begin the campaign “Campagne 2027”"]),
    row(Organiser, "init --ci github --tool https://example.org/mpa@v1",
        ["Voilà : la forge relira les demandes toute seule. Il reste à faire", "There: the forge will review requests by itself. What remains"],
        ["Demande préparée : ajouter ce qu’il faut pour que la forge relise", "Request prepared: add what it takes for the forge to review"]),
];

/// What the way back answers, once time was noted.
const UNDO: Row = row(
    Anybody,
    "undo",
    ["C’est défait : noter le temps de « Dessiner le logo »", "Undone: note the time of “Dessiner le logo”"],
    [
        "C’est retiré de ta demande : noter le temps de « Dessiner le logo »",
        "Taken out of your request: note the time of “Dessiner le logo”",
    ],
);

/// How changes reach the shared branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Direct,
    /// In direct mode, on a branch of one's own.
    Here,
    PullRequest,
}

/// Who types.
#[derive(Debug, Clone, Copy)]
struct Who {
    handle: &'static str,
    role: May,
    organisers: &'static str,
}

const PEOPLE: [Who; 4] = [
    Who { handle: "zoe", role: Anybody, organisers: "[\"orga\"]" },
    Who { handle: "lea", role: Lead, organisers: "[\"orga\"]" },
    Who { handle: "orga", role: Organiser, organisers: "[\"orga\"]" },
    Who { handle: "orga", role: Organiser, organisers: "[\n    \"orga\",\n    \"treuil\",\n]" },
];

const LANGUAGES: [&str; 2] = ["fr", "en"];

/// Words of one who speaks of what is done, and of one who asks.
const AS_DONE: [&str; 18] = [
    "C’est fait",
    "C’est défait",
    "C’est noté",
    "est à toi",
    "est libérée",
    "est terminée",
    "est à jour",
    "est annulée",
    "est livré",
    "de nouveau à son nom",
    "Noted",
    "Done:",
    "Undone",
    "is yours until",
    "is released",
    "is delivered",
    "is cancelled",
    "theirs again",
];
const AS_ASKED: [&str; 4] = ["Demande préparée", "Tu demandes", "Request prepared", "You ask"];
/// What is said to those who accept requests, and to the others.
const ACCEPTS: [&str; 2] = ["organises la campagne", "organise this campaign"];
const WAITS: [&str; 6] = [
    "L’organisation décidera",
    "l’organisation décidera",
    "An organiser will decide",
    "an organiser will decide",
    "le nom de la branche",
    "the name of the branch",
];

/// A campaign in which `who` holds a task, piolet one that somebody else writes down, treuil one and finished another.
fn world(mode: Mode, who: Who) -> World {
    let claim = |handle: &str, more: &str| format!("\n[claims.{handle}]\nsince = 2026-11-23\n{more}until = 2026-11-28\n");
    let done = "\n[done]\nby = \"treuil\"\nat = 2026-11-24\nevidence = \"https://example.org/page\"\n";
    let past = claim("benne", "released = 2026-11-23\n");
    let workflow = if mode == Mode::PullRequest { "\n[workflow]\nmode = \"pull-request\"\n" } else { "" };
    let files = [
        ("data/mpa.toml".to_owned(), CAMPAIGN.replace("[\"orga\"]", who.organisers) + workflow),
        (
            "liste.csv".to_owned(),
            "projet,titre,budget,done when,link\nmphack,Compter les tables,1h,Compté.,https://example.org\n".to_owned(),
        ),
        ("data/projects/fete.toml".to_owned(), PROJECT.replace("MPHack", "Une fête")),
        ("data/tasks/mphack/p4n8w-logo.toml".to_owned(), task("Dessiner le logo") + &claim(who.handle, "")),
        ("data/tasks/mphack/k7q9d-fiche.toml".to_owned(), task("Relire la fiche") + &claim("piolet", "recorded-by = \"lea\"\n")),
        ("data/tasks/mphack/b6j2r-appel.toml".to_owned(), task("Appeler une association") + &claim("treuil", "")),
        ("data/tasks/mphack/x9c3v-page.toml".to_owned(), task("Traduire la page") + &claim("treuil", "") + done),
        ("data/tasks/mphack/t3h5w-suite.toml".to_owned(), task_with("Annoncer la liste", "after = [\"k7q2m\"]\n") + &past),
        (format!("data/people/{}.toml", who.handle), "\u{feff}skills = [\"web\"]\n\n[joined]\nmphack = 2026-11-23\n".to_owned()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let world = World::with(&files);
    world.remote();
    if mode == Mode::Here {
        world.git("switch --quiet --create travail");
    }
    world
}

/// Everything as it was before the last command.
fn again(world: &World) {
    world.git("reset --quiet --hard main");
    let _ = std::fs::remove_dir_all(world.path(".git/refs/heads/mpa"));
    if world.git("symbolic-ref --short HEAD") == "main" {
        world.git("reset --quiet --hard origin/main");
    }
    world.git("clean --quiet -d --force");
}

fn run(world: &World, mode: Mode, who: Who, lang: &str, words: &str) -> Run {
    let here = if mode == Mode::Here { " --here" } else { "" };
    world.by(who.handle).env("MPA_LANG", lang).run(&format!("{words}{here}"))
}

/// Looks at one answer; what is wrong with it.
fn faults(mode: Mode, who: Who, at: usize, row: &Row, run: &Run) -> Vec<String> {
    let said = flat(&run.out);
    let has = |text: &&str| said.contains(&flat(text));
    let mut wrong: Vec<String> = Vec::new();
    let mut expect = |is_so: bool, what: String| wrong.extend((!is_so).then_some(what));
    let never = |texts: &[&str]| texts.iter().copied().filter(has).map(str::to_owned).collect::<Vec<_>>().join(", ");
    if who.role < row.may && (mode == Mode::Direct || row.refused) {
        expect(run.code == 1 && said.is_empty(), "is for others to decide".to_owned());
        return wrong;
    }
    expect(run.code == 0, "exit code".to_owned());
    let (expected, other) = if mode == Mode::Direct { (row.done, AS_ASKED.as_slice()) } else { (row.asked, AS_DONE.as_slice()) };
    expect(has(&expected[at]), format!("not said: {}", expected[at]));
    expect(never(other).is_empty(), format!("said: {}", never(other)));
    if mode == Mode::Direct || row.words == UNDO.words {
        return wrong;
    }
    expect(!has(&"premier livrable") && !has(&"first deliverable"), "where the project stands".to_owned());
    let (wanted, unwanted) = if who.role == Organiser { (ACCEPTS[at], WAITS.as_slice()) } else { ("", ACCEPTS.as_slice()) };
    expect(has(&wanted), format!("not said: {wanted}"));
    expect(never(unwanted).is_empty(), format!("said: {}", never(unwanted)));
    let send = if mode == Mode::Here { "git push origin travail" } else { "mpa sync" };
    expect(has(&send), format!("not said: {send}"));
    wrong
}

#[track_caller]
fn table(mode: Mode) {
    let mut wrong = Vec::new();
    for (person, who) in PEOPLE.into_iter().enumerate() {
        let world = world(mode, who);
        for (place, row) in TABLE.iter().chain([&UNDO]).enumerate() {
            // In both languages for every row and for everybody, one after the other.
            let is_wanted = |at: usize| is_whole() || (place + person) % LANGUAGES.len() == at;
            for (at, lang) in LANGUAGES.into_iter().enumerate().filter(|(at, _)| is_wanted(*at)) {
                if row.words == UNDO.words {
                    run(&world, mode, who, lang, "log p4n8w 30m").exits(0);
                }
                let answer = run(&world, mode, who, lang, row.words);
                let found = faults(mode, who, at, row, &answer).into_iter();
                wrong.extend(found.map(|fault| format!("{mode:?}, {who:?}, {lang}: {fault}\n{answer}")));
                again(&world);
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_done_is_told_as_done() {
    table(Mode::Direct);
}

#[test]
fn on_a_branch_of_ones_own_it_is_asked_for() {
    table(Mode::Here);
}

#[test]
fn where_requests_are_reviewed_it_is_asked_for() {
    table(Mode::PullRequest);
}

/// Every command that writes has its row: those that the program offers `--dry-run` for, but the ones that found or only send.
#[test]
fn the_table_is_whole() {
    let world = World::new();
    let help = |words: &str| world.anybody().run(&format!("help --all {words}")).exits(0).out;
    let commands = |page: &str| -> Vec<String> {
        let lines = page.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
        let names = lines.filter_map(|line| line.split_whitespace().next()).filter(|name| !name.starts_with(['-', '[', '<']));
        names.map(str::to_owned).collect()
    };
    let (mut missing, mut looked_at) = (Vec::new(), 0);
    for command in commands(&help("")) {
        let page = world.anybody().run(&format!("{command} --help"));
        if page.code != 0 {
            continue;
        }
        let inner: Vec<String> = commands(&page.out).into_iter().map(|inner| format!("{command} {inner}")).collect();
        for words in inner.into_iter().chain([command]) {
            let is_known = |row: &Row| row.words.starts_with(&words);
            let known = TABLE.iter().chain([&UNDO]).any(is_known) || words == "sync";
            let page = world.anybody().run(&format!("{words} --help"));
            let writes = page.code == 0 && page.out.contains("--dry-run");
            looked_at += usize::from(writes);
            missing.extend((writes && !known).then_some(words));
        }
    }
    assert_eq!(missing, [""; 0]);
    assert!(looked_at >= 20, "only {looked_at} commands write");
}

/// The command that a sentence gives at its end, typed as it stands.
fn typed(world: &World, run: &Run, before: &str) -> i32 {
    let said = flat(&run.out);
    let (_, rest) = said.split_once(before).unwrap_or_else(|| panic!("{before}\n{run}"));
    let end = [" Pour défaire", " To undo"].iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let mut command = Command::new("sh");
    command.arg("-c").arg(rest[..end].trim()).current_dir(&world.repo);
    world.hermetic(&mut command);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}\n{}", &rest[..end], String::from_utf8_lossy(&output.stderr));
    output.status.code().unwrap()
}

#[test]
fn whoever_organises_accepts_with_the_command_that_is_given() {
    let only = PEOPLE[2];
    for elsewhere in [false, true] {
        let world = world(Mode::PullRequest, only);
        if elsewhere {
            world.git("switch --quiet --create ailleurs");
        }
        world.by("orga").run("claim k7q2m").exits(0).says("pourras l’accepter toi-même. Pour envoyer : mpa sync");
        let sent = world.by("orga").run("sync").exits(0).never_says("Donne à l’organisation");
        typed(&world, &sent, "Tu organises la campagne ; pour l’accepter toi-même :");
        world.by("orga").run("sync").exits(0).says("Accepté : « Mettre la liste en ligne » est à toi");
        world.by("zoe").run("claim p4n8w --yes").exits(4);
        world.by("zoe").run("claim k7q9d --yes").exits(4);
    }
    let alone = world(Mode::PullRequest, only);
    alone.git("remote remove origin");
    let prepared = alone.by("orga").run("claim k7q2m").exits(0);
    typed(&alone, &prepared, "Tu organises la campagne ; pour l’accepter toi-même :");
    alone.by("orga").run("claim k7q2m").exits(0).says("est déjà prise par orga");
    // On a branch of one's own, in a campaign where nothing is reviewed.
    let here = world(Mode::Here, only);
    here.git("remote remove origin");
    let recorded = here.by("orga").run("claim k7q2m --here").exits(0);
    typed(&here, &recorded, "Tu organises la campagne ; pour l’accepter toi-même :");
    assert_eq!(here.git("symbolic-ref --short HEAD"), "main");
    here.by("orga").run("claim k7q2m").exits(0).says("est déjà prise par orga");
}

#[test]
fn where_there_was_nothing_to_change_a_request_that_waits_is_not_taken_for_granted() {
    let world = world(Mode::PullRequest, PEOPLE[0]);
    for words in ["claim k7q2m", "join fete", "tasks edit t3h5w --budget 1h", "renew p4n8w"] {
        world.by("zoe").run(words).exits(0);
        let again = world.by("zoe").run(words).exits(0).says("Rien à").says("La demande attend sur cet ordinateur.");
        again.never_says("est déjà prise").says("mpa sync");
    }
    world.by("zoe").run("sync").exits(0).says("Donne à l’organisation le nom de la branche : mpa/k7q2m-zoe");
    for words in ["claim k7q2m", "join fete", "tasks edit t3h5w --budget 1h", "renew p4n8w"] {
        world.by("zoe").run(words).exits(0).says("attend d’être acceptée").never_says("mpa sync");
        world.by("zoe").run(&format!("{words} --lang en")).exits(0).says("waits to be accepted");
    }
}

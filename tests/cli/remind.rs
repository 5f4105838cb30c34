//! Reminders and invitations: to whom, about what, in which language, and that nothing in them can be forged.

use std::fs;

use crate::kit::{CAMPAIGN, PROJECT, World, task, task_with};

/// Where addresses are kept, from the home of the world.
const BOOK: &str = ".config/mpa/addresses.toml";

fn write_book(world: &World, text: &str) {
    let file = world.home().join(BOOK);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// The parts of the texts in a JSON document: the values of every `key`.
fn values(json: &str, key: &str) -> Vec<String> {
    let start = format!("\"{key}\": ");
    json.lines().filter_map(|line| Some(line.trim().strip_prefix(&start)?.trim_end_matches(',').to_owned())).collect()
}

#[test]
fn one_text_a_person_whatever_they_hold() {
    let world = World::new();
    for (who, id) in [("zoe", "p4n8w"), ("zoe", "k7q2m"), ("max", "x9c3v")] {
        world.by(who).run(&format!("claim {id}")).exits(0);
    }
    world.by("zoe").run("log p4n8w 1h30").exits(0);
    write_book(&world, "zoe = \"zoe@example.org\"\n[max]\nemail = \"max@example.org\"\nlang = \"en\"\n");
    let state = world.state();
    world.by("orga").run("remind zoe max").exits(0).says("Personne à relancer");
    let run = world.anybody().on("2026-12-03").run("remind zoe").exits(0).complains_of_nothing();
    let expected = "────────────────────────────────────────────────────────────
À : zoe@example.org (zoe)
Objet : Campagne d'essai : tes 2 tâches

Bonjour zoe,

« Mettre la liste en ligne » (k7q2m, projet MPHack, temps prévu 2 h) était à toi
jusqu’au mercredi 2 décembre : hier. Tant que personne d’autre ne l’a prise, tu
peux encore la terminer ou la prolonger.
  Elle est finie ? mpa close k7q2m
  Il te faut plus de temps, jusqu’au 4 décembre ? mpa renew k7q2m
  Tu ne pourras pas ? Aucun souci, quelqu’un continuera :
  mpa release k7q2m --handover \"ce qui est fait, ce qui reste\"

« Dessiner le logo » (p4n8w, projet MPHack, temps prévu 2 h) est à toi jusqu’au
vendredi 4 décembre : demain.
Temps que tu as noté : 1 h 30. Merci !
  Elle est finie ? mpa close p4n8w
  Tu ne pourras pas ? Aucun souci, quelqu’un continuera :
  mpa release p4n8w --handover \"ce qui est fait, ce qui reste\"

Pas d’ordinateur sous la main ? Réponds à ce message, on le notera pour toi.

Merci pour ton aide !
L’équipe d’organisation, Campagne d'essai
Une question ? hackathon@example.org

";
    assert_eq!(run.out.replace(['\u{a0}', '\u{202f}'], " "), expected);
    let english = world.by("orga").on("2026-12-04").run("remind max").exits(0).says("max@example.org (max)");
    let english = english.says("“Traduire la page” is yours until 4 December").says("yours until Friday 4 December: today.");
    english.says("Is it done? mpa close x9c3v").says("Answer this message").never_says("mpa renew").never_says("Bonjour");
    assert_eq!(world.state(), state);
    assert_eq!(
        values(&world.anybody().on("2026-12-03").run("remind --format json").out, "handle"),
        ["\"lea\"", "\"max\"", "\"zoe\""]
    );
}

#[test]
fn what_is_handed_over_used_up_or_written_down_by_somebody_is_asked_otherwise() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("orga").run("claim x9c3v --for sans-git").exits(0);
    let text = task("Relire la fiche") + "\n[claims.max]\nsince = 2026-11-23\nrenewed = 2\nuntil = 2026-11-30\n";
    world.write("data/tasks/mphack/k7q9d-fiche.toml", text);
    let text = task("Appeler") + "\n[claims.ana]\nsince = 2026-11-23\nhandover = \"Reste le numéro.\"\nuntil = 2026-11-30\n";
    world.write("data/tasks/mphack/b6j2r-appel.toml", text);
    world.by("zoe").run("close p4n8w --evidence https://example.org/l").exits(0);
    let of = |who: &str, day: &str| world.by("orga").on(day).run(&format!("remind {who}")).exits(0);
    of("zoe", "2026-12-04").says("Personne à relancer");
    of("ana", "2026-12-03").says("Personne à relancer");
    of("max", "2026-11-26").says("Personne à relancer");
    of("max", "2026-11-27").says("dans 3 jours").says("mpa close k7q9d").never_says("mpa renew");
    of("max", "2026-12-03").says("il y a 3 jours").says("où en es-tu ?");
    let answer = of("sans-git", "2026-12-03").says("Réponds à ce message : « c’est fini »").says("On le notera pour toi");
    answer.never_says("mpa close").never_says("mpa release");
}

#[test]
fn tasks_that_wait_are_for_the_leads_else_the_organisers_else_the_mailbox() {
    let world = World::new();
    let run = world.by("orga").on("2026-11-26").run("remind").exits(0);
    let run = run.says("Objet : Campagne d'essai : 1 tâche attend quelqu’un").says("À : lea").never_says("À : orga");
    let run =
        run.says("« Mettre la liste en ligne » (k7q2m, projet MPHack, 2 h) : à faire pour le mercredi 2 décembre, dans 6 jours");
    run.says("depuis le 23 novembre").says("mpa remind --invite k7q2m").never_says("t3h5w").never_says("d0aft");
    world.by("orga").on("2026-11-24").run("remind").exits(0).says("Personne à relancer");
    world.write("data/projects/mphack.toml", PROJECT.replace("leads = [\"lea\"]\n", ""));
    let run = world.by("orga").on("2026-12-01").run("remind").exits(0).says("À : orga").says("5 tâches attendent quelqu’un");
    let run = run.says("MPHack n’a pas de référent·e (tâches à faire : 6)").says("mpa projects edit mphack --lead PSEUDO");
    let run = run.says("Dans le projet MPHack, rien n’a bougé depuis le 23 novembre et personne n’a de tâche en cours");
    run.says("alors que « La liste des tâches » est promis pour le mercredi 2 décembre (demain)");
    world.write("data/mpa.toml", CAMPAIGN.replace("[\"orga\"]", "[]"));
    let run = world.by("orga").on("2026-12-01").run("remind --lang en").exits(0).says("To: hackathon@example.org");
    run.says("Hello to all the organisers")
        .says("nothing has happened since 23 November")
        .says("has no lead")
        .complains_of_nothing();
    world.by("orga").on("2026-12-01").run("remind lea").exits(0).says("Personne à relancer");
    world.write("data/projects/mphack.toml", format!("ended = 2026-11-30\n{PROJECT}"));
    world.by("orga").on("2026-12-01").run("remind").exits(0).says("Personne à relancer");
}

#[test]
fn a_project_where_something_moves_is_left_alone_and_a_long_list_is_cut() {
    let world = World::new();
    for n in 1..=4 {
        world.write(&format!("data/tasks/mphack/abcd{n}-x.toml"), task("Une de plus"));
    }
    world.commit("Plus");
    let quiet = "rien n’a bougé depuis";
    world.by("orga").on("2026-11-29").run("remind lea").exits(0).never_says(quiet);
    world
        .by("orga")
        .on("2026-11-30")
        .run("remind lea")
        .exits(0)
        .says(quiet)
        .says("9 tâches attendent quelqu’un")
        .says("… et 4 autres");
    world.by("zoe").on("2026-11-30").run("claim p4n8w").exits(0);
    world.by("orga").on("2026-11-30").run("remind lea").exits(0).never_says(quiet).says("8 tâches");
}

#[test]
fn the_language_is_the_recipients_then_the_one_asked_for_then_the_campaigns() {
    let world = World::new();
    for who in ["zoe", "max"] {
        world.by(who).run(&format!("claim {}", if who == "zoe" { "p4n8w" } else { "x9c3v" })).exits(0);
    }
    write_book(&world, "[zoe]\nemail = \"z@example.org\"\nlang = \"fr\"\n");
    let greeted = |words: &str, lang: &str| {
        let run =
            world.anybody().env("MPA_LANG", lang).on("2026-12-04").run(&format!("remind zoe max --format json {words}")).exits(0);
        values(&run.out, "language").join(" ")
    };
    assert_eq!(greeted("", "en"), "\"fr\" \"fr\"", "not that of whoever types");
    assert_eq!(greeted("--lang en", "fr"), "\"en\" \"fr\"");
    world.write("data/mpa.toml", CAMPAIGN.replace("language = \"fr\"", "language = \"en\""));
    assert_eq!(greeted("", "fr"), "\"en\" \"fr\"");
    let run = world.anybody().on("2026-12-04").run("remind zoe max").exits(0).says("Hello max,").says("Bonjour zoe,");
    run.complains("Il manque des adresses").complains("complète le fichier").complains(BOOK);
}

#[test]
fn addresses_stay_private() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let remind = || world.anybody().on("2026-12-04");
    let run = remind().run("remind zoe").exits(0).says("À : zoe (adresse inconnue)").complains("crée le fichier").complains(BOOK);
    run.complains("lampe-77 = \"lampe@example.org\"");
    remind().run("remind zoe --lang en").exits(0).says("To: zoe (address not known)").complains("make the file");
    remind().run("remind zoe --quiet").exits(0).complains_of_nothing();
    let state = world.state();
    for place in ["data/adresses.toml", "adresses.toml", "../repo/adresses.toml", "data/people/rien/du/tout.toml"] {
        let run = remind().env("MPA_ADDRESSES", place).run("remind").exits(1).says_nothing();
        run.complains("Les adresses sont privées").complains("MPA_ADDRESSES");
    }
    let outside = world.top().join("adresses.toml");
    fs::write(&outside, "zoe = \"z@example.org\"\n").unwrap();
    remind().env("MPA_ADDRESSES", "../adresses.toml").run("remind zoe").exits(0).says("À : z@example.org (zoe)");
    remind().env("MPA_ADDRESSES", &outside).within(world.path("data")).run("remind zoe").exits(0).says("À : z@example.org (zoe)");
    assert_eq!(world.state(), state);
    let other = World::new();
    let there = other.path("data/adresses.toml");
    fs::write(&there, "zoe = \"z@example.org\"\n").unwrap();
    remind().env("MPA_ADDRESSES", &there).run("remind").exits(1).complains("sont privées");
    #[cfg(unix)]
    {
        let link = world.top().join("lien.toml");
        std::os::unix::fs::symlink(&there, &link).unwrap();
        remind().env("MPA_ADDRESSES", &link).run("remind").exits(1).complains("sont privées");
    }
}

#[test]
fn a_broken_file_of_addresses_is_shown_line_by_line() {
    let world = World::new();
    for (text, line, said) in [
        ("zoe = \"z@example.org\"\nmax = \"m@example.org\\nBcc: x@example.org\"\n", 2, "une adresse e-mail entre guillemets"),
        ("Zoé = \"z@example.org\"\n", 1, ""),
        ("zoe = \"z@example.org\"\n\nlea = \"\u{1b}[31m\"\n", 3, ""),
        ("[zoe]\nemail = \"z@example.org\"\nlang = \"de\"\n", 3, "fr"),
        ("[zoe]\nmail = \"z@example.org\"\n", 2, "mail"),
        ("\n[zoe]\nlang = \"fr\"\n", 2, "email"),
    ] {
        write_book(&world, text);
        let run = world.anybody().run("remind").exits(3).says_nothing();
        run.complains(&format!("addresses.toml:{line}:")).complains(said);
    }
    fs::write(world.home().join(BOOK), b"zoe = \"\xff\"\n").unwrap();
    world.anybody().run("remind").exits(3).complains("UTF-8");
    fs::remove_file(world.home().join(BOOK)).unwrap();
    fs::create_dir(world.home().join(BOOK)).unwrap();
    world.anybody().run("remind").exits(3).complains("n’a pas pu être lu");
}

#[test]
fn an_invitation_says_what_how_long_why_and_how() {
    let world = World::new();
    world.remote();
    let state = world.state();
    let run = world.anybody().run("remind --invite k7q2m").exits(0).complains_of_nothing();
    let expected = "────────────────────────────────────────────────────────────
À : (à compléter)
Objet : 2 h pour aider Campagne d'essai : « Mettre la liste en ligne »

Bonjour,

Campagne d'essai cherche quelqu’un pour une tâche précise : « Mettre la liste en
ligne » (k7q2m).

Temps prévu : 2 h, à distance ou sur place, pour le mercredi 2 décembre (dans
8 jours).
À quoi cela sert : préparer « La liste des tâches », promis par le projet
MPHack.
Des tâches précises.
C’est fini quand : C'est en ligne.

Pour t’aider :
  Modèle : https://example.org/modele

Pour la prendre sans rien installer : écris à hackathon@example.org « je prends
k7q2m », avec un pseudo de ton choix (il sera public). On le note pour toi ;
quand c’est fini, envoie le résultat et le temps passé au même endroit.

Avec git et mpa :
  Pour la lire : mpa tasks k7q2m
  Pour la prendre, jusqu’au 2 décembre : mpa claim k7q2m
  Pour envoyer : mpa sync

Merci pour ton aide !
L’équipe d’organisation, Campagne d'essai
Une question ? hackathon@example.org

";
    assert_eq!(run.out.replace(['\u{a0}', '\u{202f}'], " "), expected);
    write_book(&world, "[ana]\nemail = \"ana@example.org\"\nlang = \"en\"\n");
    let run = world.anybody().on("2026-12-03").run("rappeler --invite 'mettre la liste' ana bob").exits(0);
    let run = run.says("To help you: Modèle").says("Hello ana,").says("as soon as possible (it was due Wednesday 2 December)");
    run.says("Bonjour bob,")
        .says("dès que possible (c’était prévu pour le mercredi 2 décembre)")
        .complains("complète le fichier");
    assert_eq!(world.state(), state);
    world.by("zoe").run("claim p4n8w").exits(0);
    for id in ["p4n8w", "t3h5w", "d0aft"] {
        world.anybody().run(&format!("remind --invite {id}")).exits(1).complains("ne peut pas être prise").says_nothing();
    }
    world
        .anybody()
        .run("remind --invite p4n8w --lang en")
        .exits(1)
        .complains("cannot be claimed now")
        .complains("mpa tasks p4n8w");
    world.anybody().run("remind --invite zzzzz").exits(2);
    world.anybody().run("remind --invite").exits(2);
    world.anybody().run("remind Zoé").exits(2).complains("PSEUDO");
    world.anybody().run("remind --format csv").exits(2).complains("table et json");
    world.write("data/mpa.toml", CAMPAIGN.replace("contact = \"hackathon@example.org\"\n", ""));
    world.anybody().run("remind --invite k7q2m").exits(0).says("réponds à ce message « je prends k7q2m »");
}

#[test]
fn nothing_in_the_data_can_forge_a_header_or_hide() {
    let nasty = "Bien\\nBcc: x@example.org\\u001b[31m\\u202e\\r\\n`rm -rf`\\u200b";
    let project =
        format!("title = \"{nasty}\"\nsummary = \"{nasty}\"\n\n[deliverables.liste]\ntitle = \"{nasty}\"\nfirst = true\n");
    let text = task_with(nasty, &format!("deliverable = \"liste\"\ncontact = \"{nasty}\"\nskills = [\"{nasty}\"]\n"));
    let campaign = CAMPAIGN.replace("Campagne d'essai", nasty).replace("hackathon@example.org", nasty);
    let held = format!("{text}\n[claims.zoe]\nsince = 2026-11-23\nuntil = 2026-11-30\n");
    let world = World::with(&[
        ("data/mpa.toml", &campaign.replace("organisers = [\"orga\"]", "organisers = []")),
        ("data/projects/mphack.toml", &project),
        ("data/tasks/mphack/abcde-mal.toml", &text),
        ("data/tasks/mphack/abcdf-mal.toml", &held),
    ]);
    for words in ["remind", "remind --lang en", "remind --invite abcde", "remind --invite abcde zoe --lang en"] {
        let run = world.anybody().on("2026-12-01").run(words).exits(0).says("<U+001B>").says("<U+202E>");
        let headers = run.out.lines().filter(|line| line.starts_with("Bcc:")).count();
        assert_eq!(headers, 0, "{run}");
        let texts = run.out.lines().filter(|line| line.starts_with("──")).count();
        let subjects = run.out.lines().filter(|line| line.starts_with("Objet") || line.starts_with("Subject")).count();
        assert_eq!((subjects, texts > 0), (texts, true), "{run}");
        let json = world.anybody().on("2026-12-01").run(&format!("{words} --format json")).exits(0);
        for subject in values(&json.out, "subject") {
            assert!(!subject.contains("\\n") && !subject.contains("\\u") && !subject.contains("\\r"), "{subject}");
        }
        assert!(!values(&json.out, "body").iter().any(|body| body.contains("\\nBcc:") || body.contains("\\u")), "{json}");
    }
}

#[test]
fn it_works_where_there_is_no_repository_and_says_what_it_could_not_read() {
    let world = World::new();
    fs::remove_dir_all(world.path(".git")).unwrap();
    world.write("data/tasks/mphack/abcde-casse.toml", "title = \n");
    let run = world.anybody().on("2026-12-01").run("remind lea").exits(0).says("Bonjour lea,");
    run.complains("abcde-casse.toml:1");
}

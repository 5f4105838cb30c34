//! What people type: texts that begin with a hyphen, handles with a slip, names that cannot be.

use crate::kit::World;

#[test]
fn texts_may_begin_with_a_hyphen() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("release p4n8w --handover '- reste la page 2'").exits(0);
    assert!(world.task("p4n8w").contains("handover = \"- reste la page 2\""), "{}", world.task("p4n8w"));
    world.by("zoe").run("close p4n8w -e '- la liste est affichée au local' --note '-- relue'").exits(0);
    assert!(world.task("p4n8w").contains("note = \"-- relue\""));
    world.by("orga").run("send-back p4n8w --reason '- il manque la fin'").exits(0);
    let add =
        "tasks add --project mphack --title '-18 : rappel' --budget 1h --done-when '- affiché' --description '- un\n- deux'";
    world.by("orga").run(&format!("{add} --resource 'Liste=https://example.org/l'")).exits(0);
    world.by("orga").run("projects edit mphack --summary '- un peu de tout' --need '- des bras'").exits(0);
    world.by("orga").run("check").exits(0);
}

#[test]
fn an_option_is_no_value_of_another() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let state = world.state();
    for (words, option) in [
        ("release p4n8w --handover --sync", "--handover"),
        ("close p4n8w -e --yes", "--evidence"),
        ("close p4n8w --note --time 30m", "--note"),
        ("tasks add --title --draft", "--title"),
        ("log 30m --for --quiet", "--for"),
        ("log 30m --as --help", "--as"),
        ("review --author --require", "--author"),
        ("projects edit mphack --need 'des bras' --need --dry-run", "--need"),
    ] {
        world.by("zoe").run(words).exits(2).complains(&format!("{option} doit être suivi d’une valeur"));
        world.by("zoe").run(&format!("{words} --lang en")).exits(2).complains(&format!("{option} needs a value after it"));
    }
    world.by("zoe").run("tasks list --limit -1").exits(2).complains("« -1 » n’est pas un nombre");
    world.by("zoe").run("tasks list --format --all").exits(2).complains("« --all » n’est pas reconnu");
    assert_eq!(world.state(), state);
}

#[test]
fn a_handle_near_one_that_is_known_is_not_taken_for_new() {
    let world = World::new();
    world.by("piolet").run("claim p4n8w").exits(0);
    world.by("orga").run("join mphack --for lampe-77").exits(0);
    let state = world.state();
    for (typed, other) in [("piolett", "piolet"), ("pioelt", "piolet"), ("1ampe-77", "lampe-77"), ("lampe77", "lampe-77")] {
        let said = format!("Personne ne s’appelle encore {typed} ici, et quelqu’un s’y appelle {other}.");
        let asked = world.by("orga").run(&format!("claim k7q9d --for {typed}")).exits(2).complains(&said);
        asked.complains(&format!("--for {other}")).complains("--yes");
        world.anybody().run(&format!("claim k7q9d --as {typed}")).exits(2).complains(&said).complains(&format!("--as {other}"));
        world.by("orga").run(&format!("projects edit mphack --lead {typed}")).exits(2).complains(&said);
        world.by("orga").run(&format!("remind {typed}")).exits(0).complains(&said);
        world.by("orga").run(&format!("claim k7q9d --for {typed} --dry-run")).exits(0);
    }
    assert_eq!(world.state(), state);
    for new in ["berline", "lee", "orgb"] {
        world.by("orga").run(&format!("claim k7q9d --for {new} --dry-run")).exits(0).complains_of_nothing();
    }
    world.by("orga").run("claim k7q9d --for piolett --yes").exits(0);
    world.by("orga").run("log k7q9d 30m --for piolett").exits(0).complains_of_nothing();
}

#[cfg(unix)]
#[test]
fn a_handle_near_one_that_is_known_is_asked_about() {
    let world = World::new();
    world.by("piolet").run("claim p4n8w").exits(0);
    let state = world.state();
    let mut terminal = world.by("orga").on_terminal("claim k7q9d --for piolett");
    terminal.shows("Est-ce bien piolett ?").types("\r");
    terminal.ends(130).says("Rien n’a été changé");
    assert_eq!(world.state(), state);
    let mut terminal = world.by("orga").on_terminal("claim k7q9d --for piolett");
    terminal.shows("Est-ce bien piolett ?").types("o\r");
    terminal.ends(0).says("piolett");
}

#[test]
fn a_name_that_cannot_be_says_why() {
    let world = World::new();
    let long = "a".repeat(40);
    for (words, reason) in [
        ("claim p4n8w --as aux", "Windows réserve ce mot à un périphérique"),
        ("claim p4n8w --for com1", "Windows réserve ce mot"),
        ("projects add --title Annexe --slug nul", "Windows réserve ce mot"),
        ("claim p4n8w --as Lampe", "« L » n’y est pas admis"),
        ("claim p4n8w --as zoé", "« é » n’y est pas admis"),
        ("claim p4n8w --as 'la lampe'", "les espaces n’y sont pas admis"),
        ("claim p4n8w --as lampe-", "un tiret ne va qu’entre deux mots"),
        ("claim p4n8w --as lampe--77", "un tiret ne va qu’entre deux mots"),
        ("claim p4n8w --as ''", "il n’y a rien"),
        (&format!("claim p4n8w --as {long}"), "il a plus de 39 caractères"),
        ("tasks edit p4n8w --after k7q", "il a moins de 5 caractères"),
        ("tasks edit p4n8w --after k7q2u", "« u » n’y est pas admis"),
    ] {
        world.by("orga").run(words).exits(2).complains(reason);
    }
    world.write("data/people/aux.toml", "skills = [\"web\"]\n");
    world.write("data/projects/annexe.toml", "title = \"Annexe\"\nleads = [\"con\"]\n");
    let found = world.by("orga").run("check").exits(1).says("data/people/aux.toml : Rien n’est lu ici : Windows réserve ce nom");
    found.says("leads : « \"con\" » (un texte) ne convient pas. Il faut un autre nom : Windows réserve celui-ci");
    world.by("orga").run("check --lang en").exits(1).says("Windows keeps this name for a device");
}

#[test]
fn days_in_words_are_understood_and_said_back() {
    let world = World::new();
    for (lang, words, day) in [
        ("fr", "claim p4n8w --dry-run --until", ("jeudi", "jeudi 26 novembre")),
        ("fr", "claim p4n8w --dry-run --until", ("'4 décembre'", "vendredi 4 décembre")),
        ("fr", "claim p4n8w --dry-run --until", ("4/12", "vendredi 4 décembre")),
        ("en", "claim p4n8w --dry-run --until", ("tomorrow", "Wednesday 25 November")),
        ("fr", "log x9c3v 1h --for zoe --as orga --dry-run --day", ("hier", "lundi 23 novembre")),
        ("en", "log x9c3v 1h --for zoe --as orga --dry-run --day", ("23/11", "Monday 23 November")),
        ("fr", "tasks list --due-before", ("demain", "mercredi 25 novembre")),
    ] {
        let run = world.by("zoe").run(&format!("{words} {} --lang {lang}", day.0));
        assert!(run.err.replace('\u{a0}', " ").contains(day.1), "{words} {}: {run}", day.0);
    }
    world.by("zoe").run("claim p4n8w --until jadis").exits(2).complains("« jadis » n’est pas une date").complains("demain");
    world.by("zoe").run("claim p4n8w --until 2026-12-01 --dry-run").exits(0).says("until = 2026-12-01");
}

#[test]
fn durations_in_words_are_understood_and_a_bare_number_is_asked_about() {
    let world = World::new();
    world.by("zoe").run("claim x9c3v").exits(0);
    for (typed, said) in [("'une heure'", "1h"), ("'half an hour'", "30m"), ("1,5h", "1h30"), ("2h30m", "2h30")] {
        world.by("zoe").run(&format!("log x9c3v {typed} --dry-run")).exits(0).says(said);
    }
    world.by("zoe").run("tasks list --time 90").exits(2).complains("90m pour des minutes ou 90h pour des heures");
}

#[test]
fn time_and_day_are_typed_as_they_are_said() {
    for (words, day, time) in [
        ("log p4n8w deux heures", "24", "2h"),
        ("log 1h30 hier", "23", "1h30"),
        ("log p4n8w 45m yesterday", "23", "45m"),
        ("log deux heures et demie lundi", "23", "2h30"),
        ("noter trois heures 23/11", "23", "3h"),
    ] {
        let world = World::new();
        world.by("zoe").run("claim p4n8w").exits(0);
        let run = world.by("zoe").run(words).exits(0);
        assert!(world.task("p4n8w").contains(&format!("spent.2026-11-{day} = \"{time}\"")), "{words}\n{}", world.task("p4n8w"));
        if day == "23" {
            run.complains("La date :").complains("se lit lundi 23 novembre");
        } else {
            run.complains_of_nothing();
        }
    }
}

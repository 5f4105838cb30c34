//! Every page leads where it says, in both languages, and says what the terminal says.

use std::collections::BTreeSet;

use super::{Pages, text, values};
use crate::kit::{CAMPAIGN, World, flat, task_with};

/// A campaign in which something was done, is held, and waits.
fn lived() -> World {
    let skilled =
        task_with("Prendre des photos", "skills = [\"Photo à l’argentique\"]\nwhere = \"on-site\"\nplace = \"Paris\"\n");
    let world = World::with(&[("data/tasks/mphack/w2x3y-photos.toml", &skilled)]);
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("log k7q2m 1h30").exits(0);
    world.by("zoe").run("close k7q2m --evidence https://example.org/liste").exits(0);
    world.by("tom").run("claim p4n8w").exits(0);
    world.by("tom").run("join mphack").exits(0);
    world.by("orga").run("deliver mphack liste --evidence https://example.org/livre").exits(0);
    world
}

/// The path that `link`, on the page at `path`, leads to.
fn led_to(path: &str, link: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => _ = parts.pop().expect("a link does not leave the folder"),
            "." => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_leads_to_what_is_there() {
    for options in ["", "--base-url https://asso.example.org/hackathon"] {
        let pages = Pages::with(&lived(), options);
        let mut reached = BTreeSet::new();
        for (path, page) in pages.html() {
            let ids = values(page, "id");
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an id twice on {path}");
            for source in values(page, "src") {
                assert!(pages.0.contains_key(&led_to(path, &source)), "{path}: {source}");
            }
            for link in values(page, "href") {
                if link.starts_with("https://") || link.starts_with("mailto:") {
                    continue;
                }
                let (file, fragment) = link.split_once('#').map_or((link.as_str(), None), |(file, id)| (file, Some(id)));
                let target = if file.is_empty() { path.to_owned() } else { led_to(path, file) };
                let there = pages.0.get(&target).unwrap_or_else(|| panic!("{path}: {link} leads nowhere"));
                if let Some(id) = fragment {
                    assert!(values(there, "id").iter().any(|known| known == id), "{path}: {link}");
                }
                reached.insert(target);
            }
        }
        let all: BTreeSet<String> = pages.html().map(|(path, _)| path.to_owned()).collect();
        let lost: Vec<_> = all.difference(&reached).filter(|path| *path != "index.html").collect();
        assert!(lost.is_empty(), "nothing leads to {lost:?}");
    }
}

#[test]
fn both_languages_have_the_same_pages_and_name_each_other() {
    let pages = Pages::of(&lived());
    for (path, page) in pages.html().filter(|(path, _)| path.contains('/')) {
        let others: Vec<String> = values(page, "href").into_iter().filter(|link| !link.starts_with("https:")).collect();
        let own = if path.starts_with("fr/") { "fr" } else { "en" };
        assert!(page.contains(&format!("<html lang=\"{own}\"")), "{path}");
        for language in ["fr", "en"] {
            let is_there = others.iter().any(|link| led_to(path, link).starts_with(&format!("{language}/")));
            assert!(is_there, "{path} has no way to {language}");
        }
        assert!(!page.contains("site-"), "a sentence that the catalogue lacks on {path}");
    }
    let count = |language: &str| pages.html().filter(|(path, _)| path.starts_with(language)).count();
    assert_eq!(count("fr/"), count("en/"));
}

#[test]
fn the_pages_say_what_the_terminal_says() {
    let world = lived();
    let pages = Pages::of(&world);
    let home = text(pages.page("fr/index.html"));
    assert!(home.contains("J-10") && home.contains("la Sainte Barbe, vendredi 4 décembre"), "{home}");
    assert!(home.contains("1 tâche terminée sur 7"), "{home}");
    assert!(flat(&world.anybody().run("progress").exits(0).out).contains("1/7"));
    let done = text(pages.page("fr/taches/k7q2m.html"));
    assert!(done.contains("terminée par zoe le 24 nov.") && done.contains("1 h 30") && !done.contains("La prendre"), "{done}");
    assert!(values(pages.page("fr/taches/k7q2m.html"), "href").contains(&"https://example.org/liste".to_owned()));
    let held = text(pages.page("en/tasks/p4n8w.html"));
    assert!(held.contains("claimed by tom until 4 Dec") && !held.contains("Take it"), "{held}");
    let free = text(pages.page("en/tasks/x9c3v.html"));
    assert!(free.contains("Traduire la page") && free.contains("Take it") && free.contains("mpa claim x9c3v"), "{free}");
    let project = text(pages.page("fr/projets/mphack.html"));
    assert!(project.contains("livré le 24 novembre") && project.contains("1 personne a rejoint ce projet"), "{project}");
    let successes = text(pages.page("fr/reussites.html"));
    assert!(successes.contains("Livré : La liste des tâches") && successes.contains("Mettre la liste en ligne"), "{successes}");
    let after = text(pages.page("fr/taches/t3h5w.html"));
    assert!(after.contains("Vient après") && after.contains("Mettre la liste en ligne"), "{after}");
}

#[test]
fn what_was_given_up_after_all_is_no_success() {
    let world = lived();
    let cancelled = "\n[cancelled]\nby = \"orga\"\nat = 2026-11-24\nreason = \"La liste n’existe plus.\"\n";
    let path = "data/tasks/mphack/k7q2m-liste.toml";
    world.write(path, world.read(path) + cancelled);
    let pages = Pages::of(&world);
    let successes = text(pages.page("fr/reussites.html"));
    assert!(successes.contains("La liste des tâches") && !successes.contains("Mettre la liste en ligne"), "{successes}");
}

#[test]
fn drafts_and_who_joined_are_nowhere() {
    let pages = Pages::of(&lived());
    for (path, page) in &pages.0 {
        assert!(!page.contains("d0aft") && !page.contains("brouillon"), "a draft in {path}");
    }
    assert!(!pages.page("fr/projets/mphack.html").contains("Participent"));
    assert!(!pages.page("data.json").contains("joined"));
}

#[test]
fn a_wish_has_a_page_for_whoever_has_no_script() {
    let pages = Pages::of(&lived());
    let cards = |path: &str| pages.page(path).matches("class=\"card\"").count();
    assert_eq!(cards("fr/taches.html"), 5);
    assert_eq!(cards("fr/taches/temps-120.html"), 5);
    assert!(
        !pages.0.contains_key("fr/taches/temps-60.html")
            && pages.page("fr/index.html").contains("<span class=\"none\"><strong>1\u{a0}h")
    );
    assert_eq!(cards("fr/taches/competence-photo-a-l-argentique.html"), 1);
    assert_eq!(cards("fr/taches/lieu-paris.html"), 1);
    assert_eq!(cards("fr/taches/lieu-remote.html"), 4);
    let links = values(pages.page("fr/taches/w2x3y.html"), "href");
    assert!(links.contains(&"../taches/lieu-paris.html".to_owned()), "{links:?}");
}

#[test]
fn a_search_looks_at_more_than_a_card_says_and_a_card_says_nothing_twice() {
    let text =
        task_with("Tâche à chercher", "skills = [\"photo\"]\ndescription = \"Une photo du château, en ligne, à l’œil.\"\n");
    let pages = Pages::of(&World::with(&[("data/tasks/mphack/w2x3y-a.toml", &text)]));
    let page = pages.page("fr/taches.html");
    let words = values(page, "data-words");
    assert!(words.contains(&"chateau du oeil une w2x3y".to_owned()), "{words:?}");
    for own in values(page, "class") {
        assert!(!own.is_empty(), "a class without a name");
    }
}

#[test]
fn whoever_has_a_question_about_a_task_that_is_held_or_waits_finds_whom_to_ask() {
    let pages = Pages::of(&lived());
    for path in ["fr/taches/p4n8w.html", "en/tasks/p4n8w.html", "fr/taches/x9c3v.html"] {
        let links = values(pages.page(path), "href");
        let asked = links.iter().filter(|it| *it == "mailto:hackathon@example.org").count();
        assert_eq!(asked, 2, "{path}: in the facts, and below: {links:?}");
    }
    let over = values(pages.page("fr/taches/k7q2m.html"), "href");
    assert_eq!(over.iter().filter(|it| *it == "mailto:hackathon@example.org").count(), 1, "{over:?}");
}

#[test]
fn what_waits_is_told_in_words_and_by_links() {
    let pages = Pages::of(&World::new());
    let waiting = text(pages.page("fr/taches/t3h5w.html"));
    assert!(waiting.contains("en attente d’une autre") && waiting.contains("À faire d’abord"), "{waiting}");
    assert!(values(pages.page("fr/taches/t3h5w.html"), "href").contains(&"../taches/k7q2m.html".to_owned()));
    for path in ["fr/projets/mphack.html", "fr/taches/k7q2m.html"] {
        assert!(!text(pages.page(path)).contains("en attente de k7q2m"), "{path} names a task by its id");
    }
}

#[test]
fn a_day_that_is_past_is_named_once() {
    let late = crate::kit::task_with("Coller les affiches", "due = 2026-11-20\n");
    let pages = Pages::of(&World::with(&[("data/tasks/mphack/zz000-t.toml", &late)]));
    let words = |path| text(pages.page(path)).split_whitespace().collect::<Vec<_>>().join(" ");
    let (french, english) = (words("fr/taches/zz000.html"), words("en/tasks/zz000.html"));
    assert!(french.contains("20 novembre 2026 dépassée") && !french.contains("échéance dépassée"), "{french}");
    assert!(english.contains("20 November 2026 overdue") && !english.contains("past due"), "{english}");
}

#[test]
fn a_list_of_several_pages_has_each_task_once() {
    let world = World::new();
    for number in 0..498 {
        world.write(&format!("data/tasks/mphack/zz{number:03}-t.toml"), crate::kit::task(&format!("Tâche {number}")));
    }
    let pages = Pages::of(&world);
    let (first, second) = (pages.page("fr/taches.html"), pages.page("fr/taches-2.html"));
    assert_eq!(first.matches("class=\"card\"").count(), 500);
    assert_eq!(second.matches("class=\"card\"").count(), 3);
    assert!(
        values(first, "href").contains(&"taches-2.html".to_owned()) && values(second, "href").contains(&"taches.html".to_owned())
    );
    assert!(!pages.0.contains_key("fr/taches-3.html"));
}

#[test]
fn successes_of_several_pages_are_there_once_and_the_latest_first() {
    let world = World::new();
    for number in 0..203 {
        let day = 1 + number % 23;
        let done = format!(
            "{}\n[done]\nby = \"zoe\"\nat = 2026-11-{day:02}\nevidence = \"https://example.org/{number}\"\n",
            crate::kit::task(&format!("Tâche {number}"))
        );
        world.write(&format!("data/tasks/mphack/zz{number:03}-t.toml"), done);
    }
    let pages = Pages::of(&world);
    let of = |path: &str| values(pages.page(path), "datetime");
    let (first, second) = (of("en/successes.html"), of("en/successes-2.html"));
    // The last is the day of the page itself.
    assert_eq!((first.len(), second.len()), (201, 4));
    assert!(first[..200].is_sorted_by(|a, b| a >= b) && first[199] >= second[0], "{first:?}");
    assert!(values(pages.page("en/successes-2.html"), "href").contains(&"successes.html".to_owned()));
}

#[test]
fn a_campaign_has_pages_on_its_first_day_and_after_its_last() {
    let world = World::empty();
    world.write("data/mpa.toml", CAMPAIGN);
    let empty = Pages::of(&world);
    let home = text(empty.page("fr/index.html"));
    assert!(home.contains("en proposer une") && !home.contains("0 h") && home.contains("la première lampe"), "{home}");
    assert!(text(empty.page("fr/taches.html")).contains("Aucune tâche n’attend"), "{}", text(empty.page("fr/taches.html")));

    let world = lived();
    for (day, shown) in [("2026-12-04", "J-0"), ("2026-12-05", "J+1"), ("2027-02-01", "J+59")] {
        world.anybody().on(day).run("site ../public").exits(0);
        let home = text(Pages::read(&world.top().join("public")).page("fr/index.html"));
        assert!(home.contains(shown), "{day}: {home}");
        assert!(!home.contains("Prochain rendez-vous"), "{day}: {home}");
    }
}

#[test]
fn pages_stay_small() {
    let world = World::new();
    for number in 0..100 {
        let text = format!(
            "description = \"\"\"\n{}\"\"\"\nskills = [\"web\", \"redaction\"]\n",
            "Un texte qui explique la tâche en détail. ".repeat(6)
        );
        world.write(
            &format!("data/tasks/mphack/zz{number:03}-tache.toml"),
            task_with(&format!("Une tâche parmi d’autres, numéro {number}"), &text),
        );
    }
    let pages = Pages::of(&world);
    let size = |path: &str| pages.page(path).len();
    assert!(size("fr/taches.html") < 100_000, "{}", size("fr/taches.html"));
    assert!(size("fr/index.html") < 50_000, "{}", size("fr/index.html"));
    assert!(size("site.js") <= 10_240, "{}", size("site.js"));
    assert_eq!(pages.page("fr/taches.html").matches("class=\"card\"").count(), 105);
}

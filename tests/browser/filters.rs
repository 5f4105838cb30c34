//! Narrowing the list of tasks, by mouse and by keyboard, and what can be passed on of it.

use crate::driver::{Browser, page};
use crate::kit::{World, task};
use crate::published;
use crate::served::served;

/// The titles that are shown.
fn shown(browser: &Browser) -> Vec<String> {
    let titles = browser.tell("return [...document.querySelectorAll('.card')].filter(it => it.offsetParent).map(it => it.querySelector('h3').innerText)");
    titles.as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_list_is_narrowed_by_keyboard_alone_and_its_address_passed_on() {
    let (_world, folder) = published("");
    let Some(browser) = Browser::open(1000, 900) else { return };
    browser.visit(&page(&folder, "fr/taches.html"));
    assert_eq!(shown(&browser).len(), 6, "{:?}", shown(&browser));
    browser.tell("document.body.focus()");
    for _ in 0..20 {
        browser.keys("\u{e004}");
        if browser.tell("return document.activeElement.name") == "mots" {
            break;
        }
    }
    browser.keys("CHATEAU pho");
    assert_eq!(shown(&browser), ["Prendre des photos du château"]);
    assert_eq!(browser.tell("return document.querySelector('[data-count]').innerText"), "1 tâche correspond.");
    let address = browser.address();
    assert!(address.contains("?mots=CHATEAU+pho"), "{address}");
    browser.visit("about:blank");
    browser.visit(&address);
    assert_eq!(shown(&browser), ["Prendre des photos du château"], "the address tells the same to somebody else");

    // On to the time, and a choice by its first letters.
    browser.visit(&page(&folder, "fr/taches.html"));
    browser.tell("document.querySelector('[name=mots]').focus()");
    browser.keys("\u{e004}");
    assert_eq!(browser.tell("return document.activeElement.name"), "temps");
    browser.keys("30");
    assert_eq!(shown(&browser), ["Écrire une légende"]);
    browser.keys("\u{e004}");
    browser.keys("photo");
    assert!(shown(&browser).is_empty());
    assert!(
        browser.tell("return document.querySelector('[data-count]').innerText").as_str().unwrap().starts_with("Aucune tâche")
    );
    assert!(browser.complaints().is_empty());
}

#[test]
fn a_list_is_narrowed_by_mouse_and_shown_whole_again() {
    let (_world, folder) = published("");
    let Some(browser) = Browser::open(1000, 900) else { return };
    browser.visit(&page(&folder, "en/tasks.html"));
    browser.click("[data-wish='time=60']");
    assert_eq!(shown(&browser), ["Écrire une légende"]);
    assert!(browser.address().ends_with("?time=60"), "{}", browser.address());
    assert!(browser.address().contains("en/tasks.html"), "the page was not left");
    browser.click(".filters [type=reset]");
    assert_eq!(shown(&browser).len(), 6);
    browser.click(".card [data-wish='place=paris']");
    assert_eq!(shown(&browser), ["Prendre des photos du château"]);
    assert!(browser.complaints().is_empty());
}

#[test]
fn without_a_script_the_same_wishes_are_links() {
    let (_world, folder) = published("");
    let Some(browser) = Browser::open(1000, 900) else { return };
    browser.protocol("Emulation.setScriptExecutionDisabled", serde_json::json!({"value": true}));
    browser.visit(&page(&folder, "fr/taches.html"));
    browser.click("[data-wish='temps=60']");
    assert!(browser.address().ends_with("fr/taches/temps-60.html"), "{}", browser.address());
    browser.visit(&page(&folder, "fr/taches.html"));
    browser.click("[data-plain] [data-wish='lieu=paris']");
    assert!(browser.address().ends_with("fr/taches/lieu-paris.html"), "{}", browser.address());
    browser.visit(&page(&folder, "fr/taches.html"));
    browser.click("[data-plain] [href='projets/mphack.html#libres']");
    assert!(browser.address().ends_with("fr/projets/mphack.html#libres"), "{}", browser.address());
}

#[test]
fn a_list_that_goes_on_on_other_pages_is_narrowed_as_one() {
    let world = World::new();
    for number in 0..600 {
        world.write(&format!("data/tasks/mphack/zz{number:03}-t.toml"), task(&format!("Tâche{number:03}")));
    }
    world.anybody().run("site ../public").exits(0);
    let folder = world.top().join("public");
    let Some(browser) = Browser::open(1000, 900) else { return };
    let address = served(&folder);
    let found = |browser: &Browser, count: usize| {
        let script = format!(
            "const done = arguments[0], began = Date.now(); const look = () => {{ const shown = [...document.querySelectorAll('.card')]\
             .filter(it => it.offsetParent).length; shown === {count} || Date.now() - began > 20000 ? done(shown) : setTimeout(look, 20); }}; look()"
        );
        browser.wait_for(&script)
    };
    for page in ["fr/taches.html", "fr/taches-2.html"] {
        browser.visit(&format!("{address}{page}?mots=TACHE59"));
        assert_eq!(found(&browser, 10), 10, "{page}");
        assert_eq!(shown(&browser).first().map(String::as_str), Some("Tâche590"), "in their order");
        assert_eq!(browser.tell("return document.querySelector('[data-pages]').checkVisibility()"), false, "all is here");
        browser.click(".filters [type=reset]");
        let own = if page == "fr/taches.html" { 500 } else { 105 };
        assert_eq!(found(&browser, own), own, "the page is what it was");
        assert_eq!(browser.tell("return document.querySelector('[data-part]').hidden"), true);
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());

    // From a disk, where no page may read another, that is said.
    browser.visit(&format!("file://{}?mots=TACHE59", page(&folder, "fr/taches.html")));
    assert_eq!(found(&browser, 0), 0);
    assert_eq!(browser.tell("return document.querySelector('[data-part]').checkVisibility()"), true);
    assert_eq!(browser.tell("return document.querySelector('[data-pages]').checkVisibility()"), true);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn days_are_counted_again_when_the_page_is_read_later() {
    let (_world, folder) = published("");
    let Some(browser) = Browser::open(1000, 900) else { return };
    for (day, expected) in [("2026-11-30T23:30:00Z", "J-3"), ("2026-12-04T10:00:00Z", "J-0"), ("2026-12-06T10:00:00Z", "J+2")] {
        let clock = format!(
            "{{ const real = Date; Date = class extends real {{ constructor(...a) {{ super(...(a.length ? a : ['{day}'])); }} }}; }}"
        );
        let added = browser.protocol("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({"source": clock}));
        browser.visit(&page(&folder, "fr/index.html"));
        assert_eq!(browser.tell("return document.querySelector('.days').innerText"), expected, "where the campaign is");
        browser.protocol("Page.removeScriptToEvaluateOnNewDocument", added);
    }
}

#[test]
fn a_command_is_copied() {
    let (_world, folder) = published("");
    let Some(browser) = Browser::open(1000, 900) else { return };
    browser.visit(&page(&folder, "fr/taches/x9c3v.html"));
    browser.click("[data-copy]");
    let label = "const done = arguments[0]; const look = () => { const it = document.querySelector('[data-copy]').innerText; it === 'Copier' ? setTimeout(look, 20) : done(it) }; look()";
    assert_eq!(browser.wait_for(label), "Copié");
    let pasted = browser.wait_for("const done = arguments[0]; navigator.clipboard.readText().then(done, done)");
    assert!(pasted == "mpa claim x9c3v" || !pasted.is_string(), "{pasted}: reading may be forbidden, writing something else not");
}

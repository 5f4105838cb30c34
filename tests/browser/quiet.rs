//! Nothing is asked of anybody else, nothing complains, and texts from outside run nothing.

use std::fs;

use crate::driver::{Browser, page};
use crate::kit::World;
use crate::{KINDS, published};

#[test]
fn a_page_loads_its_own_and_nothing_else() {
    let (_world, folder) = published("--base-url https://asso.example.org/h/");
    let Some(browser) = Browser::open(1000, 900) else { return };
    for path in KINDS {
        browser.visit(&page(&folder, path));
        let loaded = browser.tell("return performance.getEntriesByType('resource').map(it => it.name)");
        for name in loaded.as_array().unwrap() {
            assert!(name.as_str().unwrap().starts_with("file://"), "{path} asks for {name}");
        }
        assert_eq!(browser.tell("return document.cookie + localStorage.length"), "0", "{path}");
        assert_eq!(browser.complaints(), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn texts_from_outside_run_nothing() {
    let world = World::new();
    let nasty = "title = \"<img src=x onerror=hit=1><script>hit=2</script>\"\nbudget = \"1h\"\ndone-when = \"<svg onload=hit=3>\"\n\
        created = 2026-11-23\nskills = [\"'><svg/onload=hit=4>\"]\ndescription = \"<iframe srcdoc='<script>parent.hit=5</script>'></iframe>\
        [x](javascript:hit=6)\"\n\n[resources]\n\"<img src=x onerror=hit=7>\" = \"javascript:hit=8\"\n";
    world.write("data/tasks/mphack/abcde-x.toml", nasty);
    world.commit("Un texte hostile");
    world.anybody().run("site ../public").exits(0);
    let folder = world.top().join("public");
    let Some(browser) = Browser::open(1000, 900) else { return };
    for path in ["fr/index.html", "fr/taches.html", "fr/taches/abcde.html", "en/projects/mphack.html"] {
        browser.visit(&page(&folder, path));
        assert_eq!(browser.tell("return typeof hit"), "undefined", "{path}");
        let read = browser.tell("return document.body.innerText");
        assert!(read.as_str().unwrap().contains("<script>hit=2</script>"), "{path}: it is text");
        assert_eq!(browser.complaints(), Vec::<String>::new(), "{path}");
    }
    // The policy holds even where somebody changes the page.
    let home = fs::read_to_string(folder.join("fr/index.html")).unwrap();
    fs::write(
        folder.join("fr/changed.html"),
        home.replace("<main", "<script>hit=9</script><img src=\"https://evil.example.org/x\"><main"),
    )
    .unwrap();
    browser.visit(&page(&folder, "fr/changed.html"));
    assert_eq!(browser.tell("return typeof hit"), "undefined");
    assert_eq!(browser.complaints().iter().filter(|it| it.contains("Content Security Policy")).count(), 2);
}

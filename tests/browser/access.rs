//! Pages for everybody: WCAG 2.2 AA as axe-core finds it, in both colours; narrow windows and large letters; valid HTML.

use std::fs;
use std::process::Command;

use crate::driver::{Browser, page};
use crate::kit::linter;
use crate::{KINDS, published};

const RUN_AXE: &str = "const done = arguments[0]; axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})\
    .then(it => done(it.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | '))), it => done([String(it)]))";

#[test]
fn axe_finds_nothing_on_any_kind_of_page_in_light_and_dark() {
    let Some(axe) = linter("node_modules/axe-core/axe.min.js") else { return };
    let axe = fs::read_to_string(axe).unwrap();
    let (_world, folder) = published("");
    let Some(browser) = Browser::open(1000, 900) else { return };
    for scheme in ["light", "dark"] {
        browser.prefers("prefers-color-scheme", scheme);
        for path in KINDS.iter().skip(1) {
            for width in [1000, 360] {
                browser.resize(width);
                browser.visit(&page(&folder, path));
                browser.tell(&axe);
                let found = browser.wait_for(RUN_AXE);
                assert_eq!(found.as_array().unwrap().len(), 0, "{path}, {scheme}, {width}: {found:#}");
            }
        }
    }
}

#[test]
fn nothing_is_wider_than_a_narrow_window() {
    let (_world, folder) = published("");
    let Some(browser) = Browser::open(320, 900) else { return };
    for path in KINDS.iter().skip(1) {
        for width in [320, 640, 1400] {
            browser.resize(width);
            browser.visit(&page(&folder, path));
            let wide = browser.tell("return document.documentElement.scrollWidth");
            assert!(wide.as_u64().unwrap() <= u64::from(width), "{path} is {wide} wide in {width}");
        }
    }
}

#[test]
fn every_way_is_reached_by_keyboard_and_seen() {
    let (_world, folder) = published("");
    let Some(browser) = Browser::open(1000, 900) else { return };
    for path in ["fr/index.html", "fr/taches.html", "en/tasks/w2x3y.html"] {
        browser.visit(&page(&folder, path));
        let wanted = browser.tell("return [...document.querySelectorAll('a[href], button, input, select, summary')].filter(it => it.checkVisibility()).length");
        let mut met = 0;
        for number in 0..wanted.as_u64().unwrap() {
            browser.keys("\u{e004}");
            let outline = browser.tell("const it = document.activeElement; const style = getComputedStyle(it); return it === document.body ? '' : style.outlineStyle + ' ' + style.outlineWidth");
            assert!(outline.as_str().unwrap().starts_with("solid 3px"), "{path}, step {number}: {outline}");
            met += 1;
        }
        assert!(met > 10, "{path}: {met}");
    }
    browser.visit(&page(&folder, "fr/index.html"));
    browser.keys("\u{e004}");
    browser.keys("\u{e007}");
    assert_eq!(browser.tell("return document.activeElement.id"), "contenu", "the first way leads past the header");
}

#[test]
fn somebody_who_wants_no_motion_has_none_and_paper_has_no_menus() {
    let (_world, folder) = published("");
    let Some(browser) = Browser::open(1000, 900) else { return };
    browser.prefers("prefers-reduced-motion", "reduce");
    browser.visit(&page(&folder, "fr/index.html"));
    assert_eq!(browser.tell("return getComputedStyle(document.documentElement).scrollBehavior"), "auto");
    browser.protocol("Emulation.setEmulatedMedia", serde_json::json!({"media": "print"}));
    assert_eq!(browser.tell("return getComputedStyle(document.querySelector('header nav')).display"), "none");
}

#[test]
fn pages_are_valid_html() {
    let Some(validate) = linter("node_modules/.bin/html-validate") else { return };
    let (world, folder) = published("--base-url https://asso.example.org/h/");
    let rules = "{\"extends\": [\"html-validate:standard\"], \"rules\": {\"no-trailing-whitespace\": \"off\", \"long-title\": \"off\", \"require-sri\": \"off\"}}";
    world.write("../public/.htmlvalidate.json", rules);
    let run = Command::new(validate)
        .arg("--formatter=text")
        .args(KINDS.map(|path| folder.join(path)))
        .current_dir(&folder)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{told}");
}

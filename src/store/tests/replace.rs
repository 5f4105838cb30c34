//! A handle replaced in files written by many hands: the names change, and not one byte beside them.

use crate::domain::name::{Handle, Slug, TaskId};
use crate::rules::replaced::{replaced_in_campaign, replaced_in_project, replaced_in_task};
use crate::store::replace::{replace_in_campaign, replace_in_project, replace_in_task};
use crate::store::{decode_campaign, decode_project, decode_task};

const FROM: &str = "zoe";
const TO: &str = "anonyme-x7k2";

fn names() -> (Handle, Handle) {
    (Handle::new(FROM).unwrap(), Handle::new(TO).unwrap())
}

fn in_task(text: &str) -> String {
    let ((from, to), id) = (names(), TaskId::new("k7q2m").unwrap());
    let before = decode_task(&id, &Slug::new("mphack").unwrap(), "", text.as_bytes()).value.unwrap();
    let after = replaced_in_task(&before, &from, &to);
    let bytes = replace_in_task(text.as_bytes(), (&from, &to), (&before, &after)).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// `text` with `§` where zoe is named, before and after.
#[track_caller]
fn is_replaced(text: &str) {
    let text =
        format!("title = \"Demander à zoe\"\nbudget = '2h' # zoe\ncreated = 2026-11-23\ndone-when = \"zoe le dit.\"\n{text}");
    for text in [text.clone(), text.replace('\n', "\r\n"), format!("\u{feff}{text}"), text.trim_end().to_owned()] {
        assert_eq!(in_task(&text.replace('§', FROM)), text.replace('§', TO));
    }
}

#[test]
fn records_between_others_stay_where_they_are() {
    is_replaced(
        "\n[claims.max]\nsince = 2026-11-23\nhandover = \"zoe sait\"\nuntil = 2026-11-23\n\n# zoe a pris le relais\n\
         [claims.§] # à zoe\n  since = 2026-11-24\n  recorded-by='§'   # par zoe\n  couleur = \"zoe\"\n\n  until = 2026-11-24\n\n\
         [claims.bob]\nsince = 2026-11-25\nrecorded-by = \"§\"\nspent.2026-11-25 = \"1h\"\nuntil = 2026-11-25\n# fin\n",
    );
}

#[test]
fn every_way_to_write_a_record() {
    is_replaced("\n[claims]\nmax.since = 2026-11-23\nmax.until = 2026-11-23\n§.since = 2026-11-23\n§.until = 2026-11-23\n");
    is_replaced(
        "\n[claims]\n'§' = { since = 2026-11-23 , until = 2026-11-23 }\nmax = { since = 2026-11-23, until = 2026-11-23 }\n",
    );
    is_replaced(
        "claims = { \"§\" = { since = 2026-11-23, until = 2026-11-23 }, max = { since = 2026-11-24, until = 2026-11-24 } }\n",
    );
    is_replaced(
        "claims.§.since = 2026-11-23\nclaims.§.until = 2026-11-23\nclaims.max = { since = 2026-11-24, until = 2026-11-24 }\n",
    );
    is_replaced(
        "\n[claims.§]\nsince = 2026-11-23\nuntil = 2026-11-23\n[claims.§.spent]\n2026-11-23 = '1h'\n[claims.max]\nsince = 2026-11-24\nuntil = 2026-11-24\n",
    );
    is_replaced("\n[claims.\"§\"]\nsince = 2026-11-23\nuntil = 2026-11-23\n");
}

#[test]
fn every_ending_names_people() {
    let done = "by = \"§\"\nat = 2026-11-23\nevidence = \"https://example.org/zoe\"\nnote = \"zoe\"\nrecorded-by = '§'\n";
    is_replaced(&format!("\n[done]\n{done}"));
    is_replaced(&format!("\n[sent-back]\nby = \"\"\"§\"\"\"\nat = 2026-11-23\nreason = \"zoe\"\n\n[sent-back.done]\n{done}"));
    is_replaced(&format!(
        "\n[reopened]\nby='§'\nat = 2026-11-23\nreason = \"zoe\"\ndone = {{ {} }}\n",
        done.trim().replace('\n', ", ")
    ));
    is_replaced(
        "\n[reopened]\nby = \"max\"\nat = 2026-11-23\nreason = \"x\"\ncancelled = { by = \"§\", at = 2026-11-23, reason = \"zoe\" }\n",
    );
    is_replaced("\ncancelled.by = \"§\"\ncancelled.at = 2026-11-23\ncancelled.reason = \"zoe\"\n[autre]\nby = \"zoe\"\n");
}

#[test]
fn a_name_in_disguise_is_found_and_names_alike_are_not() {
    let start = "title = \"T\"\nbudget = \"2h\"\ncreated = 2026-11-23\n";
    let disguised = format!("{start}\n[cancelled]\nby = \"z\\u006fe\"\nat = 2026-11-23\nreason = \"x\"\n");
    assert_eq!(in_task(&disguised), disguised.replace("z\\u006fe", TO));
    let alike = format!(
        "{start}\n[claims.zoe-2]\nsince = 2026-11-23\nuntil = 2026-11-23\n[cancelled]\nby = \"zoelie\"\nat = 2026-11-23\nreason = \"x\"\n"
    );
    assert_eq!(in_task(&alike), alike);
}

#[test]
fn leads_deliveries_and_organisers() {
    let (from, to) = names();
    let text = "title = \"zoe\"\nleads = [ # zoe\n  \"max\",\n  '§', # zoe\n]\nneeds = [\"zoe\"]\n\n[deliverables.zoe]\ntitle = \"zoe\"\n\
                [deliverables.zoe.delivered]\nby = \"§\"\nat = 2026-11-23\nevidence = \"liste.pdf\"\n";
    let old = text.replace('§', FROM);
    let before = decode_project(&Slug::new("mphack").unwrap(), "", old.as_bytes()).value.unwrap();
    let after = replaced_in_project(&before, &from, &to);
    let bytes = replace_in_project(old.as_bytes(), (&from, &to), (&before, &after)).unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), text.replace('§', TO));

    let text = "format = 1\nname = \"zoe\"\norganisers = [\"§\",'max' , \"zoe-2\"]  # zoe\n";
    let old = text.replace('§', FROM);
    let before = decode_campaign(old.as_bytes()).value.unwrap();
    let after = replaced_in_campaign(&before, &from, &to);
    let bytes = replace_in_campaign(old.as_bytes(), (&from, &to), (&before, &after)).unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), text.replace('§', TO));
}

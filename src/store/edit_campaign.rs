//! Editing the campaign's file.

use crate::domain::campaign::Campaign;

use super::decode_campaign::decode_campaign;
use super::edit::edit;
use super::edit_fields::write_fields;
use super::error::StoreError;

/// The bytes of the campaign's file when `before` has become `after`.
///
/// # Errors
/// When the edited text would not mean exactly `after`.
pub fn edit_campaign(bytes: &[u8], before: &Campaign, after: &Campaign) -> Result<Vec<u8>, StoreError> {
    let change = |document: &mut toml_edit::DocumentMut| write_fields(document.as_table_mut(), Some(before), after);
    edit(bytes, (before, after), change, decode_campaign)
}

/// The name of the Rust package whose manifest this is.
pub fn package_name(manifest: &[u8]) -> Option<String> {
    let manifest: toml::Table = std::str::from_utf8(manifest).ok()?.parse().ok()?;
    Some(manifest.get("package")?.get("name")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::{Forge, PastCampaign};
    use crate::domain::day::Deadline;

    #[test]
    fn the_forge_is_named_and_nothing_else_touched() {
        let head = "format = 1\nname = \"X\" # nom\nstarted = 2026-11-24\n";
        for (text, expected) in [
            (format!("{head}\n[workflow]\nforge = \"none\"  # ici\nsend = \"ask\"\n"), "forge = \"github\"  # ici\nsend"),
            (format!("{head}\n[workflow]\nmode = \"direct\"\nsend = \"ask\"\n"), "mode = \"direct\"\nforge = \"github\"\nsend"),
            (format!("{head}workflow.mode = \"direct\"\n"), "forge = \"github\""),
            (head.to_owned(), "\n\n[workflow]\nforge = \"github\"\n"),
        ] {
            let before = decode_campaign(text.as_bytes()).value.unwrap();
            let mut after = before.clone();
            after.workflow.forge = Forge::GitHub;
            let edited = String::from_utf8(edit_campaign(text.as_bytes(), &before, &after).unwrap()).unwrap();
            assert!(edited.starts_with(head) && edited.contains(expected), "{edited}");
        }
    }

    #[test]
    fn a_campaign_becomes_past_and_the_next_one_begins() {
        let head = "format = 1\nname = \"X\" # nom\nstarted = 2026-11-24\n# la fête\ndeadline = \"sainte-barbe\"\n\n[claims]\ndays = 9\n";
        let old = "\n# l’an dernier\n[past.2025]\nname = \"W\"\nstarted = 2025-09-24\ndeadline = \"sainte-barbe\"\n";
        let now = "\n[past.2026]\nname = \"X\"\nstarted = 2026-11-24\ndeadline = 2026-12-04\n";
        for old in ["", old] {
            let text = format!("{head}{old}");
            let before = decode_campaign(text.as_bytes()).value.unwrap();
            let day = |text| crate::domain::day::parse_day(text).unwrap();
            let mut after = before.clone();
            let past = PastCampaign { name: "X".to_owned(), started: day("2026-11-24"), deadline: day("2026-12-04") };
            after.past.insert("2026".to_owned(), past);
            (after.name, after.started, after.deadline) =
                ("Y".to_owned(), Some(day("2027-01-08")), Deadline::On(day("2027-03-01")));
            let edited = String::from_utf8(edit_campaign(text.as_bytes(), &before, &after).unwrap()).unwrap();
            let head = head.replace("\"X\" # nom", "\"Y\" # nom").replace("2026-11-24", "2027-01-08");
            assert_eq!(edited, format!("{}{old}{now}", head.replace("\"sainte-barbe\"", "2027-03-01")));
            let back = edit_campaign(edited.as_bytes(), &after, &before).unwrap();
            assert_eq!(String::from_utf8(back).unwrap(), text);
        }
    }

    #[test]
    fn a_manifest_names_its_package() {
        assert_eq!(package_name(b"[package]\nname = \"mpa\"\n").as_deref(), Some("mpa"));
        assert_eq!(package_name(b"[workspace]\nmembers = []\n"), None);
        assert_eq!(package_name(b"name = "), None);
    }
}

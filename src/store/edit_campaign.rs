//! Editing the campaign's file: so far, the forge it is on.

use toml_edit::Value;

use crate::domain::campaign::{Campaign, Workflow};
use crate::domain::said::Fields;

use super::decode_campaign::decode_campaign;
use super::edit::edit;
use super::error::StoreError;
use super::table::{header, set};

/// The bytes of the campaign's file when the forge of `before` has become that of `after`.
///
/// # Errors
/// When the edited text would not mean exactly `after`.
pub fn edit_campaign(bytes: &[u8], before: &Campaign, after: &Campaign) -> Result<Vec<u8>, StoreError> {
    let forge = Value::from(after.workflow.forge.as_str());
    edit(
        bytes,
        (before, after),
        |document| {
            let is_new = !document.as_table().contains_key("workflow");
            let workflow = header(document.as_table_mut(), "workflow");
            if is_new {
                workflow.set_implicit(false);
                workflow.decor_mut().set_prefix("\n");
            }
            set(workflow, Workflow::FIELDS, "forge", Some(forge));
        },
        decode_campaign,
    )
}

/// The name of the Rust package whose manifest this is.
pub fn package_name(manifest: &[u8]) -> Option<String> {
    let manifest: toml::Table = std::str::from_utf8(manifest).ok()?.parse().ok()?;
    Some(manifest.get("package")?.get("name")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::Forge;

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
    fn a_manifest_names_its_package() {
        assert_eq!(package_name(b"[package]\nname = \"mpa\"\n").as_deref(), Some("mpa"));
        assert_eq!(package_name(b"[workspace]\nmembers = []\n"), None);
        assert_eq!(package_name(b"name = "), None);
    }
}

//! The zone of a day, behind it: "30 novembre (heure de Paris)", with a comma where a bracket is open or follows.

use crate::domain::text::ZONE;

/// `text` with the zones between [`ZONE`] written out.
pub(super) fn with_zones(text: &str) -> String {
    let mut parts = text.split(ZONE[0]);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (zone, rest) = part.split_once(ZONE[1]).unwrap_or((part, ""));
        let is_open = whole.matches('(').count() > whole.matches(')').count();
        if is_open || rest.trim_start().starts_with('(') {
            whole.extend([", ", zone, rest]);
        } else {
            whole.extend([" (", zone, ")", rest]);
        }
    }
    whole
}

/// `said` with that zone behind it, if any.
pub(super) fn behind(said: &str, zone: Option<String>) -> String {
    zone.map_or_else(|| said.to_owned(), |zone| with_zones(&format!("{said}{}{zone}{}", ZONE[0], ZONE[1])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_do_not_stand_in_brackets() {
        let said = |text: &str| with_zones(&text.replace('@', &format!("{}heure de Paris{}", ZONE[0], ZONE[1])));
        assert_eq!(said("à toi jusqu’au 30 novembre@."), "à toi jusqu’au 30 novembre (heure de Paris).");
        assert_eq!(said("jusqu’au 30 novembre@ (2 h)"), "jusqu’au 30 novembre, heure de Paris (2 h)");
        assert_eq!(
            said("prend « A » (2 h, échéance le 30 novembre@)"),
            "prend « A » (2 h, échéance le 30 novembre, heure de Paris)"
        );
        assert_eq!(said("le 29@, puis le 30@"), "le 29 (heure de Paris), puis le 30 (heure de Paris)");
    }
}

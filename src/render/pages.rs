//! The pages that `init` leaves beside the data, each in every language: for volunteers, and on personal data.

use crate::domain::campaign::Campaign;

use super::catalogue::Catalogue;
use super::language::Language;

/// The page for volunteers.
pub const README: &str = "README.md";
/// The notice on personal data.
pub const PRIVACY: &str = "PRIVACY.md";

/// The page for volunteers.
pub fn readme(languages: &[Catalogue], campaign: &Campaign) -> String {
    page(languages, campaign, |language| match language {
        Language::French => include_str!("pages/readme.fr.md"),
        Language::English => include_str!("pages/readme.en.md"),
    })
}

/// The notice on personal data: purpose, duration, contact, removal.
pub fn privacy(languages: &[Catalogue], campaign: &Campaign) -> String {
    page(languages, campaign, |language| match language {
        Language::French => include_str!("pages/privacy.fr.md"),
        Language::English => include_str!("pages/privacy.en.md"),
    })
}

fn page(languages: &[Catalogue], campaign: &Campaign, template: impl Fn(Language) -> &'static str) -> String {
    let filled = languages.iter().map(|say| {
        let deadline = say.language().day(campaign.deadline_day(say.today()), say.today());
        let contact = campaign.contact.clone().unwrap_or_else(|| say.word("no-contact-yet"));
        let text = template(say.language()).replace("{name}", &campaign.name).replace("{deadline}", &deadline);
        text.replace("{contact}", &contact)
    });
    filled.collect::<Vec<_>>().join("\n")
}

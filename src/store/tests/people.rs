//! Projects, themes, people and campaigns: new files and edits.

use crate::domain::campaign::Campaign;
use crate::domain::claim::Evidence;
use crate::domain::name::Slug;
use crate::domain::person::Person;
use crate::domain::project::{Deliverable, Delivery, Project, Theme};
use crate::store::{
    decode_campaign, decode_person, decode_project, decode_theme, edit_person, edit_project, new_campaign_file, new_person_file,
    new_project_file, new_theme_file,
};

use super::random::{day, handle};

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn deliverable(name: &str, first: bool) -> Deliverable {
    Deliverable { slug: slug(name), title: format!("Livrable \"{name}\""), due: Some(day("2026-12-04")), first, delivered: None }
}

fn project() -> Project {
    let mut project = Project::new(slug("mphack"), "MP\\Hack".to_owned());
    project.summary = Some("Un.\nDeux.\n".to_owned());
    project.leads = vec![handle("ana"), handle("bob")];
    project.needs = vec!["Deux relecteurs".to_owned()];
    project.deliverables = vec![deliverable("liste", true), deliverable("guide", false)];
    project
}

#[test]
fn new_files_mean_what_they_were_made_of() {
    let project = project();
    let file = new_project_file(&project);
    assert_eq!(decode_project(&project.slug, "", file.as_bytes()).value, Some(project), "{file}");

    let theme = Theme {
        slug: slug("engagement"),
        title: "L'engagement".to_owned(),
        question: Some("Comment ?\n".to_owned()),
        ideas: vec!["Une liste".to_owned(), "\"Deux\"".to_owned()],
        extra: Default::default(),
    };
    let file = new_theme_file(&theme);
    assert_eq!(decode_theme(&theme.slug, "", file.as_bytes()).value, Some(theme), "{file}");

    let mut person = Person::new(handle("ana"));
    person.joined.insert(slug("mphack"), day("2026-11-23"));
    person.skills = vec!["web".to_owned()];
    let file = new_person_file(&person);
    assert_eq!(decode_person(&person.handle, "", file.as_bytes()).value, Some(person), "{file}");

    let campaign = Campaign { name: "Hackathon".to_owned(), started: Some(day("2026-11-23")), ..Campaign::default() };
    let file = new_campaign_file(&campaign);
    let decoded = decode_campaign(file.as_bytes());
    assert_eq!((decoded.value, decoded.problems), (Some(campaign), Vec::new()), "{file}");
}

const PROJECT: &str = r#"# Le projet.
title = "MPHack"  # un titre

leads = [  # qui répond
    "ana",  # la première
    "bob",
]
"inconnu" = 1

[deliverables.liste]  # le premier
title = 'Liste'
first = true

# Le deuxième.
[deliverables.guide]
title = "Guide"

[autre]
clef = 1
"#;

#[test]
fn delivering_adds_a_record_below_its_deliverable() {
    let before = decode_project(&slug("mphack"), "", PROJECT.as_bytes()).value.unwrap();
    let mut after = before.clone();
    let evidence = Evidence::new("https://example.org/liste").unwrap();
    after.deliverables[0].delivered = Some(Delivery { by: handle("ana"), at: day("2026-11-24"), evidence });
    let edited = String::from_utf8(edit_project(PROJECT.as_bytes(), &before, &after).unwrap()).unwrap();
    let record = "\n[deliverables.liste.delivered]\nby = \"ana\"\nat = 2026-11-24\nevidence = \"https://example.org/liste\"\n";
    assert_eq!(edited, PROJECT.replace("first = true\n", &format!("first = true\n{record}")));
}

#[test]
fn a_lead_comes_and_goes_without_touching_the_others() {
    let before = decode_project(&slug("mphack"), "", PROJECT.as_bytes()).value.unwrap();
    let edit = |leads: &[&str]| {
        let leads = leads.iter().map(|lead| handle(lead)).collect();
        let edited = edit_project(PROJECT.as_bytes(), &before, &Project { leads, ..before.clone() }).unwrap();
        String::from_utf8(edited).unwrap()
    };
    assert_eq!(edit(&["ana", "bob", "charles"]), PROJECT.replace("    \"bob\",\n", "    \"bob\",\n    \"charles\",\n"));
    assert_eq!(edit(&["ana"]), PROJECT.replace("    \"bob\",\n", ""));
    assert_eq!(edit(&["bob"]), PROJECT.replace("    \"ana\",  # la première\n", ""));
}

#[test]
fn a_new_deliverable_goes_last() {
    let before = decode_project(&slug("mphack"), "", PROJECT.as_bytes()).value.unwrap();
    let mut after = before.clone();
    after.deliverables.push(deliverable("annonce", false));
    let edited = String::from_utf8(edit_project(PROJECT.as_bytes(), &before, &after).unwrap()).unwrap();
    let table = "\n[deliverables.annonce]\ntitle = 'Livrable \"annonce\"'\ndue = 2026-12-04\n";
    assert_eq!(edited, format!("{PROJECT}{table}"));
}

#[test]
fn joining_and_leaving_touch_one_line() {
    let file = "# Moi.\nskills = [\"web\"]\n\n[joined] # projets\nautre = 2026-11-20  # avant\n";
    let before = decode_person(&handle("ana"), "", file.as_bytes()).value.unwrap();
    let mut after = before.clone();
    after.joined.insert(slug("mphack"), day("2026-11-24"));
    let joined = edit_person(file.as_bytes(), &before, &after).unwrap();
    assert_eq!(String::from_utf8(joined.clone()).unwrap(), format!("{file}mphack = 2026-11-24\n"));
    assert_eq!(edit_person(&joined, &after, &before).unwrap(), file.as_bytes());
}

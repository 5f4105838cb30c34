//! Names that look alike, those who decide, texts that say too little or too much, who came first.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::campaign::Forge;
use crate::domain::claim::Cancellation;
use crate::domain::file_key::FileKey;
use crate::domain::login::Login;
use crate::domain::message::Arg;
use crate::domain::person::Person;
use crate::domain::project::{Delivery, Theme};
use crate::rules::lint::{Everything, Finding, Gravity, lint, texts_of_task};

use super::*;

/// Everything there is to look at, to be changed.
struct World {
    campaign: Campaign,
    themes: Vec<Slug>,
    projects: Vec<Project>,
    tasks: Vec<Task>,
    people: Vec<Person>,
    arrivals: BTreeMap<TaskId, Vec<Handle>>,
}

impl World {
    /// Nothing is wrong with it.
    fn new() -> Self {
        let campaign = edited(&campaign(), |it| it.organisers.push(who("berline")));
        let (themes, arrivals) = (Vec::new(), BTreeMap::new());
        Self { campaign, themes, projects: vec![project()], tasks: vec![task()], people: Vec::new(), arrivals }
    }

    fn findings(&self) -> Vec<Finding> {
        let theme =
            |slug: &Slug| Theme { slug: slug.clone(), title: String::new(), question: None, ideas: vec![], extra: [].into() };
        lint(Everything {
            campaign: &self.campaign,
            themes: &self.themes.iter().map(|slug| (slug.clone(), theme(slug))).collect(),
            projects: &self.projects.iter().map(|it| (it.slug.clone(), it.clone())).collect(),
            tasks: &self.tasks,
            people: &self.people,
            unreadable: &BTreeSet::new(),
            arrivals: &self.arrivals,
            nowhere: &BTreeSet::new(),
            today: today(),
        })
    }

    /// What is found: where, which field, which sentence.
    fn told(&self) -> Vec<(FileKey, String, &'static str)> {
        let found = self.findings();
        found.into_iter().map(|it| (it.about, it.field.unwrap_or_default(), it.message.key())).collect()
    }
}

#[test]
fn nothing_is_said_of_a_sound_world() {
    assert_eq!(World::new().told(), []);
}

#[test]
fn handles_that_look_alike_are_named_once_each() {
    for (one, other) in [("lampe-77", "1ampe-77"), ("piolet", "pio1et"), ("treuil-0", "treui1-o"), ("ana-b", "anab")] {
        let mut world = World::new();
        world.people = [one, other].map(|name| Person::new(who(name))).to_vec();
        assert_eq!(world.told(), [(FileKey::Person(who(one.max(other))), String::new(), "lint-alike-people")], "{one} {other}");
    }
    let mut world = World::new();
    world.people = vec![Person::new(who("wag0nnet")), Person::new(who("wagon"))];
    world.tasks = vec![taken(&who("piolet")), Task { id: id("aaaa1"), ..taken(&who("pio1et")) }];
    world.projects[0].leads.push(who("1ampe"));
    let told = world.told();
    let of = |about: &FileKey| {
        told.iter().filter(|(there, ..)| there == about).map(|(_, field, key)| (field.as_str(), *key)).collect()
    };
    let found: Vec<(&str, &str)> = of(&FileKey::Campaign);
    assert_eq!(found, [("organisers", "lint-alike-people")], "the organiser looks like who has a file");
    let found: Vec<(&str, &str)> = of(&FileKey::Project(slug("mphack")));
    assert_eq!(found, [("leads", "lint-alike-people")]);
    let found: Vec<(&str, &str)> = of(&FileKey::Task { id: id("k7q2m"), project: slug("mphack") });
    assert_eq!(found, [("claims.piolet", "lint-alike-people")]);
    assert_eq!(told.len(), 3);
}

#[test]
fn projects_and_themes_are_told_apart() {
    let mut world = World::new();
    let alike = |name: &str, title: &str| Project { slug: slug(name), title: title.to_owned(), ..project() };
    world.projects.extend([alike("mp-hack", "Autre"), alike("entraide", "mphack"), alike("loisirs", "Loisirs")]);
    world.themes = vec![slug("10isirs"), slug("l0isirs"), slug("liste")];
    let expected = [
        (FileKey::Theme(slug("l0isirs")), String::new(), "lint-alike-themes"),
        (FileKey::Project(slug("mphack")), "title".to_owned(), "lint-same-title"),
        (FileKey::Project(slug("mphack")), String::new(), "lint-alike-projects"),
    ];
    let mut told = world.told();
    told.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(told, expected);
}

#[test]
fn one_organiser_is_too_few() {
    let mut world = World::new();
    world.campaign.organisers.truncate(1);
    assert_eq!(world.told(), [(FileKey::Campaign, "organisers".to_owned(), "lint-one-organiser")]);
    assert!(world.findings().iter().all(|it| it.gravity == Gravity::Warning));
}

#[test]
fn who_decides_names_their_account_where_there_is_a_forge() {
    let mut world = World::new();
    let with = |name: &str, login: Option<&str>| Person { forge: login.and_then(Login::new), ..Person::new(who(name)) };
    world.people = vec![with("wagonnet", Some("Wagonnet")), with("berline", None), with("piolet", None)];
    assert_eq!(world.told(), [], "without a forge, nobody passes for anybody");
    world.campaign.workflow.forge = Forge::GitHub;
    let no_login = |about, field: &str| (about, field.to_owned(), "lint-no-login");
    let expected = [no_login(FileKey::Project(slug("mphack")), "leads"), no_login(FileKey::Person(who("berline")), "")];
    assert_eq!(world.told(), expected);
    world.people = vec![with("wagonnet", Some("w")), with("lampe", Some("l"))];
    assert_eq!(world.told(), [no_login(FileKey::Campaign, "organisers")]);
    world.people.push(with("berline", Some("b")));
    assert_eq!(world.told(), []);
}

#[test]
fn the_first_comer_keeps_the_task() {
    let twice = edited(&taken(&who("piolet")), |it| it.claims.push((who(OTHER), claim(today(), dec(4)))));
    let mut world = World { tasks: vec![twice], ..World::new() };
    let said = |world: &World| {
        let found = world.findings();
        let [only] = &found[..] else { panic!("{found:?}") };
        let order = only.message.args().iter().find(|(name, _)| *name == "order").map(|(_, order)| order.clone());
        let Some(Arg::Word(order)) = order else { panic!("{only:?}") };
        (only.field.clone().unwrap_or_default(), order.key())
    };
    assert_eq!(said(&world), ("claims.treuil".to_owned(), "lint-first-unknown"));
    world.arrivals.insert(id("k7q2m"), vec![who(OTHER), who("piolet")]);
    assert_eq!(said(&world), ("claims.piolet".to_owned(), "lint-first-known"));
    world.arrivals.insert(id("k7q2m"), vec![who("piolet"), who(OTHER)]);
    assert_eq!(said(&world), ("claims.treuil".to_owned(), "lint-first-known"));
}

#[test]
fn every_text_of_a_task_is_looked_at() {
    let me = who("piolet");
    let mail = || "Écrire à zoe@exemple.fr avant la fin.".to_owned();
    let cancellation = || Some(Cancellation { by: me.clone(), at: today(), reason: mail() });
    let closed = || edited(&done(&me), |it| it.done.as_mut().unwrap().note = Some(mail()));
    let cases: Vec<(&str, Task)> = vec![
        ("title", Task { title: mail(), ..task() }),
        ("done-when", Task { done_when: Some(mail()), ..task() }),
        ("description", Task { description: Some(format!("Un.\n\n{}", mail())), ..task() }),
        ("claims.piolet.handover", edited_claim(&taken(&me), &me, |it| it.handover = Some(mail()))),
        ("done.note", closed()),
        ("done.evidence", edited(&done(&me), |it| it.done.as_mut().unwrap().evidence = Evidence::new(&mail()).unwrap())),
        ("cancelled.reason", Task { cancelled: cancellation(), ..task() }),
        ("sent-back.done.note", sent_back(&closed(), &me, today())),
        ("reopened.cancelled.reason", {
            let back = edited(&sent_back(&done(&me), &me, today()), |it| it.reopened = it.sent_back.take());
            edited(&back, |it| it.reopened.as_mut().unwrap().cancelled = cancellation())
        }),
        ("sent-back.reason", edited(&sent_back(&done(&me), &me, today()), |it| it.sent_back.as_mut().unwrap().reason = mail())),
    ];
    for (field, task) in cases {
        let found = texts_of_task(&task, &[]);
        let told: Vec<_> = found.iter().map(|it| (it.field.as_deref(), it.message.key(), it.gravity)).collect();
        assert_eq!(told, [(Some(field), "lint-personal-email", Gravity::Warning)]);
        assert_eq!(texts_of_task(&task, &["zoe@exemple.fr"]), [], "a mailbox that is meant to be written to");
    }
    let allowed = Task { contact: Some("zoe@exemple.fr".to_owned()), ..task() };
    assert_eq!(texts_of_task(&allowed, &[]), []);
    let phone = Task { description: Some("Appeler le 06 12 34 56 78.".to_owned()), ..task() };
    assert_eq!(texts_of_task(&phone, &[])[0].message.key(), "lint-personal-phone");
}

#[test]
fn texts_of_projects_are_looked_at() {
    let number = || "Appeler le +33 6 12 34 56 78, le soir.".to_owned();
    let delivered = |evidence: &str| Some(Delivery { by: who("lampe"), at: today(), evidence: Evidence::new(evidence).unwrap() });
    for (field, project) in [
        ("summary", Project { summary: Some(number()), ..project() }),
        ("needs", Project { needs: vec!["Un local".to_owned(), number()], ..project() }),
        ("title", Project { title: number(), ..project() }),
        ("deliverables.liste.title", edited(&project(), |it| it.deliverables[0].title = number())),
        ("deliverables.liste.delivered.evidence", edited(&project(), |it| it.deliverables[0].delivered = delivered(&number()))),
    ] {
        let world = World { projects: vec![project], ..World::new() };
        assert_eq!(world.told(), [(FileKey::Project(slug("mphack")), field.to_owned(), "lint-personal-phone")]);
    }
    let own = Project {
        contact: Some("equipe@exemple.fr".to_owned()),
        summary: Some("Voir equipe@exemple.fr".to_owned()),
        ..project()
    };
    assert_eq!(World { projects: vec![own], ..World::new() }.told(), []);
}

#[test]
fn a_vague_title_is_told_while_somebody_may_still_take_the_task() {
    let vague = Task { title: "Divers".to_owned(), ..task() };
    let found = texts_of_task(&vague, &[]);
    assert_eq!((found.len(), found[0].message.key(), found[0].field.as_deref()), (1, "lint-vague-title", Some("title")));
    assert_eq!(texts_of_task(&Task { title: "Divers".to_owned(), ..done(&who("piolet")) }, &[]), []);
}

#[test]
fn a_login_and_a_key_belong_to_one_person() {
    let person = |handle: &str, forge: &str, key: &str| Person {
        forge: Login::new(forge),
        keys: vec![key.to_owned()],
        ..Person::new(who(handle))
    };
    let mut world = World::new();
    world.people = vec![person("piolet", "Piolet", "ssh-ed25519 AAAA bureau"), person("treuil", "treuil", "ssh-ed25519 BBBB")];
    assert_eq!(world.told(), []);
    world.people.push(person("wagon", "PIOLET", "ssh-ed25519 AAAA maison"));
    let about = |field: &str, key| (FileKey::Person(who("wagon")), field.to_owned(), key);
    assert_eq!(world.told(), [about("forge", "lint-same-login"), about("keys", "lint-same-key")]);
}

//! Every rule about what tasks ask for, about decisions, and about the other files, for each role.

use crate::domain::document::Document;
use crate::domain::person::Person;
use crate::domain::project::{Delivery, Poll, Theme};
use crate::rules::operation;

use super::judge::Outcome::{Agreed, ByOrganisers, Free, LookedAt, Never};
use super::judge::{Row, check, closes, nowhere};
use super::*;

/// Lists the rules, and does not compile when one is missing.
macro_rules! every_rule {
    ($($rule:ident)*) => {
        pub(super) const EVERY_RULE: [Rule; 47] = [$(Rule::$rule),*];
        const _: fn(Rule) = |rule| match rule { $(Rule::$rule => (),)* };
    };
}

every_rule! {
    HeldBySomebody TaskDone TaskCancelled TaskDraft TaskBlocked Limit Cooldown Renewals Length SomebodyElse RecordErased
    RecordAltered Redaction Personal FutureDay EarlyDay Days TimeLowered NotHeld Links LongText Nowhere NewTask TaskText DraftAgain TaskDeleted Decision ProjectText WholeProject Leads
    AnothersFile Identity CampaignRules Layout LeftOver FileName IdTaken Unreadable Unsound PlainFiles StrayFile OutsideData TooLarge Conflict Unverified Newcomer
    Forgetting
}

pub(super) fn texts() -> Vec<Row> {
    vec![
        ("add a task", |_| Scene::of(None, Some(task().into())), Agreed(Rule::NewTask)),
        ("add a task made in two days", |_| added_on(nov(22)), Never(Rule::FutureDay)),
        ("delete a task", |_| Scene::of(Some(task().into()), None), Never(Rule::TaskDeleted)),
        ("change its id", |_| Scene::edit(&task(), |it| it.id = id("aaaa1")), Never(Rule::TaskDeleted)),
        ("move it to another project", |_| Scene::edit(&task(), |it| it.project = slug("autre")), Never(Rule::TaskDeleted)),
        ("offer a draft", |_| Scene::task(&draft(), &task()), Agreed(Rule::TaskText)),
        ("withdraw into draft", |_| Scene::task(&task(), &draft()), Never(Rule::DraftAgain)),
        ("change the budget", |_| Scene::edit(&task(), |it| it.budget = Budget::parse("3h").unwrap()), Agreed(Rule::TaskText)),
        ("change the title", |_| Scene::edit(&task(), |it| it.title = "Autre".to_owned()), Agreed(Rule::TaskText)),
        ("date it in two days", |_| Scene::edit(&task(), |it| it.created = nov(22)), Never(Rule::FutureDay)),
        ("be due in two days", |_| Scene::edit(&task(), |it| it.due = Some(nov(22))), Agreed(Rule::TaskText)),
        ("write an unknown key", |_| Scene::edit(&task(), |it| unknown(&mut it.extra)), LookedAt(Rule::LeftOver)),
        ("cancel", |me| cancels(me, today()), Agreed(Rule::Decision)),
        ("cancel what is done", |me| Scene::task(&done(me), &given_up(&done(me), me)), Never(Rule::TaskDone)),
        ("cancel in two days", |me| cancels(me, nov(22)), Never(Rule::FutureDay)),
        ("reopen", |me| reopens(me, today()), Agreed(Rule::Decision)),
        ("reopen in two days", |me| reopens(me, nov(22)), Never(Rule::FutureDay)),
        ("send back", |me| Scene::task(&done(me), &sent_back(&done(me), me, today())), Agreed(Rule::Decision)),
        ("send back in two days", |me| Scene::task(&done(me), &sent_back(&done(me), me, nov(22))), Never(Rule::FutureDay)),
    ]
}

fn draft() -> Task {
    Task { draft: true, ..task() }
}

fn added_on(created: Day) -> Scene {
    Scene::of(None, Some(Task { created, ..task() }.into()))
}

fn unknown(extra: &mut std::collections::BTreeMap<String, String>) {
    extra.insert("couleur".to_owned(), "\"bleu\"".to_owned());
}

fn cancels(me: &Handle, at: Day) -> Scene {
    Scene::task(&task(), &operation::cancel(&task(), me, at, "Sans objet".to_owned()).unwrap())
}

fn given_up(task: &Task, me: &Handle) -> Task {
    Task { cancelled: cancels(me, today()).after.unwrap().cancelled, ..task.clone() }
}

fn reopens(me: &Handle, at: Day) -> Scene {
    Scene::task(&done(me), &operation::reopen(&done(me), me, at, "Le lien ne marche plus.".to_owned()).unwrap())
}

pub(super) fn files() -> Vec<Row> {
    vec![
        ("add a project", |_| Scene { project: None, ..added_project() }, ByOrganisers(Rule::ProjectText)),
        ("delete a project", |_| Scene::of(Some(project().into()), None), ByOrganisers(Rule::WholeProject)),
        ("write the result of a vote", |_| of_project(|it| it.poll = Some(vote(19))), ByOrganisers(Rule::WholeProject)),
        ("take the result of a vote out", |_| unvoted(), ByOrganisers(Rule::WholeProject)),
        ("write the result of a vote in two days", |_| of_project(|it| it.poll = Some(vote(22))), Never(Rule::FutureDay)),
        ("change a project", |_| of_project(|it| it.summary = Some("Une liste".to_owned())), Agreed(Rule::ProjectText)),
        ("add an unknown key to it", |_| of_project(|it| unknown(&mut it.extra)), LookedAt(Rule::LeftOver)),
        ("deliver", |me| delivers(me, today()), Agreed(Rule::ProjectText)),
        ("deliver in two days", |me| delivers(me, nov(22)), Never(Rule::FutureDay)),
        ("change the leads", |me| of_project(|it| it.leads = vec![me.clone(), who(OTHER)]), ByOrganisers(Rule::Leads)),
        ("add a theme", |_| of_theme(None, Some(&theme())), ByOrganisers(Rule::ProjectText)),
        ("delete a theme", |_| of_theme(Some(&theme()), None), ByOrganisers(Rule::ProjectText)),
        ("change a theme", |_| of_theme(Some(&theme()), Some(&asked())), ByOrganisers(Rule::ProjectText)),
        ("write one's own file", |me| of_person(None, Some(&joined(me, today()))), Free),
        ("join tomorrow", |me| of_person(Some(&person(me)), Some(&joined(me, nov(21)))), Free),
        ("join in two days", |me| of_person(Some(&person(me)), Some(&joined(me, nov(22)))), Never(Rule::FutureDay)),
        ("leave", |me| of_person(Some(&joined(me, nov(18))), Some(&person(me))), Free),
        ("say one's skills", |me| of_person(Some(&person(me)), Some(&skilled(me))), Free),
        ("withdraw one's own file", |me| of_person(Some(&person(me)), None), Free),
        ("write another's file", |_| of_person(None, Some(&person(&who(OTHER)))), ByOrganisers(Rule::AnothersFile)),
        ("say one's own key", |me| of_person(Some(&person(me)), Some(&keyed(me))), Free),
        ("take another's key", |me| takes_over(me), LookedAt(Rule::Identity)),
        ("say another's key", |_| of_person(Some(&person(&who(OTHER))), Some(&keyed(&who(OTHER)))), LookedAt(Rule::Identity)),
        ("say another's skills", |_| says_others_skills(), ByOrganisers(Rule::AnothersFile)),
        ("withdraw another's file", |_| of_person(Some(&person(&who(OTHER))), None), ByOrganisers(Rule::AnothersFile)),
        ("change the rules", |_| of_campaign(|it| it.claims.limit = 9), ByOrganisers(Rule::CampaignRules)),
        ("change the organisers", |_| of_campaign(|it| it.organisers.clear()), ByOrganisers(Rule::CampaignRules)),
        ("be forgotten", |me| forgets(me, "anonyme-x7k2"), Free),
        ("have another forgotten", |_| forgets(&who(OTHER), "anonyme-x7k2"), ByOrganisers(Rule::Forgetting)),
        ("be replaced by somebody", |me| forgets(me, OTHER), Never(Rule::Forgetting)),
    ]
}

fn added_project() -> Scene {
    Scene::of(None, Some(project().into()))
}

fn of_project(edit: impl FnOnce(&mut Project)) -> Scene {
    Scene::of(Some(project().into()), Some(edited(&project(), edit).into()))
}

fn vote(day: u32) -> Poll {
    Poll { at: nov(day), votes: 9, of: 12 }
}

fn unvoted() -> Scene {
    Scene::of(Some(edited(&project(), |it| it.poll = Some(vote(19))).into()), Some(project().into()))
}

fn delivers(me: &Handle, at: Day) -> Scene {
    of_project(|it| it.deliverables[0].delivered = Some(Delivery { by: me.clone(), at, evidence: evidence() }))
}

/// A theme belongs to no project, so nobody leads it.
fn of_theme(before: Option<&Theme>, after: Option<&Theme>) -> Scene {
    Scene { project: None, ..Scene::of(before.cloned().map(Document::from), after.cloned().map(Document::from)) }
}

fn theme() -> Theme {
    let extra = Default::default();
    Theme { slug: slug("entraide"), title: "Entraide".to_owned(), question: None, ideas: Vec::new(), extra }
}

fn asked() -> Theme {
    Theme { question: Some("Comment s’entraider ?".to_owned()), ..theme() }
}

fn of_person(before: Option<&Person>, after: Option<&Person>) -> Scene {
    Scene::of(before.cloned().map(Document::from), after.cloned().map(Document::from))
}

fn person(who: &Handle) -> Person {
    Person::new(who.clone())
}

fn joined(who: &Handle, on: Day) -> Person {
    Person { joined: [(slug("mphack"), on)].into(), ..person(who) }
}

fn skilled(who: &Handle) -> Person {
    Person { skills: vec!["web".to_owned()], ..person(who) }
}

fn keyed(who: &Handle) -> Person {
    Person { keys: vec!["ssh-ed25519 AAAA".to_owned()], ..person(who) }
}

fn takes_over(me: &Handle) -> Scene {
    Scene { known_as: Some(who(OTHER)), ..of_person(Some(&person(me)), Some(&keyed(me))) }
}

fn says_others_skills() -> Scene {
    of_person(Some(&person(&who(OTHER))), Some(&skilled(&who(OTHER))))
}

fn of_campaign(edit: impl FnOnce(&mut Campaign)) -> Scene {
    Scene::of(Some(campaign().into()), Some(edited(&campaign(), edit).into()))
}

fn forgets(from: &Handle, to: &str) -> Scene {
    Scene { changes: vec![Change::PersonReplaced { from: from.clone(), to: who(to), is_holder: false }], ..of_campaign(|_| {}) }
}

#[test]
fn texts_and_decisions_are_judged() {
    check(&texts());
}

#[test]
fn the_other_files_are_judged() {
    check(&files());
}

#[test]
fn without_organisers_everybody_decides() {
    let scene = of_campaign(|it| it.claims.limit = 9);
    let anarchy = Campaign { organisers: Vec::new(), ..campaign() };
    assert_eq!(Scene { campaign: anarchy, ..scene }.answer(&who(OTHER)), Answer::Routine);
}

#[test]
fn whoever_bears_the_name_of_somebody_forgotten_decides_nothing() {
    let forgotten = who("anonyme-x7k2");
    let decided = |campaign, project| {
        let scene = Scene { campaign, project: Some(project), ..of_campaign(|it| it.claims.limit = 9) };
        scene.answer(&forgotten)
    };
    let leads = Project { leads: vec![forgotten.clone()], ..project() };
    let organises = Campaign { organisers: vec![forgotten.clone()], ..campaign() };
    assert_eq!(decided(organises, leads), Answer::Asks(Rule::CampaignRules));
    let anarchy = Campaign { organisers: Vec::new(), ..campaign() };
    assert_eq!(decided(anarchy, project()), Answer::Asks(Rule::CampaignRules));
}

#[test]
fn rules_have_different_names() {
    let names: std::collections::HashSet<&str> = EVERY_RULE.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(names.len(), EVERY_RULE.len());
}

/// Who may let the rest pass is no more than others to find what is nowhere.
#[test]
fn a_result_that_is_nowhere_is_looked_at_whatever_else_it_is() {
    for (scene, rule) in
        [(closes as fn(&Task, &Handle) -> Scene, Rule::NotHeld), (|_, me| delivers(me, today()), Rule::ProjectText)]
    {
        let answer = |role: &str| nowhere(scene(&task(), &who(role))).answer(&who(role));
        assert_eq!(answer("piolet"), Answer::Asks(rule));
        assert_eq!([answer("wagonnet"), answer("lampe")], [Answer::Asks(Rule::Nowhere), Answer::Asks(Rule::Nowhere)]);
    }
}

//! The phrases that the pages about requests share.

use crate::domain::message::Message;
use crate::render::catalogue::Catalogue;
use crate::render::pen::Style;
use crate::rules::actor::Author;
use crate::rules::change::Change;
use crate::rules::verdict::{Objection, Rule, Verdict};
use crate::usecase::replay::{Outcome, Proof, Review};

/// The most files that are named in one sentence.
const NAMED: usize = 20;

/// "courant", "à décider", "refusé".
pub fn word(say: &Catalogue, outcome: Outcome) -> String {
    say.word(match outcome {
        Outcome::Empty => "verdict-empty",
        Outcome::Routine => "verdict-routine",
        Outcome::NeedsOrganiser => "verdict-needs-organiser",
        Outcome::Refused => "verdict-refused",
    })
}

/// The colour of an outcome.
pub fn style(outcome: Outcome) -> Style {
    match outcome {
        Outcome::Empty | Outcome::Routine => Style::Good,
        Outcome::NeedsOrganiser => Style::Warning,
        Outcome::Refused => Style::Bad,
    }
}

/// "demande no 12 : mpa/k7q2m-piolet → origin/main".
pub fn title(say: &Catalogue, review: &Review) -> String {
    let target = &review.target;
    let pair = Message::new("review-head").with("head", target.head_name.as_str()).with("base", target.base_name.as_str());
    match target.number {
        Some(number) => {
            let number = say.say(&Message::new("review-number").with("number", number.to_string()));
            format!("{number}{}{}", say.word("colon"), say.say(&pair))
        }
        None => say.say(&pair),
    }
}

/// "de piolet, compte « piolet » de la forge".
pub fn author(say: &Catalogue, review: &Review) -> String {
    let proof = &review.authorship.proof;
    let message = match (&review.authorship.author, proof) {
        (Author::Verified(who), Proof::Login(login)) => {
            Message::new("review-by-login").with("person", who).with("login", login.as_str())
        }
        (Author::Verified(who), _) => Message::new("review-by-key").with("person", who),
        (Author::Newcomer(who), Proof::Login(login)) => {
            Message::new("review-by-newcomer").with("person", who).with("login", login.as_str())
        }
        (_, Proof::UnknownLogin(login, why)) => {
            Message::new("review-unknown-login").with("login", login.as_str()).with("reason", why.reason())
        }
        (_, Proof::Several) => Message::new("review-several-signers"),
        (Author::Newcomer(_) | Author::Unverified, _) => Message::new("review-unsigned"),
    };
    say.say(&message)
}

/// Why a change is not routine, and the rule.
pub fn objection(say: &Catalogue, why: &Objection) -> String {
    say.say(&objected(why))
}

/// The same, before it has a language.
pub fn objected(why: &Objection) -> Message {
    Message::new("review-rule").with("reason", why.message.clone()).with("rule", why.rule.as_str())
}

/// What merging would do: conflicts, races that are lost.
pub fn merging(say: &Catalogue, review: &Review) -> Vec<String> {
    let lost = review.items.iter().filter_map(|item| match &item.verdict {
        Verdict::Refused(why) if why.rule == Rule::HeldBySomebody => {
            let named = |name: &str| why.message.args().iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
            let (task, person) = (named("task")?, named("person")?);
            Some(say.say(&Message::new("review-lost-race").with("task", task).with("person", person)))
        }
        _ => None,
    });
    let mut said: Vec<String> = lost.collect();
    said.dedup();
    if review.items.iter().any(|item| matches!(item.change, Change::TooLarge { .. })) {
        return said;
    }
    said.push(match &review.conflicts[..] {
        [] => say.word("review-merge-clean"),
        paths => {
            let mut named = paths.get(..NAMED).unwrap_or(paths).to_vec();
            named.extend((paths.len() > NAMED).then(|| "…".to_owned()));
            say.say(&Message::new("review-merge-conflict").with("paths", named))
        }
    });
    said
}

/// Whether all that stands against a request is that somebody else was first.
fn is_lost(review: &Review) -> bool {
    let refused = review.items.iter().filter_map(|item| match &item.verdict {
        Verdict::Refused(why) => Some(why.rule),
        _ => None,
    });
    refused.into_iter().all(|rule| rule == Rule::HeldBySomebody)
}

/// The verdict on the whole, in a sentence.
pub fn verdict_line(say: &Catalogue, review: &Review) -> String {
    say.word(match review.outcome() {
        Outcome::Empty => "review-empty",
        Outcome::Routine => "review-verdict-routine",
        Outcome::NeedsOrganiser => "review-verdict-needs",
        Outcome::Refused if is_lost(review) => "review-verdict-lost",
        Outcome::Refused => "review-verdict-refused",
    })
}

/// "3 changements · 1 à décider · 2 courants".
pub fn changes(say: &Catalogue, review: &Review) -> String {
    let mut said = vec![say.say(&Message::new("review-changes").with("count", review.items.len()))];
    let counts = Outcome::GRAVEST_FIRST.map(|outcome| (outcome, review.count(outcome)));
    said.extend(counts.into_iter().filter(|(_, count)| *count > 0).map(|(outcome, count)| counted(say, outcome, count)));
    said.join(" · ")
}

/// "2 courants".
pub fn counted(say: &Catalogue, outcome: Outcome, count: usize) -> String {
    let key = match outcome {
        Outcome::Refused => "review-refused",
        Outcome::NeedsOrganiser => "review-needs",
        Outcome::Routine | Outcome::Empty => "review-routine",
    };
    say.say(&Message::new(key).with("count", count))
}

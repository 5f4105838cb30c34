//! In which order the changes of a request are told, and which of them where there is little room: the gravest first, and
//! of every rule that stands against the request at least one. What is routine may be counted instead.

use crate::domain::field::Field;
use crate::rules::change::Change;
use crate::rules::gravity::Gravity;
use crate::rules::verdict::Rule;

use super::{Item, Outcome, Review};

/// What a request is about, in a few changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gist<'a> {
    /// The changes to be told: one for each rule that stands against it, the gravest first; one where none does.
    pub told: Vec<&'a Item>,
    /// How many more there are that fare like that.
    pub left: Vec<(Outcome, usize)>,
}

/// What stands against a change, as far as it makes a difference for those who decide: a rule of the campaign is none like
/// the next.
type Ground = (Option<Rule>, Option<Field>);

impl Item {
    /// How grave it is; the gravest comes first.
    pub fn gravity(&self) -> Gravity {
        Gravity::of(&self.change, &self.verdict)
    }

    fn ground(&self) -> Ground {
        let field = match &self.change {
            Change::RulesChanged { field } => Some(*field),
            _ => None,
        };
        (self.verdict.objection().map(|why| why.rule), field)
    }
}

impl Review {
    /// The changes that fare like that, the gravest first.
    pub fn of(&self, outcome: Outcome) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| Outcome::of(&item.verdict) == outcome)
    }

    /// Of the changes that fare like that about `most`, the gravest first: of every rule at least one.
    pub fn some_of(&self, outcome: Outcome, most: usize) -> Vec<&Item> {
        let mut seen = Vec::new();
        let is_new = |item: &Item| {
            let is_new = !seen.contains(&item.ground());
            seen.extend(is_new.then(|| item.ground()));
            is_new
        };
        let news: Vec<bool> = self.of(outcome).map(is_new).collect();
        let mut room = most.saturating_sub(seen.len());
        let fits = |(item, is_new): (_, bool)| {
            let is_told = is_new || room > 0;
            room -= usize::from(is_told && !is_new);
            is_told.then_some(item)
        };
        self.of(outcome).zip(news).filter_map(fits).collect()
    }

    /// What the request is about.
    pub fn gist(&self) -> Gist<'_> {
        let mut told: Vec<&Item> = Vec::new();
        let is_routine = self.outcome() <= Outcome::Routine;
        for item in self.items.iter().filter(|item| is_routine || Outcome::of(&item.verdict) > Outcome::Routine) {
            match told.iter_mut().find(|known| (known.ground(), known.gravity()) == (item.ground(), item.gravity())) {
                Some(known) if weight(&item.change) < weight(&known.change) => *known = item,
                Some(_) => {}
                None => told.push(item),
            }
        }
        let left = Outcome::GRAVEST_FIRST.map(|outcome| {
            let is_such = |item: &&&Item| Outcome::of(&item.verdict) == outcome;
            (outcome, self.count(outcome) - told.iter().filter(is_such).count())
        });
        Gist { told, left: left.into_iter().filter(|(_, count)| *count > 0).collect() }
    }
}

/// How much a change tells of what a request is about, among those that are equally grave; the least number tells most.
fn weight(change: &Change) -> u8 {
    match change {
        Change::Closed { .. } | Change::SentBack { .. } | Change::Cancelled { .. } | Change::PersonReplaced { .. } => 0,
        Change::Claimed { .. } | Change::TaskAdded | Change::ProjectAdded | Change::Delivered { .. } => 1,
        Change::TimeLogged { .. } | Change::HandoverWritten { .. } | Change::Reformatted => 3,
        _ => 2,
    }
}

//! How grave a change is, so that whoever decides reads the gravest first: one order for every page that lists changes.

use crate::domain::field::Field;

use super::change::Change;
use super::verdict::{Rule, Verdict};

/// How grave a change is; the gravest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gravity(Standing, Stake);

/// What becomes of the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Refused,
    Undecided,
    Routine,
}

/// What is at stake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stake {
    /// Who decides.
    Organisers,
    /// By what rules, who leads, who is taken for whom.
    Power,
    /// What people did and nobody else keeps.
    Records,
    /// Files that others than this program read or run.
    Files,
    /// Whether the data still say one thing.
    Sense,
    /// What stands in somebody's name.
    People,
    /// What is to be done.
    Work,
    /// What is fair to others.
    Courtesy,
    /// An everyday change, of nobody knows whom.
    Author,
    /// How things are written.
    Form,
    /// Nothing.
    Nothing,
}

impl Gravity {
    /// That of `change`, of which the rulebook says `verdict`.
    pub fn of(change: &Change, verdict: &Verdict) -> Self {
        let standing = match verdict {
            Verdict::Refused(_) => Standing::Refused,
            Verdict::NeedsOrganiser(_) => Standing::Undecided,
            Verdict::Routine => Standing::Routine,
        };
        let stake = match (change, verdict.objection()) {
            (Change::RulesChanged { field: Field::Organisers }, _) => Stake::Organisers,
            (_, Some(why)) => stake(why.rule),
            (_, None) => Stake::Nothing,
        };
        Self(standing, stake)
    }
}

/// The verdict on the gravest of several changes.
pub fn gravest<'c>(judged: impl IntoIterator<Item = (&'c Change, Verdict)>) -> Verdict {
    let worst = judged.into_iter().min_by_key(|(change, verdict)| Gravity::of(change, verdict));
    worst.map_or(Verdict::Routine, |(_, verdict)| verdict)
}

fn stake(rule: Rule) -> Stake {
    match rule {
        Rule::CampaignRules | Rule::WholeProject | Rule::Leads | Rule::Identity => Stake::Power,
        Rule::RecordErased
        | Rule::RecordAltered
        | Rule::TaskDeleted
        | Rule::Forgetting
        | Rule::TimeLowered
        | Rule::Redaction
        | Rule::Personal
        | Rule::Days => Stake::Records,
        Rule::OutsideData | Rule::LeftOver | Rule::TooLarge | Rule::PlainFiles | Rule::StrayFile => Stake::Files,
        Rule::Unreadable | Rule::IdTaken | Rule::Conflict | Rule::FileName | Rule::FutureDay | Rule::EarlyDay | Rule::Unsound => {
            Stake::Sense
        }
        Rule::HeldBySomebody | Rule::SomebodyElse | Rule::AnothersFile | Rule::NotHeld => Stake::People,
        Rule::TaskDone | Rule::TaskCancelled | Rule::TaskDraft | Rule::DraftAgain | Rule::Decision => Stake::Work,
        Rule::NewTask | Rule::TaskText | Rule::ProjectText | Rule::Links | Rule::LongText | Rule::Nowhere => Stake::Work,
        Rule::TaskBlocked | Rule::Limit | Rule::Cooldown | Rule::Renewals | Rule::Length => Stake::Courtesy,
        Rule::Unverified | Rule::Newcomer => Stake::Author,
        Rule::Layout => Stake::Form,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::budget::Budget;
    use crate::domain::message::Message;
    use crate::rules::verdict::Objection;

    #[test]
    fn who_decides_comes_before_what_is_to_be_done() {
        let asks = |change: Change, rule: Rule| {
            Gravity::of(&change, &Verdict::NeedsOrganiser(Objection::new(rule, Message::new(rule.sentences()[0]))))
        };
        let refused = Verdict::Refused(Objection::new(Rule::TaskDone, Message::new("rule-task-done")));
        let rules = |field| Change::RulesChanged { field };
        let budget = |text| Budget::parse(text).unwrap();
        let order = [
            Gravity::of(&Change::TaskAdded, &refused),
            asks(rules(Field::Organisers), Rule::CampaignRules),
            asks(rules(Field::Contact), Rule::CampaignRules),
            asks(Change::OutsideData, Rule::OutsideData),
            asks(Change::BudgetChanged { from: budget("1h"), to: budget("2h") }, Rule::TaskText),
            asks(Change::ThemeAdded, Rule::Limit),
            asks(Change::ThemeAdded, Rule::Unverified),
            asks(Change::Reformatted, Rule::Layout),
            Gravity::of(&Change::ThemeAdded, &Verdict::Routine),
        ];
        assert!(order.is_sorted(), "{order:?}");
        assert!(order.windows(2).all(|pair| pair[0] != pair[1]), "{order:?}");
    }
}

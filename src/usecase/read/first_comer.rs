//! Who came first when several hold one task: the order in which main took their claims.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use crate::domain::day::Day;
use crate::domain::name::Handle;
use crate::domain::task::Task;
use crate::store::TaskFile;
use crate::usecase::context::Context;

/// How far back claims are looked for, in commits.
const LOOKED_BACK: usize = 20_000;

/// A holder and how many versions of the file ago their claim was there first, all the way since.
struct Arrival {
    who: Handle,
    since: Day,
    age: usize,
    is_there: bool,
}

/// The people who hold `task`, the first comer first; `None` where the history does not tell who that is.
pub(super) fn arrivals(context: &Context, file: &TaskFile, task: &Task) -> Option<Vec<Handle>> {
    let repository = context.repository().ok()?;
    let path = repository.relative(&context.store.root().join(&file.path)).ok()?;
    let holder = |(who, since): (&Handle, Day)| Arrival { who: who.clone(), since, age: 0, is_there: true };
    let mut found: Vec<Arrival> = task.holders(context.today).map(|(who, claim)| holder((who, claim.since()))).collect();
    let mut age = 0;
    let see = |bytes: Option<Vec<u8>>| {
        age += 1;
        let then = bytes.map(|bytes| context.store.task_from_bytes(file, bytes).decoded);
        // A version that cannot be read says nothing, and interrupts nothing.
        if then.as_ref().is_some_and(|then| then.value.is_none()) {
            return ControlFlow::Continue(());
        }
        let then = then.and_then(|then| then.value);
        for arrival in found.iter_mut().filter(|arrival| arrival.is_there) {
            let claim = then.as_ref().and_then(|then| then.claim_of(&arrival.who));
            arrival.is_there = claim.is_some_and(|claim| claim.since() == arrival.since && claim.released.is_none());
            arrival.age = if arrival.is_there { age } else { arrival.age };
        }
        let waiting = found.iter().filter(|arrival| arrival.is_there).count();
        if waiting < 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    repository.each_version(&path, LOOKED_BACK, see).ok()?;
    found.sort_by_key(|arrival| Reverse(arrival.age));
    let is_told = found.len() > 1 && found[0].age > found[1].age;
    is_told.then(|| found.into_iter().map(|arrival| arrival.who).collect())
}

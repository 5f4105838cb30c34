//! A task that takes longer than planned.

use super::Shell;
use crate::kit::World;

#[test]
fn a_task_over_its_budget_is_passed_on_or_planned_anew() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let said = world.by("zoe").run("log p4n8w 3h").exits(0);
    let check = world.by("orga").run("check").exits(0);
    let orga = Shell::of(&world, "orga");
    orga.fills(&check, "lint-over-budget", "mpa tasks edit p4n8w --budget TEMPS", "mpa tasks edit p4n8w --budget 4h");
    world.by("orga").run("check").exits(0).never_says("de plus que le temps prévu");
    Shell::of(&world, "zoe").follows(&said, "note-over-budget", "mpa release p4n8w");
}

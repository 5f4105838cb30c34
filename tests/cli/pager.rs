//! What is longer than the screen goes through a pager, and nothing else does.

use crate::kit::World;

/// A pager that marks what went through it.
const MARKED: &str = "sed s/^/|/";

#[test]
fn a_long_page_goes_through_the_pager_and_a_short_one_does_not() {
    let world = World::new();
    let typed = |words: &str| world.by("zoe").env("MPA_PAGER", MARKED).on_terminal(words).ends(0);
    typed("help --all").says("|").says("--no-pager");
    typed("progress").never_says("|");
    typed("help --all --no-pager").never_says("|");
}

#[test]
fn the_variables_come_in_order_and_nothing_is_none() {
    let world = World::new();
    let typed = |own: Option<&str>, usual: &str| {
        let call = world.by("zoe").env("PAGER", usual);
        let call = own.map_or_else(|| world.by("zoe").env("PAGER", usual).without("MPA_PAGER"), |own| call.env("MPA_PAGER", own));
        call.on_terminal("help --all").ends(0)
    };
    typed(None, MARKED).says("|");
    typed(Some(""), MARKED).never_says("|");
    typed(Some("cat"), MARKED).never_says("|");
    typed(None, "").never_says("|");
    typed(None, "no-such-pager-anywhere").says("--no-pager");
}

#[test]
fn a_pipe_has_no_pages() {
    let world = World::new();
    world.by("zoe").env("PAGER", MARKED).without("MPA_PAGER").run("help --all").exits(0).never_says("|");
}

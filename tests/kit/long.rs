//! What the usual run tries a part of, chosen from outside.

/// Whether the long tables are gone through row by row, which `MPA_TABLES=all` asks for. Else each row, and each way to take it,
/// is met at least once, and not every row in every way.
#[allow(clippy::disallowed_methods, reason = "the length of the run is chosen from outside")]
pub fn is_whole() -> bool {
    std::env::var("MPA_TABLES").is_ok_and(|chosen| chosen == "all")
}

/// How many moments somebody is killed at: `all`, or half of them as long as `MPA_KILLS` says nothing.
#[allow(clippy::disallowed_methods, reason = "the length of the run is chosen from outside")]
pub fn kills(all: u32) -> u32 {
    if std::env::var_os("MPA_KILLS").is_some() { all } else { all / 2 }
}

//! The program as people meet it: typed words in, exit code, sentences, files and commits out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "tests, which build a world of their own"
)]

#[path = "../kit/mod.rs"]
mod kit;

mod bad_input;
mod check;
mod exact;
mod fix;
mod forget;
mod found;
mod hooks;
mod hostile;
mod kill;
mod mended;
mod merge;
mod options;
mod organise;
mod pending;
mod quota;
mod race;
mod random;
mod remind;
mod send_back;
mod states;
mod take;
mod undo;

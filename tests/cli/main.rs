//! The program as people meet it: typed words in, exit code, sentences, files and commits out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "tests, which build a world of their own"
)]

#[path = "../kit/mod.rs"]
mod kit;
#[path = "../kit/remote/mod.rs"]
mod remote;
#[path = "../kit/request.rs"]
mod request;

#[cfg(unix)]
mod advice;
#[cfg(unix)]
mod asked;
mod bad_input;
#[cfg(unix)]
mod bombs;
#[cfg(unix)]
mod by_hand;
mod check;
mod clock;
mod completions;
mod contrast;
mod doctor;
mod each_field;
mod effects;
mod exact;
mod export;
mod first_look;
mod fit;
mod fix;
mod foreseen;
mod forget;
mod formats;
mod found;
mod hooks;
mod hostile;
mod hostile_review;
mod ignored;
mod import;
mod import_doubt;
mod import_forms;
#[cfg(unix)]
mod indexed;
mod interrupted;
mod kill;
mod meet;
mod mended;
mod merge;
mod named;
mod namesake;
mod options;
mod organise;
mod organiser;
mod own_work;
mod pager;
mod past;
mod pending;
mod personal;
#[cfg(unix)]
mod picked;
mod progress;
mod proposal;
mod queue;
mod quota;
mod race;
mod random;
mod remind;
mod report;
#[cfg(unix)]
mod scenes;
mod schemas;
mod screen;
mod send_back;
mod shown;
mod site;
mod sparse;
#[cfg(unix)]
mod start;
mod states;
mod steps;
mod sweep;
mod sync;
mod take;
#[cfg(unix)]
mod terminal;
mod typed;
#[cfg(unix)]
mod typing;
mod undo;
mod undo_promised;
mod vote;
mod way;
mod wrong_uses;
mod year;
mod zones;

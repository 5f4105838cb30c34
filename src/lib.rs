//! `mpa`: precise tasks with a time budget for the volunteers of an association, kept as TOML files in a git repository.
//!
//! # The floors
//! From the top; each calls only those below it, and `tests/floors.rs` keeps it so:
//!
//! | floor | what it knows |
//! | --- | --- |
//! | [`cli`] | the command line, the terminal, the clock, the environment: the world |
//! | [`render`] | words: tables, pages, JSON, and every sentence in French and English |
//! | [`usecase`] | what happens when somebody asks for something, one operation a file |
//! | [`store`], [`vcs`] | files of TOML; git. They do not know each other |
//! | [`rules`] | what happened between two versions, and what is thought of it |
//! | [`domain`] | what the words mean: tasks, claims, budgets, days |
//!
//! # The rooms
//! A room is what lies directly on a floor: a file, or a folder with its page in `mod.rs`. Rooms of a floor know each other in
//! one direction only; the same test finds circles. The large ones:
//!
//! - [`rules::change`] names what happened, [`rules::judge`](mod@rules::judge) gives each change a verdict,
//!   [`rules::operation`] makes the task that is wished for, [`rules::redo`] asks what of a request none of our operations makes,
//!   and [`rules::lint`] is what `check` looks for;
//! - [`usecase`] has [`context`](usecase::context), [`people`](usecase::people), [`replay`](usecase::replay) (a request told and
//!   judged), [`review`](usecase::review), [`request`](usecase::request), [`read`](usecase::read), [`write`](usecase::write) and
//!   [`sync`](usecase::sync);
//! - [`vcs`] reads commits with libgit2 and does everything else with the `git` program.
//!
//! # The journey of a claim
//! `mpa claim inventaire`, from the words to the commit:
//!
//! 1. [`cli::main`] reads the environment and the clock, once, and clap the words; `Session` finds the data, the language and the
//!    day, and makes the [`usecase::Context`]: the store, the repository, the campaign, who acts, today.
//! 2. `claim` in `cli/write.rs` finds the task by its words ([`usecase::read::find`]), looks whether somebody took it on a branch
//!    that waits, asks where it may, and calls [`usecase::write::take::claim`].
//! 3. Where organisers review every change, [`usecase::request::facing`] exchanges the context for one that looks at a branch of
//!    the person's own; nothing below knows the difference.
//! 4. [`usecase::write::record::change_task`] is the road of every write. It takes the lock and reads the file again;
//!    [`rules::operation::claim`] makes the task as it would be; [`rules::changes`] names the differences and [`rules::judge()`]
//!    judges them; `store` finds the smallest edit of the bytes.
//! 5. The `Writer` commits exactly that file: `vcs/commit` looks at it once more, notes what it is about to do, writes it, lets
//!    `git commit --only` make the commit, and compares what came of it.
//! 6. The answer is a [`usecase::Receipt`]: what was done, or asked for, as a [`domain::message::Message`]. [`render`] gives it
//!    its words, and the command line offers to send it: [`usecase::sync`] does the same claim again on what others did meanwhile.
//!
//! The same steps 4 judge what came another way: [`usecase::replay`] reads both versions from two commits instead of from a lock
//! and a wish.

pub mod cli;
pub mod domain;
pub mod render;
pub mod rules;
pub mod store;
pub mod usecase;
pub mod vcs;

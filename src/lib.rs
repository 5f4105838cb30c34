//! `mpa`: precise tasks with a time budget for the volunteers of an association, kept as TOML files in a git repository.
//!
//! The floors, from the top; each calls only those below it:
//! [`cli`] reads the command line and the world; [`render`] finds the words; [`usecase`] carries out one operation a
//! file; [`store`] knows files and [`vcs`] git; [`rules`] judges; [`domain`] says what the words mean.

pub mod cli;
pub mod domain;
pub mod render;
pub mod rules;
pub mod store;
pub mod usecase;
pub mod vcs;

pub mod domain;
pub mod render;
pub mod rules;
pub mod store;
pub mod usecase;
pub mod vcs;

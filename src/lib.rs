pub mod domain;
pub mod vcs;

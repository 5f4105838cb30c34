//! What the words of an association's task list mean: pure types that cannot hold an illegal value.
//!
//! The words are those people use: campaign, theme, project, deliverable, task, resource, volunteer (a handle),
//! claim, budget, evidence, lead, organiser, deadline. Nothing here reads a file, a clock or git.

pub mod address;
pub mod bounds;
pub mod budget;
pub mod campaign;
mod cause;
pub mod claim;
pub mod day;
pub mod document;
pub mod field;
pub mod file_key;
pub mod formula;
pub mod hidden;
pub mod link;
pub mod login;
pub mod message;
pub mod name;
pub mod name_fault;
pub mod operation;
pub mod person;
pub mod project;
pub mod promotion;
pub mod said;
pub mod search;
pub mod sheet;
pub mod shell;
pub mod status;
pub mod task;
pub mod text;
pub mod typed_day;
pub mod typed_time;
pub mod zone;

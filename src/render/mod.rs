//! From outcomes to text: pages for people in their language, and JSON, CSV and Markdown for programs.
//!
//! All wording passes through the [`Catalogue`], all text through the [`Pen`].

pub mod campaign;
mod catalogue;
pub mod data;
pub mod doctor;
pub mod drawing;
mod elision;
pub mod forge;
pub mod history;
pub mod import;
pub mod invite;
mod language;
pub mod mail;
pub mod marks;
pub mod organiser;
pub mod outcome;
pub mod pages;
mod pen;
pub mod progress;
pub mod projects;
pub mod remind;
pub mod report;
pub mod review;
mod safe;
pub mod schema;
pub mod site;
mod table;
pub mod tasks;
pub mod today;
mod words;
mod zoned;

pub use catalogue::{Catalogue, sources};
pub use language::Language;
pub use pen::{Pen, Sheet, Style, lines};
pub use safe::visible_line;
pub use words::brief_state;

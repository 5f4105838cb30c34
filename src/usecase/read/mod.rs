//! What is looked up and told. Nothing is changed.

pub mod campaign;
pub mod check;
pub mod doctor;
pub mod filter;
pub mod find;
mod first_comer;
pub mod fit;
pub mod headway;
pub mod history;
pub mod hours;
pub mod list;
pub mod offered;
pub mod organiser;
pub mod progress;
pub mod query;
pub mod remind;
pub mod report;
pub mod show;
pub mod site;
pub mod today;

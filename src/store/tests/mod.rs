//! Reading and editing, on generated tasks in files as people leave them.

mod edit;
mod index;
pub(super) mod known;
mod merge;
mod messy;
mod messy_text;
mod new_file;
mod people;
mod random;
mod replace;
mod tidy;
mod values;

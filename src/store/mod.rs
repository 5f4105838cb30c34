//! TOML files in, domain values out; domain changes in, the smallest edit of the bytes out.
//!
//! Reading is lenient: every problem of a file is collected with its line, field, found and expected value, and one
//! broken file hides nothing else. Writing is minimal: only the touched keys change; comments, order, unknown keys, byte
//! order mark and line endings stay byte for byte. This floor reads files but never writes one, and knows no git.

mod canonical;
mod comments;
mod decode_addresses;
mod decode_campaign;
mod decode_person;
mod decode_project;
mod decode_record;
mod decode_task;
mod edit;
mod edit_campaign;
mod edit_fields;
mod edit_record;
mod entries;
mod error;
mod fields;
mod fields_list;
mod files;
mod foreign;
mod index;
mod kind;
mod layout;
mod leaf;
mod leaves;
mod lines;
mod list;
mod listing;
mod mentions;
mod names;
mod open;
mod place;
mod problem;
mod reading;
mod repair;
mod replace;
mod scan;
mod shape;
mod source;
mod stray;
mod table;
#[cfg(test)]
mod tests;
mod tidy;
mod tree;
mod write;

pub use canonical::{Named, Section};
pub use comments::{comments, mentions};
pub use decode_addresses::{Addresses, decode_addresses};
pub use decode_campaign::decode_campaign;
pub use decode_person::decode_person;
pub use decode_project::{decode_project, decode_theme};
pub use decode_task::decode_task;
pub use edit::{edit_person, edit_project, edit_task};
pub use edit_campaign::{edit_campaign, package_name};
pub use error::Elsewhere;
pub use error::StoreError;
pub use files::{decode, edit_file, new_file, replace_in_file};
pub use foreign::read_sheet;
pub use index::{BlobId, Mark, Shelf};
pub use layout::{
    CAMPAIGN_FILE, DATA_FOLDER, OtherFile, PEOPLE_FOLDER, PROJECTS_FOLDER, TASKS_FOLDER, TaskFile, find_root, key_of,
    person_path, project_path, task_path, theme_path,
};
pub use leaves::{Versions, is_laid_out_as, left_over};
pub use mentions::lines_with;
pub use open::{Loaded, Store};
pub use problem::{Decoded, Problem, Severity};
pub use repair::{Repair, tidied};
pub use scan::Scan;
pub use shape::{Shape, kinds};
pub use source::{FILE_MAX, Lines};
pub use tree::{Keeper, Listed, ListedKind, Listing, Tree};
pub use write::{new_campaign_file, new_person_file, new_project_file, new_task_file, new_theme_file};

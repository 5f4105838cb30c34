//! What a person chose to write about themselves: never a name, an e-mail address or a telephone number.

use std::collections::BTreeMap;

use super::day::Day;
use super::name::{Handle, Slug};
use super::promotion::Promotion;

/// A person as their own file describes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name of the file.
    pub handle: Handle,
    /// Their login on the forge.
    pub forge: Option<String>,
    /// Their ssh public keys.
    pub keys: Vec<String>,
    /// What they know how to do.
    pub skills: Vec<String>,
    /// Their promotion, if they care to say.
    pub promotion: Option<Promotion>,
    /// The projects they joined, and when.
    pub joined: BTreeMap<Slug, Day>,
    /// Keys this version does not know, by dotted path, with their value.
    pub extra: BTreeMap<String, String>,
}

impl Person {
    /// A person of whom nothing is known yet.
    pub fn new(handle: Handle) -> Self {
        Self {
            handle,
            forge: None,
            keys: Vec::new(),
            skills: Vec::new(),
            promotion: None,
            joined: BTreeMap::new(),
            extra: BTreeMap::new(),
        }
    }
}

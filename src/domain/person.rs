//! What a person chose to write about themselves: never a name, an e-mail address or a telephone number.

use std::collections::BTreeMap;

use super::day::Day;
use super::link::links;
use super::login::Login;
use super::name::{Handle, Slug};
use super::promotion::Promotion;

/// How many skills, keys or projects a person's file names at most without anybody asking why.
const LISTED_MAX: usize = 20;
/// The longest skill, in characters: a word or a few.
const SKILL_MAX: usize = 40;
/// The longest key, in bytes: RSA of 8192 bits.
const KEY_MAX: usize = 1_600;

/// A person as their own file describes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name of the file.
    pub handle: Handle,
    /// Their login on the forge.
    pub forge: Option<Login>,
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

    /// Whether what they know how to do is said in few words, without links.
    pub fn has_plain_skills(&self) -> bool {
        let is_plain = |skill: &String| skill.chars().count() <= SKILL_MAX && links(skill).count == 0;
        self.skills.len() <= LISTED_MAX && self.skills.iter().all(is_plain)
    }

    /// Whether their keys are keys, and say nothing beside.
    pub fn has_plain_keys(&self) -> bool {
        let is_word = |word: &str| word.bytes().all(|b| b.is_ascii_graphic());
        let is_plain = |key: &String| {
            let words: Vec<&str> = key.split(' ').collect();
            key.len() <= KEY_MAX && (2..=3).contains(&words.len()) && words.iter().all(|it| is_word(it)) && links(key).count == 0
        };
        self.keys.len() <= LISTED_MAX && self.keys.iter().all(is_plain)
    }

    /// Whether they joined as many projects as a person can follow.
    pub fn has_plain_projects(&self) -> bool {
        self.joined.len() <= LISTED_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skills_and_keys_carry_nothing_else() {
        let person = |skill: &str, key: &str| Person {
            skills: vec![skill.to_owned()],
            keys: vec![key.to_owned()],
            ..Person::new(Handle::new("lampe").unwrap())
        };
        let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE lampe@mine";
        assert!(person("montage vidéo", key).has_plain_skills() && person("web", key).has_plain_keys());
        for skill in ["voir https://example.org", "www.example.org", &"a".repeat(41)] {
            assert!(!person(skill, key).has_plain_skills(), "{skill}");
        }
        for wrong in ["ssh-ed25519", &format!("{key} www.example.org"), "ssh-rsa AAAA https://example.org", "ssh-rsa A\tB c"] {
            assert!(!person("web", wrong).has_plain_keys(), "{wrong}");
        }
        let many = Person { skills: vec!["web".to_owned(); 21], ..person("web", key) };
        assert!(!many.has_plain_skills());
    }
}

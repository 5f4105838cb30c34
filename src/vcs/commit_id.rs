//! The name of a commit.

use std::fmt;

use git2::Oid;

/// The full name of a commit in hexadecimal. Only git names commits, so only this floor makes one: what people type, and what
/// commits say of each other, is mere text until git has found it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommitId(String);

impl CommitId {
    /// What git, or a note of ours, has written; `None` where that is no full name.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let is_digit = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
        (matches!(text.len(), 40 | 64) && text.bytes().all(is_digit)).then(|| Self(text.to_owned()))
    }

    /// As git writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The beginning of it, enough for people.
    pub fn short(&self) -> &str {
        &self.0[..10]
    }

    /// The same for libgit2.
    pub(super) fn oid(&self) -> Result<Oid, git2::Error> {
        Oid::from_str(&self.0)
    }
}

impl From<Oid> for CommitId {
    fn from(id: Oid) -> Self {
        Self(id.to_string())
    }
}

impl fmt::Display for CommitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_full_name_is_one() {
        let (short, long) = ("0123456789abcdef".repeat(3), "0123456789abcdef".repeat(4));
        assert!(CommitId::parse(&short[..40]).is_some() && CommitId::parse(&long).is_some());
        for text in ["", "HEAD", "main", "0123456789", &short, &short[..40].to_uppercase(), &"g".repeat(40)] {
            assert_eq!(CommitId::parse(text), None, "{text}");
        }
    }
}

//! The name of an account on a forge, which is no handle: it may have capitals, dots and underscores (`marin_corp`), and
//! only a people file says for certain whose it is.

use std::fmt;

use super::name::Handle;

/// The longest login.
pub const LOGIN_MAX: usize = 64;
/// How forges mark the accounts of programs.
const PROGRAM: &str = "[bot]";

/// The account of a person on a forge: letters without accents, digits, `.`, `-` and `_`, 1 to 64 characters. It keeps its
/// spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login(String);

impl Login {
    /// Accepts exactly the grammar; `None` otherwise, for the account of a program too.
    pub fn new(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
        (plain && (1..=LOGIN_MAX).contains(&text.len())).then(|| Self(text.to_owned()))
    }

    /// Whether `text` names the account of a program, which is nobody's: `dependabot[bot]`.
    pub fn is_program(text: &str) -> bool {
        text.strip_suffix(PROGRAM).is_some_and(|name| Self::new(name).is_some())
    }

    /// Whether both name one account: forges do not tell capital letters apart.
    pub fn is(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }

    /// The handle that is spelt like it, where one can be.
    pub fn handle(&self) -> Option<Handle> {
        Handle::new(&self.folded())
    }

    /// The same for every spelling of one account.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// The text, as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logins_are_wider_than_handles() {
        for (text, handle) in
            [("marin_corp", None), ("Marin-Corp", Some("marin-corp")), ("pierre.martin", None), ("x", Some("x")), ("-x", None)]
        {
            let login = Login::new(text).unwrap();
            assert_eq!((login.as_str(), login.handle().as_ref().map(Handle::as_str)), (text, handle));
        }
        for bad in ["", "a b", "é", "app[bot]", "[bot]", "x$(id)", "a\nb", &"a".repeat(65)] {
            assert_eq!(Login::new(bad), None, "{bad}");
        }
        assert!(Login::is_program("app[bot]") && !Login::is_program("[bot]") && !Login::is_program("app"));
        assert!(Login::new("Marin_Corp").unwrap().is(&Login::new("marin_corp").unwrap()));
    }
}

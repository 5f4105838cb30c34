//! Names that become file names, keys and branch names: handles, slugs and task ids.
//!
//! The grammars are strict so that no name can leave the data folder, collide on a file system that folds
//! case, hide a device name, or carry anything a terminal or a shell would interpret.

use std::fmt;

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::message::Arg;
use super::name_fault::NameFault;

/// The longest handle, as on the common forges.
pub const HANDLE_MAX: usize = 39;
/// How the name of somebody forgotten begins, in every language.
pub const ANONYMOUS: &str = "anonyme-";
/// And how many characters are drawn behind it.
const ANONYMOUS_DRAWN: usize = 4;
/// The longest slug, so that `<id>-<slug>.toml` stays a comfortable file name.
pub const SLUG_MAX: usize = 64;
/// How many letters of a title the slug of a new file keeps.
const SLUG_OF_TITLE: usize = 48;
/// Task ids have at least this many characters.
pub const ID_MIN: usize = 5;
/// And at most this many.
pub const ID_MAX: usize = 26;
/// Crockford's base 32: no i, l, o, u.
const CROCKFORD: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The pseudonym of a person: `[a-z0-9]+(-[a-z0-9]+)*`, 1 to 39 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handle(String);

impl Handle {
    /// Accepts exactly the grammar; `None` otherwise.
    pub fn new(text: &str) -> Option<Self> {
        Self::fault(text).is_none().then(|| Self(text.to_owned()))
    }

    /// Why `text` is none, if it is none.
    pub fn fault(text: &str) -> Option<NameFault> {
        hyphenated_fault(text, HANDLE_MAX)
    }

    /// A name that stands for somebody forgotten, made of draws as [`TaskId::from_draws`].
    pub fn anonymous(draw: impl FnMut() -> u8) -> Self {
        Self(format!("{ANONYMOUS}{}", &TaskId::from_draws(ID_MIN, draw).as_str()[..ANONYMOUS_DRAWN]))
    }

    /// Whether this name stands for somebody forgotten.
    pub fn is_anonymous(&self) -> bool {
        self.0
            .strip_prefix(ANONYMOUS)
            .is_some_and(|drawn| drawn.len() >= ANONYMOUS_DRAWN && drawn.bytes().all(|b| CROCKFORD.contains(&b)))
    }

    /// The text of the handle.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The short name of a theme, a project or a deliverable: the grammar of a handle, 1 to 64 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// Accepts exactly the grammar; `None` otherwise.
    pub fn new(text: &str) -> Option<Self> {
        Self::fault(text).is_none().then(|| Self(text.to_owned()))
    }

    /// Why `text` is none, if it is none.
    pub fn fault(text: &str) -> Option<NameFault> {
        hyphenated_fault(text, SLUG_MAX)
    }

    /// The slug of a title: accents folded, everything else that is not a letter or digit turned into hyphens,
    /// cut between words. `None` when nothing usable is left (a title in Chinese, for instance).
    pub fn of_title(title: &str) -> Option<Self> {
        let words: String =
            plain(title).chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' }).collect();
        let mut slug = String::new();
        for word in words.split_whitespace() {
            if slug.is_empty() {
                slug.push_str(&word[..word.len().min(SLUG_OF_TITLE)]);
            } else if slug.len() + 1 + word.len() <= SLUG_OF_TITLE {
                slug.push('-');
                slug.push_str(word);
            } else {
                break;
            }
        }
        Self::new(&slug)
    }

    /// The text of the slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `text` in lower case, without accents, joined letters written out.
pub(super) fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut plain = String::with_capacity(lower.len());
    for letter in DecomposingNormalizerBorrowed::new_nfd().normalize(&lower).chars() {
        match letter {
            '\u{300}'..='\u{36f}' => {}
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' => plain.push('d'),
            'ı' => plain.push('i'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            'ß' => plain.push_str("ss"),
            _ => plain.push(letter),
        }
    }
    plain
}

/// Why `text` is not `[a-z0-9]+(-[a-z0-9]+)*`, `most` characters at most, and no name that Windows keeps for a device.
fn hyphenated_fault(text: &str, most: usize) -> Option<NameFault> {
    let is_plain = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-';
    match text.chars().find(|c| !is_plain(c)) {
        _ if text.is_empty() => Some(NameFault::Empty),
        Some(sign) => Some(NameFault::Sign(sign)),
        None if text.len() > most => Some(NameFault::TooLong(most)),
        None if text.split('-').any(str::is_empty) => Some(NameFault::Hyphens),
        None => is_device(text).then_some(NameFault::Device),
    }
}

/// Whether Windows keeps that name for a device.
pub fn is_device(text: &str) -> bool {
    match text {
        "con" | "prn" | "aux" | "nul" => true,
        _ => ["com", "lpt"]
            .iter()
            .any(|port| text.strip_prefix(port).is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))),
    }
}

/// The id of a task: 5 or more characters of lower-case Crockford base 32, drawn at random, never reused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(String);

impl TaskId {
    /// Accepts exactly the grammar of the files; `None` otherwise.
    pub fn new(text: &str) -> Option<Self> {
        Self::fault(text).is_none().then(|| Self(text.to_owned()))
    }

    /// Why `text` is none, if it is none.
    pub fn fault(text: &str) -> Option<NameFault> {
        let is_plain = |c: &char| u8::try_from(*c).is_ok_and(|byte| CROCKFORD.contains(&byte));
        match text.chars().find(|c| !is_plain(c)) {
            _ if text.is_empty() => Some(NameFault::Empty),
            Some(sign) => Some(NameFault::Sign(sign)),
            None if text.len() < ID_MIN => Some(NameFault::TooShort(ID_MIN)),
            None => (text.len() > ID_MAX).then_some(NameFault::TooLong(ID_MAX)),
        }
    }

    /// What a person may have typed for an id or its beginning: `#`, capitals, `o` for 0, `i` and `l` for 1 are forgiven.
    /// `None` when it cannot be the beginning of an id.
    pub fn forgive(typed: &str) -> Option<String> {
        let bare = typed.trim().trim_start_matches('#').to_ascii_lowercase();
        let plain: String = bare
            .chars()
            .map(|c| match c {
                'o' => '0',
                'i' | 'l' => '1',
                other => other,
            })
            .collect();
        (!plain.is_empty() && plain.len() <= ID_MAX && plain.bytes().all(|b| CROCKFORD.contains(&b))).then_some(plain)
    }

    /// The id made of `length` draws, each a number whose lowest five bits choose a character.
    pub fn from_draws(length: usize, mut draw: impl FnMut() -> u8) -> Self {
        let length = length.clamp(ID_MIN, ID_MAX);
        Self((0..length).map(|_| char::from(CROCKFORD[usize::from(draw() & 31)])).collect())
    }

    /// The text of the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! shown_as_text {
    ($($name:ident),*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&$name> for Arg {
            fn from(name: &$name) -> Self {
                Self::Text(name.0.clone())
            }
        }
    )*};
}

shown_as_text!(Handle, Slug, TaskId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_follow_the_grammar() {
        for good in ["a", "wagonnet", "lampe-frontale", "x2", "2x", &"a".repeat(39)] {
            assert!(Handle::new(good).is_some(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "Ada", "a b", "é", "a/b", "..", "con", "com1", "a\u{1b}", &"a".repeat(40)] {
            assert!(Handle::new(bad).is_none(), "{bad}");
        }
        for (bad, fault) in [
            ("", NameFault::Empty),
            ("Ada", NameFault::Sign('A')),
            ("é", NameFault::Sign('é')),
            ("a b", NameFault::Sign(' ')),
            ("-a", NameFault::Hyphens),
            ("a--b", NameFault::Hyphens),
            ("aux", NameFault::Device),
            ("lpt9", NameFault::Device),
            (&"a".repeat(40), NameFault::TooLong(39)),
        ] {
            assert_eq!(Handle::fault(bad), Some(fault), "{bad}");
            assert_eq!(Slug::fault(bad), Some(fault).filter(|it| !matches!(it, NameFault::TooLong(_))), "{bad}");
        }
        for (bad, fault) in
            [("k7q", NameFault::TooShort(5)), ("k7q2u", NameFault::Sign('u')), (&"a".repeat(27), NameFault::TooLong(26))]
        {
            assert_eq!(TaskId::fault(bad), Some(fault), "{bad}");
        }
    }

    #[test]
    fn somebody_forgotten_is_known_by_the_name() {
        let mut draws = [10_u8, 3, 255, 0, 7].into_iter();
        let forgotten = Handle::anonymous(|| draws.next().unwrap());
        assert_eq!(forgotten.as_str(), "anonyme-a3z0");
        assert!(forgotten.is_anonymous() && Handle::new(forgotten.as_str()).is_some());
        for other in ["anonyme", "anonyme-abc", "anonyme-abcl", "anonyme-ab-cd", "anonymes-abcd", "piolet"] {
            assert!(!Handle::new(other).unwrap().is_anonymous(), "{other}");
        }
    }

    #[test]
    fn slugs_come_from_titles() {
        assert_eq!(
            Slug::of_title("Mettre en ligne la liste des tâches").unwrap().as_str(),
            "mettre-en-ligne-la-liste-des-taches"
        );
        assert_eq!(Slug::of_title("L’œuvre, à Noël !").unwrap().as_str(), "l-oeuvre-a-noel");
        assert_eq!(Slug::of_title("e\u{301}tude").unwrap().as_str(), "etude");
        assert_eq!(Slug::of_title("任务"), None);
        assert_eq!(Slug::of_title("con"), None);
        let long = Slug::of_title(&"mot ".repeat(40)).unwrap();
        assert!(long.as_str().len() <= SLUG_OF_TITLE && long.as_str().ends_with("mot"));
    }

    #[test]
    fn ids_are_crockford_and_forgiving_when_typed() {
        assert!(TaskId::new("k7q2m").is_some());
        for bad in ["k7q2", "K7Q2M", "k7q2o", "../ab", "k7q2m ", ""] {
            assert!(TaskId::new(bad).is_none(), "{bad}");
        }
        assert_eq!(TaskId::forgive("#K7Q2M").as_deref(), Some("k7q2m"));
        assert_eq!(TaskId::forgive("oil").as_deref(), Some("011"));
        assert_eq!(TaskId::forgive("u"), None);
        let mut n = 0_u8;
        let id = TaskId::from_draws(5, || {
            n += 9;
            n
        });
        assert!(TaskId::new(id.as_str()).is_some());
    }
}

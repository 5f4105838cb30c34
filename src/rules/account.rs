//! Whose an account of the forge is: that of the person whose file names it, else of the person whose handle is spelt like it,
//! as long as nobody else goes by that handle. One rule for requests, for forms and for whoever types an account.

use crate::domain::login::Login;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::person::Person;

/// Why an account is nobody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stranger {
    /// No forge has accounts of that name.
    NoLogin,
    /// It is a program's.
    Program,
    /// Several files name it.
    Several(Vec<Handle>),
    /// No file names it, and it can be nobody's handle.
    Unnamed(Login),
    /// It is spelt like the handle of this person, or asks for it, whose file does not name it.
    Taken(Handle, Login),
}

impl Stranger {
    /// The end of a sentence about the account: why it is nobody's, and the line that is missing, where one is.
    pub fn reason(&self) -> Message {
        match self {
            Self::NoLogin => Message::new("stranger-no-login"),
            Self::Program => Message::new("stranger-program"),
            Self::Several(people) => {
                let people = people.iter().map(ToString::to_string).collect::<Vec<_>>();
                Message::new("stranger-several").with("people", people)
            }
            Self::Unnamed(login) => Message::new("stranger-unnamed").with("login", login.as_str()),
            Self::Taken(person, login) => Message::new("stranger-taken").with("person", person).with("login", login.as_str()),
        }
    }
}

/// The account `text`, where a person can have it.
///
/// # Errors
/// Why nobody can.
pub fn account(text: &str) -> Result<Login, Stranger> {
    Login::new(text).ok_or_else(|| if Login::is_program(text) { Stranger::Program } else { Stranger::NoLogin })
}

/// Whose file among `people` names `login`; `None` where nobody's does.
///
/// # Errors
/// Several do.
pub fn named<'a>(login: &Login, people: impl IntoIterator<Item = &'a Person>) -> Result<Option<Handle>, Stranger> {
    let named = people.into_iter().filter(|person| has_login(person, login)).map(|person| person.handle.clone());
    let mut named: Vec<Handle> = named.collect();
    match named.len() {
        0 | 1 => Ok(named.pop()),
        _ => Err(Stranger::Several(named)),
    }
}

/// Who goes by `login` though no file names it. Where the person with that handle has a file, it would name the account if it
/// were theirs.
///
/// # Errors
/// Nobody does.
pub fn spelt(login: &Login, has_file: bool) -> Result<Handle, Stranger> {
    match login.handle() {
        // Nobody becomes what is left of somebody forgotten.
        Some(handle) if handle.is_anonymous() => Err(Stranger::Unnamed(login.clone())),
        Some(handle) if has_file => Err(Stranger::Taken(handle, login.clone())),
        Some(handle) => Ok(handle),
        None => Err(Stranger::Unnamed(login.clone())),
    }
}

/// Whether the person's file names `login`.
pub fn has_login(person: &Person, login: &Login) -> bool {
    person.forge.as_ref().is_some_and(|known| known.is(login))
}

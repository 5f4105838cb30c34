//! Who is meant by an account of the forge, as the people files here say.

use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::rules::account::{Stranger, account, named, spelt};
use crate::store::Store;

use super::failure::{Failure, Kind};

/// The person whose account `login` is.
///
/// # Errors
/// It is nobody's: what is missing. The folder of people cannot be listed.
pub fn holder(store: &Store, login: &str) -> Result<Handle, Failure> {
    let (people, _) = store.people()?;
    let has_file = |handle: &Handle| Ok::<_, Failure>(store.person(handle)?.is_some());
    let stranger = |why: Stranger| {
        let message = Message::new("no-account").with("login", login).with("reason", why.reason());
        Failure::new(Kind::Usage, message)
    };
    let login = &account(login).map_err(stranger)?;
    if let Some(person) = named(login, &people).map_err(stranger)? {
        return Ok(person);
    }
    spelt(login, login.handle().as_ref().map_or(Ok(false), has_file)?).map_err(stranger)
}

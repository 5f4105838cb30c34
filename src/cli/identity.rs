//! Who types: asked once, then remembered in the repository's configuration.

use crate::domain::name::{Handle, Slug};
use crate::usecase::{Context, Failure};
use crate::vcs::Repository;

use super::ask::Asker;
use super::environment::Environment;
use super::values;

/// Makes sure that a writing command knows who acts.
///
/// # Errors
/// An answer that cannot be a handle. Without a terminal the command itself says what is missing.
pub fn ensure(context: &mut Context, environment: &Environment, ask: &Asker<'_>) -> Result<(), Failure> {
    if context.actor.is_some() || !ask.can_ask {
        return Ok(());
    }
    let Ok(repository) = &context.repository else { return Ok(()) };
    let proposed = proposed_handle(environment, Some(repository));
    let handle = ask.value("ask-handle", "--as", proposed.as_deref(), |text| values::handle("--as", text))?;
    if !context.writing.dry_run {
        repository.set_config_local("mpa.handle", handle.as_str())?;
    }
    context.actor = Some(handle);
    Ok(())
}

/// The login on the forge, else what git calls the person, as a handle.
pub fn proposed_handle(environment: &Environment, repository: Option<&Repository>) -> Option<String> {
    let config = |key: &str| repository.map_or_else(|| environment.git_config(key), |repository| repository.config(key));
    let login = ["github.user", "gitlab.user", "user.name"].iter().find_map(|key| config(key));
    let name = environment.handle.clone().or(login)?;
    Handle::new(&name.to_lowercase()).map(|handle| handle.to_string()).or_else(|| Some(Slug::of_title(&name)?.to_string()))
}

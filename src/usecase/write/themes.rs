//! Themes: list them, look at one, add one.

use crate::domain::document::Document;
use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::operation::Operation;
use crate::domain::project::{Project, Theme};
use crate::rules::changes;
use crate::rules::judge::State;
use crate::rules::personal::slug_of;
use crate::rules::promise::most_promising_first;
use crate::store::{Problem, new_theme_file, theme_path};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::failure::{Failure, Kind, hint_command, missing};
use crate::usecase::read::progress::no_such_theme;
use crate::usecase::replay::foresee::mind_texts;
use crate::usecase::request::facing::{Subject, facing};

use super::projects::receipt_of_new;
use super::receipt::{Effect, Receipt};
use super::record::pass;
use super::writer::{FileEdit, Writer};

/// The themes, each with its projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Themes {
    /// Each theme and the projects born in it, the most promising first.
    pub themes: Vec<(Theme, Vec<Project>)>,
    /// Files that could not be read.
    pub problems: Vec<Problem>,
}

/// Lists the themes; only `slug` when named.
///
/// # Errors
/// A theme that does not exist; a folder that cannot be read.
pub fn themes(context: &Context, slug: Option<&Slug>) -> Result<Themes, Failure> {
    let (found, mut problems) = context.store.themes()?;
    let (projects, more) = context.projects()?;
    problems.extend(more);
    let ranked = most_promising_first(projects.values());
    let born_in =
        |theme: &Theme| ranked.iter().copied().filter(|project| project.theme.as_ref() == Some(&theme.slug)).cloned().collect();
    let mut themes: Vec<(Theme, Vec<Project>)> = found.into_iter().map(|theme| (theme.clone(), born_in(&theme))).collect();
    if let Some(slug) = slug {
        themes.retain(|(theme, _)| theme.slug == *slug);
        if themes.is_empty() {
            return Err(no_such_theme(context, slug));
        }
    }
    Ok(Themes { themes, problems })
}

/// Adds a theme.
///
/// # Errors
/// A short name that is taken or cannot be made, a rule, git.
pub fn add(
    context: &Context,
    slug: Option<Slug>,
    title: &str,
    question: Option<String>,
    ideas: Vec<String>,
) -> Result<Receipt, Failure> {
    let slug = slug.or_else(|| slug_of(title)).ok_or_else(|| missing("--slug"))?;
    let context = &facing(context, Subject::Theme(&slug))?;
    let writer = Writer::open(context)?;
    let theme = Theme { slug: slug.clone(), title: title.to_owned(), question, ideas, extra: Default::default() };
    let new = new_theme_file(&theme).into_bytes();
    if let Some(there) = context.store.theme(&slug)?
        && !writer.is_left_new(&there.path, &there.bytes, &new)?
    {
        let message = Message::new("theme-exists").with("theme", &slug);
        return Err(Failure::new(Kind::Usage, message).hint(hint_command(&format!("mpa themes show {slug}"))));
    }
    let theme = Document::from(theme);
    let found = changes(None, Some(&theme));
    let waits = pass(context, context.actor()?, None, &found, &State::of_campaign(&context.campaign, context.today))?;
    mind_texts(context, (None, Some(&theme)))?;
    let edit = FileEdit { path: theme_path(&slug), before: None, after: new };
    let trailers = [("Mpa-Theme", slug.to_string())];
    let (landing, mut notes) =
        writer.commit(&[edit], Headline { operation: Operation::AddTheme, title, id: slug.as_str(), trailers: &trailers })?;
    notes.extend(waits);
    let effect =
        Effect::new(context, Operation::AddTheme, title, Message::new("theme-added").with("theme", title).with("slug", &slug));
    Ok(receipt_of_new(context, landing, effect, notes))
}

//! What the data hold that can be typed.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use clap_complete::engine::CompletionCandidate;

use crate::domain::task::Task;
use crate::domain::text::folded;
use crate::render::visible_line;
use crate::usecase::people::acquainted::everybody;
use crate::usecase::read::find::Among;
use crate::usecase::read::offered;
use crate::usecase::{Context, Failure};

use super::super::words::PLACES;
use super::place::Wanted;

/// The shortest word of a title that is offered.
const WORD_MIN: usize = 3;

/// A name that can be typed, and what it stands for.
type Named = (String, String);

thread_local! {
    /// The data around. Not in [`Known`], which clap could hand to another thread.
    static AROUND: RefCell<Option<Context>> = const { RefCell::new(None) };
}

/// What can be typed on a line.
pub struct Known {
    line: Vec<String>,
}

impl Known {
    /// What can be typed on `line` in the campaign of `context`; `None` where it cannot be read.
    pub fn new(context: Option<Context>, line: Vec<String>) -> Self {
        AROUND.set(context);
        Self { line }
    }

    /// What can stand where `typed` was begun; nothing where the data cannot be read.
    pub fn candidates(&self, wanted: Wanted, typed: &str) -> Vec<CompletionCandidate> {
        let words: &[&str] = match wanted {
            Wanted::Words(words) => words,
            Wanted::Places => &PLACES,
            _ => &[],
        };
        let words = words.iter().map(|word| ((*word).to_owned(), String::new()));
        let found = AROUND.with_borrow(|context| self.found(context.as_ref()?, wanted, typed).ok()).unwrap_or_default();
        words.filter(|(word, _)| word.starts_with(typed)).chain(found).filter(|(name, _)| is_plain(name)).map(candidate).collect()
    }

    fn found(&self, context: &Context, wanted: Wanted, typed: &str) -> Result<Vec<Named>, Failure> {
        let named = match wanted {
            Wanted::Projects => named(context.projects()?.0.into_values().map(|project| (project.slug, project.title))),
            Wanted::Themes => named(context.store.themes()?.0.into_iter().map(|theme| (theme.slug, theme.title))),
            Wanted::Deliverables => self.deliverables(context)?,
            Wanted::Skills => alone(offered::skills(context)?),
            Wanted::Words(_) => Vec::new(),
            Wanted::Places => alone(offered::towns(context)?),
            Wanted::People => alone(everybody(context)?),
            tasks => return of_tasks(context, tasks, typed),
        };
        let typed = folded(typed);
        Ok(named.into_iter().filter(|(name, _)| folded(name).starts_with(&typed)).collect())
    }

    fn deliverables(&self, context: &Context) -> Result<Vec<Named>, Failure> {
        let (projects, _) = context.projects()?;
        let is_named = |slug: &str| self.line.iter().any(|word| word == slug);
        let is_any_named = projects.keys().any(|slug| is_named(slug.as_str()));
        let meant = projects.into_values().filter(|project| !is_any_named || is_named(project.slug.as_str()));
        Ok(named(meant.flat_map(|project| project.deliverables).map(|it| (it.slug, it.title))))
    }
}

fn named(all: impl Iterator<Item = (impl ToString, String)>) -> Vec<Named> {
    all.map(|(name, title)| (name.to_string(), title)).collect()
}

fn alone(names: BTreeSet<impl ToString>) -> Vec<Named> {
    names.into_iter().map(|name| (name.to_string(), String::new())).collect()
}

/// Ids that begin with `typed`, and words of titles that do.
fn of_tasks(context: &Context, wanted: Wanted, typed: &str) -> Result<Vec<Named>, Failure> {
    let among = match wanted {
        Wanted::Open => Among::Open(None),
        Wanted::Mine => Among::HeldBy(context.person()?),
        Wanted::Done => Among::Done,
        _ => Among::All,
    };
    let start = typed.to_lowercase();
    let begins = |task: &Task| task.id.as_str().starts_with(&start) || !words_of(&task.title, &start).is_empty();
    let is_meant = |task: &Task| (wanted != Wanted::Over || task.is_over()) && (start.is_empty() || begins(task));
    let found = offered::tasks(context, among, is_meant)?;
    let ids = found.iter().filter(|(id, _)| id.as_str().starts_with(&start)).map(|(id, title)| (id.to_string(), title.clone()));
    let mut words: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    if !start.is_empty() {
        for (_, title) in &found {
            for word in words_of(title, &start) {
                words.entry(word).or_default().insert(title);
            }
        }
    }
    let of_titles = words.into_iter().map(|(word, titles)| {
        let only = titles.first().filter(|_| titles.len() == 1).map(ToString::to_string);
        (word, only.unwrap_or_default())
    });
    Ok(ids.chain(of_titles).collect())
}

/// The words of a title that begin with `start`, without accents where it has none.
fn words_of(title: &str, start: &str) -> Vec<String> {
    let title = title.to_lowercase();
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= WORD_MIN);
    let form = |word: &str| {
        let plain = || (!word.is_ascii()).then(|| folded(word)).filter(|plain| plain.starts_with(start));
        if word.starts_with(start) { Some(word.to_owned()) } else { plain() }
    };
    words.filter_map(form).collect()
}

/// Whether a shell takes it for one word that means only itself: some put it on the line as it is.
fn is_plain(name: &str) -> bool {
    let is_safe = |c: char| c.is_alphanumeric() || "-_.+".contains(c);
    !name.is_empty() && !name.starts_with('-') && name.chars().all(is_safe)
}

fn candidate((name, title): Named) -> CompletionCandidate {
    let help = (!title.is_empty()).then(|| visible_line(&title).into_owned().into());
    CompletionCandidate::new(name).help(help)
}

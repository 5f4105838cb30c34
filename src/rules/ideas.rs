//! The ideas of a theme, and the projects that carry them out: people write one idea in several ways.

use crate::domain::project::Project;
use crate::domain::search::Sought;
use crate::domain::text::folded;

use super::lint::alike::is_near;

/// Which idea of a theme is meant by what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant<'a> {
    /// This one: only capitals, accents and signs differ.
    This(&'a str),
    /// This one very likely: it is nearly written so, or has all the words that were typed.
    Likely(&'a str),
    /// One of these.
    OneOf(Vec<&'a str>),
    /// None of them.
    None,
}

/// Which of the `ideas` is meant by `typed`.
pub fn meant<'a>(ideas: &'a [String], typed: &str) -> Meant<'a> {
    if let Some(same) = ideas.iter().find(|idea| is_same(idea, typed)) {
        return Meant::This(same);
    }
    let (sought, plain) = (Sought::new(typed), folded(typed));
    let is_meant = |idea: &&String| {
        is_near(&folded(idea), &plain) || !sought.is_empty() && sought.rank(idea, &[]).is_some_and(|rank| rank.is_as_typed())
    };
    match ideas.iter().filter(is_meant).map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Meant::None,
        [only] => Meant::Likely(only),
        ref several => Meant::OneOf(several.to_vec()),
    }
}

/// Those of the `projects` that carry out `idea`.
pub fn carrying<'a>(idea: &str, projects: impl IntoIterator<Item = &'a Project>) -> Vec<&'a Project> {
    projects.into_iter().filter(|project| project.idea.as_ref().is_some_and(|own| is_same(own, idea))).collect()
}

fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    let plain = folded(one);
    one == other || !plain.is_empty() && plain == folded(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_idea_is_recognised_however_it_is_written() {
        let ideas = ["Un podcast d’anciens élèves", "Un parrainage à deux", "Un podcast sur les mines", "木"].map(str::to_owned);
        let meant = |typed| meant(&ideas, typed);
        for typed in ["un podcast d'anciens eleves", "UN PODCAST D’ANCIENS ÉLÈVES !", "Un podcast d’anciens élèves"] {
            assert_eq!(meant(typed), Meant::This(&ideas[0]), "{typed}");
        }
        for typed in ["Un podcast d’ancien élèves", "podcast anciens", "Un podcats d’anciens élèves"] {
            assert_eq!(meant(typed), Meant::Likely(&ideas[0]), "{typed}");
        }
        assert_eq!(meant("un podcast"), Meant::OneOf(vec![&ideas[0], &ideas[2]]));
        assert_eq!(meant("木"), Meant::This(&ideas[3]));
        for typed in ["Une chorale", "parrainage à trois", "…", "火"] {
            assert_eq!(meant(typed), Meant::None, "{typed}");
        }
    }
}

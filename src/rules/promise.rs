//! Which projects are the most promising: lists and pages show them first.

use std::cmp::Ordering;

use crate::domain::project::{Poll, Project};
use crate::domain::text::folded;

/// The projects that go on before those that ended, each with a larger share of the votes first, then by name.
pub fn most_promising_first<'a>(projects: impl IntoIterator<Item = &'a Project>) -> Vec<&'a Project> {
    let mut all: Vec<(String, &Project)> = projects.into_iter().map(|project| (folded(&project.title), project)).collect();
    all.sort_by(|(name, one), (other_name, other)| {
        one.ended
            .is_some()
            .cmp(&other.ended.is_some())
            .then_with(|| by_votes(other.poll.as_ref(), one.poll.as_ref()))
            .then_with(|| (name, &one.slug).cmp(&(other_name, &other.slug)))
    });
    all.into_iter().map(|(_, project)| project).collect()
}

/// A smaller share is less; a project that was not voted on comes with one that nobody voted for.
fn by_votes(one: Option<&Poll>, other: Option<&Poll>) -> Ordering {
    let share = |poll: Option<&Poll>| poll.map_or((0, 1), |poll| (u64::from(poll.votes), u64::from(poll.of)));
    let ((votes, of), (other_votes, other_of)) = (share(one), share(other));
    (votes * other_of).cmp(&(other_votes * of))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_day;
    use crate::domain::name::Slug;

    #[test]
    fn the_larger_share_comes_first_and_what_ended_last() {
        let day = parse_day("2026-11-20").unwrap();
        let project = |slug: &str, votes: Option<(u32, u32)>| Project {
            poll: votes.map(|(votes, of)| Poll::new(day, votes, of).unwrap()),
            ..Project::new(Slug::new(slug).unwrap(), slug.to_owned())
        };
        let mut over = project("a-over", Some((9, 9)));
        over.ended = Some(day);
        let projects = [
            over,
            project("b-none", None),
            project("c-few", Some((30, 100))),
            project("d-most", Some((2, 3))),
            project("e-next", Some((666, 1_000))),
            project("f-nobody", Some((0, 5))),
        ];
        let order: Vec<&str> = most_promising_first(&projects).iter().map(|it| it.slug.as_str()).collect();
        assert_eq!(order, ["d-most", "e-next", "c-few", "b-none", "f-nobody", "a-over"]);
    }
}

//! When work would be finished if the days to come were like those so far: each of the past weeks is as likely to come again as
//! any other, independently of the one before (a bootstrap). The chances are computed, not drawn, so that the same weeks always
//! say the same.

use std::collections::BTreeMap;

/// Of ten cases, so many lie in the range that is said.
pub const SURE_IN_TEN: u32 = 8;

/// Beyond so many days nothing is foreseen.
pub const HORIZON: u32 = 7 * 26;

/// How finely what is left is divided.
const CELLS: u32 = 1024;

/// From which day to which the work is finished in eight cases of ten, counted from today; `None` for a day beyond [`HORIZON`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// In one case of ten it is finished by then.
    pub earliest: Option<u32>,
    /// In nine cases of ten it is finished by then.
    pub latest: Option<u32>,
}

/// When `left` minutes of work are finished, where each stretch of `length` days so far brought one of `stretches`.
pub fn range(left: u32, stretches: &[u32], length: u32) -> Range {
    let chances = chances(left, stretches, length);
    let margin = f64::from(10 - SURE_IN_TEN) / 20.0;
    let first = |wanted: f64| {
        let mut so_far = 0.0;
        let reached = |(_, chance): &(&u32, &f64)| {
            so_far += **chance;
            so_far >= wanted - 1e-9
        };
        chances.iter().find(reached).map(|(day, _)| *day)
    };
    Range { earliest: first(margin), latest: first(1.0 - margin) }
}

/// How likely it is that the work is finished on each day, up to [`HORIZON`].
fn chances(left: u32, stretches: &[u32], length: u32) -> BTreeMap<u32, f64> {
    let cell = left.div_ceil(CELLS).max(1);
    let need = left.div_ceil(cell);
    let mut brought: BTreeMap<u32, u32> = BTreeMap::new();
    stretches.iter().for_each(|time| *brought.entry(time.saturating_add(cell / 2) / cell).or_default() += 1);
    let of_all = f64::from(brought.values().sum::<u32>().max(1));
    let place = |cells: u32| usize::try_from(cells).unwrap_or(usize::MAX);
    let mut finished: BTreeMap<u32, f64> = BTreeMap::new();
    // How likely it is that so much is done when a stretch begins.
    let mut done = vec![0.0; place(need)];
    done.first_mut().into_iter().for_each(|chance| *chance = 1.0);
    for begin in (0..HORIZON).step_by(place(length.max(1))) {
        let mut next = vec![0.0; done.len()];
        for (missing, chance) in (1..=need).rev().zip(done).filter(|(_, chance)| *chance > 0.0) {
            for (more, times) in &brought {
                let chance = chance * f64::from(*times) / of_all;
                if *more < missing {
                    next[place(need - missing + more)] += chance;
                } else {
                    let days = (u64::from(length) * u64::from(missing)).div_ceil(u64::from(*more));
                    *finished.entry(begin + u32::try_from(days).unwrap_or(length)).or_default() += chance;
                }
            }
        }
        done = next;
    }
    finished
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn days(left: u32, stretches: &[u32], length: u32) -> (Option<u32>, Option<u32>) {
        let found = range(left, stretches, length);
        (found.earliest, found.latest)
    }

    #[test]
    fn weeks_that_are_all_alike_leave_no_doubt() {
        assert_eq!(days(600, &[300, 300, 300], 7), (Some(14), Some(14)));
        assert_eq!(days(150, &[300, 300], 7), (Some(4), Some(4)), "half a week of work takes half a week");
        assert_eq!(days(1, &[300], 7), (Some(1), Some(1)));
    }

    #[test]
    fn two_weeks_of_the_past_are_thrown_like_a_coin() {
        // 100 minutes at 100 or nothing a week: finished in the first week with one chance in two, in the fourth with 15 of 16.
        assert_eq!(days(100, &[0, 100], 7), (Some(7), Some(28)));
    }

    #[test]
    fn what_never_moves_is_never_finished() {
        assert_eq!(days(60, &[0, 0, 0], 7), (None, None));
        assert_eq!(days(60, &[], 7), (None, None));
        assert_eq!(days(100_000, &[60, 30], 7), (None, None), "beyond what can be foreseen");
    }

    #[test]
    fn more_doubt_is_a_wider_range() {
        let width = |stretches: &[u32]| range(2_000, stretches, 7).latest.unwrap() - range(2_000, stretches, 7).earliest.unwrap();
        assert!(width(&[200, 200]) < width(&[150, 250]) && width(&[150, 250]) < width(&[50, 350]));
        let of = |left| range(left, &[100, 300], 7).latest.unwrap() - range(left, &[100, 300], 7).earliest.unwrap();
        assert!(of(400) <= of(1_200) && of(400) < of(2_000));
    }

    proptest! {
        #[test]
        fn a_range_is_in_order_and_more_work_ends_no_sooner(
            left in 1_u32..980, more in 0_u32..40, weeks in prop::collection::vec(0_u32..900, 1..13), length in prop::sample::select(vec![1_u32, 7]),
        ) {
            let order = |day: Option<u32>| day.unwrap_or(u32::MAX);
            let (one, other) = (range(left, &weeks, length), range(left + more, &weeks, length));
            prop_assert!(order(one.earliest) <= order(one.latest));
            prop_assert!(order(one.earliest) <= order(other.earliest) && order(one.latest) <= order(other.latest));
            prop_assert!(one.earliest.is_none_or(|day| day >= 1));
            let sum: f64 = chances(left, &weeks, length).values().sum();
            prop_assert!(sum <= 1.0 + 1e-9);
        }

        #[test]
        fn weeks_have_no_order(left in 1_u32..5_000, mut weeks in prop::collection::vec(0_u32..900, 1..13)) {
            let found = range(left, &weeks, 7);
            weeks.reverse();
            prop_assert_eq!(range(left, &weeks, 7), found);
        }
    }
}

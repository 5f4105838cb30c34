//! Which points of a graph can all be reached from one another (its strongly connected components), found in one pass.

/// The knot that each point is in, where each point leads to those in `next`. Whatever a point leads to is in the same knot,
/// or in one of a lower number.
pub(super) fn knots(next: &[Vec<usize>]) -> Vec<usize> {
    let many = next.len();
    let mut walk = Walk {
        next,
        entered: vec![None; many],
        back: vec![0; many],
        knots: vec![None; many],
        open: Vec::new(),
        steps: 0,
        tied: 0,
    };
    (0..many).for_each(|start| walk.start(start));
    walk.knots.into_iter().map(Option::unwrap_or_default).collect()
}

/// The walk of Tarjan, without recursion: a net may be as deep as it has points.
struct Walk<'n> {
    next: &'n [Vec<usize>],
    /// At which step each point was come to.
    entered: Vec<Option<usize>>,
    /// The earliest step at which a point was come to that this one leads back to.
    back: Vec<usize>,
    knots: Vec<Option<usize>>,
    /// The points whose knot is not known yet, in the order they were come to.
    open: Vec<usize>,
    steps: usize,
    /// How many knots are known.
    tied: usize,
}

impl Walk<'_> {
    fn start(&mut self, start: usize) {
        if self.entered[start].is_some() {
            return;
        }
        self.enter(start);
        let mut path = vec![(start, 0)];
        while let Some((at, done)) = path.last_mut() {
            let at = *at;
            if let Some(&to) = self.next[at].get(*done) {
                *done += 1;
                match self.entered[to] {
                    None => {
                        self.enter(to);
                        path.push((to, 0));
                    }
                    Some(step) if self.knots[to].is_none() => self.back[at] = self.back[at].min(step),
                    Some(_) => {}
                }
            } else {
                path.pop();
                self.leave(at);
                if let Some((above, _)) = path.last() {
                    self.back[*above] = self.back[*above].min(self.back[at]);
                }
            }
        }
    }

    fn enter(&mut self, at: usize) {
        (self.entered[at], self.back[at]) = (Some(self.steps), self.steps);
        self.steps += 1;
        self.open.push(at);
    }

    /// All that was come to since is one knot, where nothing leads further back.
    fn leave(&mut self, at: usize) {
        if self.entered[at] != Some(self.back[at]) {
            return;
        }
        while let Some(last) = self.open.pop() {
            self.knots[last] = Some(self.tied);
            if last == at {
                break;
            }
        }
        self.tied += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::knots;

    #[test]
    fn what_leads_to_each_other_is_one_knot() {
        let found = knots(&[vec![1], vec![2], vec![0, 3], vec![4], vec![3], vec![0, 5], vec![]]);
        assert!(found[0] == found[1] && found[1] == found[2] && found[3] == found[4], "{found:?}");
        assert!(found[0] > found[3] && found[5] > found[0], "{found:?}");
        let mut numbers = found;
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), 4);
    }

    #[test]
    fn a_net_may_be_as_deep_as_it_has_points() {
        let chain: Vec<Vec<usize>> = (0..100_000).map(|at| if at < 99_999 { vec![at + 1] } else { vec![] }).collect();
        let found = knots(&chain);
        assert!(found.is_sorted_by(|a, b| a > b));
    }
}

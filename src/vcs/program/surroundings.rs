//! What the process around us looks like, told by the caller who read it once.

use std::time::Duration;

use super::watch::Progress;

/// The parts of environment and terminal that decide how git is called.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// `GIT_DIR`, `GIT_WORK_TREE`, `GIT_INDEX_FILE` or a sibling is set, as inside a hook.
    pub git_dir_in_environment: bool,
    /// Somebody can answer a question: git and ssh may ask for a password.
    pub terminal: bool,
    /// `GIT_CONFIG_GLOBAL`, `GIT_CONFIG_COUNT` or a sibling is set: only the git program honours them all.
    pub git_config_in_environment: bool,
    /// `GIT_SSH_COMMAND` or `GIT_SSH` is set: the user's own choice stays.
    pub ssh_command_in_environment: bool,
    /// The value of `LC_ALL`, which would hide the neutral `LC_MESSAGES` that git's answers are read in.
    pub lc_all: Option<String>,
    /// Variables that programs started from here see beside the inherited ones.
    pub child_environment: Vec<(String, String)>,
    /// Who is shown how far a long transfer is; `None` where nobody looks.
    pub progress: Option<Progress>,
    /// Whether the person wants to stop; `None` where nobody can say so.
    pub interrupted: Option<fn() -> bool>,
    /// How long to wait for others.
    pub patience: Patience,
}

impl Surroundings {
    /// Whether the person wants to stop.
    pub(in crate::vcs) fn is_interrupted(&self) -> bool {
        self.interrupted.is_some_and(|is_pressed| is_pressed())
    }
}

/// How long to wait for somebody else before giving up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For another `mpa` that is writing in the same repository.
    pub operation: Duration,
    /// For git's own `index.lock` and reference locks.
    pub index: Duration,
    /// For any sign of life of a server, or of a program that talks to one.
    pub network: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { operation: Duration::from_secs(30), index: Duration::from_secs(5), network: Duration::from_secs(30) }
    }
}

/// Waits in short random steps, longer each time, and stops when the patience is used up.
///
/// Slept time is added up rather than measured: nothing here reads a clock.
#[derive(Debug)]
pub(in crate::vcs) struct Wait {
    left: Duration,
    longest_step: Duration,
}

impl Wait {
    const FIRST_STEP: Duration = Duration::from_millis(8);
    const LAST_STEP: Duration = Duration::from_millis(200);

    pub(in crate::vcs) fn new(patience: Duration) -> Self {
        Self { left: patience, longest_step: Self::FIRST_STEP }
    }

    /// Sleeps for a random while; `false` when no time is left.
    pub(in crate::vcs) fn pause(&mut self) -> bool {
        if self.left.is_zero() {
            return false;
        }
        let step = self.longest_step.mul_f64(0.2 + 0.8 * fastrand::f64()).min(self.left);
        std::thread::sleep(step);
        self.left -= step;
        self.longest_step = (self.longest_step * 2).min(Self::LAST_STEP);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ends() {
        let mut wait = Wait::new(Duration::from_millis(30));
        let pauses = std::iter::from_fn(|| wait.pause().then_some(())).count();
        assert!((2..=20).contains(&pauses), "{pauses}");
        assert!(!Wait::new(Duration::ZERO).pause());
    }
}

//! What git passes over: leftovers of editors and systems that its rules ignore are nobody's data. What is tracked never is,
//! whatever the rules say.

use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::Repository;

use super::index::BATCH;

impl Repository {
    /// Those of `paths`, files or folders, that git's rules ignore and of which git tracks nothing. Git itself is asked: it
    /// alone knows every place of its rules.
    ///
    /// # Errors
    /// `GitMissing`, `Program`.
    pub fn ignored(&self, paths: &[RepoPath]) -> Result<Vec<RepoPath>, VcsError> {
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let list = paths.iter().map(RepoPath::as_str).collect::<Vec<_>>().join("\0");
        let answer = self.git().run_with(&["-c", "core.fsmonitor=false", "check-ignore", "-z", "--stdin"], list.as_bytes())?;
        if answer.code == 1 {
            return Ok(Vec::new());
        }
        let answer = answer.expect_success("git check-ignore")?;
        let mut ignored: Vec<RepoPath> =
            String::from_utf8_lossy(&answer.stdout).split_terminator('\0').filter_map(RepoPath::new).collect();
        // Of an ignored folder, git may track files all the same.
        let mut tracked = Vec::new();
        for batch in ignored.chunks(BATCH) {
            let specs: Vec<String> = batch.iter().map(RepoPath::pathspec).collect();
            let mut args = vec!["ls-files", "-z", "--"];
            args.extend(specs.iter().map(String::as_str));
            let answer = self.git().read(&args)?.expect_success("git ls-files")?;
            tracked.extend(String::from_utf8_lossy(&answer.stdout).split_terminator('\0').map(str::to_owned));
        }
        let holds = |path: &RepoPath| tracked.iter().any(|it| std::path::Path::new(it).starts_with(path.as_str()));
        ignored.retain(|path| !holds(path));
        Ok(ignored)
    }
}

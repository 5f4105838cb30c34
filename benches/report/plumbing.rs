//! The peer of `claim ID --sync` among many: the same loop in plain git plumbing, with nothing of ours in it.
//!
//! Fetch; read the task on the new tip and see that nobody has it; build the commit that adds the claim on that tip, from
//! a blob and a temporary index; push it with a lease on that tip; when somebody else was first, wait and begin again. In
//! the end the checkout moves to what the server took. It waits as `mpa` does: exponential, full jitter, 100 ms at first,
//! 3.2 s at most, 60 s in all. It judges nothing, calls no hook, takes no lock and explains nothing, and this process
//! starts git itself: a shell script would be slower.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::workload::{Fault, Sandbox, TODAY, Task, finish};

const FIRST: Duration = Duration::from_millis(100);
const LAST: Duration = Duration::from_millis(3200);
const IN_ALL: Duration = Duration::from_secs(60);

/// Claims `task` for `who` in the clone `root`, until the server has it.
pub fn claim(sandbox: &Sandbox, root: &Path, task: &Task, who: &str) -> Result<(), Fault> {
    let git = |args: &[&str]| {
        let mut command = sandbox.command("git", root);
        command.args(args);
        command
    };
    let path = task.path();
    let free = fs::read_to_string(root.join(&path))?;
    let claimed = format!("{free}\n[claims.{who}]\nsince = {TODAY}\nuntil = 2026-12-04\n");
    let message = format!("claim: {} ({})", task.title, task.id);
    let (mut longest, mut left) = (FIRST, IN_ALL);
    loop {
        let fetch = || finish(&mut git(&["fetch", "-q", "--no-tags", "origin", "+refs/heads/main:refs/remotes/origin/main"]));
        // A server that fifty call in the same instant turns some away.
        fetch().or_else(|_| {
            sleep(FIRST);
            fetch()
        })?;
        let tip = finish(&mut git(&["rev-parse", "refs/remotes/origin/main"]))?;
        if finish(&mut git(&["cat-file", "blob", &format!("{tip}:{path}")]))? != free.trim_end() {
            return Err(format!("{path} is no longer free").into());
        }
        let blob = fed(&mut git(&["hash-object", "-w", "--stdin"]), &claimed)?;
        let indexed = |args: &[&str]| finish(git(args).env("GIT_INDEX_FILE", root.join(".git/index.claim")));
        indexed(&["read-tree", &tip])?;
        indexed(&["update-index", "--cacheinfo", &format!("100644,{blob},{path}")])?;
        let tree = indexed(&["write-tree"])?;
        let commit = fed(&mut git(&["commit-tree", &tree, "-p", &tip]), &message)?;
        let lease = format!("--force-with-lease=refs/heads/main:{tip}");
        let refspec = format!("{commit}:refs/heads/main");
        let pushed = git(&["push", "-q", "--porcelain", &lease, "origin", &refspec]).output()?;
        if pushed.status.success() {
            finish(&mut git(&["merge", "-q", "--ff-only", &commit]))?;
            return Ok(());
        }
        if left.is_zero() {
            return Err(format!("gave up: {}", String::from_utf8_lossy(&pushed.stdout)).into());
        }
        let wait = longest.mul_f64(fastrand::f64()).min(left);
        sleep(wait);
        left -= wait;
        longest = (longest * 2).min(LAST);
    }
}

/// Runs `command` with `text` on its standard input and returns what it printed.
fn fed(command: &mut Command, text: &str) -> Result<String, Fault> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    let output = child.wait_with_output()?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    } else {
        Err(format!("{command:?}: {}", output.status).into())
    }
}

//! What a test cannot try on this computer, told past what the runner catches of tests that pass.

use std::io::Write as _;

/// Says that the test which calls this tried less than it would elsewhere, and why.
pub fn skipped(why: &str) {
    let test = std::thread::current();
    let _ = writeln!(std::io::stderr(), "skipped: {}: {why}", test.name().unwrap_or("some test"));
}

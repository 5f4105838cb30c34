//! What is shown while something takes its time.

use std::io::{Write, stderr};

use crate::render::visible_line;

/// Shows how far a transfer is, in the last line of the terminal; an empty line takes it away.
pub fn progress(line: &str) {
    // Who cannot be shown it loses nothing.
    let _ = write!(stderr(), "\r{}\u{1b}[K", visible_line(line)).and_then(|()| stderr().flush());
}

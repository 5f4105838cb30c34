//! Ctrl-C. It ends a question or a transfer, not the program at once: what was begun is put back or finished, the cursor is
//! brought back, and the exit code is ours. Commands that only read do not mind: for them it is the end.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

static PRESSED: AtomicBool = AtomicBool::new(false);

/// From now on, Ctrl-C is noted.
pub fn mind() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Without a handler Ctrl-C ends the program, which loses nothing either, so a failure to set one is no reason to stop.
        let _ = ctrlc::set_handler(|| PRESSED.store(true, Ordering::Relaxed));
    });
}

/// Whether somebody pressed it since.
pub fn is_pressed() -> bool {
    PRESSED.load(Ordering::Relaxed)
}

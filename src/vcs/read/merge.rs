//! What a forge would make of two changes of one file.

use git2::{Buf, MergeFileInput, MergeFileOptions, merge_file};

/// How many bytes git looks at to tell a picture from a text.
const LOOKED_AT: usize = 8000;

/// The text that git, and so a forge, makes of two changes of one file; `None` when they conflict.
pub fn merged_text(origin: &[u8], ours: &[u8], theirs: &[u8]) -> Option<Vec<u8>> {
    // Said here, and not left to libgit2, whose binding aborts over a result without a byte.
    if theirs == origin || ours == theirs {
        return Some(ours.to_vec());
    }
    if ours == origin {
        return Some(theirs.to_vec());
    }
    if [origin, ours, theirs].into_iter().any(is_binary) {
        return None;
    }
    // Merging, alone of what the binding does, does not make libgit2 ready first, and fails where nothing else did.
    drop(Buf::new());
    let inputs = [origin, ours, theirs].map(|content| {
        let mut input = MergeFileInput::new();
        input.content(content);
        input
    });
    let result = merge_file(&inputs[0], &inputs[1], &inputs[2], Some(&mut MergeFileOptions::new())).ok()?;
    result.is_automergeable().then(|| result.content().to_vec())
}

fn is_binary(content: &[u8]) -> bool {
    content.iter().take(LOOKED_AT).any(|byte| *byte == 0)
}

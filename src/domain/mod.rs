//! What the words of an association's task list mean: pure types that cannot hold an illegal value.

pub mod budget;
pub mod message;

//! Whatever talks to another repository: receiving, sending, handing in requests, and the way there.

pub mod access;
pub mod copy;
pub mod gh;
pub mod network;
pub mod partial;
pub mod request;
pub mod whereabouts;

//! Who acts, and whether it is they: handles, addresses and accounts.

pub mod account;
pub mod acquainted;
pub mod namesake;
pub mod oneself;

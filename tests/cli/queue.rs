//! The queue of requests: what `mpa review` alone shows.

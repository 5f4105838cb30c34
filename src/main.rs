//! See the library: [`mpa::cli::main`] does everything.

use std::process::ExitCode;

fn main() -> ExitCode {
    mpa::cli::main()
}

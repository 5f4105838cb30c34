//! `completions`.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_name = "SHELL", value_enum, hide_possible_values = true)]
    pub shell: ShellName,
}

/// A shell that asks what can be typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub enum ShellName {
    Bash,
    Zsh,
    Fish,
    PowerShell,
}

impl ShellName {
    /// As `clap_complete` calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::PowerShell => "powershell",
        }
    }
}

//! Man pages, one a command, from the tree that `help` shows: `mpa help --man DIR`.

use std::fs;
use std::io;
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::render::Catalogue;
use crate::usecase::failure::hint_command;
use crate::usecase::{Failure, Kind};

use super::args::Arguments;
use super::console::{Console, unwritten};
use super::help::localized;

/// The program, as it is typed.
const PROGRAM: &str = "mpa";
/// The section of the manual that is about commands.
const SECTION: &str = "1";
/// Where `man` looks for pages of one's own.
const USUAL: &str = "~/.local/share/man/man1";
/// What stands for itself in a text, and for something more beautiful on a page: nobody could copy that into a shell.
const ESCAPED: [(char, &str); 3] = [('~', "\\(ti"), ('^', "\\(ha"), ('`', "\\(ga")];

/// Writes the pages into `folder` and says so. Pages that are there are replaced.
///
/// # Errors
/// No folder was named; one that cannot be made or written.
pub fn write(folder: Option<&Path>, say: &Catalogue, console: &Console<'_>) -> Result<(), Failure> {
    let Some(folder) = folder else {
        let message = Message::new("usage-no-value").with("argument", "--man");
        return Err(Failure::new(Kind::Usage, message).hint(usual()));
    };
    let there = console.environment().folder.join(folder);
    let pages = pages(localized(Arguments::command(), say), say);
    let written = pages.and_then(|pages| {
        fs::create_dir_all(&there)?;
        pages.iter().try_for_each(|(name, page)| fs::write(there.join(name), page))?;
        Ok(pages.len())
    });
    let written = written.map_err(|cause| {
        let message = Message::new("man-unwritten").with("path", folder.display().to_string());
        Failure::new(Kind::Data, message.with("cause", &cause)).hint(usual())
    })?;
    let first = there.join(format!("{PROGRAM}.{SECTION}")).display().to_string();
    let message = Message::new("man-written").with("count", written).with("path", there.display().to_string());
    let message = message.with("command", command("man {}", &[&first]));
    console.result(|pen| _ = pen.wrapped("", &say.say(&message))).map_err(|cause| unwritten(&cause))
}

/// The command for whoever named no folder, or none that will do.
fn usual() -> Message {
    hint_command(&format!("mpa help --man {USUAL}"))
}

/// The names of the files, and what stands in them.
fn pages(tree: Command, say: &Catalogue) -> io::Result<Vec<(String, String)>> {
    let mut tree = with_plain_headings(tree.disable_help_subcommand(true));
    tree.build();
    let mut pages = Vec::new();
    gather(&tree, say, &mut pages)?;
    Ok(pages)
}

/// The tree, whose headings stand alone on a line instead of before a colon.
fn with_plain_headings(tree: Command) -> Command {
    let plain = |heading: &str| heading.trim_end().to_uppercase();
    let tree = match tree.get_subcommand_help_heading().map(plain) {
        Some(heading) => tree.subcommand_help_heading(heading),
        None => tree,
    };
    let tree = tree.mut_args(|arg| match arg.get_help_heading().map(plain) {
        Some(heading) => arg.help_heading(heading),
        None => arg,
    });
    tree.mut_subcommands(with_plain_headings)
}

fn gather(tree: &Command, say: &Catalogue, pages: &mut Vec<(String, String)>) -> io::Result<()> {
    let name = tree.get_display_name().unwrap_or(PROGRAM);
    pages.push((format!("{name}.{SECTION}"), page(tree, name, say)?));
    tree.get_subcommands().filter(|sub| !sub.is_hide_set()).try_for_each(|sub| gather(sub, say, pages))
}

fn page(tree: &Command, name: &str, say: &Catalogue) -> io::Result<String> {
    let man = Man::new(tree.clone()).section(SECTION);
    let version = concat!("mpa ", env!("CARGO_PKG_VERSION"));
    let mut page = Roff::new();
    page.control("TH", [name.to_uppercase().as_str(), SECTION, "\"\"", version, "\"\""]);
    let mut page = page.render();
    page += &section(Some(&say.word("man-name")), |to| man.render_name_section(to))?;
    page += &section(Some(&say.word("man-synopsis")), |to| man.render_synopsis_section(to))?;
    page += &section(None, |to| man.render_options_section(to))?;
    if tree.get_subcommands().any(|sub| !sub.is_hide_set()) {
        page += &section(None, |to| man.render_subcommands_section(to))?;
    }
    if let Some(after) = tree.get_after_help().map(ToString::to_string) {
        let mut notes = Roff::new();
        notes.control("SH", [say.word("man-notes").as_str()]);
        for (at, line) in after.lines().enumerate() {
            if at > 0 {
                notes.control("br", []);
            }
            // Each on its own: `roff` makes only the beginning of a text harmless.
            notes.text([roman(line)]);
        }
        page += &section(None, |to| notes.to_writer(to))?;
    }
    let page = page.lines().flat_map(|line| [line.trim_end_matches(' '), "\n"]).collect();
    Ok(ESCAPED.iter().fold(page, |page: String, (letter, escape)| page.replace(*letter, escape)))
}

/// A part of a page, from its heading on, which `heading` replaces: what stands before it stands at the top of the page already.
fn section(heading: Option<&str>, write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<String> {
    let mut written = Vec::new();
    write(&mut written)?;
    let written = String::from_utf8_lossy(&written);
    let begin = written.find(".SH ").unwrap_or(written.len());
    Ok(match (heading, written[begin..].split_once('\n')) {
        (Some(heading), Some((_, rest))) => format!(".SH {heading}\n{rest}"),
        _ => written[begin..].to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use clap::Arg;

    use super::*;
    use crate::domain::day::parse_day;
    use crate::render::Language;

    /// The lines that a reader of roff takes for its own commands.
    fn commands(page: &str) -> Vec<&str> {
        page.lines().filter(|line| line.starts_with(['.', '\''])).collect()
    }

    #[test]
    fn no_text_is_taken_for_a_command_of_roff() {
        let say = Catalogue::new(Language::English, parse_day("2026-11-24").unwrap());
        let page = |text: &'static str| {
            let arg = Arg::new("x").long("x").help(text).value_name(text).help_heading("Options");
            let tree = Command::new("mpa").about(text).after_help(text).arg(arg).subcommand(Command::new("sub").about(text));
            pages(tree, &say).unwrap().swap_remove(0).1
        };
        let plain = page("a");
        for odd in [".so /etc/passwd", "'so /etc/passwd", "a\n.so /etc/passwd", "a\r\n'so x", "\\\" a", "\\fBa\\n(.g\\*(x", "~^`"]
        {
            let found = page(odd);
            let known = |line: &&str| *line != ".br"; // a note of several lines has some
            assert!(commands(&found).into_iter().filter(known).eq(commands(&plain)), "{found}");
            let escapes = found.replace("\\\\", "").replace("\\fB", "").replace("\\fI", "").replace("\\fR", "");
            assert!(!escapes.contains("\\n(.g\\*") && !found.contains(['~', '^', '`']), "{found}");
        }
    }
}

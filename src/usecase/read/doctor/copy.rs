//! How this copy of the program came to its folder, by the traces that installers leave around it, and the command that
//! renews it. Nothing is run, nobody is asked: the program neither renews itself nor calls home.

use std::fs;
use std::path::{Path, PathBuf};

use url::Url;

use crate::domain::message::Message;
use crate::domain::shell::command;

use super::{Finding, Program};

/// What the wheel and the Debian package are called.
const PACKAGE: &str = "mpa-benevoles";
/// What winget calls it.
const WINGET: &str = "MinesParisAlumni.Mpa";

/// Who put the program where it is, and the command that puts a newer one there.
struct Origin {
    message: Message,
    command: Option<String>,
}

impl Origin {
    fn new(key: &'static str, command: impl Into<String>) -> Self {
        Self { message: Message::new(key), command: Some(command.into()) }
    }
}

/// Where the program lies, and how it is renewed.
pub fn copy(program: &Program) -> Finding {
    let path = program.path.as_deref();
    let known = path.and_then(|path| {
        let real = if path.is_symlink() { path.canonicalize().ok()? } else { path.to_owned() };
        cargo(&real).or_else(|| managed(&real)).or_else(|| python(&real)).or_else(|| debian(&real)).or_else(|| built(&real))
    });
    let origin = known.unwrap_or_else(|| Origin { message: Message::new("doctor-copy-unknown"), command: None });
    let shown = path.map(|path| path.display().to_string()).unwrap_or_default();
    let message = origin.message.with("version", program.version).with("path", shown);
    let finding = Finding::fine("copy", message);
    origin.command.into_iter().fold(finding, Finding::by)
}

/// Cargo lists what it installed beside the folder, with where it came from:
/// `"mpa 0.1.0 (path+file:///home/lampe/mpa)" = ["mpa"]`.
fn cargo(program: &Path) -> Option<Origin> {
    let list = fs::read_to_string(program.parent()?.parent()?.join(".crates.toml")).ok()?;
    let source = list.lines().find_map(|line| line.strip_prefix("\"mpa ")?.split_once('(')?.1.split_once(')'))?.0;
    let (kind, address) = source.split_once('+')?;
    let again = match kind {
        "path" => {
            let folder = Url::parse(address).ok()?.to_file_path().ok()?.display().to_string();
            let again = command("cargo install --locked --path {}", &[&folder]);
            return Some(Origin { message: Message::new("doctor-copy-cargo-path").with("source", folder), command: Some(again) });
        }
        "git" => command("cargo install --locked --git {}", &[address.split(['?', '#']).next()?]),
        _ => "cargo install --locked mpa".to_owned(),
    };
    Some(Origin::new("doctor-copy-cargo", again))
}

/// A wheel leaves `mpa_benevoles-….dist-info` among the packages of its Python; pipx and uv leave notes of their own above.
fn python(program: &Path) -> Option<Origin> {
    let place = program.parent()?.parent()?;
    let packages = ["lib", "Lib"].iter().flat_map(|name| below(&place.join(name))).flat_map(|folder| {
        let inner = ["site-packages", "dist-packages"].map(|name| folder.join(name));
        inner.into_iter().chain([folder])
    });
    let begins = PACKAGE.replace('-', "_") + "-";
    let is_ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&begins) && name.ends_with(".dist-info")
    };
    let info = packages.flat_map(|folder| below(&folder)).find(is_ours)?;
    let has = |note: &str| place.join(note).exists();
    let by_uv = fs::read_to_string(info.join("INSTALLER")).is_ok_and(|name| name.trim() == "uv");
    let own = place.display().to_string();
    let python = program.with_file_name("python").display().to_string();
    let (by, newest, from_file) = if has("uv-receipt.toml") {
        ("uv", format!("uv tool upgrade {PACKAGE}"), "uv tool install --reinstall FILE".to_owned())
    } else if has("pipx_metadata.json") {
        ("pipx", format!("pipx upgrade {PACKAGE}"), "pipx install --force FILE".to_owned())
    } else if place.components().any(|part| part.as_os_str().to_string_lossy().starts_with("archive-v")) {
        ("uvx", format!("uvx --refresh --from {PACKAGE} mpa"), "uvx --from FILE mpa".to_owned())
    } else if by_uv {
        let install = command("uv pip install --python {} --upgrade ", &[&own]);
        ("uv", format!("{install}{PACKAGE}"), format!("{install}FILE"))
    } else if has("pyvenv.cfg") {
        let install = command("{} -m pip install --upgrade ", &[&python]);
        ("pip", format!("{install}{PACKAGE}"), format!("{install}FILE"))
    } else {
        let install = "python3 -m pip install --upgrade ";
        ("pip", format!("{install}{PACKAGE}"), format!("{install}FILE"))
    };
    // Only what did not come from an index has the address that it came from.
    let origin = match info.join("direct_url.json").exists() {
        true => Origin::new("doctor-copy-python-file", from_file),
        false => Origin::new("doctor-copy-by", newest),
    };
    Some(Origin { message: origin.message.with("by", by), ..origin })
}

/// Homebrew, npm and winget keep everything in folders named after themselves, and there in one named after the package.
fn managed(program: &Path) -> Option<Origin> {
    let folders: Vec<&str> = program.parent()?.components().filter_map(|part| part.as_os_str().to_str()).collect();
    let (by, again) = folders.windows(2).find_map(|two| match two {
        ["Cellar", "mpa"] => Some(("Homebrew", "brew upgrade mpa".to_owned())),
        ["node_modules", package] if package.starts_with(PACKAGE) => {
            Some(("npm", format!("npm install --global {PACKAGE}@latest")))
        }
        ["Packages", package] if package.starts_with(WINGET) => Some(("winget", format!("winget upgrade {WINGET}"))),
        _ => None,
    })?;
    let origin = Origin::new("doctor-copy-by", again);
    Some(Origin { message: origin.message.with("by", by), ..origin })
}

/// Debian keeps a list of the files of each package.
fn debian(program: &Path) -> Option<Origin> {
    let list = fs::read_to_string(Path::new("/var/lib/dpkg/info").join(format!("{PACKAGE}.list"))).ok()?;
    let origin = Origin::new("doctor-copy-debian", "sudo apt install ./FILE");
    is_listed(&list, program).then(|| Origin { message: origin.message.with("package", PACKAGE), ..origin })
}

fn is_listed(list: &str, program: &Path) -> bool {
    list.lines().any(|line| Path::new(line) == program)
}

/// Cargo locks the folder that it builds in; the sources are those around it, if any are.
fn built(program: &Path) -> Option<Origin> {
    let folder = program.parent()?;
    if !folder.join(".cargo-lock").exists() {
        return None;
    }
    let sources = folder.ancestors().map(|folder| folder.join("Cargo.toml")).find(|file| file.exists());
    let again = sources.map(|file| {
        let file = file.display().to_string();
        match folder.ends_with("release") {
            true => command("cargo build --locked --release --manifest-path {}", &[&file]),
            false => command("cargo build --locked --manifest-path {}", &[&file]),
        }
    });
    Some(Origin { message: Message::new("doctor-copy-built"), command: again })
}

/// What is in `folder`; nothing, where it cannot be looked into.
fn below(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_file_of_the_package_is_the_package_s() {
        let list = "/.\n/usr/bin\n/usr/bin/mpa\n/usr/share/doc/mpa-benevoles\n";
        assert!(is_listed(list, Path::new("/usr/bin/mpa")));
        assert!(!is_listed(list, Path::new("/usr/local/bin/mpa")));
    }
}

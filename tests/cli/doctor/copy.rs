//! How this copy of the program is said to have come here: one put into a folder such as each installer makes.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::kit::{Run, World};

/// The notes of a wheel.
const INFO: &str = "lib/python3.11/site-packages/mpa_benevoles-0.1.0.dist-info";

/// A folder with these files, and the program at `name`: linked, since a file that was just written may be too busy to run.
fn installed(name: &str, files: &[(&str, &str)]) -> TempDir {
    let top = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let write = |path: &str, text: Option<&str>| {
        let path = top.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match text {
            Some(text) => fs::write(path, text).unwrap(),
            None => fs::hard_link(env!("CARGO_BIN_EXE_mpa"), path).unwrap(),
        }
    };
    files.iter().for_each(|(path, text)| write(path, Some(text)));
    write(name, None);
    top
}

fn look(program: &Path, options: &str) -> Run {
    World::new().by("zoe").program(program).env("COLUMNS", "400").run(&format!("doctor --offline{options}"))
}

/// Put at `name` among `files`, the program says `said` and the command `command`, in which `TOP` is the folder.
#[track_caller]
fn says(name: &str, files: &[(&str, &str)], said: &str, command: &str) {
    let top = installed(name, files);
    let program = top.path().join(name);
    let command = command.replace("TOP", &top.path().display().to_string());
    let run = look(&program, "").says("✓ C’est mpa 0.").says(said).says(&program.display().to_string());
    run.says(&format!("\n    {command}\n"));
    let english = look(&program, " --lang en").says("✓ This is mpa 0.");
    english.says(&format!("\n    {}\n", command.replace("FICHIER", "FILE")));
}

#[test]
fn by_cargo() {
    let list = |source: &str| format!("[v1]\n\"autre 1.0.0 (x+y)\" = [\"autre\"]\n\"mpa 0.1.0 ({source})\" = [\"mpa\"]\n");
    let from = |source: &str, said: &str, command: &str| {
        says(".cargo/bin/mpa", &[(".cargo/.crates.toml", &list(source))], said, command);
    };
    from(
        "path+file:///home/lampe/mes%20dossiers/mpa",
        "/home/lampe/mes dossiers/mpa",
        "cargo install --locked --path '/home/lampe/mes dossiers/mpa'",
    );
    from("git+https://example.org/mpa.git#738a267f1c2d", "par cargo", "cargo install --locked --git https://example.org/mpa.git");
    from("registry+https://example.org/index", "par cargo", "cargo install --locked mpa");
}

#[test]
fn by_what_installs_wheels() {
    let installer = format!("{INFO}/INSTALLER");
    let (pip, uv) = ((installer.as_str(), "pip\n"), (installer.as_str(), "uv\n"));
    let address = format!("{INFO}/direct_url.json");
    let from_file = (address.as_str(), "{}");
    let own = ("pyvenv.cfg", "");
    says("bin/mpa", &[pip, own], "par pip", "TOP/bin/python -m pip install --upgrade mpa-benevoles");
    says("bin/mpa", &[pip, own, from_file], "par pip à partir d’un fichier", "TOP/bin/python -m pip install --upgrade FICHIER");
    says("bin/mpa", &[pip], "par pip", "python3 -m pip install --upgrade mpa-benevoles");
    says("bin/mpa", &[uv, own], "par uv", "uv pip install --python TOP --upgrade mpa-benevoles");
    let tool = ("uv-receipt.toml", "");
    says("bin/mpa", &[uv, own, tool], "par uv", "uv tool upgrade mpa-benevoles");
    says("bin/mpa", &[uv, own, tool, from_file], "par uv", "uv tool install --reinstall FICHIER");
    let tool = ("pipx_metadata.json", "{}");
    says("bin/mpa", &[pip, own, tool], "par pipx", "pipx upgrade mpa-benevoles");
    says("bin/mpa", &[pip, own, tool, from_file], "par pipx", "pipx install --force FICHIER");
}

#[test]
fn by_other_managers_of_packages() {
    says("Cellar/mpa/0.1.0/bin/mpa", &[], "par Homebrew", "brew upgrade mpa");
    says("node_modules/mpa-benevoles-linux-x64/mpa", &[], "par npm", "npm install --global mpa-benevoles@latest");
    says("Packages/MinesParisAlumni.Mpa_x/y/mpa", &[], "par winget", "winget upgrade MinesParisAlumni.Mpa");
}

#[test]
fn in_a_build_folder() {
    let lock = ("src/target/release/.cargo-lock", "");
    let source = ("src/Cargo.toml", "");
    let command = "cargo build --locked --release --manifest-path TOP/src/Cargo.toml";
    says("src/target/release/mpa", &[lock, source], "dossier de compilation", command);
}

#[test]
fn with_no_trace_of_an_installer_nothing_is_guessed() {
    let top = installed("bin/mpa", &[("lib/python3.11/site-packages/mpa-1.0.dist-info/INSTALLER", "pip\n")]);
    let program = top.path().join("bin/mpa");
    let run = look(&program, "").says("comme tu l’as installé");
    assert!(!run.out.contains("install --"), "{run}");
    let json = look(&program, " --format json").says("\"check\": \"copy\"");
    assert!(json.out.contains("\"grade\": \"fine\""), "{json}");
}

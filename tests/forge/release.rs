//! What a release brings: its archives, the installers of one line, and what package managers ask for.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread;

use serde_json::Value;
use tempfile::TempDir;

use crate::kit::skipped;
use crate::own::{ROOT, step};

const TARGETS: [&str; 6] = [
    "x86_64-unknown-linux-musl",
    "aarch64-unknown-linux-musl",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
    "aarch64-pc-windows-msvc",
];
/// What stands for the program.
const PROGRAM: &str = "#!/bin/sh\n[ \"$1\" != --version ] || { echo 'mpa 0.2.0 (sample)'; exit; }\necho \"typed: $*\"\nexit 4\n";

/// A folder with the archives of a release in `built`, as the jobs of all systems hand them over.
fn release() -> TempDir {
    let folder = TempDir::new().unwrap();
    let here = folder.path();
    for (name, program) in [("unix", "mpa"), ("windows", "mpa.exe")] {
        fs::create_dir_all(here.join(name)).unwrap();
        write_program(&here.join(name).join(program), PROGRAM);
    }
    for target in TARGETS {
        let from = here.join(if target.contains("windows") { "windows" } else { "unix" });
        let output = Command::new(Path::new(ROOT).join(".ci/archive"))
            .arg(target)
            .args([from, here.join("built")])
            .env("SOURCE_DATE_EPOCH", "1790000000")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    folder
}

fn write_program(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// What `.ci/manifests` makes of a release whose files will be at `address`; what it prints.
fn manifests(release: &Path, address: &str) -> String {
    let script = Path::new(ROOT).join(".ci/manifests");
    let output = Command::new(script).args(["0.2.0", address]).arg(release.join("built")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn sum(path: &Path) -> String {
    let output = Command::new("sha256sum").arg(path).output().unwrap();
    String::from_utf8(output.stdout).unwrap()[..64].to_owned()
}

/// Serves the files of `folder` on this computer, until the test ends; its address.
fn serve(folder: PathBuf) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let asked = lines.next().unwrap_or_default();
            lines.find(String::is_empty);
            let name = asked.split(' ').nth(1).unwrap_or_default().trim_start_matches('/').to_owned();
            let (status, body) = match fs::read(folder.join(name)) {
                Ok(body) => ("200 OK", body),
                Err(_) => ("404 Not Found", Vec::new()),
            };
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
            let _ = stream.shutdown(Shutdown::Write);
        }
    });
    address
}

/// Somebody's computer, on which the line of the release is typed.
struct Computer {
    home: TempDir,
}

impl Computer {
    fn new() -> Self {
        Self { home: TempDir::new().unwrap() }
    }

    fn types(&self, line: &str, language: &str) -> Output {
        fs::create_dir_all(self.home.path().join("tmp")).unwrap();
        Command::new("sh")
            .args(["-c", line])
            .env_clear()
            .env("HOME", self.home.path())
            .env("TMPDIR", self.home.path().join("tmp"))
            .env("PATH", "/usr/bin:/bin")
            .env("SHELL", "/bin/bash")
            .env("LANG", language)
            .output()
            .unwrap()
    }

    /// All files below the home folder.
    fn files(&self) -> BTreeSet<String> {
        let output = Command::new("find").arg(".").args(["-type", "f"]).current_dir(self.home.path()).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }
}

fn has(program: &str) -> bool {
    let there = Command::new("sh").args(["-c", &format!("command -v {program}")]).output().unwrap().status.success();
    if !there {
        skipped(&format!("there is no {program}"));
    }
    there
}

#[test]
fn one_line_installs_what_was_published_and_nothing_else() {
    let release = release();
    let address = serve(release.path().join("built"));
    manifests(release.path(), &address);
    for (program, line) in
        [("curl", format!("curl -fsSL {address}/install.sh | sh")), ("wget", format!("wget -qO- {address}/install.sh | sh"))]
    {
        if !has(program) {
            continue;
        }
        let computer = Computer::new();
        for (language, says) in [("fr_FR.UTF-8", "mpa 0.2.0 (sample) est installé"), ("C", "mpa 0.2.0 (sample) is installed")] {
            let output = computer.types(&line, language);
            let said = String::from_utf8(output.stdout).unwrap();
            assert!(output.status.success() && said.contains(says), "{said}{}", String::from_utf8_lossy(&output.stderr));
            assert!(said.contains("/.local/bin:$PATH\"' >> ~/.bashrc"), "{said}");
            assert_eq!(computer.files(), BTreeSet::from(["./.local/bin/mpa".to_owned()]));
        }
        let begin = computer.types(&format!("PATH=$HOME/.local/bin:$PATH; {line}; mpa tasks list"), "C");
        assert!(String::from_utf8_lossy(&begin.stdout).ends_with("To begin: mpa start ADDRESS\ntyped: tasks list\n"));
    }
}

#[test]
fn what_is_not_the_published_archive_is_not_installed() {
    if !has("curl") {
        return;
    }
    let release = release();
    let built = release.path().join("built");
    let address = serve(built.clone());
    manifests(release.path(), &address);
    let line = format!("curl -fsSL {address}/install.sh | sh");
    let refused = |computer: &Computer, line: &str, reason: &str| {
        let before = computer.files();
        let output = computer.types(line, "C");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(reason), "{said}");
        assert_eq!(computer.files(), before);
        assert_eq!(fs::read_dir(computer.home.path().join("tmp")).unwrap().count(), 0);
    };

    let another = Computer::new();
    fs::create_dir_all(another.home.path().join(".local/bin")).unwrap();
    write_program(&another.home.path().join(".local/bin/mpa"), "#!/bin/sh\necho a player of music\n");
    refused(&another, &line, "is another program");

    let computer = Computer::new();
    let odd = Computer::new();
    let folder = odd.home.path().join("odd");
    fs::create_dir(&folder).unwrap();
    write_program(&folder.join("uname"), "#!/bin/sh\necho Plan9\n");
    refused(&odd, &format!("PATH=$HOME/odd:$PATH; {line}"), "There is no ready-made mpa 0.2.0 for this computer (Plan9-Plan9).");
    let here =
        TARGETS.iter().filter(|target| !target.contains("windows")).map(|target| built.join(format!("mpa-{target}.tar.gz")));
    for archive in here.clone() {
        let mut bytes = fs::read(&archive).unwrap();
        bytes.push(0);
        fs::write(archive, bytes).unwrap();
    }
    refused(&computer, &line, "What was downloaded is not what was published");
    here.for_each(|archive| fs::remove_file(archive).unwrap());
    refused(&computer, &line, "The download failed");
}

#[test]
fn package_managers_get_the_sums_of_the_archives() {
    let release = release();
    let built = release.path().join("built");
    let address = "https://forge.example.org/asso/mpa/releases/download/v0.2.0";
    let said = manifests(release.path(), address);
    assert!(said.contains(&format!("curl -fsSL {address}/install.sh | sh\n")), "{said}");
    let read = |name: &str| fs::read_to_string(built.join(name)).unwrap();
    let (formula, winget, powershell) = (read("mpa.rb"), read("MinesParisAlumni.Mpa.installer.yaml"), read("install.ps1"));
    for target in TARGETS {
        let is_windows = target.contains("windows");
        let name = format!("mpa-{target}.{}", if is_windows { "zip" } else { "tar.gz" });
        let sum = sum(&built.join(&name));
        if is_windows {
            let winget = winget.replace("  ", "");
            assert!(winget.contains(&format!("{address}/{name}\nInstallerSha256: {}\n", sum.to_uppercase())), "{winget}");
            assert!(powershell.contains(&format!("\n{sum}  {name}\n")), "{powershell}");
        } else {
            assert!(formula.contains(&format!("url \"{address}/{name}\"\n      sha256 \"{sum}\"\n")), "{formula}");
        }
    }
    assert!(powershell.is_ascii(), "Windows’ own shell misreads what is not ASCII");
    for name in fs::read_dir(&built).unwrap().map(|entry| entry.unwrap().path()) {
        let text = String::from_utf8_lossy(&fs::read(&name).unwrap()).into_owned();
        assert!(!["@ADDRESS@", "@VERSION@", "@SUMS@"].iter().any(|hole| text.contains(hole)), "{}", name.display());
        if name.extension().is_some_and(|extension| extension == "yaml") {
            assert_eq!(crate::at(&crate::yaml(&text), &["PackageVersion"]).as_str(), Some("0.2.0"));
        }
    }
}

#[test]
fn npm_starts_the_program_of_this_system() {
    let release = release();
    let built = release.path().join("built");
    manifests(release.path(), "https://forge.example.org/asso/mpa/releases/download/v0.2.0");
    let modules = release.path().join("node_modules");
    let unpack = |name: &str| {
        let folder = modules.join(name);
        fs::create_dir_all(&folder).unwrap();
        let archive = built.join(format!("{name}-0.2.0.tgz"));
        let output =
            Command::new("tar").args(["--strip-components=1", "-xzf"]).arg(archive).current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<Value>(&fs::read(folder.join("package.json")).unwrap()).unwrap()
    };
    let start = || Command::new("node").arg(modules.join("mpa-benevoles/mpa.cjs")).args(["tasks", "a b"]).output().unwrap();

    let asked = unpack("mpa-benevoles");
    assert!(asked.get("scripts").is_none(), "nothing runs when it is installed");
    if has("node") {
        let alone = start();
        assert!(String::from_utf8_lossy(&alone.stderr).contains("is not there"));
        assert_eq!(alone.status.code(), Some(1));
    }
    let wanted = asked["optionalDependencies"].as_object().unwrap();
    assert_eq!(wanted.len(), TARGETS.len());
    for (name, version) in wanted {
        let one = unpack(name);
        assert_eq!((one["version"].as_str(), version.as_str()), (Some("0.2.0"), Some("0.2.0")));
        let program = modules.join(name).join(one["files"][0].as_str().unwrap());
        assert_eq!(fs::read_to_string(program).unwrap(), PROGRAM);
        assert!(name.ends_with(&format!("{}-{}", one["os"][0].as_str().unwrap(), one["cpu"][0].as_str().unwrap())));
    }
    if has("node") {
        let output = start();
        assert_eq!((output.status.code(), output.stdout), (Some(4), b"typed: tasks a b\n".to_vec()));
    }
}

#[test]
fn the_draft_has_everything_and_its_sums() {
    let release = release();
    let here = release.path();
    let needed = ["README.md", "README.fr.md", "LICENSE", ".ci"].map(|name| Path::new(ROOT).join(name));
    assert!(Command::new("cp").arg("-R").args(needed).arg(here).status().unwrap().success());
    fs::write(here.join("Cargo.toml"), "version = \"0.2.0\"\n").unwrap();
    fs::write(here.join("CHANGELOG.md"), "## [0.2.0] - 2026-12-04\n\n### Added\n\n- Du neuf.\n").unwrap();
    let run = step("release.yml", "Installers, what package managers ask for, checksums, and the text of the release");
    let output = Command::new("bash")
        .args(["-ec", &run])
        .envs([
            ("GITHUB_REF_NAME", "v0.2.0"),
            ("GITHUB_SERVER_URL", "https://forge.example.org"),
            ("GITHUB_REPOSITORY", "asso/mpa"),
        ])
        .current_dir(here)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let sums = fs::read_to_string(here.join("built/SHA256SUMS")).unwrap();
    let names: BTreeSet<String> = sums.lines().map(|line| line[66..].to_owned()).collect();
    let mut there: BTreeSet<String> =
        fs::read_dir(here.join("built")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(there.remove("SHA256SUMS") && there.contains("install.sh") && there.contains("mpa.rb"), "{there:?}");
    assert_eq!(names, there);
    let notes = fs::read_to_string(here.join("notes.md")).unwrap();
    assert!(notes.starts_with("### Added\n\n- Du neuf.\n\n### Install"), "{notes}");
    assert!(notes.contains("curl -fsSL https://forge.example.org/asso/mpa/releases/download/v0.2.0/install.sh | sh"), "{notes}");
}

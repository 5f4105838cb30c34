//! No sentence for people stands outside the catalogue.

mod source;

use source::{Token, files};

/// Texts that look like sentences and are said to no person, by file.
const NO_SENTENCES: [(&str, &[&str]); 23] = [
    (
        "src/render/site/frame.rs", // what browsers read
        &[
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
            "width=device-width, initial-scale=1",
            "light dark",
        ],
    ),
    (
        "src/render/report/forms.rs", // what programs for mail read
        &[
            "width=device-width, initial-scale=1",
            "margin:0;padding:16px;background:#ffffff;color:#1b1b1b;font:16px/1.5 Georgia,'Times New Roman',serif",
            "max-width:600px;margin:0 auto",
            "margin:24px 0 8px;font-size:18px;line-height:1.3",
            "margin:8px 0 2px",
        ],
    ),
    ("src/render/site/mod.rs", &["width=device-width, initial-scale=1", "<?xml version='1.0' encoding='UTF-8'?>\\n{}"]),
    ("src/domain/typed_day.rs", &["avant hier", "aujourd hui", "apres demain"]), // what people type for a day
    (
        "src/domain/typed_time.rs", // what people type for a duration
        &[
            "quarante cinq",
            "forty five",
            " et demie",
            "une heure",
            "an hour",
            "one hour",
            "une demi heure",
            "demi heure",
            "half an hour",
            "une heure et demie",
            "un quart d heure",
            "une heure et quart",
            "une heure trente",
            "trois quarts d heure",
            "one hour and a half",
            "an hour and a half",
            "quarter of an hour",
            "a quarter of an hour",
            "three quarters of an hour",
            "half hour",
            " and a half",
        ],
    ),
    (
        "src/domain/typed_day.rs", // what people type for a day
        &[
            "last week",
            "a week ago",
            "la semaine derniere",
            "semaine derniere",
            "la semaine passee",
            "semaine passee",
            "il y a une semaine",
        ],
    ),
    ("src/render/drawing.rs", &[r#"<svg data-mpa=\"burn-up\""#]), // the first bytes of a file
    (
        "src/cli/meant.rs", // what people type for a command
        &[
            "je prends",
            "i take",
            "give up",
            "plus de temps",
            "more time",
            "mettre a jour",
            "qui suis je",
            "mes taches",
            "my tasks",
            "ma tache",
            "my task",
            "a faire",
            "quoi faire",
            "ecrire a",
            "aidez moi",
        ],
    ),
    ("src/store/source/syntax.rs", &["duplicate key", "cannot extend"]), // what the toml crate answers, to be recognised
    ("src/usecase/write/init.rs", &["/data/** text eol=lf\\n"]),         // a line of .gitattributes
    (
        "src/usecase/read/doctor/clone.rs", // commands to type
        &[
            "git config --global user.signingkey ~/.ssh/id_ed25519.pub",
            "echo '/data/** text eol=lf' >> .gitattributes",
            "git add .gitattributes",
            "git commit -m .gitattributes -- .gitattributes",
            "git worktree prune",
            "git worktree remove --force {}",
        ],
    ),
    (
        "src/usecase/read/doctor/copy.rs", // commands to type
        &[
            "cargo install --locked --path {}",
            "cargo install --locked --git {}",
            "cargo install --locked mpa",
            "cargo build --locked --release --manifest-path {}",
            "cargo build --locked --manifest-path {}",
            "uv tool install --reinstall FILE",
            "uv pip install --python {} --upgrade ",
            "python3 -m pip install --upgrade ",
            "pipx install --force FILE",
            "sudo apt install ./FILE",
            "uv tool upgrade {PACKAGE}",
            "pipx upgrade {PACKAGE}",
            "uvx --refresh --from {PACKAGE} mpa",
            "uvx --from FILE mpa",
            "brew upgrade mpa",
            "npm install --global {PACKAGE}@latest",
            "winget upgrade {WINGET}",
            "{} -m pip install --upgrade ",
        ],
    ),
    ("src/cli/place.rs", &["ls -ld "]), // here and below, commands to type
    ("src/usecase/sync/moved.rs", &[r#"git commit -m \"main = {}\" -- {file}"#]),
    ("src/vcs/remote/whereabouts.rs", &["{git} switch --detach", "branch refs/heads/{branch}", "ref: refs/heads/"]),
    ("src/usecase/read/doctor/person.rs", &["export MPA_HANDLE=", "export LC_ALL=C.UTF-8"]), // commands to type
    (
        "src/vcs/program/no_access.rs", // what git answers, to be recognised
        &[
            "could not resolve host",
            "name or service not known",
            "temporary failure in name resolution",
            "network is unreachable",
            "timed out",
            "couldn't connect to server",
            "could not read username",
            "could not read password",
            "terminal prompts disabled",
        ],
    ),
    ("src/vcs/repository.rs", &["must be run in a work tree"]), // what git answers, to be recognised: here and below
    ("src/render/invite.rs", &["uvx --from {} mpa start {}"]),  // a command to type
    ("src/vcs/remote/copy.rs", &["Cloning into '"]),
    ("src/vcs/program/watch.rs", &["remote: Total ", "Delta compression using ", "POST git-"]),
    (
        "src/vcs/remote/network.rs",
        &[
            "(fetch first)",
            "unexpected disconnect",
            "hung up unexpectedly",
            "Connection reset by peer",
            "RPC failed",
            "RPC failed; HTTP 4",
            "(stale info)",
            "(needs force)",
            "cannot lock ref",
            "cannot lock ref 'refs/remotes/",
            "failed to update ref",
            "failed to lock",
            "incorrect old value",
            "remote failed to report status",
            "couldn't find remote ref",
            "protected branch",
            "does not support push options",
            "new commit is same with old commit",
        ],
    ),
    (
        "src/vcs/program/answer.rs",
        &[
            "outside of your sparse-checkout definition",
            ".lock': File exists",
            "cannot lock ref",
            "cannot lock ref 'refs/remotes/",
            "Unable to create '",
            "failed to sign the data",
            "gpg failed to sign",
            "failed to write commit object",
            "No space left on device",
            "Disk quota exceeded",
            "Read-only file system",
            "Permission denied",
            "insufficient permission",
            "Operation not permitted",
            "error: pathspec ':(top,literal)",
            "did not match any file",
        ],
    ),
];

#[test]
fn no_sentence_stands_elsewhere() {
    let known = |file: &str, text: &str| NO_SENTENCES.iter().any(|(place, texts)| *place == file && texts.contains(&text));
    let mut faults = Vec::new();
    for file in files() {
        let tokens = file.running();
        for (at, (token, line)) in tokens.iter().enumerate() {
            let Token::Text(text) = token else { continue };
            let is_for_developers = at > 2 && tokens[at - 3].0 == Token::Ident("unreachable".to_owned());
            if looks_like_a_sentence(text) && !is_for_developers && !known(&file.path, text) {
                faults.push(format!("{}:{line}: “{text}” belongs in the catalogue", file.path));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A branch, a remote or a path may be called anything: `shell::command` makes words of them.
#[test]
fn commands_of_git_are_put_together_from_words() {
    let mut faults = Vec::new();
    for file in files() {
        let tokens = file.running();
        for (at, (token, line)) in tokens.iter().enumerate() {
            let Token::Text(text) = token else { continue };
            let is_formatted = at > 2 && tokens[at - 3].0 == Token::Ident("format".to_owned());
            let is_of_ours = file.path == "src/vcs/commit/mod.rs" && text == "git {found}";
            if is_formatted && text.contains('{') && ["git ", "rm ", "cd "].iter().any(|it| text.starts_with(it)) && !is_of_ours {
                faults.push(format!("{}:{line}: “{text}” is put together without quoting", file.path));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn sentences_are_told_from_commands() {
    for sentence in ["Not found", "{count} tasks left", "la tâche {id} est prise", "mpa does not know you.", "Git says: {output}"]
    {
        assert!(looks_like_a_sentence(sentence), "{sentence}");
    }
    for other in [
        "--title, --budget, …",
        "by = \\\"handle\\\"",
        "--deliverable SLUG=",
        "mpa tasks show {id}",
        "git push {} {}",
        "git config mpa.handle HANDLE",
        "{name} {}",
        "  ",
        "%d %B",
        "a: {b}",
    ] {
        assert!(!looks_like_a_sentence(other), "{other}");
    }
}

/// Two words or more, unless they are something to type: a line of TOML, options, or `mpa …` and `git …` without a
/// capital that begins a word and a sign that ends a sentence.
fn looks_like_a_sentence(text: &str) -> bool {
    let mut depth = 0;
    let outside = |letter: &char| {
        depth += i32::from(*letter == '{') - i32::from(*letter == '}');
        depth == 0 && *letter != '}'
    };
    let words: String = text.replace("\\n", " ").chars().filter(outside).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    let many = words.iter().filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1).count() > 1;
    let is_typed =
        |word: &&str| word.starts_with(|it: char| it.is_ascii_lowercase() || it == '-') || **word == word.to_uppercase();
    let is_command = matches!(words.first(), Some(&("mpa" | "git"))) && !text.ends_with(['.', '!', '?', ':', '…']);
    let is_option = words.first().is_some_and(|word| word.starts_with("--"));
    let is_toml = words.get(1) == Some(&"=");
    many && !is_toml && !((is_command || is_option) && words.iter().all(is_typed))
}

//! Git's configuration, and the way git is called.

use std::collections::BTreeMap;

use super::kit::Kit;
use crate::vcs::program::Git;
use crate::vcs::{MINIMUM_GIT, Repository, Surroundings};

#[test]
fn values_are_read_and_written() {
    let kit = Kit::new();
    let repository = kit.repository();
    assert_eq!(repository.config("mpa.handle"), None);
    repository.set_config_local("mpa.handle", "lampe-frontale").unwrap();
    assert_eq!(repository.config("mpa.handle").as_deref(), Some("lampe-frontale"));
    repository.set_config_local("mpa.handle", "--unset").unwrap();
    assert_eq!(repository.config("mpa.handle").as_deref(), Some("--unset"), "a value is never an option");
    assert_eq!(repository.remote_names().unwrap(), Vec::<String>::new());
    kit.git(&["remote", "add", "origin", "https://example.org/x.git"]);
    assert_eq!(repository.remote_names().unwrap(), ["origin"]);
}

/// Conditions that libgit2 does not know are as good as those that it knows.
#[test]
fn settings_under_a_condition_are_read() {
    for (condition, holds) in [
        ("hasconfig:remote.*.url:https://example.org/**", true),
        ("hasconfig:remote.*.url:https://example.com/**", false),
        ("onbranch:main", true),
        ("onbranch:autre", false),
        ("gitdir:**/.git", true),
        ("gitdir:/nowhere/", false),
    ] {
        let kit = Kit::new();
        kit.git(&["remote", "add", "Asso.Lyon", "https://example.org/x.git"]);
        let before = kit.repository();
        assert_eq!(before.config("mpa.handle"), None);
        let path = kit.workdir().join(".git/included");
        std::fs::write(&path, "[mpa]\n\thandle = lampe\n\thandle = piolet\n[commit]\n\tgpgSign\n").unwrap();
        kit.git(&["config", &format!("includeIf.{condition}.path"), path.to_str().unwrap()]);
        let repository = kit.repository();
        assert_eq!(repository.config("mpa.handle").as_deref(), holds.then_some("piolet"), "{condition}");
        assert_eq!(repository.config("mpa.lang"), None);
        let address = repository.config("Remote.Asso.Lyon.Url");
        assert_eq!(address.as_deref(), Some("https://example.org/x.git"), "{condition}");
        repository.set_config_local("mpa.handle", "treuil").unwrap();
        let now = repository.config("mpa.handle");
        assert!(now.as_deref() == Some("treuil") || holds, "{condition}: {now:?}");
    }
}

/// The environment that a program started by git sees.
#[cfg(unix)]
fn seen(kit: &Kit, around: &Surroundings, ssh: Option<&str>) -> BTreeMap<String, String> {
    let git = Git::new(&kit.workdir(), around, ssh.map(str::to_owned));
    let text = git.run(&["-c", "alias.seen=!env", "seen"]).unwrap().text().unwrap();
    text.lines().filter_map(|line| line.split_once('=')).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[cfg(unix)]
#[test]
fn nothing_asks_without_a_terminal() {
    let kit = Kit::new();
    let around = kit.around();
    let variables = seen(&kit, &around, None);
    assert_eq!(variables["GIT_TERMINAL_PROMPT"], "0");
    assert_eq!(variables["GIT_SSH_COMMAND"], "ssh -o BatchMode=yes");
    assert_eq!(seen(&kit, &around, Some("ssh -i key"))["GIT_SSH_COMMAND"], "ssh -i key -o BatchMode=yes");
    assert_eq!(variables["LC_MESSAGES"], "C");
    let asked = Surroundings { terminal: true, lc_all: Some("fr_FR.UTF-8".to_owned()), ..kit.around() };
    let variables = seen(&kit, &asked, None);
    assert!(!variables.contains_key("GIT_SSH_COMMAND") && !variables.contains_key("LC_ALL"));
    assert_eq!(variables["LC_CTYPE"], "fr_FR.UTF-8");
}

#[test]
fn this_git_is_recent_enough_for_the_tests() {
    let kit = Kit::new();
    let version = kit.git(&["--version"]);
    let mut numbers = version.split_whitespace().nth(2).unwrap().split('.').map(|part| part.parse::<u32>().unwrap());
    assert!((numbers.next().unwrap(), numbers.next().unwrap()) >= MINIMUM_GIT, "{version}");
}

#[test]
fn opening_reads_neither_index_nor_history() {
    let kit = Kit::new();
    std::fs::write(kit.workdir().join(".git/index"), "not an index").unwrap();
    let repository = Repository::discover(&kit.workdir().join("data/tasks"), kit.around()).unwrap();
    assert_eq!(repository.workdir(), kit.workdir());
    repository.check_writable(Some("main")).unwrap();
}

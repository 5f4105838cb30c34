//! Whose key signed a commit: as git and ssh-keygen themselves sign.

use std::process::Command;

use super::kit::{Kit, id, skipped};
use crate::vcs::CommitId;

/// A key pair in the home of `kit`; its public line.
fn key(kit: &Kit, name: &str, kind: &[&str]) -> String {
    let file = kit.home().join(name);
    let args = [&["-q", "-N", "", "-C", "un commentaire", "-t"], kind].concat();
    let made = Command::new("ssh-keygen").args(args).arg("-f").arg(&file).stdin(std::process::Stdio::null()).status().unwrap();
    assert!(made.success());
    std::fs::read_to_string(file.with_extension("pub")).unwrap().trim().to_owned()
}

fn signed_by(kit: &Kit, name: &str) -> CommitId {
    let file = kit.home().join(name);
    kit.git(&[
        "-c",
        "gpg.format=ssh",
        "-c",
        &format!("user.signingKey={}", file.display()),
        "commit",
        "-qS",
        "--allow-empty",
        "-mx",
    ]);
    kit.id("HEAD")
}

#[test]
fn the_key_that_signed_is_found_and_no_other() {
    if Command::new("ssh-keygen").arg("-?").output().is_err() {
        skipped("ssh-keygen is not installed");
        return;
    }
    let kit = Kit::new();
    let repository = kit.repository();
    let kinds: [(&str, &[&str]); 5] = [
        ("a", &["ed25519"]),
        ("b", &["ecdsa", "-b", "256"]),
        ("c", &["ecdsa", "-b", "384"]),
        ("d", &["rsa", "-b", "2048"]),
        ("e", &["rsa", "-b", "4096"]),
    ];
    let keys: Vec<String> = kinds.iter().map(|(name, kind)| key(&kit, name, kind)).collect();
    let lines = || keys.iter().map(String::as_str);
    for (at, (name, _)) in kinds.iter().enumerate() {
        let commit = signed_by(&kit, name);
        assert!(repository.is_signed(&commit).unwrap());
        assert_eq!(repository.signers(&commit, lines()).unwrap(), [at], "{name}");
        assert_eq!(repository.signers(&commit, lines().chain([lines().nth(at).unwrap(), "ssh-ed25519 x"])).unwrap(), [at, 5]);
        assert_eq!(repository.signers(&commit, []).unwrap(), [0; 0]);
    }
}

#[test]
fn a_signature_on_another_commit_is_nobodys() {
    if Command::new("ssh-keygen").arg("-?").output().is_err() {
        skipped("ssh-keygen is not installed");
        return;
    }
    let kit = Kit::new();
    let repository = kit.repository();
    let key = key(&kit, "a", &["ed25519"]);
    let commit = signed_by(&kit, "a");
    let text = kit.git(&["cat-file", "commit", commit.as_str()]);
    for (forged, why) in [
        (text.replace("Marmotte", "Organiste"), "another author"),
        (text.replace("\n\nx", "\n\ny"), "another message"),
        (text.replace("\nauthor", &format!("\nparent {commit}\nauthor")), "another parent"),
        (text.replace("BEGIN SSH SIGNATURE", "BEGIN PGP SIGNATURE"), "another kind"),
        (format!("{text}\u{0}et plus\n"), "something behind a zero byte"),
        (text.replacen("gpgsig -----BEGIN", "gpgsig \u{ff}-----BEGIN", 1), "a broken one"),
    ] {
        assert_ne!(forged, text, "{why}");
        kit.write("../commit", &forged);
        let forged = id(&kit.git(&["hash-object", "-t", "commit", "-w", "--literally", "../commit"]));
        assert!(repository.is_signed(&forged).unwrap(), "{why}");
        assert_eq!(repository.signers(&forged, [key.as_str()]).unwrap(), [0; 0], "{why}");
    }
    let plain = kit.id("HEAD~1");
    assert!(!repository.is_signed(&plain).unwrap());
    assert_eq!(repository.signers(&plain, [key.as_str()]).unwrap(), [0; 0]);
}

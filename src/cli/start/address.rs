//! The address of a repository, as people find and paste it: the page of a browser, a whole command, an address without
//! `https://`, a folder.

use std::path::Path;

use url::Url;

use crate::domain::message::Message;
use crate::domain::shell::can_be_said;
use crate::usecase::{Failure, Kind};
use crate::vcs::without_password;

/// What people paste along with an address.
const COMMANDS: [&str; 2] = ["git clone ", "mpa start "];
/// Where the pages that forges have below a repository begin.
const PAGES: [&str; 10] =
    ["/-/", "/tree/", "/blob/", "/src/branch/", "/issues", "/pulls", "/pull/", "/wiki", "/actions", "/projects"];

/// The address that `text` means, for git to copy; a folder is looked for from `folder`.
///
/// # Errors
/// No address of a repository.
pub fn meant(text: &str, folder: &Path, home: Option<&Path>) -> Result<String, Failure> {
    let pasted = text.trim();
    let address = COMMANDS.iter().find_map(|command| pasted.strip_prefix(command)).unwrap_or(pasted);
    let address = address.trim().trim_matches(|c| "<>\"'`".contains(c));
    let local = match address.strip_prefix("~/").zip(home) {
        Some((below, home)) => home.join(below),
        None => folder.join(address),
    };
    let is_path = !address.is_empty() && !address.contains("://") && local.exists();
    if let Some(path) = is_path.then(|| local.canonicalize().ok()).flatten() {
        return path.to_str().map(str::to_owned).ok_or_else(|| wrong(text));
    }
    let found = match address.split_once("://") {
        Some(("http" | "https", _)) => of_page(address),
        Some(("ssh" | "git" | "git+ssh" | "ssh+git" | "file", rest)) => (!rest.is_empty()).then(|| address.to_owned()),
        Some(_) => None,
        None => of_host(address),
    };
    found.filter(|address| can_be_said(address)).ok_or_else(|| wrong(text))
}

/// What the repository at `address` is called, as a folder; `None` where that would be no good name.
pub fn name_of(address: &str) -> Option<&str> {
    let name = address.trim_end_matches('/').rsplit(['/', ':', '\\']).next()?;
    let name = name.strip_suffix(".git").unwrap_or(name);
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    (is_plain && name.starts_with(|c: char| c.is_ascii_alphanumeric())).then_some(name)
}

/// Whether both lead to the same repository, as far as their letters tell.
pub fn are_same(one: &str, other: &str) -> bool {
    let plain = |address: &str| {
        let address = address.trim_end_matches('/');
        address.strip_suffix(".git").unwrap_or(address).trim_end_matches('/').to_owned()
    };
    plain(one) == plain(other)
}

/// The repository whose page `address` is, or that of a page below.
fn of_page(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    url.host_str()?;
    let whole = address.split(['?', '#']).next()?;
    let (scheme, rest) = whole.split_once("://")?;
    let (host, path) = rest.split_once('/')?;
    // The owner and the name come first, whatever they are called.
    let from = path.match_indices('/').nth(1).map_or(path.len(), |(at, _)| at);
    let cut = PAGES.iter().filter_map(|page| path[from..].find(page)).min();
    let path = cut.map_or(path, |at| &path[..from + at]).trim_end_matches('/');
    (!path.is_empty()).then(|| format!("{scheme}://{host}/{path}"))
}

/// `git@host:owner/name`, and `host/owner/name` as browsers show an address.
fn of_host(address: &str) -> Option<String> {
    if address.contains("::") || address.contains(char::is_whitespace) {
        return None;
    }
    let (first, rest) = address.split_once('/')?;
    if let Some((host, _)) = first.split_once(':') {
        return (host.contains(['@', '.']) && !host.starts_with('-')).then(|| address.to_owned());
    }
    let is_host = first.contains('.') && first.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
    (is_host && rest.contains('/') && !first.starts_with(['.', '-'])).then(|| of_page(&format!("https://{address}"))).flatten()
}

fn wrong(text: &str) -> Failure {
    Failure::new(Kind::Usage, Message::new("wrong-repository").with("found", without_password(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        meant(text, Path::new("/nowhere"), None).ok()
    }

    #[test]
    fn what_people_paste_is_understood() {
        for (text, address) in [
            ("https://forge.example/asso/fete.git", "https://forge.example/asso/fete.git"),
            ("  https://forge.example/asso/fete/ ", "https://forge.example/asso/fete"),
            ("git clone https://forge.example/asso/fete.git", "https://forge.example/asso/fete.git"),
            ("<https://forge.example/asso/fete>", "https://forge.example/asso/fete"),
            ("https://forge.example/asso/fete/tree/main/data", "https://forge.example/asso/fete"),
            ("https://forge.example/asso/group/fete/-/issues?x=1#y", "https://forge.example/asso/group/fete"),
            ("https://forge.example/issues/wiki/issues", "https://forge.example/issues/wiki"),
            ("forge.example/asso/fete", "https://forge.example/asso/fete"),
            ("git@forge.example:asso/fete.git", "git@forge.example:asso/fete.git"),
            ("ssh://git@forge.example:22/asso/fete", "ssh://git@forge.example:22/asso/fete"),
        ] {
            assert_eq!(read(text).as_deref(), Some(address), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "fete",
            "asso/fete",
            "ext::sh -c touch% x",
            "ext::sh/x",
            "--upload-pack=touch/x",
            "-oProxyCommand=x:a/b",
            "https://",
            "https://forge.example",
            "ftp://forge.example/a/b",
            "zoe@example.org",
            "https://forge.example/a/\u{202e}b",
            "https://forge.example/a/b\"&c",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_folder_is_named_after_the_repository() {
        for (address, name) in [
            ("https://forge.example/asso/fete.git", Some("fete")),
            ("git@forge.example:fete.git", Some("fete")),
            ("/srv/origin.git", Some("origin")),
            ("https://forge.example/asso/..", None),
            ("https://forge.example/asso/.git", None),
            ("https://forge.example/asso/-x", None),
        ] {
            assert_eq!(name_of(address), name, "{address}");
        }
        assert!(are_same("https://forge.example/a/b.git", "https://forge.example/a/b/"));
        assert!(!are_same("https://forge.example/a/b", "https://forge.example/a/c"));
    }
}

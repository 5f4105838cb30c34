//! Where a remote lives on the web, read from its address: strictly, since a link is built from it.

use url::Url;

/// A repository on a forge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The forge: `https://example.org`. Never with a name or a password in it.
    pub web: String,
    /// Who owns it; on GitLab groups within groups, with `/` between them.
    pub owner: String,
    /// Its name.
    pub name: String,
}

/// Doors for ssh that forges keep on another host than their pages.
const SSH_DOORS: [(&str, &str); 2] = [("ssh.github.com", "github.com"), ("altssh.gitlab.com", "gitlab.com")];

impl Address {
    /// Reads `https://…`, `ssh://…` and `git@host:owner/name.git`, as `git remote get-url` prints them. `None` for a
    /// folder, another scheme, the alias of an ssh configuration, or anything that no forge would call a repository.
    pub fn parse(text: &str) -> Option<Self> {
        let (web, path) = if text.contains("://") { of_url(text)? } else { of_ssh(text)? };
        let path = path.trim_matches('/');
        let path = path.strip_suffix(".git").unwrap_or(path);
        let (owner, name) = path.rsplit_once('/')?;
        let plain = owner.split('/').chain([name]).all(is_plain);
        plain.then(|| Self { web, owner: owner.to_owned(), name: name.to_owned() })
    }

    /// Whether `other` may be a fork of it: the same name on the same forge, in other hands.
    pub fn is_sibling(&self, other: &Self) -> bool {
        let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
        self.web == other.web && same(&self.name, &other.name) && !same(&self.owner, &other.owner)
    }

    /// The page below the repository that `parts` name, each of which stands for itself.
    pub fn page<'a>(&self, parts: impl IntoIterator<Item = &'a str>) -> Option<Url> {
        let mut url = Url::parse(&self.web).ok()?;
        url.path_segments_mut().ok()?.pop_if_empty().extend(self.owner.split('/')).push(&self.name).extend(parts);
        Some(url)
    }
}

fn of_url(text: &str) -> Option<(String, String)> {
    let url = Url::parse(text).ok()?;
    let host = known_host(url.host_str()?)?;
    if url.query().is_some() || url.fragment().is_some() {
        return None;
    }
    let web = match (url.scheme(), url.port()) {
        (scheme @ ("https" | "http"), Some(port)) => format!("{scheme}://{host}:{port}"),
        (scheme @ ("https" | "http"), None) => format!("{scheme}://{host}"),
        ("ssh" | "git+ssh" | "ssh+git", _) => format!("https://{host}"),
        _ => return None,
    };
    // Not `url.path()`: the parser has tidied `..` away there.
    let (_, rest) = text.split_once("://")?;
    let (_, path) = rest.split_once('/')?;
    Some((web, path.to_owned()))
}

/// `[user@]host:path`, with the colon before any slash.
fn of_ssh(text: &str) -> Option<(String, String)> {
    let (place, path) = text.split_once(':')?;
    let host = place.rsplit_once('@').map_or(place, |(_, host)| host);
    Some((format!("https://{}", known_host(host)?), path.to_owned()))
}

/// A host that everybody would find: with a dot in it, and nothing but letters, digits and hyphens between.
fn known_host(host: &str) -> Option<String> {
    let host = host.to_ascii_lowercase();
    let is_label = |label: &str| {
        let plain = label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        plain && !label.is_empty() && !label.starts_with('-') && !label.ends_with('-')
    };
    let is_known = host.contains('.') && host.split('.').all(is_label);
    let door = SSH_DOORS.iter().find(|(door, _)| *door == host).map(|(_, page)| (*page).to_owned());
    is_known.then(|| door.unwrap_or(host))
}

fn is_plain(part: &str) -> bool {
    let plain = part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    plain && !part.starts_with(['.', '-']) && !part.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_forges_are_read() {
        for (text, web, owner, name) in [
            ("https://github.com/mphack/liste.git", "https://github.com", "mphack", "liste"),
            ("https://zoe:secret@GitHub.com/mphack/liste/", "https://github.com", "mphack", "liste"),
            ("git@github.com:mphack/liste.git", "https://github.com", "mphack", "liste"),
            ("ssh://git@ssh.github.com:443/mphack/liste.git", "https://github.com", "mphack", "liste"),
            ("gitlab.com:a/b/c/liste.git", "https://gitlab.com", "a/b/c", "liste"),
            ("https://forge.example.org:8443/mp_h/li.ste", "https://forge.example.org:8443", "mp_h", "li.ste"),
            ("git+ssh://git@example.org/m/l", "https://example.org", "m", "l"),
        ] {
            let expected = Address { web: web.into(), owner: owner.into(), name: name.into() };
            assert_eq!(Address::parse(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn everything_else_gives_no_link() {
        for text in [
            "",
            "../origin.git",
            "/srv/git/liste.git",
            "C:/liste/x.git",
            "file:///srv/a/b.git",
            "work:mphack/liste.git",
            "https://github.com/liste",
            "https://github.com/a/../b",
            "https://github.com/a/%2e%2e/b",
            "https://github.com/a/b?x=y",
            "https://github.com/a/b#c",
            "https://github.com/a/b c",
            "https://github.com/a/b%0Ac",
            "https://exa mple.org/a/b",
            "https://-x.org/a/b",
            "https://[::1]/a/b",
            "git@evil.org\u{202e}:a/b",
            "git@github.com:a/b\nc",
            "git@github.com:a/$(id)",
            "git@github.com:-a/b",
            "javascript://github.com/a/b",
        ] {
            assert_eq!(Address::parse(text), None, "{text}");
        }
    }

    #[test]
    fn forks_are_told_from_strangers() {
        let of = |text: &str| Address::parse(text).unwrap();
        let own = of("git@github.com:mphack/liste.git");
        assert!(own.is_sibling(&of("https://github.com/zoe/Liste")));
        for other in ["https://github.com/MPHack/liste", "https://github.com/zoe/autre", "https://gitlab.com/zoe/liste"] {
            assert!(!own.is_sibling(&of(other)), "{other}");
        }
    }
}

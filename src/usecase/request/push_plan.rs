//! What is pushed to open a request, which each forge wants in its own manner.

use crate::domain::campaign::Forge;
use crate::domain::shell::command;
use crate::vcs::PullRequest;

use super::address::Address;
use super::stage::Route;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The branch that brings it.
    pub branch: &'a str,
    /// The branch that is to take it.
    pub main: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// What else is said.
    pub body: &'a str,
}

/// How a branch becomes a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PushPlan {
    /// Where it goes.
    pub route: Route,
    /// What to push, as git writes it.
    pub refspec: String,
    /// Options for the server.
    pub options: Vec<String>,
    /// The page that opens the request, where it does not open by itself.
    pub page: Option<Page>,
    /// Whether the push alone opens it.
    pub opens: bool,
}

/// A page of GitHub on which a request is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its address, with the form filled in.
    pub link: String,
    /// What the form says.
    pub request: PullRequest,
}

impl PushPlan {
    /// The same to type.
    pub fn command(&self) -> String {
        let options = self.options.iter().map(|option| command(" -o {}", &[option])).collect::<String>();
        ["git push", &options, &command(" {} {}", &[&self.route.remote, &self.refspec])].concat()
    }

    /// The reference of the server that `branch` is pushed to.
    pub fn place(&self, branch: &str) -> String {
        self.refspec.split_once(':').map_or_else(|| format!("refs/heads/{branch}"), |(_, place)| place.to_owned())
    }
}

/// How `request` reaches the remote `home` of a repository on `forge`, through one's own `fork` where there is one.
pub fn push_plan(
    forge: Forge,
    (home, page): (&str, Option<&Address>),
    fork: Option<(&str, Option<&Address>)>,
    request: &Request<'_>,
) -> PushPlan {
    let Request { branch, main, .. } = *request;
    let route = Route::new(forge, home, fork.map(|(name, _)| name));
    let plain = PushPlan { route, refspec: branch.to_owned(), options: Vec::new(), page: None, opens: false };
    match forge {
        Forge::None => plain,
        Forge::GitHub => {
            let owner = match fork {
                Some((_, None)) => return plain,
                Some((_, Some(address))) => Some(address.owner.as_str()),
                None => None,
            };
            PushPlan { page: page.and_then(|page| compare(page, owner, request)), ..plain }
        }
        Forge::GitLab => {
            let mut options = vec!["merge_request.create".to_owned(), format!("merge_request.target={main}")];
            let target = fork.and(page).map(|page| format!("merge_request.target_project={}/{}", page.owner, page.name));
            options.extend(target);
            PushPlan { options, opens: true, ..plain }
        }
        // What it has of the topic is always to be replaced: it keeps no branch to compare with, closed requests included.
        Forge::Forgejo => PushPlan {
            refspec: format!("{branch}:refs/for/{main}"),
            options: vec![format!("topic={branch}"), "force-push=true".to_owned()],
            opens: true,
            ..plain
        },
    }
}

/// The page of GitHub that compares the two branches and has the request filled in.
fn compare(page: &Address, owner: Option<&str>, request: &Request<'_>) -> Option<Page> {
    let Request { branch, main, title, body } = *request;
    let head = owner.map_or_else(|| branch.to_owned(), |owner| format!("{owner}:{branch}"));
    let range = format!("{main}...{head}");
    let mut url = page.page(["compare"].into_iter().chain(range.split('/')))?;
    url.query_pairs_mut().append_pair("quick_pull", "1").append_pair("title", title);
    if !body.is_empty() {
        url.query_pairs_mut().append_pair("body", body);
    }
    let request = PullRequest {
        host: url.host_str()?.to_owned(),
        repository: format!("{}/{}", page.owner, page.name),
        base: main.to_owned(),
        head,
        title: title.to_owned(),
        body: body.to_owned(),
    };
    Some(Page { link: url.into(), request })
}

#[cfg(test)]
mod tests {
    use super::*;

    const REQUEST: Request<'_> = Request { branch: "mpa/k7q2m-zoe", main: "main", title: "claim: Liste (k7q2m)", body: "" };

    fn home() -> Address {
        Address::parse("git@github.com:mphack/liste.git").unwrap()
    }

    fn own() -> Address {
        Address::parse("https://zoe:secret@github.com/zoe/liste.git").unwrap()
    }

    #[test]
    fn github_has_a_page_to_open() {
        let at_home = push_plan(Forge::GitHub, ("origin", Some(&home())), None, &REQUEST);
        let expected =
            "https://github.com/mphack/liste/compare/main...mpa/k7q2m-zoe?quick_pull=1&title=claim%3A+Liste+%28k7q2m%29";
        assert_eq!(at_home.command(), "git push origin mpa/k7q2m-zoe");
        assert_eq!(at_home.page.unwrap().link, expected);
        let by_fork = push_plan(Forge::GitHub, ("origin", Some(&home())), Some(("mine", Some(&own()))), &REQUEST);
        assert_eq!(by_fork.command(), "git push mine mpa/k7q2m-zoe");
        let page = by_fork.page.unwrap();
        assert_eq!((page.request.repository.as_str(), page.request.head.as_str()), ("mphack/liste", "zoe:mpa/k7q2m-zoe"));
        let link = page.link;
        assert!(link.starts_with("https://github.com/mphack/liste/compare/main...zoe:mpa/k7q2m-zoe?quick_pull=1"), "{link}");
        assert!(!link.contains("secret"), "{link}");
        assert_eq!(push_plan(Forge::GitHub, ("origin", None), None, &REQUEST).page, None);
    }

    #[test]
    fn gitlab_and_forgejo_open_it_at_the_push() {
        let gitlab = push_plan(Forge::GitLab, ("origin", Some(&home())), None, &REQUEST);
        let expected = "git push -o merge_request.create -o merge_request.target=main origin mpa/k7q2m-zoe";
        assert_eq!(gitlab.command(), expected);
        let by_fork = push_plan(Forge::GitLab, ("origin", Some(&home())), Some(("mine", Some(&own()))), &REQUEST);
        assert!(by_fork.command().ends_with("-o merge_request.target_project=mphack/liste mine mpa/k7q2m-zoe"));
        let forgejo = push_plan(Forge::Forgejo, ("origin", Some(&home())), Some(("mine", Some(&own()))), &REQUEST);
        assert_eq!(forgejo.command(), "git push -o topic=mpa/k7q2m-zoe -o force-push=true origin mpa/k7q2m-zoe:refs/for/main");
        assert_eq!(push_plan(Forge::None, ("origin", None), None, &REQUEST).command(), "git push origin mpa/k7q2m-zoe");
    }

    #[test]
    fn hostile_words_stay_words() {
        let title = "a&body=x#y \"z\" %0A\n'é\u{202e}";
        let request = Request { title, body: "- a\n- b&title=c\n", main: "ma#in?x", ..REQUEST };
        let link = push_plan(Forge::GitHub, ("origin", Some(&home())), None, &request).page.unwrap().link;
        let url = url::Url::parse(&link).unwrap();
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let expected = [("quick_pull", "1"), ("title", title), ("body", "- a\n- b&title=c\n")];
        assert_eq!(pairs, expected.map(|(key, value)| (key.to_owned(), value.to_owned())));
        assert_eq!(url.path(), "/mphack/liste/compare/ma%23in%3Fx...mpa/k7q2m-zoe");
        assert_eq!(url.fragment(), None);
        assert!(link.is_ascii() && !link.contains(['\n', '"', ' ', '\'']), "{link}");
        let odd = push_plan(Forge::Forgejo, ("o;i$(id)", None), None, &Request { main: "a b", ..REQUEST });
        assert_eq!(odd.command(), "git push -o topic=mpa/k7q2m-zoe -o force-push=true 'o;i$(id)' 'mpa/k7q2m-zoe:refs/for/a b'");
    }
}

//! How somebody steps in without git or this program: a form of the forge, a mail, a command to copy.

use maud::{Markup, html};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::domain::address::Email;
use crate::domain::campaign::Forge;
use crate::domain::link::named_by_itself;
use crate::domain::message::Message;
use crate::domain::name::TaskId;
use crate::domain::project::Project;
use crate::render::safe::visible_line;
use crate::usecase::read::site::PublicTask;
use crate::usecase::request::Address;

use super::frame::Page;

/// The field of the forms that names a task; `forge/github/claim-task.yml` calls it so.
const TASK_FIELD: &str = "task";

/// What a mail's address may not hold as it is: RFC 6068.
const MAIL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'=')
    .add(b'\'')
    .add(b'`');

/// What somebody wants to do.
enum Wish<'a> {
    Take(&'a PublicTask),
    Join(&'a Project),
    Propose,
}

/// The doors to one task that is free.
pub fn take(page: Page<'_>, it: &PublicTask) -> Markup {
    doors(page, &Wish::Take(it), contact_for(page, it))
}

/// Who answers questions about a task.
pub fn contact_for<'a>(page: Page<'a>, it: &'a PublicTask) -> Option<&'a str> {
    it.task.contact.as_deref().or(contact_of(page, page.site().projects.get(&it.task.project)))
}

/// The doors to one project.
pub fn join(page: Page<'_>, project: &Project) -> Markup {
    doors(page, &Wish::Join(project), contact_of(page, Some(project)))
}

/// The doors through which a task is proposed.
pub fn propose(page: Page<'_>) -> Markup {
    doors(page, &Wish::Propose, contact_of(page, None))
}

fn contact_of<'a>(page: Page<'a>, project: Option<&'a Project>) -> Option<&'a str> {
    project.and_then(|project| project.contact.as_deref()).or(page.site().campaign.contact.as_deref())
}

fn doors(page: Page<'_>, wish: &Wish<'_>, contact: Option<&str>) -> Markup {
    let form = page.site().forge.as_ref().and_then(|(forge, address)| form(*forge, address, wish));
    let mail = contact.and_then(|contact| mail(page, wish, contact));
    let name = contact.and_then(named_by_itself).map(|(name, _)| name);
    html! {
        ul.doors {
            @if let Some(mail) = &mail {
                li {
                    a.button href=(mail) { (page.word("site-door-mail")) }
                    p { (page.say(&Message::new("site-door-mail-help").with("contact", name.unwrap_or_default()))) }
                }
            }
            @if let (Some(form), Some((forge, _))) = (&form, &page.site().forge) {
                li {
                    a.button href=(form) rel="noopener" { (page.say(&Message::new("site-door-form").with("forge", forge_name(*forge)))) }
                    p { (page.word("site-door-form-help")) }
                }
            }
            li {
                p.command { code { (command(wish)) } button type="button" hidden data-copy=(command(wish)) data-copied=(page.word("site-copied")) { (page.word("site-copy")) } }
                p { (page.word("site-door-command-help")) }
            }
        }
    }
}

/// The command that does it.
fn command(wish: &Wish<'_>) -> String {
    match wish {
        Wish::Take(it) => format!("mpa claim {}", it.task.id.as_str()),
        Wish::Join(project) => format!("mpa join {}", project.slug.as_str()),
        Wish::Propose => "mpa tasks add".to_owned(),
    }
}

fn forge_name(forge: Forge) -> &'static str {
    match forge {
        Forge::GitHub => "GitHub",
        Forge::GitLab => "GitLab",
        Forge::Forgejo => "Forgejo",
        Forge::None => "",
    }
}

/// The page of the forge where that is asked for; nobody joins a project by a form.
fn form(forge: Forge, address: &Address, wish: &Wish<'_>) -> Option<String> {
    let forms = forge.forms()?;
    let (path, task) = match wish {
        Wish::Take(it) => (forms.claim, Some(&it.task.id)),
        Wish::Propose => (forms.propose, None),
        Wish::Join(_) => return None,
    };
    Some(form_address(forge, address, path, task)?.to_string())
}

/// The address of the form at `path`, filled in with `task`. GitHub names a form by its file, a field by its id; Forgejo by
/// its path, and a field behind `field:`; GitLab has a text, whose name has no ending, and a title.
fn form_address(forge: Forge, address: &Address, path: &str, task: Option<&TaskId>) -> Option<url::Url> {
    let new = ["issues", "new"];
    let file = path.rsplit_once('/').map_or(path, |(_, file)| file);
    let task = task.map(TaskId::as_str);
    let (mut page, template, field) = match forge {
        Forge::GitHub => (address.page(new)?, ("template", file), TASK_FIELD.to_owned()),
        Forge::Forgejo => (address.page(new)?, ("template", path), format!("field:{TASK_FIELD}")),
        Forge::GitLab => (
            address.page(["-"].into_iter().chain(new))?,
            ("issuable_template", file.trim_end_matches(".md")),
            "issue[title]".to_owned(),
        ),
        Forge::None => return None,
    };
    page.query_pairs_mut().append_pair(template.0, template.1).extend_pairs(task.map(|task| (field, task)));
    Some(page)
}

/// A mail to whoever answers, in the reader's language, whose last line is the command that records what it asks for.
fn mail(page: Page<'_>, wish: &Wish<'_>, contact: &str) -> Option<String> {
    let to = Email::new(contact.strip_prefix("mailto:").unwrap_or(contact))?;
    let with_title = |key: &'static str, title: &str| Message::new(key).with("title", title.to_owned());
    let handle = page.word("site-mail-handle");
    let (subject, body, command) = match wish {
        Wish::Take(it) => (
            with_title("site-mail-take-subject", &it.task.title).with("id", &it.task.id),
            with_title("site-mail-take", &it.task.title),
            format!("mpa claim {} --for {handle}", it.task.id.as_str()),
        ),
        Wish::Join(project) => (
            with_title("site-mail-join-subject", &project.title),
            with_title("site-mail-join", &project.title),
            format!("mpa join {} --for {handle}", project.slug.as_str()),
        ),
        Wish::Propose => {
            (Message::new("site-mail-propose-subject"), Message::new("site-mail-propose"), "mpa tasks add".to_owned())
        }
    };
    let ending = page.say(&Message::new("site-mail-ending").with("name", handle));
    let body = format!("{}\n\n{ending}\n{command}", page.say(&body));
    let encoded = |text: &str| utf8_percent_encode(text, MAIL).to_string();
    let body = body.lines().map(|line| encoded(&visible_line(line))).collect::<Vec<_>>().join("%0D%0A");
    Some(format!("mailto:{}?subject={}&body={body}", encoded(to.as_str()), encoded(&page.say(&subject))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_filled_in_as_each_forge_wants_it() {
        let address = Address::parse("https://forge.example.org/mphack/liste.git").unwrap();
        let id = TaskId::new("k7q2m").unwrap();
        for (forge, expected) in [
            (Forge::GitHub, "https://forge.example.org/mphack/liste/issues/new?template=mpa-claim.yml&task=k7q2m"),
            (
                Forge::Forgejo,
                "https://forge.example.org/mphack/liste/issues/new?template=.forgejo%2Fissue_template%2Fmpa-claim.yml&field%3Atask=k7q2m",
            ),
            (
                Forge::GitLab,
                "https://forge.example.org/mphack/liste/-/issues/new?issuable_template=mpa-claim&issue%5Btitle%5D=k7q2m",
            ),
        ] {
            let path = forge.forms().unwrap().claim;
            assert_eq!(form_address(forge, &address, path, Some(&id)).unwrap().as_str(), expected);
        }
    }
}

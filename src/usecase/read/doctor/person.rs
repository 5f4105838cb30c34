//! The person and their machine: git, who commits are by, the handle, the terminal.

use crate::domain::campaign::Forge;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::shell::command;
use crate::store::person_path;
use crate::usecase::people::namesake::{LOOKED_BACK, is_of};
use crate::usecase::people::oneself::Oneself;
use crate::vcs::{MINIMUM_GIT, author as author_of, git_version};

use super::{Finding, Patient};

/// The git program.
pub fn git(patient: &Patient) -> Finding {
    let minimum = format!("{}.{}", MINIMUM_GIT.0, MINIMUM_GIT.1);
    let with = |message: Message, version: String| message.with("version", version).with("minimum", minimum.as_str());
    match git_version(&patient.folder, &patient.around) {
        Ok((version, true)) => Finding::fine("git", with(Message::new("doctor-git"), version)),
        Ok((version, false)) => Finding::mend("git", with(Message::new("doctor-git-old"), version)),
        Err(error) => Finding::mend("git", error.message()),
    }
}

/// The data folder and the campaign's file.
pub fn campaign(patient: &Patient) -> Finding {
    match &patient.data {
        Err(failure) if failure.message.key() == "store-elsewhere" => {
            Finding::mend("campaign", failure.message.clone()).by("git sparse-checkout disable")
        }
        Err(failure) => Finding::mend("campaign", failure.message.clone()).by("mpa start URL").by("mpa init DIR"),
        Ok((store, decoded)) => match decoded.problems.iter().find(|problem| problem.is_error()) {
            Some(problem) => Finding::mend("campaign", problem.message()).by("mpa check"),
            None => {
                let name = decoded.value.as_ref().map(|campaign| campaign.name.clone()).unwrap_or_default();
                let message = Message::new("doctor-campaign").with("campaign", name);
                Finding::fine("campaign", message.with("path", store.root().display().to_string()))
            }
        },
    }
}

/// Who commits are by, and the address that they make public.
pub fn author(patient: &Patient) -> Vec<Finding> {
    let place = patient.repository.as_ref().map_or(patient.folder.as_path(), |repository| repository.workdir());
    let Ok(author) = author_of(place, &patient.around) else { return Vec::new() };
    let (email, hint) = private_address(patient);
    let Some(author) = author else {
        let finding = Finding::mend("identity", Message::new("doctor-no-identity"));
        let finding = finding.by(command("git config --global user.name {}", &[&patient.who()]));
        return vec![finding.by(command("git config --global user.email {}", &[&email]))];
    };
    let identity = Message::new("doctor-identity").with("name", author.name);
    let lower = author.email.to_lowercase();
    let is_private = lower.contains("noreply") || lower.contains("no-reply") || lower.ends_with("@example.org");
    let address = if is_private {
        Finding::fine("email", Message::new("doctor-email-private").with("email", author.email))
    } else {
        let message = Message::new("doctor-email-public").with("email", author.email).with("where", hint);
        Finding::remark("email", message).by(command("git config user.email {}", &[&email]))
    };
    vec![Finding::fine("identity", identity), address]
}

/// An address that receives nothing, in the form the forge knows to whom it belongs, and where that stands.
fn private_address(patient: &Patient) -> (String, Message) {
    let (forge, host) = patient.forge();
    let login = login(patient).unwrap_or_else(|| patient.who());
    match (forge, host) {
        (Forge::GitHub, _) => (format!("ID+{login}@users.noreply.github.com"), Message::new("doctor-email-github")),
        (Forge::GitLab, host) => {
            let host = host.unwrap_or_else(|| "gitlab.com".to_owned());
            (format!("ID-{login}@users.noreply.{host}"), Message::new("doctor-email-gitlab"))
        }
        (Forge::Forgejo, Some(host)) => (format!("{login}@noreply.{host}"), Message::new("doctor-email-forgejo")),
        (Forge::Forgejo | Forge::None, _) => (format!("{login}@example.org"), Message::new("doctor-email-none")),
    }
}

/// The account on the forge, as the person's own file says.
fn login(patient: &Patient) -> Option<String> {
    let (store, _) = patient.data.as_ref().ok()?;
    let who = patient.handle.as_ref().ok()?.as_ref()?;
    store.person(who).ok()??.decoded.value?.forge.map(|login| login.to_string())
}

/// The handle and its people file.
pub fn handle(patient: &Patient) -> Vec<Finding> {
    let who = match &patient.handle {
        Err(failure) => {
            let by = if patient.handle_in_environment { "export MPA_HANDLE=" } else { "git config mpa.handle " };
            return vec![Finding::mend("handle", failure.message.clone()).by(format!("{by}{}", patient.proposed))];
        }
        Ok(None) => {
            let finding = Finding::mend("handle", Message::new("doctor-no-handle"));
            return vec![finding.by(command("git config --global mpa.handle {}", &[&patient.proposed]))];
        }
        Ok(Some(who)) => who,
    };
    let handle = Finding::fine("handle", Message::new("doctor-handle").with("person", who));
    let Ok((store, decoded)) = &patient.data else { return vec![handle] };
    let has_forge = decoded.value.as_ref().is_some_and(|campaign| campaign.workflow.forge != Forge::None);
    let path = person_path(who);
    let file = match store.person(who) {
        Err(error) => Finding::mend("person", error.message()),
        Ok(None) if has_forge => {
            let message = Message::new("doctor-no-person").with("path", path);
            Finding::remark("person", message).by("mpa projects list")
        }
        Ok(None) => Finding::fine("person", Message::new("doctor-person-none").with("path", path)),
        Ok(Some(loaded)) => match (loaded.decoded.problems.iter().find(|problem| problem.is_error()), loaded.decoded.value) {
            (Some(problem), _) => Finding::mend("person", problem.message()).by("mpa check"),
            (None, Some(person)) if person.forge.is_some() || !has_forge => {
                Finding::fine("person", Message::new("doctor-person").with("path", path))
            }
            (None, _) => Finding::remark("person", Message::new("doctor-person-no-login").with("path", path)),
        },
    };
    [handle, file].into_iter().chain(namesake(patient, who)).collect()
}

/// The newest action under the handle that came from another address than the person's.
fn namesake(patient: &Patient, who: &Handle) -> Option<Finding> {
    let repository = patient.repository.as_ref().ok()?;
    let recent = repository.latest(LOOKED_BACK).ok()?;
    let mut called = recent.iter().filter(|commit| is_of(who, commit)).peekable();
    called.peek()?;
    let oneself = Oneself::new(repository, Some(who.clone()));
    let other = called.find(|commit| oneself.is_known() && !oneself.has(&commit.author))?;
    let message = Message::new("doctor-namesake").with("person", who).with("address", other.author.as_str());
    let another = "git config mpa.handle HANDLE";
    Some(Finding::remark("handle", message).by(another).by(Oneself::way_to_add(&other.author)))
}

/// The private addresses, and the characters of the terminal.
pub fn around(patient: &Patient) -> Vec<Finding> {
    let addresses = patient.addresses.as_ref().map(|read| match read {
        Ok(true) => Finding::fine("addresses", Message::new("doctor-addresses")),
        Ok(false) => Finding::fine("addresses", Message::new("doctor-addresses-none")),
        Err(failure) => Finding::mend("addresses", failure.message.clone()),
    });
    let terminal = patient.encoding.as_ref().map(|encoding| {
        let plain = encoding.to_lowercase().replace('-', "");
        match plain.contains("utf8") {
            true => Finding::fine("terminal", Message::new("doctor-terminal").with("found", encoding.as_str())),
            false => {
                let message = Message::new("doctor-terminal-narrow").with("found", encoding.as_str());
                Finding::remark("terminal", message).by("export LC_ALL=C.UTF-8")
            }
        }
    });
    addresses.into_iter().chain(terminal).collect()
}

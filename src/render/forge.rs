//! What a forge runs and shows for a campaign: workflows, forms, templates.
//!
//! The files are templates in `forge/`, one folder a forge. `@{name}` stands for a value, or, alone on its line, for the
//! lines of another template; `@{say:key}` for a sentence of the catalogue in quotes, `@{word:key}` for its bare words.

use textwrap::wrap;

use crate::domain::campaign::{Forge, Mode};
use crate::domain::text::UNBROKEN;
use crate::usecase::write::forge::{Home, Tool};

use super::catalogue::Catalogue;
use super::language::Language;

/// The widest line of a comment, in columns.
const COMMENT_WIDTH: usize = 116;

macro_rules! template {
    ($name:literal) => {
        include_str!(concat!("forge/", $name))
    };
    ($name:literal, $language:expr) => {
        match $language {
            Language::French => include_str!(concat!("forge/pages/", $name, ".fr.md")),
            Language::English => include_str!(concat!("forge/pages/", $name, ".en.md")),
        }
    };
}

/// The files for `forge`: paths from the top of the repository, and texts in the language of `say`.
pub fn files(forge: Forge, say: &Catalogue, home: &Home) -> Vec<(String, String)> {
    let page = Page { forge, say, home };
    let request = template!("request", say.language());
    let file = |path: &str, head: &'static str, text: &str| (path.to_owned(), page.filled(text, head));
    let plain = |path: &str, text: &str| file(path, "", text);
    let Some(forms) = forge.forms() else { return Vec::new() };
    match forge {
        Forge::GitHub => vec![
            file(".github/workflows/mpa-review.yml", "forge-head-review", template!("github/mpa-review.yml")),
            file(".github/workflows/mpa-comment.yml", "forge-head-comment", template!("github/mpa-comment.yml")),
            file(".github/workflows/mpa-main.yml", "forge-head-main", template!("github/mpa-main.yml")),
            file(".github/workflows/mpa-pages.yml", "forge-head-pages", template!("github/mpa-pages.yml")),
            file(".github/workflows/mpa-issue.yml", "forge-head-issue", template!("github/mpa-issue.yml")),
            plain(forms.claim, template!("github/claim-task.yml")),
            plain(forms.propose, template!("github/propose-task.yml")),
            plain(".github/pull_request_template.md", request),
        ],
        Forge::GitLab => vec![
            plain(GITLAB_CI, template!("gitlab/gitlab-ci.yml")),
            file(".gitlab/mpa.yml", "forge-head-gitlab", template!("gitlab/mpa.yml")),
            plain(forms.claim, template!("claim", say.language())),
            plain(forms.propose, template!("propose", say.language())),
            plain(".gitlab/merge_request_templates/Default.md", request),
        ],
        Forge::Forgejo => vec![
            file(".forgejo/workflows/mpa-review.yml", "forge-head-review", template!("forgejo/mpa-review.yml")),
            file(".forgejo/workflows/mpa-main.yml", "forge-head-main", template!("forgejo/mpa-main.yml")),
            file(".forgejo/workflows/mpa-pages.yml", "forge-head-pages", template!("forgejo/mpa-pages.yml")),
            file(".forgejo/workflows/mpa-issue.yml", "forge-head-issue", template!("forgejo/mpa-issue.yml")),
            plain(forms.claim, template!("github/claim-task.yml")),
            plain(forms.propose, template!("github/propose-task.yml")),
            plain(".forgejo/pull_request_template.md", request),
        ],
        Forge::None => Vec::new(),
    }
}

/// The one file of GitLab that a repository has already when it has pipelines.
pub const GITLAB_CI: &str = ".gitlab-ci.yml";

struct Page<'a> {
    forge: Forge,
    say: &'a Catalogue,
    home: &'a Home,
}

impl Page<'_> {
    fn filled(&self, text: &str, head: &str) -> String {
        let mut out = String::with_capacity(2 * text.len());
        for line in text.lines() {
            let bare = line.trim_start();
            let indent = &line[..line.len() - bare.len()];
            let alone = bare.strip_prefix("@{").and_then(|rest| rest.strip_suffix('}')).filter(|name| !name.contains('@'));
            match alone.and_then(|name| self.block(name, head)) {
                Some(block) => {
                    let block = self.filled(&block, head);
                    block.lines().for_each(|line| put(&mut out, if line.is_empty() { "" } else { indent }, line));
                }
                None => put(&mut out, indent, &self.with_values(bare)),
            }
        }
        out
    }

    /// The lines that stand for `name`; `None` where it is a value within a line.
    fn block(&self, name: &str, head: &str) -> Option<String> {
        let by_request = self.home.mode == Mode::PullRequest;
        let is_here = self.home.tool == Tool::Here;
        let is_forgejo = self.forge == Forge::Forgejo;
        let text = match name {
            "head" => return Some(self.comment(head)),
            "base" if is_forgejo => template!("forgejo/base.yml"),
            "base" => template!("github/base.yml"),
            "tool" if is_forgejo && is_here => template!("forgejo/tool-here.yml"),
            "tool" if is_forgejo => template!("forgejo/tool-there.yml"),
            "tool" if is_here => template!("github/tool-here.yml"),
            "tool" => template!("github/tool-there.yml"),
            "tool-script" if is_here => template!("gitlab/tool-here.sh"),
            "tool-script" => template!("gitlab/tool-there.sh"),
            "request" => template!("github/request.sh"),
            "form" => template!("github/form.sh"),
            "api" => template!("forgejo/api.sh"),
            "claim" if by_request => template!("github/claim-request.sh"),
            "claim" => template!("github/claim-direct.sh"),
            "propose" => template!("github/propose.sh"),
            "open" if is_forgejo => template!("forgejo/open.sh"),
            "open" => template!("github/open.sh"),
            "answer" if is_forgejo => template!("forgejo/answer.sh"),
            "answer" => template!("github/answer.sh"),
            "open-words" => template!("github/open-words.yml"),
            "claim-words" if by_request => concat!(template!("github/open-words.yml"), template!("github/claim-words.yml")),
            "claim-words" => template!("github/claim-words.yml"),
            "pull-requests" if by_request => template!("github/may-open.yml"),
            "pull-requests" => "",
            _ => return None,
        };
        Some(text.to_owned())
    }

    /// `line` with a value for each name in it.
    fn with_values(&self, line: &str) -> String {
        let mut parts = line.split("@{");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            out.push_str(&self.value(name));
            out.push_str(rest);
        }
        out
    }

    fn value(&self, name: &str) -> String {
        let (address, revision) = match &self.home.tool {
            Tool::Here => ("", ""),
            Tool::At { address, revision } => (address.as_str(), revision.as_str()),
        };
        match name.split_once(':') {
            Some(("say", key)) => quoted(&self.words(key)),
            Some(("word", key)) => self.words(key),
            _ => match name {
                "main" => self.home.main.clone(),
                "data" => quoted(&self.home.data),
                "language" => self.say.language().tag().to_owned(),
                "address" => address.to_owned(),
                "revision" => revision.to_owned(),
                "tool-key" if revision.is_empty() => "$CI_COMMIT_REF_SLUG".to_owned(),
                "tool-key" => revision.replace('/', "-"),
                _ => unreachable!("a template names `{name}`, which has no value"),
            },
        }
    }

    fn words(&self, key: &str) -> String {
        self.say.word(key).replace(UNBROKEN, " ")
    }

    fn comment(&self, key: &str) -> String {
        wrap(&self.words(key), COMMENT_WIDTH).iter().map(|line| format!("# {line}\n")).collect()
    }
}

fn put(out: &mut String, indent: &str, line: &str) {
    out.push_str(indent);
    out.push_str(line);
    out.push('\n');
}

/// In double quotes, as YAML reads them: every YAML reader reads JSON's.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

//! A forge in a folder: a bare repository as `origin`, and the steps of a workflow carried out in order with bash.
//!
//! `gh`, `cargo` and `rustup` are small scripts that write down how they were called. So does `mpa`, which hands over to
//! the real one; `mpa review` can be played instead, by what the test put into files, to give it any verdict.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use saphyr::YamlOwned;

use crate::expression::{Names, filled, holds};
use crate::kit::{NOW, World};
use crate::{at, entries, find, text, yaml};

/// Writes down its words, one a line, and answers from the files that the test put beside it.
const GH: &str = r#"#!/bin/bash
{ echo "--- gh"; printf '%s\n' "$@"; } >> "$FAKE/calls"
[ -n "$GH_TOKEN" ] || { echo "no token" >&2; exit 4; }
while [ "$#" -gt 0 ]; do
  case "$1" in
    --body-file) cp "$2" "$FAKE/body.$(ls "$FAKE" | grep -c '^body')" ;;
    body=@*) cp "${1#body=@}" "$FAKE/body.$(ls "$FAKE" | grep -c '^body')" ;;
    repos/*/pulls) cat "$FAKE/pulls.json" ;;
    repos/*/comments\?*) cat "$FAKE/comments.json" ;;
    repos/*/git/ref/*) printf '{"object": {"sha": "%s"}}' "$(git --git-dir="$FAKE/../origin.git" rev-parse main)" ;;
    list) cat "$FAKE/open.json" ;;
    create) [ ! -e "$FAKE/may-not-create" ] || exit 1 ;;
  esac
  shift
done
"#;
/// The same for the forges that are spoken to by `curl`: what is sent is kept, what is asked for comes from files.
const CURL: &str = r#"#!/bin/bash
{ echo "--- curl"; printf '%s\n' "$@"; } >> "$FAKE/calls"
[ -n "$GH_TOKEN$MPA_TOKEN" ] || { echo "no token" >&2; exit 22; }
case "$*" in
  *--data\ @-*) sent="$(cat)" ;;
esac
[ -z "$sent" ] || printf '%s' "$sent" > "$FAKE/body.$(ls "$FAKE" | grep -c '^body')"
case "$*" in
  *"--request GET "*/comments) cat "$FAKE/comments.json" ;;
  *"--request GET "*/notes*) cat "$FAKE/comments.json" ;;
  *"--request GET "*/merge_requests*) cat "$FAKE/pulls.json" ;;
  *"--request GET "*/pulls*) cat "$FAKE/open.json" ;;
  *"--request POST "*/pulls) [ ! -e "$FAKE/may-not-create" ] || exit 22 ;;
  */user) echo '{"id": 9}' ;;
esac
"#;
const CARGO: &str = r#"#!/bin/bash
{ echo "--- cargo"; printf '%s\n' "$@"; } >> "$FAKE/calls"
[ -z "$GH_TOKEN$TOKEN$GIT_CONFIG_COUNT" ] || { echo "the build sees a token" >&2; exit 70; }
while [ "$#" -gt 1 ]; do
  [ "$1" = --root ] && { mkdir -p "$2/bin"; cp "$FAKE/mpa" "$2/bin/mpa"; }
  shift
done
"#;
const MPA: &str = r#"#!/bin/bash
{ echo "--- mpa"; printf '%s\n' "$@"; } >> "$FAKE/calls"
[ -z "$GH_TOKEN" ] || [ "$1" != review ] || { echo "mpa review sees a token" >&2; exit 70; }
if [ "$1" = review ] && [ -e "$FAKE/review-code" ]; then
  git rev-parse --verify --quiet "${2#*..}^{commit}" > /dev/null || exit 3
  case "$*" in
    *"--require routine"*) cat "$FAKE/review.json" 2> /dev/null; exit "$(cat "$FAKE/strict-code")" ;;
    *) cat "$FAKE/review.md"; exit "$(cat "$FAKE/review-code")" ;;
  esac
fi
if [ "$1" = claim ] && [ -e "$FAKE/meanwhile" ]; then
  "$REAL_MPA" "$@" && bash "$FAKE/meanwhile" && rm "$FAKE/meanwhile"
  exit
fi
# As long as `check` writes no notes for the forge, what it finds is what counts here.
[ "$1" != check ] || "$REAL_MPA" check --help | grep --quiet github || set -- check
exec "$REAL_MPA" "$@"
"#;

/// The forge.
pub struct Forge {
    pub world: World,
    top: PathBuf,
}

/// What a job left.
#[derive(Debug, Default)]
pub struct JobRun {
    /// Whether its `if:` held.
    pub ran: bool,
    /// Whether every step that ran succeeded.
    pub succeeded: bool,
    /// Everything the steps printed.
    pub log: String,
    /// The outputs of the job.
    pub outputs: Names,
}

impl Forge {
    /// A forge that holds the campaign of `world`.
    pub fn of(world: World) -> Self {
        let top = world.top().join("forge");
        fs::create_dir_all(top.join("fake")).unwrap();
        world.git("clone --quiet --bare . ../forge/origin.git");
        world.git("remote add origin ../forge/origin.git");
        fs::create_dir_all(top.join("asso")).unwrap();
        std::os::unix::fs::symlink(top.join("origin.git"), top.join("asso/fete.git")).unwrap();
        let forge = Self { world, top };
        for (name, script) in [("gh", GH), ("curl", CURL), ("cargo", CARGO), ("mpa", MPA), ("rustup", "#!/bin/bash\n")] {
            let path = forge.fake(name);
            fs::write(&path, script).unwrap();
            assert!(Command::new("chmod").arg("+x").arg(path).status().unwrap().success());
        }
        for (name, content) in [("pulls.json", "[]"), ("comments.json", "[]"), ("open.json", "[]"), ("calls", "")] {
            forge.put(name, content);
        }
        forge
    }

    fn fake(&self, name: &str) -> PathBuf {
        self.top.join("fake").join(name)
    }

    /// What one of the small scripts will answer.
    pub fn put(&self, name: &str, content: &str) {
        fs::write(self.fake(name), content).unwrap();
    }

    /// Takes such an answer away again.
    pub fn take_away(&self, name: &str) {
        fs::remove_file(self.fake(name)).unwrap();
    }

    /// From now on `mpa review` says what the test puts into `review.md`, and ends by `review-code` or, where routine is
    /// required, by `strict-code`.
    pub fn play_review(&self) {
        self.put("review.md", "Rien.\n");
        self.put("review-code", "0");
        self.put("strict-code", "1");
    }

    /// How the small scripts were called: each call's words, one a line.
    pub fn calls(&self) -> String {
        fs::read_to_string(self.fake("calls")).unwrap()
    }

    /// The text of the comment number `at` that was written.
    #[track_caller]
    pub fn body(&self, at: usize) -> String {
        fs::read_to_string(self.fake(&format!("body.{at}"))).unwrap_or_else(|_| panic!("no comment:\n{}", self.calls()))
    }

    /// How many comments were written.
    pub fn bodies(&self) -> usize {
        fs::read_dir(self.top.join("fake"))
            .unwrap()
            .filter(|it| it.as_ref().unwrap().file_name().to_string_lossy().starts_with("body"))
            .count()
    }

    /// `git` in the forge's repository.
    #[track_caller]
    pub fn git(&self, words: &str) -> String {
        self.world.git(&format!("--git-dir={} {words}", self.top.join("origin.git").display()))
    }

    /// The commit of the main branch on the forge.
    pub fn main(&self) -> String {
        self.git("rev-parse main")
    }

    /// Nothing that a text asked for was carried out.
    #[track_caller]
    pub fn nothing_was_run(&self) {
        let traces = ["pwned", "runner/pwned", "runner/work/pwned"].map(|trace| self.top.join(trace));
        assert!(traces.iter().all(|trace| !trace.exists()) && !self.world.home().join("pwned").exists(), "something ran");
    }

    /// The workflow in that file of the campaign.
    pub fn workflow(&self, name: &str) -> YamlOwned {
        let paths = [".github", ".forgejo"].map(|folder| format!("{folder}/workflows/{name}.yml"));
        yaml(&self.world.read(paths.iter().find(|path| self.world.path(path).exists()).unwrap()))
    }

    /// Carries out a job of GitLab, with these variables of the pipeline.
    #[track_caller]
    pub fn pipeline(&self, name: &str, variables: &[(&str, &str)]) -> JobRun {
        let file = yaml(&self.world.read(".gitlab/mpa.yml"));
        let lines = |job: &str, key: &str| {
            let list = find(&file, &[job, key]).and_then(YamlOwned::as_sequence).into_iter().flatten();
            list.map(text).collect::<Vec<_>>()
        };
        drop(fs::remove_dir_all(self.top.join("runner")));
        let work = self.top.join("runner/work");
        fs::create_dir_all(&work).unwrap();
        let script = self.top.join("runner/script.sh");
        fs::write(&script, [lines(".mpa", "before_script"), lines(name, "script")].concat().join("\n")).unwrap();
        let mut command = self.bash(&script, &[self.top.join("fake")]);
        command
            .current_dir(&work)
            .env("CI_JOB_TOKEN", "hush")
            .env("CI_PROJECT_ID", "3")
            .env("CI_API_V4_URL", "https://forge/api")
            .env("CI_SERVER_URL", "https://forge");
        command.env("CI_PROJECT_URL", self.top.join("asso/fete"));
        for job in [".mpa", name] {
            for (key, value) in find(&file, &[job, "variables"]).map(entries).unwrap_or_default() {
                command.env(key, text(value));
            }
        }
        command.envs(variables.iter().copied());
        let output = command.output().unwrap();
        let log = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        JobRun { ran: true, succeeded: output.status.success(), log, outputs: Names::new() }
    }

    /// A file of the pages that the last job handed over.
    pub fn published(&self, name: &str) -> String {
        fs::read_to_string(self.top.join("published").join(name)).unwrap()
    }

    /// A file that the last job left where it worked.
    pub fn left(&self, name: &str) -> String {
        fs::read_to_string(self.top.join("runner/work").join(name)).unwrap()
    }

    /// `bash` as the forges call it, with nothing of this machine around it but programs.
    fn bash(&self, script: &Path, paths: &[PathBuf]) -> Command {
        let mut command = Command::new("bash");
        self.world.hermetic(&mut command);
        command.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(script).stdin(Stdio::null());
        let system = std::env::var_os("PATH").unwrap();
        let all = paths.iter().cloned().chain(std::env::split_paths(&system));
        command.env("PATH", std::env::join_paths(all).unwrap()).env("LANG", "C.UTF-8");
        command.env("FAKE", self.top.join("fake")).env("REAL_MPA", env!("CARGO_BIN_EXE_mpa")).env("MPA_NOW", NOW);
        command
    }

    /// Carries out one job.
    #[track_caller]
    pub fn job(&self, workflow: &YamlOwned, name: &str, event: &[(&str, &str)]) -> JobRun {
        let job = at(workflow, &["jobs", name]);
        let mut names: Names = event.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let runner = self.top.join("runner");
        let server = self.top.display().to_string();
        let defaults = [
            ("github.server_url", server.as_str()),
            ("github.token", "hush"),
            ("github.repository", "asso/fete"),
            ("runner.os", "Linux"),
        ];
        names.extend(defaults.map(|(name, value)| (name.to_owned(), value.to_owned())));
        names.insert("runner.temp".to_owned(), runner.join("temp").display().to_string());
        let mut run = JobRun { succeeded: true, ..JobRun::default() };
        if find(job, &["if"]).is_some_and(|condition| !holds(&text(condition), &names)) {
            return run;
        }
        run.ran = true;
        drop(fs::remove_dir_all(&runner));
        fs::create_dir_all(runner.join("temp")).unwrap();
        let mut paths = vec![self.top.join("fake")];
        for step in at(job, &["steps"]).as_sequence().unwrap() {
            let condition = find(step, &["if"]).map(text);
            let goes_on = condition.as_deref().is_some_and(|condition| condition.contains("cancelled()"));
            if !(run.succeeded || goes_on) || !condition.is_none_or(|condition| holds(&condition, &names)) {
                continue;
            }
            match find(step, &["uses"]).map(text) {
                Some(uses) => self.action(&uses, step, &names),
                None => self.script(workflow, step, &mut names, &mut paths, &mut run),
            }
        }
        for (output, expression) in find(job, &["outputs"]).map(entries).unwrap_or_default() {
            run.outputs.insert(format!("needs.{name}.outputs.{output}"), filled(&text(expression), &names));
        }
        run
    }

    fn action(&self, uses: &str, step: &YamlOwned, names: &Names) {
        let with = |key: &str| filled(&text(at(step, &["with", key])), names);
        let kept = |name: &str| self.top.join("kept").join(name);
        match uses.split('@').next().unwrap() {
            "actions/checkout" => {
                let work = self.top.join("runner/work");
                self.world.git(&format!(
                    "clone --quiet --branch {} {} {}",
                    with("ref"),
                    self.top.join("origin.git").display(),
                    work.display()
                ));
            }
            "actions/cache" => assert!(!with("key").contains("$")),
            "actions/upload-artifact" => {
                fs::create_dir_all(kept(&with("name"))).unwrap();
                let from = PathBuf::from(with("path"));
                fs::copy(&from, kept(&with("name")).join(from.file_name().unwrap())).unwrap();
            }
            "actions/download-artifact" => {
                fs::create_dir_all(with("path")).unwrap();
                for entry in fs::read_dir(kept(&with("name"))).unwrap() {
                    let entry = entry.unwrap();
                    fs::copy(entry.path(), PathBuf::from(with("path")).join(entry.file_name())).unwrap();
                }
            }
            "actions/upload-pages-artifact" => {
                let pages = PathBuf::from(with("path"));
                fs::rename(pages, self.top.join("published")).unwrap();
            }
            "actions/deploy-pages" => assert!(self.top.join("published/index.html").exists()),
            other => panic!("{other} is not known here"),
        }
    }

    fn script(&self, workflow: &YamlOwned, step: &YamlOwned, names: &mut Names, paths: &mut Vec<PathBuf>, run: &mut JobRun) {
        let temp = self.top.join("runner/temp");
        let work = self.top.join("runner/work");
        fs::create_dir_all(&work).unwrap();
        let files = ["GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"].map(|name| (name, self.top.join(name)));
        files.iter().for_each(|(_, path)| fs::write(path, "").unwrap());
        let script = temp.join("step.sh");
        fs::write(&script, text(at(step, &["run"]))).unwrap();
        let mut command = self.bash(&script, paths);
        command.current_dir(&work).env("GITHUB_ACTIONS", "true");
        files.iter().for_each(|(name, path)| {
            command.env(name, path);
        });
        for env in [find(workflow, &["env"]), find(step, &["env"])].into_iter().flatten() {
            for (key, value) in entries(env) {
                command.env(key, filled(&text(value), names));
            }
        }
        command.env("RUNNER_TEMP", &temp);
        let output = command.output().unwrap();
        run.log.push_str(&String::from_utf8_lossy(&output.stdout));
        run.log.push_str(&String::from_utf8_lossy(&output.stderr));
        run.succeeded &= output.status.success();
        let read = |name: &str| fs::read_to_string(self.top.join(name)).unwrap();
        run.log.push_str(&read("GITHUB_STEP_SUMMARY"));
        paths.splice(0..0, read("GITHUB_PATH").lines().map(PathBuf::from));
        if let Some(id) = find(step, &["id"]).map(text) {
            let written: BTreeMap<String, String> = read("GITHUB_OUTPUT")
                .lines()
                .map(|line| line.split_once('=').unwrap_or_else(|| panic!("no output: {line}")))
                .map(|(name, value)| (format!("steps.{id}.outputs.{name}"), value.to_owned()))
                .collect();
            names.extend(written);
        }
    }
}

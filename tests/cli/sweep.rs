//! Killed at each call of the system, one after the other: the same command again leaves one record and nothing else.
//!
//! `strace` kills whoever reaches the N-th call of a kind: `mpa` and each git that it starts, each by its own count; one git
//! alone; or one git and `mpa` in the same moment. A few points each time; `MPA_KILLS=all` for every one (some 12,000: a folder
//! in memory helps, `TMPDIR=/dev/shm`), `MPA_KILLS=2/40` for a part of them, spread over all.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::kit::{NOW, World, make_executable, skipped, split};

/// What is counted, and killed at.
const CALLS: [&str; 14] = [
    "openat",
    "read",
    "write",
    "close",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "newfstatat",
    "stat",
    "link",
    "wait4",
    "execve",
];
/// Who types what, the files it is about, and what they hold afterwards, once.
const COMMANDS: [(&str, &str, &str); 7] = [
    ("claim p4n8w", "data/tasks/*/p4n8w*", "[claims.zoe]"),
    ("close x9c3v --evidence https://example.org/logo", "data/tasks/*/x9c3v*", "[done]"),
    ("log x9c3v 45m --total", "data/tasks/*/x9c3v*", "spent.2026-11-24 = \"45m\""),
    ("tasks edit k7q2m --budget 3h --as orga", "data/tasks/*/k7q2m*", "budget = \"3h\""),
    ("projects poll mphack --votes 34 --of 80 --as orga", "data/projects/mphack.toml", "votes = 34"),
    ("import ../liste.csv --yes --as orga", "data/tasks", "title = \"Compter les chaises\""),
    ("sync", "data/tasks/*/x9c3v*", "[claims.zoe]"),
];
/// What is imported: two tasks, so that one without the other is seen.
const LIST: &str = "Tâche,Temps,Projet\nCompter les chaises,1h,MPHack\nRanger la salle,1h,MPHack\n";
/// How many points a usual run takes of each command.
const FEW: usize = 2;

/// Where somebody is killed.
#[derive(Debug, Clone)]
struct Point {
    victim: Victim,
    call: &'static str,
    number: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Victim {
    /// Everybody, each at their own N-th call.
    Each,
    /// The git that is started in this place, from 1; `mpa` goes on.
    Git(usize),
    /// The same, and `mpa` with it.
    Both(usize),
}

#[test]
fn killed_at_each_call() {
    let Some(strace) = strace() else {
        skipped("there is no strace here that may kill");
        return;
    };
    let chosen = std::env::var("MPA_KILLS").unwrap_or_default();
    let (mut faults, mut killed, mut tried) = (Vec::new(), 0, 0);
    for command in COMMANDS {
        let model = Model::new(command, &strace);
        let points = pick(model.points(), &chosen);
        for point in &points {
            let (was_killed, fault) = model.try_at(point);
            (tried, killed) = (tried + 1, killed + usize::from(was_killed));
            if let Some(fault) = fault {
                println!("{}: {point:?}\n{fault}", command.0);
                faults.push(format!("{}: {point:?}", command.0));
            }
        }
        println!("{}: {} points", command.0, points.len());
    }
    println!("{tried} points, somebody was killed at {killed}, {} faults", faults.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(killed * 4 > tried * 3, "only {killed} of {tried} killed anybody");
}

/// The program that kills, where there is one and the system lets it.
fn strace() -> Option<PathBuf> {
    let path = std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join("strace")).find(|it| it.is_file())?;
    let mut command = Command::new(&path);
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", "inject=exit_group:signal=KILL", "true"]);
    command.status().is_ok_and(|status| status.code().is_none()).then_some(path)
}

/// All points, a part of them, or a few: those at which git puts its files in place among them.
fn pick(points: Vec<Point>, chosen: &str) -> Vec<Point> {
    let part = chosen.split_once('/').and_then(|(at, of)| Some((at.parse::<usize>().ok()?, of.parse::<usize>().ok()?)));
    match part {
        _ if chosen == "all" => points,
        Some((at, of)) => points.into_iter().skip(at - 1).step_by(of).collect(),
        None => {
            let is_telling = |point: &&Point| point.call == "rename" && matches!(point.victim, Victim::Both(_));
            let telling: Vec<Point> = points.iter().filter(is_telling).rev().take(FEW / 2).cloned().collect();
            let step = points.len() / (FEW - telling.len()) + 1;
            points.into_iter().skip(step / 2).step_by(step).chain(telling).collect()
        }
    }
}

/// The campaign in which a command is run over and over, each time in a copy.
struct Model<'a> {
    words: &'a str,
    files: &'a str,
    record: &'a str,
    world: World,
    strace: &'a Path,
    /// How many commits there are to be in the end.
    commits: usize,
}

impl<'a> Model<'a> {
    fn new((words, files, record): (&'a str, &'a str, &'a str), strace: &'a Path) -> Self {
        let world = World::new();
        world.remote();
        let other = world.clone_of_remote();
        world.by("zoe").run("claim x9c3v").exits(0);
        if words == "sync" {
            other.by("max").run("claim p4n8w --sync").exits(0);
        }
        fs::write(world.top().join("liste.csv"), LIST).unwrap();
        let commits = world.commits() + 1;
        Self { words, files, record, world, strace, commits }
    }

    fn copied(&self) -> World {
        let copy = World::empty();
        let from = self.world.top().join(".");
        assert!(Command::new("cp").arg("-a").arg(from).arg(copy.top()).status().unwrap().success());
        copy
    }

    /// Runs the command in `world` with these options of strace around `mpa`, if any; whether it came to its end.
    fn run(&self, world: &World, around: &[String]) -> bool {
        let mpa = env!("CARGO_BIN_EXE_mpa");
        let mut command = if around.is_empty() { Command::new(mpa) } else { Command::new(self.strace) };
        world.hermetic(&mut command);
        let path = format!("{}:{}", world.top().join("bin").display(), std::env::var("PATH").unwrap());
        command.current_dir(&world.repo).env("PATH", path).env("MPA_NOW", NOW).env("MPA_LANG", "fr").env("MPA_HANDLE", "zoe");
        if !around.is_empty() {
            command.args(around).arg(mpa);
        }
        command.args(split(self.words)).stdin(std::process::Stdio::null()).output().unwrap().status.code().is_some()
    }

    /// Lets the git whose turn it is run under strace, and tells its end in a file.
    fn watch(&self, world: &World, options: &str, is_both: bool) {
        let (bin, top) = (world.top().join("bin"), world.top());
        fs::create_dir_all(&bin).unwrap();
        let real = std::env::split_paths(&std::env::var_os("PATH").unwrap()).map(|it| it.join("git")).find(|it| it.is_file());
        let end = if is_both { "kill -9 $PPID" } else { "exit $code" };
        let script = format!(
            "#!/bin/sh\nn=$(($(cat {top}/started 2>/dev/null || echo 0) + 1)); echo $n > {top}/started\n\
             {strace} -f -qq {options} -- {git} \"$@\"\ncode=$?\n[ $code = 137 ] && {{ touch {top}/killed; {end}; }}\nexit $code\n",
            top = top.display(),
            strace = self.strace.display(),
            git = real.unwrap().display(),
        );
        fs::write(bin.join("git"), script).unwrap();
        make_executable(&bin.join("git"));
    }

    fn points(&self) -> Vec<Point> {
        let traced = format!("trace={}", CALLS.map(|call| format!("?{call}")).join(","));
        let copy = self.copied();
        let whole = copy.top().join("whole");
        self.run(&copy, &["-f", "-qq", "-o", &whole.display().to_string(), "-e", &traced].map(str::to_owned));
        let mut all = spread(Victim::Each, &most_calls(&whole));

        let copy = self.copied();
        self.watch(&copy, &format!("-o {}/git.$n -e {traced}", copy.top().display()), false);
        self.run(&copy, &[]);
        for number in 1.. {
            let trace = copy.top().join(format!("git.{number}"));
            if !trace.exists() {
                break;
            }
            let most = most_calls(&trace);
            all.extend(spread(Victim::Git(number), &most).into_iter().chain(spread(Victim::Both(number), &most)));
        }
        all
    }

    /// Whether anybody was killed, and what is wrong afterwards.
    fn try_at(&self, point: &Point) -> (bool, Option<String>) {
        let world = self.copied();
        let Point { victim, call, number } = point;
        let inject = format!("trace={call} -e inject={call}:signal=KILL:when={number}");
        let was_killed = match victim {
            Victim::Each => {
                let log = world.top().join("log");
                let words = format!("-f -qq -o {} -e {inject}", log.display());
                self.run(&world, &words.split(' ').map(str::to_owned).collect::<Vec<_>>());
                fs::read_to_string(log).unwrap_or_default().contains("killed by SIGKILL")
            }
            Victim::Git(started) | Victim::Both(started) => {
                let only = format!("$([ $n = {started} ] && echo -e {inject} || echo -e trace=none) -o /dev/null");
                self.watch(&world, &only.replace("echo -e", "printf '%s ' -e"), matches!(victim, Victim::Both(_)));
                self.run(&world, &[]);
                world.top().join("killed").exists()
            }
        };
        let _ = fs::remove_dir_all(world.top().join("bin"));
        (was_killed, self.fault(&world))
    }

    /// What is wrong after the kill, once the locks of a killed git are removed, as git advises, and the command is run again.
    fn fault(&self, world: &World) -> Option<String> {
        unlock(&world.path(".git"));
        unlock(&world.top().join("origin.git"));
        let looked = world.by("zoe").run("tasks list");
        let before = world.status();
        let is_staged = before.lines().any(|line| !line.starts_with([' ', '?']));
        let again = world.by("zoe").run(self.words);
        let held = world.try_git(&format!("grep -h -e ^ HEAD -- {}", self.files)).out;
        let ours = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().contains("mpa");
        let mut left: Vec<_> =
            fs::read_dir(world.path(".git")).unwrap().flatten().filter(ours).map(|it| it.file_name()).collect();
        // What was put aside there was told, and stays.
        left.retain(|name| name != "mpa-begun" || !looked.err.contains("mpa-begun"));
        let check = world.anybody().run("check");
        let is_sent = self.words != "sync" || world.git("rev-parse HEAD") == world.git("--git-dir=../origin.git rev-parse main");
        let wrong = [
            ("the look failed", looked.code != 0),
            ("something is staged", self.words != "sync" && is_staged),
            ("not one record", held.matches(self.record).count() != 1),
            ("not one commit", world.commits() != self.commits),
            ("not clean", !world.status().is_empty()),
            ("left over", left != ["mpa.lock"] || world.path(".git/worktrees").exists()),
            ("not sent", !is_sent),
            ("check", check.code != 0),
            ("damaged", world.try_git("fsck --no-dangling").code != 0),
        ];
        let wrong: Vec<&str> = wrong.iter().filter(|(_, is_so)| *is_so).map(|(what, _)| *what).collect();
        let told = || format!("{wrong:?} {left:?}\nbefore: {before}\nafter: {}\n{looked}\n{again}\n{check}", world.status());
        (!wrong.is_empty()).then(told)
    }
}

/// Every point at which `victim` makes one of these calls.
fn spread(victim: Victim, most: &BTreeMap<&'static str, usize>) -> Vec<Point> {
    most.iter().flat_map(|(call, most)| (1..=*most).map(|number| Point { victim, call, number })).collect()
}

/// Of each call, how often the process that makes it most makes it.
fn most_calls(trace: &Path) -> BTreeMap<&'static str, usize> {
    let text = String::from_utf8_lossy(&fs::read(trace).unwrap()).into_owned();
    let mut counts: BTreeMap<(&str, &'static str), usize> = BTreeMap::new();
    for line in text.lines() {
        let Some((process, rest)) = line.split_once(' ') else { continue };
        let name = rest.trim_start().split('(').next().unwrap_or_default();
        if let Some(call) = CALLS.iter().find(|call| **call == name) {
            *counts.entry((process, *call)).or_default() += 1;
        }
    }
    let mut most = BTreeMap::new();
    for ((_, call), count) in counts {
        let known = most.entry(call).or_insert(0);
        *known = count.max(*known);
    }
    most
}

/// Takes away the locks that a killed git left below `folder`.
fn unlock(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            unlock(&path);
        } else if path.extension().is_some_and(|it| it == "lock") && path.file_name().is_some_and(|it| it != "mpa.lock") {
            fs::remove_file(path).unwrap();
        }
    }
}

//! Many people at the same moment, each with a clone, over every way to the remote: one has the task, everybody else is
//! told who, and what does not meet lands side by side.
//!
//! Two and ten clones each time; where a server answers two and five, and over ssh two and four, since each word with it takes
//! two handshakes. `MPA_CLONES=50` for the long run, in which every server but that one meets ten as well.
#![allow(clippy::disallowed_methods, reason = "the length of the run is chosen from outside")]

use std::thread;
use std::time::Instant;

use super::{is_settled_on, remote_commits, remote_task};
use crate::kit::{CAMPAIGN, Run, World, flat, task};
use crate::remote::{Remote, Transport};

/// The claim of `p0` on `b6j2r` ran out the day before.
const DAY: &str = "2026-11-27";
const EXPIRED: &str = "\n[claims.p0]\nsince = 2026-11-24\nuntil = 2026-11-26\n";

/// As many as every server listens to at once.
const SERVED: usize = 10;
/// A crowd, where a server has to answer each and nobody waits for the long run.
const FEW: usize = 5;

/// A campaign, a clone of it for each of `p0`, `p1`, …, and the server between them.
struct Crowd {
    transport: Transport,
    world: World,
    clones: Vec<World>,
    _remote: Remote,
}

impl Crowd {
    fn of(count: usize, transport: Transport) -> Option<Self> {
        let mut files: Vec<(String, String)> =
            (0..count).map(|at| (format!("data/tasks/mphack/aa0{at:02}-a.toml"), task(&format!("Course {at}")))).collect();
        files.push(("data/mpa.toml".to_owned(), CAMPAIGN.replace("limit = 3", "limit = 9")));
        files.push(("data/tasks/mphack/b6j2r-appel.toml".to_owned(), task("Appeler une association") + EXPIRED));
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let world = World::with(&files);
        world.remote();
        let clones: Vec<World> = (0..count).map(|_| world.clone_of_remote()).collect();
        let remote = Remote::of(&world, transport)?;
        remote.is_origin_of(clones.iter().chain([&world]));
        Some(Self { transport, world, clones, _remote: remote })
    }

    /// What each typed at the same moment came to: `words` gives who types, and what.
    #[allow(clippy::print_stdout, reason = "figures for whoever waits")]
    fn at_once(&self, what: &str, words: impl Fn(usize) -> (String, String)) -> Vec<Run> {
        let began = Instant::now();
        let runs = thread::scope(|scope| {
            let told = self.clones.iter().zip((0..).map(words));
            let running: Vec<_> =
                told.map(|(clone, (who, words))| scope.spawn(move || clone.by(&who).on(DAY).run(&words))).collect();
            running.into_iter().map(|run| run.join().unwrap()).collect()
        });
        println!("{} clones, {:?}, {what}: {:.1} s", self.clones.len(), self.transport, began.elapsed().as_secs_f64());
        self.again(runs)
    }

    /// A server on which fifty knock at once may send some of them away: they do what they are told, and send again.
    #[allow(clippy::print_stdout, reason = "figures for whoever waits")]
    fn again(&self, mut runs: Vec<Run>) -> Vec<Run> {
        let sent_away = |run: &Run| run.code == 6 && self.clones.len() > SERVED;
        let count = runs.iter().filter(|run| sent_away(run)).count();
        for (run, clone) in runs.iter_mut().zip(&self.clones).filter(|(run, _)| sent_away(run)) {
            assert!(flat(&run.err).contains("C’est enregistré sur cet ordinateur") && run.err.contains("mpa sync"), "{run}");
            *run = clone.anybody().on(DAY).run("sync");
        }
        if count > 0 {
            println!("  {count} of them were sent away first");
        }
        runs
    }

    /// Whoever's claim on the task `id` the remote has as the last one.
    fn holder(&self, id: &str) -> String {
        let text = remote_task(&self.world, id);
        text.rsplit("[claims.").next().and_then(|rest| rest.split(']').next()).unwrap().to_owned()
    }

    /// Everybody claims one task.
    fn one_task(&self) {
        let runs = self.at_once("one task", |at| (format!("p{at}"), "claim p4n8w --sync".to_owned()));
        assert_eq!(remote_task(&self.world, "p4n8w").matches("[claims.").count(), 1);
        self.one_won(runs, &self.holder("p4n8w"));
    }

    /// The run of `winner` went well, and all the others were told of them.
    fn one_won(&self, runs: Vec<Run>, winner: &str) {
        for (at, run) in runs.into_iter().enumerate() {
            if format!("p{at}") == winner {
                run.exits(0).says("C’est envoyé : 1 action.");
            } else {
                run.exits(4).complains(&format!("est prise par {winner} jusqu’au")).never_says("est à toi");
            }
        }
    }

    /// Everybody claims a task of their own.
    fn a_task_each(&self) {
        let before = remote_commits(&self.world);
        for run in self.at_once("a task each", |at| (format!("p{at}"), format!("claim aa0{at:02} --sync"))) {
            run.exits(0).says("C’est envoyé : 1 action.");
        }
        assert_eq!(remote_commits(&self.world), before + self.clones.len());
        for at in 0..self.clones.len() {
            assert_eq!(self.holder(&format!("aa0{at:02}")), format!("p{at}"));
        }
    }

    /// An organiser cancels what everybody else claims.
    fn cancelled(&self) {
        let mut runs = self.at_once("cancel against claim", |at| match at {
            0 => ("orga".to_owned(), "tasks cancel x9c3v --reason 'Plus besoin' --yes --sync".to_owned()),
            _ => (format!("p{at}"), "claim x9c3v --sync".to_owned()),
        });
        runs.remove(0).exits(0).says("C’est envoyé : 1 action.");
        let text = remote_task(&self.world, "x9c3v");
        assert!(text.contains("[cancelled]") && text.matches("[claims.").count() <= 1, "{text}");
        for (at, run) in (1..).zip(runs) {
            if text.contains(&format!("[claims.p{at}]")) {
                run.exits(0);
                continue;
            }
            let told = ["est annulée depuis le 27 novembre", "est prise par p"];
            assert!(told.iter().any(|told| flat(&run.err).contains(told)), "{run}");
            run.exits(4).never_says("est à toi");
        }
    }

    /// `p0` prolongs a claim that ran out, and everybody else claims the task.
    fn expired(&self) {
        let runs = self.at_once("renewal against claim", |at| match at {
            0 => ("p0".to_owned(), "renew b6j2r --sync".to_owned()),
            _ => (format!("p{at}"), "claim b6j2r --sync".to_owned()),
        });
        let text = remote_task(&self.world, "b6j2r");
        assert_eq!(text.matches("until = 2026-12-04").count(), 1, "{text}");
        self.one_won(runs, &self.holder("b6j2r"));
    }

    /// Everybody ends with the same list, and with nothing of their own left over.
    fn end(&self) {
        for clone in self.clones.iter().chain([&self.world]) {
            clone.anybody().on(DAY).run("sync").exits(0);
            is_settled_on(clone, DAY);
        }
    }
}

fn meet(count: usize, transport: Transport) {
    let Some(crowd) = Crowd::of(count, transport) else { return };
    crowd.one_task();
    crowd.a_task_each();
    crowd.cancelled();
    crowd.expired();
    crowd.end();
}

fn meet_over(transport: Transport) {
    let more = std::env::var("MPA_CLONES").ok().and_then(|count| count.parse().ok());
    let many = match transport {
        Transport::Ssh => 4,
        Transport::Daemon | Transport::Http if more.is_none() => FEW,
        _ => SERVED,
    };
    let usual = [2, many];
    usual.into_iter().chain(more).for_each(|count| meet(count, transport));
}

#[test]
fn many_at_once_over_files() {
    meet_over(Transport::File);
}

#[test]
fn many_at_once_over_a_git_daemon() {
    meet_over(Transport::Daemon);
}

#[test]
fn many_at_once_over_http() {
    meet_over(Transport::Http);
}

#[test]
fn many_at_once_over_ssh() {
    meet_over(Transport::Ssh);
}

//! The remote of a world, served over the ways by which people reach one: a path, git's own protocol, smart HTTP, and ssh.
//! Everything stays on this computer, and ends with the value that serves.

mod cgi;
mod http;
mod ssh;

use std::any::Any;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::kit::{World, skipped};

pub use http::{Http, Manner};
use ssh::Ssh;

/// A way to the remote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    File,
    /// `git daemon`.
    Daemon,
    /// `git http-backend` behind a server.
    Http,
    /// A real sshd, known by an alias.
    Ssh,
}

pub const TRANSPORTS: [Transport; 4] = [Transport::File, Transport::Daemon, Transport::Http, Transport::Ssh];

/// Something that serves `origin.git`, beside the repository of a world.
pub struct Remote {
    address: String,
    /// How git is to call ssh.
    ssh: Option<String>,
    /// What serves it, until this value ends.
    _server: Option<Box<dyn Any>>,
}

impl Remote {
    /// Serves the remote of `world`; `None`, and a word of it, where this computer lacks the program.
    pub fn of(world: &World, transport: Transport) -> Option<Self> {
        let mut ssh = None;
        let (address, server): (String, Option<Box<dyn Any>>) = match transport {
            Transport::File => (world.top().join("origin.git").display().to_string(), None),
            Transport::Daemon => {
                let daemon = Daemon::of(world)?;
                (daemon.address.clone(), Some(Box::new(daemon)))
            }
            Transport::Http => {
                let http = Http::of(world)?;
                (http.address(), Some(Box::new(http)))
            }
            Transport::Ssh => {
                let Ssh { address, command } = Ssh::of(world)?;
                ssh = Some(command);
                (address, None)
            }
        };
        Some(Self { address, ssh, _server: server })
    }

    /// Makes it the `origin` of each of these.
    pub fn is_origin_of<'w>(&self, worlds: impl IntoIterator<Item = &'w World>) {
        for world in worlds {
            world.git(&format!("remote set-url origin {}", self.address));
            if let Some(ssh) = &self.ssh {
                world.git(&format!("config --global core.sshCommand '{ssh}'"));
            }
        }
    }
}

/// `git daemon`, with no limit for how many come at once.
struct Daemon {
    child: Child,
    address: String,
}

impl Daemon {
    fn of(world: &World) -> Option<Self> {
        let program = part_of_git(world, "git-daemon")?;
        // Between the look for a free port and its use, another test may take it.
        let daemon = (0..10).find_map(|_| Self::at_a_port(world, &program));
        Some(daemon.expect("git daemon does not answer"))
    }

    fn at_a_port(world: &World, program: &Path) -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new(program);
        world.hermetic(&mut command);
        command.args(["--listen=127.0.0.1", "--export-all", "--enable=receive-pack", "--reuseaddr", "--max-connections=0"]);
        command.arg(format!("--port={port}")).arg(format!("--base-path={}", world.top().display()));
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let mut daemon = Self { child, address: format!("git://127.0.0.1:{port}/origin.git") };
        for _ in 0..100 {
            if daemon.child.try_wait().unwrap().is_some() {
                return None;
            }
            if world.try_git(&format!("ls-remote --quiet {}", daemon.address)).code == 0 {
                return Some(daemon);
            }
            sleep(Duration::from_millis(100));
        }
        None
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// A program that comes with git, on most computers.
fn part_of_git(world: &World, name: &str) -> Option<PathBuf> {
    let path = Path::new(&world.git("--exec-path")).join(name);
    if !path.is_file() {
        skipped(&format!("this git comes without {name}"));
        return None;
    }
    Some(path)
}

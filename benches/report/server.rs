//! A real `git daemon` on this computer, which takes pushes and writes down who came.
//!
//! Every name it is asked for leads to the one repository it serves, so that each clone can come under a name of its own:
//! the log of the server then tells how often each of them pushed, and nothing is measured inside the clones.

use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::workload::{Fault, Sandbox};

const PAUSE: Duration = Duration::from_millis(20);
const PAUSES: usize = 250;

/// A server and what it serves; it goes with this value.
pub struct Server {
    process: Child,
    port: u16,
    log: PathBuf,
    /// The repository.
    pub root: PathBuf,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

impl Server {
    /// Serves a copy of the repository `from` that is put into the empty folder `folder`.
    pub fn start(sandbox: &Sandbox, from: &Path, folder: &Path) -> Result<Self, Fault> {
        let root = folder.join("shared.git");
        let name = |path: &Path| path.to_str().map(str::to_owned).ok_or("the temporary folder has a name that is not UTF-8");
        let quiet = ["-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "receive.autogc=false"];
        sandbox.run("git", folder, &[&["clone", "-q", "--bare"], &quiet[..], &[&name(from)?, &name(&root)?]].concat())?;
        let program = Path::new(&sandbox.run("git", folder, &["--exec-path"])?).join("git-daemon");
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log = folder.join("log");
        let mut command = sandbox.command(&name(&program)?, folder);
        command.args(["--listen=127.0.0.1", "--reuseaddr", "--export-all", "--enable=receive-pack", "--max-connections=0"]);
        command.args(["--verbose", "--log-destination=stderr"]).arg(format!("--port={port}"));
        command.arg(format!("--interpolated-path={}", name(&root)?));
        let process = command.stdout(Stdio::null()).stderr(File::create(&log)?).spawn();
        let process = process.map_err(|cause| format!("{command:?}: {cause}"))?;
        let server = Self { process, port, log, root };
        for _ in 0..PAUSES {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(server);
            }
            sleep(PAUSE);
        }
        Err(format!("git daemon does not answer: {}", fs::read_to_string(&server.log)?).into())
    }

    /// The address for the clone `name`.
    pub fn address(&self, name: &str) -> String {
        format!("git://127.0.0.1:{}/{name}.git", self.port)
    }

    /// How often the clone `name` came to push.
    pub fn pushes(&self, name: &str) -> Result<usize, Fault> {
        let request = format!("Request receive-pack for '/{name}.git'");
        Ok(fs::read_to_string(&self.log)?.lines().filter(|line| line.ends_with(&request)).count())
    }
}

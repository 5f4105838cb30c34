//! A real sshd on this computer, without a port: ssh starts one for each connection, through the alias of a configuration.
//!
//! What git runs behind it finds the home and the configuration of the world, as on a server that knows nothing of whoever
//! runs the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::kit::{World, make_executable, skipped};

/// Where systems keep it, most of them out of `PATH`.
const PLACES: [&str; 3] = ["/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd"];

/// The host that only the configuration knows.
const ALIAS: &str = "asso-forge";

/// The way to the remote of a world by ssh.
pub struct Ssh {
    /// The address of the remote, by an alias.
    pub address: String,
    /// How git is to call ssh.
    pub command: String,
}

impl Ssh {
    /// A server for the remote of `world`; `None`, and a word of it, where there is none to be had.
    pub fn of(world: &World) -> Option<Self> {
        let Some(sshd) = PLACES.iter().map(Path::new).find(|path| path.is_file()) else {
            skipped("there is no sshd on this computer");
            return None;
        };
        let folder = world.top().join("ssh");
        fs::create_dir_all(&folder).unwrap();
        let at = |name: &str| folder.join(name).display().to_string();
        for key in ["host", "person"] {
            let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", &at(key)]).status();
            if !made.is_ok_and(|status| status.success()) {
                skipped("ssh-keygen makes no key");
                return None;
            }
        }
        let key = |name: &str| fs::read_to_string(at(&format!("{name}.pub"))).unwrap();
        fs::write(at("authorized"), key("person")).unwrap();
        fs::write(at("known"), format!("{ALIAS} {}", key("host"))).unwrap();
        let serve = folder.join("serve");
        let (path, home) = (std::env::var_os("PATH").unwrap_or_default(), world.home());
        let around = format!(
            "#!/bin/sh\nexec env -i PATH='{}' HOME='{}' GIT_CONFIG_GLOBAL='{}' GIT_CONFIG_NOSYSTEM=1 sh -c \"$SSH_ORIGINAL_COMMAND\"\n",
            path.to_string_lossy(),
            home.display(),
            world.git_config().display()
        );
        fs::write(&serve, around).unwrap();
        make_executable(&serve);
        let server = format!(
            "HostKey {}\nAuthorizedKeysFile {}\nForceCommand {}\nStrictModes no\nUsePAM no\nPidFile none\n\
             PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n",
            at("host"),
            at("authorized"),
            serve.display()
        );
        fs::write(at("sshd_config"), server).unwrap();
        let client = format!(
            "Host {ALIAS}\n  IdentityFile {}\n  IdentitiesOnly yes\n  UserKnownHostsFile {}\n  HostKeyAlias {ALIAS}\n  \
             ProxyCommand {} -i -f {} -E {}\n",
            at("person"),
            at("known"),
            sshd.display(),
            at("sshd_config"),
            at("log")
        );
        fs::write(at("config"), client).unwrap();
        let ssh = Self {
            address: format!("ssh://{ALIAS}{}/origin.git", world.top().display()),
            command: format!("ssh -F {}", at("config")),
        };
        ssh.answers(world, &folder.join("log")).then_some(ssh)
    }

    /// Whether the server lets us in: one that runs as root wants folders that not every system has.
    fn answers(&self, world: &World, log: &PathBuf) -> bool {
        let run = world.try_git(&format!("-c 'core.sshCommand={}' ls-remote --quiet {}", self.command, self.address));
        if run.code != 0 {
            let log = fs::read_to_string(log).unwrap_or_default();
            skipped(&format!("sshd lets nobody in: {}{}", run.err.trim(), log.trim()));
        }
        run.code == 0
    }
}

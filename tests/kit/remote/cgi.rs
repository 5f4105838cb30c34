//! `git http-backend`, called as a web server calls a program (RFC 3875).

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use hyper::body::Bytes;
use hyper::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName};
use hyper::http::request::Parts;

use super::part_of_git;
use crate::kit::World;

/// The program and what it finds around it.
pub struct Backend {
    program: PathBuf,
    root: PathBuf,
    environment: Vec<(OsString, OsString)>,
}

/// What it answers.
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Backend {
    pub fn of(world: &World) -> Option<Self> {
        let mut command = Command::new("git");
        world.hermetic(&mut command);
        let set = |(name, value): (&std::ffi::OsStr, Option<&std::ffi::OsStr>)| Some((name.to_owned(), value?.to_owned()));
        let environment = command.get_envs().filter_map(set).collect();
        Some(Self { program: part_of_git(world, "git-http-backend")?, root: world.top(), environment })
    }

    /// The answer to a request whose body is `body`, from `user` if anybody is known.
    pub fn answer(&self, request: &Parts, body: &Bytes, user: Option<&str>) -> Reply {
        let mut command = Command::new(&self.program);
        command.env_clear().envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.env("GIT_PROJECT_ROOT", &self.root).env("GIT_HTTP_EXPORT_ALL", "");
        command.env("REQUEST_METHOD", request.method.as_str()).env("PATH_INFO", request.uri.path());
        command.env("QUERY_STRING", request.uri.query().unwrap_or_default());
        command.env("REMOTE_ADDR", "127.0.0.1").env("SERVER_PROTOCOL", "HTTP/1.1").env("GATEWAY_INTERFACE", "CGI/1.1");
        // The server has taken the chunks together: the length is known in any case.
        command.env("CONTENT_LENGTH", body.len().to_string());
        let header = |name: HeaderName| request.headers.get(name).and_then(|value| value.to_str().ok());
        let passed = [
            ("CONTENT_TYPE", header(CONTENT_TYPE)),
            ("HTTP_CONTENT_ENCODING", header(CONTENT_ENCODING)),
            ("GIT_PROTOCOL", header(HeaderName::from_static("git-protocol"))),
            ("REMOTE_USER", user),
        ];
        command.envs(passed.into_iter().filter_map(|(name, value)| Some((name, value?))));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        thread::scope(|scope| {
            // It may stop before it has read everything.
            scope.spawn(move || drop(input.write_all(body)));
            Reply::of(&child.wait_with_output().unwrap().stdout)
        })
    }
}

impl Reply {
    fn of(output: &[u8]) -> Self {
        // A program that was killed says nothing at all.
        let end = output.windows(4).position(|four| four == b"\r\n\r\n");
        let (head, body) = end.map_or((&b"Status: 500"[..], &b""[..]), |end| (&output[..end], &output[end + 4..]));
        let mut reply = Self { status: 200, headers: Vec::new(), body: body.to_vec() };
        for line in String::from_utf8_lossy(head).lines() {
            let (name, value) = line.split_once(": ").unwrap();
            if name.eq_ignore_ascii_case("status") {
                reply.status = value[..3].parse().unwrap();
            } else {
                reply.headers.push((name.to_owned(), value.to_owned()));
            }
        }
        reply
    }
}

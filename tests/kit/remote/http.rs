//! A small web server that hands everything to `git http-backend`, and can be told to behave as bad servers do.

use std::convert::Infallible;
use std::future::pending;
use std::io::Error;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, LOCATION, TRANSFER_ENCODING, WWW_AUTHENTICATE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::task::spawn_blocking;

use super::cgi::{Backend, Reply};
use crate::kit::World;

/// Who is let in where a password is asked for; the password is `secret`.
const USER: &str = "lampe";
/// The two as a browser sends them.
const BASIC: &str = "Basic bGFtcGU6c2VjcmV0";

/// How the server treats who comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As it should.
    Serves,
    /// Takes what is pushed, and hangs up instead of answering.
    HangsUpAfterPush,
    /// The same, and is gone from then on.
    DiesAfterPush,
    /// Hangs up on everybody.
    Dead,
    /// Takes what is pushed, and never says so.
    SilentAfterPush,
    /// Never says anything.
    Silent,
    /// Lets nobody in but `lampe`, whose password is `secret`.
    AsksPassword,
    /// Lets nobody in.
    Forbids,
    /// Everybody reads, nobody writes.
    ReadOnly,
    /// Sends everybody to a page with a form.
    LoginPage,
    /// Shows that page whatever was asked for.
    Portal,
}

/// The server; it ends with this value.
pub struct Http {
    at: SocketAddr,
    house: Arc<House>,
    runtime: Option<Runtime>,
}

struct House {
    backend: Backend,
    manner: Mutex<Manner>,
    /// Each request: method and address as they were asked for, and how its body comes.
    log: Mutex<Vec<String>>,
}

/// What is answered; with an error, the server hangs up.
type Reaction = Result<Response<Full<Bytes>>, Error>;

impl Http {
    /// Serves the remote of `world`, to which everybody may write.
    pub fn of(world: &World) -> Option<Self> {
        let backend = Backend::of(world)?;
        world.git("--git-dir=../origin.git config http.receivepack true");
        let house = Arc::new(House { backend, manner: Mutex::new(Manner::Serves), log: Mutex::new(Vec::new()) });
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_io().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let at = listener.local_addr().unwrap();
        runtime.spawn(receive(listener, Arc::clone(&house)));
        Some(Self { at, house, runtime: Some(runtime) })
    }

    /// The address of the repository.
    pub fn address(&self) -> String {
        format!("{}/origin.git", self.site())
    }

    /// The address of the server.
    pub fn site(&self) -> String {
        format!("http://{}", self.at)
    }

    pub fn behaves(&self, manner: Manner) {
        *self.house.manner.lock().unwrap() = manner;
    }

    /// What was asked of it so far.
    pub fn log(&self) -> Vec<String> {
        self.house.log.lock().unwrap().clone()
    }
}

impl Drop for Http {
    fn drop(&mut self) {
        // Whoever still waits for an answer waits in vain.
        self.runtime.take().unwrap().shutdown_background();
    }
}

async fn receive(listener: TcpListener, house: Arc<House>) -> Infallible {
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let house = Arc::clone(&house);
        let service = service_fn(move |request| react(Arc::clone(&house), request));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

async fn react(house: Arc<House>, request: Request<Incoming>) -> Reaction {
    house.log.lock().unwrap().push(line(&request));
    let manner = *house.manner.lock().unwrap();
    let is_known = request.headers().get(AUTHORIZATION).is_some_and(|value| value == BASIC);
    let query = request.uri().query().unwrap_or_default();
    let is_push = request.uri().path().ends_with("/git-receive-pack");
    match manner {
        Manner::Silent => pending().await,
        Manner::Dead => return Err(Error::other("gone")),
        Manner::AsksPassword if !is_known => return Ok(unknown()),
        Manner::Forbids => return Ok(page(StatusCode::FORBIDDEN, "Ici, on n'entre pas.\n")),
        Manner::ReadOnly if is_push || query.ends_with("git-receive-pack") => {
            return Ok(page(StatusCode::FORBIDDEN, "Ici, on n'écrit pas.\n"));
        }
        Manner::LoginPage if request.uri().path() == "/login" => return Ok(login()),
        Manner::Portal => return Ok(login()),
        Manner::LoginPage => return Ok(elsewhere()),
        _ => {}
    }
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(Error::other)?.to_bytes();
    let user = is_known.then_some(USER);
    let asked = Arc::clone(&house);
    let reply = spawn_blocking(move || asked.backend.answer(&head, &body, user)).await?;
    match manner {
        Manner::HangsUpAfterPush if is_push => Err(Error::other("hung up")),
        Manner::DiesAfterPush if is_push => {
            *house.manner.lock().unwrap() = Manner::Dead;
            Err(Error::other("gone"))
        }
        Manner::SilentAfterPush if is_push => pending().await,
        _ => Ok(told(reply)),
    }
}

fn line(request: &Request<Incoming>) -> String {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let body = format!(" {} {}", header(CONTENT_ENCODING), header(TRANSFER_ENCODING));
    format!("{} {}{}", request.method(), request.uri(), body.trim_end())
}

fn told(reply: Reply) -> Response<Full<Bytes>> {
    let mut response = Response::builder().status(reply.status);
    for (name, value) in reply.headers {
        response = response.header(name, value);
    }
    response.body(Full::from(reply.body)).unwrap()
}

fn page(status: StatusCode, text: &'static str) -> Response<Full<Bytes>> {
    let response = Response::builder().status(status).header(CONTENT_TYPE, "text/html; charset=utf-8");
    response.body(Full::from(text)).unwrap()
}

fn login() -> Response<Full<Bytes>> {
    page(StatusCode::OK, "<!DOCTYPE html><title>Connexion</title><form></form>\n")
}

fn unknown() -> Response<Full<Bytes>> {
    let response = Response::builder().status(StatusCode::UNAUTHORIZED);
    response.header(WWW_AUTHENTICATE, "Basic realm=\"depot\"").body(Full::default()).unwrap()
}

fn elsewhere() -> Response<Full<Bytes>> {
    Response::builder().status(StatusCode::FOUND).header(LOCATION, "/login").body(Full::default()).unwrap()
}

//! A real browser, driven as a person would: Debian's `chromium` and `chromedriver`.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper::Method;
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;

use crate::kit::skipped;

/// The browser of one test; closed when it is dropped.
pub struct Browser {
    driver: Child,
    pub client: Client,
    runtime: Runtime,
}

/// A command that only this browser knows.
#[derive(Debug)]
struct Own {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Own {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

impl Browser {
    /// A browser whose window has that size, in CSS pixels. Without one on this computer, the test says so and passes.
    pub fn open(width: u32, height: u32) -> Option<Self> {
        let started = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let Ok(mut driver) = started else {
            skipped("chromedriver is not there; .ci/run installs it");
            return None;
        };
        let lines = BufReader::new(driver.stdout.take().unwrap()).lines().map_while(Result::ok);
        let port = lines.filter_map(|line| line.rsplit_once(" on port ")?.1.trim_end_matches('.').parse::<u16>().ok());
        let port = port.into_iter().find(|port| *port != 0).expect("chromedriver says where it listens");
        let options = json!({
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", format!("--window-size={width},{height}"),
            ],
        });
        let mut wanted = Map::new();
        wanted.insert("goog:chromeOptions".into(), options);
        wanted.insert("goog:loggingPrefs".into(), json!({"browser": "ALL"}));
        wanted.insert("unhandledPromptBehavior".into(), json!("ignore"));
        let runtime = Runtime::new().unwrap();
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities(wanted);
        let client = runtime.block_on(builder.connect(&format!("http://127.0.0.1:{port}"))).unwrap();
        let browser = Self { driver, client, runtime };
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        browser.protocol("Emulation.setDeviceMetricsOverride", size);
        // Whoever clicks waits until a page stands still.
        browser.prefers("prefers-reduced-motion", "reduce");
        Some(browser)
    }

    /// Goes to the file at `path`, or to an address.
    pub fn visit(&self, place: &str) {
        let address = if place.contains(':') { place.to_owned() } else { format!("file://{place}") };
        self.runtime.block_on(self.client.goto(&address)).unwrap();
    }

    /// What `script` returns on the page.
    pub fn tell(&self, script: &str) -> Value {
        self.runtime.block_on(self.client.execute(script, Vec::new())).unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// What `script` hands to its last argument, once it does.
    pub fn wait_for(&self, script: &str) -> Value {
        self.runtime.block_on(self.client.execute_async(script, Vec::new())).unwrap()
    }

    /// Types keys into whatever has the focus.
    pub fn keys(&self, keys: &str) {
        self.runtime.block_on(async {
            let element = self.client.active_element().await.unwrap();
            element.send_keys(keys).await.unwrap();
        });
    }

    /// Clicks on the first element that `selector` means.
    pub fn click(&self, selector: &str) {
        self.runtime.block_on(async {
            let element = self.client.find(fantoccini::Locator::Css(selector)).await.unwrap();
            element.click().await.unwrap();
        });
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        self.runtime.block_on(self.client.current_url()).unwrap().to_string()
    }

    /// A command of the browser's own protocol.
    pub fn protocol(&self, command: &str, params: Value) -> Value {
        self.own("goog/cdp/execute", json!({"cmd": command, "params": params}))
    }

    /// What the browser complained of on its console since it was last asked.
    pub fn complaints(&self) -> Vec<String> {
        let told = self.own("se/log", json!({"type": "browser"}));
        told.as_array().unwrap().iter().map(|it| it["message"].as_str().unwrap().to_owned()).collect()
    }

    /// Shows pages as somebody sees them who prefers that: `prefers-color-scheme`, `dark`.
    pub fn prefers(&self, feature: &str, value: &str) {
        self.protocol("Emulation.setEmulatedMedia", json!({"features": [{"name": feature, "value": value}]}));
    }

    /// Gives the window another width.
    pub fn resize(&self, width: u32) {
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.protocol("Emulation.setDeviceMetricsOverride", size);
    }

    fn own(&self, path: &'static str, body: Value) -> Value {
        self.runtime.block_on(self.client.issue_cmd(Own { path, body })).unwrap()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.runtime.block_on(self.client.clone().close());
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The path of a page in `folder`.
pub fn page(folder: &Path, path: &str) -> String {
    folder.join(path).to_str().unwrap().to_owned()
}

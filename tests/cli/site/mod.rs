//! The public page: what is in it, where it leads, and what becomes of the folder it is written to.

mod doors;
mod folder;
mod hostile;
mod machines;
mod pages;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use regex_lite::Regex;

use crate::kit::World;

/// The pages as they were written, by path; of a picture no more than its text.
struct Pages(BTreeMap<String, String>);

impl Pages {
    /// Writes the pages of `world` to the folder `public` and reads them.
    #[track_caller]
    fn of(world: &World) -> Self {
        Self::with(world, "")
    }

    /// The same with these options more.
    #[track_caller]
    fn with(world: &World, options: &str) -> Self {
        world.anybody().run(&format!("site ../public {options}")).exits(0);
        Self::read(&world.top().join("public"))
    }

    fn read(folder: &Path) -> Self {
        let mut found = BTreeMap::new();
        let mut open = vec![folder.to_owned()];
        while let Some(next) = open.pop() {
            for entry in fs::read_dir(&next).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                    found.insert(name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
                }
            }
        }
        Self(found)
    }

    #[track_caller]
    fn page(&self, path: &str) -> &str {
        self.0.get(path).unwrap_or_else(|| panic!("no {path} in {:?}", self.0.keys()))
    }

    /// The pages of HTML.
    fn html(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

/// The values of the attribute `name` of a page, as a browser reads them.
fn values(page: &str, name: &str) -> Vec<String> {
    let tag = Regex::new("<[a-z][^>]*>").unwrap();
    let pattern = Regex::new(&format!(" {name}=\"([^\"]*)\"")).unwrap();
    let plain = |text: &str| text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    let tags = tag.find_iter(page).flat_map(|tag| pattern.captures_iter(tag.as_str()).map(|found| plain(&found[1])));
    tags.collect()
}

/// What is read on a page: its text without tags.
fn text(page: &str) -> String {
    let body = page.split_once("<body>").map_or(page, |(_, body)| body);
    let bare = Regex::new("<[^>]*>").unwrap().replace_all(body, " ").into_owned();
    bare.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&").replace('\u{a0}', " ")
}

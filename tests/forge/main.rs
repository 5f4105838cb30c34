//! What `mpa init --ci` writes: the shape of the files, what the forges' own linters say, and their steps, carried out.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests, which build a world of their own")]

#[path = "../kit/mod.rs"]
mod kit;

mod expression;
mod init;
mod issue;
mod lint;
mod others;
#[cfg(unix)]
mod own;
mod pages;
#[cfg(unix)]
mod release;
mod review;
mod runner;
mod shape;

use kit::{CAMPAIGN, World};
use saphyr::{LoadableYamlNode, YamlOwned};

/// The forges, and the folder each looks into.
pub const FORGES: [&str; 3] = ["github", "gitlab", "forgejo"];
/// Where the tool is taken from in tests that do not hold it.
pub const TOOL: &str = "https://example.org/mpa.git@v0.1.0";

/// A campaign whose forge files are there. `mode` as in `mpa.toml`, `language` that of the campaign.
pub fn campaign_on(forge: &str, mode: &str, language: &str) -> World {
    let campaign = CAMPAIGN.replace("language = \"fr\"", &format!("language = \"{language}\""));
    let world = World::with(&[("data/mpa.toml", &campaign)]);
    if mode != "direct" {
        world.git("switch --quiet --create ci");
        world.write("data/mpa.toml", format!("{campaign}\n[workflow]\nmode = \"{mode}\"\n"));
        world.commit("Par demandes");
        world.by("orga").run(&format!("init --ci {forge} --tool {TOOL} --here")).exits(0);
        world.git("switch --quiet main");
        world.git("merge --quiet ci");
    } else {
        world.by("orga").run(&format!("init --ci {forge} --tool {TOOL}")).exits(0);
    }
    world
}

/// The paths of all forge files of `world`.
pub fn paths(world: &World) -> Vec<String> {
    let all = world.git("ls-files .github .gitlab .forgejo .gitlab-ci.yml");
    all.lines().map(str::to_owned).collect()
}

/// The YAML document of `text`.
#[track_caller]
pub fn yaml(text: &str) -> YamlOwned {
    let mut all = YamlOwned::load_from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// The value under `keys`.
#[track_caller]
pub fn at<'y>(node: &'y YamlOwned, keys: &[&str]) -> &'y YamlOwned {
    find(node, keys).unwrap_or_else(|| panic!("nothing at {keys:?}"))
}

/// The value under `keys`, if there is one.
pub fn find<'y>(node: &'y YamlOwned, keys: &[&str]) -> Option<&'y YamlOwned> {
    keys.iter().try_fold(node, |node, key| node.as_mapping_get(key))
}

/// The entries of a mapping.
pub fn entries(node: &YamlOwned) -> Vec<(String, &YamlOwned)> {
    node.as_mapping().into_iter().flatten().map(|(key, value)| (key.as_str().unwrap().to_owned(), value)).collect()
}

/// The text of a scalar, numbers too.
pub fn text(node: &YamlOwned) -> String {
    match (node.as_str(), node.as_integer(), node.as_bool()) {
        (Some(text), ..) => text.to_owned(),
        (_, Some(number), _) => number.to_string(),
        (.., Some(word)) => word.to_string(),
        _ => panic!("no plain value: {node:?}"),
    }
}

/// Every scalar of the document with the keys that lead to it.
pub fn leaves(node: &YamlOwned) -> Vec<(Vec<String>, String)> {
    fn below(node: &YamlOwned, path: &[String], into: &mut Vec<(Vec<String>, String)>) {
        if node.is_mapping() {
            entries(node).into_iter().for_each(|(key, value)| below(value, &[path, &[key]].concat(), into));
        } else if let Some(items) = node.as_sequence() {
            items.iter().enumerate().for_each(|(at, item)| below(item, &[path, &[at.to_string()]].concat(), into));
        } else if !node.is_null() {
            into.push((path.to_vec(), text(node)));
        }
    }
    let mut all = Vec::new();
    below(node, &[], &mut all);
    all
}

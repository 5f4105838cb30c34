//! The same task as somebody else would have written it: other styles, comments, spacing, order, line endings.

use crate::domain::claim::{Cancellation, Claim, Closing, Reopening};
use crate::domain::task::{Place, Task};
use fastrand::Rng;

use super::messy_text::quoted;

/// A line of the file and the record or key it belongs to.
#[derive(Debug, Clone)]
pub struct Line {
    pub owner: String,
    pub text: String,
}

/// A file being written.
pub struct Messy<'r> {
    pub(super) rng: &'r mut Rng,
    pub(super) lines: Vec<Line>,
    pub(super) count: usize,
}

/// Key and written value.
type Pairs = Vec<(String, String)>;

impl Messy<'_> {
    /// The lines of a file that means `task`, each with its ending, and the bytes, which may begin with a mark.
    pub fn write(task: &Task, rng: &mut Rng) -> (Vec<Line>, Vec<u8>) {
        let mut file = Messy { rng, lines: Vec::new(), count: 0 };
        file.root(task);
        file.tables(task);
        let mark = if file.rng.u8(0..4) == 0 { "\u{feff}" } else { "" };
        let style = file.rng.u8(0..4);
        let last = file.lines.len() - 1;
        let ends_open = file.rng.u8(0..4) == 0;
        for (at, line) in file.lines.iter_mut().enumerate() {
            let windows = match style {
                0 => true,
                1 => file.rng.bool(),
                _ => false,
            };
            line.text.push_str(if at == last && ends_open {
                ""
            } else if windows {
                "\r\n"
            } else {
                "\n"
            });
        }
        let text: String = file.lines.iter().map(|line| line.text.as_str()).collect();
        (file.lines, format!("{mark}{text}").into_bytes())
    }

    fn root(&mut self, task: &Task) {
        let mut pairs = vec![
            ("title", self.text(&task.title)),
            ("budget", self.text(&task.budget.to_string())),
            ("created", task.created.to_string()),
            ("where", self.text(task.place.as_str())),
        ];
        if let Place::OnSite(Some(name)) = &task.place {
            pairs.push(("place", self.text(name)));
        }
        if task.draft {
            pairs.push(("draft", "true".to_owned()));
        }
        let texts = [("done-when", &task.done_when), ("contact", &task.contact), ("description", &task.description)];
        for (key, text) in texts {
            pairs.extend(text.as_ref().map(|text| (key, self.text(text))));
        }
        pairs.extend(task.deliverable.as_ref().map(|slug| ("deliverable", format!("\"{slug}\""))));
        pairs.extend(task.due.map(|day| ("due", day.to_string())));
        let after: Vec<String> = task.after.iter().map(ToString::to_string).collect();
        for (key, list) in [("skills", &task.skills), ("after", &after)] {
            if !list.is_empty() {
                pairs.push((key, self.list(list)));
            }
        }
        if self.rng.bool() {
            pairs.push(("inconnu", "{ a = 1, b = [2] }".to_owned()));
        }
        self.rng.shuffle(&mut pairs);
        for (key, value) in pairs {
            self.pair(key, key, &value);
        }
    }

    fn tables(&mut self, task: &Task) {
        let resources: Pairs = task.resources.iter().map(|it| (quoted(&it.label), self.text(&it.link))).collect();
        let inline = self.rng.u8(0..4) == 0;
        if !resources.is_empty() && inline {
            let value = self.inline(&resources);
            self.pair("resources", "resources", &value);
        }
        let in_root = if self.rng.u8(0..3) == 0 { self.rng.usize(0..=task.claims.len()) } else { 0 };
        for (who, claim) in &task.claims[..in_root] {
            self.claim_in_root(who.as_str(), claim);
        }
        if !resources.is_empty() && !inline {
            self.table("resources", "[resources]", &resources);
        }
        for (key, reopening) in [("sent-back", &task.sent_back), ("reopened", &task.reopened)] {
            if let Some(reopening) = reopening {
                self.reopening(key, reopening);
            }
        }
        let ends_first = self.rng.bool();
        if ends_first {
            self.ends(task);
        }
        if in_root == 0 && !task.claims.is_empty() && self.rng.u8(0..4) == 0 {
            self.table("[claims]", "[claims]", &[]);
        }
        for (who, claim) in &task.claims[in_root..] {
            self.claim(who.as_str(), claim);
        }
        if self.rng.u8(0..4) == 0 {
            let value = self.text("x");
            self.table("autre", "[autre]", &[("clef".to_owned(), value)]);
        }
        if !ends_first {
            self.ends(task);
        }
        if self.rng.bool() {
            self.comment("end");
        }
    }

    fn ends(&mut self, task: &Task) {
        if let Some(closing) = &task.done {
            let pairs = self.closing(closing);
            self.table("done", "[ done ]", &pairs);
        }
        if let Some(cancellation) = &task.cancelled {
            let pairs = self.cancellation(cancellation);
            self.table("cancelled", "[\"cancelled\"]", &pairs);
        }
    }

    fn reopening(&mut self, key: &str, reopening: &Reopening) {
        let mut pairs = vec![
            ("reason".to_owned(), self.text(&reopening.reason)),
            ("by".to_owned(), format!("'{}'", reopening.by)),
            ("at".to_owned(), reopening.at.to_string()),
        ];
        let (done, cancelled) = (reopening.done.as_ref(), reopening.cancelled.as_ref());
        let is_inline = self.rng.bool();
        if is_inline && let Some(closing) = done {
            let inner = self.closing(closing);
            pairs.push(("done".to_owned(), self.inline(&inner)));
        }
        self.table(key, &format!("[{key}]"), &pairs);
        if !is_inline && let Some(closing) = done {
            let pairs = self.closing(closing);
            self.table(key, &format!("[{key}.done]"), &pairs);
        }
        if let Some(cancellation) = cancelled {
            let pairs = self.cancellation(cancellation);
            self.table(key, &format!("[{key}.cancelled]"), &pairs);
        }
    }

    fn closing(&mut self, closing: &Closing) -> Pairs {
        let mut pairs = vec![
            ("evidence".to_owned(), self.text(closing.evidence.as_str())),
            ("at".to_owned(), closing.at.to_string()),
            ("by".to_owned(), format!("\"{}\"", closing.by)),
        ];
        pairs.extend(closing.note.as_ref().map(|note| ("note".to_owned(), self.text(note))));
        pairs.extend(closing.recorded_by.as_ref().map(|who| ("recorded-by".to_owned(), format!("\"{who}\""))));
        pairs
    }

    fn cancellation(&mut self, cancellation: &Cancellation) -> Pairs {
        vec![
            ("at".to_owned(), cancellation.at.to_string()),
            ("reason".to_owned(), self.text(&cancellation.reason)),
            ("by".to_owned(), format!("\"{}\"", cancellation.by)),
        ]
    }

    /// The keys of a claim, without the time spent, in any order.
    fn claim_pairs(&mut self, claim: &Claim) -> Pairs {
        let mut pairs = vec![("since".to_owned(), claim.since().to_string()), ("until".to_owned(), claim.until().to_string())];
        pairs.extend(claim.recorded_by.as_ref().map(|who| ("recorded-by".to_owned(), format!("\"{who}\""))));
        pairs.extend((claim.renewed > 0).then(|| ("renewed".to_owned(), claim.renewed.to_string())));
        pairs.extend(claim.released.map(|day| ("released".to_owned(), day.to_string())));
        pairs.extend(claim.handover.as_ref().map(|text| ("handover".to_owned(), self.text(text))));
        if self.rng.u8(0..4) == 0 {
            pairs.push(("x-note".to_owned(), "'gardé'".to_owned()));
        }
        self.rng.shuffle(&mut pairs);
        pairs
    }

    fn spent(claim: &Claim) -> Pairs {
        claim.spent.iter().map(|(day, time)| (day.to_string(), format!("\"{time}\""))).collect()
    }

    fn claim_in_root(&mut self, who: &str, claim: &Claim) {
        let owner = format!("claims.{who}");
        let (mut pairs, spent) = (self.claim_pairs(claim), Self::spent(claim));
        if self.rng.bool() {
            if !spent.is_empty() {
                pairs.push(("spent".to_owned(), self.inline(&spent)));
            }
            let value = self.inline(&pairs);
            self.pair(&owner, &owner, &value);
            return;
        }
        pairs.extend(spent.into_iter().map(|(day, time)| (format!("spent.{day}"), time)));
        for (key, value) in pairs {
            self.pair(&owner, &format!("{owner}.{key}"), &value);
        }
    }

    fn claim(&mut self, who: &str, claim: &Claim) {
        let owner = format!("claims.{who}");
        let (mut pairs, spent) = (self.claim_pairs(claim), Self::spent(claim));
        let style = if spent.is_empty() { 3 } else { self.rng.u8(0..3) };
        match style {
            0 => pairs.push(("spent".to_owned(), self.inline(&spent))),
            1 => {
                let at = self.rng.usize(0..=pairs.len());
                let dotted = spent.iter().map(|(day, time)| (format!("spent.{day}"), time.clone()));
                pairs.splice(at..at, dotted.collect::<Vec<_>>());
            }
            _ => {}
        }
        self.table(&owner, &format!("[claims.{who}]"), &pairs);
        if style == 2 {
            self.table(&owner, &format!("[claims.{who}.spent]"), &spent);
        }
    }

    fn table(&mut self, owner: &str, header: &str, pairs: &[(String, String)]) {
        self.above(owner);
        let (indent, tail) = (self.indent(), self.tail());
        self.push(owner, &format!("{indent}{header}{tail}"));
        for (key, value) in pairs {
            self.pair(owner, key, value);
        }
    }

    fn pair(&mut self, owner: &str, key: &str, value: &str) {
        self.above(owner);
        let key = match self.rng.u8(0..6) {
            0 if !key.contains(['.', '"']) => format!("\"{key}\""),
            1 if !key.contains(['.', '"', '\'']) => format!("'{key}'"),
            _ => key.to_owned(),
        };
        let equals = [" = ", "=", "   =  ", " =\t"][self.rng.usize(0..4)];
        let (indent, tail) = (self.indent(), self.tail());
        self.push(owner, &format!("{indent}{key}{equals}{value}{tail}"));
    }
}

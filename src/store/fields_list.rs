//! Lists in a TOML table: each entry is looked at by itself.

use toml::Spanned;
use toml::de::DeValue;

use crate::domain::message::Message;
use crate::domain::name::{Handle, TaskId};
use crate::domain::text::{TextFault, line_fault};

use super::fields::Fields;
use super::source::Source;

impl<'t, 'i> Fields<'t, 'i> {
    /// A list of values that `read` understands; the others are problems and left out.
    pub(super) fn list<T>(
        &mut self,
        source: &mut Source<'_>,
        key: &'static str,
        expected: &Message,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for item in self.items(source, key) {
            match item.get_ref().as_str().and_then(&read) {
                Some(value) => found.push(value),
                None => self.mismatch(source, key, item, expected.clone()),
            }
        }
        found
    }

    /// What the list under `key` holds.
    fn items(&mut self, source: &mut Source<'_>, key: &'static str) -> &'t [Spanned<DeValue<'i>>] {
        let Some(value) = self.get(key) else { return &[] };
        if let DeValue::Array(array) = value.get_ref() {
            return array;
        }
        self.mismatch(source, key, value, Message::new("expect-list"));
        &[]
    }

    /// A list of texts of one line. As with [`Fields::line`], what is hidden in one is a problem, but it is kept.
    pub(super) fn lines(&mut self, source: &mut Source<'_>, key: &'static str) -> Vec<String> {
        let mut found = Vec::new();
        for item in self.items(source, key) {
            let Some(text) = item.get_ref().as_str() else {
                self.mismatch(source, key, item, Message::new("expect-line"));
                continue;
            };
            let fault = line_fault(text);
            if let Some(fault) = fault {
                source.add_fault(Some(item.span()), self.name(key), fault);
            }
            found.extend((fault != Some(TextFault::Empty)).then(|| text.to_owned()));
        }
        found
    }

    pub(super) fn handles(&mut self, source: &mut Source<'_>, key: &'static str) -> Vec<Handle> {
        self.list(source, key, &Message::new("expect-handle"), Handle::new)
    }

    pub(super) fn ids(&mut self, source: &mut Source<'_>, key: &'static str) -> Vec<TaskId> {
        self.list(source, key, &Message::new("expect-id"), TaskId::new)
    }
}

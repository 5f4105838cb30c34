//! The kinds of value that TOML has, in words for people who never heard of it.

use toml::de::DeValue;

use crate::domain::message::Message;

/// What kind of value it is, in words.
pub(super) fn kind(value: &DeValue<'_>) -> Message {
    Message::new(match value {
        DeValue::String(_) => "kind-text",
        DeValue::Integer(_) => "kind-number",
        DeValue::Float(_) => "kind-decimal",
        DeValue::Boolean(_) => "kind-boolean",
        DeValue::Datetime(_) => "kind-date",
        DeValue::Array(_) => "kind-list",
        DeValue::Table(_) => "kind-table",
    })
}

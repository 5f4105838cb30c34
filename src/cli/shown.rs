//! A result as it is typed: what can only be an address of the web is read as one.

use crate::domain::claim::Evidence;
use crate::domain::message::Message;
use crate::usecase::replay::evidence::check_shown;
use crate::usecase::{Failure, Kind};

use super::front::Front;
use super::values::{self, about};

/// The option that names a result.
const FLAG: &str = "--evidence";

impl Front<'_> {
    /// A result that others can look at.
    ///
    /// # Errors
    /// A text that shows nothing to others.
    pub(super) fn evidence(&self, text: &str) -> Result<Evidence, Failure> {
        if is_mail(text.trim()) {
            return Err(Failure::new(Kind::Usage, told("wrong-evidence-mail", text)));
        }
        let link = of_the_web(text.trim());
        if let Some(link) = &link {
            self.remark_unless_quiet(&told("link-meant", text).with("link", link.as_str()))?;
        }
        let evidence = values::evidence(link.as_deref().unwrap_or(text)).map_err(about(FLAG))?;
        check_shown(self.context, &evidence).map(|()| evidence)
    }
}

fn told(key: &'static str, found: &str) -> Message {
    Message::new(key).with("flag", FLAG).with("found", found)
}

/// `www.example.org/x` as a browser reads it.
fn of_the_web(text: &str) -> Option<String> {
    let is_one = text.starts_with("www.") && !text.contains(char::is_whitespace);
    is_one.then(|| format!("https://{text}"))
}

fn is_mail(text: &str) -> bool {
    let parts = text.split_once('@').filter(|_| !text.contains(['/', ' ']));
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

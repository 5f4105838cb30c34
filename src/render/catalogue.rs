//! Every sentence for people, in every language: the only place where a [`Message`] gets its words.

use std::cell::RefCell;
use std::collections::HashMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::day::Day;
use crate::domain::message::{Arg, Message};
use crate::domain::shell::word;
use crate::domain::text::{OWN_BACKTICK, UNBROKEN, VALUE, ZONE};
use crate::domain::zone::Elsewhere;

use super::elision::{de, que};
use super::language::Language;
use super::safe::{visible, visible_line};
use super::zoned::{behind, with_zones};

macro_rules! sources {
    ($language:literal) => {
        sources!($language: cli doctor forge help lint pages past progress remind review rules schema site store usecase vcs)
    };
    ($language:literal: $($name:ident)*) => {
        &[$(include_str!(concat!("catalogue/", $language, "/", stringify!($name), ".ftl"))),*]
    };
}

/// The Fluent sources of `language`.
pub fn sources(language: Language) -> &'static [&'static str] {
    match language {
        Language::French => sources!("fr"),
        Language::English => sources!("en"),
    }
}

/// The sentences of one language, for a reader on one day. An entry is parsed when it is first said: a run says few.
pub struct Catalogue {
    bundle: RefCell<FluentBundle<FluentResource>>,
    entries: HashMap<&'static str, &'static str>,
    language: Language,
    today: Day,
    elsewhere: Option<Elsewhere>,
    looks_back: bool,
    short_days: RefCell<HashMap<Day, String>>,
}

impl Catalogue {
    /// The catalogue of `language`; dates of the year of `today` are written without it.
    pub fn new(language: Language, today: Day) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        bundle.set_use_isolating(false);
        // A name that is there already is the only error.
        let _ = (bundle.add_function("DE", de), bundle.add_function("QUE", que));
        let (bundle, short_days) = (RefCell::new(bundle), RefCell::default());
        Self { bundle, entries: entries(language), language, today, elsewhere: None, looks_back: false, short_days }
    }

    /// The same for somebody whose clock shows another time than the campaign's: where that matters, days name their zone.
    #[must_use]
    pub fn read_from(self, elsewhere: Option<Elsewhere>) -> Self {
        Self { elsewhere, ..self }
    }

    /// The same for somebody who looks back to that day: nothing can be done there any more.
    #[must_use]
    pub fn looking_back(self) -> Self {
        Self { looks_back: true, ..self }
    }

    /// Whether it speaks of the past.
    pub fn looks_back(&self) -> bool {
        self.looks_back
    }

    /// The language of the sentences.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The day of the reader.
    pub fn today(&self) -> Day {
        self.today
    }

    /// [`Language::short_day`], formatted once a day: lists hold few days and many rows.
    pub fn short_day(&self, day: Day) -> String {
        self.short_days.borrow_mut().entry(day).or_insert_with(|| self.language.short_day(day, self.today)).clone()
    }

    /// "heure de Paris", where it counts for what ends with `day`.
    pub fn zone_of_end(&self, day: Day) -> Option<String> {
        self.elsewhere.as_ref().filter(|it| it.counts_for_end(day)).map(|it| self.zone(it))
    }

    /// `said`, which tells that day, with its zone behind it where that counts for what ends then.
    pub fn until(&self, day: Day, said: &str) -> String {
        behind(said, self.zone_of_end(day))
    }

    /// The same for what was done on `day`.
    pub fn done_on(&self, day: Day, said: &str) -> String {
        behind(said, self.zone_of_deed(day))
    }

    fn zone_of_deed(&self, day: Day) -> Option<String> {
        self.elsewhere.as_ref().filter(|it| it.counts_for_deed(day)).map(|it| self.zone(it))
    }

    fn zone(&self, elsewhere: &Elsewhere) -> String {
        self.say(&match elsewhere.town() {
            Some(town) => Message::new("zone-of-town").with("town", town),
            None => Message::new("zone-by-name").with("zone", elsewhere.zone()),
        })
    }

    /// The sentence of `message`. Texts from outside come out with everything hidden in them made visible.
    pub fn say(&self, message: &Message) -> String {
        let mut args = FluentArgs::with_capacity(message.args().len());
        for (name, value) in message.args() {
            args.set(*name, self.value(name, value));
        }
        self.format(message.key(), Some(&args)).unwrap_or_else(|| message.key().to_owned())
    }

    /// A word or sentence without values.
    pub fn word(&self, key: &str) -> String {
        self.format(key, None).unwrap_or_else(|| key.to_owned())
    }

    /// The same, where it is fine that there is none.
    pub fn find(&self, key: &str) -> Option<String> {
        self.format(key, None)
    }

    /// `a, b et c`.
    pub fn list<T: AsRef<str>>(&self, words: &[T]) -> String {
        match words {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                format!("{} {} {}", first.join(", "), self.word("and"), last.as_ref())
            }
        }
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        if !self.bundle.borrow().has_message(key) {
            let entry = self.entries.get(key)?;
            let resource = FluentResource::try_new((*entry).to_owned()).unwrap_or_else(|(sound, _)| sound);
            self.bundle.borrow_mut().add_resource_overriding(resource);
        }
        let bundle = self.bundle.borrow();
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(with_zones(&with_whole_commands(&text)))
    }

    fn value(&self, name: &str, value: &Arg) -> FluentValue<'static> {
        // A backtick of the text's own must not be taken for the catalogue's.
        let text = |text: &str| FluentValue::from(text.replace('`', OWN_BACKTICK.encode_utf8(&mut [0; 4])));
        let named = |found: &str| text(&format!("{}{}{}", VALUE[0], visible_line(found), VALUE[1]));
        match value {
            // What a sentence chooses its words by is compared as it is.
            Arg::Text(found) if name == "role" => text(found),
            Arg::Text(found) if MANY_LINES.contains(&name) => text(&visible(found.trim_end())),
            Arg::Text(found) if name == "command" => text(&visible_line(found).replace(' ', UNBROKEN.encode_utf8(&mut [0; 4]))),
            Arg::Text(found) if COMMANDS.contains(&name) => text(&visible_line(found)),
            Arg::Text(found) => named(found),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Day(day) => {
                let zone = match name {
                    "day" => self.zone_of_deed(*day),
                    end if ENDS.contains(&end) => self.zone_of_end(*day),
                    _ => None,
                };
                let zone = zone.map(|zone| format!("{}{zone}{}", ZONE[0], ZONE[1])).unwrap_or_default();
                FluentValue::from(self.language.day(*day, self.today) + &zone)
            }
            Arg::Time(time) => FluentValue::from(self.language.time(*time)),
            Arg::Budget(budget) => FluentValue::from(self.language.budget(*budget)),
            Arg::Word(message) => text(&self.say(message)),
            Arg::List(words) => {
                let words: Vec<_> = words.iter().map(|word| visible_line(word)).collect();
                text(&self.list(&words))
            }
        }
    }
}

/// Commands stand between backticks in the catalogue: their spaces must not end a line, or they could not be copied.
fn with_whole_commands(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let part = |(at, part): (usize, &str)| match at % 2 {
        1 => with_words(part).replace(' ', UNBROKEN.encode_utf8(&mut [0; 4])),
        _ => part.replace(VALUE, ""),
    };
    parts.map(part).collect::<String>().replace(OWN_BACKTICK, "`")
}

/// A command whose values are one word each, whatever they hold.
fn with_words(command: &str) -> String {
    let mut text = String::with_capacity(command.len());
    for part in command.split(VALUE[0]) {
        match part.split_once(VALUE[1]) {
            Some((value, rest)) => text.extend([&*word(&value.replace(OWN_BACKTICK, "`")), rest]),
            None => text.push_str(part),
        }
    }
    text
}

/// The text of every entry, by its key: from its line to the next that begins another entry or a comment.
fn entries(language: Language) -> HashMap<&'static str, &'static str> {
    let mut found = HashMap::with_capacity(600);
    for source in sources(language) {
        let mut starts = Vec::with_capacity(128);
        let mut at = 0;
        for line in source.split_inclusive('\n') {
            if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#') {
                starts.push(at);
            }
            at += line.len();
        }
        starts.push(source.len());
        for bounds in starts.windows(2) {
            let entry = &source[bounds[0]..bounds[1]];
            if let Some((key, _)) = entry.split_once('=')
                && !entry.starts_with('#')
            {
                found.insert(key.trim_end(), entry);
            }
        }
    }
    found
}

/// The values that are whole commands, made of words where they were put together.
const COMMANDS: [&str; 4] = ["again", "never", "keep", "leave"];

/// The days with which something ends.
const ENDS: [&str; 2] = ["until", "due"];

/// The values that may hold several lines: what programs said, what people wrote to each other.
const MANY_LINES: [&str; 2] = ["output", "text"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::budget::Minutes;
    use crate::domain::day::parse_day;

    #[test]
    fn nothing_is_singular_in_french_and_plural_in_english() {
        let today = parse_day("2026-11-24").unwrap();
        let said = |language, count: usize| Catalogue::new(language, today).say(&Message::new("list-count").with("count", count));
        assert_eq!(said(Language::French, 0), "0 tâche");
        assert_eq!(said(Language::French, 2), "2 tâches");
        assert_eq!(said(Language::English, 0), "0 tasks");
        assert_eq!(said(Language::English, 1), "1 task");
    }

    #[test]
    fn values_take_the_form_of_the_language_and_hide_nothing() {
        let catalogue = Catalogue::new(Language::French, parse_day("2026-11-24").unwrap());
        let message = Message::new("claim-done")
            .with("task", "Liste\u{202e}\n")
            .with("person", "piolet\u{e000}\u{e001}")
            .with("budget", Minutes::EIGHT_HOURS)
            .with("until", parse_day("2026-12-04").unwrap());
        let said = catalogue.say(&message);
        assert!(said.contains("« Liste<U+202E> »".replace(' ', "\u{a0}").as_str()), "{said}");
        assert!(said.contains("piolet<U+E000><U+E001>") && !said.contains(UNBROKEN), "{said}");
        assert!(said.contains("4\u{a0}décembre") && said.contains("8\u{a0}h"), "{said}");
        assert_eq!(catalogue.list(&["a", "b", "c"]), "a, b et c");
    }

    #[test]
    fn a_value_is_one_word_of_a_command() {
        let catalogue = Catalogue::new(Language::English, parse_day("2026-11-24").unwrap());
        let said = |head: &str| catalogue.say(&Message::new("queue-open").with("head", head)).replace(UNBROKEN, " ");
        assert_eq!(said("mpa/k7q2m-zoe"), "To read one: mpa review mpa/k7q2m-zoe");
        assert_eq!(said("mpa/$(touch${IFS}x)`id`"), "To read one: mpa review 'mpa/$(touch${IFS}x)`id`'");
        for unsaid in ["mpa/a'$b", "--x", "a\u{202e}b", "a\u{e002}b\u{e003}c"] {
            assert_eq!(said(unsaid), "To read one: mpa review …", "{unsaid:?}");
        }
        let dirty = catalogue.say(&Message::new("vcs-dirty-untracked").with("path", "a b; c"));
        assert!(dirty.starts_with("a b; c is in no commit.") && dirty.contains("--\u{e000}'a\u{e000}b;\u{e000}c'"), "{dirty}");
    }
}

//! What the fields of the files say: one list for each kind of file, in the order of the file. Comparing, telling and writing
//! all walk that list: a field that is missing from it does not compile, and one that is in it is never forgotten.

mod fields;

use std::collections::BTreeMap;

use crate::domain::budget::{Budget, Minutes};
use crate::domain::campaign::{Forge, Mode, PastCampaign, Send};
use crate::domain::claim::Evidence;
use crate::domain::day::{Day, Deadline};
use crate::domain::field::Field;
use crate::domain::login::Login;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::{Deliverable, Poll};
use crate::domain::promotion::Promotion;
use crate::domain::task::{Place, Resource};
use crate::domain::zone::Zone;

/// A field and what it says.
pub type FieldSaid<'a> = (Field, Said<'a>);

/// What a field says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<'a> {
    /// A text, if there is one.
    Text(Option<String>),
    /// Texts, in order.
    List(Vec<String>),
    /// Yes, or nothing.
    Flag(bool),
    /// A number, if there is one.
    Number(Option<u32>),
    /// A day, if there is one.
    Day(Option<Day>),
    /// Where the work takes place.
    Place(&'a Place),
    /// Links under their labels.
    Links(&'a [Resource]),
    /// The time spent, day by day.
    Times(&'a BTreeMap<Day, Minutes>),
    /// The projects joined, and when.
    Joined(&'a BTreeMap<Slug, Day>),
    /// What a project promises.
    Deliverables(&'a [Deliverable]),
    /// Fields in a table of their own, if there is one.
    Table(Option<Vec<FieldSaid<'a>>>),
    /// Earlier campaigns.
    Past(&'a BTreeMap<String, PastCampaign>),
}

/// What has fields.
pub trait Fields {
    /// Their names, in the order of the file.
    const FIELDS: &'static [Field];

    /// The fields and what they say, in the order of the file.
    fn fields(&self) -> Vec<FieldSaid<'_>>;
}

/// The fields that do not say the same, of two versions of one thing.
pub fn differing<T: Fields>(before: &T, after: &T) -> impl Iterator<Item = Field> {
    before.fields().into_iter().zip(after.fields()).filter(|(before, after)| before != after).map(|(_, (field, _))| field)
}

/// What fields have for a value.
trait Value {
    /// What it says.
    fn said(&self) -> Said<'_>;
}

/// A value that is one text.
trait Word {
    /// The text.
    fn word(&self) -> String;
}

/// Types whose values are one text, with what gives it.
macro_rules! words {
    ($($word:ident: $($Type:ty)*;)*) => {
        $($(impl $crate::domain::said::Word for $Type {
            fn word(&self) -> String {
                self.$word().into()
            }
        })*)*
    };
}

words! {
    as_str: String Slug Handle TaskId Login Evidence Mode Forge Send;
    name: Zone;
    to_string: Budget Minutes Promotion;
}

impl<T: Word> Value for T {
    fn said(&self) -> Said<'_> {
        Said::Text(Some(self.word()))
    }
}

impl<T: Word> Value for Option<T> {
    fn said(&self) -> Said<'_> {
        Said::Text(self.as_ref().map(Word::word))
    }
}

impl<T: Word> Value for Vec<T> {
    fn said(&self) -> Said<'_> {
        Said::List(self.iter().map(Word::word).collect())
    }
}

macro_rules! values {
    ($($Type:ty: $said:expr),* $(,)?) => {
        $(impl Value for $Type {
            fn said(&self) -> Said<'_> {
                $said(self)
            }
        })*
    };
}

values! {
    bool: |it: &Self| Said::Flag(*it),
    u32: |it: &Self| Said::Number(Some(*it)),
    Day: |it: &Self| Said::Day(Some(*it)),
    Option<Day>: |it: &Self| Said::Day(*it),
    Deadline: |it: &Self| match it {
        Self::SainteBarbe => Said::Text(Some(Self::SAINTE_BARBE.to_owned())),
        Self::On(day) => Said::Day(Some(*day)),
    },
    Place: Said::Place,
    Vec<Resource>: Said::Links,
    BTreeMap<Day, Minutes>: Said::Times,
    BTreeMap<Slug, Day>: Said::Joined,
    BTreeMap<String, PastCampaign>: Said::Past,
    Vec<Deliverable>: Said::Deliverables,
}

impl Value for Option<Poll> {
    fn said(&self) -> Said<'_> {
        Said::Table(self.as_ref().map(Fields::fields))
    }
}

/// The fields of a kind of thing, in the order of the file, with what stands `apart` from them: whoever adds one to the type
/// has to say which it is. (That the pattern “requires `..`” means that a field of the type stands in neither.)
macro_rules! says {
    ($Kind:ident { $($Field:ident: $field:ident $(behind $Before:ident)? $(with $More:ident)?,)* } $(apart { $($apart:ident)* })?) => {
        impl $crate::domain::said::Fields for $Kind {
            const FIELDS: &'static [Field] = &[$($(Field::$Before,)? Field::$Field, $(Field::$More,)?)*];

            fn fields(&self) -> Vec<$crate::domain::said::FieldSaid<'_>> {
                let Self { $($field,)* $($($apart: _,)*)? } = self;
                vec![$((Field::$Field, $crate::domain::said::Value::said($field)),)*]
            }
        }

        impl $crate::domain::said::Value for $Kind {
            fn said(&self) -> $crate::domain::said::Said<'_> {
                $crate::domain::said::Said::Table(Some($crate::domain::said::Fields::fields(self)))
            }
        }
    };
}
use says;

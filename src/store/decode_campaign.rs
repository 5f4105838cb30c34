//! `data/mpa.toml`, read. Where it is silent, the defaults of [`Campaign`] speak.

use std::collections::BTreeMap;

use crate::domain::budget::Minutes;
use crate::domain::campaign::{Campaign, ClaimRules, FORMAT, PastCampaign, TaskRules, Workflow, is_ref_name};
use crate::domain::day::{Deadline, make_day, parse_day};
use crate::domain::message::Message;
use crate::domain::task::Resource;
use crate::domain::zone::Zone;

use super::canonical::{CAMPAIGN, PAST};
use super::decode_project::decode;
use super::fields::Fields;
use super::layout::CAMPAIGN_FILE;
use super::problem::{Decoded, Severity};
use super::shape::LANGUAGES;
use super::source::Source;

type Extra = BTreeMap<String, String>;

/// Reads the campaign from `bytes`. `None` when the file does not parse, or says that its format is newer than
/// [`FORMAT`].
pub fn decode_campaign(bytes: &[u8]) -> Decoded<Campaign> {
    decode(CAMPAIGN_FILE, bytes, campaign)
}

fn campaign(source: &mut Source<'_>, mut fields: Fields<'_, '_>) -> Option<Campaign> {
    let format = fields.number(source, "format");
    if let Some(format) = format.filter(|format| *format > FORMAT) {
        let what = Message::new("problem-future-format").with("found", format.to_string()).with("known", FORMAT.to_string());
        source.add(Severity::Error, fields.span("format"), Some("format".to_owned()), what);
        return None;
    }
    let mut extra = Extra::new();
    let default = Campaign::default();
    let campaign = Campaign {
        name: fields.line(source, "name").unwrap_or_default(),
        language: fields.word(source, "language", &LANGUAGES).map_or(default.language, |at| LANGUAGES[at].to_owned()),
        timezone: fields
            .value(source, "timezone", Message::new("expect-timezone"), |value| value.as_str().and_then(Zone::parse))
            .unwrap_or(default.timezone),
        started: fields.day(source, "started"),
        deadline: deadline(&mut fields, source).unwrap_or(default.deadline),
        organisers: fields.handles(source, "organisers"),
        contact: fields.line(source, "contact"),
        also: match fields.table(source, "also") {
            Some(table) => table.links(source).into_iter().map(|(label, link)| Resource { label, link }).collect(),
            None => Vec::new(),
        },
        claims: match fields.table(source, "claims") {
            Some(table) => claim_rules(source, table, default.claims, &mut extra),
            None => default.claims,
        },
        tasks: match fields.table(source, "tasks") {
            Some(table) => task_rules(source, table, default.tasks, &mut extra),
            None => default.tasks,
        },
        workflow: match fields.table(source, "workflow") {
            Some(table) => workflow(source, table, default.workflow, &mut extra),
            None => default.workflow,
        },
        past: fields.table(source, "past").map(|table| past(source, &table, &mut extra)).unwrap_or_default(),
        extra: Extra::new(),
    };
    fields.demand(source, CAMPAIGN.required);
    fields.finish(source, &mut extra);
    Some(Campaign { extra, ..campaign })
}

fn deadline(fields: &mut Fields<'_, '_>, source: &mut Source<'_>) -> Option<Deadline> {
    fields.value(source, "deadline", Message::new("expect-deadline"), |value| match value.as_str() {
        Some(Deadline::SAINTE_BARBE) => Some(Deadline::SainteBarbe),
        Some(text) => parse_day(text).map(Deadline::On),
        None => {
            let date = value.as_datetime()?.date?;
            make_day(date.year.into(), date.month.into(), date.day.into()).map(Deadline::On)
        }
    })
}

fn claim_rules(source: &mut Source<'_>, mut fields: Fields<'_, '_>, default: ClaimRules, extra: &mut Extra) -> ClaimRules {
    let rules = ClaimRules {
        days: fields.number(source, "days").unwrap_or(default.days),
        warn_days: fields.number(source, "warn-days").unwrap_or(default.warn_days),
        limit: fields.number(source, "limit").unwrap_or(default.limit),
        renewals: fields.number(source, "renewals").unwrap_or(default.renewals),
        cooldown_days: fields.number(source, "cooldown-days").unwrap_or(default.cooldown_days),
    };
    fields.finish(source, extra);
    rules
}

fn task_rules(source: &mut Source<'_>, mut fields: Fields<'_, '_>, default: TaskRules, extra: &mut Extra) -> TaskRules {
    let largest =
        fields.value(source, "max-budget", Message::new("expect-duration"), |value| value.as_str().and_then(Minutes::parse));
    fields.finish(source, extra);
    TaskRules { max_budget: largest.unwrap_or(default.max_budget) }
}

fn workflow(source: &mut Source<'_>, mut fields: Fields<'_, '_>, default: Workflow, extra: &mut Extra) -> Workflow {
    let ref_name = |text: &str| is_ref_name(text).then(|| text.to_owned());
    let workflow = Workflow {
        mode: fields.one_of(source, "mode").unwrap_or(default.mode),
        remote: fields
            .value(source, "remote", Message::new("expect-remote"), |value| {
                value.as_str().filter(|name| !name.contains('/')).and_then(ref_name)
            })
            .unwrap_or(default.remote),
        main: fields
            .value(source, "main", Message::new("expect-branch"), |value| value.as_str().and_then(ref_name))
            .unwrap_or(default.main),
        forge: fields.one_of(source, "forge").unwrap_or(default.forge),
        send: fields.one_of(source, "send").unwrap_or(default.send),
    };
    fields.finish(source, extra);
    workflow
}

fn past(source: &mut Source<'_>, table: &Fields<'_, '_>, extra: &mut Extra) -> BTreeMap<String, PastCampaign> {
    let mut found = BTreeMap::new();
    for (key, _, value) in table.entries() {
        let Some(mut fields) = table.inner(source, key, value) else { continue };
        let (name, started) = (fields.line(source, "name"), fields.day(source, "started"));
        let deadline = deadline(&mut fields, source);
        fields.demand(source, PAST.required);
        fields.finish(source, extra);
        if let (Some(name), Some(started), Some(deadline)) = (name, started, deadline) {
            found.insert(key.to_owned(), PastCampaign { name, started, deadline: deadline.day(started) });
        }
    }
    found
}

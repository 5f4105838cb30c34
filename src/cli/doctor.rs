//! `doctor`: works where nothing else does, so it goes round the context that every other command needs.

use std::path::PathBuf;

use crate::render::{Catalogue, data, doctor as page};
use crate::usecase::Failure;
use crate::usecase::read::doctor::{Grade, Patient, Program, doctor as look};

use super::addresses;
use super::args::{Common, Doctor, Format};
use super::console::{Console, unwritten};
use super::environment::{self, Environment};
use super::help::VERSION;
use super::identity::proposed_handle;
use super::read::unfit;
use super::session::{Outlook, Session};

/// The handle of the examples, while nothing better is known.
const SAMPLE: &str = "lampe-77";

/// Looks at everything and says it; whether nothing has to be mended. Hands back the sentences, which the session held.
pub fn doctor(
    environment: &Environment,
    common: &Common,
    args: &Doctor,
    session: Session,
    console: &Console<'_>,
) -> (Result<bool, Failure>, Catalogue) {
    let sound = session.sound();
    let Outlook { store, repository, campaign, handle, say, today } = session.outlook(environment, common);
    let wrong_flag = handle.as_ref().err().filter(|_| common.handle.is_some()).cloned();
    if let Some(failure) = wrong_flag {
        return (Err(failure), say);
    }
    let format = args.output.format.unwrap_or_default();
    if !matches!(format, Format::Table | Format::Json) {
        return (Err(unfit(format)), say);
    }
    let data = store.and_then(|store| {
        let decoded = campaign.unwrap_or_else(|| store.campaign())?;
        Ok((store, decoded))
    });
    let top = repository.as_ref().ok().map(|repository| repository.workdir().to_owned());
    let own: Vec<PathBuf> = data.as_ref().ok().map(|(store, _)| store.root().to_owned()).into_iter().chain(top).collect();
    let book = environment.addresses.as_ref();
    let store = data.as_ref().ok().map(|(store, _)| store);
    let patient = Patient {
        program: Program { path: environment::program(), version: VERSION },
        folder: environment.folder.clone(),
        addresses: book.map(|path| addresses::read(&own, path).map(|found| found.is_some())),
        proposed: proposed_handle(environment, repository.as_ref().ok(), store).unwrap_or_else(|| SAMPLE.to_owned()),
        handle_in_environment: environment.handle.is_some(),
        data,
        repository,
        handle,
        around: environment.surroundings(),
        encoding: environment.encoding.clone(),
        now: environment.now.timestamp(),
        today,
        offline: args.offline,
    };
    let findings = sound.map(|()| look(&patient));
    let done = findings.and_then(|findings| {
        let written = console.result(|pen| match format {
            Format::Json => _ = pen.json(&data::doctor(&findings, &say)),
            _ => page::findings(pen, &say, &findings),
        });
        written.map_err(|cause| unwritten(&cause))?;
        Ok(findings.iter().all(|finding| finding.grade != Grade::Mend))
    });
    (done, say)
}

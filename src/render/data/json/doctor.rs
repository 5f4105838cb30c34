//! The JSON of what `doctor` found.

use serde::Serialize;

use crate::domain::text::UNBROKEN;
use crate::render::Catalogue;
use crate::usecase::read::doctor::{Finding, Grade};

use super::document;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Findings<'a> {
    to_mend: usize,
    remarks: usize,
    findings: Vec<FindingLine<'a>>,
}

#[derive(Serialize)]
struct FindingLine<'a> {
    check: &'a str,
    grade: &'a str,
    message: String,
    commands: &'a [String],
}

/// What `doctor` found; the sentences are those of `say`.
pub fn doctor(findings: &[Finding], say: &Catalogue) -> String {
    let count = |grade| findings.iter().filter(|finding| finding.grade == grade).count();
    let lines = findings.iter().map(|finding| FindingLine {
        check: finding.check,
        grade: match finding.grade {
            Grade::Fine => "fine",
            Grade::Remark => "remark",
            Grade::Mend => "mend",
        },
        message: say.say(&finding.what).replace(UNBROKEN, " "),
        commands: &finding.commands,
    });
    document("doctor", Findings { to_mend: count(Grade::Mend), remarks: count(Grade::Remark), findings: lines.collect() })
}

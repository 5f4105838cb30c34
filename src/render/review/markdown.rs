//! A request as one comment on a forge: the verdict first, what is to be decided, the rest folded away. Nothing said by others is
//! markup.

use crate::domain::message::Message;
use crate::domain::text::{UNBROKEN, shorten};
use crate::render::catalogue::Catalogue;
use crate::render::outcome;
use crate::render::pen::Pen;
use crate::render::safe::markdown_cell;
use crate::store::{Problem, Severity};
use crate::usecase::read::check::Report;
use crate::usecase::replay::{Item, Outcome, Review};
use crate::usecase::review::queue::{Queue, Waiting};

use super::SHOWN;
use super::queue::{lines, summary, unreadable};
use super::words::{author, changes, merging, objection, title, verdict_line, word};

/// By which a workflow finds its own comment again.
const MARKER: &str = "<!-- mpa-review -->";
/// How many bytes the table may take: forges refuse comments of more than 65,536 characters.
const ROOM: usize = 48_000;
/// The longest text of a cell, in columns.
const LONGEST: usize = 300;
/// So many changes are told before the fold, where no more of them are to be decided.
const BEFORE_THE_FOLD: usize = 5;

/// The comment.
pub fn markdown(pen: &mut Pen<'_>, say: &Catalogue, review: &Review) {
    pen.line(MARKER);
    pen.line(&format!("**{}**", cell(&verdict_line(say, review)))).end();
    pen.line(&format!("{} · {}", cell(&changes(say, review)), cell(&author(say, review)))).end();
    for item in before_the_fold(review) {
        pen.line(&format!("- {} : {}", cell(&word(say, Outcome::of(&item.verdict))), cell(&say.say(&item.sentence))));
    }
    pen.end().line(&format!("<details><summary>{}</summary>", cell(&say.word("review-details")))).end();
    pen.line(&cell(&title(say, review))).end();
    for sentence in merging(say, review) {
        pen.line(&cell(&sentence)).end();
    }
    pen.line(&format!("| {} | {} | {} |", say.word("heading-verdict"), say.word("heading-change"), say.word("heading-place")));
    pen.line("| --- | --- | --- |");
    let (mut room, mut left_out) = (ROOM, 0);
    for outcome in Outcome::GRAVEST_FIRST {
        let rows = review.some_of(outcome, SHOWN).into_iter().map(|item| row(say, item)).take_while(|row| {
            room = room.saturating_sub(row.len());
            room > 0
        });
        let written = rows.map(|row| _ = pen.line(&row)).count();
        left_out += review.count(outcome) - written;
    }
    if left_out > 0 {
        pen.end().line(&cell(&say.say(&Message::new("review-more").with("count", left_out))));
    }
    pen.end().line("</details>");
}

/// What an organiser has to see without opening anything: of every rule that stands against it, and a few more.
fn before_the_fold(review: &Review) -> Vec<&Item> {
    let mut told: Vec<&Item> = Vec::new();
    for outcome in Outcome::GRAVEST_FIRST {
        let room = BEFORE_THE_FOLD.saturating_sub(told.len());
        if outcome > Outcome::Routine || room > 0 {
            told.extend(review.some_of(outcome, room));
        }
    }
    told
}

fn row(say: &Catalogue, item: &Item) -> String {
    let mut told = cell(&say.say(&item.sentence));
    if let Some(why) = item.verdict.objection() {
        told = format!("{told}<br>{}", cell(&objection(say, why)));
    }
    let verdict = cell(&word(say, Outcome::of(&item.verdict)));
    format!("| {verdict} | {told} | {} |", cell(&place(&item.path, item.at)))
}

/// The queue as a table.
pub fn queue_markdown(pen: &mut Pen<'_>, say: &Catalogue, queue: &Queue) {
    pen.line(&format!("**{}**", cell(&summary(say, queue)))).end();
    pen.line(&format!("| {} | {} | {} |", say.word("heading-request"), say.word("heading-change"), say.word("heading-verdict")));
    pen.line("| --- | --- | --- |");
    let row = |waiting: &Waiting| {
        let verdict = cell(&word(say, waiting.review.outcome()));
        let told: Vec<String> = lines(say, waiting).iter().map(|line| cell(line)).collect();
        format!("| {} | {} | {verdict} |", cell(&waiting.review.target.name()), told.join("<br>"))
    };
    for waiting in &queue.requests {
        pen.line(&row(waiting));
    }
    for unread in unreadable(say, queue) {
        pen.end().line(&cell(&unread));
    }
}

/// What `check` found, as a table.
pub fn check_markdown(pen: &mut Pen<'_>, say: &Catalogue, report: &Report) {
    outcome::summary(pen, say, report);
    if report.problems.is_empty() {
        return;
    }
    pen.end();
    pen.line(&format!("| {} | {} | {} |", say.word("heading-gravity"), say.word("heading-finding"), say.word("heading-place")));
    pen.line("| --- | --- | --- |");
    let row = |problem: &Problem| {
        let gravity = say.word(if problem.severity == Severity::Error { "severity-error" } else { "severity-warning" });
        let place = place(&problem.path, problem.at);
        format!("| {} | {} | {} |", cell(&gravity), cell(&say.say(&problem.in_field())), cell(&place))
    };
    for problem in &report.problems {
        pen.line(&row(problem));
    }
}

fn place(path: &str, at: Option<(usize, usize)>) -> String {
    at.map_or_else(|| path.to_owned(), |(line, _)| format!("{path}:{line}"))
}

fn cell(text: &str) -> String {
    markdown_cell(&shorten(&text.replace(UNBROKEN, " "), LONGEST))
}

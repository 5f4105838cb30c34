//! The burn-up on a page, and beside it the numbers in a table.

use maud::{Markup, html};

use crate::domain::day::Day;
use crate::render::drawing::{Words, burnup};
use crate::rules::burnup::Level;

use super::frame::Page;

/// The most rows of the table beside: the last days count most.
const ROWS: usize = 14;

/// The chart of `levels`, which begin on the first day and end today; nothing where there was never anything to do.
pub fn chart(page: Page<'_>, id: &str, levels: &[(Day, Level)]) -> Markup {
    let (site, language) = (page.site(), page.language());
    let Some(words) = Words::of(page.view.say, levels, site.campaign.deadline, site.deadline) else { return html! {} };
    let Some(drawing) = burnup(&words, Some(id), levels, site.deadline) else { return html! {} };
    html! {
        figure.chart {
            (drawing)
            figcaption {
                p { (words.title) }
                details {
                    summary { (page.word("site-chart-table")) }
                    table {
                        thead { tr { th scope="col" { (page.word("site-chart-day")) } th scope="col" { (page.word("site-chart-column-done")) } th scope="col" { (page.word("site-chart-column-tasks")) } th scope="col" { (page.word("site-chart-column-hours")) } } }
                        tbody { @for (day, level) in levels.iter().rev().take(ROWS) {
                            tr { th scope="row" { (page.day(*day)) } td { (level.done) } td { (level.tasks) } td { (language.hours(level.planned_done)) " / " (language.hours(level.planned)) } }
                        } }
                    }
                }
            }
        }
    }
}

//! The three forms of a report. Nothing said by others is markup in any of them.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::domain::address::Email;
use crate::domain::text::UNBROKEN;
use crate::render::catalogue::Catalogue;
use crate::render::marks::{Marks, filled};
use crate::render::pen::{Pen, Style};
use crate::render::safe::{markdown_cell, visible, visible_line};
use crate::usecase::read::report::Report;

use super::{Line, Part, Sheet, sheet};

/// The width of a bar, in columns.
const BAR: u64 = 10;

/// For a terminal, or a plain mail.
pub fn text(pen: &mut Pen<'_>, say: &Catalogue, report: &Report) {
    let Sheet { title, span, parts, ending } = sheet(say, report);
    pen.wrapped_styled(Style::Strong, "", &visible(&title));
    pen.wrapped("", &span);
    for Part { heading, lines, note } in &parts {
        pen.end().wrapped_styled(Style::Strong, "", heading);
        for Line { text, link, share } in lines {
            let bar = share.map_or("- ".to_owned(), |(done, of)| format!("{} ", Marks::default().bar(done, of, BAR)));
            pen.hanging(&bar, text);
            if let Some(link) = link {
                pen.text("  ").line(link);
            }
        }
        if let Some(note) = note {
            pen.wrapped("", note);
        }
    }
    if let Some((line, contact)) = ending {
        pen.end().wrapped("", &format!("{line} {contact}"));
    }
}

/// In Markdown, for a forge, a wiki, or a mail that is read as it is.
pub fn markdown(pen: &mut Pen<'_>, say: &Catalogue, report: &Report) {
    let Sheet { title, span, parts, ending } = sheet(say, report);
    pen.line(&format!("# {}", plain(&title))).end();
    pen.line(&plain(&span)).end();
    for Part { heading, lines, note } in &parts {
        pen.line(&format!("## {}", plain(heading))).end();
        for Line { text, link, share } in lines {
            let bar = share.map_or_else(String::new, |(done, of)| format!("{} ", Marks::default().bar(done, of, BAR)));
            let link = link.as_ref().map_or_else(String::new, |link| format!("{}<{}>", say.word("colon"), address(link)));
            pen.line(&format!("- {bar}{}{link}", plain(text)));
        }
        if !lines.is_empty() {
            pen.end();
        }
        if let Some(note) = note {
            pen.line(&plain(note)).end();
        }
    }
    if let Some((line, contact)) = ending {
        // Escaped, an address could not be copied any more.
        let contact = Email::new(&contact).map_or_else(|| plain(&contact), |email| format!("<{}>", email.as_str()));
        pen.line(&format!("{} {contact}", plain(&line)));
    }
}

fn plain(text: &str) -> String {
    markdown_cell(&text.replace(UNBROKEN, " "))
}

/// A link that nothing behind it belongs to.
fn address(link: &str) -> String {
    visible_line(link).replace('<', "%3C").replace('>', "%3E").replace(' ', "%20")
}

/// A page whose style stands in each element, as programs for mail want it.
pub fn html(say: &Catalogue, report: &Report) -> String {
    let Sheet { title, span, parts, ending } = sheet(say, report);
    let plain = |text: &str| visible_line(&text.replace(UNBROKEN, " ")).into_owned();
    let page = html! {
        (DOCTYPE)
        html lang=(say.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (plain(&title)) }
            }
            body style="margin:0;padding:16px;background:#ffffff;color:#1b1b1b;font:16px/1.5 Georgia,'Times New Roman',serif" {
                div style="max-width:600px;margin:0 auto" {
                    h1 style="margin:0;padding:16px;background:#14120d;color:#f2c14e;font-size:22px;line-height:1.3" { (plain(&title)) }
                    p style="margin:12px 0" { (plain(&span)) }
                    @for Part { heading, lines, note } in &parts {
                        h2 style="margin:24px 0 8px;font-size:18px;line-height:1.3" { (plain(heading)) }
                        @if lines.iter().any(|line| line.share.is_some()) {
                            @for line in lines { (gauge(&plain(&line.text), line.share.unwrap_or_default())) }
                        } @else if !lines.is_empty() {
                            ul style="margin:0;padding-left:20px" {
                                @for Line { text, link, .. } in lines {
                                    li style="margin:4px 0" {
                                        (plain(text))
                                        @if let Some(link) = link { br; a href=(plain(link)) style="color:#7a4b00" { (plain(link)) } }
                                    }
                                }
                            }
                        }
                        @if let Some(note) = note { p style="margin:8px 0" { (plain(note)) } }
                    }
                    @if let Some((line, contact)) = &ending {
                        p style="margin:24px 0 0" { (plain(line)) " "
                            @if let Some(email) = Email::new(contact) {
                                a href=(format!("mailto:{}", email.as_str())) style="color:#7a4b00" { (email.as_str()) }
                            } @else { (plain(contact)) }
                        }
                    }
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// A bar and what it stands for; in words, too, for whoever sees none.
fn gauge(text: &str, (done, of): (u64, u64)) -> Markup {
    let percent = filled(done, of, 100);
    html! {
        p style="margin:8px 0 2px" { (text) }
        div style="height:10px;background:#e6e0d2" {
            div style=(PreEscaped(format!("height:10px;width:{percent}%;background:#b8860b"))) {}
        }
    }
}

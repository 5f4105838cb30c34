//! Texts in Markdown, as HTML that does nothing: HTML in them is shown as text, links lead only where people may be sent,
//! pictures are links.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::domain::link::is_safe_link;
use crate::render::safe::visible;

/// The HTML of a text from the data, below a heading of the second level.
pub fn markdown(text: &str) -> Markup {
    below(2, text)
}

/// The HTML of `text`, below a heading of that level.
pub fn below(level: usize, text: &str) -> Markup {
    let text = visible(text);
    let mut open = Vec::new();
    let deeper = |own: HeadingLevel| HeadingLevel::try_from(own as usize + level).unwrap_or(HeadingLevel::H6);
    let events = Parser::new_ext(&text, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Heading { level: own, .. }) => {
            Event::Start(Tag::Heading { level: deeper(own), id: None, classes: Vec::new(), attrs: Vec::new() })
        }
        Event::End(TagEnd::Heading(own)) => Event::End(TagEnd::Heading(deeper(own))),
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            let is_safe = is_safe_link(&dest_url);
            open.push(is_safe);
            made(if is_safe {
                html! { a href=(dest_url) rel="noopener" {} }.into_string().replace("</a>", "")
            } else {
                String::new()
            })
        }
        Event::End(TagEnd::Link | TagEnd::Image) => {
            made(if open.pop() == Some(true) { "</a>".to_owned() } else { String::new() })
        }
        other => other,
    });
    let mut out = String::with_capacity(text.len() * 2);
    pulldown_cmark::html::push_html(&mut out, events);
    PreEscaped(out)
}

fn made(html: String) -> Event<'static> {
    Event::InlineHtml(CowStr::from(html))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_do_nothing() {
        for (text, html) in [
            ("**a** & b", "<p><strong>a</strong> &amp; b</p>\n"),
            ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
            ("a <img src=x onerror=y> b", "<p>a &lt;img src=x onerror=y&gt; b</p>\n"),
            ("[x](javascript:alert(1))", "<p>x</p>\n"),
            (
                "[x](https://example.org/?a=1&b=\"2)",
                "<p><a href=\"https://example.org/?a=1&amp;b=&quot;2\" rel=\"noopener\">x</a></p>\n",
            ),
            (
                "![plan](https://example.org/plan.png)",
                "<p><a href=\"https://example.org/plan.png\" rel=\"noopener\">plan</a></p>\n",
            ),
            ("![x](data:text/html,1)", "<p>x</p>\n"),
            ("# Titre", "<h3>Titre</h3>\n"),
            ("# T {onclick=x}", "<h3>T {onclick=x}</h3>\n"),
            ("a\u{202e}b", "<p>a&lt;U+202E&gt;b</p>\n"),
        ] {
            assert_eq!(markdown(text).into_string(), html, "{text}");
        }
    }
}

//! Text as shapes, for a picture: whoever looks at one has no letters of ours.
//!
//! `assets/letters.otf` is Roboto Slab Bold (Google, Apache License 2.0), of which only the letters of European languages are
//! left.

use tiny_skia::{Path, PathBuilder};
use ttf_parser::{Face, OutlineBuilder};

const LETTERS: &[u8] = include_bytes!("assets/letters.otf");

/// What stands for the rest of a text that has no room.
const CUT: &str = "…";

/// Letters that are drawn.
pub struct Letters(Face<'static>);

/// Text that found room: its lines, and how large it is, in pixels.
pub struct Fitted {
    pub lines: Vec<String>,
    pub size: f32,
}

impl Letters {
    /// Our own.
    pub fn new() -> Option<Self> {
        Face::parse(LETTERS, 0).ok().map(Self)
    }

    /// The shape of a line that begins at `x` and stands on `y`. A letter that we do not have is left out.
    pub fn shape(&self, line: &str, (x, y): (f32, f32), size: f32) -> Option<Path> {
        let scale = self.scale(size);
        let mut shape = PathBuilder::new();
        let mut at = x;
        for letter in line.chars().filter_map(|letter| self.0.glyph_index(letter)) {
            self.0.outline_glyph(letter, &mut Placed { shape: &mut shape, at: (at, y), scale });
            at += f32::from(self.0.glyph_hor_advance(letter).unwrap_or_default()) * scale;
        }
        shape.finish()
    }

    /// `text` in the largest of `sizes` in which it takes no more than two lines of `width`; in the last of them it is cut.
    pub fn fitted(&self, text: &str, sizes: &[f32], width: f32) -> Fitted {
        let last = sizes.last().copied().unwrap_or(1.0);
        let size = sizes.iter().copied().find(|size| {
            let lines = self.lines(text, *size, width);
            lines.len() <= 2 && lines.iter().all(|line| self.width(line, *size) <= width)
        });
        let lines = self.lines(text, size.unwrap_or(last), width);
        match size {
            Some(size) => Fitted { lines, size },
            None => {
                let rest = lines.get(1..).unwrap_or_default().join(" ");
                let both = lines.first().cloned().into_iter().chain((!rest.is_empty()).then_some(rest));
                Fitted { lines: both.map(|line| self.cut(&line, last, width)).collect(), size: last }
            }
        }
    }

    /// The words of `text`, in lines of at most `width` where a word is no longer.
    fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.width(&format!("{line} {word}"), size) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// What of `line` has room, with a mark that something is missing.
    fn cut(&self, line: &str, size: f32, width: f32) -> String {
        if self.width(line, size) <= width {
            return line.to_owned();
        }
        let mut kept = String::new();
        let mut left = width - self.width(CUT, size);
        for letter in line.chars() {
            left -= self.width(letter.encode_utf8(&mut [0; 4]), size);
            if left < 0.0 {
                break;
            }
            kept.push(letter);
        }
        kept.trim_end().to_owned() + CUT
    }

    fn width(&self, line: &str, size: f32) -> f32 {
        let letters = line.chars().filter_map(|letter| self.0.glyph_index(letter));
        letters.filter_map(|letter| self.0.glyph_hor_advance(letter)).map(f32::from).sum::<f32>() * self.scale(size)
    }

    fn scale(&self, size: f32) -> f32 {
        size / f32::from(self.0.units_per_em())
    }
}

/// A letter on its way into a picture, whose `y` goes down where that of letters goes up.
struct Placed<'a> {
    shape: &'a mut PathBuilder,
    at: (f32, f32),
    scale: f32,
}

impl Placed<'_> {
    fn place(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (self.at.0 + x * self.scale, self.at.1 - y * self.scale)
    }
}

impl OutlineBuilder for Placed<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place((x, y));
        self.shape.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place((x, y));
        self.shape.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.place((x1, y1)), self.place((x, y)));
        self.shape.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.place((x1, y1)), self.place((x2, y2)), self.place((x, y)));
        self.shape.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.shape.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_finds_room_in_two_lines_or_is_cut() {
        let letters = Letters::new().unwrap();
        let sizes = [80.0, 40.0];
        let short = letters.fitted("Hackathon  Mines", &sizes, 700.0);
        assert_eq!((short.lines.join("|"), short.size), ("Hackathon Mines".to_owned(), 80.0));
        let two = letters.fitted("Hackathon Mines Paris Alumni", &sizes, 700.0);
        assert_eq!((two.lines.join("|"), two.size), ("Hackathon Mines|Paris Alumni".to_owned(), 80.0));
        for long in ["Hackathon Mines Paris Alumni ".repeat(9), "Aa".repeat(90), format!("a {}", "W".repeat(200))] {
            let cut = letters.fitted(&long, &sizes, 700.0);
            assert!(cut.size < 80.0 && cut.lines.len() <= 2 && cut.lines.last().unwrap().ends_with(CUT), "{:?}", cut.lines);
            assert!(cut.lines.iter().all(|line| letters.width(line, cut.size) <= 700.0), "{:?}", cut.lines);
        }
        assert!(letters.fitted("", &sizes, 700.0).lines.is_empty());
    }

    #[test]
    fn every_letter_of_both_languages_is_there() {
        let letters = Letters::new().unwrap();
        for letter in "ABCZabcz0129àâäçéèêëîïôöùûüÿœæÀÇÉŒ«»’…–—:;!?%\u{a0}".chars() {
            assert!(letters.0.glyph_index(letter).is_some(), "{letter}");
        }
        assert!(letters.shape("漢\u{1f3ee}", (0.0, 0.0), 40.0).is_none(), "what we do not have leaves no trace");
    }
}

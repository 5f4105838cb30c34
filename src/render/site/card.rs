//! The picture that other sites show beside a link to these pages: what it is about, by when, and how far it has come.
//!
//! It says no "in six days": such a picture is kept for weeks.

use tiny_skia::{
    Color, FillRule, GradientStop, LineCap, Paint, Path, PathBuilder, Pixmap, Point, RadialGradient, Rect, Shader, SpreadMode,
    Stroke, Transform,
};

use crate::domain::message::Message;
use crate::render::safe::visible_line;

use super::frame::View;
use super::home::appointment;
use super::lettering::Letters;
use super::links::Target;

/// The size that sites ask for, in pixels.
pub const SIZE: (u32, u32) = (1200, 630);
/// What it is called in the folder of its language.
pub const NAME: &str = "card.png";

/// Red, green and blue.
type Colour = [u8; 3];

/// The colours of the pages, by night.
const NIGHT: Colour = [0x16, 0x13, 0x0f];
const GLOW: Colour = [0x5a, 0x43, 0x0f];
const PAPER: Colour = [0xf4, 0xea, 0xd6];
const GOLD: Colour = [0xc9, 0x93, 0x2b];
const LIGHT: Colour = [0xf6, 0xc4, 0x45];
const FLAME: Colour = [0xff, 0xf4, 0xcf];

/// Where what is written begins, and how much room it has.
const LEFT: f32 = 80.0;
const WIDTH: f32 = 660.0;
/// The height of a line, of the size of its letters.
const LINE: f32 = 1.2;
/// Where the bar lies, and how high it is.
const BAR: (f32, f32) = (476.0, 22.0);
/// How large the letters below it are.
const SMALL: f32 = 30.0;
/// The lamp: how much larger than in its own file, and where its corner is.
const LAMP: (f32, f32, f32) = (13.0, 790.0, 100.0);

/// The picture, as PNG.
pub fn card(view: &View<'_>) -> Option<Vec<u8>> {
    let page = view.page(Target::Home);
    let tally = &view.site.progress.total;
    let letters = Letters::new()?;
    let mut picture = Picture::new()?;
    lamp(&mut picture)?;
    let mut y = 96.0;
    for (text, sizes, colour) in [
        (visible_line(&view.site.campaign.name).into_owned(), [84.0, 68.0, 54.0, 44.0], PAPER),
        (appointment(page), [36.0, 32.0, 28.0, 24.0], LIGHT),
    ] {
        let fitted = letters.fitted(&text, &sizes, WIDTH);
        for line in &fitted.lines {
            y += fitted.size * LINE;
            picture.fill(letters.shape(line, (LEFT, y), fitted.size), colour);
        }
        y += 26.0;
    }
    let mut below = vec![format!("{} {}", page.word("site-as-of"), page.language().full_day(view.site.today))];
    if let Some(done) = (tally.done * 1000).checked_div(tally.tasks) {
        let frame = Rect::from_xywh(LEFT, BAR.0, WIDTH, BAR.1)?;
        let done = u16::try_from(done).ok()?;
        picture.fill(Rect::from_xywh(LEFT, BAR.0, WIDTH * f32::from(done) / 1000.0, BAR.1).map(PathBuilder::from_rect), LIGHT);
        picture.line(Some(PathBuilder::from_rect(frame)), 3.0, LIGHT, Transform::identity());
        below.insert(0, page.say(&Message::new("site-done-of").with("done", tally.done).with("count", tally.tasks)));
    }
    for (line, y) in below.iter().zip([544.0, 584.0]) {
        picture.fill(letters.shape(line, (LEFT, y), SMALL), PAPER);
    }
    picture.0.encode_png().ok()
}

/// The lamp of `assets/lamp.svg`, in the same places.
fn lamp(picture: &mut Picture) -> Option<()> {
    let (scale, left, top) = LAMP;
    let placed = Transform::from_row(scale, 0.0, 0.0, scale, left, top);
    let rect = |x, y, width, height| Rect::from_xywh(x, y, width, height).map(PathBuilder::from_rect)?.transform(placed);
    let drawn = |draw: &dyn Fn(&mut PathBuilder)| {
        let mut path = PathBuilder::new();
        draw(&mut path);
        path.finish()
    };
    let handle = drawn(&|path| {
        path.move_to(11.0, 6.0);
        path.cubic_to(11.0, 3.24, 13.24, 1.0, 16.0, 1.0);
        path.cubic_to(18.76, 1.0, 21.0, 3.24, 21.0, 6.0);
    });
    let flame = drawn(&|path| {
        path.move_to(16.0, 13.0);
        path.cubic_to(18.4, 15.6, 18.8, 17.0, 18.8, 18.2);
        path.cubic_to(18.8, 19.75, 17.55, 21.0, 16.0, 21.0);
        path.cubic_to(14.45, 21.0, 13.2, 19.75, 13.2, 18.2);
        path.cubic_to(13.2, 17.0, 13.6, 15.6, 16.0, 13.0);
        path.close();
    })?;
    let bars = drawn(&|path| {
        for (x, from, to) in [(12.0, 10.5, 21.5), (16.0, 10.5, 12.0), (20.0, 10.5, 21.5)] {
            path.move_to(x, from);
            path.line_to(x, to);
        }
    });
    picture.line(handle, 2.0, GOLD, placed);
    picture.fill(rect(10.0, 7.0, 12.0, 3.0), GOLD);
    picture.fill(rect(12.0, 12.0, 8.0, 9.0), LIGHT);
    picture.fill(flame.transform(placed), FLAME);
    picture.line(bars, 1.6, GOLD, placed);
    picture.fill(rect(9.0, 21.5, 14.0, 2.0), GOLD);
    picture.fill(rect(8.0, 24.5, 16.0, 4.5), GOLD);
    Some(())
}

/// A picture about to be drawn.
struct Picture(Pixmap);

impl Picture {
    /// The night, and the light of the lamp in it.
    fn new() -> Option<Self> {
        let mut picture = Pixmap::new(SIZE.0, SIZE.1)?;
        picture.fill(opaque(NIGHT));
        let middle = Point::from_xy(LAMP.1 + 16.0 * LAMP.0, LAMP.2 + 16.0 * LAMP.0);
        let stops = vec![GradientStop::new(0.0, opaque(GLOW)), GradientStop::new(1.0, opaque(NIGHT))];
        let light = RadialGradient::new(middle, 0.0, middle, 400.0, stops, SpreadMode::Pad, Transform::identity())?;
        let lit = Rect::from_xywh(middle.x - 400.0, 0.0, 800.0, 630.0)?;
        picture.fill_rect(lit, &Paint { shader: light, ..Paint::default() }, Transform::identity(), None);
        Some(Self(picture))
    }

    /// Fills a shape; an empty one leaves no trace.
    fn fill(&mut self, shape: Option<Path>, colour: Colour) {
        if let Some(shape) = shape {
            self.0.fill_path(&shape, &paint(colour), FillRule::Winding, Transform::identity(), None);
        }
    }

    /// Follows a shape with a line.
    fn line(&mut self, shape: Option<Path>, width: f32, colour: Colour, placed: Transform) {
        if let Some(shape) = shape {
            let stroke = Stroke { width, line_cap: LineCap::Round, ..Stroke::default() };
            self.0.stroke_path(&shape, &paint(colour), &stroke, placed, None);
        }
    }
}

fn paint(colour: Colour) -> Paint<'static> {
    Paint { shader: Shader::SolidColor(opaque(colour)), ..Paint::default() }
}

fn opaque([red, green, blue]: Colour) -> Color {
    Color::from_rgba8(red, green, blue, u8::MAX)
}

#!/usr/bin/env python3
"""Draws and builds KhitabSymbols.ttf: the signs official forms need and text fonts lack.

usage: build.py            writes KhitabSymbols.ttf beside this script
       build.py --check    exits 1 when the file there differs from what would be written

Every outline is drawn here, from geometry, for this project. The same script gives the same
bytes on every machine: no clock, no randomness. Needs fontTools (Debian: python3-fonttools).

Coordinates are font units: 1000 to the em, y up, the baseline at 0. The signs are sized for
Arabic naskh text: they stand between a digit's foot and the top of an alef.
"""

import io
import math
import pathlib
import sys

try:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen
except ImportError:
    sys.exit("build.py needs fontTools: apt-get install python3-fonttools")

FAMILY = "Khitab Symbols"
VERSION = "1.000"
UNITS_PER_EM = 1000
ASCENDER, DESCENDER = 800, -250
# The number of seconds from 1904 to 2026-01-01, as `head` counts them: any fixed moment would do.
CREATED = 3850070400

FILE = pathlib.Path(__file__).with_name("KhitabSymbols.ttf")


class Outline:
    """Contours of one glyph; `advance` is its width."""

    def __init__(self, advance):
        self.advance = advance
        self.pen = TTGlyphPen(None)

    def polygon(self, *points):
        """A closed contour of straight sides, clockwise for ink."""
        self.contour(*[("line", point) for point in points])
        return self

    def contour(self, *segments):
        """A closed contour of ("line", end) and ("curve", control, end) segments; the first gives the start."""
        self.pen.moveTo(rounded(segments[0][-1]))
        for kind, *points in segments[1:]:
            points = [rounded(point) for point in points]
            if kind == "line":
                self.pen.lineTo(points[0])
            else:
                self.pen.qCurveTo(*points)
        self.pen.closePath()
        return self

    def circle(self, center, radius, hole=False):
        """A circle of eight quadratic arcs; a hole runs the other way round."""
        x, y = center
        control = radius / math.cos(math.pi / 8)
        steps = range(8) if hole else range(8, 0, -1)
        turn = 1 if hole else -1

        def at(eighths, distance):
            angle = eighths * math.pi / 4
            return (x + distance * math.cos(angle), y + distance * math.sin(angle))

        arcs = [("curve", at(step + turn / 2, control), at(step + turn, radius)) for step in steps]
        return self.contour(("line", at(steps[0], radius)), *arcs)

    def square(self, left, bottom, side, hole=False):
        """An upright square."""
        right, top = left + side, bottom + side
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
        return self.polygon(*(reversed(corners) if hole else corners))


def rounded(point):
    return (math.floor(point[0] + 0.5), math.floor(point[1] + 0.5))


def moved(points, dx, dy, scale=1.0):
    return [(x * scale + dx, y * scale + dy) for x, y in points]


# U+20C1. The sign's parts as the Saudi Central Bank published them in 2025: two upright stems whose heads
# are cut in a hollow curve, bars climbing to the right, and the left stem turning into a rounded tail.
RIYAL_SLOPE = 0.2126
RIYAL_BAR = 75
RIYAL_LEFT_STEM = (221, 295)
RIYAL_RIGHT_STEM = (368, 442)
RIYAL_RIGHT_END = 626
RIYAL_CUT = 21


def riyal():
    upper, lower_left, lower_right, foot = 258, 88, 107, -43
    left, left_inner = RIYAL_LEFT_STEM
    right, right_outer = RIYAL_RIGHT_STEM
    end, cut = RIYAL_RIGHT_END, RIYAL_CUT
    margin = 45

    def top(level, x):
        return (x, level + RIYAL_SLOPE * x)

    def bottom(level, x):
        return (x, level - RIYAL_BAR + RIYAL_SLOPE * x)

    def line(point):
        return ("line", point)

    def head(x, y):
        """A stem's head, from its left edge up to its right corner at (x, y)."""
        return [line((x - 74, y - 62)), ("curve", (x - 43, y - 24), (x, y))]

    tail_x = 209
    body = [
        line(bottom(lower_right, right)), line(bottom(upper, right)), line(bottom(upper, left_inner)),
        line((left_inner, 162)), ("curve", (left_inner, 151), (288, 141)), line((250, 84)),
        ("curve", (235, 62), bottom(lower_left, tail_x)),
        line(bottom(lower_left, 0)), line(top(lower_left, cut)), line(top(lower_left, left)),
        line(bottom(upper, left)), line(bottom(upper, 35)), line(top(upper, 35 + cut)), line(top(upper, left)),
        *head(left_inner, 660), line(top(upper, left_inner)), line(top(upper, right)),
        *head(right_outer, 623), line(top(upper, right_outer)), line(top(upper, end)),
        line(bottom(upper, end - cut)), line(bottom(upper, right_outer)), line(top(lower_right, right_outer)),
        line(top(lower_right, end)), line(bottom(lower_right, end - cut)),
    ]
    third = [bottom(foot, right), top(foot, right + cut), top(foot, end), bottom(foot, end - cut)]
    outline = Outline(end + 2 * margin)
    outline.contour(*[(kind, *moved(points, margin, 0)) for kind, *points in body])
    return outline.polygon(*moved(third, margin, 0))


# The tick's downstroke is short and swells towards the turn; the upstroke thins out, as from a reed pen.
TICK = [
    ("line", (60, 290)), ("curve", (150, 300), (205, 185)), ("curve", (330, 470), (600, 690)),
    ("line", (640, 650)), ("curve", (390, 400), (240, 20)), ("line", (165, 20)),
    ("curve", (120, 200), (30, 240)),
]


def tick_in(outline, dx, dy, scale):
    return outline.contour(*[(kind, *moved(points, dx, dy, scale)) for kind, *points in TICK])


def cross_in(outline, center, reach, width):
    """Two bars across each other, drawn as one contour of twelve corners."""
    x, y = center
    half = width / math.sqrt(2)
    arm = reach - half / 2
    corners = [
        (0, half), (arm - half / 2, arm + half / 2), (arm + half / 2, arm - half / 2), (half, 0),
        (arm + half / 2, -arm + half / 2), (arm - half / 2, -arm - half / 2), (0, -half),
        (-arm + half / 2, -arm - half / 2), (-arm - half / 2, -arm + half / 2), (-half, 0),
        (-arm - half / 2, arm - half / 2), (-arm + half / 2, arm + half / 2),
    ]
    return outline.polygon(*moved(corners, x, y))


BOX_LEFT, BOX_BOTTOM, BOX_SIDE, BOX_LINE = 60, -60, 660, 40


def ballot_box():
    outline = Outline(2 * BOX_LEFT + BOX_SIDE)
    outline.square(BOX_LEFT, BOX_BOTTOM, BOX_SIDE)
    return outline.square(BOX_LEFT + BOX_LINE, BOX_BOTTOM + BOX_LINE, BOX_SIDE - 2 * BOX_LINE, hole=True)


BOX_CENTER = (BOX_LEFT + BOX_SIDE / 2, BOX_BOTTOM + BOX_SIDE / 2)

GLYPHS = {
    ".notdef": (None, lambda: Outline(500).square(60, 0, 380).square(100, 40, 300, hole=True)),
    "space": (0x0020, lambda: Outline(292)),
    "bullet": (0x2022, lambda: Outline(420).circle((210, 250), 118)),
    "riyal": (0x20C1, riyal),
    "blackSquare": (0x25A0, lambda: Outline(680).square(60, -10, 560)),
    "smallBlackSquare": (0x25AA, lambda: Outline(420).square(100, 140, 220)),
    "whiteBullet": (0x25E6, lambda: Outline(420).circle((210, 250), 124).circle((210, 250), 82, hole=True)),
    "ballotBox": (0x2610, ballot_box),
    "ballotBoxTick": (0x2611, lambda: tick_in(ballot_box(), 165, 55, 0.68)),
    "ballotBoxCross": (0x2612, lambda: cross_in(ballot_box(), BOX_CENTER, 210, 70)),
    "tick": (0x2713, lambda: tick_in(Outline(700), 20, -20, 1.0)),
    "cross": (0x2717, lambda: cross_in(Outline(640), (320, 300), 270, 90)),
}


def build():
    """The font file's bytes."""
    outlines = {name: draw() for name, (_, draw) in GLYPHS.items()}
    glyphs = {name: outline.pen.glyph() for name, outline in outlines.items()}
    font = FontBuilder(UNITS_PER_EM, isTTF=True)
    font.setupGlyphOrder(list(GLYPHS))
    font.setupCharacterMap({code: name for name, (code, _) in GLYPHS.items() if code})
    font.setupGlyf(glyphs)
    bounds = font.font["glyf"]
    font.setupHorizontalMetrics(
        {name: (outline.advance, getattr(bounds[name], "xMin", 0)) for name, outline in outlines.items()})
    font.setupHorizontalHeader(ascent=ASCENDER, descent=DESCENDER)
    font.setupNameTable({
        "copyright": "Drawn for Khitab. MIT licence.",
        "familyName": FAMILY,
        "styleName": "Regular",
        "uniqueFontIdentifier": f"{FAMILY} {VERSION}",
        "fullName": FAMILY,
        "version": f"Version {VERSION}",
        "psName": "KhitabSymbols-Regular",
    }, mac=False)
    font.setupOS2(
        sTypoAscender=ASCENDER, sTypoDescender=DESCENDER, sTypoLineGap=0, usWinAscent=ASCENDER,
        usWinDescent=-DESCENDER, sxHeight=420, sCapHeight=647, achVendID="KHTB", fsSelection=0x40,
        usWeightClass=400, fsType=0)
    font.setupPost(keepGlyphNames=True)
    font.updateHead(fontRevision=float(VERSION), created=CREATED, modified=CREATED)
    font.font.recalcTimestamp = False
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def main(arguments):
    made = build()
    if arguments == ["--check"]:
        if not FILE.exists() or FILE.read_bytes() != made:
            sys.exit(f"{FILE.name} differs from what build.py writes: run build.py and commit the file")
    elif not arguments:
        FILE.write_bytes(made)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])

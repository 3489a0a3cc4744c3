"""The picture that stands beside a link to the timeline elsewhere: title, publisher, marks, dates.

Drawn when the page is made, the same bytes for the same timeline. The letters are Source Serif
(SIL Open Font License), as a package brings them; a line with a sign that they lack is left out
rather than set with boxes in it.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from timelines.density import density
from timelines.labels import measures
from timelines.marks import Floats, Marks
from timelines.palette import INK, MUTED, PAPER, RULE, VERIFICATION, channels, storyline_colour
from timelines.period import Period, period
from timelines.publish.page.plotted import Plotted, plotted
from timelines.publish.public import PublicTimeline
from timelines.rows import VAGUE_SEEN, Layout, layout
from timelines.strokes import Bars, Strokes, strokes
from timelines.words import Words

SIZE = (1200, 630)
"""Pixels; what the places that show links ask for."""
MOST_BYTES = 60_000
_FINE = 2  # drawn so many times as large, then made smaller: soft edges, round circles
_SIDE, _TOP, _FOOT = 56, 52, 566
_DRAWN_TO = 540
_MOST = 400  # above so many marks the picture shows how many there are when
_TITLE = (72, 60, 50)
_FONT = "font_source_serif_pro"
_LONGEST = 600
"""Signs of a text that are looked at: more than nine lines hold."""


class Share(NamedTuple):
    """The picture, its path in the published folder, and what it shows in words."""

    path: str
    data: bytes
    alt: str


Colour = tuple[int, int, int]


def share(public: PublicTimeline, words: Words) -> Share:
    """The picture of a timeline; without events it has its title alone."""
    paper = Image.new("RGB", (SIZE[0] * _FINE, SIZE[1] * _FINE), channels(PAPER.light))
    canvas = _Canvas(paper, ImageDraw.Draw(paper))
    top = _head(canvas, public) + 36
    drawn = plotted(public)
    if len(drawn.marks) > 0:
        _picture(canvas, public, drawn, top)
    data = _bytes(paper)
    path = f"assets/{hashlib.sha256(data).hexdigest()[:24]}.png"
    count = words.count("figure.alt_events", len(public.events))
    return Share(path, data, words.say("strip.share", title=public.title, events=count))


class _Canvas(NamedTuple):
    paper: Image.Image
    pen: ImageDraw.ImageDraw

    def bar(self, left: float, right: float, y: float, tall: float, look: _Paint) -> None:
        """A bar whose strength runs through the points of `look.strength` from end to end."""
        x0, x1 = round(left * _FINE), max(round(right * _FINE), round(left * _FINE) + 2)
        y0, y1 = round((y - tall / 2) * _FINE), round((y + tall / 2) * _FINE)
        across = np.interp(np.linspace(0, 1, x1 - x0), look.at, look.strength)
        mask = np.repeat((across * 255).astype(np.uint8)[None, :], y1 - y0, axis=0)
        self.paper.paste(look.colour, (x0, y0), Image.fromarray(mask))

    def circle(self, x: float, y: float, radius: float, colour: Colour, *, filled: bool) -> None:
        box = [(at + by * radius) * _FINE for by in (-1, 1) for at in (x, y)]
        inside = colour if filled else channels(PAPER.light)
        self.pen.ellipse(box, fill=inside, outline=colour, width=round(2.5 * _FINE))


class _Paint(NamedTuple):
    colour: Colour
    at: Sequence[float]
    strength: Sequence[float]


def _solid(colour: Colour, strength: float = 1.0) -> _Paint:
    return _Paint(colour, (0.0, 1.0), (strength, strength))


def _head(canvas: _Canvas, public: PublicTimeline) -> float:
    """Title and publisher at the top; how far down they reach."""
    ink, muted = channels(INK.light), channels(MUTED.light)
    canvas.pen.rectangle([0, 0, SIZE[0] * _FINE, 10 * _FINE], fill=ink)
    lines, size = _fitted(public.title)
    for place, line in enumerate(lines):
        y = _TOP + place * size * 1.15
        canvas.pen.text((_SIDE * _FINE, y * _FINE), line, font=_font(size), fill=ink)
    below = _TOP + len(lines) * size * 1.15 + 10
    if public.publisher is None or not settable(public.publisher):
        return below
    line = _wrapped(public.publisher, 26, 1)[0]
    canvas.pen.text((_SIDE * _FINE, below * _FINE), line, font=_font(26), fill=muted)
    return below + 32


def _fitted(title: str) -> tuple[list[str], int]:
    """The title in at most three lines, as large as they allow; nothing where it cannot be set."""
    line = " ".join(title.split())
    if not settable(line):
        return [], _TITLE[0]
    for size, most in zip((*_TITLE, *_TITLE[1:]), (1, 1, 1, 2, 2), strict=True):
        found = _wrapped(line, size, 9)
        if len(found) <= most:
            return found, size
    return _wrapped(line, _TITLE[-1], 3), _TITLE[-1]


def _wrapped(text: str, size: int, most: int) -> list[str]:
    """Text in lines as wide as the picture; what does not fit ends in an ellipsis."""
    font, room = _font(size), (SIZE[0] - 2 * _SIDE) * _FINE
    found: list[str] = [""]
    for word in text[:_LONGEST].split():
        longer = f"{found[-1]} {word}".strip()
        if font.getlength(longer) <= room or not found[-1]:
            found[-1] = longer
        else:
            found.append(word)
    kept = found[:most]
    if len(found) > most or any(font.getlength(line[:_LONGEST]) > room for line in kept):
        kept = [_cut(line[:_LONGEST], font, room) for line in kept]
        kept[-1] = _cut(kept[-1].rstrip("…") + "…", font, room)
    return kept


def _cut(line: str, font: ImageFont.FreeTypeFont, room: float) -> str:
    """The line as it fits, with an ellipsis where something is left out."""
    if font.getlength(line) <= room:
        return line
    kept = line.rstrip("…")
    while kept and font.getlength(kept + "…") > room:
        kept = kept[:-1].rstrip()
    return kept + "…"


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    weight = "Semibold" if size >= _TITLE[-1] else "Regular"
    file = resources.files(_FONT) / "files" / f"SourceSerifPro-{weight}.ttf"
    # The plain engine sets the same letters on every machine; the other may not be there.
    held = io.BytesIO(file.read_bytes())
    return ImageFont.truetype(held, size * _FINE, layout_engine=ImageFont.Layout.BASIC)


def settable(text: str) -> bool:
    """Whether the letters at hand have every sign of a text, and set it in its direction."""
    return all(_has(sign) for sign in {*text} if not sign.isspace())


@cache
def _has(sign: str) -> bool:
    font = _font(24)
    found, none = font.getmask(sign), font.getmask("\uffff")
    return bytes(found) != bytes(none) or found.size != none.size


def _picture(canvas: _Canvas, public: PublicTimeline, drawn: Plotted, top: float) -> None:
    shown = period(drawn.marks)
    width = float(SIZE[0] - 2 * _SIDE)
    sizes = replace(
        measures(width), height=_DRAWN_TO - top, head=4.0, gap=8.0, bare=24.0, dense=60.0
    )
    plan = layout(
        drawn.marks,
        shown,
        width,
        lambda _: ("", ""),
        sizes=sizes,
        most=_MOST,
        bare=2 * sizes.height,
    )
    strokes_of = strokes(plan, drawn.marks, drawn.members)
    place = _Place(plan, top, min(1.0, (_DRAWN_TO - top) / plan.height))
    rule = channels(RULE.light)
    canvas.bar(_SIDE, SIZE[0] - _SIDE, _FOOT - 14, 1.5, _solid(rule))
    _crowds(canvas, place, drawn.marks)
    _marks(canvas, place, drawn.marks, strokes_of, [one.verification for one in public.events])
    _ends(canvas, public, drawn.marks, shown)


class _Place(NamedTuple):
    """From the layout's times and rows to pixels of the picture."""

    plan: Layout
    top: float
    squeezed: float

    def x(self, wall: float) -> float:
        share = (wall - self.plan.period.left) / self.plan.period.length
        return _SIDE + min(max(share, 0.0), 1.0) * self.plan.width

    def y(self, pixels: float) -> float:
        spare = (_DRAWN_TO - self.top - self.plan.height * self.squeezed) / 2
        return self.top + max(spare, 0.0) + pixels * self.squeezed


def _crowds(canvas: _Canvas, place: _Place, marks: Marks) -> None:
    plan = place.plan
    dense = [(lane, marks.lanes.index(lane.name)) for lane in plan.lanes if lane.dense]
    counted = [
        (lane, density(marks, np.flatnonzero(marks.lane == at), plan.period, 120))
        for lane, at in dense
    ]
    highest = max((float(one.counts.max(initial=0.0)) for _, one in counted), default=1.0)
    for lane, one in counted:
        colour = channels(storyline_colour(lane.hue).light)
        foot = place.y(lane.top + lane.height)
        tall = plan.sizes.dense * place.squeezed
        for left, right, count in zip(one.edges, one.edges[1:], one.counts, strict=False):
            high = float(count) / max(highest, 1e-9) * tall
            if count > 0.005:
                canvas.bar(
                    place.x(float(left)), place.x(float(right)), foot - high / 2, max(high, 1.0),
                    _solid(colour, 0.85),
                )  # fmt: skip


def _marks(
    canvas: _Canvas, place: _Place, marks: Marks, drawn: Strokes, verification: Sequence[str]
) -> None:
    plan = place.plan
    tall = max(4.0, 16 * place.squeezed)
    hues = [channels(storyline_colour(marks.hues[lane]).light) for lane in marks.lane[plan.drawn]]
    for at, (left, right, paint) in _soft(place, drawn, hues):
        canvas.bar(left, right, place.y(float(plan.y[at])), tall, paint)
    for bars, high in ((drawn.line, 2.0), (drawn.core, tall * 0.8), (drawn.dashes, tall * 0.5)):
        for at, left, right in _edges(bars):
            y = place.y(float(plan.y[at]))
            canvas.bar(place.x(left), place.x(right), y, high, _solid(hues[at]))
    for at, wall in zip(drawn.stops.mark.tolist(), drawn.stops.at.tolist(), strict=True):
        x = place.x(wall)
        canvas.bar(x - 1, x + 1, place.y(float(plan.y[at])), tall + 4, _solid(hues[at]))
    vague = {*drawn.soft.mark[drawn.soft.vague].tolist()}
    for at in np.flatnonzero(plan.narrow).tolist():
        if at not in vague:
            x = (place.x(float(plan.x0[at])) + place.x(float(plan.x1[at]))) / 2
            filled = VERIFICATION[verification[int(marks.place[plan.drawn[at]])]].filled
            canvas.circle(x, place.y(float(plan.y[at])), tall * 0.55, hues[at], filled=filled)


def _soft(
    place: _Place, drawn: Strokes, hues: Sequence[Colour]
) -> list[tuple[int, tuple[float, float, _Paint]]]:
    """Spans that fade at their ends; never shorter than a soft span can be seen."""
    soft, found = drawn.soft, []
    columns: Sequence[Floats] = (
        soft.left, soft.full_left, soft.full_right, soft.right, soft.strength,
    )  # fmt: skip
    for at, vague, *edges, strength in zip(
        soft.mark.tolist(), soft.vague.tolist(), *(one.tolist() for one in columns), strict=True
    ):
        left, full_left, full_right, right = (place.x(edge) for edge in edges)
        if not vague and right - left < VAGUE_SEEN:
            continue
        if right - left < VAGUE_SEEN:
            middle = (left + right) / 2
            left, right = middle - VAGUE_SEEN / 2, middle + VAGUE_SEEN / 2
            full_left = full_right = middle
        inner = sorted((edge - left) / (right - left) for edge in (full_left, full_right))
        paint = _Paint(hues[at], (0.0, *inner, 1.0), (0.0, strength + 0.2, strength + 0.2, 0.0))
        found.append((at, (left, right, paint)))
    return found


def _edges(bars: Bars) -> list[tuple[int, float, float]]:
    return [
        (at, left, right)
        for at, left, right in zip(
            bars.mark.tolist(), bars.left.tolist(), bars.right.tolist(), strict=True
        )
        if right > left
    ]


def _ends(canvas: _Canvas, public: PublicTimeline, marks: Marks, shown: Period) -> None:
    """The dates of the first and the last event in the picture, in words."""
    inside = np.flatnonzero((marks.low < shown.right) & (marks.high > shown.left))
    if len(inside) == 0:
        return
    first = public.events[int(marks.place[inside[np.argmin(marks.low[inside])]])].date.words
    last = public.events[int(marks.place[inside[np.argmax(marks.high[inside])]])].date.words
    font, muted = _font(22), channels(MUTED.light)
    room = (SIZE[0] / 2 - _SIDE - 20) * _FINE
    for text, right in ((first, False), (last, True)):
        if not settable(text) or font.getlength(text) > room or (right and last == first):
            continue
        x = SIZE[0] * _FINE - _SIDE * _FINE - font.getlength(text) if right else _SIDE * _FINE
        canvas.pen.text((x, _FOOT * _FINE), text, font=font, fill=muted)


def _bytes(paper: Image.Image) -> bytes:
    """A PNG without a word of when or by what it was made, with fewer colours where too large."""
    small = paper.reduce(_FINE)
    held = io.BytesIO()
    small.save(held, "PNG")
    for colours in (256, 64, 16):
        if held.tell() <= MOST_BYTES:
            break
        held = io.BytesIO()
        fewer = small.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        fewer.save(held, "PNG")
    return held.getvalue()

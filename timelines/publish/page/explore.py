"""`explore.html`: the whole timeline as a figure one can turn over, one click from the list.

It draws the lanes, rows, spans and soft edges of the same layout with Plotly's script, which is
fetched here and nowhere else. What it draws stands in the page as data; nothing is fetched from
elsewhere, and nothing is sent anywhere.
"""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from timelines.density import density
from timelines.labels import REACH
from timelines.marks import Marks
from timelines.palette import VERIFICATION, storyline_colour
from timelines.period import period
from timelines.publish.page import assets, markup
from timelines.publish.page.direction import direction
from timelines.publish.page.plotted import Plotted, plotted
from timelines.publish.public import PublicEvent, PublicTimeline
from timelines.rows import VAGUE_SEEN, Layout, layout
from timelines.strokes import Bars, Signs, Soft, strokes
from timelines.words import Words

PAGE = "explore.html"
WIDTHS = (1040.0, 340.0)
"""CSS pixels for which it is laid out: a screen, and a phone."""
_WRITTEN = re.compile(rb'getElementById\("([0-9a-f]{64})"\)')
"""Styles of maps, which Plotly’s script writes into a page unless they are there: they never are
needed here, and the policy forbids writing them."""
_SCRIPTS = ("explore",)
_STYLES = ("ground", "explore")
_BINS = 110
_TALL = 2400.0  # a lane may be so high before it shows how many: this page is for looking closely

Json = dict[str, Any]


class Missing(Exception):
    """The script that draws is not there; the message is a sentence that says what to do."""


def library() -> bytes:
    """Plotly's script, as its Python package brings it; the package itself is not run."""
    found = find_spec("plotly")
    place = None if found is None or found.origin is None else Path(found.origin).parent
    script = None if place is None else place / "package_data" / "plotly.min.js"
    if script is None or not script.is_file():
        raise Missing("The figure to explore needs Plotly, which is not installed.")
    return script.read_bytes()


def files(public: PublicTimeline, words: Words) -> dict[str, bytes]:
    """The page and what only it fetches, by path. Raises `Missing` without Plotly's script."""
    drawing = assets.named(library(), "js")
    style = assets.style(_STYLES)
    script = assets.script(_SCRIPTS)
    assert script is not None  # noqa: S101 - it is in the package
    text = markup.render(
        PAGE,
        words,
        public=public,
        language=public.language,
        dir=direction(public.language),
        style=style.path,
        library=drawing.path,
        script=script.path,
        there=sorted({one.decode() for one in _WRITTEN.findall(drawing.data)}),
        data=markup.safe(_within_html(figure(public, words))),
    )
    files = {PAGE: text.encode("utf-8")}
    return files | {one.path: one.data for one in (drawing, style, script)}


def figure(public: PublicTimeline, words: Words) -> Json:
    """What the page's script draws, for each width: pure numbers, and the words of every event."""
    drawn = plotted(public)
    plans = [_plan(public, drawn, width, words) for width in WIDTHS] if len(drawn.marks) else []
    return {
        "events": [_card(event, words) for event in public.events],
        "standing": [
            {"symbol": look.symbol, "filled": look.filled, "pattern": look.pattern}
            for look in VERIFICATION.values()
        ],
        "plans": plans,
    }


def _within_html(value: Json) -> str:
    """JSON that ends no element of the page, whatever the words in it are."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _card(event: PublicEvent, words: Words) -> list[str]:
    """An event's id, and what one reads of it: headline, date, standing, sources."""
    names = [one.label if one.source is None else one.source.title for one in event.sources]
    known = list(dict.fromkeys(name for name in names if name is not None))
    listed = words["figure.and"].join(known[:3])
    if len(known) > 3:
        listed += words["figure.and"] + words.say("figure.more", count=len(known) - 3)
    key = "figure.source" if len(known) == 1 else "figure.sources"
    standing = event.verification_words
    if event.attribution is not None:
        standing = f"{standing} · {event.attribution}"
    said = words.say(key, names=listed) if known else ""
    return [event.id, event.headline, event.date.words, standing, said]


def _plan(public: PublicTimeline, drawn: Plotted, width: float, words: Words) -> Json:
    marks = drawn.marks

    def label(mark: int) -> tuple[str, str]:
        event = public.events[int(marks.place[mark])]
        return event.headline, event.date.words

    plan = layout(marks, period(marks), width, label, bare=_TALL)
    found = strokes(plan, marks, drawn.members)
    standing = [*VERIFICATION]
    which = plan.drawn
    return {
        "width": width,
        "height": round(plan.height),
        "period": [round(plan.period.left), round(plan.period.right)],
        "stacked": plan.sizes.stacked,
        "lanes": [_lane(lane.name, lane.hue, lane.top, words) for lane in plan.lanes],
        "crowds": _crowds(plan, marks),
        "event": marks.place[which].tolist(),
        "hue": [_hue(marks.hues[lane]) for lane in marks.lane[which].tolist()],
        "standing": [
            standing.index(public.events[place].verification)
            for place in marks.place[which].tolist()
        ],
        "x0": _whole(plan.x0),
        "x1": _whole(plan.x1),
        "y": np.round(plan.y, 1).tolist(),
        "narrow": plan.narrow.astype(int).tolist(),
        "glow": _glows(plan, found.soft),
        "soft": _soft(plan, found.soft),
        "line": _bars(found.line),
        "core": _bars(found.core),
        "dashes": _bars(found.dashes),
        "stops": _signs(found.stops),
        "arrows": _signs(found.arrows),
        "signs": _signs(found.signs),
        "labels": [
            [one.mark, one.headline, one.date, round(one.anchor), one.from_start,
             round(one.off, 1), round(one.y, 1)]
            for one in plan.labels
        ],
    }  # fmt: skip


def _lane(name: str, hue: int, top: float, words: Words) -> list[Any]:
    return [name or words["figure.no_storyline"], _hue(hue), round(top, 1)]


def _hue(hue: int) -> list[str]:
    colour = storyline_colour(hue)
    return [colour.light, colour.dark]


def _whole(values: Any) -> list[int]:
    """Wall milliseconds without a fraction, which nobody could see."""
    return [int(value) for value in np.round(values).tolist()]


def _glows(plan: Layout, soft: Soft) -> list[int]:
    pixels = (soft.right - soft.left) / plan.period.length * plan.width
    return sorted({*soft.mark[(pixels < VAGUE_SEEN) & soft.vague].tolist()})


def _soft(plan: Layout, soft: Soft) -> Json:
    # What a symbol hides at first shows when one comes close; a thinner day never shows.
    seen = (soft.right - soft.left) / plan.period.length * plan.width > REACH / 16
    return {
        "mark": soft.mark[seen].tolist(),
        "edges": [
            _whole(one[seen]) for one in (soft.left, soft.full_left, soft.full_right, soft.right)
        ],
        "strength": np.round(soft.strength[seen], 2).tolist(),
    }


def _bars(bars: Bars) -> Json:
    return {
        "mark": bars.mark.tolist(),
        "left": _whole(bars.left),
        "right": _whole(bars.right),
        "strength": np.round(bars.strength, 2).tolist(),
    }


def _signs(signs: Signs) -> Json:
    return {"mark": signs.mark.tolist(), "at": _whole(signs.at), "sign": list(signs.sign)}


def _crowds(plan: Layout, marks: Marks) -> list[Json]:
    dense = [(lane, marks.lanes.index(lane.name)) for lane in plan.lanes if lane.dense]
    counted = [
        (lane, density(marks, np.flatnonzero(marks.lane == at), plan.period, _BINS))
        for lane, at in dense
    ]
    highest = max((float(one.counts.max(initial=0.0)) for _, one in counted), default=1.0)
    return [
        {
            "hue": _hue(lane.hue),
            "foot": round(lane.top + lane.height, 1),
            "edges": _whole(one.edges),
            "tall": np.round(one.counts / max(highest, 1e-9) * (plan.sizes.dense - 6), 1).tolist(),
            "count": np.round(one.counts, 1).tolist(),
        }
        for lane, one in counted
    ]

"""Public timelines made of bare dates, and a browser that opens a published folder from memory."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from playwright.sync_api import Page, Route

from tests.data.places import FOUNDING_CASE
from tests.publish.newsroom import NOW, TODAY
from timelines.dates.edtf import edtf
from timelines.dates.when import instant_text
from timelines.dates.words import in_words
from timelines.investigation import load
from timelines.publish import page
from timelines.publish.public import PublicDate, PublicEvent, PublicTimeline, Span
from timelines.publish.publication import prepare
from timelines.words import words

ZONE = "America/Chicago"
SITE = "https://paper.example/timeline/"


@cache
def founding_case() -> PublicTimeline:
    """What readers get of the founding case."""
    return prepare(load(FOUNDING_CASE), TODAY, NOW).publication.public


def dated(written: str) -> PublicDate:
    """A public date, from newsroom EDTF."""
    when = edtf(written, ZONE)

    def span(bounds: tuple[int | None, int | None]) -> Span:
        return instant_text(bounds[0]), instant_text(bounds[1])

    known = when.precision != "unknown"
    return PublicDate(
        in_words(when, zone=ZONE),
        written,
        None,
        stretch=when.stretch or None,
        start=span(when.start) if known else None,
        end=span(when.end) if known else None,
        members=tuple(span(one) for one in when.members or ()),
        approximate=when.approximate or None,
        uncertain=when.uncertain or None,
        ongoing=when.open_end or None,
    )


def event(
    name: str, written: str, lane: str = "Permits", verification: str = "confirmed", **more: object
) -> PublicEvent:
    """A public event of that id with a headline to match."""
    told = words("en")[f"publish.verification.{verification}"]
    return PublicEvent(
        name,
        str(more.pop("headline", f"The board discussed {name}")),
        dated(written),
        "stated",
        "stated",
        verification,
        told,
        storylines=(lane,) if lane else (),
        **more,  # type: ignore[arg-type]
    )


def timeline(*events: PublicEvent, **more: object) -> PublicTimeline:
    """A public timeline of these events."""
    lanes = dict.fromkeys(lane for one in events for lane in one.storylines)
    title = str(more.pop("title", "The harbor permits"))
    return PublicTimeline(
        title,
        ZONE,
        "en",
        storylines=tuple(lanes),
        events=events,
        **more,  # type: ignore[arg-type]
    )


@cache
def crowd(count: int) -> PublicTimeline:
    """So many events over seven years in three lanes; most are days, some months, some lasted."""
    written = ["{y}-{m:02d}-{d:02d}"] * 6 + ["{y}-{m:02d}"] * 3 + ["{y}", "{y}-{m:02d}/{y}-12"]
    events = []
    for number in range(count):
        months = number * 84 // count
        year, month, day = 2016 + months // 12, months % 12 + 1, number * 7 % 28 + 1
        text = written[number * 5 % len(written)].format(y=year, m=month, d=day)
        lane = ("Permits", "Money", "The pier")[number % 3]
        headline = f"The board took up matter {number} of the pier and put it off again"
        summary = f"Those who spoke on matter {number} were told to come again in week {day}. " * 3
        events.append(event(f"e{number:05d}", text, lane, headline=headline, summary=summary))
    return timeline(*events)


class Bar(NamedTuple):
    """A bar of a mark in percents of the drawing."""

    left: float
    right: float
    look: str


class Drawn(NamedTuple):
    """A mark as it stands in the strip: its bars and the names of its symbols."""

    bars: Sequence[Bar]
    symbols: Sequence[str]
    label: str


def marks(svg: str) -> Mapping[str, Drawn]:
    """Every mark of a strip by its event; of an event in several lanes, the last."""
    found = {}
    for name, inside in re.findall(
        r'<a href="#([^"]+)"(?: aria-labelledby="[^"]+")?>(<.*?)</a>', svg
    ):
        bars = [
            Bar(float(x), round(float(x) + float(width), 2), look)
            for look, x, width in re.findall(
                r'<rect(?: class="(\w+)")? x="([-\d.]+)%" y="\d+" width="([-\d.]+)%"', inside
            )
        ]
        label = re.sub("<[^>]+>", "", "".join(re.findall(r"<text.*?</text>", inside)))
        signs = re.findall(
            r'href="#([\w-]+)" x=', inside.replace("<circle c", '<use href="#v-confirmed" ')
        )
        found[name] = Drawn(bars, signs, label)
    return found


def opened(window: Page, files: Mapping[str, bytes], start: str = page.PAGE) -> list[str]:
    """Open a published folder at an address of its own; what the browser complains of is added."""
    complaints: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE).partition("#")[0].partition("?")[0] or page.PAGE
        if path in files:
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            route.fulfill(body=files[path], content_type=f"{kind}; charset=utf-8")
        elif path.endswith("favicon.ico"):
            route.fulfill(status=204)
        else:
            complaints.append(f"asked for {route.request.url}")
            route.abort()

    window.route("**/*", answer)
    window.on("console", lambda said: complaints.append(said.text))
    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.goto(SITE + start)
    return complaints

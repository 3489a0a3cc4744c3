"""Two sites on two ports: one that serves published timelines, and a newsroom's that embeds them.

The newsroom's pages forbid by policy whatever docs/embedding.md does not ask for. What a browser
complains of is kept, so that a test can hold that it complained of nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Frame, Page

from tests import outside
from tests.data.places import FOUNDING_CASE
from tests.publish.newsroom import NOW, TODAY, Newsroom, prepared
from tests.reader.hosts import Host, hosted
from timelines.investigation import load
from timelines.publish.publication import files_of, prepare

PATIENCE = 40_000
"""Milliseconds in which what is waited for must have come about."""


@cache
def published() -> dict[str, bytes]:
    """Three timelines in folders: the founding case, the harbor, and one of 1,000 events."""
    case = prepare(load(FOUNDING_CASE), TODAY, NOW).publication
    with TemporaryDirectory() as place:
        harbor = prepared(Newsroom().written(Path(place))).publication
    pattern = replace(harbor.public.events[1], media=(), known_to=(), corrections=())
    thousand = tuple(
        replace(pattern, id=f"e{number:010d}", headline=f"Event {number}") for number in range(1000)
    )
    many = replace(harbor.public, title="A thousand events", events=thousand)
    folders = {"case": case.files, "harbor": harbor.files, "many": files_of(many, {})}
    return {
        f"{folder}/{path}": data
        for folder, files in folders.items()
        for path, data in files.items()
    }


def event_ids(folder: str) -> list[str]:
    """The public ids of a timeline's events, in the order in which they are read."""
    return [one["id"] for one in json.loads(published()[f"{folder}/timeline.json"])["events"]]


@dataclass
class Sites:
    """The two sites, and a window that looks at them."""

    publisher: Host
    newsroom: Host
    page: Page
    complaints: list[str] = field(default_factory=list)
    """Errors, warnings, broken policies and requests to anybody else."""

    def policy(self) -> str:
        """What a strict page must allow for frames and for timelines without one."""
        at = self.publisher.address.rstrip("/")
        return (
            f"default-src 'none'; script-src 'self' {at}; frame-src 'self' {at}; "
            f"connect-src {at}; img-src {at}; style-src 'self'"
        )

    def at(self, folder: str) -> str:
        """The address of a published folder."""
        return f"{self.publisher.address}{folder}/"

    def frame(self, folder: str, more: str = "", page: str = "", height: int = 600) -> str:
        """The markup of a frame on a timeline."""
        return (
            f'<iframe src="{self.at(folder)}{page}" title="A timeline" width="100%" '
            f'height="{height}" frameborder="0" data-timeline {more}></iframe>'
        )

    def script(self, folder: str = "case") -> str:
        """The markup of the script for the newsroom's page."""
        return f'<script src="{self.at(folder)}embed.js" async></script>'

    def open(self, body: str, address: str = "story.html") -> None:
        """Open a story with that in its middle; the address may hold a question and a fragment."""
        words = "<p>The story goes on in many words.</p>" * 20
        text = f"<!doctype html><html lang=en><title>A story</title><body>{words}{body}{words * 2}"
        self.newsroom.files["story.html"] = text.encode("utf-8")
        self.newsroom.headers["Content-Security-Policy"] = self.policy()
        self.page.goto("about:blank")
        self.page.goto(f"{self.newsroom.address}{address}")

    def wait(self, condition: str, argument: Any = None) -> None:
        """Wait until something is true of the newsroom's page."""
        self.page.wait_for_function(condition, arg=argument, timeout=PATIENCE)

    def inside(self, place: int = 0) -> Frame:
        """What is in a frame, once it is there."""
        handle = self.page.locator("iframe").nth(place).element_handle()
        frame = handle.content_frame()
        assert frame is not None
        frame.wait_for_load_state()
        return frame

    def wait_until_sized(self, place: int = 0) -> None:
        """Wait until a frame is as tall as what is in it, and nothing in it can be scrolled."""
        frame = self.inside(place)
        frame.wait_for_function(
            "() => { const tall = document.body.getBoundingClientRect().height;"
            "return tall > 200 && Math.abs(innerHeight - tall) < 2 }",
            timeout=PATIENCE,
        )

    def top_of(self, event: str, place: int = 0) -> float:
        """Pixels from the top of the window down to an event in a frame."""
        frame = self.inside(place)
        within = frame.evaluate(
            "id => document.getElementById(id).getBoundingClientRect().top", event
        )
        outer = self.page.evaluate(
            "place => document.querySelectorAll('iframe')[place].getBoundingClientRect().top", place
        )
        return float(within + outer)

    def wait_until_seen(self, event: str, place: int = 0, under: int = 0) -> None:
        """Wait until the window is scrolled so that the event stands at its top."""
        for _ in range(PATIENCE // 50):
            if abs(self.top_of(event, place) - under) < 3:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"the event stands at {self.top_of(event, place)}, not at {under}")

    def all_is_well(self) -> None:
        """Nothing was complained of since the last time."""
        found, self.complaints[:] = list(self.complaints), []
        assert not found, "\n".join(found)


@contextmanager
def sites(browser: Browser, **options: Any) -> Iterator[Sites]:
    """Both sites and a new window of 900 by 700; `options` are those of the window."""
    pym = outside.node_package("pym.js") / "dist" / "pym.v1.min.js"
    with (
        hosted(published(), Access_Control_Allow_Origin="*") as publisher,
        hosted({"pym.js": pym.read_bytes()}) as newsroom,
    ):
        context = browser.new_context(viewport={"width": 900, "height": 700}, **options)
        page = context.new_page()
        found = Sites(publisher, newsroom, page)
        _listen(found)
        yield found
        context.close()


def _listen(found: Sites) -> None:
    ours = (found.publisher.address, found.newsroom.address, "about:")

    def asked(address: str) -> None:
        if not address.startswith(ours) and "favicon" not in address:
            found.complaints.append(f"asked for {address}")

    def said(kind: str, text: str) -> None:
        if kind in ("error", "warning") and "favicon" not in text and "404" not in text:
            found.complaints.append(text)

    found.page.on("request", lambda request: asked(request.url))
    found.page.on("console", lambda message: said(message.type, message.text))
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))

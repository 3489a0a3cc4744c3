"""Invented timelines as readers would get them, of any size, and the bare list they are held to."""

from __future__ import annotations

import html
import random
import tempfile
from dataclasses import replace
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from benchmarks import synthetic
from timelines.investigation import load
from timelines.publish.numbering import Named, event_ids
from timelines.publish.public import PublicCitation, PublicTimeline
from timelines.publish.telling import Teller, timeline

CASE = Path(__file__).resolve().parent.parent / "data/kansas-city-records-search"
"""Whose words the invented texts are made of."""


@lru_cache(maxsize=4)
def invented(events: int) -> PublicTimeline:
    """So many invented events, all of them public, in the order of their true history.

    The gate is left out: what it costs is measured elsewhere, and every event would need a
    sign-off. Every twelfth order is said to be undecided. Headlines, summaries, titles and quotes
    are as long as those of the founding case and made of its words, so that they pack as real
    text does; the sentences mean nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        investigation = load(synthetic.write(Path(folder), events, per_file=200))
        ids = investigation.events["id"]
        names = event_ids([Named(name, name, "") for name in ids], {})
        teller = Teller(investigation, lambda _: None)
        undecided = {name: place % 12 == 11 for place, name in enumerate(names)}
        return _worded(timeline(teller, names, undecided))


def _worded(public: PublicTimeline) -> PublicTimeline:
    """The same with texts that are no formulas."""
    chance = random.Random(1)
    words = _words()
    titles: dict[str, str] = {}

    def said(least: int, most: int) -> str:
        text = " ".join(chance.choices(words, k=chance.randint(least, most)))
        return text[:1].upper() + text[1:]

    def cited(one: PublicCitation) -> PublicCitation:
        source = one.source
        if source is not None:
            titles.setdefault(source.id, said(5, 10))
            source = replace(source, title=titles[source.id])
        quote = None if one.quote is None else said(4, 10)
        return replace(one, source=source, quote=quote)

    events = tuple(
        replace(
            event,
            headline=said(7, 13),
            summary=None if event.summary is None else f"{said(18, 30)}. {said(15, 28)}.",
            sources=tuple(cited(one) for one in event.sources),
        )
        for event in public.events
    )
    return replace(public, events=events)


def _words() -> list[str]:
    """Every word of the founding case's public texts, as often as it stands there."""
    texts: list[str] = []
    for event in load(CASE).events.itertuples():
        texts += [text for text in (event.headline, event.summary) if isinstance(text, str)]
    return [word for word in " ".join(texts).split() if word.isalpha()]


class _Reading(HTMLParser):
    """What of a page is read: its text outside the list, and the text of each event."""

    UNREAD = frozenset({"script", "style", "svg", "title", "form", "head"})
    PARTS = frozenset({"p", "h1", "h2", "h3", "div", "dt", "dd", "figcaption", "section", "li"})

    def __init__(self) -> None:
        super().__init__()
        self.unread = 0
        self.listed = False
        self.outside: list[str] = []
        self.events: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count what is not read; a list item of the events is a new one."""
        if tag in self.UNREAD:
            self.unread += 1
        if tag == "ol" and "events" in (dict(attrs).get("class") or "").split():
            self.listed = True
        if tag == "li" and self.listed:
            self.events.append([])
        if tag in self.PARTS:
            self._take(" ")

    def handle_endtag(self, tag: str) -> None:
        """The end of what is not read, and of the list."""
        if tag in self.UNREAD:
            self.unread -= 1
        if tag == "ol":
            self.listed = False

    def handle_data(self, data: str) -> None:
        """Text that is read."""
        if not self.unread:
            self._take(data)

    def _take(self, text: str) -> None:
        into = self.events[-1] if self.listed and self.events else self.outside
        into.append(text)


def bare(page: bytes) -> bytes:
    """A bare HTML list of the same text: a doctype, a title, what stands above and below the list
    in one paragraph, and every event's text in an `<li>`; no style, no script, no picture.

    The text is what the page says outside its controls and its drawings.
    """
    reading = _Reading()
    reading.feed(page.decode("utf-8"))
    title = html.escape(" ".join("".join(reading.outside).split()[:8]), quote=False)
    items = "\n".join(f"<li>{_plain(event)}" for event in reading.events)
    head = f"<!doctype html><meta charset=utf-8><title>{title}</title>\n"
    return f"{head}<p>{_plain(reading.outside)}\n<ol>\n{items}\n</ol>\n".encode()


def _plain(parts: list[str]) -> str:
    return html.escape(" ".join("".join(parts).split()), quote=False)

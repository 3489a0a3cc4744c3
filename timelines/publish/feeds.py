"""What is new to readers, for feed readers: JSON Feed 1.1 and Atom (RFC 4287).

Every event is an item and so is every correction. A feed of events whose own dates are spans has
no hour to put on an item: a correction bears its day, an event the day of its newest public source
or correction, and no item the time at which the program ran.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from timelines.dates.edtf import edtf
from timelines.dates.when import DateError, instant_text
from timelines.publish.public import (
    Json,
    PublicCorrection,
    PublicDay,
    PublicEvent,
    PublicTimeline,
)
from timelines.words import Words, words

JSON_FEED = "feed.json"
ATOM = "feed.atom"

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LAST = 253_402_300_800_000_000
"""The first instant of the year 10000, which neither feed can name."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read: its id, title and text, and the instant it bears, if any."""

    id: str
    anchor: str
    title: str
    text: str
    instant: int | None


def files(public: PublicTimeline) -> dict[str, bytes]:
    """Both feeds by their paths."""
    items = _items(public)
    text = json.dumps(_json_feed(public, items), ensure_ascii=False, indent=1) + "\n"
    return {JSON_FEED: text.encode("utf-8"), ATOM: _atom(public, items)}


def _items(public: PublicTimeline) -> list[Item]:
    """The newest first; those without a day last, in the order in which they are read."""
    said = words(public.language)
    items = [item for event in public.events for item in _of_event(public, event, said)]
    return sorted(items, key=lambda item: (item.instant is None, -(item.instant or 0)))


def _of_event(public: PublicTimeline, event: PublicEvent, said: Words) -> Iterator[Item]:
    days = [source.published for one in event.sources if (source := one.source) is not None]
    days += [one.on for one in event.corrections]
    instants = [instant for day in days if (instant := _instant(public, day)) is not None]
    yield Item(
        _name(public, event.id),
        event.id,
        event.headline,
        _text(event, said),
        max(instants, default=None),
    )
    for one in event.corrections:
        kind = said[f"publish.change.{one.kind or 'correction'}"]
        yield Item(
            _name(public, _anchor(event, one)),
            event.id,
            said.say("publish.feed.changed", kind=kind, headline=event.headline),
            one.note,
            _instant(public, one.on),
        )


def _anchor(event: PublicEvent, one: PublicCorrection) -> str:
    digest = hashlib.sha256(f"{one.on.edtf}\x1f{one.note}".encode()).hexdigest()
    return f"{event.id}-{digest[:10]}"


def _text(event: PublicEvent, said: Words) -> str:
    dated = said.say("publish.feed.when", date=event.date.words)
    parts = [dated[:1].upper() + dated[1:], event.summary, event.attribution]
    return "\n\n".join(part for part in parts if part is not None)


def _instant(public: PublicTimeline, day: PublicDay | None) -> int | None:
    """The first instant of a day, where it is known to the day and a feed can name its year."""
    if day is None or day.datetime is None or len(day.datetime) < len("2021-10-15"):
        return None
    try:
        start = edtf(day.edtf, public.zone).start.earliest
    except DateError:
        return None
    return start if start is not None and start < _LAST else None


def _name(public: PublicTimeline, anchor: str) -> str:
    """A name that no other item in the world has, and that stays."""
    if public.url is not None:
        return f"{public.url.partition('#')[0]}#{anchor}"
    whole = "\x1f".join((public.title, public.publisher or "", anchor))
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, whole)}"


def _json_feed(public: PublicTimeline, items: list[Item]) -> Json:
    feed: Json = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": public.title,
        "language": public.language,
    }
    if public.url is not None:
        feed["home_page_url"] = public.url
    if public.summary is not None:
        feed["description"] = public.summary
    if public.byline is not None:
        feed["authors"] = [{"name": public.byline}]
    feed["items"] = [_json_item(public, item) for item in items]
    return feed


def _json_item(public: PublicTimeline, item: Item) -> Json:
    found: Json = {"id": item.id, "title": item.title, "content_text": item.text}
    if public.url is not None:
        found["url"] = f"{public.url.partition('#')[0]}#{item.anchor}"
    if item.instant is not None:
        found["date_published"] = instant_text(item.instant)
    return found


def _atom(public: PublicTimeline, items: list[Item]) -> bytes:
    newest = max((item.instant for item in items if item.instant is not None), default=0)
    feed = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": public.language})
    _child(feed, "id", _name(public, "feed"))
    _child(feed, "title", public.title)
    _child(feed, "updated", instant_text(newest) or "")
    if public.summary is not None:
        _child(feed, "subtitle", public.summary)
    if public.url is not None:
        ET.SubElement(feed, "link", {"rel": "alternate", "href": _fit(public.url)})
    author = ET.SubElement(feed, "author")
    _child(author, "name", public.byline or public.publisher or public.title)
    for item in items:
        entry = ET.SubElement(feed, "entry")
        _child(entry, "id", item.id)
        _child(entry, "title", item.title)
        _child(
            entry, "updated", instant_text(newest if item.instant is None else item.instant) or ""
        )
        if public.url is not None:
            address = f"{public.url.partition('#')[0]}#{item.anchor}"
            ET.SubElement(entry, "link", {"rel": "alternate", "href": _fit(address)})
        _child(entry, "content", item.text)
    ET.indent(feed, " ")
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _child(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _fit(text)


def _fit(text: str) -> str:
    """The text without the signs that XML 1.0 has no place for."""
    return re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)

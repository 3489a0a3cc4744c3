"""One publication: what goes through the gate, as files by path, the same bytes every time.

`prepare` decides and tells; `Publication.files` is everything that lies in the published folder.
Who writes it where (`folder` into a folder) needs to know nothing about timelines: the files whose
names are made of their bytes first, the page last (`order_of_writing`).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from timelines.investigation import Investigation
from timelines.publish import feeds, gate, linked, memory, page, schema
from timelines.publish.gate import Decision
from timelines.publish.memory import Memory
from timelines.publish.news import News, news
from timelines.publish.numbering import Named, event_ids
from timelines.publish.order import reading_order
from timelines.publish.origins import Origins
from timelines.publish.page import explore
from timelines.publish.pictures import Gallery
from timelines.publish.public import Json, PublicTimeline, as_json
from timelines.publish.telling import Teller, timeline
from timelines.publish.visible import visible
from timelines.vault import refuse_key

DATA = "timeline.json"
LIST = "publication.json"
"""The list of all files with their sums: what a later publication may take away again."""
PAGE = "index.html"
BY_CONTENT = ("assets/", "media/")
"""Folders in which every name is made of the file's bytes, so that it never changes."""


@dataclass(frozen=True)
class Publication:
    """What readers would get, as files by path; `ids` are the public ids by event."""

    public: PublicTimeline
    pictures: Mapping[str, bytes]
    ids: Mapping[str, str]
    origins: Origins
    news: News
    remembered: str
    """The text of `published.json` once this is published."""
    at: str | None = None
    to_explore: bool = False

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Every file by its path; laid out when first asked for, of nothing but what is here."""
        return files_of(self.public, self.pictures, self.at, to_explore=self.to_explore)


@dataclass(frozen=True)
class Prepared:
    """What the gate says, and the publication, whether or not it may go out."""

    decision: Decision
    publication: Publication


def prepare(
    investigation: Investigation,
    today: date,
    now: int,
    published: Json | None = None,
    at: str | None = None,
    *,
    to_explore: bool = False,
) -> Prepared:
    """Everything that is to be published on a day, at an instant in microseconds UTC since 1970.

    `published` is the `timeline.json` that lies where it is to be published; without one, what the
    investigation's folder remembers of the last publication counts. `at` is the address of the
    published folder, ending in a slash, where it is known. With `to_explore`, the figure that one
    can turn over lies beside the page. Nothing is written.
    Raises KeyHanded in a program that holds the vault's key, and `explore.Missing`.
    """
    refuse_key(os.environ, "Publishing")
    if to_explore:
        explore.library()
    remembered = memory.remembered(investigation.path)
    gallery = Gallery(investigation)
    ids = _ids(investigation, gate.audience(investigation, now)[0], remembered, published)
    told = _told(remembered, published, ids)
    decision = gate.decide(investigation, today, now, gallery, told)
    shown = {event: ids[event] for event in decision.shown}
    teller = Teller(investigation, gallery.picture)
    undecided = reading_order(investigation, shown)
    public = timeline(teller, {event: shown[event] for event in undecided}, undecided)
    before = published if published is not None else _as_published(remembered)
    return Prepared(
        decision,
        Publication(
            public,
            gallery.files(),
            shown,
            teller.origins,
            news(before, as_json(public)),
            memory.text(remembered, shown, public),
            at,
            to_explore,
        ),
    )


def _ids(
    investigation: Investigation,
    shown: Iterable[str],
    remembered: Memory,
    published: Json | None,
) -> dict[str, str]:
    """A public id for each event that readers would get."""
    named = []
    for event in shown:
        record, when = investigation.event(event), investigation.dates.get(event)
        edtf = record.date if when is None else when.written
        named.append(Named(event, record.headline, edtf))
    return event_ids(named, remembered.ids, memory.named(published or {}))


def _told(
    remembered: Memory, published: Json | None, ids: Mapping[str, str]
) -> Mapping[str, Mapping[str, Any]]:
    """How readers were last told of each event: in the folder, else as it is remembered."""
    if published is None:
        return remembered.told
    by_id = memory.told_by_id(published)
    return {event: by_id[public] for event, public in ids.items() if public in by_id}


def _as_published(remembered: Memory) -> Json | None:
    events = [{**told, "id": remembered.ids[event]} for event, told in remembered.told.items()]
    return {"events": events} if events else None


def files_of(
    public: PublicTimeline,
    pictures: Mapping[str, bytes],
    at: str | None = None,
    *,
    to_explore: bool = False,
) -> dict[str, bytes]:
    """Every file of a publication by its path, sorted; of texts only what is seen."""
    public = visible(public)
    used = {medium.file for event in public.events for medium in event.media}
    files = {
        DATA: _text({"$schema": schema.FILE, **as_json(public)}),
        schema.FILE: _text(schema.schema()),
        **feeds.files(public),
        **linked.files(public),
        **page.files(public, at, to_explore=to_explore),
        **{path: data for path, data in pictures.items() if path in used},
    }
    files[LIST] = _text(
        {"files": {path: hashlib.sha256(files[path]).hexdigest() for path in sorted(files)}}
    )
    return dict(sorted(files.items()))


def order_of_writing(paths: Iterable[str]) -> list[str]:
    """Files named by their bytes first, then data, then pages, the one readers open as the last of
    them, and the list at the end."""

    def place(path: str) -> int:
        if path.startswith(BY_CONTENT):
            return 0
        return {PAGE: 3, LIST: 4}.get(path, 2 if path.endswith(".html") else 1)

    return sorted(paths, key=lambda path: (place(path), path))


def _text(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")

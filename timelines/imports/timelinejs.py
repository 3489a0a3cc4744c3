"""TimelineJS JSON, version 1 (`startDate`) and 3 (`start_date`), also with its JavaScript wrapper.

A date is as exact as its parts; where the words shown to readers (“display date”) are coarser and
agree, they are taken. HTML becomes text with the addresses of its links. Pictures and other media,
eras, the title's own text and backgrounds do not come along: their words stay in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from timelines.imports import json as own_json
from timelines.intake.decoding import text_of
from timelines.intake.plainhtml import plain_text
from timelines.intake.proposals import (
    Incoming,
    Options,
    Progress,
    Proposal,
    Remark,
    Unimportable,
)
from timelines.intake.slides import Slide, proposal_of

_WRAPPER = re.compile(rb"\A\s*(?:\xef\xbb\xbf)?\s*(?:var\s+)?\w+\s*[=(]\s*(?=\{)")
_PARTS = ("year", "month", "day", "hour", "minute", "second")


def fits(file: Incoming) -> int:
    """By the keys that only TimelineJS has."""
    start = file.data[:200_000]
    if b'"start_date"' in start and b'"events"' in start:
        return 8
    return 8 if b'"startDate"' in start and b'"date"' in start else 0


def read(file: Incoming, options: Options, progress: Progress | None) -> Proposal:
    """Every slide with a date as a proposed event."""
    bare = _unwrapped(file)
    whole = own_json.parsed(bare, options)
    _, remarks = text_of(bare.data, options.encoding)
    if not isinstance(whole, dict):
        raise Unimportable("It is not a TimelineJS file: there is no object at its top.")
    old = whole.get("timeline")
    if isinstance(old, dict):
        slides = _old_slides(old)
        title = plain_text(_text(old.get("headline")))[0]
        eras = old.get("era")
    else:
        slides = _slides(whole)
        named = whole.get("title")
        text = named.get("text") if isinstance(named, dict) else None
        title = plain_text(_text(text.get("headline") if isinstance(text, dict) else None))[0]
        eras = whole.get("eras")
        if isinstance(text, dict) and text.get("text"):
            remarks.append(Remark("left-out", "the text of the title slide"))
    if isinstance(eras, list) and eras:
        remarks.append(Remark("left-out", f"{len(eras)} eras, which are no events"))
    return proposal_of(slides, file, "timelinejs", options, tuple(remarks), title, progress)


def _unwrapped(file: Incoming) -> Incoming:
    found = _WRAPPER.match(file.data)
    if found is None:
        return file
    return Incoming(file.name, file.data[found.end() :].rstrip().rstrip(b";)").rstrip())


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)


def _slides(whole: Mapping[str, Any]) -> Iterator[Slide]:
    listed = whole.get("events")
    for number, item in enumerate(listed if isinstance(listed, list) else [], 1):
        one = item if isinstance(item, dict) else {}
        text = one["text"] if isinstance(one.get("text"), dict) else {}
        media = one["media"] if isinstance(one.get("media"), dict) else {}
        start, end = one.get("start_date"), one.get("end_date")
        shown = _text(one.get("display_date"))
        if not shown and isinstance(start, dict):
            shown = _text(start.get("display_date"))
        yield Slide(
            place=f"event {number}",
            identity=_text(one.get("unique_id")),
            start=_date(start),
            end=_date(end),
            shown=plain_text(shown)[0],
            headline=_text(text.get("headline")),
            text=_text(text.get("text")),
            lane=_text(one.get("group")),
            media=_media(media, "url", "caption", "credit"),
            whole=item,
        )


def _date(value: Any) -> str:
    """The parts of a version 3 date, joined as far as they go; empty where there is no year."""
    if not isinstance(value, dict):
        return _text(value)
    parts = [_text(value.get(name)).strip() for name in _PARTS]
    parts = [part[:-2] if part.endswith(".0") else part for part in parts]
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    kept: list[str] = []
    for part in parts:
        if not part.lstrip("-").isdigit():
            break
        kept.append(part)
    if not kept:
        return " ".join(part for part in parts if part)
    year = int(kept[0])
    written = f"{year:05d}" if year < 0 else f"{year:04d}"
    written = f"Y{year}" if abs(year) > 9999 else written
    for sign, part in zip("--T::", kept[1:], strict=False):
        written += f"{sign}{int(part):02d}"
    return written


def _media(media: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    return tuple(filter(None, (plain_text(_text(media.get(name)))[0] for name in names)))


def _old_slides(timeline: Mapping[str, Any]) -> Iterator[Slide]:
    listed = timeline.get("date")
    for number, item in enumerate(listed if isinstance(listed, list) else [], 1):
        one = item if isinstance(item, dict) else {}
        asset = one["asset"] if isinstance(one.get("asset"), dict) else {}
        yield Slide(
            place=f"event {number}",
            identity="",
            start=_old_date(_text(one.get("startDate"))),
            end=_old_date(_text(one.get("endDate"))),
            shown=plain_text(_text(one.get("displayDate")))[0],
            headline=_text(one.get("headline")),
            text=_text(one.get("text")),
            lane=_text(one.get("tag")),
            media=_media(asset, "media", "caption", "credit"),
            whole=item,
        )


def _old_date(written: str) -> str:
    """“2011,12,10,07,02” is in parts; anything else is read as a cell is."""
    if re.fullmatch(r"\s*-?\d+(?:\s*,\s*\d*)*\s*", written) is None:
        return written.strip()
    return _joined([part.strip() for part in written.split(",")][:6])

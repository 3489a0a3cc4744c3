"""SIMILE Timeline XML: `<data><event start="May 28 2006" title="…">`.

An event with a start and an end that lasted is a stretch; one that is marked as no duration lies
somewhere between them, as SIMILE has it. The inner bounds of a stretch (`latestStart`,
`earliestEnd`) have no place and are said. Midnight to the second is no stated time. XML that
declares types or entities is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.intake.celldates import CellDate, cell_date, until
from timelines.intake.proposals import (
    Incoming,
    Options,
    Progress,
    Proposal,
    Remark,
    Unimportable,
)
from timelines.intake.slides import Slide, proposal_of

_WRITTEN = re.compile(
    r"(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2,8}) (\d{1,2}),? (-?\d{1,4})"
    r"(?: (\d\d?:\d\d(?::\d\d)?))?(?: ?(?:GMT|UTC)?([+-]\d\d:?\d\d)?)?(?: ?(?:GMT|UTC))?"
)
_LOST = ("image", "icon", "color", "textColor", "tapeImage", "latestStart", "earliestEnd", "link")


def fits(file: Incoming) -> int:
    """By its elements."""
    start = file.data[:4_000]
    return 7 if b"<event" in start and b"<data" in start else 0


def read(file: Incoming, options: Options, progress: Progress | None) -> Proposal:
    """Every event element as a proposed event."""
    try:
        root = fromstring(file.data, forbid_dtd=True)
    except DefusedXmlException:
        raise Unimportable("The XML declares types or entities; none are read.") from None
    except (ParseError, ValueError, LookupError) as fault:
        raise Unimportable(f"It is not XML: {fault}.") from None
    slides = (_slide(number, one, options) for number, one in enumerate(_events(root), 1))
    return proposal_of(slides, file, "simile", options, (), None, progress)


def _events(root: Any) -> Iterator[Any]:
    return (one for one in root.iter() if one.tag == "event")


def _slide(number: int, one: Any, options: Options) -> Slide:
    place = f"event {number}"
    given = {name: str(value).strip() for name, value in one.attrib.items()}
    text = "".join(one.itertext()).strip()
    lost = [f"{name} “{given[name]}”" for name in _LOST if given.get(name)]
    remark = Remark("left-out", ", ".join(lost), place)
    start, end = given.get("start", ""), given.get("end", "")
    return Slide(
        place=place,
        start=start,
        end=end,
        headline=given.get("title", "") or given.get("caption", ""),
        text=text or given.get("description", ""),
        whole="\n".join([*(f"{name}: {value}" for name, value in given.items()), text]).strip(),
        dated=_dated(start, end, given, options),
        remarks=(remark,) if lost else (),
    )


def _dated(start: str, end: str, given: dict[str, str], options: Options) -> CellDate:
    if not start:
        return CellDate("unknown", "unreadable", "it has no date")
    first = cell_date(_spelled(start), options)
    if not end:
        return first
    last = cell_date(_spelled(end), options)
    if given.get("isDuration", "").lower() != "false" and given.get("durationEvent") != "false":
        return until(first, last, options)
    between = f"[{first.edtf}..{last.edtf}]"
    try:
        edtf(between, options.zone)
    except DateError:
        ask = f"The file says it was between “{start}” and “{end}”. When was it?"
        return CellDate("unknown", "asked", f"between “{start}” and “{end}”", ask)
    return CellDate(between)


def _spelled(written: str) -> str:
    """“May 28 2006 09:00:00 GMT-0600” as other dates are written."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        return written
    month, day, year, clock, offset = found.groups()
    zone = offset or ("Z" if clock and written.endswith(("GMT", "UTC")) else "")
    return f"{month} {day}, {year}" + (f" {clock}{zone}" if clock else "")

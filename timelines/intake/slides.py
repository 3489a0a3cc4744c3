"""The slides and bars of timeline programs as proposed events."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from timelines.dates.edtf import edtf
from timelines.dates.phrases import Unresolved, resolve
from timelines.dates.when import DateError, When
from timelines.intake.celldates import CellDate, cell_date, until
from timelines.intake.decoding import clean, one_line
from timelines.intake.plainhtml import plain_text
from timelines.intake.proposals import (
    MOST_ROWS,
    Incoming,
    Options,
    Progress,
    Proposal,
    Proposed,
    Remark,
    RemarkKind,
    Unimportable,
    mark,
)
from timelines.records.fields import id_trouble
from timelines.yamlfile import Value

_STEP = 200
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Slide:
    """One entry of another program: dates as text, words perhaps with HTML, and what it came from.

    `shown` is the date in words that its readers get, `lane` its group or track, `media` the
    words and addresses of pictures, `whole` the entry as it stands in the file.
    """

    place: str
    start: str
    end: str
    headline: str
    text: str
    whole: Any
    identity: str = ""
    shown: str = ""
    lane: str = ""
    tags: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    dated: CellDate | None = None
    remarks: tuple[Remark, ...] = field(default=())


def proposal_of(
    slides: Iterable[Slide],
    file: Incoming,
    form: str,
    options: Options,
    remarks: tuple[Remark, ...] = (),
    title: str | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """Every slide as a proposed event, with what is lost of each."""
    every = list(slides)
    if not every:
        raise Unimportable("There are no events in this file.")
    if len(every) > MOST_ROWS:
        raise Unimportable(f"It has {len(every):,} events; at most {MOST_ROWS:,} are imported.")
    events: list[Proposed] = []
    told = list(remarks)
    for number, slide in enumerate(every):
        if progress is not None and number % _STEP == 0:
            progress(number, len(every))
        one, said = _proposed(slide, options)
        told += [*slide.remarks, *said]
        events += [] if one is None else [one]
    if progress is not None:
        progress(len(every), len(every))
    return Proposal(
        form=form,
        name=file.name,
        digest=file.digest,
        events=tuple(events),
        remarks=tuple(told),
        open_dates=tuple(one.said or "" for one in events if one.two_readings),
        title=one_line(title) if title else None,
    )


def _proposed(slide: Slide, options: Options) -> tuple[Proposed | None, list[Remark]]:
    remarks: list[Remark] = []

    def say(kind: RemarkKind, text: str) -> None:
        remarks.append(Remark(kind, text, slide.place))

    headline, lost = plain_text(slide.headline)
    text, more = plain_text(slide.text)
    headline = one_line(headline)
    if not headline and text:
        headline = one_line(text).split(". ")[0][:200]
        say("asked", "it has no headline; the first sentence of its text stands for one")
    original = clean(_original(slide.whole))[:_LONGEST]
    if not headline:
        say("left-out", f"the whole entry, which says nothing of what happened: {original[:200]}")
        return None, remarks
    if lost or more:
        say("left-out", f"{', '.join(dict.fromkeys((*lost, *more)))} in its text")
    if slide.media:
        say("left-out", f"its picture or recording: {' | '.join(slide.media)[:200]}")
    dated = _dated(slide, options)
    if dated.kind is not None:
        say(dated.kind, dated.remark)
    fields: dict[str, Value] = {"headline": headline, "date": dated.edtf}
    if text and one_line(text) != headline:
        fields["summary"] = text[:_LONGEST]
    if slide.lane:
        fields["storyline"] = [one_line(slide.lane)]
    if slide.tags:
        fields["tags"] = list(slide.tags)
    if dated.ask is not None:
        fields["questions"] = [{"ask": dated.ask}]
    identity = slide.identity if slide.identity and id_trouble(slide.identity) is None else None
    words = slide.shown or (f"{slide.start} – {slide.end}" if slide.end else slide.start)
    return (
        Proposed(
            identity=identity,
            fields=fields,
            place=slide.place,
            original=original,
            mark=mark(original),
            said=one_line(words) if words.strip() and words != dated.edtf else None,
            two_readings=dated.two_readings,
        ),
        remarks,
    )


def _original(whole: Any) -> str:
    return whole if isinstance(whole, str) else json.dumps(whole, ensure_ascii=False, indent=1)


def _dated(slide: Slide, options: Options) -> CellDate:
    found = slide.dated or cell_date(slide.start, options)
    if slide.dated is None and not slide.start.strip():
        found = CellDate("unknown", "unreadable", "it has no date")
    if slide.end.strip() and slide.dated is None:
        found = until(found, cell_date(slide.end, options), options)
    return _as_shown(found, slide.shown, options) if slide.shown.strip() else found


def _as_shown(found: CellDate, shown: str, options: Options) -> CellDate:
    """The date that the program's readers were shown, where it is coarser and holds the other.

    Such programs need a day, so that “May 2021” is often kept as 1 May with words beside it.
    """
    read = resolve(one_line(shown), None, zone=options.zone, hemisphere=options.hemisphere)
    if isinstance(read, Unresolved):
        ask = f"The file shows readers “{one_line(shown)}” for a date. Is it {found.edtf}?"
        note = found.remark or f"the words shown for its date: “{one_line(shown)}”"
        return replace(found, kind=found.kind or "asked", remark=note, ask=found.ask or ask)
    exact, told = _when(found.edtf, options), _when(read.edtf, options)
    if exact is None or told is None or found.edtf == read.edtf:
        return found
    if found.edtf == "unknown":
        return CellDate(read.edtf, "read", f"“{shown}” as {read.edtf}")
    if _within(exact, told):
        note = f"{found.edtf} to {read.edtf}, because readers were shown “{shown}”"
        return CellDate(read.edtf, "widened", note)
    if _within(told, exact):
        return found
    ask = f"The file says {found.edtf} and shows readers “{shown}”. Which is right?"
    return replace(found, kind="conflict", remark=f"{found.edtf} and “{shown}”", ask=ask)


def _when(written: str, options: Options) -> When | None:
    try:
        return edtf(written, options.zone, hemisphere=options.hemisphere)
    except DateError:
        return None


def _within(inner: When, outer: When) -> bool:
    """Whether the outer date leaves all the room that the inner one has."""
    return _starts(outer) <= _starts(inner) and _ends(inner) <= _ends(outer)


def _starts(when: When) -> float:
    return float("-inf") if when.start.earliest is None else when.start.earliest


def _ends(when: When) -> float:
    return float("inf") if when.end.latest is None else when.end.latest

"""Markwhen and text like it: a line `2021-05: What happened #tag`, or `date - date: …`.

Lines below an entry are its summary; sections and groups become tags. Comments are left out. Dates
that only count from other entries (`after !id`, `now`) are questions. Dates are in the order of day
and month that the reporter says, or the one of its `dateFormat`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timelines.intake.celldates import CellDate, cell_date, until
from timelines.intake.decoding import clean, text_of
from timelines.intake.proposals import Incoming, Options, Progress, Proposal, Remark
from timelines.intake.slides import Slide, proposal_of

_ENTRY = re.compile(r"(?P<date>[^:\s#/][^:]*(?::\d\d[^:]*)*?): +(?P<text>\S.*)")
_DATE = re.compile(r"\d|now\b|after\b|before\b|!\w", re.I)
_SECTION = re.compile(r"\s*(?:section|group|#{1,6})\s+(?P<name>.+)", re.I)
_END = re.compile(r"\s*end\s*(?:section|group)", re.I)
_TAG = re.compile(r"(?<!\S)#([\w-]+)")
_HEAD = re.compile(r"(?P<key>title|description|dateFormat|timezone|key|#\w+)\s*:\s*(?P<value>.*)")
_BETWEEN = re.compile(r"\s+(?:-|–|to)\s+|(?<=\d)\s*/\s*(?=\d{4}-)")


def fits(file: Incoming) -> int:
    """By its name."""
    return 6 if file.suffix in ("mw", "markwhen") else 0


def read(file: Incoming, options: Options, progress: Progress | None) -> Proposal:
    """Every entry as a proposed event."""
    text, remarks = text_of(file.data, options.encoding)
    lines = clean(text).split("\n")
    head = {key: value for line in lines[:40] for key, value in _head(line)}
    if options.order is None and re.match(r"[dM]", head.get("dateFormat", "")):
        first = "day-first" if head["dateFormat"].startswith("d") else "month-first"
        options = replace(options, order="day-first" if first == "day-first" else "month-first")
    slides = list(_slides(lines, options))
    comments = sum(line.lstrip().startswith("//") for line in lines)
    if comments:
        remarks.append(Remark("left-out", f"{comments} lines of comment"))
    return proposal_of(
        slides, file, "markwhen", options, tuple(remarks), head.get("title"), progress
    )


def _head(line: str) -> Iterator[tuple[str, str]]:
    found = _HEAD.fullmatch(line.strip())
    if found is not None:
        yield found["key"], found["value"].strip()


def _slides(lines: list[str], options: Options) -> Iterator[Slide]:
    sections: list[str] = []
    current: tuple[int, str, list[str], tuple[str, ...]] | None = None
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if bare.startswith("//") or bare == "---" or _HEAD.fullmatch(bare):
            continue
        section, entry = _SECTION.fullmatch(line), _entry(bare)
        if section is None and entry is None and not _END.fullmatch(line):
            if current is not None and bare:
                current[2].append(bare)
            continue
        if current is not None:
            yield _slide(*current, options)
            current = None
        if entry is not None:
            current = (number, bare, [], tuple(sections))
        elif section is not None:
            sections.append(_TAG.sub("", section["name"]).strip())
        elif sections:
            sections.pop()
    if current is not None:
        yield _slide(*current, options)


def _entry(line: str) -> re.Match[str] | None:
    found = _ENTRY.fullmatch(line)
    return found if found is not None and _DATE.search(found["date"]) else None


def _slide(
    number: int, line: str, below: list[str], sections: tuple[str, ...], options: Options
) -> Slide:
    found = _entry(line)
    assert found is not None  # noqa: S101 - only entries come here
    words, text = found["date"].strip(), found["text"]
    return Slide(
        place=f"line {number}",
        start=words,
        end="",
        headline=_TAG.sub("", text).strip().replace("<", "&lt;"),
        text="\n".join(below).replace("<", "&lt;"),
        whole="\n".join([line, *below]),
        tags=tuple(dict.fromkeys([*filter(None, sections), *_TAG.findall(text)])),
        dated=_dated(words, options),
    )


def _dated(words: str, options: Options) -> CellDate:
    ends = _BETWEEN.split(words, maxsplit=1)
    if len(ends) == 2:
        start = cell_date(ends[0], options)
        if ends[1].strip().lower() == "now":
            ask = f"The file says “{words}”. Was it still going on when that was written?"
            return CellDate(f"{start.edtf}/", "widened", f"the end “now” of “{words}”", ask)
        return until(start, cell_date(ends[1], options), options)
    return cell_date(words, options)

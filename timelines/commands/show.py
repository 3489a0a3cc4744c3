"""Shows a chronology in the terminal: dates in words, and where the order is not established.

Events joined by a line at their left (┌ │ └) could have happened in another order: nothing that
is known decides it. Piped into another program, the text is plain.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from timelines import tables
from timelines.commands import paths
from timelines.commands.paper import Paper, paper
from timelines.commands.refusal import Refusal
from timelines.dates.words import in_words
from timelines.harmless import harmless
from timelines.investigation import Investigation, Unusable, load
from timelines.network import Chronology, solve
from timelines.sequence import Step, chronological

HELP = "the chronology in the terminal, dates in words"

INDENT = 4


def arguments(parser: argparse.ArgumentParser) -> None:
    """The investigation, or a folder of them."""
    parser.add_argument(
        "path", metavar="PATH", help="an investigation's folder, or a folder of them"
    )
    parser.add_argument("--storyline", metavar="NAME", help="only this lane")


def run(args: argparse.Namespace) -> int:
    """Print each investigation; 2 where one of them cannot be used at all."""
    folders, several = paths.investigations(args.path)
    sheet = paper()
    status = 0
    for number, folder in enumerate(folders):
        if several and number:
            print()
        try:
            investigation = load(folder)
        except Unusable as unusable:
            if not several:
                raise Refusal(f"{folder}: {unusable}") from None
            print(f"{folder}: {unusable}")
            status = 2
            continue
        for line in page(investigation, solve(investigation), sheet, args.storyline):
            print(line)
    return status


def page(
    investigation: Investigation, chronology: Chronology, sheet: Paper, storyline: str | None = None
) -> Iterator[str]:
    """The lines of one investigation."""
    heading = investigation.heading
    title = harmless(heading.title or investigation.slug)
    yield from (sheet.styled_as(line, "bold") for line in sheet.wrapped(title))
    if heading.summary:
        yield from sheet.wrapped(harmless(heading.summary))
    yield sheet.styled_as(_counts(investigation), "dim")
    rows = {row.id: row for row in tables.rows(_chosen(investigation, storyline))}
    cited = _cited(investigation)
    steps = [step for step in chronological(investigation, chronology) if step.event in rows]
    nowhere = _nowhere(chronology)
    shown_year: str | None = None
    gap = ""
    for step, mark in zip(steps, brackets(steps), strict=True):
        row = rows[step.event]
        year = "Date not known" if step.event in nowhere else _year(row) or shown_year
        if year != shown_year:
            yield from ("", sheet.styled_as(str(year), "bold"))
        if year != shown_year or shown_year is None:
            gap = ""
        shown_year = year
        yield gap
        yield from _event(investigation, row, cited[row.id], mark, sheet)
        gap = "  │" if mark in "┌│" else ""
    yield from _remarks(investigation, steps, chronology, sheet)


def brackets(steps: list[Step]) -> list[str]:
    """For each step its piece of the line that joins neighbours in no established order."""
    marks = []
    for index, step in enumerate(steps):
        up = step.tied and index > 0
        down = index + 1 < len(steps) and steps[index + 1].tied
        marks.append({(0, 0): " ", (0, 1): "┌", (1, 1): "│", (1, 0): "└"}[up, down])
    return marks


def _chosen(investigation: Investigation, storyline: str | None) -> Any:
    if storyline is None:
        return investigation.events
    lanes = investigation.lanes
    inside = set(lanes["event"][lanes["storyline"] == storyline])
    if not inside:
        known = ", ".join(f"“{name}”" for name in sorted(set(lanes["storyline"])))
        raise Refusal(f"No event is in a storyline “{storyline}”; there are {known or 'none'}.")
    return investigation.events[investigation.events["id"].isin(inside)]


def _counts(investigation: Investigation) -> str:
    events, sources = len(investigation.events), len(investigation.sources)
    return (
        f"{investigation.heading.zone} · {events} event{'s' * (events != 1)} · "
        f"{sources} source{'s' * (sources != 1)}"
    )


def _nowhere(chronology: Chronology) -> set[str]:
    """The events that neither a date nor a fact gives a place."""
    narrowed = chronology.narrowed
    placeless = narrowed["start_earliest"].isna() & narrowed["start_latest"].isna()
    return set(narrowed["event"][placeless])


def _year(row: Any) -> str | None:
    """The year an event may first be of; None where that is not known."""
    if row.start_earliest is None:
        return None
    return str(row.start_earliest.tz_convert(row.zone).year)


def _event(
    investigation: Investigation, row: Any, cited: list[str], mark: str, sheet: Paper
) -> Iterator[str]:
    middle = "│" if mark in "┌│" else " "
    when = investigation.dates.get(row.id)
    said = in_words(when, zone=investigation.heading.zone) if when else f"“{row.written}”"
    truth = "" if row.verification == "confirmed" else f" · {row.verification}"
    if row.visibility == "internal":
        truth += " · internal"
    date = harmless(said)
    yield f"  {mark} {sheet.styled_as(date, 'bold')}{sheet.styled_as(truth, 'dim')}"
    for line in sheet.wrapped(harmless(row.headline), INDENT):
        yield f"  {middle}{line[3:]}"
    who = "; ".join(cited) if cited else "no source yet"
    for line in sheet.wrapped(f"[{row.id}] {who}", INDENT):
        yield f"  {middle}" + sheet.styled_as(line[3:], "dim")


def _cited(investigation: Investigation) -> dict[str, list[str]]:
    """For each event the titles of the sources it cites, each once, in the order cited."""
    titles = dict(zip(investigation.sources["id"], investigation.sources["title"], strict=True))
    own = investigation.citations[investigation.citations["known"].isna()]
    cited: dict[str, list[str]] = defaultdict(list)
    for event, source in zip(own["event"], own["source"], strict=True):
        title = harmless(str(titles.get(source, source)))
        if title not in cited[event]:
            cited[event].append(title)
    return cited


def _remarks(
    investigation: Investigation, steps: list[Step], chronology: Chronology, sheet: Paper
) -> Iterator[str]:
    remarks = []
    if any(step.tied for step in steps):
        remarks.append("Events joined by a line could have happened in another order.")
    if chronology.contradictions:
        count = len(chronology.contradictions)
        remarks.append(
            f"{count} contradiction{'s' * (count != 1)}: the order shown cannot be relied on; "
            "run check."
        )
    if investigation.problems:
        count = len(investigation.problems)
        remarks.append(
            f"{count} thing{'s' * (count != 1)} could not be read as written; run check."
        )
    if remarks:
        yield ""
    for remark in remarks:
        yield from (sheet.styled_as(line, "dim") for line in sheet.wrapped(remark))

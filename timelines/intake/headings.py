"""Which column of somebody's spreadsheet is what: a guess to show, never one to act on silently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from timelines.intake.proposals import Unimportable
from timelines.suggestions import suggestion

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "event id", "identifier", "unique id", "key"),
    "date": (
        "date", "when", "event date", "date of event", "start date", "start", "date occurred",
        "day", "from", "datum", "fecha", "date/time", "datetime", "date time", "begin",
        "begin date", "timeline date", "date received",
    ),
    "time": ("time", "time of day", "hour", "clock time", "start time", "uhrzeit", "hora"),
    "end": ("end", "end date", "until", "to", "date to", "finish", "date ended", "fin"),
    "end time": ("end time",),
    "headline": (
        "headline", "what", "what happened", "event", "title", "event title", "event name", "name",
        "subject", "incident", "summary of event", "titel", "ereignis", "titulo", "titular",
        "description of event", "event description",
    ),
    "summary": (
        "summary", "description", "details", "detail", "text", "body", "narrative", "more",
        "what happened in detail", "descripcion", "beschreibung",
    ),
    "place": ("place", "where", "location", "city", "venue", "ort", "lugar"),
    "people": ("people", "who", "person", "persons", "involved", "people involved"),
    "storyline": ("storyline", "lane", "track", "group", "thread"),
    "tags": ("tags", "tag", "keywords", "labels", "category", "categories", "topic", "type"),
    "kind": ("kind", "event kind"),
    "instrument": ("instrument",),
    "basis": ("basis",),
    "zone": ("zone", "time zone", "timezone"),
    "weight": ("weight",),
    "attribution": ("attribution",),
    "sources": ("sources", "source", "citation", "source id"),
    "adverse_to": ("adverse_to", "adverse to"),
    "sensitivity": ("sensitivity",),
    "embargo": ("embargo",),
}  # fmt: skip
"""The fields a column can be taken for, and the headings by which one is guessed."""

OWN = frozenset({"id", "headline", "date", "basis", "verification", "visibility"})
"""Headings that all stand over a spreadsheet which this program wrote."""

_LONGEST_PREAMBLE = 20


def plain(heading: str) -> str:
    """A heading as it is compared: lower case, without accents, signs and doubled blanks."""
    bare = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z0-9/_ ]+", " ", bare.lower().replace("_", " ")).split())


def guessed(headings: Sequence[str]) -> dict[str, str]:
    """The heading taken for each field; the best name for it wins, then the first column."""
    ranked = sorted(
        (names.index(plain(heading)), place, field, heading)
        for field, known in FIELDS.items()
        for names in [[plain(name) for name in known]]
        for place, heading in enumerate(headings)
        if plain(heading) in names
    )
    found: dict[str, str] = {}
    for _, _, field, heading in ranked:
        if field not in found and heading not in found.values():
            found[field] = heading
    if "headline" not in found and "summary" in found:
        found["headline"] = found.pop("summary")
    return {field: found[field] for field in FIELDS if field in found}


def mapped(headings: Sequence[str], wanted: Mapping[str, str] | None) -> dict[str, str]:
    """The guess, corrected by what the reporter said; Unimportable where that names nothing.

    An empty heading takes a field's guess away.
    """
    found = guessed(headings)
    by_plain = {plain(heading): heading for heading in reversed(headings)}
    for field, heading in (wanted or {}).items():
        if field not in FIELDS:
            raise Unimportable(f"“{field}” is no field to import.{suggestion(field, list(FIELDS))}")
        found.pop(field, None)
        if not heading:
            continue
        meant = heading if heading in headings else by_plain.get(plain(heading))
        if meant is None:
            shown = ", ".join(f"“{one}”" for one in headings if one)
            raise Unimportable(
                f"There is no column “{heading}”.{suggestion(heading, list(headings))} "
                f"The columns are {shown}."
            )
        found = {name: one for name, one in found.items() if one != meant}
        found[field] = meant
    return {field: found[field] for field in FIELDS if field in found}


def heading_row(rows: Sequence[Sequence[str]], wanted: Mapping[str, str] | None) -> int:
    """Where the headings stand: the row, near the top, that names most fields; 0 if none does."""
    asked = {plain(heading) for heading in (wanted or {}).values() if heading}
    best, place = 0, 0
    for number, row in enumerate(rows[:_LONGEST_PREAMBLE]):
        known = len(guessed(row)) + 2 * len(asked & {plain(cell) for cell in row})
        if known > best:
            best, place = known, number
    if best:
        return place
    filled = (n for n, row in enumerate(rows[:_LONGEST_PREAMBLE]) if sum(map(bool, row)) > 1)
    return next(filled, 0)

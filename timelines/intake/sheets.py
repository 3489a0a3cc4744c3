"""The rows of a spreadsheet, whichever program wrote it, as proposed events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from timelines.intake import headings
from timelines.intake.celldates import CellDate, cell_date, until, with_time
from timelines.intake.cells import listed, unguarded
from timelines.intake.decoding import clean, one_line
from timelines.intake.proposals import (
    MOST_ROWS,
    Incoming,
    Options,
    Progress,
    Proposal,
    Proposed,
    Remark,
    Unimportable,
    mark,
)
from timelines.intake.recorded import zone_known
from timelines.records.event import Basis, Kind, Sensitivity
from timelines.records.fields import id_trouble
from timelines.yamlfile import Value

LONGEST = 100_000
"""Characters of a cell that are kept."""

_STEP = 500
_WIDEST = 1_000
_FIXED = {
    "kind": get_args(Kind),
    "basis": get_args(Basis),
    "weight": ("1", "2", "3"),
    "sensitivity": get_args(Sensitivity),
}
_DEFAULTS = {"basis": "stated", "weight": "1"}
_LISTS = ("tags", "sensitivity", "storyline")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of cells as text. `numbers` are the row numbers that the file's program shows."""

    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]
    remarks: tuple[Remark, ...] = ()
    at_row: Mapping[int, tuple[Remark, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What the reporter sees before saying which column is what."""

    headings: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    columns: Mapping[str, str]
    rows: int


@dataclass(frozen=True, slots=True)
class _Table:
    headings: list[str]
    body: list[tuple[int, Sequence[str]]]
    columns: dict[str, str]
    own: bool


def preview(sheet: Sheet, options: Options, most: int = 5) -> Preview:
    """The headings, the first rows, and which column is taken for which field."""
    table = _table(sheet, options)
    first = tuple(tuple(cells) for _, cells in table.body[:most])
    return Preview(tuple(table.headings), first, table.columns, len(table.body))


def proposal(
    sheet: Sheet, file: Incoming, form: str, options: Options, progress: Progress | None = None
) -> Proposal:
    """Every row as a proposed event; Unimportable where no column is known to be what is needed."""
    table = _table(sheet, options)
    missing = [name for name in ("date", "headline") if name not in table.columns]
    if missing:
        shown = ", ".join(f"“{one}”" for one in table.headings if one)
        raise Unimportable(
            f"Which column has the {' and which the '.join(missing)}? The columns are {shown}."
        )
    remarks = [*sheet.remarks, *_columns_left(table)]
    events: list[Proposed] = []
    for place, (number, cells) in enumerate(table.body):
        if progress is not None and place % _STEP == 0:
            progress(place, len(table.body))
        row = _Row(table, number, cells, options)
        remarks += sheet.at_row.get(number, ())
        event = row.proposed()
        remarks += row.remarks
        if event is not None:
            events.append(event)
    if progress is not None:
        progress(len(table.body), len(table.body))
    return Proposal(
        form=form,
        name=file.name,
        digest=file.digest,
        events=tuple(events),
        remarks=tuple(remarks),
        columns=table.columns,
        open_dates=tuple(one.said or "" for one in events if one.two_readings),
    )


def _table(sheet: Sheet, options: Options) -> _Table:
    if len(sheet.rows) > MOST_ROWS:
        raise Unimportable(
            f"The file has {len(sheet.rows):,} rows; at most {MOST_ROWS:,} are imported at once."
        )
    if not any(any(row) for row in sheet.rows):
        raise Unimportable("There is nothing in this file.")
    top = headings.heading_row(sheet.rows, options.mapping)
    names = _distinct([one_line(cell) for cell in sheet.rows[top]])
    if len(names) > _WIDEST:
        raise Unimportable(f"The file has {len(names):,} columns; at most {_WIDEST:,} are read.")
    body = [
        (number, row)
        for number, row in zip(sheet.numbers[top + 1 :], sheet.rows[top + 1 :], strict=True)
        if any(cell.strip() for cell in row)
    ]
    own = {name.lower() for name in names} >= headings.OWN
    return _Table(names, body, headings.mapped(names, options.mapping), own)


def _distinct(names: list[str]) -> list[str]:
    """Columns with one heading are told apart by a number behind it."""
    found: list[str] = []
    for name in names:
        number, one = 2, name
        while one and one in found:
            one, number = f"{name} ({number})", number + 1
        found.append(one)
    return found


def _columns_left(table: _Table) -> Iterator[Remark]:
    taken = set(table.columns.values())
    left = [f"“{name}”" for name in table.headings if name and name not in taken]
    if table.own:
        left = [name for name in left if name not in ("“words”", "“verification”", "“visibility”")]
    if left:
        many = len(left) > 1
        yield Remark(
            "left-out",
            f"the column{'s' if many else ''} {', '.join(left)} {'are' if many else 'is'} kept in "
            "the notes only",
        )


class _Row:
    """One row on its way to an event, with what has to be said of it."""

    def __init__(self, table: _Table, number: int, cells: Sequence[str], options: Options) -> None:
        self.table = table
        self.options = options
        self.place = f"row {number}"
        self.remarks: list[Remark] = []
        self.cells = [unguarded(cell) if table.own else cell for cell in cells]
        self.named = dict(zip(table.headings, self.cells, strict=False))
        self.spare = [cell for cell in self.cells[len(table.headings) :] if cell.strip()]

    def cell(self, field: str) -> str:
        """The cleaned text of the column taken for a field; empty if there is none."""
        heading = self.table.columns.get(field)
        text = clean("" if heading is None else self.named.get(heading, "")).strip()
        if len(text) > LONGEST:
            self.say("left-out", f"all but the first {LONGEST:,} characters of “{heading}”")
            return text[:LONGEST]
        return text

    def say(self, kind: str, text: str) -> None:
        """Remember something the reporter must know of this row."""
        self.remarks.append(Remark(kind, text, self.place))  # type: ignore[arg-type]

    def proposed(self) -> Proposed | None:
        """The event; None where the row has nothing that can be called one."""
        if self.spare:
            self.say("left-out", f"cells behind the last heading: {', '.join(self.spare)[:200]}")
        headline = self._headline()
        if not headline:
            self.say(
                "left-out", f"the whole row, which says nothing of what happened: {self.shown}"
            )
            return None
        dated = self._date()
        fields: dict[str, Value] = {"headline": headline, "date": dated.edtf}
        fields |= self._more(headline)
        if dated.ask is not None:
            fields["questions"] = [{"ask": dated.ask}]
        return Proposed(
            identity=self._identity(),
            fields=fields,
            place=self.place,
            original=self.original,
            mark=mark(self.original),
            said=self._said(dated),
            two_readings=dated.two_readings,
        )

    @property
    def original(self) -> str:
        """The row as it stands in the file, a line a cell."""
        named = [f"{name or '(no heading)'}: {text}" for name, text in self.named.items() if text]
        return clean("\n".join([*named, *self.spare]))[:LONGEST]

    @property
    def shown(self) -> str:
        """The row on one line, as long as a sentence."""
        return one_line(" | ".join(cell for cell in self.cells if cell))[:200]

    def _headline(self) -> str:
        headline = one_line(self.cell("headline"))
        if headline:
            return headline
        summary = one_line(self.cell("summary"))
        first = re.split(r"(?<=[.!?])\s", summary, maxsplit=1)[0][:200]
        if first:
            self.say("asked", "it has no headline; the first sentence of its text stands for one")
        return first

    def _date(self) -> CellDate:
        text = self.cell("date")
        found = cell_date(text, self.options, trusted=self.table.own)
        if not text:
            self.say("unreadable", "it has no date")
        if self.cell("time"):
            found = with_time(found, self.cell("time"), self.options)
        if self.cell("end"):
            end = cell_date(self.cell("end"), self.options)
            if self.cell("end time"):
                end = with_time(end, self.cell("end time"), self.options)
            found = until(found, end, self.options)
        if found.kind is not None:
            self.say(found.kind, found.remark)
        return found

    def _said(self, dated: CellDate) -> str | None:
        parts = [self.cell("date"), self.cell("time")]
        words = one_line(" ".join(part for part in parts if part))
        end = one_line(" ".join(filter(None, (self.cell("end"), self.cell("end time")))))
        words = f"{words} – {end}" if end else words
        return words if words and words != dated.edtf else None

    def _identity(self) -> str | None:
        given = self.cell("id")
        if not given or id_trouble(given) is not None:
            return None
        return given

    def _more(self, headline: str) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name in ("zone", "place", "attribution", "embargo", "instrument"):
            if self.cell(name):
                found[name] = one_line(self.cell(name))
        if "zone" in found and not zone_known(str(found["zone"])):
            self.say("left-out", f"“{found.pop('zone')}” is not a zone, such as America/Chicago")
        if "embargo" in found and not self.table.own:
            self.say("left-out", f"the embargo “{found.pop('embargo')}”: write it yourself")
        summary = self.cell("summary")
        if summary and (self.cell("headline") or summary != headline):
            found["summary"] = summary
        for name, allowed in _FIXED.items():
            found |= self._fixed(name, allowed)
        found |= self._lists()
        for name, known in (("people", self.options.people), ("sources", self.options.sources),
                            ("adverse_to", self.options.people)):  # fmt: skip
            found |= self._known(name, known)
        return {name: value for name, value in found.items() if value}

    def _fixed(self, name: str, allowed: Sequence[str]) -> dict[str, Value]:
        given = listed(self.cell(name)) if name in _LISTS else [self.cell(name)]
        kept = [one.lower() for one in given if one.lower() in allowed]
        lost = [one for one in given if one and one.lower() not in allowed]
        if lost:
            self.say("left-out", f"“{', '.join(lost)}” is no {name}")
        if not kept or _DEFAULTS.get(name) == kept[0]:
            return {}
        return {name: _values(kept) if name in _LISTS else kept[0]}

    def _lists(self) -> dict[str, Value]:
        tags = listed(self.cell("tags"))
        lanes = listed(self.cell("storyline"))
        if self.options.storylines:
            lost = [lane for lane in lanes if lane not in self.options.storylines]
            lanes = [lane for lane in lanes if lane in self.options.storylines]
            for lane in lost:
                self.say("left-out", f"“{lane}” is no storyline of the investigation; made a tag")
            tags += lost
        return {"tags": _values(tags), "storyline": _values(lanes)}

    def _known(self, name: str, known: Mapping[str, str]) -> dict[str, Value]:
        """Ids of those the investigation knows; names it does not know stay in the notes."""
        given = listed(self.cell(name))
        kept = [known[one.casefold()] for one in given if one.casefold() in known]
        lost = [one for one in given if one.casefold() not in known]
        if lost:
            self.say("left-out", f"{name} not known here: {', '.join(lost)[:200]}")
        return {name: _values(kept)}


def _values(items: list[str]) -> list[Value]:
    return list(dict.fromkeys(items))

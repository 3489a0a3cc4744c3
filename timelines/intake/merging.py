"""What of a file is new to an investigation, what is there already, and what clashes with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timelines import tables
from timelines.agreement import may_be_one
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError, When
from timelines.desk.compose import event_id
from timelines.headlines import stems
from timelines.intake.fitting import fitted
from timelines.intake.proposals import Options, Proposal, Proposed, Remark
from timelines.investigation import Investigation
from timelines.outgoing import record_fields
from timelines.records.fields import id_trouble
from timelines.yamlfile import Value

_MARK = re.compile(r"row mark ([0-9a-f]{16})\b")
_DIGEST = re.compile(r"SHA-256 ([0-9a-f]{64})\b")
_OURS = frozenset({"verification", "visibility", "notes", "signoffs", "waivers"})
"""Fields that an import never takes over, and that therefore never clash."""

ALIKE = 0.75
"""As for `same-event-twice`: how like two headlines may be of one event."""


@dataclass(frozen=True, slots=True)
class Landing:
    """An event that would be written: its id, all of its fields, and where it comes from."""

    identity: str
    fields: Mapping[str, Value]
    proposed: Proposed


@dataclass(frozen=True, slots=True)
class Plan:
    """What writing a proposal into an investigation would do; nothing has been written yet.

    `known` are the ids of events that are there already. `sources` and `people` are new records.
    """

    proposal: Proposal
    new: tuple[Landing, ...]
    known: tuple[str, ...]
    remarks: tuple[Remark, ...]
    sources: Mapping[str, Mapping[str, Value]]
    people: Mapping[str, Mapping[str, Value]]


def options_for(investigation: Investigation) -> Options:
    """How files are read for an investigation: its zone, its people by name, its sources."""
    heading = investigation.heading
    people: dict[str, str] = {}
    for row in tables.rows(investigation.variants):
        people.setdefault(row.variant.casefold(), row.person)
    for row in tables.rows(investigation.people):
        people[row.name.casefold()] = row.id
    people |= {row.id: row.id for row in tables.rows(investigation.people)}
    sources = {row.title.casefold(): row.id for row in tables.rows(investigation.sources)}
    sources |= {row.id: row.id for row in tables.rows(investigation.sources)}
    return Options(
        zone=heading.zone,
        hemisphere=heading.hemisphere,
        week_starts=heading.week_starts,
        about=heading.house.about,
        storylines=heading.storylines,
        people=people,
        sources=sources,
    )


def plan(proposal: Proposal, investigation: Investigation) -> Plan:
    """Compare a proposal with an investigation, event by event."""
    return _Merge(proposal, investigation).plan()


class _Merge:
    """One comparison: what is there by mark and id, and what has been taken so far."""

    def __init__(self, proposal: Proposal, investigation: Investigation) -> None:
        home = investigation.heading.zone
        self.proposal = replace(
            proposal, events=tuple(_at_home(one, home) for one in proposal.events)
        )
        self.investigation = investigation
        self.remarks = list(proposal.remarks)
        self.there = dict(_marks(investigation))
        self.existing = frozenset(investigation.events["id"])
        self.ids = set(self.existing)
        self.cited = frozenset(investigation.sources["id"])
        self.named = frozenset(investigation.people["id"])
        self.imports = _imports(investigation)
        self.source, self.import_record = _import_source(proposal, investigation)
        self.likeness = _Likeness(investigation)
        self.names: dict[str, str] = {}

    def plan(self) -> Plan:
        """Everything that is new, in the file's order."""
        sources = self._records("source", self.proposal.sources)
        people = self._records("person", self.proposal.people)
        known: list[str] = []
        fresh: list[tuple[str, Proposed]] = []
        for one in self.proposal.events:
            there = self._there(one)
            if there is not None:
                known.append(there)
                continue
            identity = self._identity(one)
            if identity is None:
                continue
            fresh.append((identity, one))
            self.there[one.mark] = identity
        new = tuple(self._landing(identity, one, sources, people) for identity, one in fresh)
        if new and self.import_record is not None:
            sources = {self.source: self.import_record, **sources}
        return Plan(
            self.proposal, new, tuple(known), tuple(self.remarks),
            sources if new else {}, people if new else {},
        )  # fmt: skip

    def _there(self, one: Proposed) -> str | None:
        """The event that a row already is, by its mark, or by id and everything it says."""
        there = self.there.get(one.mark)
        if there is None:
            if one.identity not in self.existing:
                return None
            return one.identity if not self._clashes(one) else None
        if there not in self.existing:
            text = f"the same as another row of the file, which became “{there}”"
            self.remarks.append(Remark("left-out", text, one.place))
        return there

    def _clashes(self, one: Proposed) -> list[str]:
        assert one.identity is not None  # noqa: S101 - for the type checker
        ours = record_fields(self.investigation.event(one.identity))
        cited = [item for item in ours.get("sources", []) if _cites(item) not in self.imports]
        theirs = _listed(one.fields.get("sources", []))
        if any(_cites(item) in self.imports for item in theirs):
            cited = ours.get("sources", [])
        ours["sources"] = cited
        return [
            name
            for name, value in one.fields.items()
            if name not in _OURS and _comparable(_like(ours.get(name), value)) != _comparable(value)
        ]

    def _identity(self, one: Proposed) -> str | None:
        """The id a new event gets; None where there is another event of its id."""
        if one.identity is not None and one.identity in self.ids:
            if one.identity in self.existing:
                self._tell_clash(one)
                return None
            text = f"the id “{one.identity}” is that of another row; it got one of its own"
            self.remarks.append(Remark("conflict", text, one.place))
        headline = str(one.fields["headline"])
        taken = one.identity is None or one.identity in self.ids
        identity = _fitting_id(headline, self.ids) if taken else str(one.identity)
        alike = self.likeness.of(headline, self._when(one))
        if alike is not None:
            text = f"“{headline}” looks like “{alike}”; if they are one, merge them"
            self.remarks.append(Remark("duplicate", text, one.place))
        self.ids.add(identity)
        if one.identity is not None:
            self.names[one.identity] = identity
        self.likeness.add(identity, headline, self._when(one))
        return identity

    def _tell_clash(self, one: Proposed) -> None:
        ours = record_fields(self.investigation.event(str(one.identity)))
        parts = [
            f"{name}: here “{_short(ours.get(name))}”, in the file “{_short(one.fields[name])}”"
            for name in self._clashes(one)
        ]
        text = f"“{one.identity}” is there and differs; it stays as it is. {'; '.join(parts)}"
        self.remarks.append(Remark("conflict", text, one.place))

    def _when(self, one: Proposed) -> When | None:
        heading = self.investigation.heading
        try:
            return edtf(str(one.fields["date"]), heading.zone, hemisphere=heading.hemisphere)
        except DateError:
            return None

    def _records(
        self, kind: str, brought: Mapping[str, Mapping[str, Value]]
    ) -> dict[str, Mapping[str, Value]]:
        """Sources or people that are not there yet; ours stay where both have one."""
        frame = self.investigation.sources if kind == "source" else self.investigation.people
        ours = set(frame["id"])
        new: dict[str, Mapping[str, Value]] = {}
        for identity, fields in brought.items():
            if identity not in ours:
                new[identity] = fields
                continue
            of = self.investigation.source if kind == "source" else self.investigation.person
            here = record_fields(of(identity))
            differ = [
                name for name in {*here, *fields} - {"notes", "id"}
                if _comparable(here.get(name)) != _comparable(fields.get(name))
            ]  # fmt: skip
            if differ:
                what = "the source" if kind == "source" else "the person"
                text = f"{what} “{identity}” differs in {', '.join(sorted(differ))}; ours stays"
                self.remarks.append(Remark("conflict", text))
        return new

    def _landing(
        self, identity: str, one: Proposed, sources: Mapping[str, object],
        people: Mapping[str, object],
    ) -> Landing:  # fmt: skip
        fields, remarks = fitted(
            one,
            events=self.ids,
            renamed=self.names,
            sources=self.cited | sources.keys(),
            people=self.named | people.keys(),
            storylines=self.investigation.heading.storylines,
        )
        self.remarks += remarks
        citation: dict[str, Value] = {"source": self.source, "at": one.place}
        if one.said:
            citation["says"] = {"date": one.said}
        fields["sources"] = [*_listed(fields.get("sources", [])), citation]
        fields["notes"] = _notes(fields.pop("notes", ""), one, self.proposal.name)
        return Landing(identity, fields, one)


def _at_home(one: Proposed, zone: str) -> Proposed:
    """The same without a zone that is the investigation's own."""
    if one.fields.get("zone") != zone:
        return one
    return replace(one, fields={key: one.fields[key] for key in one.fields if key != "zone"})


def _cites(item: object) -> object:
    return item.get("source") if isinstance(item, Mapping) else item


def _listed(value: Value) -> list[Value]:
    return [value] if isinstance(value, str | dict) else list(value)


def _imports(investigation: Investigation) -> frozenset[str]:
    """The sources that stand for imported files."""
    rows = tables.rows(investigation.sources[["id", "notes"]])
    return frozenset(row.id for row in rows if _DIGEST.search(row.notes or ""))


def _marks(investigation: Investigation) -> Iterator[tuple[str, str]]:
    for row in tables.rows(investigation.events[["id", "notes"]]):
        for found in _MARK.findall(row.notes or ""):
            yield found, row.id


def _notes(own: Value, one: Proposed, name: str) -> str:
    head = f"Imported from “{name}”, {one.place} (row mark {one.mark}):"
    return "\n\n".join(filter(None, (str(own), f"{head}\n{one.original}".rstrip())))


def _import_source(
    proposal: Proposal, investigation: Investigation
) -> tuple[str, dict[str, Value] | None]:
    """The source that stands for the file: the one of an earlier import of it, else a new one."""
    for row in tables.rows(investigation.sources[["id", "notes"]]):
        if proposal.digest in _DIGEST.findall(row.notes or ""):
            return row.id, None
    stem = re.sub(r"[^a-z0-9]+", "-", proposal.name.lower().rsplit(".", 1)[0]).strip("-")
    taken = set(investigation.sources["id"])
    identity, number = f"import-{stem or proposal.form}"[:70].rstrip("-"), 2
    wanted = identity
    while identity in taken:
        identity, number = f"{wanted}-{number}", number + 1
    title = f"Import of {proposal.name}"
    if proposal.title:
        title += f": {proposal.title}"
    return identity, {
        "kind": "dataset",
        "title": title[:300],
        "public": "no",
        "notes": f"Imported as {proposal.form}; SHA-256 {proposal.digest}",
    }


def _fitting_id(headline: str, taken: set[str]) -> str:
    identity = event_id(headline, taken)
    return identity if id_trouble(identity) is None else event_id("imported event", taken)


def _comparable(value: object) -> object:
    """A value as two files must have it to say the same: lists of one and bare values are one."""
    if isinstance(value, Mapping):
        if set(value) == {"source"}:
            return _comparable(value["source"])
        return {key: _comparable(one) for key, one in value.items() if key != "notes"}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_comparable(one) for one in value] if len(value) != 1 else _comparable(value[0])
    return None if value in (None, "", []) else str(value).strip()


def _like(ours: object, theirs: Value) -> object:
    """Ours in bare ids where theirs are, as in a spreadsheet: that only says less."""
    if not isinstance(ours, list) or not isinstance(theirs, list):
        return ours
    if not all(isinstance(one, str) for one in theirs):
        return ours
    return [
        one.get("source") or one.get("who") if isinstance(one, Mapping) else one for one in ours
    ]


def _short(value: object) -> str:
    text = "" if value is None else str(_comparable(value))
    return f"{text[:80]}…" if len(text) > 80 else text


class _Likeness:
    """Finds, among headlines by their rarest words, the event that a new one may repeat."""

    def __init__(self, investigation: Investigation) -> None:
        self._known: dict[str, tuple[frozenset[str], When | None]] = {}
        self._holding: dict[str, list[str]] = defaultdict(list)
        for row in tables.rows(investigation.events[["id", "headline"]]):
            self.add(row.id, row.headline, investigation.dates.get(row.id))

    def add(self, identity: str, headline: str, when: When | None) -> None:
        """Remember an event."""
        words = stems(headline)
        self._known[identity] = (words, when)
        for word in words:
            self._holding[word].append(identity)

    def of(self, headline: str, when: When | None) -> str | None:
        """The event most like it whose date allows that they are one; None if none is."""
        words = stems(headline)
        rarest = sorted(words, key=lambda word: (len(self._holding[word]), word))
        near = {
            identity
            for word in rarest[: len(rarest) // 4 + 1]
            for identity in self._holding[word][-200:]
        }
        best: tuple[float, str] | None = None
        for identity in sorted(near):
            other, dated = self._known[identity]
            share = len(words & other) / max(1, len(words | other))
            if share >= ALIKE and may_be_one(when, dated) and (best is None or share > best[0]):
                best = (share, identity)
        return None if best is None else best[1]


def without(proposal: Proposal, places: frozenset[str]) -> Proposal:
    """The proposal without the rows that the reporter struck out."""
    kept = tuple(one for one in proposal.events if one.place not in places)
    return replace(proposal, events=kept)

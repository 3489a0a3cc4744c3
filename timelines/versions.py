"""Which citations of one event say different things about one field of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Related


def differing(
    docket: Docket, wanted: Callable[[str], bool]
) -> Iterator[tuple[Row, Row, tuple[Row, ...]]]:
    """For each event and field, two citations that differ, and all that differ from another.

    Citations that only mention the event are left out. `wanted` chooses the fields of `says`.
    What counts as the same is settled by `timelines/sameness.py`.
    """
    mentions = {
        (row.event, row.known, row.position)
        for rows in (*docket.citations.values(), *docket.known_citations.values())
        for row in rows
        if row.stance == "mentions"
    }
    fields: dict[tuple[str, int | None, str], list[Row]] = defaultdict(list)
    for row in docket.claims:
        if wanted(row.field) and (row.event, row.known, row.position) not in mentions:
            fields[row.event, row.known, row.field].append(row)
    for rows in fields.values():
        pairs = [
            (one, other)
            for one, other in combinations(rows, 2)
            if not docket.sameness.same(one.value, other.value)
        ]
        if pairs:
            clashing = [row for row in rows if any(row in pair for pair in pairs)]
            yield (*pairs[0], tuple(clashing))


def fact(docket: Docket, row: Row) -> Related:
    """What a citation says of the field, at its line."""
    says = f"{facts.title(docket, row.source)} says “{facts.quotable(row.value)}”."
    return Related(says, row.event, row.file, row.line)


def identity(field: str, rows: tuple[Row, ...]) -> tuple[str, ...]:
    """What makes it the same disagreement next week, whatever the order of the citations."""
    return (field, *sorted(f"{row.source}: {row.value}" for row in rows))


def others(one: Row, other: Row, rows: tuple[Row, ...]) -> str:
    """What the further versions are, as “; others say “report””; nothing where there are none."""
    further = dict.fromkeys(
        f"“{facts.quotable(row.value)}”"
        for row in rows
        if row.value.casefold() not in (one.value.casefold(), other.value.casefold())
    )
    return f"; others say {' and '.join(further)}" if further else ""

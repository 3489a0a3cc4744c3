"""Where somebody stands with the law, as far as the investigation says."""

from __future__ import annotations

from timelines.docket import Docket, Row


def newest_status(docket: Docket, person: str) -> Row | None:
    """The newest legal status of a person, by `as_of`; of several undated ones the last written."""
    rows = docket.statuses.get(person, ())
    if not rows:
        return None

    def age(row: Row) -> tuple[int, int]:
        earliest = row.as_of_earliest
        return (-(2**63) if earliest is None else earliest, row.position)

    return max(rows, key=age)

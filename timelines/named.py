"""Whom readers would get by name, and who among them needs more care than others."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.docket import Docket, Row


def named_in(docket: Docket, event: str) -> Iterator[Row]:
    """The people (not organisations) who have a part in an event and may be named, each once."""
    for person in dict.fromkeys(row.person for row in docket.involved.get(event, ())):
        row = docket.people.get(person)
        if row is not None and row.kind != "organisation" and row.naming == "name":
            yield row


def someone_is_shielded(docket: Docket, event: str) -> bool:
    """Whether somebody with a part in the event is not named: then they are whom care is for."""
    return any(
        docket.people[row.person].naming != "name"
        for row in docket.involved.get(event, ())
        if row.person in docket.people
    )


def holds_office(docket: Docket, person: str) -> bool:
    """Whether an office of theirs is known: such people are grown up and publicly known."""
    return person in docket.in_office


def parts(docket: Docket, event: str, person: str) -> str:
    """What somebody's parts in an event are called, together."""
    return " ".join(
        row.part.casefold()
        for row in docket.involved.get(event, ())
        if row.person == person and row.part is not None
    )

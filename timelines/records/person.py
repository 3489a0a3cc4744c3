"""A person or organisation: names, offices, legal status, and how they may be named."""

from __future__ import annotations

from typing import ClassVar, Literal

from timelines.records.fields import (
    Edtf,
    Id,
    Line,
    Record,
    Ref,
    Text,
    Words,
    field,
    needed,
)

PersonKind = Literal["person", "organisation"]
Status = Literal["uncharged", "under review", "charged", "acquitted", "convicted"]
Naming = Literal["name", "role-only", "never"]


class Role(Record):
    """An office somebody held."""

    THING: ClassVar[str] = "a role"

    title: Line | None = field("What the office is called.")
    org: Line | None = field("Where.")
    from_: Edtf | None = field("Since when, newsroom EDTF.", alias="from")
    to: Edtf | None = field("Until when, newsroom EDTF.")


class LegalStatus(Record):
    """Where somebody stands with the law, as of a day."""

    THING: ClassVar[str] = "a legal status"

    status: Status | None = field("The status.")
    as_of: Edtf | None = field("As of when, newsroom EDTF.")
    source: Ref | None = field("Id of the source that says so.")


class Person(Record):
    """Somebody, or an organisation, that events are about."""

    THING: ClassVar[str] = "a person or organisation"

    id: Id = field(
        "Its id; in a file with one record, without one, the name of the file.", default=""
    )
    name: Line = needed("The full name.")
    kind: PersonKind | None = field("A person or an organisation.")
    variants: Words = field("Other forms of the name.", default=())
    roles: tuple[Role, ...] = field("The offices they held.", default=())
    born: Edtf | None = field("When born, newsroom EDTF.")
    died: Edtf | None = field("When died, newsroom EDTF.")
    legal_status: tuple[LegalStatus, ...] = field("Where they stand with the law.", default=())
    naming: Naming = field("How readers get them.", default="name")
    label: Line | None = field("The words used where they are not named.")
    notes: Text | None = field("Internal; readers never get it.")

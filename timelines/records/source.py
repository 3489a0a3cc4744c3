"""A source: a document, publication, interview or recording that says something."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator

from timelines.records.fields import (
    Edtf,
    Id,
    Language,
    Line,
    Record,
    Ref,
    Refs,
    Text,
    YesNo,
    field,
    needed,
    refused,
)
from timelines.vault.tokens import is_token
from timelines.yamltrouble import brief

SourceKind = Literal[
    "document", "publication", "interview", "statement",
    "recording", "dataset", "observation", "post",
]  # fmt: skip
Terms = Literal["on-record", "on-background", "deep-background", "off-record"]


def _digest(text: str) -> str:
    lower = text.lower()
    if len(lower) != 64 or set(lower) - set("0123456789abcdef"):
        raise refused(
            f"“{brief(text)}” is not a SHA-256 sum: that is 64 digits and letters a to f."
        )
    return lower


def _token(text: str) -> str:
    # Not quoted: what stands there by mistake may be the very name that is to be kept.
    if not is_token(text):
        raise refused(
            "What stands in “vault” is no token of the vault, such as “k7dm-q2xw-9rtz-hb4c”; "
            "“timelines vault … add” gives one. Who somebody is stands in the vault alone."
        )
    return text


class Obtained(Record):
    """How the newsroom came by a source."""

    THING: ClassVar[str] = "“obtained”"

    on: Edtf | None = field("When, newsroom EDTF.")
    how: Line | None = field("How.")
    request: Line | None = field("The request for it.")
    law: Line | None = field("The law it was asked for under.")


class Source(Record):
    """Who or what says something; never who a confidential source is."""

    THING: ClassVar[str] = "a source"

    id: Id = field(
        "Its id; in a file with one source, without one, the name of the file.", default=""
    )
    kind: SourceKind = needed("What kind of source it is.")
    title: Line = needed("What it is called.")
    publisher: Line | None = field("Who published it.")
    author: Line | None = field("Who made it.")
    created: Edtf | None = field("When it was made, newsroom EDTF.")
    published: Edtf | None = field("When it was published, newsroom EDTF.")
    obtained: Obtained | None = field("How and when the newsroom got it.")
    url: Line | None = field("Where it stands on the web.")
    archived_url: Line | None = field("Where a copy of that is archived.")
    captured: Edtf | None = field("When it was captured from the web, newsroom EDTF.")
    file: Line | None = field("Its file, in `evidence/`.")
    sha256: Annotated[Line, AfterValidator(_digest)] | None = field("SHA-256 of that file.")
    pages: Line | None = field("How many pages it has, or which.")
    language: Language | None = field("Its language, BCP 47.")
    terms: Terms = field("The terms it was given on.", default="on-record")
    label: Line | None = field("The agreed wording for it: “a law enforcement source”.")
    why_anonymous: Line | None = field("Why it is not named.")
    manager_knows: Line | None = field("Role of the manager who knows who it is.")
    firsthand: YesNo | None = field("Did it see or do it itself?")
    derived_from: Refs = field("Ids of the sources it got it from.", default=())
    translated_from: Ref | None = field("Id of the source it is a translation of.")
    public: YesNo | None = field(
        "May readers see its title and link? `yes` where it is on the record, else `no`."
    )
    vault: Annotated[Line, AfterValidator(_token)] | None = field(
        "Token of the vault’s entry that says who this is; internal, readers never get it."
    )
    notes: Text | None = field("Internal; readers never get it.")

    @property
    def may_be_shown(self) -> bool:
        """Whether readers may see title and link: as said, else whether it is on the record."""
        if self.public is None:
            return self.terms == "on-record"
        return self.public == "yes"

"""A source that is not on the record bears a name in its own record.

Who stands in the records of people, and whose name is in the id, the name of the file, the author
or the agreed words of a source that was promised not to be named, may be that source: whoever sees
a list of files knows. Ids and names of files travel furthest. In a title or a note the name may be
that of somebody else, and it is only asked.
"""

import re
from collections.abc import Iterator

from timelines.docket import Docket, Row
from timelines.findings import Finding, Level
from timelines.wordlists import matching

SECTION = "Sourcing"
LEVEL: Level = "warning"
ALSO: tuple[Level, ...] = ("question",)

FINDS = """
--- people.yaml
{id: vance, name: Marisol Vance, kind: person}
--- sources.yaml
id: call-with-vance
kind: interview
title: What a member of the board told us
terms: on-background
label: a member of the board
"""
SILENT = (
    FINDS.replace("call-with-vance", "call-with-a-member"),
    FINDS.replace("terms: on-background", "terms: on-record"),
    FINDS.replace("kind: person}", "kind: organisation}"),
    FINDS.replace("call-with-vance", "call-in-advance"),
    FINDS.replace("call-with-vance", "call") + "notes: Says that Vance knew.\n",
)

_OPEN = ("id", "document", "author", "label")
"""Fields in which a name is hardly anybody else's."""
_CALLED = {"document": "name of the file"}


def check(docket: Docket) -> Iterator[Finding]:
    """Every such field; in titles and notes only whole names count."""
    guarded = [row for row in docket.sources.values() if row.terms != "on-record"]
    people = [row.id for row in docket.people.values() if row.kind != "organisation"]
    if not guarded or not people:
        return
    names = [name for one in people for name in docket.names[one]]
    every, prose = matching(names), matching(names, capitals=True)
    whole = matching(_whole(docket, people), capitals=True)
    for row in guarded:
        for field, pattern in (
            ("id", every),
            ("document", every),
            ("author", prose),
            ("label", prose),
            ("title", whole),
            ("notes", whole),
        ):
            text = getattr(row, field)
            if text is not None and pattern.search(_spaced(text, field)) is not None:
                yield _finding(docket, row, field)


def _whole(docket: Docket, people: list[str]) -> Iterator[str]:
    """Names of more than one word."""
    for one in people:
        yield from (name for name in docket.names[one] if len(name.split()) > 1)


def _spaced(text: str, field: str) -> str:
    """Ids and names of files with blanks where they have hyphens."""
    return re.sub(r"[\W_]+", " ", text) if field in ("id", "document") else text


def _finding(docket: Docket, row: Row, field: str) -> Finding:
    called = _CALLED.get(field, f"“{field}”")
    key = "file" if field == "document" else field
    line = docket.investigation.line("source", row.id, key)
    if field in _OPEN:
        message = (
            f"The {called} of a source whose terms are “{row.terms}” has the name of somebody in "
            "the records of people."
        )
        settles = "Call it by what it is, never by whom it is; who that is belongs into the vault."
    else:
        message = (
            f"The {called} of a source whose terms are “{row.terms}” names somebody: is that the "
            "source?"
        )
        settles = "If it is, call it by what it is; who that is belongs into the vault."
    return Finding(
        check="anonymous-named",
        level=LEVEL if field in _OPEN else "question",
        message=message,
        file=row.file,
        line=row.line if line is None else line,
        identity=(row.id, field),
        settles=settles,
    )

"""An ordinary record says what only the vault may say: who a confidential source is.

A record that refers to the vault holds no way to reach anybody: that is seen without any key. For
the names the key is needed. Where `check` is run with it (`TIMELINES_VAULT_KEY`), every name and
contact of the vault is looked for: word by word in the records that refer to it and in what is
cited of them (id, title, label, notes, name of the file, locator, quote …), as a whole in
everything else, comments and names of files included. A family name or a whole name there is an
error, a given name alone a warning. A whole name that stands in the records of people is of the
story, and is left in peace elsewhere.

What is found is never repeated: a finding tells the place, and leaves out of a path what would
tell. Without the key it is a question that stays open, and only where there is a vault.
"""

import re
from collections.abc import Iterator

from timelines.docket import Docket, Row
from timelines.findings import Finding, Level
from timelines.vault import FILE, exists
from timelines.vault.telltale import Telltale, telltales

SECTION = "Sourcing"
LEVEL: Level = "error"
ALSO: tuple[Level, ...] = ("warning", "question")

FINDS = """
--- sources.yaml
id: harbor-worker
kind: interview
title: What a harbor worker told us
terms: on-background
label: a harbor worker
vault: k7dm-q2xw-9rtz-hb4c
notes: Call (816) 555-0142 after six.
--- events/met.yaml
headline: A worker of the harbor meets a reporter.
date: 2023-05-16
sources: [harbor-worker]
"""
SILENT = (
    FINDS.replace("Call (816) 555-0142 after six.", "Call after six."),
    FINDS.replace("vault: k7dm-q2xw-9rtz-hb4c\n", ""),
)

_FIELDS = ("title", "publisher", "author", "label", "why_anonymous", "manager_knows", "notes")
_REACHED = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[.\s-]\d{4}(?![\w-])"
    r"|(?<![\w.-])\+\d{1,3}(?:[\s.-]?\(?\d{1,5}\)?){2,6}(?![\w-])"
)

_OF = {
    "name": "the name of somebody",
    "family": "the family name of somebody",
    "given": "a given name of somebody",
    "contact": "a way to reach somebody",
}
_WHERE = {
    "source": "The {field} of a source that refers to the vault has {what} whom the vault holds.",
    "citation": "The {field} of what is cited of a source that refers to the vault has {what} whom "
    "the vault holds.",
    "event": "The {field} of an event that cites such a source has {what} whom the vault holds.",
    "text": "This line has {what} whom the vault holds.",
    "file": "The name of this file has {what} whom the vault holds.",
}
_SETTLES = "Say it in words that tell nobody; git and backups have what stood there before."


def check(docket: Docket) -> Iterator[Finding]:
    """Every such place; without the key what can be told without it."""
    for row in docket.sources.values():
        if row.vault is not None:
            yield from _reachable(docket, row)
    if docket.vault is not None:
        yield from (_finding(one) for one in telltales(docket, docket.vault))
    elif exists(docket.investigation.path):
        yield _unasked()


def _reachable(docket: Docket, row: Row) -> Iterator[Finding]:
    for field in _FIELDS:
        text = getattr(row, field)
        if text is None or _REACHED.search(text) is None:
            continue
        line = docket.investigation.line("source", row.id, field)
        called = field.replace("_", " ")
        yield Finding(
            check="vault-told",
            level=LEVEL,
            message=f"The {called} of a source that refers to the vault say how to reach somebody."
            if called == "notes"
            else f"The {called} of a source that refers to the vault says how to reach somebody.",
            file=row.file,
            line=row.line if line is None else line,
            identity=("reach", row.vault, field),
            settles="Keep it in the vault, and take it out here.",
        )


def _finding(one: Telltale) -> Finding:
    field = (one.field or "").replace("_", " ")
    return Finding(
        check="vault-told",
        level="warning" if one.what == "given" else LEVEL,
        message=_WHERE[one.kind].format(field=f"“{field}”", what=_OF[one.what]),
        event=one.event,
        file=one.file,
        line=one.line,
        identity=(one.token, *one.mark),
        settles=_SETTLES,
    )


def _unasked() -> Finding:
    return Finding(
        check="vault-told",
        level="question",
        message=(
            "Whether ordinary records name somebody whom the vault holds was not looked at: that "
            "needs the key."
        ),
        file=FILE,
        identity=("unasked",),
        settles="Somebody who has a key runs “timelines check” with it at the desk.",
    )

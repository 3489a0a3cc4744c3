"""A public event reads otherwise than when it was signed.

A sign-off holds for exactly what readers would get: the words, the date, the attribution, the
sources and what is shown of them. A change of a note, a question or a waiver leaves it valid. What
has changed since is told part by part where what was signed is kept (`signed/` in the
investigation's folder, written by the app and by `timelines sign`).
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related
from timelines.publish import signing
from timelines.publish.differences import Difference

SECTION = "Fairness"
LEVEL: Level = "block"

FINDS = """
--- events/filed.yaml
headline: The mayor files a lawsuit.
date: 2021-10-15
visibility: public
signoffs:
  - {role: editor, by: E. Ditor, on: 2021-10-16, fingerprint: 0c0ffee0c0ffee0c0ffee0c0ffee0c0f}
"""
SILENT = (
    FINDS.replace("0c0ffee0c0ffee0c0ffee0c0ffee0c0f", "0da1a59ae1a271f8a1b57decc7b66a38")
    + "notes: No.\n",
    FINDS.replace("visibility: public", "visibility: internal"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every public event that a required role signed, and not as it is now."""
    for event in docket.events:
        if event in docket.public and docket.signoffs.get(event):
            for signature in signing.outdated(docket.investigation, event):
                yield _finding(docket, event, signature)


def _finding(docket: Docket, event: str, signature: signing.Signature) -> Finding:
    row = docket.events[event]
    changed = signing.since(docket.investigation, event, signature)
    what = f": {changed[0].in_words()}" if changed else ""
    return Finding(
        check="signoff-stale",
        level=LEVEL,
        message=(
            f"{facts.headline(docket, event)} has changed since {facts.quotable(signature.by)} "
            f"signed it as {facts.quotable(signature.role)} on “{facts.quotable(signature.on)}”"
            f"{what}."
        ),
        event=event,
        file=row.file,
        line=row.line if signature.line is None else signature.line,
        related=tuple(_related(docket, event, one) for one in changed or ()),
        identity=(signature.role, signature.by, signature.fingerprint),
        settles="Read it again as readers would get it, and sign it again.",
    )


def _related(docket: Docket, event: str, one: Difference) -> Related:
    line = docket.line(event, one.key)
    return Related(facts.capital(f"{one.in_words()}."), event, docket.events[event].file, line)

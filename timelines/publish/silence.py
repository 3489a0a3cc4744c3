"""Which statements readers were given and that now read otherwise, without a word about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related
from timelines.publish import signing
from timelines.publish.differences import Difference, differences, essence

LEVEL: Level = "error"

STATED = (
    "headline", "date", "basis", "verification", "summary", "instrument", "place", "attribution",
)  # fmt: skip
"""Parts that are statements: any change of one is a change of what readers were told."""
LISTED = ("people", "sources", "answers", "known_to")
"""Parts to which something may be added in silence, and from which nothing may vanish."""


def silently_changed(was: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Difference, ...]:
    """What an event says otherwise than readers were told, if no new correction says so."""
    before = was.get("corrections")
    old = [essence(one) for one in before] if isinstance(before, list) else []
    if any(essence(one) not in old for one in now.get("corrections", ())):
        return ()
    return tuple(one for one in differences(was, now) if _is_statement(one))


def _is_statement(one: Difference) -> bool:
    if one.part in STATED:
        return True
    # An item that only moved, or that is new, takes nothing back.
    return one.part in LISTED and one.before is not None and not one.moved


def found(docket: Docket, told: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
    """A finding for each public event that silently reads otherwise than it was `told` before."""
    for event, was in told.items():
        if event not in docket.public:
            continue
        changed = silently_changed(was, signing.content(docket.investigation, event))
        if changed:
            yield _finding(docket, event, changed)


def _finding(docket: Docket, event: str, changed: tuple[Difference, ...]) -> Finding:
    row = docket.events[event]
    line = docket.line(event, changed[0].key)
    return Finding(
        check="corrected-silently",
        level=LEVEL,
        message=(
            f"Readers were told something else of {facts.headline(docket, event)}, and no "
            f"correction says so: {changed[0].in_words()}."
        ),
        event=event,
        file=row.file,
        line=line,
        related=tuple(
            Related(
                facts.capital(f"{one.in_words()}."), event, row.file, docket.line(event, one.key)
            )
            for one in changed
        ),
        identity=tuple(f"{one.part}\x1f{one.before}\x1f{one.after}" for one in changed),
        settles="Tell readers in `corrections` what was changed, or put back what they were told.",
    )

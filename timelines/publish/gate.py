"""The gate: which events may go to readers now, and everything that keeps them from it.

Readers get an event that is public, whose embargo is over, that every required role has signed
exactly as it reads, and on which no finding at block or error is open. An event under embargo is
left out in silence; any other that lacks something closes the gate for all, so that nobody
publishes a story with a hole in it. What is said here is for the desk alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from timelines import checks, facts, tables, waivers
from timelines.docket import Docket
from timelines.findings import Finding
from timelines.investigation import Investigation
from timelines.publish import shielded, signing, silence
from timelines.publish.pictures import Gallery, Refused, sums
from timelines.publish.telling import Teller

CLOSING = frozenset({"block", "error"})
LOST = frozenset({"unreadable", "count-unexpected"})
"""What these say of no event in particular may hide one, or a rule of the heading."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the gate says: the events readers may get, those under embargo, and what is missing.

    `missing` are findings, the most harmful first. Nothing may go out while there are any.
    """

    shown: tuple[str, ...]
    held: tuple[str, ...]
    missing: tuple[Finding, ...]

    @property
    def open(self) -> bool:
        """Whether the events may go to readers."""
        return not self.missing


def decide(
    investigation: Investigation,
    today: date,
    now: int,
    gallery: Gallery,
    told: Mapping[str, Mapping[str, Any]],
) -> Decision:
    """What may go to readers on a day and at an instant, in microseconds UTC since 1970.

    `told` is how readers were last told of each event, by its id.
    """
    docket = Docket(investigation, today)
    shown, held = audience(investigation, now)
    closing = [
        one
        for one in checks.check_docket(docket)
        if one.level in CLOSING and one.accepted is None and _concerns(docket, one, shown)
    ]
    known = {one.fingerprint for one in closing}
    for one in waivers.applied(docket, _own(docket, shown, gallery, told)):
        if one.accepted is None and one.fingerprint not in known:
            closing.append(one)
    closing += _unsigned(docket, shown, closing)
    if not shown:
        closing.append(_nothing(docket, held))
    return Decision(shown, held, tuple(sorted(closing, key=lambda one: one.harm)))


def audience(investigation: Investigation, now: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The public events whose embargo is over at an instant, and those whose is not."""
    shown: list[str] = []
    held: list[str] = []
    events = investigation.events
    public = events[events["visibility"] == "public"]
    for event, until in zip(public["id"], tables.micros(public["embargo"]), strict=True):
        # An embargo that cannot be read is a finding that closes the gate.
        (held if until is not None and until > now else shown).append(event)
    return tuple(shown), tuple(held)


def _concerns(docket: Docket, one: Finding, shown: tuple[str, ...]) -> bool:
    """Whether a finding is on what readers would get.

    One about a source or person alone is the desk's business; what of it touches an event is a
    finding on that event. Of what nobody can read it is not known whom it concerns.
    """
    if one.event is None:
        return one.level == "block" or one.check in LOST
    if one.event in shown:
        return True
    if one.event not in docket.events:
        return one.check in LOST
    return one.level == "block" and any(fact.event in shown for fact in one.related)


def _own(
    docket: Docket,
    shown: tuple[str, ...],
    gallery: Gallery,
    told: Mapping[str, Mapping[str, Any]],
) -> Iterator[Finding]:
    """What only publishing finds: against the last publication, in the pictures, in all words."""
    yield from silence.found(docket, {event: told[event] for event in shown if event in told})
    teller = Teller(docket.investigation, sums(docket.investigation))
    for event in shown:
        yield from _pictures(docket, event, gallery)
        yield from shielded.named(docket, event, teller.event(event))


def _pictures(docket: Docket, event: str, gallery: Gallery) -> Iterator[Finding]:
    for position, one in enumerate(docket.investigation.event(event).media):
        try:
            gallery.made(one.file)
        except Refused as refused:
            yield Finding(
                check="media-unready",
                level="error",
                message=f"Readers cannot get {facts.headline(docket, event)} as it is: {refused}",
                event=event,
                file=docket.events[event].file,
                line=docket.line(event, "media", position, "file"),
                identity=("refused", one.file),
                settles="Put a JPEG or PNG in its place, or take it out.",
            )


def _unsigned(docket: Docket, shown: tuple[str, ...], closing: list[Finding]) -> Iterator[Finding]:
    """An event that is not signed closes the gate even if no check should say so."""
    said = {one.event for one in closing}
    for event in shown:
        if event not in said and not signing.valid(docket.investigation, event):
            yield Finding(
                check="signoff-missing",
                level="block",
                message=f"{facts.headline(docket, event)} is not signed as it reads now.",
                event=event,
                file=docket.events[event].file,
                line=docket.line(event, "signoffs"),
            )


def _nothing(docket: Docket, held: tuple[str, ...]) -> Finding:
    why = "all that are meant for them are under embargo" if held else "none is marked “public”"
    return Finding(
        check="nothing-public",
        level="block",
        message=f"There is no event that readers may get: {why}.",
        file=docket.investigation.file("heading"),
    )

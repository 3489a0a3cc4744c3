"""Builds the proof sheet of an investigation as of a day."""

from __future__ import annotations

from timelines.dates.edtf import edtf
from timelines.docket import Docket
from timelines.naming import Names
from timelines.proof.blocks import Builder
from timelines.proof.cited import told
from timelines.proof.heading import heading
from timelines.proof.people import pages
from timelines.proof.rows import Block, Sheet, clean
from timelines.sequence import chronological
from timelines.words import Words, words


def sheet(
    docket: Docket,
    *,
    internal: bool = False,
    event: str | None = None,
    person: str | None = None,
    standing: str | None = None,
) -> Sheet:
    """Every claim of what readers may get, once, in the order of events, and a page a person.

    `internal` adds what only the desk sees. With `event` it is that event alone, whoever may see
    it; with `person` those that say something of them, and their page alone; with `standing`
    (`unsigned`, `changed`) those that stand so. Events are numbered alike in all of these, but for
    internal ones; what stands above the timeline is number 0. Raises KeyError for an event or a
    person that is not there.
    """
    said = words("en")
    if event is not None and event not in docket.events:
        raise KeyError(event)
    if person is not None and person not in docket.people:
        raise KeyError(person)
    whole = _blocks(docket, said, internal, event)
    blocks = tuple(
        block
        for block in whole
        if (event is None or block.id == event) and (standing is None or block.standing == standing)
    )
    builder = _builder(docket, said, internal)
    if event is None and standing is None:
        blocks = (heading(docket, said, builder.names), *blocks)
    found = pages(builder, blocks, person)
    if person is not None:
        about = {one.claim.number.partition(".")[0] for page in found for one in page.statements}
        about |= {str(one.number) for page in found for one in page.replies}
        blocks = tuple(block for block in blocks if str(block.number) in about)
    record = docket.investigation.heading
    return Sheet(
        title=clean(record.title),
        slug=docket.investigation.slug,
        language=record.language,
        day=told(docket, edtf(docket.today.isoformat(), record.zone)),
        iso_day=docket.today.isoformat(),
        scope=tuple(_scope(docket, said, whole, blocks, internal, person)),
        blocks=blocks,
        pages=found,
    )


def _builder(docket: Docket, said: Words, internal: bool) -> Builder:
    return Builder(docket, said, Names(docket), internal)


def _blocks(docket: Docket, said: Words, internal: bool, event: str | None) -> tuple[Block, ...]:
    """The blocks of all events that belong on the sheet, numbered in the order they are shown."""
    steps = chronological(docket.investigation, docket.chronology)
    shown = [
        step.event
        for step in steps
        if internal or step.event in docket.public or step.event == event
    ]
    builder = _builder(docket, said, internal)
    return tuple(
        builder.block(one, number)
        for number, one in enumerate(shown, 1)
        if event is None or one == event
    )


def _scope(
    docket: Docket,
    said: Words,
    whole: tuple[Block, ...],
    blocks: tuple[Block, ...],
    internal: bool,
    person: str | None,
) -> list[str]:
    claims = sum(len(block.claims) for block in blocks)
    found = [
        said.say(
            "proof.scope.covers",
            events=said.count("proof.scope.events", sum(block.id != "" for block in blocks)),
            claims=said.count("proof.scope.claims", claims),
        )
    ]
    if person is not None and person in docket.people:
        found.append(said["proof.scope.person"])
    hidden = len(docket.events) - len(docket.public)
    if hidden and not internal:
        found.append(said.count("proof.scope.internal", hidden))
    for name in ("unsigned", "changed"):
        count = sum(block.standing == name for block in blocks)
        if count:
            found.append(said.count(f"proof.scope.{name}", count))
    return found

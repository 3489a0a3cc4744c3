"""One page a person: every claim about them, and the response sought and given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timelines.docket import Docket, Row
from timelines.proof.blocks import Builder, called
from timelines.proof.rows import Block, Claim, Page, Reply, Statement, clean
from timelines.records import Person
from timelines.words import Words

ABOUT = ("headline", "summary", "attribution", "people", "known_to", "answers", "corrections")
"""The parts of an event that say something of those who have a part in it."""


def pages(builder: Builder, blocks: Sequence[Block], only: str | None = None) -> tuple[Page, ...]:
    """The page of everybody whom a claim is about, by name; of that one person with `only`."""
    docket = builder.docket
    found = []
    for person in docket.people:
        if only is None or person == only:
            page = _page(builder, person, blocks)
            if page.statements or page.replies or only is not None:
                found.append(page)
    return tuple(sorted(found, key=lambda page: (page.name.casefold(), page.id)))


def _page(builder: Builder, person: str, blocks: Sequence[Block]) -> Page:
    docket, words = builder.docket, builder.words
    record = docket.investigation.person(person)
    statements = tuple(_statements(docket, person, blocks, words))
    return Page(
        id=person,
        name=called(docket, person, words),
        kind=words[f"proof.person.{record.kind or 'unsaid'}"],
        naming=_naming(record, words),
        roles=tuple(_roles(builder, record)),
        statuses=tuple(_statuses(builder, record)),
        statements=statements,
        replies=tuple(_replies(builder, person, blocks)),
        adverse=sum(any(person == one for one in docket.adverse.get(b.id, ())) for b in blocks),
    )


def _naming(record: Person, words: Words) -> str:
    if record.naming == "name":
        return words["proof.naming.name"]
    label = words["proof.nobody"] if record.label is None else clean(record.label)
    return words.say(f"proof.naming.{record.naming}", label=label)


def _roles(builder: Builder, record: Person) -> Iterator[str]:
    for one in record.roles:
        office = ", ".join(part for part in (one.title, one.org) if part is not None)
        days = [None if day is None else builder.day(day) for day in (one.from_, one.to)]
        key = f"{'from' if days[0] else ''}{'to' if days[1] else ''}"
        if key:
            office = builder.words.say(
                f"proof.role.{key}", office=office, start=days[0], end=days[1]
            )
        yield clean(office)


def _statuses(builder: Builder, record: Person) -> Iterator[str]:
    words = builder.words
    for one in record.legal_status:
        as_of = words["proof.status.undated"] if one.as_of is None else builder.day(one.as_of)
        status = words["proof.status.unsaid"] if one.status is None else one.status
        row = None if one.source is None else builder.docket.sources.get(one.source)
        says = words["proof.status.no_source"]
        if row is not None:
            hidden = row.terms != "on-record"
            says = (row.label or words["proof.unnamed"]) if hidden else row.title
        yield clean(words.say("proof.status.line", status=status, day=as_of, source=says))


def _statements(
    docket: Docket, person: str, blocks: Sequence[Block], words: Words
) -> Iterator[Statement]:
    for block in blocks:
        part = _part(docket, person, block.id, words)
        adverse = person in docket.adverse.get(block.id, ())
        for claim in block.claims:
            how = _how(claim, person, part if part is not None or not adverse else "", words)
            if how is not None:
                yield Statement(claim, block.headline, how, adverse)


def _part(docket: Docket, person: str, event: str, words: Words) -> str | None:
    """Somebody's part in an event in words; None where they have none."""
    rows: Iterable[Row] = docket.involved.get(event, ())
    parts = [row.part or words["proof.how.involved"] for row in rows if row.person == person]
    return clean(", ".join(parts)) if parts else None


def _how(claim: Claim, person: str, part: str | None, words: Words) -> str | None:
    """How a claim concerns somebody: it names them, or tells of an event they have a part in."""
    if person in claim.people:
        return words["proof.how.named"] if part is None or not part else part
    if part is not None and claim.part in ABOUT[:3]:
        return part or words["proof.how.adverse"]
    return None


def _replies(builder: Builder, person: str, blocks: Sequence[Block]) -> Iterator[Reply]:
    docket, words = builder.docket, builder.words
    for block in blocks:
        rows = [row for row in docket.responses.get(block.id, ()) if row.who == person]
        for row in rows:
            yield _reply(builder, block, row)
        if not rows and person in docket.adverse.get(block.id, ()):
            yield Reply(
                block.number,
                block.headline,
                words["proof.reply.not_asked"],
                "",
                "",
                "",
                None,
                owed=True,
            )


def _reply(builder: Builder, block: Block, row: Row) -> Reply:
    words = builder.words
    record = builder.docket.investigation.event(block.id).responses[row.position]
    given = words["proof.reply.none"]
    if record.answered is not None:
        given = builder.day(record.answered)
    elif record.answer is not None:
        given = words["proof.reply.undated"]
    return Reply(
        number=block.number,
        headline=block.headline,
        asked=builder.day(record.asked),
        how=clean(record.how or ""),
        deadline="" if record.deadline is None else builder.day(record.deadline),
        given=given,
        words=None if record.answer is None else clean(record.answer),
        owed=record.answer is None and record.answered is None,
    )

"""An event's rows in the tables, its dates, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence

from timelines.dates.distances import DistanceError, distance
from timelines.dates.when import When
from timelines.reading.paths import EVIDENCE, MEDIA, Misplaced, document
from timelines.reading.rows import Rows
from timelines.records import Citation, Event
from timelines.yamltrouble import brief

_NOWHERE = (None, None, None, None)


def _bounds(when: When | None) -> tuple[int | None, ...]:
    return _NOWHERE if when is None else (*when.start, *when.end)


def event_rows(rows: Rows, event: Event) -> None:
    """Add the rows of an event and of everything in it."""
    zone = event.zone
    trouble = None if zone is None else rows.calendar.zone_trouble(zone)
    when = rows.date(event.date, "date", zone=zone if trouble is None else None)
    if trouble is not None:
        # Read in another zone, the date would be a guess.
        rows.say(trouble, "zone")
        zone = when = None
    if when is not None:
        rows.dates["date"] = when
    embargo = None
    if event.embargo is not None:
        held = rows.calendar.embargo(event.embargo)
        if isinstance(held, str):
            rows.say(held, "embargo")
        else:
            embargo = held.start.earliest
    rows.add(
        "events", event.id, rows.entry.file, rows.entry.line, event.headline, event.date,
        rows.line("date"), zone or rows.calendar.zone, *_bounds(when),
        None if when is None else when.precision,
        *((False,) * 5 if when is None else
          (when.stretch, when.timed, when.approximate, when.uncertain, True)),
        event.basis, event.summary, event.kind, event.instrument, event.place, event.weight,
        event.verification, event.attribution, event.visibility, embargo, event.notes,
    )  # fmt: skip
    rows.words("lanes", event.id, event.storyline)
    rows.words("tags", event.id, event.tags)
    rows.words("sensitivities", event.id, event.sensitivity)
    rows.words("adverse", event.id, event.adverse_to)
    for i, person in enumerate(event.adverse_to):
        rows.name("person", person, "adverse_to", i)
    _involved_and_media(rows, event)
    _citations(rows, event.id, None, event.sources, ("sources",))
    _order_and_knowledge(rows, event)
    if event.responses or event.signoffs or event.waivers:
        _promises(rows, event)
    if event.corrections or event.questions:
        _notes(rows, event)


def _involved_and_media(rows: Rows, event: Event) -> None:
    file = rows.entry.file
    for i, one, line in rows.placed(event.people, "people"):
        rows.name("person", one.who, "people", i, "who")
        rows.add("involved", event.id, i, one.who, one.part, file, line)
    for i, medium, line in rows.placed(event.media, "media"):
        try:
            path = document(medium.file, EVIDENCE, MEDIA)
            rows.documents.append((path, rows.line("media", i, "file")))
        except Misplaced as fault:
            path = None
            rows.say(str(fault), "media", i, "file")
        rows.add("media", event.id, i, path, medium.alt, medium.credit, medium.caption, file,
                 line)  # fmt: skip


def _citations(
    rows: Rows,
    event: str,
    known: int | None,
    citations: Sequence[Citation],
    path: tuple[str | int, ...],
) -> None:
    file = rows.entry.file
    for i, one, line in rows.placed(citations, *path):
        rows.name("source", one.source, *path, i, "source")
        rows.add("citations", event, known, i, one.source, one.at, one.quote,
                 one.says.get("date"), one.stance, one.knowledge, one.attribution, one.notes,
                 file, line)  # fmt: skip
        for name, value in one.says.items():
            rows.add("claims", event, known, i, one.source, name, value, file,
                     rows.line(*path, i, "says", name))  # fmt: skip


def _order_and_knowledge(rows: Rows, event: Event) -> None:
    file = rows.entry.file
    for i, fact, line in rows.placed(event.order, "order"):
        relation = fact.relation
        rows.name("event", fact.other, "order", i, relation)
        rows.name("source", fact.source, "order", i, "source")
        if fact.by is not None:
            _distance(rows, fact.by, i)
        rows.add("order", event.id, i, relation, fact.other, fact.by, fact.source, file,
                 line)  # fmt: skip
    for i, known, line in rows.placed(event.known_to, "known_to"):
        rows.name("person", known.who, "known_to", i, "who")
        when = rows.date(known.date, "known_to", i, "date")
        if when is not None:
            rows.dates[i] = when
        rows.add("known", event.id, i, known.who, known.date, rows.line("known_to", i, "date"),
                 *_bounds(when), when is not None, known.how, known.stance, file,
                 line)  # fmt: skip
        _citations(rows, event.id, i, known.sources, ("known_to", i, "sources"))


def _distance(rows: Rows, by: str, i: int) -> None:
    """Say where a distance cannot be read; one that leaves its number open is a question."""
    try:
        distance(by)
    except DistanceError as error:
        message = error.message.replace(by, brief(by))
        if error.leaves_open is None:
            rows.say(message, "order", i, "by")
        else:
            rows.say(message, "order", i, "by", check="phrase-unresolved", level="question")


def _promises(rows: Rows, event: Event) -> None:
    file = rows.entry.file
    for i, one, line in rows.placed(event.responses, "responses"):
        at = ("responses", i)
        rows.name("person", one.who, *at, "who")
        asked = rows.span(one.asked, *at, "asked")
        rows.date(one.deadline, *at, "deadline")
        rows.date(one.answered, *at, "answered")
        rows.add("responses", event.id, i, one.who, one.asked, *asked, one.how, one.deadline,
                 one.answer, one.answered, file, line)  # fmt: skip
    for i, sign, line in rows.placed(event.signoffs, "signoffs"):
        rows.date(sign.on, "signoffs", i, "on")
        rows.add("signoffs", event.id, i, sign.role, sign.by, sign.on, sign.fingerprint, file,
                 line)  # fmt: skip
    for i, waiver, line in rows.placed(event.waivers, "waivers"):
        rows.date(waiver.on, "waivers", i, "on")
        rows.date(waiver.until, "waivers", i, "until")
        rows.add("waivers", event.id, i, waiver.check, waiver.because, waiver.by, waiver.on,
                 waiver.until, waiver.fingerprint, file, line)  # fmt: skip


def _notes(rows: Rows, event: Event) -> None:
    file = rows.entry.file
    for i, one, line in rows.placed(event.corrections, "corrections"):
        rows.date(one.on, "corrections", i, "on")
        rows.add("corrections", event.id, i, one.on, one.kind, one.note, file,
                 line)  # fmt: skip
    for i, question, line in rows.placed(event.questions, "questions"):
        rows.date(question.on, "questions", i, "on")
        rows.add("questions", event.id, i, question.ask, question.by, question.on,
                 question.owner, question.answer, file, line)  # fmt: skip

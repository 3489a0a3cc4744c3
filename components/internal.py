"""What the desk alone sees of an event: corrections, questions, replies, sign-offs, notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from components.meaning import day_in_words
from timelines.investigation import Investigation
from timelines.records import Event, Question, Response
from timelines.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands beside it."""

    label: str
    text: str


def name_of(investigation: Investigation, person: str) -> str:
    """The person's name; the id where nobody has it."""
    try:
        return investigation.person(person).name
    except KeyError:
        return person


def corrections(record: Event, words: Words) -> Iterable[Line]:
    """What readers were told was changed, and when."""
    for one in record.corrections:
        kind = words[f"app.change.{one.kind or 'correction'}"]
        yield Line(f"{kind}, {day_in_words(one.on, words.language)}", one.note)


def questions(record: Event, words: Words) -> Iterable[Line]:
    """The editor's open questions, with who asks, since when, and who is to find out."""
    for one in record.questions:
        text = one.ask if one.answer is None else f"{one.ask} — {one.answer}"
        yield Line(asked_by(one, words), text)


def asked_by(one: Question, words: Words) -> str:
    """Who asks, since when, and who is to find out, as far as the question says it."""
    day = None if one.on is None else day_in_words(one.on, words.language)
    owner = None if one.owner is None else words.say("answers.owner_of", owner=one.owner)
    return ", ".join(part for part in (one.by, day, owner) if part is not None)


def desk(investigation: Investigation, record: Event, words: Words) -> Iterable[Line]:
    """Everything else in the file: where, who sees it, who was asked, who signed, the notes."""

    def line(key: str, text: str | None) -> Iterable[Line]:
        if text:
            yield Line(words[f"app.card.{key}"], text)

    yield from line("instrument", record.instrument)
    yield from line("place", record.place)
    yield from line("tags", ", ".join(record.tags))
    yield from line("visibility", words[f"app.visibility.{record.visibility}"])
    embargo = record.embargo
    if embargo is not None:
        zone = investigation.heading.zone
        yield from line("embargo", day_in_words(embargo, words.language, zone))
    yield from line("sensitivity", ", ".join(record.sensitivity))
    yield from line("adverse", ", ".join(name_of(investigation, one) for one in record.adverse_to))
    for response in record.responses:
        yield from line("responses", _response(investigation, response, words))
    for one in record.media:
        said = [one.file, one.caption, one.alt, one.credit]
        yield from line("media", " · ".join(part for part in said if part is not None))
    signed = "; ".join(
        f"{one.role}: {one.by}, {day_in_words(one.on, words.language)}" for one in record.signoffs
    )
    yield from line("signed", signed or words["app.card.unsigned"])
    yield from line("notes", record.notes)
    file, at = investigation.file("event", record.id), investigation.line("event", record.id)
    yield from line("file", file if at is None else f"{file}:{at}")


def _response(investigation: Investigation, one: Response, words: Words) -> str:
    def day(written: str) -> str:
        return day_in_words(written, words.language, investigation.heading.zone)

    said = [name_of(investigation, one.who), words.say("app.card.asked", asked=day(one.asked))]
    if one.deadline is not None:
        said.append(words.say("app.card.deadline", deadline=day(one.deadline)))
    if one.answered is not None:
        said.append(words.say("app.card.answered", answered=day(one.answered)))
    elif one.answer is None:
        said.append(words["app.card.no_answer"])
    answer = [] if one.answer is None else [words.say("app.card.answer", answer=one.answer)]
    return ". ".join([", ".join(said), *answer])

"""The allow-list: everything that readers may get, and nothing else has a place in it.

A field of the format that is not named here stays at the desk. Each field says what it holds;
`schema` makes the published JSON Schema of it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Annotated, Any

Json = dict[str, Any]


Span = tuple[str | None, str | None]
"""First possible instant and first impossible one, ISO 8601 in UTC; None where unbounded."""


@dataclass(frozen=True, slots=True)
class PublicDay:
    """A date in words and for machines, no more precise than it is known."""

    words: Annotated[str, "The date in words."]
    edtf: Annotated[str, "The date in EDTF, as it was written."]
    datetime: Annotated[
        str | None, "The value of HTML’s `<time datetime>`, where HTML has one for this date."
    ] = None


@dataclass(frozen=True, slots=True)
class PublicDate:
    """When something was: in words, for machines, and the span in which it lies."""

    words: Annotated[str, "The date in words."]
    edtf: Annotated[str, "The date in EDTF, as it was written."]
    datetime: Annotated[
        str | None, "The value of HTML’s `<time datetime>`, where HTML has one for this date."
    ] = None
    stretch: Annotated[
        bool | None, "True where it lasted, rather than being a moment in a span."
    ] = None
    start: Annotated[Span | None, "The span in which it began."] = None
    end: Annotated[Span | None, "The span in which it ended; a moment ends when it begins."] = None
    members: Annotated[tuple[Span, ...], "The separate spans, where it was in one of several."] = ()
    approximate: Annotated[bool | None, "True where it is only about then."] = None
    uncertain: Annotated[bool | None, "True where the date is in doubt."] = None
    ongoing: Annotated[bool | None, "True where it is still going on."] = None


@dataclass(frozen=True, slots=True)
class PublicSource:
    """A source on the record that readers may see."""

    id: Annotated[str, "Its public id."]
    title: Annotated[str, "What it is called."]
    publisher: Annotated[str | None, "Who published it."] = None
    author: Annotated[str | None, "Who made it."] = None
    published: Annotated[PublicDay | None, "When it was published."] = None
    created: Annotated[PublicDay | None, "When it was made."] = None
    url: Annotated[str | None, "Where it stands on the web; http or https."] = None
    archived_url: Annotated[str | None, "Where a copy of that is archived; http or https."] = None


@dataclass(frozen=True, slots=True)
class PublicCitation:
    """Who says so: a source that readers may see, or the words agreed for one that they may not."""

    stance: Annotated[str, "supports, disputes or mentions."]
    source: Annotated[PublicSource | None, "The source, where readers may see it."] = None
    label: Annotated[str | None, "The agreed words for a source that is not named."] = None
    at: Annotated[str | None, "Where in the source."] = None
    quote: Annotated[str | None, "The words used."] = None
    attribution: Annotated[str | None, "The wording for this source here."] = None


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """Somebody, by name where they may be named, by the agreed words where not."""

    id: Annotated[str | None, "The public id of somebody who is named."] = None
    name: Annotated[str | None, "The name."] = None
    kind: Annotated[str | None, "person or organisation, of somebody who is named."] = None
    label: Annotated[str | None, "The words used for somebody who is not named."] = None
    part: Annotated[str | None, "Their part in the event."] = None


@dataclass(frozen=True, slots=True)
class PublicKnowing:
    """Somebody knew of the event, was told, or denies it; all named, with sources on the record."""

    who: Annotated[PublicPerson, "Who."]
    stance: Annotated[str, "knew, told or denies."]
    date: Annotated[PublicDate, "Since when, or for which time it is denied."]
    how: Annotated[str | None, "How they came to know."] = None
    sources: Annotated[tuple[PublicCitation, ...], "Who says so."] = ()


@dataclass(frozen=True, slots=True)
class PublicAnswer:
    """What somebody answered when asked to respond."""

    answer: Annotated[str, "Their words."]
    who: Annotated[PublicPerson | None, "Who."] = None


@dataclass(frozen=True, slots=True)
class PublicCorrection:
    """A correction that readers are given."""

    on: Annotated[PublicDay, "The day."]
    note: Annotated[str, "What it says."]
    kind: Annotated[str | None, "correction, clarification, update or retraction."] = None


@dataclass(frozen=True, slots=True)
class PublicMedium:
    """A picture shown with an event, made anew without anything but what is seen."""

    file: Annotated[str, "Its path in the published folder."]
    alt: Annotated[str | None, "What it shows, for those who cannot see it."] = None
    credit: Annotated[str | None, "Who made it."] = None
    caption: Annotated[str | None, "Words under it."] = None
    width: Annotated[int | None, "Pixels across."] = None
    height: Annotated[int | None, "Pixels down."] = None


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """One event as readers get it."""

    id: Annotated[str, "Its public id; the same from one publication to the next."]
    headline: Annotated[str, "One sentence: what happened."]
    date: Annotated[PublicDate, "When."]
    basis: Annotated[str, "stated, computed or inferred: how the date is known."]
    basis_words: Annotated[str, "The same in words."]
    verification: Annotated[str, "How true it is held to be: confirmed, alleged …"]
    verification_words: Annotated[str, "The same in words."]
    summary: Annotated[str | None, "A paragraph, CommonMark without HTML."] = None
    kind: Annotated[str | None, "incident, notice, filing, statement …"] = None
    instrument: Annotated[str | None, "What the thing is: complaint, letter …"] = None
    storylines: Annotated[tuple[str, ...], "The lanes it belongs to."] = ()
    people: Annotated[tuple[PublicPerson, ...], "Who is involved."] = ()
    place: Annotated[str | None, "Where."] = None
    tags: Annotated[tuple[str, ...], "Words to select it by."] = ()
    weight: Annotated[int | None, "How much it matters to the story, 1 to 3."] = None
    attribution: Annotated[str | None, "The exact wording: “the department says”."] = None
    media: Annotated[tuple[PublicMedium, ...], "Pictures shown with it."] = ()
    sources: Annotated[tuple[PublicCitation, ...], "Who says so."] = ()
    known_to: Annotated[tuple[PublicKnowing, ...], "Who knew of it, and since when."] = ()
    answers: Annotated[
        tuple[PublicAnswer, ...], "What those answered who were asked to respond."
    ] = ()
    corrections: Annotated[tuple[PublicCorrection, ...], "What was changed after publication."] = ()
    order_undecided: Annotated[
        bool | None, "True where nothing public establishes that it came after the event before it."
    ] = None


@dataclass(frozen=True, slots=True)
class PublicTimeline:
    """Everything that readers get."""

    title: Annotated[str, "What the timeline is called."]
    zone: Annotated[str, "The IANA time zone in which dates are told."]
    language: Annotated[str, "The language of its words, BCP 47."]
    summary: Annotated[str | None, "A paragraph about it, CommonMark without HTML."] = None
    byline: Annotated[str | None, "Who reports it."] = None
    publisher: Annotated[str | None, "Who publishes it."] = None
    url: Annotated[str | None, "Where the story lives; http or https."] = None
    updated: Annotated[PublicDay | None, "The day of the newest correction."] = None
    storylines: Annotated[tuple[str, ...], "The lanes that have events, in order."] = ()
    events: Annotated[
        tuple[PublicEvent, ...], "The events in the order in which they are read."
    ] = ()


TYPES = (
    PublicTimeline, PublicEvent, PublicDate, PublicDay, PublicPerson, PublicCitation, PublicSource,
    PublicKnowing, PublicAnswer, PublicCorrection, PublicMedium,
)  # fmt: skip
"""Every type of the allow-list, the whole first."""


WORKED_OUT = frozenset(
    {"id", "words", "datetime", "basis_words", "verification_words", "order_undecided"}
    | {"width", "height"}
)
"""Fields that the program makes of others: a better wording of a date voids no signature."""


def as_json(public: Any) -> Json:
    """A public object as it stands in JSON: without what is not said."""
    assert is_dataclass(public)  # noqa: S101 - for the type checker
    found: Json = {}
    for one in fields(public):
        value = getattr(public, one.name)
        if value is not None and value != ():
            found[one.name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return as_json(value) if is_dataclass(value) else value

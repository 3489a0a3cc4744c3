"""Every text of a public event that readers get, by the rules of publishing, with its place.

`passages` has the words of events alone. This adds what stands in lists, in who knew, and in the
records of the people and sources that readers see with the event. A test holds it against what
`publish --explain` lists, so that no field that readers get is forgotten here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timelines.investigation import Investigation
from timelines.passages import Passage
from timelines.publish import citing
from timelines.publish.telling import is_public
from timelines.records import Citation, Event

NAME = "name of somebody"
"""The field of a name as such; by it nobody is described."""

OWN_VOICE = (
    "headline", "summary", "attribution", "place", "alt", "caption", "note", "instrument", "tags",
    "storyline", "list of people", "list of who knew", "locator", "label",
    "source’s label",
)  # fmt: skip
"""The fields in which the paper speaks; quotes, answers, credits and titles are words of others."""

_SOURCE = {
    "title": "source’s title",
    "publisher": "source’s publisher",
    "author": "source’s author",
    "url": "source’s address",
    "archived_url": "source’s archived address",
}
_HEADING = ("title", "summary", "byline", "publisher", "url")

_Path = tuple[str | int, ...]


def readers_texts(
    investigation: Investigation, passages: Mapping[str, tuple[Passage, ...]]
) -> Mapping[str, tuple[Passage, ...]]:
    """The texts of each event that is public, whatever its embargo; `passages` come first."""
    events = investigation.events
    public = events[events["visibility"] == "public"]
    return {
        event: (*passages.get(event, ()), *_Teller(investigation, event, file).more())
        for event, file in zip(public["id"], public["file"], strict=True)
    }


def heading_texts(investigation: Investigation) -> tuple[Passage, ...]:
    """The texts of the heading that readers get, of no event."""
    heading, file = investigation.heading, investigation.file("heading") or ""
    found = [
        Passage("", name, text, file, (name,), investigation, "heading")
        for name in _HEADING
        if (text := getattr(heading, name)) is not None
    ]
    return tuple(found)


class _Teller:
    """Tells one event's texts beyond its passages."""

    def __init__(self, investigation: Investigation, event: str, file: str) -> None:
        self._investigation = investigation
        self._event = event
        self._file = file
        self._seen: set[tuple[str, str]] = set()

    def more(self) -> Iterator[Passage]:
        """Those of lists, people, sources and who knew, in the order of the file."""
        record = self._investigation.event(self._event)
        yield from self._lists(record)
        for place, one in enumerate(record.people):
            if citing.appears(self._investigation, one.who):
                yield from self._own("list of people", one.part, "people", place, "part")
                yield from self._person(one.who)
        yield from self._cited(record.sources, ("sources",), known=False)
        for place, item in enumerate(record.known_to):
            if is_public(self._investigation, self._event, place):
                yield from self._own("list of who knew", item.how, "known_to", place, "how")
                yield from self._person(item.who)
                yield from self._cited(item.sources, ("known_to", place, "sources"), known=True)
        for response in record.responses:
            if response.answer is not None:
                yield from self._person(response.who)

    def _lists(self, record: Event) -> Iterator[Passage]:
        yield from self._own("instrument", record.instrument, "instrument")
        for name, texts in (("tags", record.tags), ("storyline", record.storyline)):
            for place, text in enumerate(texts):
                yield from self._own(name, text, name, place)

    def _cited(self, cited: Sequence[Citation], path: _Path, *, known: bool) -> Iterator[Passage]:
        for place, one in enumerate(cited):
            source = citing.source_of(self._investigation, one.source)
            if source is None:
                continue
            if not citing.shown(source):
                label = citing.agreed_words(source)
                yield from self._other("source’s label", label, "source", source.id, "label")
                continue
            yield from self._own("locator", one.at, *path, place, "at")
            if known:
                yield from self._own("quote", one.quote, *path, place, "quote")
                yield from self._own("attribution", one.attribution, *path, place, "attribution")
            for field, called in _SOURCE.items():
                text = getattr(source, field)
                if field.endswith("url"):
                    text = citing.link(text)
                yield from self._other(called, text, "source", source.id, field)

    def _person(self, identity: str) -> Iterator[Passage]:
        person = citing.person_of(self._investigation, identity)
        if person is None:
            return
        if person.naming == "name":
            yield from self._other(NAME, person.name, "person", person.id, "name")
        else:
            yield from self._other("label", person.label, "person", person.id, "label")

    def _own(self, called: str, text: str | None, *path: str | int) -> Iterator[Passage]:
        if text is not None:
            yield Passage(self._event, called, text, self._file, path, self._investigation)

    def _other(
        self, called: str, text: str | None, kind: str, record: str, field: str
    ) -> Iterator[Passage]:
        """A text of another record that comes with the event: once, however often it is named."""
        if text is None or (called, record) in self._seen:
            return
        self._seen.add((called, record))
        file = self._investigation.file(kind, record) or self._file
        yield Passage(self._event, called, text, file, (field,), self._investigation, kind, record)

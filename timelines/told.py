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
    beside = _Beside(investigation)
    return {
        event: (*passages.get(event, ()), *_Teller(investigation, event, file, beside).more())
        for event, file in zip(public["id"].tolist(), public["file"].tolist(), strict=True)
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


_Said = tuple[tuple[str, str, str, str, str, str], ...]
"""Texts of another record: what each is called, the text, the file, kind, record and field."""


class _Beside:
    """What readers get of sources and people beside an event, worked out once for all events."""

    def __init__(self, investigation: Investigation) -> None:
        self._investigation = investigation
        self._sources: dict[str, tuple[bool, _Said]] = {}
        self._people: dict[str, _Said] = {}

    def source(self, identity: str) -> tuple[bool, _Said]:
        """Whether a source is shown, and its texts; the agreed words of one that is not."""
        if identity not in self._sources:
            self._sources[identity] = self._of_source(identity)
        return self._sources[identity]

    def person(self, identity: str) -> _Said:
        """The name of somebody, or the agreed words; nothing of whom readers do not get."""
        if identity not in self._people:
            self._people[identity] = self._of_person(identity)
        return self._people[identity]

    def _of_source(self, identity: str) -> tuple[bool, _Said]:
        source = citing.source_of(self._investigation, identity)
        if source is None:
            return False, ()
        file = self._investigation.file("source", identity) or ""
        said: tuple[tuple[str, str, str], ...]
        if not citing.shown(source):
            label = citing.agreed_words(source)
            said = () if label is None else (("source’s label", label, "label"),)
        else:
            texts = {
                field: citing.link(getattr(source, field))
                if field.endswith("url")
                else getattr(source, field)
                for field in _SOURCE
            }
            said = tuple((_SOURCE[one], text, one) for one, text in texts.items() if text)
        return citing.shown(source), tuple(
            (called, text, file, "source", identity, field) for called, text, field in said
        )

    def _of_person(self, identity: str) -> _Said:
        person = citing.person_of(self._investigation, identity)
        if person is None:
            return ()
        file = self._investigation.file("person", identity) or ""
        if person.naming == "name":
            return ((NAME, person.name, file, "person", identity, "name"),)
        if person.label is None:
            return ()
        return (("label", person.label, file, "person", identity, "label"),)


class _Teller:
    """Tells one event's texts beyond its passages."""

    def __init__(
        self, investigation: Investigation, event: str, file: str, beside: _Beside
    ) -> None:
        self._investigation = investigation
        self._event = event
        self._file = file
        self._beside = beside
        self._seen: set[_Said] = set()

    def more(self) -> Iterator[Passage]:
        """Those of lists, people, sources and who knew, in the order of the file."""
        record = self._investigation.event(self._event)
        yield from self._lists(record)
        for place, one in enumerate(record.people):
            told = self._beside.person(one.who)
            if told:
                yield from self._own("list of people", one.part, "people", place, "part")
                yield from self._other(told)
        yield from self._cited(record.sources, ("sources",), known=False)
        for place, item in enumerate(record.known_to):
            if is_public(self._investigation, self._event, place):
                yield from self._own("list of who knew", item.how, "known_to", place, "how")
                yield from self._other(self._beside.person(item.who))
                yield from self._cited(item.sources, ("known_to", place, "sources"), known=True)
        for response in record.responses:
            if response.answer is not None:
                yield from self._other(self._beside.person(response.who))

    def _lists(self, record: Event) -> Iterator[Passage]:
        yield from self._own("instrument", record.instrument, "instrument")
        for name, texts in (("tags", record.tags), ("storyline", record.storyline)):
            for place, text in enumerate(texts):
                yield from self._own(name, text, name, place)

    def _cited(self, cited: Sequence[Citation], path: _Path, *, known: bool) -> Iterator[Passage]:
        for place, one in enumerate(cited):
            shown, told = self._beside.source(one.source)
            if shown:
                yield from self._own("locator", one.at, *path, place, "at")
            if shown and known:
                yield from self._own("quote", one.quote, *path, place, "quote")
                yield from self._own("attribution", one.attribution, *path, place, "attribution")
            yield from self._other(told)

    def _own(self, called: str, text: str | None, *path: str | int) -> Iterator[Passage]:
        if text is not None:
            yield Passage(self._event, called, text, self._file, path, self._investigation)

    def _other(self, told: _Said) -> Iterator[Passage]:
        """Texts of another record that come with the event: once, however often it is named."""
        if told in self._seen:
            return
        self._seen.add(told)
        for called, text, file, kind, record, field in told:
            yield Passage(
                self._event, called, text, file, (field,), self._investigation, kind, record
            )

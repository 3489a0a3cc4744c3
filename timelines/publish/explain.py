"""Every text that readers would get, and from which line of which file it comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from timelines.investigation import Investigation
from timelines.publish.differences import KEYS
from timelines.publish.origins import Origin, Origins
from timelines.publish.public import (
    WORKED_OUT,
    PublicDate,
    PublicDay,
    PublicEvent,
    PublicMedium,
    PublicTimeline,
)


@dataclass(frozen=True, slots=True)
class Explained:
    """One public text: the event it belongs to (by headline), its part, and its place.

    `worked_out` tells that the program made it of what stands there.
    """

    headline: str | None
    part: str
    text: str
    file: str | None
    line: int | None
    worked_out: bool


def explained(
    investigation: Investigation, public: PublicTimeline, origins: Origins
) -> list[Explained]:
    """Every text of a publication, in the order in which it stands there."""
    guide = _Guide(investigation, origins)
    return list(guide.walk(public, None, "", Origin("heading", None, ())))


@dataclass(frozen=True)
class _Guide:
    investigation: Investigation
    origins: Origins

    def walk(
        self, public: Any, headline: str | None, part: str, inherited: Origin
    ) -> Iterator[Explained]:
        """The texts of one object and of those in it. `inherited` is where it came from if that
        was not noted of it."""
        own = self.origins.of(public) or inherited
        if isinstance(public, PublicEvent):
            headline, part = public.headline, ""
        for one in fields(public):
            value = getattr(public, one.name)
            dotted = f"{part}.{one.name}" if part else one.name
            origin = self.origins.of_field(public, one.name) or _within(public, own, one.name)
            made = _is_made(public, one.name)
            items = list(enumerate(value)) if isinstance(value, tuple) else [(None, value)]
            for position, item in items:
                named = dotted if position is None else f"{dotted}.{position + 1}"
                if is_dataclass(item):
                    yield from self.walk(item, headline, named, origin)
                elif isinstance(item, tuple):
                    texts = (text for text in item if text is not None)
                    yield from (self._text(headline, named, text, origin, made) for text in texts)
                elif isinstance(item, str):
                    at = origin if position is None else _item(origin, position)
                    yield self._text(headline, named, item, at, made)

    def _text(
        self, headline: str | None, part: str, text: str, origin: Origin, made: bool
    ) -> Explained:
        kind, record, path = origin
        file = self.investigation.file(kind, record)
        line = self.investigation.line(kind, record, *path)
        return Explained(headline, part, text, file, line, made)


def _within(public: object, own: Origin, field: str) -> Origin:
    """Where a field came from: the same key of the record; of a date, the date itself."""
    if isinstance(public, PublicDate | PublicDay):
        return own
    key = field.removesuffix("_words")
    if isinstance(public, PublicEvent):
        key = KEYS.get(key, key)
    return Origin(own.kind, own.record, (*own.path, key))


def _item(origin: Origin, position: int) -> Origin:
    """Where one of several words came from; of the heading's, which has more, the list."""
    if origin.kind == "heading":
        return origin
    return origin._replace(path=(*origin.path, position))


def _is_made(public: object, field: str) -> bool:
    """Whether the program makes a text rather than passing on what somebody wrote."""
    if isinstance(public, PublicDate | PublicDay):
        return field != "edtf"
    return field in WORKED_OUT or (isinstance(public, PublicMedium) and field == "file")

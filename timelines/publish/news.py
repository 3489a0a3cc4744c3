"""What changed since the last publication: events that are new, gone, or told otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from timelines.publish import memory
from timelines.publish.differences import Difference, differences
from timelines.publish.public import Json

HEADING = ("title", "summary", "byline", "publisher", "url", "language", "zone", "storylines")
"""The parts of a timeline that stand above its events."""


class Changed(NamedTuple):
    """An event that readers were told otherwise, by its headline now."""

    headline: str
    differences: tuple[Difference, ...]


class News(NamedTuple):
    """What changed since the last publication; `first` where there was none."""

    first: bool
    heading: tuple[Difference, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Changed, ...]

    @property
    def nothing(self) -> bool:
        """Whether readers get what they had."""
        return not (self.first or self.heading or self.added or self.removed or self.changed)


def news(before: Json | None, after: Mapping[str, Any]) -> News:
    """What is in one `timeline.json` and was not in the one before, by public ids."""
    now = memory.told_by_id(dict(after))
    if before is None:
        return News(True, (), tuple(one["headline"] for one in now.values()), (), ())
    was = memory.told_by_id(before)
    changed = []
    for public_id, told in now.items():
        if public_id in was:
            found = differences(was[public_id], told)
            if found:
                changed.append(Changed(told["headline"], found))
    return News(
        False,
        differences(before, after, HEADING) if "title" in before else (),
        tuple(one["headline"] for public_id, one in now.items() if public_id not in was),
        tuple(str(one.get("headline")) for public_id, one in was.items() if public_id not in now),
        tuple(changed),
    )

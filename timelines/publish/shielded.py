"""Looks for people who must not be named in every word that readers would get of an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding
from timelines.publish.public import WORKED_OUT, PublicEvent, PublicPerson
from timelines.wordlists import matching


def named(docket: Docket, event: str, told: PublicEvent) -> Iterator[Finding]:
    """A finding for each person whose naming forbids it and whose name stands in public words.

    The check `never-named` reads what is written; this reads what goes out, whatever field it
    came from. Names that stand there as names, by the naming rule of those who bear them, are
    not looked at: somebody else may have the same.
    """
    patterns = {
        row.id: matching(names, capitals=True)
        for row in docket.people.values()
        if row.naming != "name" and (names := _names(docket, row))
    }
    if not patterns:
        return
    texts = list(_texts(told))
    for person, pattern in patterns.items():
        found = next((match for text in texts if (match := pattern.search(text))), None)
        if found is not None:
            yield Finding(
                check="never-named",
                level="block",
                message=(
                    f"What readers would get of {facts.headline(docket, event)} says "
                    f"“{facts.quotable(found[0])}”, which names somebody who must not be named."
                ),
                event=event,
                file=docket.events[event].file,
                line=docket.events[event].line,
                identity=(person, "published", found[0]),
                settles="Write the agreed label or the role instead.",
            )


def _names(docket: Docket, row: Any) -> list[str]:
    """Their names, but for those that the agreed words contain."""
    label = (row.label or "").casefold()
    return [name for name in docket.names[row.id] if name.casefold() not in label]


def _texts(public: Any) -> Iterator[str]:
    for one in fields(public):
        if one.name in WORKED_OUT or (isinstance(public, PublicPerson) and one.name == "name"):
            continue
        value = getattr(public, one.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str):
                yield item
            elif is_dataclass(item):
                yield from _texts(item)

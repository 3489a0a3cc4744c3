"""Public ids: short, the same from one publication to the next, and telling nothing.

An id that is made from the one in the files could be checked against guesses (“is this the event
called tip-from-jones?”), with or without a key that would have to be kept secret for ever. So a
public id is made only of what readers get anyway: of an event, its headline when it was first
published. The investigation's folder remembers it from then on (`memory`), so that an event keeps
its id when its headline is corrected; what was published before is looked at where nothing is
remembered. No event has a number, so that one that is added or held back leaves no gap.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

LENGTH = 10
"""Characters of five bits each, of a person or source: among a million, two are alike once in two
thousand times."""
SHORT = 6
"""The same of an event, whose id every page repeats and no browser's packing makes shorter. Two
that are alike, once in two thousand timelines of a thousand events, are told apart by their dates
as two of one headline are."""


class Named(NamedTuple):
    """An event that needs a public id: its own id, and what readers know it by."""

    event: str
    headline: str
    edtf: str


def source_id(url: str | None, title: str, publisher: str | None) -> str:
    """The public id of a source: of its address, else of its title and publisher."""
    return _made("s", url) if url is not None else _made("s", title, publisher or "")


def person_id(name: str) -> str:
    """The public id of somebody who is named: two of one name have one id."""
    return _made("p", name)


def event_ids(
    events: Iterable[Named],
    remembered: Mapping[str, str],
    published: Sequence[Named] = (),
) -> dict[str, str]:
    """The public id of each event, by its own id.

    `remembered` are the ids by event as the investigation's folder has them. `published` is what
    readers have now, with the public id as `event`: an event that nothing is remembered of is the
    one with the same headline, else the only one of the same date.
    """
    found: dict[str, str] = {}
    waiting = []
    for one in events:
        if one.event in remembered:
            found[one.event] = remembered[one.event]
        else:
            waiting.append(one)
    taken = set(remembered.values())
    free = [one for one in published if one.event not in taken]
    for field in ("headline", "edtf"):
        waiting = _matched(waiting, free, field, found)
    taken |= {one.event for one in published}
    # The order must not depend on ids that readers do not get, where two headlines are alike.
    for one in sorted(waiting, key=lambda one: (one.headline, one.edtf)):
        made = (_made("e", *parts) for parts in _parts(one))
        found[one.event] = next(id for id in made if id not in taken)
        taken.add(found[one.event])
    return found


def _parts(one: Named) -> Iterable[tuple[str, ...]]:
    yield (one.headline,)
    yield one.headline, one.edtf
    number = 2
    while True:
        yield one.headline, one.edtf, str(number)
        number += 1


def _matched(
    waiting: list[Named], free: list[Named], field: str, found: dict[str, str]
) -> list[Named]:
    """Give the published ids that one event alone can have; the events that are left."""
    wanted = Counter(getattr(one, field) for one in waiting)
    there: dict[str, list[Named]] = defaultdict(list)
    for one in free:
        there[getattr(one, field)].append(one)
    left = []
    for one in waiting:
        words = getattr(one, field)
        same = there[words] if words != "unknown" else []
        if len(same) == 1 and wanted[words] == 1:
            found[one.event] = same[0].event
            free.remove(same[0])
        else:
            left.append(one)
    return left


def _made(kind: str, *parts: str) -> str:
    digest = hashlib.sha256("\x1f".join((kind, *parts)).encode("utf-8", "surrogatepass")).digest()
    length = SHORT if kind == "e" else LENGTH
    return kind + base64.b32encode(digest).decode().lower()[:length]

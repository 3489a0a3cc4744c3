"""Sends a publication from the desk to where readers are, in the order that never leaves half."""

from __future__ import annotations

import os
from collections.abc import Callable

from components import writing
from components.visit import Visit
from timelines import vault
from timelines.publish import folder, memory
from timelines.publish.page import explore
from timelines.publish.publication import DATA, Prepared, prepare
from timelines.publish.targets import writing as sending
from timelines.publish.targets.faults import Unreachable
from timelines.publish.targets.opening import place_outside
from timelines.publish.targets.progress import summary

_TROUBLES = (
    Unreachable,
    sending.Occupied,
    sending.Stopped,
    vault.KeyHanded,
    explore.Missing,
    ValueError,
)
"""Whose message is a sentence for whoever publishes."""


def publish(
    visit: Visit,
    written: str,
    now: int,
    told: Callable[[int, int], None],
    *,
    at: str | None = None,
    to_explore: bool = False,
) -> bool:
    """Publish what stands on the desk to a folder or address; every trouble is told on the page.

    The gate is asked again, against what lies there: what it refuses is not sent. `at` is the
    address that readers have for it; `to_explore` adds `explore.html`.
    """
    words = visit.words
    try:
        vault.refuse_key(os.environ, "Publishing")
        place = place_outside(written, visit.investigation.path)
        before = memory.published(place.read(DATA))
        prepared = prepare(
            visit.investigation, visit.opened.today, now, before, at, to_explore=to_explore
        )
        if not prepared.decision.open:
            count = len(prepared.decision.missing)
            writing.say(words.say("publishing.refused", count=count), "trouble")
            return False
        sent = sending.write(
            prepared.publication.files, place, lambda done, files, *_: told(done, files)
        )
    except _TROUBLES as fault:
        writing.say(str(fault), "trouble")
        return False
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        writing.say(words.say("app.writing.disk", why=why), "trouble")
        return False
    _remember(visit, prepared)
    writing.say(words.say("publishing.done", place=place.name, summary=summary(sent)))
    return True


def _remember(visit: Visit, prepared: Prepared) -> None:
    """Keep beside the investigation what readers have now."""
    try:
        kept = visit.investigation.path / memory.FILE
        folder.put(kept, prepared.publication.remembered.encode("utf-8"))
    except OSError:
        writing.say(visit.words.say("publishing.forgotten", file=memory.FILE), "trouble")

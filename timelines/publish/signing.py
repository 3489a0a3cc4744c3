"""What a signature holds for: exactly what readers would get of an event, and whether it still is.

The fingerprint of an event is a sum over everything that readers would get of it, the sources it
cites and the people in it included, by the rules under which they get them. A change of a note, of
another event or of the order voids no signature; neither does a better wording of dates by this
program. What was signed is kept beside the investigation's files, in `signed/`, under its
fingerprint, so that an editor is told what changed since. It holds nothing but what readers were
to get.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from timelines import tables
from timelines.investigation import Investigation
from timelines.publish import pictures
from timelines.publish.differences import Difference, differences, essence
from timelines.publish.kept import kept_text
from timelines.publish.public import Json, as_json
from timelines.publish.telling import Teller

KEPT = "signed"
"""The folder in the investigation where what was signed is kept."""

_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Signature:
    """One sign-off on an event, and whether the event is still what was signed."""

    role: str
    by: str
    on: str
    fingerprint: str
    position: int
    line: int | None
    valid: bool


def content(investigation: Investigation, event: str) -> Json:
    """What readers would get of an event, whoever may see it now; pictures by their own sum."""
    teller = Teller(investigation, pictures.sums(investigation))
    return as_json(teller.event(event))


def fingerprint(said: Mapping[str, Any]) -> str:
    """Thirty-two hexadecimal digits: the sum of what readers would get, as `content` gives it."""
    whole = json.dumps(essence(said), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]


_known: WeakKeyDictionary[Investigation, dict[str, str]] = WeakKeyDictionary()


def current(investigation: Investigation, event: str) -> str:
    """The fingerprint of an event as it is now."""
    known = _known.setdefault(investigation, {})
    if event not in known:
        found = fingerprint(content(investigation, event))
        if investigation.event(event).media:
            return found  # a picture can change without any of the files that are read
        known[event] = found
    return known[event]


def signatures(investigation: Investigation, event: str) -> tuple[Signature, ...]:
    """Every sign-off on an event, in the order of the file."""
    rows = investigation.event(event).signoffs
    if not rows:
        return ()
    now = current(investigation, event)
    return tuple(
        Signature(
            one.role,
            one.by,
            one.on,
            one.fingerprint,
            position,
            investigation.line("event", event, "signoffs", position),
            one.fingerprint == now,
        )
        for position, one in enumerate(rows)
    )


def same_role(one: str, other: str) -> bool:
    """Whether two roles are the same; capitals and blanks do not matter."""
    return one.casefold().split() == other.casefold().split()


def unsigned(investigation: Investigation, event: str) -> tuple[str, ...]:
    """The required roles in which nobody signed the event, as it is now or as it was."""
    signed = [one.role for one in investigation.event(event).signoffs]
    return tuple(
        role
        for role in investigation.heading.signoffs
        if not any(same_role(role, one) for one in signed)
    )


def outdated(investigation: Investigation, event: str) -> tuple[Signature, ...]:
    """Of each required role that nobody signed the event in as it is now, the last who once did."""
    every = signatures(investigation, event)
    found = []
    for role in investigation.heading.signoffs:
        own = [one for one in every if same_role(one.role, role)]
        if own and not any(one.valid for one in own):
            found.append(own[-1])
    return tuple(found)


def valid(investigation: Investigation, event: str) -> bool:
    """Whether every required role has signed exactly what readers would get now."""
    return not unsigned(investigation, event) and not outdated(investigation, event)


def since(
    investigation: Investigation, event: str, signature: Signature
) -> tuple[Difference, ...] | None:
    """What changed since a signature, part by part; None where what was signed is not kept."""
    if not _FINGERPRINT.fullmatch(signature.fingerprint):
        return None
    text = kept_text(investigation.path, f"{KEPT}/{signature.fingerprint}.json")
    try:
        was = json.loads(text or "")
    except (ValueError, RecursionError):
        return None
    if not isinstance(was, dict) or fingerprint(was) != signature.fingerprint:
        return None
    return differences(was, content(investigation, event))


def to_keep(said: Json) -> tuple[str, str]:
    """The path in the investigation and the text under which what is signed is kept."""
    text = json.dumps(said, ensure_ascii=False, indent=1)
    return f"{KEPT}/{fingerprint(said)}.json", f"{text}\n"


def signed_events(investigation: Investigation) -> frozenset[str]:
    """Ids of the events that anybody signed."""
    return frozenset(row.event for row in tables.rows(investigation.signoffs))

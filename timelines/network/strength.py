"""How weak a statement is, and why: by who says it, on what terms, and how they know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Strength(NamedTuple):
    """How weak a statement is, by what counts most first: the greater, the weaker."""

    unsourced: int
    terms: int
    knowledge: int
    basis: int
    verification: int


_TERMS = {
    "on-record": None,
    "on-background": "its source spoke on background",
    "deep-background": "its source spoke on deep background",
    "off-record": "its source is off the record",
}
_KNOWLEDGE = {
    "first-hand": None,
    "document": None,
    "official": None,
    None: "how its source knows is not said",
    "published-report": "it rests on a published report",
    "hearsay": "it is hearsay",
}
_BASIS = {
    "stated": None,
    "computed": "it is worked out, not stated",
    "inferred": "it is inferred, not stated",
}
_VERIFICATION = {
    "confirmed": None,
    "unverified": "its event is unverified",
    "alleged": "its event is alleged",
    "hypothesis": "its event is a hypothesis",
    "disputed": "its event is disputed",
    "denied": "its event is denied",
    "withdrawn": "its event is withdrawn",
}
_SOURCED = {"yes": None, "no": "no source is named for it"}
_LEVELS = tuple(
    tuple(levels.items()) for levels in (_SOURCED, _TERMS, _KNOWLEDGE, _BASIS, _VERIFICATION)
)
"""From the strongest to the weakest, each with what to say of it where it sets something apart."""


def strength(
    said: Iterable[tuple[str, str | None]],
    basis: str,
    verification: str,
) -> Strength:
    """Of a statement whose sources have these terms and know in these ways: by the best of them."""
    best = min(((_level(1, terms), _level(2, knows)) for terms, knows in said), default=None)
    terms, knows = (0, 0) if best is None else best
    return Strength(
        int(best is None),
        terms,
        knows,
        _level(3, basis),
        _level(4, verification),
    )


def _level(place: int, name: str | None) -> int:
    return [known for known, _ in _LEVELS[place]].index(name)


def weakest_because(weakest: Strength, others: Iterable[Strength]) -> str | None:
    """What sets the weakest of some statements apart, in words; None where nothing does."""
    every = [weakest, *others]
    for place, levels in enumerate(_LEVELS):
        if len({one[place] for one in every}) > 1:
            return levels[weakest[place]][1]
    return None

"""Which event or dated source of the investigation a piece of text speaks of, if any."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from timelines import facts
from timelines.dates.when import When
from timelines.docket import Docket
from timelines.findings import Related
from timelines.headlines import stems

COVERED = 0.6
"""The part of the words of a text, or of a title, that must be shared for it to be meant."""

LONGEST = 14
"""Words of a clause that are looked at: what is meant stands at its beginning."""


COMMON = 200
"""A word that more titles have than this tells none of them apart."""

FEW = 3
"""Where more titles than this fit equally well, none of them is meant in particular."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An event or a source with a date that a text speaks of; `called` is how to call it."""

    event: str | None
    called: str
    when: When | None
    fact: Related


class Mentions:
    """The events and dated sources of an investigation by the words of their titles.

    The words are indexed once, when first needed, so that looking up a text costs as much as its
    rarest words have places, not as there are events.
    """

    def __init__(self, docket: Docket) -> None:
        self._docket = docket

    @cached_property
    def _titles(self) -> dict[tuple[str, str], frozenset[str]]:
        docket = self._docket
        titles = {
            ("event", event): stems(f"{row.headline} {row.instrument or ''}")
            for event, row in docket.events.items()
        }
        for field in ("published", "created"):
            for source in docket.source_dates[field]:
                titles["source", source] = stems(docket.sources[source].title)
        return titles

    @cached_property
    def _places(self) -> dict[str, list[tuple[str, str]]]:
        places: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for key, words in self._titles.items():
            for word in words:
                places[word].append(key)
        return places

    def behind(self, clause: str, event: str) -> list[Mentioned]:
        """What the clause speaks of other than the event itself, all equally likely; or nothing.

        At least two words must be shared, one of which is no name of a person; a single word
        (“the search”) means the only other title that has it.
        """
        words = stems(" ".join(clause.split()[:LONGEST]))
        names = self._docket.name_stems
        if not words - names:
            return []
        if len(words) == 1:
            (word,) = words
            having = [key for key in self._places.get(word, ()) if key != ("event", event)]
            return [self._mentioned(*key) for key in having] if len(having) == 1 else []
        best = 0.0
        found: list[tuple[str, str]] = []
        for key in self._nearest(words):
            if key == ("event", event):
                continue
            shared = words & self._titles[key]
            score = max(len(shared) / len(words), len(shared) / len(self._titles[key]))
            if len(shared) < 2 or not shared - names or score < COVERED:
                continue
            if score > best:
                best, found = score, []
            if score == best:
                found.append(key)
        return [] if len(found) > FEW else [self._mentioned(*key) for key in sorted(found)]

    def _nearest(self, words: frozenset[str]) -> set[tuple[str, str]]:
        """Every title that shares enough of the words, by way of the rarest of them.

        Words that many titles have tell none of them apart, and are not followed.
        """
        rarest = sorted(words, key=lambda word: (len(self._places.get(word, ())), word))
        reach = max(1, len(rarest) - max(2, math.ceil(COVERED * len(rarest))) + 1)
        telling = [word for word in rarest if len(self._places.get(word, ())) <= COMMON]
        return {key for word in telling[:reach] for key in self._places.get(word, ())}

    def _mentioned(self, kind: str, name: str) -> Mentioned:
        docket = self._docket
        if kind == "event":
            fact = facts.dated(docket, name)
            return Mentioned(name, facts.headline(docket, name), docket.dated(name), fact)
        dates = docket.source_dates
        field = "published" if name in dates["published"] else "created"
        when = dates[field][name]
        fact = facts.source_dated(docket, name, field, when)
        return Mentioned(None, facts.title(docket, name), when, fact)

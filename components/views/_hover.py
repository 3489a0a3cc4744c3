"""What a mark says: its label, and the card under the pointer with who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import pandas as pd

from components.views._paper import SERIF, plain, quiet
from timelines.dates.words import in_words
from timelines.investigation import Investigation
from timelines.lettering import shortened, wrapped
from timelines.marks import Counts
from timelines.palette import Theme
from timelines.words import Words

_ROOM = 330.0
_SOURCES = 3
# Within a tag there is no room for quotation marks, and a name with a digit would need them.
_SERIF = ",".join(name for name in SERIF.replace("'", "").split(", ") if not name[-1].isdigit())


def card_template(theme: Theme) -> str:
    """How a card is set from a mark's customdata: the event's id first, then what one reads."""
    headline = f'<span style="font-family:{_SERIF};font-size:16px">%{{customdata[1]}}</span>'
    standing = quiet("%{customdata[3]}", theme, 13)
    sources = quiet("%{customdata[4]}", theme, 12)
    return f"{headline}<br>%{{customdata[2]}}<br>{standing}<br>{sources}<extra></extra>"


def _lines(text: str, size: float, most: int) -> str:
    return "<br>".join(plain(line) for line in wrapped(text, _ROOM, size, most))


class Says(Protocol):
    """Whoever knows what a mark says, by the place of its event."""

    def label(self, row: int) -> tuple[str, str]:
        """Headline and date in words."""

    def cards(self, rows: Counts) -> list[list[str]]:
        """For these places the parts of `card_template`, escaped."""


class Sayings:
    """The words of a table of events, each made once: by its row in the table."""

    def __init__(
        self, investigation: Investigation, events: pd.DataFrame, zone: str, words: Words
    ) -> None:
        self._investigation = investigation
        self._events = events
        self._ids = events["id"].to_numpy(object)
        self._headlines = events["headline"].fillna("").to_numpy(object)
        self._zone = zone
        self._words = words
        self._dates: dict[str, str] = {}

    def label(self, row: int) -> tuple[str, str]:
        """Headline and date in words."""
        return str(self._headlines[row]), self.date(str(self._ids[row]))

    def date(self, event: str) -> str:
        """The date as people say it; “date unknown” where there is none."""
        if event not in self._dates:
            when = self._investigation.dates.get(event)
            self._dates[event] = (
                self._words["figure.no_date"]
                if when is None
                else in_words(when, zone=self._zone, language=self._words.language)
            )
        return self._dates[event]

    def cards(self, rows: Counts) -> list[list[str]]:
        """For these rows the parts of `card_template`; all text of a file is escaped in them."""
        chosen = self._events.iloc[rows]
        names = source_names(self._investigation, chosen["id"].tolist())
        said = chosen["attribution"].fillna("").tolist()
        return [
            [
                event,
                *card(
                    str(headline),
                    self.date(event),
                    standing(verification, attribution, self._words),
                    named(names.get(event, []), self._words),
                ),
            ]
            for event, headline, verification, attribution in zip(
                chosen["id"], chosen["headline"], chosen["verification"], said, strict=True
            )
        ]


def card(headline: str, date: str, known: str, sources: str) -> list[str]:
    """The parts of `card_template` behind the event's id, set in lines and escaped."""
    return [
        _lines(headline, 16, 3),
        _lines(date, 13, 2),
        _lines(known, 13, 2),
        _lines(sources, 12, 4),
    ]


def standing(verification: str, attribution: str | None, words: Words) -> str:
    """How true it is held to be, and in whose words."""
    known = words.get(f"figure.verification.{verification}", verification)
    return f"{known} · {attribution}" if attribution else known


def named(sources: Sequence[str], words: Words) -> str:
    """The first sources by name, and how many more there are."""
    if len(sources) == 0:
        return words["figure.no_source"]
    names = [shortened(name, _ROOM, 12) for name in sources[:_SOURCES]]
    if len(sources) > _SOURCES:
        names.append(words.say("figure.more", count=len(sources) - _SOURCES))
    key = "figure.source" if len(sources) == 1 else "figure.sources"
    return words.say(key, names=words["figure.and"].join(names))


def source_names(investigation: Investigation, ids: Sequence[str]) -> dict[str, list[str]]:
    """The sources of each event in the order of its file: by title, or by the wording agreed on.

    A source that is not on the record goes by its label, and without one by its terms alone.
    """
    cited = investigation.citations
    own = cited[cited["known"].isna() & cited["event"].isin(ids)]
    sources = investigation.sources
    on_record = sources["terms"].eq("on-record")
    shown = sources["title"].where(on_record, sources["label"].fillna(sources["terms"]))
    named = dict(zip(sources["id"], shown, strict=True))
    found: dict[str, list[str]] = {}
    for event, source in zip(own["event"], own["source"], strict=True):
        name = named.get(source, source)
        names = found.setdefault(event, [])
        if isinstance(name, str) and name not in names:
            names.append(name)
    return found

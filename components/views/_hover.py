"""What a mark says: its label, and the card under the pointer with who says so."""

from __future__ import annotations

from collections.abc import Sequence

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
_HEADLINE = f'<span style="font-family:{SERIF.replace(chr(39), "")};font-size:16px">'


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

    def cards(self, rows: Counts, theme: Theme) -> list[str]:
        """For these rows what a pointer reads, in Plotly's few tags; all text is escaped."""
        chosen = self._events.iloc[rows]
        names = source_names(self._investigation, chosen["id"].tolist())
        said = chosen["attribution"].fillna("").tolist()
        return [
            self._card(event, str(headline), verification, attribution, names.get(event, []), theme)
            for event, headline, verification, attribution in zip(
                chosen["id"], chosen["headline"], chosen["verification"], said, strict=True
            )
        ]

    def _card(
        self,
        event: str,
        headline: str,
        verification: str,
        attribution: str,
        sources: Sequence[str],
        theme: Theme,
    ) -> str:
        known = self._words.get(f"figure.verification.{verification}", verification)
        standing = f"{known} · {attribution}" if attribution else known
        title = "<br>".join(plain(line) for line in wrapped(headline, _ROOM, 16, 3))
        lines = [
            f"{_HEADLINE}{title}</span>",
            *(plain(line) for line in wrapped(self.date(event), _ROOM, 13, 2)),
            *(quiet(plain(line), theme, 13) for line in wrapped(standing, _ROOM, 13, 2)),
            *(
                quiet(plain(line), theme, 12)
                for line in wrapped(self._named(sources), _ROOM, 12, 4)
            ),
        ]
        return "<br>".join(lines)

    def _named(self, sources: Sequence[str]) -> str:
        if len(sources) == 0:
            return self._words["figure.no_source"]
        names = [shortened(name, _ROOM, 12) for name in sources[:_SOURCES]]
        if len(sources) > _SOURCES:
            names.append(self._words.say("figure.more", count=len(sources) - _SOURCES))
        key = "figure.source" if len(sources) == 1 else "figure.sources"
        return self._words.say(key, names=self._words["figure.and"].join(names))


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

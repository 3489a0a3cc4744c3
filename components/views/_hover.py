"""What a pointer over a mark reads: headline, date in words, who says so, and the sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.views._paper import SERIF, plain, quiet
from timelines.dates.words import in_words
from timelines.investigation import Investigation
from timelines.lettering import shortened, wrapped
from timelines.palette import Theme
from timelines.words import Words

_ROOM = 330.0
_SOURCES = 3


def date_in_words(investigation: Investigation, event: str, zone: str, words: Words) -> str:
    """An event's date as people say it, in the figure's zone; “date unknown” where it has none."""
    when = investigation.dates.get(event)
    if when is None:
        return words["figure.no_date"]
    return in_words(when, zone=zone, language=words.language)


def source_names(investigation: Investigation, ids: Sequence[str]) -> dict[str, list[str]]:
    """The sources of each event in the order of the file; by their agreed label, else title."""
    cited = investigation.citations
    own = cited[cited["known"].isna() & cited["event"].isin(ids)]
    sources = investigation.sources
    open_terms = sources["terms"].eq("on-record")
    shown = sources["title"].where(open_terms, sources["label"].fillna(sources["terms"]))
    named = dict(zip(sources["id"], shown, strict=True))
    found: dict[str, list[str]] = {}
    for event, source in zip(own["event"], own["source"], strict=True):
        name = named.get(source, source)
        names = found.setdefault(event, [])
        if isinstance(name, str) and name not in names:
            names.append(name)
    return found


def hovers(
    investigation: Investigation,
    events: pd.DataFrame,
    dates: Sequence[str],
    words: Words,
    theme: Theme,
) -> list[str]:
    """The card of each of these events, as Plotly's few tags; every text of the file is escaped."""
    sources = source_names(investigation, events["id"].tolist())
    return [
        _card(headline, date, verification, said, sources.get(event, []), words, theme)
        for event, headline, verification, said, date in zip(
            events["id"],
            events["headline"],
            events["verification"],
            events["attribution"],
            dates,
            strict=True,
        )
    ]


def _card(
    headline: Any,
    date: str,
    verification: str,
    said: Any,
    sources: Sequence[str],
    words: Words,
    theme: Theme,
) -> str:
    lines = [
        f'<span style="font-family:{SERIF.replace(chr(39), "")};font-size:16px">'
        + "<br>".join(plain(line) for line in wrapped(str(headline), _ROOM, 16, 3))
        + "</span>",
        plain(date),
    ]
    known = words.get(f"figure.verification.{verification}", verification)
    standing = known if not isinstance(said, str) else f"{known} · {said}"
    lines += [quiet(plain(line), theme, 13) for line in wrapped(standing, _ROOM, 13, 2)]
    lines += [quiet(plain(line), theme, 12) for line in wrapped(_named(sources, words), 330, 12, 4)]
    return "<br>".join(lines)


def _named(sources: Sequence[str], words: Words) -> str:
    if len(sources) == 0:
        return words["figure.no_source"]
    names = [shortened(name, _ROOM, 12) for name in sources[:_SOURCES]]
    if len(sources) > _SOURCES:
        names.append(words.say("figure.more", count=len(sources) - _SOURCES))
    key = "figure.source" if len(sources) == 1 else "figure.sources"
    return words.say(key, names=words["figure.and"].join(names))

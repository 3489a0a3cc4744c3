"""What somebody has picked of an investigation, as one small value that fits into an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from timelines.dates.edtf import edtf
from timelines.dates.when import Bounds, DateError
from timelines.investigation import Investigation
from timelines.marks import Flags

_LISTS = {
    "storylines": "storyline",
    "people": "person",
    "tags": "tag",
    "verification": "verification",
    "visibility": "visibility",
}
_TEXTS = {"since": "since", "until": "until", "words": "words", "event": "event"}
_LONGEST = 200
_MOST = 50
_QUOTED = re.compile(r"[“\"„«]([^”\"“»]+)[”\"“»]|(\S+)")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is picked. Empty lists and None mean everything.

    Within a list any of its values will do; the lists and texts must all hold. `since` and
    `until` are newsroom EDTF without an interval, both included: until May is until May is over.
    `words` must all occur; words in quotation marks occur together. `event` is the chosen event:
    it keeps nothing out.
    """

    storylines: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    verification: tuple[str, ...] = ()
    visibility: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    words: str | None = None
    event: str | None = None

    def to_query(self) -> dict[str, str]:
        """As the parts of an address; what is not picked is not there.

        The values of a list are parted by commas; a comma or backslash in one has a backslash
        before it.
        """
        lists = {key: _joined(getattr(self, name)) for name, key in _LISTS.items()}
        texts = {key: getattr(self, name) or "" for name, key in _TEXTS.items()}
        return {key: value for key, value in {**lists, **texts}.items() if value}

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> Selection:
        """What an address says; never an error.

        Unknown keys, control characters, and whatever is too long or too much are left out.
        """
        picked: dict[str, Any] = {
            name: _parted(_text(query.get(key))) for name, key in _LISTS.items()
        }
        picked |= {name: _text(query.get(key)) or None for name, key in _TEXTS.items()}
        return cls(**picked)

    @property
    def everything(self) -> bool:
        """Whether nothing is kept out."""
        return all(not getattr(self, name) for name in (*_LISTS, "since", "until", "words"))


def _joined(values: Sequence[str]) -> str:
    return ",".join(value.replace("\\", "\\\\").replace(",", "\\,") for value in values)


def _parted(text: str) -> tuple[str, ...]:
    parts = re.findall(r"(?:\\.|[^,\\])+", text)
    values = (re.sub(r"\\(.)", r"\1", part).strip() for part in parts)
    return tuple(dict.fromkeys(value for value in values if value))[:_MOST]


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST * _MOST:
        return ""
    clean = "".join(letter for letter in value if unicodedata.category(letter) not in _UNSEEN)
    return clean.strip()[: _LONGEST * 10]


_UNSEEN = ("Cc", "Cs", "Co", "Cn")


def known_part(investigation: Investigation, selection: Selection) -> Selection:
    """The selection without storylines, people and tags that this investigation does not have.

    A link may be older than the investigation is now: what is gone must not hide everything.
    """
    storylines = {*investigation.lanes["storyline"], *investigation.heading.storylines}
    people, tags = {*investigation.people["id"]}, {*investigation.tags["tag"]}
    return Selection(
        storylines=tuple(name for name in selection.storylines if name in storylines),
        people=tuple(name for name in selection.people if name in people),
        tags=tuple(name for name in selection.tags if name in tags),
        verification=tuple(name for name in selection.verification if name in _VERIFICATION),
        visibility=tuple(name for name in selection.visibility if name in _VISIBILITY),
        since=selection.since,
        until=selection.until,
        words=selection.words,
        event=selection.event,
    )


_VERIFICATION = (
    "unverified", "alleged", "confirmed", "disputed", "denied", "withdrawn", "hypothesis",
)  # fmt: skip
_VISIBILITY = ("internal", "public")


def select(investigation: Investigation, selection: Selection) -> pd.DataFrame:
    """The rows of the events table that the selection keeps, in the table's order.

    An event is kept by a period if it may lie in it, so an event without a date is. What cannot
    be read or is not known to the investigation keeps nothing out.
    """
    picked = known_part(investigation, selection)
    events = investigation.events
    kept = np.ones(len(events), dtype=np.bool_)
    for names, ties, column in (
        (picked.storylines, investigation.lanes, "storyline"),
        (picked.tags, investigation.tags, "tag"),
    ):
        if names:
            kept &= _in(events["id"], ties.loc[ties[column].isin(names), "event"])
    if picked.people:
        kept &= _in(events["id"], _with_people(investigation, picked.people))
    if picked.verification:
        kept &= events["verification"].isin(picked.verification).to_numpy()
    if picked.visibility:
        kept &= events["visibility"].isin(picked.visibility).to_numpy()
    kept &= _in_period(investigation, events, picked)
    found = events[kept]
    if picked.words is not None:
        found = found[_with_words(investigation, found, picked.words)]
    return found.reset_index(drop=True)


def period_of(investigation: Investigation, selection: Selection) -> Bounds:
    """The picked period as half-open microseconds UTC, None where it is open or unreadable."""
    since = _bounds(investigation, selection.since)
    until = _bounds(investigation, selection.until)
    return Bounds(since.earliest, until.latest)


def _bounds(investigation: Investigation, written: str | None) -> Bounds:
    if written is None:
        return Bounds(None, None)
    heading = investigation.heading
    try:
        when = edtf(written, heading.zone, hemisphere=heading.hemisphere)
    except DateError:
        return Bounds(None, None)
    return Bounds(None, None) if when.stretch else when.start


def _in(ids: pd.Series[Any], wanted: Iterable[str]) -> Flags:
    return np.asarray(ids.isin([*wanted]), dtype=np.bool_)


def _with_people(investigation: Investigation, people: Sequence[str]) -> list[str]:
    """Events that these people have a part in, or knew of."""
    involved, known = investigation.involved, investigation.known
    return [
        *involved.loc[involved["person"].isin(people), "event"],
        *known.loc[known["who"].isin(people), "event"],
    ]


def _in_period(investigation: Investigation, events: pd.DataFrame, picked: Selection) -> Flags:
    since, until = period_of(investigation, picked)
    kept = np.ones(len(events), dtype=np.bool_)
    if since is not None:
        end = events["end_latest"]
        kept &= (end.isna() | (end > pd.Timestamp(since, unit="us", tz="UTC"))).to_numpy()
    if until is not None:
        start = events["start_earliest"]
        kept &= (start.isna() | (start < pd.Timestamp(until, unit="us", tz="UTC"))).to_numpy()
    return kept


def _with_words(investigation: Investigation, events: pd.DataFrame, words: str) -> Flags:
    """Events in whose words all of these occur, whatever their case and accents."""
    sought = [folded(one or other) for one, other in _QUOTED.findall(words)]
    texts = _texts(investigation)
    return np.array(
        [all(word in texts[event] for word in sought) for event in events["id"].tolist()],
        dtype=np.bool_,
    )


def folded(text: str) -> str:
    """Text as it is compared in a search: without case, accents, and doubled blanks."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
        text = text.replace("’", "'").replace("‘", "'")
    return " ".join(text.casefold().split())


# Somebody who searches types word after word: the texts of the last investigations are kept.
@lru_cache(maxsize=2)
def _texts(investigation: Investigation) -> dict[str, str]:
    """All the words of each event, folded: its own, its people's, its sources' and quotes."""
    events = investigation.events
    columns = ("headline", "summary", "attribution", "place", "instrument", "written")
    own = zip(*(events[name].fillna("").tolist() for name in columns), strict=True)
    more = {event: [*texts] for event, texts in zip(events["id"].tolist(), own, strict=True)}
    names = dict(zip(investigation.people["id"], investigation.people["name"], strict=True))
    titles = dict(zip(investigation.sources["id"], investigation.sources["title"], strict=True))
    for ties, column, spoken in (
        (investigation.lanes, "storyline", None),
        (investigation.tags, "tag", None),
        (investigation.involved, "person", names),
        (investigation.citations, "quote", None),
        (investigation.citations, "source", titles),
    ):
        for event, value in zip(ties["event"].tolist(), ties[column].tolist(), strict=True):
            named = value if spoken is None else spoken.get(value, value)
            if event in more and isinstance(named, str):
                more[event].append(named)
    return {event: folded("\n".join(texts)) for event, texts in more.items()}

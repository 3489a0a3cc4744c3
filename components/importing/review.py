"""The rows of a file, one by one, before anything is written: taken, corrected, or struck out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components import address
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.dates.words import in_words
from timelines.intake.corrections import Correction
from timelines.intake.proposals import Options, Proposal, Proposed, Remark
from timelines.words import Words

CORRECTED = "import_corrections"
PART = 200
"""Rows shown at once: a browser stays quick with so many."""


def corrections(turn: int) -> dict[str, Correction]:
    """What the reporter said so far about this file, by the row's place."""
    found: dict[str, Correction] = st.session_state.setdefault(f"{CORRECTED}_{turn}", {})
    return found


def draw(
    proposal: Proposal, remarks: Sequence[Remark], options: Options, turn: int, words: Words
) -> None:
    """The table of rows; what is changed in it is kept at once."""
    at_row: dict[str, list[str]] = defaultdict(list)
    for remark in remarks:
        if remark.place is not None:
            at_row[remark.place].append(remark.text)
    events = list(proposal.events)
    if at_row and len(at_row) < len(events):
        key = f"import_only_{turn}"
        if st.checkbox(words["exchange.only"], key=key, on_change=address.acted):
            events = [one for one in events if one.place in at_row]
    events = _part(events, turn, words)
    said = corrections(turn)
    frame = pd.DataFrame([_row(one, at_row, said, options, words) for one in events])
    key = f"import_rows_{turn}_{events[0].place if events else ''}_{len(events)}"
    st.data_editor(
        frame,
        key=key,
        hide_index=True,
        width="stretch",
        num_rows="fixed",
        disabled=["place", "written", "words", "remark"],
        column_config=_columns(words),
        on_change=_keep,
        args=(key, [one.place for one in events], turn),
    )


def _part(events: list[Proposed], turn: int, words: Words) -> list[Proposed]:
    if len(events) <= PART:
        return events
    starts = list(range(0, len(events), PART))
    start = st.selectbox(
        words["exchange.part"],
        starts,
        key=f"import_part_{turn}",
        format_func=lambda first: f"{first + 1:,}–{min(first + PART, len(events)):,}",
        on_change=address.acted,
    )
    return events[start : start + PART]


def _row(
    one: Proposed,
    at_row: Mapping[str, Iterable[str]],
    said: Mapping[str, Correction],
    options: Options,
    words: Words,
) -> dict[str, Any]:
    mine = said.get(one.place, Correction())
    date = str(one.fields.get("date", "")) if mine.date is None else mine.date
    headline = str(one.fields["headline"]) if mine.headline is None else mine.headline
    return {
        "take": not mine.struck,
        "place": one.place,
        "written": one.said or str(one.fields.get("date", "")),
        "date": date,
        "words": spoken(date, options, words),
        "headline": headline,
        "remark": "; ".join(at_row.get(one.place, ())),
    }


def spoken(written: str, options: Options, words: Words) -> str:
    """A date in words, or why it is none."""
    try:
        when = edtf(written.strip(), options.zone, hemisphere=options.hemisphere)
    except DateError as fault:
        return f"⚠ {fault.message}"
    return in_words(when, zone=options.zone, language=words.language)


def _columns(words: Words) -> dict[str, Any]:
    column = st.column_config
    return {
        "take": column.CheckboxColumn(words["exchange.column_take"], width=72),
        "place": column.TextColumn(words["exchange.column_place"], width=70),
        "written": column.TextColumn(words["exchange.column_written"], width=130),
        "date": column.TextColumn(words["exchange.column_date"], width=190),
        "words": column.TextColumn(words["exchange.column_words"], width=170),
        "headline": column.TextColumn(words["exchange.column_headline"], width=380),
        "remark": column.TextColumn(words["exchange.column_remark"], width=320),
    }


def _keep(key: str, places: Sequence[str], turn: int) -> None:
    """What was just changed in the table, by row."""
    address.acted()
    found = corrections(turn)
    edited: Mapping[int, Mapping[str, Any]] = st.session_state[key]["edited_rows"]
    for number, values in edited.items():
        place = places[int(number)]
        mine = found.get(place, Correction())
        if "take" in values:
            mine = replace(mine, struck=not values["take"])
        if "date" in values:
            mine = replace(mine, date=str(values["date"] or ""))
        if "headline" in values:
            mine = replace(mine, headline=str(values["headline"] or ""))
        found[place] = mine

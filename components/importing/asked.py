"""What only the reporter can say of a file: its columns, its order of day and month, its day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from components import address
from components.template import render
from timelines import imports
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError, When
from timelines.facts import capital
from timelines.intake.headings import FIELDS
from timelines.intake.proposals import Incoming, Options, Order, Unimportable
from timelines.intake.sheets import Preview
from timelines.words import Words

_ENCODINGS = ("utf-8", "windows-1252", "mac-roman", "utf-16", "iso-8859-2", "shift_jis")
_ORDERS: Mapping[str, Order | None] = {"day": "day-first", "month": "month-first", "open": None}


def form(incoming: Incoming, turn: int, words: Words) -> str | None:
    """The format to read it as; None where its looks say nothing and nobody named one."""
    try:
        guess = imports.recognised(incoming)
    except Unimportable as fault:
        guess = None
        st.html(render("notice.html", text=str(fault)))
    names = list(imports.names())
    return st.selectbox(
        words["exchange.form"],
        names,
        index=None if guess is None else names.index(guess),
        key=f"import_form_{turn}",
        on_change=address.acted,
    )


def options(form_name: str, usual: Options, turn: int, words: Words) -> Options:
    """How the file is to be read, by what the reporter said of it."""
    return replace(
        usual,
        said=_said(usual, turn, words),
        encoding=_encoding(form_name, turn, words),
        sheet=_sheet(form_name, turn, words),
        order=answered(turn),
    )


def columns(shown: Preview, turn: int, words: Words) -> dict[str, str]:
    """For each field the heading of its column: guessed, until somebody says otherwise."""
    st.html(render("section.html", text=words["exchange.columns"], hidden=False))
    st.html(render("hint.html", text=words["exchange.columns_lead"]))
    return _mapping(shown, turn, words)


def order(dates: tuple[str, ...], turn: int, words: Words) -> tuple[Order | None, bool]:
    """Day or month first, and whether the question was answered at all."""
    said = st.radio(
        words.say("exchange.order", date=dates[0]),
        list(_ORDERS),
        index=None,
        key=f"import_order_{turn}",
        format_func=lambda one: words[f"exchange.order_{one}"],
        horizontal=True,
        on_change=address.acted,
    )
    return (None, False) if said is None else (_ORDERS[said], True)


def answered(turn: int) -> Order | None:
    """The answer to that question, as it was given before the question is drawn again."""
    return _ORDERS.get(str(st.session_state.get(f"import_order_{turn}")))


def first_rows(shown: Preview, words: Words) -> None:
    """The table as the file has it, so that a wrong guess is seen."""
    st.html(render("hint.html", text=words.say("exchange.first", rows=shown.rows)))
    width = len(shown.headings)
    cells = [[*row, *[""] * width][:width] for row in shown.first]
    st.dataframe(pd.DataFrame(cells, columns=list(shown.headings)), hide_index=True)


def _mapping(shown: Preview, turn: int, words: Words) -> dict[str, str]:
    """For each field its heading: what was guessed, until somebody says otherwise."""
    headings = [one for one in shown.headings if one]
    found: dict[str, str] = {}
    usual = [name for name in FIELDS if name in shown.columns or name in ("date", "headline")]
    with st.container(key="import_columns"):
        for name in usual + [name for name in FIELDS if name not in usual]:
            guess = shown.columns.get(name)
            if name not in usual and not st.session_state.get(f"import_all_{turn}"):
                continue
            called = words.get(f"desk.fields.{name}", name.replace("_", " "))
            heading = st.selectbox(
                capital(called),
                headings,
                index=headings.index(guess) if guess in headings else None,
                placeholder=words["exchange.unused"],
                key=f"import_column_{turn}_{name}",
                on_change=address.acted,
            )
            found[name] = heading or ""
    st.checkbox(words["exchange.all_fields"], key=f"import_all_{turn}", on_change=address.acted)
    return {name: found.get(name, "") for name in {*found, *shown.columns}}


def _sheet(form_name: str, turn: int, words: Words) -> str | None:
    if form_name != "xlsx":
        return None
    key = f"import_sheet_{turn}"
    return st.text_input(words["exchange.sheet"], key=key, on_change=address.acted) or None


def _said(usual: Options, turn: int, words: Words) -> When | None:
    written = st.text_input(
        words["exchange.said"],
        key=f"import_said_{turn}",
        placeholder=words["exchange.said_placeholder"],
        on_change=address.acted,
    )
    if not written:
        return None
    try:
        return edtf(written.strip(), usual.zone, hemisphere=usual.hemisphere)
    except DateError as fault:
        st.html(render("notice.html", text=fault.message))
        return None


def _encoding(form_name: str, turn: int, words: Words) -> str | None:
    if form_name not in ("csv", "timelinejs-sheet", "markwhen"):
        return None
    return st.selectbox(
        words["exchange.encoding"],
        _ENCODINGS,
        index=None,
        placeholder=words["exchange.encoding_guess"],
        key=f"import_encoding_{turn}",
        on_change=address.acted,
    )

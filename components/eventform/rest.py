"""Every other field of the format: what many events have, and what few do, folded away."""

from __future__ import annotations

import streamlit as st

from components.eventform import inplace
from components.eventform.fields import Board, draw, rows
from timelines.desk.asking import Asked

MAIN = frozenset({"headline", "date", "basis", "sources"})
"""What is asked for above."""
ABOUT = (
    "summary", "people", "storyline", "kind", "instrument",
    "verification", "attribution", "place", "visibility",
)  # fmt: skip
"""What many events have, in the order in which it is thought of. All else is rare."""
_WIDE = frozenset({"rows", "text", "record", "mapping"})


def about(board: Board) -> None:
    """What it was, who was involved, how true it is held to be."""
    by_name = {one.name: one for one in board.draft.fields}
    _folded(board, "about", [by_name[name] for name in ABOUT if name in by_name])


def rare(board: Board) -> None:
    """Every field that is not asked for elsewhere, so also one that is new in the format."""
    others = [one for one in board.draft.fields if one.name not in MAIN | {*ABOUT}]
    _folded(board, "rare", others)


def _folded(board: Board, name: str, fields: list[Asked]) -> None:
    # As it was opened: a title that changed would fold the part away under somebody's hands.
    there = {} if board.draft.base is None else board.draft.base.value
    count = sum(one.name in there for one in fields)
    title = board.words[f"event.{name}"]
    if count:
        title = f"{title} ({board.words.count('event.filled', count)})"
    part = st.expander(title, key=board.draft.key(name), **board.callback())
    if not part.open:
        return
    with part:
        narrow = [one for one in fields if one.manner not in _WIDE]
        wide = [one for one in fields if one.manner in _WIDE]
        left, right = st.columns(2)
        for number, field in enumerate(narrow):
            with right if number % 2 else left:
                draw(board, field, (field.name,))
        for field in wide:
            if field.name == "people":
                rows(board, field, ("people",), board.label("people"))
                inplace.button(board, "person", ("people",))
                inplace.person(board)
            else:
                draw(board, field, (field.name,))

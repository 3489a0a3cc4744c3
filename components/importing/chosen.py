"""Which file is brought in: chosen or pasted, and kept in the session until it has landed."""

from __future__ import annotations

import streamlit as st

from components import address
from timelines.intake.proposals import Incoming
from timelines.words import Words

KEPT = "import_incoming"
TIMES = "import_times"
"""How many files this session brought in: what is asked of one is not asked of the next."""
PASTED = "paste.csv"


def chosen() -> Incoming | None:
    """The file that is being brought in; None before one is chosen."""
    found: Incoming | None = st.session_state.get(KEPT)
    return found


def draw(words: Words) -> None:
    """Offer to choose a file or to paste rows."""
    turn = st.session_state.get(TIMES, 0)
    with st.container(key="import_choose"):
        given = st.file_uploader(
            words["exchange.choose"], key=f"import_file_{turn}", on_change=address.acted
        )
        st.text_area(
            words["exchange.or"],
            key=f"import_paste_{turn}",
            height=160,
            placeholder=words["exchange.paste_placeholder"],
            on_change=address.acted,
        )
        st.button(words["exchange.use"], key="import_use", on_click=_paste, args=(turn,))
    if given is not None:
        _keep(Incoming(given.name, given.getvalue()))
        st.rerun()


def forget() -> None:
    """Bring in something else."""
    address.acted()
    st.session_state.pop(KEPT, None)
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1


def _paste(turn: int) -> None:
    address.acted()
    text = str(st.session_state.get(f"import_paste_{turn}") or "")
    if text.strip():
        _keep(Incoming(PASTED, text.encode("utf-8")))


def _keep(incoming: Incoming) -> None:
    st.session_state[KEPT] = incoming
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1

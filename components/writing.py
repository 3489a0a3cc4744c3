"""Writing from the app: whose name it is saved in, and what is said if it could not be saved.

A page writes in a widget's callback, so that the page is then drawn from the new files:

    def _save() -> None:
        address.acted()
        write = lambda author: desk.save(path, "event", id, changes, base=seen, author=author)
        if writing.attempt(write, words).done:
            writing.say(words["…saved"])

`attempt` tells by itself why nothing was saved; only a Conflict is the page's own to resolve.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from components.address import acted
from components.template import render
from timelines.desk import Conflict, Refused, Saved
from timelines.desk.repository import NoHistory, owner, repository
from timelines.words import Words

NAME = "desk_name"
"""The key of the box in which somebody says who they are."""
_TOLD = "desk_told"

Manner = Literal["done", "trouble"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt to save: what was saved, or a conflict; neither if it was refused."""

    saved: tuple[Saved, ...] = ()
    conflict: Conflict | None = None

    @property
    def done(self) -> bool:
        """Whether it is on disk now."""
        return bool(self.saved)


def attempt(write: Callable[[str], Saved | tuple[Saved, ...]], words: Words) -> Outcome:
    """Save in the name of who is at the desk; what stands in the way is told on the page.

    `write` is given the name. Without a name nothing is tried.
    """
    name = who()
    if name is None:
        say(words["app.writing.nameless"], "trouble")
        return Outcome()
    try:
        saved = write(name)
    except Conflict as clash:
        return Outcome(conflict=clash)
    except Refused as refused:  # Busy is one of them
        for reason in refused.reasons:
            say(reason, "trouble")
        return Outcome()
    except OSError as fault:
        say(words.say("app.writing.disk", why=fault.strerror or type(fault).__name__), "trouble")
        return Outcome()
    together = saved if isinstance(saved, tuple) else (saved,)
    for note in dict.fromkeys(one.note for one in together if one.note is not None):
        say(note)
    return Outcome(saved=together)


def who() -> str | None:
    """The name of who is at the desk: who signed in, else what they typed; None if nobody said."""
    with suppress(AttributeError, KeyError):
        if st.user.is_logged_in:
            return str(st.user.get("name") or st.user.get("email") or "") or None
    name = " ".join(str(st.session_state.get(NAME) or "").split())
    return name or None


def say(sentence: str, manner: Manner = "done") -> None:
    """Tell it at the top of the page when it is next drawn, once."""
    st.session_state.setdefault(_TOLD, []).append((sentence, manner))


def told() -> None:
    """Draw what there is to tell, and forget it."""
    for sentence, manner in st.session_state.pop(_TOLD, []):
        st.html(render("told.html", text=sentence, manner=manner))


def name_box(folder: Path, words: Words) -> None:
    """Who is at the desk, in the head of the page; at first who git says works in the folder."""
    if NAME not in st.session_state:
        st.session_state[NAME] = _usual(str(folder)) or ""
    name = who()
    title = words["app.writing.nobody"] if name is None else name
    with st.popover(title, key="who", help=words["app.writing.help"]):
        st.text_input(
            words["app.writing.name"],
            key=NAME,
            on_change=acted,
            max_chars=120,
            placeholder=words["app.writing.placeholder"],
        )


@st.cache_data(max_entries=64, show_spinner=False)
def _usual(folder: str) -> str | None:
    """The name of TIMELINES_NAME, else the one git has for whoever works here."""
    named = os.environ.get("TIMELINES_NAME", "").strip()
    if named:
        return named
    with suppress(NoHistory, Refused, OSError):
        found = owner(repository(Path(folder)))
        return None if found is None else found.name
    return None

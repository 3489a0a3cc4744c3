"""Writing from the app: whose name it is saved in, and what is said if it could not be saved.

A page writes in a widget's callback, so that the page is then drawn from the new files:

    def _save() -> None:
        address.acted()
        write = lambda author: desk.save(path, "event", id, changes, base=seen, author=author)
        outcome = writing.attempt(write, words)
        if outcome.done:
            writing.say_saved(words["…saved"], path, outcome.saved, words)

`attempt` tells by itself why nothing was saved; only a Conflict is the page's own to resolve.
What `say_saved` tells can be taken back with one button for as long as somebody stays on the page.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from components.address import acted, current, touched
from components.slot import slot
from components.template import render
from timelines.desk import Conflict, Refused, Saved, take_back
from timelines.desk.repository import NoHistory, owner, repository
from timelines.words import Words

NAME = "desk_name"
"""Under this key the session keeps who is at the desk, also on pages that do not ask for it."""
_BOX = "desk_name_box"
_BOXES = "desk_name_boxes"
_BEGAN = "desk_name_began"
_TOLD = "desk_told"
_KEPT = "desk_kept"
_LAST = "desk_last"

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


@dataclass(frozen=True, slots=True)
class _Last:
    """What was saved last, what was said of it, and on which page: there it can be taken back."""

    sentence: str
    folder: Path
    saved: tuple[Saved, ...]
    words: Words
    place: tuple[str | None, str | None]


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


def say_saved(sentence: str, folder: Path, saved: Sequence[Saved], words: Words) -> None:
    """Tell what was saved, with a button that takes it back."""
    if not any(one.changed for one in saved):
        say(sentence)
        return
    st.session_state[_LAST] = _Last(sentence, folder, tuple(saved), words, _place())


def told() -> None:
    """Draw what there is to tell, where it is seen however far down the page somebody is.

    It stays until somebody does something else; what was saved last, for as long as they stay on
    the page.
    """
    new = st.session_state.pop(_TOLD, [])
    kept = [] if touched() else st.session_state.get(_KEPT, [])
    st.session_state[_KEPT] = new or kept
    last: _Last | None = st.session_state.get(_LAST)
    if last is not None and last.place != _place():
        last = None
        st.session_state.pop(_LAST)
    # The place is there also with nothing to tell, as a slot is.
    with st.container(key="told"):
        with slot("sentences"):
            _draw(st.session_state[_KEPT])
        if last is not None:
            with st.container(key="last_saved"):
                _draw([(last.sentence, "done")])
                st.button(
                    last.words["app.writing.undo"], key="undo", on_click=_take_back, args=(last,)
                )


def messages() -> None:
    """Draw the sentences alone: in a window over the page, where the page's own are not seen."""
    _draw(st.session_state.pop(_TOLD, []))


def _draw(sentences: Sequence[tuple[str, Manner]]) -> None:
    for sentence, manner in sentences:
        st.html(render("told.html", text=sentence, manner=manner))


def _take_back(last: _Last) -> None:
    """Have the records say again what they said before the last save, if nobody changed it since.

    What others changed in other fields meanwhile stays.
    """
    acted()
    st.session_state.pop(_LAST, None)

    def write(author: str) -> tuple[Saved, ...]:
        return take_back(last.folder, last.saved, author=author)

    outcome = attempt(write, last.words)
    if outcome.conflict is not None:
        say(str(outcome.conflict), "trouble")
    elif outcome.done:
        say(last.words["app.writing.undone"])


def _place() -> tuple[str | None, str | None]:
    here = current()
    return here.investigation, here.page


def name_box(folder: Path, words: Words) -> None:
    """Who is at the desk, in the head of the page; at first who git says works in the folder."""
    if NAME not in st.session_state:
        st.session_state[NAME] = _usual(str(folder)) or ""
    box = _box()
    began: dict[str, str] = st.session_state.setdefault(_BEGAN, {})
    name = who()
    title = words["app.writing.nobody"] if name is None else name
    with st.popover(title, key="who", help=words["app.writing.help"]):
        st.text_input(
            words["app.writing.name"],
            began.setdefault(box, st.session_state[NAME]),
            key=box,
            on_change=_named,
            args=(box,),
            max_chars=120,
            placeholder=words["app.writing.placeholder"],
        )


def _box() -> str:
    return f"{_BOX}{st.session_state.get(_BOXES, '')}"


def _named(box: str) -> None:
    acted()
    if box == _box():
        st.session_state[NAME] = st.session_state[box]


def introduce(name: str) -> None:
    """Take over a name that was given elsewhere than in the head of the page.

    The box there is then a new one: a box in a closed window of the page does not hear of a new
    value, and says the old one again with the next click.
    """
    st.session_state[NAME] = name
    st.session_state[_BOXES] = st.session_state.get(_BOXES, 0) + 1


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

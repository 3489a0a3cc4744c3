"""The filters: which events are shown, by storyline, people, tags, verification, period, words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from components.address import acted
from components.distinct import distinct
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.investigation import Investigation
from timelines.selection import Selection
from timelines.words import Words

LISTS = ("storylines", "people", "tags", "verification", "visibility")
TEXTS = ("words", "since", "until")


def _key(name: str) -> str:
    return f"filter_{name}"


def options(investigation: Investigation, words: Words) -> dict[str, dict[str, str]]:
    """For each list what may be chosen, as its value and how it is shown, in a stable order."""
    used = {*investigation.involved["person"].unique(), *investigation.known["who"].unique()}
    people = investigation.people
    names = dict(zip(people["id"].tolist(), people["name"].tolist(), strict=True))
    storylines = list(investigation.heading.storylines)
    storylines += sorted(set(investigation.lanes["storyline"].unique()) - set(storylines))
    present = {
        field: set(investigation.events[field].unique()) for field in ("verification", "visibility")
    }
    tags = sorted(investigation.tags["tag"].unique())
    return {
        "storylines": {name: name for name in storylines},
        "people": dict(
            sorted(((one, names.get(one, one)) for one in used), key=lambda pair: pair[::-1])
        ),
        "tags": {name: name for name in tags},
        **{
            field: {
                name: shown
                for name, shown in words.under(section).items()
                if name in present[field]
            }
            for field, section in (
                ("verification", "figure.verification"),
                ("visibility", "app.visible"),
            )
        },
    }


def fill(selection: Selection, offered: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Put a selection into the filters; what this investigation does not have is handed back."""
    dropped: list[str] = []
    for name in LISTS:
        wanted = list(getattr(selection, name))
        st.session_state[_key(name)] = [one for one in wanted if one in offered[name]]
        dropped += [one for one in wanted if one not in offered[name]]
    for name in TEXTS:
        st.session_state[_key(name)] = getattr(selection, name) or ""
    return dropped


def draw(
    selection: Selection, offered: Mapping[str, Mapping[str, str]], zone: str, words: Words
) -> tuple[Selection, list[str]]:
    """The filters as they stand now, and sentences about dates in them that cannot be read.

    `selection` fills those that are not yet on the page. A date that cannot be read filters
    nothing.
    """
    if _key(TEXTS[0]) not in st.session_state:
        fill(selection, offered)
    with st.container(key="filters"):
        text = _text("words", words)
        lists = {
            name: _multi(name, offered[name], words) for name in LISTS if len(offered[name]) > 1
        }
        period = {name: _text(name, words) for name in ("since", "until")}
        if text or any(lists.values()) or any(period.values()):
            st.button(words["app.filter.clear"], key=_key("clear"), on_click=clear, type="tertiary")
    unread = [one for one in period.values() if one is not None and not _readable(one, zone)]
    sentences = [words.say("app.filter.unread_date", written=one) for one in unread]
    picked: dict[str, Any] = {**lists, "words": text}
    picked |= {name: None if one in unread else one for name, one in period.items()}
    return replace(selection, **picked), sentences


def clear() -> None:
    """Show everything again."""
    acted()
    for name in LISTS:
        st.session_state[_key(name)] = []
    for name in TEXTS:
        st.session_state[_key(name)] = ""


def _text(name: str, words: Words) -> str | None:
    label = words[f"app.filter.{name}"]
    written = st.text_input(
        label,
        key=_key(name),
        placeholder=words[f"app.filter.hint.{name}"],
        label_visibility="collapsed",
        on_change=acted,
    )
    return written.strip() or None


def _multi(name: str, offered: Mapping[str, str], words: Words) -> tuple[str, ...]:
    shown: Callable[[str], str] = distinct(offered).__getitem__
    chosen: Sequence[str] = st.multiselect(
        words[f"app.filter.{name}"],
        list(offered),
        key=_key(name),
        format_func=shown,
        placeholder=words[f"app.filter.any.{name}"],
        label_visibility="collapsed",
        on_change=acted,
    )
    return tuple(chosen)


def _readable(written: str, zone: str) -> bool:
    try:
        when = edtf(written, zone)
    except DateError:
        return False
    return not when.stretch and when.precision != "unknown"

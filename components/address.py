"""The page's address: what is picked, so that a link opens the same view for somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode

import streamlit as st
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

from timelines.selection import Selection

INVESTIGATION = "investigation"
PAGE = "page"
LAYERS = "show"
KNOWN_LAYERS = frozenset({"whole", "narrowed"})
EXTRA = ("source", "at", "quote", "edit", "finding", "question", "do", "first", "second",
         "mark", "only", "about", "internal")  # fmt: skip
"""What single pages carry in the address beside what all pages share; no page knows all of them."""
LONGEST = 2_000
"""So many characters of one of these are kept: a quote is the longest of them."""
PICKED = "picked"
"""The key of the picker of investigations."""
_SEEN = "address_seen"
_NOW = "address_now"
_JUMPED = "address_jumped"
_ACTED = "address_acted"
_ABSENT = "address_absent"
_TOUCHED = "address_touched"


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Address:
    """One view of the app: which investigation, which page, what of it, and the chosen event.

    `page` is None for the first page; its name is then left out of the link. `layers` are the
    names of what is drawn on demand. `extra` is what this page alone carries, by the names in
    `EXTRA`: which source is open, which event is edited.
    """

    investigation: str | None = None
    page: str | None = None
    selection: Selection = field(default_factory=Selection)
    layers: frozenset[str] = frozenset()
    extra: Mapping[str, str] = field(default_factory=_nothing, hash=False)

    def query(self) -> dict[str, str]:
        """As the parts of a query string."""
        places = {INVESTIGATION: self.investigation, PAGE: self.page}
        said = {name: value for name, value in places.items() if value is not None}
        layers = {LAYERS: ",".join(sorted(self.layers))} if self.layers else {}
        return said | layers | self.selection.to_query() | dict(self.extra)

    def link(self) -> str:
        """As a link inside the app."""
        return f"?{urlencode(self.query())}"

    def at(self, event: str | None) -> Address:
        """The same view with that event chosen, or none."""
        return replace(self, selection=replace(self.selection, event=event))

    def on(self, page: str | None, **extra: str | None) -> Address:
        """The same on another page, which carries this alone beside what all pages share."""
        return replace(self, page=page, extra={}).carrying(**extra)

    def carrying(self, **extra: str | None) -> Address:
        """The same page with this changed of what it alone carries; None takes a thing away.

        ValueError for a name that is not in `EXTRA`.
        """
        foreign = sorted(extra.keys() - {*EXTRA})
        if foreign:
            raise ValueError(f"not a part of an address: {', '.join(foreign)}")
        both = {**self.extra, **extra}
        kept = {name: _clean(both.get(name) or "") for name in EXTRA}
        return replace(self, extra={name: text for name, text in kept.items() if text})


def read(query: Mapping[str, str]) -> Address:
    """The address behind a query string; keys it does not know are left aside."""
    return Address(
        investigation=query.get(INVESTIGATION),
        page=query.get(PAGE),
        selection=Selection.from_query(query),
        layers=frozenset(query.get(LAYERS, "").split(",")) & KNOWN_LAYERS,
    ).carrying(**{name: query.get(name) for name in EXTRA})


def _clean(text: str) -> str:
    """Without what cannot be seen, and not longer than anything in an address needs to be."""
    words = " ".join(text[:LONGEST].split())
    return "".join(letter for letter in words if letter.isprintable())


def arrive(slugs: Sequence[str]) -> Address:
    """Where this run of the session is, and whose investigation is picked.

    That is the browser's address when somebody comes by a link, or goes back. Else it is where
    the last run left off, or another investigation, if the picker says so: the browser's address
    may then be that of a moment ago, and does not count.
    """
    query = st.query_params.to_dict()
    acted = st.session_state.pop(_ACTED, False)
    seen = st.session_state.get(_SEEN)
    came = seen is None or (query != seen and went())
    st.session_state[_TOUCHED] = acted or came
    if came and not acted:
        st.session_state[_SEEN] = query
        jump(read(query))
        wanted = current().investigation
        st.session_state[_ABSENT] = wanted if wanted not in (None, *slugs) else None
    here = current()
    picked = st.session_state.get(PICKED, here.investigation)
    slug = picked if picked in slugs else slugs[0]
    if here.investigation is None:
        jump(replace(here, investigation=slug))
    elif slug != here.investigation:
        jump(Address(slug, here.page))
    return current()


def current() -> Address:
    """Where the session is."""
    now: Address = st.session_state.get(_NOW, Address())
    return now


def move(to: Address) -> None:
    """Be somewhere else from now on; the browser's address follows with `show`."""
    st.session_state[_NOW] = to


def went() -> bool:
    """Whether the browser went back or forward in its history to come to this run of the page."""
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


def acted() -> None:
    """Somebody used something on the page: the callback of everything that can be used."""
    st.session_state[_ACTED] = True


def touched() -> bool:
    """Whether somebody did something that led to this run, rather than a change on disk."""
    return bool(st.session_state.get(_TOUCHED, True))


def choose(event: str | None = None) -> None:
    """Choose an event, or none; everything else stays."""
    acted()
    move(current().at(event))


def jump(to: Address) -> None:
    """Be somewhere else, and let picker and filters say so too."""
    move(to)
    st.session_state[_JUMPED] = True
    if to.investigation is not None:
        st.session_state[PICKED] = to.investigation


def jumped() -> bool:
    """Whether the session jumped since this was last asked."""
    return bool(st.session_state.pop(_JUMPED, False))


def absent() -> str | None:
    """The investigation that the address asked for and that is not there, told once."""
    name: str | None = st.session_state.pop(_ABSENT, None)
    return name


def follow(link: str) -> None:
    """Jump to where a link inside the app leads, as the browser sent it back."""
    acted()
    jump(read(dict(parse_qsl(link.removeprefix("?"), max_num_fields=100))))


def look_closer(period: str) -> None:
    """Show that period alone, all else as it is: its first and last day, parted by a slash."""
    acted()
    here = current()
    since, _, until = period.partition("/")
    jump(replace(here, selection=replace(here.selection, since=since, until=until)))


def show() -> None:
    """Write where the session is into the browser's address."""
    query = current().query()
    st.session_state[_SEEN] = query
    if query != st.query_params.to_dict():
        st.query_params.from_dict(query)

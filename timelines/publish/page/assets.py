"""The page's one style and one script, each put together of small parts and named by its bytes.

A part is a file in `css/` or `js/`; the order below is the order in the asset, and a part that is
not there is left out. The scripts share one scope: `list` comes first and offers what the others
build on (see its head). Comments and blanks stay in the repository.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from rcssmin import cssmin
from rjsmin import jsmin

from timelines.publish.page import spare

STYLES = (
    "ground", "head", "list", "rail", "tools", "strip", "marks", "lively", "knew", "framed",
    "embed", "contrast", "print",
)  # fmt: skip
APART = ("contrast", "print")
"""Parts that a browser need not wait for unless they are called for (`RARELY`)."""
BY_SCRIPT = ("lively", "framed")
"""Parts that come with a script."""
RARELY = "print,(forced-colors),(prefers-contrast)"
"""On paper, and where a reader has asked for more contrast or for colours of their own."""
SCRIPTS = ("list", "start")
LATE = ("look", "steps", "tools", "crowd", "strip")
"""Search, filters and a strip that moves: fetched when a reader comes to them."""
FRAME = ("look", "frame")
"""What only a page in a frame runs; the script fetches it where there is one."""
_PROPERTY = re.compile(r"--[a-z]\w*")
_LETTERS = "abdefghijlmnopqrstuvwxyz"
"""Without `c` and `k`, which are names already."""
_NAME = 12
"""Hexadecimal digits of a name: of a thousand files two are alike once in 500 million times."""
_JOIN = """(()=>{"use strict";
document.dispatchEvent(new CustomEvent("timeline:late",{detail:
({items,linkOf,follow,picked})=>{
let chosen=picked();document.addEventListener("timeline:chosen",()=>{chosen=picked()});
"""
"""A late script gets what `js/list.js` offers as it would in one scope with it."""


class Asset(NamedTuple):
    """A file that the page fetches: its path in the published folder, and its bytes."""

    path: str
    data: bytes


@cache
def style(parts: tuple[str, ...] = STYLES) -> Asset:
    """The style of those parts."""
    return named(cssmin("".join(_texts("css", parts))), "css")


@cache
def _names() -> Mapping[str, str]:
    """A short name for each of our properties, which a page repeats more often than any class."""
    whole = "".join(_texts("css", STYLES))
    long = dict.fromkeys(name for name in _PROPERTY.findall(whole) if len(name) > 3)
    return {name: f"--{letter}" for name, letter in zip(long, _LETTERS, strict=False)}


def _short(style: str) -> str:
    return _PROPERTY.sub(lambda one: _names().get(one[0], one[0]), style)


class Styles(NamedTuple):
    """A page's style: what it comes with; what is for paper and for colours of the reader's own,
    where that comes apart; and, as text, what only scripts show."""

    first: Asset
    rare: Asset | None
    later: str


def styles_for(
    page: str, drawn: str, parts: tuple[str, ...], *, leftward: bool, apart: bool
) -> Styles:
    """What a page needs of the style of those parts.

    `drawn` is markup that the script puts into the page; `leftward` is for pages that are read from
    the right. With `apart`, what is rarely called for is a file of its own: fewer bytes to wait
    for, and one more to ask for, which a short page feels more.
    """

    def of(parts: tuple[str, ...]) -> tuple[str, str]:
        return spare.styles_for(page, drawn, style(parts).data.decode("utf-8"), leftward=leftward)

    beside = APART if apart else ()
    first, later = of(tuple(part for part in parts if part not in (*beside, *BY_SCRIPT)))
    rare, later_still = of(tuple(part for part in parts if part in beside))
    later += style(("lively",)).data.decode("utf-8") + later_still
    first = spare.said_of(first, rare + later)
    return Styles(
        named(_short(first), "css"), named(_short(rare), "css") if apart else None, _short(later)
    )


@cache
def script(parts: tuple[str, ...] = SCRIPTS) -> Asset | None:
    """The script of those parts, in one scope that no other script sees; None without any."""
    texts = _texts("js", parts)
    if not texts:
        return None
    return named(jsmin('(()=>{"use strict";\n' + "".join(texts) + "})();\n"), "js")


@cache
def frame() -> Asset:
    """The script of a page in a frame, with the style that a page has only there."""
    text = style(("framed",)).data.decode("utf-8")
    own = jsmin("".join(_texts("js", FRAME)))
    return named(f'(()=>{{"use strict";const LOOK={json.dumps(text)};\n{own}\n}})();\n', "js")


@lru_cache(maxsize=64)
def late(
    told: str, look: str, parts: tuple[str, ...] = LATE, marks: str = "", symbols: str = ""
) -> Asset:
    """A script that joins the page's own when it comes (`js/start.js`).

    `told` is what the tools offer and say, as JSON; `look` the style of what scripts show. `marks`
    and `symbols` are for the part `crowd`, which is left out without marks.
    """
    known = f"const TOLD={told},LOOK={json.dumps(look)};"
    if marks:
        known += f"const MARKS={json.dumps(marks)},SYMBOLS={json.dumps(symbols)};"
    else:
        parts = tuple(part for part in parts if part != "crowd")
    # What a script is given is not looked at by what makes the script small.
    own = jsmin("".join(_texts("js", parts)))
    return named(f"{jsmin(_JOIN)}\n{known}\n{own}\n}}}}))}})();\n", "js")


def _texts(kind: str, parts: tuple[str, ...]) -> list[str]:
    folder = resources.files("timelines.publish.page") / kind
    files = [folder / f"{part}.{kind}" for part in parts]
    return [file.read_text("utf-8") for file in files if file.is_file()]


def named(text: str | bytes, kind: str) -> Asset:
    """An asset whose name is made of its bytes."""
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return Asset(f"assets/{hashlib.sha256(data).hexdigest()[:_NAME]}.{kind}", data)

"""The page's one style and one script, each put together of small parts and named by its bytes.

A part is a file in `css/` or `js/`; the order below is the order in the asset, and a part that is
not there is left out. The scripts share one scope: `list` comes first and offers what the others
build on (see its head). Comments and blanks stay in the repository.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from rcssmin import cssmin
from rjsmin import jsmin

from timelines.publish.page import spare

STYLES = (
    "ground", "head", "list", "rail", "tools", "strip", "knew", "framed", "embed", "contrast",
    "print",
)  # fmt: skip
SCRIPTS = ("list", "start")
LATE = ("steps", "tools", "crowd", "strip")
"""Search, filters and a strip that moves: fetched when a reader comes to them."""
FRAME = ("frame",)
"""What only a page in a frame runs; the script fetches it where there is one."""
_JOIN = """(()=>{"use strict";
document.dispatchEvent(new CustomEvent("timeline:late",{detail:
({items,linkOf,mark,say,rove,picked,current})=>{
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


def styles_for(
    page: str, drawn: str, parts: tuple[str, ...], *, leftward: bool
) -> tuple[Asset, Asset]:
    """What of the style of those parts a page needs to be read, and what its late script needs.

    `drawn` is markup that the script puts into the page; `leftward` is for pages that are read from
    the right.
    """
    whole = style(parts).data.decode("utf-8")
    now, later = spare.styles_for(page, drawn, whole, leftward=leftward)
    return named(now, "css"), named(later, "css")


@cache
def script(parts: tuple[str, ...] = SCRIPTS) -> Asset | None:
    """The script of those parts, in one scope that no other script sees; None without any."""
    texts = _texts("js", parts)
    if not texts:
        return None
    return named(jsmin('(()=>{"use strict";\n' + "".join(texts) + "})();\n"), "js")


@lru_cache(maxsize=64)
def late(told: str, parts: tuple[str, ...] = LATE, marks: str = "", symbols: str = "") -> Asset:
    """A script that joins the page's own when it comes (`js/start.js`).

    `told` is what the tools offer and say, as JSON. `marks` and `symbols` are for the part `crowd`,
    which is left out without marks.
    """
    known = f"const TOLD={told};"
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
    return Asset(f"assets/{hashlib.sha256(data).hexdigest()[:24]}.{kind}", data)

"""The page's one style and one script, each put together of small parts and named by its bytes.

A part is a file in `css/` or `js/`; the order below is the order in the asset, and a part that is
not there is left out. The scripts share one scope: `list` comes first and offers what the others
build on (see its head). Comments and blanks stay in the repository.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import NamedTuple

from rcssmin import cssmin
from rjsmin import jsmin

STYLES = (
    "ground", "head", "list", "rail", "tools", "strip", "knew", "framed", "embed", "contrast",
    "print",
)  # fmt: skip
SCRIPTS = ("list", "start")
LATE = ("tools", "crowd", "strip")
"""Search, filters and a strip that moves: fetched in the first idle moment, once one can read."""
FRAME = ("frame",)
"""What only a page in a frame runs; the script fetches it where there is one."""
_JOIN = """(()=>{"use strict";
document.dispatchEvent(new CustomEvent("timeline:late",{detail:
({list,items,linkOf,choose,shown,step,say,rove,picked,current})=>{
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
def script(parts: tuple[str, ...] = SCRIPTS) -> Asset | None:
    """The script of those parts, in one scope that no other script sees; None without any."""
    texts = _texts("js", parts)
    if not texts:
        return None
    return named(jsmin('(()=>{"use strict";\n' + "".join(texts) + "})();\n"), "js")


@cache
def late(parts: tuple[str, ...] = LATE) -> Asset:
    """A script that joins the page's own when it comes (`js/start.js`)."""
    return named(jsmin(_JOIN + "".join(_texts("js", parts)) + "}}))})();\n"), "js")


def _texts(kind: str, parts: tuple[str, ...]) -> list[str]:
    folder = resources.files("timelines.publish.page") / kind
    files = [folder / f"{part}.{kind}" for part in parts]
    return [file.read_text("utf-8") for file in files if file.is_file()]


def named(text: str | bytes, kind: str) -> Asset:
    """An asset whose name is made of its bytes."""
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return Asset(f"assets/{hashlib.sha256(data).hexdigest()[:24]}.{kind}", data)

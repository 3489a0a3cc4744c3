"""The visible text of a web page: what somebody reads who looks at it, without running anything."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from timelines.evidence.texts import decoded

_UNSEEN = """
head script style template noscript iframe object embed applet audio video canvas datalist noembed
noframes
"""
_VOID = "area base br col embed hr img input link meta param source track wbr"
_BLOCKS = """
address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol option p pre section summary
table tbody td tfoot th thead tr ul
"""

UNSEEN = frozenset(_UNSEEN.split())
"""Elements whose text nobody sees."""

VOID = frozenset(_VOID.split())
"""Elements without an end."""

BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin a new line."""

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


def text(data: bytes) -> list[str]:
    """The visible text of an HTML file, as one page."""
    return [visible(_decoded(data))]


def visible(source: str) -> str:
    """The visible text of HTML. Rules in style sheets are not followed, only `style=` itself."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.said).split("\n"))
    return "\n".join(line for line in lines if line)


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named is not None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data)


class _Reader(HTMLParser):
    """Collects text outside of what is hidden. `_open` are the elements that are open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._counted: dict[str, int] = {}
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; a block ends an open paragraph, as browsers have it."""
        if tag in BLOCKS and self._open and self._open[-1][0] == "p":
            self.handle_endtag("p")
        if tag in BLOCKS or tag == "br":
            self.said.append("\n")
        if tag in VOID:
            return
        hides = tag in UNSEEN or _hides(attrs)
        self._open.append((tag, hides))
        self._counted[tag] = self._counted.get(tag, 0) + 1
        self._hidden += hides

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>`; elsewhere browsers pay no attention to the stroke."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it those that were left open inside."""
        if tag in BLOCKS:
            self.said.append("\n")
        if not self._counted.get(tag):
            return
        ended = None
        while ended != tag:
            ended, hides = self._open.pop()
            self._counted[ended] -= 1
            self._hidden -= hides

    def handle_data(self, data: str) -> None:
        """Text; its own line ends are blanks."""
        if not self._hidden:
            self.said.append(re.sub(r"\s+", " ", data))


def _hides(attrs: list[tuple[str, str | None]]) -> bool:
    return any(
        name == "hidden" or (name == "style" and _HIDING.search(value or "") is not None)
        for name, value in attrs
    )

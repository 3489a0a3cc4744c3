"""HTML out of other people's files as plain text; what only a browser could show is counted."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from timelines.intake.decoding import clean

_BREAKS = frozenset(
    {"p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr", "blockquote"}
)
_SILENT = frozenset({"script", "style", "template", "noscript", "title"})
_SHOWN = frozenset({"img", "iframe", "video", "audio", "object", "embed", "svg"})


def plain_text(markup: str) -> tuple[str, tuple[str, ...]]:
    """The text of a piece of HTML with the addresses of its links, and what was left out of it.

    Scripts and styles are dropped without their text.
    """
    if "<" not in markup and "&" not in markup:
        return _tidy(markup), ()
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return _tidy("".join(reader.parts)), tuple(dict.fromkeys(reader.lost))


def _tidy(text: str) -> str:
    lines = [" ".join(line.split()) for line in clean(text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Gathers the text of a page, and remembers where links lead."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lost: list[str] = []
        self._silent = 0
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
            if tag in ("script", "style"):
                self.lost.append(f"<{tag}>")
        elif tag in _SHOWN:
            self.lost.append(f"<{tag}>")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.parts)))
        elif tag in _BREAKS:
            self.parts.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "a" and self._links:
            address, start = self._links.pop()
            words = "".join(self.parts[start:]).strip()
            if address.startswith(("http://", "https://", "mailto:")) and address != words:
                self.parts.append(f" ({address})")
        elif tag == "p":
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)

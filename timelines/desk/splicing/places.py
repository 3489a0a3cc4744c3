"""Where every value of a YAML text stands, so that it can be changed in its own place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from timelines.yamlfile import MappingNode, Node, Parsed, ScalarNode, SequenceNode, Value, parsed

Kind = Literal["nothing", "text", "list", "map"]
Tie = Literal["", "&", "*"]

_BETWEEN = re.compile(r"(?:[ \t\n,]|(?:(?<=[\s,\[{])|(?<=^))#[^\n]*)*")
_ALIAS = re.compile(r"\*[^\s,\[\]{}]+")


@dataclass(frozen=True, slots=True)
class Source:
    """A text, its line ends all `\\n`, with what it says and where libyaml saw it."""

    text: str
    seen: Parsed
    verbatim: frozenset[str]

    def at(self, index: int) -> int:
        """The place in the text of a place in libyaml's, which may have more quotes."""
        return index - bisect_left(self.seen.added, index)

    def line_start(self, index: int) -> int:
        """Where the line of a place begins."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Where the line of a place ends, before its line end."""
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found

    def column(self, index: int) -> int:
        """How many signs stand before a place in its line."""
        return index - self.line_start(index)

    def line(self, index: int) -> int:
        """The number of the line of a place, from 1."""
        return self.text.count("\n", 0, index) + 1

    def skip(self, index: int) -> int:
        """The first sign from here on that is no blank, line end, comma or comment."""
        found = _BETWEEN.match(self.text, index)
        return found.end() if found else index


def source(text: str, verbatim: frozenset[str]) -> Source:
    """A text with the places in it; raises Unreadable for one that is no YAML."""
    return Source(text, parsed(text, verbatim=verbatim), verbatim)


@dataclass(slots=True)
class Place:
    """One value: what it is, and from where to where it is written.

    `style` is the sign a text begins with (`'`, `"`, `|`, `>`, `[` for a date in brackets, or
    nothing), and for lists and maps `[` where they are in brackets. `mark` is where its key, its
    dash or itself begins; `after` is behind the colon or dash. Something is tied by `*` where it is
    an alias, by `&` where it has an anchor or a tag; something `odd` is written in a way that is
    not edited in its place.
    """

    source: Source
    node: Node
    value: Value | None
    kind: Kind
    style: str
    mark: int
    after: int
    start: int
    tied: Tie = ""
    odd: bool = False
    inside: bool = False
    """Whether it stands within brackets."""
    _end: int | None = None
    _parts: list[Part] | None = field(default=None, repr=False)

    @property
    def end(self) -> int:
        """Behind its last sign; comments and blank lines that follow are not its own."""
        if self._end is None:
            self._end = max((part.place.end for part in self.parts), default=self.start)
        return self._end

    @property
    def parts(self) -> list[Part]:
        """Everything in a list or map, in the order of the text."""
        if self._parts is None:
            found = _entries(self) if self.kind == "map" else _items(self)
            self._parts = [] if self.kind in ("nothing", "text") or self.tied == "*" else [*found]
        return self._parts

    @property
    def entries(self) -> dict[str, Place]:
        """What a map has under each key it is read to have, a key without a value included."""
        return {part.key: part.place for part in self.parts if isinstance(part.key, str)}

    @property
    def items(self) -> list[Place]:
        """What a list is read to hold: its items without the empty ones."""
        return [part.place for part in self.parts if part.place.kind != "nothing"]

    @property
    def written(self) -> str:
        """The signs of the text that it is written with."""
        return self.source.text[self.start : self.end]

    @property
    def column(self) -> int:
        """In which column its key, its dash or itself begins, from 0."""
        return self.source.column(self.mark)

    def binds(self) -> bool:
        """Whether there is an anchor on it or in it, that others may hang on."""
        return self.tied == "&" or any(part.place.binds() for part in self.parts)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a map or list. `key` is None for an item, and for what reading leaves out."""

    key: str | None
    place: Place


def root(text: Source) -> Place | None:
    """The place of everything in a text; None for a text that says nothing."""
    node = text.seen.node
    if node is None:
        return None
    start = text.at(node.start_mark.index)
    return _place(text, node, text.seen.document.value, start, start, inside=False)


def _place(
    text: Source, node: Node, value: Value | None, mark: int, after: int, *, inside: bool
) -> Place:
    start, end = text.at(node.start_mark.index), text.at(node.end_mark.index)
    place = Place(text, node, value, _kind(value), "", mark, after, start, inside=inside)
    here = text.skip(after)
    if text.text[here : here + 1] == "*" and start != here:
        alias = _ALIAS.match(text.text, here)
        place.tied, place.start = "*", here
        place._end = alias.end() if alias else here
        return place
    if text.text[start : start + 1] in ("&", "!"):
        place.tied = "&"
    if isinstance(node, ScalarNode):
        _scalar(place, node, end)
    elif getattr(node, "flow_style", False):
        place.style, place._end = "[", end
        place.odd = place.kind in ("list", "map") and text.text[start : start + 1] not in "[{"
    return place


def _kind(value: Value | None) -> Kind:
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return "text"
    return "list" if isinstance(value, list) else "map"


def _scalar(place: Place, node: ScalarNode, end: int) -> None:
    text = place.source.text
    place.style = node.style or ""
    if place.style in ("'", '"') and text[place.start : place.start + 1] not in ("'", '"', "&"):
        place.style = "["  # the quotes were only lent for reading
    if place.style in ("|", ">"):
        end = _block_end(place, end)
    if end <= place.start:
        place.start = end = place.after
    place._end = end


def _block_end(place: Place, end: int) -> int:
    """Behind the last line of a block of text that counts: blank ones do only after `+`."""
    text = place.source.text
    header = place.source.line_end(place.start)
    if "+" in text[place.start : header].split("#")[0]:
        return end - 1 if text[end - 1 : end] == "\n" else end
    lines = text[place.start : end].split("\n")
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    return place.start + len("\n".join(lines))


def _entries(place: Place) -> Iterator[Part]:
    text, node, values = place.source, place.node, place.value
    if not isinstance(node, MappingNode) or not isinstance(values, dict):
        return
    seen: set[str] = set()
    inside = place.inside or place.style == "["
    for key_node, value_node in node.value:
        mark, key_end = text.at(key_node.start_mark.index), text.at(key_node.end_mark.index)
        key = key_node.value if isinstance(key_node, ScalarNode) else None
        if key is not None and key not in values and not text.text.isascii():
            # Reading hides signs from libyaml that it takes for line breaks.
            raw = text.text[mark:key_end].strip("'\"")
            key = raw if raw in values else key
        colon = text.skip(key_end) if inside else _blanks(text.text, key_end)
        has_colon = text.text[colon : colon + 1] == ":"
        after = colon + 1 if has_colon else key_end
        known = key is not None and key not in seen and not (key == "<<" and not key_node.style)
        value = values.get(key) if known and key is not None else None
        part = _place(text, value_node, value, mark, after, inside=inside)
        asked = text.text[text.line_start(mark) : mark].rstrip().endswith("?")
        part.odd = part.odd or not has_colon or asked
        if known and key is not None:
            seen.add(key)
        yield Part(key if known else None, part)


def _blanks(text: str, index: int) -> int:
    while text[index : index + 1] in (" ", "\t"):
        index += 1
    return index


def _items(place: Place) -> Iterator[Part]:
    text, node, values = place.source, place.node, place.value
    if not isinstance(node, SequenceNode) or not isinstance(values, list):
        return
    left = iter(values)
    inside = place.inside or place.style == "["
    before: Place | None = None
    for item in node.value:
        empty = isinstance(item, ScalarNode) and (not item.value or item.value.isspace())
        value = None if empty else next(left, None)
        if inside:
            mark = after = text.skip(place.start + 1 if before is None else before.end)
        else:
            mark = _dash(text, item, place.start if before is None else before)
            after = mark + 1
        part = _place(text, item, value, mark, after, inside=inside)
        yield Part(None, part)
        before = part


def _dash(text: Source, item: Node, before: Place | int) -> int:
    """Where the dash of an item stands: right before it, or a line above."""
    least = before if isinstance(before, int) else before.start
    index = text.at(item.start_mark.index) - 1
    while index > least and text.text[index] == " ":
        index -= 1
    if index >= least and text.text[index] == "-":
        return index
    return text.skip(before if isinstance(before, int) else before.end)

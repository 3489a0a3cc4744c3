"""Collects changes of a text, each from place to place, and lines that are put in or taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timelines.desk.habits import Habits
from timelines.desk.splicing.places import Place, Source


class Edit(NamedTuple):
    """Signs of the text from `start` to `end` that become `new`."""

    start: int
    end: int
    new: str


class Unfit(Exception):
    """Something is written in a way that cannot be changed in its place, piece by piece."""


class Tied(Exception):
    """A change would touch something that an anchor or alias ties to another place."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.written)
        self.place = place


@dataclass(slots=True)
class Editing:
    """The changes of one text so far."""

    source: Source
    habits: Habits
    edits: list[Edit] = field(default_factory=list)

    def put(self, start: int, end: int, new: str) -> None:
        """Replace signs of the text."""
        self.edits.append(Edit(start, end, new))

    def put_lines(self, after: int, lines: Sequence[str]) -> None:
        """Put lines in behind the line of a place."""
        end = self.source.line_end(after)
        text = "\n".join(lines)
        if end == len(self.source.text):
            self.put(end, end, f"\n{text}")
        else:
            self.put(end + 1, end + 1, f"{text}\n")

    def cut_lines(self, first: int, last: int) -> None:
        """Take out the lines from that of one place to that of another."""
        end = self.source.line_end(last)
        self.put(self.source.line_start(first), min(end + 1, len(self.source.text)), "")

    def text(self) -> str:
        """The text with all changes made."""
        return applied(self.source.text, self.edits)


def applied(text: str, edits: Sequence[Edit], start: int = 0, end: int | None = None) -> str:
    """A part of the text with the changes made that lie in it. Raises Unfit where two overlap."""
    parts: list[str] = []
    last = start
    stop = len(text) if end is None else end
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if edit.start < last:
            raise Unfit
        parts += [text[last : edit.start], edit.new]
        last = edit.end
    return "".join([*parts, text[last:stop]])


_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)


def comments(place: Place) -> list[str]:
    """The comments between the first and the last sign of a value."""
    text = place.source.text
    if place.kind not in ("list", "map"):
        return []
    found: list[str] = []
    last = place.start
    for part in place.parts:
        one = part.place
        found += _COMMENT.findall(text, last, max(one.mark, last))
        found += _COMMENT.findall(text, min(one.after, one.start), one.start)
        found += comments(one)
        last = one.end
    return found + _COMMENT.findall(text, last, place.end)


def below(place: Place) -> int:
    """The last place that belongs to a value: comments that stand further in than its mark do."""
    source = place.source
    end = source.line_end(place.end)
    column = place.column
    while end < len(source.text):
        following = source.line_end(end + 1)
        line = source.text[end + 1 : following]
        inner = line.lstrip(" ")
        if not inner.startswith("#") or len(line) - len(inner) <= column:
            break
        end = following
    return end


def own_line(place: Place) -> bool:
    """Whether nothing stands before a key or dash on its line."""
    source = place.source
    return not source.text[source.line_start(place.mark) : place.mark].strip()

"""A text in place of another one, in the same quotes or block, its unchanged lines kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.desk.compose import Spot, text
from timelines.desk.splicing.folding import folded, refolded
from timelines.desk.splicing.places import Place
from timelines.desk.splicing.scalars import inline, quoted, reads_back

_SIGN = re.compile(r"(?P<style>[|>])(?P<more>[-+0-9]*)(?P<behind>[^\n]*)")


def reworded(place: Place, new: str, spot: Spot) -> str:
    """The signs to put in place of those of a text."""
    key = None if spot.item else spot.key
    for written in _tries(place, new, spot):
        if reads_back(written, new, key, spot.column, inside=False):
            return written
    return quoted(new, '"')


def _tries(place: Place, new: str, spot: Spot) -> Iterator[str]:
    if place.style in ("|", ">"):
        yield from _blocks(place, new, spot)
    elif place.style == "[" and new[:1] in ("[", "{"):
        yield new
    elif "\n" in place.written:
        yield from _several_lines(place, new, spot)
    elif "\n" not in new and (_stays_short(place, new, spot) or place.style not in ("", "[")):
        yield inline(new, place.style or spot.habits.quote, always=bool(place.style.strip("[")))
    yield text(new, spot)


def _stays_short(place: Place, new: str, spot: Spot) -> bool:
    """Whether the line is not made longer than lines of text are here, or was so before."""
    column = place.source.column(place.start)
    width = spot.habits.width
    return width is None or column + min(len(new), len(place.written)) > width


def _blocks(place: Place, new: str, spot: Spot) -> Iterator[str]:
    """The same block with other lines; its sign changes only where the text ends otherwise."""
    rows = place.written.split("\n")
    sign = _SIGN.match(rows[0])
    body = [row for row in rows[1:] if row.strip()]
    if sign is None or not body:
        return
    margin = re.match(r" *", min(body, key=lambda row: len(row) - len(row.lstrip(" "))))
    inner = margin[0] if margin else ""
    old = place.value if isinstance(place.value, str) else ""
    ends = len(new) - len(new.rstrip("\n"))
    digits = "".join(one for one in sign["more"] if one.isdigit())
    chomp = {0: "-", 1: ""}.get(ends, "+")
    more = sign["more"] if _ends(old) == ends else digits + chomp
    head = sign["style"] + more + sign["behind"]
    if sign["style"] == "|":
        lines = (new[:-1] if new.endswith("\n") else new).split("\n")
        yield _together(head, lines, inner)
        return
    width = max((spot.habits.width or 0) - len(inner), *(len(row) - len(inner) for row in body), 20)
    kept = refolded([row[len(inner) :] for row in rows[1:]], old, new, width)
    again = kept if kept is not None else folded(new, width)
    if again is not None:
        yield _together(head, again, inner)
    lines = (new[:-1] if new.endswith("\n") else new).split("\n")
    yield _together("|" + head[1:], lines, inner)


def _ends(value: str) -> int:
    return len(value) - len(value.rstrip("\n"))


def _together(head: str, lines: list[str], margin: str) -> str:
    return "\n".join([head, *(margin + line if line else "" for line in lines)])


def _several_lines(place: Place, new: str, spot: Spot) -> Iterator[str]:
    """A bare or quoted text over several lines, broken where it was."""
    rows = place.written.split("\n")
    margin = re.match(r" *", rows[-1])
    quote = place.style if place.style in ("'", '"') else ""
    if quote == '"' and ("\\" in place.written or not new.isprintable()):
        return
    inner = margin[0] if margin else ""
    old = place.value if isinstance(place.value, str) else ""
    rows = [row.strip() for row in rows]
    if quote:
        rows[0], rows[-1] = rows[0][1:], rows[-1][:-1]
        if quote in old or quote in new:
            return
    width = max((spot.habits.width or 0) - len(inner), *(len(row) for row in rows), 20)
    again = refolded(rows, old, new, width)
    if again is not None:
        whole = "\n".join(inner + line if line else "" for line in again)
        yield quote + whole[len(inner) :] + quote

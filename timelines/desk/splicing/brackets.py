"""Changes within lists and mappings in brackets: what does not change keeps its signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timelines.desk.alignment import aligned
from timelines.desk.compose import Spot, brackets, key_text
from timelines.desk.shape import lead, rank, within
from timelines.desk.splicing.editing import Tied, Unfit
from timelines.desk.splicing.places import Part, Place
from timelines.desk.splicing.scalars import inline, quoted, reads_back
from timelines.yamlfile import Value

Element = tuple[int | None, str]
"""A part of the new brackets: its number among the old parts, and its text."""


def in_brackets(place: Place, new: Value, spot: Spot) -> str:
    """The signs of a value in brackets once it says `new`."""
    if place.value == new:
        return place.written
    if place.tied:
        raise Tied(place)
    if place.odd:
        raise Unfit
    if not new:
        return "{}" if isinstance(new, dict) else "[]"
    if place.kind == "map" and isinstance(new, dict):
        return _rebuilt(place, _mapping(place, new, spot), spot)
    if place.kind == "list" and isinstance(new, list):
        return _rebuilt(place, _list(place, new, spot), spot)
    _refuse(place)
    if isinstance(new, str) and place.kind == "text":
        return _text(place, new, spot)
    return brackets(new, spot)


def _refuse(place: Place) -> None:
    if place.binds():
        raise Tied(place)


def _text(place: Place, new: str, spot: Spot) -> str:
    """A text between the quotes of the old one, or bare as it was."""
    key = None if spot.item else spot.key
    if place.style in ("'", '"'):
        tries = [quoted(new, place.style)]
    elif place.style == "[" and new[:1] in ("[", "{"):
        tries = [new]
    else:
        tries = []
    tries.append(inline(new, spot.habits.quote, inside=True, always=spot.quote_all))
    for written in tries:
        if reads_back(written, new, key, 0, inside=True):
            return written
    return quoted(new, '"')


def _mapping(place: Place, new: dict[str, Value], spot: Spot) -> list[Element]:
    text = place.source.text
    quote_all = bool(place.parts) and all(text[part.place.mark] == '"' for part in place.parts)
    spot = replace(spot, quote_all=quote_all)
    found: list[Element] = []
    for number, part in enumerate(place.parts):
        one = part.place
        if part.key is None or (one.kind == "nothing" and part.key not in new):
            found.append((number, text[one.mark : one.end]))
        elif part.key not in new:
            _refuse(one)
        else:
            inner = replace(spot, key=part.key, shape=within(spot.shape, part.key), item=False)
            found.append((number, _entry(one, new[part.key], inner)))
    for key in sorted(new, key=lambda key: rank(spot.shape, key)):
        if key not in place.entries:
            inner = replace(spot, key=key, shape=within(spot.shape, key), item=False)
            written = f"{key_text(key, inner)}: {brackets(new[key], inner)}"
            found.insert(_turn(found, place.parts, key, spot), (None, written))
    return found


def _entry(one: Place, value: Value, inner: Spot) -> str:
    if one.odd:
        raise Unfit
    blank = " " if one.start == one.after else ""
    written = in_brackets(one, value, inner)
    return one.source.text[one.mark : one.start] + blank * bool(written) + written


def _turn(found: Sequence[Element], parts: Sequence[Part], key: str, spot: Spot) -> int:
    """Where a new key goes: behind the one that customarily comes right before it."""
    best = (-1, -1)
    for position, (number, written) in enumerate(found):
        name = parts[number].key or "" if number is not None else written.split(":")[0].strip("\"'")
        its = rank(spot.shape, name)
        if its <= rank(spot.shape, key):
            best = max(best, (its, position))
    return best[1] + 1


def _list(place: Place, new: list[Value], spot: Spot) -> list[Element]:
    numbers = [number for number, part in enumerate(place.parts) if part.place.kind != "nothing"]
    items = place.items
    inner = replace(spot, item=True)
    found: list[Element] = []
    for i, j in aligned([one.value for one in items if one.value is not None], new,
                        lead(spot.shape)):  # fmt: skip
        if i is not None and j is not None:
            found.append((numbers[i], in_brackets(items[i], new[j], inner)))
        elif j is not None:
            found.append((None, brackets(new[j], inner)))
        elif i is not None:
            _refuse(items[i])
    return found


def _rebuilt(place: Place, elements: Sequence[Element], spot: Spot) -> str:
    """The brackets around the elements, with what stood between the old ones."""
    text, parts = place.source.text, [part.place for part in place.parts]
    if not elements:
        return "{}" if place.kind == "map" else "[]"
    if not parts:
        inner = ", ".join(written for _, written in elements)
        return text[place.start] + spot.habits.pad + inner + spot.habits.pad + text[place.end - 1]
    gaps = [text[a.end : b.mark] for a, b in pairwise(parts)]
    found = [text[place.start : parts[0].mark]]
    tail = text[parts[-1].end : place.end]
    before: int | None = None
    for position, (number, written) in enumerate(elements):
        if position:
            found.append(_gap(before, number, gaps, tail, found[0]))
        found.append(written)
        before = number
    return "".join([*found, _tail(tail, elements[-1][0], len(parts), gaps)])


def _gap(
    before: int | None, number: int | None, gaps: Sequence[str], tail: str, opening: str
) -> str:
    """What stands between two elements: as between the old ones, with the comment of the first."""
    own = gaps[before] if before is not None and before < len(gaps) else None
    if before is not None and number == before + 1 and own is not None:
        return own
    if any("#" in line for line in (own or "").split("\n")[1:]):
        raise Unfit
    behind = own if own is not None else tail if before is not None else ""
    first = behind.partition("\n")[0]
    usual = gaps[number - 1] if number is not None and number > 0 else gaps[0] if gaps else None
    if usual is None:
        usual = ",\n" + opening.rpartition("\n")[2] if "\n" in opening else ", "
    if "\n" not in usual:
        return usual if "#" not in usual else ", "
    comma = first if first.startswith(",") else f",{first}"
    return (comma if "\n" in behind else ",") + "\n" + usual.rpartition("\n")[2]


def _tail(tail: str, last: int | None, count: int, gaps: Sequence[str]) -> str:
    """What stands behind the last element, with its own comment and no other's.

    Over several lines its comma stays, which may stand there, so that its line does too.
    """
    if last == count - 1:
        return tail
    first, line_end, rest = tail.partition("\n")
    if last is None:
        return first.split("#")[0].rstrip() + line_end + rest
    own = gaps[last].partition("\n")[0]
    if "\n" in gaps[last] and line_end:
        return own + line_end + rest
    if "#" in own:
        raise Unfit
    return (first.split("#")[0].rstrip() if "#" in first else first) + line_end + rest

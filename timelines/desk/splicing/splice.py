"""Changes a record in the text of its file so that only the lines that change differ."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.desk.compose import Spot, following, item
from timelines.desk.habits import habits
from timelines.desk.refused import Refused
from timelines.desk.shape import Shape
from timelines.desk.splicing import blocks
from timelines.desk.splicing.brackets import in_brackets
from timelines.desk.splicing.editing import Edit, Editing, Tied, Unfit, applied, comments, own_line
from timelines.desk.splicing.places import Place, Source, root
from timelines.desk.splicing.rewording import reworded
from timelines.records.fields import DATE_KEYS
from timelines.yamlfile import Unreadable, Value, read

WIDEST = 120
"""Columns to which something in brackets may grow before it is put on lines of its own."""


def spliced(text: Source, number: int | None, new: dict[str, Value], shape: Shape) -> list[Edit]:
    """The edits after which a record of the text says `new`, and all else what it said.

    `number` is that of the record in a list, from 0; None where the file is the record. Raises
    Refused where it cannot be done without touching what was not meant.
    """
    if number is None:
        return _proved(text, None, new, shape, new)
    before = _listed(text)
    return _proved(text, number, new, shape, [*before[:number], new, *before[number + 1 :]])


def added(text: Source, new: list[dict[str, Value]], shape: Shape) -> list[Edit]:
    """The edits after which a text that holds a list of records, or nothing, holds more."""
    if text.seen.document.value is None:
        return _into_nothing(text, new, shape)
    whole: Value = [*_listed(text), *new]
    return _proved(text, None, whole, shape, whole)


def removed(text: Source, number: int, shape: Shape) -> list[Edit]:
    """The edits after which a list of records has one less."""
    before = _listed(text)
    left: Value = [*before[:number], *before[number + 1 :]]
    return _proved(text, None, left, shape, left)


def _listed(text: Source) -> list[Value]:
    value = text.seen.document.value
    if not isinstance(value, list):
        raise Refused("This file holds a single record and no list of them.")
    return value


def _into_nothing(text: Source, new: list[dict[str, Value]], shape: Shape) -> list[Edit]:
    whole = text.text
    spot = Spot(0, "", shape, habits(whole), item=True)
    written = "\n\n".join("\n".join(item(one, spot)) for one in new) + "\n"
    start = "" if not whole or whole.endswith("\n") else "\n"
    edit = Edit(len(whole), len(whole), start + written)
    _prove(text, [edit], [*new])
    return [edit]


def _proved(text: Source, number: int | None, new: Value, shape: Shape, whole: Value) -> list[Edit]:
    """The gentlest edits that read back as what is meant."""
    why: Exception | None = None
    for coarse in (None, 1, 0):
        try:
            return _ended(text, _edits(text, number, new, shape, coarse), whole)
        except (Unfit, _Astray) as fault:
            why = fault
        except Tied as tied:
            raise Refused(_tied(tied.place)) from None
    raise Refused(
        "This cannot be changed here without touching what stands around it; change it in a "
        "text editor."
    ) from why


def _ended(text: Source, edits: list[Edit], whole: Value) -> list[Edit]:
    """The edits, with a line end behind the file if only that is missing for it to say so."""
    try:
        _prove(text, edits, whole)
    except _Astray:
        if text.text.endswith("\n"):
            raise
        edits = [*edits, Edit(len(text.text), len(text.text), "\n")]
        _prove(text, edits, whole)
    return edits


class _Astray(Exception):
    """The changed text would not be read as what is meant."""


def _prove(text: Source, edits: list[Edit], meant: Value) -> None:
    try:
        after = read(applied(text.text, edits), verbatim=DATE_KEYS)
    except Unreadable as fault:
        raise _Astray(fault.message) from None
    if after.value != meant or len(after.troubles) > len(text.seen.document.troubles):
        raise _Astray


def _tied(place: Place) -> str:
    line = place.source.line(place.start)
    what = "an alias (“*”)" if place.tied == "*" else "an anchor (“&”) or a tag"
    return (
        f"What stands in line {line} is tied to another place of the file by {what}; change it "
        "in a text editor."
    )


def _edits(
    text: Source, number: int | None, new: Value, shape: Shape, coarse: int | None
) -> list[Edit]:
    place = root(text)
    if place is None:
        raise Unfit
    editing = Editing(text, habits(text.text))
    if number is not None:
        place = place.items[number]
    spot = Spot(place.column, "", shape, editing.habits, item=place.after > place.mark)
    if coarse == 0 and not comments(place):
        replace(editing, place, new, spot)
    elif coarse == 1 and isinstance(new, dict) and place.style != "[":
        blocks.change_map(editing, place, new, shape, replace)
    else:
        change(editing, place, new, spot)
    return editing.edits


def change(editing: Editing, place: Place, new: Value, spot: Spot) -> None:
    """Make a value say `new`, at its place and in its way of writing."""
    if place.value == new:
        return
    if place.tied:
        raise Tied(place)
    if place.odd:
        raise Unfit
    done = len(editing.edits)
    try:
        _change(editing, place, new, spot)
    except Unfit:
        del editing.edits[done:]
        replace(editing, place, new, spot)


def _change(editing: Editing, place: Place, new: Value, spot: Spot) -> None:
    if place.style == "[" and place.kind in ("list", "map"):
        _change_brackets(editing, place, new, spot)
    elif place.kind == "map" and isinstance(new, dict) and new:
        blocks.change_map(editing, place, new, spot.shape, change)
    elif place.kind == "list" and isinstance(new, list) and new:
        blocks.change_list(editing, place, new, spot, change)
    elif place.kind == "text" and isinstance(new, str):
        _change_text(editing, place, new, spot)
    else:
        raise Unfit


def _change_text(editing: Editing, place: Place, new: str, spot: Spot) -> None:
    written = reworded(place, new, spot)
    end = place.end
    if written[:1] in ("|", ">") and place.style not in ("|", ">"):
        end = place.source.line_end(end)
        if place.source.text[place.end : end].strip():
            raise Unfit
    editing.put(place.start, end, written)


def _change_brackets(editing: Editing, place: Place, new: Value, spot: Spot) -> None:
    if type(new) is not type(place.value):
        raise Unfit
    written = in_brackets(place, new, spot)
    if spot.key and "\n" not in place.written and new and not place.binds():
        used = place.source.column(place.start)
        widened = used + len(place.written) <= WIDEST < used + len(written)
        escaped = "\\n" in written and "\\n" not in place.written
        if (widened or escaped) and "\n" in following(new, spot):
            raise Unfit
    editing.put(place.start, place.end, written)


def replace(editing: Editing, place: Place, new: Value, spot: Spot) -> None:
    """Write a value anew; comments that stood in it come to stand before it."""
    if place.value == new:
        return
    if place.binds() or place.tied:
        raise Tied(place)
    if place.after <= place.mark:
        raise Unfit
    whole, text = place.source, place.source.text
    written = following(new, spot)
    head, several, rest = written.partition("\n")
    key_line = whole.line_end(place.after)
    if "#" in text[place.after : place.start]:
        if head.strip():
            editing.put(place.after, place.after, head)
        editing.put(key_line, place.end, several + rest)
        return
    _lift(editing, place)
    behind = text[place.end : whole.line_end(place.end)]
    if place.style in ("|", ">"):
        comment = text[place.start : whole.line_end(place.start)].partition("#")
        editing.put(place.after, place.end, head + "".join(_aside(comment)) + several + rest)
    elif several and behind.strip():
        editing.put(place.after, place.end, head)
        editing.put(whole.line_end(place.end), whole.line_end(place.end), several + rest)
    else:
        end = whole.line_end(place.end) if several else place.end
        editing.put(place.after, end, written)


def _lift(editing: Editing, place: Place) -> None:
    """Put the comments of a value on lines before it, or behind it where it follows a dash."""
    rows = [" " * place.column + one.rstrip() for one in comments(place)]
    if rows and own_line(place):
        start = place.source.line_start(place.mark)
        editing.put(start, start, "\n".join(rows) + "\n")
    elif rows:
        raise Unfit


def _aside(comment: tuple[str, str, str]) -> Iterator[str]:
    if comment[1]:
        yield f" #{comment[2]}"

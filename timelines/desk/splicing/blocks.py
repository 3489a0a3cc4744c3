"""Changes within lists and mappings that stand on lines of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timelines.desk.alignment import aligned
from timelines.desk.compose import Spot, entry, item
from timelines.desk.shape import Shape, lead, rank, within
from timelines.desk.splicing.editing import Editing, Tied, Unfit, below, own_line
from timelines.desk.splicing.places import Place
from timelines.yamlfile import Value

Change = Callable[[Editing, Place, Value, Spot], None]


def change_map(
    editing: Editing, place: Place, new: dict[str, Value], shape: Shape, change: Change
) -> None:
    """Make a mapping say what `new` says; `change` is what changes a single value."""
    entries = place.entries
    gone = [key for key, one in entries.items() if one.kind != "nothing" and key not in new]
    kept = [part.place for part in place.parts if part.key is None or part.key not in gone]
    if not kept:
        raise Unfit
    _refuse_ties([entries[key] for key in gone])
    column = kept[0].column if own_line(kept[0]) else place.parts[0].place.column
    for key, value in new.items():
        if key in entries and entries[key].value != value:
            spot = Spot(column, key, within(shape, key), editing.habits)
            change(editing, entries[key], value, spot)
    added = sorted((key for key in new if key not in entries), key=lambda key: rank(shape, key))
    first_gone = _cut_entries(editing, place, gone, kept)
    for key in added:
        spot = Spot(column, key, within(shape, key), editing.habits, quote_all=_quoted(place))
        _add_entry(editing, place, entry(new[key], spot), (key, shape, kept), first_gone)


def _quoted(place: Place) -> bool:
    """Whether all the keys of a mapping are in quotes, as in JSON."""
    text = place.source.text
    return bool(place.parts) and all(text[part.place.mark] == '"' for part in place.parts)


def _refuse_ties(places: Sequence[Place]) -> None:
    for one in places:
        if one.binds():
            raise Tied(one)


def _cut_entries(
    editing: Editing, place: Place, gone: Sequence[str], kept: Sequence[Place]
) -> bool:
    """Take keys out. True where the key behind a dash went, and the next one moved up to it."""
    first = place.parts[0].place
    moved = False
    for key in gone:
        one = place.entries[key]
        if one.odd:
            raise Unfit
        if own_line(one):
            if not (moved and one.mark < kept[0].mark):
                editing.cut_lines(one.mark, one.end)
            continue
        if one is not first:
            raise Unfit
        if "#" in editing.source.text[one.end : kept[0].mark]:
            _empty_dash(editing, one)
            continue
        editing.put(one.mark, kept[0].mark, "")
        moved = True
    return moved


def _empty_dash(editing: Editing, place: Place) -> None:
    """Take the key behind a dash out, where comments stand before the next one."""
    text, start = editing.source.text, place.mark
    if not text[place.end : editing.source.line_end(place.end)].strip():
        while text[start - 1] == " ":
            start -= 1
    editing.put(start, place.end, "")


def _add_entry(
    editing: Editing,
    place: Place,
    lines: Sequence[str],
    where: tuple[str, Shape, Sequence[Place]],
    first_gone: bool,
) -> None:
    """Put a key in behind the last of those that customarily come before it."""
    key, shape, kept = where
    names = {id(part.place): part.key for part in place.parts}
    before = [one for one in kept if rank(shape, names[id(one)] or "") <= rank(shape, key)]
    if before:
        nearest = max(before, key=lambda one: (rank(shape, names[id(one)] or ""), one.mark))
        editing.put_lines(below(nearest), lines)
    elif own_line(kept[0]):
        start = editing.source.line_start(kept[0].mark)
        editing.put(start, start, "\n".join(lines) + "\n")
    elif first_gone:
        margin = " " * place.parts[0].place.column
        editing.put(kept[0].mark, kept[0].mark, "\n".join(lines).lstrip(" ") + "\n" + margin)
    else:
        editing.put_lines(below(kept[0]), lines)


def change_list(
    editing: Editing, place: Place, new: list[Value], spot: Spot, change: Change
) -> None:
    """Make a list say what `new` says. `spot.shape` is that of its items."""
    items = place.items
    pairs = aligned([_valued(one) for one in items], new, lead(spot.shape))
    kept = {i for i, j in pairs if i is not None and j is not None}
    stays = [one for one in _all(place) if not (one in items and items.index(one) not in kept)]
    if not stays or not all(own_line(one) for one in _all(place)[1:]):
        raise Unfit
    _refuse_ties([items[i] for i, j in pairs if i is not None and j is None])
    column = stays[0].column
    inner = Spot(column, spot.key, spot.shape, editing.habits, item=True)
    texts = _Texts(editing, [items[i] for i, j in pairs if i is not None and j is None])
    parted = _parted(place)
    last: Place | None = None
    for i, j in pairs:
        if i is not None and j is not None:
            last = items[i]
            change(editing, last, new[j], inner)
        elif j is not None:
            _add_item(editing, stays[0], last, texts.of(new[j], inner), parted=parted)
        elif i is not None:
            _cut_item(editing, items[i], parted=parted)


def _all(place: Place) -> list[Place]:
    return [part.place for part in place.parts]


def _valued(place: Place) -> Value:
    if place.value is None:
        raise Unfit
    return place.value


class _Texts:
    """The lines of new items; one that only moved takes its lines along."""

    def __init__(self, editing: Editing, gone: Sequence[Place]) -> None:
        self.editing = editing
        self.gone = list(gone)

    def of(self, value: Value, spot: Spot) -> list[str]:
        for place in self.gone:
            if place.value == value and own_line(place) and place.column == spot.column:
                self.gone.remove(place)
                source = self.editing.source
                start = source.line_start(place.mark)
                return source.text[start : source.line_end(place.end)].split("\n")
        return item(value, spot)


def _parted(place: Place) -> bool:
    """Whether blank lines stand between the items of a list."""
    parts = _all(place)
    if len(parts) < 2:
        return place.column == 0 and place.after == place.start
    source = place.source
    return "\n\n" in source.text[source.line_end(parts[-2].end) : parts[-1].mark]


def _add_item(
    editing: Editing, first: Place, last: Place | None, lines: Sequence[str], *, parted: bool
) -> None:
    if last is not None:
        editing.put_lines(below(last), ["", *lines] if parted else lines)
        return
    if not own_line(first):
        raise Unfit
    start = editing.source.line_start(first.mark)
    editing.put(start, start, "\n".join(lines) + ("\n\n" if parted else "\n"))


def _cut_item(editing: Editing, place: Place, *, parted: bool) -> None:
    """Take an item out; of a list with blank lines, also those before it and its comment."""
    if not own_line(place):
        raise Unfit
    source = editing.source
    first = source.line_start(place.mark)
    margin = " " * place.column + "#"
    while parted and first > 0 and source.text.startswith(margin, source.line_start(first - 1)):
        first = source.line_start(first - 1)
    while parted and first > 0 and source.text[source.line_start(first - 1) : first].isspace():
        first = source.line_start(first - 1)
    editing.cut_lines(first, place.end)

"""What a record should say once some of its fields are changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from enum import Enum
from typing import Any, Final, TypeAlias, cast

from timelines.desk.alignment import aligned
from timelines.desk.refused import Refused
from timelines.desk.shape import Shape, lead, spelled_by_word, takes_one, within
from timelines.yamlfile import Value
from timelines.yamltext import UNPRINTABLE


class Mark(Enum):
    """Signs that stand for no value: taking a field out, and the place behind the last item."""

    DELETED = "deleted"
    END = "end"


DELETED: Final = Mark.DELETED
"""As a value: the field, or the item, goes."""
END: Final = Mark.END
"""As the last step of a path: behind the last item of the list there, which may be new."""

Step: TypeAlias = str | int | Mark
Path: TypeAlias = tuple[Step, ...]
Changes: TypeAlias = Mapping[Path, Any]


def intended(value: Mapping[str, Value], changes: Changes, shape: Shape) -> dict[str, Value]:
    """The record with its fields changed; `value` itself stays as it is.

    Numbers in paths count the items as they were before any of the changes. A path may go
    through what is written short: `("sources", 0, "quote")` where the file has `sources: star`.
    A blank text is no value: it deletes. So does None. A list or mapping that loses its last part
    goes with its key. Raises Refused where a path leads nowhere.
    """
    whole: dict[str, Value] = deepcopy(dict(value))
    for path in sorted(changes, key=_turn):
        new = cleaned(changes[path])
        if new is DELETED:
            _delete(whole, path, shape)
        else:
            _set(whole, path, cast(Value, new), shape)
    return cast("dict[str, Value]", settled(dict(value), whole, shape))


def _turn(path: Path) -> tuple[int, list[tuple[int, int, str]]]:
    """Values are set first, then items leave from the back, then others come to the end."""
    return (path.count(END), [(0, -step, "") if isinstance(step, int) else (1, 0, str(step))
                              for step in path])  # fmt: skip


def cleaned(new: Any) -> Value | Mark:
    """A value as files hold it: texts, lists and mappings, without blanks. None is DELETED.

    Line ends become `\\n`, and blanks around a text go. Raises Refused for signs that no text
    has, and for other kinds of value: a number of sources is written as text, a yes or no as `yes`
    or `no`.
    """
    if new is None or new is DELETED:
        return DELETED
    if isinstance(new, int) and not isinstance(new, bool):
        return str(new)
    if isinstance(new, str):
        return _clean_text(new)
    if isinstance(new, Mapping):
        pairs = {str(key): cleaned(one) for key, one in new.items()}
        return {key: one for key, one in pairs.items() if not isinstance(one, Mark)}
    if isinstance(new, Sequence):
        items = [cleaned(one) for one in new]
        return [one for one in items if not isinstance(one, Mark)]
    raise Refused(f"A {type(new).__name__} cannot be written into a file; give it as a text.")


def _clean_text(text: str) -> Value | Mark:
    text = re.sub(r"\r\n?", "\n", text)
    odd = UNPRINTABLE.search(text)
    if odd is not None:
        about = text[max(odd.start() - 20, 0) : odd.start()].strip()
        near = f" behind “{about}”" if about else ""
        raise Refused(f"There is a sign{near} that no text has (code {ord(odd[0]):#x}); delete it.")
    if text.isspace() or not text:
        return DELETED
    return text.rstrip(" \t") if "\n" in text else text.strip(" \t")


def _set(whole: dict[str, Value], path: Path, new: Value, shape: Shape) -> None:
    holder, step = _holder(whole, path, shape, make=True)
    if isinstance(holder, dict) and isinstance(step, str):
        holder[step] = new
    elif isinstance(holder, list) and step is END:
        holder.append(new)
    elif isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder):
        holder[step] = new
    else:
        raise Refused(_astray(path))


def _delete(whole: dict[str, Value], path: Path, shape: Shape) -> None:
    holder, step = _holder(whole, path, shape, make=False)
    if isinstance(holder, dict) and isinstance(step, str):
        holder.pop(step, None)
    elif isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder):
        del holder[step]
    elif holder is not None:
        raise Refused(_astray(path))
    if holder is not None and not holder and len(path) > 1:
        _delete(whole, path[:-1], shape)


def _holder(whole: dict[str, Value], path: Path, shape: Shape, *, make: bool) -> tuple[Any, Step]:
    """The list or mapping that a path ends in, short forms on the way spelled out."""
    if not path:
        raise Refused("A change names the field it is about.")
    here: Any = whole
    key = ""
    for place, step in enumerate(path[:-1]):
        following = path[place + 1]
        inner = within(shape, step) if isinstance(step, str) else shape
        there = _step(here, step, path)
        if there is None:
            if not make:
                return None, path[-1]
            there = {} if isinstance(following, str) else []
            _put(here, step, there, path)
        if isinstance(step, str):
            key = step
            if not isinstance(following, str) and not isinstance(there, list):
                there = here[step] = [there]
        if isinstance(following, str) and isinstance(there, str):
            word = lead(inner)
            if word is None or not key:
                raise Refused(_astray(path))
            there = {word: there}
            _put(here, step, there, path)
        here, shape = there, inner
    return here, path[-1]


def _step(here: Any, step: Step, path: Path) -> Any:
    if isinstance(here, dict) and isinstance(step, str):
        return here.get(step)
    if isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here):
        return here[step]
    raise Refused(_astray(path))


def _put(here: Any, step: Step, new: Value, path: Path) -> None:
    if not isinstance(step, str | int):
        raise Refused(_astray(path))
    here[step] = new


def _astray(path: Path) -> str:
    said = " → ".join(str(step.value if isinstance(step, Mark) else step) for step in path)
    return f"There is no place “{said}” in this record; it may have been changed meanwhile."


def settled(old: Value, new: Value, shape: Shape) -> Value:
    """The new value, in the old one's words wherever both mean the same.

    A bare word stays bare, a single value stays without its list, and the line end behind a text
    stays as it was: forms in the app know nothing of these.
    """
    if old == new:
        return old
    if isinstance(old, str) and isinstance(new, str):
        return _same_end(old, new)
    if isinstance(old, dict) and isinstance(new, dict):
        return {key: _settled_under(old, key, one, shape) for key, one in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        return _settled_list(old, new, shape, "")
    return new


def _same_end(old: str, new: str) -> str:
    if old.endswith("\n") and not new.endswith("\n"):
        new += "\n"
    return old if old.rstrip("\n") == new.rstrip("\n") else new


def _settled_under(old: dict[str, Value], key: str, new: Value, shape: Shape) -> Value:
    if key not in old:
        return new
    before = old[key]
    inner = within(shape, key)
    if takes_one(shape, key) and isinstance(new, list) and not isinstance(before, list):
        kept = _settled_list([before], new, inner, key if spelled_by_word(shape, key) else "")
        return before if kept == [before] else kept
    if isinstance(before, list) and isinstance(new, list):
        return _settled_list(before, new, inner, key if spelled_by_word(shape, key) else "")
    return settled(before, new, inner)


def _settled_list(old: list[Value], new: list[Value], inner: Shape, by_word: str) -> list[Value]:
    """`by_word` is not empty where an item may be a bare word."""
    word = lead(inner) if by_word else None
    found: list[Value] = []
    for i, j in aligned(old, new, word):
        if j is None:
            continue
        one = new[j]
        if i is not None:
            before = old[i]
            if word is not None and isinstance(before, str) and one == {word: before}:
                one = before
            elif word is not None and isinstance(before, dict) and isinstance(one, str):
                one = settled(before, {word: one}, inner)
            else:
                one = settled(before, one, inner)
        found.append(one)
    return found

"""What differs between two tellings of one event, part by part, in words for an editor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from timelines.publish.public import WORKED_OUT, PublicEvent
from timelines.words import words

PARTS = tuple(one.name for one in fields(PublicEvent) if one.name not in WORKED_OUT)
"""The parts of an event, in the order in which they are told."""
KEYS = {"storylines": "storyline", "answers": "responses"}
"""What a part is called in the file, where that is another word."""


class Difference(NamedTuple):
    """One part that is new (`before` None), gone (`after` None), or another one than it was.

    `item` is the one of a list within which something differs. `moved` says that the same things
    stand in another order.
    """

    part: str
    before: str | None
    after: str | None
    item: str | None = None
    moved: bool = False

    @property
    def key(self) -> str:
        """The part's key in the event's file."""
        return KEYS.get(self.part, self.part)

    def in_words(self) -> str:
        """“headline: was “A”, is “B””, without a full stop."""
        kind = "changed"
        if self.before is None or self.after is None:
            kind = "added" if self.before is None else "removed"
        said = words("en")
        part = said[f"publish.part.{self.part}"]
        if self.item is not None:
            part = said.say(
                f"publish.difference.within_{kind}", part=part, item=_quotable(self.item)
            )
        return said.say(
            f"publish.difference.{kind}",
            part=part,
            before=_quotable(self.before or ""),
            after=_quotable(self.after or ""),
        )


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], parts: Sequence[str] = PARTS
) -> tuple[Difference, ...]:
    """How the second telling differs from the first; both as `as_json` gives them.

    Of a part that is a list, what was in it and is no longer, what is new, and what differs within
    an item that bears the same name. How the program words a date, and the ids it gives, make no
    difference.
    """
    return tuple(difference for part in parts for difference in _compared(part, before, after))


def _compared(
    part: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Difference]:
    old, new = before.get(part), after.get(part)
    if essence(old) == essence(new):
        return
    if isinstance(old, list) or isinstance(new, list):
        yield from _of_lists(part, old or [], new or [])
    else:
        yield Difference(part, _text(old), _text(new))


def _of_lists(part: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
    was, now = [essence(one) for one in old], [essence(one) for one in new]
    gone = [one for one, same in zip(old, was, strict=True) if same not in now]
    come = [one for one, same in zip(new, now, strict=True) if same not in was]
    if not gone and not come:
        yield Difference(part, _text(old), _text(new), moved=True)
    for one in gone:
        other = next((item for item in come if _name(item) == _name(one)), None)
        if other is None:
            yield Difference(part, _name(one), None)
        else:
            come.remove(other)
            yield _within(part, one, other)
    for other in come:
        yield Difference(part, None, _name(other))


def _within(part: str, old: Any, new: Any) -> Difference:
    """What differs in an item that bears the same name."""
    was, now = dict(_leaves(old)), dict(_leaves(new))
    keys = [key for key in {**was, **now} if was.get(key) != now.get(key)]
    told = (", ".join(side[key] for key in keys if key in side) for side in (was, now))
    before, after = (text or None for text in told)
    return Difference(part, before, after, item=_name(new))


def _leaves(value: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """The texts of an item by where they stand in it; a date is one text."""
    if isinstance(value, Mapping) and "edtf" not in value:
        for key, one in value.items():
            if key not in WORKED_OUT:
                yield from _leaves(one, f"{above}.{key}")
    else:
        yield above, _text(value) or ""


def essence(value: Any) -> Any:
    """A part without what the program works out of the rest."""
    if isinstance(value, Mapping):
        return {key: essence(one) for key, one in value.items() if key not in WORKED_OUT}
    return [essence(one) for one in value] if isinstance(value, list) else value


def _name(item: Any) -> str:
    """What an item of a list is called: a source by its title, somebody by name."""
    if not isinstance(item, Mapping):
        return str(item)
    for key in ("source", "who"):
        if isinstance(item.get(key), Mapping):
            return _name(item[key])
    names = (item.get(key) for key in ("title", "name", "label", "note", "alt"))
    return next((str(name) for name in names if name is not None), _text(item) or "")


def _text(value: Any) -> str | None:
    """A part in words: a date as it is told, anything else by its texts, one after the other."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        if "edtf" in value:
            told = str(value.get("words", value["edtf"]))
            return told if told == value["edtf"] else f"{told} ({value['edtf']})"
        texts = (_text(one) for key, one in value.items() if key not in WORKED_OUT)
        return ", ".join(text for text in texts if text)
    if isinstance(value, list):
        return "; ".join(_text(one) or "" for one in value)
    return "" if isinstance(value, bool) else str(value)


def _quotable(text: str) -> str:
    """On one line, with single quotation marks inside."""
    return " ".join(text.split()).replace("“", "‘").replace("”", "’").replace('"', "’")

"""What changed between two versions of a record, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timelines.dates.edtf import edtf
from timelines.dates.when import DateError, instant_text
from timelines.dates.words import in_words
from timelines.dates.zones import zone_named
from timelines.desk.alignment import aligned
from timelines.desk.shape import Shape, lead, rank, takes_one, within
from timelines.records.event import RELATIONS
from timelines.records.fields import DATE_KEYS
from timelines.words import Words, words
from timelines.yamlfile import Value

_SHORT = 70
"""Signs of a text that is told whole."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How things are told: in which language, and in which zone and hemisphere dates are read."""

    zone: str = "UTC"
    hemisphere: str = "north"
    language: str = "en"

    @property
    def words(self) -> Words:
        """The phrases of the language."""
        return words(self.language)

    def date(self, written: str) -> str:
        """A date in words; what cannot be read stays as it is written."""
        try:
            return in_words(
                edtf(written, self.zone, hemisphere=self.hemisphere),
                zone=self.zone,
                language=self.language,
            )
        except DateError:
            return f"“{written}”"

    def moment(self, instant: int) -> str:
        """An instant, in microseconds since 1970, by the minute and the clocks of the zone."""
        text = instant_text(instant + zone_named(self.zone).offset(instant)) or ""
        written = text.removesuffix("Z")[: len("2021-09-08T17:44")]
        return in_words(edtf(written, self.zone), language=self.language, sentence=True)


def phrases(
    before: Mapping[str, Value] | None,
    after: Mapping[str, Value] | None,
    shape: Shape,
    telling: Telling,
) -> tuple[str, ...]:
    """One phrase for each thing that changed, in the customary order of a record's keys."""
    if before is None or after is None:
        return (telling.words["desk.added" if before is None else "desk.removed"],)
    found: list[str] = []
    for key in sorted(dict.fromkeys([*before, *after]), key=lambda key: rank(shape, key)):
        if before.get(key) != after.get(key):
            found += _field(key, before.get(key), after.get(key), shape, telling)
    return tuple(found)


def told(what: Sequence[str], telling: Telling) -> str:
    """Phrases as the beginning of a sentence."""
    whole = telling.words["desk.and"].join(what)
    return whole[:1].upper() + whole[1:]


def name_of(key: str, telling: Telling) -> str:
    """What a field is called in a sentence."""
    return telling.words.get(f"desk.fields.{key}", key.replace("_", " "))


def _field(
    key: str, old: Value | None, new: Value | None, shape: Shape, telling: Telling
) -> list[str]:
    if takes_one(shape, key):
        old = [old] if isinstance(old, str | dict) else old
        new = [new] if isinstance(new, str | dict) else new
    inner = within(shape, key)
    if isinstance(old, list | None) and isinstance(new, list | None):
        return _items(key, old or [], new or [], inner, telling)
    if isinstance(old, dict | None) and isinstance(new, dict | None):
        what = [
            phrase
            for name in dict.fromkeys([*(old or {}), *(new or {})])
            if (old or {}).get(name) != (new or {}).get(name)
            for phrase in _field(name, (old or {}).get(name), (new or {}).get(name), inner, telling)
        ]
        return [
            telling.words.say("desk.within", field=name_of(key, telling), what=_and(what, telling))
        ]
    return [_text(key, old, new, telling)]


def _and(what: Sequence[str], telling: Telling) -> str:
    return telling.words["desk.inner_and"].join(what)


def _text(key: str, old: Value | None, new: Value | None, telling: Telling) -> str:
    """A single value that changed, came or went; long ones are not told."""
    field = name_of(key, telling)
    texts = [one for one in (old, new) if one is not None]
    way = "changed" if len(texts) == 2 else "out" if new is None else "put"
    if not all(isinstance(one, str) and len(one) <= _SHORT and "\n" not in one for one in texts):
        way = {"changed": "reworded", "out": "gone", "put": "written"}[way]
        return telling.words.say(f"desk.{way}", field=field)
    if key in DATE_KEYS:
        dates = {name: telling.date(str(one)) for name, one in (("old", old), ("new", new)) if one}
        return telling.words.say(f"desk.date_{way}", field=field, **dates)
    shown = {name: str(one) for name, one in (("old", old), ("new", new)) if one}
    return telling.words.say(f"desk.{way}", field=field, **shown)


def _items(
    key: str, old: Sequence[Value], new: Sequence[Value], inner: Shape, telling: Telling
) -> list[str]:
    say = telling.words.say
    thing = telling.words.get(f"desk.things.{key}", name_of(key, telling))
    word = lead(inner)
    found: list[str] = []
    for i, j in aligned(old, new, word):
        a, b = old[i] if i is not None else None, new[j] if j is not None else None
        if a == b:
            continue
        if a is not None and b is not None and _called(a, inner) == _called(b, inner):
            what = phrases(_spelled(a, word), _spelled(b, word), inner, telling)
            if what:
                name = _called(b, inner)
                found.append(
                    say("desk.item_changed", thing=thing, name=name, what=_and(what, telling))
                )
            continue
        if a is not None:
            found.append(say("desk.item_out", thing=thing, name=_called(a, inner)))
        if b is not None:
            found.append(say("desk.item_put", thing=thing, name=_called(b, inner)))
    if sorted(map(str, old)) == sorted(map(str, new)):
        return [say("desk.turned", field=name_of(key, telling))]
    return found


def _spelled(item: Value, word: str | None) -> Mapping[str, Value]:
    return item if isinstance(item, dict) else {word or "": item}


def _called(item: Value, inner: Shape) -> str:
    """What an item is known by: its word, or the first thing it says."""
    if isinstance(item, dict):
        relation = next((one for one in RELATIONS if one in item), None)
        if relation is not None:
            return f"{relation.replace('_', ' ')} {item[relation]}"
        word = lead(inner)
        item = item.get(word or "") or next(iter(item.values()), "")
    text = " ".join((item if isinstance(item, str) else str(item)).split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"

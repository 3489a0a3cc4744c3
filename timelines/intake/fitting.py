"""Makes an event from elsewhere fit an investigation: nobody unknown, nothing decided, no trust."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from timelines.intake.proposals import Proposed, Remark
from timelines.records.event import RELATIONS
from timelines.yamlfile import Value

_NEVER = {
    "signoffs": "sign-offs",
    "waivers": "waivers",
    "media": "pictures and recordings",
    "id": "",
}
"""Fields that are not taken over: somebody here has to decide, or a file would be missing."""

_REFERRING = {"people": "who", "known_to": "who", "responses": "who", "adverse_to": "who"}

Keep = Callable[[Mapping[str, Value]], bool]


def fitted(
    one: Proposed,
    *,
    events: Collection[str],
    renamed: Mapping[str, str],
    sources: Collection[str],
    people: Collection[str],
    storylines: Sequence[str],
) -> tuple[dict[str, Value], list[Remark]]:
    """The fields as they may be written here, unverified and internal, and what that cost.

    `renamed` are ids that the file's events have here. References to anything that is neither
    here nor in the file are taken out, and said.
    """
    fields = dict(one.fields)
    lost: list[str] = []
    for name, called in _NEVER.items():
        if fields.pop(name, None) and called:
            lost.append(called)
    standing = str(fields.pop("verification", "unverified"))
    if standing != "unverified":
        lost.append(f"its standing (“{standing}” there, “unverified” here)")
    if fields.pop("visibility", "internal") != "internal":
        lost.append("that readers may see it")
    for name, key in _REFERRING.items():
        lost += _kept(fields, name, lambda item, key=key: item.get(key) in people, key)  # type: ignore[misc]
    lost += _kept(fields, "sources", lambda item: item.get("source") in sources, "source")
    _known_to_sources(fields, sources)
    fields["order"] = _renamed(fields.get("order", []), renamed)
    lost += _kept(fields, "order", lambda item: _other(item) in events, "after")
    lost += _lanes(fields, storylines)
    kept = {name: value for name, value in fields.items() if value}
    return kept, [Remark("left-out", text, one.place) for text in lost]


def _items(value: Value) -> list[Value]:
    return [value] if isinstance(value, str | dict) else list(value)


def _kept(fields: dict[str, Value], name: str, keep: Keep, key: str) -> list[str]:
    """Drop items of a list that refer to nobody here; the sentences about them."""
    items = _items(fields.get(name, []))
    spelled: list[Value] = [{key: item} if isinstance(item, str) else item for item in items]
    pairs = list(zip(items, spelled, strict=True))
    kept = [item for item, full in pairs if isinstance(full, Mapping) and keep(full)]
    lost = [full for item, full in pairs if not (isinstance(full, Mapping) and keep(full))]
    if name in fields:
        fields[name] = kept
    return [f"“{name}” names what is not here: {_told(item)}" for item in lost]


def _told(item: Value) -> str:
    if isinstance(item, Mapping):
        return ", ".join(str(value) for value in item.values() if isinstance(value, str))
    return str(item)


def _known_to_sources(fields: dict[str, Value], sources: Collection[str]) -> None:
    """Who knew may cite sources that stayed behind; the statement stays, as the weaker one."""
    kept: list[Value] = []
    for item in _items(fields.get("known_to", [])):
        if isinstance(item, Mapping) and "sources" in item:
            inner = dict(item)
            _kept(inner, "sources", lambda one: one.get("source") in sources, "source")
            item = {name: value for name, value in inner.items() if value}
        kept.append(item)
    if kept:
        fields["known_to"] = kept
    facts: list[Value] = []
    for fact in _items(fields.get("order", [])):
        if isinstance(fact, Mapping) and fact.get("source") not in (None, *sources):
            fact = {name: value for name, value in fact.items() if name != "source"}
        facts.append(fact)
    if facts:
        fields["order"] = facts


def _renamed(order: Value, renamed: Mapping[str, str]) -> list[Value]:
    """Order facts with the ids that the file's events have here."""
    return [
        {
            name: renamed.get(value, value)
            if name in RELATIONS and isinstance(value, str)
            else value
            for name, value in fact.items()
        }
        if isinstance(fact, Mapping)
        else fact
        for fact in _items(order)
    ]


def _other(fact: Mapping[str, Value]) -> Value | None:
    return next((fact[name] for name in RELATIONS if name in fact), None)


def _lanes(fields: dict[str, Value], storylines: Sequence[str]) -> list[str]:
    """A lane that the heading does not list becomes a tag."""
    lanes = [str(lane) for lane in _items(fields.get("storyline", []))]
    odd = [lane for lane in lanes if storylines and lane not in storylines]
    if not odd:
        return []
    fields["storyline"] = [lane for lane in lanes if lane not in odd]
    tags = [str(tag) for tag in _items(fields.get("tags", []))]
    fields["tags"] = list(dict.fromkeys([*tags, *odd]))
    return [f"“{lane}” is no storyline of the investigation; made a tag" for lane in odd]

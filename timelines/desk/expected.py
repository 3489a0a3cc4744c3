"""Keeps the heading's `expect` true when the desk itself adds or removes a record.

`expect` is there to notice a merge that drops events; what somebody adds on purpose is no slip.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timelines.desk.intent import Path
from timelines.desk.orders import Addition, Change, Order, Removal
from timelines.desk.refused import Refused
from timelines.desk.whereabouts import Files, find

_COUNTED = {"event": "events", "source": "sources", "person": "people"}


def expecting(files: Files, orders: Sequence[Order]) -> list[Change]:
    """The change of the heading that goes with these orders; empty where it expects no number.

    The number grows by what is added and shrinks by what is removed, whether it was right or not:
    a record that was missing before is still missed.
    """
    change: Counter[str] = Counter()
    for order in orders:
        if isinstance(order, Addition):
            change[order.kind] += 1
        elif isinstance(order, Removal):
            change[order.kind] -= 1
        elif order.kind == "heading" and any(path[:1] == ("expect",) for path in order.changes):
            return []
    try:
        heading = find(files, "heading", "") if change else None
    except Refused:
        return []  # a heading that cannot be read expects nothing
    expect = None if heading is None else heading.value.get("expect")
    if not isinstance(expect, Mapping):
        return []
    numbers: dict[Path, str] = {}
    for kind, name in _COUNTED.items():
        number = str(expect.get(name, ""))
        if change[kind] and number.isdecimal():
            numbers["expect", name] = str(int(number) + change[kind])
    return [Change("heading", "", numbers)] if numbers else []

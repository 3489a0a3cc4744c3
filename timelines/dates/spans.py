"""Spans on the line of time: joining those that touch, and the bounds around them."""

from __future__ import annotations

from collections.abc import Iterable

from timelines.dates.when import Bounds


def joined(spans: Iterable[Bounds]) -> tuple[Bounds, ...]:
    """The same instants as sorted spans with something between each two of them."""
    result: list[Bounds] = []
    for span in sorted(spans, key=_from):
        if not result:
            result.append(span)
            continue
        last = result[-1]
        if last.latest is None:
            break
        if span.earliest is not None and span.earliest > last.latest:
            result.append(span)
        elif span.latest is None or span.latest > last.latest:
            result[-1] = Bounds(last.earliest, span.latest)
    return tuple(result)


def _from(span: Bounds) -> tuple[bool, int]:
    return span.earliest is not None, span.earliest or 0


def around(spans: tuple[Bounds, ...]) -> Bounds:
    """The bounds around sorted spans."""
    return Bounds(spans[0].earliest, spans[-1].latest)

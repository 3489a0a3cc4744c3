"""Sets of dates: `[…]` is one of them, `{…}` all of them, `..` a range or an open end."""

from __future__ import annotations

from typing import NamedTuple

from timelines.dates.moments import House, Moment, gather, iana_zone, read_moment
from timelines.dates.when import UNBOUNDED, Bounds, DateError, When
from timelines.dates.written import APPROXIMATE, UNCERTAIN
from timelines.dates.written import elements as places


class Element(NamedTuple):
    """One part of a set: a date, or a range; None for an end that is open."""

    first: Moment | None
    last: Moment | None


def read_set(text: str, house: House) -> When:
    """A whole set; raises DateError with a place in `text`."""
    if text in ("[]", "{}"):
        raise DateError(f"“{text}” says nothing; write “unknown” for a date nobody knows.", 0)
    _refuse_ragged(text)
    elements = [_element(text, start, end, house) for start, end in places(text)]
    return _one_of(text, elements, house) if text[0] == "[" else _all_of(text, elements, house)


def _refuse_ragged(text: str) -> None:
    """Refuses a set that does not end where its text ends."""
    closing = "]" if text[0] == "[" else "}"
    depth = 0
    for place, mark in enumerate(text):
        depth += (mark in "[{") - (mark in "]}")
        if depth == 0 and mark == closing:
            if place == len(text) - 1:
                return
            if text[place + 1] == "/":
                raise DateError("A set stands alone; it cannot end an interval.", place + 1)
            raise DateError(
                "Nothing stands behind a set; marks and zones stand with each of its dates.",
                place + 1,
            )
    raise DateError(f"A set that starts with “{text[0]}” ends with “{closing}”.", len(text) - 1)


def _element(text: str, start: int, end: int, house: House) -> Element:
    piece = text[start:end]
    if not piece:
        raise DateError("A set needs a date on each side of a comma.", start)
    if piece == "..":
        raise DateError("“..” alone says nothing; write “unknown” for a date nobody knows.", start)
    if piece[0] in "[{":
        raise DateError("A set holds dates and ranges, not other sets.", start)
    if "/" in piece.split("[")[0]:
        raise DateError("A set holds dates and ranges like “2021-05..2021-09”, no “/”.", start)
    first, dots, last = piece.partition("..")
    if not dots:
        moment = _moment(first, start, house)
        return Element(moment, moment)
    element = Element(
        _moment(first, start, house) if first else None,
        _moment(last, start + len(first) + 2, house) if last else None,
    )
    if element.first and element.last and _backwards(element.first, element.last):
        raise DateError(f"The range “{piece}” runs backwards; write the earlier date first.", start)
    return element


def _moment(text: str, start: int, house: House) -> Moment:
    try:
        return read_moment(text, house)
    except DateError as error:
        raise error.moved(start) from None


def _backwards(first: Moment, last: Moment) -> bool:
    earliest, latest = first.bounds.earliest, last.bounds.latest
    return earliest is not None and latest is not None and latest <= earliest


def _one_of(text: str, elements: list[Element], house: House) -> When:
    spans: list[Bounds] = []
    for first, last in elements:
        if first is not None and first is last:
            spans += first.members or (first.bounds,)
        else:
            spans.append(
                Bounds(
                    first.bounds.earliest if first else None,
                    last.bounds.latest if last else None,
                )
            )
    bounds, members = gather(spans)
    moments = _moments(elements)
    troubles = _troubles(moments)
    if "time-skipped" in troubles:
        bounds, members = UNBOUNDED, None
    return _when(text, bounds, bounds, moments, house, members=members, troubles=troubles)


def _all_of(text: str, elements: list[Element], house: House) -> When:
    open_start = any(element.first is None for element in elements)
    open_end = any(element.last is None for element in elements)
    moments = _moments(elements)
    start = UNBOUNDED if open_start else min((each.bounds for each in moments), key=_first)
    end = UNBOUNDED if open_end else max((each.bounds for each in moments), key=_last)
    return _when(
        text, start, end, moments, house,
        stretch=True, open_start=open_start, open_end=open_end, troubles=_troubles(moments),
    )  # fmt: skip


def _first(bounds: Bounds) -> tuple[float, float]:
    earliest, latest = bounds
    return (
        float("-inf") if earliest is None else earliest,
        float("inf") if latest is None else latest,
    )


def _last(bounds: Bounds) -> tuple[float, float]:
    earliest, latest = _first(bounds)
    return latest, earliest


def _moments(elements: list[Element]) -> list[Moment]:
    return [each for element in elements for each in element if each is not None]


def _troubles(moments: list[Moment]) -> tuple[str, ...]:
    return tuple(sorted({trouble for moment in moments for trouble in moment.troubles}))


def _when(
    text: str,
    start: Bounds,
    end: Bounds,
    moments: list[Moment],
    house: House,
    *,
    stretch: bool = False,
    open_start: bool = False,
    open_end: bool = False,
    members: tuple[Bounds, ...] | None = None,
    troubles: tuple[str, ...] = (),
) -> When:
    marks = 0
    for moment in moments:
        marks |= moment.marks
    return When(
        written=text,
        zone=iana_zone(moments[0], house),
        start=start,
        end=end,
        stretch=stretch,
        precision="set",
        timed=any(moment.timed for moment in moments),
        approximate=bool(marks & APPROXIMATE),
        uncertain=bool(marks & UNCERTAIN),
        open_start=open_start,
        open_end=open_end,
        members=members,
        troubles=troubles,
        hemisphere=house.hemisphere,
        home=house.zone.name,
    )

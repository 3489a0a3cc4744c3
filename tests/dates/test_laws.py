"""What must hold for every date, however it is written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.dates.written_dates import (
    anything,
    blurred,
    clocks,
    days,
    instants,
    marks,
    moments,
    months,
    offsets,
    seasons,
    whens,
    years,
    zones,
)
from timelines.dates.edtf import DateError, edtf
from timelines.dates.when import Bounds, When, instant_text
from timelines.dates.words import in_words

laws = settings(max_examples=100, deadline=None, derandomize=True)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _micros(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def _within(inner: Bounds, outer: Bounds) -> bool:
    return (outer.earliest is None or (inner.earliest or 0) >= outer.earliest) and (
        outer.latest is None or (inner.latest or 0) <= outer.latest
    )


@laws
@given(whens())
def test_what_is_written_is_kept_and_reads_the_same_again(when: When) -> None:
    """An editor who copies the written date into another file gets the same date."""
    assert edtf(when.written, when.home, hemisphere=when.hemisphere) == when


@laws
@given(whens())
def test_the_first_instant_is_not_after_the_last(when: When) -> None:
    """No span has its bounds the wrong way round, and none is empty. What is no stretch has one
    span, and its members fill it from end to end with gaps."""
    for bounds in (when.start, when.end, *(when.members or ())):
        assert bounds.earliest is None or bounds.latest is None or bounds.earliest < bounds.latest
    if when.stretch:
        assert when.members is None
        return
    assert when.start == when.end
    if when.members is not None:
        assert len(when.members) > 1
        assert (when.members[0].earliest, when.members[-1].latest) == tuple(when.start)
        for one, next_one in pairwise(when.members):
            assert one.latest is not None
            assert next_one.earliest is not None
            assert one.latest < next_one.earliest


@laws
@given(whens(), whens())
def test_order_says_the_same_from_both_sides(one: When, other: When) -> None:
    """If this is surely before that, that is surely after this, and never before it."""
    mirror = {"before": "after", "after": "before", "undecided": "undecided"}
    assert other.order(one) == mirror[one.order(other)]


@settings(laws, max_examples=40)  # each is of up to 512 triples
@given(st.lists(whens(), min_size=3, max_size=8))
def test_order_carries_over(all_of_them: list[When]) -> None:
    """If one is surely before another and that before a third, so is the first before the third."""
    for a in all_of_them:
        assert a.order(a) == "undecided"
        for b in all_of_them:
            for c in all_of_them:
                if a.surely_before(b) and b.surely_before(c):
                    assert a.surely_before(c)


@laws
@given(st.data(), zones)
def test_saying_less_never_narrows(data: st.DataObject, zone: str) -> None:
    """A month holds its days, a year its months, a decade its years, an hour its minutes."""
    year, month, day = (data.draw(part) for part in (years, months, days))
    clock = data.draw(clocks())
    forms = [f"{year[:-1]}X", year, f"{year}-{month}", f"{year}-{month}-{day}"]
    forms += [forms[-1] + clock[: end if end > 0 else None] for end in (3, 6, 9, -1)]
    readings = []
    for form in dict.fromkeys(forms):
        try:
            readings.append(edtf(form, zone))
        except DateError:
            break
    for wide, narrow in pairwise(readings):
        if narrow.start != Bounds(None, None):
            assert _within(narrow.start, wide.start)


@laws
@given(blurred(years), blurred(months), blurred(days), st.data(), zones)
def test_a_digit_less_never_narrows(
    year: str, month: str, day: str, data: st.DataObject, zone: str
) -> None:
    """Replacing a digit with X leaves everything possible that was possible before."""
    text = f"{year}-{month}-{day}"
    assume(any(mark.isdigit() for mark in text))
    place = data.draw(st.sampled_from([at for at, mark in enumerate(text) if mark.isdigit()]))
    vaguer = f"{text[:place]}X{text[place + 1 :]}"
    try:
        narrow, wide = edtf(text, zone), edtf(vaguer, zone)
    except DateError:
        assume(False)
    assert _within(narrow.start, wide.start)
    if wide.members is not None and (narrow.members is not None or "X" not in text):
        for member in narrow.members or (narrow.start,):
            assert any(_within(member, span) for span in wide.members)


@laws
@given(moments(), zones)
def test_about_never_narrows(text: str, zone: str) -> None:
    """With ~ a date holds every instant that it holds without."""
    plain = "".join(mark for mark in text if mark not in "~%")
    try:
        narrow, wide = edtf(plain, zone), edtf(text, zone)
    except DateError:
        assume(False)
    if "time-skipped" not in wide.troubles:
        assert _within(narrow.start, wide.start)


@laws
@given(moments(), zones)
def test_uncertain_moves_no_bound(text: str, zone: str) -> None:
    """With ? a date has the bounds it has without."""
    plain = text.replace("?", "").replace("%", "~")
    try:
        assert edtf(text, zone).start == edtf(plain, zone).start
    except DateError:
        assume(False)


@laws
@given(instants, zones)
def test_the_clock_on_the_wall_holds_the_instant(moment: datetime, zone: str) -> None:
    """Whatever the local clock shows at an instant, the date written so holds that instant."""
    wall = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    instant = _micros(moment)
    for text in (
        f"{wall:%Y}", f"{wall:%Y-%m}", f"{wall:%Y-%m-%d}", f"{wall:%Y-%m-%dT%H}",
        f"{wall:%Y-%m-%dT%H:%M}", f"{wall:%Y-%m-%dT%H:%M:%S}", f"{wall:%Y-%m-%dT%H:%M:%S.%f}",
    ):  # fmt: skip
        when = edtf(text, zone)
        earliest, latest = when.start
        assert earliest is not None
        assert latest is not None
        assert earliest <= instant < latest
        if when.members is not None:
            assert any((a or 0) <= instant < (b or 0) for a, b in when.members)


@laws
@given(instants, zones)
def test_an_instant_is_written_and_read_back(moment: datetime, zone: str) -> None:
    """An instant printed for another program is that instant again when read."""
    text = instant_text(_micros(moment))
    assert text is not None
    assert edtf(text, zone).start.earliest == _micros(moment)


@laws
@given(years, seasons, marks, offsets)
def test_parts_of_the_year_are_three_to_six_months(
    year: str, code: str, mark: str, offset: str
) -> None:
    """A season, quarter, third or half of a year is as long as it says, in both hemispheres."""
    assume(not offset.startswith(("-0", "[")) or mark)
    for hemisphere in ("north", "south"):
        text = f"{year}-{code}{mark.replace('~', '').replace('%', '')}"
        earliest, latest = edtf(text, hemisphere=hemisphere).start
        length = ((latest or 0) - (earliest or 0)) / 86_400_000_000
        months_in = 3 if int(code) <= 36 else 4 if int(code) <= 39 else 6
        assert abs(length - months_in * 30.44) < 4


@laws
@given(whens(), zones, st.booleans())
def test_words_can_always_be_found(when: When, zone: str, sentence: bool) -> None:
    """Every date can be told to a reader, in words that are clean text."""
    for page in (None, zone):
        text = in_words(when, zone=page, sentence=sentence)
        assert text == " ".join(text.split())
        assert not set("{}[]") & set(text)
        assert text[0].isalnum()


@laws
@given(
    st.one_of(
        st.text(max_size=40),
        st.text("0123456789-X?~%/[]{},.:+TZYESW ", max_size=40),
        anything.flatmap(
            lambda text: st.tuples(st.integers(0, len(text)), st.characters()).map(
                lambda cut: text[: cut[0]] + cut[1] + text[cut[0] :]
            )
        ),
        anything.flatmap(lambda text: st.integers(0, len(text)).map(lambda at: text[:at])),
    ),
    zones,
)
def test_no_text_breaks_the_reader(text: str, zone: str) -> None:
    """Whatever is written is either read or answered with a sentence and a place in it."""
    try:
        assert edtf(text, zone).written == text
    except DateError as error:
        assert error.message[-1] in ".?"
        assert error.message[0].isupper() or error.message[0] == "“"
        assert 0 <= error.position <= max(len(text), 1)

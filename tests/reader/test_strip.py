"""The strip above the list: honest spans, every mark a named link, small however many there are."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reader.drawn import crowd, dated, event, founding_case, marks, timeline
from timelines.marks import DAY
from timelines.period import period
from timelines.publish import page
from timelines.publish.page.faraway import STANDING
from timelines.publish.page.pieces import percent
from timelines.publish.page.plotted import plotted
from timelines.publish.page.strip import MOST, strip
from timelines.publish.public import PublicTimeline
from timelines.words import words

EN = words("en")
MONTHS = st.integers(1, 12).map("{:02d}".format)
YEARS = st.integers(1890, 2024).map(str)
VAGUE = st.one_of(
    YEARS,
    st.builds("{}-{}".format, YEARS, MONTHS),
    st.builds("{}-{}-11~".format, YEARS, MONTHS),
    st.builds("[..{}-{}-11]".format, YEARS, MONTHS),
    st.builds("{}-{}-11/..".format, YEARS, MONTHS),
    st.builds("{}-{}/".format, YEARS, MONTHS),
    st.builds("{}-{}/2025-03".format, YEARS, MONTHS),
    st.builds("[{}-03-04,{}-11-09]".format, YEARS, st.just("2025")),
    st.builds("{}X".format, st.integers(189, 201)),
)


def drawing(public: PublicTimeline) -> str:
    """The strip of a timeline in English."""
    return strip(public, EN).svg


class Attributes(HTMLParser):
    """The names of all attributes, as a browser reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the names."""
        self.names |= {name for name, _ in attrs}


def zipped(text: str) -> int:
    """Bytes after gzip."""
    return len(gzip.compress(text.encode("utf-8"), 9))


@settings(max_examples=25, deadline=None)
@given(st.lists(VAGUE, min_size=1, max_size=6))
def test_no_vague_event_is_drawn_narrower_than_its_span(written: list[str]) -> None:
    """Whatever the dates, a mark covers all of the time in which its event may lie."""
    public = timeline(*(event(f"e{place}", one) for place, one in enumerate(written)))
    found, plot = marks(drawing(public)), plotted(public)
    shown = period(plot.marks)
    for at, name in enumerate(plot.marks.event.tolist()):
        if name not in found:
            continue
        low = percent(float(plot.marks.low[at]), shown) / 100
        high = percent(float(plot.marks.high[at]), shown, up=True) / 100
        mark = found[name]
        assert min(bar.left for bar in mark.bars) <= max(low, -400) + 0.001
        assert max(bar.right for bar in mark.bars) >= min(high, 500) - 0.011
        assert not [one for one in mark.symbols if one.startswith("v-")], "no sharp day"


def test_sometime_in_may_is_a_soft_span_and_never_the_first_of_may() -> None:
    """Readers see all of May, fading at both ends, and no symbol that stands for a day."""
    found = marks(drawing(timeline(event("may", "2021-05"), event("day", "2021-05-01"))))
    (may,) = found["may"].bars
    assert may.look == "", "the look that fades"
    assert found["may"].symbols == []
    assert found["day"].symbols == ["v-confirmed"]
    assert may.right - may.left > 50


def test_an_open_end_and_an_unknown_end_look_different() -> None:
    """“Still going on” runs on with an arrow; “nobody knows until when” breaks up."""
    open_end, unknown = event("open", "2021-03/.."), event("unknown", "2021-03/")
    found = marks(drawing(timeline(open_end, unknown, event("day", "2021-06-01"))))
    assert "on" in found["open"].symbols
    assert "on" not in found["unknown"].symbols
    assert [bar.look for bar in found["unknown"].bars].count("k") > 2


def test_verification_is_told_by_shape() -> None:
    """Without any colour, each degree of verification has a symbol of its own."""
    values = ["confirmed", "alleged", "unverified", "disputed", "denied", "withdrawn"]
    days = [event(one, f"2021-05-0{n}", verification=one) for n, one in enumerate(values, 1)]
    found = marks(drawing(timeline(*days)))
    assert {one: found[one].symbols for one in values} == {one: [f"v-{one}"] for one in values}


def test_every_event_of_the_founding_case_is_a_link_named_by_its_headline() -> None:
    """No mark is out of reach, and each bears the name that its event has in the list."""
    public = founding_case()
    html = page.files(public)[page.PAGE].decode("utf-8")
    found = marks(drawing(public))
    assert set(found) == {one.id for one in public.events}
    for one in public.events:
        if f'aria-labelledby="h-{one.id} d-{one.id}"' in html:
            assert html.count(f' id="h-{one.id}"') == html.count(f' id="d-{one.id}"') == 1
        else:
            assert found[one.id].label == f"{escape(one.headline)} {one.date.words}"


def test_far_and_undated_events_are_named_under_the_drawing() -> None:
    """What has no place in the picture is not lost: a link to it stands below."""
    days = [event(f"day{n}", f"2021-05-{n:02d}") for n in range(10, 22)]
    svg = drawing(timeline(event("far", "1950"), *days, event("undated", "unknown")))
    below = svg[svg.rindex("</svg>") :]
    assert 'href="#far"' in below
    assert 'href="#undated"' in below


def test_lanes_are_named_in_order_and_none_is_empty() -> None:
    """Only storylines that have events for readers have a lane."""
    svg = drawing(
        replace(
            timeline(event("a", "2021-05-02", "Money"), event("b", "2021-05-04", "Permits")),
            storylines=("Permits", "Money"),
        )
    )
    names = re.findall(r'<text class="c\d" y="\d+">([^<]+)', svg)
    assert names == ["Permits", "Money"]


def test_a_month_is_named_in_its_middle() -> None:
    """The axis puts “May” over May, not at its first day."""
    svg = drawing(timeline(event("a", "2021-03-02"), event("b", "2021-08-28")))
    axis = svg[svg.index('class="axis"') : svg.index("</g>", svg.index('class="axis"'))]
    ticks = [float(x) for x in re.findall(r'x1="([\d.]+)%"', axis)]
    named = [float(x) for x in re.findall(r'<text x="([\d.]+)%" y="26" class="m">', axis)]
    assert len(named) >= 5
    assert all(min(abs(name - tick) for tick in ticks) > 4 for name in named)


def test_hostile_words_are_text() -> None:
    """A headline that looks like markup is read word for word, in the drawing too."""
    evil = '<script>alert("x")</script>"\' onload=alert(1) &amp;'
    svg = drawing(
        timeline(
            event("a", "2021-05-02", "<img src=x onerror=alert(1)>", headline=evil),
            event("b", "2021-06", "Money", headline=evil),
            title=evil,
        )
    )
    assert "<script" not in svg
    assert "<img" not in svg
    seen = Attributes()
    seen.feed(svg)
    assert not [name for name in seen.names if name.startswith("on")]
    assert "style" not in seen.names, "the policy forbids it"


def test_the_same_timeline_is_the_same_drawing() -> None:
    """Publishing again without a change changes no byte."""
    for public in (founding_case(), crowd(400)):
        assert drawing(public) == drawing(public)


def test_nothing_to_draw_is_no_strip() -> None:
    """A timeline without a single date has no empty picture on top."""
    assert drawing(timeline(event("a", "unknown"))) == ""
    assert drawing(timeline()) == ""


@pytest.mark.parametrize(("count", "most"), [(25, 3_500), (MOST, 4_500)])
def test_a_strip_of_single_marks_stays_small(count: int, most: int) -> None:
    """Readers on slow lines wait for a few kilobytes at most, and see each mark by itself."""
    html = page.files(crowd(count))[page.PAGE].decode("utf-8")
    svg = drawing(crowd(count))
    assert len(marks(svg)) > count / 2
    assert zipped(html) - zipped(html.replace(svg, "")) < most


@pytest.mark.parametrize("count", [100, 1_000, 2_500])
def test_a_crowd_is_drawn_as_how_many_and_stays_small(count: int) -> None:
    """From a thousand events on, the drawing weighs at most a tenth of the text."""
    public = crowd(count)
    svg = drawing(public)
    text = "\n".join(f"{one.date.words} {one.headline} {one.summary}" for one in public.events)
    assert svg.count('class="crowd"') == 3
    assert svg.count("<a href") < 60
    assert zipped(svg) < max(zipped(text) / 10, 6_000)
    named = re.findall(r'aria-label="[^"]+, ([\d,]+) events? begin', svg)
    assert sum(int(many.replace(",", "")) for many in named) == count


def test_a_crowds_marks_are_rounded_outwards() -> None:
    """What the script draws on zooming in is never shorter than what is known."""
    public = crowd(400)
    drawn = strip(public, EN)
    start = re.search(r'data-from="(-?\d+)"', drawn.svg)
    assert start is not None
    plot, low, place = plotted(public), 0, -1
    spans = {}
    for same, by, long in re.findall(r"(=?)[A-Z]\d.(-?[\da-z]+)\.?([\da-z]*)", drawn.marks):
        place += same == ""
        low += int(by, 36)
        left = int(start[1]) + low * DAY / 24
        spans[public.events[place].id] = (left, left + int(long or "0", 36) * DAY / 24)
    for at, name in enumerate(plot.marks.event.tolist()):
        left, right = spans[name]
        assert left <= plot.marks.low[at] + 1
        assert right >= plot.marks.high[at] - 1


def test_script_and_page_agree_on_verification() -> None:
    """A number in the page's data means the same word to the script."""
    script = (Path(page.__file__).parent / "js" / "crowd.js").read_text("utf-8")
    listed = re.search(r"STANDING = \[(.*?)\]", script)
    assert listed is not None
    assert tuple(re.findall(r'"(\w+)"', listed[1])) == STANDING


def test_public_dates_alone_place_the_marks() -> None:
    """Each kind of bound is read from the published data as it was written."""
    pairs = product(["2021-05", "[..2021-09-08]", "2021/.."], ["", "A"])
    public = timeline(*(event(f"e{n}", *one) for n, one in enumerate(pairs)))
    kinds = dict(zip(plotted(public).marks.event, plotted(public).marks.kind, strict=True))
    assert list(kinds.values()).count("span") == 2
    assert list(kinds.values()).count("bounded") == 2
    assert list(kinds.values()).count("stretch") == 2
    assert dated("unknown").start is None

"""The timeline as a Plotly figure: what can be clicked, read, and never misread."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from components.views import chronology
from tests.conftest import write_investigation
from tests.views.samples import TRICKY, ZONE, one_event, written
from timelines.investigation import Investigation, load
from timelines.network import solve

HOSTILE = "<b>Bold</b> %{x} <a href='javascript:alert(1)'>&amp; </a>"


def drawn(investigation: Investigation, width: float = 1_280, **more: Any) -> go.Figure:
    """The figure of all events, light and on a desktop if not said otherwise."""
    usual: dict[str, Any] = {"zone": ZONE, "language": "en", "theme": "light", "width": width}
    return chronology.figure(investigation, investigation.events, **{**usual, **more})


def trace(figure: go.Figure, name: str) -> Any:
    """The one trace of that name."""
    (found,) = [one for one in figure.data if one.name == name]
    return found


@pytest.fixture(scope="module")
def tricky(tmp_path_factory: pytest.TempPathFactory) -> Investigation:
    """A date of every kind."""
    return written(tmp_path_factory.mktemp("tricky"), TRICKY, verification="alleged")


def test_every_dated_event_can_be_clicked(tricky: Investigation) -> None:
    """Whatever its date is like, some mark of every event carries its id first."""
    figure = drawn(tricky)
    ids = {row[0] for one in figure.data if one.customdata is not None for row in one.customdata}
    assert ids == {*TRICKY} - {"no-date"}
    for one in figure.data:
        assert (one.hoverinfo == "skip") == (one.customdata is None)


def test_the_whole_of_a_bar_can_be_clicked(tricky: Investigation) -> None:
    """A click on the pale end of a span finds the event as well as one on its middle."""
    hit = trace(drawn(tricky), "hit")
    place = [row[0] for row in hit.customdata].index("may-to-september")
    left, right = hit.base[place], hit.base[place] + hit.x[place]
    assert np.array([left, right]).astype("datetime64[ms]").astype(str).tolist() == [
        "2021-05-01T00:00:00.000",
        "2021-10-01T00:00:00.000",
    ]


def test_events_without_a_date_are_named_apart(tricky: Investigation) -> None:
    """An event with an unknown date is not given a place on the axis."""
    figure = drawn(tricky)
    assert figure.layout.meta["undated"] == ["no-date"]
    assert "no-date" not in figure.to_json().replace('"undated":["no-date"]', "")


def test_only_what_svg_can_draw_is_used(tricky: Investigation) -> None:
    """The figure needs no WebGL, which a strict page forbids, and no error bars."""
    figure = drawn(tricky)
    assert {one.type for one in figure.data} == {"bar", "scatter"}
    assert all(one.error_x.array is None for one in figure.data)


def test_the_figure_knows_nothing_of_what_is_chosen(tricky: Investigation) -> None:
    """Choosing an event never moves the picture: the figure is the same, to the byte."""
    assert drawn(tricky).to_json() == drawn(tricky).to_json()
    assert drawn(tricky).layout.uirevision == "kept"


def test_a_files_text_stays_text(tmp_path: Path) -> None:
    """A headline with tags, braces or links is shown letter by letter, and does nothing."""
    text = one_event(
        json.dumps(HOSTILE),
        "2021-05-10",
        attribution=json.dumps(HOSTILE),
        storyline=json.dumps(HOSTILE),
        sources="[bad]",
    )
    sources = f"- id: bad\n  kind: post\n  title: {json.dumps(HOSTILE)}\n"
    files = {"events/bad.yaml": text, "sources.yaml": sources}
    figure = drawn(load(write_investigation(tmp_path, files)))
    shown = json.dumps(figure.to_plotly_json(), default=str)
    assert "<b>Bold" not in shown
    assert "<a " not in shown
    assert "&lt;b&gt;Bold" in shown
    for one in figure.data:
        assert "Bold" not in (one.hovertemplate or "")


def test_hover_says_who_says_so(tmp_path: Path) -> None:
    """Under the pointer stand the headline, the date in words, how sure it is, and the sources."""
    files = {
        "sources.yaml": (
            "- {id: memo, kind: document, title: The memo}\n"
            "- {id: voice, kind: interview, title: Jane Doe, terms: on-background, "
            "label: a city official}\n"
        ),
        "events/a.yaml": one_event(
            "The vote",
            "2021-05",
            verification="disputed",
            attribution="the clerk says",
            sources="[memo, voice]",
        ),
    }
    figure = drawn(load(write_investigation(tmp_path, files)))
    rows = (row for one in figure.data if one.customdata is not None for row in one.customdata)
    card = " ".join(next(rows))
    for words in ("The vote", "sometime in May 2021", "disputed", "the clerk says", "The memo"):
        assert words in card
    assert "a city official" in card
    assert "Jane Doe" not in card


def test_a_month_is_never_named_by_its_first_day(tricky: Investigation) -> None:
    """The axis sets “May” over the middle of May."""
    axis = drawn(tricky).layout.xaxis
    assert axis.ticklabelmode == "period"
    assert all("-d" not in stop.value for stop in axis.tickformatstops[4:])
    assert axis.minallowed == axis.range[0]
    assert axis.maxallowed == axis.range[1]


@pytest.mark.parametrize("width", [390, 1_280, 2_560])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_width_and_theme_draws_every_event(
    tricky: Investigation, width: int, theme: str
) -> None:
    """A phone at night shows the same events as a wall by day."""
    figure = drawn(tricky, width, theme=theme)
    names = {row[0] for one in figure.data if one.customdata is not None for row in one.customdata}
    assert len(names) == len(TRICKY) - 1
    assert len(trace(figure, "labels").text) == len(TRICKY) - 1
    assert figure.layout.dragmode == ("pan" if width > 560 else False)


def test_a_symbol_tells_verification_without_colour(tmp_path: Path) -> None:
    """A confirmed day is filled, an alleged one is not, and a denied one is crossed."""
    texts = {
        f"events/{value}.yaml": one_event(value, "2021-05-10", verification=value)
        for value in ("confirmed", "alleged", "denied")
    }
    dots = trace(drawn(load(write_investigation(tmp_path, texts))), "dots")
    looks = dict(zip((row[0] for row in dots.customdata), dots.marker.symbol, strict=True))
    assert looks == {"confirmed": "circle", "alleged": "circle-dot", "denied": "circle-x"}
    paper = dots.marker.color[[row[0] for row in dots.customdata].index("denied")]
    assert paper == 0


def test_a_stretch_that_is_not_confirmed_is_woven(tricky: Investigation) -> None:
    """A bar of alleged duration carries a pattern."""
    weave = trace(drawn(tricky), "weave")
    assert set(weave.marker.pattern.shape) == {"."}
    assert trace(drawn(tricky), "core").marker.opacity is None


def _many(folder: Path, count: int, storylines: int = 2) -> Investigation:
    texts = [
        f"- id: e{n:05}\n  headline: Event {n}\n"
        f"  date: {2000 + n % 20}-{n % 12 + 1:02}-{n % 28 + 1:02}\n"
        f"  storyline: Line {n % storylines}\n"
        for n in range(count)
    ]
    return load(write_investigation(folder, {"events/all.yaml": "".join(texts)}))


def test_too_many_events_are_drawn_as_how_many(tmp_path: Path) -> None:
    """Above the density of mud the figure aggregates, says so, and offers a closer look."""
    figure = drawn(_many(tmp_path, 1_800, 3))
    assert figure.layout.meta["dense"] == ["Line 0"]
    (names,) = [one.text for one in figure.layout.annotations if "Line 0" in one.text]
    assert "600 events" in names
    crowd = trace(figure, "crowd")
    event, since, until = crowd.customdata[0]
    assert event is None
    assert (since, until) < ("2000-13", "2000-13")
    assert len(crowd.base) < 200
    ids = {row[0] for row in trace(figure, "dots").customdata}
    assert len(ids) == 1_200


def test_a_chosen_period_brings_single_events_back(tmp_path: Path) -> None:
    """Choosing a shorter period lets one in: every event of it is a mark again."""
    investigation = _many(tmp_path, 1_800, 3)
    year = {"since": 978_328_800_000_000, "until": 1_009_864_800_000_000}
    figure = drawn(investigation, **year)
    assert figure.layout.meta["dense"] == []
    assert figure.layout.meta["earlier"] + figure.layout.meta["later"] == 1_710
    foot = " ".join(one.text for one in figure.layout.annotations)
    assert "earlier events lie before this" in foot


def test_ten_thousand_events_take_half_a_second(tmp_path: Path) -> None:
    """A page with a very large investigation is not held up by its figure."""
    investigation = _many(tmp_path, 10_000)
    drawn(investigation)
    times = []
    for _ in range(3):
        start = time.process_time()
        spec = drawn(investigation).to_json()
        times.append(time.process_time() - start)
    assert min(times) < 0.5
    assert len(spec) < 400_000


def test_times_are_numbers_so_that_the_page_stays_small(tricky: Investigation) -> None:
    """Times go to the browser as milliseconds, not as text."""
    for one in drawn(tricky).data:
        if one.x is not None and len(one.x):
            assert np.asarray(one.x).dtype.kind in "fi"


def test_narrowed_dates_have_brackets_under_the_stated_ones(tmp_path: Path) -> None:
    """What reasoning leaves of “sometime in 2021” is seen below it, and never instead of it."""
    texts = {
        "events/first.yaml": one_event("First", "2021-05-10"),
        "events/then.yaml": one_event("Then", "2021", order="[{after: first}]"),
        "events/last.yaml": one_event("Last", "2021-06-20", order="[{after: then}]"),
    }
    investigation = load(write_investigation(tmp_path, texts))
    narrowed: pd.DataFrame = solve(investigation).narrowed
    figure = drawn(investigation, narrowed=narrowed)
    times = trace(figure, "narrowed").x
    shown = times[~np.isnan(times)].astype("datetime64[ms]").astype("datetime64[D]").astype(str)
    assert {*shown} == {"2021-05-10", "2021-06-20"}
    plainly = drawn(investigation)
    assert [one.name for one in plainly.data] == [one.name for one in figure.data][:-1]
    assert len(drawn(investigation, narrowed=narrowed.iloc[:0]).data[-1].x) == 0


def test_an_empty_selection_says_so(tricky: Investigation) -> None:
    """Somebody who filtered everything away reads that, instead of an empty box."""
    figure = chronology.figure(
        tricky, tricky.events.iloc[:0], zone=ZONE, language="en", theme="dark", width=390
    )
    assert [one.text for one in figure.layout.annotations][-1].startswith("No event")
    json.loads(figure.to_json())


def test_the_figure_has_words_for_those_who_cannot_see_it(tricky: Investigation) -> None:
    """A screen reader hears how much the figure shows, and where the same can be read."""
    assert drawn(tricky).layout.meta["alt"] == (
        "Timeline of 18 events in 1 storyline. The same events stand in the list."
    )


def test_an_unknown_language_is_english(tricky: Investigation) -> None:
    """A heading in a language we have no words for still gets its figure."""
    assert drawn(tricky, language="tlh").to_json() == drawn(tricky).to_json()

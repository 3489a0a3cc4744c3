"""Timelines in a real browser: what the estimates promised is what one sees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import plotly
import plotly.graph_objects as go
import pytest
from playwright.sync_api import Browser, Page

from components.views import chronology
from tests.views.samples import TRICKY, ZONE, written

_LIBRARY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
_BOXES = """
() => [...document.querySelectorAll('.textpoint text, .annotation-text')].map((text) => {
  const box = text.getBoundingClientRect();
  return [text.textContent, box.left, box.top, box.right, box.bottom];
})
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page of a real Chromium."""
    found = browser.new_page()
    yield found
    found.close()


def show(page: Page, figure: go.Figure, width: int) -> None:
    """Draw the figure on an empty page of that width."""
    page.set_viewport_size({"width": width, "height": int(figure.layout.height)})
    page.set_content('<style>body{margin:0}</style><div id="figure"></div>')
    page.add_script_tag(path=_LIBRARY)
    config = json.dumps(dict(chronology.CONFIG))
    page.evaluate(
        f"(spec) => Plotly.newPlot('figure', spec.data, spec.layout, {config})",
        json.loads(figure.to_json()),
    )


def _overlapping(boxes: list[Any]) -> list[tuple[str, str]]:
    return [
        (one[0], other[0])
        for one, other in combinations(boxes, 2)
        if one[1] < other[3] - 1
        and other[1] < one[3] - 1
        and one[2] < other[4] - 2
        and other[2] < one[4] - 2
    ]


@pytest.mark.parametrize("width", [390, 1_280])
def test_no_words_are_printed_over_others(page: Page, tmp_path: Path, width: int) -> None:
    """On a phone and a desktop, in the fonts this machine has, all labels can be read."""
    dates = dict(TRICKY) | {f"day-{n:02}": f"2021-10-{n + 1:02}" for n in range(16)}
    investigation = written(tmp_path, dates)
    figure = chronology.figure(
        investigation,
        investigation.events,
        zone=ZONE,
        language="en",
        theme="light",
        width=width,
    )
    show(page, figure, width)
    boxes = page.evaluate(_BOXES)
    labels = [box for box in boxes if box[0] not in ("≈", "?", "")]
    assert len(labels) >= len(dates)
    assert _overlapping(labels) == []
    assert all(box[1] >= -1 and box[3] <= width + 1 for box in labels)


def test_bars_stay_while_the_wheel_turns(page: Page, tmp_path: Path) -> None:
    """Zooming in with the wheel loses no bar that reaches beyond the picture."""
    investigation = written(tmp_path, {"long": "2021-01-01/2021-12-31", "day": "2021-06-01"})
    figure = chronology.figure(
        investigation,
        investigation.events,
        zone=ZONE,
        language="en",
        theme="light",
        width=1_280,
    )
    show(page, figure, 1_280)
    before = page.evaluate("document.getElementById('figure')._fullLayout.xaxis.range")
    page.mouse.move(640, 110)
    page.mouse.wheel(0, -400)
    page.wait_for_function(
        "(before) => String(document.getElementById('figure')._fullLayout.xaxis.range)"
        " !== String(before)",
        arg=before,
    )
    page.wait_for_timeout(300)
    bars = "[...document.querySelectorAll('.bars .point')]"
    hidden = f"{bars}.filter((bar) => getComputedStyle(bar).display === 'none').length"
    assert page.evaluate(hidden) == 0


def test_a_click_on_the_pale_end_of_a_span_finds_its_event(page: Page, tmp_path: Path) -> None:
    """The soft edge of “sometime in May” is as good to click as its middle."""
    investigation = written(tmp_path, {"month": "2021-05", "other": "2021-09-08"})
    figure = chronology.figure(
        investigation,
        investigation.events,
        zone=ZONE,
        language="en",
        theme="light",
        width=1_280,
    )
    show(page, figure, 1_280)
    x, y = page.evaluate(
        """() => {
          const figure = document.getElementById('figure');
          window.found = null;
          figure.on('plotly_click', ({points}) => { window.found = points[0].customdata[0]; });
          const {xaxis, yaxis} = figure._fullLayout;
          const hit = figure._fullData.find((trace) => trace.name === 'hit');
          return [xaxis._offset + xaxis.d2p(hit.base[0]) + 3, yaxis._offset + yaxis.d2p(hit.y[0])];
        }"""
    )
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    page.wait_for_function("() => window.found !== null")
    assert page.evaluate("window.found") == "month"

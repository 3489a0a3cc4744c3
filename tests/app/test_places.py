"""No field changes its place on the page by what is typed, or by what is worked out meanwhile.

A field that does may lose the keyboard while somebody types in it (components/slot.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import pages
from components.investigations import Aside
from tests.app.conftest import CASE, DATA, Start, text
from tests.app.form import fill, form, press, settled, unfold

Places = dict[str, tuple[int, ...]]


def places(app: AppTest) -> Places:
    """Where each widget stands, as the numbers of the parts it is in, by its key."""
    found: Places = {}

    def walk(block: Any, path: tuple[int, ...]) -> None:
        for number, part in block.children.items():
            here = (*path, number)
            if getattr(part, "children", None):
                walk(part, here)
            elif getattr(part, "key", None):
                found[part.key] = here

    walk(app.main, ())
    return found


def moved(before: Places, after: Places) -> list[str]:
    """The widgets that are there before and after, but not in the same place."""
    return sorted(key for key in before.keys() & after.keys() if before[key] != after[key])


def test_filling_in_an_event_moves_no_field(start: Start, case: Path) -> None:
    """From a blank form to the next one, nothing that one might type in is pushed or pulled."""
    app = form(start, case)
    steps = (
        lambda: fill(app, "Headline", "Something happens"),
        lambda: fill(app, "Date", "2021-13"),
        lambda: fill(app, "Date", "2021-10"),
        lambda: fill(app, "When, in the source", "on Friday"),
        lambda: fill(app, "Source", "kctv-story"),
        lambda: fill(app, "The words it uses", "report four months later"),
        lambda: fill(app, "When, in the source", "ten days later"),
        lambda: press(app, "Save the event"),
        lambda: fill(app, "Headline", "Something else happens"),
        app.run,
        lambda: unfold(app, "All other"),
        lambda: fill(app, "Embargo", "soon"),
        lambda: fill(app, "Embargo", "2031-05-01"),
    )
    seen = places(app)
    assert len(seen) > 8
    for number, step in enumerate(steps):
        step()
        settled(app)
        now = places(app)
        assert (number, moved(seen, now)) == (number, [])
        seen = now


def test_a_date_that_filters_nothing_moves_no_filter(start: Start) -> None:
    """The sentence about it comes and goes without the list or the chart being drawn anew."""
    app = start(DATA, investigation=CASE)
    seen = places(app)
    app.text_input(key="filter_since").set_value("2021-13").run()
    assert "2021-13" in text(app)
    assert moved(seen, places(app)) == []


@pytest.mark.parametrize("page", [page.name for page in pages.shelf()])
def test_what_is_worked_out_meanwhile_moves_no_field(
    start: Start, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a page appears before the checks are done, their findings push no field away."""
    with monkeypatch.context() as early:
        early.setattr(Aside, "by_now", lambda _: None)
        app = start(DATA, investigation=CASE, page=page)
        seen = places(app)
    app.run()
    now = places(app)
    assert moved(seen, now) == []

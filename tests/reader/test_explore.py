"""The figure to turn over: only where asked for, drawn under a strict policy, calling nobody."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Browser

from tests.reader.drawn import crowd, event, founding_case, timeline
from tests.reader.pages import SITE, reading
from timelines.publish import page
from timelines.publish.page import explore
from timelines.words import words

EN = words("en")


def test_the_page_gains_nothing_but_a_link() -> None:
    """Whoever only reads fetches not a byte of the figure."""
    without, with_it = page.files(founding_case()), page.files(founding_case(), to_explore=True)
    more = with_it[page.PAGE].decode("utf-8")
    link = '<a href="explore.html">Explore the whole timeline</a>\n'
    assert more.replace(link, "") == without[page.PAGE].decode("utf-8")
    assert {*with_it} - {*without} >= {explore.PAGE}
    assert not [path for path in without if len(without[path]) > 500_000]


def test_its_library_is_named_by_its_bytes_and_fetched_there_alone() -> None:
    """A browser may keep the library for ever, and no other page asks for it."""
    files = page.files(founding_case(), to_explore=True)
    (heavy,) = [path for path in files if len(files[path]) > 1_000_000]
    assert heavy.startswith("assets/")
    naming = [path for path in files if path.endswith(".html") and heavy.encode() in files[path]]
    assert naming == [explore.PAGE]


def test_hostile_words_do_not_leave_the_data() -> None:
    """No headline ends the element in which the figure's data stand."""
    evil = "</script><script>alert(1)</script><!--"
    public = timeline(event("a", "2021-05", "</script>", headline=evil), title=evil)
    html = explore.files(public, EN)[explore.PAGE].decode("utf-8")
    assert html.count("</script>") == 2
    (data,) = re.findall(r'id="data">(.*?)</script>', html)
    assert json.loads(data)["events"][0][1] == evil


def test_what_it_draws_is_the_layout_of_the_app() -> None:
    """Sometime in May reaches over all of May, and fades, in either width."""
    public = timeline(event("may", "2021-05"), event("day", "2021-09-08"))
    for plan in explore.figure(public, EN)["plans"]:
        left, full_left, full_right, right = (edge[0] for edge in plan["soft"]["edges"])
        assert right - left == 31 * 86_400_000
        assert left < full_left < full_right < right


def test_it_draws_under_a_strict_policy_and_asks_nobody(browser: Browser) -> None:
    """It can be turned over in a real browser, with no complaint and no request elsewhere."""
    for public, look in (
        (founding_case(), {}),
        (crowd(60), {"color_scheme": "dark", "viewport": {"width": 360, "height": 700}}),
    ):
        with reading(browser, page.files(public, to_explore=True), **look) as window:
            window.page.goto(f"{SITE}{explore.PAGE}")
            window.wait("'ready' in document.getElementById('figure').dataset")
            before = window.run("document.getElementById('figure').layout.xaxis.range.map(Number)")
            window.page.click("button[data-by='0.5']")
            window.wait(
                f"document.getElementById('figure').layout.xaxis.range.map(Number)[0] > {before[0]}"
            )
            assert (
                window.run("document.querySelectorAll('#figure .modebar, #figure a').length") == 0
            )
            if not look:
                assert window.faults() == []
            assert window.complaints == []
            assert window.outside == []

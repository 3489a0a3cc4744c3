"""From each independent origin down to what an event cites."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.conftest import write_investigation
from timelines.docket import Docket
from timelines.investigation import load
from timelines.lineage import Descent, descents

SOURCES = """\
- {id: email, kind: document, title: E-mail}
- {id: star, kind: publication, title: Star, derived_from: email}
- {id: copy, kind: post, title: Copy, derived_from: star}
- {id: clerk, kind: interview, title: Clerk}
- {id: rival, kind: publication, title: Rival, derived_from: [email, clerk]}
"""


def lines(folder: Path, cited: str) -> list[str]:
    """The descent of one event as indented lines, `*` before what it cites."""
    event = f"headline: It happens.\ndate: 2021\nsources: {cited}\n"
    texts = {"sources.yaml": SOURCES, "events/it.yaml": event}
    docket = Docket(load(write_investigation(folder, texts)), date(2021, 12, 1))
    found: list[str] = []

    def tell(one: Descent, depth: int) -> None:
        mark = "*" if one.stance is not None else "-"
        more = " …" if one.elsewhere else ""
        found.append(f"{'  ' * depth}{mark}{one.source}{more}")
        for below in one.below:
            tell(below, depth + 1)

    for one in descents(docket, "it"):
        tell(one, 0)
    return found


def test_two_articles_over_one_email_are_one_line_of_descent(tmp_path: Path) -> None:
    """The e-mail stands on top though nobody cites it, and every step below it is shown."""
    assert lines(tmp_path, "[star, copy]") == ["-email", "  *star", "    *copy"]


def test_a_step_between_is_shown_though_it_is_not_cited(tmp_path: Path) -> None:
    """The copy alone leads through the story back to the e-mail."""
    assert lines(tmp_path, "[copy]") == ["-email", "  -star", "    *copy"]


def test_an_account_of_two_origins_stands_under_both(tmp_path: Path) -> None:
    """A story that has it from an e-mail and a clerk hangs from each of them."""
    assert lines(tmp_path, "[rival]") == ["-clerk", "  *rival", "-email", "  *rival"]


def test_who_disputes_it_stands_behind_those_who_support_it(tmp_path: Path) -> None:
    """The origin of a contrary account is shown, and is none of the event's origins."""
    cited = "[star, {source: clerk, stance: disputes}]"
    assert lines(tmp_path, cited) == ["-email", "  *star", "*clerk"]


def test_a_source_that_is_its_own_origin_stands_alone(tmp_path: Path) -> None:
    """An interview goes back to nobody."""
    assert lines(tmp_path, "[clerk]") == ["*clerk"]

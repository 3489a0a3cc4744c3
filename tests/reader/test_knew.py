"""Who knew what when, as readers get it: lags in words, and one line of time for everybody."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.reader.drawn import dated, event, founding_case, timeline
from timelines.publish.page.knew import knew
from timelines.publish.page.knowers import MOST
from timelines.publish.public import (
    PublicCitation,
    PublicEvent,
    PublicKnowing,
    PublicPerson,
    PublicSource,
    PublicTimeline,
)
from timelines.words import words

EN = words("en")
MEMO = (PublicCitation("supports", PublicSource("s1", "The memo")),)


def knowing(name: str, written: str, stance: str = "knew", how: str | None = None) -> PublicKnowing:
    """Somebody who is named knew, was told, or denies it."""
    person = PublicPerson("p" + name.casefold(), name, kind="person")
    return PublicKnowing(person, stance, dated(written), how, MEMO)


def about(written: str, *known: PublicKnowing, kind: str | None = None) -> PublicTimeline:
    """A timeline of one event of that date, and who knew of it; Zoe learned of it at Christmas."""
    if len(known) == 1:
        known = (*known, knowing("Zoe", "2021-12-24"))
    return timeline(event("leak", written, known_to=known, kind=kind))


def figure(public: PublicTimeline) -> str:
    """The figure in English."""
    return knew(public, EN)


def bars(html: str, name: str) -> list[tuple[str, float, float]]:
    """The bars on the line of somebody: look, left and right in percents."""
    line = next(part for part in re.split("<li[ >]", html) if f">{name}</b>" in part)
    found = re.findall(r'<rect class="k-(\w+)" x="([\d.]+)%" width="([\d.]+)%"', line)
    return [(look, float(x), float(x) + float(width)) for look, x, width in found]


def test_the_founding_case_is_seen_at_one_look() -> None:
    """The department knew in May; the mayor was told on September 8, 100 to 131 days later."""
    html = figure(founding_case())
    assert "knew sometime in May 2021." in html
    assert "was told on Sept. 8, 2021, between 100 and 131 days later." in html
    assert "by message from the prosecutors" in html
    assert "not by the department, he says" in html
    assert "between 100 and 131 days after Kansas City Police Department knew" in html
    department = {look: at for look, *at in bars(html, "Kansas City Police Department")}
    mayor = {look: at for look, *at in bars(html, "Quinton Lucas")}
    assert department["full"][0] + 20 < mayor["full"][0]
    assert mayor["denied"][1] <= mayor["full"][0]


def test_who_knew_is_solid_only_from_when_they_surely_knew() -> None:
    """“In May” fades in over May: nobody is drawn as knowing on the first of the month."""
    found = bars(figure(about("2021-04-02", knowing("Ada", "2021-05"))), "Ada")
    assert [look for look, *_ in found] == ["in", "full"]
    assert found[0][2] >= found[1][1] > found[0][1] + 5


def test_what_is_known_to_the_day_is_a_dot() -> None:
    """A day is a day: a dot, and solid from then on."""
    html = figure(about("2021-04", knowing("Ada", "2021-06-08", "told")))
    line = next(part for part in re.split("<li[ >]", html) if ">Ada</b>" in part)
    assert line.count("<circle") == 1
    assert [look for look, *_ in bars(html, "Ada")] == ["full"]


def test_a_denial_is_hatched_for_the_time_denied_and_no_longer() -> None:
    """What somebody denies is never drawn as if they knew."""
    html = figure(about("2021-04", knowing("Ada", "2021-05-01/2021-09-07", "denies")))
    assert {look for look, *_ in bars(html, "Ada")} <= {"denied", "doubt"}
    assert "days later" not in html


def test_lags_are_not_told_where_the_order_is_open() -> None:
    """Two who knew sometime in May: nobody is said to have known later."""
    html = figure(about("2021-05", knowing("Ada", "2021-05"), knowing("Ben", "2021-05")))
    assert "k-point" not in html
    assert "after Ada knew" not in html
    assert html.count("at once, or up to 31 days after it happened") == 2


def test_several_statements_of_one_person_share_a_line() -> None:
    """Whoever denies and was told has one line, in which both are seen."""
    public = about(
        "2021-04", knowing("Ada", "2021-05"), knowing("Ben", "2021-04/2021-08", "denies"),
        knowing("Ben", "2021-09-08", "told"),
    )  # fmt: skip
    assert figure(public).count(">Ben</b>") == 1


def test_a_plan_may_be_known_before_it_happens() -> None:
    """Knowing of a plan beforehand is no error and no negative lag in the sentence."""
    html = figure(about("2021-08-01", knowing("Ada", "2021-05-03"), kind="planned"))
    assert "Ada" in html
    assert "-" not in re.findall(r"<span>([^<]*)</span>", html)[0]


def test_one_who_knew_is_no_figure() -> None:
    """Where there is nobody to compare with, the list says it and no figure stands above it."""
    assert figure(timeline(event("a", "2021-05", known_to=(knowing("Ada", "2021-06"),)))) == ""


def test_nothing_published_is_no_figure() -> None:
    """A timeline that publishes no knowledge has no empty figure."""
    assert figure(timeline(event("a", "2021-05"))) == ""
    assert figure(timeline()) == ""
    bare = replace(founding_case(), events=tuple(_bare(one) for one in founding_case().events))
    assert figure(bare) == ""


def test_an_unknown_date_does_not_break_the_figure() -> None:
    """Somebody knew, nobody says when: the words stand, and nothing is drawn for it."""
    html = figure(about("unknown", knowing("Ada", "2021-05"), knowing("Ben", "[..2021-09-08]")))
    assert "how long after it happened is not known" in html
    assert bars(html, "Ben")


def test_hostile_names_are_text() -> None:
    """A name or a way of knowing that looks like markup is read word for word."""
    evil = "<img src=x onerror=alert(1)>"
    html = figure(about("2021-04", knowing(evil, "2021-05", how=f"{evil}{{who}}")))
    assert "<img" not in html
    assert "{who}" in html


def _bare(one: PublicEvent) -> PublicEvent:
    return replace(one, known_to=())


def test_of_very_many_those_of_most_weight_are_told() -> None:
    """The figure stays one look; the rest is counted, and stands in the list."""
    several = (knowing("Ann", "2021-05-03"), knowing("Ben", "2021-06"))
    events = [
        event(f"leak-{number}", "2021-05", known_to=several, weight=3 if number % 10 == 0 else 1)
        for number in range(60)
    ]
    html = figure(timeline(*events))
    told = re.findall(r'<a href="#(leak-\d+)">', html)
    assert len(told) == MOST
    assert [one for one in told if one.endswith("0")] == [f"leak-{n}" for n in range(0, 60, 10)]
    assert "Of 52 more events it is known who knew" in html
    assert "more event" not in figure(founding_case())

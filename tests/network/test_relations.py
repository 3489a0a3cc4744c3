"""Each relation and each kind of date limits events exactly as the format says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_investigation
from tests.network.conftest import Solved, bounds, start
from timelines.investigation import load
from timelines.network import solve

DAY = 86_400_000_000


def test_after_means_by_a_microsecond(solved: Solved) -> None:
    """An event after another cannot share its instant, and may follow at once."""
    chronology = solved({"a": "date: 2021-05-07", "b": "date: unknown\norder: [{after: a}]"})
    assert start(chronology, "b") == ["2021-05-07T00:00:00.000001Z", None]


def test_before_means_by_a_microsecond(solved: Solved) -> None:
    """The last instant before a day's last is the last one for an event before it."""
    chronology = solved({"a": "date: 2021-05-07", "b": "date: unknown\norder: [{before: a}]"})
    assert start(chronology, "b") == [None, "2021-05-07T23:59:59.999999Z"]


def test_after_a_stretch_means_after_its_end(solved: Solved) -> None:
    """What came after a review came after it was over."""
    chronology = solved(
        {"review": "date: 2021-05/2021-09", "b": "date: 2021\norder: [{after: review}]"}
    )
    assert start(chronology, "b")[0] == "2021-09-01T00:00:00.000001Z"


def test_before_a_stretch_means_before_its_start(solved: Solved) -> None:
    """What came before a review came before it began."""
    chronology = solved(
        {"review": "date: 2021-05/2021-09", "b": "date: 2021\norder: [{before: review}]"}
    )
    assert start(chronology, "b") == ["2021-01-01T00:00:00Z", "2021-05-31T23:59:59.999999Z"]


def test_during_lies_between_start_and_end(solved: Solved) -> None:
    """What happened during a review happened from its first possible to its last instant."""
    chronology = solved(
        {"review": "date: 2021-05/2021-09", "b": "date: 2021\norder: [{during: review}]"}
    )
    assert start(chronology, "b") == ["2021-05-01T00:00:00Z", "2021-10-01T00:00:00Z"]


def test_during_tells_of_the_stretch_too(solved: Solved) -> None:
    """A review that had something on 7 July in it was not over before, nor begun after."""
    chronology = solved(
        {"review": "date: 2021/2022", "b": "date: 2021-07-07\norder: [{during: review}]"}
    )
    assert bounds(chronology, "review") == [
        "2021-01-01T00:00:00Z",
        "2021-07-08T00:00:00Z",
        "2022-01-01T00:00:00Z",
        "2023-01-01T00:00:00Z",
    ]


def test_a_stretch_that_lasted_within_another(solved: Solved) -> None:
    """Both ends of the inner stretch lie in the outer one."""
    chronology = solved(
        {
            "outer": "date: 2021-05-10/2021-05-20",
            "inner": "date: 2021-05/2021-05\norder: [{during: outer}]",
        }
    )
    assert bounds(chronology, "inner") == [
        "2021-05-10T00:00:00Z",
        "2021-05-21T00:00:00Z",
        "2021-05-10T00:00:00Z",
        "2021-05-21T00:00:00Z",
    ]


def test_a_distance_counts_from_end_to_start(solved: Solved) -> None:
    """Two hours after a meeting that lasted is two hours after its end."""
    chronology = solved(
        {
            "meeting": "date: 2021-05-07T10:00/2021-05-07T12:00",
            "b": "date: unknown\norder: [{after: meeting, by: PT2H}]",
        }
    )
    assert start(chronology, "b") == ["2021-05-07T14:00:00Z", "2021-05-07T14:01:00Z"]


def test_a_distance_before_counts_back(solved: Solved) -> None:
    """Two hours before a meeting is two hours before its start."""
    chronology = solved(
        {
            "meeting": "date: 2021-05-07T10:00/2021-05-07T12:00",
            "b": "date: unknown\norder: [{before: meeting, by: PT2H}]",
        }
    )
    assert start(chronology, "b") == ["2021-05-07T08:00:00Z", "2021-05-07T08:01:00Z"]


def test_a_spoken_distance_has_half_a_unit_of_room(solved: Solved) -> None:
    """“17 minutes” after a minute is 16½ to 17½ minutes after any instant of it."""
    chronology = solved(
        {"a": "date: 2021-05-07T10:00", "b": "date: unknown\norder: [{after: a, by: 17 minutes}]"}
    )
    assert start(chronology, "b") == ["2021-05-07T10:16:30Z", "2021-05-07T10:18:30Z"]


def test_months_are_counted_on_the_calendar(solved: Solved) -> None:
    """One month after a day in February is 28 days, after one in March 31."""
    chronology = solved(
        {
            "feb": "date: 2021-02-10",
            "mar": "date: 2021-03-10",
            "a": "date: unknown\norder: [{after: feb, by: P1M}]",
            "b": "date: unknown\norder: [{after: mar, by: P1M}]",
        }
    )
    assert start(chronology, "a") == ["2021-03-10T00:00:00Z", "2021-03-11T00:00:00Z"]
    assert start(chronology, "b") == ["2021-04-10T00:00:00Z", "2021-04-11T00:00:00Z"]


def test_months_before_a_known_day_count_back_on_the_calendar(solved: Solved) -> None:
    """An undated event one month before 10 March was on 10 February, not 31 days before."""
    chronology = solved(
        {"mar": "date: 2021-03-10", "a": "date: unknown\norder: [{before: mar, by: P1M}]"}
    )
    assert start(chronology, "a") == ["2021-02-10T00:00:00Z", "2021-02-11T00:00:00Z"]


def test_a_day_is_a_local_day(solved: Solved) -> None:
    """One day after 13 March in Chicago is 23 hours later: the clocks went forward."""
    chronology = solved(
        {
            "a": "date: 2021-03-13T12:00",
            "b": "date: unknown\norder: [{after: a, by: P1D}]",
        },
        zone="America/Chicago",
    )
    assert start(chronology, "b")[0] == "2021-03-14T17:00:00Z"


def test_after_by_less_than_is_after_all_the_same(solved: Solved) -> None:
    """“After, by less than a week” puts the two in an order."""
    chronology = solved(
        {"a": "date: 2021-05-07", "b": "date: 2021-05\norder: [{after: a, by: less than a week}]"}
    )
    assert chronology.order("a", "b").order == "before"
    assert start(chronology, "b") == ["2021-05-07T00:00:00.000001Z", "2021-05-14T23:59:59.999999Z"]


def test_the_same_day_is_the_other_events_local_day(solved: Solved) -> None:
    """On the day of an event in Tokyo means on that day in Tokyo."""
    chronology = solved(
        {
            "tokyo": "date: 2021-05-07T08:00\nzone: Asia/Tokyo",
            "b": "date: 2021-05\norder: [{same_day: tokyo}]",
        }
    )
    assert start(chronology, "b") == ["2021-05-06T15:00:00Z", "2021-05-07T15:00:00Z"]


def test_the_same_day_tells_of_both(solved: Solved) -> None:
    """A month is narrowed to the day that is known of the other event."""
    chronology = solved(
        {"may": "date: 2021-05", "day": "date: 2021-05-07\norder: [{same_day: may}]"},
        zone="America/Chicago",
    )
    assert start(chronology, "may") == ["2021-05-07T05:00:00Z", "2021-05-08T05:00:00Z"]


@pytest.mark.parametrize(
    ("day", "latest"),
    [("2021-11-07", "2021-11-08T06:00:00Z"), ("2021-03-14", "2021-03-15T05:00:00Z")],
)
def test_the_same_day_may_have_23_or_25_hours(solved: Solved, day: str, latest: str) -> None:
    """On the days the clocks are set, the same day is the whole of that day and no more."""
    chronology = solved(
        {"a": f"date: {day}T12:00", "b": "date: 2021\norder: [{same_day: a}]"},
        zone="America/Chicago",
    )
    assert start(chronology, "b")[1] == latest


def test_two_months_on_the_same_day_are_less_than_a_day_apart(solved: Solved) -> None:
    """Of two coarse dates on one day, the one pulls the other along."""
    chronology = solved(
        {
            "a": "date: 2021-05",
            "b": "date: 2021-06\norder: [{same_day: c}]",
            "c": "date: 2021-06-03/2021-07\norder: [{after: a}]",
        }
    )
    assert start(chronology, "b") == ["2021-06-03T00:00:00Z", "2021-06-04T00:00:00Z"]
    distance = solved(
        {"a": "date: 2021-05", "b": "date: 2021-05\norder: [{same_day: a}]"}
    ).distance("a", "b")
    assert (distance.least, distance.most) == (1 - DAY, DAY - 1)


def test_the_same_day_of_a_stretch_is_the_day_it_starts(solved: Solved) -> None:
    """A review that began on the day of the complaint may end any time."""
    chronology = solved(
        {
            "complaint": "date: 2021-05-07",
            "review": "date: 2021/..\norder: [{same_day: complaint}]",
        }
    )
    assert bounds(chronology, "review") == [
        "2021-05-07T00:00:00Z",
        "2021-05-08T00:00:00Z",
        "2021-05-07T00:00:00Z",
        None,
    ]


def test_an_open_end_and_an_unknown_one_end_after_the_start(solved: Solved) -> None:
    """Whatever began in May did not end before May."""
    chronology = solved({"open": "date: 2021-05/..", "unknown": 'date: "2021-05/"'})
    for event in ("open", "unknown"):
        assert bounds(chronology, event)[2:] == ["2021-05-01T00:00:00Z", None]


def test_an_open_and_an_unknown_start_begin_before_the_end(solved: Solved) -> None:
    """Whatever ended in May began not later."""
    chronology = solved({"open": "date: ../2021-05", "unknown": "date: /2021-05"})
    for event in ("open", "unknown"):
        assert bounds(chronology, event)[:2] == [None, "2021-06-01T00:00:00Z"]


def test_overlapping_ends_are_trimmed(solved: Solved) -> None:
    """“May to 10 May” began by 10 May."""
    chronology = solved({"a": "date: 2021-05/2021-05-10"})
    assert bounds(chronology, "a")[:2] == ["2021-05-01T00:00:00Z", "2021-05-11T00:00:00Z"]


def test_a_moment_is_one_instant(solved: Solved) -> None:
    """What is between two things that happened during one moment has no room."""
    chronology = solved(
        {
            "moment": "date: 2021-05",
            "a": "date: unknown\norder: [{during: moment}]",
            "b": "date: unknown\norder: [{during: moment}, {after: a}]",
        }
    )
    (found,) = chronology.contradictions
    assert {one.event for one in found.statements} == {"a", "b"}
    assert "one moment" in found.sentence


def test_a_source_cannot_report_what_has_not_begun(solved: Solved) -> None:
    """An undated event happened not later than the story that reports it."""
    chronology = solved({"a": "date: unknown\nsources: [star]"})
    assert start(chronology, "a") == [None, "2021-10-09T00:00:00Z"]
    (proof,) = chronology.proof("a", "start_latest")
    assert proof.kind == "published"
    assert "reporting “Event a” as past" in proof.sentence


@pytest.mark.parametrize(
    "lines",
    [
        "kind: planned\nsources: [star]",
        "sources: [{source: star, stance: disputes}]",
        "sources: [{source: star, stance: mentions}]",
        "known_to: [{who: chief, date: unknown, sources: [star]}]",
    ],
)
def test_not_every_citation_reports_something_past(solved: Solved, lines: str) -> None:
    """A plan, a denial, a mention or an account of who knew does not date the event."""
    chronology = solved({"a": f"date: unknown\n{lines}"})
    assert start(chronology, "a") == [None, None]


def test_nobody_knows_of_what_has_not_begun(solved: Solved) -> None:
    """An event began not later than somebody surely knew of it."""
    chronology = solved({"a": "date: 2021/..\nknown_to: [{who: chief, date: 2021-05}]"})
    assert start(chronology, "a") == ["2021-01-01T00:00:00Z", "2021-06-01T00:00:00Z"]


@pytest.mark.parametrize("stance", ["stance: denies", "stance: knew"])
def test_a_denial_and_a_plan_limit_nothing(solved: Solved, stance: str) -> None:
    """When somebody denies knowing tells nothing of the event; a plan may be known early."""
    kind = "kind: planned\n" if "knew" in stance else ""
    chronology = solved(
        {"a": f"date: 2021\n{kind}known_to: [{{who: chief, date: 2021-05, {stance}}}]"}
    )
    assert start(chronology, "a")[1] == "2022-01-01T00:00:00Z"


def test_a_date_that_cannot_be_read_leaves_the_event_free(solved: Solved) -> None:
    """What no date says is open, and order facts place it all the same."""
    chronology = solved(
        {"a": "date: unknown", "b": "date: 2021-05-07\norder: [{after: a}]", "c": "date: unknown"}
    )
    assert bounds(chronology, "c") == [None, None, None, None]
    assert start(chronology, "a") == [None, "2021-05-07T23:59:59.999999Z"]


def test_an_unreadable_date_is_placed_by_order_facts(tmp_path: Path) -> None:
    """A typing error in a date does not take the event out of the chronology."""
    texts = {
        "events/a.yaml": "headline: A\ndate: 2021-13\norder: [{after: b}]\n",
        "events/b.yaml": "headline: B\ndate: 2021-05-07\n",
    }
    chronology = solve(load(write_investigation(tmp_path, texts)))
    assert bounds(chronology, "a")[0] == "2021-05-07T05:00:00.000001Z"
    assert chronology.contradictions == ()

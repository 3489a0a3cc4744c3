"""What citations say of the date is held against the event, and against each other."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

CASE = """
--- sources.yaml
- id: one
  kind: publication
  title: The first story
  publisher: The Star
  {dated}
- id: two
  kind: document
  title: The form
  published: 2021-10-16
--- people.yaml
id: mayor
name: The mayor
--- events/filed.yaml
headline: The mayor files a complaint.
date: {date}
{more}
sources:
  - source: one
    stance: {stance}
    says: {{date: "{says}"}}
{second}
"""


def case(**words: str) -> str:
    """The complaint of Friday, Oct. 15, with other words in some places."""
    plain = {
        "dated": "published: 2021-10-16",
        "date": "2021-10-15",
        "says": "on Friday",
        "stance": "supports",
        "more": "",
        "second": "",
    }
    return CASE.format(**plain | words)


def also(says: str, stance: str = "supports") -> str:
    """A second citation."""
    return f"  - source: two\n    stance: {stance}\n    says: {{date: '{says}'}}\n"


def names(text: str) -> list[str]:
    """The checks of this file that say something of it."""
    wanted = {
        "phrase-disagrees", "phrase-unanchored", "phrase-unresolved", "dates-disagree",
        "zones-disagree", "numeric-date",
    }  # fmt: skip
    return [finding.check for finding in findings(text) if finding.check in wanted]


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2021-10-14", "on Friday"),
        ("2021-10-14", "2021-10-15"),
        ("2021-10-14", "yesterday"),
        ("2021-09", "this month"),
        ("2021-10-15", "in September"),
        ("2021-05", "early June"),
        ("[2021-10-13, 2021-10-14]", "on Friday"),
        ("2021-XX-09", "on Friday"),
        ("2021-05/2021-06", "2021-07"),
        ("2021-05/", "2021-04"),
        ("2021-10-14T17:44", "2021-10-14T17:50"),
    ],
)
def test_apart(date: str, says: str) -> None:
    """A date that lies wholly outside what the source says is an error at the citation."""
    text = case(date=date, says=says)
    lines = text.split("--- events/filed.yaml\n")[1].splitlines()
    found = findings(text, only="phrase-disagrees")
    assert [(finding.level, finding.event) for finding in found] == [("error", "filed")]
    assert says in found[0].message
    assert found[0].file == "events/filed.yaml"
    assert "says:" in lines[(found[0].line or 0) - 1]


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2021-10-15", "on Friday"),
        ("2021-10", "on Friday"),
        ("2021-10-15", "this week"),
        ("2021-10-15~", "2021-10-14"),
        ("[2021-10-14, 2021-10-15]", "on Friday"),
        ("2021-XX-15", "on Friday"),
        ("unknown", "on Friday"),
        ("2021-05/..", "2021-07"),
        ("2021-05/", "2021-07"),
        ("../2021-05", "2021-04"),
        ("2021-05/2021-07", "2021-06"),
        ("2021-10-15T17:44", "on Friday"),
        ("2021-10-15T17:44", "2021-10-15T17"),
        ("2021-10-15", "unknown"),
    ],
)
def test_overlapping(date: str, says: str) -> None:
    """Spans that overlap agree, and so does any one member of a set."""
    assert names(case(date=date, says=says)) == []


@pytest.mark.parametrize("stance", ["disputes", "mentions"])
def test_not_in_support(stance: str) -> None:
    """Who disputes or only mentions the event is not held to its date."""
    assert names(case(date="2021-10-14", stance=stance)) == []


def test_internal_and_planned_events_too() -> None:
    """An internal event is checked like a public one; a planned one may lie ahead of its source."""
    planned = {"more": "kind: planned", "says": "on Friday", "dated": "published: 2021-10-11"}
    assert names(case(**planned)) == []
    assert names(case(**planned | {"date": "2021-10-14"})) == ["phrase-disagrees"]
    assert names(case(**planned | {"more": "kind: filing", "date": "2021-10-14"})) == [
        "phrase-disagrees"
    ]


def test_knowledge_has_a_date_of_its_own() -> None:
    """A citation of who knew speaks of when they knew, not of when it happened."""
    known = """known_to:
  - who: mayor
    date: 2021-10-{day}
    sources:
      - source: two
        says: {{date: on Saturday}}"""
    assert names(case(more=known.format(day="16"))) == []
    assert names(case(more=known.format(day="18"))) == ["phrase-disagrees"]


def test_denials_say_when_they_deny_for() -> None:
    """The citation of a denial may be of any day: its date is not the time denied for."""
    known = """known_to:
  - who: mayor
    date: 2021-09
    stance: denies
    sources:
      - source: two
        says: {date: on Saturday}"""
    assert names(case(more=known)) == []


def test_undated_source() -> None:
    """Words that count from a day need the day; a date in full needs none."""
    assert names(case(dated="author: X")) == ["phrase-unanchored"]
    assert names(case(dated="author: X", says="Oct. 15, 2021")) == []
    assert names(case(dated="created: 2021-10-16")) == []
    assert names(case(dated="published: unknown", says="yesterday")) == ["phrase-unanchored"]


@pytest.mark.parametrize("dated", ["published: 2021-10-16", "author: X"])
@pytest.mark.parametrize(
    "says", ["gobbledygook", "several months ago", "four months later", "shortly before the fire"]
)
def test_unreadable_words(dated: str, says: str) -> None:
    """Words no rule reads are a question, whether or not their source has a date."""
    found = findings(case(dated=dated, says=says), only="phrase-unresolved")
    assert [finding.level for finding in found] == ["question"]
    assert names(case(dated=dated, says=says)) == ["phrase-unresolved"]


def test_hints_at_an_order_fact() -> None:
    """“Four months later” is no date: the reporter learns that it is an order fact."""
    (found,) = findings(case(says="four months later"), only="phrase-unresolved")
    assert "counts from another event" in found.message
    assert "order fact" in (found.settles or "")


def test_published_before_created() -> None:
    """Words are read against the publication; the making counts only where there is none."""
    both = "published: 2021-10-16\n  created: 2021-10-01"
    assert names(case(dated=both)) == []
    assert names(case(dated=both, date="2021-10-01")) == ["phrase-disagrees"]


def test_coarse_source() -> None:
    """From a source of which only the month is known, “on Friday” may be any of its Fridays."""
    assert names(case(dated="published: 2021-10", date="2021-10-08")) == []
    assert names(case(dated="published: 2021-10", date="2021-09-01")) == ["phrase-disagrees"]


def test_day_of_the_source_in_its_own_zone() -> None:
    """“Today” is the day of the place that the source's date names."""
    early = "published: 2021-10-16T05:00[Asia/Tokyo]"
    assert names(case(dated=early, says="today", date="2021-10-16[Asia/Tokyo]")) == []
    assert names(case(dated=early, says="today", date="2021-10-17")) == ["phrase-disagrees"]
    offset = "published: 2021-10-16T00:30+09:00"
    assert names(case(dated=offset, says="today", date="2021-10-16")) == []


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("2021-10-14", "2021-10-15", "error"),
        ("2021-09", "2021-10-15", "error"),
        ("yesterday", "2021-10-14", "error"),
        ("[2021-10-12, 2021-10-15]", "2021-10-14", "error"),
        ("2021-10-15", "2021-10", None),
        ("in October", "2021-10-15", None),
        ("2021-10-15", "2021-10-15T17:44", None),
        ("several days ago", "2021-10-01", None),
        ("2021-05/2021-10", "2021-09", None),
    ],
)
def test_two_citations(one: str, two: str, level: str | None) -> None:
    """Two citations disagree only where their dates cannot both be true."""
    text = case(date="unknown", says=one, second=also(two))
    found = findings(text, only="dates-disagree")
    assert [finding.level for finding in found] == ([] if level is None else [level])


@pytest.mark.parametrize("stance", ["supports", "disputes", "mentions"])
def test_disputing_is_disagreeing(stance: str) -> None:
    """One who disputes the date disagrees; one who only mentions the event does not."""
    text = case(second=also("2021-10-14", stance))
    found = findings(text, only="dates-disagree")
    assert len(found) == (0 if stance == "mentions" else 1)


@pytest.mark.parametrize(
    ("date", "level"),
    [
        ("[2021-10-14, 2021-10-15]", "question"),
        ("[2021-10-14..2021-10-15]", "question"),
        ("2021-10", "question"),
        ("2021-10-15", "error"),
        ("[2021-10-13, 2021-10-15]", "error"),
        ("unknown", "error"),
    ],
)
def test_known_disagreement(date: str, level: str) -> None:
    """Where the event already holds all the versions, the disagreement is only asked about."""
    text = case(date=date, second=also("2021-10-14"))
    assert [f.level for f in findings(text, only="dates-disagree")] == [level]


def test_one_finding_for_many_versions() -> None:
    """Three dates of one event are one disagreement, with every clashing version beside it."""
    text = case(second=also("2021-10-14") + also("2021-10-13") + also("2021-10"))
    (found,) = findings(text, only="dates-disagree")
    assert len(found.related) == 3
    assert "clash" in found.message


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2021-10-15T17:44", "2021-10-15T17:44Z"),
        ("2021-10-15T17:44", "2021-10-15T18:44-05:00"),
        ("2021-10-15T17:44-05:00", "2021-10-15T17:44Z"),
        ("2021-10-15T17:44[America/Chicago]", "2021-10-15T17:44[America/New_York]"),
        ("2021-10-15T17:44", "2021-10-15T17:44+05:45"),
        ("2021-10-15T17:44", "2021-10-15T17:44:25Z"),
        ("2021-10-15T17:44", "2021-10-16T07:44[America/Chicago]"),
    ],
)
def test_slipped_zones(date: str, says: str) -> None:
    """Times that would be one in another zone are a slip of the zone and nothing else."""
    assert names(case(date=date, says=says)) == ["zones-disagree"]


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2021-10-15T17:44", "2021-10-15T22:44Z"),
        ("2021-10-15T17:44", "2021-10-15T18:44[America/New_York]"),
        ("2021-10-15T17:44:25", "2021-10-15T22:44Z"),
    ],
)
def test_one_moment_in_two_zones(date: str, says: str) -> None:
    """Equal instants in different zones agree."""
    assert names(case(date=date, says=says)) == []


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2021-10-15T17:44", "2021-10-15T16:44"),
        ("2021-10-15T17:44", "2021-10-15T17:51-05:00"),
        ("2021-10-15T17:44", "2021-10-16T13:44Z"),
        ("2021-10-15T17:44-05:00", "2021-10-15T16:44-05:00"),
    ],
)
def test_clash_that_no_zone_explains(date: str, says: str) -> None:
    """The same zone, an odd difference or more than fourteen hours: the dates disagree."""
    assert names(case(date=date, says=says)) == ["phrase-disagrees"]


def test_zones_between_citations() -> None:
    """Two citations may slip by a zone too; then they do not disagree on the date as well."""
    text = case(date="2021-10-15", says="2021-10-15T17:44", second=also("2021-10-15T17:44Z"))
    assert names(text) == ["zones-disagree"]


@pytest.mark.parametrize("says", ["9/8/2021", "on 9/8/21", "3-4-2021", "9/8"])
def test_figures(says: str) -> None:
    """A date in figures with two readings is asked about once, by the check that knows them."""
    assert names(case(date="2021", says=says)) == ["numeric-date"]


@pytest.mark.parametrize("says", ["13/8/2021", "8/8/2021", "8/13/2021", "2021-09-08"])
def test_figures_with_one_reading(says: str) -> None:
    """Where only one reading is a day there is nothing to ask."""
    assert names(case(date="2021", says=says)) == []


def test_figures_in_a_quote() -> None:
    """A quote with such a date is told apart from one that the citation itself settles."""
    quoted = case(date="2021-09-08", says="2021-09-08").replace("says: {date", "says: {who")
    quoted = quoted.replace('"2021-09-08"', "x").replace(
        "stance:", "quote: on 9/8/2021\n    stance:"
    )
    assert names(quoted) == ["numeric-date"]
    assert names(quoted.replace("who: x", "date: 2021-09-08")) == []

"""A date is as exact as a source says it: not finer, not coarser, and no filled-in first day."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

CASE = """
--- sources.yaml
- id: one
  kind: publication
  title: The first story
  publisher: The Star
  published: 2021-10-16
- id: two
  kind: document
  title: The form
--- events/other.yaml
headline: Something else happens.
date: 2021-04
--- events/filed.yaml
headline: The permit is filed.
date: {date}
basis: {basis}
{more}
sources: {sources}
"""


def case(date: str, *sources: str, basis: str = "stated", more: str = "") -> str:
    """An event with a date and citations."""
    cited = "[]" if not sources else "".join(f"\n  - {source}" for source in sources)
    return CASE.format(date=date, basis=basis, more=more, sources=cited)


def says(words: str, stance: str = "supports", source: str = "one") -> str:
    """A citation that says this of the date."""
    return f'{{source: {source}, stance: {stance}, says: {{date: "{words}"}}}}'


def quotes(words: str, source: str = "one") -> str:
    """A citation with these quoted words."""
    return f'{{source: {source}, quote: "{words}"}}'


def levels(name: str, text: str) -> list[str]:
    """The levels at which the check speaks."""
    return [finding.level for finding in findings(text, only=name)]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2021-05-07", "in May"),
        ("2021-05-07", "2021-05"),
        ("2021-05-07", "early May"),
        ("2021-05-07", "2021"),
        ("2021-05", "2021"),
        ("2021-05", "spring 2021"),
        ("2021-10-15T17:44", "on Friday"),
        ("2021-10-15T17:44:25", "2021-10-15T17:44"),
        ("2021-05-07~", "2021-05"),
        ("2021-05-07/2021-09-09", "2021-05/2021-09"),
        ("[2021-05-07, 2021-05-08]", "2021-05"),
        ("2021", "the early 2020s"),
    ],
)
def test_finer_than_any_source(date: str, words: str) -> None:
    """A day from a month, an hour from a day: the event knows more than anybody said."""
    assert levels("false-precision", case(date, says(words))) == ["error"]


@pytest.mark.parametrize(
    ("date", "sources"),
    [
        ("2021-05-07", ["one"]),
        ("2021-05-07", []),
        ("2021-05-07", [says("May 7")]),
        ("2021-05-07", [says("in May"), says("2021-05-07", source="two")]),
        ("2021-05-07", [says("in May"), says("2021-05-07", "disputes", "two")]),
        ("2021-05-07", [says("in May"), quotes("I was told on May 7.", "two")]),
        ("2021-05-07", [says("in May"), quotes("Friday, 7 May 2021", "two")]),
        ("2021-05-07", [says("in May"), says("several months ago", source="two")]),
        ("2021-05", [says("2021"), quotes("It was May, he said.", "two")]),
        ("2021-05", [says("2021-05")]),
        ("2021-02", [says("2021-03")]),
        ("2021", [says("2021-05")]),
        ("unknown", [says("2021")]),
        ("2021-10-15T17:44", [says("on Friday"), quotes("at 5:44 p.m.", "two")]),
        ("2021-10-15T17:44", [says("on Friday"), quotes("about 5 p.m.", "two")]),
        ("2021-05/2021-10-08", [says("2021-10-08")]),
        ("2021-09/2021-05", [says("2021")]),
    ],
)
def test_as_exact_as_somebody(date: str, sources: list[str]) -> None:
    """Where one citation says or quotes as much, or nobody can tell, nothing is said."""
    assert levels("false-precision", case(date, *sources)) == []


@pytest.mark.parametrize(
    ("basis", "more", "expected"),
    [
        ("computed", "order: [{after: other}]", []),
        ("computed", "order: [{after: other, by: 2 weeks}]", []),
        ("inferred", "order: [{after: other}]", []),
        ("stated", "order: [{after: other}]", ["error"]),
        ("computed", "", ["error"]),
        ("inferred", "", ["error"]),
    ],
)
def test_worked_out(basis: str, more: str, expected: list[str]) -> None:
    """A computed date may be finer where an order fact is there to compute it from."""
    text = case("2021-05-07", says("2021-05"), basis=basis, more=more)
    assert levels("false-precision", text) == expected


def test_worked_out_from_words() -> None:
    """Words that were resolved against their source are a fact to compute from."""
    assert levels("false-precision", case("2021-10-15", says("this week"), basis="computed")) == []
    assert levels("false-precision", case("2021-10-15", says("this week"))) == ["error"]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2021-09", "2021-09-08"),
        ("2021-09", "Sept. 8"),
        ("2021", "2021-09"),
        ("unknown", "2021-09"),
        ("2021-10-15", "2021-10-15T17:44"),
        ("2021-09~", "2021-09-08"),
        ("2021/2022", "2021-05/2022-03"),
        ("201X", "2015"),
    ],
)
def test_coarser_than_a_source(date: str, words: str) -> None:
    """What a source knows more exactly is lost in the event, and a warning."""
    assert levels("precision-lost", case(date, says(words))) == ["warning"]


@pytest.mark.parametrize(
    ("date", "sources"),
    [
        ("2021-09-08", [says("2021-09-08")]),
        ("2021-09-08", [says("2021-09")]),
        ("2021-09", [says("2021-09-08", "disputes")]),
        ("2021-09", [says("2021-09-08", "mentions")]),
        ("2021-09", [says("2021-10-08")]),
        ("2021-09", [says("2021-09-08~")]),
        ("2021-09", [says("2021-09-08?")]),
        ("2021-09", [says("2021-09-08"), says("2021-09-10", source="two")]),
        ("[2021-09-08, 2021-09-10]", [says("2021-09-08"), says("2021-09-10", source="two")]),
        ("2021-05/2021-09", [says("2021-06-03")]),
        ("2021-09", ["one"]),
        ("2021-09", [quotes("on Sept. 8")]),
    ],
)
def test_nothing_lost(date: str, sources: list[str]) -> None:
    """Doubt, dispute and disagreement are reasons to leave a date wide."""
    assert levels("precision-lost", case(date, *sources)) == []


@pytest.mark.parametrize(
    "date",
    [
        "2021-01-01",
        "2021-05-01",
        "2021-05-01?",
        "2021-01-01~",
        "2021-10-15T00:00",
        "2021-10-15T00:00:00",
        "2021-10-15T00:00[America/New_York]",
    ],
)
@pytest.mark.parametrize("sources", [[], ["one"], [says("2021")], [quotes("It was filed.")]])
def test_first_that_nobody_states(date: str, sources: list[str]) -> None:
    """A first day or a midnight that no source states is asked about."""
    assert levels("suspicious-first", case(date, *sources)) == ["question"]


@pytest.mark.parametrize(
    ("date", "sources"),
    [
        ("2021-01-01", [says("2021-01-01")]),
        ("2021-01-01", [says("Jan. 1")]),
        ("2021-01-01", [quotes("It was filed on January 1, 2021.")]),
        ("2021-01-01", [quotes("Jan. 1")]),
        ("2021-05-01", [quotes("on the 1st of May")]),
        ("2021-05-01", [quotes("on 2021-05-01 at noon")]),
        ("2021-10-15T00:00", [quotes("at midnight")]),
        ("2021-10-15T00:00", [quotes("at 12 a.m. Friday")]),
        ("2021-10-15T00:00", [quotes("logged 00:00")]),
        ("2021-10-15T00:00", [says("2021-10-15T00:00")]),
        ("2021-05-02", []),
        ("2021-05", []),
        ("2021", []),
        ("2021-01-01/2021-03-31", []),
        ("2021-01-01/..", []),
        ("[2021-01-01, 2021-01-02]", []),
        ("2021-10-15T00:01", []),
        ("2021-10-15T01:00", []),
        ("unknown", []),
    ],
)
def test_first_that_somebody_states(date: str, sources: list[str]) -> None:
    """A source that states or quotes the day makes it good; a stretch may start on a first."""
    assert levels("suspicious-first", case(date, *sources)) == []


def test_wrong_year_states_nothing() -> None:
    """“Jan. 1, 2020” does not state January 1, 2021."""
    text = case("2021-01-01", quotes("It was filed on Jan. 1, 2020."))
    assert levels("suspicious-first", text) == ["question"]


def test_computed_first() -> None:
    """A first that was computed from an order fact was not filled in."""
    more = "order: [{after: other, by: P1D}]"
    text = case("2021-05-01", basis="computed", more=more)
    assert levels("suspicious-first", text) == []


def test_reads_like_a_note() -> None:
    """The editor reads the date, the most exact words and who said them."""
    (found,) = findings(case("2021-05-07", says("in May")), only="false-precision")
    assert found.message == (
        "“The permit is filed” is dated May 7, 2021, but the most exact that its sources say is "
        "“in May” (The Star)."
    )
    assert [fact.file for fact in found.related] == ["events/filed.yaml"] * 2

"""People act within their lives and are named in offices that they held."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

LIFE = """
--- people.yaml
id: doe
name: Jane Doe
kind: {kind}
born: {born}
died: {died}
--- events/letter.yaml
headline: A letter is sent.
date: {date}
kind: {what}
people:
  - who: doe
    part: {part}
known_to:
  - who: doe
    date: {known}
    stance: {stance}
"""


def life(**words: str) -> str:
    """A letter of 1990 by somebody who lived from 1950 to 2000."""
    plain = {
        "kind": "person",
        "born": "1950",
        "died": "2000-03",
        "date": "1990",
        "what": "notice",
        "part": "sender",
        "known": "1991",
        "stance": "knew",
    }
    return LIFE.format(**plain | words)


def count(**words: str) -> int:
    """How often somebody acts outside their life."""
    return len(findings(life(**words), only="age-impossible"))


@pytest.mark.parametrize(
    "words",
    [
        {"date": "1949"},
        {"date": "1949-12-31"},
        {"date": "2000-04-01"},
        {"date": "2021"},
        {"known": "2001"},
        {"date": "1940/1945"},
        {"date": "2021", "part": "author"},
        {"kind": "organisation", "date": "1949"},
        {"date": "1949", "what": "publication"},
    ],
)
def test_outside_a_life(words: dict[str, str]) -> None:
    """Surely before birth or after death nobody acts or learns anything."""
    assert count(**words) == 1


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"date": "1950"},
        {"date": "2000-03-20"},
        {"date": "2000"},
        {"date": "1940/1960"},
        {"date": "1990/.."},
        {"date": "unknown"},
        {"date": "2021", "part": "victim"},
        {"date": "2021", "part": "Subject"},
        {"date": "2021", "what": "planned", "known": "1999"},
        {"known": "2001", "stance": "denies"},
        {"born": "unknown", "died": "unknown", "date": "1200"},
        {"died": "2000~", "date": "2000-12"},
        {"date": "2021", "part": "author", "what": "publication"},
    ],
)
def test_possible(words: dict[str, str]) -> None:
    """Overlapping spans, parts in which nobody acts, and plans are left in peace."""
    assert count(**words) == 0


def test_the_note_names_both_facts() -> None:
    """The editor reads the date, the name and the death, with both lines."""
    (found,) = findings(life(date="2021"), only="age-impossible")
    assert found.message == (
        "“A letter is sent” is dated sometime in 2021, but Jane Doe, who has a part in it, died "
        "“2000-03”."
    )
    assert [fact.file for fact in found.related] == ["events/letter.yaml", "people.yaml"]


ROLE = """
--- people.yaml
- id: lucas
  name: Quinton Lucas
  variants: [Q. Lucas]
  roles:
    - title: mayor
      from: {taken}
      to: {left}
    - title: council member
      from: 2015
      to: 2019-07-31
- id: city
  name: The city
  kind: organisation
--- events/vote.yaml
headline: {headline}
date: {date}
summary: {summary}
people:
  - who: lucas
    part: {part}
"""


def role(**words: str) -> int:
    """How often Lucas is named in an office that he did not hold."""
    plain = {
        "taken": "2019-08-01",
        "left": "2023-08-01",
        "headline": "Mayor Quinton Lucas votes",
        "date": "2018-03",
        "summary": "A vote.",
        "part": "voter",
    }
    return len(findings(ROLE.format(**plain | words), only="role-not-held"))


@pytest.mark.parametrize(
    "headline",
    [
        "Mayor Quinton Lucas votes",
        "Mayor Lucas votes",
        "Kansas City Mayor Quinton Lucas votes",
        "MAYOR LUCAS VOTES",
        "Quinton Lucas, the mayor, votes",
        "Lucas, mayor of the city, votes",
        "Mayor Q. Lucas votes",
    ],
)
def test_named_in_the_office(headline: str) -> None:
    """However the title stands by the name, it is seen."""
    assert role(headline=headline) == 1
    assert role(headline=headline, date="2024") == 1
    assert role(headline=headline, date="2020") == 0


@pytest.mark.parametrize(
    "headline",
    [
        "Former mayor Quinton Lucas votes",
        "Future Mayor Lucas votes",
        "Then-council member Lucas votes",
        "Mayor-elect Quinton Lucas votes",
        "Lucas, who later became mayor, votes",
        "Deputy Mayor Quinton Lucas votes",
        "Mayor James and Quinton Lucas vote",
        "Council member Quinton Lucas votes",
        "“Mayor Lucas” votes, it says",
        "Lucas, mayor from 2019 to 2023, votes",
        "Quinton Lucas votes on the mayor’s plan",
        "Candidate for mayor Quinton Lucas votes",
        "The late mayor Quinton Lucas is honored",
    ],
)
def test_not_named_in_the_office(headline: str) -> None:
    """Former, future and other people’s offices, and quotes, are no claim that he held it."""
    assert role(headline=headline) == 0


@pytest.mark.parametrize("date", ["2019", "2019-08", "unknown", "2018/2020", "[2018, 2020]"])
def test_may_have_held_it(date: str) -> None:
    """Where the spans leave it open, nothing is said."""
    assert role(date=date) == 0


def test_part_and_summary() -> None:
    """The part somebody has, and the summary, are read like the headline."""
    assert role(headline="A vote", part="mayor") == 1
    assert role(headline="A vote", part="Council Member") == 0
    assert role(headline="A vote", summary="Mayor Lucas votes for it.") == 1
    assert role(headline="Mayor Lucas votes", part="mayor") == 1


def test_open_office() -> None:
    """An office without an end is still held, and one without a beginning always was."""
    assert role(left="", date="2030") == 0
    assert role(taken="", date="1990") == 0

"""“After” and “before” in the words need something that establishes the order."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

CASE = """
--- people.yaml
- id: lucas
  name: Quinton Lucas
  roles: [{{title: mayor}}]
--- sources.yaml
id: audit
kind: document
title: Audit of the records system
published: {published}
--- events/search.yaml
headline: An officer searches the mayor’s records.
date: {search}
--- events/report.yaml
headline: {headline}
summary: {summary}
date: {date}
{more}
"""


def told(**words: str) -> list[str]:
    """The notes on order in words, with a search in May and a report in May."""
    plain = {
        "search": "2021-05",
        "date": "2021-05",
        "headline": "A colleague reports it",
        "summary": "It was reported.",
        "published": "2021-05",
        "more": "",
    }
    found = findings(CASE.format(**plain | words), only="order-in-words")
    assert {finding.level for finding in found} <= {"warning"}
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    "headline",
    [
        "A colleague reports it after the officer searched the records",
        "A colleague reports it before an officer searches the mayor’s records",
        "A colleague reports it following the officer’s search of records",
        "A colleague reports it, then an officer searches the records",
        "A colleague reports it prior to the officer’s records search",
        "A colleague reports it in the wake of the search of records by an officer",
        "After officer searched records, a colleague reports it",
        "A colleague reports it after the audit of the records system",
        "A colleague reports it after the audit",
    ],
)
def test_not_established(headline: str) -> None:
    """Both in May: nothing says which came first, whatever the headline does."""
    assert len(told(headline=headline)) == 1


@pytest.mark.parametrize(
    "headline",
    [
        "A colleague reports it after all",
        "A colleague reports it after the mayor asked",
        "A colleague reports it before the board",
        "A colleague reports it before an audit",
        "A colleague reports it after the records",
        "A colleague reports it to the mayor before noon",
        "A colleague says “after the officer searched the records”",
        "A colleague reports the records search",
        "A colleague reports it after Quinton Lucas and the mayor spoke",
        "A colleague reports it thereafter",
        "The aftermath of the officer’s search of records",
    ],
)
def test_nothing_recognised(headline: str) -> None:
    """Where no event or dated thing can be recognised behind the word, nothing is said."""
    assert told(headline=headline) == []


@pytest.mark.parametrize(
    "words",
    [
        {"search": "2021-04"},
        {"date": "2021-06"},
        {"more": "order: [{after: search}]"},
        {"more": "order: [{after: search, by: 2 days}]"},
    ],
)
def test_established(words: dict[str, str]) -> None:
    """Dates that stand apart, or an order fact, establish it."""
    headline = "A colleague reports it after the officer searched the records"
    assert told(headline=headline, **words) == []


def test_summary_must_speak_of_the_event() -> None:
    """In a summary, the words before “after” must be about this event."""
    own = "The colleague reported it after the officer searched the records."
    other = "The mayor says: the chief resigned after the officer searched the records."
    assert len(told(summary=own)) == 1
    assert len(told(summary="It came after the officer searched the records.")) == 1
    assert told(summary=other) == []


def test_dated_source() -> None:
    """A document with a date counts like an event."""
    headline = "A colleague reports it after the audit of the records system"
    assert told(headline=headline, published="2021-04") == []


def test_note() -> None:
    """The editor reads the words and what they are about."""
    (message,) = told(headline="A colleague reports it after the officer searched the records")
    assert message == (
        "The headline of “A colleague reports it after the officer searched the records” says "
        "“after the officer searched the records”, but nothing establishes which came first, it "
        "or “An officer searches the mayor’s records”."
    )

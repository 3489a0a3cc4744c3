"""What citations call the thing, and what else they say of it, differs only where it must."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings

CASE = """
--- investigation.yaml
title: The complaint
zone: America/Chicago
synonyms:
  - [suit, lawsuit, court action]
  - [e-mail, electronic message]
--- people.yaml
- id: sankar
  name: Dion Sankar
  variants: [the deputy]
- id: kcpd
  name: Kansas City Police Department
  kind: organisation
--- sources.yaml
- {{id: one, kind: publication, title: One, publisher: The Star}}
- {{id: two, kind: publication, title: Two, publisher: The Ledger}}
--- events/told.yaml
headline: The mayor is told.
date: 2021-09-08
sources:
  - source: one
    says: {{{field}: "{one}"}}
  - source: two
    stance: {stance}
    says: {{{other}: "{two}"}}
"""


def differ(field: str, one: str, two: str, *, other: str = "", stance: str = "supports") -> bool:
    """Whether the two citations are said to differ on the field."""
    text = CASE.format(field=field, other=other or field, one=one, two=two, stance=stance)
    name = "natures-disagree" if field == "instrument" else "claims-disagree"
    found = findings(text, only=name)
    level = "error" if field == "instrument" else "warning"
    assert [finding.level for finding in found] in ([], [level])
    return bool(found)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("complaint", "lawsuit"),
        ("e-mail", "letter"),
        ("report", "letter dated Sept. 8"),
        ("a complaint", "the lawsuit"),
        ("police report", "court action"),
    ],
)
def test_different_things(one: str, two: str) -> None:
    """A complaint is no lawsuit, and a letter no e-mail."""
    assert differ("instrument", one, two)
    assert differ("instrument", two, one, stance="disputes")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("complaint", "Complaint"),
        ("complaint", "a formal complaint"),
        ("complaint", "complaints"),
        ("complaint", "the complaint form"),
        ("suit", "lawsuit"),
        ("civil suit", "lawsuit"),
        ("lawsuit", "court action"),
        ("e-mail", "email"),
        ("e-mail", "electronic message"),
        ("E‑Mail", "e-mail"),
    ],
)
def test_one_thing(one: str, two: str) -> None:
    """Synonyms, case, articles, plural and hyphens change nothing; saying more does not either."""
    assert not differ("instrument", one, two)


def test_mentions_and_other_fields() -> None:
    """A source that only mentions it claims nothing, and fields are compared with themselves."""
    assert not differ("instrument", "complaint", "lawsuit", stance="mentions")
    assert not differ("instrument", "complaint", "lawsuit", other="who")
    assert not differ("date", "2021-09-08", "2021-09-10")


@pytest.mark.parametrize(
    ("field", "one", "two"),
    [
        ("who", "Dion Sankar", "a representative"),
        ("who", "Dion Sankar", "Kansas City Police Department"),
        ("number", "235", "253"),
        ("number", "two officers", "three officers"),
        ("number", "more than 300", "235"),
        ("number", "3 to 5", "6"),
        ("verdict", "ineffective", "inefficient"),
        ("system", "CJIS", "JCIS"),
        ("amount", "1,200", "1,300"),
    ],
)
def test_claims_that_differ(field: str, one: str, two: str) -> None:
    """Who, how many, and any other field are compared."""
    assert differ(field, one, two)


@pytest.mark.parametrize(
    ("field", "one", "two"),
    [
        ("who", "Dion Sankar", "assistant prosecutor Dion Sankar"),
        ("who", "D. Sankar", "Dion Sankar"),
        ("who", "sankar", "Dion Sankar"),
        ("who", "the deputy", "Dion Sankar"),
        ("who", "kcpd", "Kansas City Police Department"),
        ("number", "235", "235 complaints"),
        ("number", "235", "about 240"),
        ("number", "more than 200", "235"),
        ("number", "up to 300", "235"),
        ("number", "two", "2"),
        ("number", "two hundred thirty-five", "235"),
        ("number", "several", "5"),
        ("number", "3 to 5", "4"),
        ("amount", "1,200", "1200"),
    ],
)
def test_claims_that_agree(field: str, one: str, two: str) -> None:
    """One person under two names and numbers that can both be true do not differ."""
    assert not differ(field, one, two)


def test_note() -> None:
    """The editor reads who calls it what."""
    text = CASE.format(
        field="instrument", other="instrument", one="e-mail", two="letter", stance="supports"
    )
    (found,) = findings(text, only="natures-disagree")
    assert found.message == (
        "In “The mayor is told”, The Star calls it “e-mail” and The Ledger calls it “letter”."
    )


def test_order_of_citations_changes_nothing() -> None:
    """A waiver survives when the citations change places: the fingerprint is the same."""
    words = {"field": "instrument", "other": "instrument", "stance": "supports"}
    (one,) = findings(CASE.format(one="e-mail", two="letter", **words), only="natures-disagree")
    swapped = (
        CASE.format(one="e-mail", two="letter", **words)
        .replace("source: one", "source: x")
        .replace("source: two", "source: one")
        .replace("source: x", "source: two")
    )
    swapped = swapped.replace("e-mail\"", "y").replace("letter\"", "e-mail\"").replace(
        "y}", "letter\"}"
    )  # fmt: skip
    (two,) = findings(swapped, only="natures-disagree")
    assert one.fingerprint == two.fingerprint

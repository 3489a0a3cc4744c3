"""The founding case keeps its facts, its doubts, and its silence about who was never named."""

from __future__ import annotations

import re

import pytest

from tests.data.places import FOUNDING_CASE
from timelines import origins, tables
from timelines.dates.edtf import edtf
from timelines.investigation import Investigation, load
from timelines.network import solve
from timelines.passages import readers_words, unquoted

ZONE = "America/Chicago"

DATES = [
    ("records-search", "2021-05", "stated"),
    ("internal-report", "2021-05", "stated"),
    ("department-investigation", "[2021-05-01..2021-10-08]", "computed"),
    ("department-statement", "[..2021-10-08]", "computed"),
    ("prosecutor-email", "2021-09-08", "stated"),
    ("home-threat", "[..2021-10-08]", "computed"),
    ("email-obtained", "[2021-10-04..2021-10-08]", "computed"),
    ("review-confirmed", "[..2021-10-08]", "computed"),
    ("prosecutors-review", "2021/..", "inferred"),
    ("address-lookup", "[..2021-10-08]", "computed"),
    ("first-story", "2021-10-08", "stated"),
    ("mayor-statement", "2021-10-08", "computed"),
    ("officer-employed", "[2021-10-08..2021-10-14]", "inferred"),
    ("complaint-filed", "2021-10-15", "computed"),
    ("mediation-or-investigation", "2021-10-15", "computed"),
    ("complaint-released", "2021-10-15", "computed"),
    ("no-update", "2021-10-15", "computed"),
    ("department-trusts-process", "2021-10-15", "computed"),
    ("second-story", "2021-10-15", "inferred"),
    ("information-system-policy", "unknown", "stated"),
    ("independence-proposed", "2020-08-25", "computed"),
    ("two-years-proposed", "2020-11-10", "stated"),
    ("filing-window", "[..2020-11-09]", "computed"),
    ("complaints-of-2020", "2020-01-01/2020-12-31", "computed"),
]

PUBLIC = {
    "address-lookup",
    "complaint-filed",
    "department-investigation",
    "department-statement",
    "first-story",
    "independence-proposed",
    "internal-report",
    "mayor-statement",
    "prosecutor-email",
    "records-search",
    "review-confirmed",
    "second-story",
    "two-years-proposed",
}


@pytest.fixture(scope="module")
def case() -> Investigation:
    """The founding case as it is read."""
    return load(FOUNDING_CASE)


def test_the_case_reads_without_a_problem(case: Investigation) -> None:
    """Every file of the founding case says only what the format knows, and all are there."""
    assert case.problems == ()
    expected = case.heading.expect
    assert expected.events == len(case.events) == 29
    assert expected.sources == len(case.sources) == 25
    assert expected.people == len(case.people) == 13


@pytest.mark.parametrize(("event", "written", "basis"), DATES)
def test_a_fact_keeps_its_date(case: Investigation, event: str, written: str, basis: str) -> None:
    """No date of the case becomes more exact, or better founded, than its sources make it."""
    assert case.event(event).date == written
    assert case.event(event).basis == basis


def test_what_is_worked_out_says_so_to_readers(case: Investigation) -> None:
    """Readers are told of every public date that no source states."""
    worked_out = {
        id
        for id in PUBLIC
        if case.event(id).basis != "stated" and case.event(id).kind != "statement"
    }
    for id in worked_out | {"mayor-statement", "department-statement", "review-confirmed"}:
        assert re.search(r"worked out|inferred", case.event(id).summary or ""), id


def test_readers_get_thirteen_events(case: Investigation) -> None:
    """What is meant for readers is chosen by hand and changes only by hand."""
    public = case.events[case.events["visibility"] == "public"]
    assert set(public["id"]) == PUBLIC


def test_the_search_and_the_departments_knowledge_stay_undecided(case: Investigation) -> None:
    """No order is claimed between two facts that are both known only as “May”."""
    assert solve(case).order("records-search", "internal-report").order == "undecided"


def test_nothing_in_the_case_contradicts_anything(case: Investigation) -> None:
    """All dates and order facts of the case can be true together."""
    assert list(solve(case).contradictions) == []


def test_the_department_knew_long_before_the_mayor(case: Investigation) -> None:
    """The case makes its point: the department in May, the mayor on September 8, by prosecutors."""
    knew = {
        (row.who, row.stance): row.written
        for row in tables.rows(case.known)
        if row.event == "records-search"
    }
    assert knew["police-department", "knew"] == "2021-05"
    assert knew["lucas", "told"] == "2021-09-08"
    assert ("lucas", "denies") in knew
    lag = solve(case).distance("internal-report", "prosecutor-email")
    days = [round(micros / 86_400_000_000) for micros in (lag.least, lag.most)]
    assert days == [99, 131]


def test_one_message_has_three_names(case: Investigation) -> None:
    """An editor sees that the e-mail is a letter to one outlet and a report to the complaint."""
    called = {
        citation.source: citation.says["instrument"]
        for citation in case.event("prosecutor-email").sources
        if "instrument" in citation.says
    }
    assert called["sankar-email"] == called["star-first-story"] == "e-mail"
    assert called["kshb-story"] == "letter"
    assert called["complaint-form"] == "report"


def test_copies_of_a_story_are_no_origin_of_their_own(case: Investigation) -> None:
    """The forum and the re-translation count as the Star's story that they copy."""
    behind = origins.roots(case)
    assert behind["forum-extract"] == behind["star-complaint-story"]
    assert behind["retranslated-copy"] == behind["star-complaint-story"]
    assert behind["star-first-story"] < behind["star-complaint-story"]


def test_every_answer_of_the_department_has_one_mouth(case: Investigation) -> None:
    """Three newsrooms that asked one spokesman do not make three sources."""
    behind = origins.roots(case)
    replies = ("becchina-email", "kshb-department-reply", "kctv-department-reply")
    assert {behind[reply] for reply in replies} == {frozenset({"department-spokesman"})}


def test_the_officer_has_no_name_here(case: Investigation) -> None:
    """Nobody learns from this folder who the officer is: there is only the agreed label."""
    officer = case.person("officer")
    assert officer.naming == "never"
    assert officer.name == officer.label == "a patrol officer"
    assert officer.model_fields_set <= {"id", "name", "kind", "naming", "label", "legal_status"}


def test_the_anonymous_source_is_a_label_and_nothing_else(case: Investigation) -> None:
    """Neither a link nor a name leads to the source who spoke on background."""
    source = case.source("law-enforcement-source")
    assert (source.terms, source.label) == ("on-background", "a law enforcement source")
    assert not source.may_be_shown
    assert source.model_fields_set <= {"id", "kind", "title", "created", "terms", "label"}
    assert case.event("address-lookup").attribution == "a law enforcement source"


def test_readers_get_nothing_that_only_a_copy_has(case: Investigation) -> None:
    """No public event leans on a forum post or on a re-translation."""
    for id in PUBLIC:
        cited = {citation.source for citation in case.event(id).sources}
        assert {case.source(source).kind for source in cited}.isdisjoint({"post"}), id


@pytest.mark.parametrize(
    "wrong",
    [
        "lawsuit",
        "District Attorney",
        "Community Complaints Office",
        "JCIS",
        "police source",
        "illegal",
        "inefficient",
        "Staff Sgt.",
        "multiple parties",
    ],
)
def test_the_copies_words_do_not_reach_readers_as_ours(case: Investigation, wrong: str) -> None:
    """A word that only a copy or one outlet uses is at most quoted in what readers get."""
    said = [
        passage
        for id, passages in readers_words(case).items()
        if id in PUBLIC
        for passage in passages
        if passage.field != "quote" and wrong.lower() in unquoted(passage.text).lower()
    ]
    assert said == []


def test_one_stations_word_is_told_as_its_own(case: Investigation) -> None:
    """Readers meet “unlawful” once: as one station's word, beside that nobody is charged."""
    said = [
        passage.text
        for id, passages in readers_words(case).items()
        if id in PUBLIC
        for passage in passages
        if passage.field == "summary" and "unlawful" in unquoted(passage.text).lower()
    ]
    assert len(said) == 1
    told = "One station calls the search unlawful. Nobody is known to have been charged."
    assert told in " ".join(said[0].split())


def test_the_page_id_of_kctv_dates_its_story(case: Investigation) -> None:
    """The second at which the page was created reads as 17:44:25 in Kansas City, not UTC."""
    created = case.source("kctv-story").created
    assert created is not None
    assert edtf(created, ZONE).start == edtf("2021-10-15T22:44:25Z", ZONE).start

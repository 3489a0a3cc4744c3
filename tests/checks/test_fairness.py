"""Right of reply, guilt, those who need care, and what must not be printed: each with its edges."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.checks.cases import findings, heading
from tests.publish.newsroom import TODAY, Newsroom, prepared
from timelines.docket import Docket
from timelines.investigation import load
from timelines.publish.explain import explained
from timelines.told import heading_texts

PEOPLE = """
--- people.yaml
- {id: department, name: Police Department, kind: organisation}
- {id: dead, name: Late Person, kind: person, died: 2020}
- id: officer
  name: Robin Example
  kind: person
  naming: never
  label: a patrol officer
  legal_status: [{status: under review, as_of: 2021-10-08}]
- id: chief
  name: Dana Chief
  kind: person
  roles: [{title: chief, org: Police Department}]
  legal_status:
    - {status: uncharged, as_of: 2021-01}
    - {status: convicted, as_of: 2021-09}
- {id: child, name: Kim Child, kind: person, born: 2010-03}
- {id: grown, name: Alex Grown, kind: person, born: 1980}
- {id: unknown, name: Pat Unknown, kind: person}
"""
EVENT = """
--- events/search.yaml
headline: An officer searches the records.
date: 2021-05
visibility: public
"""


def said(name: str, more: str = "", headline: str | None = None, before: str = "") -> list[str]:
    """The messages of a check on a public event with these further lines."""
    event = (
        EVENT if headline is None else EVENT.replace("An officer searches the records.", headline)
    )
    return [one.message for one in findings(before + PEOPLE + event + more, only=name)]


def test_everybody_shown_in_a_bad_light_is_asked() -> None:
    """One who was asked, or whose office-holder was, has had the chance; the dead have not."""
    assert len(said("response-missing", "adverse_to: [department, unknown]\n")) == 2
    asked = "adverse_to: department\nresponses: [{who: chief, asked: 2021-06-01}]\n"
    assert said("response-missing", asked) == []
    assert said("response-missing", "adverse_to: dead\n") == []


@pytest.mark.parametrize(
    ("asked", "late"),
    [
        ("2021-10-07T06:00", False),
        ("2021-10-07T06:00:01", True),
        ("2021-10-07T06", False),
        ("2021-10-07", False),
        ("2021-10-08", True),
        ("2021-10", False),
    ],
)
def test_the_hours_before_the_embargo_are_counted_exactly(asked: str, late: bool) -> None:
    """Twenty-four hours to the second; a day without an hour accuses only if no hour would do."""
    more = (
        "embargo: 2021-10-08T06:00-05:00\nadverse_to: department\n"
        f"responses: [{{who: department, asked: {asked!r}}}]\n"
    )
    assert bool(said("response-window", more)) is late


def test_without_an_embargo_the_window_ends_with_today() -> None:
    """Who is asked today cannot have had a day, if it is published today; who was asked is fine."""
    for day, late in (("2021-12-01", True), ("2021-11-29", False)):
        more = f"adverse_to: department\nresponses: [{{who: department, asked: {day}T09:00}}]\n"
        assert bool(said("response-window", more)) is late


def test_an_answer_is_reported_in_its_words() -> None:
    """Answered and no words: the reader is owed them."""
    bare = "responses: [{who: chief, asked: 2021-06-01, answered: 2021-06-02}]\n"
    assert len(said("response-unreported", bare)) == 1
    assert said("response-unreported", bare.replace("answered:", "answer: No., answered:")) == []
    assert said("response-unreported", bare.replace(", answered: 2021-06-02", "")) == []


@pytest.mark.parametrize(
    ("headline", "guilty"),
    [
        ("The officer stole records.", True),
        ("The officer illegally searched the records.", True),
        ("The search was a crime.", True),
        ("The search was a possible crime.", False),
        ("The officer is accused of a crime.", False),
        ("Prosecutors look into whether a crime was committed.", False),
        ("The officer used the criminal justice system's computer.", False),
        ("The mayor called the search “illegal”.", False),
        ("The search was “illegal”.", True),
        ("The department says it found no crime.", False),
        ("The officer searches the records.", False),
    ],
)
def test_guilt_is_for_a_court_to_find(headline: str, guilty: bool) -> None:
    """Open to doubt, in the name of an office, or in the mouth of somebody it may stand."""
    assert bool(said("guilt-words", "people: [officer]\n", headline)) is guilty


def test_the_newest_legal_status_counts() -> None:
    """One who was convicted since may be called guilty; one nobody knows of is not meant."""
    words = "The chief stole records."
    assert said("guilt-words", "people: [chief]\n", words) == []
    assert said("guilt-words", "people: [unknown]\n", words) == []
    assert len(said("guilt-words", "people: [unknown]\nsensitivity: uncharged\n", words)) == 1
    assert len(said("guilt-words", "adverse_to: [officer]\n", words)) == 1


def test_a_newsroom_adds_its_own_words_of_guilt() -> None:
    """The list in `house` counts like ours."""
    house = heading(house="{guilt_words: [snooped]}")
    more = "people: [officer]\n"
    assert len(said("guilt-words", more, "The officer snooped.", house)) == 1
    assert said("guilt-words", more, "The officer snooped.") == []


@pytest.mark.parametrize(
    ("person", "sensitivity", "named"),
    [
        ("child", "", True),
        ("grown", "", False),
        ("unknown", "", False),
        ("unknown", "minor", True),
        ("grown", "minor", False),
        ("chief", "minor", False),
        ("officer", "minor", False),
    ],
)
def test_a_child_is_not_named(person: str, sensitivity: str, named: bool) -> None:
    """By birth, or by the event's own word; those known to be grown up are not meant."""
    more = f"people: [{person}]\n" + (f"sensitivity: {sensitivity}\n" if sensitivity else "")
    assert bool(said("minor-named", more)) is named


def test_the_day_somebody_turns_eighteen_counts() -> None:
    """Eighteen on the day is no minor that day; still seventeen today is."""
    for born, named in (("2003-12-01", False), ("2003-12-03", True)):
        before = f"--- people/x.yaml\n{{name: X Young, kind: person, born: {born}}}\n"
        more = "people: [x]\n"
        event = EVENT.replace("date: 2021-05", "date: 2021-12-01")
        found = findings(before + event + more, only="minor-named")
        assert bool(found) is named, born


def test_a_victim_is_not_named() -> None:
    """The one with the part of a victim; those in office only if they have that part."""
    marked = "sensitivity: victim\npeople: [{who: unknown, part: victim}, {who: grown}]\n"
    assert ["Pat Unknown" in one for one in said("victim-named", marked)] == [True]
    assert said("victim-named", marked.replace("sensitivity: victim\n", "")) == []
    assert said("victim-named", "sensitivity: victim\npeople: [chief]\n") == []
    assert said("victim-named", "sensitivity: victim\npeople: [officer, grown]\n") == []


@pytest.mark.parametrize(
    ("detail", "what"),
    [
        ("Call (816) 555-0142 now.", "phone"),
        ("Call 816-555-0142 now.", "phone"),
        ("Call 816.555.0142 now.", "phone"),
        ("Call +44 20 7946 0958 now.", "phone"),
        ("Write to robin@example.org now.", "e-mail"),
        ("He lives at 4812 N. Example St. in the city.", "address"),
        ("He lives at 12 East 43rd Street.", "address"),
        ("His number is 078-05-1120.", "national"),
        ("The car's license plate was ABC 1D23.", "plate"),
        ("The office received 235 complaints in 2020.", None),
        ("On 2021-10-15 at 17:44 he filed case 2021-10-5555.", None),
        ("The 12th Street office opened in 1969.", None),
        ("The budget rose to $1,234,567.", None),
        ("License plates are read by cameras.", None),
        ("In 2020 Court of Appeals judges ruled.", None),
    ],
)
def test_private_details_are_found_and_numbers_are_not(detail: str, what: str | None) -> None:
    """A phone number is no year, no case number and no sum."""
    found = said("private-detail", headline=detail.replace(":", " "))
    assert bool(found) is (what is not None)
    assert all(what in one for one in found if what is not None)


def test_a_known_contact_may_be_printed() -> None:
    """However its digits are set apart."""
    known = heading(known_contacts="[(816) 555-0100]")
    assert said("private-detail", headline="Call 816-555-0100.", before=known) == []
    assert len(said("private-detail", headline="Call 816-555-0142.", before=known)) == 1


def test_private_details_are_looked_for_in_everything_readers_get() -> None:
    """In a quote, an answer, a caption or a correction as in the headline; not in notes."""
    more = "responses: [{who: chief, asked: 2021-06, answer: Call 816-555-0142.}]\n"
    assert len(said("private-detail", more)) == 1
    assert said("private-detail", "notes: Call 816-555-0142.\n") == []


@pytest.mark.parametrize(
    ("more", "headline", "named"),
    [
        ("", "Robin Example searches the records.", True),
        ("", "Officer Example searches the records.", True),
        ("", "An example of a search.", False),
        ("tags: [Robin Example]\n", None, True),
        ("attribution: a friend of Robin Example\n", None, True),
        ("notes: It was Robin Example.\n", None, False),
        ("", "A patrol officer searches the records.", False),
    ],
)
def test_who_must_not_be_named_is_named_nowhere(
    more: str, headline: str | None, named: bool
) -> None:
    """In headline, tags and attributions alike; an internal note may know the name."""
    assert bool(said("never-named", more, headline)) is named


def test_titles_of_sources_that_readers_get_are_read_too() -> None:
    """A link whose title names the officer names the officer."""
    star = "--- sources.yaml\n{id: s, kind: publication, title: Robin Example, public: %s}\n"
    cited = "sources: [s]\n"
    assert len(said("never-named", cited, before=star % "yes")) == 1
    assert said("never-named", cited, before=star % "no") == []


def test_a_label_that_holds_the_name_was_agreed() -> None:
    """“A friend of the Example family” names nobody anew."""
    case = (
        "--- people.yaml\n{id: o, name: Example, kind: person, naming: role-only,"
        " label: the Example family}\n" + EVENT
    )
    case = case.replace("An officer searches", "The Example family searches")
    assert findings(case, only="never-named") == []


@pytest.mark.parametrize(
    ("today", "stale"), [("2021-11-07", False), ("2021-11-08", False), ("2021-11-10", True)]
)
def test_thirty_days_are_thirty_days(today: str, stale: bool) -> None:
    """Counted from the end of the newest day on which somebody looked."""
    case = f"{PEOPLE}--- today\n{today}\n"
    about = [one for one in findings(case, only="status-stale") if one.identity[0] == "officer"]
    assert bool(about) is stale


def test_what_is_settled_does_not_go_stale() -> None:
    """A conviction is final; a review is true as of a day."""
    stale = {one.identity[0] for one in findings(PEOPLE, only="status-stale")}
    assert stale == {"officer"}


def test_an_open_end_is_fresh_as_long_as_somebody_looks() -> None:
    """A source, a correction or a sign-off of last week renews it."""
    case = EVENT.replace("date: 2021-05", "date: 2021-05/..")
    assert len(findings(case, only="status-stale")) == 1
    looked = "corrections: [{on: 2021-11-25, kind: update, note: Still so.}]\n"
    assert findings(case + looked, only="status-stale") == []
    assert findings(case.replace("/..", "/"), only="status-stale") == []


TOLD = """
--- people.yaml
- {id: chief, name: Robin Example, kind: person}
- id: officer
  name: A. Officer
  kind: person
  naming: role-only
  label: an officer
  legal_status: [{status: uncharged, as_of: 2021-05}]
--- sources.yaml
- {id: report, kind: document, title: The report}
- {id: call, kind: interview, title: A call, terms: on-background, label: a neighbor}
--- events/told.yaml
headline: The records are searched.
date: 2021-05
visibility: public
"""
PLACES = {
    "locator": "sources: [{source: report, at: 'WORDS'}]\n",
    "locator of somebody who is not shown": "sources: [{source: call, at: 'WORDS'}]\n",
    "part": "people: [{who: chief, part: 'WORDS'}]\n",
    "part of a stranger": "people: [{who: nobody-known, part: 'WORDS'}]\n",
    "how": "known_to: [{who: chief, date: 2021-06, how: 'WORDS', sources: [report]}]\n",
    "how without a source": "known_to: [{who: chief, date: 2021-06, how: 'WORDS'}]\n",
    "how by a source not shown": (
        "known_to: [{who: chief, date: 2021-06, how: 'WORDS', sources: [call]}]\n"
    ),
    "locator of who knew": (
        "known_to: [{who: chief, date: 2021-06, sources: [{source: report, at: 'WORDS'}]}]\n"
    ),
    "tag": "tags: ['WORDS']\n",
    "instrument": "instrument: WORDS\n",
    "correction": "corrections: [{on: 2021-07-01, note: 'WORDS'}]\n",
    "note": "notes: WORDS\n",
    "question": "questions: [{ask: 'WORDS'}]\n",
    "stance of somebody unnamed": (
        "known_to: [{who: officer, date: 2021-06, how: 'WORDS', sources: [report]}]\n"
    ),
}
KEPT = {
    "locator of somebody who is not shown", "part of a stranger", "how without a source",
    "how by a source not shown", "note", "question", "stance of somebody unnamed",
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_what_readers_get_is_read_wherever_it_stands(place: str) -> None:
    """A phone number, a name or a word of guilt is found where readers get it, and only there."""
    reached = place not in KEPT
    case = TOLD + "sensitivity: uncharged\n" + PLACES[place]
    for check, words in (
        ("private-detail", "the hall of 4812 Example Street"),
        ("guilt-words", "where records were stolen"),
        ("never-named", "beside A. Officer"),
    ):
        found = findings(case.replace("WORDS", words), only=check)
        assert bool(found) is reached, check
        assert all(one.line is not None for one in found)


def test_the_words_of_others_find_nobody_guilty() -> None:
    """A quote, an answer or the title of a document may say what a court has not."""
    case = TOLD.replace("The report}", "Who stole the records}") + (
        "sensitivity: uncharged\n"
        "sources: [{source: report, quote: They stole records}]\n"
        "responses: [{who: chief, asked: 2021-06, answer: Nobody stole anything.}]\n"
    )
    assert findings(case, only="guilt-words") == []


def test_the_heading_finds_nobody_guilty_either() -> None:
    """The story's own title and summary are read where a public event is about the uncharged."""
    case = heading(summary="How an officer stole records") + TOLD
    assert findings(case, only="guilt-words") == []
    found = findings(case + "sensitivity: uncharged\n", only="guilt-words")
    assert [(one.event, one.file) for one in found] == [(None, "investigation.yaml")]
    quoted = case.replace("stole", "is accused of having stolen") + "sensitivity: uncharged\n"
    assert findings(quoted, only="guilt-words") == []


def test_private_details_of_the_heading_and_of_sources_are_found() -> None:
    """Readers get the story's summary and a source's author and address as well."""
    detail = "robin@example.org"
    case = heading(summary=f"Write to {detail}") + TOLD
    assert [one.event for one in findings(case, only="private-detail")] == [None]
    for field in ("author", "publisher", "url"):
        value = f"https://example.org/{detail}" if field == "url" else detail
        case = TOLD.replace("The report}", f"The report, {field}: '{value}'}}")
        cited = case + "sources: [report]\n"
        found = findings(cited, only="private-detail")
        assert [(one.event, one.file) for one in found] == [("told", "sources.yaml")]
        assert findings(case, only="private-detail") == []


def test_no_text_that_readers_get_is_forgotten(tmp_path: Path) -> None:
    """What `publish --explain` lists is what the checks read: a new field cannot slip by them."""
    folder = Newsroom().written(tmp_path)
    publication = prepared(folder).publication
    investigation = load(folder)
    docket = Docket(investigation, TODAY)
    read = {one.text for texts in docket.told.values() for one in texts}
    read |= {one.text for one in heading_texts(investigation)}
    missed = {
        (one.part, one.text)
        for one in explained(investigation, publication.public, publication.origins)
        if not one.worked_out and one.text not in read
    }
    plain = re.compile(
        r"(.*\.)?(edtf|basis|verification|kind|zone|language|stance|start|end|storylines\.\d+)"
    )
    assert {(part, text) for part, text in missed if plain.fullmatch(part) is None} == set()
    assert len(read) > 30

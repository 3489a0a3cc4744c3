"""Who says so, on which terms, and how near to it: each rule with its edges."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings, heading

SOURCES = """
--- sources.yaml
- {id: email, kind: document, title: The e-mail, pages: 1}
- {id: story, kind: publication, title: The story, published: 2021-10-08, derived_from: email}
- {id: second, kind: publication, title: Second story, published: 2021-10-09, derived_from: story}
- {id: clerk, kind: interview, title: The clerk}
- {id: insider, kind: interview, title: An account, terms: on-background, label: a city official}
- {id: retold, kind: publication, title: Retold, published: 2021-10-08, derived_from: insider}
- {id: deep, kind: interview, title: Deep, terms: deep-background, label: a friend}
- {id: hidden, kind: interview, title: Hidden, terms: off-record}
"""
EVENT = """
--- events/told.yaml
headline: The mayor is told.
date: 2021-09-08
"""


def told(name: str, sources: str, more: str = "", *, first: str = SOURCES) -> list[str]:
    """The levels at which a check speaks of an event with these citations."""
    case = f"{first}{EVENT}sources: {sources}\n{more}"
    return [one.level for one in findings(case, only=name)]


@pytest.mark.parametrize(
    ("sources", "single", "one_origin"),
    [
        ("[clerk]", True, False),
        ("[story]", True, False),
        ("[story, second]", False, True),
        ("[email, story, second]", False, True),
        ("[story, clerk]", False, False),
        ("[story, {source: clerk, stance: disputes}]", True, False),
        ("[story, {source: clerk, stance: mentions}]", True, False),
        ("[{source: clerk, stance: disputes}]", True, False),
    ],
)
def test_origins_are_counted_and_not_articles(sources: str, single: bool, one_origin: bool) -> None:
    """Two stories over one e-mail are one origin; who disputes or mentions supports nothing."""
    assert bool(told("single-source", sources)) is single
    assert bool(told("one-origin", sources)) is one_origin


def test_a_house_that_asks_for_three_is_told_of_two() -> None:
    """The number asked for is the house's."""
    case = heading(house="{independent_sources: 3}") + SOURCES
    assert told("single-source", "[story, clerk]", first=case) == ["warning"]
    assert told("single-source", "[story, clerk, insider]", first=case) == []


def test_a_house_that_asks_for_one_is_left_in_peace() -> None:
    """Where one origin is enough, several over one are no news either."""
    case = heading(house="{independent_sources: 1}") + SOURCES
    assert told("single-source", "[clerk]", first=case) == []
    assert told("one-origin", "[story, second]", first=case) == []


def test_that_a_story_was_published_is_shown_by_the_story() -> None:
    """An event of publication that cites the publication is not asked for a second source."""
    assert told("single-source", "[story]", "kind: publication\n") == []


def test_no_source_blocks_what_readers_get_and_warns_otherwise() -> None:
    """The level follows who would read it."""
    for visibility, level in (("public", "block"), ("internal", "warning")):
        case = f"{EVENT}visibility: {visibility}\n"
        assert [one.level for one in findings(case, only="no-source")] == [level]


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ("[insider]", True),
        ("[insider, retold]", True),
        ("[retold]", True),
        ("[insider, clerk]", False),
        ("[insider, {source: clerk, stance: disputes}]", True),
        ("[insider, story]", False),
        ("[clerk]", False),
        ("[{source: insider, stance: mentions}, clerk]", False),
    ],
)
def test_nothing_on_the_record(sources: str, said: bool) -> None:
    """A story that only retells the unnamed source, or one that disputes, is no support."""
    assert bool(told("anonymous-only", sources)) is said


@pytest.mark.parametrize(
    ("attribution", "said"),
    [
        ("a city official", False),
        ("A City Official", False),
        ("a city official who was there", False),
        ("an official", True),
        ("a city hall official", True),
        ("“a city official”", False),
    ],
)
def test_the_agreed_label_stands_whole(attribution: str, said: bool) -> None:
    """Case and quotation marks do not matter; any other word does."""
    on_citation = f"[{{source: insider, attribution: {attribution!r}}}]"
    assert bool(told("attribution-drift", on_citation)) is said
    on_event = f"attribution: {attribution!r}\n"
    assert bool(told("attribution-drift", "[insider]", on_event)) is said
    assert told("attribution-drift", "[insider, clerk]", on_event) == []


def test_an_attribution_where_somebody_is_told_of_it_is_looked_at_too() -> None:
    """Citations of who knew are attributed as carefully as those of the event."""
    case = (
        f"{SOURCES}--- people.yaml\n{{id: mayor, name: The Mayor, kind: person}}\n{EVENT}"
        "known_to:\n  - who: mayor\n    date: 2021-09\n    sources:\n"
        "      - {source: insider, attribution: a police source}\n"
    )
    (finding,) = findings(case, only="attribution-drift")
    assert finding.level == "block"
    assert finding.line == 7


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("Sources say the mayor was told.", True),
        ("The mayor was told, according to sources.", True),
        ("Multiple parties confirm that the mayor was told.", True),
        ("The mayor was told, “multiple parties confirm”.", False),
        ("The mayor drank from water sources.", False),
        ("The mayor was told, a source says.", False),
    ],
)
def test_a_plural_is_found_for_one_origin_alone(headline: str, said: bool) -> None:
    """“Sources” for one source; not in another's words, not for springs and rivers."""
    case = SOURCES + EVENT.replace("The mayor is told.", headline)
    assert bool(findings(case + "sources: [insider]\n", only="plural-sources")) is said
    assert findings(case + "sources: [insider, clerk]\n", only="plural-sources") == []


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("fears dismissal", False),
        ("she works for the department and would lose her job", False),
        ("requested anonymity", True),
        ("spoke on condition of anonymity", True),
        ("not authorized to speak publicly", True),
        ("because of the sensitivity of the matter", True),
        ("not authorized to speak; officers who did were dismissed", False),
    ],
)
def test_a_set_phrase_is_no_reason(reason: str, said: bool) -> None:
    """A reason says what the person risks."""
    case = (
        "--- sources.yaml\n"
        "- {id: insider, kind: interview, title: An account, terms: on-background,"
        f" label: an official, manager_knows: city editor, why_anonymous: {reason!r}}}\n"
    )
    assert bool(told("anonymity-unexplained", "[insider]", first=case)) is said


def test_a_manager_who_knows_is_asked_for() -> None:
    """A good reason does not replace the manager who can vouch for the person."""
    case = (
        "--- sources.yaml\n- {id: insider, kind: interview, title: An account, terms: off-record,"
        " why_anonymous: fears dismissal}\n"
    )
    assert told("anonymity-unexplained", "[insider]", first=case) == ["error"]


def test_what_is_off_the_record_carries_nothing_in_print() -> None:
    """It blocks a public event that it supports, and no other."""
    assert told("off-record-used", "[hidden, clerk]", "visibility: public\n") == ["block"]
    assert told("off-record-used", "[hidden]") == []
    disputed = "[clerk, {source: hidden, stance: disputes}]"
    assert told("off-record-used", disputed, "visibility: public\n") == []


def test_deep_background_is_attributed_to_nobody() -> None:
    """Neither the citation nor an event that has nothing else may carry an attribution."""
    name = "deep-background-attributed"
    assert told(name, "[{source: deep, attribution: a friend}]") == ["block"]
    assert told(name, "[deep]", "attribution: a friend\n") == ["block"]
    assert told(name, "[deep, clerk]", "attribution: the clerk\n") == []
    assert told(name, "[deep]") == []


@pytest.mark.parametrize(
    ("kind", "citation", "said"),
    [
        ("document", "paper", True),
        ("recording", "paper", True),
        ("document", "{source: paper, at: p. 3}", False),
        ("interview", "paper", False),
        ("publication", "paper", False),
        ("dataset", "paper", False),
    ],
)
def test_a_document_is_cited_with_its_page(kind: str, citation: str, said: bool) -> None:
    """Documents and recordings need a place; others have none."""
    first = f"--- sources.yaml\n- {{id: paper, kind: {kind}, title: The paper}}\n"
    assert bool(told("locator-missing", f"[{citation}]", first=first)) is said


COPIES = """
--- sources.yaml
- {{id: record, kind: document, title: The form}}
- {{id: star, kind: publication, title: The story, derived_from: record{where}}}
- {{id: copy, kind: {kind}, title: The copy, {how}: star}}
"""


@pytest.mark.parametrize(
    ("kind", "how", "where", "said"),
    [
        ("post", "derived_from", ", url: 'https://example.org'", True),
        ("publication", "translated_from", ", url: 'https://example.org'", True),
        ("post", "derived_from", ", archived_url: 'https://example.org'", True),
        ("publication", "derived_from", ", url: 'https://example.org'", False),
        ("post", "derived_from", "", False),
    ],
)
def test_a_copy_is_cited_where_the_original_can_be_had(
    kind: str, how: str, where: str, said: bool
) -> None:
    """Translations and re-posts, if the original has an address, an archive or a file."""
    first = COPIES.format(kind=kind, how=how, where=where)
    assert bool(told("translation-used", "[copy]", first=first)) is said


def test_of_a_copy_the_error_speaks_and_not_the_warning() -> None:
    """On one citation the graver of the two says it."""
    first = COPIES.format(kind="post", how="derived_from", where=", url: 'https://example.org'")
    assert told("translation-used", "[copy]", first=first) == ["error"]
    assert told("original-available", "[copy]", first=first) == []
    assert told("original-available", "[star]", first=first) == ["warning"]


def test_the_record_is_asked_for_at_any_depth() -> None:
    """A story over a story over an e-mail still leads to the e-mail."""
    assert told("original-available", "[second]") == ["warning"]
    assert told("original-available", "[second, email]") == []
    assert told("original-available", "[clerk]") == []


@pytest.mark.parametrize(
    ("sources", "verification", "said"),
    [
        ("[{source: clerk, knowledge: hearsay}]", "confirmed", True),
        ("[{source: clerk, knowledge: hearsay}]", "alleged", False),
        ("[{source: clerk, knowledge: hearsay}, email]", "confirmed", False),
        ("[clerk]", "confirmed", False),
        ("[{source: clerk, knowledge: first-hand}]", "confirmed", False),
    ],
)
def test_hearsay_confirms_nothing(sources: str, verification: str, said: bool) -> None:
    """Confirmed on hearsay only; somebody whose knowledge is not stated is not accused."""
    more = f"verification: {verification}\n"
    assert bool(told("hearsay-confirmed", sources, more)) is said


def test_everything_that_refers_to_a_source_is_use_of_it() -> None:
    """Order facts, legal status, derivations and knowledge count; nothing else is left over."""
    case = """
--- people.yaml
id: officer
name: An Officer
legal_status: [{status: uncharged, as_of: 2021-10, source: a}]
--- sources.yaml
- {id: a, kind: document, title: A}
- {id: b, kind: document, title: B}
- {id: c, kind: document, title: C}
- {id: d, kind: document, title: D, derived_from: e, translated_from: f}
- {id: e, kind: document, title: E}
- {id: f, kind: document, title: F}
- {id: g, kind: document, title: G}
--- events/one.yaml
headline: One.
date: 2021
sources: [d]
known_to: [{who: officer, date: 2021, sources: [b]}]
order: [{before: two, source: c}]
--- events/two.yaml
headline: Two.
date: 2022
sources: [d]
"""
    assert ["“G”" in one.message for one in findings(case, only="source-unused")] == [True]


def test_a_source_has_a_place_of_its_own_and_no_event() -> None:
    """What is said of a source stands at the source."""
    case = "--- sources.yaml\n- id: star\n  kind: publication\n  title: S\n  url: 'https://e.org'\n"
    (finding,) = findings(case, only="not-archived")
    assert (finding.event, finding.file, finding.line) == (None, "sources.yaml", 4)

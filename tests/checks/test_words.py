"""Names and words in what readers get: each rule with its edges."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings, heading

PEOPLE = """
--- people.yaml
- id: becchina
  name: Jake Becchina
  kind: person
  roles: [{title: police spokesman, org: Kansas City Police Department}]
- {id: lucas, name: Quinton Lucas, kind: person, variants: [the mayor of Kansas City]}
- {id: other, name: Robert Lucas, kind: person}
- {id: sankar, name: Dion Sankar, kind: person}
- {id: city, name: Kansas City, kind: organisation}
- {id: kcpd, name: Kansas City Police Department, kind: organisation, variants: [KCPD]}
- {id: officer, name: A. Officer, kind: person, naming: role-only, label: the patrol officer}
"""
EVENT = """
--- events/said.yaml
headline: {headline}
date: 2021-10-08
visibility: public
"""


def said(name: str, headline: str, more: str = "", before: str = "") -> list[str]:
    """The messages of a check on a public event with this headline."""
    case = before + PEOPLE + EVENT.format(headline=f"'{headline}'") + more
    return [one.message for one in findings(case, only=name)]


@pytest.mark.parametrize(
    ("headline", "wrong"),
    [
        ("Becchinna says so.", True),
        ("Jake Bechina says so.", True),
        ("Sgt. Beccina says so.", True),
        ("Spokesman Becchian says so.", True),
        ("Becchina says so.", False),
        ("Becchina’s e-mail says so.", False),
        ("Ann Becchinna says so.", False),
        ("The paper quotes “Becchinna” so.", False),
        ("Dion Sanker e-mails.", True),
        ("Mayor Quinton Lucus is told.", True),
        ("Kansas City is told.", False),
        ("A Kansan is told.", False),
        ("The Kansas City Police Departement is told.", True),
    ],
)
def test_a_slip_in_a_name_is_found_and_another_name_is_not(headline: str, wrong: bool) -> None:
    """Letters lost, doubled or swapped; a first name of its own makes another person."""
    assert bool(said("name-misspelled", headline)) is wrong


def test_a_variant_is_a_right_spelling() -> None:
    """What the investigation lists is right, however near to another name."""
    before = "--- people/x.yaml\n{name: Jo Becchino, kind: person, variants: [Becchinna]}\n"
    assert said("name-misspelled", "Becchinna says so.", before=before) == []


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("The District Attorney reviews it.", True),
        ("The district  attorney reviews it.", True),
        ("The county prosecutor reviews it.", False),
        ("The paper says “District Attorney”.", False),
        ("The district attorneys review it.", False),
        ("The system, JCIS, is used.", True),
        ("The system, CJIS, is used.", False),
        ("The system, CJSI, is used.", True),
        ("The system, JSON, is used.", False),
    ],
)
def test_the_house_writes_its_own_words(headline: str, found: bool) -> None:
    """Phrases it replaces and acronyms with swapped letters, outside quotation marks."""
    before = heading(
        wording="{District Attorney: county prosecutor}",
        synonyms="[[CJIS, criminal justice information system]]",
    )
    assert bool(said("house-wording", headline, before=before)) is found


@pytest.mark.parametrize(
    ("headline", "people", "found"),
    [
        ("Becchina says so.", "", True),
        ("Becchina says so.", "people: [becchina]\n", False),
        ("Lucas is told.", "people: [lucas]\n", False),
        ("Quinton Lucas is told.", "people: [other]\n", True),
        ("The Kansas City Police Department is told.", "people: [kcpd]\n", False),
        ("Becchina says so.", "known_to: [{who: becchina, date: 2021-05}]\n", False),
        ("The becchina is a bird.", "", False),
    ],
)
def test_who_is_named_is_linked(headline: str, people: str, found: bool) -> None:
    """By the longest name; of two of one name, either will do where only that name stands."""
    assert bool(said("person-unlinked", headline, people)) is found


@pytest.mark.parametrize(
    ("headline", "person", "found"),
    [
        ("A complaint is filed.", "lucas", True),
        ("Lucas files a complaint.", "lucas", False),
        ("The mayor of Kansas City files a complaint.", "lucas", False),
        ("The police spokesman says so.", "becchina", False),
        ("The department knew.", "kcpd", False),
        ("The patrol officer ran a search.", "officer", False),
        ("KCPD knew.", "kcpd", False),
    ],
)
def test_who_is_linked_is_spoken_of(headline: str, person: str, found: bool) -> None:
    """By name, office, label or the last word of an organisation's name."""
    assert bool(said("person-unmentioned", headline, f"people: [{person}]\n")) is found


@pytest.mark.parametrize(
    ("headline", "verbs"),
    [
        ("He admitted it.", 1),
        ("He admitted it, then admitted more.", 1),
        ("He claimed that she refused.", 2),
        ("He said so.", 0),
        ("The mayor says he “refused”.", 0),
    ],
)
def test_verbs_that_take_sides(headline: str, verbs: int) -> None:
    """Each once an event, and not in another's mouth."""
    assert len(said("loaded-verb", headline)) == verbs


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("The search led to a complaint.", True),
        ("As a result, the mayor complained.", True),
        ("He complained because of the search.", True),
        ("After the search, he complained.", False),
        ("The search “led to” a complaint, the mayor says.", False),
        ("The mayor says the search led to the complaint.", False),
    ],
)
def test_after_is_not_because(headline: str, found: bool) -> None:
    """A cause in the paper's own voice; somebody may say that it was one."""
    assert bool(said("causal-wording", headline)) is found


def test_a_cited_quote_may_state_the_cause() -> None:
    """Where the source says that it was the cause, the words may too."""
    before = "--- sources.yaml\n{id: form, kind: document, title: The form}\n"
    cited = "sources: [{source: form, at: p. 1, quote: 'because of the search'}]\n"
    assert said("causal-wording", "The search led to a complaint.", cited, before) == []


@pytest.mark.parametrize(
    ("house", "check", "headline"),
    [
        ("{loaded_verbs: [snapped]}", "loaded-verb", "He snapped."),
        ("{causal_words: [in the wake of]}", "causal-wording", "In the wake of it, he left."),
    ],
)
def test_a_newsroom_adds_its_own_words(house: str, check: str, headline: str) -> None:
    """The lists in `house` count like ours."""
    assert len(said(check, headline, before=heading(house=house))) == 1
    assert said(check, headline) == []


@pytest.mark.parametrize("check", ["guilt-words", "loaded-verb", "causal-wording", "house-wording"])
def test_what_stays_inside_is_not_edited(check: str) -> None:
    """The wording of an internal event is nobody's business yet."""
    case = PEOPLE + EVENT.format(headline="He admitted it led to a crime.")
    case = case.replace("visibility: public", "visibility: internal") + "sensitivity: uncharged\n"
    assert findings(case, only=check) == []


@pytest.mark.parametrize("check", ["guilt-words", "loaded-verb", "causal-wording"])
def test_a_language_without_lists_is_not_judged(check: str) -> None:
    """English lists do not judge a text in another language."""
    before = heading(language="de")
    assert said(check, "He admitted it led to a crime.", "sensitivity: uncharged\n", before) == []

"""Contradictions: found if and only if there is one, as small as can be, in words for an editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_investigation
from tests.network.conftest import PEOPLE, SOURCES, Solved, start
from timelines.investigation import load
from timelines.network import solve

CLASH = {
    "complaint": "date: 2021-10-15\nsources: [form]",
    "letter": "date: 2021-10-20\nsources: [form]\norder: [{before: complaint}]",
}


def test_two_days_and_an_order_clash(solved: Solved) -> None:
    """An editor reads which three statements clash, who says so, and by how much they miss."""
    (found,) = solved(CLASH).contradictions
    assert [one.kind for one in found.statements] == ["date", "order", "date"]
    assert found.misses_by_words == "5 days"
    assert found.sentence == (
        "It cannot all be true that “Event letter” is dated Oct. 20, 2021 (“The form”), "
        "that “Event letter” came before “Event complaint” (no source is named), "
        "and that “Event complaint” is dated Oct. 15, 2021 (“The form”): "
        "they miss each other by 5 days."
    )
    assert found.events == ("letter", "complaint")
    assert found.check == "contradiction"


def test_every_statement_has_its_place(solved: Solved) -> None:
    """Each statement leads to its line: the date's, the order fact's first."""
    (found,) = solved(CLASH).contradictions
    places = [(one.file, one.line) for one in found.statements]
    assert places == [
        ("events/letter.yaml", 2),
        ("events/letter.yaml", 4),
        ("events/complaint.yaml", 2),
    ]


def test_a_month_instead_of_a_day_leaves_room(solved: Solved) -> None:
    """No contradiction is invented where one reading holds."""
    events = {**CLASH, "letter": CLASH["letter"].replace("2021-10-20", "2021-10")}
    chronology = solved(events)
    assert chronology.contradictions == ()
    assert start(chronology, "letter")[1] == "2021-10-15T23:59:59.999999Z"


def test_the_statement_without_a_source_is_the_weakest(solved: Solved) -> None:
    """What nobody is named for goes first, and the editor is told why."""
    (found,) = solved(CLASH).contradictions
    assert found.weakest.kind == "order"
    assert found.weakest_because == "no source is named for it"


@pytest.mark.parametrize(
    ("letter", "complaint", "weakest", "because"),
    [
        ("sources: [whisper]", "sources: [form]", "letter", "its source spoke on background"),
        ("sources: [form]", "sources: [gone]", "complaint", "its source is off the record"),
        (
            "sources: [{source: form, knowledge: hearsay}]",
            "sources: [{source: form, knowledge: document}]",
            "letter",
            "it is hearsay",
        ),
        (
            "basis: inferred\nsources: [form]",
            "basis: computed\nsources: [form]",
            "letter",
            "it is inferred, not stated",
        ),
        (
            "verification: disputed\nsources: [form]",
            "verification: confirmed\nsources: [form]",
            "letter",
            "its event is disputed",
        ),
        (
            "sources: [whisper, form]",
            "sources: [whisper]",
            "complaint",
            "its source spoke on background",
        ),
    ],
)
def test_the_weakest_is_told_by_who_says_so(
    solved: Solved, letter: str, complaint: str, weakest: str, because: str
) -> None:
    """Terms, then knowledge, then basis, then verification; the best source counts."""
    order = "order: [{before: complaint, source: star}]"
    (found,) = solved(
        {
            "complaint": f"date: 2021-10-05\n{complaint}",
            "letter": f"date: 2021-10-07\n{letter}\n{order}",
        }
    ).contradictions
    assert (found.weakest.kind, found.weakest.event) == ("date", weakest)
    assert found.weakest_because == because


def test_what_holds_without_the_weakest(solved: Solved) -> None:
    """The rest of the chronology goes on, without the statement that was given up."""
    chronology = solved(CLASH)
    assert start(chronology, "letter") == ["2021-10-20T00:00:00Z", "2021-10-21T00:00:00Z"]
    assert chronology.order("complaint", "letter").order == "before"
    assert [one.kind for one in chronology.relaxed] == ["order"]


def test_several_contradictions_surface_in_one_run(solved: Solved) -> None:
    """Two clashes that have nothing to do with each other are both told."""
    events = {
        **CLASH,
        "permit": "date: 2019\nsources: [form]",
        "appeal": "date: 2018-03\nsources: [form]\norder: [{after: permit}]",
    }
    found = solved(events).contradictions
    assert [set(one.events) for one in found] == [{"permit", "appeal"}, {"letter", "complaint"}]


def test_two_ways_to_the_same_clash_are_two_contradictions(solved: Solved) -> None:
    """Where two sources each state an order that cannot be, mending one does not mend the other."""
    events = {
        "complaint": "date: 2021-10-15\nsources: [form]",
        "letter": (
            "date: 2021-10-20\nsources: [form]\n"
            "order: [{before: complaint}, {before: complaint, source: whisper}]"
        ),
    }
    found = solved(events).contradictions
    assert [one.weakest.position for one in found] == [0, 1]


def test_a_circle_of_order_facts(solved: Solved) -> None:
    """Three events that each come after the next lead round in a circle."""
    events = {
        "a": "date: 2021\norder: [{after: b}]",
        "b": "date: 2021\norder: [{after: c}]",
        "c": "date: 2021\norder: [{after: a}]",
    }
    (found,) = solved(events).contradictions
    assert found.circle
    assert len(found.statements) == 3
    assert found.sentence.endswith("they lead round in a circle.")


def test_one_after_the_other_both_ways(solved: Solved) -> None:
    """A after B and B after A cannot both be."""
    events = {"a": "date: 2021\norder: [{after: b}]", "b": "date: 2021\norder: [{after: a}]"}
    (found,) = solved(events).contradictions
    assert found.sentence.startswith("It cannot both be true that ")


def test_the_shortest_chain_is_told(solved: Solved) -> None:
    """Of many ways to one clash the editor gets one of few statements."""
    chain = {
        f"e{n}": f"date: 2021-05-04\nsources: [form]\norder: [{{after: e{n - 1}, source: form}}]"
        for n in range(2, 20)
    }
    events = {"e1": "date: 2021-05-05\nsources: [form]", **chain}
    found = solved(events).contradictions
    assert len(found[0].statements) == 3


@pytest.mark.parametrize(
    ("lines", "check"),
    [
        ("date: 2021-11-03\nsources: [star]", "source-before-event"),
        ("date: 2021-11-03\nknown_to: [{who: chief, date: 2021-11-02}]", "known-too-early"),
        ("date: 2021-11/2021-09", "end-before-start"),
    ],
)
def test_a_clash_of_two_dates_alone_has_a_check_of_its_own(
    solved: Solved, lines: str, check: str
) -> None:
    """What one publication, one knowledge or the date itself rules out is not told twice."""
    (found,) = solved({"a": lines}).contradictions
    assert found.check == check


def test_a_publication_and_two_facts_are_a_contradiction(solved: Solved) -> None:
    """A clash of three statements is a contradiction, though a publication is among them."""
    events = {
        "a": "date: unknown\nsources: [star]\norder: [{after: b, source: form}]",
        "b": "date: 2021-11-02\nsources: [form]",
    }
    (found,) = solved(events).contradictions
    assert found.check == "contradiction"
    assert {one.kind for one in found.statements} == {"published", "order", "date"}
    assert "“The story” (The Star) was published on Oct. 8, 2021, reporting “Event a” as past" in (
        found.sentence
    )


def test_a_publication_that_ends_before_it_starts_accuses_nobody(solved: Solved) -> None:
    """A date written backwards is a finding of its own and limits nothing."""
    sources = "- {id: star, kind: publication, title: S, published: 2021-10/2021-05}\n"
    chronology = solved({"a": "date: 2021-07\nsources: [star]"}, sources=sources)
    assert chronology.contradictions == ()


def test_a_set_with_no_possible_member(solved: Solved) -> None:
    """One of two days, both outside what the other facts leave, is a contradiction."""
    events = {
        "a": 'date: "[2021-05-01, 2021-05-09]"\nsources: [form]\n'
        "order: [{after: b}, {before: c, source: form}]",
        "b": "date: 2021-05-03\nsources: [form]",
        "c": "date: 2021-05-06\nsources: [form]",
    }
    (found,) = solved(events).contradictions
    assert len(found.statements) == 5
    assert found.misses_by_words == "2 days"


def test_a_set_is_narrowed_to_the_members_left(solved: Solved) -> None:
    """Between its members a set has no bounds."""
    events = {
        "a": 'date: "[2021-05-01, 2021-05-09, 2021-05-20]"\norder: [{after: b}, {before: c}]',
        "b": "date: 2021-05-03",
        "c": "date: 2021-05-19",
    }
    assert start(solved(events), "a") == ["2021-05-09T00:00:00Z", "2021-05-10T00:00:00Z"]


def test_sets_are_tried_against_each_other(solved: Solved) -> None:
    """Two sets that agree on no pair of members clash, though their outer ends leave room."""
    events = {
        "a": 'date: "[2021-05-01, 2021-05-11]"',
        "b": 'date: "[2021-05-06, 2021-05-16]"\norder: [{same_day: a}]',
    }
    (found,) = solved(events).contradictions
    assert len(found.statements) == 3


def test_order_between_sets_that_only_trying_them_shows(solved: Solved) -> None:
    """Where every possible pair of members has the same order, it is decided."""
    events = {
        "a": 'date: "[2021-05-01, 2021-05-11]"',
        "b": 'date: "[2021-05-04, 2021-05-14]"\norder: [{after: a, by: less than 5 days}]',
        "c": "date: 2021-05-02/2021-05-12\norder: [{after: a, by: less than 5 days}]",
    }
    chronology = solved(events)
    assert chronology.contradictions == ()
    assert chronology.order("a", "b").order == "before"
    distance = chronology.distance("a", "b")
    assert distance.in_words() == "between 3 and 4 days"


def test_many_sets_at_once_stay_exact(solved: Solved) -> None:
    """However many sets hang together, no combination is left untried."""
    events = {"e00": "date: 2021-XX-09"} | {
        f"e{n:02d}": f"date: 20XX-XX-{9 + n:02d}\norder: [{{after: e{n - 1:02d}, by: P1D}}]"
        for n in range(1, 9)
    }
    chronology = solved({**events, "end": "date: 2021-07-30\norder: [{after: e08}]"})
    assert chronology.contradictions == ()
    assert start(chronology, "e08") == ["2021-01-17T00:00:00Z", "2021-07-18T00:00:00Z"]


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    """The same statements in other files, the other way round, give the same answer."""
    events = {
        "a": "date: 2021-05-07\norder: [{after: b}, {before: c}]",
        "b": "date: 2021-05-09\norder: [{after: c}]",
        "c": "date: 2021-05-08\nsources: [form]\norder: [{after: d}]",
        "d": 'date: "[2021-05-08, 2021-05-11]"\norder: [{same_day: a}]',
    }
    told = []
    for turn, names in enumerate((sorted(events), sorted(events, reverse=True))):
        listed = "".join(
            f"- id: {name}\n  headline: Event {name}\n  "
            + events[name].replace("\n", "\n  ")
            + "\n"
            for name in names
        )
        folder = tmp_path / str(turn)
        texts = {"events/all.yaml": listed, "sources.yaml": SOURCES, "people.yaml": PEOPLE}
        chronology = solve(load(write_investigation(folder, texts)))
        told.append(
            (
                [(one.sentence, one.misses_by) for one in chronology.contradictions],
                [one.sentence for one in chronology.relaxed],
                chronology.narrowed.to_csv(),
            )
        )
    assert told[0] == told[1]
    assert told[0][0]


def test_a_long_chain_is_told_by_its_ends(solved: Solved) -> None:
    """A sentence stays readable when twenty statements are needed to show the clash."""
    chain = {
        f"e{n:02d}": f"date: unknown\norder: [{{after: e{n - 1:02d}, source: form}}]"
        for n in range(1, 20)
    }
    events = {
        "e00": "date: 2021-05-09\nsources: [form]",
        **chain,
        "e20": "date: 2021-05-07\nsources: [form]\norder: [{after: e19, source: form}]",
    }
    (found,) = solved(events).contradictions
    assert len(found.statements) == 22
    assert found.sentence.startswith("These 22 statements cannot all be true: that “Event e00” is")
    assert "17 statements between them" in found.sentence
    assert len(found.sentence) < 700

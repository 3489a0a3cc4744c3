"""What is picked survives an address, and keeps exactly the events it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import write_investigation
from timelines.investigation import Investigation, load
from timelines.selection import Selection, known_part, period_of, select

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20)
NAME = TEXT.map(str.strip).filter(bool)
NAMES = st.lists(NAME, max_size=4, unique=True).map(tuple)

FILES = {
    "investigation.yaml": "title: T\nzone: America/Chicago\nstorylines: [Court, Town]\n",
    "people.yaml": "- {id: ann, name: Ann Çelik}\n- {id: bob, name: Bob Ash}\n",
    "sources.yaml": "- {id: memo, kind: document, title: The auditor’s memo}\n",
    "events/filed.yaml": (
        "headline: A lawsuit is filed\ndate: 2021-05-10\nstoryline: Court\npeople: [ann]\n"
        "tags: [money]\nverification: confirmed\nvisibility: public\n"
        "sources: [{source: memo, quote: nobody asked us}]\n"
    ),
    "events/known.yaml": (
        "headline: Bob hears of it\ndate: 2021-05\nstoryline: Town\nverification: alleged\n"
        "known_to: [{who: bob, date: 2021-05}]\n"
    ),
    "events/later.yaml": "headline: The vote\ndate: 2021-09-08\nstoryline: [Court, Town]\n",
    "events/sometime.yaml": "headline: It was never dated\ndate: unknown\n",
    "events/before.yaml": 'headline: It had begun\ndate: "[..2021-04-30]"\n',
}


@pytest.fixture(scope="module")
def investigation(tmp_path_factory: pytest.TempPathFactory) -> Investigation:
    """Five events that differ in everything one can pick by."""
    return load(write_investigation(tmp_path_factory.mktemp("picked"), FILES))


def _picked(investigation: Investigation, selection: Selection) -> set[str]:
    return set(select(investigation, selection)["id"])


@given(
    st.builds(
        Selection,
        storylines=NAMES,
        people=NAMES,
        tags=NAMES,
        verification=NAMES,
        visibility=NAMES,
        since=st.none() | NAME,
        until=st.none() | NAME,
        words=st.none() | NAME,
        event=st.none() | NAME,
    )
)
def test_a_link_opens_the_same_view(selection: Selection) -> None:
    """Whatever is picked, the editor who gets the link sees the same."""
    assert Selection.from_query(selection.to_query()) == selection


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=40) | st.integers() | st.none()))
def test_no_address_is_an_error(query: dict[str, object]) -> None:
    """Junk in an address, as it comes from mail programs and bots, never breaks the page."""
    keys = ("storyline", "tag", "since", "words", "event")
    junk = {**query, **dict(zip(keys, query.values(), strict=False))}
    found = Selection.from_query(junk)
    assert Selection.from_query(found.to_query()) == found


def test_what_is_not_picked_is_not_in_the_address() -> None:
    """A link to everything has nothing to read in it."""
    assert Selection().to_query() == {}
    assert Selection().everything
    assert Selection(event="a").everything
    picked = Selection(storylines=("Court, again",), event="filed")
    assert picked.to_query() == {"storyline": "Court\\, again", "event": "filed"}


def test_endless_addresses_are_cut_short() -> None:
    """A link of a million letters costs nothing."""
    found = Selection.from_query({"words": "x" * 9_000, "tag": ",".join("abcdefghij" * 90)})
    assert len(found.words or "") <= 2_000
    assert len(found.tags) <= 50
    assert Selection.from_query({"words": "x" * 1_000_000}).words is None


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(), {"filed", "known", "later", "sometime", "before"}),
        (Selection(storylines=("Court",)), {"filed", "later"}),
        (Selection(storylines=("Court", "Town")), {"filed", "known", "later"}),
        (Selection(people=("ann",)), {"filed"}),
        (Selection(people=("bob",)), {"known"}),
        (Selection(tags=("money",)), {"filed"}),
        (Selection(verification=("confirmed", "alleged")), {"filed", "known"}),
        (Selection(visibility=("public",)), {"filed"}),
        (Selection(storylines=("Court",), verification=("unverified",)), {"later"}),
        (Selection(since="2021-06"), {"later", "sometime"}),
        (Selection(until="2021-04"), {"sometime", "before"}),
        (Selection(since="2021-05-15", until="2021-05-20"), {"known", "sometime"}),
        (Selection(words="lawsuit filed"), {"filed"}),
        (Selection(words="celik"), {"filed"}),
        (Selection(words="AUDITOR'S memo"), {"filed"}),
        (Selection(words="“nobody asked”"), {"filed"}),
        (Selection(words="“asked nobody”"), set()),
        (Selection(words="town"), {"known", "later"}),
        (Selection(event="filed"), {"filed", "known", "later", "sometime", "before"}),
    ],
)
def test_a_selection_keeps_what_it_says(
    investigation: Investigation, selection: Selection, kept: set[str]
) -> None:
    """Every filter keeps the events it names, and those a period may hold."""
    assert _picked(investigation, selection) == kept


@pytest.mark.parametrize(
    "stale",
    [
        Selection(storylines=("Gone",)),
        Selection(people=("nobody",), tags=("none",)),
        Selection(verification=("sure",), visibility=("secret",)),
        Selection(since="8/8/2021", until="2021/2022"),
        Selection(since="soon"),
    ],
)
def test_an_old_link_does_not_hide_everything(
    investigation: Investigation, stale: Selection
) -> None:
    """What an investigation no longer has, or nobody can read, keeps nothing out."""
    assert len(_picked(investigation, stale)) == len(investigation.events)
    kept = known_part(investigation, stale)
    assert not (kept.storylines or kept.people or kept.tags or kept.verification)


def test_the_tables_are_left_as_they_are(investigation: Investigation) -> None:
    """Picking never changes what the investigation says."""
    before = investigation.events.copy()
    found = select(investigation, Selection(words="lawsuit"))
    assert before.equals(investigation.events)
    assert found.index.tolist() == [0]
    assert found.dtypes.equals(investigation.events.dtypes)


def test_a_period_is_half_open_in_utc(investigation: Investigation) -> None:
    """Until May is until May is over in Chicago."""
    found = period_of(investigation, Selection(since="2021-05", until="2021-05"))
    assert found == (1619845200000000, 1622523600000000)
    assert period_of(investigation, Selection(since="junk")) == (None, None)


def test_an_empty_investigation_can_be_picked_from(tmp_path: Path) -> None:
    """Nothing to keep is not an error."""
    empty = load(write_investigation(tmp_path, {}))
    everything = Selection(storylines=("A",), people=("b",), since="2021", words="x")
    assert len(select(empty, everything)) == 0

"""The timeline page: what is shown, what is picked, and what the address says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from components import address as came
from tests.app.conftest import CASE, Start, address, listed, piece, text
from tests.conftest import write_investigation

EMAIL = "prosecutor-email"


def test_the_first_view_shows_the_investigation_and_its_events(start: Start) -> None:
    """Who opens the app sees what the investigation is, its chart, and all events in order."""
    app = start(investigation=CASE)
    assert "The search of the mayor’s records" in piece(app, "<h1>")
    ids = listed(app)
    assert len(ids) == len(set(ids)) == 29
    assert ids.index("records-search") < ids.index(EMAIL) < ids.index("complaint-filed")
    (chart,) = app.get("plotly_chart")
    assert chart.proto.alt
    assert json.loads(chart.proto.spec)["data"]
    assert json.loads(chart.proto.config)["showSendToCloud"] is False


def test_a_link_opens_the_card_of_its_event(start: Start) -> None:
    """The card says when, why, who says so and where, in words a reader understands."""
    card = piece(start(investigation=CASE, event="internal-report"), 'class="card"')
    assert "Sometime in May 2021" in card
    assert "<code>2021-05</code>" in card
    assert "It is not known more exactly" in card
    assert "May 1, 2021 to May 31, 2021" in card
    assert "Becchina" in card
    assert "events/internal-report.yaml:" in card


def test_a_card_shows_what_each_source_says_differently(start: Start) -> None:
    """An editor sees “e-mail” beside “letter”, and how “on Friday” is read."""
    card = piece(start(investigation=CASE, event=EMAIL), 'class="card"')
    assert "“e-mail”" in card
    assert "“letter”" in card
    card = piece(start(investigation=CASE, event="complaint-filed"), 'class="card"')
    assert "“on Friday”" in card
    assert "that is, " in card
    assert "Fri 15 Oct 2021" in card


def test_the_card_counts_origins_not_articles(start: Start) -> None:
    """Two stories over one e-mail are not two witnesses."""
    app = start(investigation=CASE, event="complaint-filed")
    card = piece(app, 'class="card"')
    assert "going back to" in card


def test_a_page_drawn_again_by_itself_stays_where_a_link_led(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When checks are done the page is drawn again, and the browser may still say where it was a
    moment ago; only somebody who goes back to an address is led there."""
    app = start(investigation=CASE)
    app.query_params["event"] = EMAIL
    monkeypatch.setattr(came, "went", lambda: False)
    app.run()
    assert "event" not in address(app)
    app.query_params["event"] = EMAIL
    monkeypatch.setattr(came, "went", lambda: True)
    app.run()
    assert address(app)["event"] == EMAIL


def test_previous_and_next_walk_the_list(start: Start) -> None:
    """One step on and one step back are one click each, and the address follows."""
    app = start(investigation=CASE, event=EMAIL)
    ids = listed(app)
    app.button(key="next").click().run()
    assert address(app)["event"] == ids[ids.index(EMAIL) + 1]
    app.button(key="previous").click().run()
    assert address(app)["event"] == EMAIL
    app.button(key="close").click().run()
    assert "event" not in address(app)
    assert 'class="card"' not in text(app)


def test_the_chart_does_not_change_when_an_event_is_chosen(start: Start) -> None:
    """Choosing an event never throws away the zoom: the very same figure is drawn."""
    app = start(investigation=CASE)
    before = app.get("plotly_chart")[0].proto.id
    app.query_params["event"] = EMAIL
    app.run()
    assert 'data-card="prosecutor-email"' in text(app)
    assert app.get("plotly_chart")[0].proto.id == before
    listing = piece(app, 'class="listing"')
    app.button(key="next").click().run()
    assert piece(app, 'class="listing"') == listing


def test_filters_pick_count_and_stand_in_the_address(start: Start) -> None:
    """Every filter narrows the chart and the list alike, and the link carries it."""
    app = start(investigation=CASE)
    app.multiselect(key="filter_storylines").select("The complaint").run()
    some = listed(app)
    assert 0 < len(some) < 29
    assert f"{len(some)} of 29 events shown" in text(app)
    assert address(app)["storyline"] == "The complaint"
    app.text_input(key="filter_words").set_value("mediation").run()
    assert listed(app) == ["mediation-or-investigation"]
    app.button(key="filter_clear").click().run()
    assert len(listed(app)) == 29
    assert address(app) == {"investigation": CASE}


def test_a_link_fills_the_filters(start: Start) -> None:
    """Who comes by a link sees in the filters what was picked, and can undo it."""
    app = start(
        investigation=CASE, people="nobody-here", person="lucas", until="2021-09", show="narrowed"
    )
    assert app.multiselect(key="filter_people").value == ["lucas"]
    assert app.text_input(key="filter_until").value == "2021-09"
    assert app.checkbox(key="layer_narrowed").value is True
    assert "complaint-filed" not in listed(app)


def test_a_link_to_what_is_gone_says_so(start: Start) -> None:
    """An old link never hides everything, and never fails: it says what it asked for."""
    assert "“no-such”" in text(start(investigation="no-such"))
    app = start(investigation=CASE, event="no-such-event", storyline="No such lane")
    assert "“no-such-event”" in text(app)
    assert "“No such lane”" in text(app)
    assert listed(app)


def test_a_date_that_cannot_be_read_filters_nothing(start: Start) -> None:
    """A period typed wrongly is answered with the right form, and nothing is hidden by it."""
    app = start(investigation=CASE)
    app.text_input(key="filter_since").set_value("May 2021").run()
    assert "“May 2021” is not a date" in text(app)
    assert len(listed(app)) == 29


def test_coming_back_to_an_address_undoes_what_was_picked_since(start: Start) -> None:
    """The browser's way back restores filters and card as they were."""
    app = start(investigation=CASE, event=EMAIL, words="mayor")
    before = listed(app)
    app.text_input(key="filter_words").set_value("complaint").run()
    assert listed(app) != before
    app.query_params["words"] = "mayor"
    app.run()
    assert listed(app) == before
    assert app.text_input(key="filter_words").value == "mayor"


def test_events_without_a_date_stand_apart(start: Start, tmp_path: Path) -> None:
    """What nobody can date is listed, but never among the dated as if it had a place."""
    write_investigation(
        tmp_path,
        {
            "events/known.yaml": "headline: Known\ndate: 2021-05\n",
            "events/lost.yaml": "headline: Lost\ndate: unknown\n",
            "events/broken.yaml": "headline: Broken\ndate: 2021-13\n",
        },
    )
    app = start(tmp_path)
    dated, apart = piece(app, 'class="listing"').split("<h3>")
    assert "Known" in dated
    assert "Lost" not in dated
    assert "Lost" in apart
    assert "Broken" in apart


@pytest.mark.parametrize("event", ["known", "lost", "broken"])
def test_every_kind_of_date_has_a_card(start: Start, tmp_path: Path, event: str) -> None:
    """A date that is unknown or cannot be read is explained, never assumed."""
    test_events_without_a_date_stand_apart(start, tmp_path)
    card = piece(start(tmp_path, event=event), 'class="card"')
    assert {
        "known": "Sometime in May 2021",
        "lost": "No source says when",
        "broken": "nothing is assumed",
    }[event] in card


def test_a_long_list_comes_in_parts_and_follows_the_chosen_event(
    start: Start, tmp_path: Path
) -> None:
    """With hundreds of events the list stays quick, and the chosen one is always in sight."""
    events = "".join(
        f"- id: e{number:03d}\n  headline: Event {number}\n  date: {1700 + number}-03-04\n"
        for number in range(450)
    )
    write_investigation(tmp_path, {"events/all.yaml": events})
    app = start(tmp_path)
    assert listed(app) == [f"e{number:03d}" for number in range(200)]
    assert "1 to 200 of 450" in text(app)
    app.button(key="list_on").click().run()
    assert listed(app)[0] == "e200"
    app.query_params["event"] = "e449"
    app.run()
    assert listed(app)[-1] == "e449"
    app.button(key="previous").click().run()
    assert address(app)["event"] == "e448"
    app.button(key="list_back").click().run()
    assert listed(app)[0] == "e200"
    app.query_params["event"] = "e200"
    app.run()
    app.button(key="previous").click().run()
    assert address(app)["event"] == "e199"
    assert "e199" in listed(app)

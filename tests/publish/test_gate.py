"""What keeps an event from readers, and what does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.publish.newsroom import NOW, Newsroom, prepared
from timelines.publish.publication import Prepared

HOUR = 3_600_000_000


def through(news: Newsroom, place: Path, *, signed: bool = True, now: int = NOW) -> Prepared:
    """What the gate says of a newsroom, signed as it reads."""
    if signed:
        news.sign(place / "signed")
    return prepared(news.written(place / "desk"), now=now)


def missing(news: Newsroom, place: Path, **more: Any) -> set[tuple[str, str | None]]:
    """Check and event of everything that keeps the gate closed."""
    return {(one.check, one.event) for one in through(news, place, **more).decision.missing}


def test_what_is_signed_and_holds_may_go_out(tmp_path: Path) -> None:
    """The gate is open for public events that are signed and on which nothing stands."""
    decision = through(Newsroom(), tmp_path).decision
    assert decision.open
    assert decision.shown == ("approved", "built", "inspected")


def test_nothing_goes_out_unsigned(tmp_path: Path) -> None:
    """One unsigned event keeps all of them at the desk."""
    decision = through(Newsroom(), tmp_path, signed=False).decision
    assert not decision.open
    assert {(one.check, one.event) for one in decision.missing} == {
        ("signoff-missing", event) for event in decision.shown
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "An inspector visits the dock"),
        ("date", "2023-03"),
        ("attribution", "the inspector says"),
        ("sources", ["minutes"]),
        ("verification", "alleged"),
    ],
)
def test_a_change_closes_the_gate(field: str, value: Any, signed: Newsroom, tmp_path: Path) -> None:
    """Whoever changes a word after the signature has to have it signed again."""
    signed.events["inspected"][field] = value
    found = missing(signed, tmp_path, signed=False)
    assert ("signoff-stale", "inspected") in found
    assert {event for _, event in found} == {"inspected"}


@pytest.mark.parametrize(
    ("change", "event"),
    [
        (lambda news: news.sources["minutes"].update(title="The board’s minutes"), "inspected"),
        (lambda news: news.sources["minutes"].update(public="no"), "approved"),
        (lambda news: news.sources["worker"].update(label="a dock worker"), "built"),
        (lambda news: news.people["vance"].update(name="Marisol A. Vance"), "approved"),
        (lambda news: news.people["contractor"].update(label="a contractor"), "approved"),
    ],
)
def test_a_change_elsewhere_that_readers_see_closes_it_too(
    change: Any, event: str, signed: Newsroom, tmp_path: Path
) -> None:
    """A signature holds for the sources and people as readers get them, wherever they stand."""
    change(signed)
    assert ("signoff-stale", event) in missing(signed, tmp_path, signed=False)


def test_a_picture_is_signed_too(signed: Newsroom, tmp_path: Path) -> None:
    """Putting another picture in the place of the one that was signed is noticed."""
    picture = signed.files["media/dock.png"]
    assert isinstance(picture, bytes)
    signed.files["media/dock.png"] = picture + b" "
    assert ("signoff-stale", "approved") in missing(signed, tmp_path, signed=False)


def test_every_required_role_signs(tmp_path: Path) -> None:
    """Where a lawyer must sign as well, an editor alone is not enough."""
    news = Newsroom()
    news.heading["signoffs"] = ["editor", "lawyer"]
    decision = through(news, tmp_path).decision
    assert {one.check for one in decision.missing} == {"signoff-missing"}
    assert all("lawyer" in one.message for one in decision.missing)


def test_the_reporter_is_not_the_editor(tmp_path: Path) -> None:
    """Whoever signed as reporter does not count as the editor."""
    news = Newsroom().sign(tmp_path / "signed", by="R. Porter")
    written = {**news.events["built"]["signoffs"][0], "role": "reporter"}
    news.events["built"]["signoffs"].append(written)
    assert missing(news, tmp_path, signed=False) == {("self-approved", "built")}


def test_an_embargo_is_kept_in_silence(signed: Newsroom, tmp_path: Path) -> None:
    """Until its hour an event is not there, signed or not; from then on it must be in order."""
    signed.events["built"] |= {"embargo": "2023-07-01T12:00Z", "signoffs": []}
    hour = 1_688_212_800_000_000
    early = through(signed, tmp_path / "early", signed=False, now=hour - 1)
    assert early.decision.open
    assert early.decision.held == ("built",)
    assert [
        one.headline for one in early.publication.public.events if "built" in one.headline
    ] == []
    late = through(signed, tmp_path / "late", signed=False, now=hour)
    assert {one.event for one in late.decision.missing} == {"built"}


def test_an_embargo_that_cannot_be_read_lets_nothing_out(tmp_path: Path) -> None:
    """An embargo without a zone holds everything back until somebody says what is meant."""
    news = Newsroom()
    news.events["built"]["embargo"] = "2040-01-01T00:00"
    assert ("unreadable", "built") in missing(news, tmp_path)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"adverse_to": ["board"]}, ("response-missing", "inspected")),
        ({"sources": []}, ("no-source", "inspected")),
        ({"verification": "hypothesis"}, ("hypothesis-public", "inspected")),
        ({"date": "2023-03-21x"}, ("unreadable", "inspected")),
        ({"headline": "Theo Lindqvist is seen"}, ("never-named", "inspected")),
        ({"media": [{"file": "media/dock.png"}]}, ("media-unready", "inspected")),
        ({"sources": ["nowhere"]}, ("unreadable", "inspected")),
    ],
)
def test_an_open_error_closes_the_gate(
    change: dict[str, Any], found: tuple[str, str], tmp_path: Path
) -> None:
    """No signature helps while a finding at block or error stands on an event for readers."""
    news = Newsroom()
    news.events["inspected"] |= change
    assert found in missing(news, tmp_path)


def test_an_accepted_error_does_not(tmp_path: Path) -> None:
    """What an editor accepted by name and with a reason keeps nothing back."""
    news = Newsroom()
    news.events["built"]["sources"] = ["worker"]
    assert missing(news, tmp_path / "open") == {("anonymous-only", "built")}
    news.events["built"]["waivers"] = [
        {
            "check": "anonymous-only",
            "because": "Nobody else saw it.",
            "by": "E. D.",
            "on": "2023-06",
        }
    ]
    assert through(news, tmp_path / "accepted").decision.open


def test_what_stands_on_the_desks_own_events_closes_nothing(tmp_path: Path) -> None:
    """An internal event may be full of errors; readers do not get it."""
    news = Newsroom()
    news.events["desk-only"] |= {"sources": ["nowhere"], "date": "2023-13"}
    assert through(news, tmp_path).decision.open


def test_an_unexplained_source_alone_closes_nothing(tmp_path: Path) -> None:
    """A source whose anonymity is not explained is the desk's business; readers get its label."""
    news = Newsroom()
    del news.sources["worker"]["why_anonymous"]
    prepared_ = through(news, tmp_path)
    assert prepared_.decision.open


@pytest.mark.parametrize(
    "change",
    [
        lambda news: news.sources["worker"].update(terms="on-backround"),
        lambda news: news.people["contractor"].update(namming="never"),
        lambda news: news.heading.update(signofs=["lawyer"]),
        lambda news: news.files.update({"events/lost.yaml": "headline: [\n"}),
        lambda news: news.heading.update(expect={"events": 5}),
    ],
)
def test_what_cannot_be_read_closes_the_gate(change: Any, tmp_path: Path) -> None:
    """A slip of the pen in terms, naming, sign-offs or a whole file never lets anything out."""
    news = Newsroom()
    change(news)
    decision = through(news, tmp_path).decision
    assert {one.check for one in decision.missing} & {"unreadable", "count-unexpected"}


def test_a_name_in_a_field_that_no_check_reads_closes_it(tmp_path: Path) -> None:
    """Somebody who must not be named is not named in a locator or a part either."""
    news = Newsroom()
    news.events["approved"]["sources"][0]["at"] = "p. 2, remark of Lindqvist"
    assert missing(news, tmp_path) == {("never-named", "approved")}


def test_a_contradiction_with_an_internal_event_closes_it(tmp_path: Path) -> None:
    """A public event that cannot be true together with what the desk knows does not go out."""
    news = Newsroom()
    news.events["desk-only"] |= {"date": "2023-03-01", "order": [{"after": "approved"}]}
    assert {check for check, _ in missing(news, tmp_path)} == {"contradiction"}


def test_where_nothing_is_public_nothing_goes_out(tmp_path: Path) -> None:
    """An empty page is not published by accident."""
    news = Newsroom()
    for event in news.events.values():
        event["visibility"] = "internal"
    assert {check for check, _ in missing(news, tmp_path)} == {"nothing-public"}


def test_a_drawing_that_could_hold_a_script_closes_it(tmp_path: Path) -> None:
    """An SVG or an office file in the place of a picture is refused with a sentence."""
    news = Newsroom()
    news.files["media/dock.svg"] = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    news.events["approved"]["media"][0]["file"] = "media/dock.svg"
    decision = through(news, tmp_path).decision
    (one,) = decision.missing
    assert (one.check, one.event) == ("media-unready", "approved")
    assert "is not a picture that readers can get" in one.message

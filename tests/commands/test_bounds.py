"""`bounds`: what each date means, what reasoning narrows, and how two events stand."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.conftest import Run


def test_bounds_are_half_open_instants_in_utc(run: Run, levee: Path) -> None:
    """A programmer gets the first possible and the first impossible instant of each event."""
    events = json.loads(run("bounds", levee, "--format", "json").out)["events"]
    warned = next(event for event in events if event["id"] == "warned")
    assert warned["written"] == "2021-05"
    assert warned["start"] == ["2021-05-01T05:00:00Z", "2021-06-01T05:00:00Z"]
    assert warned["end"] == warned["start"]
    assert set(warned["narrowed"]) >= {"start", "end"}


def test_a_narrowed_bound_comes_with_its_proof(run: Run, levee: Path) -> None:
    """An editor can see which statements make a date narrower than it is written."""
    (levee / "events" / "warned.yaml").write_text(
        "headline: Inspectors warned the county\ndate: 2021-05\nsources: [county-letter]\n"
        "order:\n  - after: closed\n    source: star\n"
    )
    events = json.loads(run("bounds", levee, "--format", "json").out)["events"]
    warned = next(event for event in events if event["id"] == "warned")
    assert warned["narrowed"]["start"][0] > warned["start"][0]
    assert any(warned["narrowed"]["why"]["start_earliest"])


def test_two_events_are_compared_in_seconds(run: Run, levee: Path) -> None:
    """Order and least and most distance, with why, as JSON has them."""
    shown = json.loads(
        run("bounds", levee, "--between", "warned", "repaired", "--format", "json").out
    )
    assert shown["order"] == "before"
    least, most = shown["distance"]
    assert 99 * 86400 < least < most < 131 * 86400
    assert shown["why"]


def test_two_events_are_compared_in_words(run: Run, levee: Path) -> None:
    """An editor reads order and distance as a sentence."""
    shown = run("bounds", levee, "--between", "warned", "repaired")
    assert "surely before" in shown.out
    assert "days" in shown.out


def test_an_event_that_is_not_there_is_suggested(run: Run, levee: Path) -> None:
    """A slip in an event's id gets the nearest one."""
    shown = run("bounds", levee, "--between", "warnd", "repaired")
    assert shown.code == 2
    assert "“warned”" in shown.err


def test_the_text_names_every_event(run: Run, levee: Path) -> None:
    """The terminal shows the written date beside its bounds."""
    shown = run("bounds", levee)
    assert shown.code == 0
    for event in ("warned", "closed", "repaired"):
        assert event in shown.out

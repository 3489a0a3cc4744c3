"""What an editor accepts is shown as accepted, until it is over or there is nothing to accept."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings
from timelines.findings import Finding

CASE = """
--- sources.yaml
- id: story
  kind: publication
  title: The story
  published: {published}
--- events/filed.yaml
headline: The permit is filed.
date: 2021-05-01
sources: [story]
waivers:
  - check: {check}
    because: The stamp says so.
    by: R. Ortiz
    on: 2021-10-01
{more}
--- events/other.yaml
headline: Another permit is filed.
date: 2021-06-01
sources: [story]
--- today
{today}
"""


def case(**words: str) -> str:
    """A first of the month that an editor accepts."""
    plain = {
        "check": "suspicious-first",
        "more": "",
        "today": "2021-12-01",
        "published": "2021-10-08",
    }
    return CASE.format(**plain | words)


def named(text: str, name: str) -> list[Finding]:
    """What the check of that name finds, among all checks."""
    return [finding for finding in findings(text) if finding.check == name]


def test_accepted_by_name() -> None:
    """A waived finding stays on the list, with who accepts it, since when and why."""
    mine, other = named(case(), "suspicious-first")
    assert mine.accepted is not None
    assert (mine.accepted.by, mine.accepted.on) == ("R. Ortiz", "2021-10-01")
    assert mine.accepted.because == "The stamp says so."
    assert other.accepted is None, "the same finding of another event stands"
    assert named(case(), "waiver-unmatched") == []


@pytest.mark.parametrize(
    ("until", "today", "holds"),
    [
        ("2021-12-01", "2021-12-01", True),
        ("2021-11-30", "2021-12-01", False),
        ("2021-12", "2021-12-31", True),
        ("2021-12", "2022-01-01", False),
        ("2021", "2021-12-31", True),
        ("unknown", "2031-01-01", True),
    ],
)
def test_until(until: str, today: str, holds: bool) -> None:
    """A waiver holds to the end of its last day, whatever day that is."""
    text = case(more=f"    until: {until}", today=today)
    assert (named(text, "suspicious-first")[0].accepted is not None) is holds
    expired = named(text, "waiver-expired")
    assert [finding.level for finding in expired] == ([] if holds else ["warning"])


def test_fingerprint() -> None:
    """A waiver with a fingerprint covers that one finding, and is unmatched when it changes."""
    mine = named(case(), "suspicious-first")[0].fingerprint
    assert named(case(more=f"    fingerprint: {mine}"), "suspicious-first")[0].accepted
    wrong = case(more="    fingerprint: 0123456789abcdef")
    assert named(wrong, "suspicious-first")[0].accepted is None
    assert [f.level for f in named(wrong, "waiver-unmatched")] == ["warning"]


@pytest.mark.parametrize("check", ["false-precision", "suspicious-frist", "everything"])
def test_nothing_to_accept(check: str) -> None:
    """A waiver of what is not found, or of no check at all, is a finding of its own."""
    (found,) = named(case(check=check), "waiver-unmatched")
    assert check in found.message
    assert (found.file, found.line) == ("events/filed.yaml", 5)


def test_slip_of_the_pen() -> None:
    """A misspelled name of a check is answered with the right one."""
    (found,) = named(case(check="suspicious-frist"), "waiver-unmatched")
    assert "Did you mean “suspicious-first”?" in found.message


def test_expired_is_told_once() -> None:
    """A waiver that is over is said to be over, whether or not it would accept something."""
    text = case(check="false-precision", more="    until: 2021-11-30")
    assert len(named(text, "waiver-expired")) == 1
    assert named(text, "waiver-unmatched") == []


def test_block_cannot_be_waived() -> None:
    """What blocks publication goes on blocking, and the editor is told why the waiver is idle."""
    text = case(check="source-before-event", published="2021-04-30")
    (block,) = [f for f in named(text, "source-before-event") if f.event == "filed"]
    assert block.accepted is None
    (idle,) = named(text, "waiver-unmatched")
    assert "cannot be waived" in idle.message


def test_survives_unrelated_edits() -> None:
    """New lines above, and other citations, leave the fingerprint as it was."""
    mine = named(case(), "suspicious-first")[0]
    moved = named(case().replace("headline: The permit", "place: City Hall\nheadline: The permit"),
                  "suspicious-first")[0]  # fmt: skip
    assert moved.line != mine.line
    assert moved.fingerprint == mine.fingerprint


def test_two_waivers_of_one_finding() -> None:
    """Of two, the one that holds longer is shown, and an expired one beside it changes nothing."""
    second = """    until: 2021-10-31
  - check: suspicious-first
    because: The clerk confirmed it.
    by: A. Editor
    on: 2021-11-02"""
    found = named(case(more=second), "suspicious-first")[0]
    assert found.accepted is not None
    assert found.accepted.by == "A. Editor"
    assert len(named(case(more=second), "waiver-expired")) == 1

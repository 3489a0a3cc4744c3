"""Every check keeps the shape of the shelf, finds its case, and is silent on its near misses."""

from __future__ import annotations

import re

import pytest

from tests.checks.cases import findings
from timelines.checks import SECTIONS, Check, docs, shelf
from timelines.findings import LEVELS, Finding

JARGON = re.compile(
    r"\b(invalid|exception|error|null|none|nan|nat|boolean|regex|parse[drs]?|edtf|token|"
    r"timedelta|microseconds?|interval|bounds?|tuple|traceback)\b|[{}\\]|\w_\w|\bself\b",
    re.IGNORECASE,
)

every_check = pytest.mark.parametrize("one", shelf(), ids=lambda one: one.name)


@every_check
def test_shape(one: Check) -> None:
    """A check can be looked up by an editor: section, level and a manual page in sentences."""
    assert one.section in SECTIONS
    assert {one.level, *one.also} <= set(LEVELS)
    assert one.manual[0].isupper() or one.manual[0] == "“"
    assert one.manual.endswith((".", "?"))
    assert one.manual.split("\n")[0].endswith((".", "?")), "the first line is a sentence"
    assert one.silent


@every_check
def test_finds_its_case(one: Check) -> None:
    """The case beside the rule is found, at the level that the rule names."""
    found = findings(one.finds, only=one.name)
    assert found, f"{one.name} says nothing of its own case"
    assert found[0].level == one.level
    assert {finding.level for finding in found} <= {one.level, *one.also}


@every_check
def test_silent_on_near_misses(one: Check) -> None:
    """Every near miss beside the rule is left in peace."""
    for case in one.silent:
        told = [finding.message for finding in findings(case, only=one.name)]
        assert told == [], f"{one.name} accuses:\n{case}"


@every_check
def test_cases_are_readable(one: Check) -> None:
    """A case shows what it is about: nothing in it is unreadable by accident."""
    if one.section != "Reading":
        for case in (one.finds, *one.silent):
            assert [f.message for f in findings(case, only="unreadable")] == []


@every_check
def test_reads_like_an_editors_note(one: Check) -> None:
    """What is said is one or two plain sentences, with curly quotes and without jargon."""
    for finding in findings(one.finds, only=one.name):
        assert_plain(finding)


@every_check
def test_waivers_survive_unrelated_edits(one: Check) -> None:
    """A finding is the same one when comments move its lines: no fingerprint knows a line."""
    moved = re.sub(r"^(--- \S+\.yaml\n)", r"\1# A comment.\n\n", one.finds, flags=re.MULTILINE)
    before, after = findings(one.finds, only=one.name), findings(moved, only=one.name)
    assert [finding.fingerprint for finding in before] == [f.fingerprint for f in after]
    assert len({finding.fingerprint for finding in before}) == len(before)


def assert_plain(finding: Finding) -> None:
    """The finding reads like a note from one person to another, and has a place and a way out."""
    for text in (finding.message, finding.settles or "Look."):
        outside = re.sub(r"“[^”]*”", "“”", text)
        assert text.endswith((".", "?", ".”", "?”")), text
        assert '"' not in outside, f"straight quotes: {text}"
        assert "'" not in outside, f"straight apostrophe: {text}"
        assert not JARGON.search(outside), f"jargon {JARGON.search(outside)}: {text}"
        assert "  " not in text, f"two blanks: {text}"
        assert not text.endswith(".."), f"two stops: {text}"
        assert "\n" not in text
        assert text[0].isupper() or text[0] in "“0123456789", text
    # An abbreviated month (“Sept. 8”) or a title ends no sentence, nor does “p.m.”.
    own = re.sub(r"\b[A-Z][a-z]{1,4}\.|\b[ap]\.m\.", "", re.sub(r"“[^”]*”", "“”", finding.message))
    sentences = re.findall(r"[.?](?=\s+[A-Z“])", own)
    assert len(sentences) <= 1, f"more than two sentences: {finding.message}"
    assert finding.file, "no place"
    for related in finding.related:
        assert related.says
        assert related.file is None or related.line is not None


def test_documented() -> None:
    """The page of checks has every check with its level, its case and its near misses."""
    page = docs()
    for one in shelf():
        assert f"### `{one.name}`" in page
        assert one.finds.strip() in page
        assert all(case.strip() in page for case in one.silent)

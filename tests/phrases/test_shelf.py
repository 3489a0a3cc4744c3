"""Every rule on the shelf of phrases keeps its shape and does what its page says."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.phrases.said import CHICAGO, said
from tests.phrases.test_idioms import EVERY
from timelines.dates import phrases
from timelines.dates.calendar_words import plain
from timelines.dates.edtf import edtf
from timelines.dates.idiom import Anchor, Example, Question
from timelines.dates.phrases import Reading, Rule, Unresolved, docs, shelf
from timelines.dates.when import Bounds

EXAMPLES = [(rule, example) for rule in shelf() for example in rule.examples]


def anchored(words: str, day: date, **more: bool) -> Anchor:
    """The words as a rule gets them, in the founding case's zone."""
    when = edtf(day.isoformat(), CHICAGO)
    return Anchor(
        words=words,
        on=day,
        bounds=Bounds(when.start.earliest, when.end.latest),
        zone=CHICAGO,
        week_starts=0,
        hemisphere="north",
        planned=more.get("planned", False),
        since=None,
        inner=phrases._meant,
    )


def readers(words: str, day: date, **more: bool) -> list[str]:
    """The names of all rules that read a date from the words."""
    found = []
    for rule in shelf():
        match = rule.pattern.fullmatch(plain(words))
        try:
            if match is not None and rule.read(match, anchored(words, day, **more)) is not None:
                found.append(rule.name)
        except Question:
            continue
    return found


@pytest.mark.parametrize("rule", shelf(), ids=lambda rule: rule.name)
def test_shape(rule: Rule) -> None:
    """An editor can look a rule up: a manual in sentences, and examples that are read by it."""
    first, _, rest = rule.manual.partition("\n")
    assert first.endswith("."), "the first line is a sentence of its own"
    assert rule.manual.endswith(".")
    assert not rest or rest.startswith("\n")
    assert any(example.edtf is not None for example in rule.examples) or rule.name == "vague"


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{r.name}: {e.words}" for r, e in EXAMPLES]
)
def test_examples(rule: Rule, example: Example) -> None:
    """The documentation says of each example what the program really makes of it."""
    found = said(example.words, example.said, planned=example.planned, since=example.since)
    if example.edtf is None:
        assert isinstance(found, Unresolved)
        assert found.reason == example.reading
    else:
        assert isinstance(found, Reading)
        assert (found.edtf, found.reading) == (example.edtf, example.reading)
        assert found.rule == rule.name


@pytest.mark.parametrize(
    "example", [example for _, example in EXAMPLES], ids=lambda example: example.words
)
def test_no_two_rules_read_the_same_words(example: Example) -> None:
    """A new rule cannot quietly change what older words mean."""
    day = date.fromisoformat(example.said[:10])
    assert len(readers(example.words, day, planned=example.planned)) <= 1


@pytest.mark.parametrize("words", sorted(EVERY))
def test_no_two_rules_read_the_same_idiom(words: str) -> None:
    """What an idiom means never depends on which of two rules comes first."""
    assert len(readers(words, date(2021, 10, 15))) <= 1


JARGON = re.compile(
    r"\b(invalid|error|null|none|regex|parse|anchor|utc|interval|bounds?)\b|[{}\\]|\w_\w",
    re.IGNORECASE,
)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[e.words for _, e in EXAMPLES])
def test_readings_are_plain(rule: Rule, example: Example) -> None:
    """A reading is understood by somebody who never saw the code."""
    assert not JARGON.search(example.reading), rule.name
    assert example.edtf is None or not example.reading.endswith(".")
    assert example.edtf is not None or re.fullmatch(r"[A-Z“].*\.", example.reading)


def test_documentation_shows_every_rule() -> None:
    """Whoever reads the page sees every rule and every example."""
    page = docs()
    for rule, example in EXAMPLES:
        assert f"### {rule.name}\n" in page
        assert f"| {example.words} | {example.said}" in page
    assert "| about four months |" in page

"""Hundreds of files as people write them by hand, one edit each: nothing else changes."""

from __future__ import annotations

from random import Random

import pytest

from tests.desk.edits import an_edit, kept_around, lines_of_field, only_added, raw_lines
from tests.desk.handwriting import Hand, event
from timelines.desk import Refused
from timelines.desk.splicing.filetext import file_text
from timelines.desk.splicing.places import source
from timelines.desk.splicing.splice import added, removed, spliced
from timelines.records import Event
from timelines.records.fields import DATE_KEYS
from timelines.yamlfile import Document, Unreadable, Value, decode, read

EDITS = 800
PARTS = 8


def _written(seed: int) -> tuple[Random, bytes, Document] | None:
    """A file and what it says; None where that hand wrote something that is no YAML."""
    dice = Random(seed)  # noqa: S311 - the same files every time
    many = seed % 3 == 0
    value = (
        [{"id": f"r{n}", **event(dice)} for n in range(dice.randint(1, 4))] if many else event(dice)
    )
    data = Hand(dice).file(value)
    try:
        return dice, data, read(decode(data), verbatim=DATE_KEYS)
    except Unreadable:
        return None


def _edited(seed: int) -> str | None:
    """What is wrong after one edit; None if nothing is."""
    made = _written(seed)
    assert made is not None, seed
    dice, data, document = made
    whole = document.value
    number = dice.randrange(len(whole)) if isinstance(whole, list) else None
    record = whole if number is None else whole[number]  # type: ignore[index]
    assert isinstance(record, dict)
    edit = an_edit(dice, record)
    before = file_text(data)
    after = before.edited(spliced(source(before.text, DATE_KEYS), number, edit.new, Event))
    meant: Value = edit.new
    if isinstance(whole, list) and number is not None:
        meant = [*whole[:number], edit.new, *whole[number + 1 :]]
    if read(decode(after), verbatim=DATE_KEYS).value != meant:
        return "does not read back to what was meant"
    if after[:3] == b"\xef\xbb\xbf" and data[:3] != b"\xef\xbb\xbf":
        return "has a new byte order mark"
    first, behind = lines_of_field(document, number, edit.path)
    old, new = raw_lines(data), raw_lines(after)
    if edit.what == "add":
        one_line = decode(data).split("\n")[first - 1].lstrip(" -").startswith("{")
        return None if one_line or only_added(old, new) else "an added key changes other lines"
    return None if kept_around(old, new, first, behind) else f"{edit.what} changes other lines"


@pytest.mark.parametrize("part", range(PARTS))
def test_an_edit_touches_only_the_lines_of_what_was_edited(part: int) -> None:
    """Whoever compares two versions of a file sees what a reporter did, and nothing else."""
    seeds = [seed for seed in range(part, EDITS, PARTS) if _written(seed) is not None]
    assert len(seeds) > 0.95 * EDITS / PARTS
    wrong = {seed: said for seed in seeds if (said := _edited(seed)) is not None}
    assert wrong == {}


def test_records_come_and_go_without_a_trace_on_the_others() -> None:
    """A source that is added to a list, or taken out, leaves every other line as it was."""
    for seed in range(0, 240, 3):
        made = _written(seed)
        assert made is not None
        _, data, document = made
        whole = document.value
        assert isinstance(whole, list)
        before = file_text(data)
        text = source(before.text, DATE_KEYS)
        new: dict[str, Value] = {"id": "new", "headline": "Added: by hand", "date": "2021"}
        more = before.edited(added(text, [new], Event))
        assert read(decode(more), verbatim=DATE_KEYS).value == [*whole, new], seed
        assert only_added(raw_lines(data), raw_lines(more)), seed
        if len(whole) > 1:
            less = before.edited(removed(text, 1, Event))
            assert read(decode(less), verbatim=DATE_KEYS).value == [whole[0], *whole[2:]], seed
            kept = raw_lines(less)
            assert kept == _in_order(raw_lines(data), kept), seed


def _in_order(lines: list[str], kept: list[str]) -> list[str]:
    """Those of the lines that are kept, if they come in the same order; else too few."""
    left = iter(lines)
    return [line for line in kept if any(line == one for one in left)]


def test_a_file_edited_again_and_again_stays_its_own() -> None:
    """Twenty edits in a row leave a file that says exactly the last of them, comments and all."""
    for seed in (1, 4, 8):
        made = _written(seed)
        assert made is not None
        dice, data, document = made
        record = document.value
        assert isinstance(record, dict)
        for _ in range(20):
            edit = an_edit(dice, record)
            text = file_text(data)
            data = text.edited(spliced(source(text.text, DATE_KEYS), None, edit.new, Event))
            record = read(decode(data), verbatim=DATE_KEYS).value
            assert record == edit.new


SLIPS = ("&a ", "*a", "? ", ": ", "- ", "\t", "[", "}", "'", "|\n", " #x", "\n", "...\n", "\u2028")
"""What fingers and other programs leave in files."""


def test_a_file_with_slips_is_edited_exactly_or_not_at_all() -> None:
    """In a file that something went wrong with, a save does what is meant, or says why not."""
    exact = 0
    for seed in range(300):
        dice = Random(seed)  # noqa: S311 - the same files every time
        text = decode(Hand(dice).file(event(dice)))
        at = dice.randrange(len(text))
        text = text[:at] + dice.choice(SLIPS) + text[at:]
        try:
            record = read(text, verbatim=DATE_KEYS).value
        except Unreadable:
            continue
        if not isinstance(record, dict) or "headline" not in record:
            continue
        new: dict[str, Value] = {**record, "headline": "Another: one", "place": "Here"}
        try:
            edits = spliced(source(text, DATE_KEYS), None, new, Event)
        except Refused as refused:
            assert "text editor" in str(refused)
            continue
        after = file_text(text.encode()).edited(edits)
        assert read(decode(after), verbatim=DATE_KEYS).value == new, seed
        exact += 1
    assert exact > 100

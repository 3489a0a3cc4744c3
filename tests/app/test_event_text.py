"""Whatever is typed into the form reads back from disk exactly, and is only ever text."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.app.conftest import CASE, DATA, Start, text
from tests.app.form import field, fill, form, press
from tests.conftest import write_investigation
from timelines.desk import Refused, add, opened
from timelines.desk.asking import Asked, asked
from timelines.desk.filling import KEY, ROW, VALUE, changes, filled, said
from timelines.records import Event

NASTY = (
    "[2021]", "null", "~", ": #", "- x", "a: b", "yes", "0042", "12:30", "'", '"', "\\", "{", "*a",
    "&a", "!x", "%", "@", "`", "? x", "#", "---", "...", "👩🏽‍🚒", "שלום", "\u202eabc", "é", "\t",
    "<script>alert(1)</script>", "line\nline", "  two  blanks  ", "x" * 10_000, "=", "<<", "|", ">",
)  # fmt: skip
"""Words that YAML, HTML or a hurried program takes for something else."""

UNTYPED = ("Cs", "Cc", "Co", "Cn")
LINE_ENDS = "\u2028\u2029"
"""What no keyboard gives; line ends of this kind the desk refuses by name."""

typed = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=UNTYPED, exclude_characters=LINE_ENDS), max_size=40),
)


def answers(fields: tuple[Asked, ...], number: list[int]) -> st.SearchStrategy[dict[str, Any]]:
    """Forms with any text in every field that takes text, and one row in every list."""
    return st.fixed_dictionaries({one.name: answer(one, number) for one in fields})


def answer(one: Asked, number: list[int]) -> st.SearchStrategy[Any]:
    """Something typed into one field."""
    number[0] += 1
    row = {ROW: st.just(number[0])}
    if one.manner == "choice":
        return st.sampled_from(("", *one.choices))
    if one.manner == "choices":
        return st.lists(st.sampled_from(one.choices), max_size=2, unique=True)
    if one.manner == "words":
        return st.lists(typed, max_size=2)
    if one.manner == "mapping":
        return st.lists(
            st.fixed_dictionaries({**row, KEY: st.just("verdict"), VALUE: typed}), max_size=1
        )
    if one.manner == "rows":
        return st.lists(_row(one, number), max_size=1)
    needed = one.needed or one.name == "after"
    return st.sampled_from([each for each in NASTY if each.strip()]) if needed else typed


def _row(one: Asked, number: list[int]) -> st.SearchStrategy[dict[str, Any]]:
    mine = number[0]
    inner = one.inner
    if one.name == "order":
        inner = tuple(each for each in inner if each.name in ("after", "by", "source"))
    return answers(inner, number).map(lambda form: {ROW: mine, **form})


def clean(value: Any) -> Any:
    """What a text means in a file: blanks around it are no part of it, nothing typed is nothing."""
    if isinstance(value, dict):
        return {key: one for key, each in value.items() if (one := clean(each))}
    if isinstance(value, list):
        return [one for each in value if (one := clean(each))]
    whole = re.sub(r"\r\n?", "\n", value)
    if not whole.strip():
        return ""
    return whole.rstrip(" \t") if "\n" in whole else whole.strip(" \t")


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(values=answers(asked(Event), [0]), turn=st.integers(0, 10**9))
def test_any_text_in_any_field_reads_back_exactly(
    tmp_path: Path, values: dict[str, Any], turn: int
) -> None:
    """A reporter who types `[2021]`, `null` or anything else finds exactly that in the file."""
    folder = write_investigation(tmp_path, {})
    shutil.rmtree(folder / "events", ignore_errors=True)
    meant = {"headline": "It happened", "date": "2021", **said(values, Event)}
    try:
        add(folder, "event", "it", meant)
    except Refused as refused:
        assert all(reason.endswith((".", "?")) for reason in refused.reasons)
        return
    seen = opened(folder, "event", "it")
    assert seen is not None
    form_again = filled(seen.value, Event)
    assert clean(said(form_again, Event)) == clean(meant)
    assert changes(form_again, seen.value, Event) == {}


@pytest.mark.parametrize("words", ["[2021]: #", "<img src=x onerror=alert(1)> 👩🏽‍🚒 שלום"])
def test_what_is_typed_is_text_on_the_page_and_in_the_file(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """Through the widgets too: what was typed is in the file as it was, and never HTML or YAML."""
    monkeypatch.setenv("TIMELINES_NAME", "R. Ortiz")
    shutil.copytree(DATA / CASE, tmp_path / CASE)
    for path in (tmp_path / CASE / "events").iterdir():
        path.unlink()
    app = fill(form(start, tmp_path / CASE), "Headline", words)
    for label in ("When, in the source", "The words it uses", "Where in it"):
        fill(app, label, f"{words} {'y' * 10_000}" if label == "Where in it" else words)
    fill(app, "Source", "kctv-story")
    fill(app, "Date", words)
    assert "<img" not in text(app)
    press(fill(app, "Date", "2021"), "Save the event")
    assert field(app, "Headline").value == ""
    (path,) = (tmp_path / CASE / "events").iterdir()
    seen = opened(tmp_path / CASE, "event", path.stem)
    assert seen is not None
    assert seen.value["headline"] == words
    (citation,) = seen.value["sources"]
    assert citation["says"] == {"date": words}
    assert citation["quote"] == words
    assert citation["at"] == f"{words} {'y' * 10_000}"

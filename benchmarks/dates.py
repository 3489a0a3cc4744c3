"""How fast dates are read, against the two Python readers of EDTF."""

from __future__ import annotations

import contextlib
import io
import time
from collections.abc import Callable, Iterable
from statistics import median

from edtf import parse_edtf
from undate import Undate

from benchmarks.rows import Row, clean
from timelines.dates.edtf import edtf
from timelines.dates.words import in_words

WITH_PYTHON_EDTF, WITH_UNDATE, PER_SECOND = 200, 200, 60_000
"""What is to be reached: times as fast as each, and dates a second."""

FORMS: tuple[Callable[[int], str], ...] = (
    lambda n: f"{1500 + n % 500}",
    lambda n: f"{1500 + n % 500}-{n % 12 + 1:02d}",
    lambda n: f"{1500 + n % 500}-{n % 12 + 1:02d}-{n % 28 + 1:02d}",
    lambda n: f"{1500 + n % 500}?",
    lambda n: f"{150 + n % 50}X",
    lambda n: f"{1500 + n % 250}-{n % 12 + 1:02d}/{1750 + n % 250}-{n % 12 + 1:02d}",
    lambda n: f"{1500 + n % 500}-{n % 12 + 1:02d}-{n % 28 + 1:02d}/..",
)
"""Forms that all three read: level 0, and what every reader has of level 1."""

NEWSROOM: tuple[Callable[[int], str], ...] = (
    lambda n: f"2021-{n % 12 + 1:02d}-{n % 28 + 1:02d}T{n % 24:02d}:{n % 60:02d}",
    lambda n: f"2021-{n % 12 + 1:02d}-{n % 28 + 1:02d}T{n % 24:02d}:{n % 60:02d}:25-05:00",
    lambda n: f"2021-{n % 12 + 1:02d}-{n % 28 + 1:02d}T{n % 24:02d}:{n % 60:02d}[Asia/Tokyo]",
    lambda n: f"20{n % 90:02d}-{n % 12 + 1:02d}~",
    lambda n: f"20{n % 90:02d}-2{n % 4 + 1}",
    lambda n: f"[2021-{n % 12 + 1:02d}-{n % 25 + 1:02d},2021-{n % 12 + 1:02d}-{n % 25 + 3:02d}]",
    lambda n: f"20{n % 90:02d}-XX-{n % 28 + 1:02d}",
)
"""Forms of newsrooms that only ours reads, or reads whole."""


def table() -> list[Row]:
    """Rates of one run, and the ratios that matter."""
    ours = _rate(lambda text: edtf(text, "America/Chicago"), FORMS, 4_000)
    newsroom = _rate(lambda text: edtf(text, "America/Chicago"), NEWSROOM, 1_000)
    python_edtf = _rate(parse_edtf, FORMS, 30)
    undate = _rate(lambda text: Undate.parse(text, "EDTF"), FORMS, 60)
    words = _rate(lambda text: in_words(edtf(text, "America/Chicago")), FORMS, 300)
    return [
        Row(
            "dates",
            "EDTF read a second, seven common forms",
            f"{ours:,.0f}",
            f"{PER_SECOND:,}",
            ours >= PER_SECOND,
        ),
        Row("dates", "clock times, zones, seasons, sets, X: a second", f"{newsroom:,.0f}"),
        _ratio("python-edtf", ours, python_edtf, WITH_PYTHON_EDTF),
        _ratio("undate", ours, undate, WITH_UNDATE),
        Row("dates", "read and told in words, a second", f"{words:,.0f}"),
    ]


def _ratio(other: str, ours: float, theirs: float, goal: int) -> Row:
    ratio = ours / theirs
    return Row(
        "dates",
        f"times as fast as {other} ({theirs:,.0f} a second)",
        f"{ratio:,.0f} ×",
        f"{goal} ×",
        ratio >= goal,
    )


def _rate(
    read: Callable[[str], object], forms: Iterable[Callable[[int], str]], each: int, runs: int = 5
) -> float:
    """Dates read a second of processor time: the median of some runs over different dates."""
    rates = []
    for run in range(runs):
        texts = [form(run * each + n) for n in range(each) for form in forms]
        with clean(), contextlib.redirect_stdout(io.StringIO()):
            start = time.process_time()
            for text in texts:
                read(text)
            rates.append(len(texts) / (time.process_time() - start))
    return median(rates)

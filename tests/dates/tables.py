"""The tables of written dates that the tests of dates read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

HERE = Path(__file__).parent


class Row(NamedTuple):
    """A row of a table: its line, its cells, and what the lines with @ above it have set."""

    line: int
    cells: tuple[str, ...]
    settings: dict[str, str]


def rows(name: str) -> Iterator[Row]:
    """The rows of a table of this folder."""
    settings: dict[str, str] = {}
    for line, text in enumerate((HERE / name).read_text("utf-8").splitlines(), 1):
        if text.startswith("@ "):
            settings = settings | dict(pair.split("=", 1) for pair in split_settings(text[2:]))
        elif text and not text.startswith("#"):
            yield Row(line, tuple(text.split("\t")), settings)


def split_settings(text: str) -> list[str]:
    """“zone=A about=day:3 days” as its two settings."""
    parts: list[str] = []
    for word in text.split(" "):
        if "=" in word:
            parts.append(word)
        else:
            parts[-1] += f" {word}"
    return parts


def arguments(settings: dict[str, str]) -> dict[str, object]:
    """What `edtf` is called with."""
    about = dict(pair.split(":") for pair in settings.get("about", "").split(",") if pair)
    return {
        "zone": settings.get("zone", "UTC"),
        "hemisphere": settings.get("hemisphere", "north"),
        "about": about or None,
    }


def instant(text: str) -> int | None:
    """Microseconds since 1970, by numpy; * is None."""
    return None if text == "*" else int(np.datetime64(text, "us").astype("int64"))

"""Investigations that the tests of pictures share, written as real files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.conftest import write_investigation
from timelines.investigation import Investigation, load

ZONE = "America/Chicago"

TRICKY: Mapping[str, str] = {
    "known-day": "2021-05-12",
    "known-time": "2021-07-08T17:44",
    "month": "2021-05",
    "year": "2021",
    "about-day": "2021-05-10~",
    "unsure-day": "2021-06-03?",
    "one-of-two": "[2021-02-08,2021-09-10]",
    "day-in-range": "[2021-09-08..2021-10-10]",
    "not-later": "[..2021-09-08]",
    "not-earlier": "[2021-03-08..]",
    "no-date": "unknown",
    "throughout-may": "2021-05-01/2021-05-31",
    "may-to-september": "2021-05/2021-09",
    "three-days": "2021-05-08/2021-05-10",
    "going-on": "2021-06-01/..",
    "since-ever": "../2021-10-08",
    "end-unknown": "2021-04-03/",
    "start-unknown": "/2021-08-08",
    "ends-overlap": "2021-05/2021-05-10",
}
"""A date of every kind, by the id of its event."""


def one_event(headline: str, date: str, **more: str) -> str:
    """The text of an event's file; `more` are keys with their values as YAML."""
    lines = [f"headline: {headline}", f'date: "{date}"', *(f"{k}: {v}" for k, v in more.items())]
    return "\n".join(lines) + "\n"


def written(folder: Path, dates: Mapping[str, str], **more: str) -> Investigation:
    """An investigation with an event for every date; `more` holds for each of them."""
    texts = {
        f"events/{name}.yaml": one_event(name.replace("-", " ").capitalize(), date, **more)
        for name, date in dates.items()
    }
    return load(write_investigation(folder, texts))

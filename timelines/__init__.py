"""Timelines for newsroom investigations: load event files, check them, publish what may be read.

    from timelines import load, check

    investigation = load("data/kansas-city-records-search")
    findings = check(investigation, date(2021, 12, 1))

What is named here is imported when it is first used, so that a command that needs no table does
not wait for pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timelines.checks import check
    from timelines.investigation import Investigation, Unusable, load

__all__ = ["Investigation", "Unusable", "check", "load"]

_HOMES = {
    "check": "timelines.checks",
    "Investigation": "timelines.investigation",
    "Unusable": "timelines.investigation",
    "load": "timelines.investigation",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

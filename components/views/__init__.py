"""Views: a function from an investigation to a Plotly figure, one figure a file.

A view knows no page, no clock and no network. Modules whose name starts with `_` are what the
views share. Drop a module here and it is among the views; a test holds each to its shape: a
docstring that says what it shows, and `figure(investigation, …)` that gives a `go.Figure`.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def views() -> dict[str, ModuleType]:
    """Every view by its name, in the order of the alphabet."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return {
        name: importlib.import_module(f"{__name__}.{name}")
        for name in names
        if not name.startswith("_")
    }

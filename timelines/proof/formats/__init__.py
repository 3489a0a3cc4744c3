"""The shelf of what a proof sheet can be written as: one format a file, named after it.

A format is a module with `SUFFIX`, `MIME` and `render(sheet) -> bytes`. The same sheet gives the
same bytes; every page says that it is internal.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Protocol, cast

from timelines.proof.rows import Sheet
from timelines.suggestions import suggestion


class Format(Protocol):
    """What every module on this shelf has."""

    SUFFIX: str
    MIME: str

    def render(self, sheet: Sheet) -> bytes:
        """The bytes of the file."""


def names() -> tuple[str, ...]:
    """The formats there are, sorted; what begins with an underscore is none."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def form(name: str) -> Format:
    """The module of a format; ValueError, with a sentence, where there is none of that name."""
    if name not in names():
        raise ValueError(
            f"“{name}” is no format of proof sheets.{suggestion(name, names())} "
            f"There are {', '.join(names())}."
        )
    return cast(Format, importlib.import_module(f"{__name__}.{name}"))

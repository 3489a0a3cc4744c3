"""The shelf of exports: one format a file, named after it; nothing else lists them.

A format is a module whose docstring says what it carries and what it cannot, with `SUFFIX` and
`render(material) -> Exported`. Rendering reads no clock: today's date is handed in.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any, Protocol, cast

from timelines.handout import Exported, Material
from timelines.suggestions import suggestion


class Format(Protocol):
    """What every module on this shelf has."""

    __doc__: str
    SUFFIX: str

    def render(self, material: Material) -> Exported:
        """The bytes of the file, and what it could not carry."""


def names() -> tuple[str, ...]:
    """The formats there are, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def form(name: str) -> Format:
    """The module of a format; ValueError, with a sentence, where there is none of that name."""
    if name not in names():
        raise ValueError(
            f"“{name}” is no format to export.{suggestion(name, names())} "
            f"There are {', '.join(names())}."
        )
    return cast(Format, importlib.import_module(f"{__name__}.{name}"))


def render(name: str, material: Material) -> Exported:
    """The material in a format."""
    return form(name).render(material)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of what `json` writes."""
    return cast(dict[str, Any], importlib.import_module(f"{__name__}.json").schema())


def docs() -> str:
    """The page of the documentation about exports: for whom they are, and every format."""
    parts = [_PAGE]
    for name in names():
        parts.append(f"### {name}\n\n{(form(name).__doc__ or '').strip()}\n")
    return "\n".join(parts)


_PAGE = """# Exports

<!-- Written by `make docs` from the code: change that, not this page. -->

`timelines export PATH --as FORMAT --to FILE` writes an investigation in another format, and lists
what that format cannot carry. A file that is there is not written over without `--force`;
`--to -` writes to the standard output.

An export is for the desk. Internal events are in it, with who said what under which terms, and it
says so: “FOR THE DESK, NOT FOR PUBLICATION” stands in the file wherever its format has a place, and
on the screen in any case. Internal notes, of events, citations, sources and people, come along only
with `--notes`. Who a confidential source is has no field in an investigation, so that no export can
hold it.

With `--public` an export holds what readers may get and nothing else: it goes through the same gate
as `timelines publish` and is refused for the same reasons.

The same investigation gives the same bytes, but for the day in a calendar. What `json`, `csv` and
`xlsx` can hold comes back with [`timelines import`](imports.md) as it was, but for its standing.

## Formats
"""

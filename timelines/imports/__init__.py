"""The shelf of imports: one format a file, named after it; nothing else lists them.

A format is a module whose docstring is its manual page, with `fits(file) -> int` (0 where the
file is surely not of it, else the surer the higher) and `read(file, options, progress)`, which
gives a Proposal and changes nothing. A format with columns also has `sheet(file, options)`.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Protocol, cast

from timelines.intake import sheets
from timelines.intake.proposals import (
    Incoming,
    Options,
    Progress,
    Proposal,
    Unimportable,
    bounded,
)
from timelines.suggestions import suggestion


class Format(Protocol):
    """What every module on this shelf has."""

    __doc__: str

    def fits(self, file: Incoming) -> int:
        """How surely a file is of this format; 0 if it is not."""

    def read(self, file: Incoming, options: Options, progress: Progress | None) -> Proposal:
        """What the file has to offer; Unimportable where it cannot be read at all."""


def names() -> tuple[str, ...]:
    """The formats there are, sorted."""
    return tuple(sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__)))


def form(name: str) -> Format:
    """The module of a format; Unimportable where there is none of that name."""
    if name not in names():
        raise Unimportable(
            f"“{name}” is no format to import.{suggestion(name, names())} "
            f"There are {', '.join(names())}."
        )
    return cast(Format, importlib.import_module(f"{__name__}.{name.replace('-', '_')}"))


def recognised(file: Incoming) -> str:
    """The format that a file surely is of; Unimportable where none fits."""
    sure, name = max((form(name).fits(file), name) for name in names())
    if not sure:
        raise Unimportable(
            f"“{file.name}” is of no format that is known by its looks; name one of "
            f"{', '.join(names())}."
        )
    return name


def read(
    data: bytes,
    name: str,
    options: Options,
    *,
    form_name: str | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """What a file has to offer an investigation. Nothing is written, nothing is compared.

    `name` is what the file is called. Raises Unimportable, whose sentence says what would help.
    """
    file = Incoming(name, bounded(data))
    return form(form_name or recognised(file)).read(file, options, progress)


def read_folder(folder: Path) -> Proposal:
    """What another investigation has to offer; Unimportable where the folder holds none."""
    module = importlib.import_module(f"{__name__}.investigation")
    return cast(Proposal, module.read_folder(folder))


def preview(
    data: bytes, name: str, options: Options, *, form_name: str | None = None
) -> sheets.Preview | None:
    """Headings, first rows and guessed columns; None for a format that has no columns."""
    file = Incoming(name, bounded(data))
    reader = getattr(form(form_name or recognised(file)), "sheet", None)
    return None if reader is None else sheets.preview(reader(file, options), options)

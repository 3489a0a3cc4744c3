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


def docs() -> str:
    """The page of the documentation about imports: how they work, and every format."""
    parts = [_PAGE]
    for name in names():
        parts.append(f"### {name}\n\n{(form(name).__doc__ or '').strip()}\n")
    return "\n".join(parts)


_PAGE = """# Imports

<!-- Written by `make docs` from the code: change that, not this page. -->

`timelines import FILE --into PATH` brings other people's chronologies in. The format is known by
the file's looks; `--as` names it. Try `--dry-run` first: it shows every event and every loss, and
writes nothing.

## What every import does

* An event comes in `unverified` and `internal`, whatever it was elsewhere. It cites a source made
  for the file (`import-<name>`), with the row as its locator, and the date in the file's own words
  under `says` where they are not those of `date`. The whole row stands in its `notes`.
* A date is as exact as its cell and never more: “May 2021”, “Oct-06”, or a cell that a workbook
  shows as a month is a month. Words are read as news copy is ([phrases](phrases.md)); what counts
  from the day they were said needs `--said DATE`. What leaves the date open is `unknown`, with a
  question on the event.
* “3/4/2003” may be in March or in April. Unless `--day-first` or `--month-first` says which,
  nothing is written; `--leave-open` makes each such date one of two days, with a question. Dates
  that can be read in one way only are read so.
* A day that a program wrote with midnight to the second (`2003-02-18 00:00:00`) is a day. A
  two-digit year is of the 2000s up to 29, as spreadsheet programs have it.
* Everything that was widened, left out, asked or could not be read is listed with its row.
* A row has a mark, made of what it says, in the notes of its event. A row whose mark is there
  already adds nothing, also from a file of another name, also after the event was edited.
* What is there is never changed. An event of the same id that says something else is listed field
  by field and stays as it is; one that looks like another is added, and listed. A storyline that
  the heading does not have becomes a tag; people and sources are taken where their name, id or
  title is known.
* Limits: 50 million bytes and 100,000 rows a file. Workbooks that blow up when unpacked, and XML
  that defines entities, are refused.

## Columns

The headings of a table are guessed, also below some lines of title, and shown. To say it yourself:
`--map date=When,headline=What`. The fields are id, date, time, end, end time, headline, summary,
place, people, storyline, tags, kind, instrument, basis, zone, weight, attribution, sources,
adverse_to, sensitivity and embargo. `--map place=` takes a guess away.

## Formats
"""

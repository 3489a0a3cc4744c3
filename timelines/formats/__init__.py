"""The shelf of formats in which findings are handed on: one format a file, named after it.

A format is a module with a docstring and
`render(reports, *, several, width=80, styled=False) -> str`. `several` says that the reports are
those of a folder of investigations; width and style are for formats that people read.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from timelines.findings import LEVELS, Finding


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one investigation, in the order in which they are to be shown.

    `folder` is its path as the reader of the report would type it, with `/`; `title` is None
    where the investigation could not be used at all.
    """

    slug: str
    folder: str
    title: str | None
    findings: Sequence[Finding]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings stand at each level, and how many an editor has accepted."""
        found = Counter(
            finding.level if finding.accepted is None else "waived" for finding in self.findings
        )
        return {name: found[name] for name in (*LEVELS, "waived")}


class Format(Protocol):
    """What every module on this shelf has."""

    def render(
        self, reports: Sequence[Report], *, several: bool, width: int = 80, styled: bool = False
    ) -> str:
        """The findings in this format, ending with a line end."""


def names() -> tuple[str, ...]:
    """The formats there are, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def render(
    name: str, reports: Sequence[Report], *, several: bool, width: int = 80, styled: bool = False
) -> str:
    """The findings in the format of that name; ModuleNotFoundError where there is none."""
    module = cast(Format, importlib.import_module(f"{__name__}.{name}"))
    return module.render(reports, several=several, width=width, styled=styled)

"""The shelf of pages: one page of the app a file; this file finds them.

A module of this folder is a page: its file's name is its name in the address, `PLACE` where it
stands among the others, and `show(visit)` draws it. Its title is `app.page.<name>` in the words.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from components.visit import Visit


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name, and what draws it."""

    name: str
    place: int
    show: Callable[[Visit], None]


@cache
def shelf() -> tuple[Page, ...]:
    """Every page of this folder, in the order of their places; the first is the front page."""
    stems = [module.name for module in pkgutil.iter_modules(__path__)]
    modules = [(stem, importlib.import_module(f"{__name__}.{stem}")) for stem in stems]
    pages = [Page(stem, module.PLACE, module.show) for stem, module in modules]
    return tuple(sorted(pages, key=lambda page: (page.place, page.name)))


def page_named(name: str | None) -> Page:
    """The page of that name; the front page for any other name."""
    pages = shelf()
    return next((page for page in pages if page.name == name), pages[0])

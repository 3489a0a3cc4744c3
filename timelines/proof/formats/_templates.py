"""Fills in the templates of this shelf; everything in them is escaped, for HTML and XML alike."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from timelines.proof.rows import Sheet
from timelines.words import words


def render(name: str, sheet: Sheet, **values: Any) -> str:
    """The template of that name; raises UndefinedError for a value that was not given."""
    said = words("en")
    return _environment().get_template(name).render(sheet=sheet, words=said, say=said.say, **values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("timelines.proof", "formats"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

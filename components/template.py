"""Turns values into HTML: the one place where it is written, and everything in it is escaped."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape


def render(name: str, **values: Any) -> str:
    """The template of that name with its values filled in, each one escaped.

    Raises UndefinedError for a value that the template uses and was not given.
    """
    return _environment().get_template(name).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("components"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_straight,
        auto_reload=False,  # or every piece of a page asks the disk whether its template changed
    )
    environment.filters["coded"] = coded
    return environment


_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the words round that stand behind them, also those that are not of the file."""


def _straight(value: Any) -> Any:
    return value.translate(_TURNING) if type(value) is str else value


def coded(text: str) -> Markup:
    """A sentence in which what stands in backticks is set as code, as in `check`'s messages."""
    text = str(_straight(text))
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    marked = [
        Markup("<code>{}</code>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    ]
    return Markup("").join(marked)

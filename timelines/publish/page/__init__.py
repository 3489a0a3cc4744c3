"""The page readers open: a list first, complete without any script."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from timelines.prose import prose
from timelines.publish.public import PublicTimeline
from timelines.words import words

PAGE = "index.html"


def files(public: PublicTimeline) -> dict[str, bytes]:
    """The page and what it fetches, by path; what it fetches is named by its bytes."""
    style = (resources.files(__name__) / "list.css").read_bytes()
    path = f"assets/{hashlib.sha256(style).hexdigest()[:24]}.css"
    text = (
        _environment()
        .get_template("list.html")
        .render(public=public, words=words(public.language), style=path)
    )
    return {PAGE: text.encode("utf-8"), path: style}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("timelines.publish.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["prose"] = prose
    return environment

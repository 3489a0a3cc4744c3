"""HTML of the page's templates: everything typed is escaped and kept apart from our own words."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from timelines.prose import prose
from timelines.words import Words


def render(template: str, words: Words, **fields: object) -> str:
    """A template of `timelines/publish/page` filled in; `say` in it says a phrase of `words`."""

    def say(key: str, **parts: object) -> Markup:
        return phrase(words, key, **parts)

    return _environment().get_template(template).render(words=words, say=say, **fields)


def phrase(words: Words, key: str, /, **parts: object) -> Markup:
    """A phrase of ours with typed words in it, each isolated so that it cannot turn the rest.

    A part that is markup already stays as it is.
    """
    isolated = {
        name: part if hasattr(part, "__html__") else bdi(part) for name, part in parts.items()
    }
    return Markup(escape(words[key])).format(**isolated)  # noqa: S704 - escaped here


def bdi(text: object) -> Markup:
    """Typed text whose direction touches nothing around it (HTML's `bdi`)."""
    return Markup("<bdi>{}</bdi>").format(text)


def safe(text: str) -> Markup:
    """Markup that a module of this package made and escaped itself."""
    return Markup(text)  # noqa: S704 - made by our own drawing, which escapes


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("timelines.publish.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"prose": prose, "bdi": bdi}
    return environment

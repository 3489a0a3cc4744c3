"""HTML of the page's templates: everything typed is escaped and kept apart from our own words."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from timelines.prose import prose
from timelines.words import Words

_TURNING = frozenset(
    ("R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI")
)


def render(template: str, words: Words, **fields: object) -> str:
    """A template of `timelines/publish/page` filled in; `say` in it says a phrase of `words`.

    Where our words are not in the language of the page (`language`), `ours` is the attribute that
    says so of an element that holds nothing else, and `our` puts a phrase into such an element
    (WCAG 3.1.2, language of parts).
    """

    around = str(fields.get("dir", "ltr"))
    ours = _said_in(words, str(fields.get("language", words.language)))

    def say(key: str, **parts: object) -> Markup:
        return phrase(words, key, around=around, **parts)

    def our(text: str) -> Markup:
        return Markup("<span{}>{}</span>").format(ours, text) if ours else escape(text)

    found = _environment(around).get_template(template)
    return found.render(words=words, say=say, our=our, ours=ours, **fields)


def _said_in(words: Words, language: str) -> Markup:
    if language.split("-")[0].lower() == words.language.split("-")[0].lower():
        return Markup("")
    return Markup(' lang="{}"').format(words.language)


def phrase(words: Words, key: str, /, *, around: str = "ltr", **parts: object) -> Markup:
    """A phrase of ours with typed words in it, each isolated so that it cannot turn the rest.

    A part that is markup already stays as it is.
    """
    isolated = {
        name: part if hasattr(part, "__html__") else bdi(part, around)
        for name, part in parts.items()
    }
    return Markup(escape(words[key])).format(**isolated)  # noqa: S704 - escaped here


def bdi(text: object, around: str = "ltr") -> Markup:
    """Typed text whose direction touches nothing around it (HTML's `bdi`).

    Text without any sign written from right to left needs no isolation within text from left to
    right, and most pages have nothing else.
    """
    if around == "ltr" and not _turns(str(text)):
        return escape(text)
    return Markup("<bdi>{}</bdi>").format(text)


def dir_of(text: str, around: str = "ltr") -> Markup:
    """The attribute that lets typed text of a whole element choose its own direction, if needed."""
    return Markup("") if around == "ltr" and not _turns(text) else Markup(' dir="auto"')


def told(text: str, around: str = "ltr") -> Markup:
    """Prose as it stands under a headline: one paragraph by itself, more of them in a box."""
    made = prose(text).strip()
    direction = dir_of(text, around)
    if (
        not direction
        and made.count("<p>") == 1
        and made.startswith("<p>")
        and made.endswith("</p>")
    ):
        return made
    return Markup('<div class="t"{}>{}</div>').format(direction, made)


@lru_cache(maxsize=65_536)
def _turns(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(one) in _TURNING for one in text)


def safe(text: str) -> Markup:
    """Markup that a module of this package made and escaped itself."""
    return Markup(text)  # noqa: S704 - made by our own drawing, which escapes


@cache
def _environment(around: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("timelines.publish.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "prose": prose,
        "bdi": partial(bdi, around=around),
        "dir": partial(dir_of, around=around),
        "told": partial(told, around=around),
    }
    return environment

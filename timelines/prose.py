"""Turns CommonMark that somebody typed into HTML that can do nothing but be read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

FOLLOWED = ("http://", "https://", "mailto:")
"""What a link may lead to. Everything else (`javascript:`, `data:`, a file) stays text."""


def may_link(address: str) -> bool:
    """Whether an address is one that a reader may be sent to."""
    return address.strip().lower().startswith(FOLLOWED)


def prose(text: str) -> Markup:
    """CommonMark as HTML, with raw HTML shown as it was typed.

    Pictures and headings are not read: a paragraph of an investigation has none, and a picture
    would be fetched from somewhere else.
    """
    return Markup(_reader().render(text))  # noqa: S704 - the renderer escapes all text


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False})
    reader.disable(["image", "heading", "lheading", "html_block", "html_inline"])
    reader.validateLink = may_link  # type: ignore[assignment, method-assign]
    reader.add_render_rule("link_open", _outward)
    return reader


def _outward(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    environment: EnvType,
) -> str:
    tokens[index].attrSet("rel", "noopener noreferrer")
    tokens[index].attrSet("target", "_blank")
    return renderer.renderToken(tokens, index, options, environment)

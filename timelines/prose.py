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
    reader.add_render_rule("link_open", _open)
    reader.add_render_rule("link_close", _close)
    return reader


def _open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    environment: EnvType,
) -> str:
    token = tokens[index]
    leads = may_link(str(token.attrGet("href") or ""))
    environment.setdefault("leads", []).append(leads)
    token.attrSet("rel", "noopener noreferrer")
    token.attrSet("target", "_blank")
    return renderer.renderToken(tokens, index, options, environment) if leads else ""


def _close(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    environment: EnvType,
) -> str:
    """The end of a link; of one that leads nowhere (`[read]()`) only the words are left."""
    leads = environment["leads"].pop()
    return renderer.renderToken(tokens, index, options, environment) if leads else ""

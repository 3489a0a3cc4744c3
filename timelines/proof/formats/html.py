"""A page to print: one file that fetches nothing and runs nothing, with room to tick and write."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from markupsafe import Markup

from timelines.proof.formats import _templates
from timelines.proof.rows import Sheet
from timelines.words import words

SUFFIX = "html"
MIME = "text/html"

_PAPER = "html { background: #fff; }\nbody { margin: 0; }\n"


def render(sheet: Sheet) -> bytes:
    """The whole page, in UTF-8."""
    style = f"{_PAPER}{css()}\n{margins(sheet)}"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _templates.render(
        "page.html",
        sheet,
        body=Markup(body(sheet)),  # noqa: S704 - made by our own template, which escapes
        style=Markup(style),  # noqa: S704 - our own, but for the title, which is escaped for CSS
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'",
    ).encode("utf-8")


def body(sheet: Sheet) -> str:
    """What stands on the page, to be put into another one as well."""
    return _templates.render("sheet.html", sheet)


def css() -> str:
    """How it looks, on a screen and on paper; every rule is for what lies within `.proof`."""
    return resources.files(__package__).joinpath("sheet.css").read_text("utf-8")


def margins(sheet: Sheet) -> str:
    """What stands in the margins of every printed page."""
    said = words("en")
    left = said.say("proof.of", title=sheet.title)
    page, of = _css(f"{said['proof.page']} "), _css(f" {said['proof.page_of']} ")
    return (
        "@page {\n"
        f"  @top-left {{ content: {_css(said['proof.mark'])}; }}\n"
        f"  @top-right {{ content: {_css(said.say('proof.day', day=sheet.day))}; }}\n"
        f"  @bottom-left {{ content: {_css(left)}; }}\n"
        f"  @bottom-right {{ content: {page} counter(page) {of} counter(pages); }}\n"
        "}\n"
    )


def _css(text: str) -> str:
    """A string of CSS in which no sign but letters, digits and blanks stands for itself."""
    plain = (
        sign if sign.isascii() and (sign.isalnum() or sign == " ") else f"\\{ord(sign):x} "
        for sign in text
    )
    return f'"{"".join(plain)}"'

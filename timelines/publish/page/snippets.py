"""What a producer pastes into a page so that readers find the timeline there.

Every snippet is HTML for somebody else's page: it names where the timeline is published and what
it is called, and nothing else. Where the address is not known, `UNKNOWN` stands in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from markupsafe import Markup

from timelines.publish.public import PublicTimeline

UNKNOWN = "https://ADDRESS/"
"""Stands for the address of the published folder where nobody has said it."""
SCRIPT = "embed.js"
"""The script for the newsroom's page: one name for ever, so that nothing is pasted again."""
SMALL = "small.html"
FRAGMENT = "fragment.html"
HEIGHT = 600
"""Pixels of a frame that nobody sizes; what is longer is scrolled in it."""
SMALL_HEIGHT = 420
"""Pixels of the frame for the column of an article."""

_FRAME = '<iframe src="{src}" title="{title}" width="100%" height="{height}" frameborder="0"'
_INLINE = '<div data-timeline="{src}"><a href="{src}">{title}</a></div>'
_PYM = '<div data-pym-src="{src}" data-pym-title="{title}"></div>'
_SCRIPT = '<script src="{at}embed.js" async></script>'


def folder_address(written: str) -> str:
    """The address of a published folder as it stands before file names, ending in a slash.

    Raises ValueError, with a sentence, for one that is not http or https, holds a name, a
    password, a question or a fragment, or signs that no address has.
    """
    try:
        parts = urlsplit(written.strip())
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"“{written}” is not an address; write it as https://example.org/story/.")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError(f"“{written}”: leave out names, passwords, “?” and “#”.")
    if any(sign in written.strip() for sign in " \t\r\n\"'<>\\`"):
        raise ValueError(f"“{written}” has signs in it that no address has.")
    path = parts.path.removesuffix("index.html")
    return urlunsplit((parts.scheme, parts.netloc, path.rstrip("/") + "/", "", ""))


def snippets(public: PublicTimeline, at: str | None = None) -> Mapping[str, str]:
    """Each snippet by its name: `frame`, `fixed`, `small`, `pym`, `inline` and `oembed`.

    `at` is the address of the published folder, as `folder_address` gives it.
    """
    where = UNKNOWN if at is None else at
    whole = {"src": where, "title": public.title, "height": HEIGHT}
    small = {"src": f"{where}{SMALL}", "title": public.title, "height": SMALL_HEIGHT}
    script = _filled(_SCRIPT, at=where)
    return {
        "frame": f"{_filled(_FRAME, **whole)} data-timeline></iframe>\n{script}",
        "small": f"{_filled(_FRAME, **small)} data-timeline data-small></iframe>\n{script}",
        "fixed": f"{_filled(_FRAME, **whole)}></iframe>",
        "pym": _filled(_PYM, **whole),
        "inline": f"{_filled(_INLINE, **whole)}\n{script}",
        "oembed": f"{where}oembed.json",
    }


def _filled(template: str, **parts: object) -> str:
    """A line of HTML with its parts escaped; the title in it stays on one line."""
    plain = {
        name: " ".join(part.split()) if isinstance(part, str) else part
        for name, part in parts.items()
    }
    return str(Markup(template).format(**plain))  # noqa: S704 - one of ours, above

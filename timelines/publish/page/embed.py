"""What lies beside the page for those who put it into theirs: scripts, snippets, smaller forms.

`embed.js` goes into the newsroom's page and keeps its name for ever; `embed.html` shows a producer
what to paste; `small.html` is the last three events for the column of an article; `fragment.html`
is the page's own markup for pages that forbid frames.
"""

from __future__ import annotations

import re
from importlib import resources

from rcssmin import cssmin
from rjsmin import jsmin

from timelines.publish.page import assets, markup, oembed
from timelines.publish.page.assets import Asset
from timelines.publish.page.direction import direction
from timelines.publish.page.share import Share
from timelines.publish.page.snippets import (
    FRAGMENT,
    SCRIPT,
    SMALL,
    SMALL_HEIGHT,
    UNKNOWN,
    snippets,
)
from timelines.publish.public import PublicTimeline
from timelines.words import words

FILE = "embed.html"
LAST = 3
"""Events in the small form."""
PARENT = ("frames", "places", "inline", "start")
"""Parts of the script for the newsroom's page, in its order."""

ROOT = "timeline-root"
BODY = "timeline-body"


def files(
    public: PublicTimeline, page: str, at: str | None = None, picture: Share | None = None
) -> dict[str, bytes]:
    """The files by their paths; `page` is the text of the page readers open.

    `at` is the address of the published folder, ending in a slash, and None where it is not known.
    """
    parent, producer = _parent(PARENT), _parent(("producer",))
    style, inline = assets.style(), inline_style(assets.style())
    frame = assets.frame()
    copying = assets.named(producer, "js")
    found = {one.path: one.data for one in (inline, frame, copying, style)}
    found |= {
        SCRIPT: parent,
        FILE: _embed(public, at, style.path, copying.path),
        SMALL: _small(public, style.path, frame.path),
        FRAGMENT: _fragment(public, page, inline.path),
    }
    return found | oembed.files(public, at, picture)


def inline_style(style: Asset) -> Asset:
    """The page's style for a timeline inside another page's element.

    What the page says of its root and its body is said of two elements of ours, nothing is taken
    over from the other page, and a `rem` is at least 16 pixels, whatever that page's root has.
    """
    text = re.sub(r"[^{};]+(?=\{)", _walled, style.data.decode("utf-8"))
    text = re.sub(r"(?<![\w.#-])(\d*\.?\d+)rem\b(?![^{};]*\{)", r"calc(\1*var(--rem))", text)
    start = (
        f".{ROOT}{{all:initial;display:block;--rem:max(16px,1rem)}}"
        "[hidden]{display:none!important}"
    )
    return assets.named(cssmin(start + text), "css")


def _walled(selector: re.Match[str]) -> str:
    """A selector with the root and the body of a page replaced; a condition is left as it is."""
    written = selector.group()
    if written.lstrip().startswith("@"):
        return written
    written = re.sub(r":root\b|(?<![\w.#:-])html(?![\w-])", f".{ROOT}", written)
    return re.sub(r"(?<![\w.#:-])body(?![\w-])", f".{BODY}", written)


def _parent(parts: tuple[str, ...]) -> bytes:
    """A script for a page around the timeline: one scope, which leaves nothing in that page."""
    folder = resources.files("timelines.publish.page") / "parent"
    texts = "".join((folder / f"{part}.js").read_text("utf-8") for part in parts)
    text: str = jsmin('(()=>{"use strict";\n' + texts + "})();\n")
    return text.encode("utf-8")


def _embed(public: PublicTimeline, at: str | None, style: str, script: str) -> bytes:
    text = markup.render(
        FILE,
        words(public.language),
        public=public,
        dir=direction(public.language),
        style=style,
        script=script,
        parent=SCRIPT,
        known=at is not None,
        unknown=UNKNOWN,
        ways=snippets(public, at),
    )
    return text.encode("utf-8")


def _small(public: PublicTimeline, style: str, script: str) -> bytes:
    told = words(public.language)
    text = markup.render(
        SMALL,
        told,
        public=public,
        language=public.language,
        dir=direction(public.language),
        events=public.events[-LAST:],
        more=_more(public),
        height=SMALL_HEIGHT,
        style=style,
        script=script,
    )
    return text.encode("utf-8")


def _fragment(public: PublicTimeline, page: str, style: str) -> bytes:
    """What the page shows, as it stands in the page, and where its style lies."""
    text = markup.render(
        FRAGMENT,
        words(public.language),
        public=public,
        dir=direction(public.language),
        content=markup.safe(_within_body(page)),
        root=ROOT,
        body=BODY,
        style=style,
        more=_more(public),
    )
    return text.encode("utf-8")


def _within_body(page: str) -> str:
    """The markup between the two tags of a page's body; whatever is typed is escaped in it.

    The page around has a `main` of its own, and there is to be one.
    """
    body = page.partition("<body")[2].partition(">")[2].rpartition("</body>")[0].strip()
    return body.replace("<main>", "<div>").replace("</main>", "</div>")


def _more(public: PublicTimeline) -> str:
    return words(public.language).count("embed.more", len(public.events))

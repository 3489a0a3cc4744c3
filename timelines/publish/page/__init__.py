"""The page readers open: a list first, complete without any script.

`files` puts together everything that a reader's browser fetches. A figure is a module with one
function from what is public to safe markup (`strip`, `knew`); its style and script are parts of
the same name (`assets`). A further document is a module with `files(public)`, listed in `MORE`.
"""

from __future__ import annotations

from collections.abc import Callable

from timelines.palette import STORYLINES
from timelines.publish.page import assets, embed, markup
from timelines.publish.page.direction import direction
from timelines.publish.page.knew import knew
from timelines.publish.page.known import known, people
from timelines.publish.page.rail import rail
from timelines.publish.page.strip import strip
from timelines.publish.public import PublicTimeline
from timelines.words import words

PAGE = "index.html"
MANY = 60
"""From more events than this on, only those that are seen are laid out."""

MORE: tuple[Callable[[PublicTimeline], dict[str, bytes]], ...] = ()
"""What else lies beside the page: the share image …"""


def files(public: PublicTimeline, at: str | None = None) -> dict[str, bytes]:
    """The page and what it fetches, by path; what it fetches is named by its bytes.

    `at` is the address of the published folder, ending in a slash, where it is known.
    """
    told = words(public.language)
    style, script, rows = assets.style(), assets.script(), rail(public.events)
    text = markup.render(
        "index.html",
        told,
        public=public,
        at=at,
        dir=direction(public.language),
        rows=rows,
        many=MANY,
        facts=known(public, rows),
        people=people(public),
        hues={lane: place % len(STORYLINES) for place, lane in enumerate(public.storylines)},
        place=public.zone.rpartition("/")[2].replace("_", " "),
        style=style.path,
        script=None if script is None else script.path,
        strip=markup.safe(strip(public, told)),
        knew=markup.safe(knew(public, told)),
    )
    found = {PAGE: text.encode("utf-8"), style.path: style.data}
    if script is not None:
        found[script.path] = script.data
    for more in MORE:
        found |= more(public)
    return found | embed.files(public, text, at)

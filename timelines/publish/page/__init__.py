"""The page readers open: a list first, complete without any script.

`files` puts together everything that a reader's browser fetches. A figure is a module with one
function from what is public to safe markup (`strip`, `knew`); its style and script are parts of
the same name (`assets`). A further document is a module with `files(public)`, listed in `MORE`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from timelines.publish.page import assets, embed, explore, markup
from timelines.publish.page.direction import direction
from timelines.publish.page.knew import knew
from timelines.publish.page.known import known, people
from timelines.publish.page.rail import Row, looks, rail
from timelines.publish.page.share import share
from timelines.publish.page.spare import unbroken
from timelines.publish.page.strip import strip
from timelines.publish.public import PublicEvent, PublicTimeline
from timelines.words import Words, words

PAGE = "index.html"
MANY = 60
"""From more events than this on, only those that are seen are laid out, and the style for paper
comes apart."""
SOME = 20
"""From more on, what is far down is laid out when it is near, unless a link leads to an event."""
CHUNK = 50
"""Parts of so many are looked into only when near: a browser that asks each event does more."""

MORE: tuple[Callable[[PublicTimeline], dict[str, bytes]], ...] = ()
"""What else lies beside the page: further documents of their own."""


def files(
    public: PublicTimeline, at: str | None = None, *, to_explore: bool = False
) -> dict[str, bytes]:
    """The page and what it fetches, by path; what it fetches is named by its bytes.

    `at` is the address of the published folder, ending in a slash, where it is known.
    With `to_explore`, `explore.html` lies beside it; raises `explore.Missing` where it cannot.
    """
    told = words(public.language)
    picture = share(public, told)
    above = strip(public, told)
    drawn = {"strip": above.svg, "knew": knew(public, told)}
    unused = {"embed", *(name for name, figure in drawn.items() if not figure)}
    if above.marks or not above.svg:
        unused.add("marks")
    figures = {name: markup.safe(figure) for name, figure in drawn.items()}
    body = _body(public, told, figures, to_explore)
    parts = tuple(part for part in assets.STYLES if part not in unused)
    around = direction(public.language)
    style, rare, look = assets.styles_for(
        body, above.symbols, parts, leftward=around == "rtl", apart=len(public.events) > MANY
    )
    script, frame = assets.script(), assets.frame()
    lively = tuple(part for part in assets.LATE if part not in unused)
    late = (
        assets.late(_told(public, told), look, lively, above.marks, above.symbols)
        if public.events
        else None
    )
    text = markup.render(
        "index.html",
        told,
        public=public,
        at=at,
        share=None if at is None else picture,
        dir=around,
        body=markup.safe(body),
        style=style.path,
        script=None if script is None else script.path,
        frame=frame.path,
        late=None if late is None else late.path,
        rare=None if rare is None else rare.path,
        rarely=assets.RARELY,
    )
    found = {PAGE: text.encode("utf-8"), picture.path: picture.data}
    found |= {one.path: one.data for one in (style, rare, script, frame, late) if one is not None}
    if to_explore:
        found |= explore.files(public, told)
    for more in MORE:
        found |= more(public)
    return found | embed.files(public, text, at, picture)


def _body(
    public: PublicTimeline, told: Words, drawn: Mapping[str, Markup], to_explore: bool
) -> str:
    """What is shown."""
    rows = rail(public.events)
    text = markup.render(
        "body.html",
        told,
        public=public,
        language=public.language,
        to_explore=to_explore,
        dir=direction(public.language),
        looks=looks,
        parts=_parts(public.events, rows),
        chunk=CHUNK,
        some=SOME,
        facts=known(public, rows),
        people=people(public),
        lanes={lane: place for place, lane in enumerate(public.storylines)},
        place=public.zone.rpartition("/")[2].replace("_", " "),
        **drawn,
    )
    return unbroken(text).strip()


def _told(public: PublicTimeline, told: Words) -> str:
    """What the tools offer to pick and what they say, as JSON."""
    picked = {"storylines": public.storylines, "people": people(public)}
    said = {name: told[f"reader.tools.{name}"] for name in ("shown", "chosen", "none")}
    return json.dumps(picked | said)


def _parts(
    events: Sequence[PublicEvent], rows: Sequence[Row]
) -> list[list[tuple[PublicEvent, Row]]]:
    """The events with their rows, in one part or, where they are many, in parts of a size."""
    together = list(zip(events, rows, strict=True))
    size = len(together) if len(together) <= MANY else CHUNK
    return [together[start : start + size] for start in range(0, len(together), max(size, 1))]

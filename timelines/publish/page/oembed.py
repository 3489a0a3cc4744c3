"""oembed.json: what a CMS that speaks oEmbed 1.0 needs to show the timeline (https://oembed.com).

It is one file, so it answers every question alike: a consumer's `maxwidth` and `maxheight` are not
asked for. Where the address of the published folder is not known, no frame can be named; the
answer then holds the title and a link to the story, which is true wherever it is put.
"""

from __future__ import annotations

import json

from markupsafe import Markup

from timelines.publish.page.share import SIZE, Share
from timelines.publish.page.snippets import HEIGHT, snippets
from timelines.publish.public import Json, PublicTimeline

FILE = "oembed.json"
WIDTH = 640
KEPT = 3600
"""Seconds for which a consumer may keep the answer."""


def oembed(public: PublicTimeline, at: str | None, picture: Share | None = None) -> Json:
    """The answer; `at` is the address of the published folder, ending in a slash."""
    answer: Json = {
        "version": "1.0",
        "type": "rich",
        "title": public.title,
        "author_name": public.byline,
        "provider_name": public.publisher or public.title,
        "cache_age": KEPT,
        "width": WIDTH,
        "height": HEIGHT,
        "html": _quoted(public) if at is None else snippets(public, at)["fixed"],
    }
    if at is not None and picture is not None:
        answer |= {
            "thumbnail_url": f"{at}{picture.path}",
            "thumbnail_width": SIZE[0],
            "thumbnail_height": SIZE[1],
        }
    return {key: value for key, value in answer.items() if value is not None}


def files(public: PublicTimeline, at: str | None, picture: Share | None) -> dict[str, bytes]:
    """The file by its path."""
    text = json.dumps(oembed(public, at, picture), ensure_ascii=False, indent=1) + "\n"
    return {FILE: text.encode("utf-8")}


def _quoted(public: PublicTimeline) -> str:
    name = Markup("{}").format(public.title)
    if public.url is not None:
        name = Markup('<a href="{}">{}</a>').format(public.url, name)
    return str(Markup("<blockquote><p>{}</p></blockquote>").format(name))

"""The harbor with everything that readers may get, in English, Spanish or Arabic, published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.publish.newsroom import Newsroom, prepared
from timelines.publish.publication import files_of

ARABIC = {
    "inspected": "مفتش يعاين رصيف الوقود",
    "approved": "مجلس الميناء يوافق على تصريح الرصيف في 11",
    "built": "بناء رصيف الوقود، بحسب عامل في الميناء",
}


@cache
def rich(language: str = "en") -> Mapping[str, bytes]:
    """Pictures, corrections, a retraction, an answer, who knew; with the figure to explore."""
    made = Newsroom()
    made.heading["language"] = language
    made.events["approved"] |= {
        "responses": [
            {
                "who": "vance",
                "asked": "2023-05-01",
                "answer": "I did not read the memo before the vote.",
                "answered": "2023-05-02",
            }
        ],
        "media": [
            {
                "file": "media/dock.png",
                "alt": "A pier",
                "credit": "Beacon",
                "caption": "The dock in April.",
            }
        ],
    }
    made.events["built"]["corrections"] = [
        {"on": "2023-06-10", "kind": "retraction", "note": "Nobody saw it being built."}
    ]
    made.events["inspected"]["known_to"] = [
        {"who": "vance", "date": "2023-03", "how": "by mail", "sources": ["minutes"]},
        {"who": "board", "date": "2023-04-11", "sources": ["minutes"]},
    ]
    if language == "ar":
        _in_arabic(made)
    with TemporaryDirectory() as place:
        public = prepared(made.written(Path(place))).publication
    media = {path: data for path, data in public.files.items() if path.startswith("media/")}
    return files_of(public.public, media, to_explore=True)


def _in_arabic(made: Newsroom) -> None:
    lanes = {"The inspection": "التفتيش", "The permit": "التصريح"}
    made.heading |= {
        "title": "تصاريح الميناء",
        "summary": "وافق المجلس على الرصيف بعد تحذير (ص. 2).",
        "storylines": [*lanes.values(), "The desk’s own lane"],
    }
    for name, headline in ARABIC.items():
        event = made.events[name]
        lane = event["storyline"]
        event |= {
            "headline": headline,
            "attribution": "تقول المحاضر",
            "storyline": lanes[lane if isinstance(lane, str) else lane[0]],
        }


def unscripted(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The same as a browser shows them that runs no script, so that axe-core still can run."""
    kept = {}
    for path, data in files.items():
        if path.endswith(".css"):
            data = re.sub(rb"\(scripting: ?enabled\)", b"(scripting: none)", data)
        if path.endswith(".html"):
            data = re.sub(rb"<script src.*?</script>", b"", data)
        kept[path] = data
    return kept

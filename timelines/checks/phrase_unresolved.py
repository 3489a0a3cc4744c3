"""Words about the date that no rule reads.

They are kept as they are, and nothing is guessed from them. “Several months ago” names no number;
“four months later” counts from another event, and is better written as an order fact with its
distance; of anything else, ask which days it can mean.
"""

import re
from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.numericdates import ambiguous
from timelines.said import Said

SECTION = "Dates"
LEVEL: Level = "question"

FINDS = """
--- sources.yaml
id: first-story
kind: publication
title: Officer under review
published: 2021-10-08
--- events/search.yaml
headline: An officer runs a search.
date: 2021-05
sources:
  - source: first-story
    says:
      date: several months ago
"""
SILENT = (
    FINDS.replace("several months ago", "last May"),
    FINDS.replace("several months ago", "2021-05~"),
)

COUNTED = re.compile(r"\b(?:later|after|afterwards?|earlier|before|prior|following)\b", re.I)
"""Words that count from something other than the day of the source."""


def check(docket: Docket) -> Iterator[Finding]:
    """Every citation whose words about the date no rule reads."""
    for event, every in docket.said.items():
        for said in every:
            if said.trouble == "unresolved" and not ambiguous(said.words):
                yield _finding(docket, event, said)


def _finding(docket: Docket, event: str, said: Said) -> Finding:
    counted = COUNTED.search(said.words) is not None
    message = f"{facts.capital(facts.says(docket, said))} of {facts.headline(docket, event)}"
    if counted:
        message += ", which counts from another event."
        settles = "Say from which event it counts, as an order fact with its distance (`by`)."
    else:
        message += ", and those words name no time that can be counted on."
        settles = "Ask which days the words can mean, and write those."
    return Finding(
        check="phrase-unresolved",
        level=LEVEL,
        message=message,
        event=event,
        file=said.file,
        line=said.line,
        related=(facts.stated(docket, said), facts.dated(docket, event)),
        identity=(said.source, said.words, str(said.known or "")),
        settles=settles,
    )

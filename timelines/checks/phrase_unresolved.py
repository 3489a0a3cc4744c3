"""Words about the date that no rule reads.

They are kept as they are, and nothing is guessed from them. “Several months ago” names no number,
and neither does an order fact whose distance is “a few days”;
“four months later” counts from another event, and is better written as an order fact with its
distance; of anything else, ask which days it can mean.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.dates.phrases import Unresolved
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.numericdates import ambiguous
from timelines.said import Said
from timelines.textdates import days

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

ENDINGS: dict[str, tuple[str, str]] = {
    "another-event": (
        "which counts from another event",
        "Say from which event it counts, as an order fact with its distance (`by`).",
    ),
    "open": (
        "which leaves the time open",
        "Ask when it was, as exactly as they can say.",
    ),
    "forward": (
        "which looks forward from a source that came first",
        "If it had not happened yet, make the event `kind: planned`; else ask when it was.",
    ),
    "two-readings": (
        "which can be read in two ways",
        "Find out which of the two is meant, and write that.",
    ),
    "words": (
        "and those words name no time that can be counted on",
        "Ask which days the words can mean, and write those.",
    ),
}


def check(docket: Docket) -> Iterator[Finding]:
    """Every citation and distance whose words about time no rule reads."""
    yield from docket.reported("phrase-unresolved")
    for event, every in docket.said.items():
        for said in every:
            if said.unresolved is not None and not _told_elsewhere(said.words, said.unresolved):
                yield _finding(docket, event, said, said.unresolved)


def _told_elsewhere(words: str, unresolved: Unresolved) -> bool:
    """Whether another check speaks of the words: without a day to count from, or with two."""
    if unresolved.why != "two-readings":
        return unresolved.why == "unanchored"
    weekdays = any(found.weekday is not None for found in days(words.title()))
    return weekdays or bool(ambiguous(words, dated=True))


def _finding(docket: Docket, event: str, said: Said, unresolved: Unresolved) -> Finding:
    ending, settles = ENDINGS[unresolved.why]
    told = facts.capital(facts.says(docket, said))
    return Finding(
        check="phrase-unresolved",
        level=LEVEL,
        message=f"{told} of {facts.headline(docket, event)}, {ending}.",
        event=event,
        file=said.file,
        line=said.line,
        related=(facts.stated(docket, said), facts.dated(docket, event)),
        identity=(said.source, said.words, str(said.known or "")),
        settles=settles,
    )

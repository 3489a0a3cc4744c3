"""Words such as “on Friday” in a source that has no date of its own.

What they mean depends on the day on which they were written. A re-post, a translation and a page
without a date keep the words and lose the day: find the original and its date.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level

SECTION = "Dates"
LEVEL: Level = "question"

FINDS = """
--- sources.yaml
id: repost
kind: post
title: Mayor files complaint, re-posted
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
sources:
  - source: repost
    says:
      date: on Friday
"""
SILENT = (
    FINDS.replace("kind: post", "kind: post\ncreated: 2021-10-15"),
    FINDS.replace("on Friday", "Oct. 15, 2021"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every citation whose words need the day of a source that has none."""
    for event, every in docket.said.items():
        for said in every:
            if said.unresolved is not None and said.unresolved.why == "unanchored":
                told = facts.capital(facts.says(docket, said))
                yield Finding(
                    check="phrase-unanchored",
                    level=LEVEL,
                    message=(
                        f"{told} of {facts.headline(docket, event)}, and has no date from which "
                        "to count."
                    ),
                    event=event,
                    file=said.file,
                    line=said.line,
                    related=(facts.stated(docket, said), facts.dated(docket, event)),
                    identity=(said.source, said.words, str(said.known or "")),
                    settles=f"Find out on which day {facts.who(docket, said.source)} wrote it.",
                )

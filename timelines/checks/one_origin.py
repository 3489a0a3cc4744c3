"""Several sources are cited, and all of them go back to one.

Two articles over one e-mail are one origin: they repeat, they do not confirm. Which source has it
from which stands in `derived_from`.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.sourcing import fact, is_the_thing, supporting

SECTION = "Sourcing"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
- id: email
  kind: document
  title: The prosecutor’s e-mail
- id: star
  kind: publication
  title: Mayor was told in September
  publisher: The Star
  published: 2021-10-08
  derived_from: email
- id: extract
  kind: post
  title: Extract of the story
  derived_from: star
- id: mayor
  kind: interview
  title: The mayor
--- events/told.yaml
headline: The prosecutor tells the mayor.
date: 2021-09-08
sources: [star, extract]
"""
SILENT = FINDS.replace("[star, extract]", "[star, extract, mayor]")


def check(docket: Docket) -> Iterator[Finding]:
    """Every event with two or more supporting sources and a single origin behind them."""
    if docket.investigation.heading.house.independent_sources <= 1:
        return
    for event, row in docket.events.items():
        support = supporting(docket, event)
        sources = list(dict.fromkeys(one.source for one in support))
        origins = docket.origins.get(event, frozenset())
        if len(sources) < 2 or len(origins) != 1 or is_the_thing(docket, row, support):
            continue
        (origin,) = origins
        names = [facts.who(docket, source) for source in sources if source != origin]
        yield Finding(
            check="one-origin",
            level=LEVEL,
            message=(
                f"{facts.headline(docket, event)} cites {len(sources)} sources, but "
                f"{_all_of(names)} to {facts.who(docket, origin)}: that is one origin."
            ),
            event=event,
            file=row.file,
            line=docket.line(event, "sources"),
            related=tuple(fact(docket, one) for one in support),
            identity=(origin, *sorted(sources)),
            settles="Find somebody else who knows it for themselves.",
        )


def _all_of(names: list[str]) -> str:
    if len(names) == 1:
        return f"{names[0]} goes back"
    together = "both" if len(names) == 2 else "all"
    return f"{', '.join(names[:-1])} and {names[-1]} {together} go back"

"""“Sources” or “multiple parties” stands where one origin is known.

The plural tells readers that somebody else confirmed it. Words inside quotation marks are those of
another; they are not meant.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related
from timelines.passages import unquoted
from timelines.sourcing import fact, supporting
from timelines.wordlists import finder, speaks

SECTION = "Sourcing"
LEVEL: Level = "error"

FINDS = """
--- sources.yaml
- id: insider
  kind: interview
  title: An account of the search
- id: clerk
  kind: interview
  title: The clerk
--- events/looked-up.yaml
headline: The officer looked up the mayor’s home address, multiple parties say.
date: 2021-05
sources: [insider]
"""
SILENT = (
    FINDS.replace("[insider]", "[insider, clerk]"),
    FINDS.replace("multiple parties say", "the station says “multiple parties confirmed” it"),
    FINDS.replace("multiple parties say", "from water sources"),
)

_FIELDS = ("headline", "summary", "attribution")


def check(docket: Docket) -> Iterator[Finding]:
    """Every plural in readers' words of an event with exactly one origin behind it."""
    language = docket.investigation.heading.language
    if not speaks(language):
        return
    plural = finder(language, "plural")
    for event, passages in docket.passages.items():
        if len(docket.origins.get(event, frozenset())) != 1:
            continue
        support = supporting(docket, event)
        for passage in passages:
            found = plural.search(unquoted(passage.text)) if passage.field in _FIELDS else None
            if found is None:
                continue
            said = facts.quotable(found[0])
            yield Finding(
                check="plural-sources",
                level=LEVEL,
                message=(
                    f"{facts.headline(docket, event)} speaks of “{said}”, but everything behind "
                    f"it goes back to {facts.who(docket, _origin(docket, event))}."
                ),
                event=event,
                file=passage.file,
                line=passage.line,
                related=(
                    Related(
                        f"The {passage.field} says “{said}”.", event, passage.file, passage.line
                    ),
                    *(fact(docket, row) for row in support),
                ),
                identity=(passage.field, said.casefold()),
                settles="Write that it is one source, or find another who knows it for themselves.",
            )
            break


def _origin(docket: Docket, event: str) -> str:
    (origin,) = docket.origins[event]
    return origin

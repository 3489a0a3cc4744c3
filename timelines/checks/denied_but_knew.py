"""Somebody denies that they knew, for a time at which they are also said to have known.

The date of a denial is the time that it denies for. Whoever once knew goes on knowing. Ask what
exactly they deny: the fact, its extent, or the day.
"""

from collections import defaultdict
from collections.abc import Iterator

from timelines import facts
from timelines.dates.when import When
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level

SECTION = "Order"
LEVEL: Level = "question"

FINDS = """
--- people.yaml
id: chief
name: The chief of police
--- events/search.yaml
headline: An officer runs a search.
date: 2021-05
known_to:
  - who: chief
    date: 2021-06
    stance: told
  - who: chief
    date: 2021-09
    stance: denies
"""
SILENT = (
    FINDS.replace("date: 2021-09", "date: 2021-05-20"),
    FINDS.replace("stance: denies", "stance: knew"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every denial for a time that does not surely end before they are said to have known."""
    dates = docket.investigation.known_dates
    for event, rows in docket.known.items():
        knowing: dict[str, list[tuple[Row, When]]] = defaultdict(list)
        for row in rows:
            when = dates.get((event, row.position))
            if when is not None and not when.backwards and row.stance != "denies":
                knowing[row.who].append((row, when))
        for row in rows:
            denied = dates.get((event, row.position))
            if row.stance != "denies" or denied is None or denied.backwards:
                continue
            against = [pair for pair in knowing[row.who] if _may_have_known(pair[1], denied)]
            if against:
                yield _finding(docket, row, denied, *min(against, key=_since))


def _may_have_known(since: When, denied: When) -> bool:
    began, over = since.start.earliest, denied.end.latest
    return began is None or over is None or began < over


def _since(pair: tuple[Row, When]) -> tuple[float, int]:
    row, when = pair
    return (
        float("inf") if when.start.latest is None else when.start.latest,
        row.position,
    )


def _finding(docket: Docket, denial: Row, denied: When, row: Row, knew: When) -> Finding:
    verb = "was told" if row.stance == "told" else "knew"
    name = facts.name(docket, denial.who)
    return Finding(
        check="denied-but-knew",
        level=LEVEL,
        message=(
            f"{name} denies knowing of {facts.headline(docket, denial.event)} "
            f"({facts.words(docket, denied)}), but is also said to have "
            f"{'been told' if verb == 'was told' else 'known'} of it "
            f"({facts.words(docket, knew)})."
        ),
        event=denial.event,
        file=denial.file,
        line=denial.date_line,
        related=(facts.knew(docket, denial, denied), facts.knew(docket, row, knew)),
        identity=(denial.who, denied.written, knew.written),
        settles=f"Ask {name} what exactly is denied, and for which time.",
    )

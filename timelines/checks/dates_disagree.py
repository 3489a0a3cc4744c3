"""Two citations give dates that cannot both be true.

Each is read against the day of its own source. A month and a day in it agree; a Thursday and a
Friday do not. Where the event's own date is already the set or the span that holds all the
versions, the disagreement is known, and this only asks which is right.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from timelines import facts
from timelines.agreement import apart, slipped_zone, within
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.said import Said

SECTION = "Order"
LEVEL: Level = "error"
ALSO: tuple[Level, ...] = ("question",)

FINDS = """
--- sources.yaml
- id: email
  kind: document
  title: The prosecutor’s e-mail
- id: story
  kind: publication
  title: Mayor told of search
  published: 2021-10-08
--- events/told.yaml
headline: A prosecutor tells the mayor.
date: 2021-09-08
sources:
  - source: email
    says: {date: 2021-09-08}
  - source: story
    says: {date: Sept. 9}
"""
SILENT = (
    FINDS.replace("Sept. 9", "in September"),
    FINDS.replace("says: {date: Sept. 9}", "stance: mentions\n    says: {date: Sept. 9}"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every event, and every knowing of one, whose citations cannot all be right about the date."""
    for every in docket.said.values():
        about: dict[int | None, list[Said]] = defaultdict(list)
        for said in every:
            if said.when is not None and said.stance != "mentions":
                about[said.known].append(said)
        for versions in about.values():
            clashing = _clashing(versions)
            if clashing:
                yield _finding(docket, clashing)


def _clashing(versions: list[Said]) -> list[Said]:
    """Those that cannot be true together with another one, in the order of the file."""
    clashing: set[int] = set()
    for (i, one), (j, other) in combinations(enumerate(versions), 2):
        if one.when is None or other.when is None:
            continue
        if apart(one.when, other.when) and not slipped_zone(one.when, other.when):
            clashing |= {i, j}
    return [versions[i] for i in sorted(clashing)]


def _finding(docket: Docket, clashing: list[Said]) -> Finding:
    event = clashing[0].event
    one = clashing[0]
    other = next(
        said for said in clashing[1:] if one.when and said.when and apart(one.when, said.when)
    )
    more = len(clashing) - 2
    others = f", and {more} more give{'s' * (more == 1)} a date that clashes" if more else ""
    return Finding(
        check="dates-disagree",
        level="question" if _held(docket, clashing) else LEVEL,
        message=facts.stopped(
            f"About {facts.headline(docket, event)}, {facts.says(docket, one)}, but "
            f"{facts.says(docket, other)}{others}"
        ),
        event=event,
        file=one.file,
        line=one.line,
        related=tuple(facts.stated(docket, said) for said in clashing),
        identity=tuple(sorted(f"{said.source}: {said.words}" for said in clashing)),
        settles=f"Find out which date of {facts.headline(docket, event)} is right.",
    )


def _held(docket: Docket, clashing: list[Said]) -> bool:
    """Whether the date they speak of is already one that holds all the versions."""
    own = docket.supported_date(clashing[0])
    if own is None or own.backwards or own.precision == "unknown" or own.stretch:
        return False
    return all(said.when is not None and within(said.when, own) for said in clashing)

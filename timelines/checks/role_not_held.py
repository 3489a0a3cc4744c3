"""Somebody is named in a role at a time when they surely did not hold it.

“Mayor Lucas” at an event before he took office reads as if the office were part of it. Where the
text says “former”, “then” or “-elect”, or where the spans leave it open, nothing is said.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from timelines import facts
from timelines.dates.when import When
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related
from timelines.passages import unquoted

SECTION = "Dates"
LEVEL: Level = "warning"

FINDS = """
--- people.yaml
id: lucas
name: Quinton Lucas
variants: [Lucas]
roles:
  - title: mayor
    from: 2019-08-01
--- events/council.yaml
headline: Mayor Quinton Lucas votes for the budget.
date: 2018-03
people: [lucas]
"""
SILENT = (
    FINDS.replace("Mayor Quinton", "Future mayor Quinton"),
    FINDS.replace("date: 2018-03", "date: 2019"),
    FINDS.replace("title: mayor", "title: council member"),
)

_OTHER_TIME = (
    r"(?:former|formerly|ex|then|future|late|retired|incoming|outgoing|onetime|one-time|ousted|"
    r"acting|deputy|vice|assistant|ex-|would-be|candidate for|now|current|later|next|previous)"
)
_NOT_BEFORE = re.compile(rf"\b{_OTHER_TIME}[\s-]+(?:[\w-]+\s+)?$", re.I)


def check(docket: Docket) -> Iterator[Finding]:
    """Everybody linked to an event in a role that all their terms of it surely leave out."""
    roles: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in docket.roles:
        roles[row.person][row.title.casefold()].append(row)
    for event, rows in docket.involved.items():
        when = docket.dated(event)
        if when is None or when.backwards:
            continue
        for row in rows:
            for terms in roles.get(row.person, {}).values():
                if any(_may_hold(term, when) for term in terms):
                    continue
                yield from _named(docket, row, terms)


def _may_hold(term: Row, when: When) -> bool:
    left = term.to_latest
    taken = term.from_earliest
    early = taken is not None and when.end.latest is not None and when.end.latest <= taken
    late = left is not None and when.start.earliest is not None and left <= when.start.earliest
    return not (early or late)


def _named(docket: Docket, row: Row, terms: list[Row]) -> Iterator[Finding]:
    """A finding where the part, the headline or the summary names the person in that role."""
    title, event = terms[0].title, docket.events[row.event]
    if row.part is not None and row.part.casefold() == title.casefold():
        yield _finding(docket, row, terms, row.part, row.line)
        return
    pattern = _in_role(docket.names[row.person], title)
    for field in ("headline", "summary"):
        text = getattr(event, field)
        if text is None:
            continue
        match = pattern.search(unquoted(text))
        if match is not None and _NOT_BEFORE.search(text[: match.start()]) is None:
            yield _finding(docket, row, terms, match[0], docket.line(row.event, field))
            return


@lru_cache(maxsize=4096)
def _in_role(names: tuple[str, ...], title: str) -> re.Pattern[str]:
    """The title right before one of the names, or right behind it after a comma."""
    name = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    title = re.escape(title)
    return re.compile(
        rf"\b{title}\s+(?:{name})\b|\b(?:{name}),\s+(?:the\s+|a\s+)?{title}\b(?!-|\s+(?:from|"
        r"until|till|since|between|at\s+the\s+time|designate|elect|in\s+\d|to\s+be))",
        re.IGNORECASE,
    )


def _finding(docket: Docket, row: Row, terms: list[Row], words: str, line: int | None) -> Finding:
    event, stands = docket.events[row.event], facts.dated(docket, row.event)
    name, title = facts.name(docket, row.person), facts.quotable(terms[0].title)
    held = " and ".join(_term(term) for term in terms)
    return Finding(
        check="role-not-held",
        level=LEVEL,
        message=(
            f"{facts.is_dated(docket, row.event)}, and names {name} as "
            f"“{facts.quotable(words)}”, an office held {held}."
        ),
        event=row.event,
        file=event.file,
        line=line,
        related=(
            stands,
            *(
                Related(f"{name} was “{title}” {_term(term)}.", None, term.file, term.line)
                for term in terms
            ),
        ),
        identity=(row.person, title),
        settles=f"Say which office {name} held at the time, or “former” or “future”.",
    )


def _term(term: Row) -> str:
    parts = []
    if term.from_written is not None:
        parts.append(f"from “{term.from_written}”")
    if term.to_written is not None:
        parts.append(f"until “{term.to_written}”")
    return " ".join(parts)

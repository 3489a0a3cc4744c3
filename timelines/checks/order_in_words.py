"""“After”, “before”, “then” in a headline or summary, with nothing that establishes the order.

The words tell readers which came first. Here no dates and no order fact say so: add the fact with
its source, or write it so that both orders remain possible. Only words behind which another event
or a dated source of this investigation can be recognised are meant, and nothing inside quotation
marks.
"""

import re
from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related
from timelines.headlines import stems
from timelines.mentioned import Mentioned, Mentions
from timelines.passages import unquoted

SECTION = "Order"
LEVEL: Level = "warning"

FINDS = """
--- events/search.yaml
headline: An officer searches the mayor’s records.
date: 2021-05
--- events/report.yaml
headline: A colleague reports it up the chain after the officer searched the records.
date: 2021-05
"""
SILENT = (
    FINDS.replace("date: 2021-05\n", "date: 2021-04\n", 1),
    FINDS + "order:\n  - after: search\n",
    FINDS.replace("after the officer searched the records", "“after the officer searched records”"),
    FINDS.replace("after the officer searched the records", "after all"),
)

_WORD = re.compile(
    r"\b(?P<after>after|following|since|once|in the wake of|in the aftermath of|subsequent to)\b|"
    r"\b(?P<before>before|prior to|ahead of|until)\b|"
    r"\b(?P<then>(?:and |, )then|afterwards?|subsequently|followed by)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;:!?()—–]|\s-\s|,\s(?:and|but|while|who|which)\b|“|”")
_POINTS_BACK = re.compile(r"(?:^|[.;]\s+)(?:it|this|that)\b[^.;]*$", re.IGNORECASE)


def check(docket: Docket) -> Iterator[Finding]:
    """Every such word whose order the dates and order facts of both do not establish."""
    mentions = Mentions(docket)
    for event, row in docket.events.items():
        for field in ("headline", "summary"):
            text = getattr(row, field)
            if text is not None and _WORD.search(text) is not None:
                yield from _judged(docket, mentions, event, field, unquoted(text))


def _judged(
    docket: Docket, mentions: Mentions, event: str, field: str, text: str
) -> Iterator[Finding]:
    words = list(_WORD.finditer(text))
    for number, word in enumerate(words):
        end = words[number + 1].start() if number + 1 < len(words) else len(text)
        behind = _clause(text[word.end() : end])
        if field == "summary" and not _about(docket, event, text[: word.start()]):
            continue
        wanted = {"after": "after", "before": "before", "then": "before"}[word.lastgroup or "then"]
        if word[0].casefold() == "before" and len(stems(behind)) == 1:
            continue  # “before the board” is a place
        found = mentions.behind(behind, event)
        if not found or any(_established(docket, event, other, wanted) for other in found):
            continue
        yield _finding(docket, event, field, f"{word[0].strip(', ')} {behind.strip()}", found[0])
        return


def _clause(text: str) -> str:
    stop = _STOP.search(text)
    return text if stop is None else text[: stop.start()]


def _about(docket: Docket, event: str, left: str) -> bool:
    """Whether what stands before the word speaks of this event rather than of another."""
    sentence = re.split(r"[.;!?]\s+", left)[-1]
    if _POINTS_BACK.search(left):
        return True
    return bool(stems(sentence) & (stems(docket.events[event].headline) - docket.name_stems))


def _established(docket: Docket, event: str, other: Mentioned, wanted: str) -> bool:
    """Whether the order that the words tell is known; for “then”, any known order will do."""
    if other.event is not None:
        return docket.order_of(event, other.event) != "undecided"
    when = docket.dated(event)
    return when is None or other.when is None or when.order(other.when) != "undecided"


def _finding(docket: Docket, event: str, field: str, words: str, other: Mentioned) -> Finding:
    row = docket.events[event]
    line = docket.line(event, field)
    return Finding(
        check="order-in-words",
        level=LEVEL,
        message=(
            f"The {field} of {facts.headline(docket, event)} says “{facts.quotable(words)}”, but "
            f"nothing establishes which came first, it or {other.called}."
        ),
        event=event,
        file=row.file,
        line=line,
        related=(
            Related(f"The {field} says “{facts.quotable(words)}”.", event, row.file, line),
            facts.dated(docket, event),
            other.fact,
        ),
        identity=(field, facts.quotable(words), other.event or other.called),
        settles=(
            "Add an order fact with the source that says so, or write it so that both orders "
            "stay possible."
        ),
    )

"""A phrase that the house replaces, or an acronym with its letters swapped.

What is replaced by what stands in the heading's `wording`. An acronym is known where a name, a
variant, a synonym or the house's wording has it. Words inside quotation marks are another's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.hits import NARRATED
from timelines.passages import Passage, unquoted
from timelines.wordlists import matching

SECTION = "Words"
LEVEL: Level = "error"

FINDS = """
--- investigation.yaml
title: The complaint
zone: America/Chicago
wording: {District Attorney: county prosecutor}
--- events/review.yaml
headline: The District Attorney reviews the search.
date: 2021-10
visibility: public
"""
SILENT = (
    FINDS.replace("The District Attorney reviews the search", "“The District Attorney” is quoted"),
    FINDS.replace("visibility: public", "visibility: internal"),
    FINDS.replace("{District Attorney: county", "{attorney: district attorney, x: county"),
)

_ACRONYM = re.compile(r"(?<!\w)[A-Z]{3,8}(?!\w)")


def check(docket: Docket) -> Iterator[Finding]:
    """Every such phrase or acronym in the paper's own voice in a public event."""
    wording = docket.investigation.heading.wording
    replaced = matching(wording)
    instead = {_plain(phrase): better for phrase, better in wording.items()}
    right = matching(wording.values())
    swapped = _acronyms(docket)
    if not wording and not swapped:
        return
    for event, passages in docket.passages.items():
        if event not in docket.public:
            continue
        for passage in passages:
            if passage.field not in NARRATED:
                continue
            text = unquoted(passage.text)
            # The right words may hold the wrong ones: “district attorney” holds “attorney”.
            rest = right.sub(lambda match: " " * len(match[0]), text)
            for phrase in dict.fromkeys(match[0] for match in replaced.finditer(rest)):
                yield _finding(docket, event, passage, phrase, instead[_plain(phrase)])
            for word in dict.fromkeys(_ACRONYM.findall(text)):
                known = swapped.get("".join(sorted(word)), frozenset())
                if known and word not in known and _plain(word) not in instead:
                    yield _finding(docket, event, passage, word, min(known))


def _plain(phrase: str) -> str:
    return " ".join(phrase.replace("’", "'").casefold().split())


def _acronyms(docket: Docket) -> Mapping[str, frozenset[str]]:
    """The acronyms that are known, by their letters in order."""
    heading = docket.investigation.heading
    texts = [name for names in docket.names.values() for name in names]
    texts += [*heading.wording.values(), *(word for group in heading.synonyms for word in group)]
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for word in _ACRONYM.findall(text):
            found["".join(sorted(word))].add(word)
    return {letters: frozenset(words) for letters, words in found.items()}


def _finding(docket: Docket, event: str, passage: Passage, phrase: str, better: str) -> Finding:
    return Finding(
        check="house-wording",
        level=LEVEL,
        message=(
            f"The {passage.field} of {facts.headline(docket, event)} says "
            f"“{facts.quotable(phrase)}”; the house writes “{facts.quotable(better)}”."
        ),
        event=event,
        file=passage.file,
        line=passage.line,
        identity=(passage.field, _plain(phrase)),
        settles="Use the house’s words, or put the phrase into quotation marks with its speaker.",
    )

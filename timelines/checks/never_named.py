"""Somebody who must not be named is named in words that readers would get.

`naming: never` and `naming: role-only` are promises. They cover the headline and summary, quotes,
captions, answers and corrections, tags and storylines, the titles of sources that readers get, and
the heading. An agreed label that contains the name itself was agreed with it.
"""

import re
from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level, Related
from timelines.passages import Passage
from timelines.told import NAME, heading_texts
from timelines.wordlists import matching

SECTION = "Fairness"
LEVEL: Level = "block"

FINDS = """
--- people.yaml
{id: officer, name: Robin Example, kind: person, naming: never}
--- events/search.yaml
headline: Officer Example searched the mayor’s records.
date: 2021-05
visibility: public
"""
SILENT = (
    FINDS.replace("Officer Example", "A patrol officer"),
    FINDS.replace("Officer Example searched", "An example of a search in"),
    FINDS.replace("visibility: public", "visibility: internal"),
    FINDS.replace("naming: never", "naming: name"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every place in public words that names somebody who must not be: one a person and place."""
    shielded = {
        row.id: pattern
        for row in docket.people.values()
        if row.naming != "name" and (pattern := _pattern(docket, row)) is not None
    }
    if not shielded:
        return
    for words in _readers_texts(docket):
        for person, pattern in shielded.items():
            found = pattern.search(words.text)
            if found is not None:
                yield _finding(docket, words, person, found[0])


def _pattern(docket: Docket, row: Row) -> re.Pattern[str] | None:
    """Their names as printed: capitals count, so that a name that is a word is not found in it."""
    label = (row.label or "").casefold()
    names = [name for name in docket.names[row.id] if name.casefold() not in label]
    if not names:
        return None
    return re.compile(matching(names).pattern)


def _readers_texts(docket: Docket) -> Iterator[Passage]:
    """What readers get, but for names that stand there as names: somebody may bear the same."""
    if docket.public:
        yield from heading_texts(docket.investigation)
    for passages in docket.told.values():
        yield from (one for one in passages if one.field != NAME)


def _finding(docket: Docket, words: Passage, person: str, found: str) -> Finding:
    row = docket.people[person]
    where = "The heading" if not words.event else facts.headline(docket, words.event)
    line = docket.investigation.line("person", person, "naming")
    return Finding(
        check="never-named",
        level=LEVEL,
        message=(
            f"{where} says “{facts.quotable(found)}” in the {words.field}, which names somebody "
            f"whose naming is “{row.naming}”."
        ),
        event=words.event or None,
        file=words.file,
        line=words.line,
        related=(
            Related(
                f"Naming is “{row.naming}”.", None, row.file, row.line if line is None else line
            ),
        ),
        identity=(person, words.field, found),
        settles="Write the agreed label or the role instead.",
    )

"""Somebody who must not be named is named in words that readers would get.

`naming: never` and `naming: role-only` are promises. They cover the headline and summary, quotes,
captions, answers and corrections, tags and storylines, the titles of sources that readers get, and
the heading. An agreed label that contains the name itself was agreed with it.
"""

import re
from collections import defaultdict
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
    shielded = _Shielded(docket)
    if not shielded.patterns:
        return
    seen: dict[str, tuple[tuple[str, str], ...]] = {}
    for words in _readers_texts(docket):
        # The title of a source comes with many events, and is read once.
        if words.text not in seen:
            seen[words.text] = tuple(shielded.named(words.text))
        for person, found in seen[words.text]:
            yield _finding(docket, words, person, found)


_LETTERS = re.compile(r"\w+")


class _Shielded:
    """Those who must not be named, by a word of each of their names.

    A text is searched for those alone of whom it has such a word: if it were for everybody, a
    hundred people would make the check a hundred times as long.
    """

    def __init__(self, docket: Docket) -> None:
        self.patterns: dict[str, re.Pattern[str]] = {}
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for row in docket.people.values():
            names = [] if row.naming == "name" else _names(docket, row)
            for name in names:
                first = _LETTERS.search(name)
                self._by_word["" if first is None else first[0]].append(len(self.patterns))
            if names:
                # Capitals count, so that a name that is a word is not found in it.
                self.patterns[row.id] = matching(names, capitals=True)
        self._people = tuple(self.patterns)

    def named(self, text: str) -> Iterator[tuple[str, str]]:
        """Everybody whom a text names, with the name as printed."""
        words = self._by_word.keys() & {"", *_LETTERS.findall(text)}
        for place in sorted({place for word in words for place in self._by_word[word]}):
            person = self._people[place]
            found = self.patterns[person].search(text)
            if found is not None:
                yield person, found[0]


def _names(docket: Docket, row: Row) -> list[str]:
    """Their names as printed, without those that the agreed label says."""
    label = (row.label or "").casefold()
    return [name for name in docket.names[row.id] if name.casefold() not in label]


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

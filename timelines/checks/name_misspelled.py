"""A name is spelled within a letter or two of one that the investigation knows.

A misspelled name is the error readers write in about. Another person whose name is nearly the same
is known by their first name, or by standing in `people` themselves. Words inside quotation marks
are spelled as their source spells them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related
from timelines.hits import NARRATED
from timelines.naming import bare
from timelines.passages import Passage, unquoted
from timelines.spelling import Spelling
from timelines.wordlists import finder

SECTION = "Words"
LEVEL: Level = "error"

FINDS = """
--- people.yaml
{id: becchina, name: Jake Becchina, kind: person}
--- events/said.yaml
headline: Becchinna says the department was made aware in May.
date: 2021-10-08
"""
SILENT = (
    FINDS.replace("Becchinna", "Becchina"),
    FINDS.replace("Becchinna says", "Ann Becchinna says"),
    FINDS.replace(
        "{id: becchina", "- {id: other, name: Ann Becchinna, kind: person}\n- {id: becchina"
    ),
)

SHORTEST = 5
"""Letters of a word of a name below which a slip cannot be told from another word."""

_NAME = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


class _Known:
    """The words of all names, with whom they belong to and the words beside them in the name."""

    def __init__(self, docket: Docket) -> None:
        self.owners: dict[str, set[str]] = defaultdict(set)
        self.beside: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.last_names: set[str] = set()
        words: set[str] = set()
        for person, names in docket.names.items():
            row = docket.people[person]
            for name in names:
                parts = [bare(one) for one in _NAME.findall(name)]
                words.update(parts)
                if row.kind != "organisation" and parts:
                    self.last_names.add(parts[-1])
                for before, part, after in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
                    if len(part) >= SHORTEST and part[0].isupper():
                        self.owners[part].add(person)
                        self.beside[part].add((before, after))
        self.titles = finder(docket.investigation.heading.language, "titles")
        self.spelling = Spelling(self.owners)
        self.words = frozenset(words) | frozenset(word.casefold() for word in words)

    def meant_by(self, word: str) -> frozenset[str]:
        """The known words that this one is a slip of."""
        return self.spelling.meant(word) if len(word) >= SHORTEST - 1 else frozenset()

    def fits(self, name: str, before: str, after: str) -> bool:
        """Whether what stands beside a slip of this word allows that this name is meant.

        A last name may stand alone or behind a title; another capitalised word before it is
        another person's first name. Any other word of a name, and every word of an organisation,
        must have its neighbour beside it.
        """
        if any(
            (before and before == left) or (after and after == right)
            for left, right in self.beside[name]
        ):
            return True
        alone = name in self.last_names or ("", "") in self.beside[name]
        return alone and (before == "" or self.titles.fullmatch(before) is not None)


def check(docket: Docket) -> Iterator[Finding]:
    """Every capitalised word in the paper's own voice that is a slip of a known name."""
    known = _Known(docket)
    slips = _slips(docket, known)
    if not slips:
        return
    for event, passages in docket.passages.items():
        told: set[str] = set()
        for passage in passages:
            if passage.field not in NARRATED:
                continue
            text = unquoted(passage.text)
            if slips.keys().isdisjoint(map(bare, _NAME.findall(text))):
                continue
            for before, word, after in _capitalised(text):
                if word not in slips or word in told:
                    continue
                meant = [one for one in sorted(slips[word]) if known.fits(one, before, after)]
                if meant:
                    told.add(word)
                    yield _finding(docket, event, passage, word, meant[0], known)


def _slips(docket: Docket, known: _Known) -> dict[str, frozenset[str]]:
    """All capitalised words of the texts that are slips, with the known words they may be."""
    everything: set[str] = set()
    for passages in docket.passages.values():
        for passage in passages:
            everything.update(_NAME.findall(passage.text))
    # Words that also stand in small letters somewhere are no names.
    usual = frozenset(word for word in everything if word.islower())
    found: dict[str, frozenset[str]] = {}
    for word in {bare(one) for one in everything}:
        if word[:1].isupper() and word not in known.words and word.casefold() not in usual:
            meant = known.meant_by(word)
            if meant:
                found[word] = meant
    return found


def _capitalised(text: str) -> Iterator[tuple[str, str, str]]:
    """Each capitalised word between the capitalised words right beside it, or nothing."""
    found = list(_NAME.finditer(text))
    words = [bare(match[0]) for match in found]
    for place, word in enumerate(words):
        if word[:1].isupper():
            yield (
                _beside(text, found, words, place, -1),
                word,
                _beside(text, found, words, place, 1),
            )


def _beside(text: str, found: list[re.Match[str]], words: list[str], place: int, way: int) -> str:
    other = place + way
    if not 0 <= other < len(words) or not words[other][:1].isupper():
        return ""
    left, right = sorted((place, other))
    between = text[found[left].end() : found[right].start()]
    return words[other] if between in (" ", ". ") else ""


def _finding(
    docket: Docket, event: str, passage: Passage, word: str, name: str, known: _Known
) -> Finding:
    person = sorted(known.owners[name])[0]
    row = docket.people[person]
    return Finding(
        check="name-misspelled",
        level=LEVEL,
        message=(
            f"The {passage.field} of {facts.headline(docket, event)} says “{word}”; the "
            f"name known here is “{facts.quotable(row.name)}”."
        ),
        event=event,
        file=passage.file,
        line=passage.line,
        related=(
            Related(f"The {passage.field} says “{word}”.", event, passage.file, passage.line),
            Related(f"The name is “{facts.quotable(row.name)}”.", None, row.file, row.line),
        ),
        identity=(passage.field, word, person),
        settles="Correct the spelling, or list it in `variants` if it is right as well.",
    )

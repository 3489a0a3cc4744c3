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
    """The words of all names, with whom they belong to and the words before them."""

    def __init__(self, docket: Docket) -> None:
        self.owners: dict[str, set[str]] = defaultdict(set)
        self.firsts: dict[str, set[str]] = defaultdict(set)
        words: set[str] = set()
        for person, names in docket.names.items():
            for name in names:
                parts = [_bare(one) for one in _NAME.findall(name)]
                words.update(parts)
                for first, part in zip(["", *parts], parts, strict=False):
                    if len(part) >= SHORTEST and part[0].isupper():
                        self.owners[part].add(person)
                        self.firsts[part].add(first)
        self.titles = finder(docket.investigation.heading.language, "titles")
        self.spelling = Spelling(self.owners)
        self.words = frozenset(words) | frozenset(word.casefold() for word in words)


def check(docket: Docket) -> Iterator[Finding]:
    """Every capitalised word in the paper's own voice that is a slip of a known name."""
    known = _Known(docket)
    seen: dict[str, frozenset[str]] = {}
    usual = _lower_case_words(docket)
    for event, passages in docket.passages.items():
        told: set[str] = set()
        for passage in passages:
            if passage.field not in NARRATED:
                continue
            for before, word in _capitalised(unquoted(passage.text)):
                if word in known.words or word in told or word.casefold() in usual:
                    continue
                if word not in seen:
                    seen[word] = (
                        known.spelling.meant(word) if len(word) >= SHORTEST - 1 else frozenset()
                    )
                meant = [one for one in sorted(seen[word]) if _same_person(known, before, one)]
                if meant:
                    told.add(word)
                    yield _finding(docket, event, passage, word, meant[0], known)


def _lower_case_words(docket: Docket) -> frozenset[str]:
    """Words that also stand in small letters somewhere: they are no names."""
    return frozenset(
        word
        for passages in docket.passages.values()
        for passage in passages
        for word in _NAME.findall(passage.text)
        if word.islower()
    )


def _capitalised(text: str) -> Iterator[tuple[str, str]]:
    """Each capitalised word, with the capitalised word right before it, else nothing."""
    last, end = "", -1
    for match in _NAME.finditer(text):
        word = _bare(match[0])
        near = text[end : match.start()] if end >= 0 else "."
        if word[:1].isupper():
            yield (last if near.strip(" ") in ("", ".") and len(near) <= 2 else ""), word
            last = word
        else:
            last = ""
        end = match.end()


def _same_person(known: _Known, before: str, name: str) -> bool:
    """Whether the word before is none, a title, or one that stands before this name.

    Another capitalised word before it is another person's first name.
    """
    return (
        before == ""
        or before in known.words
        or known.titles.fullmatch(before) is not None
        or not known.firsts[name] - {""}
    )


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)


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

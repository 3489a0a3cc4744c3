"""Cuts a paragraph into its sentences, each of which is a claim; no word is lost or said twice."""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    """mr mrs ms mx dr prof sgt capt cpt lt col gen maj cmdr sen rep gov rev hon st jr sr supt ofc
    inc co corp ltd llc vs v no nos vol art sec fig para pp p ch ed eds est approx ca cf al etc dept
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    a.m p.m u.s u.k u.n e.g i.e d.c ft mt ave blvd rd""".split()  # noqa: SIM905
)
_END = re.compile(r"(?:[.!?…]+[\"”’»)\]]*(?=\s)|[。！？]+[」』”）]*)")
_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_OPENS = re.compile(r"[\"“‘«(\[„¿¡*_]*[^\W_]")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each on one line; paragraphs and items of lists end one too.

    Where a full stop may belong to an abbreviation or an initial nothing is cut: two sentences on
    one line are better than a claim torn apart.
    """
    parts = (part for block in _BREAK.split(text) for part in _cut(" ".join(block.split())))
    return tuple(part for part in parts if part)


def _cut(text: str) -> list[str]:
    found, start = [], 0
    for match in _END.finditer(text):
        if not _ends(text, match):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    return [*found, text[start:].strip()]


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends here: not after an abbreviation, and another one must begin."""
    rest = text[match.end() :].lstrip()
    opens = _OPENS.match(rest)
    if opens is None:
        return False
    first = rest[opens.end() - 1]
    if first.islower():
        return False
    word = text[: match.start()].rpartition(" ")[2].lstrip('“‘("[').casefold()
    if match[0][0] != "." or len(match[0].strip('”’»)]"')) > 1:
        return True
    initial = len(word) == 1 and word.isalpha()
    return word not in _ABBREVIATIONS and not initial

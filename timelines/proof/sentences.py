"""Cuts a paragraph into its sentences, each of which is a claim; no word is lost or said twice."""

from __future__ import annotations

import re

_ANYWHERE = frozenset(
    "vs v pp p para approx ca cf al etc a.m p.m u.s u.k u.n e.g i.e d.c ft".split()  # noqa: SIM905
)
_CAPITALISED = frozenset(
    """Mr Mrs Ms Mx Dr Prof Sgt Capt Cpt Lt Col Gen Maj Cmdr Sen Rep Gov Rev Hon St Jr Sr Supt Ofc
    Inc Co Corp Ltd No Nos Vol Art Sec Fig Ch Ed Est Dept Mt Ave Blvd Rd Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun""".split()  # noqa: SIM905
)
"""Abbreviations only where they begin with a capital: “Sat.” is a day, “he sat.” an end."""
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
    word = text[: match.start()].rpartition(" ")[2].lstrip('“‘("[')
    if match[0][0] != "." or len(match[0].strip('”’»)]"')) > 1:
        return True
    initial = len(word) == 1 and word.isalpha()
    return word.casefold() not in _ANYWHERE and word not in _CAPITALISED and not initial

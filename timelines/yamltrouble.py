"""What libyaml objects to, in a sentence that a reporter can act on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_QUOTE_IT = "put the whole value inside quotes"
_TAB = "There is a tab here; indent with blanks instead."
_OPEN_QUOTE = "A quotation mark is opened here and not closed as it should be."
_OPEN_BRACKET = "A bracket is opened here and not closed, or a comma is missing in it."

_NO_BLANK = re.compile(r"^\s*(?:- +)*([\w-]+):[^\s:/]")
_AFTER_QUOTE = re.compile(r"""^\s*(?:- +)*(?:[\w-]+\s*:\s+)?(?:"[^"]*"|'[^']*')\s*[^\s#,:]""")
_AFTER_BRACKET = re.compile(r"^\s*(?:- +)*(?:[\w-]+\s*:\s+)?(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#,:]")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in a file that cannot be read: its line, from 1, and a sentence about it."""

    line: int
    message: str
    same: str = ""
    """What stays the same of the message when lines move; the whole, if empty."""


class Unreadable(Exception):
    """A file of which nothing can be read: the line to look at, from 1, and why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Objection:
    """What libyaml says of a text. Lines and columns count from 0.

    `began` is the line in which what it was reading began, if it says so.
    """

    text: str
    problem: str
    context: str
    line: int
    column: int
    began: int | None

    def row(self, line: int) -> str:
        """One line of the text; empty behind its end."""
        rows = self.text.split("\n")
        return rows[line] if 0 <= line < len(rows) else ""

    @property
    def start(self) -> int:
        """The line in which what was being read began."""
        return self.line if self.began is None else self.began


Said = tuple[int, str]


def in_plain_words(objection: Objection) -> Said:
    """The line to look at, from 0, and the sentence."""
    words = f"{objection.problem} / {objection.context}"
    for needle, say in _SENTENCES:
        if needle in words:
            line, message = say(objection) if callable(say) else (objection.line, say)
            break
    else:
        line = objection.line
        message = f"This line cannot be read as YAML ({objection.problem or objection.context})."
    last = max(len(objection.text.rstrip("\n").split("\n")) - 1, 0)
    return min(line, last), message


def _at_start(message: str) -> Callable[[Objection], Said]:
    return lambda objection: (objection.start, message)


def _bad_start(objection: Objection) -> Said:
    row = objection.row(objection.line)
    sign = row[objection.column : objection.column + 1]
    if sign == "\t":
        return objection.line, _TAB
    return objection.line, f"A value cannot begin with “{sign}”; {_QUOTE_IT}."


def _second_colon(objection: Objection) -> Said:
    """A colon where none may be: within a value, or the line has slipped to the right."""
    line, row = objection.line, objection.row(objection.line)
    if ":" in row[: objection.column]:
        return line, (
            f"A colon followed by a blank stands inside the value “{brief(row)}”; {_QUOTE_IT}."
        )
    above = next((n for n in range(line - 1, -1, -1) if objection.row(n).strip()), None)
    if above is not None and (missing := _NO_BLANK.match(objection.row(above))):
        return above, f"A blank is missing behind the colon of “{missing[1]}:”."
    return line, (
        f"“{brief(row)}” is indented further than the keys around it; begin it under them. "
        f"(If it is part of the value above, {_QUOTE_IT}.)"
    )


def _no_colon(objection: Objection) -> Said:
    line = objection.start
    row = objection.row(line)
    missing = _NO_BLANK.match(row)
    if missing:
        return line, f"A blank is missing behind the colon of “{missing[1]}:”."
    return line, f"“{brief(row)}” has no colon behind its key, or is not indented as it should be."


def _no_key(objection: Objection) -> Said:
    """Something stands where a key should be."""
    line, row = objection.line, objection.row(objection.line)
    if _AFTER_QUOTE.match(row):
        return line, (
            "Text follows behind a closing quotation mark. Put the whole value inside one pair of "
            "quotes; inside single quotes, write an apostrophe twice."
        )
    if _AFTER_BRACKET.match(row):
        return line, f"Text follows behind a closing bracket; {_QUOTE_IT}."
    return line, (
        f"“{brief(row)}” does not stand under the keys around it: it is indented more or less "
        "than they are."
    )


def _undefined(objection: Objection) -> Said:
    return objection.line, (
        "“*” at the start of a value names something that is marked nowhere; if it is part of "
        f"the text, {_QUOTE_IT}."
    )


def brief(text: str) -> str:
    """What a file says, as a sentence about it quotes it: its beginning, if it is long."""
    text = text.strip()
    return text if len(text) <= 80 else text[:77] + "…"


_SENTENCES: tuple[tuple[str, str | Callable[[Objection], Said]], ...] = (
    ("tab character", _TAB),
    ("found character", _bad_start),
    ("mapping values are not allowed", _second_colon),
    (
        "escape character",
        (
            "Inside double quotes a backslash begins a special sign, and this is none; write two "
            "backslashes, or use single quotes."
        ),
    ),
    ("hexdecimal number", "“\\x” and “\\u” are followed by digits; write two backslashes."),
    ("Unicode character escape", "This is not the number of a letter or sign; delete it."),
    ("quoted scalar", _at_start(_OPEN_QUOTE)),
    ("could not find expected ':'", _no_colon),
    (
        "another document",
        (
            "A second YAML document begins here (“---”); a file holds one. Delete the line, or put "
            "what follows into a file of its own."
        ),
    ),
    ("undefined alias", _undefined),
    ("duplicate anchor", "The same “&” mark is given twice in this file; give each its own name."),
    ("<document start>", "Text stands here that belongs to no key; write “key: text”."),
    ("did not find expected ',' or", _at_start(_OPEN_BRACKET)),
    (
        "block sequence entries are not allowed",
        (
            "A list cannot begin in the line of its key; put “- ” on a line of its own under it, "
            "or put the value inside quotes."
        ),
    ),
    (
        "expected '-' indicator",
        (
            "This line stands in a list, and neither begins with “- ” nor is indented as the lines "
            "of the item above."
        ),
    ),
    ("did not find expected key", _no_key),
    ("mapping keys are not allowed", f"A value cannot begin with “? ”; {_QUOTE_IT}."),
    (
        "comment or line break",
        (
            "Behind “>” or “|” the text begins on the next line, indented; or put the whole value "
            "inside quotes."
        ),
    ),
    ("while parsing a flow node", _at_start(_OPEN_BRACKET)),
    ("directive", "A line that begins with “%” is a YAML directive; delete it."),
    ("tag", f"“!” at the start of a value has a meaning of its own; {_QUOTE_IT}."),
    ("alias", f"“*” at the start of a value has a meaning of its own; {_QUOTE_IT}."),
    ("anchor", f"“&” at the start of a value has a meaning of its own; {_QUOTE_IT}."),
)
"""libyaml's words, and ours; the first that fits is said."""

"""Folded text: a long text over several lines, of which only those that must change do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher


def folded(text: str, width: int) -> list[str] | None:
    """The lines of a text as a folded block has them; None if it cannot be folded and kept."""
    if _unfoldable(text):
        return None
    return _joined([wrapped(line, width) for line in text.rstrip("\n").split("\n")], _ends(text))


def _unfoldable(text: str) -> bool:
    """Blanks at the ends of lines, or several of them, would not survive."""
    return re.search(r"^[ \t]|[ \t]$|  |\t", text, re.MULTILINE) is not None


def _ends(text: str) -> int:
    return len(text) - len(text.rstrip("\n"))


def wrapped(line: str, width: int) -> list[str]:
    """A line broken at single blanks; words longer than the width stay whole."""
    lines: list[str] = []
    now = ""
    for word in line.split(" "):
        if now and len(now) + 1 + len(word) > width:
            lines.append(now)
            now = word
        else:
            now = f"{now} {word}" if now else word
    return [*lines, now]


def _joined(paragraphs: Sequence[Sequence[str]], ends: int) -> list[str]:
    """Paragraphs as lines: as many blank ones between two of them as there are line ends."""
    lines: list[str] = []
    for place, paragraph in enumerate(paragraphs):
        if place:
            lines.append("")
        if paragraph != [""]:
            lines += paragraph
    return lines + [""] * max(ends - 1, 0)


def refolded(lines: Sequence[str], old: str, new: str, width: int) -> list[str] | None:
    """The lines of `new`, where those of `old` are these; None if that cannot be done.

    `lines` are without their margin. Paragraphs that did not change keep their lines, and of one
    that did, the lines before and behind the change.
    """
    if _unfoldable(old) or _unfoldable(new) or any(line != line.strip() for line in lines):
        return None
    before = _paragraphs(lines)
    old_texts = [" ".join(paragraph) for paragraph in before]
    if "\n".join(old_texts) != old.rstrip("\n"):
        return None
    new_texts = new.rstrip("\n").split("\n")
    after: list[Sequence[str]] = []
    matcher = SequenceMatcher(None, old_texts, new_texts, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            after += before[a:b]
        else:
            for place, text in enumerate(new_texts[c:d]):
                kept = before[a + place] if a + place < b else []
                after.append(_changed(kept, text, width))
    return _joined(after, _ends(new))


def _paragraphs(lines: Sequence[str]) -> list[list[str]]:
    """The lines of each line that is meant; an empty one is a blank beyond the first."""
    found: list[list[str]] = [[]]
    blanks = 0
    for line in lines:
        if not line:
            blanks += 1
            continue
        if blanks:
            found += [[""]] * (blanks - 1)
            found.append([])
            blanks = 0
        found[-1].append(line)
    return found


def _changed(lines: Sequence[str], text: str, width: int) -> list[str]:
    """A paragraph in new words, with as many as possible of its lines as they were."""
    head: list[str] = []
    left = text
    rest = list(lines)
    while len(rest) > 1 and left.startswith(rest[0] + " "):
        left = left[len(rest[0]) + 1 :]
        head.append(rest.pop(0))
    tail: list[str] = []
    while len(rest) > 1 and left.endswith(" " + rest[-1]):
        left = left[: -len(rest[-1]) - 1]
        tail.insert(0, rest.pop())
    return [*head, *wrapped(left, width), *tail]

"""The bytes of a file as text and back: byte order mark and line ends stay what they are."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from timelines.desk.splicing.editing import Edit
from timelines.yamlfile import decode

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class FileText:
    """A file's text with all line ends `\\n`, and the bytes it was made from."""

    data: bytes
    text: str

    def edited(self, edits: Sequence[Edit]) -> bytes:
        """The bytes of the file once these edits are made; new lines end as those around them."""
        marked = self.data.startswith(codecs.BOM_UTF8)
        raw = self.data.decode("utf-8-sig")
        breaks = [(found.start(), found[0]) for found in _BREAK.finditer(raw)]
        usual = Counter(sign for _, sign in breaks).most_common(1)
        long = [at - count for count, at in enumerate(_long(breaks))]
        parts: list[str] = []
        last = 0
        ordered = sorted(edits, key=lambda one: (one.start, one.end))
        for edit in (one for whole in ordered for one in _pieces(self.text, whole)):
            start = edit.start + bisect_left(long, edit.start)
            end = edit.end + bisect_left(long, edit.end)
            before = bisect_left(breaks, (start, ""))
            near = breaks[before - 1][1] if before else usual[0][0] if usual else "\n"
            parts += [raw[last:start], edit.new.replace("\n", near)]
            last = end
        text = "".join([*parts, raw[last:]])
        return (codecs.BOM_UTF8 if marked else b"") + text.encode("utf-8")


def _long(breaks: Sequence[tuple[int, str]]) -> Iterator[int]:
    """Where line ends of two signs stand."""
    return (at for at, sign in breaks if len(sign) == 2)


def _pieces(text: str, edit: Edit) -> Iterator[Edit]:
    """An edit over several lines as edits of those that change, so that the others stay."""
    old = text[edit.start : edit.end].split("\n")
    new = edit.new.split("\n")
    if len(old) < 2 or len(new) < 2:
        yield edit
        return
    places = [edit.start]
    for line in old:
        places.append(places[-1] + len(line) + 1)
    same = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    blocks = [(0, 0, 0), *(tuple(block) for block in same)]
    for (a, b, size), (c, d, _) in pairwise(blocks):
        gone, come = old[a + size : c], new[b + size : d]
        if gone == come:
            continue
        first, last = places[a + size], places[c] - 1
        lines = "\n".join(come)
        if gone and come:
            yield Edit(first, last, lines)
        elif c < len(old):
            yield Edit(first, places[c], f"{lines}\n" if come else "")
        else:
            yield Edit(first - 1, last, f"\n{lines}" if come else "")


def file_text(data: bytes) -> FileText:
    """The text of a file's bytes; raises Unreadable for what is not UTF-8 or too large."""
    return FileText(data, decode(data))

"""Makes the bytes of a file into a text that libyaml, which knows YAML 1.1, reads as YAML 1.2."""

from __future__ import annotations

import codecs
import re

from timelines.yamltrouble import Unreadable

LARGEST = 2_000_000
"""Bytes in one YAML file."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 with or without a byte order mark, any line ends made `\\n`.

    Raises Unreadable for a file that is too large or in another encoding, by name.
    """
    if len(data) > LARGEST:
        raise Unreadable(
            1,
            f"This file has {len(data) / 1e6:.1f} million bytes; at most "
            f"{LARGEST / 1e6:.0f} million are read. Split it into several files.",
        )
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise Unreadable(1, f"This file is in {name}; save it as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise _not_utf8(data, fault.start) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _not_utf8(data: bytes, start: int) -> Unreadable:
    line = len(re.findall(rb"\r\n|\r|\n", data[:start])) + 1
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if max(even, odd) > len(data) // 5:
        return Unreadable(1, "This file is in UTF-16; save it as UTF-8.")
    name = "Windows-1252" if any(0x80 <= byte < 0xA0 for byte in data) else "Latin-1"
    return Unreadable(
        line, f"This file is not in UTF-8 but in something like {name}; save it as UTF-8."
    )


UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks to YAML 1.1, and so to libyaml; to YAML 1.2 and to editors they are none."""


def unprintable(sign: str) -> str:
    """What to say of a sign that no text has."""
    return f"There is a sign here that no text has (code {ord(sign):#x}); delete it."


def hidden_breaks(text: str) -> dict[int, str]:
    """Signs that the text does not have, to stand for the line breaks that are none."""
    free = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    return {ord(sign): next(free) for sign in "\x85\u2028\u2029"}


def dates_in_brackets(text: str, verbatim: frozenset[str]) -> list[tuple[int, int]]:
    """Where dates in brackets stand, start to end: `[2021-09-08[UTC], 2021-09-10]`."""
    keys = "|".join(sorted(verbatim)) or "$."
    pattern = rf"^[ \t]*(?:- +)*(?:{keys}) *: +([\[{{%][^'\n]{{0,300}}?)(?: *| +#.*)$"
    return [found.span(1) for found in re.finditer(pattern, text, flags=re.MULTILINE)]


def quoted(text: str, spans: list[tuple[int, int]]) -> tuple[str, tuple[int, ...]]:
    """The same text with these spans in single quotes, and the places of those in it."""
    parts: list[str] = []
    places: list[int] = []
    last = 0
    for start, end in spans:
        places += [start + len(places), end + len(places) + 1]
        parts += [text[last:start], "'", text[start:end], "'"]
        last = end
    return "".join([*parts, text[last:]]), tuple(places)

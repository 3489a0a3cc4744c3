"""Bytes of unknown origin as text: byte order marks, mixed encodings, stray signs."""

from __future__ import annotations

import codecs
import re

from timelines.intake.proposals import Remark, Unimportable
from timelines.yamltext import UNPRINTABLE

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINES = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SHOWN = 8
_LONGEST = 20_000
"""A line that stays mixed for longer is no line of a table: it is read as Windows-1252 then on."""


def text_of(data: bytes, encoding: str | None = None) -> tuple[str, list[Remark]]:
    """The text of a file, and what was odd about its encoding.

    Without an encoding to go by: a byte order mark, else UTF-16 where every other byte is zero,
    else UTF-8, in which the bytes that are none are read as Windows-1252, and said.
    Raises Unimportable for an encoding that is not known or does not fit.
    """
    if encoding is not None:
        try:
            return data.decode(encoding).removeprefix("\ufeff"), []
        except LookupError:
            raise Unimportable(f"No encoding is called “{encoding}”.") from None
        except UnicodeDecodeError as fault:
            line = _line(data[: fault.start])
            raise Unimportable(f"Line {line} is not in the encoding “{encoding}”.") from None
    known = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _wide(data)
    if known is not None:
        try:
            return data.decode(known), []
        except UnicodeDecodeError:
            if known != "utf-8-sig":
                raise Unimportable(
                    f"The file starts as {known.upper()} and does not go on so."
                ) from None
            data = data.removeprefix(codecs.BOM_UTF8)
    return _mixed(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark shows by its zeros."""
    sample = data[:4_000]
    if len(sample) < 4 or sample.count(0) < len(sample) // 3:
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"


def _mixed(data: bytes) -> tuple[str, list[Remark]]:
    parts: list[str] = []
    odd: list[int] = []
    unknown: list[int] = []
    for number, line in enumerate(_LINES.findall(data), 1):
        try:
            parts.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            text = _mixed_line(line)
            parts.append(text)
            odd.append(number)
            if "\ufffd" in text:
                unknown.append(number)
    return "".join(parts), _told(odd, unknown)


def _mixed_line(line: bytes) -> str:
    """What is UTF-8 in it as such, every other byte as Windows-1252."""
    text = ""
    while line:
        try:
            return text + line.decode("utf-8")
        except UnicodeDecodeError as fault:
            good, odd = line[: fault.start], line[fault.start : fault.start + 1]
            text += good.decode("utf-8") + odd.decode("cp1252", "replace")
            line = line[fault.start + 1 :]
            if len(text) > _LONGEST:
                return text + line.decode("cp1252", "replace")
    return text


def _line(before: bytes) -> int:
    return before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1


def _told(lines: list[int], unknown: list[int]) -> list[Remark]:
    remarks = []
    if lines:
        remarks.append(
            Remark(
                "asked",
                f"Not all of the file is UTF-8; {_listed(lines)} read as Windows-1252. If accents "
                "look wrong there, say the file's encoding.",
            )
        )
    if unknown:
        remarks.append(
            Remark("unreadable", f"Signs that are in neither encoding stand in {_listed(unknown)}.")
        )
    return remarks


def _listed(lines: list[int]) -> str:
    every = list(dict.fromkeys(lines))
    shown = ", ".join(str(line) for line in every[:_SHOWN])
    more = f" and {len(every) - _SHOWN} more" if len(every) > _SHOWN else ""
    return f"{'line' if len(every) == 1 else 'lines'} {shown}{more}"


def clean(text: str) -> str:
    """The text without signs that no file of ours can hold; line ends are `\\n`."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNPRINTABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text on one line, its blanks of every kind made single ones."""
    return " ".join(clean(text).split())

"""A text as YAML: bare where that reads back as the same text, else quoted, or as a block."""

from __future__ import annotations

import json
import re

from timelines.desk.splicing.folding import folded
from timelines.records.fields import DATE_KEYS
from timelines.yamlfile import Unreadable, read

_UNSAFE_START = "-?:,[]{}#&*!|>'\"%@`="
_UNSAFE = re.compile(r":(?:\s|\Z)|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|  ")
_UNSAFE_INSIDE = re.compile(r"[,\[\]{}]|[:?](?=[,\[\]{}\s]|\Z)")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_SINGLE_LINE = frozenset(
    {"id", "headline", "title", "name", "url", "archived_url", "file", "sha256", "source", "who"}
)
"""Keys whose text stays on one line, however long it is."""


def inline(text: str, quote: str, *, inside: bool = False, always: bool = False) -> str:
    """The text on one line: bare if it may be, else between quotes.

    `inside` brackets a bare text may hold less; `always` quotes it in any case.
    """
    if not always and may_be_bare(text, inside=inside):
        return text
    return quoted(text, quote)


def may_be_bare(text: str, *, inside: bool = False) -> bool:
    """Whether a text needs no quotes on a line of its own, or inside brackets."""
    if not text or text != text.strip() or _UNSAFE.search(text):
        return False
    if text[0] in _UNSAFE_START and not (text[0] in "-?:" and text[1:2].strip() and not inside):
        return False
    if text.startswith(("---", "...", "<<")):
        return False
    return not inside or _UNSAFE_INSIDE.search(text) is None


def quoted(text: str, quote: str) -> str:
    """The text between these quotes, or the others where it could not be written or read well."""
    plain = text.isprintable()
    if quote == "'" and (not plain or ("'" in text and '"' not in text)):
        quote = '"'
    elif quote == '"' and plain and ('"' in text or "\\" in text) and "'" not in text:
        quote = "'"
    if quote == "'":
        return "'" + text.replace("'", "''") + "'"
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))


def block(text: str, column: int, width: int | None, key: str, *, fits: bool) -> list[str] | None:
    """The text as a block, its lines in this column: literal, or folded where lines are long.

    None for a text that stays on one line better, or that no block can hold; `fits` tells
    whether it would fit there. The first line is the block's sign, to stand behind the key.
    """
    if not text.strip() or text[0] in " \t\n":
        return None
    several = "\n" in text
    if not several and (fits or width is None or key in _SINGLE_LINE or key in DATE_KEYS):
        return None
    sign = {0: "-", 1: ""}.get(len(text) - len(text.rstrip("\n")), "+")
    margin = " " * column
    long = width is not None and any(column + len(line) > width for line in text.split("\n"))
    if width is not None and (long or not several):
        lines = folded(text, max(width - column, 20))
        if lines is not None:
            return [f">{sign}", *(margin + line if line else "" for line in lines)]
    if not several:
        return None
    body = text[:-1] if text.endswith("\n") else text
    return [f"|{sign}", *(margin + line if line else "" for line in body.split("\n"))]


def reads_back(written: str, text: str, key: str | None, column: int, *, inside: bool) -> bool:
    """Whether what is written under a key, or behind a dash, is read as this text."""
    if inside:
        whole = "[" + written + "]" if key is None else "{" + f"{json.dumps(key)}: {written}" + "}"
        meant: object = [text] if key is None else {key: text}
    elif key is None:
        whole, meant = " " * column + f"- {written}\n", [text]
    else:
        whole, meant = " " * column + f"{json.dumps(key)}: {written}\n", {key: text}
    try:
        document = read(whole, verbatim=DATE_KEYS)
    except Unreadable:
        return False
    return document.value == meant and not document.troubles

"""YAML text to values that know their line: every scalar as text, every trouble with its place."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode

from timelines.yamltrouble import in_plain_words

LARGEST = 2_000_000
"""Bytes in one YAML file."""
DEEPEST = 60
"""Levels of lists and mappings within each other."""
MOST = 100_000
"""Values in one file, aliases counted as often as they are used."""

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Lines: TypeAlias = "int | list[Lines] | dict[str | None, Lines]"
"""Where a value stands, in its shape: a line for a text; a list's first item and a mapping's
entry None are the line of their own key or first sign."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in a file that cannot be read: its line, from 1, and a sentence about it."""

    line: int
    message: str


class Unreadable(Exception):
    """A file of which nothing can be read, and why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says. `value` is None for a file without any; empty values are left out.

    `empties` tells whether there are keys without a value, which only `lines` then has.
    """

    value: Value | None
    lines: Lines
    troubles: tuple[Trouble, ...]
    empties: bool


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


class _Composer(CParser):
    """libyaml's parser, with every scalar a text and no more levels than allowed."""

    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        self.depth = 0

    def descend_resolver(self, parent: Node | None, index: Any) -> None:
        self.depth += 1
        if self.depth > DEEPEST + 1:
            line = parent.start_mark.line + 1 if parent is not None else 1
            raise Unreadable(line, _TOO_DEEP)

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""


_TOO_DEEP = f"Lists and mappings are more than {DEEPEST} levels deep here; none needs that many."


def read(text: str, *, verbatim: frozenset[str] = frozenset()) -> Document:
    """What a text says, with the line of everything in it.

    Under a key of `verbatim`, a list or mapping in brackets is kept as the text that is written:
    so `date: [2021-09-08, 2021-09-10]` is the date that the reporter wrote. Raises Unreadable
    where no value can be had at all; what else is wrong is in `troubles`.
    """
    try:
        node = _Composer(text).get_single_node()
    except YAMLError as fault:
        raise _translated(text, fault) from None
    except RecursionError:
        raise Unreadable(1, _TOO_DEEP) from None
    troubles = _forbidden(text)
    if node is None:
        return Document(None, 1, troubles, empties=False)
    reader = _Reader(text, verbatim, list(troubles))
    value, lines = reader.value(node, 1)
    return Document(value, lines, tuple(reader.troubles), reader.empties)


def _translated(text: str, fault: YAMLError) -> Unreadable:
    if isinstance(fault, MarkedYAMLError):
        mark = fault.problem_mark or fault.context_mark
        before = fault.context_mark
        line, message = in_plain_words(
            text,
            fault.problem or "",
            fault.context or "",
            mark.line if mark else 0,
            mark.column if mark else 0,
            before.line if before else None,
        )
        return Unreadable(line + 1, message)
    odd = _UNPRINTABLE.search(text)
    if odd is not None:
        line = text.count("\n", 0, odd.start()) + 1
        return Unreadable(
            line, f"There is a sign here that no text has (code {ord(odd[0]):#x}); delete it."
        )
    return Unreadable(1, "This file cannot be read as YAML.")


_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff"
)
_DIRECTIVE = re.compile(r"^%.*", re.MULTILINE)
_TAG = re.compile(r"(?:&\S+\s+)?(!\S*)")


def _forbidden(text: str) -> tuple[Trouble, ...]:
    """Directives stand before the first value; nothing but comments may come before them."""
    troubles = []
    if "%" in text:
        for line, words in enumerate(text.split("\n"), 1):
            if words.startswith("%"):
                troubles.append(
                    Trouble(line, f"“{words.strip()}” is a YAML directive; delete this line.")
                )
            elif words.strip() and not words.lstrip().startswith("#"):
                break
    return tuple(troubles)


class _Reader:
    """Turns libyaml's nodes into values and lines, counting as it goes."""

    def __init__(self, text: str, verbatim: frozenset[str], troubles: list[Trouble]) -> None:
        self.text = text
        self.verbatim = verbatim
        self.troubles = troubles
        self.empties = False
        self.left = MOST
        self.depth = 0
        self.tags = "!" in text

    def value(self, node: Node, line: int) -> tuple[Value | None, Lines]:
        """A node's value and lines; None for an empty scalar. `line` is that of its key."""
        if self.tags:
            self._refuse_tag(node)
        if node.__class__ is ScalarNode:
            text: str = node.value
            return (text if text and not text.isspace() else None), line
        self.depth += 1
        self.left -= len(node.value)
        if self.depth > DEEPEST:
            raise Unreadable(line, _TOO_DEEP)
        if self.left < 0:
            raise Unreadable(
                line,
                f"There are more than {MOST:,} values in this file once its aliases (“*”) are "
                "filled in. Split it, or write out what is meant.",
            )
        read = self._map(node, line) if node.__class__ is MappingNode else self._list(node, line)
        self.depth -= 1
        return read

    def _list(self, node: Node, line: int) -> tuple[Value, Lines]:
        values: list[Value] = []
        lines: list[Lines] = [line]
        for item in node.value:
            value, where = self.value(item, item.start_mark.line + 1)
            if value is not None:
                values.append(value)
                lines.append(where)
        return values, lines

    def _map(self, node: MappingNode, line: int) -> tuple[Value, Lines]:
        values: dict[str, Value] = {}
        lines: dict[str | None, Lines] = {None: line}
        plain = not self.tags
        for key_node, value_node in node.value:
            where = key_node.start_mark.line + 1
            key = key_node.value
            if key_node.__class__ is not ScalarNode or key in lines or key == "<<" or self.tags:
                key = self._key(key_node, where, lines)
                if key is None:
                    continue
            if value_node.__class__ is ScalarNode and plain:
                text = value_node.value
                lines[key] = where
                if text and not text.isspace():
                    values[key] = text
                else:
                    self.empties = True
                continue
            if key in self.verbatim and getattr(value_node, "flow_style", False):
                lines[key] = where
                values[key] = self._written(value_node)
                continue
            value, lines[key] = self.value(value_node, where)
            if value is None:
                self.empties = True
            else:
                values[key] = value
        return values, lines

    def _key(self, node: Node, line: int, seen: dict[str | None, Lines]) -> str | None:
        if not isinstance(node, ScalarNode):
            self.troubles.append(
                Trouble(line, "A list or mapping stands where a key should be; a key is one word.")
            )
            return None
        if self.tags:
            self._refuse_tag(node)
        key: str = node.value
        if key == "<<" and not node.style:
            self.troubles.append(
                Trouble(line, "“<<” takes over keys from elsewhere; write them out here instead.")
            )
            return None
        if key in seen:
            self.troubles.append(
                Trouble(
                    line,
                    f"“{key}” stands here a second time; the first is in line "
                    f"{line_of(seen[key])}. Keep one of them.",
                )
            )
            return None
        return key

    def _written(self, node: Node) -> str:
        """The text of a list or mapping in brackets, as it stands in the file."""
        written = self.text[node.start_mark.index : node.end_mark.index]
        return " ".join(written[re.search(r"[\[{]", written).start() :].split())  # type: ignore[union-attr]

    def _refuse_tag(self, node: Node) -> None:
        start = node.start_mark.index
        tag = _TAG.match(self.text, start) if self.text[start : start + 1] in ("!", "&") else None
        if tag is not None:
            self.troubles.append(
                Trouble(
                    node.start_mark.line + 1,
                    f"“{tag[1]}” is a YAML tag; none is read here. If it is part of the text, "
                    "put the text inside quotes.",
                )
            )


def line_of(lines: Lines) -> int:
    """The line at which a value, or its key, stands."""
    while not isinstance(lines, int):
        lines = lines[None] if isinstance(lines, dict) else lines[0]
    return lines

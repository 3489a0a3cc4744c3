"""YAML text to values that know their line: every scalar as text, every trouble with its place."""

from __future__ import annotations

import re
from typing import Any, NamedTuple, TypeAlias

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from timelines.yamltext import (
    BREAKS,
    LARGEST,
    UNPRINTABLE,
    dates_in_brackets,
    decode,
    hidden_breaks,
    quoted,
    unprintable,
)
from timelines.yamltrouble import Objection, Trouble, Unreadable, brief, in_plain_words

DEEPEST = 60
"""Levels of lists and mappings within each other."""
MOST = 100_000
"""Values in one file, aliases counted as often as they are used."""

__all__ = [
    "LARGEST",
    "Document",
    "MappingNode",
    "Node",
    "Parsed",
    "ScalarNode",
    "SequenceNode",
    "Trouble",
    "Unreadable",
    "decode",
    "line_of",
    "parsed",
    "read",
]

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Lines: TypeAlias = "int | list[Lines] | dict[str | None, Lines]"
"""Where a value stands, in its shape: a line for a text; a list's first item and a mapping's
entry None are the line of their own key or first sign."""


class Document(NamedTuple):
    """What one file says. `value` is None for a file without any; empty values are left out.

    `empties` tells whether there are keys without a value, which only `lines` then has.
    """

    value: Value | None
    lines: Lines
    troubles: tuple[Trouble, ...]
    empties: bool


class Parsed(NamedTuple):
    """A document, with libyaml's nodes and their places in the text, for whoever edits it.

    `added` are the places in libyaml's text of quotation marks that ours does not have; sign by
    sign the two are otherwise as long as each other.
    """

    document: Document
    node: Node | None
    added: tuple[int, ...] = ()


class _Composer(CParser):
    """libyaml's parser, with every scalar a text.

    It calls these for each value. They are built-in functions that do next to nothing: functions
    of ours would take a quarter of the time of reading.
    """

    descend_resolver: Any = "".format
    ascend_resolver: Any = "".format
    resolve: Any = "".format


class _Wary(_Composer):
    """The same with no more levels than allowed, for texts that may have very many."""

    depth = 0

    def descend_resolver(self, parent: Node | None, index: Any) -> None:
        self.depth += 1
        if self.depth > DEEPEST + 1:
            line = parent.start_mark.line + 1 if parent is not None else 1
            raise Unreadable(line, _TOO_DEEP)

    def ascend_resolver(self) -> None:
        self.depth -= 1


def _may_be_deep(text: str) -> bool:
    """True unless the levels of a text are surely few enough for libyaml: some hundred.

    Each level costs a bracket, a column of indentation, or a sign such as “- ” in a row of them.
    """
    return (
        text.count("[") + text.count("{") > 100
        or _MARGIN in text
        or "- - - -" in text
        or "? ? ? ?" in text
    )


_MARGIN = " " * 100
_TOO_DEEP = f"Lists and mappings are more than {DEEPEST} levels deep here; none needs that many."


def read(text: str, *, verbatim: frozenset[str] = frozenset()) -> Document:
    """What a text says, with the line of everything in it.

    Under a key of `verbatim`, a list or mapping in brackets is kept as the text that is written:
    so `date: [2021-09-08, 2021-09-10]` is the date that the reporter wrote. Raises Unreadable
    where no value can be had at all; what else is wrong is in `troubles`.
    """
    return parsed(text, verbatim=verbatim).document


def parsed(text: str, *, verbatim: frozenset[str] = frozenset()) -> Parsed:
    """The same as `read`, with the place of everything in the text."""
    hidden: dict[int, str] = {}
    if not text.isascii() and BREAKS.search(text):
        hidden = hidden_breaks(text)
        text = text.translate(hidden)
    added: tuple[int, ...] = ()
    try:
        node = _composed(text)
    except Unreadable:
        text, added = quoted(text, dates_in_brackets(text, verbatim))
        node = _composed(text)
    troubles = _directives(text)
    if node is None:
        return Parsed(Document(None, 1, tuple(troubles), empties=False), None)
    reader = _Reader(text, verbatim, troubles)
    value, lines = reader.value(node, node.start_mark.line + 1)
    if hidden or "\\" in text:
        value = _finished(value, lines, {to: chr(sign) for sign, to in hidden.items()}, troubles)
    return Parsed(Document(value, lines, tuple(troubles), reader.empties), node, added)


def _composed(text: str) -> Node | None:
    try:
        node: Node | None = (_Wary if _may_be_deep(text) else _Composer)(text).get_single_node()
    except YAMLError as fault:
        raise _translated(text, fault) from None
    return node


def _translated(text: str, fault: YAMLError) -> Unreadable:
    if isinstance(fault, MarkedYAMLError):
        mark, before = fault.problem_mark or fault.context_mark, fault.context_mark
        line, message = in_plain_words(
            Objection(
                text,
                fault.problem or "",
                fault.context or "",
                mark.line if mark else 0,
                mark.column if mark else 0,
                before.line if before else None,
            )
        )
        return Unreadable(line + 1, message)
    odd = UNPRINTABLE.search(text)
    if odd is not None:
        line = text.count("\n", 0, odd.start()) + 1
        return Unreadable(line, unprintable(odd[0]))
    return Unreadable(1, "This file cannot be read as YAML.")


def _finished(value: Any, lines: Any, shown: dict[str, str], troubles: list[Trouble]) -> Any:
    """The value with hidden signs shown again, and no sign that no text has."""
    if isinstance(value, dict):
        return {
            _text(key, lines, shown, troubles): _finished(inner, lines[key], shown, troubles)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        where = lines[1:] if isinstance(lines, list) else [lines] * len(value)
        pairs = zip(value, where, strict=True)
        return [_finished(inner, line, shown, troubles) for inner, line in pairs]
    return None if value is None else _text(value, lines, shown, troubles)


def _text(text: str, lines: Lines, shown: dict[str, str], troubles: list[Trouble]) -> str:
    for sign, meant in shown.items():
        text = text.replace(sign, meant)
    odd = UNPRINTABLE.search(text)
    if odd is not None:
        troubles.append(Trouble(line_of(lines), unprintable(odd[0])))
        text = UNPRINTABLE.sub("\ufffd", text)
    return text


def _directives(text: str) -> list[Trouble]:
    """Directives stand before the first value; nothing but comments may come before them."""
    troubles: list[Trouble] = []
    if "%" not in text:
        return troubles
    for line, words in enumerate(text.split("\n"), 1):
        if words.startswith("%"):
            troubles.append(
                Trouble(line, f"“{words.strip()}” is a YAML directive; delete this line.")
            )
        elif words.strip() and not words.lstrip().startswith("#"):
            break
    return troubles


_SIGIL = re.compile(r"(?<![^\s\[{,:])[&!]")
_PROPERTIES = re.compile(r"(?:&(?P<mark>[^\s,\[\]{}]+)\s*)?(?P<tag>!\S*)?")


class _Reader:
    """Turns libyaml's nodes into values and lines, counting as it goes."""

    def __init__(self, text: str, verbatim: frozenset[str], troubles: list[Trouble]) -> None:
        self.text = text
        self.verbatim = verbatim
        self.troubles = troubles
        self.empties = False
        self.left = MOST
        self.depth = 0
        self.sigils = ("!" in text or "&" in text) and _SIGIL.search(text) is not None

    def value(self, node: Node, line: int) -> tuple[Value | None, Lines]:
        """A node's value and lines; None for an empty scalar. `line` is that of its key."""
        if self.sigils:
            self._check_sigils(node)
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
        plain = not self.sigils
        for key_node, value_node in node.value:
            where = key_node.start_mark.line + 1
            key = key_node.value
            if key_node.__class__ is not ScalarNode or key in lines or key == "<<" or self.sigils:
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
        if self.sigils:
            self._check_sigils(node)
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
                    f"“{brief(key)}” stands here a second time; the first is in line "
                    f"{line_of(seen[key])}. Keep one of them.",
                    f"“{brief(key)}” stands here a second time",
                )
            )
            return None
        return key

    def _written(self, node: Node) -> str:
        """The text of a list or mapping in brackets, as it stands in the file."""
        written = self.text[node.start_mark.index : node.end_mark.index]
        return " ".join(written[re.search(r"[\[{]", written).start() :].split())  # type: ignore[union-attr]

    def _check_sigils(self, node: Node) -> None:
        """Refuse tags, and marks that no alias names: those are words that lost their quotes."""
        start = node.start_mark.index
        if self.text[start : start + 1] not in ("!", "&"):
            return
        found = _PROPERTIES.match(self.text, start)
        mark, tag = (found["mark"], found["tag"]) if found else (None, None)
        if tag is not None:
            why = f"“{tag}” is a YAML tag; none is read here."
        elif mark is not None and f"*{mark}" not in self.text:
            why = f"“&{mark}” marks this value for nobody."
        else:
            return
        line = node.start_mark.line + 1
        hint = "If it is part of the text, put the text inside quotes."
        self.troubles.append(Trouble(line, f"{why} {hint}"))


def line_of(lines: Lines) -> int:
    """The line at which a value, or its key, stands."""
    while not isinstance(lines, int):
        lines = lines[None] if isinstance(lines, dict) else lines[0]
    return lines

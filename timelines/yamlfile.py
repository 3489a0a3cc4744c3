"""YAML text to values that know their line: every scalar as text, every trouble with its place."""

from __future__ import annotations

from typing import Any, NamedTuple

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
from timelines.yamltrouble import Objection, Trouble, Unreadable, in_plain_words
from timelines.yamlvalues import DEEPEST, MOST, TOO_DEEP, Lines, Reader, Value, line_of

__all__ = [
    "DEEPEST",
    "LARGEST",
    "MOST",
    "Document",
    "Lines",
    "MappingNode",
    "Node",
    "Parsed",
    "ScalarNode",
    "SequenceNode",
    "Trouble",
    "Unreadable",
    "Value",
    "decode",
    "line_of",
    "parsed",
    "read",
]


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
            raise Unreadable(line, TOO_DEEP)

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
    reader = Reader(text, verbatim, troubles)
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

"""From libyaml's nodes to values and the line of each, within limits; tags are refused."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from timelines.yamltrouble import Trouble, Unreadable, brief

DEEPEST = 60
"""Levels of lists and mappings within each other."""
MOST = 100_000
"""Values in one file, aliases counted as often as they are used."""
TOO_DEEP = f"Lists and mappings are more than {DEEPEST} levels deep here; none needs that many."

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Lines: TypeAlias = "int | list[Lines] | dict[str | None, Lines]"
"""Where a value stands, in its shape: a line for a text; a list's first item and a mapping's
entry None are the line of their own key or first sign."""

Node: TypeAlias = Any
"""A node as PyYAML makes them; which kind it is, its `id` says: scalar, sequence or mapping."""

_SIGIL = re.compile(r"(?<![^\s\[{,:])[&!]")
_PROPERTIES = re.compile(r"(?:&(?P<mark>[^\s,\[\]{}]+)\s*)?(?P<tag>!\S*)?")


class Reader:
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
        if node.id == "scalar":
            text: str = node.value
            return (text if text and not text.isspace() else None), line
        self.depth += 1
        self.left -= len(node.value)
        if self.depth > DEEPEST:
            raise Unreadable(line, TOO_DEEP)
        if self.left < 0:
            raise Unreadable(
                line,
                f"There are more than {MOST:,} values in this file once its aliases (“*”) are "
                "filled in. Split it, or write out what is meant.",
            )
        read = self._map(node, line) if node.id == "mapping" else self._list(node, line)
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

    def _map(self, node: Node, line: int) -> tuple[Value, Lines]:
        values: dict[str, Value] = {}
        lines: dict[str | None, Lines] = {None: line}
        plain = not self.sigils
        for key_node, value_node in node.value:
            where = key_node.start_mark.line + 1
            key = key_node.value
            if key_node.id != "scalar" or key in lines or key == "<<" or self.sigils:
                key = self._key(key_node, where, lines)
                if key is None:
                    continue
            if value_node.id == "scalar" and plain:
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
        if node.id != "scalar":
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

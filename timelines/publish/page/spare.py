"""What a page does without: rules of the style for classes it does not have, breaks nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LIVELY = frozenset((
    "on", "dim", "wide", "near", "crowd", "through", "framed", "sized",
    "m", "z", "e", "n", "c", "f", "k", "w",
))  # fmt: skip
"""Classes that the scripts give, or draw with."""
_RULE = re.compile(r"([^{};]+)(\{[^{}]*\})")
_EMPTY = re.compile(r"@[^{};]*\{\}")
_COMMA = re.compile(r",(?![^(]*\))")
_ANY_OF = re.compile(r":is\([^)]*\)")
_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
_GIVEN = re.compile(r'\bclass="([^"]*)"')
_BREAK = re.compile(
    r"\n+(?=</?(?:p|dl|dt|dd|li|ol|ul|div|h[123]|article|figure|figcaption|section|main|form|label"
    r"|option|button|header|footer)\b)"
)


def style_for(page: str, style: str, *, leftward: bool) -> str:
    """The rules of a minified style that may apply to a page, or to what its scripts make of it.

    A selector goes if it asks for a class that neither the page nor a script gives; what stands
    in `:is(…)` is not looked at. Rules for pages read from right to left are only for those
    (`leftward`).
    """
    given = {*_LIVELY, *(name for names in _GIVEN.findall(page) for name in names.split())}

    def kept(rule: re.Match[str]) -> str:
        selectors = [
            one
            for one in _COMMA.split(rule[1])
            if given.issuperset(_classes(one)) and (leftward or "[dir=rtl]" not in one)
        ]
        return ",".join(selectors) + rule[2] if selectors else ""

    return _EMPTY.sub("", _RULE.sub(kept, style))


def unbroken(page: str) -> str:
    """The page without the line breaks before its blocks, where a browser shows none."""
    return _BREAK.sub("", page)


def _classes(selector: str) -> Iterator[str]:
    return (found[1] for found in _CLASS.finditer(_ANY_OF.sub("", selector)))

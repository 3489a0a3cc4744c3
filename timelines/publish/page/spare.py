"""What a page does without: rules of the style for classes it does not have, breaks nobody sees."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_LIVELY = frozenset((
    ".on", ".dim", ".wide", ".near", ".through", ".m", ".z", ".n", ".c",
    "a", "g", "rect", "use", "circle", "text",
))  # fmt: skip
"""Classes that the scripts give, and what they draw with."""
_FRAMED = frozenset(("html", "body", ".framed", ".sized"))
"""What is around the page’s own markup; classes that it has in a frame from the start."""
_RULE = re.compile(r"([^{};]+)(\{[^{}]*\})")
_EMPTY = re.compile(r"@[^{};]*\{\}")
_COMMA = re.compile(r",(?![^(]*\))")
_ANY_OF = re.compile(r":is\([^)]*\)")
_BESIDES = re.compile(r"::?[\w-]+(?:\([^)]*\))?|\[[^\]]*\]|#[\w-]+|@page")
_ASKED = re.compile(r"\.?[a-zA-Z][\w-]*")
_LATER = re.compile(r":hover|\S:focus")
_TAG = re.compile(r"<([a-zA-Z]\w*)")
_USED = re.compile(r"var\((--[\w-]+)")
_VARIABLE = re.compile(r"(?<=[{;])(--[\w-]+):[^;}]*;?")
_GIVEN = re.compile(r'\bclass="([^"]*)"')
_BREAK = re.compile(
    r"\n+(?=</?(?:p|dl|dt|dd|li|ol|ul|div|h[123]|article|figure|figcaption|section|main|form|label"
    r"|option|button|header|footer)\b)"
)


def styles_for(page: str, drawn: str, style: str, *, leftward: bool) -> tuple[str, str]:
    """The rules of a minified style for a page as it comes, and for what its scripts make of it.

    A selector asks for classes and elements: where the page has them all it is of the first, else,
    where a script gives those that are lacking or `drawn` has them, of the second; otherwise it
    goes. What is said of a pointer that rests on something, and of the focus in the drawing, is of
    the second: the script is there as soon as either is. What stands in `:is(…)` is not looked at.
    Rules for pages read from right to left are only for those (`leftward`).
    """
    given = _given(page) | _FRAMED
    lively = given | _given(drawn) | _LIVELY

    def now(selector: str) -> bool:
        return given >= _asked(selector) and _LATER.search(selector) is None

    def later(selector: str) -> bool:
        return not now(selector) and lively >= _asked(selector)

    def of(wanted: Callable[[str], bool]) -> str:
        def kept(rule: re.Match[str]) -> str:
            selectors = [
                one
                for one in _COMMA.split(rule[1])
                if wanted(one) and (leftward or "[dir=rtl]" not in one)
            ]
            return ",".join(selectors) + rule[2] if selectors else ""

        return _EMPTY.sub("", _RULE.sub(kept, style))

    first, second = of(now), of(later)
    used = {*_USED.findall(first + second)}
    return _VARIABLE.sub(lambda one: one[0] if one[1] in used else "", first), second


def _given(markup: str) -> frozenset[str]:
    """The elements of a piece of markup, and its classes with a dot before each."""
    classes = (f".{name}" for names in _GIVEN.findall(markup) for name in names.split())
    return frozenset((*classes, *_TAG.findall(markup)))


def unbroken(page: str) -> str:
    """The page without the line breaks before its blocks, where a browser shows none."""
    return _BREAK.sub("", page)


@cache
def _asked(selector: str) -> frozenset[str]:
    """The elements that a selector asks for, and the classes with a dot before each."""
    return frozenset(_ASKED.findall(_BESIDES.sub(" ", _ANY_OF.sub("", selector))))

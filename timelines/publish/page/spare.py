"""What a page does without: rules of the style for classes it does not have, breaks nobody sees."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_LIVELY = frozenset((
    ".on", ".dim", ".wide", ".near", ".through", ".m", ".z", ".n", ".c",
    "a", "g", "rect", "rect.n", "rect.c", "use", "circle", "text",
))  # fmt: skip
"""Classes that the scripts give, and what they draw with."""
_FRAMED = frozenset(("html", "body", ".framed", ".sized"))
"""What is around the page’s own markup; classes that it has in a frame from the start."""
_RULE = re.compile(r"([^{};]+)(\{[^{}]*\})")
_EMPTY = re.compile(r"@[^{};]*\{\}")
_ANY_OF = re.compile(r":(?:is|not)\((?:[^()]|\([^()]*\))*\)")
_SELECTOR = re.compile(rf"(?:{_ANY_OF.pattern}|[^,])+")
_BESIDES = re.compile(r"::?[\w-]+(?:\([^)]*\))?|\[[^\]]*\]|#[\w-]+|@page")
_ASKED = re.compile(r"[a-zA-Z]\w*\.[\w-]+|\.?[a-zA-Z][\w-]*")
_LATER = re.compile(r":hover|\ba:focus")
_TAG = re.compile(r"<([a-zA-Z]\w*)")
_OF_CLASS = re.compile(r'<([a-zA-Z]\w*)[^<>]* class="([^"]*)"')
_USED = re.compile(r"var\((--[\w-]+)")
_VARIABLE = re.compile(r"(?<=[{;])(--[\w-]+):[^;}]*;?")
_BREAK = re.compile(
    r"\n+(?=</?(?:p|dl|dt|dd|li|ol|ul|div|h[123]|figure|figcaption|section|main|form|label|svg|defs|g"
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

    def at_once(selector: str) -> bool:
        return given >= _asked(selector) and _LATER.search(selector) is None

    def later(selector: str) -> bool:
        return not at_once(selector) and lively >= _asked(selector)

    def of(wanted: Callable[[str], bool]) -> str:
        def kept(rule: re.Match[str]) -> str:
            selectors = [
                one
                for one in _SELECTOR.findall(rule[1])
                if wanted(one) and (leftward or "[dir=rtl]" not in one)
            ]
            return ",".join(selectors) + rule[2] if selectors else ""

        # A condition within another is empty before that one is.
        return _EMPTY.sub("", _EMPTY.sub("", _RULE.sub(kept, style)))

    return of(at_once), of(later)


def said_of(style: str, others: str) -> str:
    """A style without what it says of properties that neither it nor the others use."""
    used = {*_USED.findall(style + others)}
    return _VARIABLE.sub(lambda one: one[0] if one[1] in used else "", style)


def _given(markup: str) -> frozenset[str]:
    """The elements of a piece of markup, its classes with a dot before each, and both together."""
    pairs = {(tag, name) for tag, names in _OF_CLASS.findall(markup) for name in names.split()}
    named = {kind for tag, name in pairs for kind in (f".{name}", f"{tag}.{name}")}
    return frozenset(named.union(_TAG.findall(markup)))


def unbroken(page: str) -> str:
    """The page without the line breaks before its blocks, where a browser shows none."""
    return _BREAK.sub("", page)


@cache
def _asked(selector: str) -> frozenset[str]:
    """What a selector asks for, in the words of `_given`."""
    return frozenset(_ASKED.findall(_BESIDES.sub(" ", _ANY_OF.sub("", selector))))

"""Text that may be shown in a terminal: no file may steer it or turn its words round."""

from __future__ import annotations

import unicodedata

_REFUSED = frozenset({"Cc", "Cf", "Cs"})
"""Control characters, marks of direction and other invisible signs, halves of surrogates."""


def harmless(text: str) -> str:
    """The text on one line, with a blank for every sign that is not seen."""
    return "".join(" " if unicodedata.category(sign) in _REFUSED else sign for sign in text)

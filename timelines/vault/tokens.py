"""The random token that stands in ordinary files for somebody who stands in the vault."""

from __future__ import annotations

import os
import re

ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
"""Without vowels, so that no name and no word can pass for a token; without what looks alike."""

GROUPS, GROUP = 4, 4

_FORM = re.compile(rf"[{ALPHABET}]{{{GROUP}}}(?:-[{ALPHABET}]{{{GROUP}}}){{{GROUPS - 1}}}")
_EVEN = 256 - 256 % len(ALPHABET)
"""Bytes from here on are thrown away, so that every sign is equally likely."""


def is_token(text: str) -> bool:
    """Whether a text has the form of a token: four groups of four signs, “k7dm-q2xw-9rtz-hb4c”."""
    return _FORM.fullmatch(text) is not None


def new_token() -> str:
    """A token that tells nothing: 76 bits of the system's own chance, the only chance in here."""
    signs: list[str] = []
    while len(signs) < GROUPS * GROUP:
        signs += [ALPHABET[one % len(ALPHABET)] for one in os.urandom(32) if one < _EVEN]
    return "-".join("".join(signs[at : at + GROUP]) for at in range(0, GROUPS * GROUP, GROUP))

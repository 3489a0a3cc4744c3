"""Reads what somebody types or pipes in for an entry: fields, one a line, longer ones indented."""

from __future__ import annotations

from collections.abc import Iterable

from timelines.vault.entries import WRITTEN
from timelines.vault.refused import VaultRefused


def fields_of(lines: Iterable[str]) -> dict[str, str]:
    """The fields of `name: …` lines; an indented line goes on with the field above it.

    Raises VaultRefused for a line that is neither, by its number and never with its words.
    """
    found: dict[str, list[str]] = {}
    last: str | None = None
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\r\n")
        if last is not None and text[:1] in (" ", "\t") and text.strip():
            found[last].append(text.strip())
            continue
        if not text.strip():
            continue
        name, colon, value = text.partition(":")
        if not colon or name.strip() not in WRITTEN:
            raise VaultRefused(
                f"Line {number} is no field of an entry: each begins with "
                + ", ".join(f"“{one}:”" for one in WRITTEN)
                + "; a longer text goes on in indented lines."
            )
        last = name.strip()
        if last in found:
            raise VaultRefused(f"Line {number} gives “{last}” a second time.")
        found[last] = [value.strip()]
    return {name: "\n".join(part for part in parts if part) for name, parts in found.items()}
